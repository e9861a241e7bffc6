"""The calendar days behind "on Thursday" and "yesterday", where the source's own date makes them certain.

Never a guess: what could mean two days means none. A weekday is placed by the verb it hangs on ("arrested
on Thursday", "will meet on Thursday"), and not at all inside a quotation, in a name, or where the sentence
speaks of another year or month. docs/decisions/0013 has the rule and its count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cache

from summarize import quoting
from summarize.cite.days import is_year
from summarize.cite.lexicon import Lexicon, lexicon
from summarize.cite.tense import AHEAD, tense, verb
from summarize.cite.weekdays import moments, nearest
from summarize.cite.words import Word, word_set, words
from summarize.model import DatedPhrase, Span

# Words that say one day whatever else stands in the sentence: days from publication.
_DAYS = {
    "en": {"yesterday": -1, "tomorrow": 1, "tonight": 0},
    "de": {"gestern": -1, "vorgestern": -2, "übermorgen": 2},
    "fr": {"hier": -1, "avant-hier": -2, "demain": 1},
    "es": {"ayer": -1, "anteayer": -2},
    "pt": {"ontem": -1, "anteontem": -2, "amanhã": 1},
    "it": {"ieri": -1, "domani": 1},
    "nl": {"gisteren": -1, "eergisteren": -2, "overmorgen": 2},
    "ru": {"вчера": -1, "позавчера": -2, "завтра": 1},
    "cs": {"včera": -1, "předevčírem": -2, "zítra": 1},
    "el": {"χθες": -1, "χτες": -1, "προχθές": -2, "αύριο": 1},
    "he": {"אתמול": -1, "שלשום": -2, "מחר": 1},
}
# The same with two words: "this morning"; "last night" is the evening before.
_PAIRS = {
    "en": {"this morning": 0, "this afternoon": 0, "this evening": 0, "last night": -1},
    "fr": {"ce matin": 0, "ce soir": 0, "cet après-midi": 0},
    "de": {"heute morgen": 0, "heute abend": 0, "heute früh": 0},
    "es": {"esta mañana": 0, "esta tarde": 0},
    "it": {"questa mattina": 0, "questa sera": 0},
}
# "Le monde de demain", "news of tomorrow", "today's world": no day, or not one day.
_FIGURATIVE = word_set(
    "of de d' di von for für pour per para until till jusqu'à since as before after avant après"
)

# Beside a weekday, before or after it, where a language has a word for it that leaves no choice.
_BESIDE = {
    "de": {"vergangenen": "past", "vergangener": "past", "kommenden": "future"},
    "fr": {"dernier": "past", "prochain": "future"},
    "es": {"pasado": "past", "próximo": "future"},
    "it": {"scorso": "past", "scorsa": "past", "prossimo": "future", "prossima": "future"},
    "nl": {"afgelopen": "past", "komende": "future"},
}
_BEFORE = word_set("on late early")
_PARTS = word_set("morning afternoon evening night")
# From which hour what was done on a weekday, or a part of it, can have been done on the very day.
_BEGINS = {"afternoon": 12, "evening": 17, "night": 17}
_EARLIEST = 4
# "By Thursday", "every Thursday", "the Thursday before", "Thursday to Saturday".
_VAGUE_BEFORE = word_set(
    "by until till before after from between every each a an one any some most many the that previous "
    "following another only through to and or week weeks month months year years ago black good ash easter "
    "super cyber palm holy happy manic casual since"
)
_CONJUNCTIONS = word_set("after before following")
_VAGUE_AFTER = word_set("through and or week weeks before after following until ago")
# "The strike planned for Thursday", whatever is done about it.
_ARRANGED = word_set("planned scheduled announced set due slated called arranged billed expected")
# What is done about something to come or on a day not its own: "dropped its bid for the port on Monday".
_AHEAD = word_set(
    "warned threatened feared promised pledged vowed agreed prepared expected hoped braced invited planned "
    "proposed demanded cancelled canceled postponed delayed dropped scrapped abandoned shelved banned named "
    "picked selected chosen chose booked bought urged averted approved scheduled missed withdrew withdrawn "
    "barred excluded suspended backed rejected avoided"
)
_AHEAD_WITH = word_set("called ruled left put pulled sold")  # "off" or "out"
# What has a day of its own, maybe the weekday after it: "sacked its coach before the derby on Saturday".
_OCCASIONS = word_set(
    "strike strikes walkout walkouts stoppage march marches protest protests demonstration rally final "
    "finals semi-final semifinal quarterfinal game games match matches derby race fixture friendly opener "
    "meeting meetings summit talks vote votes ballot election elections referendum poll hearing hearings "
    "trial debate session concert show festival fair parade party dinner funeral wedding ceremony visit "
    "trip launch opening deadline exam exams conference service event events appearance interview release "
    "premiere auction ceasefire truce"
)
_WAS = word_set("was were had been being")
_TAKES_PLACE = word_set("held hosted staged won lost began started opened attended drew")
_LINKS = word_set("in of for to at against before after over")
# Said there, so said on its day; what is told may be to come ("said police expect trouble at the game on …").
_SAID_THERE = re.compile(
    r"(?:said|spoke|testified|argued|told(?: \S+){1,3}) (?:in|at|during) (?:\S+ ){0,2}"
    rf"(?:{'|'.join(sorted(_OCCASIONS))})(?: with(?: \S+){{1,3}})?"
)
_PARTICLES = word_set("off out up down in back over away on")
_CLOSING_FIRST = re.compile(r"(?:(?!``)[^“„«\"”»])*?(?:''|(?<=[^\s(\[—–-])(?:[”»]|\"(?=[\s,.;:]|$)))")


def place(text: str, published: datetime | None, language: str | None) -> tuple[DatedPhrase, ...]:
    """The phrases of a sentence that name a day by the day it was published, each with its date, in order.

    Empty where `published` is None, where the sentence names another year or month, or where nothing
    is certain.
    """
    if published is None or not language:
        return ()
    known = lexicon(language)
    spoken = words(text, str)
    if not _asked(spoken, known):
        return ()
    if any(is_year(word.text) and int(word.text) != published.year for word in spoken):
        return ()  # its days may be of that year
    written, quoted = moments(published), [match.span() for match in quoting.SPEECH.finditer(text)]
    cut_open = _CLOSING_FIRST.match(text)  # a quotation that the sentence before opened
    spoken_to = cut_open.end() if cut_open else 0
    found = []
    for first, last, choices in _phrases(spoken, known, written):
        span = Span(spoken[first].start, spoken[last].end)
        inside = span.start < spoken_to or any(start <= span.start < end for start, end in quoted)
        if not inside and len(choices) == 1 and (day := choices.pop()) is not None:
            found.append(DatedPhrase(_without_possessive(text, span), day))
    return tuple(found)


def _asked(spoken: Sequence[Word], known: Lexicon) -> bool:
    """Whether a sentence holds a word that could be placed; most do not."""
    singles = _DAYS.get(known.language, {})
    return any(
        word.lower in singles or word.lower in known.weekdays or word.lower in _last_words(known.language)
        for word in spoken
    )


@cache
def _last_words(language: str) -> frozenset[str]:
    return frozenset(pair.split()[-1] for pair in _PAIRS.get(language, {})) | {"today"}


def _in_another_month(spoken: Sequence[Word], known: Lexicon) -> bool:
    """Whether a sentence speaks of a month, so that its weekdays may be of that time."""
    return any(word.lower in known.months and (known.language != "en" or word.capitalised) for word in spoken)


def _phrases(
    spoken: Sequence[Word], known: Lexicon, written: Sequence[datetime]
) -> Iterator[tuple[int, int, set[date | None]]]:
    """First and last word of each phrase, and what it is for each moment the source may be of."""
    days = [moment.date() for moment in written]
    singles, pairs = _DAYS.get(known.language, {}), _PAIRS.get(known.language, {})
    weekdays = {} if _in_another_month(spoken, known) else known.weekdays
    for i, word in enumerate(spoken):
        pair = f"{spoken[i - 1].lower} {word.lower}" if i and word.gap in {" ", "\u00a0"} else ""
        if pair in pairs:
            yield i - 1, i, {day + timedelta(days=pairs[pair]) for day in days}
        elif word.lower in singles and not _figurative(spoken, i) and not (i and word.capitalised):
            yield i, i, {day + timedelta(days=singles[word.lower]) for day in days}
        elif word.lower == "today" and known.language == "en" and word.text == word.lower:
            near = tense(spoken, i, i) in {-1, 1} and not _figurative(spoken, i)
            yield i, i, {day if near else None for day in days}
        elif word.lower in weekdays:
            direct = _direction if known.language == "en" else _beside
            first, last, direction = direct(spoken, i, known)
            if direction is not None:
                hour = _hour(spoken, i, last)
                yield first, last, {nearest(when, weekdays[word.lower], direction, hour) for when in written}


def _hour(spoken: Sequence[Word], i: int, last: int) -> int:
    """The hour from which a weekday, with its part of the day, can be told of as gone."""
    late = i and spoken[i - 1].lower == "late"
    return _BEGINS.get("night" if late else spoken[last].lower, _EARLIEST)


def _figurative(spoken: Sequence[Word], i: int) -> bool:
    return bool(i) and spoken[i - 1].lower in _FIGURATIVE


def _beside(spoken: Sequence[Word], i: int, known: Lexicon) -> tuple[int, int, str | None]:
    """First and last word of a weekday's phrase and which day it is, by the word beside it."""
    table = _BESIDE.get(known.language, {})
    if i + 1 < len(spoken) and spoken[i + 1].joined and spoken[i + 1].lower in table:
        return i, i + 1, table[spoken[i + 1].lower]
    if i and spoken[i].joined and spoken[i - 1].lower in table:
        return i - 1, i, table[spoken[i - 1].lower]
    return i, i, None


def _direction(spoken: Sequence[Word], i: int, known: Lexicon) -> tuple[int, int, str | None]:
    """The same in English, by the word beside it or the verb it hangs on."""
    before, after = (spoken[j] if 0 <= j < len(spoken) else None for j in (i - 1, i + 1))
    last = i + (after is not None and after.lower in _PARTS and after.joined)
    if len(spoken[i].lower) <= len("thurs") or not spoken[i].capitalised:
        return i, i, None  # "sat", "sun", "wed"
    if before is not None and before.lower == "past" and i > 1 and spoken[i - 2].lower == "this":
        return i - 2, last, "past"
    if before is not None and before.lower in {"last", "next", "this"}:
        return i - 1, last, before.lower
    if after is not None and after.lower in {"last", "next"} and _reads(spoken, i + 2, "week"):
        return i, i + 2, f"{after.lower} week"
    if _is_vague(before, after, spoken[i + 2] if i + 2 < len(spoken) else None) or spoken[i].text.endswith(
        ("'s", "’s")
    ):
        return i, i, None
    first = i
    while first and spoken[first - 1].lower in _BEFORE:
        first -= 1
    sign, at = verb(spoken, first, last)
    if sign != 1 and before is not None and before.lower == "for":
        once = sum(word.lower == spoken[i].lower for word in spoken) == 1
        return i, last, "soon" if once and _is_arranged(spoken, i - 2) else None
    if sign == -1 and at < first and not _belongs(spoken, at, first):
        return i, i, None
    return i, last, {-1: "done", 1: "future", AHEAD: "told"}.get(sign)


def _is_arranged(spoken: Sequence[Word], i: int) -> bool:
    """Whether what is for a weekday is still to come when told: "a strike planned", not "was set"."""
    if i < 0 or spoken[i].lower not in _ARRANGED:
        return False
    return not any(word.lower in _WAS for word in spoken[max(0, i - 2) : i])


def _belongs(spoken: Sequence[Word], at: int, first: int) -> bool:
    """Whether a phrase tells when a past verb before it happened, and not when what stands between does.

    Right behind the verb it does; further on only where neither verb nor noun has a day of its own.
    """
    while first > at + 1 and spoken[first - 1].lower in _BEFORE:
        first -= 1
    if _SAID_THERE.fullmatch(" ".join(word.lower for word in spoken[at:first])):
        return True
    between = spoken[at + 1 : first]
    while between and (between[0].lower in _PARTICLES or between[0].lower.endswith("ly")):
        between = between[1:]
    if not between:
        return True
    with_particle = spoken[at].lower in _AHEAD_WITH and spoken[at + 1].lower in {"off", "out"}
    if with_particle or spoken[at].lower in _AHEAD or any(word.lower == "for" for word in between):
        return False  # "closed the road for the procession on Sunday"
    occasions = [j for j, word in enumerate(between) if word.lower in _OCCASIONS]
    if not occasions:
        return True
    said = {
        word.lower for word in between[: occasions[-1]]
    }  # "won the vote in Marland", not "a place in the final"
    return spoken[at].lower in _TAKES_PLACE and said.isdisjoint(_LINKS)


def _is_vague(before: Word | None, after: Word | None, then: Word | None) -> bool:
    """Whether a neighbour makes a weekday any, several, a name or part of a date."""
    if before is not None:
        named = _names(before) and before.start > 0
        if named or before.lower in _VAGUE_BEFORE or before.text.isdecimal():
            return True
    if before is not None and after is not None and after.lower in _CONJUNCTIONS:  # "on Sunday after rain"
        return then is None or then.lower == "next" or then.capitalised
    if after is not None and after.lower == "to":  # "from Thursday to Saturday", and not "on Thursday to buy"
        return then is None or then.capitalised or not then.stem
    return after is not None and (after.lower in _VAGUE_AFTER or _names(after) or _dated(after))


def _reads(spoken: Sequence[Word], i: int, lower: str) -> bool:
    return i < len(spoken) and spoken[i].lower == lower


def _names(word: Word) -> bool:
    """Whether a word beside a weekday makes a name of it: "Black Friday", "Sunday Times"."""
    return word.capitalised and word.gap in {" ", "-"} and word.text != "I"


def _dated(word: Word) -> bool:
    return word.text[0].isdecimal() and word.gap in {" ", ", "} and len(word.text) <= 2


def _without_possessive(text: str, span: Span) -> Span:
    said = span.of(text)
    return Span(span.start, span.end - 2) if said.endswith(("'s", "’s")) else span
