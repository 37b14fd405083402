"""The sample notebook: invented people in every state, told through the real operations.

The words are in `content/<lang>/sample.toml`; days count from today. Nothing is written that the
application could not have written itself, so the sample is also a rehearsal of every operation.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid5
from zoneinfo import ZoneInfo

from django.db import transaction

from askwell.coach.cadence import EventKind
from askwell.explorations import operations as explorations
from askwell.explorations.models import Exploration
from askwell.insights import operations as insights
from askwell.meetings import operations as meetings
from askwell.meetings.models import Conversation
from askwell.meetings.operations.room import Typed
from askwell.meetings.selectors import letter_facts
from askwell.network.recall import Remembered, take_up
from askwell.network.selectors import offered_notes
from askwell.outreach import operations as outreach
from askwell.outreach.selectors import promises_of
from askwell.people import journal
from askwell.people import operations as people
from askwell.people import selectors as persons
from askwell.people.models import Person
from askwell.plumbing import content
from askwell.plumbing.ids import new_uid
from askwell.questions import bank
from askwell.questions import operations as questions
from askwell.workspaces.access import Scope
from askwell.workspaces.operations import change_settings
from askwell.workspaces.settings import Me

Entry = dict[str, Any]
ZONE = "Europe/London"


@transaction.atomic
def build(scope: Scope, today: date) -> None:
    """Fill an empty notebook with the sample, relative to `today`."""
    _Sample(scope, today).tell()


class _Sample:
    """Tells one notebook's story, oldest things first."""

    def __init__(self, scope: Scope, today: date) -> None:
        self.scope = scope
        self.zero = datetime.combine(today, time(9), ZoneInfo(ZONE))
        self.words = content.toml("askwell.transfer", "sample.toml")

    def day(self, number: float) -> datetime:
        """Nine in the morning, so many days from today."""
        return self.zero + timedelta(days=number)

    def tell(self) -> None:
        cadence = replace(self.scope.settings.cadence, zone=ZONE)
        change_settings(self.scope, me=Me(**self.words["me"]), cadence=cadence)
        self.question = self._ask()
        for entry in sorted(self.words["person"], key=lambda e: e.get("asked", 0)):
            person = self._person(entry)
            if story := entry.get("story"):
                _STORIES[story](self, person, entry)
        self._about_me()

    def _ask(self) -> Exploration:
        words, start = self.words, self.day(-70)
        row = explorations.ask(self.scope, uid=new_uid(), topic=words["topic"], now=start)
        explorations.edit(
            self.scope,
            exploration=row,
            topic=row.topic,
            sentence=row.sentence,
            why=words["why"],
            weekly_minutes=180,
            targets={kind: words[f"{kind}s"] for kind in ("role", "organization", "place")},
        )
        for text in words["beliefs"]:
            explorations.believe(self.scope, exploration=row, uid=new_uid(), text=text, now=start)
        for entry in words["confidence"]:
            explorations.set_confidence(
                self.scope,
                exploration=row,
                value=entry["value"],
                reason=entry["reason"],
                now=self.day(entry["day"]),
            )
        return row

    def _about_me(self) -> None:
        for entry in self.words["offer"]:
            outreach.offer(self.scope, uid=new_uid(), text=entry["text"], now=self.day(-60))
        for entry in self.words["skill"]:
            skill = insights.skill_named(self.scope, name=entry["name"], now=self.day(-20))
            insights.set_level(self.scope, skill=skill, level=entry["level"])
            if "action" in entry:
                due = self.day(entry["due"]).date()
                insights.plan(
                    self.scope,
                    uid=new_uid(),
                    text=entry["action"],
                    due_on=due,
                    skill=skill,
                    exploration=self.question,
                    now=self.day(-20),
                )

    def _person(self, entry: Entry) -> Person:
        when = self.day(entry.get("asked", -30) - 3)
        person = persons.people(self.scope).filter(name=entry["name"]).first()
        person = person or people.add_person(self.scope, name=entry["name"], now=when)
        fields = {
            "organization": entry["organization"],
            "role": entry["role"],
            "source": entry["source"],
            "source_detail": entry.get("source_detail", ""),
            "place": entry.get("city", ""),
            "zone": entry.get("zone", ""),
            "happy_to_talk": entry.get("happy_to_talk", False),
        }
        people.edit_person(self.scope, person=person, fields=fields, now=when)
        if email := entry.get("email"):
            people.add_contact(
                self.scope, person=person, uid=new_uid(), kind="email", value=email, now=when
            )
        if text := entry.get("reading"):
            people.add_reading(
                self.scope,
                person=person,
                uid=new_uid(),
                kind="recent-work",
                text=text,
                url="",
                now=when,
            )
        return person

    def record(self, person: Person, kind: EventKind, at: datetime) -> None:
        journal.record(
            self.scope, person=person, exploration=self.question, kind=kind, at=at, now=at
        )

    # -- asking -----------------------------------------------------------------------------------

    def choose(self, person: Person, at: datetime) -> None:
        outreach.choose(self.scope, person=person, exploration=self.question, now=at, insist=True)

    def chosen(self, person: Person, entry: Entry) -> None:
        self.choose(person, self.day(-2))

    def read(self, person: Person, entry: Entry) -> None:
        self.choose(person, self.day(-4))
        self.record(person, EventKind.READ, self.day(-3))

    def asked(self, person: Person, entry: Entry) -> None:
        self.choose(person, self.day(entry["asked"] - 2))
        self.record(person, EventKind.READ, self.day(entry["asked"] - 1))
        self.send(person, "request", self.day(entry["asked"]))

    def send(
        self, person: Person, kind: str, at: datetime, talk: Conversation | None = None
    ) -> None:
        letter = outreach.draft(
            self.scope,
            kind=kind,
            person=person,
            exploration=self.question,
            conversation_uid=talk.uid if talk else None,
            facts=letter_facts(self.scope, person, talk, at) if talk else (),
            now=at,
        )
        outreach.mark_sent(self.scope, letter=letter, now=at)

    def came_back(self, person: Person, entry: Entry, kind: str) -> None:
        self.asked(person, entry)
        at = self.day(entry["asked"] + 1.2)
        until = self.day(entry["until"]).date() if "until" in entry else None
        outreach.outcome(
            self.scope,
            person=person,
            exploration=self.question,
            kind=kind,
            uid=new_uid(),
            until=until,
            now=at,
        )

    def yes(self, person: Person, entry: Entry) -> None:
        self.came_back(person, entry, "yes")

    def away(self, person: Person, entry: Entry) -> None:
        self.came_back(person, entry, "away")

    def bounced(self, person: Person, entry: Entry) -> None:
        self.came_back(person, entry, "bounced")

    def declined(self, person: Person, entry: Entry) -> None:
        self.came_back(person, entry, "no")
        self.send(person, "decline-reply", self.day(entry["asked"] + 1.5))

    def later(self, person: Person, entry: Entry) -> None:
        self.came_back(person, entry, "later")

    def reminded(self, person: Person, entry: Entry) -> None:
        self.asked(person, entry)
        self.send(person, "nudge", self.day(entry["asked"] + 11))

    def rested(self, person: Person, entry: Entry) -> None:
        self.reminded(person, entry)
        at = self.day(entry["asked"] + 22)
        outreach.rest(self.scope, person=person, exploration=self.question, now=at)

    def offered(self, person: Person, entry: Entry) -> None:
        outreach.open_asking(self.scope, person=person, exploration=self.question, now=self.day(-1))
        self.record(person, EventKind.OFFERED, self.day(-1))

    # -- talks ------------------------------------------------------------------------------------

    def booked(self, person: Person, entry: Entry) -> Conversation:
        self.came_back(person, entry, "yes")
        at = self.day(entry["asked"] + 3)
        starts = self.day(entry["talk"]) + timedelta(hours=1)
        agreed = meetings.Agreed(starts, 30, ZONE, entry.get("mode", "phone"))
        talk = meetings.book(
            self.scope,
            uid=new_uid(),
            people=[person],
            agreed=agreed,
            exploration=self.question,
            now=at,
        )
        agenda = meetings.make_plan(self.scope, talk=talk, now=at, fill=not entry.get("questions"))
        for key in entry.get("questions", []):
            question = next(q for q in bank.load().questions if q.key == key)
            questions.add_from_bank(self.scope, agenda=agenda, key=question.key)
        return talk

    def cancelled(self, person: Person, entry: Entry) -> None:
        talk = self.booked(person, entry | {"talk": 1})
        meetings.cancel(self.scope, talk=talk, now=self.day(entry["talk"]))

    def talked(self, person: Person, entry: Entry) -> Conversation:
        talk = self.booked(person, entry)
        meetings.mark_prepared(self.scope, talk=talk, now=self.day(entry["talk"] - 1))
        meetings.start(self.scope, talk=talk, now=talk.starts_at)
        self._notes(talk, entry)
        ended = talk.starts_at + timedelta(minutes=31)
        meetings.end(self.scope, talk=talk, now=ended)
        taken = {note.uid: note.text for note in offered_notes(self.scope, talk)}
        remembered = Remembered(struck=entry["struck"], will_do="", notes=taken, ask_them=False)
        take_up(self.scope, talk=talk, remembered=remembered, now=ended + timedelta(minutes=20))
        return talk

    def _notes(self, talk: Conversation, entry: Entry) -> None:
        items = list(talk.agenda.items.all()) if talk.agenda else []
        for number, (tag, seconds, text) in enumerate(entry["notes"]):
            item = items[number % len(items)] if items else None
            at = talk.starts_at + timedelta(seconds=seconds)
            if item is not None and item.asked_at is None:
                questions.mark_asked(self.scope, item=item, asked=True, now=at)
            typed = Typed(
                uid=uuid5(talk.uid, str(number)),
                revision=1,
                text=text,
                tag=tag,
                offset_seconds=seconds,
                agenda_item=item.uid if item else None,
            )
            meetings.keep_note(self.scope, talk=talk, typed=typed, now=at)

    def thanked(self, person: Person, entry: Entry) -> None:
        talk = self.talked(person, entry)
        after = talk.starts_at + timedelta(hours=20)
        self.send(person, "thanks", after, talk)
        if entry.get("kept"):
            for row in promises_of(self.scope, person):
                outreach.keep_promise(self.scope, promise=row, now=after + timedelta(days=3))
        if "surprised" not in entry:
            return
        answers = insights.LookBack(
            surprised=entry["surprised"], changed=entry["changed"], fit=entry["fit"]
        )
        insights.look_back(self.scope, talk=talk, answers=answers, now=after + timedelta(days=1))


_STORIES: dict[str, Callable[[_Sample, Person, Entry], object]] = {
    name: getattr(_Sample, name)
    for name in (
        "chosen", "read", "asked", "yes", "away", "bounced", "declined", "later", "reminded",
        "rested", "offered", "booked", "cancelled", "talked", "thanked",
    )
}  # fmt: skip
