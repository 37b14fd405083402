"""Promises both ways, and what I can offer."""

import pytest

from askwell.outreach import operations
from askwell.outreach.models import Offer, Promise
from askwell.plumbing.ids import new_uid
from askwell.workspaces.models import Trash
from tests.outreach.conftest import get, post

pytestmark = pytest.mark.django_db


def promised(client, person, **more):
    data = {"uid": new_uid(), "side": "mine", "text": "send the article", "due": "2026-11-06"}
    return post(client, "promise_new", person.uid, data | more)


def test_a_promise_has_a_day_and_a_step(owner, question, mira, stands):
    uid = new_uid()
    for _ in range(2):
        assert promised(owner, mira, uid=uid).status_code == 303
    row = Promise.objects.get()
    assert row.due_at.isoformat() == "2026-11-06T18:00:00+00:00"
    assert stands(mira)[1] == "keep-promise"
    page = get(owner, "promises").content.decode()
    assert "send the article" in page and "I said I would" in page


def test_promises_are_found_by_their_words(owner, question, mira):
    promised(owner, mira)
    assert "send the article" in get(owner, "promises", q="mira article").content.decode()
    assert "No promise holds" in get(owner, "promises", q="elephant").content.decode()


def test_theirs_is_a_friendly_look(owner, question, mira, stands):
    promised(owner, mira, side="theirs", text="look at my résumé")
    assert stands(mira)[1] == "check-offer"
    assert "They offered" in get(owner, "promises").content.decode()


@pytest.mark.parametrize("more", [{"text": ""}, {"due": "31.02.2026"}, {"side": "?"}])
def test_refused_and_kept(owner, question, mira, more):
    answer = promised(owner, mira, **({"text": "bring the book"} | more))
    assert answer.status_code == 422
    assert not Promise.objects.exists()
    if "text" not in more:
        assert "bring the book" in answer.content.decode()


@pytest.mark.parametrize("done", ["promise_keep", "promise_drop"])
def test_kept_or_let_go_twice_and_undone(owner, question, mira, stands, journal_of, done):
    promised(owner, mira)
    row = Promise.objects.get()
    for _ in range(2):
        post(owner, done, row.uid)
    assert stands(mira) == ("", "")
    assert len(journal_of(mira)) == 2
    assert "Kept and let go" in get(owner, "promises").content.decode()
    for _ in range(2):
        post(owner, "promise_undo", row.uid)
    row.refresh_from_db()
    assert row.kept_at is None and row.dropped_at is None
    assert stands(mira)[1] == "keep-promise"


def test_kept_after_all(owner, question, mira):
    promised(owner, mira)
    row = Promise.objects.get()
    post(owner, "promise_drop", row.uid)
    post(owner, "promise_keep", row.uid)
    row.refresh_from_db()
    assert row.kept_at and not row.dropped_at


def test_a_promise_from_a_note_needs_words(scope, mira, now):
    with pytest.raises(operations.NothingSaid):
        operations.promise(scope, person=mira, side="mine", text="  ", due_at=now, now=now)


def test_offers_are_written_once_and_picked_in_letters(owner, question, mira):
    uid = new_uid()
    for _ in range(2):
        post(owner, "offers", None, {"uid": uid, "text": "a summary of what I learn"})
    assert Offer.objects.count() == 1
    page = get(owner, "new_letter", mira.uid, kind="thanks").content.decode()
    assert "a summary of what I learn" in page
    assert page.count("a summary of what I learn") < 3  # a choice, not woven in by itself
    post(owner, "offers", None, {"uid": uid, "text": "an hour of statistics"})
    assert Offer.objects.get().text == "an hour of statistics"
    assert post(owner, "offers", None, {"uid": new_uid(), "text": " "}).status_code == 422


def test_an_offer_thrown_away_comes_back(owner, question):
    post(owner, "offers", None, {"uid": new_uid(), "text": "an hour of statistics"})
    assert post(owner, "offer_drop", Offer.objects.get().uid).status_code == 303
    assert not Offer.objects.exists()
    owner.post(f"/undo/{Trash.objects.get().uid}/")
    assert Offer.objects.get().text == "an hour of statistics"


def test_empty_pages_teach_the_next_move(owner):
    assert "Nothing is open" in get(owner, "promises").content.decode()
    assert "Written once" in get(owner, "offers").content.decode()


def test_two_tabs_keep_a_promise_once(owner, scope, question, mira, journal_of, now):
    promised(owner, mira)
    one, other = Promise.objects.get(), Promise.objects.get()
    for row in (one, other):
        operations.keep_promise(scope, promise=row, now=now)
    assert journal_of(mira).count("promise-kept") == 1
