"""Which sentences cannot stand first, and what to show before them."""

import pytest

from summarize import pipeline
from summarize.options import Options
from summarize.rank.openings import contexts, leans, takes_up
from tests.builders import document_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He said the dam would hold."),
        ("en", "But they left at noon."),
        ("en", "It was losing water."),
        ("en", "This shows how little was known."),
        ("en", "The company denied it."),
        ("en", "The video, which shows the leak, led to a search."),
        ("en", "Extrapolating from these cases, they warned of more."),
        ("en", "On Tuesday, she was put on the list."),
        ("en", "But once there, he opened the gate."),
        ("en", "Two days later, they had an answer."),
        ("en", "“It held,” she said."),
        ("en", "“It held all night.”"),
        ("en", "``It held,'' she said."),
        ("en", "“It held,” he said on Monday."),
        ("en", "“It held,” he told the Sedge Herald."),
        ("en", "“It held,” its chief engineer, Edna Quill, said."),
        ("en", "It found that the dam was losing water."),
        ("en", "It is the first dam that was built of earth."),
        ("en", "Both were hurt."),
        ("en", "The engineers said neither was to blame."),
        ("en", "There, the water stood two metres high."),
        ("en", "To pay for it, the mayor wants a charge on boats."),
        ("de", "Sie würde drei Millionen kosten."),
        ("fr", "Elle a tenu toute la nuit."),
    ],
)
def test_leaning(language: str, text: str):
    """It opens with a word for somebody or something, or quotes nobody in particular."""
    assert leans(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Edna Quill said he would come."),
        ("en", "It is clear that the dam will hold."),
        ("en", "This week the dam was repaired."),
        ("en", "Those who stayed were fed."),
        ("en", "The company of Edna Quill denied it."),
        ("en", "The video that shows the leak led to a search."),
        ("en", "On Tuesday, Edna Quill said he would come."),
        ("en", "After Edna Quill had left, he opened the gate."),
        ("en", "Quill said that on Tuesday, he would come."),
        ("en", "After these days of rain the dam was repaired."),
        ("en", "It is the first time that the dam has held."),
        ("en", "Both sides of the dam held."),
        ("en", "To pay for the dam, the mayor wants a charge on boats."),
        ("en", "“It held,” Edna Quill said."),
        ("en", "“It held,” the mayor said, and he said so to the Sedge Herald."),
        ("en", "``It held,'' Edna Quill said."),
        ("de", "Der Damm hielt."),
        ("fr", "Il y a trois barrages."),
        ("cs", "On řekl, že hráz vydrží."),
    ],
)
def test_standing_alone(language: str, text: str):
    """Names, empty subjects, times, and languages in which it cannot be told."""
    assert not leans(text, language)


TEXT = "Edna Quill built the dam. She was ninety. It held. The mayor thanked her."


def before(*rows: int) -> list[list[int]]:
    return [
        list(found) for found in contexts(rows, pipeline.prepare([document_of("herald", TEXT)], Options()))
    ]


def test_the_sentence_before_is_the_context():
    """Without the line above, "she" is nobody."""
    assert [[0]] == before(1)


def test_two_sentences_where_the_first_leans_as_well():
    """What it stands for is found one sentence further back."""
    assert [[0, 1]] == before(2)


def test_no_context_under_what_it_would_show():
    """The line above says who she is."""
    assert [[], []] == before(0, 1)


def test_no_context_that_names_nobody():
    """A sentence without a name would not help, nor is there one before the first."""
    document = document_of("herald", "It rained for days on end. She was ninety.")
    assert ((), ()) == contexts([0, 1], pipeline.prepare([document], Options()))


@pytest.mark.parametrize(
    ("rest", "shown"),
    [("Rain fell, and Quill left.", [0]), ("Rain fell.", []), ("The quill was lost.", [])],
)
def test_a_first_word_is_a_name_where_it_is_one_elsewhere(rest: str, shown: list[int]):
    """A capital at the head tells nothing by itself."""
    document = document_of("herald", f"Quill spoke for an hour. She was ninety. {rest}", language="en")
    (found,) = contexts([1], pipeline.prepare([document], Options()))
    assert shown == list(found)


def test_a_thing_needs_no_name():
    """What is paid for, "the dam costs 510 million" says."""
    text = "The dam costs 510 million. To pay for it, the mayor wants a charge on boats."
    assert ((0,),) == contexts([1], pipeline.prepare([document_of("herald", text, language="en")], Options()))


def test_a_month_and_a_weekday_are_no_names():
    """Whom "she" stands for, "the verdict is due on 3 December" does not say."""
    text = "The verdicts are due on Friday, 3 December. On 17 November, she will appeal."
    assert ((),) == contexts([1], pipeline.prepare([document_of("herald", text, language="en")], Options()))


def test_no_context_that_speaks_of_the_same_thing():
    """Which company it is, a sentence that says "the company" does not tell."""
    text = "“If the company does not move, we strike,” said Edna Quill. The company said that trains ran."
    document = document_of("herald", text, language="en")
    assert ((),) == contexts([1], pipeline.prepare([document], Options()))


def test_no_context_that_the_line_above_says_in_nearly_the_same_words():
    """Another outlet's "The dam was built by Edna Quill" is who "she" is."""
    documents = [
        document_of("gazette", "The dam was built by Edna Quill. Rain fell for days.", language="en"),
        document_of("herald", TEXT, language="en"),
    ]
    material = pipeline.prepare(documents, Options())
    assert ((), ()) == contexts([0, 3], material)
    assert ((), (2,)) == contexts([1, 3], material)


FIRST = {
    "en": "Tarrow Motors called back vans.",
    "de": "Tarrow Motors rief Wagen zurück.",
    "fr": "Tarrow Motors a rappelé des camionnettes.",
    "es": "Tarrow Motors llamó a revisión furgonetas.",
}


def taken_up(language: str, text: str) -> bool:
    herald = document_of("herald", f"{FIRST[language]} {text}", language=language)
    post = document_of("post", FIRST[language], language=language)
    return takes_up(1, pipeline.prepare([herald, post], Options()))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The recall covers 9,000 vans in Hallin."),
        ("en", "The new recall, announced on Tuesday, covers 9,000 vans."),
        ("en", "The 25-year-old driver was hurt in Hallin."),
        ("de", "Der Rückruf hat am Dienstag begonnen."),
        ("fr", "L’étude est parue mardi dans une revue."),
        ("es", "El estudio fue publicado el martes en Hallin."),
    ],
)
def test_a_thing_is_taken_up(language: str, text: str):
    """A thing that nothing beside its name tells from others was named before."""
    assert taken_up(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The recall of vans was announced on Tuesday."),
        ("en", "The largest recall was announced on Tuesday."),
        ("en", "The State Department announced it on Tuesday."),
        ("en", "A recall was announced on Tuesday in Hallin."),
        ("de", "Der größte Rückruf hat am Dienstag begonnen."),
        ("fr", "L’étude de Hallin est parue mardi dans une revue."),
        ("es", "El estudio de Hallin fue publicado el martes."),
    ],
)
def test_a_thing_is_introduced(language: str, text: str):
    """By what follows it, by being the largest, by a name."""
    assert not taken_up(language, text)


def test_no_first_sentence_takes_a_thing_up():
    """The paper itself thought it was enough to begin with."""
    papers = [document_of(name, "The recall covers 9,000 vans in Hallin.") for name in ("herald", "post")]
    assert not takes_up(0, pipeline.prepare(papers, Options()))


def test_no_list_of_reviews_takes_a_thing_up():
    """In one document "The room was" may begin anew, and its own order is the best."""
    reviews = document_of("herald", "The staff in Hallin was friendly. The room was clean and quiet.")
    assert not takes_up(1, pipeline.prepare([reviews], Options()))


@pytest.mark.parametrize("opening", ["But the brakes failed in nine vans.", "The recall covers 9,000 vans."])
def test_the_first_line_has_a_context_where_it_goes_on(opening: str):
    """Under another line "But" is read on; above all lines it hangs in the air."""
    document = document_of("herald", f"Edna Quill of Tarrow Motors called back vans. {opening} {TEXT}")
    material = pipeline.prepare([document, document_of("post", "Rain fell in Sedge for days.")], Options())
    assert ((0,), ()) == contexts([1, 2], material)
    assert ((), ()) == contexts([2, 1], material)
