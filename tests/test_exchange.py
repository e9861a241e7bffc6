"""Of sentences that tell one fact, the carried one is printed."""

from __future__ import annotations

from summarize import exchange
from summarize.model import Budget, Pick
from summarize.options import Options
from summarize.pipeline import prepare
from summarize.rank import methods
from summarize.witness import Witness
from tests.builders import bundle_of

FLOURISHED = (
    "Harbour mayor Edna Quill praised the early reopening of the old bridge as brave and historic, and"
    " promised the waiting crowd a second bridge within ten years."
)
PLAIN = "Mayor Edna Quill praised the early reopening of the old bridge as brave."
ECHO = "The early reopening of the old bridge was praised as brave by mayor Edna Quill on Friday."
OTHER = "Ferries will stop running on the river once the new timetable begins in autumn."


def picked(first, **texts):
    """The picks after the exchange, as texts, where `first` alone was picked."""
    material = prepare(bundle_of(**texts).documents, Options(budget=Budget(1)))
    ranking, _ = methods.METHODS["lead"](material, Options())
    table = material.table
    row = next(row for row in range(len(table)) if table.text(row) == first)
    [pick] = exchange.better_carried([Pick(row, 1.0, 0.0)], ranking, material, Witness(material))
    return table.text(pick.row)


def test_a_pick_nobody_carries_gives_way_to_a_carried_one():
    """The flourish stands in one paper only; the plain sentence is in two."""
    assert PLAIN == picked(FLOURISHED, herald=FLOURISHED, courier=PLAIN, post=ECHO)


def test_a_carried_pick_stays():
    """What another origin says already is not exchanged."""
    assert PLAIN == picked(PLAIN, herald=FLOURISHED, courier=PLAIN, post=ECHO)


def test_without_a_carried_sentence_of_the_same_fact_a_pick_stays():
    """Another fact is no replacement, however well it is carried."""
    assert OTHER == picked(OTHER, herald=OTHER, courier=PLAIN, post=ECHO)
