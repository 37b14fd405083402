"""Writes on who led to whom and on staying in touch."""

from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Q

from askwell.coach.cadence import EventKind
from askwell.explorations.models import Exploration
from askwell.meetings.models import Conversation
from askwell.meetings.selectors import people_of
from askwell.network import selectors
from askwell.network.lines import Named
from askwell.network.models import Introduction, Share
from askwell.outreach import operations as outreach
from askwell.people import journal
from askwell.people.models import Person, Source
from askwell.people.operations import add_person
from askwell.people.scrub import pattern_of, scrub
from askwell.workspaces.access import Scope
from askwell.workspaces.operations import throw_away, undo_url

MOST_OPEN = 500
"""How many introductions are looked at in one go."""


@transaction.atomic
def introduce(
    scope: Scope,
    *,
    uid: UUID,
    source: Person,
    target: Person,
    now: datetime,
    kind: str = Introduction.Kind.NAMED,
    exploration: Exploration | None = None,
    talk: Conversation | None = None,
    may_use_name: bool = False,
) -> Introduction:
    """`source` named or introduced `target`; the same `uid` twice is one introduction.

    Following the name becomes a step of the source until the target is asked.
    """
    row, made = Introduction.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid,
        defaults={
            "source": source,
            "target": target,
            "exploration": exploration,
            "conversation": talk,
            "kind": kind,
            "may_use_name": may_use_name,
            "named_at": now,
        },
    )
    if made:
        _about(scope, row, EventKind.NAMED, now)
    return row


@transaction.atomic
def name_somebody(
    scope: Scope,
    *,
    uid: UUID,
    source: Person,
    named: Named,
    exploration: Exploration | None,
    ask_them: bool,
    now: datetime,
    talk: Conversation | None = None,
) -> Introduction | None:
    """Somebody named, in a talk or elsewhere, becomes a person, once, with an introduction.

    A person of exactly this name is taken for the same one, if there is only one. With `ask_them`
    they are chosen to be asked, unless they said no or are in play already. None when the name is
    empty or is the source's own.
    """
    if not named.name or named.name.casefold() == source.name.casefold():
        return None
    known = selectors.people_named(scope, [named.name]).get(named.name.casefold(), [])
    target = known[0] if len(known) == 1 else None
    target = target or add_person(
        scope,
        uid=uuid5(uid, "person"),
        name=named.name,
        now=now,
        role=named.about,
        source=Source.REFERRAL,
        source_detail=source.name,
    )
    row = introduce(
        scope,
        uid=uid,
        source=source,
        target=target,
        exploration=exploration,
        talk=talk,
        now=now,
    )
    if ask_them:
        choose(scope, target=target, exploration=exploration, now=now)
        follow(scope, introduction=row, now=now)
    return row


@transaction.atomic
def choose(scope: Scope, *, target: Person, exploration: Exploration | None, now: datetime) -> bool:
    """Choose somebody who was named; False when they said no, or never, or are in play already."""
    if selectors.not_to_ask(scope, [target]) or selectors.in_play(scope, [target], exploration):
        return False
    outreach.choose(scope, person=target, exploration=exploration, now=now, insist=True)
    return True


@transaction.atomic
def follow(scope: Scope, *, introduction: Introduction, now: datetime) -> None:
    """The name was followed (or let go): it is no step of the source any more. Twice is harmless."""
    _once(scope, introduction, EventKind.NAME_FOLLOWED, now)


@transaction.atomic
def open_loops(scope: Scope, *, talk: Conversation, now: datetime) -> list[Introduction]:
    """A talk is over: whoever led me to its people is owed word of how it went.

    Opens a loop once per introduction, and never for a source who was in the talk.
    """
    people = people_of(talk)
    waiting = selectors.introductions(scope).filter(target__in=people, told_at=None)
    rows = list(waiting.exclude(source__in=people))
    known = selectors.journal_refs(scope, EventKind.LOOP_OPENED, [row.uid for row in rows])
    fresh = [row for row in rows if str(row.uid) not in known]
    for row in fresh:
        follow(scope, introduction=row, now=now)
        _about(scope, row, EventKind.LOOP_OPENED, now)
    return fresh


@transaction.atomic
def told(scope: Scope, *, introduction: Introduction, now: datetime) -> None:
    """I told them how it went, without a letter from here. Twice is harmless."""
    _once(scope, introduction, EventKind.LOOP_TOLD, now)
    if introduction.told_at is None:
        introduction.told_at = now
        introduction.save(update_fields=["told_at"])


@transaction.atomic
def catch_up(scope: Scope, *, now: datetime) -> None:
    """Bring introductions up to what happened elsewhere; Today calls this first.

    A name counts as followed once its person was chosen, asked, met or refused; a loop opens when
    a talk with them took place; a letter that told the source closes it. Three reads when nothing
    is to be done, whatever the number of introductions.
    """
    rows = list(selectors.introductions(scope).filter(told_at=None)[:MOST_OPEN])
    if not rows:
        return
    known = selectors.loop_events(scope, rows)
    deeds = selectors.deeds_of(scope, [row.target for row in rows])
    for row in rows:
        done, ref = deeds.get(row.target_id, {}), str(row.uid)
        followed = any(at >= row.named_at for at in done.values())
        if followed and (EventKind.NAME_FOLLOWED, ref) not in known:
            _about(scope, row, EventKind.NAME_FOLLOWED, now)
        talked_at = done.get(EventKind.TALK_ENDED)
        if talked_at and talked_at >= row.named_at and (EventKind.LOOP_OPENED, ref) not in known:
            _about(scope, row, EventKind.LOOP_OPENED, now)
    said = [row.pk for row in rows if (EventKind.LOOP_TOLD, str(row.uid)) in known]
    Introduction.objects.filter(pk__in=said, told_at=None).update(told_at=now)


@transaction.atomic
def drop_introduction(scope: Scope, *, introduction: Introduction, now: datetime) -> str:
    """Throw an introduction away with the steps it gave the source; the address takes all back."""
    thrown = throw_away(
        scope,
        rows=Introduction.objects.filter(workspace=scope.workspace, pk=introduction.pk),
        kind="introduction",
        label=f"{introduction.source.name} → {introduction.target.name}",
        now=now,
        also=[selectors.steps_given(scope, introduction)],
    )
    journal.rebuild(scope, [introduction.source_id], now)
    return undo_url(thrown)


def _once(scope: Scope, row: Introduction, kind: EventKind, now: datetime) -> None:
    if not selectors.journal_refs(scope, kind, [row.uid]):
        _about(scope, row, kind, now)


def _about(scope: Scope, row: Introduction, kind: EventKind, now: datetime) -> None:
    """An entry about this introduction in the journal of the one who named somebody."""
    journal.record(
        scope,
        person=row.source,
        exploration=row.exploration,
        kind=kind,
        at=now,
        now=now,
        data={"ref": str(row.uid)},
    )


@transaction.atomic
def forget(scope: Scope, *, person: Person, keep_quotes: bool) -> None:
    """Remove who named them and whom they named, and their name from what is kept beside it.

    Nothing here is a quote of a talk, so `keep_quotes` changes nothing.
    """
    rows = Introduction.objects.filter(workspace=scope.workspace)
    rows.filter(Q(source=person) | Q(target=person)).delete()
    pattern = pattern_of(person)
    if pattern is not None:
        scrub(Share.objects.filter(workspace=scope.workspace), pattern, ("text", "url"))
        named = Person.objects.filter(workspace=scope.workspace, source=Source.REFERRAL)
        scrub(named.exclude(pk=person.pk), pattern, ("source_detail",))
