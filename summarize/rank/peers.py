"""sumy's summarisers behind our seams: their rating, our reading, spans and citations.

They get our candidates, by position, so that a sentence printed twice keeps both places (sumy keys its
ratings by text), and keep their own words, stems and stop lists, which ship with sumy; nothing is
downloaded. sumy and nltk take a second to import and are imported when first asked for.
"""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from itertools import groupby, pairwise
from string import punctuation
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from summarize.model import Pick, Ranking
from summarize.options import Options
from summarize.rank import scores
from summarize.rank.candidates import UNSPACED
from summarize.rank.material import Material

# Name to sumy's module and class.
SUMMARISERS: Final = {
    "lex-rank": ("lex_rank", "LexRankSummarizer"),
    "text-rank": ("text_rank", "TextRankSummarizer"),
    "lsa": ("lsa", "LsaSummarizer"),
    "luhn": ("luhn", "LuhnSummarizer"),
    "edmundson": ("edmundson", "EdmundsonSummarizer"),
    "kl": ("kl", "KLSummarizer"),
    "sum-basic": ("sum_basic", "SumBasicSummarizer"),
    "reduction": ("reduction", "ReductionSummarizer"),
}

# These rate by the round in which they would choose, and see to repetition themselves.
IN_ROUNDS: Final = frozenset({"kl", "sum-basic"})

# sumy's time grows with the square of the sentences, KL's with the cube; past these, those that come
# first in their documents are rated and the rest are not (docs/decisions/0009).
MOST, MOST_IN_ROUNDS = 500, 200

CUES = 10  # bonus words for Edmundson where no document has a title; chosen by eye
NO_WORD = "\0"  # Edmundson's lists may not be empty

_WORD = re.compile(f"{UNSPACED.pattern}|[^\\s{UNSPACED.pattern[1:-1]}]+")
_QUOTES = "“”„‘’«»…–—¿¡。、，؟،।"


def rank(material: Material, options: Options, *, name: str) -> tuple[Ranking, tuple[Pick, ...]]:
    """One of sumy's summarisers, by name.

    Those that choose in rounds pick in that order; the others get our redundancy penalty. Nothing
    more than .5 alike to a chosen sentence is taken.
    """
    rows = _first(material, MOST_IN_ROUNDS if name in IN_ROUNDS else MOST)
    values = np.zeros(len(material.table))
    if len(rows):
        values[rows] = _rated(name, material, rows)
    ranking = scores.shares(values, material, {"rating": values})
    redundancy = 0.0 if name in IN_ROUNDS and options.redundancy is None else None
    return ranking, scores.by_score(values, material, options, redundancy=redundancy)


def _first(material: Material, most: int) -> NDArray[np.int64]:
    """The candidates, at most so many: those of lowest position, then of earlier documents."""
    rows = np.flatnonzero(material.candidate)
    earliest = np.argsort(material.place[rows], kind="stable")[:most]
    return np.sort(rows[earliest])


def _rated(name: str, material: Material, rows: NDArray[np.int64]) -> NDArray[np.float64]:
    """sumy's rating of each row, scaled to [0, 1]."""
    module, summariser = SUMMARISERS[name]
    made = getattr(import_module(f"sumy.summarizers.{module}"), summariser)(_stem(_language(material)))
    _give_words(made, name, material, rows)
    found: list[Any] = []

    def keep(rated: list[Any]) -> list[Any]:
        found.extend(rated)
        return rated

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # LSA's, that few words serve it badly
        # sumy calls a count that is callable with all its ratings, best first.
        made(_document(material, rows), keep)
    ratings = np.zeros(len(rows))
    for each in found:
        # Sums over sets of words differ in the last digits from run to run.
        ratings[each.order] = float(f"{each.rating:.9g}")
    if name in IN_ROUNDS:
        return np.asarray(1 + ratings / len(rows))
    return scores.scaled(np.maximum(ratings, 0.0))


def _document(material: Material, rows: NDArray[np.int64]) -> Any:
    """sumy's document: a paragraph for each of ours, titles as headings."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph

    sentence, table = _sentence_class(), material.table
    paragraphs = []
    for document, held in groupby(rows.tolist(), key=lambda row: int(table.document[row])):
        title = table.documents[document].title
        heading = [sentence(title, _Words(), is_heading=True)] if title else []
        for run in _paragraphs(material, list(held)):
            paragraphs.append(Paragraph(heading + [sentence(table.text(row), _Words()) for row in run]))
            heading = []
    return ObjectDocumentModel(paragraphs)


def _paragraphs(material: Material, rows: Sequence[int]) -> list[list[int]]:
    """Rows of one document, apart where a line ends between them."""
    table, found = material.table, [[rows[0]]]
    for before, row in pairwise(rows):
        text = table.documents[table.document[row]].text
        if "\n" in text[table.end[before] : table.start[row]]:
            found.append([])
        found[-1].append(row)
    return found


def _give_words(made: Any, name: str, material: Material, rows: NDArray[np.int64]) -> None:
    stop = _stop_words(_language(material))
    if name == "edmundson":
        made.bonus_words = _cues(material, rows, stop)
        made.stigma_words = (NO_WORD,)
        made.null_words = stop or (NO_WORD,)
    else:
        made.stop_words = stop


def _cues(material: Material, rows: NDArray[np.int64], stop: frozenset[str]) -> tuple[str, ...]:
    """Words of the titles, else the commonest of the text, for the cue method's bonus list."""
    titles = " ".join(document.title or "" for document in material.table.documents)
    words = Counter(word.lower() for word in _words(titles))
    if not words:
        words = Counter(word.lower() for row in rows.tolist() for word in _words(material.table.text(row)))
    common = [word for word, _ in words.most_common() if word not in stop]
    return tuple(common[:CUES]) or (NO_WORD,)


def _language(material: Material) -> str:
    """The language of most rows, as a code; English where none is known, as sumy's default."""
    documents = material.table.documents
    codes = Counter(documents[number].language for number in material.table.document.tolist())
    return next((code for code, _ in codes.most_common() if code), "en")


class _Words:
    """What sumy asks for a sentence's words; its own tokenizers need data to be downloaded."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return _words(text)


def _words(text: str) -> tuple[str, ...]:
    """What white space separates, without punctuation, if it begins with a letter."""
    found = (word.strip(punctuation + _QUOTES) for word in _WORD.findall(text))
    return tuple(word for word in found if word and word[0].isalpha())


@cache
def _sentence_class() -> Any:
    """sumy's sentence, itself and no other whatever it says."""
    from sumy.models.dom import Sentence

    class Placed(Sentence):  # type: ignore[misc]  # sumy has no types
        __eq__ = object.__eq__
        __ne__ = object.__ne__
        __hash__ = object.__hash__

    return Placed


@cache
def _stem(language: str) -> Callable[[str], str]:
    """sumy's stemmer of a language; where it has none, words as they are in lower case."""
    from sumy.nlp import stemmers

    try:
        return stemmers.Stemmer(language)  # type: ignore[no-any-return]
    except LookupError:
        return stemmers.null_stemmer  # type: ignore[no-any-return]


@cache
def _stop_words(language: str) -> frozenset[str]:
    """sumy's stop list of a language; empty where it has none."""
    from sumy.utils import get_stop_words

    try:
        return frozenset(get_stop_words(language))
    except LookupError:
        return frozenset()
