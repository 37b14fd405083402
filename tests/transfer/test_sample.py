"""The sample notebook: forget everybody and look for each of them; take it out and bring it back."""

from datetime import UTC, date, datetime

from askwell.people import journal
from askwell.people.models import ContactPoint, Person, SearchEntry, Standing
from askwell.transfer import demo, operations
from tests.support.database import dump, everything

NOW = datetime(2026, 5, 5, 12, 0, tzinfo=UTC)


def test_nobody_of_the_sample_notebook_is_left(cast, settings, tmp_path):
    settings.DATA, settings.MEDIA_ROOT = tmp_path, tmp_path / "files"
    demo.build(cast.scope, date(2026, 5, 5))
    people = list(Person.objects.filter(workspace=cast.workspace))
    assert len(people) > 30
    marks = {person.name for person in people if " " in person.name}
    marks |= set(ContactPoint.objects.values_list("value", flat=True))
    before = dump().casefold()
    assert all(mark.casefold() in before for mark in marks)
    for person in people:
        operations.forget_person(cast.scope, person=person, keep_quotes=True, now=NOW)
    after = dump().casefold()
    assert [mark for mark in sorted(marks) if mark.casefold() in after] == []


def test_the_sample_notebook_goes_out_and_comes_back(cast, tmp_path):
    demo.build(cast.scope, date(2026, 5, 5))
    operations.export_to(cast.scope, tmp_path / "out.zip", now=NOW)
    operations.restore_from(cast.strange_scope, tmp_path / "out.zip", now=NOW)
    assert everything(cast.elsewhere) == everything(cast.workspace)
    assert journal.differences(cast.strange_scope, NOW) == []
    stands = Standing.objects.filter(workspace=cast.elsewhere)
    assert stands.count() == Standing.objects.filter(workspace=cast.workspace).count() > 10
    kinds = SearchEntry.objects.values_list("workspace", "kind").order_by("kind")
    here, there = (
        [kind for place, kind in kinds if place == workspace.pk]
        for workspace in (cast.workspace, cast.elsewhere)
    )
    assert there == here
