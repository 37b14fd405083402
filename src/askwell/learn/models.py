"""What somebody learned and practised. The cards of Askwell itself are data, see `content/`."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from askwell.meetings.models import Conversation, RoomNote
from askwell.workspaces.models import Owned


class OwnCard(Owned):
    """A card the person wrote; `note` is the note of a talk that it came from."""

    class Kind(models.TextChoices):
        BASIC = "basic", _("question and answer")
        CLOZE = "cloze", _("sentence with a gap")
        REWRITE = "rewrite", _("question to rewrite")

    kind = models.CharField(max_length=10, choices=Kind, default=Kind.BASIC)
    stage = models.CharField(max_length=30, default="what-i-heard")
    front = models.TextField()
    back = models.TextField(blank=True)
    note = models.ForeignKey(RoomNote, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField()

    class Meta(Owned.Meta):
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.front[:60]


class Schedule(Owned):
    """When a card comes again. `card` is the state as the `fsrs` library writes it, whole.

    `key` is the id of one of Askwell's cards, or `own:` and the uid of an own one. `due_at` is the
    same moment as in `card`, for the database to look for.
    """

    key = models.CharField(max_length=120)
    card = models.JSONField()
    due_at = models.DateTimeField()
    begun_at = models.DateTimeField()

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint("workspace", "key", name="learn_schedule_once"),
        ]
        indexes = [models.Index("workspace", "due_at", name="learn_schedule_due")]

    def __str__(self) -> str:
        return self.key


class Review(Owned):
    """That a card was answered, and how well: 1 again, 2 hard, 3 good, 4 easy."""

    key = models.CharField(max_length=120)
    rating = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    typed = models.TextField(blank=True)

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(rating__gte=1) & models.Q(rating__lte=4),
                name="learn_review_rating",
            ),
        ]
        indexes = [models.Index("workspace", "key", "at", name="learn_review_of_card")]

    def __str__(self) -> str:
        return f"{self.key} {self.rating}"


class SpokenAnswer(Owned):
    """A timed try at something they may ask back; `key` from the bank, the best one is kept there."""

    key = models.CharField(max_length=120)
    text = models.TextField()
    seconds = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()

    class Meta(Owned.Meta):
        indexes = [models.Index("workspace", "key", "at", name="learn_answer_of_key")]

    def __str__(self) -> str:
        return self.text[:60]


class RolePlay(Owned):
    """A rehearsed talk with an invented person. `turns` is all of it; see `roleplay.py`.

    `figures` and `codes` are what the coach read when it ended, so that progress is one read.
    """

    character = models.CharField(max_length=60)
    minutes = models.PositiveSmallIntegerField(default=20)
    turns = models.JSONField(default=list)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    figures = models.JSONField(default=dict, blank=True)
    codes = models.JSONField(default=list, blank=True)

    class Meta(Owned.Meta):
        indexes = [models.Index("workspace", "started_at", name="learn_roleplay_start")]

    def __str__(self) -> str:
        return f"{self.character} {self.started_at:%Y-%m-%d}"


class Transcript(Owned):
    """The words of a real talk, brought in by the person, read by the coach as a rehearsal is."""

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="+")
    me = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    at = models.DateTimeField()
    figures = models.JSONField(default=dict, blank=True)
    codes = models.JSONField(default=list, blank=True)

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint("workspace", "conversation", name="learn_transcript_once"),
        ]

    def __str__(self) -> str:
        return f"transcript {self.at:%Y-%m-%d}"
