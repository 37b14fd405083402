"""Writes on career questions: ask one, say more about it, how sure I am, the ending."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.explorations import starting
from askwell.explorations.models import Confidence, Exploration, Hypothesis, Target
from askwell.plumbing.errors import Refusal
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope
from askwell.workspaces.operations import change_settings, throw_away, undo_url


class NoQuestion(Refusal):
    """The one thing a question needs is missing."""


def fold_key(text: str) -> str:
    """Casefolded letters and digits without accents: the key targets are matched by."""
    plain = text.lower()
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text).casefold()
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", " ", plain).strip()


@transaction.atomic
def ask(
    scope: Scope, *, uid: UUID, topic: str, now: datetime, template: str = "", why: str = ""
) -> Exploration:
    """Keep a career question and make it the current one.

    `topic` is what stands in the blank of "I wonder whether ___ is for me". The same `uid` twice
    (a double post) is one question. Raises NoQuestion when the topic is empty.
    """
    topic = " ".join(topic.split())[:200]
    if not topic:
        raise NoQuestion(_("Write in a few words what you wonder about. Anything will do."))
    row, made = Exploration.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid,
        defaults={
            "topic": topic,
            "sentence": _sentence(topic, template),
            "template": template,
            "why": why,
            "opened_at": now,
        },
    )
    if made:
        change_settings(scope, current_exploration=str(row.uid))
    return row


def _sentence(topic: str, template: str) -> str:
    found = starting.template(template)
    if found is not None:
        return found.sentence(topic).rstrip(".")[:400]
    return _("I wonder whether %(topic)s is for me") % {"topic": topic}


@transaction.atomic
def edit(
    scope: Scope,
    *,
    exploration: Exploration,
    topic: str,
    sentence: str,
    why: str,
    weekly_minutes: int | None,
    targets: Mapping[str, Iterable[str]],
) -> Exploration:
    """Change the question's words, and what it is about (`targets`: texts by kind), all or nothing.

    Raises NoQuestion when nothing is left of it.
    """
    if not topic.strip() or not sentence.strip():
        raise NoQuestion(_("A question needs at least a few words. What you had is kept."))
    exploration.topic = topic.strip()
    exploration.sentence = sentence.strip()
    exploration.why = why
    exploration.weekly_minutes = weekly_minutes
    exploration.save(update_fields=["topic", "sentence", "why", "weekly_minutes"])
    for kind, texts in targets.items():
        set_targets(scope, exploration=exploration, kind=kind, texts=texts)
    return exploration


@transaction.atomic
def set_targets(
    scope: Scope, *, exploration: Exploration, kind: str, texts: Iterable[str]
) -> list[Target]:
    """Replace the roles, organizations or places of a question; one row per distinct text."""
    wanted = {fold_key(text)[:200]: text.strip() for text in texts if text.strip()}
    rows = {row.key: row for row in exploration.targets.filter(kind=kind)}
    gone = [row.pk for key, row in rows.items() if key not in wanted]
    Target.objects.filter(pk__in=gone).delete()
    fresh = [
        Target(
            workspace=scope.workspace,
            exploration=exploration,
            kind=kind,
            text=text[:200],
            key=key,
        )
        for key, text in wanted.items()
        if key not in rows
    ]
    return Target.objects.bulk_create(fresh)


@transaction.atomic
def believe(
    scope: Scope, *, exploration: Exploration, uid: UUID, text: str, now: datetime
) -> Hypothesis:
    """Add one sentence to what I believe so far. Raises NoQuestion when it is empty."""
    if not text.strip():
        raise NoQuestion(_("Write the belief as one short sentence first."))
    row, _made = Hypothesis.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid,
        defaults={
            "exploration": exploration,
            "text": text.strip()[:400],
            "position": exploration.hypotheses.count(),
            "created_at": now,
        },
    )
    return row


@transaction.atomic
def drop_belief(scope: Scope, *, hypothesis: Hypothesis, now: datetime) -> str:
    """Throw a belief away with its evidence; returns the address that takes it back."""
    thrown = throw_away(
        scope,
        rows=Hypothesis.objects.filter(pk=hypothesis.pk),
        kind="belief",
        label=hypothesis.text,
        now=now,
    )
    return undo_url(thrown)


@transaction.atomic
def set_confidence(
    scope: Scope,
    *,
    exploration: Exploration,
    value: int,
    now: datetime,
    reason: str = "",
    source_uid: UUID | None = None,
    uid: UUID | None = None,
) -> Confidence:
    """Write down how sure I am now (0–100); the history stays. `source_uid` names a talk.

    The same `uid` twice is one entry.
    """
    if not 0 <= value <= 100:
        raise Refusal(_("How sure you are goes from 0 (no idea) to 100 (quite sure)."))
    row, _made = Confidence.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid or new_uid(),
        defaults={
            "exploration": exploration,
            "value": value,
            "reason": reason[:400],
            "source_uid": source_uid,
            "at": now,
        },
    )
    return row


@transaction.atomic
def make_current(scope: Scope, *, exploration: Exploration) -> None:
    """Work on this question from now on."""
    change_settings(scope, current_exploration=str(exploration.uid))


@transaction.atomic
def close(scope: Scope, *, exploration: Exploration, answer: str, now: datetime) -> Exploration:
    """ "I have my answer". Standings of its people are rebuilt by the caller, who knows people."""
    exploration.answer, exploration.closed_at = answer, now
    exploration.save(update_fields=["answer", "closed_at"])
    return exploration


@transaction.atomic
def reopen(scope: Scope, *, exploration: Exploration) -> Exploration:
    """Take the ending back; the answer's text stays. The caller rebuilds standings, as for `close`."""
    exploration.closed_at = None
    exploration.save(update_fields=["closed_at"])
    return exploration
