"""Who led to whom: a name is followed, the loop is closed, a throw-away can be undone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from askwell.network.models import Introduction, Share
from askwell.network.operations import catch_up, forget, introduce
from askwell.outreach.models import Letter
from askwell.outreach.operations import mark_sent
from askwell.people import journal
from askwell.people.models import Event, Person, Standing
from askwell.people.operations import add_person
from askwell.plumbing.ids import new_uid
from tests.support.talks import held_talk, question


@pytest.fixture
def now(clock):
    return clock.now()


@pytest.fixture
def mine(scope, now):
    return question(scope, now)


@pytest.fixture
def pair(scope, now, mine):
    """Sam named Ken, whom nobody has asked yet."""
    sam = held_talk(scope, now, "Sam Field", exploration=mine).participants.get().person
    ken = add_person(scope, name="Ken Sato", now=now, source="referral", source_detail="Sam Field")
    return introduce(scope, uid=new_uid(), source=sam, target=ken, exploration=mine, now=now)


def page(client, **query):
    return client.get(reverse("network:introductions"), query).content.decode()


def post(client, name, row, **fields):
    return client.post(reverse(f"network:{name}", args=[row.uid]), fields)


def kinds(person):
    return list(Event.objects.filter(person=person).values_list("kind", flat=True))


def test_a_named_person_can_be_asked_from_the_page(owner, pair):
    assert "Ken Sato" in page(owner)
    assert "Nobody is called so here" in page(owner, q="zebra")
    for _twice in range(2):
        assert post(owner, "ask", pair).status_code == 303
    assert kinds(pair.target) == ["chosen"]
    assert kinds(pair.source).count("name-followed") == 1
    assert "followed" in page(owner)


def test_a_name_can_be_let_go(owner, pair):
    post(owner, "let_go", pair)
    assert kinds(pair.target) == []
    assert kinds(pair.source).count("name-followed") == 1


def test_asking_elsewhere_follows_the_name(scope, pair, mine, clock):
    later = clock.forward(hours=1)
    journal.record(
        scope, person=pair.target, exploration=mine, kind="letter-sent", at=later, now=later
    )
    catch_up(scope, now=later)
    catch_up(scope, now=later)
    assert kinds(pair.source).count("name-followed") == 1
    assert "loop-opened" not in kinds(pair.source)


def test_a_talk_opens_the_loop_and_a_letter_closes_it(owner, scope, pair, mine, clock):
    later = clock.forward(days=2)
    held_talk(scope, later, pair.target, exploration=mine)
    assert "Tell Sam how it went" in page(owner)
    answer = post(owner, "tell", pair)
    letter = Letter.objects.get(kind="update")
    assert answer["Location"] == reverse("outreach:letter", args=[letter.uid])
    assert "Ken Sato" in letter.body
    mark_sent(scope, letter=letter, now=later)
    assert "loop-told" in kinds(pair.source)
    assert "Tell Sam how" not in page(owner)
    pair.refresh_from_db()
    assert pair.told_at
    assert journal.differences(scope, later) == []


def test_they_know_already(owner, scope, pair, mine, clock):
    later = clock.forward(days=2)
    held_talk(scope, later, pair.target, exploration=mine)
    page(owner)
    for _twice in range(2):
        post(owner, "told", pair)
    assert kinds(pair.source).count("loop-told") == 1
    assert Standing.objects.get(person=pair.source).step != "tell"


def test_somebody_is_named_outside_of_a_talk(owner, pair):
    fields = {"uid": new_uid(), "line": "Priya Nair, Herald"}
    for _twice in range(2):
        assert post(owner, "named", pair.source, **fields).status_code == 303
    assert Person.objects.get(name="Priya Nair").role == "Herald"
    assert Introduction.objects.count() == 2
    assert post(owner, "named", pair.source, uid=new_uid(), line="").status_code == 422
    assert post(owner, "named", pair.source, uid=new_uid(), line="Sam Field").status_code == 422


def test_throwing_away_takes_the_step_and_can_be_undone(owner, scope, pair, now):
    sam = pair.source
    answer = owner.post(reverse("network:drop_introduction", args=[pair.uid]), follow=True)
    assert not Introduction.objects.exists()
    assert Standing.objects.get(person=sam).more == 1
    tags = [message.extra_tags for message in answer.context["messages"]]
    owner.post(tags[-1].removeprefix("undo:"))
    assert Introduction.objects.get().uid == pair.uid
    assert Standing.objects.get(person=sam).more == 2
    assert journal.differences(scope, now) == []


def test_forgetting_removes_introductions_and_the_name(scope, pair, now):
    Share.objects.create(workspace=scope.workspace, text="Sam Field’s article", created_at=now)
    forget(scope, person=pair.source, keep_quotes=True)
    assert not Introduction.objects.exists()
    assert Share.objects.get().text == "…’s article"
    assert Person.objects.get(name="Ken Sato").source_detail == "…"


def test_an_empty_page_teaches_the_question(owner):
    assert "who else should I talk to?" in page(owner)


def test_more_introductions_cost_no_more_queries(owner, scope, pair, now):
    def count():
        with CaptureQueriesContext(connection) as seen:
            page(owner)
        return len(seen)

    page(owner)
    before = count()
    for number in range(8):
        target = add_person(scope, name=f"Person {number}", now=now)
        introduce(scope, uid=new_uid(), source=pair.source, target=target, now=now)
    assert count() <= before


def test_not_yours(stranger, pair):
    for name in ("ask", "let_go", "tell", "told", "drop_introduction"):
        assert post(stranger, name, pair).status_code == 404
    assert Introduction.objects.count() == 1
