"""The digest on a terminal."""

import re
import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from summarize.model import DatedPhrase, Difference, Failure, Span
from summarize.render import sinks
from tests.render.builders import citation, dam, digest, line, source
from tests.render.strategies import digests

MAY_STAY = set(
    "\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)


def test_marks_follow_the_sentence_and_support_stands_below():
    """A line carries its own mark; who else says it, and how independently, stands under it."""
    herald, courier, post = source(1), source(2), source(3)
    made = digest(line("The dam held.", herald, also=[courier], same=[post], origins=2))
    said = "The dam held. [1]\n    also in [2] · same text in [3] · 2 independent sources\n\n"
    assert made.to_text().startswith(said)


def test_days_stand_below_the_sentence():
    """What a line's words say of the calendar is ours, so it stands outside the quote, each phrase once."""
    phrases = (DatedPhrase(Span(12, 20), date(2026, 3, 5)), DatedPhrase(Span(25, 33), date(2026, 3, 5)))
    said = replace(line("It broke on Thursday and Thursday again."), dates=phrases)
    below = "It broke on Thursday and Thursday again. [1]\n    Thursday: 2026-03-05\n\n"
    assert digest(said).to_text().startswith(below)


def test_context_stands_before_the_sentence():
    """What the source says just before is marked as such, above the line and indented."""
    said = replace(line("He left."), context=citation(source(), "Edgar Quill came."))
    assert digest(said).to_text().startswith("    Before this: Edgar Quill came.\nHe left. [1]\n\n")


def test_copies_are_one_origin():
    """A line that only reprints repeat says that they are one origin."""
    made = digest(line("The dam held.", source(1), same=[source(2), source(3)]))
    assert "    same text in [2] [3] · one origin\n" in made.to_text()


def test_a_sentence_nobody_else_has_gets_nothing_below():
    """A line with one source is the sentence and its mark."""
    assert digest(line("The dam held.")).to_text().startswith("The dam held. [1]\n\nSources\n")


def test_sources_and_what_was_not_used():
    """Every source is listed with title, outlet, date and address, the unused ones apart."""
    shown = dam().to_text(width=80)
    assert "[4] samples/dam/valley-courier.txt\n" in shown
    assert "    Brennock Herald, 2026-03-03 · samples/dam/brennock-herald.txt\n" in shown
    assert "Read, not used\n[6] Port Lusk wins regional chess final\n    samples/dam/chess.txt\n" in shown


def test_differences_show_each_value_with_its_marks_and_context():
    """A difference names its kind and values, then quotes each side around its value."""
    herald, courier = source(1), source(2)
    sides = (citation(herald, "The dam fed 12 mills."), citation(courier, "The dam fed 15 mills."))
    made = digest(
        line(own=herald), sources=[herald, courier], differences=(Difference("number", ("12", "15"), sides),)
    )
    expected = "Number: 12 or 15\n    [1] “The dam fed 12 mills.”\n    [2] “The dam fed 15 mills.”\n"
    assert expected in made.to_text()


def test_those_who_agree_share_one_side():
    """Sources that give the same value stand together on one side of a difference."""
    three = [source(1), source(2), source(3)]
    values = ("12", "15", "12")
    made = digest(sources=three, differences=(Difference("number", values, tuple(map(citation, three))),))
    assert "Number: 12 or 15\n    [1] [3] “" in made.to_text()


def test_skipped_sources_are_named_with_the_reason():
    """What could not be read is one line each, and counted."""
    made = digest(line(), skipped=(Failure("gone.txt", "no such file"),))
    assert made.to_text().endswith(
        "Skipped\ngone.txt: no such file\n\n1 sentence from 1 source; 1 skipped.\n"
    )


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (digest(), "no sources were given"),
        (digest(skipped=(Failure("a", "b"),)), "no source could be read"),
        (digest(sources=[source(sentences=0)]), "no sentence was found in 1 source"),
        (
            digest(sources=[source(sentences=3)]),
            "none of 3 sentences in 1 source can be quoted as asked",
        ),
    ],
)
def test_an_empty_digest_says_why(made, expected):
    """A digest without lines gives the reason in a sentence."""
    assert " ".join(made.to_text().split()).startswith(f"Nothing to show: {expected}.")


def test_an_address_stays_whole():
    """An address wider than the terminal is not broken, so that it can be copied."""
    uri = "https://herald.example/" + "a" * 60
    assert f"\n    {uri}\n" in digest(line(own=source(uri=uri, title="The dam"))).to_text(width=40)


def test_no_user_name_is_shown():
    """A user name and password in an address are not printed."""
    shown = digest(line(own=source(uri="https://me:secret@herald.example/a"))).to_text()
    assert "https://herald.example/a" in shown
    assert "secret" not in shown


def test_ascii_for_terminals_without_unicode():
    """With unicode off, our marks and the sources' typographic punctuation are ASCII."""
    assert dam().to_text(unicode=False).isascii()


def test_colour_adds_only_our_own_sequences():
    """Colour changes nothing but bold and dim, and taking it away gives the plain page."""
    plain, coloured = dam().to_text(), dam().to_text(colour=True)
    assert plain != coloured
    for sequence in ("\x1b[1m", "\x1b[2m", "\x1b[0m"):
        coloured = coloured.replace(sequence, "")
    assert plain == coloured


def test_marks_and_addresses_can_be_clicked():
    """A mark leads to its sentence, an address to the page; what is quoted leads nowhere."""
    herald, courier = source(1, url="https://herald.example/dam"), source(2, uri="https://courier.example/")
    page = digest(line("It held [1].", herald, also=[courier], origins=2)).to_text(links=True)
    sentence = "\x1b]8;;https://herald.example/dam#:~:text=It%20held%20%5B1%5D.\x1b\\[1]\x1b]8;;\x1b\\"
    other = "\x1b]8;;https://courier.example/\x1b\\{}\x1b]8;;\x1b\\"
    assert f"It held [1].\u00a0{sentence}".replace("\u00a0", " ") in page.replace("\u00a0", " ")
    assert f"also in {other.format('[2]')}" in page
    assert other.format("https://courier.example/") in page
    assert "\x1b]8;;\x1b\\" not in page.split("Sources")[0].split("It held [1].")[0]


@given(digests())
def test_links_change_nothing_that_is_seen(made):
    """Taken out, they leave the page as it is without; none of a source's own comes through."""
    page = made.to_text(links=True)
    hidden = re.compile(r"\x1b\]8;;[\x21-\x7e]*\x1b\\")
    assert made.to_text() == hidden.sub("", page)
    targets = {found[5:-2] for found in hidden.findall(page)} - {""}
    assert all(target.startswith(("http://", "https://")) for target in targets)


def test_lines_are_not_set_wider_than_the_eye_follows():
    """On a very wide terminal text stays at a readable measure."""
    assert dam().to_text(width=88) == dam().to_text(width=200)


@given(digests(), st.integers(20, 100), st.booleans())
def test_nothing_acts_in_a_terminal_and_nothing_overflows(made, width, unicode):
    """Whatever the sources hold, only allowed characters come out and only addresses exceed the width."""
    shown = made.to_text(width=width, unicode=unicode)
    addresses = [address for each in made.sources for address in (each.uri, each.url) if address]
    whole = {sinks.terminal(sinks.address(each), unicode=unicode)[:2000] for each in addresses}
    for row in shown.split("\n"):
        assert all(allowed(character) for character in row)
        bare = row.strip().removesuffix("…").removesuffix("...")
        assert wcswidth(row) <= width or bare in whole or bare.partition("] ")[2] in whole


def allowed(character):
    category = unicodedata.category(character)
    return category not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") or character in MAY_STAY
