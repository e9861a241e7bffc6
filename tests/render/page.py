"""A page taken apart: its tags, links and text, parsed as a browser would and without an error."""

from html.entities import html5
from html.parser import HTMLParser

from justhtml import JustHTML

TAGS = {
    "html": {"lang"}, "head": set(), "meta": {"charset", "http-equiv", "content", "name"}, "title": set(), "style": set(),
    "body": set(), "header": set(), "main": {"tabindex"}, "section": set(), "div": {"popover", "role", "aria-labelledby", "tabindex"},
    "h1": set(), "h2": set(), "h3": set(), "h4": set(), "p": {"aria-hidden"}, "span": set(), "bdi": set(), "b": set(), "strong": set(), "u": set(), "mark": set(),
    "a": {"href", "rel"}, "button": {"type", "popovertarget", "popovertargetaction", "aria-label"},
    "ol": {"role"}, "ul": {"role"}, "li": set(), "details": set(), "summary": set(), "figure": set(), "figcaption": set(),
    "blockquote": {"tabindex"}, "nav": {"aria-label"}, "time": {"datetime"}, "footer": set(), "article": set(),
    "table": set(), "caption": set(), "thead": set(), "tbody": set(), "tr": set(), "th": {"scope"}, "td": set(),
    "svg": {"width", "height", "role", "aria-label"}, "line": {"x1", "x2", "y1", "y2"}, "circle": {"cx", "cy", "r"}, "text": {"x", "y", "dy"}, "rect": {"x", "y", "width", "height"},
}  # fmt: skip
EVERYWHERE = {"id", "class", "dir", "lang"}


class _Strict(HTMLParser):
    """The parse errors that JustHTML has no word for: an attribute twice, a reference to no character."""

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names), self.get_starttag_text()

    def handle_entityref(self, name):
        assert f"{name};" in html5, name


def parsed(html):
    """A page, or a part of one, as a browser has it; a parse error is an error."""
    _Strict(convert_charrefs=False).feed(html)
    return JustHTML(html, strict=True, sanitize=False, fragment=not html.startswith("<!")).root


def sound(html):
    """The same as it was written, if it has no parse error."""
    assert parsed(html)
    return html


class Page:
    """What a browser makes of a page; a parse error is an error."""

    def __init__(self, html):
        self.root = parsed(html)
        self.elements = list(self._elements(self.root))

    def _elements(self, node):
        for child in node.children or ():
            assert child.name != "#comment"
            if not child.name.startswith(("#", "!")):
                yield child
            yield from self._elements(child)

    def all(self, name, **attributes):
        wanted = {key.rstrip("_"): value for key, value in attributes.items()}.items()
        return [each for each in self.elements if each.name == name and wanted <= each.attrs.items()]

    @property
    def links(self):
        return [each.attrs["href"] for each in self.all("a")]

    @property
    def text(self):
        return text(self.root)

    def marks(self):
        """The buttons that open a quote: (shown, the quote's element)."""
        by_id = {each.attrs["id"]: each for each in self.elements if "id" in each.attrs}
        buttons = (each for each in self.all("button") if each.attrs["class"] != "close")
        return [(text(each), by_id[each.attrs["popovertarget"]]) for each in buttons]

    def foreign(self):
        """Tags and attributes that are none of ours."""
        known = {name: extra | EVERYWHERE for name, extra in TAGS.items()}
        return [
            (each.name, sorted(each.attrs.keys() - known.get(each.name, set())))
            for each in self.elements
            if each.name not in known or each.attrs.keys() - known[each.name]
        ]


def text(node):
    """The text of an element as it stands."""
    if node.name == "#text":
        return node.data
    return "".join(map(text, node.children or ()))


def quoted(panel):
    """What is highlighted in a quote's panel."""
    page = Page.__new__(Page)
    page.elements = list(page._elements(panel))
    [marked] = page.all("mark")
    return text(marked)
