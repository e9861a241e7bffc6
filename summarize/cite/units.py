"""What a figure counts or measures: the unit after it, the class of words beside it, the words around it.

English only; elsewhere no unit and no class is known.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarize.cite.figures import Figure
from summarize.cite.words import Word, heads, word_set

# Words that count one thing in news: a class stands for all its forms.
_CLASSES = {
    "dead": "dead died die dies dying death deaths killed kill kills killing fatal fatalities fatality toll "
    "perished slain casualties lives bodies murdered",
    "hurt": "injured injure injures injuring injuries injury wounded wounding wounds hurt hospitalized "
    "hospitalised",
    "held": "arrested arrest arrests detained custody detainees",
    "missing": "missing unaccounted",
    "moved": "evacuated evacuate evacuates evacuating evacuation evacuations evacuees displaced",
}
CLASS_OF = {form: name for name, forms in _CLASSES.items() for form in forms.split()}
PEOPLE = word_set(
    "people person persons man men woman women child children others victims passengers civilians residents "
    "suspects officers soldiers students"
)
# Units that measure anything: sharing one says little about what is measured.
_SPELLINGS = heads(
    "meters metres metre meter",
    "kilometers kilometres kilometre kilometer km kms",
    "feet foot ft",
    "miles mile mi",
    "hours hour hrs hr",
    "minutes minute mins min",
    "pounds pound lbs lb",
    "kilograms kilogram kilos kilo kg",
    "tons tonnes ton tonne",
)
MEASURES = word_set(
    "second seconds minute minutes hour hours day days week weeks month months year years decades centuries "
    "mile miles km kilometers kilometres kilometre meters metres feet foot inches times magnitude percent "
    "page pages time last next "
    "kilomètres milles kilometrů mil километров миль χιλιόμετρα μίλια كيلومترا ميلا किलोमीटर मील"
)
_PARTS = word_set("of more other others another additional")
# What a whole is told after, with "of": not "winds of 180", "the evacuation of 1,200".
_SHARES = word_set(
    "one two three four five six seven eight nine ten eleven twelve dozen half third quarter some many most "
    "several all each any none few percent out"
)
_FURTHER = word_set("another additional further")
# What may stand between a number and its unit, and what says no more than who was counted.
_WITHIN_UNIT = word_set("of the more other others additional new")
MERE_PEOPLE = frozenset({"people", *_CLASSES})

_CLASS_REACH = 7  # words to either side that may name a class, in the clause
REACH = 4  # words of content to either side that say what a figure is about
UNIT = 2  # words of content after a figure among which its unit stands


def measures(words: Sequence[Word], figure: Figure) -> bool:
    """Whether a figure is of miles, hours or the like, which measure anything."""
    return any(word.lower in MEASURES for word in words[figure.last : figure.last + 1])


def is_further(words: Sequence[Word], figure: Figure) -> bool:
    """Whether a figure is told beside another of its kind: "another 12", "an additional $5 million"."""
    return figure.first > 0 and words[figure.first - 1].lower in _FURTHER


def is_part(words: Sequence[Word], figure: Figure) -> bool:
    """Whether a figure is of a part and its whole: "six of those arrested", "four of five", "65 more"."""
    follows = words[figure.last].lower if figure.last < len(words) else ""
    before = [word.lower for word in words[max(0, figure.first - 4) : figure.first]]
    of = before[:-1] if before[-1:] == ["the"] else before
    whole = of[-1:] == ["of"] and (not of[:-1] or of[-2][0].isdigit() or of[-2] in _SHARES)
    return follows in _PARTS or whole


def unit_of(words: Sequence[Word], figure: Figure) -> frozenset[str]:
    """The words among which the thing counted stands: the next words of content, as far as they go on."""
    found: list[str] = []
    for word in words[figure.last :]:
        if len(found) == UNIT or word.parted or word.text[0].isdigit():
            break
        if word.stem:
            found.append(_kind(word))
        elif word.lower not in _WITHIN_UNIT:
            break
    return frozenset(found)


def kinds(words: Sequence[Word]) -> frozenset[str]:
    """What some words may count, each named as `unit_of` names it."""
    return frozenset(_kind(word) for word in words if word.stem)


def _kind(word: Word) -> str:
    """A word's stem, or the class or unit it is a form of, or people where it is just people."""
    kind = CLASS_OF.get(word.lower) or _SPELLINGS.get(word.lower) or word.stem
    return "people" if word.lower in PEOPLE else kind


def clause_of(words: Sequence[Word], figure: Figure) -> range:
    """The words around a figure as far as no sign parts them from it."""
    first, last = figure.first, figure.last
    while first and words[first].gap.strip(" -\u00a0$€£¥₹₽") == "":
        first -= 1
    while last < len(words) and not words[last].parted:
        last += 1
    return range(first, last)


def class_beside(words: Sequence[Word], figure: Figure) -> str:
    """The class named nearest to a figure, as far as the clause goes; empty if there is none.

    Of two as near that is meant which no "and" parts from it: "killing 140 people and injuring 600".
    """
    found = []
    for indices in (range(figure.last, len(words)), range(figure.first - 1, -1, -1)):
        for distance, i in enumerate(indices):
            cut = words[i if i >= figure.last else i + 1].parted
            if distance > _CLASS_REACH or cut:
                break
            if words[i].lower in CLASS_OF:
                apart = any(words[at].lower == "and" for at in indices[:distance])
                found.append((distance, apart, CLASS_OF[words[i].lower]))
                break
    return min(found, default=(0, False, ""), key=lambda each: each[:2])[2]


def around(words: Sequence[Word], figure: Figure) -> frozenset[str]:
    """What the words around a figure are about: their stems, or the class that counts as one."""
    before = [word for word in reversed(words[: figure.first]) if word.stem and word.text[0].isalpha()]
    after = [word for word in words[figure.last :] if word.stem and word.text[0].isalpha()]
    return frozenset(CLASS_OF.get(word.lower, word.stem) for word in before[:REACH] + after[:REACH])


def beside(words: Sequence[Word], figure: Figure) -> frozenset[str]:
    """The stem before a figure and the two after it; measures say nothing."""
    telling = [i for i, word in enumerate(words) if word.stem and word.lower not in MEASURES]
    before = [words[i].stem for i in telling if i < figure.first][-1:]
    after = [words[i].stem for i in telling if i >= figure.last][:UNIT]
    return frozenset(before + after)


def next_stem(words: Sequence[Word], figure: Figure) -> str:
    """The first stem behind a figure; empty if none follows."""
    return next((word.stem for word in words[figure.last :] if word.stem), "")


def plain_stems(words: Sequence[Word]) -> frozenset[str]:
    """The stems that say what happens: neither names nor measures, which any two events may share."""
    kept = (
        w
        for w in words
        if (len(w.stem) > 2 or w.ideographic) and w.lower not in MEASURES and not (w.capitalised and w.start)
    )
    return frozenset(CLASS_OF.get(word.lower, word.stem) for word in kept)
