"""One page per person: every part, in queries that do not grow with what is on it."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from askwell.coach.cadence import EventKind
from askwell.explorations import operations as explorations
from askwell.insights.models import Highlight
from askwell.network.models import Introduction
from askwell.outreach import operations as outreach
from askwell.people import journal
from askwell.people import operations as people
from askwell.people.models import Person
from askwell.people.selectors import standings_of as people_of
from askwell.plumbing import clock as time
from askwell.plumbing.ids import new_uid
from askwell.transfer import demo
from askwell.workspaces.access import Scope

pytestmark = pytest.mark.django_db


@pytest.fixture
def mira(scope: Scope) -> Person:
    return people.add_person(scope, name="Mira Okafor", organization="Herald", now=time.now())


def test_somebody_new_can_be_asked_with_one_button(owner: Client, mira: Person) -> None:
    page = owner.get(f"/people/{mira.uid}/").content.decode()
    assert "Ask Mira Okafor" in page
    assert owner.post(f"/people/{mira.uid}/choose/").status_code == 303
    assert "Read a little about Mira" in owner.get(f"/people/{mira.uid}/").content.decode()


def test_a_decline_is_said_and_there_is_no_button_to_ask(
    owner: Client, scope: Scope, mira: Person
) -> None:
    now = time.now()
    for kind in (EventKind.DECLINED, EventKind.DECLINE_THANKED):
        journal.record(scope, person=mira, kind=kind, at=now, now=now)
    page = owner.get(f"/people/{mira.uid}/").content.decode()
    assert "said no, and that is respected everywhere" in page
    assert f"/people/{mira.uid}/choose/" not in page


def test_somebody_asked_under_one_question_can_be_asked_under_another(
    owner: Client, scope: Scope, mira: Person
) -> None:
    now = time.now()
    first = explorations.ask(scope, uid=new_uid(), topic="law", now=now)
    journal.record(
        scope, person=mira, exploration=first, kind=EventKind.LETTER_SENT, at=now, now=now
    )
    second = explorations.ask(scope, uid=new_uid(), topic="nursing", now=now)
    page = owner.get(f"/people/{mira.uid}/")
    assert "Ask Mira Okafor about it" in page.content.decode()
    assert page.context["outcome_form"].initial["question"] == first.uid
    assert page.content.decode().count(f'name="question" value="{first.uid}"') == 3
    owner.post(f"/people/{mira.uid}/choose/", {"question": str(second.uid)})
    owner.post(
        f"/people/{mira.uid}/outcome/",
        {"uid": str(new_uid()), "question": str(first.uid), "kind": "yes"},
    )
    steps = {row.exploration_id: row.step for row in people_of(scope, mira)}
    assert steps == {first.pk: "propose", second.pk: "read"}


def test_more_on_the_page_costs_no_more_queries(owner: Client, scope: Scope, mira: Person) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert owner.get(f"/people/{mira.uid}/").status_code == 200
        return len(seen)

    def add(number: int) -> None:
        now = time.now() - timedelta(days=number)
        facts: Any = {"person": mira, "now": now}
        people.add_note(scope, uid=new_uid(), text=f"Note {number}", **facts)
        people.add_reading(
            scope, uid=new_uid(), kind="link", text="", url="https://a.example", **facts
        )
        people.add_contact(
            scope, uid=new_uid(), kind="email", value=f"m{number}@a.example", **facts
        )
        outreach.promise(scope, side="mine", text="Send it", due_at=now, **facts)
        outreach.already_wrote(scope, exploration=None, uid=new_uid(), **facts)

    add(1)
    before = count()
    for number in range(2, 12):
        add(number)
    assert count() == before <= 40


def test_every_page_of_the_sample_opens(owner: Client, scope: Scope) -> None:
    demo.build(scope, time.now().date())
    for uid in Person.objects.values_list("uid", flat=True):
        assert owner.get(f"/people/{uid}/").status_code == 200
    assert owner.get("/today/").status_code == 200


def test_a_full_page_is_read_in_a_few_statements(
    owner: Client, scope: Scope, django_assert_max_num_queries: Any
) -> None:
    now = time.now()
    mira = people.add_person(scope, name="Mira Okafor", organization="Acme", role="Diver", now=now)
    other = people.add_person(scope, name="Bo Berg", now=now)
    question = explorations.ask(scope, uid=new_uid(), topic="tides", now=now)
    for number in range(4):
        people.add_note(scope, person=mira, uid=new_uid(), text=f"note {number}", now=now)
        outreach.draft(scope, kind="request", person=mira, exploration=question, now=now)
        outreach.promise(
            scope, person=mira, exploration=None, text=f"send {number}", due_at=now, now=now,
            side="mine", uid=new_uid(),
        )  # fmt: skip
        outreach.outcome(
            scope, person=mira, exploration=question, kind="other", uid=new_uid(), text="Soon", now=now
        )  # fmt: skip
        Introduction.objects.create(
            workspace=scope.workspace, source=mira, target=other, named_at=now
        )
        Highlight.objects.create(
            workspace=scope.workspace, person=mira, text="Weld", said_on=now.date(), created_at=now
        )
    with django_assert_max_num_queries(12):
        page = owner.get(f"/people/{mira.uid}/").content.decode()
    for words in ("note 3", "send 2", "Soon", "Bo Berg", "Weld", "Acme"):
        assert words in page
