"""The mail file and the mail address are what mail programs expect."""

from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.outreach.mail import Correspondent, eml, mailto, message_id
from askwell.outreach.models import Letter
from askwell.plumbing.ids import new_uid
from tests.outreach.conftest import get, post

NOW = datetime(2026, 11, 2, 10, 0, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=300)


def read(data):
    return message_from_bytes(data, policy=default)


def written(subject="Q", body="Dear\n", to="mira@example.net", name="Mira", answers=None):
    return eml(
        uid=new_uid(),
        sender=Correspondent("Ana Petrović", "ana@example.org"),
        to=Correspondent(name, to),
        subject=subject,
        body=body,
        at=NOW,
        answers=answers,
    )


@given(subject=TEXT, body=TEXT, name=TEXT)
def test_what_is_written_is_read_again(subject, body, name):
    data = written(subject, body, name=name)
    message = read(data)
    assert message["Subject"] == " ".join(subject.split())
    assert message.get_content().replace("\r\n", "\n").rstrip("\n") == body.rstrip("\n")
    assert message["X-Unsent"] == "1"
    assert message["Date"].datetime == NOW
    assert not message.defects
    assert all(len(line) <= 998 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")


@given(subject=TEXT, body=TEXT)
def test_a_mail_address_carries_subject_and_lines(subject, body):
    parts = urlsplit(mailto("mira@example.net", subject, body))
    assert parts.path == "mira@example.net"
    fields = parse_qs(parts.query, keep_blank_values=True)
    assert fields["subject"] == [" ".join(subject.split())]
    assert fields["body"] == [body.replace("\n", "\r\n")]


@pytest.mark.parametrize(
    "address", ["", "no address", "@", "a@", "<>", "a b@c.de", "x\r\nBcc: y@z.de", "ü@x.de", '"']
)
def test_an_impossible_address_is_left_out(address):
    message = read(written(to=address))
    assert message["To"] is None and message["Bcc"] is None
    assert message["From"].addresses[0].display_name == "Ana Petrović"


def test_an_address_with_an_international_domain():
    assert read(written(to="mira@bücher.example"))["To"].endswith("<mira@xn--bcher-kva.example>")


def test_a_follow_up_stands_in_the_same_thread():
    before = new_uid()
    message = read(written(answers=before))
    assert message["In-Reply-To"] == message["References"] == message_id(before)


@pytest.mark.django_db
def test_the_mail_file_over_http(owner, me, question, mira):
    first = new_uid()
    data = {"kind": "request", "person": mira.uid, "subject": "A question", "body": "Dear Mira"}
    answer = post(owner, "letter", first, data | {"do": "eml"})
    assert answer["Location"].endswith("/letter.eml")
    answer = owner.get(answer["Location"])
    assert answer["Content-Type"] == "message/rfc822"
    assert 'attachment; filename="letter-' in answer["Content-Disposition"]
    message = read(answer.content)
    assert message["To"].addresses[0].addr_spec == "mira@example.net"
    assert message["From"].addresses[0].addr_spec == "ana@example.org"
    assert message["Message-ID"] == message_id(first)
    assert message["In-Reply-To"] is None
    post(owner, "sent", first)
    nudge = new_uid()
    post(owner, "letter", nudge, {"kind": "nudge", "person": mira.uid, "body": "x"})
    assert read(get(owner, "eml", nudge).content)["In-Reply-To"] == message_id(first)
    assert Letter.objects.count() == 2
