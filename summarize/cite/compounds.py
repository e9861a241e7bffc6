"""Numbers of more than one word from 17 to 99, as seven languages make them of tens and units.

English has its units after the tens (`numbers`), and needs no list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from summarize.cite.words import word_set

# The word between tens and units, and the forms of one, which no list of counts has.
_AND = {"es": "y", "pt": "e"}
_ONE = {
    "de": ("ein",),
    "nl": ("een", "één"),
    "it": ("uno", "un", "una"),
    "fr": ("un", "une"),
    "es": ("uno", "un", "una"),
    "pt": ("um", "uma"),
}
# After these a number in words is the rest of one that is not read: "ciento veinte", "duzentos e vinte".
HUNDREDS = word_set(
    "cent cents ciento doscientos doscientas trescientos trescientas cuatrocientos cuatrocientas quinientos "
    "quinientas seiscientos seiscientas setecientos setecientas ochocientos ochocientas novecientos "
    "novecientas cento duzentos duzentas trezentos trezentas quatrocentos quatrocentas quinhentos quinhentas "
    "seiscentos seiscentas setecentos setecentas oitocentos oitocentas novecentos novecentas"
)


def spelled(language: str, numbers: Mapping[str, int], tens: Mapping[str, int]) -> dict[tuple[str, ...], int]:
    """From the words of a number, in lower case, to its value.

    numbers: the words from two up; tens: those from twenty to ninety.
    """
    units = {word: value for word, value in numbers.items() if value < 10}
    units |= dict.fromkeys(_ONE.get(language, ()), 1)
    if language in {"de", "nl"}:
        return dict(_units_first(language, units, tens))
    if language == "it":
        return dict(_grown_together(units, tens))
    if language == "fr":
        return dict(_french(units, {word: value for word, value in numbers.items() if value > 10}, tens))
    if language in _AND:
        between = _AND[language]
        return {
            (ten, between, unit): value + one for ten, value in tens.items() for unit, one in units.items()
        }
    return {}


def _units_first(
    language: str, units: Mapping[str, int], tens: Mapping[str, int]
) -> Iterator[tuple[tuple[str, ...], int]]:
    """ "vierundzwanzig", "tweeëntwintig"."""
    for unit, value in units.items():
        joint = "und" if language == "de" else "ën" if unit[-1] == "e" else "en"
        for ten, more in tens.items():
            yield (f"{unit}{joint}{ten}",), value + more


def _grown_together(
    units: Mapping[str, int], tens: Mapping[str, int]
) -> Iterator[tuple[tuple[str, ...], int]]:
    """ "quarantadue", "ventuno", "trentotto", "sessantatré"."""
    for ten, more in tens.items():
        for unit, value in units.items():
            stem = ten[:-1] if unit[0] in "uo" else ten
            yield (stem + ("tré" if unit == "tre" else unit),), value + more
        yield (ten + "tre",), more + 3


def _french(
    units: Mapping[str, int], teens: Mapping[str, int], tens: Mapping[str, int]
) -> Iterator[tuple[tuple[str, ...], int]]:
    """ "quarante-deux", "vingt et un", "soixante et onze", "quatre-vingt-dix-sept"."""
    low: dict[tuple[str, ...], int] = {
        (word,): value for word, value in {**units, **teens, "dix": 10}.items()
    }
    seventeen_up: dict[tuple[str, ...], int] = {
        ("dix", word): 10 + value for word, value in units.items() if value > 6
    }
    yield from seventeen_up.items()
    low |= seventeen_up
    for ten, more in tens.items():
        for words, value in low.items():
            if value < 10 or ten == "soixante":
                yield (ten, *words), more + value
                yield (ten, "et", *words), more + value
    yield ("quatre", "vingts"), 80
    for words, value in low.items():
        yield ("quatre", "vingt", *words), 80 + value
