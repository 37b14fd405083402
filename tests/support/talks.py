"""A talk to test with: somebody, a question, a conversation that took place, notes of the room."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from askwell.coach.cadence import EventKind
from askwell.explorations.models import Exploration
from askwell.explorations.operations import ask
from askwell.meetings.models import Conversation, Participant, RoomNote
from askwell.people import journal
from askwell.people.models import Person
from askwell.people.operations import add_person
from askwell.plumbing.ids import new_uid
from askwell.questions.models import Agenda, AgendaItem
from askwell.workspaces.access import Scope


def question(scope: Scope, now: datetime, topic: str = "data journalism") -> Exploration:
    """A question in this notebook."""
    return ask(scope, uid=new_uid(), topic=topic, now=now)


def held_talk(
    scope: Scope,
    now: datetime,
    *people: Person | str,
    exploration: Exploration | None = None,
    ago: timedelta = timedelta(hours=1),
) -> Conversation:
    """A talk of half an hour that ended `ago`, in everybody's journal; names become people."""
    start = now - ago - timedelta(minutes=30)
    talk = Conversation.objects.create(
        workspace=scope.workspace,
        exploration=exploration,
        state=Conversation.State.HELD,
        starts_at=start,
        minutes=30,
        zone="UTC",
        started_at=start,
        ended_at=now - ago,
        changed_at=now,
    )
    for one in people:
        person = add_person(scope, name=one, now=now) if isinstance(one, str) else one
        Participant.objects.create(workspace=scope.workspace, conversation=talk, person=person)
        journal.record(
            scope,
            person=person,
            exploration=exploration,
            kind=EventKind.TALK_ENDED,
            at=now - ago,
            now=now,
            data={"talk": str(talk.uid), "starts_at": start.isoformat(), "minutes": 30},
        )
    return talk


def note(
    talk: Conversation,
    text: str,
    tag: str = RoomNote.Tag.NOTE,
    *,
    item: AgendaItem | None = None,
    speaker: Person | None = None,
) -> RoomNote:
    """A note typed in the room."""
    return RoomNote.objects.create(
        workspace=talk.workspace,
        conversation=talk,
        text=text,
        tag=tag,
        agenda_item=item,
        speaker=speaker,
        created_at=talk.starts_at,
    )


def asked(talk: Conversation, keys: Sequence[tuple[str, str]]) -> list[AgendaItem]:
    """The agenda of a talk: (key, question) in order."""
    agenda = Agenda.objects.create(
        workspace=talk.workspace, exploration=talk.exploration, created_at=talk.starts_at
    )
    Conversation.objects.filter(pk=talk.pk).update(agenda=agenda)
    return [
        AgendaItem.objects.create(
            workspace=talk.workspace, agenda=agenda, key=key, text=text, position=place
        )
        for place, (key, text) in enumerate(keys)
    ]
