"""The one place that asks what time it is.

Operations and the coach get ``now`` passed in; only edges (views, jobs, commands) call :func:`now`.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone

OFFSET_KEY = "clock-offset-seconds"


def now() -> datetime:
    """Current time, aware, UTC. Test settings (and only they) may move it by an offset."""
    moment = timezone.now()
    if getattr(settings, "CLOCK_MAY_MOVE", False):
        moment += timedelta(seconds=float(cache.get(OFFSET_KEY, 0)))
    return moment
