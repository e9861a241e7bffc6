"""Plain text: the text is the file; its title and date are what its first lines state."""

from datetime import UTC, datetime

import pytest

from summarize.errors import ReadError
from summarize.read import plain

DAY = datetime(2031, 3, 4, tzinfo=UTC)
BODY = (
    "The dam above Nuria held through the night, the water office said, and nobody was hurt.\n\n"
    "Engineers opened three of the five gates by dawn. The road to Calder is open again.\n\n"
    "The mayor of Nuria thanked the night shift. A report on the dam is due in April.\n"
)


def title(text):
    return plain.parse(text, "a.txt").title


def published(text):
    return plain.parse(text, "a.txt").published


def test_the_text_is_the_file_itself():
    """Line endings, front matter and all: an offset is where an editor finds it."""
    raw = b"---\r\ntitle: Dam holds\r\n---\r\n\r\nThe dam held.\r\n"
    assert raw.decode() == plain.read(raw, "a.md").text


@pytest.mark.parametrize(
    "head",
    [
        "Nuria dam holds through the night\n\n",
        "Nuria dam holds through the night\n",
        "\n\n  Nuria dam holds through the night  \r\n\r\n",
        "ADVERTISEMENT\n\nNuria dam holds through the night\n\n5 hours ago\n\n",
        "Home Left Menu\n\nQuiet is the new loud = Listen\n\nNuria dam holds through the night\n\n",
        "Nuria dam holds through the night\nBy Ada Quill\nMarch 4, 2031\n",
        "Nuria dam holds through the night\n\nNuria dam holds through the night\n",
        "Title: Nuria dam holds through the night\nSource: The Nuria Post\n\n",
        "# Nuria dam holds through the night\n\n",
        "---\ntitle: 'Nuria dam holds through the night'\nlayout: post\n---\n\n",
    ],
)
def test_a_headline_in_the_first_lines_is_the_title(head):
    """Alone, above a byline, printed twice, labelled or marked up, and with furniture around it."""
    assert "Nuria dam holds through the night" == title(head + BODY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ferry delayed\n\nThe ferry to Skarn was delayed by the storm.\n", "Ferry delayed"),
        ("Ferry delayed\nThe ferry to Skarn was delayed by the storm.\n", "Ferry delayed"),
        ("Stay informed\n\nThe ferry to Skarn was delayed by the storm.\n", None),
        ("Port Lusk\n\nThe ferry to Port Lusk was delayed by the storm.\n", None),
        ("Home\nFerry delayed\n\nThe ferry to Skarn was delayed by the storm.\n", None),
    ],
)
def test_a_headline_of_two_words_stands_first_and_both_come_back(text, expected):
    """Not as a name: a place is no headline."""
    assert expected == title(text)


@pytest.mark.parametrize("nothing", ["\u200b", "\ufeff\u2060", "\u3164"])
@pytest.mark.parametrize("head", ["{}\n\n", "# {}\n\n", "Title: {}\n\n", "---\ntitle: {}\n---\n"])
def test_a_title_of_which_nothing_is_to_be_seen_is_none(head, nothing):
    """Zero-width characters, fillers."""
    assert "Nuria dam holds through the night" == title(
        head.format(nothing) + "Nuria dam holds through the night\n\n" + BODY
    )


def test_a_headline_after_a_teaser_counts_if_it_is_printed_twice():
    """Pages that open with their teaser repeat the headline; one short line there is a subheading."""
    headline = "Nuria dam holds through the night\n\n"
    assert ["Nuria dam holds through the night", None] == [
        title("The dam above Nuria held, and the mayor was pleased.\n" + headline * times + BODY)
        for times in (2, 1)
    ]


@pytest.mark.parametrize(
    "head",
    [
        "",
        "SCROLL TO CONTINUE WITH CONTENT\n\n",
        "By Ada Quill\n\n",
        "10 Views\n\n",
        "5 hours ago\n\n",
        "The gates of the dam at dawn (Photo: B. Lisk)\n\n",
        "Image caption The dam above Nuria at night\n",
        "Subscribe to our newsletter\n\n",
        "Nuria dam holds through the night, the office said:\n\n",
    ],
)
def test_what_is_no_headline_is_no_title(head):
    """A lede, furniture, a byline, a caption: the title is None rather than wrong."""
    assert title(head + BODY) is None


@pytest.mark.parametrize(
    ("line", "title"), [("Pension swindler sentenced", "Pension swindler sentenced"), ("The Courier", None)]
)
def test_the_line_over_labelled_ones_is_the_title_though_its_words_do_not_return(line, title):
    """Above "Date: …" stands a headline; of one or two words it may be the outlet's name."""
    text = f"{line}\nDate: 2026-05-13\n\nA judge gave Lena Hartwell eight years on Wednesday. She was a banker.\n"
    assert title == plain.head(text)["title"]


def test_of_several_lines_the_one_whose_words_return_most_is_the_title():
    """A menu line may share a word with another menu line; the headline shares more with the story."""
    head = "SKIP TO CONTENT\n\nNuria dam holds through the night\n\nSCROLL TO CONTINUE WITH CONTENT\n\n"
    assert "Nuria dam holds through the night" == title(head + BODY)


def test_a_button_whose_words_stand_in_the_footer_is_no_title():
    """All words of "Email this article" may come back; those of a headline are more."""
    headline = "Nuria dam holds through a frightful night"
    footer = "\nSend the author of the article an email.\n"
    assert headline == title(f"{headline}\n\nEmail this article\n\n" + BODY + footer)


def test_a_headline_without_spaces_is_found_by_its_pairs_of_characters():
    """Scripts without spaces between words have titles too."""
    assert "努里亚大桥关闭到春天" == title(
        "努里亚大桥关闭到春天\n\n努里亚市的大桥将关闭到春天。孩子们乘渡船去学校。\n"
    )


@pytest.mark.parametrize(
    "line",
    [
        "2031-03-04",
        "Published: March 4, 2031",
        "Published on 4 March 2031 in Local News",
        "By Ada Quill | March 4, 2031",
        "Tuesday, March 4, 2031 - Nuria",
        "The Nuria Post, March 4, 2031",
        "date 2031-03-04 Left Menu",
        "Veröffentlicht: 4. März 2031",
        "Date: 2031-03-04",
    ],
)
def test_a_date_line_is_when_it_was_published(line):
    """A date in the first lines, with or without a label, byline or place."""
    assert DAY == published(f"Nuria dam holds through the night\n{line}\n\n{BODY}")


@pytest.mark.parametrize(
    "line",
    [
        "5 hours ago",
        "Updated March 4, 2031",
        "March 4, 2031 will be a holiday in Nuria.",
        "The dam broke on March 4, 2031",
    ],
)
def test_what_is_no_date_line_gives_no_date(line):
    """Relative times, later changes and dates that the story tells of are not when it was published."""
    assert published(f"{line}\n\n{BODY}") is None


def test_header_lines_name_publisher_and_author():
    """Labels known in five languages give the fields they name."""
    document = plain.parse("Source: The Nuria Post\nAuthor: Ada Quill\n\n" + BODY, "a.txt")
    assert ("The Nuria Post", "Ada Quill") == (document.publisher, document.author)


@pytest.mark.parametrize(("text", "reason"), [(" \r\n\t", "is empty"), ("1 2 3 …", "holds no words")])
def test_a_text_without_letters_is_an_error(text, reason):
    """There is nothing to quote in it, and the reason says which kind of nothing."""
    with pytest.raises(ReadError, match=reason):
        plain.parse(text, "a.txt")


@pytest.mark.parametrize("unit", ["# ", "a ", "=", "Title: ", "\n", "---\n", "1 ", "By A ", "2031-03-04 "])
def test_long_runs_of_anything_are_read(unit):
    """No pattern backtracks its way through a line of a million characters."""
    text = "Dam " + unit * (1_000_000 // len(unit))
    assert text == plain.parse(text, "a.txt").text
