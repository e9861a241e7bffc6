"""Strings to moments, strictly: a day, a month and a year that are all there, or nothing.

No relative dates, no two-digit years, no clock, no locale. A slashed date counts only where its
order is certain (31/12/2025, not 03/07/2025). A time without a zone is taken as UTC; a zone that
means different things in different countries ("IST") costs the time of day, not the date. All
results are aware, in the zone that is named, for a day is the one of where it was written; a date
without a time is midnight in UTC.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import cache

# Full names January to December, and short ones; where a language inflects, as dates write them.
MONTHS = """
january february march april may june july august september october november december
jan feb mar apr may jun jul aug sep oct nov dec
januar februar märz april mai juni juli august september oktober november dezember
jänner feber mär apr mai jun jul aug sept okt nov dez
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
janv févr mars avr mai juin juil aout sept oct nov déc
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
ene feb mar abr may jun jul ago set oct nov dic
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
gen feb mar apr mag giu lug ago set ott nov dic
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
januari februari maart april mei juni juli augustus september oktober november december
januari februari mars april maj juni juli augusti september oktober november december
januar februar marts april maj juni juli august september oktober november desember
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
ledna února března dubna května června července srpna září října listopadu prosince
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
"""

# Minutes east of Greenwich, only zones with one meaning in dates of news (RFC 2822 section 4.3, and CET).
ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "est": -300, "edt": -240, "cdt": -300, "mdt": -360, "pst": -480, "pdt": -420,
    "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180,
}  # fmt: skip

TIME = r"""(?:\s*(?:,|T|\||[-–—]|\bat\b|\bum\b|\bà\b|\ba\s+las\b)?\s*
    (?P<hour>\d{1,2})[:h.](?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?
    \s?(?P<half>[ap]\.?m\b\.?)?(?:\s?(?:uhr|hrs?)\b)?
    (?:\s?\(?(?P<zone>[+-]\d\d:?\d\d|[a-z]{1,5}\b)\)?)?)?"""
WEEKDAY = r"(?:[^\W\d_]{2,13}(?:[,.]|(?<=day)|(?<=tag)|(?<=di)|(?<=che))\s*)?"
DATES = (
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)",
    r"(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})",
    r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]",
    WEEKDAY + r"(?P<name>[^\W\d_]{3,12})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})",
    WEEKDAY
    + r"(?:le\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:de\s+|of\s+)?(?P<name>[^\W\d_]{3,12})\.?,?"
    r"[\s-]+(?:de\s+|del\s+)?(?P<year>\d{4})",
    WEEKDAY + r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})",
    WEEKDAY + r"(?P<first>\d{1,2})/(?P<second_part>\d{1,2})/(?P<year>\d{4})",
)
# What the web can have been published in; an archive of older papers would want its own reader.
YEARS = range(1800, 2101)


def parse(text: str) -> datetime | None:
    """The moment a string names, if naming it is all the string does.

    >>> parse("Thursday, July 3, 2025 10:15 CEST")
    datetime.datetime(2025, 7, 3, 10, 15, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200)))
    >>> parse("5 hours ago") is parse("03/07/2025") is None
    True
    """
    found = leading(text.strip()[:80])
    return found[0] if found and not found[1].strip(" .)") else None


def leading(text: str) -> tuple[datetime, str] | None:
    """The moment a string begins with and what stands after it."""
    for pattern in _patterns():
        if match := pattern.match(text):
            moment = _moment(match)
            if moment is not None:
                return moment, text[match.end() :]
    return None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(date + r"(?!\d)" + TIME, re.VERBOSE | re.IGNORECASE) for date in DATES)


@cache
def _months() -> dict[str, int]:
    # Reversed, so that the English row wins where languages disagree.
    rows = [line.split() for line in MONTHS.strip().splitlines()]
    return {name: number for row in reversed(rows) for number, name in enumerate(row, start=1)}


def _moment(match: re.Match[str]) -> datetime | None:
    part = match.groupdict()
    year, (month, day) = int(part["year"]), _month_and_day(part)
    if year not in YEARS:
        return None
    try:
        date = datetime(year, month, day, tzinfo=UTC)
        return _at_time(date, part)
    except (ValueError, OverflowError):  # 31 June; 25:00
        return None


def _month_and_day(part: dict[str, str | None]) -> tuple[int, int]:
    """Month and day as numbers; (0, 0), which no calendar has, where they are not certain."""
    if part.get("name"):
        return _months().get(str(part["name"]).lower(), 0), int(part["day"] or 0)
    if part.get("first"):
        first, second = int(part["first"] or 0), int(part["second_part"] or 0)
        if first > 12:
            return second, first
        return (first, second) if second > 12 or first == second else (0, 0)
    return int(part["month"] or 0), int(part["day"] or 0)


def _at_time(date: datetime, part: dict[str, str | None]) -> datetime:
    """The date at its time of day, in its own zone; the date alone if the zone is unknown."""
    offset = _offset(part["zone"])
    if part["hour"] is None or offset is None:
        return date
    hour = int(part["hour"])
    if part["half"]:
        hour = hour % 12 + (12 if part["half"].lower().startswith("p") else 0)
    local = date.replace(hour=hour, minute=int(part["minute"] or 0), second=int(part["second"] or 0))
    return local.replace(tzinfo=timezone(timedelta(minutes=offset)) if offset else UTC)


def _offset(zone: str | None) -> int | None:
    if zone is None:
        return 0
    if zone[0] in "+-":
        minutes = 60 * int(zone[1:3]) + int(zone[-2:])
        if minutes > 14 * 60:  # no place on earth
            return None
        return -minutes if zone[0] == "-" else minutes
    return ZONES.get(zone.lower())
