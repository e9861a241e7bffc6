"""That nobody was hurt, or nobody died, as a count of none: who counts four contradicts it; English only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.cite.figures import Figure
from summarize.cite.statement import Statement
from summarize.cite.units import PEOPLE
from summarize.cite.words import Word, word_set

# Nouns that come to people, by the verb that says the same.
_SUFFERED = {
    **dict.fromkeys(("injury", "injuries", "casualty", "casualties"), "hurt"),
    **dict.fromkeys(("death", "deaths", "fatality", "fatalities"), "killed"),
}
_VERBS = word_set("hurt injured wounded killed died")
_ARE = word_set("was were is are has have had been")
_REACH = 4  # words from "nobody" to what nobody was
# Said of what is so as yet, might have been, or is not known.
_IF = word_set("yet far immediate immediately if unless whether hope hopes hoped hoping sure ensure unclear")


def may_count_nobody(text: str) -> bool:
    """Whether a text may hold such a count, as far as a look tells: asked first, for hardly one does."""
    lower = text.lower()
    return "nobody " in lower or "no " in lower


def nobody(statement: Statement) -> Iterator[tuple[Figure, str]]:
    """Counts of none, each with the verb for what nobody suffered; in other languages there are none."""
    if statement.language != "en" or not _IF.isdisjoint(statement.lower):
        return
    words = statement.words
    for at in range(len(words) - 1):
        if last := _nobody(words, at):
            if verb := _suffered(words, last):
                yield Figure("count", 0, 0, at, last, words[at].start, words[last - 1].end), verb
        elif words[at].lower == "no" and words[at + 1].lower in _SUFFERED:
            end = words[at + 1].end
            yield Figure("count", 0, 0, at, at + 2, words[at].start, end), _SUFFERED[words[at + 1].lower]


def _nobody(words: Sequence[Word], at: int) -> int:
    """The word behind "nobody", "no one" or "no passengers" that stands at a place; 0 if none does."""
    if words[at].lower == "nobody":
        return at + 1
    behind = words[at + 1].lower
    return at + 2 if words[at].lower == "no" and (behind == "one" or behind in PEOPLE) else 0


def _suffered(words: Sequence[Word], at: int) -> str:
    """What nobody was, if no more is said: four may be hurt where "no one else" is, or none "seriously"."""
    for word in words[at : at + _REACH]:
        if word.lower in _VERBS:
            return word.lower
        if word.lower not in _ARE:
            return ""
    return ""
