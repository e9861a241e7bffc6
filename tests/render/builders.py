"""Digests built by hand, and any digest at all."""

from datetime import UTC, datetime
from urllib.parse import quote as percent_encoded

from summarize.model import Citation, Difference, Digest, Failure, Line, Source, Span, sha256
from summarize.render import sinks


def source(number=1, uri="herald.txt", **about):
    """A source as a digest lists it; what is not said is not known."""
    text = about.pop("text", "The dam held.")
    known = {"id": f"d{number}", "title": None, "publisher": None, "published": None, "language": "en"}
    counts = {"sha256": sha256(text), "characters": len(text), "sentences": 1, "origin": number}
    return Source(number=number, uri=uri, **(known | counts | about))


def citation(of, quote="The dam held.", kind="primary", similarity=1.0):
    """A quote from the beginning of its source, with a link where the source has an address."""
    link = of.url and of.url + "#:~:text=" + percent_encoded(quote, safe="").replace("-", "%2D")
    return Citation(of, Span(0, len(quote)), quote, kind, similarity, link)


def line(text="The dam held.", own=None, *, also=(), same=(), origins=1):
    """A line from its own source, and the sources that say it too."""
    others = [citation(each, kind="corroborates", similarity=0.5) for each in also]
    copies = [citation(each, kind="same-text") for each in same]
    return Line(text, 0.25, (citation(own or source(), text), *others, *copies), origins)


def digest(*lines, sources=None, **about):
    """A digest whose sources are those its lines cite, unless given."""
    if sources is None:
        cited = {each.source.number: each.source for said in lines for each in said.citations}
        sources = tuple(cited[number] for number in sorted(cited))
    known = {"bundle": "b", "title": None, "language": "en"}
    return Digest(lines=tuple(lines), sources=tuple(sources), **(known | about))


def addresses(made):
    """Where the sources of a digest can be opened."""
    return {sinks.link(each.url or each.uri) for each in made.sources} - {None}


def quotes(made):
    """Where its citations lead."""
    cited = [each for part in (*made.lines, *made.differences) for each in part.citations]
    cited += [each.citation for said in made.lines for each in said.expansions]
    cited += [said.context for said in made.lines if said.context]
    return {sinks.link(each.link) for each in cited if each.link}


def dam():
    """The digest of a dam, with everything a digest can have."""
    day = datetime(2026, 3, 3, tzinfo=UTC)
    herald = source(
        1,
        "samples/dam/brennock-herald.txt",
        title="Brennock empties as Hallin Dam spillway gives way",
        publisher="Brennock Herald",
        published=day,
    )
    meridian = source(
        2,
        "https://meridian.example/region/hallin-dam-warning",
        url="https://meridian.example/region/hallin-dam-warning",
        title="A dam that held, and the warning nobody paid for",
        publisher="The Meridian",
        published=day,
    )
    post = source(
        3,
        "samples/dam/harbour-post.txt",
        title="Town below damaged dam evacuated; main wall holds, operator says",
        published=day,
    )
    courier = source(4, "samples/dam/valley-courier.txt", origin=3)
    notes = source(5, "samples/dam/sedge-notes.md", title="The valley remembers", publisher="Sedge Notes")
    evacuated = "About 1,200 people were evacuated from lower Brennock before sunrise, the district office said, most of them to the sports hall and the two schools on Castle Hill."
    others = "Around 1,500 people were evacuated from lower Brennock on Tuesday after a 40-metre section of the Hallin Dam’s concrete spillway broke away in the fourth day of heavy rain, the regional civil protection agency said."
    return digest(
        line(evacuated, herald),
        line(
            "An inspection in 2021 had found cracks in the spillway and recommended repairs, which were postponed twice to save money, according to a report seen by the Herald.",
            herald,
            also=[meridian, notes],
            same=[post],
            origins=3,
        ),
        line(
            "The reservoir is to be lowered by six metres before residents may return, a level that engineers expect to reach on Friday.",
            post,
            same=[courier],
        ),
        title="The Hallin Dam, 3–4 March 2026",
        sources=(
            herald,
            meridian,
            post,
            courier,
            notes,
            source(6, "samples/dam/chess.txt", title="Port Lusk wins regional chess final"),
        ),
        differences=(
            Difference(
                "number", ("1,200", "1,500"), (citation(herald, evacuated), citation(meridian, others))
            ),
            Difference(
                "rank",
                ("the first", "one of several"),
                (
                    citation(
                        post,
                        "It was the first evacuation of the town since the dam opened in 1962, district officials said.",
                    ),
                    citation(
                        notes,
                        "It is one of several: lower Brennock was evacuated in 2007 and again in 2014, both times because of the dam.",
                    ),
                ),
            ),
        ),
        skipped=(Failure("samples/dam/photo.jpg", "not a text document"),),
        manifest={"version": "0.1.0", "method": "default", "options": {"sentences": 5}},
    )
