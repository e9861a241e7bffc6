"""Pages to documents: main text, metadata, and pages that no parser takes whole."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.errors import ReadError
from summarize.read import html

PARAGRAPHS = (
    "The dam above Nuria held through the night, the water office said on Tuesday, and nobody was hurt.",
    "Engineers opened three of the five gates by dawn. The road to Calder is open again, and so is the school.",
    "“We slept badly, but dry,” said the mayor of Nuria, who had spent the night at the office with her staff.",
)
NAVIGATION = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>Weather</a></li></ul></nav>"


def page(*, head="", before=NAVIGATION, body=None, after="<footer><p>© The Nuria Post</p></footer>"):
    """A page of news as sites make them."""
    article = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS) if body is None else body
    return f"<!DOCTYPE html><html><head>{head}</head><body>{before}<article>{article}</article>{after}</body></html>"


def read(source, **options):
    return next(html.read(source.encode(), "page.html", **options))


def test_the_text_is_the_article_one_block_to_a_paragraph():
    """Navigation and footer are left out; a blank line parts what was a paragraph."""
    assert "\n\n".join(PARAGRAPHS) == read(page()).text


def test_headings_and_list_items_are_paragraphs_of_their_own():
    """What stands on its own line on the page does so in the text, so that no sentence runs on."""
    body = f"<h2>What comes next</h2><p>{PARAGRAPHS[0]}</p><ul><li>A report is due.</li><li>Two gates need repair.</li></ul>"
    expected = ["What comes next", PARAGRAPHS[0], "A report is due.", "Two gates need repair."]
    assert expected == read(page(body=body)).text.split("\n\n")


def test_a_line_break_stays_inside_its_paragraph():
    """A line broken on the page is a line end, not the end of a paragraph."""
    broken = PARAGRAPHS[1].replace("by dawn", "by\ndawn")
    body = f"<p>{PARAGRAPHS[0]}</p><p>{broken.replace(chr(10), '<br/>')}</p><p>{PARAGRAPHS[2]}</p>"
    assert [PARAGRAPHS[0], broken, PARAGRAPHS[2]] == read(page(body=body)).text.split("\n\n")


def test_code_named_in_a_sentence_does_not_break_it():
    """What is set in code letters is a word; only code on lines of its own keeps them."""
    said = (
        "<p>The office ran <code>gates --open 3</code> at dawn,\nand <code>gates</code> answered at once.</p>"
    )
    body = f"<p>{PARAGRAPHS[0]}</p>{said}<pre>gate 1 open\ngate 2 open</pre><p>{PARAGRAPHS[2]}</p>"
    sentence = "The office ran gates --open 3 at dawn, and gates answered at once."
    expected = [PARAGRAPHS[0], sentence, "gate 1 open\ngate 2 open", PARAGRAPHS[2]]
    assert expected == read(page(body=body)).text.split("\n\n")


@pytest.mark.parametrize(
    "unseen",
    [
        "<figure><img src='d.jpg'><figcaption>The dam at dawn. Photo: B. Lisk</figcaption></figure>",
        "<p style='color: red; DISPLAY : none !important'>The dam broke and the town was flooded, an insider said.</p>",
        "<p style='display:none'>The dam broke and the town of Nuria was flooded, an insider said.</p>",
        "<template><p>The dam broke and the town of Nuria was flooded, an insider said.</p></template>",
        "<style>.x { display: none }</style><p class='y x'>The dam broke and the town of Nuria was flooded.</p>",
        "<p hidden>The dam broke and the town of Nuria was flooded, an insider said.</p>",
        "<script>document.write('The dam broke and the town of Nuria was flooded.')</script>",
        "<!-- The dam broke and the town of Nuria was flooded, an insider said. -->",
    ],
)
def test_captions_and_hidden_text_are_no_text(unseen):
    """What a reader of the article does not read as its text cannot be quoted from it."""
    body = f"<p>{PARAGRAPHS[0]}</p>{unseen}<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>"
    assert "\n\n".join(PARAGRAPHS) == read(page(body=body)).text


def test_metadata_are_what_the_page_states():
    """Title, site and author from the head."""
    head = (
        "<meta property='og:title' content='Dam holds'><meta property='og:site_name' content='The Nuria Post'>"
        "<meta name='author' content='Ada Quill'>"
    )
    document = read(page(head=head))
    assert ("Dam holds", "The Nuria Post", "Ada Quill") == (
        document.title,
        document.publisher,
        document.author,
    )


def test_end_tags_that_may_be_left_out_are_not_missed():
    """A page made as small as the standard allows is the same document."""
    small = page(head="<title>Dam</title>")
    for tag in ("</head>", "<body>", "</p>", "</body>", "</html>"):
        small = small.replace(tag, "")
    assert "\n\n".join(PARAGRAPHS) == read(small).text


def test_an_outlet_known_by_its_address_is_the_host():
    """Without the user name that makes an address look like another's."""
    head = "<link rel='canonical' href='https://news.example:secret@herald.example:8443/a'>"
    assert "herald.example" == read(page(head=head)).publisher


CANONICAL, OG = "<link rel='canonical' href='{}'>", "<meta property='og:url' content='{}'>"
NAME = "<meta property='og:site_name' content='{}'>"


@pytest.mark.parametrize(
    ("publisher", "head"),
    [
        ("The Herald", NAME.format("The Herald")),
        ("The Herald", NAME.format("The Herald") + CANONICAL.format("https://herald.example/dam")),
        ("The Herald", NAME.format("The Herald") + CANONICAL.format("/dam")),
        ("The Herald", NAME.format("The Herald") + CANONICAL.format("https://news.herald.example/dam")),
        ("Herald.example", NAME.format("Herald.example")),
        ("herald.example", CANONICAL.format("https://herald.example/dam")),
        ("herald.example", CANONICAL.format("https://times.example/dam")),
        ("herald.example", OG.format("https://times.example/dam")),
        ("herald.example", NAME.format("The Times") + CANONICAL.format("https://times.example/dam")),
        ("herald.example", NAME.format("The Times") + CANONICAL.format("https://times.example/")),
        ("herald.example", NAME.format("The Times") + OG.format("https://times.example/dam")),
        ("herald.example", NAME.format("times.example")),
        ("herald.example", NAME.format("reader@times.example:80")),
        ("herald.example", NAME.format("Times") + CANONICAL.format("https://notherald.example/dam")),
    ],
)
def test_a_page_that_was_fetched_is_not_another_outlets(publisher, head):
    """One that says it stands elsewhere, or is called by another's address, is named by the host it came from."""
    place = "https://www.herald.example/news"
    raw = page(head=head).encode()
    fetched, moved = (
        next(html.read(raw, uri, place=at)) for uri, at in ((place, ""), ("https://short.example/x", place))
    )
    assert [publisher, publisher] == [fetched.publisher, moved.publisher]
    assert [] == [each for each in (fetched, moved) if each.url and "times" in each.url]


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2031-03-04T12:15:00+02:00'>",
        "<meta itemprop='datePublished' content='2031-03-04T10:15:00Z'>",
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2031-03-04T10:15"}</script>',
        "<meta name='date' content='Tue, 04 Mar 2031 10:15:00 GMT'>",
    ],
)
def test_the_date_is_the_one_in_the_metadata(head):
    """Published is in UTC, to the minute where the page has it; no clock says what is too late."""
    assert datetime(2031, 3, 4, 10, 15, tzinfo=UTC) == read(page(head=head)).published


@pytest.mark.parametrize(
    "head",
    [
        "",
        "<link rel='canonical' href='https://post.example/2031/03/04/dam.html'>",
        "<meta property='article:modified_time' content='2031-03-04'>",
        "<meta name='date' content='today'>",
        '<script type="application/ld+json">{"datePublished": ' + "[" * 5000 + "</script>",
    ],
)
def test_a_date_is_never_guessed(head):
    """Neither addresses nor prose nor changes say when a page was published."""
    body = f"<p>On March 4, 2031 the dam held.</p><p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>"
    assert read(page(head=head, body=body)).published is None


def test_a_short_item_keeps_its_sentences_whole():
    """Bold words and wrapped source do not break a sentence, and navigation is not glued to it."""
    body = "<p>The dam above\n <b>Nuria</b>, built\nin 1911, held.</p><p>Nobody was hurt.</p>"
    assert "The dam above Nuria, built in 1911, held.\n\nNobody was hurt." == read(page(body=body)).text


def test_the_encoding_is_declared_in_the_page_or_by_http():
    """HTTP is believed before the page, and both before any guess."""
    text = "Žluťoučký kůň přešel přes most u Dolní Kamenice."
    source = page(head="<meta charset='iso-8859-2'>", body=f"<p>{text}</p>", after="")
    wrong = source.replace("iso-8859-2", "iso-8859-7")
    assert [text, text] == [
        next(html.read(source.encode("iso8859-2"), "page.html")).text,
        next(html.read(wrong.encode("iso8859-2"), "page.html", charset="iso-8859-2")).text,
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<div>" * 5000, ""),
        ("<b>" * 5000, ""),
        ("<div " + " ".join(f"a{number}=1" for number in range(20_000)) + ">", ""),
        ("<br>" * 100_001, ""),
        ("<dl>" + "<dd>x" * 2000, ""),
        ("<div></body></html>", ""),
    ],
)
def test_a_page_no_parser_takes_whole_is_read_all_the_same(before, after):
    """Too deep, too many attributes or tags, ended before its text: nothing is dropped in silence."""
    text = read(page(before=before, after=after)).text
    assert list(PARAGRAPHS) == [paragraph for paragraph in PARAGRAPHS if paragraph in text]


@pytest.mark.parametrize(
    "source",
    [
        "<html></html>",
        "<html><body><div><br></div></body></html>",
        "<html><body><script>var a = 'b'</script></body></html>",
    ],
)
def test_a_page_without_text_is_an_error(source):
    """The reason is one line that says so."""
    with pytest.raises(ReadError, match="holds no article text"):
        read(source)


def test_a_huge_page_is_refused(monkeypatch):
    """No tree is built of more than the limit, and the reason names it."""
    monkeypatch.setattr(html, "LARGEST_PAGE", 100)
    with pytest.raises(ReadError, match="larger than"):
        read(page())


def test_the_same_bytes_give_the_same_document():
    """Nothing is remembered from one page to the next."""
    assert read(page()) == read(page())


FRAGMENTS = st.sampled_from([
    "<p>", "</p>", "<div hidden>", "</div>", "<!--", "-->", "<script>", "</script>", "<a href='", "&#0;", "&#xD800;",
    "<li>", "<table><tr>", "<title>", "<?", "<!", "</", "<", ">", '"', "\0", "\x1f", "\ud800", "The dam held. ", "é",
])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(FRAGMENTS, max_size=30))
def test_any_tag_soup_is_a_document_or_a_reason(fragments):
    """No page raises anything but a reason, and no text holds a lone surrogate or NUL."""
    raw = ("<html><body>" + "".join(fragments)).encode("utf-8", "surrogatepass")
    try:
        text = next(html.read(raw, "page.html")).text
    except ReadError:
        return
    assert text == text.encode().decode()
    assert "\0" not in text
