"""The pages that the browser tests open and the gallery shows: made from the samples, and one of 200 sources."""

import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import summarize
from summarize.model import Bundle, Document
from summarize.render import briefing_html, briefing_json, sinks, stories
from tests.briefing.commands import brief

# What outlets said about one storm: facts in several wordings, of which each outlet has some.
FACTS = (
    (
        "A storm tore the roofs off {roofs} houses in Port Lusk on Tuesday night, the fire brigade said.",
        "In Port Lusk the roofs of {roofs} houses were torn off by a storm on Tuesday night.",
        "The storm of Tuesday night took the roofs of {roofs} houses in Port Lusk, according to the fire brigade.",
    ),
    (
        "The ferry to Tarrow ran aground off the harbour wall with 84 passengers on board, and nobody was hurt.",
        "With 84 passengers on board the Tarrow ferry ran aground off the harbour wall; nobody was hurt.",
    ),
    (
        "Gusts of 152 kilometres an hour were measured at the Norrfisk lighthouse, the weather service said.",
        "The weather service measured gusts of 152 kilometres an hour at the Norrfisk lighthouse.",
        "At the Norrfisk lighthouse the wind reached 152 kilometres an hour in gusts.",
    ),
    (
        "Some {homes} homes in the harbour district had no electricity on Wednesday morning.",
        "On Wednesday morning {homes} homes in the harbour district were still without electricity.",
    ),
    (
        "The Sedge line is closed between Lindmar and Port Lusk because trees lie on the track.",
        "Because trees lie on the track, no trains run between Lindmar and Port Lusk on the Sedge line.",
    ),
    ("Schools in Port Lusk stay shut until Friday, the town said.",),
    (
        "The harbour wall, built in 1931, has a gap of twelve metres, and the next spring tide is due on Saturday.",
    ),
    ("Insurers put the damage at about 40 million crowns after a first look.",),
    ("Mayor Ida Renn thanked the crews, who had been out for thirty hours without a break.",),
    ("Fishermen in the outer harbour lost nine boats and most of their nets.",),
)
OUTLETS = ("Gazette", "Courier", "Post", "Herald", "Observer", "Radio", "Messenger", "Journal")
PLACES = (
    "Lindmar", "Tarrow", "Brennock", "Sedge", "Orlen", "Hallin", "Norrfisk", "Upper Vale", "Lower Vale", "Quay Street",
    "Castle Hill", "Stone Bridge", "Mill Lane", "Eastmark", "Westmark", "Saltmarsh", "Cold Spring", "Hale", "Ferrow",
    "Dunmere", "Ashby Cross", "Long Reach", "Gull Point", "Fenwick", "Marl",
)  # fmt: skip


def storm(outlets):
    """A bundle of so many articles about one storm, each from an outlet of its own, over three days."""
    return Bundle("storm", tuple(map(_article, range(outlets))), title="Storm over Port Lusk")


def two():
    """Two of those articles, with ten sentences between them."""
    return Bundle("two", (_article(1), _article(2)), title="Storm over Port Lusk")


def _article(number):
    told = sorted({number % 3, 3, (number * 7 + 2) % 10, (number * 3 + 5) % 10, 0})
    said = [FACTS[fact][(number + fact) % len(FACTS[fact])] for fact in told]
    values = {"roofs": 43 if number % 5 == 4 else 37, "homes": "1,900" if number % 4 else "2,300"}
    place, outlet = PLACES[number % len(PLACES)], OUTLETS[number // len(PLACES) % len(OUTLETS)]
    return Document.from_text(
        "\n\n".join(sentence.format(**values) for sentence in said),
        uri=f"https://{outlet.lower()}-{place.lower().replace(' ', '-')}.example/storm",
        title=f"Storm over Port Lusk: how {place} saw it",
        publisher=f"{place} {outlet}",
        published=datetime(2026, 10, 6, 22, tzinfo=UTC) + timedelta(minutes=19 * number),
        language="en",
    )


# What a local paper reports of its town, for a picture of many sentences none of which is another's.
REPORTS = (
    "In {place} the fire brigade counted {n} fallen trees between midnight and six in the morning.",
    "The council of {place} put the damage to its roads at {n} million crowns after a first round.",
    "Some {n} households in {place} were without electricity until Wednesday noon.",
    "The school in {place} stayed shut on Wednesday because its roof had lost {n} tiles.",
    "Trains to {place} ran {n} minutes late all day, the Sedge Railway said.",
    "A weather station near {place} recorded gusts of {n} kilometres an hour shortly after two.",
    "Farmers round {place} lost {n} hectares of winter wheat to the flooded Orlen.",
    "The mayor of {place} thanked {n} volunteers who had filled sandbags through the night.",
    "An insurer with an office in {place} received {n} claims before lunch.",
    "The bridge at {place} is closed to lorries until divers have looked at pier {n}.",
    "The bakery in {place} gave away {n} loaves to crews and neighbours.",
    "The hospital in {place} treated {n} people for cuts and bruises, none of them badly hurt.",
    "Police in {place} wrote {n} reports about scaffolding that had come loose.",
    "The water board lowered the sluice at {place} by {n} centimetres on Tuesday evening.",
    "In the parish church of {place} {n} windows broke, two of them older than the tower.",
    "A power line between {place} and the coast will take {n} days to mend, the grid operator said.",
    "The ferry landing at {place} was washed away for the second time in {n} years.",
    "Forest owners near {place} expect to saw up {n} thousand trunks before the beetle comes.",
    "The market in {place} will be held on Saturday with {n} stalls fewer than usual.",
    "Drivers were stuck for {n} hours on the road between {place} and Port Lusk.",
)


def country():
    """Twenty-five local papers with twenty sentences each: five hundred, of which each is like some others."""
    return Bundle("country", tuple(map(_paper, range(len(PLACES)))), title="A storm, town by town")


def _paper(number):
    said = (
        report.format(place=PLACES[number], n=(number * 7 + at * 11) % 83 + 3)
        for at, report in enumerate(REPORTS)
    )
    outlet = f"{PLACES[number]} {OUTLETS[number % len(OUTLETS)]}"
    return Document.from_text(
        "\n\n".join(said), title=f"The storm in {PLACES[number]}", publisher=outlet, language="en"
    )


@dataclass(frozen=True)
class Scene:
    """A page, what its marks must open, (number, quote, address), and where its sources can be opened."""

    html: str
    cited: frozenset[tuple[int, str, str | None]]
    addresses: frozenset[str]


def _scene(html, *digests, changes=()):
    cited = [each.citation for each in changes]
    for digest in digests:
        cited += [each for part in (*digest.lines, *digest.differences) for each in part.citations]
        cited += [each.citation for line in digest.lines for each in line.expansions]
    return Scene(
        html,
        frozenset(
            (each.source.number, sinks.visible(each.quote), each.link or _address(each.source))
            for each in cited
        ),
        frozenset(_address(source) for digest in digests for source in digest.sources) - {None},
    )


def _address(source):
    return sinks.link(source.url or source.uri)


def _page(digest):
    return _scene(digest.to_html(), digest)


@cache
def digest():
    """Five articles of five outlets."""
    return _page(summarize.summarize(["samples/dam"], title="The Hallin Dam"))


@cache
def one():
    """One source."""
    return _page(
        summarize.summarize(["samples/dam/brennock-herald.txt"], sentences=3, title="Brennock empties")
    )


@cache
def many():
    """Two hundred sources."""
    return _page(summarize.summarize(storm(200)))


@cache
def right_to_left():
    """Articles in Arabic."""
    return _page(summarize.summarize(["samples/arabic"], title="انهيار جسر وادي النور"))


@cache
def day():
    """The stories of several bundles read as one heap."""
    told, skipped = summarize.group(["samples/dam", "samples/election"])
    return _scene(stories.RENDERERS["html"](told, skipped), *(each.digest for each in told))


@cache
def paper():
    """The second day of the sample briefing: a figure that has changed, a source that cannot be read."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree("samples/briefing", Path(folder, "briefing"))
        settings = Path("samples/briefing.toml").read_text() + '\n[output]\nfile = "paper.json"\n'
        Path(folder, "briefing.toml").write_text(settings)
        for date in ("2026-03-09", "2026-03-10"):
            brief(f"{folder}/briefing.toml", "--date", date, "--state", folder)
        return briefing_json.loads(Path(folder, "paper.json").read_text())


@cache
def briefing():
    """That briefing as a page."""
    entries = paper().entries
    changes = [change for entry in entries for change in entry.changes]
    made = briefing_html.render(paper(), previous="2026-03-09.html")
    return _scene(made, *(entry.digest for entry in entries), changes=changes)


PAGES = {
    "digest": digest,
    "one": one,
    "many": many,
    "right-to-left": right_to_left,
    "stories": day,
    "briefing": briefing,
}
