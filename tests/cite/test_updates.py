"""Values that are no tolls, and have become others: sums, shares, dates and things that are counted."""

import pytest

from summarize.cite import statement
from summarize.cite.updates import updates
from summarize.text import terms


def read(text, language="en"):
    return statement.read(text, language=language, stem=terms.stemmer(language))


def changed(before, now, language="en"):
    """(old, new) as printed, of sentences that are nearly the same."""
    x, y = read(now, language), read(before, language)
    return [(y.text[old.start : old.end], x.text[new.start : new.end]) for new, old in updates(x, y, 0.5)]


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (
            "Orlen Motors is calling back 10,000 of its vans.",
            "Orlen has widened the recall of vans to 14,000 after a fire.",
            ("10,000", "14,000"),
        ),
        (
            "Orlen Motors recalled 10,000 child car seats because a buckle can open.",
            "Orlen Motors widened its recall of child car seats to 24,000 on Tuesday.",
            ("10,000", "24,000"),
        ),
        (
            "Sixteen ships were waiting outside the harbour of Orlen.",
            "The number of ships waiting outside the port of Orlen rose to 23 on Tuesday.",
            ("Sixteen", "23"),
        ),
        (
            "Sixteen ships were waiting outside the harbour of Orlen.",
            "The number of strikers outside the port of Orlen rose to 23 on Tuesday.",
            None,
        ),
        (
            "The quake off Orlen had a magnitude of 6.8.",
            "The magnitude of the quake off Orlen was raised, and the depth put right: it was put to 7.1.",
            None,
        ),
        (
            "The quake off Orlen had a magnitude of 6.8.",
            "The survey raised the magnitude of the quake off Orlen to 7.1.",
            ("6.8", "7.1"),
        ),
        (
            "Orlen is short of 4.2 million pounds for the year, its treasurer said.",
            "Orlen is short of more, its treasurer said: 4.8 million pounds and not 4.2 million.",
            ("4.2 million pounds", "4.8 million pounds"),
        ),
    ],
)
def test_a_value_that_is_brought_to_another_is_an_update(before, now, expected):
    """What is counted stands before the verb, or the sentence says what the value was thought to be."""
    assert ([expected] if expected else []) == changed(before, now)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("The HX closed up 0.8 percent at 4,312.5.", "The HX closed down 1.1 percent at 4,265.0."),
        (
            "The pound fell by 0.4 percent against the euro.",
            "The pound fell by 0.7 percent against the euro.",
        ),
        (
            "Some 5,000 people marched in Orlen, police said.",
            "Organisers said 12,000 people marched in Orlen.",
        ),
        ("A prosecutor asked for six years for the driver.", "The driver was sentenced to four years."),
        (
            "Orlen made 40 million euros in the first quarter.",
            "Orlen made 52 million euros in the second quarter.",
        ),
        ("Orlen sold 12,000 vans in March.", "Orlen sold 14,000 vans in April."),
        (
            "Five people were hurt in the fire on Mill Street.",
            "Four people were hurt in the fire on Mill Street.",
        ),
        (
            "Twelve people were injured in the fire in Port Lusk.",
            "Two firefighters were injured as they damped down the ruins in Port Lusk.",
        ),
        (
            "Seven people died when a bus left the road near Tarrow.",
            "Nine people have died on the road near Tarrow this year.",
        ),
        ("The quake of magnitude 6.8 killed many.", "The quake killed 183."),
        ("Five were hurt in the fire on 5 April.", "Eight were hurt in the fire on 17 April."),
    ],
)
def test_values_of_two_days_or_two_voices_are_none(before, now):
    """Nor do the hurt of one event become fewer, unless somebody says so."""
    assert [] == changed(before, now)


def test_those_who_were_counted_wrongly_become_fewer():
    """A sentence that says it may have a lower toll than the one before."""
    now = "Only four people were hurt in the fire on Mill Street, the office said, correcting its figure."
    assert [("Five", "four")] == changed("Five people were hurt in the fire on Mill Street.", now)
    now = "Four people were hurt in the fire on Mill Street, down from five."
    assert [("Five", "Four")] == changed("Five people were hurt in the fire on Mill Street.", now)


def test_a_sum_that_moves_with_its_price_is_an_update():
    """Both are brought by one bid; another sum is not."""
    before = "Orlen has offered 38 euros a share for Halden, valuing it at 4.2 billion euros."
    now = "Orlen is now offering 41 euros for each share of Halden, or 4.5 billion euros in all."
    other = "Orlen offered 41 euros a share for Halden, and had sales of 9.1 billion euros."
    price = ("38 euros", "41 euros")
    assert [price, ("4.2 billion euros", "4.5 billion euros")] == changed(before, now)
    assert [price] == changed(before, other)


def test_short_sentences_that_are_the_same_but_for_a_figure_are_an_update():
    """Nothing else is told, so nothing else can be meant."""
    assert [("40", "110")] == changed(
        "Up to 40 millimetres are expected.", "Up to 110 millimetres are expected."
    )
    assert not changed("Up to 40 millimetres are expected.", "Gusts of up to 110 kilometres are expected.")


@pytest.mark.parametrize(
    "before",
    [
        "Twenty-four people are known to have died.",
        "The toll of the ferry rose to 24, with 23 people missing, the coast guard said.",
    ],
)
def test_a_toll_that_is_corrected_says_what_it_was(before):
    """The old value and its class are enough; the missing are others."""
    now = "The death toll of the ferry was corrected to 23 from 24, the coast guard said."
    assert ["23"] == [new for _, new in changed(before, now)]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (
            "In the race for mayor of Orlen Anna Novak has 44 percent and Per Lind has 41 percent.",
            "In the race for mayor of Orlen Per Lind has 45 percent and Anna Novak has 44 percent.",
        ),
        (
            "In the council election in Orlen the Reds won 14 seats and the Blues took 11 seats.",
            "In the council election in Orlen the Blues won 16 seats and the Reds took 14 seats.",
        ),
    ],
)
def test_of_several_figures_each_is_its_own_subjects(before: str, now: str):
    """What one has now is no new value of what the other had."""
    old = ("41 percent", "45 percent") if "percent" in now else ("11", "16")
    assert changed(before, now) in ([], [old])


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (
            "A fire on a ferry off Orlen killed 9 people on Sunday, police said.",
            "Police in Orlen denied a report that the fire on the ferry had killed 20 people.",
        ),
        (
            "A fire on a ferry off Orlen killed 9 people on Sunday, police said.",
            "The fire on a ferry off Orlen may have killed 20 people, the coastguard fears.",
        ),
        (
            "Unemployment in Orlen was 5.1 percent in September, the office said.",
            "Youth unemployment in Orlen was 14.2 percent in September, the office said.",
        ),
        (
            "Cleaners in Orlen went on strike on Monday for a pay rise of 5 percent.",
            "Cleaners in Orlen ended their strike on Tuesday after a deal on a pay rise of 4 percent.",
        ),
    ],
)
def test_what_is_denied_feared_or_asked_for_is_no_new_value(before: str, now: str):
    """Nor is the value of a kind of what was told."""
    assert [] == changed(before, now)
