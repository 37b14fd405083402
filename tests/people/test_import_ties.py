"""What an archive tells besides people: who I was in touch with, where they work now, who I am."""

import io
import zipfile
from datetime import UTC, datetime, timedelta

import pytest

from askwell.coach.cadence import EventKind, StepKind
from askwell.explorations import operations as explorations
from askwell.people import journal, operations
from askwell.people.models import Event, ImportBatch, Person, Standing
from askwell.plumbing.ids import new_uid
from tests.people.imports import HEAD, NOW, five, only, row, ticking

MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER\n"
)
ME = "https://www.linkedin.com/in/me"
IN = "https://www.linkedin.com/in/"


def wrote(thread, to, day, text="hello"):
    others = ",".join(IN + one for one in to.split())
    return f'{thread},,Mira Me,{ME},Somebody,"{others}",{day} 09:15:00 UTC,,{text},INBOX\n'


def answered(thread, by, day, text="hello"):
    return f"{thread},,Somebody,{IN}{by},Mira Me,{ME},{day} 11:00:00 UTC,,{text},INBOX\n"


def archive(**members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, text in members.items():
            made.writestr(f"{name.replace('_', ' ')}.csv", text)
    return buffer.getvalue()


TWO = row("Ana", "Lima", "ana") + row("Bo", "Berg", "bo")


def whole(messages="", people=TWO, **more):
    profile = "First Name,Last Name,Headline,Geo Location\nMira,Me,Looking around,Leeds\n"
    return archive(Connections=HEAD + people, messages=MESSAGES + messages, Profile=profile, **more)


NAME = "Complete_LinkedInDataExport_11-20-2026.zip"


@pytest.fixture
def undo(scope, django_capture_on_commit_callbacks):
    def undo(report):
        batch = ImportBatch.objects.get(uid=report.batch)
        with django_capture_on_commit_callbacks():
            operations.undo_now(scope, batch=batch, clock=ticking, sleep=lambda seconds: None)
        return batch.counts

    return undo


def test_messages_become_touches_by_the_day_without_their_words(bring):
    report = bring(
        whole(
            wrote(1, "ana", "2026-03-01", "a secret")
            + answered(1, "ana", "2026-03-01", "a secret")
            + answered(1, "ana", "2026-04-02", "a secret")
            + wrote(2, "ana bo", "2026-05-01")
            + wrote(3, "nobody", "2026-05-01")
        ),
        NAME,
    )
    events = list(Event.objects.order_by("at"))
    assert [(e.person.name, e.kind, e.at.date().isoformat()) for e in events] == [
        ("Ana Lima", "touched", "2026-03-01"),
        ("Ana Lima", "touched", "2026-04-02"),
    ]
    assert (events[0].data["how"], events[0].data["mine"], events[0].data["theirs"]) == (
        "message", 1, 1,
    )  # fmt: skip
    assert "secret" not in str([event.data for event in events])
    assert (report.counts["touches"], report.counts["strangers"]) == (2, 1)
    assert five(report) == only(new=2)


def test_the_same_archive_again_adds_no_touch(bring):
    content = whole(wrote(1, "ana", "2026-03-01"))
    bring(content, NAME)
    again = bring(content, NAME)
    assert Event.objects.count() == 1
    assert five(again) == only(unchanged=2)
    assert again.counts["touches"] == 0


def test_touches_put_nobody_in_play(bring):
    bring(whole(wrote(1, "ana", "2026-03-01")), NAME)
    assert not Standing.objects.exists()


def test_invitations_are_touches_too(bring):
    invited = (
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
        f'Mira Me,Ana Lima,"10/28/26, 9:03 AM",Hi,OUTGOING,{ME},{IN}ana\n'
    )
    bring(whole(Invitations=invited), NAME)
    assert Event.objects.get().data["how"] == "invitation"


def test_my_own_files_fill_me_and_undo_empties_it_again(scope, bring, undo):
    jobs = (
        "Company Name,Title,Description,Location,Started On,Finished On\nNimbus,Pilot,,,Jan 2020,\n"
    )
    schools = "School Name,Start Date,End Date,Notes,Degree Name,Activities\nLeeds,2010,2013,,BA,\n"
    report = bring(whole(Positions=jobs, Education=schools, Skills="Name\nSQL\nsql\nChess\n"), NAME)
    scope.workspace.refresh_from_db()
    me, path = scope.settings.me, scope.settings.path
    assert (me.name, me.city, me.school) == ("Mira Me", "Leeds", "Leeds")
    assert path.jobs == (("Nimbus", "Pilot", "2020-01", ""),)
    assert path.schools == (("Leeds", "BA", "2010", "2013"),)
    assert path.skills == ("SQL", "Chess")
    assert {"name", "city", "school", "jobs", "skills"} <= set(report.filled)
    counts = undo(report)
    scope.workspace.refresh_from_db()
    assert scope.settings.path.jobs == ()
    assert (scope.settings.me.name, counts["kept_me"]) == ("", [])


def met(scope, person, days=30):
    question = explorations.ask(scope, uid=new_uid(), topic="data", now=NOW)
    at = NOW - timedelta(days=days)
    data = {"talk": str(new_uid()), "starts_at": at.isoformat(), "minutes": 30}
    for kind in ("booked", "talk-ended", "thanked", "debriefed"):
        journal.record(
            scope, person=person, exploration=question, kind=EventKind(kind), at=at, now=NOW,
            data=data,
        )  # fmt: skip


def moving(slug="ana"):
    before = HEAD + row("Ana", "Lima", slug, company="Brightwater", role="Engineer")
    return before, HEAD + row("Ana", "Lima", slug, company="Nimbus", role="Head")


def test_a_new_employer_of_somebody_met_is_a_reason_to_write(scope, bring):
    before, after = moving()
    bring(before)
    ana = Person.objects.get()
    met(scope, ana)
    was = Standing.objects.get()
    assert (was.step, was.reason) == (StepKind.TOUCH, "rhythm")
    assert bring(after).counts["moved"] == 1
    now = Standing.objects.get()
    assert (now.step, now.reason) == (StepKind.TOUCH, "new-job")
    assert now.due_at < was.due_at
    assert [job.title for job in ana.positions.filter(is_current=False)] == ["Engineer"]
    journal.record(scope, person=ana, kind=EventKind.TOUCHED, at=NOW + timedelta(1), now=NOW)
    assert Standing.objects.get().reason == "rhythm"


def test_for_everybody_else_it_is_a_silent_line(bring):
    before, after = moving()
    bring(before)
    bring(after)
    assert [event.kind for event in Event.objects.all()] == ["moved"]
    assert not Standing.objects.exists()


def test_another_title_at_the_same_place_is_no_move(bring):
    bring(HEAD + row("Ana", "Lima", "ana", company="Nimbus", role="Engineer"))
    bring(HEAD + row("Ana", "Lima", "ana", company="Nimbus Ltd", role="Head"))
    assert not Event.objects.exists()


def test_undo_takes_touches_and_moves_back(scope, bring, undo):
    before, after = moving()
    bring(before)
    met(scope, Person.objects.get())
    report = bring(whole(wrote(1, "ana", "2026-11-01"), people=after.removeprefix(HEAD)), NAME)
    assert Event.objects.filter(kind__in=("touched", "moved")).count() == 2
    undo(report)
    assert not Event.objects.filter(kind__in=("touched", "moved")).exists()
    assert Standing.objects.get().reason == "rhythm"
    assert Person.objects.get().role == "Engineer"


def test_undo_names_whom_it_leaves(scope, bring, undo):
    report = bring(HEAD + row("Ana", "Lima", "ana") + row("Bo", "Berg", "bo"))
    ana = Person.objects.get(name="Ana Lima")
    operations.add_note(
        scope, person=ana, uid=new_uid(), text="hello", now=datetime(2026, 11, 23, tzinfo=UTC)
    )
    counts = undo(report)
    assert counts["kept_people"] == [{"uid": str(ana.uid), "name": "Ana Lima"}]
    assert list(Person.objects.all()) == [ana]


def test_somebody_a_later_import_knows_stays(bring, undo):
    first = bring(HEAD + row("Ana", "Lima", "ana"))
    bring(HEAD + row("Ana", "Lima", "ana", "a@a.example"))
    assert undo(first)["kept"] == 1
    assert Person.objects.get().contacts.count() == 2
