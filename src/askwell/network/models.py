"""Who led to whom, and things worth sharing with people already met."""

from django.db import models

from askwell.explorations.models import Exploration
from askwell.meetings.models import Conversation
from askwell.people.models import Person
from askwell.workspaces.models import Owned


class Introduction(Owned):
    """`source` named or introduced `target`. `told_at`: when `source` heard how it went."""

    class Kind(models.TextChoices):
        NAMED = "named"
        INTRODUCED = "introduced"

    source = models.ForeignKey(Person, models.CASCADE, related_name="+")
    target = models.ForeignKey(Person, models.CASCADE, related_name="+")
    exploration = models.ForeignKey(Exploration, models.SET_NULL, null=True, related_name="+")
    conversation = models.ForeignKey(
        Conversation, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.NAMED)
    may_use_name = models.BooleanField(default=False)
    named_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta(Owned.Meta):
        indexes = [models.Index("workspace", "target", name="introduction_target")]

    def __str__(self) -> str:
        return f"{self.source_id} to {self.target_id}"


class Share(Owned):
    """Something worth sharing: an article, a result, a congratulation."""

    text = models.CharField(max_length=300)
    url = models.CharField(max_length=800, blank=True)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.text
