"""Forgotten means: nowhere. Looked for in a dump of every table, not where one thinks it is."""

from datetime import UTC, datetime

import pytest

from askwell.explorations.models import Exploration
from askwell.outreach.models import Letter
from askwell.people.models import ContactPoint, ForgottenKey, Note, Person
from askwell.plumbing.ids import new_uid
from askwell.transfer import operations
from askwell.workspaces.models import AuditEntry
from askwell.workspaces.operations import throw_away
from tests.support.database import dump
from tests.support.sample import MARK, fill, owned

NOW = datetime(2026, 5, 5, 12, 0, tzinfo=UTC)
NAME, ADDRESS, LINK = (
    "Özgür O'Maşallah-Ng",
    "oezguer@harbour.example",
    "https://harbour.example/oez",
)


def person(cast, name, **more):
    return Person.objects.create(
        workspace=cast.workspace,
        name=name,
        sort_key=name.lower(),
        created_at=NOW,
        updated_at=NOW,
        **more,
    )


@pytest.fixture
def oezguer(cast):
    made = person(cast, NAME, given="Özgür", family="O'Maşallah-Ng")
    for kind, value in (("email", ADDRESS), ("link", LINK)):
        ContactPoint.objects.create(
            workspace=cast.workspace, person=made, kind=kind, value=value, key=value
        )
    return made


def test_everybody_of_a_full_notebook_is_gone(cast):
    rows = fill(cast.workspace, cast.owner)
    name = Person.objects.get().name
    assert name in dump()
    operations.forget_person(cast.scope, person=rows["people.person"], keep_quotes=False, now=NOW)
    assert name not in dump()
    assert not Person.objects.exists()


def test_where_others_are_written_to_the_name_is_taken_out(cast, oezguer):
    mira = person(cast, "Mira Adeyemi")
    told = f"I know {NAME} ({ADDRESS.upper()}, see {LINK}) – ÖZGÜR O'MAŞALLAH-NG himself."
    Note.objects.create(workspace=cast.workspace, person=mira, text=told, created_at=NOW)
    Exploration.objects.create(
        workspace=cast.workspace, topic="ports", sentence=f"What {NAME} does", opened_at=NOW
    )
    operations.forget_person(cast.scope, person=oezguer, keep_quotes=True, now=NOW)
    text = dump().casefold()
    for mark in (NAME, ADDRESS, LINK, "Maşallah"):
        assert mark.casefold() not in text
    assert Note.objects.get().text.startswith("I know …")
    assert Exploration.objects.get().sentence == "What … does"
    assert Person.objects.get() == mira


def test_a_word_that_is_also_a_name_stays_a_word(cast):
    will = person(cast, "Will", given="Will")
    mira = person(cast, "Mira Adeyemi")
    Note.objects.create(
        workspace=cast.workspace, person=mira, text="Will write on Monday", created_at=NOW
    )
    operations.forget_person(cast.scope, person=will, keep_quotes=False, now=NOW)
    assert Note.objects.get().text == "Will write on Monday"


def test_what_was_thrown_away_and_merged_goes_too(cast, oezguer):
    twin = person(cast, "Oezguer Ng", merged_into=oezguer)
    Letter.objects.create(
        workspace=cast.workspace, person=oezguer, kind="request", channel="email",
        subject="Hello", body=f"Dear {NAME}", created_at=NOW, updated_at=NOW,
    )  # fmt: skip
    rows = Letter.objects.filter(person=oezguer)
    throw_away(cast.scope, rows=rows, kind="letter", label=f"Letter to {NAME}", now=NOW)
    operations.forget_person(cast.scope, person=oezguer, keep_quotes=False, now=NOW)
    assert "Maşallah" not in dump()
    assert not Person.objects.filter(pk__in=(oezguer.pk, twin.pk)).exists()


def test_only_coded_marks_and_the_fact_stay(cast, oezguer):
    uid = str(oezguer.uid)
    operations.forget_person(cast.scope, person=oezguer, keep_quotes=False, now=NOW)
    assert ForgottenKey.objects.count() >= 1
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.actor, entry.subject) == ("forget", cast.owner, None)
    assert uid not in dump().replace("-", "") and uid.replace("-", "") not in dump()


def test_the_page_says_first_what_it_does(cast, owner, oezguer):
    page = owner.get(f"/people/{oezguer.uid}/forget/")
    assert "cannot be undone" in page.content.decode()
    assert Person.objects.filter(pk=oezguer.pk).exists()
    done = owner.post(f"/people/{oezguer.uid}/forget/", {"keep_quotes": "on"})
    assert done.status_code == 303
    assert not Person.objects.exists()


def test_nothing_is_left_in_the_data_folder(cast, settings, tmp_path, oezguer, run_jobs):
    settings.DATA, settings.MEDIA_ROOT = tmp_path, tmp_path / "files"
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies" / "askwell-1.sqlite3").write_text(NAME)
    with run_jobs():
        operations.request_export(cast.scope, uid=new_uid(), now=NOW)
    with run_jobs():
        operations.forget_person(cast.scope, person=oezguer, keep_quotes=False, now=NOW)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_neighbour_keeps_what_they_know(cast, oezguer):
    fill(cast.elsewhere, cast.stranger)
    before = {model: model.objects.filter(workspace=cast.elsewhere).count() for model in owned()}
    operations.forget_person(cast.scope, person=oezguer, keep_quotes=False, now=NOW)
    after = {model: model.objects.filter(workspace=cast.elsewhere).count() for model in owned()}
    assert after == before
    assert MARK in dump()
