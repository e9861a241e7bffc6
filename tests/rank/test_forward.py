"""The order a story is read in."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from summarize import Bundle, Options, pipeline
from summarize.model import Pick
from summarize.rank import forward
from tests.builders import document_of


def told(*documents, chosen, gains=None):
    """The chosen sentences, "herald 0" for the first of the Herald, in the order they are to be read."""
    bundle = Bundle("test", documents)
    material = pipeline.prepare(bundle.documents, Options())
    table = material.table
    names = [f"{table.documents[table.document[row]].id} {table.position[row]}" for row in range(len(table))]
    picks = [
        Pick(names.index(name), gain, 0.0)
        for name, gain in zip(chosen, gains or [1.0] * len(chosen), strict=True)
    ]
    return [names[pick.row] for pick in forward.forward(picks, material)]


LEDE = "The dam at Brennock broke on Tuesday and flooded the town of Sedge."
NEXT = "Edna Quill warned of cracks in the wall three years ago."
FOUND = list(enumerate(["Brennock", "Sedge", "Tarrow", "Hallin", "Norwick", "Elmsford"]))
LAST = "An inquiry into the warning is to report in June."


def test_the_lede_is_first_then_its_own_paper():
    """What told most and stands early begins; its paper goes on before the next one has its turn."""
    herald = document_of("herald", f"{NEXT} {LAST}")
    post = document_of("post", f"{LEDE} The market is closed until the water has gone.")
    chosen = ["herald 0", "herald 1", "post 0", "post 1"]
    assert ["post 0", "post 1", "herald 0", "herald 1"] == told(
        herald, post, chosen=chosen, gains=[1, 1, 3, 1]
    )


def test_a_sentence_that_leans_is_no_lede():
    """ "She" cannot open a story, however much it tells."""
    herald = document_of("herald", "She warned of it. The wall was old.")
    post = document_of("post", LEDE)
    assert "post 0" == told(herald, post, chosen=["herald 0", "post 0"], gains=[1.5, 1])[0]


def test_what_takes_a_thing_up_gives_way_to_who_introduces_it():
    """ "The recall covers" is no lede where another paper's line says who recalls what."""
    herald = document_of(
        "herald", "Tarrow Motors is calling back cars. The recall covers 9,000 vans and has cost jobs."
    )
    post = document_of("post", "Tarrow Motors recalled its vans on Tuesday because of their brakes.")
    assert ["post 0", "herald 1"] == told(herald, post, chosen=["herald 1", "post 0"], gains=[1.6, 1])


def test_one_document_keeps_its_own_order():
    """There "The recall covers" stands where its document has it."""
    herald = document_of("herald", f"{LEDE} The recall covers 9,000 vans. {NEXT}")
    assert ["herald 1", "herald 2"] == told(herald, chosen=["herald 1", "herald 2"], gains=[1.6, 1])


def test_what_leans_stands_straight_behind_its_sentence():
    """Others tell first what every crew found; whose dismissal it was would have to be said again by then."""
    found = " ".join(f"Crew {number} found a crack in wall {number} at {place}." for number, place in FOUND)
    herald = document_of("herald", f"{NEXT} She was dismissed for it.")
    post = document_of("post", found)
    third = document_of("third", f"{found} She was dismissed for it.")
    chosen = ["herald 0", "herald 1", *(f"post {number}" for number, _ in FOUND)]
    assert ["herald 0", "herald 1"] == told(herald, post, third, chosen=chosen, gains=[9, *[1.0] * 7])[:2]


def test_what_leans_stands_straight_behind_another_paper_that_says_its_sentence():
    """Whose warning it was the Post tells in the Herald's words; the Herald's own sentence is not printed."""
    herald = document_of("herald", f"{LEDE} {NEXT} She was dismissed for it.")
    post = document_of("post", f"{NEXT} {LAST}")
    chosen = ["herald 0", "herald 2", "post 0", "post 1"]
    assert ["herald 0", "post 0", "herald 2", "post 1"] == told(
        herald, post, chosen=chosen, gains=[9, 1, 1, 1]
    )


def test_papers_that_lean_on_one_another_are_told():
    """Each paper's "He" or "She" is whom the other's "But" names: no line stands behind itself."""
    gates, farmers = (
        "Edna Quill inspected the cracked spillway gates.",
        "Paul Marden promised flooded farmers money.",
    )
    herald = document_of("herald", f"{gates} He ordered the engineers out of the room. But {farmers}")
    post = document_of("post", f"{farmers} She handed the letters to the council. But {gates}")
    chosen = ["herald 1", "herald 2", "post 1", "post 2"]
    assert sorted(chosen) == sorted(told(herald, post, chosen=chosen))


def test_days_go_forward():
    """Where dates are known the older paper comes first, whatever it is called and however little it tells."""
    late = document_of("herald", LEDE, day=9)
    early = document_of("post", NEXT, day=7)
    assert ["post 0", "herald 0"] == told(late, early, chosen=["herald 0", "post 0"], gains=[9, 1])


def test_the_majority_orders_papers():
    """Two papers tell the inquiry after the warning, so the lines of two others stand so."""
    a = document_of("a", LAST)
    b = document_of("b", NEXT)
    c = document_of("c", LEDE)
    d = document_of("d", f"{LEDE} {NEXT} {LAST}")
    e = document_of("e", f"{LEDE} {NEXT} {LAST}")
    found = told(a, b, c, d, e, chosen=["a 0", "b 0", "c 0"], gains=[1, 1, 3])
    assert ["c 0", "b 0", "a 0"] == found


@given(st.randoms(use_true_random=False), st.integers(2, 12))
def test_each_line_leads_those_that_are_left(chance, count):
    """Adding up every lead anew at every step gives the same order; equal leads stay as in the table."""
    said = [f"Crew {number} found a crack in wall {number} at {place}." for number, place in FOUND]
    documents = [
        document_of(f"paper {i}", " ".join(chance.sample(said, 3)), day=chance.randint(1, 3))
        for i in range(4)
    ]
    material = pipeline.prepare(documents, Options())
    rows = sorted(chance.sample(range(len(material.table)), min(count, len(material.table))))
    picks = [Pick(row, 1.0, 0.0) for row in rows]
    before = forward._precedence(np.array(rows), material)
    document = material.table.document[rows]
    found = [rows.index(pick.row) for pick in forward.forward(picks, material)]
    for step, line in enumerate(found[1:], start=1):
        left = sorted(found[step:])
        stays = forward._STAY * (document[left] == document[found[step - 1]])
        leads = np.round(before[np.ix_(left, left)].sum(axis=1) + stays, 6)
        assert line == left[int(np.argmax(leads))]


def test_nothing_has_no_order():
    """An empty digest stays empty."""
    assert [] == told(document_of("herald", LEDE), chosen=[])
