"""The list of talks, the talk's page, the prep sheet, paper, and forgetting somebody."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from askwell.coach.cadence import StepKind
from askwell.explorations import operations as explorations
from askwell.meetings import operations, paper, selectors
from askwell.meetings.models import Conversation, Participant, Proposal, Recall, RoomNote
from askwell.outreach import operations as outreach
from askwell.people import operations as people
from askwell.people.models import Reading
from askwell.plumbing.ids import new_uid
from askwell.questions import operations as questions
from askwell.questions import selectors as plans
from askwell.questions.models import Agenda
from askwell.workspaces.operations import change_settings
from askwell.workspaces.settings import Me

LIST = reverse("meetings:list")


def url(name, talk, *more):
    return reverse(f"meetings:{name}", args=[talk.uid, *more])


# -- lists ----------------------------------------------------------------------------------------


def test_an_empty_list_teaches_the_next_move(owner):
    assert "No talk yet" in owner.get(LIST).content.decode()


def test_the_list_has_what_comes_and_what_was(owner, scope, book, held, dana, clock):
    book(starts_at=clock.now() + timedelta(days=3))
    book(starts_at=clock.now() + timedelta(days=4), minutes=20)
    page = owner.get(LIST).content.decode()
    assert page.index("To come") < page.index("Talks so far")
    assert page.count("Dana Whitfield") == 3
    found = owner.get(LIST, {"q": "whitf"}).content.decode()
    assert found.count("Dana Whitfield") == 1
    assert "No talk with somebody of that name" in owner.get(LIST, {"q": "Omar"}).content.decode()


def test_the_list_is_cut_into_pages(owner, scope, dana, question, clock):
    for days in range(1, 32):
        operations.talked(
            scope,
            uid=new_uid(),
            people=[dana],
            agreed=operations.Agreed(clock.now() - timedelta(days=days), 30, "UTC", "phone"),
            exploration=question,
            now=clock.now(),
        )
    first = owner.get(LIST).content.decode()
    assert first.count('class="who"') == 25
    after = re.search(r'href="(\?after=[^"]+)"', first)
    assert (
        owner.get(LIST + after[1].replace("&amp;", "&")).content.decode().count('class="who"') == 6
    )


def test_lists_and_pages_cost_the_same_however_much_there_is(
    owner, scope, book, held, clock, django_assert_max_num_queries
):
    pages = (LIST, url("talk", held), url("prep", held))
    talk = book(starts_at=clock.now() + timedelta(days=3))
    operations.make_plan(scope, talk=talk, now=clock.now())
    pages = (*pages, url("talk", talk), url("prep", talk))
    few = {}
    for page in pages:
        with django_assert_max_num_queries(22) as used:
            owner.get(page)
        few[page] = len(used)
    for number in range(8):
        other = people.add_person(scope, name=f"Person {number}", now=clock.now())
        for one in (held, talk):
            found = selectors.get_talk(scope, one.uid)
            operations.add_participant(scope, talk=found, person=other, now=clock.now())
        book(people=[other], starts_at=clock.now() + timedelta(days=5))
        typed = operations.Typed(new_uid(), 1, f"note {number}", "fact", number)
        operations.keep_note(scope, talk=held, typed=typed, now=clock.now())
        Reading.objects.create(
            workspace=scope.workspace, person=other, kind="role", created_at=clock.now()
        )
    for page in pages:
        with django_assert_max_num_queries(few[page]):
            owner.get(page)


# -- prepared in three minutes --------------------------------------------------------------------


def test_from_a_date_to_a_printed_sheet(owner, scope, dana, ahead, step):
    """Name and date are typed at the door; from the form on it is four steps."""
    talk_page = owner.post(reverse("meetings:book", args=[dana.uid]), ahead, follow=True)
    talk = Conversation.objects.get(workspace=scope.workspace)
    form = re.search(r'name="next"\s+value="([^"]+)"', talk_page.content.decode())
    sheet = owner.post(url("plan", talk), {"next": form[1]}, follow=True)
    page = sheet.content.decode()
    assert sheet.request["PATH_INFO"] == url("prep", talk)
    assert "data journalism" in page
    assert "Who else would you suggest I talk to?" in page
    assert 'class="ruled"' in page
    assert page.count("<print-button hidden>") == 1
    owner.post(url("prepared", talk))
    owner.post(url("prepared", talk))
    assert step(dana).kind == StepKind.CONFIRM


def test_the_sheet_has_what_i_know(owner, scope, talk, dana, clock):
    now = clock.now()
    Reading.objects.create(
        workspace=scope.workspace,
        person=dana,
        kind="recent-work",
        text="Her series on river pollution.",
        created_at=now,
    )
    change_settings(scope, me=Me(half_minute="I study statistics in Leeds."))
    questions.answer(scope, key="back-why-me", text="Because of the river series.", now=now)
    explorations.believe(
        scope, exploration=talk.exploration, uid=new_uid(), text="It is mostly writing", now=now
    )
    outreach.promise(scope, person=dana, side="mine", text="Send the article", due_at=now, now=now)
    form = {"compliment": "The river maps were a joy to read", "backup": "0113 496 0000"}
    owner.post(url("dayof", talk), form)
    page = owner.get(url("prep", talk)).content.decode()
    for words in (
        "Dana Whitfield",
        "Data editor, The Courier",
        "Her series on river pollution.",
        "I read about your work: Her series on river pollution.",
        "I study statistics in Leeds.",
        "Because of the river series.",
        "It is mostly writing",
        "Send the article",
        "The river maps were a joy to read",
        "0113 496 0000",
    ):
        assert words in page
    text = owner.get(url("ics", talk)).content.decode().replace("\r\n ", "")
    assert "I study statistics in Leeds." in text


def test_the_pocket_file_needs_nothing_else(owner, scope, talk, clock):
    operations.make_plan(scope, talk=talk, now=clock.now())
    answer = owner.get(url("prep", talk), {"download": "1"})
    page = answer.content.decode()
    assert 'filename="prep-dana-whitfield.html"' in answer["Content-Disposition"]
    assert "<style>" in page
    assert not re.findall(r"(?:src|href)=|url\(|<script|@import", page)
    assert "Who else would you suggest I talk to?" in page


def test_the_plan_leads_to_its_talk(owner, scope, talk, clock):
    answer = owner.post(url("plan", talk), {"by_hand": "1"})
    agenda = selectors.get_talk(scope, talk.uid).agenda
    assert answer["Location"] == reverse("questions:agenda", args=[agenda.uid])
    assert not agenda.items.exists()
    page = owner.get(answer["Location"]).content.decode()
    link = reverse("meetings:of_agenda", args=[agenda.uid])
    assert link in page
    assert owner.get(link)["Location"] == url("talk", talk)
    assert owner.get(link, {"to": "prep"})["Location"] == url("prep", talk)


def test_a_second_talk_does_not_ask_the_same_person_the_same(scope, held, book, clock):
    operations.make_plan(scope, talk=held, now=clock.now())
    asked = plans.plan(scope, held.agenda).parts[1].items[0]
    questions.mark_asked(scope, item=asked, asked=True, now=clock.now())
    again = book(starts_at=clock.now() + timedelta(days=9))
    operations.make_plan(scope, talk=again, now=clock.now())
    assert asked.key not in {item.key for item in plans.plan(scope, again.agenda).items}


# -- the day --------------------------------------------------------------------------------------


def test_the_list_of_the_day_fits_the_way_we_talk(owner, scope, book):
    phone, visit = book(), book(mode="in-person", place="12 Canal St")
    assert "Charge the phone" in owner.get(url("talk", phone)).content.decode()
    page = owner.get(url("talk", visit)).content.decode()
    assert "five to ten minutes early" in page
    assert "Charge the phone" not in page


def test_ticks_are_kept(owner, scope, talk):
    owner.post(url("dayof", talk), {"list": "1", "done": ["water", "no-such-line"]})
    assert selectors.get_talk(scope, talk.uid).day_of == ["water"]
    page = owner.get(url("talk", talk)).content.decode()
    assert 'value="water" checked' in page


def test_when_to_leave(owner, scope, book):
    talk = book(mode="in-person", place="12 Canal St")
    owner.post(url("dayof", talk), {"backup": "", "compliment": "", "way_minutes": "35"})
    found = selectors.get_talk(scope, talk.uid)
    assert found.starts_at - found.leave_by == timedelta(minutes=45)
    page = owner.get(url("talk", talk)).content.decode()
    assert "Leave by 09:15." in page
    assert 'value="35"' in page
    wrong = owner.post(url("dayof", talk), {"way_minutes": "far", "compliment": "Fine maps"})
    assert wrong.status_code == 422
    assert "Fine maps" in wrong.content.decode()


# -- paper ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("They phone all day", ("note", "They phone all day")),
        ("“Half of it is phoning.”", ("quote", "Half of it is phoning.")),
        ('"Half" of it, "or more"', ("quote", '"Half" of it, "or more"')),
        ("- @ Ken Abara, ran the desk", ("person", "Ken Abara, ran the desk")),
        ("> send her the article", ("promise", "send her the article")),
        ("< will read my résumé", ("offered", "will read my résumé")),
        ("+SQL, R", ("skill", "SQL, R")),
        ("* a desk job in May", ("opening", "a desk job in May")),
        ("! nobody codes", ("surprise", "nobody codes")),
        ("? which archive", ("follow-up", "which archive")),
        ("= 12 people", ("fact", "12 people")),
        ("3. third thing", ("note", "third thing")),
        ("?", ("follow-up", "?")),
    ],
)
def test_a_sign_in_front_says_what_a_line_is(line, found):
    assert paper.read_line(line) == found


def test_paper_is_typed_up_once_and_ends_the_talk(owner, scope, talk, dana, clock, step):
    operations.make_plan(scope, talk=talk, now=clock.now())
    clock.set(talk.starts_at + timedelta(hours=2))
    item = plans.plan(scope, talk.agenda).parts[1].items[0]
    page = owner.get(url("paper", talk)).content.decode()
    assert f'name="item_{item.uid.hex}"' in page
    form = {
        "uid": str(new_uid()),
        "page": "@ Ken Abara\n\n> send the article\nQuiet room",
        f"item_{item.uid.hex}": "“Phones, mostly.”",
    }
    for _twice in range(2):
        answer = owner.post(url("paper", talk), form)
    assert answer["Location"] == reverse("network:recall", args=[talk.uid])
    notes = {note.text: note for note in selectors.notes_of(talk)}
    assert {text: note.tag for text, note in notes.items()} == {
        "Phones, mostly.": "quote",
        "Ken Abara": "person",
        "send the article": "promise",
        "Quiet room": "note",
    }
    assert notes["Phones, mostly."].agenda_item == item
    item.refresh_from_db()
    assert item.asked_at
    found = selectors.get_talk(scope, talk.uid)
    assert found.ended_at == found.ends_at
    assert step(dana).kind == StepKind.RECALL


def test_paper_of_a_cancelled_talk_is_not_lost(owner, talk):
    owner.post(url("cancel", talk))
    answer = owner.post(url("paper", talk), {"uid": str(new_uid()), "page": "dear words"})
    assert answer.status_code == 422
    assert "dear words" in answer.content.decode()
    assert not RoomNote.objects.exists()


# -- letters --------------------------------------------------------------------------------------


def test_letters_get_facts_of_the_talk(scope, held, dana, clock):
    Recall.objects.create(
        workspace=scope.workspace,
        conversation=held,
        struck="Half of it is phoning.",
        will_do="Read the river series.\nLearn SQL",
        who_else="Ken Abara, data desk\nPriya",
        at=clock.now(),
    )
    facts = {f.name: f.text for f in selectors.letter_facts(scope, dana, held, clock.now())}
    assert facts["meeting.when"] == "Wednesday 2 December, 10:00"
    assert facts["meeting.day"] == "Wednesday"
    assert facts["meeting.number"] == "+44 20 7946 0000"
    assert facts["recall.struck"] == "Half of it is phoning"
    assert facts["recall.will_do"] == "Read the river series; Learn SQL"
    assert facts["recall.named"] == "Ken Abara and Priya"


# -- forgetting -----------------------------------------------------------------------------------


def test_forgetting_somebody_leaves_nothing_of_them(scope, held, dana, book, clock, question):
    now = clock.now()
    omar = people.add_person(scope, name="Omar Haddad", now=now)
    together = book(people=[dana, omar], starts_at=now + timedelta(days=2))
    alone = book(people=[omar], starts_at=now + timedelta(days=3))
    for talk, speaker in ((held, None), (together, dana), (together, omar)):
        RoomNote.objects.create(
            workspace=scope.workspace,
            conversation=talk,
            speaker=speaker,
            text="Dana Whitfield knows Ken",
            created_at=now,
        )
    operations.make_plan(scope, talk=held, now=now)
    operations.offer(
        scope, uid=new_uid(), person=dana, starts=[now], minutes=30, zone="UTC",
        exploration=question, now=now,
    )  # fmt: skip
    questions.add_own(scope, uid=new_uid(), text="Ask dana whitfield?", category="other", now=now)
    operations.forget(scope, person=dana, keep_quotes=True)
    questions.forget(scope, person=dana, keep_quotes=True)
    left = Conversation.objects.filter(workspace=scope.workspace).values_list("uid", flat=True)
    assert set(left) == {together.uid, alone.uid}
    assert not Participant.objects.filter(person=dana).exists()
    assert not Proposal.objects.exists()
    assert not Agenda.objects.exists()
    assert [note.text for note in RoomNote.objects.all()] == ["… knows Ken"]
    assert plans.own_questions(scope).get().text == "Ask …?"
