"""Who else says a picked sentence, and how many independently."""

from __future__ import annotations

import numpy as np

from summarize.cite import citations
from summarize.model import Document
from summarize.text import table
from tests.cite.builders import Bench, bench

DAM = "The flood destroyed twelve houses in the lower town of Orlen."


def supports(made: Bench, *rows: int) -> list[list[tuple[int, str]]]:
    """For each picked row, the rows that support it and how."""
    found = citations.attach(
        rows, made.graph, made.table, made.statement, copies=citations.copies_in(made.table)
    )
    return [[(support.row, support.kind) for support in line] for line in found]


def test_own_source_comes_first():
    """A sentence nobody repeats has one citation: itself."""
    made = bench(herald=DAM, courier="The orchestra played to a full house in Vant.")
    assert [[(0, "primary")]] == supports(made, 0)


def test_copies_and_own_words_are_told_apart():
    """Another paper's print of the sentence is same-text; its own words corroborate."""
    made = bench(
        courier="In Orlen's lower town the flood destroyed 12 houses and a school.",
        herald=DAM,
        mail=DAM.replace("The flood", "The  flood"),
    )
    assert [[(1, "primary"), (0, "corroborates"), (2, "same-text")]] == supports(made, 1)


def test_each_other_source_is_cited_once_by_its_best():
    """A paper that says it twice is cited where it prints the sentence, not where it says it again."""
    made = bench(
        herald=DAM, mail=("The flood destroyed 12 houses in the lower town of Orlen on Monday.", DAM)
    )
    assert [[(0, "primary"), (2, "same-text")]] == supports(made, 0)


def test_own_document_is_not_cited_again():
    """A paper that repeats itself does not support itself."""
    made = bench(herald=(DAM, DAM), mail="Nobody was hurt.")
    assert [[(0, "primary")]] == supports(made, 0)


def test_what_may_not_be_quoted_is_not_cited():
    """A caption that prints the sentence is no citation."""
    assert [[(0, "primary")]] == supports(bench(silent=(1,), herald=DAM, mail=DAM), 0)


def test_clashing_figures_do_not_corroborate():
    """A paper with another count of the houses is no citation."""
    made = bench(herald=DAM, mail=DAM.replace("twelve", "fifteen"))
    assert [[(0, "primary")]] == supports(made, 0)


def test_a_sentence_of_stop_words_finds_its_copy():
    """Copies are found by their print, not by the graph, which has no edge for them."""
    made = bench(herald="It is what it is.", mail="It is what it is.")
    assert [[(0, "primary"), (1, "same-text")]] == supports(made, 0)


def test_nothing_picked_nothing_cited():
    """No picks, no lines."""
    assert [] == supports(bench(herald=DAM))


def test_reprints_are_one_origin():
    """Three citations from two origins are two independent voices."""
    rewritten = "In Orlen's lower town the flood destroyed 12 houses and a school."
    made = bench(herald=DAM, mail=DAM, post=rewritten)
    [line] = citations.attach(
        [0], made.graph, made.table, made.statement, copies=citations.copies_in(made.table)
    )
    assert (3, 2) == (len(line), citations.independent(line, made.table, np.array([7, 7, 8])))


def test_one_sentence_word_for_word_is_one_voice():
    """An agency's sentence in articles that otherwise differ is three links and one voice."""
    made = bench(herald=DAM, mail=DAM, post=DAM)
    [line] = citations.attach(
        [0], made.graph, made.table, made.statement, copies=citations.copies_in(made.table)
    )
    assert (3, 1) == (len(line), citations.independent(line, made.table, np.array([7, 8, 9])))


def test_one_outlet_is_one_voice():
    """An outlet that says it in three articles of its own has said it; that others say it is another matter."""
    rewritten = "In Orlen's lower town the flood destroyed 12 houses and a school."
    texts = (DAM, rewritten, "A school and 12 houses in lower Orlen were destroyed by the flood.")
    outlets = ("Orlen Herald", "orlen herald", "The Post")
    documents = [
        Document.from_text(text, uri=f"{at}.txt", publisher=outlet)
        for at, (text, outlet) in enumerate(zip(texts, outlets, strict=True))
    ]
    rows = table.build(documents)
    line = [citations.Support(at, "primary", 1.0) for at in (0, 1, 2)]
    assert 2 == citations.independent(line, rows, np.arange(3))
    assert 1 == citations.independent(line[:2], rows, np.arange(3))


def test_only_the_graphs_neighbours_are_read():
    """Sentences that share nothing with the pick are never compared."""
    made = bench(herald=DAM, mail="The orchestra played to a full house in Vant.", post=DAM + " It rained.")
    supports(made, 0)
    assert 1 not in made.read
