"""Honest rates: intervals instead of percentages, working days, and how many letters a wish takes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, sqrt

Z_95 = 1.96
# Personal reports of outreach: 75 talks from 365 letters, 37 from 200 (playbook R10): about one in five.
USUAL_TALKS, USUAL_LETTERS = 112, 565
# How many letters of that experience to believe before one's own count takes over.
_PRIOR_WEIGHT = 10
HOURS_PER_TALK = (2.0, 3.0)


@dataclass(frozen=True, slots=True)
class Interval:
    """A rate with its bounds; *known* is false while there is nothing to count."""

    low: float
    rate: float
    high: float
    known: bool = True


def wilson(successes: int, trials: int, *, z: float = Z_95) -> Interval:
    """Wilson score interval of a rate; with no trials everything is possible.

    Raises ValueError when the counts cannot be true. Source: Wilson 1927.
    """
    if trials < 0 or not 0 <= successes <= max(trials, 0):
        raise ValueError("successes must lie between 0 and trials")
    if trials == 0:
        return Interval(0.0, 0.0, 1.0, known=False)
    rate = successes / trials
    spread = z * z / trials
    centre = (rate + spread / 2) / (1 + spread)
    half = z * sqrt(rate * (1 - rate) / trials + spread / (4 * trials)) / (1 + spread)
    return Interval(max(0.0, centre - half), rate, min(1.0, centre + half))


@dataclass(frozen=True, slots=True)
class Plan:
    """What a number of talks is likely to take: letters (likely, at most) and hours."""

    talks: int
    letters: int
    letters_high: int
    hours_low: float
    hours_high: float


def plan_talks(talks: int, *, said_yes: int = 0, asked: int = 0) -> Plan:
    """How many letters and hours *talks* more talks will take, from one's own record so far.

    While there is little record, what others report (one yes in five letters) is mixed in.
    Raises ValueError for negative talks or impossible counts.
    """
    if talks < 0:
        raise ValueError("talks must not be negative")
    usual = USUAL_TALKS / USUAL_LETTERS
    yes, all_asked = said_yes + usual * _PRIOR_WEIGHT, asked + _PRIOR_WEIGHT
    low = wilson(said_yes + round(usual * _PRIOR_WEIGHT), asked + _PRIOR_WEIGHT).low
    likely = ceil(talks * all_asked / yes)
    low_hours, high_hours = HOURS_PER_TALK
    return Plan(talks, likely, ceil(talks / low), talks * low_hours, talks * high_hours)


MONDAY_TO_FRIDAY = (0, 1, 2, 3, 4)


def is_working_day(
    day: date, holidays: Collection[date] = (), week: Collection[int] = MONDAY_TO_FRIDAY
) -> bool:
    """Whether *day* is one of the weekdays worked and no holiday; an empty *week* has every day."""
    return (not week or day.weekday() in week) and day not in holidays


def add_working_days(
    day: date,
    count: int,
    holidays: Collection[date] = (),
    week: Collection[int] = MONDAY_TO_FRIDAY,
) -> date:
    """The working day *count* working days after *day* (before, when negative).

    Zero gives *day* itself, or the next working day when it is none.
    """
    step = timedelta(days=-1 if count < 0 else 1)
    left = abs(count)
    while left or not is_working_day(day, holidays, week):
        day += step
        if left and is_working_day(day, holidays, week):
            left -= 1
    return day


def working_days_between(start: date, end: date, holidays: Collection[date] = ()) -> int:
    """How many working days lie after *start*, up to and with *end*; negative when end is earlier."""
    if end < start:
        return -working_days_between(end, start, holidays)
    weeks, rest = divmod((end - start).days, 7)
    days = weeks * len(MONDAY_TO_FRIDAY) + sum(
        is_working_day(start + timedelta(days=weeks * 7 + offset)) for offset in range(1, rest + 1)
    )
    return days - sum(start < day <= end and is_working_day(day) for day in set(holidays))
