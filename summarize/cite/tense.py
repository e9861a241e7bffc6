"""Whether what a phrase of time hangs on is past or to come, and the plain forms of verbs; in English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarize.cite.words import Word, word_set

# Verbs that change their vowel: "did not begin" denies "began", though a stemmer, which takes endings off,
# finds no stem in common. Left out are past forms that mean as often something else ("left", "found", "saw"
# a tool, "lay", "felt" a cloth, "wound").
_FORMS = (
    "begin began begun", "break broke broken", "bring brought", "build built", "buy bought", "catch caught",
    "choose chose chosen", "come came", "drink drank drunk", "drive drove driven", "eat ate eaten",
    "fall fell fallen", "fight fought", "fly flew flown", "forbid forbade forbidden", "give gave given",
    "go went gone", "grow grew grown", "hang hung", "hide hid hidden", "hold held", "keep kept",
    "know knew known", "lead led", "lend lent", "lose lost", "make made", "meet met", "pay paid",
    "ride rode ridden", "rise rose risen", "run ran", "seek sought", "sell sold", "send sent",
    "shake shook shaken", "shoot shot", "shrink shrank shrunk", "sing sang sung", "sink sank sunk",
    "sleep slept", "speak spoke spoken", "spend spent", "stand stood", "steal stole stolen", "stick stuck",
    "strike struck", "swear swore sworn", "swim swam", "take took taken", "teach taught", "tell told",
    "think thought", "throw threw thrown", "win won", "withdraw withdrew withdrawn", "withstand withstood",
    "write wrote written",
)  # fmt: skip
PLAIN = {past: forms[0] for forms in (each.split() for each in _FORMS) for past in forms[1:]}
"""From a past form of an English verb to the plain one, where the vowel changes."""

# Not all of those: with the rest as well, one pair fewer of `make novelty` is told rightly.
_PAST = word_set(
    "was were said told began broke brought came cut fell felt found gave got grew had held hit kept knew "
    "led left lost made met paid rose ran sank saw sent set shook shot showed shut spoke stood struck swore "
    "swept took taken threw thrown went won wore wrote written did died drew drove flew flown fought heard "
    "hurt laid put quit read sat slept slid sold spent split spread stole swam taught tore woke begun broken "
    "given gone seen shown spoken stolen done hidden beaten driven fallen chosen drawn known"
)
_NOT_PAST = word_set(
    "hundred need indeed speed exceed proceed succeed breed naked sacred wicked hatred kindred "
    "unprecedented alleged suspected armed aged proposed"
)
# "Plan", "hopes" and "promises" are nouns too often.
_FUTURE = word_set("will shall won't")
_ARRANGED = word_set("scheduled expected due slated set poised")
# Verb forms that say no time of their own, and what stands where a verb's time is unclear.
_UNSURE = word_set(
    "would could should might may can cannot must to being is are has have following after since before ahead"
)
# What a participle follows that is an adjective: "the covered market opens on Saturday".
_BEFORE_NOUNS = word_set(
    "the a an this that these those its his her their our my your no some any all each every both another "
    "two three four five six seven eight nine ten many several few most more other "
    "of in for with by from at on into over under between against among"
)
# What the nearest of them makes of a past form: "will be released", "would be released", "was released".
_AUXILIARIES = {
    "will": 1, "shall": 1, "won't": 1, "be": 2, "being": 2, "can": 2, "cannot": 2, "to": 2,
    "would": 2, "could": 2, "should": 2, "may": 2, "might": 2, "must": 2,
    "was": -1, "were": -1, "had": -1, "has": -1, "have": -1,
}  # fmt: skip
_ARTICLES = word_set("a an the")
_OVER = word_set("over off")
_BEING = word_set("is are was were be been")
_MODALS = word_set("will would shall should must may might can could")
_STOPS = re.compile(r"[;:—–()]")
AHEAD = 3  # "said that on Thursday it would": to come when it was said
# Behind these "on Thursday" is of what follows: "said that on Thursday …", "fell, and on Friday …".
_OPENERS = word_set("that where who which because while and but")
# A clause in that clause, whose verb is not the one: "that on Friday the man who shot her would".
_NESTED = word_set("that which who whom whose where when while after before as if unless once because")
_REPORTED = word_set("would might must may")
_ARRANGING = _ARRANGED | {"going", "about", "to"}
_TELLING = word_set(
    "said says announced wrote decided added told promised pledged vowed warned hoped hopes expected expects "
    "agreed confirmed ruled predicted insisted ordered declared stated feared explained estimated"
)
# What puts the telling into another time, or what is told: "had said", "told the court".
_NOT_NOW = word_set(
    "had ago last earlier previously originally initially once never not will would court jury trial inquiry "
    "monday tuesday wednesday thursday friday saturday sunday"
)


def tense(spoken: Sequence[Word], first: int, last: int) -> int:
    """-1 past, 1 future, else unclear: of the verb that a phrase hangs on."""
    return verb(spoken, first, last)[0]


def verb(spoken: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """The sign of the verb that a phrase hangs on, as `tense` has it, and which word it is; (0, -1) for none.

    The nearest verb before it in its clause; for a phrase that opens a clause, the first one after it.
    A sign of `AHEAD` is for what was to come when somebody told of it.
    """
    if first and spoken[first - 1].lower in _OPENERS:
        return _opened(spoken, first, last)
    for i in range(first - 1, -1, -1):
        gap = spoken[i + 1].gap
        if _STOPS.search(gap) or ("," in gap and i + 1 < first):
            break
        if sign := _sign(spoken, i):
            return sign, i
    if first and "," not in spoken[first].gap and not _STOPS.search(spoken[first].gap):
        return _between(spoken, first, last)
    for i in range(last + 1, len(spoken)):
        if i > last + 1 and _STOPS.search(spoken[i].gap):
            break
        if sign := _sign(spoken, i):
            return sign, i
    return 0, -1


def _between(spoken: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """The same for a phrase between who does something and what he does: "a jury on Friday found"."""
    at = last + 1
    if at + 1 < len(spoken) and spoken[at].lower.endswith("ly"):
        at += 1
    acts = (
        at < len(spoken)
        and all(word.joined for word in spoken[last + 1 : at + 1])
        and _sign(spoken, at) == -1
    )
    # "The match on Saturday was called off", "who was due on Friday": a day to come may be meant.
    return (-1, at) if acts and spoken[at].lower not in _BEING and spoken[first].lower == "on" else (0, -1)


def _opened(spoken: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """The same for a phrase behind a word that opens a clause: it is of that clause alone."""
    clause = _clause(spoken, last + 1)
    at = next((i for i in clause if _sign(spoken, i)), -1)
    if at < 0:
        return 0, -1
    if _is_ahead(spoken, at):
        return (AHEAD if spoken[first - 1].lower == "that" and _tells(spoken[: first - 1]) else 2), at
    sign = _sign(spoken, at)
    # "That on Thursday trains delayed by snow would run", "that on Thursday he was leaving".
    unsure = sign == -1 and (_is_arranging(spoken, at) or any(spoken[i].lower in _REPORTED for i in clause))
    return (2 if unsure else sign), at


def _clause(spoken: Sequence[Word], first: int) -> range:
    """The words of a clause from its first, up to a stop or the clause in it."""
    ends = (
        i for i in range(first, len(spoken)) if _STOPS.search(spoken[i].gap) or spoken[i].lower in _NESTED
    )
    return range(first, next(ends, len(spoken)))


def _tells(spoken: Sequence[Word]) -> bool:
    """Whether these words tell something now: "the minister said", "she told reporters"."""
    said = {word.lower for word in spoken}
    return said.isdisjoint(_NOT_NOW) and any(word.lower in _TELLING for word in spoken[-5:])


def _is_ahead(spoken: Sequence[Word], i: int) -> bool:
    """Whether a verb is of what was to come when it was told: "would", "was to", "was going to"."""
    following = [word.lower for word in spoken[i + 1 : i + 3]]
    if spoken[i].lower in _REPORTED:
        return "have" not in following
    return _is_arranging(spoken, i) and "to" in following and following[0] in _ARRANGING


def _is_arranging(spoken: Sequence[Word], i: int) -> bool:
    """ "Was to", "was due in court", "was leaving"."""
    after = spoken[i + 1].lower if i + 1 < len(spoken) else ""
    return spoken[i].lower in _BEING and (after in _ARRANGING or after.endswith("ing"))


def acts(spoken: Sequence[Word]) -> Iterator[int]:
    """Which words say what is done or has become of something, as far as their form tells; in English."""
    return (i for i in range(len(spoken)) if (spoken[i].stem and _sign(spoken, i)) or _is(spoken, i))


def _is(spoken: Sequence[Word], i: int) -> bool:
    """ "is back", "are safe", "is over", "is now sailing", "must pay"."""
    if not (spoken[i].stem or spoken[i].lower in _OVER):
        return False
    if i and spoken[i - 1].lower in _BEING | _MODALS:
        return True
    return i > 1 and spoken[i - 2].lower in _BEING and spoken[i].lower.endswith("ing")


def _sign(spoken: Sequence[Word], i: int) -> int:
    """-1 for a past verb, 1 for a future, 2 for one that tells no time, 0 for another word."""
    lower = spoken[i].lower
    if spoken[i].capitalised and i:
        return 0  # Will Smith
    if lower in _FUTURE:
        return 1
    if lower == "to" and i + 1 < len(spoken) and spoken[i + 1].lower in _ARTICLES:
        return 0  # "weakened to a storm"
    if lower in _UNSURE:
        return 2
    if lower in _ARRANGED:
        return 1 if i and spoken[i - 1].lower in {"is", "are"} else 2
    regular = lower.endswith("ed") and len(lower) > 4 and lower not in _NOT_PAST
    if not (lower in _PAST or regular) or (i and spoken[i - 1].lower in _BEFORE_NOUNS):
        return 0
    return _AUXILIARIES.get(_auxiliary(spoken, i), -1)


def _auxiliary(spoken: Sequence[Word], i: int) -> str:
    """The nearest auxiliary among the three words before a verb; of "will be" and "could be", the first."""
    for j in range(i - 1, max(i - 4, -1), -1):
        lower = spoken[j].lower
        if lower in _AUXILIARIES and not (lower == "be" and j and spoken[j - 1].lower in _AUXILIARIES):
            return lower
    return ""
