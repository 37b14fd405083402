"""Reading transcripts: one talk written down in every way people and tools do it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.coach import read_transcript

TALK = [
    ("Tomás Müller", "Hi, and welcome back. Today I talk to Ines about data work. Welcome, Ines!"),
    ("Ines Okafor", "Thanks for having me. [laughs] Happy to be here."),
    ("Tomás Müller", "So, how did you get into it? I mean: was it planned?"),
    (
        "Ines Okafor",
        "Not at all. Note: I studied music. Here is how it went: I moved at 10:30 one morning, found "
        "a desk, and stayed.\n\nThe second part: I learned on the job. (laughs) One thing led to "
        "another, and somebody told me: stay.\n\nSo I did.",
    ),
    ("Tomás Müller", "Right. What surprised you?"),
    ("Ines Okafor", "The writing. Nobody warns you about the writing."),
    ("Tomás Müller", "Why is there so much of it?"),
    ("Ines Okafor", "Because nobody remembers a meeting, right? Question: do you?"),
    ("Tomás Müller", "I don't. Thank you so much, Ines."),
    ("Ines Okafor", "Thank you. Bye."),
]


def stamp(at, hours=False):
    return (
        f"{at // 3600:02}:{at // 60 % 60:02}:{at % 60:02}" if hours else f"{at // 60}:{at % 60:02}"
    )


def numbered():
    return [(at * 20 + 3, name, said) for at, (name, said) in enumerate(TALK)]


def script(form, between="\n\n"):
    return between.join(form(at, name, said) for at, name, said in numbered())


def first(name):
    return name.split()[0]


def initials(name):
    return "".join(word[0] for word in name.split())


SCRIPTS = {
    "plain": (script(lambda at, n, s: f"{n}: {s}"), None),
    "no blank lines": (script(lambda at, n, s: f"{n}: {s}", "\n"), None),
    "capitals": (script(lambda at, n, s: f"{n.upper()}: {s}"), str.upper),
    "bold": (script(lambda at, n, s: f"**{n}:** {s}"), None),
    "bold before the colon": (script(lambda at, n, s: f"**{n}**: {s}"), None),
    "bold alone": (script(lambda at, n, s: f"**{n}**\n\n{s}"), None),
    "bold without colon": (script(lambda at, n, s: f"**{n}** {s}"), None),
    "italics": (script(lambda at, n, s: f"*{n}*: {s}"), None),
    "heading": (script(lambda at, n, s: f"### {n}\n{s}"), None),
    "html": (script(lambda at, n, s: f"<p><strong>{n}:</strong> {s}</p>"), None),
    "first names": (script(lambda at, n, s: f"{first(n)}: {s}"), first),
    "initials": (script(lambda at, n, s: f"{initials(n)}: {s}"), initials),
    "time in front": (script(lambda at, n, s: f"[{stamp(at, True)}] {n}: {s}"), None),
    "time in front, round": (script(lambda at, n, s: f"({stamp(at)}) {n}: {s}"), None),
    "bare time in front": (script(lambda at, n, s: f"{stamp(at, True)} {n}: {s}"), None),
    "time and dash": (script(lambda at, n, s: f"{stamp(at, True)} - {n}: {s}"), None),
    "time after": (script(lambda at, n, s: f"{n} ({stamp(at)}): {s}"), None),
    "time after, square": (script(lambda at, n, s: f"{n} [{stamp(at, True)}]: {s}"), None),
    "time after the colon": (script(lambda at, n, s: f"{n}: [{stamp(at, True)}] {s}"), None),
    "bold and time": (script(lambda at, n, s: f"**{n}** [{stamp(at, True)}] {s}"), None),
    "bold, time, own line": (script(lambda at, n, s: f"**{n}** *[{stamp(at, True)}]*\n{s}"), None),
    "otter": (script(lambda at, n, s: f"{n}  {stamp(at)}  \n{s}") + "\n\nTranscribed by https://otter.ai", None),
    "rev": (script(lambda at, n, s: f"{n} ({stamp(at)}):\n{s}"), None),
    "rev, time first": (script(lambda at, n, s: f"[{stamp(at, True)}] {n}\n{s}"), None),
    "descript": (script(lambda at, n, s: f"{n}\n[{stamp(at, True)}]\n{s}"), None),
    "time line, then name": (script(lambda at, n, s: f"{stamp(at, True)}\n{n}: {s}"), None),
    "range": (script(lambda at, n, s: f"{stamp(at, True)} --- {n}: {s}".replace(" --- ", " – ")), None),
    "zoom caption": (script(lambda at, n, s: f"[{n}] {stamp(at, True)}\n{s}"), None),
    "name on its own line": (script(lambda at, n, s: f"{n}\n{s}"), None),
    "name, colon, own line": (script(lambda at, n, s: f"{n}:\n{s}"), None),
    "square": (script(lambda at, n, s: f"[{n}]: {s}"), None),
    "quote": (script(lambda at, n, s: "> " + f"{n}: {s}".replace("\n\n", "\n>\n> ")), None),
    "bullets": (script(lambda at, n, s: f"- {n}: {s}"), None),
    "roles": (script(lambda at, n, s: f"{'Interviewer' if n[0] == 'T' else 'Interviewee'}: {s}"), lambda n: "Interviewer" if n[0] == "T" else "Interviewee"),
    "host and guest": (script(lambda at, n, s: f"{'HOST' if n[0] == 'T' else 'GUEST'}: {s}"), lambda n: "HOST" if n[0] == "T" else "GUEST"),
    "q and a": (script(lambda at, n, s: f"{'Q' if n[0] == 'T' else 'A'}: {s}"), lambda n: "Q" if n[0] == "T" else "A"),
    "q and a, dots": (script(lambda at, n, s: f"{'Q' if n[0] == 'T' else 'A'}. {s}"), lambda n: "Q" if n[0] == "T" else "A"),
    "q and a, numbers": (script(lambda at, n, s: f"{'Q' if n[0] == 'T' else 'A'}{at // 20 // 2 + 1}: {s}"), lambda n: "Q" if n[0] == "T" else "A"),
    "speakers": (script(lambda at, n, s: f"Speaker {1 + (n[0] == 'I')}: {s}"), lambda n: f"Speaker {1 + (n[0] == 'I')}"),
    "speakers with times": (script(lambda at, n, s: f"Speaker {1 + (n[0] == 'I')}    {stamp(at)}\n{s}"), lambda n: f"Speaker {1 + (n[0] == 'I')}"),
    "whisperx": (script(lambda at, n, s: f"SPEAKER_0{int(n[0] == 'I')}: {s}"), lambda n: f"SPEAKER_0{int(n[0] == 'I')}"),
    "title and roles": (script(lambda at, n, s: f"Dr. {n} (Host): {s}" if n[0] == "T" and at < 10 else f"{'Dr. ' * (n[0] == 'T')}{n}: {s}"), lambda n: f"Dr. {n}" if n[0] == "T" else n),
    "dash": (script(lambda at, n, s: f"{n.upper()} — {s}"), str.upper),
    "wide colon": (script(lambda at, n, s: f"{n}： {s}"), None),
    "chevrons": (script(lambda at, n, s: f">> {n.upper()}: {s}"), str.upper),
    "crlf": (script(lambda at, n, s: f"{n}: {s}").replace("\n", "\r\n"), None),
    "byte order mark": ("\ufeff" + script(lambda at, n, s: f"{n}: {s}"), None),
    "chinese names": (script(lambda at, n, s: f"{'王芳' if n[0] == 'T' else '李雷'}: {s}"), lambda n: "王芳" if n[0] == "T" else "李雷"),
    "cyrillic names": (script(lambda at, n, s: f"{'Анна' if n[0] == 'T' else 'Пётр'}: {s}"), lambda n: "Анна" if n[0] == "T" else "Пётр"),
    "lower-case handles": (script(lambda at, n, s: f"{first(n).lower()}: {s}"), lambda n: first(n).lower()),
    "one line": (script(lambda at, n, s: f"{n}: {s}".replace("\n\n", " "), " "), None),
}  # fmt: skip

PAGE = """---
title: Data work, with Ines Okafor
date: 2026-03-01
---

# Episode 12: Data work

Host: Tomás Müller
Guest: Ines Okafor
Music: Somebody

In this episode we talk about work. Listen here: https://example.org

## Transcript

{}

## Show notes

- Book: A thing about data
- Follow Ines: https://example.org/ines

About the host: Tomás asks people things.
"""


def counted(said):
    said = re.sub(r"\[[^\]]*\]|\(laughs\)", " ", said)
    tokens = [token for token in said.split() if any(map(str.isalnum, token))]
    return sum(1 for token in tokens if not re.fullmatch(r"\d+:\d\d", token))


def expected(rename):
    return [((rename or str)(name), counted(said)) for name, said in TALK]


def spoken(text):
    return [(turn.speaker, turn.words) for turn in read_transcript(text).turns]


@pytest.mark.parametrize("form", SCRIPTS)
def test_one_talk_in_many_spellings(form):
    text, rename = SCRIPTS[form]
    assert spoken(text) == expected(rename)


@pytest.mark.parametrize(
    "form", [form for form in SCRIPTS if form not in ("one line", "crlf", "byte order mark")]
)
def test_one_talk_inside_a_page(form):
    text, rename = SCRIPTS[form]
    assert spoken(PAGE.format(text)) == expected(rename)


@pytest.mark.parametrize("form", SCRIPTS)
def test_turns_lie_where_they_say(form):
    text, _ = SCRIPTS[form]
    for turn in read_transcript(text).turns:
        start, end = turn.place(0, len(turn.text))
        assert 0 <= turn.span[0] <= start < end <= turn.span[1] <= len(text)
        for word in re.finditer(r"\w+", turn.text):
            assert text[slice(*turn.place(*word.span()))] == word.group()


INSIDE = [
    ("Sam: How was it? Ines: Good. Sam: And then?\nInes: I left.\n", "Sam Ines Sam Ines"),
    ("Sam: So you left — Ines: Yes!\nSam: Why?\nInes: (laughs) Sam: Tell me.\n", "Sam Ines Sam Ines Sam"),
    ("**Sam:** One thing. **Ines:** Yes? **Sam:** Go on.\n\n**Ines:** Fine.\n", "Sam Ines Sam Ines"),
    ("Sam Rivera: and then what Ines Okafor: then I left\nSam Rivera: why\nInes Okafor: well\n", "Sam Rivera,Ines Okafor,Sam Rivera,Ines Okafor"),
    ("Sam: What did she say?\nInes: She told Sam: wait. And I asked Ines: why?\nSam: Ha.\n", "Sam Ines Sam"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speakers"), INSIDE)
def test_speakers_change_inside_a_line(text, speakers):
    wanted = speakers.split("," if "," in speakers else " ")
    assert [turn.speaker for turn in read_transcript(text).turns] == wanted


PROSE = [
    "Sam: Here is the plan.\n\nNote: bring water. It is far.\n\nWarning: it rains.\n\nInes: Fine.\n\nSam: Good.\n",
    "Sam: Three things.\n\nFirst: sleep.\n\nSecond: eat.\n\nThe last one: write.\n\nInes: Right: I do.\n\nSam: Good.\n",
    "Sam: I wrote two pages about luck and craft.\n\nCraft: it stays.\n\nLuck: it comes.\n\nInes: Ha.\n\nSam: So: https://example.org\n\nInes: OK.\n",
    "Sam: When I asked her: no.\n\nShe said this: wait.\n\nWhat it means: nothing.\n\nInes: Oh.\n\nSam: At 10:30: tea.\n",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_with_colons_is_no_speaker(text):
    assert set(read_transcript(text).speakers) == {"Sam", "Ines"}


ONE_PERSON = [
    ("ARI SHAPIRO, HOST: Hi.\n\nINES OKAFOR: Ho.\n\nSHAPIRO: So?\n\nOKAFOR: Well.\n\nSHAPIRO: Right?\n\nOKAFOR: No.\n\nSHAPIRO: Bye.\n\nOKAFOR: Bye.\n", ["SHAPIRO", "OKAFOR"] * 4),
    ("Sam Rivera (SR): Hi.\n\nInes Okafor (IO): Ho.\n\nSR: So?\n\nIO: Well.\n\nSR: Right?\n\nIO: No.\n", ["SR", "IO"] * 3),
    ("Sam Rivera: Hi.\nInes: Ho.\nSam: So?\nInes: Well.\nSam: Right?\nInes: No.\n", ["Sam", "Ines"] * 3),
    ("Sam Rivera: Hi.\nSam Okafor: Ho.\nSam: So?\nSam Rivera: Well.\n", ["Sam Rivera", "Sam Okafor", "Sam", "Sam Rivera"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speakers"), ONE_PERSON)
def test_one_person_under_several_labels(text, speakers):
    assert [turn.speaker for turn in read_transcript(text).turns] == speakers


QUESTIONS_ONLY = [
    "Q: How did you start?\n\nBy luck.\n\nAnd a friend.\n\nQ: And now?\n\nBees.\n\nQ: Why?\n\nHoney.\n",
    "By A. Writer\n\n**How did you start?**\n\nBy luck.\n\nAnd a friend.\n\n**And now?**\n\nBees.\n\n**Why?**\n\nHoney.\n",
    "# A talk\n\n### How did you start?\n\nBy luck.\n\nAnd a friend.\n\n### And now?\nBees.\n\n### Why?\n\nHoney.\n",
]


@pytest.mark.parametrize("text", QUESTIONS_ONLY)
def test_interviews_in_which_only_the_questions_are_marked(text):
    turns = read_transcript(text).turns
    assert [(turn.speaker, turn.words) for turn in turns] == [
        ("Q", 4), ("A", 5), ("Q", 2), ("A", 1), ("Q", 1), ("A", 1),
    ]  # fmt: skip


def test_what_the_recorder_wrote_is_nobodys_word():
    text = "\u200bSam:\u00a0Hi there.\n\nInes: Hello.\n\n[End of transcript]\n\nSam Rivera started transcription\n\nThis transcript was made by a machine.\n"
    assert spoken(text) == [("Sam", 2), ("Ines", 1)]
    linked = (
        "Sam Rivera\n[(00:00:05)](https://example.org/?t=5) Hi there, [Ines](https://example.org).\n\nInes Okafor\n[(00:00:09)](https://example.org/?t=9) Hello.\n\n"
        * 3
    )
    assert spoken(linked)[:2] == [("Sam Rivera", 3), ("Ines Okafor", 1)]


def cue(at, words):
    return f"00:00:{at:02}.000 --> 00:00:{at + 2:02}.000\n{words}\n"


def vtt(*cues):
    return "WEBVTT\n\n" + "\n".join(cue(at * 2, words) for at, words in enumerate(cues))


CAPTIONS = [
    (vtt("<v Sam>Hi.</v>", "<v Sam>Ready?</v>", "<v Ines>Yes."), [("Sam", "Hi. Ready?"), ("Ines", "Yes.")]),
    (vtt("<v.loud Sam>Hi.</v> <v Ines>Hello &lt;you&gt;</v>"), [("Sam", "Hi."), ("Ines", "Hello <you>")]),
    (vtt("Sam: Hi.", "still me", "Ines: Hello.", "NOTE me: no"), [("Sam", "Hi. still me"), ("Ines", "Hello. NOTE me: no")]),
    (vtt("Sam: <i>Hi</i> &amp; hello.", "Ines: Hello. Sam: So?"), [("Sam", "Hi & hello."), ("Ines", "Hello."), ("Sam", "So?")]),
    (vtt("Sam\nRivera: Hi.", "Ines\nOkafor: Hello.", "Sam\nRivera: So?"), [("Sam Rivera", "Hi."), ("Ines Okafor", "Hello."), ("Sam Rivera", "So?")]),
    (vtt("&gt;&gt; SAM: Hi.", "&gt;&gt; INES: Hello.", "&gt;&gt; SAM: So?"), [("SAM", "Hi."), ("INES", "Hello."), ("SAM", "So?")]),
    (vtt("[SPEAKER_00] Hi.", "[SPEAKER_01] Hello.", "[Music]", "[SPEAKER_00] So?"), [("SPEAKER_00", "Hi."), ("SPEAKER_01", "Hello. [Music]"), ("SPEAKER_00", "So?")]),
    (vtt(">> Hi there.", "and more", ">> Hello."), [(None, "Hi there. and more"), (None, "Hello.")]),
    (vtt("- Hi there.\n- Hello.", "So what"), [(None, "Hi there."), (None, "Hello."), (None, "So what")]),
    ("1\n00:00:01,000 --> 00:00:02,000\nSam: In\n\n2019\n\n2\n00:00:02,000 --> 00:00:03,000\nInes: Yes\n", [("Sam", "In\n\n2019"), ("Ines", "Yes")]),
    ("0:00:01.000,0:00:03.000\nSam: Hi\n\n0:00:03.000,0:00:04.000\nInes: Ho\n", [("Sam", "Hi"), ("Ines", "Ho")]),
    ("WEBVTT - a title\nKind: captions\n\nNOTE by hand\n\nSTYLE\n::cue {}\n\nintro\n00:01.000 --> 00:02.000 line:0%\nSam: Hi\n\nNOTE\nmore\n\noutro\n00:02.000 --> 00:03.000\nInes: Ho\n", [("Sam", "Hi"), ("Ines", "Ho")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CAPTIONS)
def test_captions(text, wanted):
    for spelling in (text, text.replace("\n", "\r\n"), "\n\n" + text):
        turns = read_transcript(spelling).turns
        assert [(t.speaker, " ".join(t.text.split())) for t in turns] == [
            (who, " ".join(words.split())) for who, words in wanted
        ]


def test_scrolling_captions_are_read_once():
    text = (
        "WEBVTT\nKind: captions\nLanguage: en\n\n"
        "00:00:00.560 --> 00:00:02.870 align:start position:0%\n \nso the<00:00:00.960><c> first</c>\n\n"
        "00:00:02.870 --> 00:00:02.880 align:start position:0%\nso the first\n \n\n"
        "00:00:02.880 --> 00:00:05.190 align:start position:0%\nso the first\nis<00:00:03.000><c> the</c> plan\n\n"
        "00:00:05.190 --> 00:00:05.200 align:start position:0%\nis the plan\n \n\n"
        "00:00:05.200 --> 00:00:08.000 align:start position:0%\nis the plan\nand time\n"
    )
    turns = read_transcript(text).turns
    assert " ".join(turn.text for turn in turns) == "so the first is the plan and time"


def test_times_and_duration():
    read = read_transcript(vtt("Sam: Hi.", "Sam: So?", "Ines: Well. Sam: And?"))
    assert [(turn.start, turn.end) for turn in read.turns][:1] == [(0.0, 4.0)]
    assert read.duration == 6.0
    written = read_transcript("Sam  0:05\nHi.\n\nInes  1:00:10\nHello.\n\nSam  1:00:20\nBye.\n")
    assert [turn.start for turn in written.turns] == [5.0, 3610.0, 3620.0]
    assert written.duration == 3615.0
    assert read_transcript("Sam: Hi.\nInes: Ho.\n").duration is None


def test_recorders_and_devices_are_no_people():
    text = "Sam: Hi.\nSpeaker 2: Ho.\nUnknown Speaker: Hm.\nSam’s iPhone: Hey.\nSPEAKER_03: Oh.\nSam: So.\n"
    read = read_transcript(text)
    assert len(read.speakers) == 5
    assert read.people == ("Sam",)


def test_a_text_that_names_nobody():
    assert [turn.speaker for turn in read_transcript("Just a text.\n\nAnd more.").turns] == [
        None
    ] * 2
    assert read_transcript("").turns == ()
    assert read_transcript("\ufeff \r\n").turns == ()


FRAGMENTS = [
    "Sam: ", "Ines: ", "Hi. ", "\n", "\n\n", "00:00:01.000 --> 00:00:02.000\n", "<v Sam>", "</v>", "&amp;", "**", "[00:12] ", ">> ", "- ",
    "WEBVTT\n\n", "12\n", "\r\n", "Q: ", "(laughs) ", "Note: ", "[a](b)", "é", "😀", "::", "0:01  \n", "\t", "# Transcript\n", "---\n", "\x00",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=6), max_size=14).map("".join))
def test_any_text_can_be_read(text):
    for turn in read_transcript(text).turns:
        assert turn.text == turn.text.strip() or turn.text
        assert 0 <= turn.span[0] <= turn.span[1] <= len(text)
        assert 0 <= turn.place(0, 1)[0] <= turn.place(0, 1)[1] <= len(text)
