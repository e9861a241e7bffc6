"""What a page's own style sheets hide, as far as they name it by a class or an id alone.

`.x { display: none }` in a `style` element is as plain as `hidden`; what hangs on where an element stands, or
on files elsewhere, needs a browser. What any rule shows, on some screen or some day, is not hidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# Elements in which a style sheet is none, and those that are one. A pattern that always ends is one pass.
SHEET = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|noscript|template|textarea|svg)\b.*?(?:</\1|\Z)"
    r"|<style\b([^<>]*)>(.*?)(?:</style|\Z)",
    re.IGNORECASE | re.DOTALL,
)
STYLE = re.compile(r"<style\b", re.IGNORECASE)
MEDIA = re.compile(r"\bmedia\s*=\s*[\"']?([^\"'>]*)", re.IGNORECASE)
COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
BRACE = re.compile(r"[{}]")
DISPLAY = re.compile(r"(?:^|[;\s])display\s*:\s*([a-z-]+)", re.IGNORECASE)
NAME = re.compile(r"[a-zA-Z0-9]*[.#][\w-]+")
MARK = re.compile(r"[.#](?:[\w-]|\\.)+")
ATTRIBUTE = re.compile(r"\b(class|id)\s*=\s*(?:\"([^\"]*)|'([^']*)|([^\s\"'>]+))", re.IGNORECASE)
WHOLE = ("html", "body")  # hidden until a script has run, if at all
EVERY_SCREEN = ("", "all", "screen", "@media all", "@media screen")


@dataclass(frozen=True)
class Styles:
    """Selectors such as `.x`, `p.x` and `#x`. shown: the classes and ids of what some rule displays."""

    hidden: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()

    def hides(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Whether an element is not displayed. tag, and the names of attributes: in lower case."""
        if not self.hidden or tag in WHOLE:
            return False
        marks = [f".{each}" for each in attributes.get("class", "").split()]
        marks += [f"#{name}"] if (name := attributes.get("id")) else []
        names = {*marks, *(tag + mark for mark in marks)}
        return not self.hidden.isdisjoint(names) and self.shown.isdisjoint(names)


def read(html: str) -> Styles:
    """What the `style` elements of a page hide."""
    hidden, shown = set[str](), set[str]()
    for conditional, selectors, display in _rules(html) if STYLE.search(html) else ():
        if display != "none":
            shown.update(name.replace("\\", "") for name in MARK.findall(selectors))
        elif not conditional:
            hidden.update(each.strip() for each in selectors.split(",") if NAME.fullmatch(each.strip()))
    return Styles(frozenset(hidden), frozenset(shown))


def attributes(tag: str) -> dict[str, str]:
    """Class and id in a tag as it is written; of two of one name the first, as browsers have it."""
    return {name.lower(): "".join(values) for name, *values in reversed(ATTRIBUTE.findall(tag))}


def _rules(html: str) -> Iterator[tuple[bool, str, str]]:
    """Whether a rule depends on anything, its selectors, and its `display`; of rules for screens only."""
    for element in SHEET.finditer(html):
        media = MEDIA.search(element[2] or "")
        sheet, heads, at = COMMENT.sub("", element[3] or ""), [media[1] if media else ""], 0
        for brace in BRACE.finditer(sheet):
            text, at = sheet[at : brace.start()], brace.end()
            if brace[0] == "{":
                heads.append(text.rpartition(";")[2].strip())
            elif len(heads) > 1:
                selectors, condition = heads.pop(), "".join(heads[:2]).strip().lower()
                if (found := DISPLAY.findall(text)) and "print" not in condition:
                    yield condition not in EVERY_SCREEN, selectors, found[-1].lower()
