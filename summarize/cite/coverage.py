"""Does one sentence say all that another says? Its words, its figures and its names, one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summarize.cite.agreement import unlike, unmatched
from summarize.cite.figures import Figure
from summarize.cite.names import Name, spelt_out
from summarize.cite.statement import Statement
from summarize.cite.words import Word, word_set

Weight = Callable[[str], float]
"""From a stem to how much it tells: ln((n + 1) / (df + 1)) + 1 over the bundle's n sentences."""

LEAST_CLAIM = 3  # stems; fewer are no claim that two sentences could share by more than chance
_TOPIC = 2.6  # weight as smoothed idf: a word of one sentence in five
_UNITS = 3  # words from a figure to its conversion: "56 nautical miles (103 kilometers)"
_SHORTEST_KIN = 5  # letters; shorter words are alike by chance
_KIN = 0.6  # of the longer word must agree from its start: "protest" and "protester"

# Verbs and adverbs that carry a clause and claim next to nothing of their own (Jespersen's light
# verbs, and the adverbs of announcements): "came after advice" claims the advice.
_LIGHT = word_set(
    "make makes made making take takes took taken taking come comes came coming become becomes became "
    "becoming get gets got getting give gives gave given giving go goes went gone going put puts "
    "putting set sets setting keep keeps kept keeping bring brings brought bringing start started begin "
    "began move moves step officially formally recently newly also additionally however"
)
_LIGHTER = 0.4  # what is left of their weight; chosen by eye


def claimed(statement: Statement) -> tuple[str, ...]:
    """The distinct stems a sentence claims, in order; attribution claims none, figures are checked apart.

    Where that leaves next to nothing, everything is claimed.
    """
    skipped = statement.attribution | statement.in_figures
    told = dict.fromkeys(w.stem for i, w in enumerate(statement.words) if w.stem and i not in skipped)
    return tuple(told) if len(told) >= LEAST_CLAIM else tuple(dict.fromkeys(statement.stems))


def lightened(a: Statement, weight: Weight | None) -> Weight:
    """The weight of A's stems with that of its light words reduced; English only."""
    weigh = weight or (lambda stem: 1.0)
    light = {word.stem for word in a.words if is_light(word)} if a.language == "en" else ()
    return lambda stem: weigh(stem) * (_LIGHTER if stem in light else 1.0)


def shared_names(a: Statement, b: Statement, *, weight: Weight | None = None) -> int:
    """How many names of A, attribution and what the bundle is about apart, B has a part of."""
    _, stems = b.capitals
    return sum(
        name.first not in a.attribution
        and not (weight and _is_topic(a, name, weight))
        and any(word.stem in stems for word in a.words[name.first : name.last])
        for name in a.names
    )


def is_light(word: Word) -> bool:
    """Whether an English word carries a clause and claims next to nothing of its own: "take", "become"."""
    return word.lower in _LIGHT


def coverage(claim: Sequence[str], b: Statement) -> float:
    """The share, in [0, 1], of some stems that B says too."""
    return len(said(claim, b)) / len(claim) if claim else 0.0


def unsaid(claim: Sequence[str], b: Statement, *, weight: Weight) -> float:
    """How many of some stems B does not say, the one that tells most counted as one, the rest as less."""
    most = max(map(weight, claim), default=1.0)
    return (sum(map(weight, claim)) - sum(map(weight, said(claim, b)))) / most


def said(claim: Sequence[str], b: Statement) -> tuple[str, ...]:
    """Those of some stems that B says, in the same or a near form."""
    return found_in(b.distinct, claim)


def found_in(stems: frozenset[str], claim: Sequence[str]) -> tuple[str, ...]:
    """Those of a claim's stems that are among others, in the same or a near form."""
    return tuple(stem for stem in claim if stem in stems or _has_kin(stem, stems))


def missing_figures(a: Statement, b: Statement) -> tuple[Figure, ...]:
    """The figures of A that B does not print, or not as such; attribution and conversions apart."""
    return tuple(
        figure
        for figure in (*unmatched(a, b), *unlike(a, b))
        if figure.first not in a.attribution and not _converted(a, figure)
    )


def _converted(a: Statement, figure: Figure) -> bool:
    """Whether it says a figure right before it in other units: "5,500 meters (3.4 miles)"."""
    near = range(max(figure.first - _UNITS, 0), figure.first)
    return "(" in a.words[figure.first].gap and any(other.last - 1 in near for other in a.figures)


def missing_names(a: Statement, b: Statement, *, weight: Weight | None = None) -> tuple[str, ...]:
    """The names of A, attribution apart, of which B has no part.

    With a weight, a name that the whole bundle is about may go unsaid.
    """
    if not a.names:
        return ()
    parts, stems = b.capitals
    return tuple(
        " ".join(name.parts)
        for name in a.names
        if name.first not in a.attribution
        and name.parts[-1] not in b.lower
        and "".join(name.parts) not in b.lower
        and not any(part in parts or _has_kin(part, parts) for part in name.parts)
        and not any(word.stem in stems for word in a.words[name.first : name.last])
        and not (weight and _is_topic(a, name, weight))
        and not _spelt_otherwise(a, name, b)
    )


def _spelt_otherwise(a: Statement, name: Name, b: Statement) -> bool:
    """Whether B spells out a name of A, or abbreviates it."""
    own = a.words[name.first : name.last]
    return any(spelt_out(word, b.words) for word in own) or any(spelt_out(word, own) for word in b.words)


def _is_topic(a: Statement, name: Name, weight: Weight) -> bool:
    """Whether the whole bundle is about it: a word in one sentence of five, and not the rarest of A's."""
    stems = [word.stem for word in a.words[name.first : name.last] if word.stem]
    return bool(stems) and max(map(weight, stems)) < min(_TOPIC, max(map(weight, a.distinct)))


def _has_kin(word: str, others: frozenset[str]) -> bool:
    start = word[:2]  # of which hardly any other word is
    near = (other for other in others if other.startswith(start))
    return len(word) >= _SHORTEST_KIN and any(alike(word, other) for other in near)


def alike(x: str, y: str) -> bool:
    """Whether two words are near forms of one: "protest" and "protester", "Gadhafi" and "Gaddafi"."""
    if x[:2] != y[:2] or min(len(x), len(y)) < _SHORTEST_KIN:
        return False
    prefix, suffix = _agreement(x, y), _agreement(x[::-1], y[::-1])
    if prefix == min(len(x), len(y)):
        return True  # "Afghan" and "Afghanistan"
    one_letter_off = abs(len(x) - len(y)) <= 1 and suffix >= 2 and prefix + suffix >= _SHORTEST_KIN
    return one_letter_off or prefix >= max(_SHORTEST_KIN, _KIN * max(len(x), len(y)))


def _agreement(x: str, y: str) -> int:
    """How many characters two words have in common from the start."""
    return next((i for i, (p, q) in enumerate(zip(x, y, strict=False)) if p != q), min(len(x), len(y)))
