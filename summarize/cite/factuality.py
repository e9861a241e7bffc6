"""How a sentence holds what it tells to be: so, denied, doubted, tried, all but so, or so within limits.

"Police denied reports that the driver was drunk" has every word of "the driver was drunk", and says the
contrary: what decides is the word the clause hangs on, wherever it stands, and not, as for "not", the word
beside the verb alone. Saurí and Pustejovsky call it factuality (FactBank, LRE 43, 2009). What one sentence
tells under such a word the other must tell under one of its kind; a belief, an accusation and a plan are
asked for in one direction, for B that tells as so what A only reports says more. `qualifiers` has the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice

from summarize.cite.denials import IMPERFECT
from summarize.cite.lexicon import lexicon
from summarize.cite.qualifiers import QUALIFIERS, UNIVERSAL, Kind
from summarize.cite.statement import Statement
from summarize.cite.tense import PLAIN, acts
from summarize.cite.words import Word, in_language, phrases, word_set

_TOLD = word_set("report reports rumour rumours rumor rumors claim claims allegations speculation news")
_FALSE = word_set("false untrue wrong unfounded baseless hoax fake incorrect")
# Behind these stands what is still to be done.
_TO_COME = phrases("is_to are_to due_to set_to scheduled_to expected_to")
# Who says this tells no deed: "gusts are expected" is "no ferry will leave, since gusts are forecast".
_EXPECTED = word_set(
    "expect expects expected forecast forecasts predict predicts predicted likely due would could may"
)
_HELPING = word_set("be been have not now also")
_REACH, _STEMS = 9, 3  # words that may hang on it, and stems of them
_SHARED = 2  # of them the other must say; of what is possible one
# These may stand in A alone: "is accused of stealing" is told by "stole" (11 true citations of 384).
_ONE_WAY: frozenset[Kind] = frozenset(("alleged", "believed", "meant", "wished", "owed", "some"))
_BOTH_WAYS: frozenset[Kind] = frozenset(QUALIFIERS) - _ONE_WAY - {"coming"}
# Kinds that say no less than another; of the rest each answers to itself.
_EXCUSED: dict[Kind, tuple[Kind, ...]] = {
    "meant": ("meant", "wished", "coming"),
    "wished": ("wished", "meant"),
    "alleged": ("alleged", "believed", "doubted", "possible"),
    "believed": ("alleged", "believed", "doubted", "possible"),
    "doubted": ("doubted", "conditional"),
    "conditional": ("doubted", "conditional", "excepted"),
    "excepted": ("conditional", "excepted", "office"),
    "office": ("office", "excepted"),  # the former president was president until 2010
}
# Who says it, and means it, is quoted as well: "accused him of “using his position”".
_SPOKEN: frozenset[Kind] = frozenset(("alleged", "believed", "meant", "wished"))
_ADDED: frozenset[Kind] = frozenset(("conditional", "excepted"))  # to what stands before them
_ENDS, _CUTS = frozenset(";.?!"), frozenset(",:()—–")
_OPENERS = word_set("which who whom whose where that and but qui que der die das")
# "Asked if", "even if", "the only", "not only": no condition, no restriction.
_ASKING = word_set(
    "asked ask asks asking know knows wonder wonders wondered see sure unclear unknown tell say decide check "
    "even as what not pregunta preguntan sabe saben incluso como demande demandent sait savoir même comme"
)
_ARTICLES = word_set("the a an not")
_MERELY = word_set("hours days weeks months years minutes moments after when because if as a")


def unlike(a: Statement, b: Statement) -> bool:
    """Whether one denies, doubts or limits what the other tells as so, or B qualifies what A tells."""
    return (
        _held_otherwise(a, b, _BOTH_WAYS)
        or _held_otherwise(b, a, _BOTH_WAYS | _ONE_WAY)
        or _still_to_come(a, b)
        or _still_to_come(b, a)
        or _only_to_do(a, b)
    )


def doubts(a: Statement, b: Statement) -> bool:
    """Whether A denies, fears or expects what B tells as so: "may have killed 20 people"."""
    return _held_otherwise(a, b, _BOTH_WAYS)


def denies(statement: Statement) -> bool:
    """Whether a clause in it hangs on a word of denial."""
    return any(kind == "denied" for kind, _ in _held(statement))


def plain(statement: Statement) -> frozenset[str]:
    """Its stems, and those of the plain forms of its verbs: "began" is "begin" too, "سيفتح" is "فتح"."""
    if statement.language == "ar":
        return statement.distinct | {stem[1:] for stem in statement.distinct if stem[0] in IMPERFECT}
    if statement.language != "en":
        return statement.distinct
    past = (PLAIN[lower] for lower in statement.lower & PLAIN.keys())
    return statement.distinct | {statement.stem(lower) for lower in past}


def _still_to_come(a: Statement, b: Statement) -> bool:
    """Whether B has yet to come to what A tells as done: "is to vote on the law" for "passed the law"."""
    if a.language != "en" or a.lower & _EXPECTED or not (coming := _coming(b)):
        return False
    deeds = {_plain(a, i) for i in acts(a.words) if a.words[i].stem}
    return not coming & plain(a) and bool(deeds) and not deeds & plain(b) and not _coming(a)


def _only_to_do(a: Statement, b: Statement) -> bool:
    """Whether B has what A tells as done behind "to" alone: "is ready to sign" for "signed"."""
    if a.language != "en" or b.language != "en":
        return False
    done = (
        i for i in acts(a.words) if a.words[i].stem and _past(a.words[i].lower) and i not in a.attribution
    )
    verbs = {_plain(a, i) for i in done}
    return any(_behind_to(b, verb) and not _behind_to(a, verb) for verb in verbs)


def _past(lower: str) -> bool:
    return lower in PLAIN or lower.endswith("ed")


def _behind_to(statement: Statement, verb: str) -> bool:
    """Whether every word of a stem follows a "to" that leaves open whether it is done."""
    words = statement.words
    places = [i for i, word in enumerate(words) if word.stem and _plain(statement, i) == verb]
    for i in places:
        to = next((j for j in range(i - 1, -1, -1) if words[j].lower not in _HELPING), 0)
        if words[to].lower != "to":
            return False
    return bool(places)


def _plain(statement: Statement, i: int) -> str:
    """The stem of a word, of a verb that of its plain form."""
    lower = statement.words[i].lower
    return statement.stem(PLAIN.get(lower, lower))


def _coming(statement: Statement) -> frozenset[str]:
    """The stems of the verbs of what is to be done: "is to vote", "will probably vote"."""
    words = statement.words
    opens = (
        i
        for i, word in enumerate(words)
        if word.lower == "will" or (i and (words[i - 1].lower, word.lower) in _TO_COME)
    )
    verbs = (next((word for word in words[i + 1 : i + 3] if word.stem), None) for i in opens)
    return frozenset(verb.stem for verb in verbs if verb)


def _held_otherwise(a: Statement, b: Statement, kinds: frozenset[Kind]) -> bool:
    """Whether what a word of these kinds governs in A is governed by none of its kind in B, which says it."""
    held = [(kind, stems) for kind, stems in _held(a) if kind in kinds and stems]
    if not held:
        return False
    theirs, said = {kind for kind, _ in _held(b)}, plain(b)
    return any(
        theirs.isdisjoint(_EXCUSED.get(kind, (kind,)))
        and not (kind in _SPOKEN and b.quotations)
        and not (kind == "some" and in_language(UNIVERSAL, b.language).isdisjoint(b.lower))
        and len(stems & said) >= min(1 if kind == "possible" else _SHARED, len(stems))
        for kind, stems in held
    )


def _held(statement: Statement) -> Iterator[tuple[Kind, frozenset[str]]]:
    """Each kind of such a word in a sentence, and the stems that it governs."""
    openings = _openings(statement.language or "")
    if openings.keys().isdisjoint(statement.lower):
        return
    spoken = statement.spoken
    for i, lower in enumerate(spoken):
        for kind, phrase in openings.get(lower, ()):
            after = i + len(phrase)
            if spoken[i:after] == phrase and _governs(statement, kind, i, after):
                yield from ((kind, stems) for stems in _scopes(statement, kind, i, after))
        if (
            lower in _TOLD
            and not _FALSE.isdisjoint(statement.lower)
            and spoken[i + 1 : i + 2] in (("that",), ("of",))
        ):
            yield "denied", _stems(statement, range(i + 1, len(spoken)))


def _governs(statement: Statement, kind: Kind, first: int, after: int) -> bool:
    """Whether words `[first, after)` are what they look like; in "nearly 50" or "asked if" they are not."""
    words = statement.words
    before = words[first - 1].lower if first else ""
    following = words[after].lower if after < len(words) else ""
    if statement.language == "en" and first and words[first].capitalised:
        return False  # "on 3 May", "Will Smith"
    match kind:
        case "possible":
            return following != "not"
        case "escaped":
            return statement.language != "en" or not {after, after + 1}.isdisjoint(acts(words))
        case "conditional":
            return before not in _ASKING and (first == 0 or words[first].lower != "should")
        case "only" | "few" | "some":
            counted = following[:1].isdigit() or following in lexicon(statement.language).numbers
            return before not in _ARTICLES and not counted and not (kind == "only" and following in _MERELY)
        case "meant":
            return before not in _ARTICLES
        case "ranked":
            return following.endswith("est") or following in {"most", "best", "worst"}
        case _:
            return True


def _scopes(statement: Statement, kind: Kind, first: int, after: int) -> Iterator[frozenset[str]]:
    """The stems that words `[first, after)` govern: what follows, or for a condition what it is added to."""
    words = statement.words
    follows, precedes = range(after, len(words)), range(first - 1, -1, -1)
    if kind == "office":
        yield _stems(statement, follows[:1])
    elif kind in _ADDED and not first:
        comma = next((i for i in follows if "," in words[i].gap), after)
        yield _stems(statement, range(comma, len(words)))
    else:
        governed = frozenset() if kind in _ADDED else _stems(statement, _clause(words, follows, 0))
        yield governed
        if kind in _ADDED | {"only"} or (kind == "alleged" and not governed):
            yield _stems(
                statement, _clause(words, precedes, 1)
            )  # "on Sundays only", "he stole it, reportedly"


def _clause(words: Sequence[Word], indices: range, ahead: int) -> Iterator[int]:
    """Indices to the end of a clause that holds a word of content. ahead: to the word whose gap ends it."""
    met = False
    for i in indices:
        gap = words[i + ahead].gap
        if not _ENDS.isdisjoint(gap) or (met and not _CUTS.isdisjoint(gap)):
            return
        yield i
        met = met or bool(words[i].stem)
        if ahead and words[i].lower in _OPENERS:
            return


def _stems(statement: Statement, indices: Iterable[int]) -> frozenset[str]:
    """The first few stems of some words, verbs in their plain form, figures apart."""
    found: dict[str, None] = {}
    for i in islice(indices, _REACH):
        if statement.words[i].stem and not statement.words[i].text[0].isdigit():
            found[_plain(statement, i)] = None
        if len(found) == _STEMS:
            break
    return frozenset(found)


@cache
def _openings(language: str) -> dict[str, tuple[tuple[Kind, tuple[str, ...]], ...]]:
    """From the first word of what a clause may hang on to the kinds and the whole of it."""
    found: dict[str, tuple[tuple[Kind, tuple[str, ...]], ...]] = {}
    for kind, lists in QUALIFIERS.items():
        for phrase in phrases(lists.get(language, "")):
            found[phrase[0]] = (*found.get(phrase[0], ()), (kind, phrase))
    if language == "en":
        for word in _TOLD:
            found.setdefault(word, ())
    return found
