"""A typed time is the moment that was meant, or a sentence says why it cannot be."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.plumbing import zones


def test_a_time_in_another_zone_is_that_moment():
    at = zones.moment(date(2026, 12, 3), time(10), "America/New_York")
    assert at == datetime(2026, 12, 3, 15, tzinfo=UTC)


def test_a_time_the_clocks_skip_is_refused_with_day_and_zone():
    with pytest.raises(zones.NoSuchTime, match=r"29 Mar.*Europe/Berlin.*02:30"):
        zones.moment(date(2026, 3, 29), time(2, 30), "Europe/Berlin")


def test_a_time_the_clocks_show_twice_is_the_first():
    at = zones.moment(date(2026, 10, 25), time(2, 30), "Europe/Berlin")
    assert at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)),
    st.sampled_from(["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kolkata"]),
)
def test_what_was_typed_is_what_the_clock_there_shows(typed: datetime, zone: str):
    typed = typed.replace(second=0, microsecond=0, fold=0)
    try:
        at = zones.moment(typed.date(), typed.time(), zone)
    except zones.NoSuchTime:
        before = (typed - timedelta(hours=2)).replace(tzinfo=ZoneInfo(zone))
        after = (typed + timedelta(hours=2)).replace(tzinfo=ZoneInfo(zone))
        assert before.utcoffset() != after.utcoffset()
    else:
        assert zones.local(at, zone).replace(tzinfo=None) == typed


def test_zones_to_choose_from_are_places():
    names = zones.zone_names()
    assert "Europe/Berlin" in names
    assert "UTC" in names
    assert not any(name.startswith("Etc/") for name in names)
