"""How well the article of a page is found, and that none is cut short in silence.

The pages and what a person reads as their article are in `tests/cases/pages`; `make pages` prints a table.
"""

import json
import re
from html import escape

import pytest

from summarize.errors import ReadError
from summarize.model import Document, Failure
from summarize.read import formats, main_text, markup, other_stories, prose
from tests.quality import pages

PAGES = sorted(pages.CASES.glob("*.html"))
LAYOUTS = sorted(pages.CASES.with_name("layouts").glob("*.html"))
NEWS = pages.CASES / "news-cookie-sidebar.html"


def read(raw):
    """The text of a page and what is said of it."""
    found = list(formats.read(raw, "page.html", suffix=".html"))
    [text] = [each.text for each in found if isinstance(each, Document)]
    return text, [each.error for each in found if isinstance(each, Failure)]


def recall(text, gold):
    return pages.compared(text, gold)[1]


def test_over_all_pages_the_article_is_found_and_little_else():
    """The mean F1 of shingles is .95 at least."""
    assert pages.FLOOR <= sum(pages.scores(path)[2] for path in PAGES) / len(PAGES)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_article_is_cut_short(path):
    """Whatever else is read with it, the article is there, and no line says that it is not."""
    text, said = read(path.read_bytes())
    assert pages.FLOOR <= recall(text, path.with_suffix(".txt").read_text())
    assert [] == said


@pytest.mark.parametrize("depth", [100, 1000, 100_000])
def test_a_page_nested_deeper_than_its_parser_goes_is_read_whole(depth):
    """libxml2 drops what is nested deeper than 256 without a word."""
    page = NEWS.read_text().replace("<article>", "<article>" + "<div>" * depth)
    assert pages.FLOOR <= recall(read(page.encode())[0], NEWS.with_suffix(".txt").read_text())


@pytest.mark.parametrize("tenth", range(5, 10))
def test_a_page_cut_off_is_read_up_to_there(tenth):
    """A download that broke off is an article that breaks off."""
    page = NEWS.read_text()[: len(NEWS.read_text()) * tenth // 10]
    there = [block for block in NEWS.with_suffix(".txt").read_text().split("\n\n") if block in page]
    text, _ = read(page.encode())
    assert [] == [block for block in there if block not in text]


def test_a_page_whose_prose_is_mostly_not_the_article_says_so():
    """Few lines of article under which many have their say: right or wrong, it is told."""
    talk = "".join(
        f"<div class='comment'><p>Reader {number} has crossed by the ferry for many years and will miss it.</p></div>"
        for number in range(200)
    )
    page = NEWS.read_text().replace(
        "</main>", f"<section class='comments' id='comments'>{talk}</section></main>"
    )
    text, said = read(page.encode())
    assert pages.FLOOR <= recall(text, NEWS.with_suffix(".txt").read_text())
    assert "Reader 1 has" not in text
    assert ["only 5% of the page's prose is taken for its article"] == said


DAM = (
    "The dam above Nuria held through the night, the water office said on Tuesday, and nobody was hurt.",
    "Engineers opened three of the five gates by dawn. The road to Calder is open again, and so is the school.",
    "“We slept badly, but dry,” said the mayor of Nuria, who had spent the night at the office with her staff.",
    "The water fell by two metres until noon. The office expects the river to be back in its bed by the weekend.",
    "A report on the dam is due in April. The council wants to know why two gates had been closed for repair.",
)
BRIDGE = (
    "The bridge at Calder stays closed until spring, the county said. Lorries go round by the old road through Sarn.",
    "Its bearings were found to be broken when divers looked at the pillars in March. Nobody had looked for ten years.",
    "The county has set aside four million for new ones. Work begins after the harvest, when fewer carts cross the river.",
    "Shopkeepers in Calder say that trade has halved. They ask for a ferry, which ran here until the bridge was built.",
    "The ferryman's grandson still has the boat, he says. It needs a new floor and somebody who pays for the permit.",
)
CHINESE = (
    "努里亚上方的大坝整夜未受损坏，水务局星期二表示，没有人受伤。",
    "工程师在黎明前打开了五道闸门中的三道。通往卡尔德的道路重新开放，学校也恢复上课。",
    "水位到中午下降了两米。水务局预计河水将在周末前回到河床。",
    "关于大坝的报告将于四月提交。议会想知道为什么有两道闸门因维修而关闭。",
    "商店老板们说生意减少了一半。他们要求恢复渡船，那艘船在大桥建成之前一直在这里运行。",
)


def paragraphs(texts):
    return "".join(f"<p>{text}</p>" for text in texts)


HEAD = "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Dam holds</title></head>"
CONTAINERS = {
    **{tag: f"<{tag}>{{}}</{tag}>" for tag in ("article", "aside", "footer", "figure", "nav", "form", "noscript", "section", "div", "details", "menu", "header")},
    **{name: f"<div class='{name}'>{{}}</div>" for name in ("related-content", "sidebar", "promo", "newsletter", "footer-text", "widget")},
    "dialog": "<dialog open>{}</dialog>",
    "figcaption": "<figure><img src='d.jpg'><figcaption>{}</figcaption></figure>",
    "cell": "<table><tr><td>{}</td></tr></table>",
    "folded": "<style>.more{{display:none}}</style><div class='more'>{}</div>",
    "open comments": "<div class='post has-comments comments-open'>{}</div>",
}  # fmt: skip
PLACES = {
    "before": "<body>{extra}<main><article><h1>Dam holds</h1>{article}</article></main><footer>© Post</footer></body></html>",
    "inside": "<body><main><article><h1>Dam holds</h1>{article}{extra}</article></main><footer>© Post</footer></body></html>",
    "beside": "<body><main><article><h1>Dam holds</h1>{article}</article>{extra}</main><footer>© Post</footer></body></html>",
    "below": "<body><main><article><h1>Dam holds</h1>{article}</article></main>{extra}<footer>© Post</footer></body></html>",
    "after the end": "<body><main><article><h1>Dam holds</h1>{article}</article></main><footer>© Post</footer></body></html>{extra}",
}


@pytest.mark.parametrize("texts", [BRIDGE, CHINESE], ids=["words", "no spaces"])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("container", [*CONTAINERS, "page inside", "page inside, plain"])
def test_prose_is_in_the_document_or_a_line_says_that_it_is_not(container, place, texts):
    """Whatever a page puts a third of its sentences in, and wherever."""
    extra = {
        "page inside": f'<iframe srcdoc="{escape(paragraphs(texts))}"></iframe>',
        "page inside, plain": f'<iframe srcdoc="{paragraphs(texts)}"></iframe>',
    }.get(container) or CONTAINERS[container].format(paragraphs(texts))
    article = DAM if texts is BRIDGE else DAM[:1]
    text, said = read((HEAD + PLACES[place].format(article=paragraphs(article), extra=extra)).encode())
    assert [] == [each for each in (*article, *texts) if each not in text] or said


def test_a_short_page_of_which_less_is_read_than_not_says_so():
    """Six sentences in a container that is no article's are few, but most of the page."""
    page = PLACES["below"].format(
        article=paragraphs(DAM[:1]), extra=f"<aside>{paragraphs(BRIDGE[:3])}</aside>"
    )
    _, [said] = read((HEAD + page).encode())
    assert said.startswith("only ")


@pytest.mark.parametrize(
    ("extra", "reason"),
    [
        ("<template>{}</template>", ""),
        ("<aside>{}</aside>", ": only 2% of the page's prose is taken for its article"),
        ("<div hidden>{}</div>", ": hides 10 sentences by its style, more than it shows: what is not shown is not read"),
    ],
)  # fmt: skip
def test_a_headline_alone_is_no_article(extra, reason):
    """The page is passed over, with what is said of it."""
    page = PLACES["below"].format(article="", extra=extra.format(paragraphs(BRIDGE)))
    with pytest.raises(ReadError, match=f"holds no article text{re.escape(reason)}$"):
        read((HEAD + page).encode())


@pytest.mark.parametrize(
    "hidden", ["hidden", "style='display:none'", "style='visibility: hidden'", "class=x"]
)
@pytest.mark.parametrize("shown", [(*DAM, BRIDGE[0]), DAM[:2]])
def test_what_is_hidden_is_said_where_it_is_more_than_what_is_shown(hidden, shown):
    """Nobody who looks at the page misses it; but a page that hides most of its text may be behind a wall."""
    page = PLACES["beside"].format(
        article=paragraphs(shown), extra=f"<div {hidden}>{paragraphs(BRIDGE[1:])}</div>"
    )
    text, said = read(f"<style>.x{{display:none}}</style>{HEAD}{page}".encode())
    reason = "hides 8 sentences by its style, more than it shows: what is not shown is not read"
    assert (False, [] if len(shown) > 2 else [reason]) == (BRIDGE[1] in text, said)


@pytest.mark.parametrize("container", ["textarea", "xmp", "button", "select", "svg"])
def test_prose_in_odd_places_is_read_or_said(container):
    """Whoever looks at the page sees it there."""
    page = PLACES["below"].format(
        article=paragraphs(DAM), extra=f"<{container}>{paragraphs(BRIDGE)}</{container}>"
    )
    text, said = read((HEAD + page).encode())
    assert BRIDGE[0] in text or said


def test_a_template_that_is_shown_is_read():
    """Declarative shadow DOM stands where it is written."""
    page = f"{HEAD}<body><x-story><template shadowrootmode=open>{paragraphs(DAM)}</template></x-story></body></html>"
    assert ("\n\n".join(DAM), []) == read(page.encode())


def test_nothing_is_said_of_boxes_below_a_short_article():
    """One on its author and one that asks to subscribe, of four sentences each."""
    boxes = "".join(
        f"<aside class={name}><h3>{name}</h3>{paragraphs([text])}</aside>"
        for name, text in {
            "author-bio": "Ada Lind writes on water. She was born in Calder. She has won prizes. She lives in Sarn.",
            "newsletter": "Our letter comes at dawn. It tells what counts. It is free. You can leave whenever you like.",
        }.items()
    )
    page = HEAD + PLACES["below"].format(article=paragraphs(DAM[:2]), extra=boxes)
    assert [] == read(page.encode())[1]


@pytest.mark.parametrize("place", ["before", "inside", "beside", "below"])
def test_articles_of_one_size_are_all_read(place):
    """A page of two articles is both, whichever comes first."""
    extra = f"<article><h2>Bridge closed</h2>{paragraphs(BRIDGE)}</article>"
    text, said = read((HEAD + PLACES[place].format(article=paragraphs(DAM), extra=extra)).encode())
    assert ([], []) == ([each for each in (*DAM, *BRIDGE) if each not in text], said)


@pytest.mark.parametrize(
    "dialog", ["div role=dialog", "div class=modal", "aside", "div class='cookie-banner'"]
)
def test_a_page_saved_behind_an_open_dialog_is_its_article(dialog):
    """What is hidden from those who listen is seen by those who look."""
    asked = (
        f"<{dialog}><h2>We value your privacy.</h2><p>Please accept our cookies.</p></{dialog.split()[0]}>"
    )
    page = f"{HEAD}<body><div id=root aria-hidden=true><article>{paragraphs(DAM)}</article></div>{asked}</body></html>"
    text, said = read(page.encode())
    assert ([], []) == ([each for each in DAM if each not in text], said)


@pytest.mark.parametrize(
    ("marked", "seen"),
    [
        ("<span aria-hidden=true>The dam</span> held.", "The dam held."),
        ("The dam held.<i class=icon aria-hidden=true>arrow_forward</i>", "The dam held."),
        ("He said <q>the dam</q> held.", "He said the dam held."),
        ("The dam<sup>1</sup> held <sup>2</sup><b>the</b> river.", "The dam1 held 2the river."),
        ("The dam held. <a href='#dam' aria-hidden=true>link</a>", "The dam held."),
    ],
)
def test_no_sentence_is_read_without_its_words_that_are_seen(marked, seen):
    """The names of icons are none of them, whether the scan reads the page or the parser."""
    page = f"{HEAD}<body><article>{paragraphs((marked, *DAM))}</article></body></html>"
    assert (seen, seen) == (markup.scan(page).blocks[0], read(page.encode())[0].split("\n\n")[0])


@pytest.mark.parametrize("title", ["Dam holds", "Front page"])
def test_a_longer_story_below_does_not_stand_for_the_pages_own(title):
    """The next story, appended to the page, is not read under the name of the first; a line says that more is there."""
    page = f"""<title>{title}</title><body><article><h1>Dam holds</h1>{paragraphs(DAM[:1])}</article>
        <article><h1>Bridge closed</h1>{paragraphs(BRIDGE)}</article></body>"""
    text, [said] = read(page.encode())
    assert (True, False) == (DAM[0] in text, BRIDGE[0] in text)
    assert said.startswith("only ")


def cards(tag, href):
    """Headlines that are links, each with what its story begins with."""
    return "".join(
        f"<{tag} class=card><h3><a href='{href}'>{each[:20]}</a></h3><p>{each}</p></{tag}>" for each in BRIDGE
    )


@pytest.mark.parametrize("mark", ["class=consent", "id=onetrust-consent-sdk", "class=cookie-wall"])
def test_a_wall_that_asks_for_consent_is_told_from_an_article(mark):
    """It stands in the article's place, on a page that holds nothing else."""
    wall = (
        "We and our 842 partners store and access information on your device, such as cookies, to show advertising.",
        "You can accept all or manage your preferences in the settings at any time by the link below every page.",
    )
    page = f"{HEAD}<body><div {mark}><h1>Before you continue</h1>{paragraphs(wall)}</div><footer>© Post</footer></body></html>"
    _, said = read(page.encode())
    assert ["is all a request for consent or what readers say: no article was found"] == said


@pytest.mark.parametrize("tag", ["div", "article", "li"])
def test_teasers_of_other_stories_are_no_text(tag):
    """Below or above the article, whatever they are made of."""
    for place in ("before", "below"):
        extra = f"<section class=more><h2>More</h2>{cards(tag, '/b')}</section>"
        page = HEAD + PLACES[place].format(article=paragraphs(DAM), extra=extra)
        text, said = read(page.encode())
        assert ([], [], []) == (
            [each for each in DAM if each not in text],
            [each for each in BRIDGE if each in text],
            said,
        )


@pytest.mark.parametrize(
    ("place", "href", "heading"),
    [
        ("inside", "/b", "Dam holds"),
        ("below", "#b", "Dam holds"),
        ("below", "/b", "<a href=/a>Dam holds</a>"),
    ],
    ids=["things it lists", "entries of a live blog", "a front page"],
)
def test_linked_headings_that_are_no_teasers_are_kept(place, href, heading):
    """A list of things to buy links each of them, a live blog each entry to itself, a front page all its stories."""
    page = PLACES[place].format(article=paragraphs(DAM), extra=f"<section>{cards('div', href)}</section>")
    tree = main_text.library().load_html(HEAD + page.replace("Dam holds", heading))
    other_stories.drop_teasers(tree, tree.xpath("//article"))
    assert len(BRIDGE) == len(tree.xpath("//*[@class='card']"))


@pytest.mark.parametrize("link", ["", "<a href='#main'>Skip to content</a>"])
@pytest.mark.parametrize("count", [3, 10])
def test_a_page_that_is_one_form_is_read(count, link):
    """Some systems put a whole page into a form, so that its buttons work."""
    article = (*DAM, *BRIDGE)[:count]
    inner = (
        f"<div class='menu'><a href='/'>Home</a></div><div id='main'><h1>Dam</h1>{paragraphs(article)}</div>"
    )
    page = f"{HEAD}<body>{link}<form id='aspnetForm' method='post'><input type='hidden'>{inner}</form></body></html>"
    text, said = read(page.encode())
    assert ([], []) == ([each for each in article if each not in text], said)


@pytest.mark.parametrize("count", [3, 5, 10])
@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_nothing_is_said_of_ordinary_pages(path, count):
    """Comments, teasers, related lists, boxes, notices and footers of ten layouts around a short or longer article."""
    article = (*DAM, *BRIDGE)[:count]
    page = path.read_text().replace("<!-- article -->", paragraphs(article))
    text, said = read(page.encode())
    assert ([], []) == ([each for each in article if each not in text], said)


@pytest.mark.parametrize(
    "unit", ["a ", "a. ", "a.\n", "<p>a b c d e f g h i j k.", "“", ".”", "<article><p>a"]
)
def test_long_runs_of_anything_are_weighed(unit):
    """Sentences without end and ends without sentences are one pass."""
    page = f"<html><body><p>{unit * (300_000 // len(unit))}"
    assert prose.missing(page, markup.scan(page).text) is None


@pytest.mark.parametrize("control", ["\x1b[31m", "\x9b31m", "&#27;", "&#x9b;", "\ufffd", "\x85", "&#0;"])
def test_nothing_is_said_of_sentences_with_control_characters(control):
    """They are read, their control characters replaced."""
    page = f"{HEAD}<body><article>{paragraphs(each.replace(' ', f' {control}') for each in DAM)}</article>"
    assert [] == read(page.encode())[1]


def told(body):
    """What a page tells machines of its article."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "articleBody": body})}</script>'


@pytest.mark.parametrize(
    "shown", ["<p>Loading</p>", f"<article>{paragraphs(DAM[:1])}<p>Read on with Plus.</p></article>"]
)
def test_what_a_page_tells_machines_only_is_no_text(shown):
    """A citation opens at a sentence its reader can see, which one in JSON-LD is not; that there is more is said."""
    text, said = read(f"{HEAD}<body>{told(' '.join((*DAM, *BRIDGE)))}{shown}</body></html>".encode())
    reason = "is longer in what it tells machines (JSON-LD) than on the page: what is not shown is not read"
    assert ([], [reason]) == ([each for each in (*DAM[1:], *BRIDGE) if each in text], said)


@pytest.mark.parametrize(
    "body", [" ".join(DAM), f"<p>{'</p>'.join(DAM)}", escape(" ".join(DAM)), "The dam held.", "\\"]
)
def test_a_page_that_shows_what_it_tells_machines_is_the_page(body):
    """Whatever form its JSON-LD has, nothing is said of it."""
    page = f"{HEAD}<body>{told(body)}<article>{paragraphs(DAM)}</article></body></html>"
    assert ("\n\n".join(DAM), []) == read(page.encode())
