"""Surnames: who is meant, and where a reader has to be told."""

import pytest

from summarize import Budget, Bundle, Options, pipeline
from summarize.cite.verify import check
from summarize.rank.surnames import alone
from tests.builders import bundle_of, document_of

INTRODUCED = "The river board named its new engineer, Daniel Marden, after a vote on Monday evening. "
ALONE = "Both gates of the Millbrook dam were opened by Marden before dawn on the fourth day of rain. "
COURIER = "Sandbags were filled by volunteers in the gym of the school all through the evening. "


def digest_of(bundle: Bundle, sentences: int = 1):
    return pipeline.summarize(bundle, Options(budget=Budget(sentences), query="gates"))


def introduced(*sentences: str, **others: str) -> list[str]:
    """The full names beside the one line about gates, the last of the sentences."""
    [line] = digest_of(bundle_of(herald="".join(sentences), **others)).lines
    assert sentences[-1].strip() == line.text
    return [each.citation.quote for each in line.expansions]


def test_a_surname_has_the_full_name_beside_its_line():
    """As its own source gives it, cited to the character."""
    bundle = bundle_of(herald=INTRODUCED + ALONE, courier=COURIER)
    digest = digest_of(bundle)
    [line] = digest.lines
    [name] = line.expansions
    assert "Marden" == name.span.of(line.text)
    assert "Daniel Marden" == name.citation.quote == name.citation.span.of(INTRODUCED)
    assert "    Marden: Daniel Marden [1]\n" in digest.to_text()
    check(digest, bundle.documents)


def test_a_person_is_introduced_once():
    """Beside the first line that has the surname, and not where a line above has the full name."""
    second = "The gates of the second dam stay shut, Marden told farmers on the lower meadows. "
    digest = digest_of(bundle_of(herald=INTRODUCED + ALONE + second), 2)
    assert [ALONE.strip(), second.strip()] == [line.text for line in digest.lines]
    assert [1, 0] == [len(line.expansions) for line in digest.lines]
    full = ALONE.replace("Marden", "Daniel Marden")
    shown = digest_of(bundle_of(herald=INTRODUCED + full + second), 2)
    assert [full.strip(), second.strip()] == [line.text for line in shown.lines]
    assert [0, 0] == [len(line.expansions) for line in shown.lines]


def test_an_apostrophe_is_one_however_it_is_written():
    """O'Marden in one source is O’Marden in another: introduced once."""
    herald = (INTRODUCED + ALONE).replace("Marden", "O'Marden")
    post = (
        INTRODUCED.replace("engineer", "chief")
        + "Every one of the gates stays open, Marden said, until Friday. "
    )
    digest = digest_of(bundle_of(herald=herald, post=post.replace("Marden", "O’Marden")), 2)
    assert 2 == sum("gates" in line.text for line in digest.lines)
    assert 1 == sum(len(line.expansions) for line in digest.lines)


@pytest.mark.parametrize(
    ("language", "sentences", "expected"),
    [
        ("en", ("The board was told by Gov. Ann M. Marden that help would come before the week is out.", ALONE),
         "Ann M. Marden"),
        ("en", ("The board thanked Ludwig van der Marden, who had warned of the flood two years ago.", ALONE),
         "Ludwig van der Marden"),
        ("de", ("Die Behörde stellte am Montag ihre neue Leiterin Julia Brückner im Rathaus von Sedge vor.",
                "Beide Tore des alten Damms seien noch in der Nacht geöffnet worden, sagte Brückner am Morgen.",
                ), "Leiterin Julia Brückner"),
        ("fr", ("La régie a présenté lundi sa nouvelle directrice, Hélène Vasseur, aux habitants de la vallée.",
                "Les deux vannes du vieux barrage ont été ouvertes dans la nuit, a expliqué Vasseur au matin.",
                ), "Hélène Vasseur"),
        ("es", ("La junta presentó el lunes a su nueva ingeniera, Lucía Herranz, ante los vecinos del valle.",
                "Las dos compuertas de la vieja presa se abrieron de noche, explicó Herranz por la mañana.",
                ), "Lucía Herranz"),
    ],
)  # fmt: skip
def test_a_full_name_is_given_names_and_surname(language: str, sentences: tuple[str, ...], expected: str):
    """With initials and what belongs to the surname, and the office only where it is written as a name is."""
    query = {"de": "Tore", "fr": "vannes", "es": "compuertas"}.get(language, "gates")
    document = document_of("herald", " ".join(map(str.strip, sentences)), language=language)
    options = Options(budget=Budget(1), query=query)
    [line] = pipeline.summarize(Bundle("test", (document,)), options).lines
    assert sentences[1].strip() == line.text
    assert [expected] == [each.citation.quote for each in line.expansions]


@pytest.mark.parametrize(
    "before",
    [
        "The river board named its new engineer, Marden, after a vote on Monday evening. ",
        "Marden came on Monday. The river board named its new engineer, Daniel Marden, at once. ",
        "The river board wrote to Daniel Marden and to his aunt, Ruth Marden, on Monday evening. ",
        "The river board named two new engineers, Ruth and Daniel Marden, on Monday evening. ",
        "The river board is to play the Salt Marden after a vote on Monday evening. ",
        "The river board named Daniel Marden after a vote that was held in Marden on Monday. ",
        "The river board named Daniel Marden, who sells every marden in the valley, on Monday. ",
        "The river board saw Salt Marden, and Salt is its sponsor, on Monday evening. ",
        "The river board asked great Marden for help after a vote on Monday evening. ",
    ],
    ids=[
        "no name",
        "surname first",
        "two persons",
        "a pair",
        "a thing",
        "a place",
        "a word",
        "a firm",
        "no given",
    ],
)
def test_nobody_is_guessed(before: str):
    """Where it may be another person, a place or a thing, or no full name comes first, nothing is said."""
    assert [] == introduced(before, ALONE)


def test_another_source_has_another_of_the_name():
    """One surname with two given names anywhere in the bundle stays as it is."""
    other = "The mill was bought by Ruth Marden, a farmer from the lower meadows, in the spring. "
    assert ["Daniel Marden"] == introduced(INTRODUCED, ALONE, courier=COURIER)
    assert [] == introduced(INTRODUCED, ALONE, courier=other)


def test_another_source_does_not_introduce():
    """Only what a reader of the line's own source has read before counts."""
    assert [] == introduced(ALONE, courier=INTRODUCED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marden spoke.", ["Marden"]),
        ("“Marden knew,” said Mr. Cole.", ["Marden", "Cole"]),
        ("Marden’s crew met Cole-Quill.", ["Marden", "Cole-Quill"]),
        ("The Marden dam is near Cole, at Quill.", []),
        ("Daniel Marden and Marden Mill and a Marden-led crew.", []),
        ("THE DAM HELD, I’m told.", []),
        ("so she paid 20 Kroner.", []),
        ("השרים נפגשו.", []),
    ],
)
def test_a_surname_stands_alone(text: str, expected: list[str]):
    """A capital and small letters, no name before or behind, nor what no person follows."""
    assert expected == list(alone(text))
