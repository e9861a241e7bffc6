import json

import numpy as np
import pytest

import summarize
from summarize.model import Budget
from summarize.options import METHOD_NAMES, Options
from summarize.pipeline import study
from summarize.rank.embedding import cosines
from tests.builders import bundle_of
from tests.cli.articles import run, write

KINSHIP = bundle_of(
    herald="The government of Arlen was recognised by its northern neighbour on Thursday morning.",
    courier="Its northern neighbour accepted the new rulers in Arlen, ending years of isolation.",
    post="Farmers in the south of the country wait for rain that is three weeks overdue.",
)


class Letters:
    """An encoder of a kind: how often each letter stands in a text."""

    def encode(self, texts):
        return [[text.lower().count(chr(letter)) for letter in range(97, 123)] for text in texts]


class Topics:
    """Sees that two sentences are about Arlen, whatever their words."""

    def encode(self, texts):
        return np.array([[1.0, 0.1 * len(text) / 100] if "Arlen" in text else [0.0, 1.0] for text in texts])


def test_cosines_are_those_of_the_encoders_rows():
    """Every pair, both ways round, nothing with itself; the plain product says the same."""
    texts = ["the dam held", "it held firm", "rain", ""]
    rows = np.array(Letters().encode(texts), float)
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    expected = rows @ rows.T
    np.fill_diagonal(expected, 0)
    assert expected == pytest.approx(cosines(Letters(), texts).toarray())


def test_many_texts_keep_their_nearest():
    """More rows than a block: symmetric, and each row has its three nearest at least."""
    texts = [f"{number:b}".replace("0", "a").replace("1", "b") + "c" * (number % 7) for number in range(1100)]
    found = cosines(Letters(), texts, neighbours=3)
    assert 0 == abs(found - found.T).max()
    assert 3 <= np.diff(found.indptr).min()
    assert 0 == found.diagonal().max()


@pytest.mark.parametrize("rows", [[[1.0]], [1.0, 2.0], [[1.0], [float("nan")]]])
def test_an_encoder_that_gives_something_else_is_refused(rows):
    """Two texts need two rows of finite numbers."""
    encoder = type("Wrong", (), {"encode": lambda self, texts: rows})()
    with pytest.raises(ValueError, match=r"encoder: .* 2 rows of numbers"):
        cosines(encoder, ["one", "two"])


@pytest.mark.parametrize("method", METHOD_NAMES)
def test_what_the_encoder_finds_alike_is_said_once(method):
    """By their words the two ledes differ; by their sense they do not. Citations stay what words say."""
    options = Options(budget=Budget(3), method=method)
    by_words, by_sense = study(KINSHIP, options), study(KINSHIP, options, encoder=Topics())
    assert (3, 2) == (len(by_words.picks), len(by_sense.picks))
    assert {1} == {len(line.citations) for line in by_sense.digest.lines}


def test_a_digest_says_that_an_encoder_was_used(tmp_path):
    """It cannot be made again without, so `explain` says so instead of explaining another."""
    paths = write(tmp_path)
    digest = summarize.summarize(paths, encoder=Letters())
    assert "Letters" == json.loads(digest.to_json())["manifest"]["encoder"]
    saved = tmp_path / "digest.json"
    saved.write_text(digest.to_json())
    status, _, talk = run("explain", saved)
    assert (1, f"summarize: {saved}: made with an encoder; explain it from Python, with the encoder\n") == (
        status,
        talk,
    )
    assert 0 == run("verify", saved)[0]
