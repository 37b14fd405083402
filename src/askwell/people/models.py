"""People, the organizations they work at, what is known about them, and the journal of contact."""

from django.db import models
from django.db.models import Q

from askwell.explorations.models import Exploration
from askwell.people.same_models import Likeness, Merge, MergeChange, Verdict
from askwell.workspaces.models import Owned, User

__all__ = [
    "ContactPoint", "Education", "Event", "ForgottenKey", "ImportBatch", "ImportRow", "Likeness",
    "Merge", "MergeChange", "Note", "Organization", "OrganizationName", "Person", "Position",
    "Reading", "SearchEntry", "Source", "Standing", "Verdict",
]  # fmt: skip


class Organization(Owned):
    """An employer, school or association; `key` is the folded name without legal forms."""

    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300)
    website = models.CharField(max_length=500, blank=True)
    about = models.TextField(blank=True)
    origin = models.JSONField(default=dict, blank=True)
    merged_into = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()

    class Meta(Owned.Meta):
        indexes = [models.Index("workspace", "key", name="organization_key")]

    def __str__(self) -> str:
        return self.name


class OrganizationName(Owned):
    """Another name of an organization: an earlier one, an abbreviation. Imports go by it, too."""

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="names")
    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300)
    created_at = models.DateTimeField()

    class Meta(Owned.Meta):
        indexes = [models.Index("workspace", "key", name="organization_name_key")]

    def __str__(self) -> str:
        return self.name


class Source(models.TextChoices):
    """How the person is known or was found."""

    COLLEAGUE = "former-colleague"
    MANAGER = "manager"
    EMPLOYER = "employer"
    FAMILY = "family"
    FRIEND = "friend"
    CLASSMATE = "classmate"
    TEACHER = "teacher"
    ALUMNI = "alumni"
    SOCIAL = "social"
    ASSOCIATION = "association"
    EVENT = "event"
    REFERRAL = "referral"
    IMPORT = "import"
    OTHER = "other"


class Person(Owned):
    """One human being, once. A first name is enough.

    `name` is how the list shows them, `greeting` how a letter addresses them, `sort_key` folded
    for order and paging. `zone` is an IANA name. `merged_into` keeps the loser of a merge.
    """

    name = models.CharField(max_length=300)
    given = models.CharField(max_length=150, blank=True)
    family = models.CharField(max_length=150, blank=True)
    honorific = models.CharField(max_length=50, blank=True)
    greeting = models.CharField(max_length=150, blank=True)
    sort_key = models.CharField(max_length=300)
    headline = models.CharField(max_length=300, blank=True)
    role = models.CharField(max_length=300, blank=True)
    organization = models.ForeignKey(
        Organization, models.SET_NULL, null=True, blank=True, related_name="people"
    )
    place = models.CharField(max_length=200, blank=True)
    zone = models.CharField(max_length=60, blank=True)
    language = models.CharField(max_length=20, blank=True)
    birthday = models.CharField(max_length=20, blank=True)
    source = models.CharField(max_length=30, choices=Source, default=Source.OTHER)
    source_detail = models.CharField(max_length=300, blank=True)
    how_known = models.TextField(blank=True)
    happy_to_talk = models.BooleanField(default=False)
    connected_on = models.DateField(null=True, blank=True)
    labels = models.JSONField(default=list, blank=True)
    origin = models.JSONField(default=dict, blank=True)
    merged_into = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    class Meta(Owned.Meta):
        indexes = [
            models.Index(
                "workspace", "sort_key", "id", name="person_list", condition=Q(merged_into=None)
            ),
            models.Index("workspace", "organization", name="person_organization"),
            models.Index("workspace", "source", "sort_key", "id", name="person_source"),
            models.Index(
                "workspace",
                "connected_on",
                name="person_met_on",
                condition=Q(connected_on__isnull=False),
            ),
            models.Index("workspace", name="person_glad", condition=Q(happy_to_talk=True)),
        ]

    def __str__(self) -> str:
        return self.name


class ContactPoint(Owned):
    """A way to reach somebody; `key` is the normalised value used to recognise them again."""

    class Kind(models.TextChoices):
        EMAIL = "email"
        PHONE = "phone"
        LINK = "link"
        ADDRESS = "address"
        VCARD_UID = "vcard-uid"

    person = models.ForeignKey(Person, models.CASCADE, related_name="contacts")
    kind = models.CharField(max_length=20, choices=Kind)
    value = models.CharField(max_length=600)
    key = models.CharField(max_length=600)
    label = models.CharField(max_length=100, blank=True)
    is_primary = models.BooleanField(default=False)
    works = models.BooleanField(default=True)

    class Meta(Owned.Meta):
        indexes = [models.Index("workspace", "kind", "key", name="contact_key")]

    def __str__(self) -> str:
        return self.value


class Position(Owned):
    """A job somebody has or had. Dates are partial (`2023`, `2023-01`), as they were given."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="positions")
    organization = models.ForeignKey(
        Organization, models.SET_NULL, null=True, blank=True, related_name="positions"
    )
    title = models.CharField(max_length=300, blank=True)
    started = models.CharField(max_length=10, blank=True)
    ended = models.CharField(max_length=10, blank=True)
    is_current = models.BooleanField(default=True)
    seen_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.title


class Education(Owned):
    """A degree or course of somebody; dates partial, as given.

    `school` is the text as written. `organization` is the school it means: filled in later, so that
    one who writes educations needs to know nothing of it.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="educations")
    school = models.CharField(max_length=300)
    organization = models.ForeignKey(
        Organization, models.SET_NULL, null=True, blank=True, related_name="educations"
    )
    degree = models.CharField(max_length=300, blank=True)
    started = models.CharField(max_length=10, blank=True)
    ended = models.CharField(max_length=10, blank=True)

    def __str__(self) -> str:
        return self.school


class Reading(Owned):
    """One thing read about somebody's work before asking; public professional facts only."""

    class Kind(models.TextChoices):
        ROLE = "role"
        ORGANIZATION = "organization"
        MISSION = "mission"
        RECENT_WORK = "recent-work"
        SHARED_GROUND = "shared-ground"
        LINK = "link"
        ANSWERED = "answered"

    person = models.ForeignKey(Person, models.CASCADE, related_name="readings")
    kind = models.CharField(max_length=20, choices=Kind)
    text = models.TextField(blank=True)
    url = models.CharField(max_length=800, blank=True)
    created_at = models.DateTimeField()

    class Meta(Owned.Meta):
        ordering = ["kind", "pk"]

    def __str__(self) -> str:
        return self.text[:60]


class Note(Owned):
    """A free note about somebody, outside of any talk."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="notes")
    text = models.TextField()
    created_at = models.DateTimeField()

    class Meta(Owned.Meta):
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.text[:60]


class Event(Owned):
    """The journal: something that happened with somebody. Append-only; kinds in `coach.cadence`.

    `data` is a small payload without free text (uids, dates, numbers, enum words). An undo appends
    a `retracted` event that names the uid of the one it takes back.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="events")
    exploration = models.ForeignKey(Exploration, models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(max_length=30)
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    actor = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    data = models.JSONField(default=dict, blank=True)

    class Meta(Owned.Meta):
        ordering = ["at", "recorded_at", "pk"]
        indexes = [
            models.Index("person", "at", name="event_person"),
            models.Index("workspace", "kind", "at", name="event_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d}"


class Standing(models.Model):
    """Derived from the journal, one row per (person, exploration or none); never exported.

    `step` empty means: nothing is due (resting). `due_at` is when the step should be done,
    `shown_from` the earliest moment Today may offer it, `changes_at` when time alone changes it.
    """

    workspace = models.ForeignKey("workspaces.Workspace", models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="standings")
    exploration = models.ForeignKey(Exploration, models.CASCADE, null=True, related_name="+")
    stage = models.CharField(max_length=20)
    step = models.CharField(max_length=30, blank=True)
    reason = models.CharField(max_length=60, blank=True)
    reason_data = models.JSONField(default=dict, blank=True)
    ref_uid = models.UUIDField(null=True)
    due_at = models.DateTimeField(null=True)
    shown_from = models.DateTimeField(null=True)
    changes_at = models.DateTimeField(null=True)
    more = models.PositiveSmallIntegerField(default=0)
    waiting = models.BooleanField(default=False)
    last_touch_at = models.DateTimeField(null=True)
    met = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint("person", "exploration", name="standing_once"),
            models.UniqueConstraint(
                "person", name="standing_once_none", condition=Q(exploration=None)
            ),
            models.CheckConstraint(
                condition=Q(step="") | Q(due_at__isnull=False), name="standing_step_has_due"
            ),
        ]
        indexes = [
            models.Index("workspace", "due_at", name="standing_due", condition=~Q(step="")),
            models.Index("workspace", "changes_at", name="standing_changes"),
            models.Index("workspace", "stage", name="standing_stage"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.stage} {self.step}"


class ImportBatch(Owned):
    """One import, visible from upload to undo; the state row of its job (lease and all)."""

    class State(models.TextChoices):
        UPLOADED = "uploaded"
        PREVIEWED = "previewed"
        RUNNING = "running"
        DONE = "done"
        UNFINISHED = "unfinished"
        UNDOING = "undoing"
        UNDONE = "undone"
        FAILED = "failed"

    state = models.CharField(max_length=20, choices=State, default=State.UPLOADED)
    files = models.JSONField(default=list)
    digest = models.CharField(max_length=64, blank=True)
    counts = models.JSONField(default=dict, blank=True)
    problems = models.JSONField(default=list, blank=True)
    progress = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"import {self.uid}"


class ImportRow(Owned):
    """One record of a file, raw, with what became of it; `before` undoes an update.

    `key` is a digest of a record that has no identity key of its own (name only), so that the same
    file read twice is recognised; empty for all others.
    """

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="rows")
    file = models.CharField(max_length=200, blank=True)
    line = models.PositiveIntegerField(default=0)
    outcome = models.CharField(max_length=12)
    reason = models.CharField(max_length=300, blank=True)
    key = models.CharField(max_length=40, blank=True)
    raw = models.JSONField(default=dict)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    before = models.JSONField(default=dict, blank=True)

    class Meta(Owned.Meta):
        indexes = [models.Index("workspace", "key", name="import_row_key", condition=~Q(key=""))]

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.outcome}"


class SearchEntry(models.Model):
    """What search finds: one row per thing, text folded and cut into tokens in Python. Derived.

    The full-text index over the two token columns is made by migration 0002; only
    `people/search.py` writes here.
    """

    workspace = models.ForeignKey("workspaces.Workspace", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    uid = models.UUIDField()
    person_uid = models.UUIDField(null=True)
    title = models.CharField(max_length=400)
    body = models.TextField(blank=True)
    title_tokens = models.TextField(blank=True)
    body_tokens = models.TextField(blank=True)
    at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("workspace", "kind", "uid", name="search_entry_once")
        ]
        indexes = [models.Index("workspace", "person_uid", name="search_entry_person")]

    def __str__(self) -> str:
        return f"{self.kind} {self.title}"


class ForgottenKey(Owned):
    """HMAC of an identity key of somebody who was forgotten, so that no import brings them back."""

    digest = models.CharField(max_length=64)

    class Meta(Owned.Meta):
        indexes = [models.Index("workspace", "digest", name="forgotten_digest")]

    def __str__(self) -> str:
        return self.digest[:8]
