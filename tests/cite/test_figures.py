"""What is read as a figure, with its kind and value."""

from __future__ import annotations

import pytest

from summarize.cite.statement import read
from tests.cite.builders import stem


def figures(text: str, language: str = "en") -> list[tuple[str, float, str]]:
    """Kind, value and print of each figure."""
    found = read(text, language=language, stem=stem).figures
    return [(figure.kind, figure.low, text[figure.start : figure.end]) for figure in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("twelve houses", [("count", 12, "twelve")]),
        ("Twenty-five houses", [("count", 25, "Twenty-five")]),
        ("Thirty-one houses", [("count", 31, "Thirty-one")]),
        ("two dozen houses", [("count", 24, "two dozen")]),
        ("half a million people", [("count", 5e5, "half a million")]),
        (
            "a half-million people, half a dozen cows",
            [("count", 5e5, "half-million"), ("count", 6, "half a dozen")],
        ),
        ("a quarter of a million euros", [("money", 2.5e5, "a quarter of a million euros")]),
        ("three quarters of a million people", [("count", 7.5e5, "three quarters of a million")]),
        ("one and a half million people", [("count", 1.5e6, "one and a half million")]),
        ("two and a half hours", [("count", 2.5, "two and a half")]),
        ("half of a village, half the houses", []),
        ("a hundred houses", [("count", 100, "a hundred")]),
        ("1,234.5 tons", [("count", 1234.5, "1,234.5")]),
        ("one person was hurt, one of many", [("count", 1, "one")]),
        ("$1.2 million", [("money", 1.2e6, "$1.2 million")]),
        ("$5m", [("money", 5e6, "$5m")]),
        ("5,500m away", [("count", 5500, "5,500")]),
        ("30 million euros", [("money", 3e7, "30 million euros")]),
        ("4.5 percent", [("percent", 4.5, "4.5 percent")]),
        ("7 per cent", [("percent", 7, "7 per cent")]),
        ("a 35-year-old man", [("age", 35, "35-year-old")]),
        ("Ida Rusk, 51, left", [("age", 51, "51")]),
        ("a man of 34 left", [("age", 34, "34")]),
        ("aged 40", [("age", 40, "40")]),
        ("in 1999", [("year", 1999, "1999")]),
        ("the 1990s", []),
        ("2000 cows graze", [("count", 2000, "2000")]),
        ("on July 3, 2025", [("date", 703, "July 3, 2025")]),
        ("the 3rd of July", [("date", 703, "3rd of July")]),
        ("it may rain in May", [("date", 500, "May")]),
        ("they march in March", [("date", 300, "March")]),
        ("on Thursday", [("weekday", 3, "Thursday")]),
        ("at 4:20 p.m.", [("time", 16 * 60 + 20, "4:20 p.m.")]),
        ("at 9am", [("time", 9 * 60, "9am")]),
        ("the third house", [("ordinal", 3, "third")]),
        ("the 21st house", [("ordinal", 21, "21st")]),
        ("Covid-19, the A330-200 and Route 66 on p. 7", []),
        ("5. The dam", []),
        ("in 5 ½ days", [("count", 5.5, "5 ½")]),
        ("the magnitude-7.1 quake", [("count", 7.1, "7.1")]),
        ("at 4:20 EST", [("time", 260, "4:20")]),
        ("80.000 deaths, 222.570 homes", [("count", 80000, "80.000"), ("count", 222570, "222.570")]),
        ("7.125 points", [("count", 7.125, "7.125")]),
        ("the 3-1 win", [("count", 3, "3-1"), ("count", 1, "3-1")]),
    ],
)
def test_english(text: str, expected: list[tuple[str, float, str]]):
    """Digits and number words, and the words around them, give a kind and a value."""
    assert expected == figures(text)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "ثلاثة عشر شخصا", [("count", 13, "ثلاثة عشر")]),
        ("he", "שלושה בתים ו-12 גשרים", [("count", 3, "שלושה"), ("count", 12, "12")]),
        ("hi", "तीन लोग", [("count", 3, "तीन")]),
        ("el", "την 1η Ιουνίου", [("date", 601, "1η Ιουνίου")]),
        ("fr", "200,000 tentes", [("count", 200000, "200,000")]),
        ("ar", "150،000 قتيل", [("count", 150000, "150،000")]),
        ("de", "1.250.000 Euro", [("money", 1.25e6, "1.250.000 Euro")]),
        ("de", "1,25 Millionen Euro", [("money", 1.25e6, "1,25 Millionen Euro")]),
        ("de", "eine halbe Million Menschen", [("count", 5e5, "halbe Million")]),
        ("es", "medio millón de euros", [("money", 5e5, "medio millón de euros")]),
        ("de", "am 3. Juli", [("date", 703, "3. Juli")]),
        ("fr", "12 500 personnes", [("count", 12500, "12 500")]),
        ("fr", "7 pour cent", [("percent", 7, "7 pour cent")]),
        ("es", "30 millones de euros", [("money", 3e7, "30 millones de euros")]),
        ("it", "30 milioni di euro", [("money", 3e7, "30 milioni di euro")]),
        ("fr", "30 millions d'euros", [("money", 3e7, "30 millions d'euros")]),
        ("ru", "3 июля", [("date", 703, "3 июля")]),
        ("cs", "magnitudo 7.2", [("count", 7.2, "7.2")]),
        ("el", "ένα εκατομμύριο άνθρωποι", [("count", 1e6, "ένα εκατομμύριο")]),
        ("hi", "१२ जनवरी", [("date", 112, "१२ जनवरी")]),
        ("ar", "٪ 15 من", [("count", 15, "15")]),
        ("xx", "17 zzz", [("count", 17, "17")]),
    ],
)
def test_other_languages(language: str, text: str, expected: list[tuple[str, float, str]]):
    """Each language's separators, months and scales; digits even where it has no list."""
    assert expected == figures(text, language)


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("de", "vierzig Tote, einundzwanzig Verletzte, siebzehn Vermisste", [40, 21, 17]),
        ("nl", "veertig doden, tweeëntwintig gewonden, eenendertig vermisten", [40, 22, 31]),
        ("fr", "quarante morts, vingt et un blessés, quatre-vingt-dix-sept disparus", [40, 21, 97]),
        ("fr", "soixante et onze morts, soixante-dix-huit blessés, quatre-vingts disparus", [71, 78, 80]),
        ("it", "quaranta morti, ventuno feriti, trentotto dispersi, settantatré sfollati", [40, 21, 38, 73]),
        ("es", "cuarenta muertos, treinta y una personas, veintidós heridos", [40, 31, 22]),
        ("pt", "quarenta mortos, vinte e duas pessoas, dezassete feridos", [40, 22, 17]),
        ("es", "ciento veinte muertos", []),
        ("pt", "duzentos e vinte mortos", []),
        ("fr", "cent vingt morts", []),
    ],
)
def test_tens_in_words(language: str, text: str, values: list[float]):
    """Numbers from 2 to 99 in words are read whole in seven languages; the rest of a hundred is no number."""
    assert [(value, "count") for value in values] == [
        (value, kind) for kind, value, _ in figures(text, language)
    ]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("es", "Murieron 12 personas en Orlen.", [12]),
        ("pt", "Morreram 12 pessoas em Orlen.", [12]),
        ("cs", "Zahynulo 12 lidí.", [12]),
        ("ru", "Погибли 12 человек.", [12]),
        ("es", "Ruta 66 cortada en Orlen.", []),
        ("cs", "Airbus 320 havaroval.", []),
    ],
)
def test_a_verb_before_a_number_is_no_name(language: str, text: str, values: list[float]):
    """Sentences of many languages open with what was done."""
    assert values == [value for _, value, _ in figures(text, language)]


def test_ranges_and_bounds():
    """A range has two ends; "more than" reaches upwards, "less than" downwards."""
    ends = [
        (figure.low, figure.high)
        for text in ("between 10 and 12 cows", "10-12 cows", "more than 100 cows", "less than 90 cows")
        for figure in read(text, language="en", stem=stem).figures
    ]
    assert [(10, 12), (10, 12), (100, 150), (60, 90)] == ends
