"""Asking somebody: the approach, the letters on any channel, what came back, what was promised."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from askwell.explorations.models import Exploration
from askwell.people.models import Person
from askwell.workspaces.models import Owned


class Channel(models.TextChoices):
    """Where a letter goes. Limits and forms are in `outreach/channels/`."""

    EMAIL = "email", _("E-mail")
    LINKEDIN_NOTE = "linkedin-note", _("LinkedIn note")
    LINKEDIN_MESSAGE = "linkedin-message", _("LinkedIn message")
    PHONE = "phone", _("phone")
    CARD = "card", _("card")
    LETTER = "letter", _("paper letter")


class LetterKind(models.TextChoices):
    """What a letter is for; the same words as in `askwell.coach`."""

    REQUEST = "request", _("asking for a talk")
    INTRO_REQUEST = "intro-request", _("asking for an introduction")
    WHO_DO_YOU_KNOW = "who-do-you-know", _("who do you know who…?")
    FORWARDABLE = "forwardable", _("a note to pass on")
    NUDGE = "nudge", _("a gentle reminder")
    SCHEDULE = "schedule", _("agreeing a time")
    CONFIRM = "confirm", _("confirming the talk")
    REMINDER = "reminder", _("the day before")
    THANKS = "thanks", _("thank-you")
    UPDATE = "update", _("how it went")
    CHECK_IN = "check-in", _("staying in touch")
    DECLINE_REPLY = "decline-reply", _("thanks for a no")
    MISSED = "missed", _("sorry we missed each other")
    ANSWER = "answer", _("an answer")


class Approach(Owned):
    """ "Asking Mira": one open approach per person and question. Where it stands is in Standing."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    exploration = models.ForeignKey(Exploration, models.SET_NULL, null=True, related_name="+")
    channel = models.CharField(max_length=20, choices=Channel, default=Channel.EMAIL)
    via = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=20, blank=True)

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(
                "person",
                "exploration",
                name="approach_open_once",
                condition=Q(closed_at=None, exploration__isnull=False),
            ),
            models.UniqueConstraint(
                "person",
                name="approach_open_once_none",
                condition=Q(closed_at=None, exploration=None),
            ),
        ]

    def __str__(self) -> str:
        return f"asking {self.person_id}"


class Letter(Owned):
    """A message on any channel. A draft until the person says "I sent it".

    `facts` lists what was woven in: ``[{"name", "text", "label", "ref_uid"}]``. `choices` keeps the
    picks of the letter creator. `conversation_uid` names the talk a thank-you is for.
    """

    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="+")
    exploration = models.ForeignKey(Exploration, models.SET_NULL, null=True, related_name="+")
    approach = models.ForeignKey(
        Approach, models.SET_NULL, null=True, blank=True, related_name="letters"
    )
    conversation_uid = models.UUIDField(null=True, blank=True)
    kind = models.CharField(max_length=20, choices=LetterKind)
    channel = models.CharField(max_length=20, choices=Channel, default=Channel.EMAIL)
    subject = models.CharField(max_length=300, blank=True)
    body = models.TextField(blank=True)
    facts = models.JSONField(default=list, blank=True)
    choices = models.JSONField(default=dict, blank=True)
    dismissed = models.JSONField(default=list, blank=True)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_event = models.UUIDField(null=True, blank=True)

    class Meta(Owned.Meta):
        indexes = [
            models.Index("workspace", "person", "created_at", name="letter_person"),
            models.Index("workspace", "sent_at", name="letter_sent"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.uid}"


class Reply(Owned):
    """What came back: a pasted answer, a phone call, an automatic reply, a bounce."""

    class Kind(models.TextChoices):
        YES = "yes", _("they said yes")
        NO = "no", _("they said no")
        LATER = "later", _("later")
        AWAY = "away", _("away for now")
        BOUNCED = "bounced", _("the address didn’t work")
        OTHER = "other", _("something else")

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    exploration = models.ForeignKey(Exploration, models.SET_NULL, null=True, related_name="+")
    approach = models.ForeignKey(
        Approach, models.SET_NULL, null=True, blank=True, related_name="replies"
    )
    kind = models.CharField(max_length=10, choices=Kind)
    channel = models.CharField(max_length=20, choices=Channel, default=Channel.EMAIL)
    text = models.TextField(blank=True)
    until = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    event = models.UUIDField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d}"


class Promise(Owned):
    """ "I said I would" / "they offered". `ref_uid` is the note it was made in."""

    class Side(models.TextChoices):
        MINE = "mine", _("I said I would")
        THEIRS = "theirs", _("they offered")

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    exploration = models.ForeignKey(Exploration, models.SET_NULL, null=True, related_name="+")
    side = models.CharField(max_length=10, choices=Side)
    text = models.CharField(max_length=500)
    due_at = models.DateTimeField()
    made_at = models.DateTimeField()
    kept_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)
    ref_uid = models.UUIDField(null=True, blank=True)

    class Meta(Owned.Meta):
        indexes = [models.Index("workspace", "person", "due_at", name="promise_person")]

    def __str__(self) -> str:
        return self.text


class Offer(Owned):
    """ "What I can offer": something the person can give back, written once, picked in letters."""

    text = models.CharField(max_length=300)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.text
