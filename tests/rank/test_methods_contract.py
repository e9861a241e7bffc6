"""What every method of the table promises, whatever it ranks by."""

from __future__ import annotations

import random
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from typing import Literal, get_args, get_type_hints

import numpy as np
import pytest

from summarize import library, pipeline
from summarize.model import Budget, Bundle
from summarize.options import METHOD_NAMES, Options
from summarize.rank import order, peers
from summarize.rank.methods import METHODS
from summarize.rank.selection import SAME
from tests.builders import document_of

ARTICLES = {
    "herald": """Flood at Millbrook

The old dam above Millbrook held through the night although the river rose by four metres.
Some 1,200 people were taken to schools and a sports hall in the next valley.
The mayor, Edna Quill, thanked the volunteers who had filled sandbags since Sunday evening.
"We have not slept, but the wall stands," the mayor told a crowd in front of the town hall.
The river is expected to fall by a metre before the weekend, the weather office said.
""",
    "courier": """Millbrook's old dam held through the night although the river rose by four metres.
Engineers opened both spillways at dawn to lower the water behind the wall.
Farmers on the lower meadows lost most of this year's hay to the flood.
The dam was built in 1911 and last repaired eleven years ago, the county engineer said.

Some 1,200 people were taken to schools and a sports hall in the next valley.
""",
    "post": """Volunteers who had filled sandbags since Sunday were thanked by the mayor of Millbrook.
The county engineer said that the dam, built in 1911, will be inspected by divers next week.
A footbridge below the dam was carried away, and the road to Upper Sarn stays closed.
""",
}
BUDGETS = (
    Budget(3),
    Budget(45, "words"),
    Budget(250, "characters"),
    Budget(0.3, "ratio"),
    Budget(0.2, "minutes"),
)

methods = pytest.mark.parametrize("name", METHODS)


def bundle_of(articles=ARTICLES, language="en"):
    return Bundle(
        "flood", tuple(document_of(name, text, language=language) for name, text in articles.items())
    )


def studied(name, bundle=None, **options):
    return pipeline.study(bundle or bundle_of(), Options(method=name, **options))


def test_the_names_are_those_of_the_table():
    """The command line lists names without loading what they stand for."""
    assert tuple(METHODS) == METHOD_NAMES


def test_what_an_editor_offers_is_what_there_is():
    """The types of `method` and `order` name what the tables hold, wherever they are asked for."""
    for asked in (library.summarize, library.Asked, Options):
        hints = get_type_hints(asked)
        assert METHOD_NAMES == get_args(hints["method"])
        assert (Literal[*order.ORDERS] | None) == hints["order"]


def test_what_is_passed_on_is_all_that_can_be_asked_for():
    """`plot` takes the options of `summarize`, with their types."""
    doors = {"sources", "fetch", "allow_private", "watch", "encoder", "return"}
    asked = {name: hint for name, hint in get_type_hints(library.summarize).items() if name not in doors}
    assert get_type_hints(library.Asked) == asked


@methods
def test_a_method_stands_in_the_reference(name):
    """A method nobody can find out about does not exist."""
    reference = Path(__file__).parents[2] / "docs" / "reference.md"
    assert f"`{name}`" in reference.read_text().partition("## Methods")[2].partition("\n## ")[0]


@methods
@pytest.mark.parametrize("budget", BUDGETS, ids=lambda budget: budget.unit)
def test_budgets_are_kept_and_used(name, budget):
    """Never more than allowed; and no candidate that still fits and says something else is left."""
    study = studied(name, budget=budget)
    cost, limit = study.material.costs()
    rows = [pick.row for pick in study.picks]
    left = limit - cost[rows].sum()
    assert 0 < len(rows)
    assert 0 <= left
    if name != "ilp":  # an optimum may leave room that no new concept fills
        near = study.material.similarity[rows].toarray().max(axis=0) > SAME
        near[rows] = True
        assert not (study.material.candidate & (cost <= left) & ~near).any()


@methods
def test_picks_are_candidates_that_say_different_things(name):
    """Each row once, eligible, and no two more than .5 alike."""
    study = studied(name, budget=Budget(20))
    rows = [pick.row for pick in study.picks]
    assert len(set(rows)) == len(rows)
    assert study.material.candidate[rows].all()
    assert [] == [pair for pair in combinations(rows, 2) if study.material.similarity[pair] > SAME]


@methods
def test_documents_may_come_in_any_order(name):
    """Shuffling the bundle changes no line, and neither does asking again."""
    expected = studied(name).digest.lines
    shuffled = list(ARTICLES.items())
    random.Random(1).shuffle(shuffled)
    assert expected == studied(name, bundle_of(dict(shuffled))).digest.lines


@methods
def test_a_choice_explains_itself(name):
    """Salience sums to 1 and has parts; the parts of a pick are what its gain is the sum of."""
    study = studied(name)
    assert 1 == pytest.approx(study.ranking.salience.sum())
    assert 0 <= study.ranking.salience.min()
    assert {len(study.material.table)} == {len(part) for part in study.ranking.parts.values()}
    for pick in study.picks:
        assert pick.gain == pytest.approx(sum(pick.parts.values()))
        assert pick.parts
        assert np.isfinite(pick.gain)


@methods
@pytest.mark.parametrize(
    "articles",
    [
        {},
        {"a": ""},
        {"a": "the of and to in"},
        {"a": "The of and to in it was not that of them all, who were to be."},
        {"a": "One sentence only, about the old dam above the town of Millbrook."},
        {"a": ARTICLES["post"], "b": ARTICLES["post"]},
        {
            "a": "大坝在夜里守住了，虽然河水上涨了四米。工程师在黎明打开了两个泄洪道。约一千二百人被带到学校里。"
        },
    ],
    ids=["nothing", "empty", "stop words", "a sentence of stop words", "one sentence", "twins", "chinese"],
)
def test_any_bundle_gives_a_digest(name, articles):
    """Nothing to say, one thing to say, the same twice: never an exception, never a broken number."""
    study = studied(name, bundle_of(articles, language=None))
    assert np.isfinite(study.ranking.salience).all()
    assert len(study.digest.lines) == len(study.picks) <= study.material.candidate.sum()


def test_the_hash_seed_changes_nothing():
    """Sets are never iterated into a result, here or in what is called."""
    call = (
        "import sys; sys.path.insert(0, '.'); from tests.rank.test_methods_contract import METHODS, studied;"
        "print([(pick.row, pick.gain) for name in METHODS for pick in studied(name).picks])"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", call],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert 1 == len(printed)


def test_peers_are_imported_only_when_asked_for():
    """The table of methods costs neither sumy nor nltk, which take a second."""
    call = "import sys, summarize.rank.methods; print([m for m in ('sumy', 'nltk', 'scipy.optimize') if m in sys.modules])"
    assert (
        "[]\n"
        == subprocess.run([sys.executable, "-c", call], capture_output=True, text=True, check=True).stdout
    )


def test_peers_reach_for_nothing_outside():
    """sumy's words, stems and stop lists come with it: no socket is opened and no nltk data sought."""
    call = (
        "import sys; sys.path.insert(0, '.')\n"
        "def forbid(event, args):\n"
        "    if event.startswith('socket.') or (event == 'open' and 'nltk_data' in str(args[0])):\n"
        "        raise RuntimeError(event)\n"
        "import nltk, sumy.utils\n"
        "sys.addaudithook(forbid)\n"
        "from tests.rank.test_methods_contract import METHODS, studied\n"
        "[studied(name) for name in METHODS if name.startswith('sumy-')]"
    )
    done = subprocess.run([sys.executable, "-c", call], capture_output=True, text=True)
    assert (0, "") == (done.returncode, done.stderr)


def test_a_peer_rates_sentences_not_texts():
    """A sentence that two papers print is two sentences to sumy, which would else make them one."""
    bundle = bundle_of({"a": ARTICLES["post"], "b": ARTICLES["post"]})
    material = pipeline.prepare(bundle.documents, Options())
    rows = np.flatnonzero(material.table.eligible)
    sentences = peers._document(material, rows).sentences
    assert len(rows) == 2 * len({str(sentence) for sentence in sentences}) == len(set(sentences))
