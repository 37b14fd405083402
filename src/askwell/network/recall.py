"""Before I forget: what a talk left behind becomes promises, people, openings, skills, passages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.coach.cadence import EventKind
from askwell.explorations.operations import fold_key
from askwell.insights import operations as heard
from askwell.meetings import operations as talks
from askwell.meetings.models import Conversation, Recall, RoomNote
from askwell.meetings.selectors import people_of
from askwell.network import operations, selectors
from askwell.network.lines import filled, read_day, read_name
from askwell.outreach import operations as outreach
from askwell.outreach.models import Promise
from askwell.people.models import Person
from askwell.plumbing.errors import Refusal
from askwell.workspaces.access import Scope

EVENING = time(18)


class TooSoon(Refusal):
    """Nothing can be remembered of a talk that has not begun."""


@dataclass(frozen=True)
class Remembered:
    """The three prompts, and the notes of the room to take up (uid → words, as corrected)."""

    struck: str = ""
    will_do: str = ""
    who_else: str = ""
    due_on: date | None = None
    ask_them: bool = True
    notes: Mapping[UUID, str] = field(default_factory=dict)


@transaction.atomic
def take_up(scope: Scope, *, talk: Conversation, remembered: Remembered, now: datetime) -> Recall:
    """Keep the recall and make everything in it real, once, however often it is sent.

    A line makes one promise or one person; the same line sent again makes nothing new, a changed
    one is a new one. Each note of the room is taken up once. Whoever led me to the people of this
    talk is owed word of how it went.
    """
    _must_be_over(scope, talk, now)
    recall = _keep(scope, talk, remembered, now)
    heard.note_for_all(scope, talk=talk, kind=EventKind.RECALLED, now=now)
    taking = _Taking(scope, talk, remembered, now)
    for line in filled(remembered.will_do):
        taking.promise(line, uuid5(recall.uid, f"mine {fold_key(line)}"))
    for line in filled(remembered.who_else):
        taking.name(line, uuid5(recall.uid, f"named {fold_key(line)}"))
    for note in selectors.offered_notes(scope, talk).filter(uid__in=remembered.notes):
        taking.note(note)
    operations.open_loops(scope, talk=talk, now=now)
    talks.reindex(scope, [talk.uid])
    return recall


def _must_be_over(scope: Scope, talk: Conversation, now: datetime) -> None:
    """Writing it down says that the talk took place. Raises TooSoon for one still to come."""
    if talk.ended_at is None and talk.starts_at > now:
        raise TooSoon(_("This talk is still to come. Afterwards, write down here what struck you."))
    if talk.ended_at is None:
        talks.end(scope, talk=talk, now=now)


def _keep(scope: Scope, talk: Conversation, remembered: Remembered, now: datetime) -> Recall:
    recall, _made = Recall.objects.get_or_create(
        workspace=scope.workspace,
        conversation=talk,
        defaults={"uid": uuid5(talk.uid, "recall"), "at": now},
    )
    recall.struck = remembered.struck
    recall.will_do = remembered.will_do
    recall.who_else = remembered.who_else
    recall.save(update_fields=["struck", "will_do", "who_else"])
    return recall


class _Taking:
    """One recall while its lines become rows; uids come from the lines, so a repeat changes nothing."""

    def __init__(
        self, scope: Scope, talk: Conversation, remembered: Remembered, now: datetime
    ) -> None:
        self.scope = scope
        self.talk = talk
        self.remembered = remembered
        self.now = now
        self.people = people_of(talk)
        self.day = heard.said_on(talk)

    def note(self, note: RoomNote) -> None:
        """What the tag says becomes of the note; afterwards it is not offered again."""
        note.conversation = self.talk
        words = " ".join(self.remembered.notes[note.uid].split()) or note.text
        handled = self._row_of(note, words) or note.uid
        RoomNote.objects.filter(pk=note.pk, handled_uid=None).update(handled_uid=handled)

    def _row_of(self, note: RoomNote, words: str) -> UUID | None:
        uid = uuid5(note.uid, "taken up")
        speaker = heard.speaker_of(note)
        match note.tag:
            case RoomNote.Tag.QUOTE:
                passage = heard.mark_passage(self.scope, note=note, text=words, now=self.now)
                return passage.uid
            case RoomNote.Tag.SKILL:
                return self._skills(note, words)
            case RoomNote.Tag.OPENING:
                return heard.keep_opening(self.scope, note=note, text=words).uid
            case RoomNote.Tag.PERSON:
                return self.name(words, uid, speaker)
            case RoomNote.Tag.PROMISE:
                return self.promise(words, uid, person=speaker, ref=note.uid)
            case _:
                side = Promise.Side.THEIRS
                return self.promise(words, uid, side=side, person=speaker, ref=note.uid)

    def _skills(self, note: RoomNote, words: str) -> UUID | None:
        names = filled(words.replace(",", "\n"))
        made = [
            heard.mention_skill(self.scope, note=note, name=name, now=self.now) for name in names
        ]
        return made[0].uid if made else None

    def promise(
        self,
        line: str,
        uid: UUID,
        *,
        side: str = Promise.Side.MINE,
        person: Person | None = None,
        ref: UUID | None = None,
    ) -> UUID | None:
        """A promise with its day; None when nobody took part to whom it could be made."""
        person = person or self._addressee(line)
        if person is None:
            return None
        text, day = read_day(line, self.day)
        day = day or self.remembered.due_on or self.day + timedelta(days=7)
        due = datetime.combine(day, EVENING, ZoneInfo(self.talk.zone))
        row = outreach.promise(
            self.scope,
            uid=uid,
            person=person,
            exploration=self.talk.exploration,
            side=side,
            text=text,
            due_at=due,
            ref_uid=ref or self.talk.uid,
            now=self.now,
        )
        return row.uid

    def _addressee(self, line: str) -> Person | None:
        """Whom a promise was made to: the one whose first name is in the line, else the first."""
        words = set(fold_key(line).split())
        named = (p for p in self.people if p.given and set(fold_key(p.given).split()) <= words)
        return next(named, self.people[0] if self.people else None)

    def name(self, line: str, uid: UUID, source: Person | None = None) -> UUID | None:
        """Somebody they named; None when there is no name in the line."""
        source = source or (self.people[0] if self.people else None)
        if source is None:
            return None
        row = operations.name_somebody(
            self.scope,
            uid=uid,
            source=source,
            named=read_name(line),
            exploration=self.talk.exploration,
            talk=self.talk,
            ask_them=self.remembered.ask_them,
            now=self.now,
        )
        return row.uid if row else None
