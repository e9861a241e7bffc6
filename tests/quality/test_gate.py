"""The gate: what it holds, what it refuses, and today's figures held against it."""

import pytest

from tests.quality import gate

PINNED = {"sha256": "a", "floors": {"lead": {"rouge1_f": 0.4, "rouge2_f": 0.1}}}


def today(**figures):
    """Measured with intervals .02 wide, so that floors are .002 below."""
    floors = {name: round(value - 0.1 * 0.02, 4) for name, value in figures.items()}
    return {"sha256": "a", "means": {"lead": figures}, "floors": {"lead": floors}}


def test_a_fall_is_named():
    """Method, measure and both figures."""
    assert ["lead: rouge2_f fell from 0.1000 to 0.0900"] == gate.verdict(
        PINNED, today(rouge1_f=0.5, rouge2_f=0.09)
    )


def test_what_is_no_longer_measured_does_not_pass():
    """A floor cannot be passed by not looking."""
    assert ["lead: rouge2_f is no longer measured"] == gate.verdict(PINNED, today(rouge1_f=0.4))


def test_other_data_do_not_pass():
    """Floors hold for the file they were measured on."""
    [reason] = gate.verdict(PINNED, today(rouge1_f=0.5, rouge2_f=0.5) | {"sha256": "b"})
    assert "the data are not those" in reason


def test_raising_never_lowers():
    """Each figure becomes the higher of both, less the slack; after a fall, nothing is pinned."""
    better = gate.raised(PINNED, today(rouge1_f=0.41, rouge2_f=0.101))
    assert {"rouge1_f": 0.408, "rouge2_f": 0.1} == better["floors"]["lead"]
    assert PINNED == gate.raised(PINNED, today(rouge1_f=0.9, rouge2_f=0.09))


@pytest.mark.parametrize("name", gate.available())
def test_no_floor_is_fallen_below(name):
    """Every set that is there scores what is pinned, or more; the miniature is always there."""
    assert [] == gate.verdict(gate.load().get(name), gate.entry(name))


def test_every_set_has_its_floors():
    """A set without floors would pass by not being looked at."""
    assert {gate.MINIATURE, *(each.name for each in gate.SETS)} == set(gate.load())
