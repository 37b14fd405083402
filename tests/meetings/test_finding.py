"""What was written down in a talk is found, and no longer when it is gone."""

from django.urls import reverse

from askwell.meetings import operations
from askwell.people import search
from askwell.plumbing.ids import new_uid


def found(scope, words):
    return [hit.uid for hit in search.search(scope, words, kind="talk")]


def keep(scope, talk, text, now, uid=None, revision=1):
    typed = operations.Typed(uid or new_uid(), revision, text, "note", 1)
    operations.keep_note(scope, talk=talk, typed=typed, now=now)
    return typed.uid


def test_notes_are_found_when_the_talk_is_over_and_lead_to_it(owner, scope, running, clock):
    keep(scope, running, "Half of it is phoning", clock.now())
    assert found(scope, "phoning") == []
    operations.end(scope, talk=running, now=clock.forward(minutes=30))
    assert found(scope, "phoning") == [running.uid]
    page = owner.get(reverse("home:search"), {"q": "phoning"}).content.decode()
    assert reverse("meetings:talk", args=[running.uid]) in page


def test_paper_and_late_changes_are_found(owner, scope, talk, clock):
    form = {"uid": str(new_uid()), "page": "a quiet archive"}
    owner.post(reverse("meetings:paper", args=[talk.uid]), form)
    assert found(scope, "archive") == [talk.uid]
    talk.refresh_from_db()
    uid = keep(scope, talk, "a loud basement", clock.now())
    assert found(scope, "basement") == [talk.uid]
    keep(scope, talk, "", clock.now(), uid=uid, revision=2)
    assert found(scope, "basement") == []


def test_what_i_remembered_is_found(owner, scope, held):
    form = {"struck": "nobody teaches phoning", "will_do": "", "who_else": ""}
    owner.post(reverse("network:recall", args=[held.uid]), form)
    assert found(scope, "teaches") == [held.uid]


def test_thrown_away_is_not_found_until_it_is_back(owner, scope, held, clock):
    uid = keep(scope, held, "river maps", clock.now())
    owner.post(reverse("meetings:note_delete", args=[held.uid, uid]))
    assert found(scope, "river") == []
    keep(scope, held, "forest maps", clock.now())
    undo = operations.delete_talk(scope, talk=held, now=clock.now())
    assert found(scope, "forest") == []
    owner.post(undo)
    assert found(scope, "forest") == [held.uid]


def test_a_restored_notebook_finds_its_talks(scope, held, clock):
    keep(scope, held, "river maps", clock.now())
    search.drop(scope, "talk", [held.uid])
    operations.reindex(scope)
    assert found(scope, "river") == [held.uid]


def test_somebody_forgotten_is_not_found_in_talks(scope, held, dana, clock):
    keep(scope, held, "river maps", clock.now())
    operations.forget(scope, person=dana, keep_quotes=False)
    assert found(scope, "river") == []
    assert found(scope, "Whitfield") == []
