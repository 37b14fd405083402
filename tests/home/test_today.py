"""Today is gentle: three things first, the rest folded, and a way back after a long time."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from askwell.coach.cadence import EventKind, StepKind
from askwell.people import journal
from askwell.people.models import Person, Standing
from askwell.people.operations import add_note, add_person, delete_detail, delete_person
from askwell.plumbing import clock as time
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope
from askwell.workspaces.operations import change_settings
from tests.people.imports import many

pytestmark = pytest.mark.django_db
K = EventKind


def told(scope: Scope, name: str, kind: EventKind, days: float = 0, **data: Any) -> Person:
    """Somebody to whom this happened so many days ago."""
    now = time.now()
    at = now + timedelta(days=days)
    person = add_person(scope, name=name, now=at)
    journal.record(scope, person=person, kind=kind, at=at, now=now, data=data)
    return person


def page(client: Client) -> Any:
    answer = client.get("/today/")
    assert answer.status_code == 200
    return answer.context["today"]


def test_nothing_yet_teaches_the_next_move(owner: Client) -> None:
    assert "The next move is a name" in owner.get("/today/").content.decode()


def test_three_first_and_the_rest_folded(owner: Client, scope: Scope) -> None:
    for number in range(5):
        told(scope, f"Person {number}", K.ACCEPTED, -number)
    today = page(owner)
    assert (len(today.first), len(today.folded)) == (3, 2)


def test_waiting_is_a_good_state_and_asks_for_nothing(owner: Client, scope: Scope) -> None:
    told(scope, "Mira", K.LETTER_SENT, -1)
    today = page(owner)
    assert (today.count, today.folded, today.waiting) == (0, [], 1)


def test_reminders_are_one_batch(owner: Client, scope: Scope) -> None:
    for name in ("Omar", "Priya"):
        told(scope, name, K.LETTER_SENT, -20)
    today = page(owner)
    assert ([c.person_name for c in today.reminders], today.count) == (["Omar", "Priya"], 1)
    assert "Two gentle reminders" in owner.get("/today/").content.decode()


def test_not_today_comes_back_tomorrow(owner: Client, scope: Scope, clock: Any) -> None:
    clock.set(time.now().replace(hour=12))
    mira = told(scope, "Mira", K.ACCEPTED)
    owner.post(f"/people/{mira.uid}/not-today/")
    assert page(owner).count == 0
    clock.forward(days=1)
    assert page(owner).count == 1


def test_sixteen_days_away_shows_three_and_one_click_rests_the_rest(
    owner: Client, scope: Scope, clock: Any
) -> None:
    page(owner)
    kinds = [K.ACCEPTED, K.ANSWERED, K.BOUNCED, K.LETTER_SENT, K.CHOSEN, K.OFFERED, K.LETTER_SENT]
    for number, kind in enumerate(kinds):
        told(scope, f"Person {number}", kind)
    due = (time.now() + timedelta(days=2)).isoformat()
    for name in ("Ruth", "Sam"):
        told(scope, name, K.PROMISED, ref=str(scope.workspace.uid), due=due, mine=True)
    clock.forward(days=16)
    today = page(owner)
    assert today.away
    assert (today.count, len(today.folded)) == (3, 6)
    assert "Welcome back" in owner.get("/today/").content.decode()
    owner.post("/today/rest/")
    today = page(owner)
    assert (today.away, today.count + len(today.reminders[1:]), today.folded) == (False, 3, [])


def test_show_me_everything_is_also_an_answer(owner: Client, scope: Scope, clock: Any) -> None:
    page(owner)
    for number in range(5):
        told(scope, f"Person {number}", K.ACCEPTED)
    clock.forward(days=16)
    owner.post("/today/all/")
    today = page(owner)
    assert (today.away, len(today.first), len(today.folded)) == (False, 3, 2)


def test_a_break_silences_all_but_booked_talks_and_thanks(owner: Client, scope: Scope) -> None:
    told(scope, "Mira", K.ACCEPTED)
    starts = (time.now() + timedelta(days=1)).isoformat()
    told(scope, "Li", K.BOOKED, talk=str(scope.workspace.uid), starts_at=starts, minutes=30)
    until = (time.now() + timedelta(days=10)).date().isoformat()
    owner.post("/today/break/", {"until": until})
    assert [c.kind for c in page(owner).first] == [StepKind.PREPARE]
    owner.post("/today/break/", {"back": "1"})
    assert len(page(owner).first) == 2


def test_a_break_without_a_day_is_refused_and_nothing_changes(owner: Client) -> None:
    answer = owner.post("/today/break/", {"until": "2026-02-31"})
    assert answer.status_code == 422
    assert page(owner).break_until is None


def test_time_alone_brings_the_talk_and_then_before_i_forget(
    owner: Client, scope: Scope, clock: Any
) -> None:
    starts = (time.now() + timedelta(hours=3)).isoformat()
    told(scope, "Li", K.BOOKED, talk=str(scope.workspace.uid), starts_at=starts, minutes=30)
    clock.forward(hours=2, minutes=30)
    assert page(owner).first[0].kind is StepKind.TALK
    clock.forward(hours=1, minutes=30)
    assert page(owner).first[0].kind is StepKind.RECALL


def test_more_people_in_play_cost_no_more_queries(owner: Client, scope: Scope) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as seen:
            page(owner)
        return len(seen)

    told(scope, "Mira", K.ACCEPTED)
    told(scope, "Omar", K.LETTER_SENT, -20)
    page(owner)
    before = count()
    for number in range(30):
        told(scope, f"Person {number}", [K.ACCEPTED, K.LETTER_SENT, K.CHOSEN][number % 3], -20)
    assert count() == before <= 14


def test_changing_the_waiting_days_moves_everybody_at_once(owner: Client, scope: Scope) -> None:
    told(scope, "Mira", K.LETTER_SENT)
    before = Standing.objects.get().due_at
    form = {
        "form": "how", "zone": "Europe/Berlin", "working_days": [0, 1, 2, 3, 4],
        "weekly_hours": "3", "nudge_days": "10", "rhythm_days": "60", "waiting_limit": "5",
        "note_limit": "300", "theme": "dark",
    }  # fmt: skip
    assert owner.post("/me/", form).status_code == 303
    after = Standing.objects.get().due_at
    assert before and after and after > before


def test_my_half_minute_is_kept_and_a_wrong_address_is_refused(owner: Client, scope: Scope) -> None:
    assert owner.post("/me/", {"form": "me", "email": "nowhere", "name": "Ana"}).status_code == 422
    owner.post("/me/", {"form": "me", "name": "Ana", "half_minute": "I study biology."})
    scope.workspace.refresh_from_db()
    assert scope.settings.me.half_minute == "I study biology."
    change_settings(scope, note_limit=300)
    assert scope.settings.me.name == "Ana"


def test_a_talk_tomorrow_is_first_even_behind_a_hundred_late_things(
    owner: Client, scope: Scope
) -> None:
    for number in range(70):
        told(scope, f"Person {number}", K.ACCEPTED, -30)
    starts = (time.now() + timedelta(days=1)).isoformat()
    told(scope, "Li", K.BOOKED, talk=str(scope.workspace.uid), starts_at=starts, minutes=30)
    assert page(owner).first[0].kind is StepKind.PREPARE


def test_new_letters_beyond_the_week_wait_behind_everything(owner: Client, scope: Scope) -> None:
    for number in range(5):
        mira = told(scope, f"Person {number}", K.CHOSEN, -9)
        journal.record(scope, person=mira, kind=K.READ, at=time.now(), now=time.now())
    told(scope, "Omar", K.ACCEPTED)
    today = page(owner)
    kinds = [c.kind for c in [*today.first, *today.folded]]
    assert kinds[0] is StepKind.PROPOSE
    assert kinds.count(StepKind.WRITE) == 5


def test_the_file_from_linkedin_is_remembered(owner: Client, clock: Any) -> None:
    owner.post("/people/import/asked/")
    assert not page(owner).file_ready
    clock.forward(days=2)
    assert page(owner).file_ready
    clock.forward(days=5)
    assert not page(owner).file_ready


def test_fifteen_hundred_imported_people_add_nothing(
    owner: Client, scope: Scope, run_jobs: Any
) -> None:
    told(scope, "Mira", K.ACCEPTED)
    before = page(owner)
    file = SimpleUploadedFile("Connections.csv", many(1500).encode())
    answer = owner.post("/people/import/", {"uid": str(new_uid()), "upload": file})
    with run_jobs():
        owner.post(f"{answer['Location']}add/")
    assert Person.objects.count() == 1501
    after = page(owner)
    assert [c.title for c in after.first] == [c.title for c in before.first]
    assert (after.folded, after.waiting) == ([], 0)


def test_what_cannot_come_back_yet_says_so_and_stays(owner: Client, scope: Scope) -> None:
    now = time.now()
    mira = add_person(scope, name="Mira", now=now)
    note = add_note(scope, person=mira, uid=new_uid(), text="Likes tea", now=now)
    of_note = delete_detail(scope, detail=note, now=now)
    of_mira = delete_person(scope, person=mira, now=now)
    refused = owner.post(f"/undo/{of_note.uid}/")
    assert refused.status_code == 422
    assert "cannot come back now" in refused.content.decode()
    for thrown in (of_mira, of_note):
        assert owner.post(f"/undo/{thrown.uid}/").status_code == 303
    assert mira.name in owner.get(f"/people/{mira.uid}/").content.decode()
