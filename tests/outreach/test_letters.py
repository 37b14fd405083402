"""The letter creator: composed from the notebook, kept as it is typed, blanks hold it back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from askwell.explorations.operations import ask
from askwell.outreach import operations
from askwell.outreach.compose import Fact
from askwell.outreach.models import Letter
from askwell.people.models import ContactPoint, Education, Reading
from askwell.plumbing.ids import new_uid
from askwell.workspaces.models import Trash
from askwell.workspaces.operations import change_settings
from tests.outreach.conftest import get, post, somebody

pytestmark = pytest.mark.django_db

WHOLE = "Dear Mira,\n\nCould I ask you for twenty minutes?\n\nAna"


def begin(client, person, uid=None, **more):
    """Keep a letter that was only looked at so far."""
    uid = uid or new_uid()
    data = {"kind": "request", "person": person.uid, "body": WHOLE, "subject": "A question"} | more
    answer = post(client, "letter", uid, data)
    return answer, Letter.objects.filter(uid=uid).first()


def test_the_letter_states_what_the_notebook_knows(owner, me, question, well_read):
    page = get(owner, "new_letter", well_read.uid).content.decode()
    assert "How we counted the empty shops" in page
    assert "data journalism" in page
    assert "I am finishing biology at Leeds" in page
    assert "Ana Petrovic" in page
    assert "what you read" in page  # the source of the choice


def test_a_promise_without_a_question_does_not_hide_the_question(owner, scope, question, mira, now):
    operations.promise(scope, person=mira, side="mine", text="call", due_at=now, now=now)
    assert "A question about data journalism" in get(owner, "new_letter", mira.uid).content.decode()


def test_another_question_can_be_named(owner, scope, question, mira, now, cast):
    other = ask(scope, uid=new_uid(), topic="teaching", now=now)
    page = get(owner, "new_letter", mira.uid, question=str(other.uid)).content.decode()
    assert "A question about teaching" in page
    page = get(owner, "new_letter", mira.uid, question=str(question.uid)).content.decode()
    assert "A question about data journalism" in page
    strange = ask(cast.strange_scope, uid=new_uid(), topic="chess", now=now)
    assert get(owner, "new_letter", mira.uid, question=str(strange.uid)).status_code == 404


def test_more_in_the_notebook_costs_no_more_reads(owner, me, question, well_read, now):
    def reads():
        with CaptureQueriesContext(connection) as seen:
            assert get(owner, "letter", letter.uid).status_code == 200
        return len(seen)

    _answer, letter = begin(owner, well_read)
    reads()
    before = reads()
    for n in range(5):
        operations.offer(me, text=f"an hour {n}", now=now)
        Reading.objects.create(
            workspace=me.workspace,
            person=well_read,
            kind=Reading.Kind.RECENT_WORK,
            text=f"Piece {n}",
            created_at=now,
        )
        colleague = somebody(me, now, f"Lee{n} Wong", organization="Leeds Herald")
        operations.already_wrote(
            me, person=colleague, exploration=question, uid=new_uid(), now=now, text="Dear"
        )
    # what is said once before the first letter is one read less later on
    assert reads() <= before + 1
    assert reads() < 40


def test_looking_keeps_nothing(owner, me, question, mira):
    get(owner, "new_letter", mira.uid)
    assert not Letter.objects.exists()


def test_what_is_not_known_is_a_blank_and_not_invented(owner, question, mira):
    page = get(owner, "new_letter", mira.uid).content.decode()
    assert "[your name]" in page
    assert "mailto:" not in page
    assert 'aria-disabled="true"' in page


def test_a_shared_school_is_a_choice_with_its_source(owner, me, question, mira):
    Education.objects.create(workspace=me.workspace, person=mira, school="University of Leeds")
    page = get(owner, "new_letter", mira.uid).content.decode()
    assert "What is true of both of you" in page
    assert "We both went to University of Leeds" in page


def test_a_letter_already_begun_is_taken_up(owner, question, mira):
    _answer, letter = begin(owner, mira)
    answer = get(owner, "new_letter", mira.uid)
    assert answer.status_code == 302
    assert str(letter.uid) in answer["Location"]


def test_unknown_kinds_and_strangers_find_nothing(owner, stranger, question, mira):
    assert get(owner, "new_letter", mira.uid, kind="sonnet").status_code == 404
    assert get(stranger, "new_letter", mira.uid).status_code == 404
    assert begin(stranger, mira)[0].status_code == 404
    assert post(owner, "letter", new_uid(), {"kind": "request"}).status_code == 404


def test_the_same_form_twice_is_one_letter(owner, question, mira):
    uid = new_uid()
    begin(owner, mira, uid)
    begin(owner, mira, uid)
    assert Letter.objects.count() == 1


def test_typing_is_kept_while_it_pauses(owner, question, mira):
    uid = new_uid()
    data = {"kind": "request", "person": mira.uid, "subject": "Hello", "body": "Dear Mira, [what?]"}
    answer = post(owner, "suggestions", uid, data)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "One blank is left" in page and "[what?]" in page
    assert 'hx-swap-oob="true"' in page and "mailto:" not in page
    assert Letter.objects.get().body == "Dear Mira, [what?]"
    page = post(owner, "suggestions", uid, {"subject": "Hello", "body": WHOLE}).content.decode()
    assert "mailto:mira@example.net?subject=Hello&amp;body=Dear%20Mira%2C%0D%0A" in page


def test_too_much_is_refused_and_stays_on_the_screen(owner, question, mira):
    _answer, letter = begin(owner, mira)
    long = "word " * 5000
    answer = post(owner, "letter", letter.uid, {"subject": "s", "body": long})
    assert answer.status_code == 422
    assert long.strip() in answer.content.decode()
    letter.refresh_from_db()
    assert letter.body == WHOLE
    assert post(owner, "suggestions", letter.uid, {"body": long}).status_code == 422


def test_choices_write_the_letter_again_and_can_be_taken_back(owner, me, question, well_read):
    _answer, letter = begin(owner, well_read)
    reading = well_read.readings.get()
    data = {
        "do": "weave",
        "subject": "A question",
        "body": WHOLE,
        "picked": f"read.piece|{reading.uid}",
        "ask": "30-video",
        "sign_off": "warm-regards",
        "fact.question.learn": "what a normal week is like",
    }
    post(owner, "letter", letter.uid, data)
    letter.refresh_from_db()
    assert "30 minutes by video" in letter.body
    assert "what a normal week is like" in letter.body
    assert "How we counted" in letter.body
    assert "Warm regards," in letter.body
    assert {fact["name"] for fact in letter.facts} >= {"read.piece", "question.learn", "me.name"}
    page = get(owner, "letter", letter.uid).content.decode()
    assert "Undo" in page
    post(owner, "text_back", letter.uid)
    letter.refresh_from_db()
    assert letter.body == WHOLE


def test_leaving_a_fact_out_leaves_it_out(owner, me, question, well_read):
    _answer, letter = begin(owner, well_read)
    post(owner, "letter", letter.uid, {"do": "weave", "subject": "", "body": ""})
    letter.refresh_from_db()
    assert "How we counted" not in letter.body
    assert "reporter at Leeds Herald" in letter.body


def test_what_i_say_about_myself_is_written_once(owner, scope, question, mira):
    _answer, letter = begin(owner, mira)
    data = {"do": "weave", "body": "", "fact.me.name": "Ana Petrovic", "fact.me.signature": "x"}
    post(owner, "letter", letter.uid, data)
    scope.workspace.refresh_from_db()
    assert scope.settings.me.name == "Ana Petrovic"
    letter.refresh_from_db()
    assert letter.body.rstrip().endswith("x")


def test_the_channel_refits_the_text(owner, me, question, well_read):
    answer = get(owner, "new_letter", well_read.uid, channel="linkedin-note")
    page = answer.content.decode()
    assert 'limit="200"' in page
    _answer, letter = begin(owner, well_read)
    post(owner, "letter", letter.uid, {"do": "to:linkedin-note", "subject": "s", "body": WHOLE})
    letter.refresh_from_db()
    assert letter.channel == "linkedin-note"
    assert len(letter.body.encode("utf-16-le")) // 2 <= 200
    post(owner, "text_back", letter.uid)
    letter.refresh_from_db()
    assert (letter.channel, letter.body) == ("email", WHOLE)


def test_my_own_words_survive_a_switch_between_alike_channels(owner, me, question, mira):
    _answer, letter = begin(owner, mira)
    send = {"subject": "A question", "body": WHOLE}
    post(owner, "letter", letter.uid, send | {"do": "to:letter"})
    letter.refresh_from_db()
    assert (letter.channel, letter.subject, letter.body) == ("letter", "", WHOLE)
    post(owner, "letter", letter.uid, send | {"do": "to:email", "subject": ""})
    letter.refresh_from_db()
    assert letter.subject and letter.body == WHOLE


def test_the_note_limit_is_a_setting(owner, me, question, well_read):
    change_settings(me, note_limit=300)
    page = get(owner, "new_letter", well_read.uid, channel="linkedin-note").content.decode()
    assert 'limit="300"' in page


@pytest.mark.parametrize("way", ["eml", "print"])
def test_blanks_hold_back_every_way_out(owner, question, mira, way):
    _answer, letter = begin(owner, mira, body="Dear Mira, [why you]")
    answer = get(owner, way, letter.uid)
    assert answer.status_code == 422
    assert "why you" in answer.content.decode()
    text = "Dear Mira, [why you?]"
    answer = post(owner, "letter", letter.uid, {"do": way, "body": text})
    assert answer.status_code == 422
    letter.refresh_from_db()
    assert letter.body == text  # refused, and kept


def test_brackets_of_a_fact_are_no_blank(owner, me, question, well_read):
    well_read.readings.update(text="Learning [in] public")
    uid = new_uid()
    post(owner, "letter", uid, {"kind": "request", "person": well_read.uid, "do": "weave"})
    letter = Letter.objects.get(uid=uid)
    key = f"read.piece|{well_read.readings.get().uid}"
    fill = {
        "fact.question.learn": "how a week goes",
        "fact.found.via": "a friend",
        "picked": key,
    }
    post(owner, "letter", uid, {"do": "weave", **fill})
    letter.refresh_from_db()
    assert "Learning [in] public" in letter.body
    assert get(owner, "print", uid).status_code == 200


def test_print_and_mail_file(owner, me, question, mira):
    _answer, letter = begin(owner, mira)
    answer = post(owner, "letter", letter.uid, {"do": "print", "subject": "Q", "body": WHOLE})
    assert answer.status_code == 303 and answer["Location"].endswith("/print/")
    assert "Could I ask you" in get(owner, "print", letter.uid).content.decode()
    ContactPoint.objects.create(
        workspace=me.workspace, person=mira, kind="address", value="1 High St", key="1 high st"
    )
    letter.channel = "letter"
    letter.save()
    assert "1 High St" in get(owner, "print", letter.uid).content.decode()


def test_a_sent_letter_stays_as_it_was(owner, question, mira):
    _answer, letter = begin(owner, mira)
    post(owner, "sent", letter.uid)
    answer = post(owner, "letter", letter.uid, {"subject": "x", "body": "other"})
    assert answer.status_code == 422 and "other" in answer.content.decode()
    letter.refresh_from_db()
    assert letter.body == WHOLE
    assert "Something came back" in get(owner, "letter", letter.uid).content.decode()


def test_a_suggestion_put_aside_stays_aside(owner, question, mira):
    _answer, letter = begin(owner, mira)
    send = {"subject": "Q", "body": WHOLE, "do": "not-here:pick-your-brain"}
    post(owner, "letter", letter.uid, send | {"reason.pick-your-brain": "she says it herself"})
    post(owner, "letter", letter.uid, send)
    letter.refresh_from_db()
    assert letter.dismissed == [{"slug": "pick-your-brain", "reason": "she says it herself"}]


def test_trying_a_suggestion_that_is_gone_changes_nothing(owner, question, mira):
    _answer, letter = begin(owner, mira)
    post(owner, "letter", letter.uid, {"subject": "Q", "body": WHOLE, "do": "try:no-such:3"})
    letter.refresh_from_db()
    assert letter.body == WHOLE


def test_the_list_of_letters(owner, question, mira):
    assert "No letter yet" in get(owner, "drafts").content.decode()
    _answer, letter = begin(owner, mira)
    assert "Begun" in get(owner, "drafts").content.decode()
    post(owner, "sent", letter.uid)
    page = get(owner, "drafts").content.decode()
    assert "Gone out" in page and "1 letter asked" in page


def test_letters_are_found_by_their_words(owner, question, mira):
    _answer, letter = begin(owner, mira)
    assert "Mira Okafor" in get(owner, "drafts", q="twenty mira").content.decode()
    assert "No letter holds" in get(owner, "drafts", q="elephant").content.decode()
    post(owner, "sent", letter.uid)
    assert "Mira Okafor" in get(owner, "drafts", q="question").content.decode()


def test_a_draft_thrown_away_comes_back(owner, question, mira):
    _answer, letter = begin(owner, mira)
    post(owner, "discard", letter.uid)
    assert not Letter.objects.exists()
    assert post(owner, "discard", letter.uid).status_code == 404
    owner.post(f"/undo/{Trash.objects.get().uid}/")
    assert Letter.objects.get().body == WHOLE
    post(owner, "sent", letter.uid)
    assert post(owner, "discard", letter.uid).status_code == 422


def test_a_note_too_long_says_by_how_much(owner, question, mira):
    uid = new_uid()
    begin(owner, mira, uid, channel="linkedin-note", body="🙂" * 101)
    assert "2 signs too many" in get(owner, "letter", uid).content.decode()


def test_the_way_needs_an_address(owner, scope, question, mira):
    page = get(owner, "new_letter", mira.uid, channel="phone").content.decode()
    assert "No phone number is known" in page
    for kind, value in (("phone", "+44 20 1234"), ("link", "https://www.linkedin.com/in/mira")):
        ContactPoint.objects.create(
            workspace=scope.workspace, person=mira, kind=kind, value=value, key=value
        )
    assert "+44 20 1234" in get(owner, "new_letter", mira.uid, channel="phone").content.decode()
    page = get(owner, "new_letter", mira.uid, channel="linkedin-message").content.decode()
    assert 'href="https://www.linkedin.com/in/mira"' in page


def test_enough_new_letters_this_week(owner, scope, question, mira, now):
    for n in range(3):
        colleague = somebody(scope, now, f"Person{n}")
        operations.already_wrote(
            scope, person=colleague, exploration=question, uid=new_uid(), now=now
        )
    page = get(owner, "new_letter", mira.uid).content.decode()
    assert "3 new letters went out this week" in page


def test_facts_that_come_later_enter_a_draft_nobody_touched(scope, question, mira, now):
    start = {"kind": "thanks", "person": mira, "exploration": question, "now": now}
    first = operations.draft(scope, **start)
    assert "[one" in first.body
    fact = Fact("recall.struck", "start with the boring questions", "your note")
    again = operations.draft(scope, facts=[fact], choices={"late": True}, **start)
    assert again == first
    assert "start with the boring questions" in again.body and "later than I meant" in again.body
    operations.keep(scope, letter=again, subject="s", body="My own words", now=now)
    assert operations.draft(scope, facts=[fact], **start).body == "My own words"


def test_four_small_answers_make_a_beginners_letter_whole(owner, question, mira):
    uid = new_uid()
    said = {
        "fact.me.name": "Ana Petrovic",
        "fact.me.half_minute": "I am finishing biology at Leeds.",
        "fact.found.via": "our alumni page",
        "fact.read.piece": "your piece on empty shops",
    }
    start = {"kind": "request", "person": mira.uid, "do": "weave", "ask": "20-phone"}
    post(owner, "letter", uid, start | said)
    letter = Letter.objects.get(uid=uid)
    assert operations.blanks_of(letter) == []
    assert "20 minutes by phone" in letter.body
    page = get(owner, "letter", uid).content.decode()
    assert "mailto:" in page and "75–125" in page
