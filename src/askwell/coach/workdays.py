"""Working days, "same day" and weekends in somebody's own zone; and every number of the cadence."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from askwell.coach.estimate import MONDAY_TO_FRIDAY, add_working_days, is_working_day


@dataclass(frozen=True)
class CadenceSettings:
    """The defaults are the product's next-step rules; each can be set per workspace.

    `zone` is an IANA name; `working_days` weekday numbers, Monday 0.
    """

    zone: str = "UTC"
    working_days: tuple[int, ...] = MONDAY_TO_FRIDAY
    evening_hour: int = 18
    write_days: int = 3
    nudge_days: int = 7
    rest_days: int = 7
    propose_again_days: int = 3
    prepare_days: int = 2
    confirm_days: int = 1
    recall_hours: int = 1
    thank_hours: int = 24
    debrief_hours: int = 48
    names_days: int = 7
    tell_days: int = 7
    rhythm_days: int = 90
    waiting_limit: int = 5
    new_letters_a_week: int = 3
    same_organization_days: int = 3
    touches_a_week: int = 2


class Days:
    """Arithmetic with days as their owner lives them; results are aware, in UTC offsets kept."""

    def __init__(self, settings: CadenceSettings) -> None:
        self.settings = settings

    @cached_property
    def zone(self) -> ZoneInfo:
        """The zone of the settings."""
        return ZoneInfo(self.settings.zone)

    def works(self, day: datetime) -> bool:
        """Whether this is a working day; with none set, every day is."""
        return is_working_day(day.date(), week=self.settings.working_days)

    def evening(self, day: datetime) -> datetime:
        """18:00 (a setting) on that day."""
        return datetime.combine(day.date(), time(self.settings.evening_hour), self.zone)

    def same_day(self, at: datetime) -> datetime:
        """This evening; from the evening on, tomorrow's."""
        local = at.astimezone(self.zone)
        due = self.evening(local)
        return due if local < due else self.evening(local + timedelta(days=1))

    def working(self, at: datetime, days: int) -> datetime:
        """The evening of the n-th working day after the day of `at`."""
        day = at.astimezone(self.zone)
        if days > 0:
            due = add_working_days(day.date(), days, week=self.settings.working_days)
            day += due - day.date()
        return self.evening(day)

    def coming_weekend(self, at: datetime) -> datetime:
        """The evening of the last free day of this or the coming weekend; in a week without one."""
        today = at.astimezone(self.zone)
        for ahead in range(8):
            day = today + timedelta(days=ahead)
            last_free = not self.works(day) and self.works(day + timedelta(days=1))
            if last_free and self.evening(day) > at:
                return self.evening(day)
        return self.evening(today + timedelta(days=7))

    def before(self, at: datetime, days: int) -> datetime:
        """The same wall-clock time so many days earlier."""
        return at.astimezone(self.zone) - timedelta(days=days)
