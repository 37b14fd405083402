"""What a letter to somebody may state: facts from the notebook, each with the field it came from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from askwell.explorations.models import Exploration, Target
from askwell.explorations.selectors import targets
from askwell.outreach.compose import Fact, known_facts
from askwell.outreach.models import Letter, LetterKind
from askwell.outreach.selectors.letters import last_asked
from askwell.outreach.selectors.promises import offers
from askwell.people.common import common_ground
from askwell.people.models import Person, Reading, Source
from askwell.plumbing import content
from askwell.questions.topic import weave
from askwell.workspaces.access import Scope

COMMON, READ, FOUND, GIVEN, OFFER = "common", "read", "found", "given", "offer"

_FOLLOW_UPS = {LetterKind.NUDGE, LetterKind.SCHEDULE, LetterKind.CONFIRM, LetterKind.DECLINE_REPLY}
_WITH_OFFER = {LetterKind.THANKS, LetterKind.CHECK_IN, LetterKind.ANSWER}
_FOUND_AS = {
    Source.REFERRAL: "found.referral",
    Source.ALUMNI: "found.directory",
    Source.EVENT: "found.event",
    Source.SOCIAL: "found.site",
}


@dataclass(frozen=True)
class Ingredient:
    """One choice on the left of the letter: a fact, its group, and the key of its checkbox."""

    key: str
    group: str
    fact: Fact


def ingredients(
    scope: Scope,
    person: Person | None,
    *,
    kind: str,
    given: Iterable[Fact] = (),
) -> list[Ingredient]:
    """Everything that may be woven in or left out, each once.

    `given` are facts a higher stage brought along (an introduction, what was remembered of a talk).
    """
    rows = [(GIVEN, fact) for fact in given if fact.text]
    if person is not None:
        rows += _about(scope, person)
    if kind in _WITH_OFFER:
        rows += [(OFFER, _offer(row.text, str(row.uid))) for row in offers(scope)]
    found: dict[str, Ingredient] = {}
    for group, fact in rows:
        key = f"{fact.name}|{fact.ref_uid or fact.text[:60]}"
        found.setdefault(key, Ingredient(key, group, fact))
    return list(found.values())


def picked_at_first(choices: Iterable[Ingredient]) -> list[str]:
    """What is ticked in a new letter: the first of each name; an offer only by one's own hand."""
    first: dict[str, str] = {}
    for choice in choices:
        if choice.group != OFFER:
            first.setdefault(choice.fact.name, choice.key)
    return list(first.values())


def standing_facts(
    scope: Scope,
    person: Person | None,
    exploration: Exploration | None,
    *,
    kind: str,
) -> list[Fact]:
    """Facts that need no choice: who I am, who they are, my question, the letter before."""
    facts = [*facts_of_me(scope), *facts_of_question(scope, exploration)]
    if person is not None:
        facts += facts_of_person(person)
        if kind in _FOLLOW_UPS:
            facts += facts_of_letter(last_asked(scope, person, exploration))
    return facts


def for_review(facts: Iterable[Fact]) -> dict[str, str]:
    """The same facts as the mapping the letter review reads; of two with one name, the first."""
    kept: dict[str, str] = {}
    for fact in facts:
        kept.setdefault(fact.name, fact.text)
    return kept


def read_facts(stored: Iterable[Mapping[str, Any]]) -> list[Fact]:
    """Facts as a letter keeps them."""
    return [
        Fact(*(str(row.get(key, "")) for key in ("name", "text", "label", "ref_uid")))
        for row in stored
    ]


def dump_facts(facts: Iterable[Fact]) -> list[dict[str, str]]:
    """Facts ready to be kept with a letter."""
    return [{"name": f.name, "text": f.text, "label": f.label, "ref_uid": f.ref_uid} for f in facts]


def typed_facts(values: Mapping[str, str]) -> list[Fact]:
    """Facts typed into the letter creator itself; names a letter does not know are dropped."""
    known = known_facts()
    label = _("what you wrote here")
    return [Fact(name, text, label) for name, text in values.items() if text and name in known]


# -- where the facts come from --------------------------------------------------------------------


def facts_of_me(scope: Scope) -> Iterator[Fact]:
    """Who writes, from *me and settings*."""
    me, label = scope.settings.me, _("Me and settings")
    for name in ("name", "half_minute", "email", "phone", "signature", "availability"):
        yield Fact(f"me.{name}", getattr(me, name), label)


def facts_of_person(person: Person) -> Iterator[Fact]:
    """Who is written to, from their own page."""
    label = _("their page")
    ref = str(person.uid)
    yield Fact("person.name", person.name, label, ref)
    yield Fact("person.first_name", person.greeting or person.given, label, ref)
    yield Fact("person.last_name", person.family, label, ref)
    yield Fact("person.title", person.honorific, label, ref)
    yield Fact("person.role", person.role, label, ref)
    if person.organization is not None:
        yield Fact("person.organization", person.organization.name, label, ref)


def facts_of_question(scope: Scope, exploration: Exploration | None) -> Iterator[Fact]:
    """What it is about; a topic that no sentence can hold stays a blank."""
    if exploration is None:
        return
    ref, label = str(exploration.uid), _("my question")
    words = content.toml("askwell.questions", "first-page.toml")
    work = weave(exploration.topic, words)
    if work != words["fallback_work"]:
        yield Fact("question.work", work, label, ref)
    place = targets(scope, exploration).filter(kind=Target.Kind.PLACE).first()
    if place is not None:
        yield Fact("question.place", place.text, label, ref)


def facts_of_letter(letter: Letter | None) -> Iterator[Fact]:
    """The letter this one follows."""
    if letter is None or letter.sent_at is None:
        return
    label, ref = _("the letter before"), str(letter.uid)
    yield Fact("letter.sent_on", date_format(localtime(letter.sent_at), "j F"), label, ref)
    yield Fact("letter.subject", letter.subject.removeprefix("Re: "), label, ref)


def _about(scope: Scope, person: Person) -> Iterator[tuple[str, Fact]]:
    yield from ((COMMON, fact) for fact in _common(scope, person))
    for row in person.readings.all():
        if row.kind == Reading.Kind.RECENT_WORK and row.text:
            yield READ, Fact("read.piece", row.text, _("what you read"), str(row.uid))
        if row.kind == Reading.Kind.SHARED_GROUND and row.text:
            yield COMMON, Fact("common.interest", row.text, _("what you read"), str(row.uid))
    yield from ((FOUND, fact) for fact in _found(person))


def _common(scope: Scope, person: Person) -> Iterator[Fact]:
    """What both sides say of themselves, the strongest first, as far as a letter can state it."""
    jobs = person.positions.select_related("organization")
    shared = common_ground(
        scope.settings, person, positions=jobs, educations=person.educations.all()
    )
    for row in shared:
        if row.fact:
            yield Fact(row.fact, row.what, row.label, row.ref_uid)


def _found(person: Person) -> Iterator[Fact]:
    label, ref = _("how you found them"), str(person.uid)
    name = _FOUND_AS.get(Source(person.source), "found.via") if person.source else "found.via"
    if person.source_detail:
        yield Fact(name, person.source_detail, label, ref)
    elif person.source == Source.ALUMNI:
        yield Fact(name, _("our alumni directory"), label, ref)


def _offer(text: str, ref: str) -> Fact:
    return Fact("offer.text", text, _("what I can offer"), ref)
