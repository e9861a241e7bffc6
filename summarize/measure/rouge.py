"""ROUGE-1, ROUGE-2 and ROUGE-Lsum of a digest against references, Lin 2004 [lin04rouge].

Counted by the package rouge-score (the extra `evaluate`) over words of any script: its own tokens are
ASCII only, which leaves nothing of Arabic, Greek, Hindi or Chinese. On ASCII text ours are the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from summarize.errors import SummarizeError

KINDS: Final = ("rouge1", "rouge2", "rougeLsum")

# Scripts that write no space between words count by character, as Chinese is scored since NTCIR.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_STEMMED = 3  # characters; ROUGE-1.5.5 and rouge-score stem only what is longer


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, each in [0, 1]."""

    precision: float
    recall: float

    @property
    def f(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def rouge(
    lines: Sequence[str],
    references: Sequence[Sequence[str]],
    *,
    language: str | None,
    limit: int | None = None,
) -> dict[str, Score]:
    """ROUGE of a digest, by kind.

    lines: its sentences. references: one or more, each as its sentences. language: "en" stems both
    with Porter's stemmer, as is usual; other languages count words as they stand. limit: only the
    first so many words count, between spaces, of the digest and of each reference: `-l` of
    ROUGE-1.5.5, whose script reads both with one limit.

    Several references are pooled, as ROUGE-1.5.5 does with `-f A`: the n-grams found in each, over
    the n-grams of all. Without jackknifing, which serves to compare systems with people.

    Raises SummarizeError where rouge-score is not installed.
    """
    scorer = _scorer(language == "en")
    summary, *texts = ("\n".join(_first_words(each, limit)) for each in (lines, *references))
    sizes = [len(tokens(text, stemmed=language == "en")) for text in texts]
    found = [scorer.score(text, summary) for text in texts]
    return {kind: _pooled([each[kind] for each in found], _grams(kind, sizes)) for kind in KINDS}


def tokens(text: str, *, stemmed: bool = False) -> list[str]:
    """The words of a text, folded; of scripts without spaces, its characters.

    >>> tokens("Łódź's 2 dams: 大坝")
    ['łódź', 's', '2', 'dams', '大', '坝']
    >>> tokens("The dams were opened.", stemmed=True)
    ['the', 'dam', 'were', 'open']
    """
    words = unicodedata.normalize("NFKC", text).casefold().translate(_SEPARATED).split()
    return [_stem(word) if len(word) > _STEMMED else word for word in words] if stemmed else words


class _Separated(dict[int, str]):
    """A translation table: letters, digits and the marks on them stay, the rest is space."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if _UNSPACED.match(character):
            kept = f" {character} "
        elif character.isalnum() or unicodedata.category(character).startswith("M"):
            kept = character
        else:
            kept = " "
        self[code] = kept
        return kept


_SEPARATED = _Separated()


@dataclass(frozen=True, slots=True)
class _Tokenizer:
    """What rouge-score asks for words."""

    stemmed: bool

    def tokenize(self, text: str) -> list[str]:
        return tokens(text, stemmed=self.stemmed)


@cache
def _scorer(stemmed: bool) -> Any:
    try:
        from rouge_score.rouge_scorer import RougeScorer  # brings nltk: a second
    except ImportError as cause:
        reason = "not installed; pip install 'summarize-digest[evaluate]'"
        raise SummarizeError("rouge-score", reason) from cause
    return RougeScorer(KINDS, tokenizer=_Tokenizer(stemmed))


@cache
def _stemmer() -> Callable[[str], str]:
    from nltk.stem.porter import PorterStemmer

    return PorterStemmer().stem  # type: ignore[no-any-return]  # nltk has no types


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    return _stemmer()(word)


def _first_words(lines: Sequence[str], limit: int | None) -> Sequence[str]:
    if limit is None:
        return lines
    kept = []
    for line in lines:
        words = line.split()[:limit]
        kept.append(" ".join(words))
        limit -= len(words)
    return kept


def _grams(kind: str, sizes: Sequence[int]) -> list[int]:
    """How many n-grams texts of these sizes, in words, hold; for Lsum, words."""
    n = 2 if kind == "rouge2" else 1
    return [max(size - n + 1, 0) for size in sizes]


def _pooled(scores: Sequence[Any], counts: Sequence[int]) -> Score:
    """Hits in all references, over the n-grams of the digest once for each and over those of all.

    Precision has one denominator, so its pool is the mean; recall is weighed by the references' counts.
    """
    hits = sum(score.recall * count for score, count in zip(scores, counts, strict=True))
    return Score(
        precision=sum(score.precision for score in scores) / len(scores),
        recall=hits / max(sum(counts), 1),
    )
