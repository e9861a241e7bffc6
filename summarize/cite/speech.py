"""Who is let speak: the words of a sentence that only say who says it.

A citation is forgiven for lacking them. English only: elsewhere every word counts as claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarize import quoting
from summarize.cite.tense import acts
from summarize.cite.words import Word, word_set

SAYING = word_set(
    "said says say saying told tells tell reported reports report according added adds announced "
    "stated wrote writes tweeted confirmed claimed noted explained insisted acknowledged argued "
    "responded replied asked continued recalled testified joked expressed"
)
_LONGEST_LABEL = 4  # words
_PASSIVE = word_set("is are was were be been being")
# "Which is to report in June", "would not say who": what is still to be said, or is not, is a claim.
_UNSAID = word_set("to not will would shall should must may might can could cannot")
# "Two men who asked about it" speaks of the men.
_RELATIVE = word_set("who which whom")
# "The reported gunman", "multiple reports": an adjective or a noun.
_NOUN = word_set("the a an its his her their our my your multiple several many some no any few numerous")
_NO_SAYING = _PASSIVE | _UNSAID | _RELATIVE | _NOUN
_DASHES = "—–-(["
_CUTS = frozenset(',;:()—“”«»„"`')
# A quotation of fewer words is an expression in somebody's sentence, not what the sentence reports.
_QUOTATION = 5
_JOINS = word_set("and but")
# After the verb of saying these open or carry a claim: "said four were killed".
_CLAIMING = word_set("that he she they it there is are was were be been has have had will would can could")
# "The search for the twelve continued", "the firm added jobs": without a quotation these may claim.
_ALSO_ELSE = word_set("added continued claimed recalled")
_LONGEST_TAG = 16  # words, both chosen by eye on the tuning half


def attributed(text: str, words: Sequence[Word], language: str | None) -> frozenset[int]:
    """Indices of the words that claim nothing: who speaks ("police said", "according to the mayor")."""
    if language != "en":
        return frozenset()
    spoken = quoted(text, words)
    tags = _around(words, spoken) if spoken else _clauses(words)
    kept = {i for first, last in tags for i in range(first, last)}
    kept.update(_speaker(words))
    # A sentence that is nothing but attribution claims that somebody spoke.
    return frozenset(kept) if len(kept) < len(words) else frozenset()


def quoted(text: str, words: Sequence[Word]) -> tuple[tuple[int, int], ...]:
    """Stretches of words `[first, last)` between quotation marks that are more than an expression."""
    return tuple(found for found in _quoted(text, words) if found[1] - found[0] >= _QUOTATION)


def _quoted(text: str, words: Sequence[Word]) -> list[tuple[int, int]]:
    """Stretches of words `[first, last)` between quotation marks; a mark left open runs to the end."""
    if not quoting.quotes(text):
        return []
    stretches: list[tuple[int, int]] = []
    opened: int | None = 0 if _starts_inside(text) else None
    for i, gap in enumerate([word.gap for word in words]):
        for mark in quoting.MARK.findall(gap):
            if mark in quoting.OPENING or (mark not in quoting.CLOSING and opened is None):
                opened = i
            elif opened is not None:
                stretches.append((opened, i))
                opened = None
    return stretches if opened is None else [*stretches, (opened, len(words))]


def _starts_inside(text: str) -> bool:
    """Whether the first mark of a sentence closes a quotation that an earlier one opened."""
    first = quoting.MARK.search(text)
    if first is None or not first.start() or first.group() in quoting.OPENING:
        return False
    before = text[first.start() - 1]
    return first.group() in quoting.CLOSING or not (before.isspace() or before in _DASHES)


def _speaker(words: Sequence[Word]) -> range:
    """The words of an opening that names who speaks, as a transcript does: "PRESIDENT OBAMA: Well"."""
    for i, word in enumerate(words[: _LONGEST_LABEL + 1]):
        if i and ":" in word.gap:
            return range(i)
        if not word.text.isupper():
            break
    return range(0)


def _around(words: Sequence[Word], spoken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What stands before, between and after quotations, where it is short and says or ends in a colon."""
    edges = [0, *(edge for stretch in spoken for edge in stretch), len(words)]
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        says = any(_says(words, i) for i in range(first, last))
        announces = last < len(words) and ":" in words[last].gap
        if not (says or announces) or last - first > _LONGEST_TAG:
            continue
        cut = _second(words, first, last) if last < len(words) else first
        yield cut, last
        at = next((i for i in range(first, cut) if _says(words, i)), None)
        if at is not None:
            yield first, _after_that(words, at)


def _second(words: Sequence[Word], first: int, last: int) -> int:
    """Where an introduction that has told something goes on to quote: "said he loved ships and was “…”".

    What stands before is then no attribution, but for who says it. Without such a place, `first`.
    """
    cut = next((i for i in range(last - 1, first, -1) if words[i].lower in _JOINS), first)
    told = words[first:cut]
    claims = not _CLAIMING.isdisjoint(word.lower for word in told)
    return cut if claims and any(told[i].lower not in SAYING for i in acts(told)) else first


def _says(words: Sequence[Word], i: int) -> bool:
    """Whether word i is somebody's saying: "police reported", not "was reported dead", "is to report"."""
    return words[i].lower in SAYING and not (i and words[i - 1].lower in _NO_SAYING)


def _clauses(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Clauses cut off by commas that say, and an opening "The mayor said that"."""
    cuts = [0, *(i for i, word in enumerate(words) if i and not _CUTS.isdisjoint(word.gap)), len(words)]
    for first, last in pairwise(cuts):
        at = next((i for i in range(first, last) if _says(words, i) and _carries(words, i, last)), None)
        if at is None:
            continue
        if words[at].lower == "according" or (
            len(cuts) > 2 and last - first <= _LONGEST_TAG and _is_tag(words, at, last)
        ):
            yield (at if words[at].lower == "according" else first), last
        elif at - first <= _LONGEST_TAG // 2:
            yield first, _after_that(words, at)


def _carries(words: Sequence[Word], i: int, last: int) -> bool:
    """Whether a verb that also means else says something: "he added", "added that", not "added 12 jobs"."""
    ends = i + 1 == last or words[i + 1].lower == "that"
    return words[i].lower not in _ALSO_ELSE or ends


def _is_tag(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether nothing is claimed after the verb of saying but where and when it was said."""
    return last - at <= 7 and _CLAIMING.isdisjoint(word.lower for word in words[at + 1 : last])


def _after_that(words: Sequence[Word], at: int) -> int:
    return next((i + 1 for i in range(at + 1, min(at + 6, len(words))) if words[i].lower == "that"), at + 1)
