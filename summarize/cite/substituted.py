"""Sentences that are the same but for one word, which is the news: "an amber warning", "a red warning".

A score for wording takes them for each other, and the longer they are the more so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from summarize.cite.statement import Statement
from summarize.cite.synonyms import plain, synonyms
from summarize.cite.words import Word, word_set

_FIRST = word_set("first second third last next")  # that tell which, though some are stop words
_ARTICLES = word_set("a an the")
_LIKE = 0.75  # of the letters, of a word in another spelling or form (chosen by eye)


def substituted(now: Statement, before: Statement, *, alone: bool = False) -> bool:
    """Whether two sentences differ in one word of content in one place, which is no other word for it.

    alone: and in no other word but articles. Who "appeared accused of arson" did so "charged with arson".
    """
    mine, theirs = list(_whole(now)), list(_whole(before))
    matcher = SequenceMatcher(None, [_form(each) for each in mine], [_form(each) for each in theirs], False)
    changed = [(mine[i:j], theirs[k:n]) for op, i, j, k, n in matcher.get_opcodes() if op != "equal"]
    apart = [pair for pair in changed if any(_tells(word) for side in pair for word in side)]
    if len(apart) != 1:
        return False
    if alone and any(len(_but_articles(side)) != (pair in apart) for pair in changed for side in pair):
        return False
    new, old = ([word for word in side if _tells(word)] for side in apart[0])
    return len(new) == len(old) == 1 and not _is_another_for(new[0], old[0], now)


def _but_articles(side: Sequence[tuple[Word, ...]]) -> list[tuple[Word, ...]]:
    return [each for each in side if each[0].lower not in _ARTICLES]


def _whole(statement: Statement) -> Iterator[tuple[Word, ...]]:
    """What it tells, word by word, of which "semi-final" is one."""
    held: list[Word] = []
    for word in statement.told:
        if held and word.gap != "-":
            yield tuple(held)
            held = []
        held.append(word)
    if held:
        yield tuple(held)


def _form(whole: tuple[Word, ...]) -> str:
    return "-".join(word.stem or word.lower for word in whole)


def _tells(whole: tuple[Word, ...]) -> bool:
    return any(word.stem or word.lower in _FIRST for word in whole)


def _is_another_for(new: tuple[Word, ...], old: tuple[Word, ...], said: Statement) -> bool:
    """Whether one is a name or figure, which others compare, or the other spelt or put another way."""
    if not all(word.text.islower() for word in (*new, *old)):
        return True
    mine, theirs = ("".join(word.lower for word in whole) for whole in (new, old))
    if mine == theirs or (
        len(new) == len(old) == 1 and SequenceMatcher(None, mine, theirs, False).ratio() >= _LIKE
    ):
        return True
    one, other = (synonyms({plain(each, said.stem)}, said.stem) for each in (mine, theirs))
    return not one.isdisjoint(other)
