"""The link of a citation in a real browser: it opens the article at the sentence."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from summarize import summarize
from summarize.model import Bundle, Document

# Each stands once on a page of its own, far below the edge of the window.
SENTENCES = {
    "plain": "The main wall of the dam at Nuria held through the night.",
    "punctuation": "“Commas, dashes – and hyphen-ed words – stay,” she said; 40 % of it & more, too.",
    "percent": "Turnout rose from 51.3% to 63,5 % (+12.2 points), the highest since 1994/95.",
    "German": "Die Müglitz-Brücke in Großröhrsdorf – gebaut 1931 – bleibt bis März gesperrt.",
    "Arabic": "وكشف تقرير هندسي صدر عام 2022 عن شقوق في الدعامة الوسطى للجسر، وأوصى بترميمها.",
    "Hebrew": "הגשר הישן מעל הנחל קרס ביום שני בבוקר, ואיש לא נפגע.",
    "Chinese": "大坝的主墙在夜里没有倒塌，居民们第二天早上回到了家中。",
    "Greek": "Το κύριο τείχος του φράγματος άντεξε όλη τη νύχτα, είπε ο δήμαρχος.",
    "long": "The report, "
    + ", ".join(f"of which part {number} says so" for number in range(1, 20))
    + ", is out.",
}


class Articles(BaseHTTPRequestHandler):
    """A page for each sentence: it stands in the middle, after its first words were used elsewhere."""

    def do_GET(self):
        sentence = SENTENCES[list(SENTENCES)[int(self.path.strip("/"))]]
        said = sentence.replace("&", "&amp;")
        space = '<div style="height: 4000px"></div>'
        page = f"<!doctype html><meta charset=utf-8><title>News</title><p>{said[:12]}</p>{space}<p id=s>{said}</p>{space}"
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, *_):
        """Nothing on standard error."""


@pytest.fixture(scope="module")
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), Articles) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("name", SENTENCES)
def test_a_link_opens_the_article_at_the_sentence(browser, server, tmp_path, name):
    """Followed from the digest's page by a click, the article is scrolled to the quoted sentence."""
    sentence = SENTENCES[name]
    text = f"{sentence[:12]}\n\n{sentence}"
    article = Document.from_text(text, uri=f"{server}/{list(SENTENCES).index(name)}")
    digest = summarize(Bundle("b", (article,)), min_words=1, max_words=200)
    assert [sentence] == [line.text for line in digest.lines]
    (tmp_path / "digest.html").write_text(digest.to_html())
    page = browser.new_page()
    page.goto((tmp_path / "digest.html").as_uri())
    page.locator(".said .mark").click()
    page.locator(".quote:popover-open .foot a").click()
    page.wait_for_function("document.querySelector('#s') && scrollY > 1000", timeout=10_000)
    top = page.evaluate("document.querySelector('#s').getBoundingClientRect().top")
    page.close()
    assert 0 < top < 720
