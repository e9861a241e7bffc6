"""What a sentence tells was done, or has become of something, and whether others have told it.

Sentences on one subject share its names, and a score for wording says much the same of "the museum bought
a painting by Lena Dorr" and "the painting by Lena Dorr was a forgery". What happened is in the verb, or in
the noun that an empty verb leans on (Jespersen's light verbs: "will have an operation"), or in its particle
("was put off"). In other languages than English, whose verbs are not known here, it is in any word that is
written small and does not say who says it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarize.cite.coverage import found_in, is_light
from summarize.cite.statement import Statement
from summarize.cite.synonyms import plain, synonyms
from summarize.cite.tense import acts
from summarize.cite.units import CLASS_OF, MEASURES
from summarize.cite.words import Word, in_language, word_set

_GOES_ON = word_set("stay stays stayed remain remains remained continue continues continued")
_BEING = word_set("is are was were be been become becomes became")
_HAVING = word_set("have has had having impose imposes imposed imposing face faces faced facing")
_PARTICLES = word_set("off up out down over back away")
_DETERMINERS = word_set("a an the this that his her their its our my no any some more another all")
# "Took place", "took part", "on the way": nothing is told by these.
_EMPTY = word_set("place part time way case lot number one")

# Who says it, or from when on, outside English.
_SAYING = {
    "de": "sagte sagten teilte teilten erklärte erklärten berichtete berichteten meldete hieß zufolge "
    "laut gab gaben bekannt seit",
    "fr": "dit annoncé indiqué déclaré affirmé précisé rapporté expliqué selon depuis",
    "es": "dijo dijeron anunció informó informaron declaró afirmó indicó explicó según desde",
    "it": "detto annunciato dichiarato riferito spiegato secondo",
    "pt": "disse disseram anunciou informou declarou afirmou segundo desde",
    "nl": "zei zeiden meldde meldden liet weten volgens sinds",
}

Claim = tuple[str, frozenset[str]]
"""A stem, and what any of which would tell the same."""


class Told(NamedTuple):
    """What a sentence tells: each word as `untold` and `within` look for it, and those that it denies.

    classes: what counts as one in tolls, of which it has a word.
    """

    affirmed: frozenset[str]
    denied: frozenset[str]
    classes: frozenset[str]


def told(before: Statement) -> Told:
    """What a sentence tells."""
    near = {i + far for i in before.negations for far in (1, 2)}
    does = {*acts(before.words)} if before.language == "en" else ()
    senses: dict[bool, set[str]] = {False: set(), True: set()}
    for i, word in enumerate(before.words):
        if word.stem or i in does:
            senses[i in near] |= {word.stem, *_senses(before, i)}
    counted = frozenset(CLASS_OF[word.lower] for word in before.words if word.lower in CLASS_OF)
    return Told(frozenset(senses[False]), frozenset(senses[True]), counted)


def untold(now: Statement, before: Sequence[Told]) -> bool:
    """Whether a sentence tells a deed that no other told.

    After "will not sail" it is news that she sails; that she does not is for `vetoes`.
    """
    heard = frozenset[str]().union(*(each.affirmed for each in before))
    if now.negations:
        heard = heard.union(*(each.denied for each in before))
    counted = frozenset[str]().union(*(each.classes for each in before))
    deeds = (i for i in _told_of(now) if CLASS_OF.get(now.words[i].lower) not in counted)
    return any(not _is_said((now.words[i].stem, _senses(now, i)), heard) for i in deeds)


def claimed(now: Statement) -> tuple[Claim, ...]:
    """Every word of content of a sentence and every deed, attribution and figures apart."""
    skipped = now.attribution | now.in_figures
    content = (i for i, word in enumerate(now.words) if word.stem and word.lower not in _EMPTY)
    told_of = sorted({i for i in content if i not in skipped}.union(_told_of(now)))
    return tuple((now.words[i].stem, _senses(now, i)) for i in told_of)


def within(claims: Sequence[Claim], before: Told) -> bool:
    """Whether a sentence has all that another claims, if that is anything."""
    heard = before.affirmed | before.denied
    return bool(claims) and all(_is_said(claim, heard) for claim in claims)


def _is_said(claim: Claim, heard: frozenset[str]) -> bool:
    stem, senses = claim
    return not senses.isdisjoint(heard) or bool(found_in(heard, [stem]))


def _told_of(now: Statement) -> Iterator[int]:
    return _deeds(now) if now.language == "en" else _small(now)


def _small(now: Statement) -> Iterator[int]:
    """The words of content that are written small: no names, and in German no nouns."""
    saying = in_language(_SAYING, now.language)
    for i, word in enumerate(now.words):
        if word.stem and i not in now.in_figures and not word.capitalised and word.lower not in saying:
            yield i


def _deeds(now: Statement) -> Iterator[int]:
    """Which words of English say what was or will be done, attribution apart."""
    words, does = now.words, {*acts(now.words)}
    for i, word in enumerate(words):
        if i in now.attribution or word.lower in _GOES_ON:
            continue
        leans = is_light(word) or word.lower in _HAVING
        if leans and _particle(words, i):
            yield i
        elif leans or (word.lower in _BEING and _lower(words, i + 1) in _DETERMINERS):
            head = _head(words, i + 1)
            if head is not None and head not in now.in_figures and words[head].lower not in _EMPTY | MEASURES:
                yield head
        elif i in does or _is_aim(words, i):
            yield i


def _is_aim(words: Sequence[Word], i: int) -> bool:
    """Whether a word is what somebody wants or is to do: "to rent the mill", not "to visitors"."""
    if not (0 < i < len(words) - 1) or words[i - 1].lower != "to" or words[i].capitalised:
        return False
    following = words[i + 1]
    return bool(words[i].stem) and (
        following.lower in _DETERMINERS or following.capitalised or following.text[0].isdigit()
    )


def _head(words: Sequence[Word], at: int) -> int | None:
    """The noun that stands last in the row of words from a place on; None where a name does, or nothing."""
    while at < len(words) and words[at].lower in _DETERMINERS:
        at += 1
    head = None
    while at < len(words) and words[at].stem and (head is None or words[at].joined):
        head, at = at, at + 1
    return head if head is not None and not words[head].capitalised else None


def _lower(words: Sequence[Word], i: int) -> str:
    return words[i].lower if i < len(words) else ""


def _particle(words: Sequence[Word], i: int) -> str:
    """The particle right behind a verb."""
    following = _lower(words, i + 1)
    return following if following in _PARTICLES and words[i + 1].joined else ""


def _senses(statement: Statement, i: int) -> frozenset[str]:
    """What any of which would tell the same as a word: its stem, that of its plain form, and their like."""
    word, particle = statement.words[i], _particle(statement.words, i)
    own = word.stem or word.lower
    verb = plain(word.lower, statement.stem)
    found = {f"{verb}_{particle}"} if particle else set[str]()
    if not (particle and (is_light(word) or word.lower in _HAVING)):
        found |= {own, verb}
    return synonyms(found, statement.stem) if statement.language == "en" else frozenset(found)
