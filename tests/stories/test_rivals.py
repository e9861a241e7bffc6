"""Two things of a kind are two stories, where their headlines name what the other nowhere says."""

from datetime import UTC, datetime

import pytest

from summarize import Document, stories
from summarize.stories import rivals
from summarize.text import clean

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def report(title, text, *, outlet="Market Desk", language="en"):
    uri = f"https://{outlet.replace(' ', '-').lower()}.example/{title.replace(' ', '-')}"
    return Document.from_text(text, uri=uri, title=title, publisher=outlet, published=NOON, language=language)


def results(firm, product, profit, before, moved, sales, chief):
    """A firm's results, in the words an outlet has for all of them."""
    return report(
        f"{firm} profit at {profit} million pounds",
        f"{firm}, the maker of {product}, made a profit of {profit} million pounds in the first quarter, after"
        f" {before} million a year before. Sales {moved} to {sales} million pounds. Orders from shipyards were"
        f" weaker than expected, said finance chief {chief}.",
    )


def test_two_firms_in_the_words_of_one_outlet_are_no_reprint():
    """One form filled in for two firms is two stories, though most of the words are the same."""
    pumps = results("Aldor", "pumps", 41, 36, "rose by 6 percent", 512, "Mona Reed")
    valves = results("Beltrane", "valves", 28, 33, "fell by 4 percent", 397, "Carl Voss")
    assert 2 == len(stories.group([pumps, valves]))


@pytest.mark.parametrize("outlet", ["Market Desk", "Coast Gazette"])
def test_one_firm_under_two_headlines_is_one_story(outlet):
    """Who is not in a headline may be in the text."""
    text = (
        "Aldor, the maker of pumps, made a profit of 41 million pounds in the first quarter, after 36 million a"
        " year before. Orders from shipyards were weaker than expected, said finance chief Mona Reed."
    )
    both = [report("Aldor earns more", text), report("Reed sees weak orders", text, outlet=outlet)]
    assert 1 == len(stories.group(both))


def test_two_earthquakes_of_one_day_are_two_stories():
    """The frame is the same to the words, the country in the headline is not."""
    frame = (
        "Un terremoto de magnitud {} ha sacudido el lunes el {}, según las autoridades. El temblor se sintió"
        " durante cuarenta segundos y muchas personas salieron a la calle."
    )
    peru = report(
        "Un fuerte terremoto sacude el sur de Perú",
        frame.format("6,9", "sur de Perú y ha causado daños"),
        outlet="El Faro",
        language="es",
    )
    japan = report(
        "Un terremoto sacude el norte de Japón",
        frame.format("7,1", "norte de Japón sin causar víctimas") + " Los trenes pararon.",
        outlet="La Voz",
        language="es",
    )
    assert 2 == len(stories.group([peru, japan]))


FIRES = [
    (
        "Four hurt as warehouse burns on Mill Street in Harrow",
        "Four people were injured when a carpet warehouse caught fire on Mill Street in Harrow on Sunday"
        " afternoon, the fire service said. The blaze broke out shortly after three in a storage hall of Denholm"
        " Carpets. Sixty firefighters with eleven engines fought the flames until late in the evening. Two workers"
        " and two passers-by were taken to hospital with smoke inhalation.",
    ),
    (
        "Blaze destroys carpet warehouse in Harrow",
        "A fire has destroyed a carpet warehouse in the Mill Street area of Harrow, leaving four people with smoke"
        " inhalation. The roof of the Denholm Carpets hall collapsed at about half past four on Sunday. Station"
        " manager Col Reddy said that the crews had been lucky with the wind.",
    ),
    (
        "Two hurt as flat burns on Station Road in Harrow",
        "Two people were injured when a flat caught fire on Station Road in Harrow on Sunday evening, the fire"
        " service said. A 71-year-old woman and her grandson were brought out through a window. Both were taken to"
        " hospital with smoke inhalation. Twenty firefighters had the flames under control within an hour.",
    ),
    (
        "Grandmother and boy rescued from burning flat in Harrow",
        "Firefighters rescued a grandmother and her grandson from a burning flat on Station Road in Harrow on"
        " Sunday. The woman, 71, had tried to put out a burning pan with water. It was the second fire in the town"
        " within hours: a carpet warehouse burnt down on Mill Street in the afternoon.",
    ),
]


def test_two_fires_in_one_town_are_two_stories():
    """One of the reports names the other fire, and a "station" is no Station Road: the street tells them apart."""
    outlets = ("Courier", "Gazette", "Courier", "Gazette")
    day = [report(*each, outlet=outlet) for each, outlet in zip(FIRES, outlets, strict=True)]
    found = {frozenset(each.title for each in bundle.documents) for bundle in stories.group(day)}
    titles = [title for title, _ in FIRES]
    assert {frozenset(titles[:2]), frozenset(titles[2:])} == found


FERRY = [
    (
        "Three dead after ferry and gravel barge collide off Saltby",
        "Three people died and twelve are missing after the passenger ferry Marlet collided with a gravel barge in"
        " fog off Saltby on Sunday night, the coastguard said. Lifeboats from Saltby and Kirk Ness took 49 people"
        " ashore. We have divers at the wreck, said coastguard commander Petra Lunn.",
    ),
    (
        "Ferry sinks off Saltby: at least three dead, a dozen missing",
        "At least three people have been killed after a ferry went down in thick fog outside the harbour of Saltby."
        " The coastguard said the Marlet had collided with a barge on Sunday evening. The ferry's operator, Sound"
        " Lines, said it would cooperate fully. Relatives are being looked after in the school at Kirk Ness.",
    ),
    (
        "LIVE: Search for ferry passengers off Saltby",
        "The coastguard says three bodies have been recovered. Divers have reached the wreck of the Marlet. Lifeboats"
        " are returning to Saltby with survivors wrapped in blankets. Sound Lines confirms that the Marlet has sunk.",
    ),
    (
        "The men who owned the fog: inside Sound Lines",
        "How a family firm with three ships came to run every crossing on the Sound, and what the inspectors wrote"
        " about them. Sound Lines has had four owners.",
    ),
]


def test_two_reports_and_two_more_of_one_accident_are_one_story():
    """A place in the headline of one of two is common to both sides, and so is a ship that only the texts name."""
    reports, more = (
        rivals.union(rivals.read(each, clean.eligible(each)) for each in side)
        for side in ([report(*each) for each in FERRY[:2]], [report(*each) for each in FERRY[2:]])
    )
    assert not rivals.surely_rival(reports, more)


def test_what_texts_of_both_name_keeps_two_headlines_together():
    """Each headline names what the other report does not, and both reports name one witness."""
    a = report("Dunmore school shut", "The school in Dunmore is shut, said Petra Lunn.")
    b = report("Parents wait in Ashgrove", "Parents were sent to Ashgrove, said Petra Lunn.")
    c = report("Parents wait in Ashgrove", "Parents were sent to Ashgrove, said a teacher.")
    first, same, other = (rivals.read(each, clean.eligible(each)) for each in (a, b, c))
    assert not rivals.surely_rival(first, same)
    assert rivals.surely_rival(first, other)


@pytest.mark.parametrize(
    ("opens", "joined"), [("Police in {} found", False), ("In {} officers of Petra Lunn's found", True)]
)
def test_police_that_open_a_sentence_are_no_name_that_two_reports_share(opens, joined):
    """The word is written with a capital in both, but only where any word is; a chief whom both name is one."""
    marlow, tarn = (
        report(
            f"Woman, {age}, found dead in {town}",
            f"{opens.format(town)} the body of a woman, {age}, in her flat on Sunday. A man was arrested.",
        )
        for age, town in ((34, "Marlow"), (61, "Tarn"))
    )
    sides = (rivals.read(each, clean.eligible(each)) for each in (marlow, tarn))
    assert joined != rivals.surely_rival(*sides)


def test_a_name_that_one_of_two_reports_has_tells_nothing_apart():
    """Who speaks in one report of a fire is not in the others, which are of that fire all the same."""
    a, b = (
        rivals.Wording(
            frozenset(names),
            frozenset(said),
            frozenset(said),
            frozenset(),
            frozenset(),
            nouns=False,
            inflected=False,
        )
        for names, said in (({"reddi"}, {"reddi", "fire"}), ((), {"fire", "mill"}))
    )
    other = rivals.Wording(
        frozenset({"mill"}),
        frozenset({"mill"}),
        frozenset({"mill"}),
        frozenset(),
        frozenset(),
        nouns=False,
        inflected=False,
    )
    assert not rivals.surely_rival(rivals.union([a, b]), other)
    assert rivals.surely_rival(a, other)


def test_two_towns_of_one_stem_are_two():
    """Lund and Lunde: a name is known by how it is written, not by what a stemmer leaves of it."""
    lund = report(
        "Fire in Lund",
        "A fire in a paint warehouse in Lund forced 80 people from their homes on Sunday evening.",
    )
    lunde = report(
        "Fire at Lunde",
        "A forest fire near Lunde had burned 400 hectares by Sunday evening, the fire service said.",
        outlet="Coast Gazette",
    )
    assert 2 == len(stories.group([lund, lunde]))


def test_a_genitive_is_the_same_name():
    """Only an s is a name's own."""
    now, before = (
        rivals.read(each, clean.eligible(each))
        for each in (
            report("Lund's mayor resigns", "Lund's mayor resigned over Lund's stadium."),
            report(
                "Stadium in Lund to be torn down", "The stadium in Lund will be torn down, the mayor said."
            ),
        )
    )
    assert rivals.share(now, before)


@pytest.mark.parametrize(
    ("language", "now", "before"),
    [
        (
            "en",
            ("Five more found in Corvin mine", "Five more were found dead in the Corvin mine on Monday."),
            ("Twelve die in Corvin mine", "Twelve men died in the Corvin mine on Sunday."),
        ),
        (
            "cs",
            ("Starosta Hradova odmítl kritiku", "Starosta Hradova Petr Dolan odmítl kritiku kvůli mostu."),
            (
                "Most přes Orlavu bude uzavřen",
                "Most přes Orlavu v Hradově bude uzavřen, Orlavu přejde jen vlak.",
            ),
        ),
    ],
    ids=["a number opens both", "names have many forms"],
)
def test_what_only_looks_like_a_name_makes_no_rivals(language, now, before):
    """A number at the head of a sentence has a capital, and where names are inflected one has many forms."""
    sides = (report(*each, language=language) for each in (now, before))
    assert not rivals.rival(*(rivals.read(each, clean.eligible(each)) for each in sides))


@pytest.mark.parametrize(
    ("headline", "joined"), [("Mixed results for banks", False), ("Orsa tops Kell", True)]
)
def test_an_overview_does_not_join_what_it_tells_of(headline, joined):
    """It has the words of two results that share no name and no figure; a report names them in its headline."""
    both = [
        report(
            "Orsa Bank profit rises 8 percent",
            "Orsa Bank made a profit of 1.2 billion euros in the third quarter, 8 percent more than a year ago."
            " The bank will pay a dividend.",
        ),
        report(
            "Kell Bank profit falls 3 percent",
            "Kell Bank made a profit of 1.4 billion euros in the third quarter, 3 percent less than a year ago."
            " The bank will cut jobs.",
        ),
    ]
    overview = report(
        headline,
        "Orsa Bank's profit rose to 1.2 billion euros in the third quarter, while that of Kell Bank fell to 1.4"
        " billion.",
        outlet="Coast Gazette",
    )
    assert 2 == len(stories.group(both))
    found = stories.group([*both, overview])
    assert joined == any(set(both) <= set(story.documents) for story in found)
