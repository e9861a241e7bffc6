"""Abbreviations: who says what they stand for, and where a reader has to be told."""

import pytest

from summarize import Budget, Bundle, Options, pipeline
from summarize.rank.acronyms import introduced, used
from tests.builders import bundle_of, document_of
from tests.rank.test_forward import told


def meanings(text: str) -> list[tuple[str, str]]:
    return [(each.short, each.span.of(text)) for each in introduced(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Sedge Valley Water Board (SVWB) met.", ("SVWB", "Sedge Valley Water Board")),
        ("The SVWB (Sedge Valley Water Board) met.", ("SVWB", "Sedge Valley Water Board")),
        ("Inspectors of the Board of Wells and Dams’s (BWD) office came.", ("BWD", "Board of Wells and Dams")),
        ("He called the Dam Watch League (the “DWL”) slow.", ("DWL", "Dam Watch League")),
        ("She told the US River Survey (USRS) so.", ("USRS", "US River Survey")),
        ("Non-profit wall groups (NPWGs) helped.", ("NPWG", "Non-profit wall groups")),
        ("Die Organisation für Deiche und Zusammenarbeit in Ufern (ODZU) tagte.",
         ("ODZU", "Organisation für Deiche und Zusammenarbeit in Ufern")),
        ("Das Bundesdeichverzeichnis (BDV) ist alt.", ("BDV", "Bundesdeichverzeichnis")),
        ("Selon l'Agence des digues (AD), tout tient.", ("AD", "Agence des digues")),
        ("Организация по охране рек (ООР) предупредила.", ("ООР", "Организация по охране рек")),
        ("Η Επιτροπή Νερού και Φραγμάτων (ΕΝΦ) συνεδρίασε.", ("ΕΝΦ", "Επιτροπή Νερού και Φραγμάτων")),
    ],
)  # fmt: skip
def test_words_whose_initials_match_introduce(text: str, expected: tuple[str, str]):
    """In either order, over small words, in any script with capitals."""
    assert [expected] == meanings(text)


@pytest.mark.parametrize(
    "text",
    [
        "MILLBROOK (AP) The dam held.",
        "FORT SEDGE, Ind. (SEDG) The dam held.",
        "The Sedge Valley Board of Water (SVWB) met.",
        "The board of the valley (SVWB) met.",
        "It rained. Sedge Valley (WB) met.",
        "The mayor (who was ill) left.",
        "(SVWB) The dam held.",
    ],
)
def test_other_words_before_a_parenthesis_do_not(text: str):
    """A dateline, an agency, words in another order: nothing is guessed."""
    assert [] == meanings(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The SVWB opened the gates.", ["SVWB"]),
        ("Two NGOs and the SVWB’s crew came; the SVWB left.", ["NGO", "SVWB"]),
        ("The UN and the BBC said so on TV.", []),
        ("The U.S. sent a crew.", []),
        ("THE DAM HELD.", []),
        ("השרים נפגשו.", []),
    ],
)
def test_what_everybody_knows_needs_no_words(text: str, expected: list[str]):
    """Capitals of two to six letters, unless the whole text is in capitals or they are household words."""
    assert expected == list(used(text))


HERALD = "The SVWB opened both gates of the Millbrook dam before dawn on the fourth day of rain. "
COURIER = (
    "Sandbags were filled by volunteers in the gym of the school all through the evening. "
    "The Sedge Valley Water Board (SVWB) will repair the wall at its own cost by the summer. "
)


def digest_of(bundle: Bundle, sentences: int = 1):
    return pipeline.summarize(bundle, Options(budget=Budget(sentences), query="gates"))


def test_an_abbreviation_is_spelt_out_beside_its_line():
    """The words of the source that introduces it, cited to the character, and that source listed as used."""
    digest = digest_of(bundle_of(herald=HERALD, courier=COURIER))
    [line] = digest.lines
    [expansion] = line.expansions
    assert "SVWB" == expansion.span.of(line.text)
    assert "Sedge Valley Water Board" == expansion.citation.quote == expansion.citation.span.of(COURIER)
    assert "    SVWB: Sedge Valley Water Board [2]\n" in digest.to_text()
    assert "Read, not used" not in digest.to_text()


SECOND = "The gates of the second dam stay shut, the SVWB told farmers on the lower meadows. "


def test_an_abbreviation_is_spelt_out_once():
    """Beside the first line that uses it, and not at all where a line above has the words."""
    digest = digest_of(bundle_of(herald=HERALD + SECOND, courier=COURIER), 2)
    assert [HERALD.strip(), SECOND.strip()] == [line.text for line in digest.lines]
    assert [1, 0] == [len(line.expansions) for line in digest.lines]
    spelt = HERALD.replace("SVWB", "Sedge Valley Water Board (SVWB)")
    assert () == sum((line.expansions for line in digest_of(bundle_of(herald=spelt + SECOND), 2).lines), ())


@pytest.mark.parametrize("other", ["Salt Valley Wine Bank (SVWB)", "SVWB"])
def test_nothing_is_guessed(other: str):
    """Where two sources mean different things by it, or none says, it stays as it is."""
    courier = COURIER if other != "SVWB" else COURIER.replace("The Sedge Valley Water Board (SVWB)", "Nobody")
    post = f"The {other} closed its doors on the market square for want of any customers. "
    [line] = digest_of(bundle_of(herald=HERALD, courier=courier, post=post)).lines
    assert () == line.expansions


def test_another_language_does_not_spell_it_out():
    """Words in a language the line is not in help nobody who reads it."""
    german = "Das Sedger Verzeichnis der Wasserbauten (SVWB) nennt den Damm seit Jahren baufällig und alt. "
    bundle = Bundle("test", (document_of("herald", HERALD), document_of("bote", german, language="de")))
    [line] = digest_of(bundle).lines
    assert () == line.expansions


def test_who_introduces_comes_first():
    """Of two lines the one that spells an abbreviation out stands before the one that uses it."""
    lede = "The dam at Brennock broke on Tuesday and flooded the town of Sedge."
    uses, spells = "The SVWB had warned of it.", "The Sedge Valley Water Board (SVWB) is to report in June."
    documents = document_of("a", uses), document_of("b", spells), document_of("c", lede)
    chosen = ["a 0", "b 0", "c 0"]
    assert ["c 0", "b 0", "a 0"] == told(*documents, chosen=chosen, gains=[1, 1, 3])
