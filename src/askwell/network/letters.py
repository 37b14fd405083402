"""What letters after a talk may state, and the letters themselves as drafts to read and send."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from askwell.insights.selectors import highlights
from askwell.meetings import selectors as talks
from askwell.meetings.models import Conversation, Recall, RoomNote
from askwell.network import selectors
from askwell.network.keeping import track_of
from askwell.network.models import Introduction, Share
from askwell.outreach.compose import Fact
from askwell.outreach.models import Letter, LetterKind, Promise
from askwell.outreach.operations import draft
from askwell.people.models import Person
from askwell.workspaces.access import Scope

LATE_AFTER_HOURS = 24
SHARES_OFFERED = 10
PASSAGES_OFFERED = 5


def letter_facts(
    scope: Scope, *, kind: str, person: Person, now: datetime, ref: UUID | None = None
) -> list[Fact]:
    """Facts for a letter to somebody I talked with. `ref` names the talk (thanks), the introduction
    (update) or the thing to share (check-in); each fact carries the row it came from."""
    if kind == LetterKind.THANKS and ref is not None:
        return list(_thanks(scope, person, ref, now))
    if kind == LetterKind.UPDATE and ref is not None:
        return list(_update(scope, person, ref))
    if kind == LetterKind.CHECK_IN:
        return list(_share(scope, ref))
    return []


def _thanks(scope: Scope, person: Person, ref: UUID, now: datetime) -> Iterator[Fact]:
    talk = talks.get_talk(scope, ref)
    named = selectors.introductions(scope).filter(conversation=talk, source=person)
    names = [row.target.name for row in named.order_by("pk")]
    facts = talks.letter_facts(scope, person, talk, now)
    yield from (fact for fact in facts if not names or fact.name != "recall.named")
    for row in highlights(scope).filter(conversation=talk, person=person)[:PASSAGES_OFFERED]:
        yield Fact("recall.struck", row.text, _("a passage you marked"), str(row.uid))
    if names:
        label = _("before I forget")
        yield Fact("recall.named", get_text_list(names, _("and")), label, str(talk.uid))
    said = " ".join(fact.text for fact in facts if fact.name == "recall.will_do")
    for promise in _promises(scope, person, talk):
        if promise.text.rstrip(" .") in said:
            continue  # "what I will do" says it already
        name = "promise.mine" if promise.side == Promise.Side.MINE else "promise.theirs"
        yield Fact(name, promise.text.rstrip(" ."), _("promises"), str(promise.uid))


def _promises(scope: Scope, person: Person, talk: Conversation) -> list[Promise]:
    notes = RoomNote.objects.filter(conversation=talk).values("uid")
    rows = Promise.objects.filter(workspace=scope.workspace, person=person, dropped_at=None)
    made = rows.filter(ref_uid=talk.uid) | rows.filter(ref_uid__in=notes)
    return list(made.order_by("pk")[:10])


def _update(scope: Scope, person: Person, ref: UUID) -> Iterator[Fact]:
    row = selectors.introductions(scope).filter(uid=ref, source=person).first()
    if row is None:
        return
    yield Fact("referral.name", row.target.name, _("who led to whom"), str(row.uid))
    learned = Recall.objects.filter(
        workspace=scope.workspace, conversation__participants__person=row.target
    )
    for recall in learned.exclude(struck="").order_by("-at")[:1]:
        label = _("before I forget")
        yield Fact("referral.learned", talks.one_line(recall.struck), label, str(recall.uid))


def _share(scope: Scope, ref: UUID | None) -> Iterator[Fact]:
    rows = list(selectors.shares(scope)[:SHARES_OFFERED])
    for row in sorted(rows, key=lambda share: share.uid != ref):
        yield Fact("share.item", row.text.rstrip(" ."), _("things to share"), str(row.uid))
        if row.url:
            yield Fact("share.link", row.url, _("things to share"), str(row.uid))


@transaction.atomic
def thank(scope: Scope, *, talk: Conversation, person: Person, now: datetime) -> Letter:
    """Begin the thank-you for a talk, or take up the one begun; a late one has words for it."""
    ended = talk.ended_at or talk.starts_at
    late = (now - ended).total_seconds() > LATE_AFTER_HOURS * 3600
    return draft(
        scope,
        kind=LetterKind.THANKS,
        person=person,
        exploration=talk.exploration,
        facts=letter_facts(scope, kind=LetterKind.THANKS, person=person, now=now, ref=talk.uid),
        conversation_uid=talk.uid,
        choices={"late": late},
        now=now,
    )


@transaction.atomic
def tell(scope: Scope, *, introduction: Introduction, now: datetime) -> Letter:
    """Begin the letter that tells whoever named somebody how it went."""
    person = introduction.source
    return draft(
        scope,
        kind=LetterKind.UPDATE,
        person=person,
        exploration=introduction.exploration,
        facts=letter_facts(
            scope, kind=LetterKind.UPDATE, person=person, now=now, ref=introduction.uid
        ),
        ref_uid=introduction.uid,
        now=now,
    )


@transaction.atomic
def say_hello(scope: Scope, *, person: Person, share: Share | None, now: datetime) -> Letter:
    """Begin a few lines to somebody I have met, with something to share if there is any."""
    ref = share.uid if share else None
    return draft(
        scope,
        kind=LetterKind.CHECK_IN,
        person=person,
        exploration=track_of(scope, person),
        facts=letter_facts(scope, kind=LetterKind.CHECK_IN, person=person, now=now, ref=ref),
        now=now,
    )
