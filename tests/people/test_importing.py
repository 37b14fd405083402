"""Imports through the operations: counted, idempotent, resumable, undoable, silent."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.db import connection

from askwell.people import importing, operations, search
from askwell.people.identity import forgotten_digest
from askwell.people.models import (
    ContactPoint,
    Event,
    ForgottenKey,
    ImportBatch,
    ImportRow,
    Note,
    Organization,
    Person,
    Position,
    Standing,
)
from tests.people.formats.reading import SAMPLES

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
State = ImportBatch.State


def ticking():
    return NOW


@pytest.fixture(autouse=True)
def data_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.MEDIA_ROOT


@pytest.fixture
def bring(scope, tmp_path, django_capture_on_commit_callbacks):
    """Import text (or a sample) as a file; returns the report."""

    def bring(content, name="Connections.csv", **options):
        path = tmp_path / name
        data = content.encode() if isinstance(content, str) else content
        path.write_bytes(data)
        with django_capture_on_commit_callbacks(execute=True):
            return operations.import_files(scope, paths=[path], clock=ticking, **options)

    return bring


def sample(name):
    return (SAMPLES / name).read_bytes()


def row(first, last="", slug="", email="", company="", role="", on=""):
    url = f"https://www.linkedin.com/in/{slug}" if slug else ""
    return f"{first},{last},{url},{email},{company},{role},{on}\n"


def five(report):
    return {k: report.counts[k] for k in ("new", "updated", "unchanged", "skipped", "failed")}


def only(**counts):
    return {"new": 0, "updated": 0, "unchanged": 0, "skipped": 0, "failed": 0} | counts


CONNECTIONS = sample("linkedin/Connections_current.csv")


def test_everything_is_counted(bring):
    report = bring(CONNECTIONS)
    assert five(report) == only(new=6, skipped=1)
    assert report.read == 7
    (skipped,) = report.told("skipped")
    assert (skipped["file"], skipped["line"]) == ("Connections.csv", 8)
    assert "left LinkedIn" in skipped["reason"]


def test_what_is_stored(scope, bring):
    bring(CONNECTIONS)
    ines = Person.objects.get(name="Ines Okafor")
    assert (ines.given, ines.family, ines.greeting, ines.role) == (
        "Ines", "Okafor", "Ines", "Staff Engineer",
    )  # fmt: skip
    assert ines.organization.name == "Brightwater Labs"
    assert ines.connected_on == date(2026, 10, 30)
    assert ines.source == "import"
    assert list(ines.contacts.values_list("kind", "key")) == [
        ("link", "https://www.linkedin.com/in/ines-okafor-demo")
    ]
    job = ines.positions.get()
    assert (job.title, job.organization, job.is_current) == (
        "Staff Engineer", ines.organization, True,
    )  # fmt: skip
    raw = ImportRow.objects.get(uid=ines.origin["*"])
    assert raw.raw["Company"] == "Brightwater Labs"
    assert (raw.file, raw.line, raw.outcome) == ("Connections.csv", 5, "new")
    assert [hit.title for hit in search.search(scope, "brightw ines")] == ["Ines Okafor"]


def test_imported_people_are_silent(bring):
    bring(CONNECTIONS)
    assert not Standing.objects.exists()
    assert not Event.objects.exists()


def test_dry_run_changes_nothing(bring, data_folder):
    report = bring(CONNECTIONS, dry_run=True)
    assert five(report) == only(new=6, skipped=1)
    assert not Person.objects.exists()
    assert not ImportBatch.objects.exists()
    assert not [p for p in data_folder.rglob("*") if p.is_file()]


@pytest.mark.parametrize(
    "path",
    [
        str(p.relative_to(SAMPLES))
        for p in sorted(SAMPLES.rglob("*"))
        if p.is_file() and p.suffix != ".md" and "essages" not in p.name
    ],
)
def test_dry_run_foretells_and_a_second_time_changes_nothing(bring, path):
    name = path.rsplit("/", 1)[-1]
    planned = five(bring(sample(path), name, dry_run=True))
    first = bring(sample(path), name)
    people, points = Person.objects.count(), ContactPoint.objects.count()
    assert five(first) == planned
    assert first.counts["new"] == people
    assert (first.items, first.read) == (first.items, sum(five(first).values()))
    second = bring(sample(path), name)
    assert second.counts["new"] == second.counts["updated"] == 0
    assert (Person.objects.count(), ContactPoint.objects.count()) == (people, points)


def test_same_person_twice_in_one_file(bring):
    text = HEAD + row("Ana", "Lima", "ana", company="X") + row("Ana", "Lima", "ana", "a@x.example")
    dry = bring(text, dry_run=True)
    report = bring(text)
    assert five(dry) == five(report) == only(new=1, updated=1)
    ana = Person.objects.get()
    assert sorted(ana.contacts.values_list("kind", flat=True)) == ["email", "link"]


def test_never_by_the_name_alone(bring):
    assert five(bring(HEAD + row("Ana", "Lima", "a1") + row("Ana", "Lima", "a2")))["new"] == 2
    assert five(bring(HEAD + row("Ana", "Lima", "a3")))["new"] == 1


def test_two_rows_that_are_the_same_and_nameable_by_nothing(bring):
    text = HEAD + row("Ana", "Lima") + row("Ana", "Lima")
    assert five(bring(text))["new"] == 2
    assert five(bring(text)) == only(unchanged=2)


def test_recognised_across_formats_by_email_and_profile(bring):
    bring(sample("google/contacts_2024.csv"), "contacts.csv")
    before = Person.objects.count()
    report = bring(sample("linkedin/Connections_reordered.csv"))
    assert five(report) == only(updated=1)
    assert Person.objects.count() == before


def test_address_that_belongs_to_somebody_else_stays_theirs(bring):
    bring(HEAD + row("Ana", "Lima", "ana") + row("Bo", "Berg", "", "bo@b.example"))
    bring(HEAD + row("Ana", "Lima", "ana", "bo@b.example"))
    assert ContactPoint.objects.filter(key="bo@b.example").count() == 1
    assert ContactPoint.objects.filter(key__endswith="/in/ana").count() == 1


def test_job_change_is_written_down_not_overwritten(bring):
    bring(HEAD + row("Ana", "Lima", "ana", company="Brightwater", role="Engineer"))
    report = bring(HEAD + row("Ana", "Lima", "ana", company="Nimbus", role="Head"))
    assert five(report) == only(updated=1)
    jobs = list(Position.objects.order_by("pk").values_list("organization__name", "is_current"))
    assert jobs == [("Brightwater", False), ("Nimbus", True)]
    ana = Person.objects.get()
    assert (ana.role, ana.organization.name) == ("Head", "Nimbus")
    assert five(bring(HEAD + row("Ana", "Lima", "ana", company="Nimbus", role="Head"))) == only(
        unchanged=1
    )


def test_what_i_wrote_is_never_overwritten(bring):
    bring(HEAD + row("Ana", "Lima", "ana"))
    Person.objects.update(given="Aninha", name="Aninha Lima")
    bring(HEAD + row("Ana", "Lima", "ana", on="1 Jan 2020"))
    ana = Person.objects.get()
    assert (ana.given, ana.name, ana.connected_on) == ("Aninha", "Aninha Lima", date(2020, 1, 1))


def test_forgotten_people_stay_forgotten(scope, bring):
    key = "https://www.linkedin.com/in/ines-okafor-demo"
    digest = forgotten_digest("link", key)
    ForgottenKey.objects.create(workspace=scope.workspace, digest=digest)
    report = bring(CONNECTIONS)
    assert five(report) == only(new=5, skipped=2)
    assert "forget" in report.told("skipped")[0]["reason"]
    assert not ImportRow.objects.filter(raw__has_key="URL", raw__URL__icontains="ines").exists()
    assert not Person.objects.filter(name__startswith="Ines").exists()


def test_organizations_once_whatever_the_legal_form(bring):
    bring(
        HEAD
        + row("A", slug="a", company="Grün GmbH")
        + row("B", slug="b", company="GRÜN")
        + row("C", slug="c", company="Grün gGmbH")
    )
    assert Organization.objects.count() == 2


def test_company_cards_become_organizations(bring):
    report = bring(sample("vcard/apple_icloud.vcf"), "a.vcf")
    assert report.read == 1
    assert Organization.objects.filter(name="Brightwater Labs").count() == 1


def test_notes_come_along_once(bring):
    text = "First Name,Email,Notes\nAna,a@a.example,met at PyCon\n"
    bring(text)
    bring(text)
    assert list(Note.objects.values_list("text", flat=True)) == ["met at PyCon"]


def test_my_own_profile_fills_what_settings_lack(scope, bring):
    operations_me = scope.settings.me
    assert operations_me.name == ""
    bring(sample("linkedin/Basic_LinkedInDataExport_11-15-2026.zip"), "Basic.zip")
    scope.workspace.refresh_from_db()
    assert scope.settings.me.name == "Sam Rivera"
    batch = ImportBatch.objects.get()
    assert len(batch.counts["me"]["skills"]) == 3


def test_bad_file_is_one_sentence_and_leaves_nothing(bring, data_folder):
    with pytest.raises(importing.BadFile, match=r"Connections.csv: .*nobody in it"):
        bring(HEAD)
    assert not ImportBatch.objects.exists()
    assert not [p for p in data_folder.rglob("*") if p.is_file()]


def test_missing_file(scope, tmp_path):
    with pytest.raises(importing.BadFile, match=r"nowhere\.csv"):
        operations.import_files(scope, paths=[tmp_path / "nowhere.csv"], clock=ticking)
    assert not ImportBatch.objects.exists()


def many(count, slug="ana"):
    return HEAD + "".join(
        row(f"Ana{n}", "Lima", f"{slug}{n}", company=f"Org {n % 7}") for n in range(count)
    )


class Killed(BaseException):
    """The worker dies."""


def dying(after):
    """A clock that ends the process after some looks at it."""
    looks = iter(range(after))

    def clock():
        if next(looks, None) is None:
            raise Killed
        return NOW

    return clock


@pytest.fixture
def waiting(scope):
    """A previewed batch, ready to be run."""

    def waiting(text, name="Connections.csv"):
        batch = operations.upload_import(
            scope, uid=uuid4(), files=[(name, [text.encode()])], now=NOW
        )
        operations.preview_import(scope, batch=batch, now=NOW)
        operations.start_import(scope, batch=batch)
        batch.refresh_from_db()
        return batch

    return waiting


def later(batch):
    return lambda: NOW + importing.LEASE * 3


@pytest.mark.parametrize("after", [2, 3, 4])
def test_killed_and_resumed_gives_the_same(scope, waiting, after):
    text = many(1300) + row("Ana0", "Lima", "ana0", "again@a.example") + ",,,,,,1 Jan 2020\n"
    batch = waiting(text)
    with pytest.raises(Killed):
        operations.run_import(scope, batch=batch, clock=dying(after))
    batch.refresh_from_db()
    assert batch.state == State.RUNNING
    assert Person.objects.count() == batch.progress < 1300
    report = operations.run_import(scope, batch=batch, clock=later(batch))
    batch.refresh_from_db()
    assert batch.state == State.DONE
    assert five(report) == only(new=1300, updated=1, skipped=1)
    assert batch.counts["done"]["read"] == batch.counts["plan"]["read"] == 1302
    assert Person.objects.count() == 1300


def test_a_lease_keeps_others_away(scope, waiting):
    batch = waiting(many(5))
    ImportBatch.objects.update(lease_until=NOW + importing.LEASE)
    operations.run_import(scope, batch=batch, clock=ticking)
    assert not Person.objects.exists()


def test_sweep_requeues_what_was_left(scope, waiting, run_jobs):
    batch = waiting(many(5))
    ImportBatch.objects.update(lease_until=NOW)
    with run_jobs():
        assert operations.sweep_imports(NOW) == 1
    batch.refresh_from_db()
    assert batch.lease_until is None or batch.state == State.DONE


def test_stopping_stands_as_unfinished_and_goes_on(scope, waiting):
    batch = waiting(many(5))
    assert operations.cancel_import(scope, batch=batch) is False
    operations.run_import(scope, batch=batch, clock=ticking)
    batch.refresh_from_db()
    assert batch.state == State.UNFINISHED
    assert not Person.objects.exists()
    operations.start_import(scope, batch=batch)
    operations.run_import(scope, batch=batch, clock=ticking)
    assert Person.objects.count() == 5


def test_start_twice_is_once(scope, waiting):
    batch = waiting(many(5))
    operations.start_import(scope, batch=batch)
    operations.run_import(scope, batch=batch, clock=ticking)
    operations.start_import(scope, batch=batch)
    assert operations.run_import(scope, batch=batch, clock=ticking).read == 0
    assert Person.objects.count() == 5


def undo(scope, uid):
    batch = ImportBatch.objects.get(uid=uid)
    operations.undo_import(scope, batch=batch)
    kept = operations.run_undo(scope, batch=batch, clock=ticking)
    batch.refresh_from_db()
    assert batch.state == State.UNDONE
    return kept


def test_undo_takes_everything_back(scope, bring):
    report = bring(many(150))
    assert undo(scope, report.batch) == 0
    for model in (Person, ContactPoint, Position, Organization, ImportRow):
        assert not model.objects.exists(), model
    assert search.search(scope, "ana1") == []


def test_undo_spares_what_was_touched(scope, bring):
    report = bring(many(3))
    person = Person.objects.first()
    Note.objects.create(workspace=scope.workspace, person=person, text="hello", created_at=NOW)
    Person.objects.filter(pk=person.pk).update(updated_at=NOW.replace(hour=11))
    assert undo(scope, report.batch) == 1
    assert Person.objects.get() == person


def test_undo_of_an_update_restores(scope, bring):
    bring(HEAD + row("Ana", "Lima", "ana", company="Brightwater", role="Engineer"))
    report = bring(HEAD + row("Ana", "Lima", "ana", "a@a.example", "Nimbus", "Head", "1 Jan 2020"))
    undo(scope, report.batch)
    ana = Person.objects.get()
    assert (ana.role, ana.organization.name, ana.connected_on) == ("Engineer", "Brightwater", None)
    assert ana.contacts.count() == 1
    assert list(ana.positions.values_list("is_current", flat=True)) == [True]
    assert search.search(scope, "nimbus") == []
    assert [hit.title for hit in search.search(scope, "brightwater ana")] == ["Ana Lima"]


def test_undo_twice_is_once(scope, bring):
    report = bring(many(3))
    undo(scope, report.batch)
    undo(scope, report.batch)


def test_files_leave_the_disk_when_done(bring, data_folder):
    bring(many(3))
    assert not [p for p in data_folder.rglob("*") if p.is_file()]


def test_statements_do_not_grow_with_the_rows(bring):
    def statements(count):
        with CaptureCount() as seen:
            bring(many(count, f"x{count}-"), f"{count}.csv")
        return seen.count

    statements(8)
    assert statements(380) == statements(9)


class CaptureCount:
    """Counts statements; one `executemany` is one."""

    def __enter__(self):
        self.count = 0
        self.wrapper = connection.execute_wrapper(self._see)
        self.wrapper.__enter__()
        return self

    def __exit__(self, *error):
        self.wrapper.__exit__(*error)

    def _see(self, execute, sql, params, many, context):
        self.count += 1
        return execute(sql, params, many, context)
