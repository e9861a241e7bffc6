"""A page's visible text by one pass."""

import pytest

from summarize.read import markup


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>The <b>dam</b>\n held.</p><p>Nobody was hurt.", ["The dam held.", "Nobody was hurt."]),
        ("a<br>b<hr>c", ["a", "b", "c"]),
        ("fish &amp; chips &lt;b&gt;", ["fish & chips <b>"]),
        ("<head><title>T</title></head>x", ["x"]),
        ("a<script>if (1 < 2) { '<p>' }</script>b", ["a", "b"]),
        ("a<SCRIPT>never closed <p>", ["a"]),
        ("a<!-- <p>b</p> -->c<!-- never closed", ["ac"]),
        ("a<nav>b<nav>c</nav>d</nav>e", ["a", "e"]),
        ("<p hidden>a</p><p style='display: none'>b</p><p class='overflow-hidden'>c</p>", ["c"]),
        ("<head><title>T</title><body>a", ["a"]),
        ("<head><noscript><p>a</p></noscript><title>T</title><p>b", ["b"]),
        ("<p hidden>a<b>b</b><p>c", ["c"]),
        ("<div><p hidden>a</div>b", ["b"]),
        ("<ul><li hidden>a<ul><li>b<li>c</ul>d<li>e</ul>f", ["e", "f"]),
        ("<ul><li hidden>a</ul>b", ["b"]),
        ("<nav><div hidden>a</nav>b", ["b"]),
        ("<dl><dt hidden>a<dd>b</dl>", ["b"]),
        ("<table><tr hidden><td>a<td>b<tr><td hidden>c<td>d</table>e", ["d", "e"]),
        ("<svg/>a<svg><text>b</text></svg>c", ["a", "c"]),
        ("1 < 2 and 3 > 2", ["1 < 2 and 3 > 2"]),
        ("a<", ["a<"]),
        ("", []),
    ],
)
def test_blocks_are_what_a_reader_sees(html, blocks):
    """Paragraphs without their tags; scripts, comments, navigation and hidden elements are not seen.

    Of end tags those are missed that may be left out, as in pages that were made small.
    """
    assert blocks == markup.scan(html).blocks


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        (
            "a<aside>b</aside><footer>c</footer><form>d<button>e</button></form>f",
            ["a", "b", "c", "d", "e", "f"],
        ),
        (
            "a<textarea><p>b &amp; c</textarea><xmp>d</xmp><svg><text>e</text></svg>f",
            ["a", "b & c", "d", "e", "f"],
        ),
        ("a<select><option>b<option>c</select>d", ["a", "b", "c", "d"]),
        ("a<template><p>b</template><x-y><template shadowrootmode=open>c</template></x-y>d", ["a", "c", "d"]),
        ('a<iframe srcdoc="<p>b</p><nav>c</nav>">d</iframe>e', ["a", "b", "e"]),
        ("a<iframe srcdoc='&lt;p>b &amp;amp; c'></iframe>e", ["a", "b & c", "e"]),
        ("a<div hidden><iframe srcdoc='b'></iframe></div>c", ["a", "c"]),
        ("a<aside hidden>b</aside>c", ["a", "c"]),
    ],
)
def test_a_page_can_be_read_with_what_stands_beside_its_article(html, blocks):
    """Asides, footers, forms, buttons and the page inside a page; what is hidden stays so."""
    assert blocks == markup.scan(html, whole=True).blocks


def test_what_is_hidden_is_kept_apart():
    """By attribute, by a style and by a sheet alike."""
    page = markup.scan(
        "<style>.x{display:none}</style>a<p hidden>b<p>c <b style='display:none'>d</b> e<p class=x>f"
        "<p style='visibility: hidden'>g<script hidden>h</script>"
    )
    assert (["a", "c e"], ["b", "d", "f", "g"]) == (page.blocks, page.hidden)


@pytest.mark.parametrize(
    ("attributes", "talk"),
    [
        ("id=comments", True),
        ("class='entry comment-list'", True),
        ('class="eu-cookie-banner"', True),
        ("class='post has-comments comments-open'", False),
        ("class=author-bio", True),
        ("class=author", False),
        ("class=commentary", False),
        ("data-x='comments'", False),
    ],
)
def test_what_readers_say_and_are_asked_is_known(attributes, talk):
    """By the names pages give it; an article that may be commented on is none."""
    page = markup.scan(f"a<div {attributes}>b<div>c</div>d</div>e", whole=True)
    assert ({1, 2, 3} if talk else set()) == page.talk


def test_the_title_element_is_kept_apart():
    """It is no text of the page, but its name."""
    assert "Fish & chips" == markup.scan("<title> Fish\n&amp; chips</title><p>x").title


@pytest.mark.parametrize(
    ("html", "depth"),
    [("<div><p>a</p></div>", 1), ("<b>" * 300, 300), ("<p>a" * 300, 0), ("</div>" * 9 + "<i>", 1)],
)
def test_depth_counts_what_deepens_a_tree(html, depth):
    """Unclosed paragraphs follow one another; unclosed bold text is nested."""
    assert depth == markup.scan(html).depth


@pytest.mark.parametrize(
    "unit", ["<", "<a ", "<!--", "<script>", "</", "&", "<a '", '<a href="', "<p>", "<nav>", "<title>"]
)
def test_long_runs_of_anything_are_scanned(unit):
    """Half a million characters of broken markup are one pass, not a pass for each."""
    assert isinstance(markup.scan(unit * (500_000 // len(unit))).text, str)
