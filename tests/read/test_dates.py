"""Strings to moments: written out in full, or nothing."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.read import dates

DAY = datetime(2031, 3, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2031-03-04",
        "2031/3/4",
        "March 4, 2031",
        "Mar. 4th, 2031",
        "Tuesday, March 4, 2031",
        "Tuesday March 4 2031",
        "4 March 2031",
        "4-Mar-2031",
        "4th of March 2031",
        "Dienstag, 4. März 2031",
        "04.03.2031",
        "mardi 4 mars 2031",
        "4 de marzo de 2031",
        "martedì, 4 marzo 2031",
        "4 de março de 2031",
        "4 maart 2031",
        "4 марта 2031",
        "4 marca 2031",
        "2031年3月4日",
        "2031년 3월 4일",
    ],
)
def test_a_day_written_out_is_its_midnight(text):
    """A date without a time is midnight UTC, in whichever language it is written."""
    assert DAY == dates.parse(text)


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("2031-03-04T10:15:30Z", 10, 15),
        ("2031-03-04T12:15:30.123+02:00", 10, 15),
        ("Tue, 04 Mar 2031 05:15:30 -0500", 10, 15),
        ("March 4, 2031 at 5:15:30 a.m. EST", 10, 15),
        ("Tuesday, March 4, 2031 10:15:30", 10, 15),
        ("4. März 2031, 11:15:30 Uhr", 11, 15),
    ],
)
def test_a_time_has_the_zone_it_names(text, hour, minute):
    """Offsets and zones of one meaning are applied; without one the time is taken as UTC."""
    assert DAY.replace(hour=hour, minute=minute, second=30) == dates.parse(text)


def test_a_day_is_the_one_of_where_it_was_written():
    """Half past midnight in Vienna is still the day before in Greenwich."""
    assert "2031-03-04" == dates.parse("2031-03-04T00:30:00+02:00").date().isoformat()


def test_a_zone_of_several_meanings_costs_the_time_only():
    """IST is Indian, Irish or Israeli: the day is kept, the hour is not guessed."""
    assert DAY == dates.parse("March 4, 2031 10:15 IST")


@pytest.mark.parametrize(
    "text",
    [
        "5 hours ago",
        "yesterday",
        "March 2031",
        "Tuesday",
        "03/04/2031",
        "31 June 2031",
        "4.3.31",
        "2031",
        "",
        "20310304",
    ],
)
def test_what_is_not_a_whole_date_is_none(text):
    """Relative, partial, impossible and ambiguous dates are no dates."""
    assert dates.parse(text) is None


@pytest.mark.parametrize("text", ["23/12/2031", "12/23/2031"])
def test_a_slashed_date_counts_where_its_order_is_certain(text):
    """Only one of the two numbers can be the month."""
    assert datetime(2031, 12, 23, tzinfo=UTC) == dates.parse(text)


@given(st.datetimes(datetime(1800, 1, 1), datetime(2100, 12, 31)), st.timezones())
def test_iso_dates_agree_with_the_standard_library(moment, zone):
    """Whatever the standard library writes with whole minutes of offset is read back."""
    aware = moment.replace(microsecond=0, tzinfo=zone)
    if aware.strftime("%z")[5:]:
        aware = aware.replace(tzinfo=UTC)
    assert aware == dates.parse(aware.isoformat())


@given(st.text(alphabet="0123456789-/.:TZ +apm年月日MarchJly,", max_size=60))
def test_no_string_raises(text):
    """A string is a moment in UTC or it is nothing."""
    moment = dates.parse(text)
    assert moment is None or moment.tzinfo is UTC
