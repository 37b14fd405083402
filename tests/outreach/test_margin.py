"""The margin: what is good first, at most three suggestions, words to use instead, no codes."""

import re

import pytest

from askwell.outreach import operations
from askwell.outreach.channels import way
from askwell.outreach.models import Letter
from askwell.outreach.suggestions import MOST, Draft, applied, margin
from askwell.plumbing.ids import new_uid
from tests.outreach.conftest import get, post, somebody

CLUMSY = (
    "Dear Mira,\n\nI hope to pick your brain about a job at your company. Are you hiring? "
    "I am sorry to bother you.\n\nAna"
)
FINE = (
    "Dear Ms Okafor,\n\nI am finishing biology at Leeds and found you in our alumni directory. "
    "Your piece on empty shops showed me a side of the field I had not seen. I would like to "
    "learn what a normal week is like.\n\nCould I ask you for 20 minutes by phone in the next two "
    "weeks? Mornings suit me; any time that suits you is fine.\n\n"
    "Thank you for considering it.\n\nAna Petrovic\nana@example.org"
)


def draft(body, subject="A question about data journalism", **more):
    return Draft(kind="request", way=way("email"), subject=subject, body=body, **more)


def test_what_is_good_is_said_first_and_a_fine_letter_is_left_alone():
    read = margin(draft(FINE))
    assert read.good
    assert read.suggestions == ()


def test_at_most_three_and_the_worst_first():
    read = margin(draft(CLUMSY, subject="HELLO THERE"))
    assert len(read.suggestions) == MOST and read.more
    assert read.suggestions[0].slug == "job-ask"
    assert all(remark.words for remark in read.suggestions)


def test_one_click_applies_it_and_leaves_the_rest():
    letter = draft(CLUMSY, subject="HELLO THERE")
    remark = next(r for r in margin(letter).suggestions if r.change)
    subject, body = applied(letter, remark.slug, remark.start)
    assert (subject, body) == ("Hello there", CLUMSY)
    assert applied(letter, remark.slug, remark.start + 1) == ("HELLO THERE", CLUMSY)


def test_what_was_put_aside_stays_aside():
    shown = {remark.slug for remark in margin(draft(CLUMSY)).suggestions}
    again = margin(draft(CLUMSY, dismissed=frozenset(shown)))
    assert not shown & {remark.slug for remark in again.suggestions}


def test_blanks_have_their_own_place():
    read = margin(draft("Dear [name],\n\n" + FINE, blanks=("[name]",)))
    assert read.blanks == ("[name]",)
    assert not [remark for remark in read.suggestions if "blank" in remark.slug]


def test_nothing_is_said_about_nothing():
    assert margin(draft("  ")) == margin(draft(""))
    assert applied(draft(" "), "job-ask", 0) == (draft(" ").subject, " ")


@pytest.mark.django_db
def test_over_http(owner, me, question, mira):
    uid = new_uid()
    data = {"kind": "request", "person": mira.uid, "subject": "HELLO THERE", "body": CLUMSY}
    page = post(owner, "suggestions", uid, data).content.decode()
    assert "asks for a job" in page and "Try it" in page
    assert not re.search(r"\b[A-Z]\d{3}\b", page)  # no codes
    name = re.search(r'value="(try:[^"]+)"', page).group(1)
    post(owner, "letter", uid, data | {"do": name})
    letter = Letter.objects.get(uid=uid)
    assert (letter.subject, letter.body) == ("Hello there", CLUMSY)
    post(owner, "letter", uid, {"subject": "Q", "body": CLUMSY, "do": "not-here:job-ask"})
    assert "asks for a job" not in get(owner, "letter", uid).content.decode()


@pytest.mark.django_db
def test_a_letter_a_colleague_already_has_is_noticed(owner, me, question, mira, now):
    colleague = somebody(me, now, "Lee Wong", organization="Leeds Herald")
    operations.already_wrote(
        me, person=colleague, exploration=question, uid=new_uid(), now=now, text=FINE
    )
    data = {"kind": "request", "person": mira.uid, "subject": "Q", "body": FINE}
    page = post(owner, "suggestions", new_uid(), data).content.decode()
    assert "nearly the letter somebody else there got" in page
