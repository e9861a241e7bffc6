"""Corrections: an outlet takes back what it wrote, and who was told it hears of that, in the outlet's words."""

import pytest

from summarize.briefing import corrections
from summarize.model import Document
from summarize.render import briefing_html, briefing_json, briefing_markdown, briefing_text, mail_html
from summarize.text import table
from tests.briefing.desk import Desk, item
from tests.briefing.test_compose import FERRY, edited, lines

NOTICE = "An earlier version of this article said that 120 jobs would be cut."
RESIGNS = (
    "The mayor of Pell, Anton Rusk, resigned on Monday over the contract for the river bridge. The contract went"
    " to the company of a cousin."
)
TAKEN_BACK = (
    "Correction: Our report of Monday said that the mayor of Pell, Anton Rusk, had resigned. He is still in"
    " office and has asked the auditors of the district for help."
)


def notice(text, *, title=None, before=None, publisher=None):
    """What of an article is quoted as its correction, "" for nothing."""
    edited = [(0, Document.from_text(before))] if before else []
    sentences = table.build([Document.from_text(text, title=title, publisher=publisher)])
    return " ".join(map(sentences.text, corrections.rows(sentences, edited)))


@pytest.mark.parametrize(
    "text",
    [
        "Correction: The dam is 40 metres high, not 14.",
        "CORRECTION (2 June) – The dam is 40 metres high.",
        "In our report on the dam on Wednesday we gave a wrong height. It is 40 metres high.",
        "Correction to our report of 2 June: the dam is 40 metres high.",
        "This article has been retracted. The dam has no crack.",
        "The dam did not break, contrary to what we reported on Tuesday.",
        "In einer früheren Version dieses Artikels stand eine falsche Höhe.",
        "Wir haben am Dienstag berichtet, der Damm habe einen Riss. Das ist falsch.",
        "Rectificatif : le barrage mesure 40 mètres.",
        "Contrairement à ce que nous avons écrit dimanche, le barrage n'a pas cédé.",
        "Corrección: la presa mide 40 metros.",
        "Martedì abbiamo scritto che la diga era crollata. Non è vero.",
        "Diferentemente do que publicamos na terça, a barragem não cedeu.",
        "Anders dan we dinsdag schreven, is de dam niet gebroken.",
        "We wtorek podaliśmy, że tama pękła. To nieprawda.",
        "V úterý jsme uvedli, že hráz praskla. Není to pravda.",
        "Ранее мы сообщали, что плотину прорвало. Это не так.",
        "ذكرنا يوم الثلاثاء أن السد انهار. هذا غير صحيح.",
    ],
)
def test_an_article_may_be_a_correction(text):
    """By its first sentence, or by what is said of that next, in many languages."""
    assert text == notice(text)


def test_a_headline_says_so_too():
    """Then the first sentence is what there is to say."""
    text = "The dam at Nuria is 40 metres high, not 14."
    assert text == notice(text, title="Correction: height of the dam")


@pytest.mark.parametrize(
    ("quoted", "rest"),
    [
        (
            "In our report on the dam we wrongly said that it is 14 metres high. It is 40 metres high.",
            "It is old.",
        ),
        ("We reported that the dam broke. That was wrong. It leaks.", "The lake was lowered."),
        ("We reported that the dam broke. That was wrong: it leaks.", "The lake was lowered."),
        ("This article has been retracted. On Tuesday we reported that it broke. It has not.", "It is old."),
        ("Correction: The dam is 40 metres high, not 14.", "It was built in 1931."),
        ("We wrongly said that the dam broke. It leaks.", "We apologise for the error. It is old."),
        ("We reported that the dam broke. It leaks.", "We are deeply sorry."),
    ],
)
def test_a_correction_goes_on_to_what_is_right(quoted, rest):
    """What was said wrongly would only be said again; that an outlet is sorry is not quoted."""
    assert quoted == notice(f"{quoted} {rest}")


def test_an_outlet_may_speak_of_itself_by_name():
    """What another wrote is not its to take back."""
    text = "On Tuesday the Courier reported that the dam had broken. The report was false."
    assert (text, "") == (notice(text, publisher="Harrow Courier"), notice(text, publisher="Herald"))


@pytest.mark.parametrize(
    "text",
    [
        "Correction officers in Nuria went on strike.",
        "A correction on the stock market took 5 percent off shares.",
        "The report on the dam was wrong, the minister said.",
        "Editors of the first version of the novel changed its end.",
        "We reported on Tuesday that the dam had a crack. On Wednesday the lake was lowered by two metres.",
        "“We said that the dam was safe. That was wrong,” said the head of the firm. “We apologise.”",
        "A study of dams was retracted by its authors. The data were wrong.",
        "We were wrong about the dam, the minister said.",
        "Oprava hráze začne v květnu.",
    ],
)
def test_what_only_speaks_of_one_is_none(text):
    """Officers, markets, and reports of others; an outlet's own report that stands."""
    assert "" == notice(text)
    assert "" == notice(text, title="Correction officers on strike")


def test_a_note_below_an_article_counts_where_the_article_was_read_before():
    """Of what stood in it before anybody here read it there is nothing to put right."""
    article = "The dam at Nuria is 40 metres high. It was built in 1931."
    noted = f"{article} This article was amended on 2 June: the height was wrong."
    assert "" == notice(noted)
    assert noted.removeprefix(article).strip() == notice(noted, before=article)
    assert "" == notice(noted, before=noted)


def corrected(first, second):
    desk = Desk()
    desk.brief(first)
    return desk, desk.brief(second, day=2).paper


def test_a_story_that_is_corrected_says_so():
    """With the notice, word for word, and what is right."""
    mayor = item("courier", RESIGNS, title="Mayor of Pell resigns")
    desk, paper = corrected(mayor, item("courier", TAKEN_BACK, day=2, title="Mayor of Pell has not resigned"))
    [entry] = paper.entries
    assert ("corrected", TAKEN_BACK) == (entry.status, entry.correction.quote)
    assert [] == lines(paper)
    again = item("courier", TAKEN_BACK, day=3, title="Mayor of Pell has not resigned")
    assert "corrected" not in [each.status for each in desk.brief(again, day=3).paper.entries]


def test_what_is_right_is_told_however_near_to_what_was_told():
    """Twelve turbines, where twenty were told."""
    council = (
        "The council approved the wind farm on the Kammen on Wednesday. Twenty turbines will be built there."
    )
    taken_back = (
        "In our report on the Kammen wind farm we gave a wrong number. The council approved twelve turbines, not"
        " twenty."
    )
    _, paper = corrected(
        item("courier", council, title="Council approves Kammen wind farm"),
        item("courier", taken_back, day=2, title="Correction: Kammen wind farm"),
    )
    assert [taken_back] == [entry.correction.quote for entry in paper.entries]


def test_what_is_right_stands_beside_the_news_of_others():
    """The notice says it all, so that the line is free for what another outlet reports; and nobody is sorry."""
    denied = (
        "The mayor of Pell, Anton Rusk, denied on Tuesday that he had resigned, and blamed a forged letter."
    )
    sorry = f"{TAKEN_BACK} We apologise to Mr Rusk. The Lindmar Courier regrets the error."
    mayor = item("courier", RESIGNS, title="Mayor of Pell resigns")
    desk = Desk()
    desk.brief(mayor)
    paper = desk.brief(
        item("courier", sorry, day=2, title="Mayor of Pell has not resigned"),
        item("herald", denied, day=2, title="Mayor of Pell denies that he resigned"),
        day=2,
    ).paper
    [entry] = paper.entries
    assert (TAKEN_BACK, [denied]) == (entry.correction.quote, lines(paper))


def test_a_correction_is_told_once():
    """What is right is no line as well, nor a difference from another outlet; the value is a changed one."""
    crash = "Seven people were killed when a bus left the road near Tarrow on Sunday. Twenty were hurt."
    taken_back = (
        "We reported on Monday that seven people died in the bus crash near Tarrow. The number is six."
    )
    lowered = (
        "Police lowered the number of people killed in the bus crash near Tarrow from seven to six. One man had"
        " been counted twice, police said."
    )
    desk = Desk()
    desk.brief(
        item("courier", crash, title="Seven killed in bus crash"),
        item(
            "herald", "Seven people died in the crash of a bus near Tarrow, police said.", title="Bus crash"
        ),
    )
    paper = desk.brief(
        item("courier", taken_back, day=2, title="Correction: bus crash"),
        item("herald", lowered, day=2, title="Six dead in bus crash, not seven"),
        day=2,
    ).paper
    [entry] = paper.entries
    assert (taken_back, [("7", "6")]) == (entry.correction.quote, changes(entry))
    assert ["One man had been counted twice, police said."] == lines(paper)
    opens = "The library in Harrow will open on 12 {}, {}."
    desk.brief(item("post", opens.format("March", "the mayor said"), day=3, title="Library opens"), day=3)
    wrong = (
        "The Post said that the library in Harrow will open on 12 March. That is wrong. It opens on 12 April."
    )
    paper = desk.brief(
        item("post", wrong, day=4, title="Correction: library"),
        item("echo", opens.format("April", "not in March"), day=4, title="Library opens in April"),
        day=4,
    ).paper
    [entry] = paper.entries
    assert ("corrected", (), ()) == (entry.status, entry.digest.lines, entry.digest.differences)


def test_a_correction_is_no_context_of_the_line_below():
    """Whom "he" stands for was read right above."""
    taken_back = TAKEN_BACK.replace("He is still in office", "Anton Rusk is still in office")
    news = "He will meet the builders of the bridge with a lawyer from Tarrow on Friday."
    _, paper = corrected(
        item("courier", RESIGNS, title="Mayor of Pell resigns"),
        item("courier", f"{taken_back} {news}", day=2, title="Mayor of Pell has not resigned"),
    )
    [entry] = paper.entries
    [line] = entry.digest.lines
    assert (taken_back, news, None) == (entry.correction.quote, line.text, line.context)


def changes(entry):
    return [(each.before, each.after) for each in entry.changes]


def test_the_value_put_right_is_remembered():
    """Six, where seven had been told; and the sentence that says so is quoted once."""
    crash = "Seven people were killed when a bus left the road near Tarrow on Sunday. Twenty were hurt."
    right = (
        "Six people were killed when a bus left the road near Tarrow on Sunday, and not seven as we reported."
    )
    rises = "Eight people were killed in the bus crash near Tarrow, police said."
    desk, paper = corrected(
        item("courier", crash, title="Seven killed in bus crash"),
        item("courier", right, day=2, title="Correction: six killed in bus crash"),
    )
    [entry] = paper.entries
    assert (right, [("7", "6")], []) == (entry.correction.quote, changes(entry), lines(paper))
    shown = " ".join(briefing_text.render(paper).split())
    assert (1, 1) == (shown.count("and not seven as we reported"), shown.count("7 → 6"))
    [entry] = desk.brief(item("courier", rises, day=3, title="Bus crash: eight dead"), day=3).paper.entries
    assert [("6", "8")] == changes(entry)


def test_what_was_taken_back_is_not_what_changes():
    """Seven is not what was told last, though the sentence that says six does not say of what."""
    crash = "Seven people were killed when a bus left the road near Tarrow on Sunday. Twenty were hurt."
    right = "We reported on Monday that seven people died in the bus crash near Tarrow. The number is six."
    rises = "Eight people were killed in the bus crash near Tarrow, police said."
    desk, _ = corrected(
        item("courier", crash, title="Seven killed in bus crash"),
        item("courier", right, day=2, title="Correction: bus crash"),
    )
    [entry] = desk.brief(item("courier", rises, day=3, title="Bus crash: eight dead"), day=3).paper.entries
    assert ([], rises) == (changes(entry), entry.digest.lines[0].text)


def test_what_is_right_is_seen_where_the_notice_has_but_a_number():
    """Below the arrow stands what the amended article says of it; no notice is a line."""
    council = "The council of Lindholm plans to cut {} school posts next year, according to the draft budget."
    before = item("courier", council.format(300), title="Council to cut 300 school posts")
    noted = (
        f"{council.format(30)} Correction: An earlier version of this article said that 300 posts would be cut."
        " The number is 30. An earlier version of the Courier's reports gave 300 as well."
    )
    after = edited(before, (council.format(300), noted))
    _, paper = corrected(before, after)
    [entry] = paper.entries
    assert ("corrected", [("300", "30")], []) == (entry.status, changes(entry), lines(paper))
    shown = " ".join(briefing_text.render(paper).split())
    assert (1, 1) == (shown.count("cut 30 school posts next year"), shown.count("The number is 30."))


@pytest.mark.parametrize(("told", "line"), [("three", 1), ("two", 0)])
def test_that_reports_of_a_number_were_wrong_comes_before_the_lede(told, line):
    """Whoever says so, if readers were told that number."""
    crash = (
        f"A coach left the road near Ashby on Sunday. The driver, 52, had been at the wheel for {told} hours."
    )
    firm = (
        "The operator of the coach that crashed near Ashby says that its driver had rested for eleven hours."
        " Earlier reports that he had driven for three hours were wrong, Sunny Days said: it was 70 minutes."
    )
    _, paper = corrected(
        item("echo", crash, title="Coach leaves road near Ashby"),
        item("times", firm, day=2, title="Ashby coach crash: firm says driver had rested"),
    )
    [entry] = paper.entries
    sentences = firm.replace(" Earlier", "\nEarlier").split("\n")
    assert ("continuing", sentences[line]) == (entry.status, lines(paper)[0])


def test_an_article_that_is_retracted_in_place_says_so():
    """Under its id, with another headline and none of its text left."""
    mayor = item("courier", RESIGNS, title="Mayor of Pell resigns")
    taken_back = "This article has been retracted. We reported that Anton Rusk had resigned. He has not."
    _, paper = corrected(mayor, edited(mayor, (RESIGNS, f"{taken_back} We apologise to Mr Rusk.")))
    [entry] = paper.entries
    assert ("corrected", taken_back, []) == (entry.status, entry.correction.quote, lines(paper))


def test_a_retraction_below_its_headline_says_why():
    """The headline stands above it anyway, and a byline that was there before parts the two."""
    title = "Retracted: Mayor of Pell resigns"
    taken_back = "This article has been retracted. It was based on a letter that turned out to be forged."
    text = f"{title}\n\nBy Ana Holt\n\n{taken_back}"
    assert taken_back == notice(text, title=title, before=f"By Ana Holt\n\n{RESIGNS}")
    assert title == notice(title, title=title, before=RESIGNS)


def test_a_figure_put_right_in_place_is_a_correction():
    """120 became 210, and the article says why."""
    ferry = item("post", FERRY, title="Ferry company to cut jobs")
    _, paper = corrected(ferry, edited(ferry, ("120", "210"), ("on Friday.", f"on Friday. {NOTICE}")))
    [entry] = paper.entries
    assert ("corrected", NOTICE) == (entry.status, entry.correction.quote)
    assert [("120", "210")] == [(each.before, each.after) for each in entry.changes]


def test_a_correction_alone_is_told():
    """Where nothing else is new, its sentence is."""
    ferry = item("post", FERRY, title="Ferry company to cut jobs")
    _, paper = corrected(ferry, edited(ferry, ("on Friday.", f"on Friday. {NOTICE}")))
    [entry] = paper.entries
    assert (NOTICE, ()) == (entry.correction.quote, entry.digest.lines)
    assert not paper.is_empty


@pytest.mark.parametrize(
    "render", [each.render for each in (briefing_text, briefing_markdown, briefing_html, mail_html)]
)
def test_every_rendering_shows_a_correction(render):
    """As what it is, with its source."""
    ferry = item("post", FERRY, title="Ferry company to cut jobs")
    _, paper = corrected(ferry, edited(ferry, ("120", "210"), ("on Friday.", f"on Friday. {NOTICE}")))
    page = " ".join(render(paper).split())
    assert NOTICE.split(" said ")[0] in page
    assert "corrected" in page.casefold()


def test_a_correction_comes_back_from_json():
    """And a paper that was made when there were none is read all the same."""
    ferry = item("post", FERRY, title="Ferry company to cut jobs")
    _, paper = corrected(ferry, edited(ferry, ("on Friday.", f"on Friday. {NOTICE}")))
    assert paper == briefing_json.loads(briefing_json.render(paper))
    plain = Desk().brief(ferry).paper
    without = briefing_json.render(plain).replace('"correction": null,', "")
    assert plain == briefing_json.loads(without)


@pytest.mark.parametrize(("outlet", "told"), [("post", []), ("herald", ["continuing"])])
def test_an_article_with_another_id_that_adds_nothing_is_not_told(outlet, told):
    """It is no report of the next day; what another outlet has of it is."""
    again = item(outlet, FERRY, day=2, title="Ferry company cuts jobs")
    _, paper = corrected(item("post", FERRY, title="Ferry company to cut jobs"), again)
    assert (told, ()) == ([entry.status for entry in paper.entries], paper.quiet)


def test_a_story_that_ended_in_a_correction_does_not_go_quiet():
    """Nobody waits for more of what was put right."""
    desk = Desk()
    desk.brief(*(item(each, RESIGNS, title="Mayor of Pell resigns") for each in ("herald", "post")))
    [entry] = desk.brief(item("post", TAKEN_BACK, day=2, title="Mayor of Pell"), day=2).paper.entries
    assert ("corrected", ()) == (entry.status, entry.digest.lines)
    other = item("herald", "Snow will fall on Wednesday night, the weather service said.", day=3)
    assert () == desk.brief(other, day=3).paper.quiet
