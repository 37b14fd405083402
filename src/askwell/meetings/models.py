"""A date and the talk itself: times offered, the conversation, who takes part, notes of the room."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from askwell.explorations.models import Exploration
from askwell.outreach.models import Approach
from askwell.people.models import Person
from askwell.questions.models import Agenda, AgendaItem
from askwell.workspaces.models import Owned


class Proposal(Owned):
    """ "Times I offered": two or three windows sent to somebody, kept free until they choose."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    exploration = models.ForeignKey(Exploration, models.SET_NULL, null=True, related_name="+")
    minutes = models.PositiveSmallIntegerField(default=30)
    zone = models.CharField(max_length=60)
    offered_at = models.DateTimeField()
    hold_until = models.DateTimeField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"times offered {self.offered_at:%Y-%m-%d}"


class Window(Owned):
    """One time that was offered."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="windows")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta(Owned.Meta):
        ordering = ["starts_at"]
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("starts_at")), name="window_has_length"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M}"


class Conversation(Owned):
    """A talk, planned, held or written up later. Times UTC; `zone` is the zone that was meant."""

    class Mode(models.TextChoices):
        PHONE = "phone", _("by phone")
        VIDEO = "video", _("by video")
        IN_PERSON = "in-person", _("in person")

    class State(models.TextChoices):
        BOOKED = "booked"
        RUNNING = "running"
        HELD = "held"
        CANCELLED = "cancelled"
        NO_SHOW = "no-show"

    exploration = models.ForeignKey(Exploration, models.SET_NULL, null=True, related_name="+")
    approach = models.ForeignKey(Approach, models.SET_NULL, null=True, blank=True, related_name="+")
    agenda = models.ForeignKey(Agenda, models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=12, choices=State, default=State.BOOKED)
    mode = models.CharField(max_length=12, choices=Mode, default=Mode.PHONE)
    place = models.CharField(max_length=500, blank=True)
    backup = models.CharField(max_length=200, blank=True)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=30)
    zone = models.CharField(max_length=60)
    sequence = models.PositiveSmallIntegerField(default=0)
    leave_by = models.DateTimeField(null=True, blank=True)
    compliment = models.CharField(max_length=400, blank=True)
    day_of = models.JSONField(default=list, blank=True)
    prepared_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField()

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(minutes__gte=5) & Q(minutes__lte=480), name="conversation_minutes"
            ),
        ]
        indexes = [models.Index("workspace", "starts_at", name="conversation_start")]

    def __str__(self) -> str:
        return f"talk {self.starts_at:%Y-%m-%d}"

    @property
    def ends_at(self) -> datetime:
        """The end that was agreed."""
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def is_booked(self) -> bool:
        """Whether it is still to come (or to be told about)."""
        return self.state == self.State.BOOKED

    @property
    def is_running(self) -> bool:
        """Whether it is going on."""
        return self.state == self.State.RUNNING

    @property
    def is_held(self) -> bool:
        """Whether it took place."""
        return self.state == self.State.HELD

    @property
    def is_missed(self) -> bool:
        """Whether it was cancelled, or they did not come."""
        return self.state in (self.State.CANCELLED, self.State.NO_SHOW)


class Participant(Owned):
    """Somebody who takes part in a talk; a thank-you is owed to each."""

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="participants")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    thanked_at = models.DateTimeField(null=True, blank=True)

    class Meta(Owned.Meta):
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.conversation_id}"


class RoomNote(Owned):
    """A note of the room: `uid` and `revision` come from the browser, an older one never wins."""

    class Tag(models.TextChoices):
        NOTE = "note", _("note")
        QUOTE = "quote", _("quote")
        FACT = "fact", _("fact")
        SKILL = "skill", _("skill")
        PERSON = "person", _("person")
        PROMISE = "promise", _("I will")
        OFFERED = "offered", _("they offered")
        OPENING = "opening", _("opening")
        SURPRISE = "surprise", _("surprise")
        FOLLOW_UP = "follow-up", _("follow up")

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="notes")
    revision = models.PositiveBigIntegerField(default=1)
    text = models.TextField(blank=True)
    tag = models.CharField(max_length=12, choices=Tag, default=Tag.NOTE)
    offset_seconds = models.PositiveIntegerField(default=0)
    agenda_item = models.ForeignKey(
        AgendaItem, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    speaker = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    handled_uid = models.UUIDField(null=True, blank=True)
    created_at = models.DateTimeField()

    class Meta(Owned.Meta):
        ordering = ["offset_seconds", "pk"]
        indexes = [models.Index("conversation", "offset_seconds", name="room_note_order")]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def clock(self) -> str:
        """When in the talk it was written, as the room's clock showed it: "12:10"."""
        minutes, seconds = divmod(self.offset_seconds, 60)
        return f"{minutes}:{seconds:02}"


class Recall(Owned):
    """ "Before I forget": three prompts answered at once; the thank-you is built from it."""

    conversation = models.OneToOneField(Conversation, models.CASCADE, related_name="recall")
    struck = models.TextField(blank=True)
    will_do = models.TextField(blank=True)
    who_else = models.TextField(blank=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"recall {self.at:%Y-%m-%d}"
