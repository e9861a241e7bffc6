"""docs/gallery.md and its pictures: every kind of output as Chromium shows it, and what it weighs.

    make gallery

Pictures depend on the fonts of the machine; with the same fonts and Chromium they are the same to the byte.
How long pages take to open is printed and not written down, since it is never the same twice.
"""

import email
import io
import statistics
import tempfile
from email import policy
from email.headerregistry import Address
from pathlib import Path

from PIL import Image

import summarize
from summarize.render import mail
from tests.browser import scenes
from tests.browser.chromium import Visit, started
from tests.documents import ROOT, current

FOLDER = ROOT / "docs" / "gallery"
PHONE, DESK, PAPER, MAIL = (390, 844), (1024, 1360), (794, 1123), (680, 1000)
COLOURS = 128  # of a picture's palette: letters stay smooth, a page takes 20 to 70 kB (by eye)
OPENINGS = 9

# What is done with a page before its picture is taken.
QUOTE = "document.querySelector('.said .mark').click()"
WORDINGS = "document.querySelectorAll('.compare')[1].open = true"
TABLE = "document.querySelector('.scroll').closest('section').scrollIntoView()"
MARGINS = "document.body.style.padding = '2cm'"  # which a printer adds
BEHIND = "document.querySelector('.behind').open = true"

PAINT = """new Promise(done => new PerformanceObserver(list => done(list.getEntries()[0].startTime))
  .observe({type: "paint", buffered: true}))"""

# File, what it shows, scene, size, scheme, medium, what is done first.
SHOTS = (
    ("digest", "The digest of five articles, one wording unfolded", "digest", DESK, "light", "screen", WORDINGS),
    ("digest-dark", "The same in the dark, a quote opened in its paragraph", "digest", DESK, "dark", "screen", QUOTE),
    ("digest-phone", "On a phone", "digest", PHONE, "light", "screen", ""),
    ("digest-phone-quote", "A quote opened on a phone, in the dark", "digest", PHONE, "dark", "screen", QUOTE),
    ("digest-phone-table", "Who carries what, and when, on a phone", "digest", PHONE, "light", "screen", TABLE),
    ("digest-paper", "On paper: everything unfolded, nothing to press", "digest", PAPER, "light", "print", MARGINS),
    ("right-to-left", "Articles in Arabic", "right-to-left", DESK, "light", "screen", ""),
    ("right-to-left-phone", "The same on a phone, a quote opened, in the dark", "right-to-left", PHONE, "dark", "screen", QUOTE),
    ("one", "One source", "one", (1024, 800), "light", "screen", ""),
    ("many", "Two hundred sources: marks and lists fold", "many", DESK, "light", "screen", ""),
    ("many-table", "Two hundred sources: the table scrolls, time is bars", "many", DESK, "dark", "screen", TABLE),
    ("many-phone", "Two hundred sources on a phone", "many", PHONE, "light", "screen", ""),
    ("briefing", "A morning briefing", "briefing", DESK, "light", "screen", BEHIND),
    ("briefing-phone", "The same on a phone, in the dark", "briefing", PHONE, "dark", "screen", ""),
    ("stories", "The stories of a day on one page", "stories", DESK, "light", "screen", ""),
)  # fmt: skip


def shrunk(picture):
    """A picture as PNG with a palette: a quarter of the bytes."""
    packed = io.BytesIO()
    method = Image.Quantize.MAXCOVERAGE  # keeps what is rare, such as the colour of marks
    picture.quantize(COLOURS, method, kmeans=2, dither=Image.Dither.NONE).save(packed, "PNG", optimize=True)
    return packed.getvalue()


def shoot(visit, name, html, size, scheme="light", medium="screen", first=""):
    """A picture of the upper end of a page, or of where `first` goes."""
    page = visit.open(html, width=size[0], height=size[1], scheme=scheme, media=medium)
    if first:
        page.evaluate(first)
    picture = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
    (FOLDER / f"{name}.png").write_bytes(shrunk(picture))


def sent():
    """The two parts of the briefing's mail: text and HTML."""
    here = Address("Briefing", "briefing", "herald.example")
    message = email.message_from_bytes(
        mail.render(scenes.paper(), sender=here, to=[here], message_id="<1@herald.example>"),
        policy=policy.default,
    )
    plain, html = (message.get_body([kind]) for kind in ("plain", "html"))
    return plain.get_content(), html.get_content()


def drawn(sources, name, **options):
    """The sentence graph of sources, two thirds as large as it is made."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "graph.png")
        summarize.plot(sources, path, **options)
        picture = Image.open(path).convert("RGB")
    picture.thumbnail((1200, 800))
    (FOLDER / f"{name}.png").write_bytes(shrunk(picture))


def violations(visit, html, scheme):
    """How many rules of axe-core a page breaks with all unfolded and a quote open."""
    from axe_playwright_python.sync_playwright import Axe

    page = visit.open(html, scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    page.evaluate(QUOTE)
    return len(Axe().run(page).response["violations"])


def opening(browser, html):
    """Milliseconds from navigation to the load event, and to the first paint, as medians; the longest load."""
    loads, paints = [], []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "page.html")
        file.write_text(html)
        for _ in range(OPENINGS):
            page = browser.new_page()
            page.goto(file.as_uri())
            paints.append(page.evaluate(PAINT))
            loads.append(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
            page.context.close()
    return statistics.median(loads), statistics.median(paints), max(loads)


def weighed(visit):
    """A table of the pages: bytes, quotes, what axe-core finds."""
    rows = ["| page | kB | quotes | axe, light | axe, dark |", "|---|---:|---:|---:|---:|"]
    for name, scene in scenes.PAGES.items():
        html = scene().html
        found = [violations(visit, html, scheme) for scheme in ("light", "dark")]
        kilobytes = len(html.encode()) / 1000
        rows.append(f"| {name} | {kilobytes:.1f} | {len(scene().cited)} | {found[0]} | {found[1]} |")
    return "\n".join(rows)


def images(*shots):
    return "\n\n".join(f"![{says}.](gallery/{name}.png)\n*{says}.*" for name, says in shots)


def written(table):
    """docs/gallery.md."""
    text, html = sent()
    shown = images(*(shot[:2] for shot in SHOTS))
    pages = f"""# Gallery

What people look at, made by `make gallery` from `samples/` and an invented storm with two hundred outlets. How the
pages are built is in [a decision](decisions/0035-pages.md), how to change them in [the reference](reference.md#templates).

## Pages

`summarize digest samples/dam -f html -o dam.html`

{shown}

{table}

The two right columns count the rules of axe-core that a page breaks with everything unfolded and a quote open.
How long a page takes to open, `make gallery` prints.

## Mail

The same briefing as a mail: {len(html.encode()) / 1000:.1f} kB of HTML, and text for those who read that. One of its headlines is
hostile on purpose: the script in it and the escape sequence stay text, as whatever a source says.

{images(("mail", "The HTML of the mail"), ("mail-phone", "The same on a phone"))}

The text of the mail begins:

```text
{chr(10).join(text.splitlines()[:24])}
```

## Picture

`summarize digest samples/dam --picture graph.svg` writes what [the guide](guides.md#a-picture-of-who-says-what) shows.

{images(("picture-small", "Ten sentences of two articles"), ("picture-large", "Five hundred sentences of twenty-five local papers"))}

## Terminal

At 40 columns, at 80, and at 200, where lines end at 88 all the same:

```console
$ COLUMNS=40 summarize digest samples/deutsch -n 2
$ COLUMNS=80 summarize digest samples/dam -n 2
$ COLUMNS=200 summarize digest samples/election -n 2
```
"""
    return current(pages)


def main():
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with started() as browser, tempfile.TemporaryDirectory() as folder:
        visit = Visit(browser, Path(folder))
        for name, _, scene, size, scheme, medium, first in SHOTS:
            shoot(visit, name, scenes.PAGES[scene]().html, size, scheme, medium, first)
        _, html = sent()
        shoot(visit, "mail", html, MAIL)
        shoot(visit, "mail-phone", html, PHONE)
        table = weighed(visit)
        for name, scene in scenes.PAGES.items():
            load, paint, longest = opening(browser, scene().html)
            size = len(scene().html.encode()) / 1000
            print(
                f"{name}: {size:.1f} kB; load {load:.0f} ms, first paint {paint:.0f} ms; "
                f"longest load of {OPENINGS}: {longest:.0f} ms"
            )
    drawn(scenes.two(), "picture-small")
    drawn(scenes.country(), "picture-large")
    (ROOT / "docs" / "gallery.md").write_text(written(table))
    weight = sum(path.stat().st_size for path in FOLDER.iterdir())
    print(f"{len(list(FOLDER.iterdir()))} pictures, {weight / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
