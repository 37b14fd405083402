"""A clock that a test moves."""

from datetime import datetime, timedelta

from django.core.cache import cache

from askwell.plumbing import clock


class MovableClock:
    """``clock.now()`` of the whole application, moved forward or set by a test."""

    def now(self) -> datetime:
        """The time the application believes it is."""
        return clock.now()

    def forward(self, **amount: float) -> datetime:
        """Let time pass: ``clock.forward(days=3, hours=2)``."""
        self._move(timedelta(**amount))
        return self.now()

    def set(self, moment: datetime) -> datetime:
        """Make it this moment now (time goes on from there)."""
        self._move(moment - self.now())
        return self.now()

    def reset(self) -> None:
        """Back to the real time."""
        cache.delete(clock.OFFSET_KEY)

    def _move(self, by: timedelta) -> None:
        offset = float(cache.get(clock.OFFSET_KEY, 0)) + by.total_seconds()
        cache.set(clock.OFFSET_KEY, offset, timeout=None)
