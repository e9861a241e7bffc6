"""Retry-After as servers write it."""

from email.utils import formatdate

import pytest

from summarize.read.manners import retry_after

NOON = 1_780_000_000.0  # some day, as a Unix time
DAY = 86_400.0


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0), (" 0120 ", 120.0), ("0", 0.0), ("999999999", DAY), ("-1", None), ("9e99", None), ("1.5", None), ("9" * 20, DAY), ("9" * 5000, DAY), ("soon", None), ("", None),
        (formatdate(NOON + 600, usegmt=True), 600.0), (formatdate(NOON - 600, usegmt=True), 0.0), (formatdate(NOON + 7 * DAY, usegmt=True), DAY),
        ("Mon, 99 Xxx 2026 08:00:00 GMT", None), ("Fri, 31 Dec 99999 00:00:00 GMT", None), ("Fri, 31 Dec 9999 23:59:59 -2359", DAY), ("١٢٠", None),
    ],
)  # fmt: skip
def test_a_wait_is_seconds_or_a_date_and_at_most_a_day(value, seconds):
    """A date in the past is now; what makes no sense is as if it were not there."""
    assert seconds == retry_after(value, date="", now=NOON)


def test_a_date_is_meant_by_the_clock_of_whoever_wrote_it():
    """A server that is an hour fast does not keep us for an hour more."""
    hour = 3600
    value, date = formatdate(NOON + hour + 60, usegmt=True), formatdate(NOON + hour, usegmt=True)
    assert 60.0 == retry_after(value, date=date, now=NOON)
    assert hour + 60 == retry_after(value, date="yesterday", now=NOON)
