"""The stories on a page that are not the page's own: teasers of others, and the next one appended to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from summarize.read import prose

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
FEWEST_TEASERS = 3  # in a row
LONGEST_TEASER = 3  # sentences


def drop_teasers(tree: Any, articles: list[Any]) -> None:
    """Removes teasers, linked headlines with a line or two below, from a page with an article of its own.

    articles: those with enough prose to be the page's own; one whose headline is a link is not its own. Cards
    inside an article stay: they are part of what it lists.
    """
    if all(any(map(_leads_away, article.iter(HEADINGS))) for article in articles):
        return
    rows: dict[Any, list[Any]] = {}
    for card in _cards(tree):
        rows.setdefault(card.getparent(), []).append(card)
    for row in rows.values():
        for card in row if len(row) >= FEWEST_TEASERS else ():
            card.drop_tree()


def _cards(tree: Any) -> Iterator[Any]:
    """For each linked headline that is a teaser, the largest element that holds no other heading."""
    headings = list(tree.iter(HEADINGS))
    held = Counter(ancestor for heading in headings for ancestor in heading.iterancestors())
    for heading in filter(_leads_away, headings):
        card = heading
        while card.getparent() is not None and held[card.getparent()] == 1:
            card = card.getparent()
        if card is not heading and next(card.iterancestors("article"), None) is None and _is_short(card):
            yield card


def _leads_away(heading: Any) -> bool:
    """Whether all of a heading is a link to another page."""
    text = _text(heading)
    inside = (link for link in heading.iter("a") if _text(link) == text)
    links = (*inside, *heading.iterancestors("a")) if text else ()
    return any(not link.get("href", "#").startswith("#") for link in links)


def _is_short(card: Any) -> bool:
    return sum(len(prose.sentences(_text(each))) for each in card.iter("p")) <= LONGEST_TEASER


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def own(articles: list[Any], title: str | None) -> Any | None:
    """The page's own article: of several with a main heading, the one the page is named for, else the first.

    None if fewer than two have one. articles: in the order of the page.
    """
    headed = {
        article: _text(heading) for article in articles if (heading := article.find(".//h1")) is not None
    }
    if len(headed) < 2:
        return None
    named = [article for article, heading in headed.items() if heading and heading in (title or "")]
    return named[0] if named else next(iter(headed))
