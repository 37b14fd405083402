"""What is hard to write down comes back as it was: odd names, separators, formulas, own ids."""

from datetime import date
from uuid import uuid4

import pytest
import vobject

from askwell.people import operations, taking_out
from askwell.people.lists import Filters
from askwell.people.models import ContactPoint, Person
from tests.people.formats.reading import read
from tests.people.imports import NOW

NAMES = [
    "Ana",
    "Ines Okafor",
    "山田太郎",
    "Zoë 🌱 Müller",
    'Bo "B" Berg; Jr.',
    "=cmd()",
    "+49",
    "a@b.example",
]


@pytest.fixture
def crowd(scope):
    """People as they come to be in a notebook: by hand and from files."""
    for name in NAMES:
        person = operations.add_person(
            scope, name=name, organization=name if name == "Ana" else "Grün, Söhne; GmbH",
            role="Head\\of; x, y", source="friend", now=NOW,
        )  # fmt: skip
        for kind, value in (
            ("email", f"Mail{person.pk}@X.example"),
            ("phone", "+49 (0)170 123;45"),
            ("link", "https://example.org/a;b?c=d,e"),
        ):
            operations.add_contact(
                scope, person=person, uid=uuid4(), kind=kind, value=value, label="", now=NOW
            )
        for words in ("First,\n\n  note ", "second; \\n note", "=third"):
            operations.add_note(scope, person=person, uid=uuid4(), text=words, now=NOW)
        Person.objects.filter(pk=person.pk).update(
            labels=["Mentors", "a, b; c", "-x"], birthday="--02-29", place="Lisbon, Portugal",
            how_known="At school.\nTwice.", connected_on=date(2020, 1, 2), honorific="Dr.",
        )  # fmt: skip
    bare = Person.objects.create(
        workspace=scope.workspace, name="Nobody Known", sort_key="x", created_at=NOW, updated_at=NOW
    )
    ContactPoint.objects.create(
        workspace=scope.workspace, person=bare, kind="vcard-uid", value="OLD:1", key="old:1"
    )
    return list(Person.objects.order_by("pk"))


@pytest.mark.parametrize("form", ["vcf", "vcf4", "csv", "json"])
def test_odd_names_and_marks_come_back_unchanged(scope, crowd, form, tmp_path):
    file = tmp_path / f"people.{form[:4].removesuffix('4')}"
    pieces = taking_out.written(scope, Filters(), "", form=form, now=NOW)
    file.write_bytes(b"".join(pieces))
    before = list(Person.objects.values())
    report = operations.import_files(scope, paths=[file], clock=lambda: NOW)
    assert report.counts["unchanged"] == len(crowd)
    assert (report.counts["new"], report.counts["updated"], report.counts["failed"]) == (0, 0, 0)
    assert list(Person.objects.values()) == before


def test_another_reader_takes_all_of_them(scope, crowd):
    pieces = taking_out.written(scope, Filters(), "", form="vcf", now=NOW)
    content = b"".join(pieces)
    uids = {p.display_name: p.uid for p in read(content).people}
    assert uids["Nobody Known"] == "OLD:1"
    assert uids["Ana"] == str(Person.objects.get(name="Ana").uid)
    assert len(list(vobject.readComponents(content.decode()))) == len(crowd)
