"""Cards leave and come back: Anki, CSV, the whole notebook; and the class pack is whole."""

import contextlib
import csv
import io
import sqlite3
import zipfile
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from askwell.learn import classpack, operations, schedule, selectors, words
from askwell.learn.formats import apkg, cards_csv
from askwell.learn.headings import STAGE_WORDS
from askwell.learn.models import OwnCard, Review, Schedule
from askwell.plumbing.ids import new_uid
from askwell.transfer import operations as transfer

NOW = datetime(2026, 5, 4, 9, 0, 12, 345678, tzinfo=UTC)
CELL = st.text(
    st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00"), max_size=40
)


def studied(scope, days=40):
    """Own cards and Askwell's, with answers over some weeks."""
    for n in range(3):
        operations.add_card(
            scope,
            uid=new_uid(),
            kind="basic",
            stage="asking",
            front=f"=Front {n}, “quoted”\nsecond line",
            back="'+Back\t;",
            now=NOW,
        )
    keys = [*list(selectors.deck(scope).cards)[:6], *list(selectors.deck(scope).cards)[-3:]]
    for step in range(0, days, 4):
        for place, key in enumerate(keys):
            operations.rate(
                scope,
                uid=new_uid(),
                card=selectors.get_card(scope, key),
                rating=1 + (step + place) % 4,
                typed="What do you like?" if step == 4 else "",
                now=NOW + timedelta(days=step, seconds=place),
            )


def states(scope):
    return {
        row.key: (row.card, row.due_at)
        for row in Schedule.objects.filter(workspace=scope.workspace)
    }


def answers(scope):
    rows = Review.objects.filter(workspace=scope.workspace)
    return set(rows.values_list("uid", "key", "rating", "at", "typed"))


# -- the whole notebook ---------------------------------------------------------------------------


def test_the_schedule_survives_an_export_of_the_notebook_exactly(cast, tmp_path):
    studied(cast.scope)
    path = tmp_path / "out.zip"
    transfer.export_to(cast.scope, path, now=NOW)
    transfer.restore_from(cast.strange_scope, path, now=NOW)
    assert states(cast.strange_scope) == states(cast.scope)
    assert answers(cast.strange_scope) == answers(cast.scope)
    later = NOW + timedelta(days=60)
    for key, (card, _due) in states(cast.scope).items():
        theirs = states(cast.strange_scope)[key][0]
        assert schedule.answered(theirs, 3, later) == schedule.answered(card, 3, later)


# -- CSV ------------------------------------------------------------------------------------------


def test_a_table_comes_back_with_nothing_lost(cast):
    studied(cast.scope)
    table = operations.as_csv(cast.scope)
    taken = operations.take_in(cast.strange_scope, contents=table, now=NOW)
    assert (taken.added, taken.scheduled, taken.left_out) == (3, 9, 0)
    assert states(cast.strange_scope) == states(cast.scope)
    assert answers(cast.strange_scope) == answers(cast.scope)
    assert operations.as_csv(cast.strange_scope) == table


def test_the_same_table_twice_changes_nothing(cast):
    studied(cast.scope)
    table = operations.as_csv(cast.scope)
    before = states(cast.scope), answers(cast.scope), OwnCard.objects.count()
    taken = operations.take_in(cast.scope, contents=table, now=NOW)
    assert (taken.added, taken.scheduled) == (0, 0)
    assert (states(cast.scope), answers(cast.scope), OwnCard.objects.count()) == before


def test_an_older_schedule_does_not_win_and_a_newer_one_does(cast):
    studied(cast.scope, days=8)
    older = operations.as_csv(cast.scope)
    studied_more = selectors.get_card(cast.scope, next(iter(states(cast.scope))))
    operations.rate(
        cast.scope, uid=new_uid(), card=studied_more, rating=4, now=NOW + timedelta(days=90)
    )
    newer, kept = operations.as_csv(cast.scope), states(cast.scope)
    operations.take_in(cast.scope, contents=older, now=NOW)
    assert states(cast.scope) == kept
    operations.take_in(cast.strange_scope, contents=older, now=NOW)
    assert operations.take_in(cast.strange_scope, contents=newer, now=NOW).scheduled == 1
    assert states(cast.strange_scope) == kept


@given(rows=st.lists(st.builds(cards_csv.Row, *[CELL] * 11), max_size=5))
def test_every_cell_comes_back_as_it_was(rows):
    kept = [row for row in rows if any(vars(row).values())]
    assert list(cards_csv.read(cards_csv.write(kept))) == kept


@given(front=CELL)
def test_no_cell_is_a_formula(front):
    table = cards_csv.write([cards_csv.Row(id="x", front=front)]).decode("utf-8-sig")
    cells = list(csv.reader(io.StringIO(table, newline="")))[1]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)


@pytest.mark.parametrize(
    ("contents", "added", "left_out"),
    [
        (b"front,back\nWhy?,So.\n", 1, 0),
        (b"Front;Back\r\nWhy?;So.\r\nHow?;Thus.\r\n", 2, 0),
        ("\ufefffront\tback\nWarum?\tDarum.\n".encode(), 1, 0),
        (b"front,back,stage,kind\nWhy?,So.,nowhere,better\n", 1, 0),
        (b"front,back\n,So.\n", 0, 1),
        (b"id,front,back\nown:x,Why?,So.\n", 1, 0),
        (b'front,schedule,answers\nWhy?,"{""due"": 1}","[{""uid"": 5}, 7]"\n', 1, 0),
        (b"front,schedule\nWhy?,[[[\n", 1, 0),
        (b"front,back\n\xff\xfe,\x00So.\n", 1, 0),
    ],
)
def test_tables_of_others_are_taken_in(scope, contents, added, left_out):
    taken = operations.take_in(scope, contents=contents, now=NOW)
    assert (taken.added, taken.left_out, taken.scheduled) == (added, left_out, 0)
    assert operations.take_in(scope, contents=contents, now=NOW).added == 0


@pytest.mark.parametrize("contents", [b"", b"back\nSo.\n", b"\x89PNG\r\n\x1a\n" * 9])
def test_what_is_no_table_is_refused_on_its_page(owner, contents):
    file = SimpleUploadedFile("cards.csv", contents)
    answer = owner.post(reverse("learn:cards_in"), {"file": file})
    assert answer.status_code == 422
    assert not OwnCard.objects.exists()


def test_cards_go_through_the_pages(scope, owner):
    studied(scope, days=4)
    table = owner.get(reverse("learn:cards_csv")).content
    OwnCard.objects.all().delete()
    answer = owner.post(
        reverse("learn:cards_in"), {"file": SimpleUploadedFile("cards.csv", table)}, follow=True
    )
    assert "3 new cards." in answer.content.decode()
    assert OwnCard.objects.count() == 3


@given(contents=st.binary(max_size=200))
def test_no_bytes_break_the_reader(contents):
    with contextlib.suppress(cards_csv.NotCards):
        list(cards_csv.read(contents))


# -- Anki -----------------------------------------------------------------------------------------


def notes_of(deck):
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        assert archive.testzip() is None
        data = archive.read("collection.anki2")
    connection = sqlite3.connect(":memory:")
    connection.deserialize(data)
    return connection.execute("select guid, flds, tags from notes order by guid").fetchall()


def test_every_card_is_a_note_of_anki_and_stays_the_same_one(scope):
    studied(scope, days=4)
    cards = selectors.deck(scope).cards.values()
    notes = notes_of(operations.as_apkg(scope, now=NOW))
    assert len(notes) == len(cards)
    assert len({guid for guid, _fields, _tags in notes}) == len(cards)
    again = notes_of(operations.as_apkg(scope, now=NOW + timedelta(days=9)))
    assert again == notes


def test_gaps_are_gaps_and_nothing_is_markup():
    cloze = words.Card("c", "cloze", "asking", "At {{most}} <b> {{three}}", "Why & how")
    better = words.Card("d", "better", "asking", "Which?", "So.", a="x", b="y", better="b")
    assert apkg.sides(cloze) == ("At {{c1::most}} &lt;b&gt; {{c2::three}}", "Why &amp; how")
    assert apkg.sides(better)[1] == "B. So."


# -- the class pack -------------------------------------------------------------------------------


class Page(HTMLParser):
    """Which tags a page has, and what it points to."""

    def __init__(self):
        super().__init__()
        self.tags, self.points = set(), []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.points += [value for name, value in attrs if name in ("src", "href")]


@pytest.fixture(scope="module")
def packed():
    headings = {stage: str(heading) for stage, heading in STAGE_WORDS.items()}
    contents = classpack.pack("en", headings, NOW)
    with zipfile.ZipFile(io.BytesIO(contents)) as archive:
        assert archive.testzip() is None
        return {n.removeprefix("askwell-class/"): archive.read(n) for n in archive.namelist()}


def test_the_pack_holds_all_that_a_class_needs(packed):
    handouts = [name for name in packed if name.startswith("handouts/")]
    assert len(handouts) >= 4
    assert {
        "assignment.html", "rubric.html", "rubric.csv", "quiz.html", "quiz-key.html", "slides.md",
        "cards.apkg", "cards.csv", "teacher.html",
    } <= set(packed)  # fmt: skip


def test_its_pages_stand_alone_and_print(packed):
    for name, contents in packed.items():
        if name.endswith(".html"):
            page = Page()
            page.feed(contents.decode())
            assert page.points == []
            assert "script" not in page.tags
            assert {"h1", "title", "style"} <= page.tags, name
            assert b"@media print" in contents


def test_the_cards_of_the_pack_are_all_cards(packed):
    assert len(notes_of(packed["cards.apkg"])) == len(words.cards())
    assert len(list(cards_csv.read(packed["cards.csv"]))) == len(words.cards())


def test_the_quiz_has_a_key_and_does_not_give_it_away(packed):
    quiz, key = packed["quiz.html"].decode(), packed["quiz-key.html"].decode()
    assert key.count("<strong>") == quiz.count("<h2>") >= 10
    assert "<strong>" not in quiz


def test_the_rubric_names_figures_that_the_review_gives():
    rows = classpack.rubric()["criterion"]
    assert sum(row["points"] for row in rows) == 100
    assert all(row["source"] and row["good"] and row["fair"] and row["weak"] for row in rows)
    assert sum(bool(row["metric"]) for row in rows) >= 5


def test_the_pack_is_the_same_on_the_same_day(owner):
    address = reverse("learn:class_pack")
    first = owner.get(address)
    assert first["Content-Disposition"] == 'attachment; filename="askwell-class.zip"'
    assert first.content == owner.get(address).content
    assert reverse("learn:class_pack") in owner.get(reverse("learn:class")).content.decode()
