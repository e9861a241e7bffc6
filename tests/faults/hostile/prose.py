"""What hostile inputs are filled with: sentences, pages and feeds drawn from a few words, and the list of cases."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

NOUNS = [
    "harbour",
    "council",
    "bridge",
    "school",
    "river",
    "tram",
    "market",
    "library",
    "engine",
    "ferry",
    "garden",
    "tunnel",
    "budget",
    "museum",
    "storm",
    "orchard",
    "clinic",
    "railway",
    "festival",
    "reservoir",
]
VERBS = [
    "opened",
    "closed",
    "delayed",
    "approved",
    "repaired",
    "flooded",
    "moved",
    "expanded",
    "cancelled",
    "inspected",
]
PLACES = ["Norwick", "Eastmere", "Calder", "Dunholm", "Ashby", "Tarrow", "Quill", "Penmoor", "Lisk", "Varden"]


@dataclass(frozen=True)
class Case:
    """One hostile input and what must become of it.

    kind: how it comes in: "file", "html", "feed", "jsonfeed", "dir" or "http-body".
    expect: "ok" read; "clean" read, and no output holds any of `forbid`; "skip" one line with path and
    reason, all else still used; "empty" valid and nothing to say; "bound" read or skipped.
    where: "all" in no output at all; "markup" not as markup, escaped text is fine.
    seconds, mib: of processor time and of resident memory, for all that it sets in motion.
    make: the bytes, or a function that writes files into a folder and returns the one to name.
    """

    name: str
    kind: str
    expect: str
    make: Callable
    suffix: str = ""
    forbid: tuple[str, ...] = ()
    where: str = "all"
    seconds: float = 10
    mib: float = 400
    tier: str = "small"

    def content(self, seed=1):
        """The bytes of the file, the same for the same seed."""
        made = self.make(Random(f"{seed}/{self.name}"))
        return made.encode("utf-8", "surrogatepass") if isinstance(made, str) else made


def constant(content):
    """A maker of what no chance has a part in."""
    return lambda _: content


def sentence(chance):
    """One sentence of a dozen words or two."""
    return (
        f"The {chance.choice(NOUNS)} in {chance.choice(PLACES)} was {chance.choice(VERBS)} on day "
        f"{chance.randint(1, 364)} after {chance.randint(2, 990)} residents wrote to the "
        f"{chance.choice(NOUNS)} office."
    )


def paragraph(chance, count=5):
    """So many sentences."""
    return " ".join(sentence(chance) for _ in range(count))


def page(chance, title="Plain title", extra="", body=None):
    """An article as a page. extra: what follows the text."""
    text = body if body is not None else "".join(f"<p>{paragraph(chance)}</p>\n" for _ in range(4))
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head>"
        f"<body><article><h1>{title}</h1>\n{text}{extra}</article></body></html>"
    )


def rss(items, prolog='<?xml version="1.0" encoding="utf-8"?>', doctype=""):
    """A feed in RSS 2.0."""
    return (
        f'{prolog}{doctype}<rss version="2.0"><channel><title>Test channel</title>'
        f"<link>https://feed.example/</link><description>d</description>{''.join(items)}</channel></rss>"
    )


def item(chance, number, title=None, text=None, guid=None, date="Mon, 02 Mar 2026 08:00:00 GMT"):
    """One entry of such a feed."""
    title = f"Item {number}: {chance.choice(NOUNS)} {chance.choice(VERBS)}" if title is None else title
    text = paragraph(chance) if text is None else text
    return (
        f"<item><title>{title}</title><link>https://feed.example/{number}</link>"
        f'<guid isPermaLink="false">{guid or f"urn:x:{number}"}</guid>'
        f"<pubDate>{date}</pubDate><description>{text}</description></item>"
    )


def atom(entry):
    """A feed in Atom with one entry."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
        f"<title>Test atom</title><id>urn:f</id><updated>2026-03-02T08:00:00Z</updated>{entry}</feed>"
    )


def escaped(text):
    """Text as XML has it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
