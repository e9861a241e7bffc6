"""Every case in tests/cases/relation: what a pair of sentences is, and where it disagrees."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from summarize.cite.relation import relate, support
from summarize.cite.statement import Statement, read
from summarize.model import Relation
from summarize.text import terms

CASES = Path(__file__).parents[1] / "cases" / "relation"
CASE = re.compile(r"^A (.+)\nB (.+)\n= (.+)$", re.MULTILINE)


def cases(folder: Path = CASES) -> list:
    """One parameter for each case of each file, named by its file and number."""
    return [
        pytest.param(*match.groups(), id=f"{path.stem}-{number}")
        for path in sorted(folder.glob("*.txt"))
        for number, match in enumerate(CASE.finditer(path.read_text("utf-8")), start=1)
    ]


def language_of(text: str) -> str:
    """By a word of each language the cases use."""
    cues = {"de": r"\bder\b", "fr": r"\bla\b.*\bcrue\b", "es": r"\blos\b", "ru": "[а-я]"}
    return next((code for code, cue in cues.items() if re.search(cue, text.lower())), "en")


def statement(text: str, language: str | None = None) -> Statement:
    """A sentence read as the pipeline reads it."""
    code = language or language_of(text)
    return read(text, language=code, stem=lambda word: next(iter(terms.extract(word, language=code)), ""))


def cosine(a: Statement, b: Statement) -> float:
    """Of plain term counts: what stands in for the bundle's TF-IDF where there is no bundle."""
    x, y = Counter(a.stems), Counter(b.stems)
    norms = math.sqrt(sum(n * n for n in x.values()) * sum(n * n for n in y.values()))
    return sum(x[stem] * y[stem] for stem in x) / norms if norms else 0.0


def related(a: str, b: str, language: str | None = None) -> Relation:
    x, y = statement(a, language), statement(b, language)
    return relate(x, y, cosine(x, y))


@pytest.mark.parametrize(("a", "b", "expected"), cases())
def test_case(a: str, b: str, expected: str):
    """A pair is what its case says: a kind, a kind of difference with both values, or not one of them."""
    found = related(a, b)
    shown = [f"{kind}: {x} | {y}" for kind, (x, y) in found.differences]
    if expected.startswith("not differs"):
        kind = expected.removeprefix("not differs").strip()
        assert [] == [line for line in shown if line.startswith(kind)]
    elif expected.startswith("not "):
        assert expected.removeprefix("not ") != found.kind
    elif expected.startswith("differs"):
        assert ("differs", [expected.removeprefix("differs ")]) == (found.kind, shown)
    else:
        assert (expected, []) == (found.kind, shown)


@pytest.mark.parametrize(("a", "b", "expected"), cases(CASES / "languages"))
def test_who_does_what_and_whether(a: str, b: str, expected: str, request):
    """Sentences of nearly the same words, half of them of one meaning, each file of the language it is named by."""
    language = request.node.callspec.id.partition("-")[0]
    found = related(a, b, language)
    if "differs" in expected:
        shown = [f"differs {kind}: {x} | {y}" for kind, (x, y) in found.differences]
        assert ([] if expected == "not differs" else [expected]) == shown
    else:
        assert (found.kind == "corroborates") == (expected == "corroborates")


def test_there_are_cases():
    """The case files are found and read."""
    assert len(cases()) > 50
    assert len(cases(CASES / "languages")) > 150


def test_extra_material_in_b_is_fine_and_in_a_is_not():
    """The question has a direction: B must carry A, and may say more."""
    short = "The flood destroyed twelve houses in the lower town of Orlen."
    long = "The flood destroyed twelve houses in the lower town of Orlen, tore down the ferry pier and closed the mill."
    assert ("corroborates", "unrelated") == (related(short, long).kind, related(long, short).kind)


def test_values_change_places_with_the_sentences():
    """The first value is A's, the second B's, whichever way round the two are asked about."""
    a, b = "The Orlen flood has left 20 dead.", "The Orlen flood has left 19 dead."
    assert (("number", ("20", "19")),) == related(a, b).differences
    assert (("number", ("19", "20")),) == related(b, a).differences


@pytest.mark.parametrize(
    "text", ["", "?", "the of and", "1" * 5000, "a-" * 5000, "$ % 5 5 5 5", "\ud800\x00", "'" * 999]
)
def test_no_text_is_too_odd(text):
    """Nothing that can stand in a document makes comparison fail."""
    plain = statement("The dam held.", "en")
    odd = statement(text, "en")
    for a, b in ((plain, odd), (odd, plain), (odd, odd)):
        assert relate(a, b, 0.9).similarity == 0.9


def test_sentences_of_two_languages_are_compared():
    """A paper's own mark for its language may be wrong, or another: its sentences are compared all the same."""
    a = statement("Altura Corp is to buy Brightwell Inc in cash, Altura said on Monday.", "en")
    b = statement("Altura Corp is to buy Brightwell Inc in cash, Altura said on Monday, too.", "sv")
    assert ("corroborates", "unrelated") == (relate(a, b, 0.9).kind, relate(b, a, 0.9).kind)


def test_weight_says_which_words_matter():
    """Words that tell little may be missing; those that tell as much as any may not."""
    a = statement("The council of the noisy town of Orlen banned all cars from the bridge.", "en")
    b = statement("Orlen banned all cars from the bridge.", "en")
    light = partial(lambda dull, stem: 1.0 if stem in dull else 9.0, {"noisi", "town", "council"})
    assert ("corroborates", "unrelated") == (
        relate(a, b, 0.55, weight=light).kind,
        relate(a, b, 0.55).kind,
    )


def test_who_words_it_otherwise_is_refused_before_any_name_is_read():
    """Nine pairs of ten fall by their wording alone; names, figures and deeds would cost more to read."""
    a = statement("The council of Orlen banned all cars from the bridge when cracks opened in it.", "en")
    b = statement("The old bridge has no cracks, the mayor of Orlen told all of the council.", "en")
    assert support(a, b, 0.6) is None
    assert "names" not in vars(a) | vars(b)


def test_no_name_is_the_topic_of_a_few_sentences():
    """In a bundle of eight sentences every word is in one of five; who scored must be told all the same."""
    a = statement("Marco Leal scored the winning goal in stoppage time.", "en")
    b = statement("Jonas Frey scored the winning goal in stoppage time.", "en")
    once, twice = math.log(9 / 2) + 1, math.log(9 / 3) + 1
    weight = partial(lambda names, stem: once if stem in names else twice, {"marco", "leal", "jona", "frey"})
    assert relate(a, b, 0.6, weight=weight).kind != "corroborates"


def test_nameless_ages_clash_only_between_sentences_much_alike():
    """A woman of 29 who met a boy may be the one of 33 who is charged, or another."""
    a = statement("A 29-year-old woman met a boy at a park of Orlen.", "en")
    b = statement("A 33-year-old woman is charged for a boy whom she met at a park.", "en")
    assert () == relate(a, b, 0.45).differences
    assert (("number", ("29-year-old", "33-year-old")),) == relate(a, b, 0.55).differences
