"""The whole LinkedIn archive: who wrote to whom, who invited, praised and followed whom."""

import io
import zipfile
from datetime import UTC, date, datetime

import pytest

from askwell.people.formats import (
    EndorsementRecord,
    FollowRecord,
    FormatError,
    InvitationRecord,
    MeRecord,
    MessageRecord,
    Outcome,
    Party,
    RecommendationRecord,
    open_folder,
    open_source,
)
from askwell.people.formats.linkedin_messages import plain
from tests.people.formats.reading import SAMPLES, Read, read, sample

INES = "https://www.linkedin.com/in/ines-okafor-demo"
SAM = "https://www.linkedin.com/in/sam-rivera-demo"
ZIPS = ["Basic_LinkedInDataExport_11-15-2026.zip", "Complete_LinkedInDataExport_11-15-2026.zip"]


def only(got, kind):
    return [item for item in got.items if isinstance(item, kind)]


@pytest.mark.parametrize("name", ZIPS)
def test_messages_of_the_archive(name):
    got = sample(f"linkedin/{name}")
    sent, answer, group = only(got, MessageRecord)
    assert (sent.mine, sent.others) == (True, (Party("Ines Okafor", INES),))
    assert sent.at == datetime(2026, 11, 2, 9, 15, tzinfo=UTC)
    assert sent.text.startswith("Hi Ines, thanks for connecting!\nCould I ask")
    assert (answer.mine, answer.sender.name) == (False, "Ines Okafor")
    assert answer.text == "Sure & happy to. How about Thursday?"
    assert answer.thread == sent.thread
    assert [p.link for p in group.others] == [INES, "https://www.linkedin.com/in/tomas-demo"]
    noted = {str(p) for p in got.problems(Outcome.NOTED)}
    assert noted == {
        "Left out, drafts that were never sent: 1.",
        "Left out, messages from the spam folder: 1.",
        "Left out, advertisements: 1.",
    }


@pytest.mark.parametrize("name", ZIPS)
def test_other_ties_of_the_archive(name):
    got = sample(f"linkedin/{name}")
    sent, received = only(got, InvitationRecord)
    assert (sent.mine, sent.other, sent.at) == (
        True,
        Party("Ines Okafor", INES),
        datetime(2026, 10, 28, 9, 3),
    )
    assert sent.text == "Hi Ines, I read your post on data contracts"
    assert (received.mine, received.other.name) == (False, "Omar Haddad")
    assert received.at == datetime(2026, 10, 2, 23, 0)
    (praise,) = only(got, RecommendationRecord)
    assert not praise.mine
    assert isinstance(praise.at, datetime)
    (endorsed,) = only(got, EndorsementRecord)
    assert endorsed.other.link.startswith("https://www.linkedin.com/in/")
    assert len(only(got, FollowRecord)) == 2
    assert {f.organization for f in only(got, FollowRecord)} == set(got.me.follows)


def test_a_folder_reads_like_the_zip():
    content = (SAMPLES / "linkedin" / ZIPS[0]).read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = [(f"export/{n}", io.BytesIO(archive.read(n))) for n in archive.namelist()]
    opened = open_folder(files, ZIPS[0].removesuffix(".zip"))
    assert opened.exported_on == date(2026, 11, 15)
    assert list(opened.items()) == sample(f"linkedin/{ZIPS[0]}").items


def test_loose_files_together():
    names = ("Connections_current.csv", "messages.csv")
    files = [(n, io.BytesIO((SAMPLES / "linkedin" / n).read_bytes())) for n in names]
    files.append(("phone.vcf", io.BytesIO((SAMPLES / "vcard/vcard40.vcf").read_bytes())))
    got = Read("folder", list(open_folder(files).items()))
    assert len(got.people) == 7
    assert len(only(got, MessageRecord)) == 3


def test_two_files_of_the_same_name():
    card = b"BEGIN:VCARD\nFN:%s\nEND:VCARD\n"
    files = [("a.vcf", io.BytesIO(card % b"Ana")), ("a.vcf", io.BytesIO(card % b"Bo"))]
    got = Read("files", list(open_folder(files).items()))
    assert [p.display_name for p in got.people] == ["Ana", "Bo"]


def test_messages_alone():
    got = sample("linkedin/messages.csv")
    assert got.format == "linkedin-messages"
    assert [m.mine for m in only(got, MessageRecord)] == [True, False, True]


def test_messages_of_ten_columns():
    got = sample("linkedin/messages_10col_nodraft.csv")
    assert len(only(got, MessageRecord)) == 2


def test_messages_of_2018():
    (message,) = only(sample("linkedin/Messages_2018.csv"), MessageRecord)
    assert "I’d like to offer" in message.text
    assert isinstance(message.at, datetime)
    assert message.at.tzinfo is None
    assert message.mine is False
    assert message.others == (message.sender,)


HEAD = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT,FOLDER\n"
ROW = '{},{},https://www.linkedin.com/in/{},{},https://www.linkedin.com/in/{},"{}",Hello,INBOX\n'


def test_one_conversation_does_not_say_who_i_am():
    row = ROW.format("1", "Ana", "ana", "Bo", "bo", "2026-11-02 09:15:00 UTC")
    content = (HEAD + row).encode()
    (message,) = only(read(content), MessageRecord)
    assert message.mine is None
    assert len(message.others) == 2
    me = Party(link="https://www.linkedin.com/in/bo")
    (message,) = open_source(io.BytesIO(content), "m.csv", me).items()
    assert (message.mine, message.others) == (False, (message.sender,))
    (message,) = open_source(io.BytesIO(content), "m.csv", Party("Ana")).items()
    assert (message.mine, message.others[0].name) == (True, "Bo")


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-11-02 09:15:00 UTC", datetime(2026, 11, 2, 9, 15, tzinfo=UTC)),
        ("2026-11-02 09:15", datetime(2026, 11, 2, 9, 15)),
        ("2026/10/01 12:00:00 UTC", datetime(2026, 10, 1, 12, tzinfo=UTC)),
        ("10/16/18, 8:36 AM", datetime(2018, 10, 16, 8, 36)),
        ("10/16/18, 12:36\u202fAM", datetime(2018, 10, 16, 0, 36)),
        ("07/08/23, 10:00 PM", datetime(2023, 7, 8, 22, 0)),
        ("Sat Oct 03 14:31:07 UTC 2026", datetime(2026, 10, 3, 14, 31, 7, tzinfo=UTC)),
        ("28 Nov 2024", date(2024, 11, 28)),
    ],
)
def test_moments(text, at):
    (message,) = only(
        read((HEAD + ROW.format("1", "Ana", "ana", "Bo", "bo", text)).encode()), MessageRecord
    )
    assert message.at == at


@pytest.mark.parametrize(
    "text", ["yesterday", "2026-13-01 09:00", "10/16/18, 25:00 AM", "", "2026"]
)
def test_no_moments_are_said(text):
    rows = ROW.format("1", "Ana", "ana", "Bo", "bo", text) + ROW.format(
        "1", "Ana", "ana", "Bo", "bo", "2026-11-02"
    )
    got = read((HEAD + rows).encode())
    (note,) = got.problems(Outcome.NOTED)
    assert (note.line, "no date that exists" in str(note)) == (2, True)
    assert len(only(got, MessageRecord)) == 1


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>One</p><p>Two&nbsp;three</p>", "One\nTwo three"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("I&rsquo;d like", "I’d like"),
        ("<script>x</script>", "x"),
    ],
)
def test_words_of_a_message(html, words):
    assert plain(html) == words


@pytest.mark.parametrize(
    ("name", "content", "field", "value"),
    [
        ("Profile.csv", "First Name,Last Name,Headline,Geo Location\nSam,R,H,X\n", "headline", "H"),
        ("Skills.csv", "Name\nSQL\nsql\nPython\n", "skills", ("SQL", "Python")),
        ("Email Addresses.csv", "Email Address,Confirmed,Primary,Updated On\nA@b.example,Yes,No,\n",
         "emails", ("a@b.example",)),
        ("PhoneNumbers.csv", "Extension,Number,Type\n,+1 415 555 0111,Mobile\n", "phones",
         ("+1 415 555 0111",)),
    ],
)  # fmt: skip
def test_my_own_files_alone(name, content, field, value):
    (me,) = read(content.encode(), name).items
    assert isinstance(me, MeRecord)
    assert getattr(me, field) == value


def test_endorsements_given_and_rejected():
    head = (
        "Endorsement Date,Skill Name,Endors{0} First Name,Endors{0} Last Name,Endors{0} Public Url"
    )
    row = "2026/10/01 12:00:00 UTC,SQL,Ana,Lima,www.linkedin.com/in/ana"
    (given,) = read((head.format("ee") + "\n" + row).encode()).items
    assert (given.mine, given.other.link) == (True, "https://www.linkedin.com/in/ana")
    with pytest.raises(FormatError):
        read((head.format("er") + ",Endorsement Status\n" + row + ",REJECTED").encode())


def test_a_damaged_further_file_does_not_cost_the_people():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("Connections.csv", "First Name,Last Name,URL,Connected On\nAna,Lima,,\n")
        archive.writestr("Invitations.csv", "nothing of the kind")
        archive.writestr(
            "guide_messages.csv", HEAD + ROW.format("1", "A", "a", "B", "b", "2026-01-01")
        )
    got = read(buffer.getvalue(), "export.zip")
    assert [p.given for p in got.people] == ["Ana"]
    assert [p.file for p in got.problems(Outcome.NOTED)] == ["Invitations.csv"]
    assert only(got, MessageRecord) == []


def test_a_renamed_list_of_connections_is_read_beside_the_messages():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "Connections_current.csv", "First Name,Last Name,URL,Connected On\nAna,Lima,,\n"
        )
        archive.writestr("messages.csv", HEAD + ROW.format("1", "A", "a", "B", "b", "2026-01-01"))
    got = read(buffer.getvalue(), "export.zip")
    assert [p.given for p in got.people] == ["Ana"]
