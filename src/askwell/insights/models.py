"""What was heard: the calm debrief, marked passages, evidence, skills, résumé lines, openings."""

from django.db import models

from askwell.explorations.models import Exploration, Hypothesis
from askwell.meetings.models import Conversation
from askwell.people.models import Person
from askwell.workspaces.models import Owned


class Debrief(Owned):
    """The longer look back, when calm; every field may stay empty. `fit` 0–4 (not me … very me)."""

    conversation = models.OneToOneField(Conversation, models.CASCADE, related_name="+")
    surprised = models.TextField(blank=True)
    changed = models.TextField(blank=True)
    fit = models.PositiveSmallIntegerField(null=True, blank=True)
    fit_why = models.TextField(blank=True)
    better_next_time = models.TextField(blank=True)
    skipped = models.BooleanField(default=False)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"debrief {self.at:%Y-%m-%d}"


class Highlight(Owned):
    """A verbatim passage of a note, with who said it and when.

    After "Forget this person" with quotes kept, `person` and `conversation` are empty and
    `nameless` is true.
    """

    exploration = models.ForeignKey(Exploration, models.SET_NULL, null=True, related_name="+")
    conversation = models.ForeignKey(Conversation, models.SET_NULL, null=True, related_name="+")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    note_uid = models.UUIDField(null=True, blank=True)
    text = models.TextField()
    question_key = models.CharField(max_length=120, blank=True)
    question_text = models.CharField(max_length=500, blank=True)
    theme = models.CharField(max_length=100, blank=True)
    nameless = models.BooleanField(default=False)
    said_on = models.DateField()
    created_at = models.DateTimeField()

    class Meta(Owned.Meta):
        indexes = [models.Index("workspace", "question_key", name="highlight_question")]

    def __str__(self) -> str:
        return self.text[:60]


class Evidence(Owned):
    """A passage that speaks for or against what I believe so far."""

    class Side(models.TextChoices):
        FOR = "for"
        AGAINST = "against"

    hypothesis = models.ForeignKey(Hypothesis, models.CASCADE, related_name="+")
    highlight = models.ForeignKey(Highlight, models.CASCADE, related_name="evidence")
    side = models.CharField(max_length=10, choices=Side)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.side} {self.hypothesis_id}"


class Skill(Owned):
    """A skill by name; `level` is where I stand, empty until I say."""

    class Level(models.TextChoices):
        HAVE = "have"
        WEAK = "weak"
        MISSING = "missing"

    name = models.CharField(max_length=120)
    key = models.CharField(max_length=120)
    level = models.CharField(max_length=10, choices=Level, blank=True)
    on_resume = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta(Owned.Meta):
        indexes = [models.Index("workspace", "key", name="skill_key")]

    def __str__(self) -> str:
        return self.name


class SkillMention(Owned):
    """Somebody named a skill; with the words and the day."""

    skill = models.ForeignKey(Skill, models.CASCADE, related_name="mentions")
    exploration = models.ForeignKey(Exploration, models.SET_NULL, null=True, related_name="+")
    conversation = models.ForeignKey(Conversation, models.SET_NULL, null=True, related_name="+")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    note_uid = models.UUIDField(null=True, blank=True)
    quote = models.TextField(blank=True)
    said_on = models.DateField()

    def __str__(self) -> str:
        return self.quote[:60]


class Action(Owned):
    """Something to do about a gap or an insight, with a day."""

    exploration = models.ForeignKey(Exploration, models.SET_NULL, null=True, related_name="+")
    skill = models.ForeignKey(Skill, models.CASCADE, null=True, blank=True, related_name="actions")
    text = models.CharField(max_length=400)
    due_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.text


class ResumeLine(Owned):
    """A line to add to or change in the résumé or cover letter, citing the note it rests on."""

    class Kind(models.TextChoices):
        RESUME = "resume"
        COVER_LETTER = "cover-letter"

    exploration = models.ForeignKey(Exploration, models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(max_length=15, choices=Kind)
    text = models.CharField(max_length=500)
    highlight = models.ForeignKey(
        Highlight, models.SET_NULL, null=True, blank=True, related_name="resume_lines"
    )
    done_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.text


class Opening(Owned):
    """An unadvertised opportunity that somebody mentioned of their own accord."""

    exploration = models.ForeignKey(Exploration, models.SET_NULL, null=True, related_name="+")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    conversation = models.ForeignKey(Conversation, models.SET_NULL, null=True, related_name="+")
    note_uid = models.UUIDField(null=True, blank=True)
    text = models.CharField(max_length=500)
    status = models.CharField(max_length=20, blank=True)
    said_on = models.DateField()

    def __str__(self) -> str:
        return self.text
