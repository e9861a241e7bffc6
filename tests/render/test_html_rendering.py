"""The digest as a page."""

from html.parser import HTMLParser

from hypothesis import given

from summarize.render import sinks
from tests.render.builders import addresses, dam, digest, line, quotes, source
from tests.render.strategies import digests

TAGS = {
    "html": {"lang"}, "head": set(), "meta": {"charset", "http-equiv", "content", "name"}, "title": set(), "style": set(),
    "body": set(), "h1": {"dir"}, "h2": set(), "p": set(), "span": {"dir"}, "a": {"href", "rel"}, "small": set(),
    "br": set(), "ul": set(), "li": {"id", "dir"}, "bdi": {"dir"}, "q": {"dir"}, "footer": set(),
}  # fmt: skip


class Page(HTMLParser):
    """Tags, attributes, links and text of a page, whose tags must close in order."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.links, self.text, self.open = [], [], "", []
        self.feed(html)
        self.close()
        assert [] == self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)
        if tag == "a":
            self.links.append(dict(attrs)["href"])

    def handle_endtag(self, tag):
        assert tag == self.open.pop()

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        raise AssertionError(data)


def test_the_page_forbids_itself_everything_but_its_style():
    """The policy in the head allows no script and no load."""
    page = Page(dam().to_html())
    policy = {
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src 'unsafe-inline'",
    }
    assert ("meta", policy) in page.tags


def test_marks_lead_to_the_source_list():
    """A mark is a link to its entry, and the entry links to the web address."""
    page = Page(digest(line(own=source(1, "https://herald.example/a"))).to_html())
    assert ["#s1", "https://herald.example/a"] == page.links


def test_marks_lead_to_the_sentence_on_its_page():
    """Where a source can be opened, its mark opens it at the sentence."""
    page = Page(digest(line(own=source(1, "saved.html", url="https://herald.example/a"))).to_html())
    assert ["https://herald.example/a#:~:text=The%20dam%20held.", "https://herald.example/a"] == page.links


@given(digests())
def test_only_our_own_tags_and_links(made):
    """Whatever the sources hold, the page has our tags and attributes and links to the sources alone.

    Marks lead to the sentence in its source, entries to the source.
    """
    page = Page(made.to_html())
    for tag, attributes in page.tags:
        assert attributes.keys() <= TAGS[tag]
    outside = {link for link in page.links if not link.startswith("#s")}
    assert addresses(made) <= outside <= addresses(made) | quotes(made)
    for said in made.lines:
        assert sinks.visible(said.text) in page.text
