"""Another in the place of one: "Lars Moller" for "Anna Moller", or "Spain has" where A opens "France has"."""

from __future__ import annotations

from summarize.cite.names import Name, spelt_out
from summarize.cite.statement import Statement
from summarize.cite.words import word_set

# Where no noun but a name, a mass or an office opens a sentence in the singular without an article.
_ARTICLED = frozenset(("en", "fr", "es", "pt"))
_NO_NAME = ("s", "x", "men", "women", "ed", "ing")
_MANY = word_set("police people crews")

# Short forms with an initial of their own.
_SHORT_FOR = (
    word_set("william bill billy"),
    word_set("robert bob bobby"),
    word_set("richard dick"),
    word_set("edward ted ned"),
    word_set("anthony tony"),
    word_set("margaret peggy"),
)


def another_of_the_name(a: Statement, b: Statement) -> bool:
    """Whether A names somebody in full of whose surname B has others alone."""
    full = [name for name in a.names if len(name.parts) > 1 and name.first not in a.attribution]
    return any(_is_another(name, b) for name in full)


def _is_another(name: Name, b: Statement) -> bool:
    namesakes = [other for other in b.names if other.parts[-1] == name.parts[-1]]
    return bool(namesakes) and all(len(other.parts) > 1 and not _one(name, other) for other in namesakes)


def _one(x: Name, y: Name) -> bool:
    """Whether a first name of one has the initial of one of the other's ("Dan", "D."), or is short for it."""
    own, others = x.parts[:-1], y.parts[:-1]
    if any(not forms.isdisjoint(own) and not forms.isdisjoint(others) for forms in _SHORT_FOR):
        return True
    return not {part[0] for part in own}.isdisjoint(part[0] for part in others)


def another_opens(a: Statement, b: Statement) -> bool:
    """Whether the one word before the same verb is a name in A and another in B: "France has", "Spain has".

    That it is capitalised tells nothing there; that it has no article does.
    """
    if a.language not in _ARTICLED or a.language != b.language:
        return False
    x, y = _opening(a), _opening(b)
    if x is None or y is None or x[1] != y[1]:
        return False
    if spelt_out(a.words[0], b.words) or spelt_out(b.words[0], a.words):
        return False  # "VW will", "Volkswagen will"
    return x[0] not in b.distinct and y[0] not in a.distinct


def _opening(statement: Statement) -> tuple[str, str] | None:
    """The stems of a sentence's first word, if it stands alone, and of the next one of content."""
    words = statement.words
    if len(words) < 3 or not words[0].stem or words[0].lower.endswith(_NO_NAME) or words[0].lower in _MANY:
        return None
    if words[1].gap != " " or words[1].capitalised:
        return None
    return words[0].stem, next((word.stem for word in words[1:] if word.stem), "")
