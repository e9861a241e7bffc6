"""Counts of the dead, hurt, missing and held of one event that have become others."""

import pytest

from summarize.cite import statement
from summarize.cite.updates import updates
from summarize.text import terms

TOLL = "The death toll of the earthquake in the Samara valley has risen to 212, officials said."
TOTE = "Nach dem Beben im Samara-Tal ist die Zahl der Todesopfer auf 212 gestiegen."


def read(text, language="en"):
    return statement.read(text, language=language, stem=terms.stemmer(language))


def changed(before, now, language="en"):
    """(old, new) as printed, for sentences that have hardly a word in common."""
    x, y = read(now, language), read(before, language)
    return [(y.text[old.start : old.end], x.text[new.start : new.end]) for new, old in updates(x, y, 0.05)]


@pytest.mark.parametrize(
    ("language", "before", "now", "expected"),
    [
        ("en", TOLL, "In all 240 people died in the earthquake, the ministry said.", ("212", "240")),
        ("en", "At least 140 people died in the quake.", "The toll now stands at 212.", ("140", "212")),
        (
            "en",
            "About 200,000 died in the quake.",
            "The quake left 222,570 dead, 1,300 missing.",
            ("200,000", "222,570"),
        ),
        ("en", "Forty people are missing after the mudslide.", "Only 12 are still missing.", ("Forty", "12")),
        ("en", "Nine pupils are ill at Moor School.", "The number of pupils ill is now 23.", ("Nine", "23")),
        (
            "en",
            TOLL,
            "A baby was saved in Orsk, as the toll of the earthquake in Samara rose to 240.",
            ("212", "240"),
        ),
        ("en", TOLL, "In all 240 people died, and another 57 are missing.", ("212", "240")),
        ("es", "Al menos 140 personas murieron.", "Deja ya 183 muertos y 650 heridos.", ("140", "183")),
        ("en", "Orlen has 14 cases of measles.", "There are now 23 cases of measles.", ("14", "23")),
        ("de", "In Orlen gibt es 14 Fälle von Masern.", "Die Zahl der Fälle steigt auf 23.", ("14", "23")),
        ("de", TOTE, "240 Tote nach dem Beben.", ("212", "240")),
        ("de", "38 Menschen wurden verletzt.", "Die Zahl der Verletzten steigt auf 51.", ("38", "51")),
        ("es", "Al menos 140 personas murieron.", "La cifra de muertos asciende a 240.", ("140", "240")),
        (
            "ar",
            "قتل 120 شخصا على الأقل في الزلزال.",
            "ارتفع عدد قتلى الزلزال إلى 183 قتيلا و650 جريحا.",
            ("120", "183"),
        ),
        (
            "fr",
            "Le feu a fait trois morts.",
            "Deux corps retrouvés portent le bilan à cinq morts.",
            ("trois", "cinq"),
        ),
        ("fr", "Six personnes, et non sept, ont péri.", "Le bilan est porté à 14 morts.", ("Six", "14")),
        ("fr", "Au moins 140 personnes ont péri.", "Le bilan s'élève à 212 morts.", ("140", "212")),
        ("it", "Almeno 140 persone sono morte.", "Il bilancio sale a 212 morti.", ("140", "212")),
        ("nl", "Zeker 140 mensen zijn omgekomen.", "Het dodental is opgelopen tot 212.", ("140", "212")),
        ("de", "In Orlen gibt es 14 Masernfälle.", "Die Zahl der Masernfälle steigt auf 23.", ("14", "23")),
        ("de", "Drei Wanderer sind ums Leben gekommen.", "Es starben fünf Wanderer.", ("Drei", "fünf")),
        ("es", "Hay 241 casos de sarampión.", "Los casos de sarampión ascienden a 268.", ("241", "268")),
        ("cs", "Zahynulo nejméně 140 lidí.", "Počet obětí vzrostl na 212.", ("140", "212")),
        ("cs", "Zraněno bylo 38 lidí.", "Zraněných je už 51.", ("38", "51")),
        ("pt", "Pelo menos 140 pessoas morreram.", "O número de mortos subiu para 212.", ("140", "212")),
    ],
)
def test_a_count_goes_on_in_other_words(language, before, now, expected):
    """Of one story, with another verb, in any order."""
    assert [expected] == changed(before, now, language)


@pytest.mark.parametrize(
    ("language", "before", "now"),
    [
        ("en", TOLL, "Another 240 people died when a dam broke after the earthquake."),
        ("en", TOLL, "It is feared that 400 people died in the earthquake."),
        ("en", TOLL, "In all 190 people died in the earthquake, a newspaper said."),
        ("en", TOLL, "In all 7,500 people have died in earthquakes."),
        ("en", TOLL, "The number of people killed in the earthquake on the Samara rose to four."),
        ("en", TOLL, "In Orsk 240 people died in the earthquake."),
        ("en", TOLL, "In all 240 of the dead of the earthquake were buried."),
        ("ar", "قتل 120 شخصا على الأقل في الزلزال.", "وقال شهود إن 183 من القتلى دفنوا."),
        ("ar", "قتل 120 شخصا على الأقل في الزلزال.", "يخشى مقتل 300 شخص في الزلزال."),
        ("en", "The two wounded in the attack are in hospital.", "In all five were wounded in the attack."),
        ("en", "Four died in the shelling on Monday.", "Eight people died in the shelling on Tuesday."),
        ("en", "That is 5 cases in 1,000 people.", "Orlen now has six cases in all."),
        ("en", "On board were 216 people.", "A plane with 228 people aboard has gone missing."),
        ("de", TOTE, "240 der Toten wurden inzwischen begraben."),
        ("de", TOTE, "Befürchtet wird, dass insgesamt 400 Menschen starben."),
        ("de", TOTE, "Insgesamt wurden 800 Menschen verletzt."),
        ("es", "Al menos 140 personas murieron.", "Solo en Orsk murieron en total 190 personas."),
        ("fr", "Le bilan est de 140 morts.", "Au total, 190 des morts ont été enterrés."),
        ("fr", "Il y a 241 cas de rougeole.", "À Pell, 312 cas de rougeole ont été comptés l'an dernier."),
        ("es", "Hay 241 casos de sarampión.", "Hubo 312 casos nuevos de sarampión."),
        ("es", "Murieron 12 personas.", "En el incendio murieron en total 20 vacas."),
        ("de", "In Orlen gibt es 14 Masernfälle.", "Inzwischen zählt Orlen 23 Stromausfälle."),
        ("cs", "Zahynulo nejméně 140 lidí.", "Jen v Orsku zahynulo už 190 lidí."),
        ("es", "Al menos 140 personas murieron en 2026.", "En 1987 murieron en total 200 personas."),
    ],
)
def test_a_count_of_others_or_of_a_part_is_no_change(language, before, now):
    """More beside them, feared, fewer than had died, a war's of a day, of another place, day or year."""
    assert [] == changed(before, now, language)


def test_languages_are_not_compared():
    """Who reads both is told twice rather than wrongly."""
    assert () == updates(read("240 Tote nach dem Beben.", "de"), read(TOLL), 0.05)
