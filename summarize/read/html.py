"""Pages to documents: main text, title, site, author and date.

The main text is trafilatura's choice, one block (paragraph, heading, list item) to a paragraph with a
blank line between; it is what spans count in, since no reader could count in a page's source. A
page that no tree builder takes whole is read by `markup.scan` instead. Pure: bytes in, document out;
the same bytes give the same document.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime
from functools import cache
from itertools import groupby
from typing import Any

from summarize.errors import ReadError
from summarize.model import Document, Failure
from summarize.read import dates, discovery, encoding, markup, prose

# Characters. trafilatura's own limit is 20,000,000 bytes; saved pages of news are under 5 MB.
LARGEST_PAGE = 20 * 1024 * 1024
# libxml2 drops what is nested deeper than 256. Half of that, since the scan sees only tags.
DEEPEST_TREE = 128
# lxml is quadratic in the attributes of one tag: 100,000 of them take a minute, this much 60 ms.
LONGEST_TAG = 64 * 1024
# Up to here the slowest page we could make takes 9 s, growing evenly; a long live blog has 30,000.
MOST_TAGS = 100_000
# A parser that keeps less than this share of the visible text has lost some; chosen by eye.
KEPT_BY_PARSER = 0.5
# An article is most of a page's prose. Under this share the extractor is asked for more.
KEPT_BY_EXTRACTOR = 0.25
# Articles are of one size if the shorter have this share of the longest's prose, in so many paragraphs.
COMPARABLE = 0.5
FEWEST_PARAGRAPHS = 3
MOST_ARTICLES = 50  # each takes as long as a page
ARTICLES = "//article[not(ancestor::article or ancestor::aside or ancestor::footer or ancestor::nav)]"

# What trafilatura sometimes lets through and no reader of the article reads as its text.
UNREAD = [
    "//template", "//figcaption", "//dialog", "//*[@hidden]", "//*[@aria-hidden='true']",
    "//*[contains(translate(@style, 'DISPLAYNOE \t\r\n', 'displaynoe'), 'display:none')]",
]  # fmt: skip
SPACE = re.compile(r"\s+")
CONTROLS = re.compile(r"[\0-\x08\x0b\x0e-\x1f\x7f]")  # no characters of HTML, and lxml refuses them
# The elements of trafilatura's tree that stand on lines of their own.
BLOCKS = frozenset(("head", "p", "item", "quote", "row", "cell", "table", "list", "code", "div", "body"))
# What becomes of `pre`.
LINED = ("code", "quote")
# Inside these code is a word of the sentence.
SPEAKING = frozenset(("p", "head", "item", "quote", "cell", "hi", "ref", "del"))

# Under this many characters trafilatura gives up its own rules (its MIN_EXTRACTED_SIZE).
SHORTEST_ARTICLE = 250

# Names under which pages state when they were published, most exact first.
META_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date.created", "citation_publication_date", "publication_date", "publish-date", "publishdate",
    "publish_date", "pubdate", "dc.date", "dcterms.date", "date",
)  # fmt: skip
JSON_LD_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
META_CHARSET = re.compile(
    rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]{1,40})""", re.IGNORECASE
)


def read(raw: bytes, uri: str, *, charset: str | None = None) -> Document:
    """The document in a page.

    charset: what the HTTP header says, if there was one. Raises `ReadError` where there is no
    article: no text, no letters, too large.
    """
    return parse(encoding.decode(raw, declared=charset or _declared(raw)), uri)


def read_told(raw: bytes, uri: str, *, charset: str | None = None) -> Iterator[Document | Failure]:
    """The same, and a line about it where most of the page's prose is not in the document.

    That may be right (a short article under which hundreds have their say) or not (a page that the
    extractor does not understand); we cannot tell, so the reader of the digest is told.
    """
    html = encoding.decode(raw, declared=charset or _declared(raw))
    document = parse(html, uri)
    yield document
    share = prose.taken(CONTROLS.sub("", html), document.text)
    if share < 1:
        yield Failure(uri, f"only {share:.0%} of the page's prose is taken for its article", passed_over=True)


def parse(html: str, uri: str, **given: Any) -> Document:
    """The document in a decoded page. given: fields of `Document.from_text` that are known better."""
    if len(html) > LARGEST_PAGE:
        raise ReadError(uri, f"is a page larger than {LARGEST_PAGE >> 20} MiB: save the article alone")
    html = CONTROLS.sub("", html)
    page = markup.scan(html)
    if not any(character.isalpha() for block in page.blocks for character in block):
        raise ReadError(uri, "holds no article text")
    tree = _tree(html, page)
    fields: dict[str, Any] = {"title": page.title} if tree is None else _metadata(tree, uri)
    fields["url"] = discovery.address(html, uri)
    text = (None if tree is None else _main_text(tree, page)) or page.text
    return Document.from_text(
        text, uri=uri, **(fields | {key: value for key, value in given.items() if value})
    )


def _declared(raw: bytes) -> str | None:
    """The encoding a page states about itself, looked for where the HTML Standard has it stand."""
    match = META_CHARSET.search(raw[:4096])
    return match[1].decode("ascii") if match else None


def _tree(html: str, page: markup.Page) -> Any | None:
    """The parsed page, or None if a parser cannot hold it or has dropped text."""
    if page.depth > DEEPEST_TREE or page.longest_tag > LONGEST_TAG or page.tags > MOST_TAGS:
        return None
    trafilatura = _trafilatura()
    try:
        tree = trafilatura.load_html(html)
        if tree is None:
            return None
        kept = sum(_weight(text) for text in tree.xpath("//text()[not(parent::script or parent::style)]"))
    except Exception:  # whatever a parser makes of hostile bytes, the scan can read them
        return None
    return tree if kept > KEPT_BY_PARSER * sum(map(_weight, page.blocks)) else None


def _weight(text: str) -> int:
    """How many characters of a text can be seen."""
    return sum(map(len, text.split()))


def _main_text(tree: Any, page: markup.Page) -> str | None:
    """The article's text; None if nothing was found."""
    text = _extract(tree, favor_recall=False)
    if len(text) < KEPT_BY_EXTRACTOR * _prose(page):
        text = max(text, _extract(tree, favor_recall=True), key=len)
    if 1 < len(articles := _articles(tree)) <= MOST_ARTICLES:
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
    trafilatura = _trafilatura()
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


def _metadata(tree: Any, uri: str) -> dict[str, Any]:
    """Title, publisher and author as the page's own metadata have them, and `_published`."""
    url = uri if uri.startswith(("http://", "https://")) else None
    # The library also guesses a date, up to today's; we discard it, so it need not look far.
    no_date = {"extensive_search": False, "original_date": True, "max_date": "1995-01-02"}
    try:
        found = _trafilatura().extract_metadata(tree, url, no_date)
    except Exception:  # as in _tree
        return {"published": _published(tree)}
    return {
        "title": found.title,
        "publisher": _outlet(found.sitename),
        "author": found.author,
        "published": _published(tree),
    }


def _outlet(name: str | None) -> str | None:
    """The name of a site; of one that is only the host of an address, without user name and port."""
    if name and "@" in name and not any(map(str.isspace, name)):
        return name.rpartition("@")[2].partition(":")[0]
    return name


def _published(tree: Any) -> datetime | None:
    """When the page says it was published: in a meta element, JSON-LD or a marked `time` element.

    Never from its URL, its prose or the clock, where trafilatura (htmldate) would look too.
    """
    stated: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for name in (meta.get("property"), meta.get("name"), meta.get("itemprop")):
            stated.setdefault((name or "").lower(), meta.get("content") or "")
    candidates = [stated.get(name, "") for name in META_DATES]
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            candidates += JSON_LD_DATE.findall(script.text or "")
    candidates += [
        time.get("datetime") or time.get("content") or ""
        for time in tree.iter("time")
        if time.get("pubdate") is not None or (time.get("itemprop") or "").lower() == "datepublished"
    ]
    return next((moment for moment in map(dates.parse, candidates) if moment), None)


@cache
def _trafilatura() -> Any:
    """The library, imported late (0.3 s) and told not to write to stderr about every odd page."""
    import trafilatura

    for name in ("trafilatura", "htmldate", "justext", "courlan", "readability", "charset_normalizer"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    return trafilatura
