"""Papers for tests: one day, two stories, and a parcel as the state hands it out."""

from datetime import UTC, date, datetime

from summarize.briefing.memory import Parcel
from summarize.model import Citation, Digest, Line, Source, Span, sha256
from summarize.paper import Briefing, Entry, Part

MONDAY = date(2026, 11, 23)
DAWN = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
DAM = "The dam at Nuria held through the night, the water board said."
MARKET = "The covered market opens again on Friday with ninety stalls."


def digest_of(headline, text, *, name="herald", number=1):
    """One story in one sentence from one outlet."""
    url = f"https://{name}.example/{number}"
    source = Source(
        number,
        f"{name}-{number}",
        url,
        headline,
        name.title(),
        DAWN,
        "en",
        sha256("a text"),
        len(text),
        1,
        1,
        url=url,
    )
    citation = Citation(source, Span(0, len(text)), text, link=url)
    return Digest("story", headline, "en", (Line(text, 1.0, (citation,), 1),), (source,))


def paper_of(*stories, **fields):
    """A paper of (headline, text) stories, all of them new."""
    stories = stories or (("Dam holds", DAM), ("Market opens again", MARKET))
    entries = tuple(
        Entry("new", digest_of(headline, text, number=number))
        for number, (headline, text) in enumerate(stories, 1)
    )
    fields = {"since": None, "until": DAWN, "documents": 9, "sources": 3, "told": len(stories), **fields}
    return Briefing("Morning briefing", fields.pop("day", MONDAY), parts=(Part(None, entries),), **fields)


def parcel(
    content=b"the paper\n", *, target="file", day=MONDAY, number=1, message_id="<1@host.example>", newest=True
):
    """Bytes on their way."""
    return Parcel(number, day, message_id, target, content, newest=newest)
