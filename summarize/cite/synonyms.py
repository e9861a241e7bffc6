"""Words by which two reporters tell one thing, or one deed; English.

A group stands for what any of its words says. Words are in their plain forms, nouns where they differ; "_"
joins a verb and its particle. Left out is what is a step of its own in a story: to be accused is not to be
charged.
"""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from summarize.cite.tense import PLAIN
from summarize.cite.words import Stem

_GROUPS = (
    # Things.
    "fire wildfire blaze bushfire flame inferno",
    "earthquake quake tremor temblor",
    "storm hurricane typhoon cyclone",
    "police officer policemen",
    "government cabinet ministers ministry",
    "company firm group maker carmaker",
    "ship ferry vessel boat",
    "slick spill oil",
    "share stock",
    "home house household",
    # Deeds.
    "injure hurt wound",
    "die death dead kill",
    "march protest demonstrate rally",
    "resign resignation quit step_down stand_down",
    "buy purchase acquire acquisition",
    "sell sale",
    "arrest detain",
    "find found discover locate discovery",
    "close shut closure shut_down close_down",
    "travel fly",
    "land touch_down",
    "adopt pass approve",
    "name appoint",
    "collide crash collision",
    "begin start",
    "end finish",
    "postpone delay put_off put_back push_back",
    "cancel scrap axe call_off",
    "reject refuse turn_down",
    "sack dismiss oust",
    "rise raise increase climb grow go_up",
    "fall drop decline decrease go_down",
    "cut reduce slash lower",
    "ask demand request apply seek",
    "plan intend want aim",
    "try attempt",
    "build construct erect put_up",
    "steal theft",
    "win beat defeat victory",
    "suspend halt stop",
    "elect choose",
    "agree agreement deal accord",
    "attack assault raid",
    "repair fix renovate",
    "investigate probe inquiry",
    "allow permit let",
    "ban prohibit forbid outlaw bar",
    "withdraw pull_out",
    "explode explosion blast blow_up go_off",
    "reveal disclose",
    "fail failure",
    "break_out outbreak",
)


def plain(lower: str, stem: Stem) -> str:
    """The stem of a word, of a verb that of its plain form."""
    form = PLAIN.get(lower, lower)
    return stem(form) or form


def synonyms(words: Set[str], stem: Stem) -> frozenset[str]:
    """Some words, as `plain` has them, and what stands for each group that one of them is in."""
    groups = _groups(stem)
    return frozenset(words).union(*(groups.get(each, ()) for each in words))


@cache
def _groups(stem: Stem) -> dict[str, frozenset[str]]:
    """From a word, as `plain` has it, to what stands for its groups."""
    found: dict[str, frozenset[str]] = {}
    for at, group in enumerate(_GROUPS):
        for each in group.split():
            verb, _, particle = each.partition("_")
            key = f"{plain(verb, stem)}_{particle}" if particle else plain(verb, stem)
            found[key] = found.get(key, frozenset()) | {f"={at}"}
    return found
