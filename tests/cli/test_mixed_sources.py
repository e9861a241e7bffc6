"""`summarize digest` of every kind of source at once: one list of sources, whatever they came as."""

import io
import json
import zipfile
from datetime import UTC, datetime

import pytest

from tests.cli.articles import run
from tests.faults.server import Server
from tests.read.papers import book, column, crawl, pdf, word

ARTICLES = {
    "page": "The old bridge at Sarn was closed on Monday after divers found cracks in two of its piers.",
    "feed": "The county engineer said the repairs would take until the autumn and cost four million crowns.",
    "mail": "Shopkeepers on the east bank fear that they will lose the trade of the whole summer.",
    "text": "A ferry that stopped running in 1931 may come back for a season, says the mayor.",
    "records": "The bridge was built in 1888 and carried nine thousand cars a day before it was closed.",
    "word": "A bridge of pontoons could be laid in three weeks, the army's engineers have offered.",
    "book": "The toll of the first bridge was a penny for each wheel and a halfpenny for each leg.",
    "rtf": "Fishermen upstream want the river left alone while the salmon climb to their gravel beds.",
    "crawl": "The ministry of roads has promised half of the money if the county finds the rest.",
    "packed": "Schools on the west bank will begin half an hour later while the buses go round.",
    "pdf": "Masons from the cathedral at Lorn were asked whether granite can still be had.",
}
WHEN = datetime(2031, 5, 3, 10, 15, tzinfo=UTC)
DAY = "2031-05-03T10:15:00+00:00"
MIDNIGHT = "2031-05-03T00:00:00+00:00"


def site(name):
    return f"https://{name}.example/sarn"


def html(name, *, canonical=True):
    head = (
        f"<title>{name.title()}</title><meta property='og:site_name' content='The {name.title()}'>"
        f"<meta property='article:published_time' content='{DAY}'>"
        + f"<link rel='canonical' href='{site(name)}'>"
        * canonical
    )
    return f"<!doctype html><html><head>{head}</head><body><article><p>{ARTICLES[name]}</p></article></body></html>"


def rss(name):
    item = (
        f"<item><title>Feed</title><link>{site(name)}</link><pubDate>Sat, 03 May 2031 10:15:00 GMT</pubDate>"
    )
    body = f"{item}<description>{ARTICLES[name]}</description></item>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Feed</title>{body}</channel></rss>'


def letter(name):
    head = "From: The Mail <desk@mail.example>\nSubject: Mail\nDate: Sat, 03 May 2031 10:15:00 +0000\n"
    return f"{head}Archived-At: <{site(name)}>\nContent-Type: text/html\n\n<p>{ARTICLES[name]}</p>"


def archive(name):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        target.writestr("saved/page.html", html(name))
    return made.getvalue()


def record(name):
    return json.dumps(
        {
            "text": ARTICLES[name],
            "title": "Records",
            "publisher": "The Records",
            "date": DAY,
            "url": site(name),
        }
    )


FILES = {
    "feed.xml": rss("feed"),
    "page.html": html("page"),
    "newsletter.eml": letter("mail"),
    "text.md": f"# Text\n\nSource: The Text\nDate: 3 May 2031\n\n{ARTICLES['text']}\n",
    "records.jsonl": record("records"),
    "word.docx": word(ARTICLES["word"], title="Word", author="Ilse Veld", modified=WHEN),
    "book.epub": book(**{"text/one.xhtml": f"<p>{ARTICLES['book']}</p>", "text/two b.xhtml": "<p>End</p>"}),
    "rtf.rtf": r"{\rtf1{\info{\title Rtf}{\creatim\yr2031\mo5\dy3\hr10\min15}}" + ARTICLES["rtf"] + "}",
    "crawl.warc": crawl((site("crawl"), "text/html", html("crawl", canonical=False).encode())),
    "packed.zip": archive("packed"),
    "report.pdf": pdf([column(60, [ARTICLES["pdf"]])], title="Pdf"),
}
LISTED = {  # title, outlet, date and URL, as far as a kind has them
    "feed": ("Feed", "The Feed", DAY, site("feed")),
    "page": ("Page", "The Page", DAY, site("page")),
    "mail": ("Mail", "The Mail", DAY, site("mail")),
    "text": ("Text", "The Text", MIDNIGHT, None),
    "records": ("Records", "The Records", DAY, site("records")),
    "word": ("Word", None, DAY, None),
    "book": ("Pools", "Quay Press", MIDNIGHT, None),
    "rtf": ("Rtf", None, DAY, None),
    "crawl": ("Crawl", "The Crawl", DAY, site("crawl")),
    "packed": ("Packed", "The Packed", DAY, site("packed")),
    "pdf": ("Pdf", None, "2000-01-01T00:00:00+00:00", None),  # whatever is written by `papers.pdf`
}


@pytest.fixture
def named(tmp_path):
    """A file of each kind; their paths."""
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return [str(tmp_path / name) for name in FILES]


def test_every_kind_ends_in_the_same_list_of_sources(named, monkeypatch):
    """Files of eleven kinds and an address of the web mix freely; each is cited with what it says of itself."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with Server() as server:
        web = server.url("/page")
        status, out, errors = run("digest", "--allow-private", web, *named, "-n", 20, "-f", "json")
    made = json.loads(out)
    listed = {
        each["number"]: (each["title"], each["publisher"], each["published"], each["url"])
        for each in made["sources"]
    }
    cited = {line["text"]: listed[line["citations"][0]["source"]] for line in made["lines"]}
    assert (0, "") == (status, errors)
    assert LISTED == {name: cited[text] for name, text in ARTICLES.items()}
    assert ("Market opens again", web) in [(title, url) for title, _, _, url in listed.values()]
