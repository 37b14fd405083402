"""State of long work on a whole workspace: the queue row is only a pointer to it. Derived."""

from django.db import models

from askwell.workspaces.models import Owned


class TransferJob(Owned):
    """An export or a restore on its way; claimed by conditional UPDATE on `lease_until`."""

    class Kind(models.TextChoices):
        EXPORT = "export"
        RESTORE = "restore"

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"
        CANCELLED = "cancelled"

    kind = models.CharField(max_length=10, choices=Kind)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    file = models.CharField(max_length=300, blank=True)
    done_rows = models.PositiveIntegerField(default=0)
    all_rows = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"
