"""Corrections: the sentences in which an outlet takes back what it wrote.

Cleaning keeps such notices out of digests, where they are furniture. A reader who was told the mistake wants
to hear of them in the outlet's words: of what was wrong and, where the next sentence says it, what is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from summarize.briefing import correction_words as words
from summarize.model import Document, SentenceTable

_LONGEST = 400  # characters; a longer sentence is no notice, but of an article about one (chosen by eye)
_SENTENCES, _CHARACTERS = 4, 700  # of a notice with what is right (chosen by eye)
_SOON = 3  # sentences after what the outlet wrote in which it calls that wrong (chosen by eye)
_AT_ONCE = 15  # characters before that an outlet is sorry (chosen by eye)
_CALLED_WRONG = 60  # characters from the start of a sentence that calls wrong what the last one says


def _any(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


# "Correction: the mayor …", "Correction (2 June) – …", "Correction to our report: …", or a headline.
_HEAD = re.compile(
    rf"\W*(?:{'|'.join(words.HEADS)})"
    rf"(?:(?: \(|, )[^.:!?]{{0,30}}| to [^.:!?]{{0,20}}{words.PIECE}[^.:!?]{{0,40}})?"
    r"\s?(?:[:：]|[–—-]\s|\Z)\s?",
    re.IGNORECASE,
)
_NOTICE, _SAID, _REPORTED = _any(words.NOTICES), _any(words.SAID), _any(words.REPORTED)
_WRONG, _SORRY, _INSTEAD = _any(words.WRONG), _any(words.SORRY), _any(words.INSTEAD)
_REPORTS_WRONG = _any(words.REPORTS_WRONG)
_QUOTATION = re.compile('["“„«»‘]')


def is_notice(text: str) -> bool:
    """Whether a sentence takes back what was published before.

    >>> is_notice("We wrongly said that the dam is 14 metres high."), is_notice("The minister was wrong.")
    (True, False)
    """
    if _HEAD.match(text) or _NOTICE.search(text):
        return True
    return _tells_of_itself(text, None) and bool(_WRONG.search(text) or _SORRY.search(text))


def calls_reports_wrong(text: str) -> bool:
    """Whether a sentence says of reports, the outlet's own or not, that they were wrong.

    >>> calls_reports_wrong("Reports that he had driven for three hours were wrong: it was 70 minutes.")
    True
    """
    return _REPORTS_WRONG.search(text) is not None


def is_courtesy(text: str) -> bool:
    """Whether a sentence of a correction says first of all that the outlet is sorry.

    >>> is_courtesy("For this we apologise."), is_courtesy("He has not resigned and we regret the error.")
    (True, False)
    """
    found = _SORRY.search(text)
    return found is not None and found.start() <= _AT_ONCE and not _tells_of_itself(text, None)


def repeats_the_mistake(text: str) -> bool:
    """Whether a sentence of a correction says what was wrong, and not what is right.

    >>> repeats_the_mistake("We reported that ten died."), repeats_the_mistake("Nine died, not ten.")
    (True, False)
    """
    return (is_notice(text) or _tells_of_itself(text, None)) and not puts_right([text])


def puts_right(notice: Sequence[str]) -> bool:
    """Whether the sentences of a notice say what is right, as all of two or more do.

    >>> puts_right(["We said that the dam is 14 metres high."]), puts_right(["It is 40 metres high, not 14."])
    (False, True)
    """
    return len(notice) > 1 or any(_INSTEAD.search(_HEAD.sub("", text)) for text in notice)


def rows(table: SentenceTable, edited: Sequence[tuple[int, Document]] = ()) -> tuple[int, ...]:
    """The sentences of a story that correct what was published before, from the first that does; none, if
    there is none. They stand in one article, one after the other.

    edited: (place of a document, an edition before it), of articles that were changed. A notice counts where
    the article is nothing but a correction, or where it has come to one that was read before: of what stood
    in an article before anybody here read it there is nothing to put right.
    """
    before: dict[int, list[Document]] = {}
    for at, edition in edited:
        before.setdefault(at, []).append(edition)
    for place, document in enumerate(table.documents):
        mine = np.flatnonzero(table.document == place).tolist()
        if found := _notice(table, mine, document, before.get(place, [])):
            return found
    return ()


def _notice(
    table: SentenceTable, mine: Sequence[int], document: Document, before: Sequence[Document]
) -> tuple[int, ...]:
    """The rows in which one document corrects itself. mine: all of its rows. before: its earlier editions."""
    new = [at for at in mine if not any(table.text(at) in edition.text for edition in before)]
    # A headline over the text is shown as one, and says less than the notice below it.
    new = [at for at in new if table.text(at) != document.title] or new
    titled = _is_head(document) and not any(map(_is_head, before))
    first = next((at for at in mine if table.eligible[at]), -1)
    for index, at in enumerate(new):
        if not before and at > first >= 0:
            break
        texts = [table.text(each) for each in _following(table, new[index:])]
        opens = titled and at == max(first, new[0])
        if texts and len(texts[0]) <= _LONGEST and (opens or _takes_back(texts, document.publisher)):
            return tuple(new[index : index + _length(texts, document.publisher)])
    return ()


def _is_head(document: Document) -> bool:
    return bool(_HEAD.match(document.title or ""))


def _following(table: SentenceTable, new: Sequence[int]) -> Iterator[int]:
    """The first of some rows and those right after it, with nothing between them."""
    for last, at in zip([new[0] - 1, *new], new, strict=False):
        if at != last + 1:
            return
        yield at


def _takes_back(texts: Sequence[str], outlet: str | None) -> bool:
    """Whether the first of some sentences takes back what was published, by itself or with the next."""
    if is_notice(texts[0]):
        return True
    return _tells_of_itself(texts[0], outlet) and any(
        _SORRY.search(each) or _calls_wrong(each) for each in texts[1 : _SOON + 1]
    )


def _tells_of_itself(text: str, outlet: str | None) -> bool:
    """Whether an outlet says what it wrote; not somebody who is quoted."""
    found = _SAID.search(text) or (_own(outlet).search(text) if outlet else None)
    return found is not None and not _QUOTATION.search(text, 0, found.start())


def _own(outlet: str) -> re.Pattern[str]:
    """The outlet's name and that it said something: "Harrow Courier" is "the Courier" to itself."""
    names = "|".join(re.escape(each) for each in dict.fromkeys([outlet, outlet.split()[-1]]))
    return re.compile(rf"\b(?:{names}){words.NAMED}", re.IGNORECASE)


def _calls_wrong(text: str) -> bool:
    return bool(_WRONG.search(text, 0, _CALLED_WRONG))


def _length(texts: Sequence[str], outlet: str | None) -> int:
    """How many of some sentences are the notice: up to the one that says what is right."""
    if puts_right(texts[:1]):
        return 1
    for count, text in enumerate(texts):
        if count and (is_courtesy(text) or sum(map(len, texts[: count + 1])) > _CHARACTERS):
            return count
        if count + 1 == min(len(texts), _SENTENCES) or (count and not _leaves_open(text, outlet)):
            return count + 1
    return len(texts)


def _leaves_open(text: str, outlet: str | None) -> bool:
    """Whether a sentence says what was wrong, or that it was, and not what is right."""
    said = is_notice(text) or _tells_of_itself(text, outlet) or _REPORTED.search(text)
    short = len(text) <= _CALLED_WRONG and _calls_wrong(text)
    return bool(said or short) and not _INSTEAD.search(text)
