"""Before I forget: one post makes everything real, a second one changes nothing."""

from datetime import timedelta

import pytest
from django.urls import reverse

from askwell.insights.models import Highlight, Opening, Skill, SkillMention
from askwell.meetings.models import Conversation, Recall, RoomNote
from askwell.network.models import Introduction
from askwell.network.operations import introduce
from askwell.outreach.models import Letter, Promise
from askwell.people import journal
from askwell.people.models import Event, Person, Standing
from askwell.people.operations import add_person
from askwell.plumbing.ids import new_uid
from tests.support.talks import held_talk, note, question


@pytest.fixture
def now(clock):
    return clock.now()


@pytest.fixture
def talk(scope, now):
    return held_talk(scope, now, "Dana Reyes", exploration=question(scope, now))


def typed(**changes):
    return {
        "struck": "The corrections desk is where she learned to count.",
        "will_do": "Send her the water article by tomorrow\n- Read the handbook",
        "who_else": "Ken Sato, data editor at Northwind\n\nPriya Nair",
        "ask_them": "on",
    } | changes


def remember(client, talk, **changes):
    return client.post(reverse("network:recall", args=[talk.uid]), typed(**changes))


def kinds(person):
    return list(Event.objects.filter(person=person).values_list("kind", flat=True))


def test_the_page_asks_three_things(owner, talk):
    page = owner.get(reverse("network:recall", args=[talk.uid])).content.decode()
    assert "What struck me" in page
    assert "What I will do" in page
    assert "Who else" in page
    assert "Dana Reyes" in page


def test_everything_becomes_real(owner, talk, scope, now):
    assert remember(owner, talk).status_code == 303
    assert Recall.objects.get().struck.startswith("The corrections desk")
    promises = {p.text: p for p in Promise.objects.all()}
    assert set(promises) == {"Send her the water article", "Read the handbook"}
    talk_day = talk.starts_at.date()
    assert promises["Send her the water article"].due_at.date() == talk_day + timedelta(days=1)
    assert promises["Read the handbook"].due_at.date() == talk_day + timedelta(days=7)
    ken = Person.objects.get(name="Ken Sato")
    assert (ken.role, ken.source, ken.source_detail) == (
        "data editor at Northwind",
        "referral",
        "Dana Reyes",
    )
    assert Introduction.objects.count() == 2
    assert Standing.objects.get(person=ken).step == "read"
    dana = Person.objects.get(name="Dana Reyes")
    assert {"recalled", "promised", "named", "name-followed"} <= set(kinds(dana))
    assert Standing.objects.get(person=dana).step == "thank"
    assert journal.differences(scope, now) == []


def test_a_second_post_changes_nothing(owner, talk):
    remember(owner, talk)
    before = Event.objects.count(), Promise.objects.count(), Person.objects.count()
    remember(owner, talk)
    assert (Event.objects.count(), Promise.objects.count(), Person.objects.count()) == before
    assert Recall.objects.count() == 1


def test_a_line_added_later_is_the_only_new_thing(owner, talk):
    remember(owner, talk)
    remember(owner, talk, who_else="Ken Sato, data editor at Northwind\nPriya Nair\nOmar")
    assert Introduction.objects.count() == 3


def test_names_may_be_kept_without_asking(owner, talk):
    remember(owner, talk, ask_them="")
    ken = Person.objects.get(name="Ken Sato")
    assert not Standing.objects.filter(person=ken).exists()
    dana = Person.objects.get(name="Dana Reyes")
    assert "name-followed" not in kinds(dana)


def test_somebody_known_is_taken_for_the_same_person(owner, talk, scope, now):
    ken = add_person(scope, name="Ken Sato", now=now, role="editor")
    remember(owner, talk)
    assert Person.objects.filter(name="Ken Sato").count() == 1
    assert Introduction.objects.filter(target=ken).count() == 1


def test_nobody_who_said_no_is_chosen_again(owner, talk, scope, now):
    ken = add_person(scope, name="Ken Sato", now=now)
    journal.record(scope, person=ken, kind="declined", at=now, now=now)
    remember(owner, talk)
    assert "chosen" not in kinds(ken)


def test_notes_of_the_room_are_taken_up_once(owner, talk):
    tags = RoomNote.Tag
    notes = {
        tag: note(talk, text, tag)
        for tag, text in {
            tags.PERSON: "Ruth Levy at the Herald",
            tags.PROMISE: "send her my story",
            tags.OFFERED: "look at my résumé",
            tags.OPENING: "They will need somebody in spring",
            tags.SKILL: "SQL, statistics",
            tags.QUOTE: "You learn to count where it hurts",
        }.items()
    }
    plain = note(talk, "Nice weather")
    fields = {}
    for row in notes.values():
        fields |= {f"take_{row.uid}": "on", f"words_{row.uid}": row.text}
    page = owner.get(reverse("network:recall", args=[talk.uid])).content.decode()
    assert "Ruth Levy" in page
    assert "Nice weather" not in page
    remember(owner, talk, will_do="", who_else="", **fields)
    remember(owner, talk, will_do="", who_else="", **fields)
    assert Person.objects.filter(name="Ruth Levy").count() == 1
    sides = Promise.objects.values_list("side", "text")
    assert set(sides) == {("mine", "send her my story"), ("theirs", "look at my résumé")}
    assert Opening.objects.get().person.name == "Dana Reyes"
    assert set(Skill.objects.values_list("name", flat=True)) == {"SQL", "statistics"}
    assert SkillMention.objects.count() == 2
    assert Highlight.objects.get().text == "You learn to count where it hurts"
    assert not RoomNote.objects.filter(handled_uid=None).exclude(pk=plain.pk).exists()
    assert "Ruth Levy" not in owner.get(reverse("network:recall", args=[talk.uid])).content.decode()


def test_an_unticked_note_stays_offered(owner, talk):
    row = note(talk, "SQL", RoomNote.Tag.SKILL)
    remember(owner, talk, **{f"words_{row.uid}": "SQL"})
    assert not Skill.objects.exists()
    assert "SQL" in owner.get(reverse("network:recall", args=[talk.uid])).content.decode()


def test_a_quote_is_verbatim_or_refused_and_nothing_is_half_done(owner, talk):
    row = note(talk, "You learn to count", RoomNote.Tag.QUOTE)
    fields = {f"take_{row.uid}": "on", f"words_{row.uid}": "You learn to dance"}
    answer = remember(owner, talk, **fields)
    assert answer.status_code == 422
    assert "You learn to dance" in answer.content.decode()
    assert "Ken Sato" in answer.content.decode()
    assert not Recall.objects.exists()
    assert not Promise.objects.exists()


def test_a_thank_you_is_owed_to_each(owner, scope, now):
    talk = held_talk(scope, now, "Dana Reyes", "Omar Haddad")
    remember(owner, talk, will_do="Tell Omar about the meetup", who_else="")
    for person in Person.objects.filter(name__in=["Dana Reyes", "Omar Haddad"]):
        assert Standing.objects.get(person=person).step == "thank"
    assert Promise.objects.get().person.name == "Omar Haddad"
    page = owner.get(reverse("network:recall", args=[talk.uid])).content.decode()
    assert "Thank Dana Reyes" in page
    assert "Thank Omar Haddad" in page


def test_whoever_led_me_there_is_told(owner, talk, scope, now):
    sam = add_person(scope, name="Sam Field", now=now)
    dana = Person.objects.get(name="Dana Reyes")
    introduce(scope, uid=new_uid(), source=sam, target=dana, now=now)
    remember(owner, talk)
    remember(owner, talk)
    assert kinds(sam) == ["named", "name-followed", "loop-opened"]
    assert Standing.objects.get(person=sam).step == "tell"


def test_it_leads_straight_to_the_thank_you(owner, talk):
    answer = remember(owner, talk)
    letter = Letter.objects.get(kind="thanks")
    assert answer["Location"] == reverse("outreach:letter", args=[letter.uid])
    assert "The corrections desk is where she learned to count" in letter.body
    assert "Ken Sato and Priya Nair" in letter.body
    assert letter.body.count("Send her the water article") == 1
    names = [row["name"] for row in letter.facts]
    assert names.count("recall.named") == 1 and "promise.mine" not in names
    remember(owner, talk)
    assert Letter.objects.count() == 1


def test_each_thank_you_is_begun_by_itself(owner, scope, now):
    talk = held_talk(scope, now, "Dana Reyes", "Omar Haddad")
    assert remember(owner, talk)["Location"] == reverse("network:recall", args=[talk.uid])
    omar = Person.objects.get(name="Omar Haddad")
    answer = owner.post(reverse("network:thank", args=[talk.uid, omar.uid]))
    letter = Letter.objects.get()
    assert answer["Location"] == reverse("outreach:letter", args=[letter.uid])
    assert letter.person == omar
    other = held_talk(scope, now, "Priya").participants.get().person
    assert owner.post(reverse("network:thank", args=[talk.uid, other.uid])).status_code == 404


def test_writing_it_down_ends_a_talk_that_was_only_booked(owner, scope, now):
    talk = held_talk(scope, now, "Dana Reyes")
    Event.objects.all().delete()
    Conversation.objects.update(state="booked", ended_at=None, started_at=None)
    assert remember(owner, talk).status_code == 303
    assert Conversation.objects.get().state == "held"
    assert kinds(Person.objects.get(name="Dana Reyes"))[0] == "talk-ended"


def test_nothing_is_remembered_of_a_talk_to_come(owner, scope, now):
    talk = held_talk(scope, now, "Dana Reyes")
    to_come = now + timedelta(days=1)
    Conversation.objects.update(state="booked", ended_at=None, starts_at=to_come)
    answer = remember(owner, talk)
    assert answer.status_code == 422
    assert "still to come" in answer.content.decode()
    assert not Recall.objects.exists()


def test_a_stranger_sees_nothing(stranger, talk):
    assert stranger.get(reverse("network:recall", args=[talk.uid])).status_code == 404
    assert remember(stranger, talk).status_code == 404
    assert not Recall.objects.exists()
