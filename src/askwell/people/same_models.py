"""Two entries for one: who may be the same, what I said to it, and what was made one."""

from django.db import models

from askwell.workspaces.models import Owned


class Likeness(models.Model):
    """Two entries that may be one, as the last scan found them. Derived; no values, only codes.

    Addressed by uid, not by key: a row about somebody who is gone is passed over, and the next scan
    drops it.
    """

    workspace = models.ForeignKey("workspaces.Workspace", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    first = models.UUIDField()
    second = models.UUIDField()
    bits = models.FloatField()
    reasons = models.JSONField(default=list)

    class Meta:
        indexes = [
            models.Index("workspace", "kind", "bits", name="likeness_list"),
            models.Index("workspace", "first", name="likeness_first"),
            models.Index("workspace", "second", name="likeness_second"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.first} {self.second}"


class Verdict(Owned):
    """What I said about two entries that look alike: different ones, or later."""

    class Answer(models.TextChoices):
        DIFFERENT = "different"
        LATER = "later"

    answer = models.CharField(max_length=20, choices=Answer)
    person = models.ForeignKey("people.Person", models.CASCADE, null=True, related_name="+")
    other_person = models.ForeignKey("people.Person", models.CASCADE, null=True, related_name="+")
    organization = models.ForeignKey(
        "people.Organization", models.CASCADE, null=True, related_name="+"
    )
    other_organization = models.ForeignKey(
        "people.Organization", models.CASCADE, null=True, related_name="+"
    )
    decided_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.answer


class Merge(Owned):
    """ "Same person" (or same organization): loser into winner, reversible.

    `reasons` are the codes of what spoke for it; `automatic` says that nobody was asked.
    """

    kind = models.CharField(max_length=20)
    winner_uid = models.UUIDField()
    loser_uid = models.UUIDField()
    reasons = models.JSONField(default=list, blank=True)
    automatic = models.BooleanField(default=False)
    merged_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.kind} {self.loser_uid} into {self.winner_uid}"


class MergeChange(Owned):
    """One re-pointed key of a merge."""

    merge = models.ForeignKey(Merge, models.CASCADE, related_name="changes")
    model = models.CharField(max_length=60)
    row_uid = models.UUIDField()
    column = models.CharField(max_length=60)
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)

    def __str__(self) -> str:
        return f"{self.model}.{self.column}"
