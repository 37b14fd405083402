"""Writes on letters that are not sent yet: begin, keep what is typed, weave anew, refit."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.explorations.models import Exploration
from askwell.outreach import selectors
from askwell.outreach.channels import way
from askwell.outreach.compose import Choices, Composed, Fact, compose, find_blanks
from askwell.outreach.models import Channel, Letter, LetterKind
from askwell.outreach.operations.asking import may_be_asked, may_be_reminded
from askwell.outreach.operations.finding import forget_letter, index_letter
from askwell.people.models import Person
from askwell.people.operations import one_at_a_time
from askwell.plumbing.errors import Refusal
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope
from askwell.workspaces.operations import change_settings, throw_away, undo_url


class AlreadySent(Refusal):
    """A letter that went out is what it was."""


class BlanksLeft(Refusal):
    """A letter with a blank must not leave the notebook."""


@transaction.atomic
def draft(
    scope: Scope,
    *,
    kind: str,
    now: datetime,
    person: Person | None = None,
    exploration: Exploration | None = None,
    facts: Iterable[Fact] = (),
    channel: str = "",
    conversation_uid: UUID | None = None,
    ref_uid: UUID | None = None,
    choices: Mapping[str, Any] | None = None,
    uid: UUID | None = None,
    insist: bool = False,
) -> Letter:
    """Begin a letter of a kind from facts in the notebook, or take up the one already begun.

    Higher stages hand over what they know as `facts` (see `outreach.compose.known_facts`), the talk
    a thank-you is for as `conversation_uid`, the introduction an update is about as `ref_uid`, and
    `choices` such as ``late`` or ``missed``. The same `uid` twice is one letter; text that was
    changed by hand is never overwritten. `insist` allows a second gentle reminder, never a third.
    Raises Declined or EnoughReminders when the person must not be written to again.
    """
    one_at_a_time(person)
    if uid is not None:
        found = selectors.find_letter(scope, uid)
    else:
        found = selectors.open_draft(
            scope,
            person=person,
            exploration=exploration,
            kind=kind,
            conversation_uid=conversation_uid,
        )
    if found is not None:
        if found.sent_at is None and not is_edited(found):
            found.choices |= choices or {}
            _renew(scope, found, facts, now)
        return found
    letter = prepared(
        scope,
        kind=kind,
        now=now,
        person=person,
        exploration=exploration,
        facts=facts,
        channel=channel,
        conversation_uid=conversation_uid,
        ref_uid=ref_uid,
        choices=choices,
        uid=uid,
        insist=insist,
    )
    letter.save()
    index_letter(scope, letter)
    return letter


def prepared(
    scope: Scope,
    *,
    kind: str,
    now: datetime,
    person: Person | None = None,
    exploration: Exploration | None = None,
    facts: Iterable[Fact] = (),
    channel: str = "",
    conversation_uid: UUID | None = None,
    ref_uid: UUID | None = None,
    choices: Mapping[str, Any] | None = None,
    uid: UUID | None = None,
    insist: bool = False,
) -> Letter:
    """The letter as :func:`draft` would begin it, not kept yet: looking at a page keeps nothing.

    Raises as :func:`draft` does.
    """
    if kind in (*selectors.ASKING, LetterKind.NUDGE):
        may_be_asked(scope, person)
    if kind == LetterKind.NUDGE:
        may_be_reminded(scope, person, exploration, insist=insist)
    letter = Letter(
        workspace=scope.workspace,
        uid=uid or new_uid(),
        person=person,
        exploration=exploration,
        kind=kind,
        channel=channel or _usual_channel(scope, person, exploration),
        conversation_uid=conversation_uid,
        created_at=now,
        updated_at=now,
        choices={
            **(choices or {}),
            "given": selectors.dump_facts(facts),
            "ref": str(ref_uid or ""),
        },
    )
    if person is not None:
        letter.approach = selectors.open_approach(scope, person, exploration)
    letter.choices["picked"] = selectors.picked_at_first(ingredients_of(scope, letter))
    weave_in(scope, letter)
    return letter


@transaction.atomic
def keep(scope: Scope, *, letter: Letter, subject: str, body: str, now: datetime) -> Letter:
    """Keep what was typed. Raises AlreadySent when it differs from a letter that went out."""
    subject, body = subject[:300], body.replace("\r\n", "\n")
    if (letter.subject, letter.body) == (subject, body):
        return letter
    _must_be_draft(letter)
    letter.subject, letter.body, letter.updated_at = subject, body, now
    letter.save(update_fields=["subject", "body", "updated_at"])
    index_letter(scope, letter)
    return letter


@transaction.atomic
def weave(
    scope: Scope,
    *,
    letter: Letter,
    now: datetime,
    picked: Iterable[str],
    typed: Mapping[str, str],
    minutes: int,
    mode: str,
    sign_off: str = "",
) -> Letter:
    """Write the letter again from the choices on the left; the text before can be taken back."""
    _must_be_draft(letter)
    _remember(letter)
    known = {choice.key for choice in ingredients_of(scope, letter)}
    typed = _told_about_me(scope, typed)
    letter.choices |= {
        "picked": [key for key in dict.fromkeys(picked) if key in known],
        "typed": {name: text.strip()[:500] for name, text in typed.items() if text.strip()},
        "minutes": minutes,
        "mode": mode,
        "sign_off": sign_off,
    }
    weave_in(scope, letter)
    return _stored(scope, letter, now)


@transaction.atomic
def switch_channel(scope: Scope, *, letter: Letter, channel: str, now: datetime) -> Letter:
    """Send it another way: the text is refitted, and one of a different shape is written anew.

    Own words survive a switch between channels of the same shape; the text before can be taken back.
    """
    _must_be_draft(letter)
    if channel == letter.channel:
        return letter
    _remember(letter)
    old, new = way(letter.channel), way(channel)
    edited = is_edited(letter)
    letter.channel = new.key
    if not edited or new.rewrites or old.rewrites:
        weave_in(scope, letter)
    elif not new.has_subject:
        letter.subject = ""
    else:
        letter.subject = letter.subject or composed(scope, letter).subject
    return _stored(scope, letter, now)


@transaction.atomic
def take_back_text(scope: Scope, *, letter: Letter, now: datetime) -> Letter:
    """Undo the last weaving or switch: the text, the channel and the choices from before it."""
    _must_be_draft(letter)
    before = letter.choices.get("before")
    if before:
        letter.subject, letter.body = before["subject"], before["body"]
        letter.channel = before["channel"]
        letter.choices = {**before["choices"], "before": None}
        letter.save(update_fields=["subject", "body", "channel", "choices"])
        index_letter(scope, letter)
    return letter


@transaction.atomic
def dismiss(scope: Scope, *, letter: Letter, slug: str, reason: str = "") -> Letter:
    """ "Not here": a suggestion that will not be made again for this letter, and why."""
    known = {row["slug"] for row in letter.dismissed}
    if slug not in known:
        letter.dismissed = [*letter.dismissed, {"slug": slug[:60], "reason": reason[:200]}]
        letter.save(update_fields=["dismissed"])
    return letter


@transaction.atomic
def discard(scope: Scope, *, letter: Letter, now: datetime) -> str:
    """Throw a draft away; returns the address that takes it back. Raises AlreadySent."""
    _must_be_draft(letter)
    rows = Letter.objects.filter(workspace=scope.workspace, pk=letter.pk)
    label = letter.subject or letter.get_kind_display()
    forget_letter(scope, letter)
    return undo_url(throw_away(scope, rows=rows, kind="letter", label=label, now=now))


def composed(scope: Scope, letter: Letter) -> Composed:
    """The letter as its facts and choices would write it."""
    choices = replace(Choices.read(letter.choices), note_limit=scope.settings.note_limit)
    return compose(letter.kind, letter.channel, facts_of(scope, letter), choices)


def weave_in(scope: Scope, letter: Letter) -> None:
    """Put the composed text into the letter, and remember that no hand has touched it."""
    mark_composed(letter, composed(scope, letter))


def mark_composed(letter: Letter, fresh: Composed) -> Letter:
    """The letter with a text just composed, its facts beside it."""
    letter.subject, letter.body = fresh.subject[:300], fresh.body
    letter.facts = selectors.dump_facts(fresh.used_facts)
    letter.choices["digest"] = _digest(letter)
    return letter


def ingredients_of(scope: Scope, letter: Letter) -> list[selectors.Ingredient]:
    """The choices on the left of this letter."""
    given = selectors.read_facts(letter.choices.get("given", ()))
    return selectors.ingredients(scope, letter.person, kind=letter.kind, given=given)


def facts_of(scope: Scope, letter: Letter) -> list[Fact]:
    """Every fact the letter may state now: typed here, picked on the left, and the standing ones."""
    picked = set(letter.choices.get("picked", ()))
    chosen = [row.fact for row in ingredients_of(scope, letter) if row.key in picked]
    typed = selectors.typed_facts(letter.choices.get("typed", {}))
    fixed = selectors.standing_facts(scope, letter.person, letter.exploration, kind=letter.kind)
    return [*typed, *chosen, *fixed]


def blanks_of(letter: Letter) -> list[str]:
    """The blanks still in a letter, subject first, as they stand there."""
    known = [str(fact.get("text", "")) for fact in letter.facts]
    parts = [(letter.subject, "subject"), (letter.body, "body")]
    return [
        blank.text for text, where in parts for blank in find_blanks(text, known=known, where=where)
    ]


def must_be_whole(letter: Letter) -> None:
    """Raises BlanksLeft while something is still to be filled in: nothing half-written goes out."""
    left = blanks_of(letter)
    if left:
        raise BlanksLeft(
            _("One thing is still to be filled in before this can go out: %(blank)s. It is kept.")
            % {"blank": left[0].strip("[]")}
        )


def is_edited(letter: Letter) -> bool:
    """Whether a hand has touched the text since it was composed."""
    return letter.choices.get("digest") != _digest(letter)


def _renew(scope: Scope, letter: Letter, facts: Iterable[Fact], now: datetime) -> None:
    """A draft nobody has touched takes in what is known since it was begun."""
    fresh = selectors.dump_facts(facts)
    if fresh:
        letter.choices["given"] = fresh
        keys = [choice.key for choice in ingredients_of(scope, letter) if choice.group == "given"]
        letter.choices["picked"] = list(dict.fromkeys([*letter.choices.get("picked", ()), *keys]))
    weave_in(scope, letter)
    _stored(scope, letter, now)


def _told_about_me(scope: Scope, typed: Mapping[str, str]) -> dict[str, str]:
    """What the writer says about themselves is written once: it goes to *me and settings*."""
    mine = {name.removeprefix("me."): text.strip() for name, text in typed.items()}
    me = scope.settings.me
    fresh = {
        name: text
        for name, text in mine.items()
        if f"me.{name}" in typed and text and hasattr(me, name) and not getattr(me, name)
    }
    if fresh:
        change_settings(scope, me=replace(me, **fresh))
    return {name: text for name, text in typed.items() if name.removeprefix("me.") not in fresh}


def _usual_channel(scope: Scope, person: Person | None, exploration: Exploration | None) -> str:
    """The channel this asking began on; e-mail otherwise."""
    if person is None:
        return Channel.EMAIL
    approach = selectors.open_approach(scope, person, exploration)
    return approach.channel if approach else Channel.EMAIL


def _remember(letter: Letter) -> None:
    kept = {key: value for key, value in letter.choices.items() if key != "before"}
    letter.choices["before"] = {
        "subject": letter.subject,
        "body": letter.body,
        "channel": letter.channel,
        "choices": kept,
    }


def _stored(scope: Scope, letter: Letter, now: datetime) -> Letter:
    letter.updated_at = now
    letter.save(update_fields=["subject", "body", "channel", "facts", "choices", "updated_at"])
    index_letter(scope, letter)
    return letter


def _must_be_draft(letter: Letter) -> None:
    if letter.sent_at is not None:
        raise AlreadySent(_("This letter has gone out, so its text stays as it was."))


def _digest(letter: Letter) -> str:
    return sha256(f"{letter.channel}\n{letter.subject}\n{letter.body}".encode()).hexdigest()[:16]
