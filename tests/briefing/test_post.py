"""Sending what is kept: each parcel is tried, whatever became of the one before."""

from datetime import timedelta

from summarize.briefing.memory import Made
from summarize.briefing.post import Post
from summarize.briefing.state import State
from summarize.errors import DeliveryError
from tests.briefing.papers import DAWN


class Picky:
    """A target that refuses one briefing for good, as a mail server does with what it takes for spam."""

    name = "email to me@example.org"

    def __init__(self):
        self.taken = []

    def send(self, parcel, *, now):
        """Take all but the first."""
        if parcel.content == b"1":
            raise DeliveryError(self.name, "refuses the message (554 spam)", final=True)
        self.taken.append(parcel.content)


def test_one_that_is_refused_for_good_does_not_hold_up_the_others(tmp_path):
    """Monday's stays, is said and tried again; Tuesday's and Wednesday's arrive."""
    target, lines = Picky(), []
    with State(tmp_path / "state.db") as state:
        for number in (1, 2, 3):
            moment = DAWN + timedelta(days=number)
            made = Made(moment.date(), moment, None, f"<{number}@host.example>", "{}", (), ())
            state.prepare(made, {target.name: str(number).encode()})
        post = Post(state, [target], DAWN, lines.append, lambda _: None)
        post.send(state.undelivered())
        [left] = state.undelivered()
    assert ([b"2", b"3"], b"1", 1) == (target.taken, left.content, left.tries)
    assert ["email to me@example.org: refuses the message (554 spam)"] == lines
    assert {target.name} == set(post.failed)


def test_a_server_that_is_down_is_said_once(tmp_path):
    """However many briefings wait for it; each is tried."""
    target, lines = Picky(), []
    with State(tmp_path / "state.db") as state:
        for number in (1, 2):
            made = Made(DAWN.date(), DAWN, None, f"<{number}@host.example>", "{}", (), ())
            state.prepare(made, {target.name: b"1"})
        Post(state, [target], DAWN, lines.append, lambda _: None).send(state.undelivered())
        assert [1, 1] == [each.tries for each in state.undelivered()]
    assert ["email to me@example.org: refuses the message (554 spam)"] == lines


def test_what_is_refused_for_good_is_given_up_with_a_word(tmp_path):
    """A week long it is sent again; then its end is said, and how to send it once it is mended."""
    target, lines = Picky(), []
    with State(tmp_path / "state.db") as state:
        made = Made(DAWN.date(), DAWN, None, "<1@host.example>", "{}", (), ())
        state.prepare(made, {target.name: b"1"})
        for days in range(10):
            now = DAWN + timedelta(days=days)
            Post(state, [target], now, lines.append, lambda _: None).send(state.undelivered())
    assert 8 == sum("554" in line for line in lines)
    assert [
        f"{target.name}: the briefing of {DAWN:%Y-%m-%d} is given up after 8 tries;"
        f" once it is mended: summarize brief --again {DAWN:%Y-%m-%d}"
    ] == [line for line in lines if "554" not in line]
