"""Which day near a moment a weekday means, as a source of that moment writes."""

from __future__ import annotations

from datetime import date, datetime, timedelta

# Hours from Greenwich within which most papers are printed, California to Japan. A time in UTC does
# not say where it was read off, so a day must be the same for all of them.
_WEST, _EAST = -8, 9
_SOON = 3  # days ahead that a plan is told of; the same weekday before is then four days past, and no news
_SINCE_TOLD = 5  # days ahead of what somebody said would be; it may have been said the day before


def moments(published: datetime) -> list[datetime]:
    """When it may have been where the source was written; a date without a time is the end of its day.

    Midnight in UTC is such a date.
    """
    if published.utcoffset():
        return [published]
    if published.time() == published.time().min:
        return [published.replace(hour=23)]
    return [published + timedelta(hours=shift) for shift in (_WEST, 0, _EAST)]


def nearest(moment: datetime, weekday: int, direction: str, hour: int) -> date | None:
    """The weekday meant by what was written at a moment; None where two may be.

    weekday: 0 for Monday to 6. hour: at which the part of the day that is named begins. What was done on
    the weekday that it is, is news of today, where that hour has come. "Last Thursday" on a Friday is
    yesterday to some and eight days ago to others; on a Monday it is one day for all.
    """
    from dateutil.relativedelta import relativedelta  # 8 ms, and few digests need it
    from dateutil.relativedelta import weekday as name

    day = moment.date()
    back: date = day + relativedelta(days=-1, weekday=name(weekday)(-1))
    ahead: date = day + relativedelta(days=1, weekday=name(weekday)(1))
    today, later = day.weekday(), weekday > day.weekday()
    whole = 6 not in (weekday, today)  # some weeks start on Sunday
    certain = {
        "done": (weekday != today or moment.hour >= hour, day if weekday == today else back),
        "past": (weekday != today, back),
        "future": (weekday != today, ahead),
        "told": (weekday != today and (ahead - day).days <= _SINCE_TOLD, ahead),
        "soon": (weekday != today and (ahead - day).days <= _SOON, ahead),
        "last": (later, back),
        "next": (weekday < today, ahead),
        "this": (later, ahead),
        "last week": (whole, back if later else back - relativedelta(weeks=weekday != today)),
        "next week": (whole, ahead if weekday < today else ahead + relativedelta(weeks=weekday != today)),
    }
    sure, found = certain[direction]
    return found if sure else None
