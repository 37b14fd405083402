"""What I've heard: answers side by side, talk by talk, passages, beliefs, the page to show."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from askwell.explorations.operations import believe
from askwell.insights.models import Evidence, Highlight, ResumeLine
from askwell.insights.operations import forget, mark_passage, mention_skill
from askwell.meetings.models import RoomNote
from askwell.people.models import Person
from askwell.plumbing.ids import new_uid
from tests.support.talks import asked, held_talk, note, question

WEEK = "What does a normal week look like?"
START = "How did you start?"


@pytest.fixture
def now(clock):
    return clock.now()


@pytest.fixture
def mine(scope, now):
    return question(scope, now)


@pytest.fixture
def three(scope, now, mine):
    """Three talks; two of them about the week, one about the start."""
    talks = [
        held_talk(scope, now, name, exploration=mine)
        for name in ("Dana Reyes", "Omar Haddad", "Priya Nair")
    ]
    for talk, text in zip(talks[:2], ("Mostly Excel", "Mostly phone calls"), strict=True):
        items = asked(talk, [("career.week", WEEK), ("path.start", START)])
        note(talk, text, item=items[0])
    items = asked(talks[2], [("path.start", START)])
    note(talks[2], "By chance, at a student paper", item=items[0])
    return talks


def page(client, name, *args, **query):
    return client.get(reverse(f"insights:{name}", args=args), query).content.decode()


def post(client, name, *args, **fields):
    return client.post(reverse(f"insights:{name}", args=args), fields)


def test_an_empty_notebook_says_what_comes_here(owner):
    assert "Nothing yet" in page(owner, "heard")


def test_the_same_question_stands_side_by_side(owner, three):
    text = page(owner, "heard")
    assert "From 3 different people." in text
    assert "2 of 3 people said something about this." in text
    assert text.index(WEEK) < text.index("Mostly Excel") < text.index("Mostly phone calls")
    assert "Dana Reyes" in text
    assert "Omar Haddad" in text


def test_before_three_talks_there_is_no_table(owner, scope, now, mine):
    for name in ("Dana", "Omar"):
        talk = held_talk(scope, now, name, exploration=mine)
        note(talk, "Excel", item=asked(talk, [("career.week", WEEK)])[0])
    assert "<table" not in page(owner, "heard")


def test_from_three_talks_on_there_is_one(owner, three):
    assert "<table" in page(owner, "heard")


def test_one_talk_is_one_data_point(owner, scope, now, mine):
    held_talk(scope, now, "Dana", exploration=mine)
    assert "one data point" in page(owner, "heard")


def test_answers_can_be_searched(owner, three):
    text = page(owner, "heard", q="phone")
    assert "Mostly phone calls" in text
    assert "By chance" not in text
    assert "Nothing holds these words." in page(owner, "heard", q="zebra")


def test_another_question_can_be_asked_for(owner, three, scope, now):
    other = question(scope, now, "nursing")
    assert "Mostly Excel" not in page(owner, "heard")
    assert "Mostly Excel" in page(owner, "heard", question=str(three[0].exploration.uid))
    assert "Mostly Excel" in page(owner, "heard", question="all")
    assert "Mostly Excel" not in page(owner, "heard", question=str(other.uid))
    assert owner.get(reverse("insights:heard"), {"question": "nonsense"}).status_code == 404


def test_what_was_new_is_said_talk_by_talk(owner, three, scope, now):
    first = note(three[0], "You need SQL", RoomNote.Tag.SKILL)
    mention_skill(scope, note=first, name="SQL", now=now)
    later = held_talk(
        scope, now, "Ruth", exploration=three[0].exploration, ago=timedelta(minutes=30)
    )
    again = note(later, "SQL again", RoomNote.Tag.SKILL)
    mention_skill(scope, note=again, name="SQL", now=now)
    note(later, "They work at night", RoomNote.Tag.SURPRISE)
    text = page(owner, "talk_by_talk")
    assert text.count("Skills nobody had named before") == 1
    assert "They work at night" in text


def test_a_passage_is_marked_once_and_word_for_word(owner, three):
    row = RoomNote.objects.get(text="Mostly Excel")
    assert post(owner, "mark", row.uid, text="Excel").status_code == 303
    post(owner, "mark", row.uid, text=" Excel ")
    kept = Highlight.objects.get()
    assert (kept.text, kept.person.name, kept.question_key) == (
        "Excel",
        "Dana Reyes",
        "career.week",
    )
    assert post(owner, "mark", row.uid, text="Mostly Word").status_code == 422
    assert post(owner, "mark", row.uid, text="").status_code == 422
    assert "Excel" in page(owner, "passages")
    assert "Nothing marked yet" in page(owner, "passages", q="zebra")


@pytest.fixture
def passage(owner, three):
    row = RoomNote.objects.get(text="Mostly Excel")
    post(owner, "mark", row.uid, text="Mostly Excel")
    return Highlight.objects.get()


def test_a_theme_is_my_own_word(owner, passage):
    post(owner, "theme", passage.uid, theme="  tools  ")
    assert Highlight.objects.get().theme == "tools"
    assert "tools" in page(owner, "passages")


def test_throwing_a_passage_away_can_be_undone(owner, passage, mine, scope, now):
    belief = believe(scope, exploration=mine, uid=new_uid(), text="It is all writing", now=now)
    post(owner, "weigh", highlight=passage.uid, hypothesis=belief.uid, side="against")
    gone = owner.post(reverse("insights:unmark", args=[passage.uid]), follow=True)
    assert not Highlight.objects.exists()
    assert not Evidence.objects.exists()
    tags = [message.extra_tags for message in gone.context["messages"]]
    owner.post(tags[-1].removeprefix("undo:"))
    assert Highlight.objects.get().text == "Mostly Excel"
    assert Evidence.objects.count() == 1


def test_beliefs_have_two_sides_and_count_people(owner, passage, mine, scope, now):
    belief = believe(scope, exploration=mine, uid=new_uid(), text="It is all writing", now=now)
    fields = {"highlight": passage.uid, "hypothesis": belief.uid}
    post(owner, "weigh", **fields, side="for")
    post(owner, "weigh", **fields, side="against")
    assert Evidence.objects.get().side == "against"
    assert "0 of 3 people speak for it, 1 against." in page(owner, "beliefs")
    post(owner, "unweigh", Evidence.objects.get().uid)
    assert not Evidence.objects.exists()
    assert post(owner, "weigh", **fields).status_code == 422


def test_the_report_names_people_or_hides_them(owner, passage):
    named = page(owner, "report")
    assert "What 3 people told me about data journalism" in named
    assert "Dana Reyes" in named
    hidden = page(owner, "report", names="no")
    assert "Dana Reyes" not in hidden
    assert "person A" in hidden
    assert "Mostly Excel" in hidden


def test_the_report_needs_a_question(owner):
    assert "belongs to a question" in page(owner, "report")


def test_a_forgotten_person_leaves_nameless_quotes_or_none(owner, passage, scope):
    dana = Person.objects.get(name="Dana Reyes")
    Highlight.objects.update(text="Mostly Excel, Dana said; REYES & Co")
    forget(scope, person=dana, keep_quotes=True)
    row = Highlight.objects.get()
    assert row.text == "Mostly Excel, … said; … & Co"
    assert (row.person, row.conversation, row.note_uid, row.nameless) == (None, None, None, True)
    assert "Mostly Excel" in page(owner, "heard")
    assert "somebody" in page(owner, "passages")
    Highlight.objects.update(person=dana)
    forget(scope, person=dana, keep_quotes=False)
    assert not Highlight.objects.exists()


def test_a_resume_line_cites_its_passage(owner, passage):
    assert "Mostly Excel" in page(owner, "resume", passage=str(passage.uid))
    uid = str(new_uid())
    fields = {"uid": uid, "kind": "resume", "text": "Built weekly reports in Excel"}
    post(owner, "resume", **fields, highlight=passage.uid)
    post(owner, "resume", **fields, highlight=passage.uid)
    line = ResumeLine.objects.get()
    assert line.highlight == passage
    assert "Dana Reyes" in page(owner, "resume")
    post(owner, "line_done", line.uid, done="1")
    assert ResumeLine.objects.get().done_at
    post(owner, "line_done", line.uid)
    assert ResumeLine.objects.get().done_at is None
    post(owner, "drop_line", line.uid)
    assert not ResumeLine.objects.exists()


def test_a_refused_line_keeps_what_was_typed(owner, passage):
    answer = post(owner, "resume", uid=str(new_uid()), kind="poem", text="Built weekly reports")
    assert answer.status_code == 422
    assert "Built weekly reports" in answer.content.decode()


def queries(client, name):
    with CaptureQueriesContext(connection) as seen:
        client.get(reverse(f"insights:{name}"))
    return len(seen)


PAGES = ["heard", "talk_by_talk", "passages", "beliefs", "report", "skills"]


@pytest.mark.parametrize("name", PAGES)
def test_more_talks_cost_no_more_queries(owner, three, passage, scope, now, name):
    first = note(three[0], "SQL", RoomNote.Tag.SKILL)
    mention_skill(scope, note=first, name="SQL", now=now)
    believe(scope, exploration=three[0].exploration, uid=new_uid(), text="Writing", now=now)
    page(owner, name)
    before = queries(owner, name)
    for number in range(5):
        talk = held_talk(scope, now, f"Person {number}", exploration=three[0].exploration)
        row = note(talk, f"Words {number}", item=asked(talk, [("career.week", WEEK)])[0])
        mark_passage(scope, note=row, text=f"Words {number}", now=now)
        mention_skill(scope, note=row, name=f"Skill {number}", now=now)
    assert queries(owner, name) <= before
