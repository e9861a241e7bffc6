"""Disagreements of a bundle: found once, with all who take part."""

from __future__ import annotations

import pytest

from summarize.cite import differences, relation
from summarize.cite.sole import given
from summarize.cite.statement import Statement, read
from tests.cite.builders import Bench, bench, stem

TWELVE = "At least 12 people were killed when the dam above Orlen broke."
FIFTEEN = "The dam above Orlen broke and 15 people were killed."
FIRST = "Orlen became the first town to ban cars from its centre."
FEW = "The decision makes Orlen one of the few towns to have banned cars from the centre."


def disputes(made: Bench, *rows: int) -> list[tuple[str, tuple[str, ...], tuple[int, ...]]]:
    """Kind, values and rows of each dispute that touches some rows."""
    found = differences.find(rows, made.graph, made.table, made.statement)
    return [(dispute.kind, dispute.values, dispute.rows) for dispute in found]


def test_values_stand_beside_who_prints_them():
    """values[i] is what rows[i] prints, the picked row first."""
    made = bench(herald=TWELVE, mail=FIFTEEN)
    assert [("number", ("12", "15"), (0, 1))] == disputes(made, 0)
    assert [("number", ("15", "12"), (1, 0))] == disputes(made, 1)


def test_one_disagreement_of_many_is_told_once():
    """Papers that side with the picked one stand beside it, though they do not contradict it."""
    made = bench(herald=TWELVE, mail=FIFTEEN, post="When the dam above Orlen broke, 12 people were killed.")
    assert [("number", ("12", "12", "15"), (0, 2, 1))] == disputes(made, 0)


def test_picked_on_both_sides_is_still_one():
    """When both sides are lines of the digest, the reader is told once."""
    assert [("number", ("12", "15"), (0, 1))] == disputes(bench(herald=TWELVE, mail=FIFTEEN), 0, 1)


def test_a_document_says_a_value_once():
    """A paper that prints its count twice is one voice."""
    made = bench(herald=TWELVE, mail=(FIFTEEN, "Now 15 people were killed when the dam above Orlen broke."))
    assert [("number", ("12", "15"), (0, 1))] == disputes(made, 0)


def test_claims_of_rank_are_found_across_little_shared():
    """ "First" meets "one of the few" though the sentences share few words."""
    made = bench(
        herald=FIRST, mail=("It rained.", FEW), post="Vant was the first town to open a night school."
    )
    assert [("rank", ("first", "one of the few"), (0, 2))] == disputes(made, 0)


def test_agreement_is_no_difference():
    """Papers that agree, and papers about something else, are not shown."""
    made = bench(herald=TWELVE, mail=TWELVE.replace("At least 12", "Twelve"), post="The mill has 40 looms.")
    assert [] == disputes(made, 0)


def test_a_document_is_not_set_against_itself():
    """A paper that corrects itself is not two sources."""
    assert [] == disputes(bench(herald=(TWELVE, FIFTEEN)), 0)


def test_what_may_not_be_quoted_is_not_shown():
    """A headline that disagrees is not evidence."""
    assert [] == disputes(bench(silent=(1,), herald=TWELVE, mail=FIFTEEN), 0)


def test_one_disagreement_told_of_twice_is_told_once():
    """The same values of the same papers, in other sentences and the other way round, are not told again."""
    opened = (
        "The gates of the Orlen dam were opened by engineers on {}.",
        "Firemen from Vant came on {} with pumps.",
    )
    made = bench(
        herald=tuple(line.format("Wednesday") for line in opened),
        mail=tuple(line.format("Tuesday") for line in opened),
    )
    assert [("date", ("Wednesday", "Tuesday"), (0, 2))] == disputes(made, 0, 3)
    assert [("date", ("Tuesday", "Wednesday"), (3, 1))] == disputes(made, 3)


def test_of_many_lines_each_is_set_against_its_nearest_alone(monkeypatch: pytest.MonkeyPatch):
    """Work grows with the lines and not with their square; what is told is told of the nearest."""
    said = "The dam above Orlen broke and {} people were killed."
    made = bench(
        almanac=tuple(f"Loom {word} weaves {word}." for word in "abcdefghijklmnopqrstuvwxyz"),
        **{f"paper{i}": said.format(i) for i in range(10, 20)},
    )
    monkeypatch.setattr(differences, "_MOST_PAIRS", 20)
    monkeypatch.setattr(differences, "_FEW_NEAR", 2)
    compared: list[tuple[str, str]] = []

    def counted(a: Statement, b: Statement, similarity: float) -> tuple[relation.Disagreement, ...]:
        compared.append((a.text, b.text))
        return relation.disagreements(a, b, similarity)

    monkeypatch.setattr(differences, "disagreements", counted)
    kinds = [kind for kind, _, _ in disputes(made, *range(26, 36))]
    assert {"number"} == set(kinds)
    assert len(compared) <= 20 + 9 + 2 * 9 < 10 * 9


def test_who_says_the_same_elsewhere_does_not_contradict_it():
    """A paper that tells of two days in court has the line's day for one of the two."""
    line = "Ida Rusk is next scheduled to appear in the Orlen court on Oct. 18."
    other = "Her next appearance in the Orlen court is scheduled for Oct. 6."
    assert [] != disputes(bench(herald=line, mail=other), 0)
    assert [] == disputes(bench(herald=line, mail=(other, f"{line[:-1]}, the clerk said.")), 0)


def test_a_name_in_two_parts_is_one():
    """One paper's "Norbert" is the other's "Sorel" where a document prints "Norbert Sorel"."""
    line = "The weaver Anna Berg left Vant two summers ago to join Norbert and Jon Brell at the mill."
    made = {"herald": line, "mail": line.replace("Norbert", "Sorel")}
    assert [("name", ("Norbert", "Sorel"), (0, 1))] == disputes(bench(**made), 0)
    assert [] == disputes(bench(**made, post="Norbert Sorel owns the mill."), 0)


@pytest.mark.parametrize(
    ("mine", "theirs", "values"),
    [
        (
            ("The plant in Orlen will close, with the loss of 220 jobs.",),
            ("The mayor of Orlen said the closure of the factory costs 250 jobs.",),
            ("220", "250"),
        ),
        (
            ("Turnout was 68 percent in Vestmark.",),
            ("Turnout rose to 71 percent.",),
            ("68 percent", "71 percent"),
        ),
        (("Mayor Maja Holt, 44, won.",), ("Holt, 45, thanked those who voted for her.",), ("44", "45")),
        (
            ("The storm left 80,000 homes without power.",),
            ("Some 95,000 households in Orlen were without electricity after the storm.",),
            ("80,000", "95,000"),
        ),
    ],
)
def test_what_each_gives_once_is_one_thing(
    mine: tuple[str, ...], theirs: tuple[str, ...], values: tuple[str, str]
):
    """Two numbers of one thing differ, however little else the sentences share."""
    made = bench(herald=mine, mail=theirs, post="Vestmark and Orlen vote in May.")
    assert [("number", values, (0, 1))] == disputes(made, 0)


def test_what_is_given_twice_is_not_compared():
    """A paper with two numbers of jobs has one that the other paper does not mean."""
    mine = "The plant in Orlen will close, with the loss of 220 jobs."
    theirs = "The mayor of Orlen said the closure of the factory costs 250 jobs."
    assert [] == disputes(bench(herald=mine, mail=(theirs, "Its owner said 40 jobs would stay.")), 0)


@pytest.mark.parametrize(
    "text",
    [
        "Orlen has a rate of 5 cases in 1,000.",
        "They were shown the remaining two films.",
        "The mill closed two decades ago.",
        "Another 12 houses burnt down.",
    ],
)
def test_rates_rests_and_measures_are_given_of_nothing(text: str):
    """What is counted beside a whole or measures anything is no number of the story."""
    assert () == given(read(text, language="en", stem=stem))


def test_people_are_compared_by_what_they_do():
    """Who marched and who protested are the same people, counted by two papers."""
    made = bench(
        herald="About 40,000 people marched through Orlen against the reform.",
        mail="Some 75,000 people protested in Orlen on Saturday.",
    )
    assert [("number", ("40,000", "75,000"), (0, 1))] == disputes(made, 0)


def test_two_of_one_surname_are_of_two_ages():
    """Who has another given name, or another generation's age beside a surname alone, is somebody else."""
    other = bench(herald="Martin Oakes, 40, lives in Orlen.", mail="Miriam Oakes, 43, moved to Orlen.")
    assert [] == disputes(other, 0)
    child = bench(herald="Oakes, 39, lives in Orlen.", mail="Miriam Oakes, 23, moved to Orlen.")
    assert [] == disputes(child, 0)


def test_a_toll_that_was_overtaken_is_shown():
    """A line with the toll of the first day stands beside the later one, with what was counted far from it."""
    made = bench(
        herald="Storm Edda killed four people when it struck the coast.",
        mail="The number of people killed by Storm Edda has risen to six after two bodies were found in Orlen.",
    )
    assert [("number", ("four", "six"), (0, 1))] == disputes(made, 0)


@pytest.mark.parametrize(
    ("said", "other", "values"),
    [
        ("No one was hurt.", "Four people were injured by tiles.", ("No one", "Four")),
        (
            "Four people were injured by tiles.",
            "There were no injuries, the town said.",
            ("Four", "no injuries"),
        ),
        ("Nobody was killed in Orlen.", "Two people died in the flood.", ("Nobody", "Two")),
        ("No one was seriously hurt.", "Four people were injured by tiles.", None),
        ("No one else was hurt.", "Four people were injured by tiles.", None),
        ("No deaths have been reported yet.", "Two people died in the flood.", None),
        ("It is not clear whether no one was hurt.", "Four people were injured by tiles.", None),
        ("No one was hurt.", "Four people were arrested.", None),
    ],
)
def test_nobody_is_a_count(said: str, other: str, values: tuple[str, str] | None):
    """Who says that nobody was hurt contradicts who counts four, though they share no word."""
    found = [each[:2] for each in disputes(bench(herald=said, mail=other), 0)]
    assert ([("number", values)] if values else []) == found
