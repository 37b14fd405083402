"""Questions for a talk: own ones beside the bank, agendas with time boxes, prepared answers."""

from django.db import models

from askwell.explorations.models import Exploration
from askwell.workspaces.models import Owned


class OwnQuestion(Owned):
    """A question the person wrote, beside the bank in `questions/content/`."""

    text = models.CharField(max_length=500)
    category = models.CharField(max_length=30, default="other")
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.text


class Agenda(Owned):
    """The plan of one talk: items whose minutes, with the buffer, fit the minutes agreed.

    `dismissed` are suggestions put aside: `slug`, the uid of the `item` meant ("" for the whole), `reason`.
    """

    exploration = models.ForeignKey(Exploration, models.SET_NULL, null=True, related_name="+")
    title = models.CharField(max_length=200, blank=True)
    minutes = models.PositiveSmallIntegerField(default=30)
    dismissed = models.JSONField(default=list, blank=True)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.title or str(self.uid)


class AgendaItem(Owned):
    """One question or step of an agenda.

    `key` is the bank's key or a folded form of an own text: equal keys are "the same question"
    when answers are put side by side.
    """

    class Section(models.TextChoices):
        OPENING = "opening"
        CORE = "core"
        CLOSING = "closing"

    agenda = models.ForeignKey(Agenda, models.CASCADE, related_name="items")
    section = models.CharField(max_length=10, choices=Section, default=Section.CORE)
    position = models.PositiveIntegerField(default=0)
    key = models.CharField(max_length=120)
    text = models.CharField(max_length=500)
    category = models.CharField(max_length=30, default="other")
    minutes = models.PositiveSmallIntegerField(default=3)
    asked_at = models.DateTimeField(null=True, blank=True)

    class Meta(Owned.Meta):
        ordering = ["position", "pk"]
        indexes = [models.Index("workspace", "key", name="agenda_item_key")]

    def __str__(self) -> str:
        return self.text


class PreparedAnswer(Owned):
    """My own best answer to something they may ask back; `key` from the bank."""

    key = models.CharField(max_length=120)
    text = models.TextField(blank=True)
    updated_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.key
