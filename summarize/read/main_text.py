"""The main text of a page: what trafilatura takes for it, or more where that is too little.

Works on a tree and on what `markup.scan` saw of the same page. Where most of the page's prose is not in
trafilatura's first answer, it is asked again, for more.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from itertools import groupby
from typing import Any

from summarize.read import markup, other_stories, prose

# An article is most of a page's prose. Under this share the extractor is asked for more.
KEPT_BY_EXTRACTOR = 0.25
# Articles are of one size if the shorter have this share of the longest's prose, in so many paragraphs.
COMPARABLE = 0.5
FEWEST_PARAGRAPHS = 3
MOST_ARTICLES = 50  # each takes as long as a page
ARTICLES = "//article[not(ancestor::article or ancestor::aside or ancestor::footer or ancestor::nav)]"

# What trafilatura sometimes lets through though it is no part of the article. In scripts it finds what a page
# tells machines (JSON-LD), which may be more than the page shows.
UNREAD = [
    "//script", "//template", "//figcaption", "//dialog", "//*[@hidden]", "//*[@aria-hidden='true']",
    "//*[contains(translate(@style, 'DISPLAYNOE \t\r\n', 'displaynoe'), 'display:none')]",
    "//*[contains(translate(@style, 'VISBLTYHDEN \t\r\n', 'visbltyhden'), 'visibility:hidden')]",
]  # fmt: skip
SPACE = re.compile(r"\s+")
# The elements of trafilatura's tree that stand on lines of their own.
BLOCKS = frozenset(("head", "p", "item", "quote", "row", "cell", "table", "list", "code", "div", "body"))
# What becomes of `pre`.
LINED = ("code", "quote")
# Inside these code is a word of the sentence.
SPEAKING = frozenset(("p", "head", "item", "quote", "cell", "hi", "ref", "del"))

# Under this many characters trafilatura gives up its own rules (its MIN_EXTRACTED_SIZE).
SHORTEST_ARTICLE = 250


def find(tree: Any, page: markup.Page) -> str | None:
    """The article's text; None if nothing was found. Changes the tree."""
    for form in tree.xpath("//form"):
        # ASP.NET and its like put all of a page into one; the extractor takes no form for text.
        form.tag = "div" if _size(form) else "form"
    for unsaid in tree.xpath("//*[@aria-hidden]"):
        if unsaid.tag not in markup.ICONS:
            del unsaid.attrib["aria-hidden"]
    for shadow in tree.xpath("//template[@shadowrootmode]"):
        shadow.tag = "div"
    for quoted in tree.iter("q"):
        quoted.tag = "span"  # the extractor takes it for a block
    other_stories.drop_teasers(tree, [article for article in tree.xpath(ARTICLES) if _size(article)])
    articles = _articles(tree)
    own = other_stories.own(tree.xpath(ARTICLES), page.title) if articles else None
    if own is not None and own not in articles:
        tree, articles = _page_of(own), []
    text = _extract(tree, favor_recall=False)
    if len(text) < KEPT_BY_EXTRACTOR * _prose(page):
        text = max(text, _extract(tree, favor_recall=True), key=len)
    if 1 < len(articles) <= MOST_ARTICLES:
        parts = (_extract(_page_of(article), favor_recall=False) for article in articles)
        text = max(text, "\n\n".join(filter(None, parts)), key=len)
    return (_in_blocks(text, page) if len(text) < SHORTEST_ARTICLE else text) or None


def _articles(tree: Any) -> list[Any]:
    """The articles of a page that are of one size, as on the front page of a blog.

    The extractor keeps one of them, if not all. Cards and comments, too, may be articles, but are shorter.
    """
    sizes = {article: _size(article) for article in tree.xpath(ARTICLES)}
    return [article for article, size in sizes.items() if size and size >= COMPARABLE * max(sizes.values())]


def _size(article: Any) -> int:
    """How many characters of an article stand in paragraphs of prose, if there are several."""
    paragraphs = (" ".join("".join(each.itertext()).split()) for each in article.iter("p"))
    filled = [paragraph for paragraph in paragraphs if prose.is_prose(paragraph)]
    return sum(map(len, filled)) if len(filled) >= FEWEST_PARAGRAPHS else 0


def _page_of(article: Any) -> Any:
    """A page that holds nothing else."""
    page = article.makeelement("html")
    page.append(article.makeelement("body"))
    page[0].append(deepcopy(article))
    return page


def _in_blocks(text: str, page: markup.Page) -> str:
    """The same text in the page's own blocks; the extractor breaks short ones at every inline element."""
    solid = "".join(text.split())
    return "\n\n".join(block for block in page.blocks if "".join(block.split()) in solid) or text


def _extract(tree: Any, *, favor_recall: bool) -> str:
    trafilatura = library()
    try:
        found = trafilatura.bare_extraction(
            tree, include_comments=False, favor_recall=favor_recall, prune_xpath=UNREAD
        )
        return "\n\n".join(_blocks(found.body)) if found else ""
    except Exception:  # as in _tree: one page costs at most itself
        return ""


def _blocks(body: Any) -> Iterator[str]:
    """The text of each block of an extracted tree, in order; a line break inside one is kept."""
    from lxml.etree import iterwalk

    run: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in BLOCKS and not _is_in_a_sentence(element):
            yield from _folded(run)
        if event == "start":
            run.append("\n" if element.tag == "lb" else "")
            run.append(_written(element.text, element))
        elif element is not body:
            run.append(_written(element.tail, element.getparent()))
    yield from _folded(run)


def _is_in_a_sentence(element: Any) -> bool:
    """Whether an element is code that is named in running text, not lines of its own."""
    return element.tag == "code" and element.getparent().tag in SPEAKING


def _written(text: str | None, element: Any) -> str:
    """Characters as they stand on the page; what the source has in `pre` keeps its line ends."""
    return text or "" if element.tag in LINED else SPACE.sub(" ", text or "")


def _folded(run: list[str]) -> Iterator[str]:
    """What has run up as blocks, white space folded line by line; an empty line ends a block."""
    lines = [" ".join(line.split()) for line in "".join(run).split("\n")]
    run.clear()
    for filled, block in groupby(lines, key=bool):
        if filled:
            yield "\n".join(block)


def _prose(page: markup.Page) -> int:
    """How many characters of a page stand in sentences."""
    return sum(len(block) for block in page.blocks if prose.is_prose(block))


@cache
def library() -> Any:
    """The library, imported late (0.3 s) and told not to write to stderr about every odd page."""
    import trafilatura

    for name in ("trafilatura", "htmldate", "justext", "courlan", "readability", "charset_normalizer"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    return trafilatura
