"""Whether a sentence was told before, and which value has changed since."""

import pytest

from summarize import earlier, novelty, pipeline
from summarize.earlier import Earlier
from summarize.model import Document
from summarize.options import Options
from tests.builders import bundle_of

CLOSED = "The bridge at Orlen was closed on Monday after the flood damaged two of its pillars and a railing."
TOLL = "A landslide buried part of the village of Orsk on Sunday night, killing 12 people, the office said."


def against(now, *before):
    """What is new in a text of one outlet against sentences told."""
    material = pipeline.prepare(bundle_of(herald=now).documents, Options())
    told = [Earlier(each, "en") for each in before]
    return novelty.updated(material, told, novelty.against(material, told))


def test_a_sentence_told_word_for_word_is_told():
    """White space and quotes apart."""
    assert [True] == against(CLOSED.replace(" ", "  "), CLOSED).told.tolist()


def test_a_sentence_is_told_if_the_old_one_says_all_of_it():
    """The question has a direction: what says more than the old one is news."""
    less = "The bridge at Orlen was closed after the flood damaged two of its pillars."
    assert [True] == against(less, CLOSED).told.tolist()
    assert [False] == against(CLOSED, less).told.tolist()


@pytest.mark.parametrize(
    ("word", "other", "told"),
    [
        ("amber", "red", False),
        ("first", "final", False),
        ("semi-final", "final", False),
        ("quarter-final", "semi-final", False),
        ("harbour", "harbor", True),
        ("fire", "blaze", True),
    ],
)
def test_one_word_in_the_place_of_another_is_news(word, other, told):
    """However alike the rest is; but for another spelling of it, or another word for it."""
    sentence = "The office at Orsk published a brief {} notice for the lower valley on the river."
    material = pipeline.prepare(bundle_of(herald=sentence.format(other)).documents, Options())
    before = [Earlier(sentence.format(word), "en")]
    assert [told] == (novelty.against(material, before).told | novelty.within(material, before)).tolist()


@pytest.mark.parametrize(
    ("now", "before", "after"),
    [
        ("The number of people killed by the landslide in Orsk rose to 15 on Tuesday.", "12", "15"),
        ("Fifteen people were killed when the landslide buried part of Orsk, the office said.", "12", "15"),
    ],
)
def test_a_value_that_is_another_now_is_an_update(now, before, after):
    """With the old value and the new; a count in words is given in digits, the day is not the news."""
    news = against(now, TOLL)
    assert [("number", before, after)] == [(each.kind, each.before, each.after) for each in news.updates]
    assert [False] == news.told.tolist()


QUAKE = "At least 12 people died in an earthquake in the Samara valley on Sunday, officials said."


@pytest.mark.parametrize(
    "now",
    [
        "The number of people killed in the earthquake in the Samara valley has risen to 19, the ministry said.",
        "The death toll of the earthquake in the Samara valley climbed to 19 on Monday.",
    ],
)
def test_a_count_that_has_risen_is_an_update(now):
    """Whatever stands between what is counted and how many there are now."""
    assert [("12", "19")] == [(each.before, each.after) for each in against(now, QUAKE).updates]


@pytest.mark.parametrize(
    "now",
    [
        "The number of people injured in the earthquake in the Samara valley has risen to 310.",
        "The number of people killed in earthquakes in the Samara valley since 1950 has risen to 190.",
        "The toll of the earthquake in the Tarrow hills climbed to 19 on Monday.",
        "The price of flour in the Samara valley has risen to 19 crowns after the earthquake.",
        "The death toll of the earthquake in the Samara valley climbed to at least 12.",
    ],
)
def test_a_count_of_something_else_is_none(now):
    """Of the hurt, of all quakes, of another one, of money; and one that has not changed."""
    assert () == against(now, QUAKE).updates


def test_another_weekday_is_no_update():
    """What went on on Monday goes on on Tuesday."""
    now = "The search for two missing people in Orsk went on until dark on Tuesday."
    assert () == against(now, now.replace("Tuesday", "Monday")).updates


def test_a_paraphrase_is_told():
    """What would not do as a citation may still be nothing that a reader of the old one does not know."""
    now = "Two pillars of the bridge at Orlen were damaged by the flood, and the bridge closed."
    assert [True] == against(now, CLOSED).told.tolist()


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (
            "Two firefighters were hurt in the warehouse in Orsk.",
            "Four firefighters searched the warehouse in Orsk.",
        ),
        (
            "A man of 34 was arrested after the fire in Orsk.",
            "A man of 35 was arrested after the fire in Orsk.",
        ),
        (
            "The second line of the anthem of Orsk will change.",
            "The third line of the anthem of Orsk will change.",
        ),
        (TOLL, "At least two people were killed when the landslide buried part of Orsk, the office said."),
        (
            "Nearly 30,000 crowns were taken from the bank in Orsk on Monday.",
            "The robbers took 28,000 crowns from the bank in Orsk on Monday.",
        ),
        (
            "The fire in Orsk hurt two people in the bakery.",
            "The fire in Lower Tarrow hurt four people in the school.",
        ),
    ],
)
def test_other_figures_are_no_updates(before, now):
    """Another thing counted, an age, a number that tells which, a bound that still holds, another place."""
    assert () == against(now, before).updates


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (
            "Two workers are missing after an explosion at the paint factory in Orsk, the fire brigade said.",
            "The two workers missing after the explosion at the paint factory in Orsk are dead, the brigade said.",
        ),
        (
            "Police have arrested a man of 34 over the robbery of a jeweller in Orlen on Friday.",
            "Police have released the man of 34 who was arrested over the robbery of a jeweller in Orlen on Friday.",
        ),
        (
            "Union and railway resume talks on Monday over a strike on the Sedge line.",
            "Union and railway have agreed, and the strike on the Sedge line is called off.",
        ),
        (
            "The weather service issued an amber flood warning for the Orme valley on Monday.",
            "The weather service issued a red flood warning for the Orme valley on Monday.",
        ),
        (
            "The senate of Verland passed the harbour tax in a first vote, officials said.",
            "The senate of Verland passed the harbour tax in a final vote, officials said.",
        ),
    ],
)
def test_how_it_ended_is_news(before, now):
    """However few words tell it: it is what a reader of the beginning waits for."""
    assert [False] == against(now, before).told.tolist()


def test_another_thing_is_neither():
    """Figures of other things are no changed values."""
    news = against("About 200 residents of Orsk spent the night in the school.", TOLL)
    assert ([False], ()) == (news.told.tolist(), news.updates)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (
            "Three people died in a fire in a block of flats in Orsk.",
            "The fire in Orsk recalls the mill fire of 1974, in which 48 people died.",
        ),
        (
            "The bridge at Orlen will cost 640 million crowns and open in 2031.",
            "When it was planned in 2019, the bridge at Orlen was to cost 310 million crowns.",
        ),
        (
            "Fourteen people were arrested when farmers marched on parliament in Orlen on Sunday.",
            "Six people were arrested when students marched on parliament in Orlen on Monday.",
        ),
        (
            "Norrfisk, the fish company in Port Lusk, made a profit of 41 million crowns, it said on Monday.",
            "Halden Shipping, the ferry company in Port Lusk, made a profit of 27 million crowns, it said.",
        ),
        (
            "Temperatures fell to 6 degrees in Skell on Monday morning, the weather office said.",
            "Temperatures rose to 11 degrees in Skell on Tuesday morning, the weather office said.",
        ),
        (
            "Some 8,000 homes in Skell were without power on Sunday after the storm.",
            "Some 3,000 homes in Skell have power again after the storm.",
        ),
        (
            "Power is back in all but 300 homes in the north, the grid company said.",
            "Power is back in all 8,000 homes in the north, the grid company said.",
        ),
        (
            "She is charged with taking 210,000 crowns from a builder.",
            "The builder, Per Sand, was fined 50,000 crowns.",
        ),
    ],
)
def test_figures_of_something_else_are_no_updates(before, now):
    """Of another year, another day's event, another firm or sum, read off an instrument, of those who are not."""
    assert () == against(now, before).updates


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [
        (
            "Some 8,000 homes in Skell were without power on Sunday after the storm.",
            "About 3,000 homes in Skell are still without power after the storm, the grid company said.",
            ("8,000", "3,000"),
        ),
        (
            "A litre of petrol cost 19.20 crowns on Wednesday, the motorists' club said.",
            "Petrol cost 18.90 crowns a litre on Friday.",
            ("19.20", "18.90"),
        ),
        (
            "Fourteen people were arrested at the march of farmers in Orlen on Sunday.",
            "By Monday 19 people had been arrested so far over the march of farmers in Orlen.",
            ("14", "19"),
        ),
    ],
)
def test_what_has_come_of_a_number_is_an_update(before, now, change):
    """One state on another day, a price, and what is said to have come so far."""
    assert [change] == [(each.before, each.after) for each in against(now, before).updates]


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (CLOSED, "The bridge at Orlen was opened on Monday.", True),
        (CLOSED, "The bridge at Orlen was damaged by the flood.", False),
        (
            "Teachers in Orlen went on strike over class sizes.",
            "The strike of the teachers in Orlen is over.",
            True,
        ),
        ("The ferry to Arne will not sail on Monday.", "The ferry to Arne is sailing again.", True),
        ("Oil from the ship reached the beaches of Tolm.", "The owner of the ship will pay, it said.", True),
        ("The ship broke up, the coast guard said.", "The ship broke up, the coast guard reported.", False),
        (TOLL, "The landslide in Orsk has caused 12 deaths and the dead were buried.", True),
        (TOLL, "Twelve people died in Orsk.", False),
    ],
)
def test_an_act_nobody_was_told_of_is_a_turn(before, now, expected):
    """A verb, or what something is, that is in no sentence told; in another word for the dead is none."""
    material = pipeline.prepare(bundle_of(herald=now).documents, Options())
    assert [expected] == novelty.turns(material, [Earlier(before, "en")]).tolist()


def test_what_two_sentences_said_together_is_not_unheard():
    """Neither says all of it, and a reader of both knows it."""
    now = "The flood closed the bridge at Orlen and damaged the mill. A temporary ferry starts on Friday."
    before = ("The bridge at Orlen is closed.", "The flood damaged the old mill.")
    material = pipeline.prepare(bundle_of(herald=now).documents, Options())
    assert [0, 1] == novelty.unheard(material, [Earlier(each, "en") for each in before]).round().tolist()


def test_what_was_told_is_read_once_for_all_the_rows_it_is_held_against(monkeypatch):
    """A line is held against all lines before it, at every new choice: the work is in reading them."""
    now = "The flood closed the bridge at Orlen. A ferry sails from Friday. The mill was sold to a miller."
    before = [
        Earlier(f"The quay at Orlen lost {number} crates of its read-once cargo.", "en")
        for number in (41, 42)
    ]
    material = pipeline.prepare(bundle_of(herald=now).documents, Options())
    read, extract, done = earlier.statement.read, earlier.terms.extract, []
    monkeypatch.setattr(
        earlier.terms, "extract", lambda text, **more: (done.append(text), extract(text, **more))[1]
    )
    monkeypatch.setattr(
        earlier.statement, "read", lambda text, **more: (done.append(text), read(text, **more))[1]
    )
    for row in (0, 1, 2) * 2:
        novelty.unheard(material, before, [row])
        novelty.turns(material, before, [row])
    texts = [each.text for each in before]
    assert [*texts, *texts] == [each for each in done if each in texts]


def test_values_are_looked_for_only_in_the_sentences_that_are_asked_about():
    """Of a month's sentences few are of the story."""
    now = "The death toll of the quake in Orsk has risen to 19, officials said on Tuesday."
    told = [
        Earlier(f"The quake in Orsk killed {number} people, officials said.", "en") for number in (12, 15)
    ]
    material = pipeline.prepare(bundle_of(herald=now).documents, Options())
    news = novelty.against(material, told)
    assert [0, 1] == [each.earlier for each in novelty.updated(material, told, news).updates]
    assert [1] == [each.earlier for each in novelty.updated(material, told, news, {1}).updates]


def test_with_nothing_told_all_is_new():
    """The first morning."""
    assert [False] == against(CLOSED).told.tolist()


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("Some 650 bakeries in the capital stayed shut, said the owners.", True),
        ("650 bakeries in the capital will open again on Friday.", False),
        ("650 bakeries in the capital have lost 4 million crowns.", False),
        ("The strike has shut 40 bakeries in the capital.", False),
        ("About 650 butchers in the capital have shut.", False),
    ],
)
def test_a_number_given_again_of_one_thing_is_a_repeat(now, expected):
    """In other words, with nothing done to what is counted and nothing else beside it."""
    material = pipeline.prepare(bundle_of(herald=now).documents, Options())
    told = Earlier("The strike of the bakers in the capital has shut 650 bakeries, and bread is short.", "en")
    assert [expected] == novelty.repeats(material, [told]).tolist()


def test_what_was_wanted_is_no_repeat_once_it_is_done():
    """A small number that happens to be the same says nothing."""
    now = "The government banned the cladding of Calder House on all buildings above four storeys on Friday."
    material = pipeline.prepare(bundle_of(herald=now).documents, Options())
    told = "The government wants to ban the cladding of the house on all buildings above four storeys."
    assert [False] == novelty.repeats(material, [Earlier(told, "en")]).tolist()


def test_a_toll_given_again_is_a_repeat_in_any_language():
    """Whatever verb has it."""
    document = Document.from_text("Insgesamt starben bei dem Beben 212 Menschen.", uri="a", language="de")
    told = Earlier("Die Zahl der Toten nach dem Beben ist auf 212 gestiegen.", "de")
    assert [True] == novelty.repeats(pipeline.prepare([document], Options()), [told]).tolist()


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("The museum of Castor bought a painting by Lena Dorr.", "The painting by Lena Dorr was a forgery."),
        (
            "Iva Solt withdrew from the Open with a knee injury.",
            "Iva Solt will have an operation on her knee.",
        ),
        ("The toll for the bridge will rise in January.", "The rise of the toll for the bridge was put off."),
        ("The town of Vell bought the old mill.", "The town of Vell wants to rent the old mill to a brewer."),
    ],
)
def test_what_happened_to_a_thing_that_was_told_of_is_a_turn(before, now):
    """The noun that "was" or an empty verb leans on, a particle, and what somebody wants to do."""
    material = pipeline.prepare(bundle_of(herald=now).documents, Options())
    assert [True] == novelty.turns(material, [Earlier(before, "en")]).tolist()


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("The mayor of Brask resigned over a scandal.", "The mayor of Brask stepped down over a scandal."),
        ("The parliament passed a law on water.", "A law on water was adopted by the parliament."),
        ("The bank bought the brewery.", "The bank will buy the brewery."),
        ("The search engine was fined.", "A fine was imposed on the search engine."),
        ("He asked that the penalty not be carried out.", "The penalty must not be carried out, he asked."),
    ],
)
def test_a_deed_in_other_words_for_it_is_no_turn(before, now):
    """Like words, forms of one verb, an empty verb before the noun of it, and what is denied both times."""
    material = pipeline.prepare(bundle_of(herald=now).documents, Options())
    assert [False] == novelty.turns(material, [Earlier(before, "en")]).tolist()


@pytest.mark.parametrize(
    ("language", "before", "now", "expected"),
    [
        ("de", "Jan Korb will das Gift verbieten.", "Jan Korb erlaubt das Gift nun doch.", True),
        ("de", "Die Stadt hat die Mühle gekauft.", "Die Mühle wurde gekauft, sagte Ida Holm.", False),
        ("fr", "La ville a acheté le moulin.", "La ville veut louer le moulin.", True),
        ("es", "El museo compró un cuadro.", "Un cuadro fue comprado por el museo, según Ida Holm.", False),
    ],
)
def test_outside_english_any_small_word_that_was_not_told_opens_anew(language, before, now, expected):
    """Its verbs are not known here; who says so is not news."""
    material = pipeline.prepare([Document.from_text(now, uri="made-up:", language=language)], Options())
    assert [expected] == novelty.opens_anew(material, [Earlier(before, language)]).tolist()


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (
            "Nobody was hurt, the fire brigade said.",
            "No one was injured, according to the fire brigade.",
            True,
        ),
        (
            "Two trains collided, injuring 31 people.",
            "Thirty-one people were injured when trains collided.",
            True,
        ),
        (
            "Two trains collided, injuring 31 people.",
            "Thirty people were injured when trains collided.",
            False,
        ),
        ("The minister will resign, she said.", "The minister did not resign.", False),
        ("Nobody was hurt, the fire brigade said.", "Several people were injured.", False),
    ],
)
def test_a_short_sentence_within_one_that_was_told_is_told(before, now, expected):
    """Its words or others for them, its figures in digits or words, and denied both times or never."""
    material = pipeline.prepare(bundle_of(herald=now).documents, Options())
    assert [expected] == novelty.within(material, [Earlier(before, "en")]).tolist()


def test_to_stay_is_news_after_a_resignation():
    """The names and the office of the two are the same."""
    before = "Transport minister Ewa Tolan will resign at the end of the month, she said on Sunday."
    now = "Transport minister Ewa Tolan will stay in office, the government said on Monday."
    assert [False] == against(now, before).told.tolist()
