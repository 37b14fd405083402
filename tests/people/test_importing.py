"""Imports through the operations: counted, idempotent, resumable, undoable, silent."""

from datetime import date

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
from tests.people.imports import HEAD, five, many, only, row, sample, ticking

State = ImportBatch.State


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
        if p.is_file()
        and p.suffix != ".md"
        and p.parent != SAMPLES
        and "essages" not in p.name
        and p.parent.name != "profile"
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


def test_two_jobs_in_one_file_leave_the_last_one(bring):
    jobs = [("Brightwater", "Engineer"), ("Nimbus", "Head"), ("Vela", "Chief")]
    bring(HEAD + "".join(row("Ana", "Lima", "ana", company=c, role=r) for c, r in jobs))
    assert list(Position.objects.filter(is_current=True).values_list("title", flat=True)) == [
        "Chief"
    ]
    ana = Person.objects.get()
    assert (ana.role, ana.organization.name, ana.positions.count()) == ("Chief", "Vela", 3)


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


def test_statements_do_not_grow_with_the_rows(bring):
    def statements(count):
        with CaptureCount() as seen:
            bring(many(count, f"x{count}-"), f"{count}.csv")
        return seen.count

    statements(8)
    assert statements(280) == statements(9)


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


ALUMNI = (
    "First Name,Last Name,Email,School,Degree,Graduation Year,May be asked,Maximum requests per term\n"
    "Ana,Lima,a@a.example,Leeds,BA History,2013,yes,2\n"
)


def test_an_alumni_directory_tells_school_and_limits(bring):
    report = bring(ALUMNI, "alumni.csv")
    ana = Person.objects.get()
    assert (ana.source, ana.happy_to_talk) == ("alumni", True)
    school = ana.educations.get()
    assert (school.school, school.degree, school.ended) == ("Leeds", "BA History", "2013")
    assert "at most 2 times a term" in ana.notes.get().text
    assert five(report) == only(new=1)
    assert five(bring(ALUMNI, "alumni.csv")) == only(unchanged=1)


def test_schools_fill_somebody_known_and_go_with_the_import(scope, bring):
    bring("First Name,Email\nAna,a@a.example\n", "a.csv")
    report = bring(ALUMNI, "alumni.csv")
    assert five(report) == only(updated=1)
    assert Person.objects.get().educations.count() == 1
    batch = ImportBatch.objects.get(uid=report.batch)
    operations.undo_now(scope, batch=batch, clock=ticking, sleep=lambda seconds: None)
    ana = Person.objects.get()
    assert (ana.educations.count(), ana.happy_to_talk, ana.notes.count()) == (0, False, 0)
