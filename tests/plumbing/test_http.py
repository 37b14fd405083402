"""Pages of a list, redirects, and what a form may return to."""

import base64
import json
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from askwell.people.models import Note, Person
from askwell.plumbing import http

NOW = datetime(2026, 5, 5, tzinfo=UTC)


@pytest.fixture
def notes(cast):
    person = Person.objects.create(
        workspace=cast.workspace, name="Mira", sort_key="mira", created_at=NOW, updated_at=NOW
    )
    Note.objects.bulk_create(
        Note(
            workspace=cast.workspace, person=person, text=str(n), created_at=NOW + timedelta(n % 7)
        )
        for n in range(23)
    )
    return Note.objects.order_by()


def get(**query: str) -> HttpRequest:
    return RequestFactory().get("/", query)


@pytest.mark.parametrize("order", [("id",), ("-id",), ("created_at", "id"), ("-created_at", "id")])
def test_every_row_is_seen_once_forwards_and_backwards(notes, order):
    expected = list(notes.order_by(*order))
    seen, page = [], http.paged(get(), notes, order, size=5)
    assert page.before == ""
    while True:
        seen += page.rows
        if not page.after:
            break
        page = http.paged(get(after=page.after), notes, order, size=5)
    assert seen == expected
    back = list(page.rows)
    while page.before:
        page = http.paged(get(before=page.before), notes, order, size=5)
        back = page.rows + back
    assert back == expected


def test_a_page_costs_one_statement_wherever_it_is(notes, django_assert_num_queries):
    middle = http.paged(get(), notes, ("id",), size=10)
    with django_assert_num_queries(1):
        http.paged(get(after=middle.after), notes, ("id",), size=10)


@pytest.mark.parametrize(
    "keys",
    [["30 February", 1], ["2026-05-05T00:00:00+00:00", "one"], [1], [None, None], {}, "x",
     ["9999-99-99", 1], ["2026-05-05\x00", 1], ["2026-05-05T00:00:00+00:00", 10**30]],
)  # fmt: skip
def test_a_cursor_that_is_not_ours_means_page_one(notes, keys):
    cursor = base64.urlsafe_b64encode(json.dumps(keys).encode()).decode()
    page = http.paged(get(after=cursor), notes, ("created_at", "id"), size=5)
    assert page.rows == list(notes.order_by("created_at", "id")[:5])


@given(cursor=st.text(max_size=60))
def test_any_text_may_stand_where_a_cursor_belongs(cursor):
    keys = http._read_cursor(cursor, Note, ("created_at", "id"))
    assert keys is None or len(keys) == 2


@pytest.mark.parametrize(
    ("wanted", "leads_to"),
    [("/people/", "/people/"), ("https://elsewhere.example/", "/today/"), ("//elsewhere.example", "/today/"),
     ("/\\elsewhere.example", "/today/"), ("javascript:alert(1)", "/today/"), ("", "/today/"),
     ("/\t/elsewhere.example", "/today/"), ("/\n/elsewhere.example", "/today/")],
)  # fmt: skip
def test_a_form_returns_only_to_our_own_pages(wanted, leads_to):
    assert http.safe_next(get(next=wanted), "home:today") == leads_to


def test_what_was_taken_is_followed_by_a_get(owner):
    plain = owner.post("/today/rest/")
    assert plain.status_code == 303
    swapped = owner.post("/today/rest/", headers={"HX-Request": "true"})
    assert (swapped.status_code, swapped["HX-Redirect"]) == (204, plain["Location"])


def test_a_message_carries_its_undo(rf):
    from django.contrib.messages.storage.cookie import CookieStorage

    request = rf.get("/")
    request._messages = CookieStorage(request)
    http.say(request, "Thrown away.", undo="/undo/1/")
    (message,) = get_messages(request)
    assert (message.message, message.extra_tags) == ("Thrown away.", "undo:/undo/1/")


def test_a_line_break_in_a_return_address_stays_inside_it():
    request = RequestFactory().post("/", {"next": "/people/\r\nSet-Cookie: a=b"})
    request.htmx = True
    answer = http.see_other(request, http.safe_next(request, "home:today"))
    assert answer["HX-Redirect"] == "/people/%0D%0ASet-Cookie:%20a=b"


def test_a_nul_is_taken_out_before_anybody_reads_it(owner):
    found = owner.get("/people/", {"q": "Mi\x00ra"})
    assert found.status_code == 200
    assert b"Mira" in found.content
    uid = "01890a5d-ac96-774b-bcce-b302099a8057"
    kept = owner.post("/my-questions/new/", {"uid": uid, "topic": "data\x00 journalism"})
    assert kept.status_code == 303
    assert b"data journalism" in owner.get(kept["Location"]).content
