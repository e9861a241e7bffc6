"""Documents become stories: what is one thing stands together, what is not stays apart."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import Document, library, stories
from summarize.text import split

CASES = Path(__file__).parents[1] / "cases" / "stories"
UNRELATED = [
    Document.from_text(text, uri=f"unrelated/{number}.txt", language="en")
    for number, text in enumerate((CASES / "unrelated.txt").read_text().split("\n\n"))
]


def sample(name):
    return list(library.gather([f"samples/{name}"])[0].documents)


DAM, ELECTION, GERMAN = sample("dam"), sample("election"), sample("deutsch")
WEEK = sample("briefing/2026-03-09") + sample("briefing/2026-03-10")


def grouped(documents):
    """The uris of each story, as a set of sets."""
    return {frozenset(each.uri for each in bundle.documents) for bundle in stories.group(documents)}


def uris(documents):
    return frozenset(document.uri for document in documents)


def test_three_stories_in_two_languages_come_apart():
    """Articles of three samples are three stories."""
    assert {uris(DAM), uris(ELECTION), uris(GERMAN)} == grouped(DAM + ELECTION + GERMAN)


def test_stories_stand_out_of_a_day_of_other_news():
    """Thirty articles that have nothing to do with one another neither join a story nor one another."""
    found = grouped(DAM + UNRELATED + ELECTION)
    assert {uris(DAM), uris(ELECTION)} <= found
    assert 30 == len(grouped(UNRELATED))


@pytest.mark.parametrize("story", [DAM, ELECTION, GERMAN], ids=["dam", "election", "deutsch"])
def test_a_story_alone_is_one_story(story):
    """It takes no other news to see that some articles are about one thing."""
    assert {uris(story)} == grouped(story)


def test_every_two_strangers_stay_apart():
    """Nor does it take other news to see that two articles are not."""
    pairs = list(pairwise(UNRELATED))
    assert len(pairs) == sum(len(grouped(pair)) == 2 for pair in pairs)


@pytest.mark.parametrize(
    "texts",
    [
        (
            "A fire destroyed a mill in Ashby on Sunday.",
            "A bench was stolen from the park in Ashby on Sunday.",
        ),
        (
            "Ein Feuer hat am Sonntag eine Mühle in Lünfeld zerstört.",
            "Der Bürgermeister von Lünfeld geht am Sonntag.",
        ),
    ],
)
def test_a_town_and_a_day_in_common_are_no_story(texts):
    """However few the articles of the day, of which nothing then says how common a word is."""
    items = [Document.from_text(text, uri=f"{number}.txt") for number, text in enumerate(texts)]
    assert {frozenset({"0.txt"}), frozenset({"1.txt"})} == grouped(items)


def test_ten_copies_are_one_story_with_one_voice():
    """A text under ten addresses is one story, and stands behind a story that two papers wrote."""
    copies = [replace(UNRELATED[0], uri=f"copy/{number}.txt", id=str(number)) for number in range(10)]
    assert {uris(copies)} == grouped(copies)
    first, second = stories.group(copies + DAM[:2])
    assert (uris(DAM[:2]), uris(copies)) == (uris(first.documents), uris(second.documents))


def in_brief(day, sentences, uri):
    """A round-up that prints the beginning of a report of each story, word for word."""
    first = [min(story.documents, key=lambda each: each.uri) for story in stories.group(day)]
    parts = [each.text[: split.sentences(each)[:sentences][-1].end] for each in first]
    return Document.from_text("\n\n".join(parts), uri=uri, title="The news in brief", language="en")


@pytest.mark.parametrize("sentences", [1, 2, 4])
@pytest.mark.parametrize("papers", [1, 3])
def test_a_round_up_joins_nothing(sentences, papers):
    """Many stories stand in it, some whole; they stay apart, however many papers print one."""
    day = DAM + ELECTION + WEEK + UNRELATED[:10]
    round_ups = [in_brief(day, sentences, f"brief/{number}") for number in range(papers)]
    assert grouped(day) == without(round_ups, grouped(day + round_ups))


@pytest.mark.parametrize("name", ["roundup", "liveblog"])
def test_what_tells_several_stories_in_its_own_words_joins_none(name):
    """A morning's overview, and a live page that is mostly of one story."""
    day = DAM + ELECTION + WEEK + UNRELATED
    page = Document.from_text((CASES / f"{name}.txt").read_text(), uri=name, language="en")
    assert grouped(day) == without([page], grouped([*day, page]))


def without(documents, found):
    """Stories without some documents."""
    return {story - uris(documents) for story in found} - {frozenset()}


def test_a_teaser_is_compared_by_the_sentence_that_was_cut_off_too():
    """What may not be quoted may still say what an item is about; a menu beside a long report does not."""
    cut = "Sixty people had to leave. The spillway of the Hallin Dam above Brennock gave way on Tuesday, as engineers"
    teasers = [Document.from_text(cut[start:], uri=f"{start}", language="en") for start in (0, 27)]
    assert {uris(teasers)} == grouped(teasers)
    assert {uris(teasers)} <= grouped(teasers + UNRELATED)


NOTICES = (
    "This video is not available right now. Please try again later. Sign up for our newsletter.",
    "You need to enable JavaScript to watch this video. Please try again later. Sign up for our newsletter.",
)


def test_notices_of_sites_are_no_story():
    """Two pages on which nothing was found but what sites say of themselves have nothing in common."""
    pages = [Document.from_text(text, uri=f"{number}", language="en") for number, text in enumerate(NOTICES)]
    assert {uris([page]) for page in pages} <= grouped(pages + UNRELATED)
    headed = [replace(page, title="Hallin Dam above Brennock gives way") for page in pages]
    assert {uris(headed)} <= grouped(headed + UNRELATED)


def test_nothing_makes_no_story_and_one_document_one():
    """The smallest days are days too; a document without words is still in a story."""
    assert () == stories.group([])
    assert {uris(DAM[:1])} == grouped(DAM[:1])
    empty = Document.from_text("…", uri="dots.txt")
    assert {uris(DAM), uris([empty])} == grouped([*DAM, empty])


def test_what_lies_months_apart_is_two_stories():
    """A story has its time: the flood of spring is not that of autumn, in whatever words."""
    spring = [replace(each, published=datetime(2026, 3, 3, tzinfo=UTC)) for each in DAM]
    autumn = [
        replace(each, uri=f"autumn/{each.uri}", published=each.published + timedelta(days=200))
        for each in spring[1:2]
    ]
    reworded = [replace(each, text=each.text.replace("March", "September") + REWORDED) for each in autumn]
    apart = [replace(each, text=REWORDED) for each in reworded]
    assert {uris(spring), uris(apart)} == grouped(spring + apart)
    assert {uris(spring + apart)} == grouped([*spring, *(replace(each, published=None) for each in apart)])


REWORDED = (
    "Brennock was evacuated again when the repaired spillway of the Hallin Dam gave way in heavy rain. "
    "About 900 people left the town below the reservoir, the civil protection agency said. The operator "
    "said that the main wall of the dam held. Governor Ilse Marden ordered a second inquiry."
)


@given(st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(chance: random.Random):
    """The same documents give the same stories, labels and order, however they come in."""
    documents = DAM + ELECTION + UNRELATED[:5]
    expected = stories.group(documents)
    chance.shuffle(documents)
    assert expected == stories.group(documents)


def test_every_document_is_in_exactly_one_story():
    """Nothing is lost and nothing is told twice."""
    documents = DAM + ELECTION + GERMAN + UNRELATED
    found = [each.id for bundle in stories.group(documents) for each in bundle.documents]
    assert sorted(each.id for each in documents) == sorted(found)


def test_vietnamese_is_compared_by_words_of_two_syllables():
    """Syllables that stand in other words of another report are no likeness; the words they make are."""
    party, storm, shop = (
        stories.wording.words(text, "vi")
        for text in ("Quốc hội bầu thủ tướng", "Đại hội quốc tế, tướng lĩnh vắng", "quốc hội họp")
    )
    assert {"quốc hội", "thủ tướng"} <= set(party)
    assert {"quốc hội"} == {term for term in {*party} & {*shop} if " " in term}
    assert {"quốc", "hội", "tướng"} == {term.removeprefix("^") for term in {*party} & {*storm}}


def test_a_name_of_two_syllables_counts_as_one_name():
    """A pair counts as a name where both of its syllables are written with a capital."""
    found = stories.wording.words("Văn Quyết ghi bàn", "vi")
    assert "^văn quyết" in found
    assert "^quyết ghi" not in found


RESULTS = [
    (
        "Harlin profit falls 12 percent",
        "Net profit at the shipping line Harlin fell 12 percent to 966 million crowns from July to September, "
        "Harlin said on Tuesday. Sales rose 4 percent to 11.2 billion.",
    ),
    (
        "Harlin to cut 4,000 jobs as profit falls",
        "The shipping line Harlin, hurt by port fees, earned 966 million crowns in the quarter. Harlin will cut "
        "4,000 office jobs, its chief executive said.",
    ),
    (
        "Ostmark profit rises 8 percent",
        "Net profit at the brewer Ostmark rose 8 percent to 211 million crowns from July to September, "
        "Ostmark said on Tuesday. Sales rose 6 percent to 1.4 billion.",
    ),
    (
        "Ostmark raises its dividend to 5.35 crowns",
        "The brewer Ostmark, helped by a hot summer, earned 211 million crowns in the quarter. Ostmark will pay "
        "5.35 crowns a share, its chief executive said.",
    ),
]


def test_two_firms_results_in_one_frame_of_words_are_two_stories():
    """What shares a frame, but neither the name it is about nor one figure, is not one thing."""
    day = [
        Document.from_text(text, uri=f"{number}.txt", title=title, language="en")
        for number, (title, text) in enumerate(RESULTS)
    ]
    apart = {uris(day[:2]), uris(day[2:])}
    assert apart == grouped(day)
    assert apart <= grouped(day + UNRELATED)
    assert apart <= grouped(day + WEEK)


@pytest.mark.parametrize(
    ("headline", "text", "advert"),
    [
        ("Up to 50 percent off garden furniture", "Greenleaf offers 50 percent off chairs.", True),
        ("6 percent interest on your savings", "Open an account at Marlow Savings from January.", True),
        ("Sofas of the season", "Advertisement. Halden has all sofas in stock.", True),
        ("Halden offers 50 percent off", "Halden sells its stock at half price, the receiver said.", False),
        ("Bank fined over adverts", "The bank told clients to apply now for loans, the court found.", False),
        ("20% off tyres", "A guide to the sales. " * 20, False),
    ],
)
def test_an_advert_is_of_no_story(headline, text, advert):
    """A short item that offers its reader something, told by how it opens; a report of an offer is news."""
    item = Document.from_text(text, uri="item", title=headline, language="en")
    assert advert == stories.adverts.is_advert(item)


def test_an_advert_joins_no_story_of_its_words():
    """A rate rise and a sale share a percentage, which on a day of two items would be enough."""
    texts = {
        "Verland central bank raises rate to 4.25 percent": "The Verland central bank raised its key rate to 4.25"
        " percent from 4 percent. Inflation was 5.1 percent in September.",
        "Up to 50 percent off garden furniture": "Greenleaf offers 50 percent off chairs and 30 percent off"
        " tables until Friday.",
    }
    items = [Document.from_text(text, uri=title, title=title, language="en") for title, text in texts.items()]
    assert 2 == len(stories.group(items))
