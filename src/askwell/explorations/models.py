"""A career question, what the person believes so far, and how sure they are over time."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from askwell.workspaces.models import Owned


class Exploration(Owned):
    """ "My question": the sentence is enough, everything else may come later."""

    topic = models.CharField(max_length=200)
    sentence = models.CharField(max_length=400)
    template = models.CharField(max_length=40, blank=True)
    why = models.TextField(blank=True)
    weekly_minutes = models.PositiveIntegerField(null=True, blank=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)

    class Meta(Owned.Meta):
        indexes = [models.Index("workspace", "closed_at", name="exploration_open")]

    def __str__(self) -> str:
        return self.sentence


class Target(Owned):
    """A role, organization or place the question is about; `key` is folded for matching."""

    class Kind(models.TextChoices):
        ROLE = "role", _("Role")
        ORGANIZATION = "organization", _("Organization")
        PLACE = "place", _("Place")

    exploration = models.ForeignKey(Exploration, models.CASCADE, related_name="targets")
    kind = models.CharField(max_length=20, choices=Kind)
    text = models.CharField(max_length=200)
    key = models.CharField(max_length=200)

    class Meta(Owned.Meta):
        indexes = [models.Index("workspace", "kind", "key", name="target_key")]

    def __str__(self) -> str:
        return self.text


class Hypothesis(Owned):
    """ "What I believe so far": one sentence that talks speak for or against."""

    exploration = models.ForeignKey(Exploration, models.CASCADE, related_name="hypotheses")
    text = models.CharField(max_length=400)
    position = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()

    class Meta(Owned.Meta):
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text


class Confidence(Owned):
    """ "How sure am I": 0 (no idea) to 100 (quite sure), with the moment and what moved it."""

    exploration = models.ForeignKey(Exploration, models.CASCADE, related_name="confidences")
    value = models.PositiveSmallIntegerField(validators=[MaxValueValidator(100)])
    reason = models.CharField(max_length=400, blank=True)
    source_uid = models.UUIDField(null=True, blank=True)
    at = models.DateTimeField()

    class Meta(Owned.Meta):
        ordering = ["at", "pk"]
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(condition=models.Q(value__lte=100), name="confidence_0_100"),
        ]

    def __str__(self) -> str:
        return f"{self.value} at {self.at:%Y-%m-%d}"
