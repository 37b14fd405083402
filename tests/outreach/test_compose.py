"""Letters say only what is known, show what is missing, and keep to the length that gets answers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.coach import utf16_length
from askwell.outreach.comfort import comfort
from askwell.outreach.compose import (
    CHANNELS,
    KINDS,
    Choices,
    Composed,
    Fact,
    UnknownLetter,
    compose,
    find_blanks,
    known_facts,
)
from askwell.plumbing import content

EVERYTHING = {
    "me.name": "Ana Petrovic",
    "me.half_minute": "I am finishing biology at Leeds and write for the student paper. I like maps.",
    "me.email": "ana@example.org",
    "me.phone": "+44 20 7946 0018",
    "me.availability": "weekday mornings",
    "person.name": "Mira Okafor",
    "person.first_name": "Mira",
    "person.last_name": "Okafor",
    "person.title": "Ms",
    "person.organization": "Leeds Herald",
    "person.role": "Reporter",
    "person.path": "from the lab to reporting",
    "question.work": "data journalism",
    "question.learn": "what a normal week is like and which skills you use most",
    "question.place": "Leeds",
    "question.one": "Which part of the week would you miss?",
    "found.referral": "Sam Whitlock",
    "found.directory": "the Leeds alumni directory",
    "heard.event": "the open evening in May",
    "read.piece": "your series on river data",
    "read.thought": "I had not known that gauges can lie.",
    "common.school": "Leeds",
    "common.person": "Ana Lind",
    "introducer.name": "Sam Whitlock",
    "target.name": "Ken Abara",
    "target.role": "editor",
    "target.organization": "Northern Desk",
    "letter.sent_on": "12 November",
    "letter.subject": "A question about data journalism",
    "window.1": "Tuesday 3 December, 10:00",
    "window.2": "Wednesday 4 December, 15:00",
    "window.3": "Friday 6 December, 9:00",
    "meeting.zone": "London time",
    "meeting.when": "Tuesday 3 December, 10:00",
    "meeting.day": "Friday",
    "meeting.place": "the café in the old market",
    "meeting.link": "https://meet.example.org/mira",
    "meeting.number": "+44 113 496 0123",
    "meeting.questions": "what a week without news looks like",
    "recall.struck": "the corrections desk was where you learned to count",
    "recall.will_do": "redo one of my charts by hand",
    "recall.named": "Ken Abara",
    "offer.text": "reading a page in Serbian",
    "promise.mine": "here is the article on gauges",
    "promise.theirs": "a look at my first chart",
    "update.news": "I have drawn my first map",
    "referral.name": "Ken Abara",
    "referral.learned": "he checks every number twice",
    "share.item": "an article on water data",
    "share.link": "https://example.org/water",
    "share.why": "It reminded me of your series.",
    "answer.text": "yes, and I start with maps",
    "answer.helped": "the part about counting by hand",
}
ALL = [Fact(name, text, "my notebook", name) for name, text in EVERYTHING.items()]
GRID = [(kind, channel) for kind in KINDS for channel in CHANNELS]
MISSED = ("they", "me", "move", "cancel")
# What a first letter never asks for, and what no letter of ours says.
NEVER = re.compile(
    r"\bjob\b|\bhir(?:e|ing)|internship|vacanc|résumé|resume\b|\bCV\b|attach|pick your brain"
    r"|have not heard|haven't heard|did you get|informational interview|sorry to bother",
    re.IGNORECASE,
)


def words(letter: Composed) -> int:
    return len(letter.body.split())


def own_words(kind: str) -> str:
    shared = content.text("askwell.outreach", "letters.toml")
    return shared + content.text("askwell.outreach", f"letters/{kind}.toml")


@pytest.mark.parametrize(("kind", "channel"), GRID)
@pytest.mark.parametrize("facts", [[], ALL], ids=["no facts", "all facts"])
def test_every_kind_on_every_channel(kind, channel, facts):
    letter = compose(kind, channel, facts)
    assert letter.body.strip() == letter.body != ""
    assert bool(letter.subject) == (channel == "email")
    assert not re.search(r"[{}]|  | [.,]|\.\.", letter.subject + letter.body)
    assert not NEVER.search(letter.subject + letter.body)
    for blank in letter.blanks:
        text = letter.subject if blank.where == "subject" else letter.body
        assert text[blank.start : blank.end] == blank.text


@pytest.mark.parametrize(("kind", "channel"), GRID)
def test_all_facts_leave_no_blank(kind, channel):
    for mode in ("phone", "video", "in-person", "any"):
        for missed in MISSED:
            letter = compose(kind, channel, ALL, Choices(mode=mode, missed=missed))
            assert letter.blanks == ()
            assert find_blanks(letter.body) == []


@pytest.mark.parametrize(("kind", "channel"), GRID)
def test_nothing_is_invented(kind, channel):
    """Take out the facts and what is left are our own words, all of them in the files."""
    letter = compose(kind, channel, ALL, Choices(mode="phone"))
    rest = f"{letter.subject}\n{letter.body}"
    for fact in sorted(letter.used_facts, key=lambda f: -len(f.text)):
        rest = rest.replace(fact.text, " ")
    source = own_words(kind)
    for word in re.findall(r"[^\W\d_]+", rest):
        assert word in source
    assert set(re.findall(r"\d+", rest)) <= {"20", "10"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_fact_named_in_a_letter_is_listed(kind):
    named = set(re.findall(r"\{([a-z]+\.[a-z0-9_]+)\}", own_words(kind)))
    assert named <= set(known_facts())


def test_every_listed_fact_is_used_by_some_letter():
    everything = "".join(own_words(kind) for kind in KINDS)
    unused = [name for name in known_facts() if f"{{{name}}}" not in everything]
    assert unused == ["me.half_minute"]


@pytest.mark.parametrize(("kind", "channel"), GRID)
def test_missing_facts_show_as_blanks_that_the_finder_finds(kind, channel):
    letter = compose(kind, channel)
    in_body = [b for b in letter.blanks if b.where == "body"]
    assert [(b.start, b.end) for b in find_blanks(letter.body)] == [
        (b.start, b.end) for b in in_body
    ]


NO_FACTS = Choices(mode="phone")


@pytest.mark.parametrize("channel", ["email", "letter"])
@pytest.mark.parametrize("without", ["", *sorted(EVERYTHING)])
def test_a_request_has_75_to_125_words(channel, without):
    facts = [fact for fact in ALL if fact.name != without]
    assert 75 <= words(compose("request", channel, facts, NO_FACTS)) <= 125


def test_a_request_without_facts_is_as_short():
    assert 75 <= words(compose("request", "email")) <= 125


def test_a_request_says_what_it_must():
    body = compose("request", "email", ALL, Choices(minutes=20, mode="phone")).body
    assert "I am finishing biology at Leeds" in body  # who I am
    assert "Sam Whitlock suggested" in body  # how found
    assert "your series on river data" in body  # why you
    assert "what a normal week is like" in body  # what I would like to learn
    assert "20 minutes by phone" in body  # a small, clear time
    assert "weekday mornings" in body
    assert "ana@example.org" in body
    assert "completely fine" in body  # an easy way out
    assert "Thank you" in body


def test_the_best_reason_is_taken_and_another_can_be_picked():
    choose = Choices(leave_out=frozenset({"read.piece", "heard.event", "person.path"}))
    body = compose("request", "email", ALL, choose).body
    assert "We both went to Leeds" in body
    assert "river data" not in body


def test_a_long_half_minute_is_cut_at_a_sentence():
    long = "I study law. " + "It has been a long way with many turns and many people in it. " * 4
    body = compose("request", "email", [Fact("me.half_minute", long)]).body
    assert "I study law. It has been a long way" in body
    assert "who you are" not in body
    assert body.count("many turns") == 2


def test_a_half_minute_that_is_one_long_sentence_leaves_a_blank():
    letter = compose("request", "email", [Fact("me.half_minute", "and then " * 50)])
    assert "[who you are, in a few words]" in [b.text for b in letter.blanks]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("limit", [200, 300])
def test_a_connection_note_keeps_to_the_limit(kind, limit):
    for facts in ([], ALL):
        note = compose(kind, "linkedin-note", facts, Choices(note_limit=limit))
        assert utf16_length(note.body) <= limit


def test_a_longer_limit_gives_a_richer_note():
    short = compose("request", "linkedin-note", ALL, Choices(note_limit=120)).body
    assert len(short) < len(compose("request", "linkedin-note", ALL, Choices(note_limit=200)).body)


def test_emoji_count_as_linkedin_counts_them():
    facts = [Fact("common.school", "😀" * 60), Fact("question.work", "art")]
    note = compose("request", "linkedin-note", facts, Choices(note_limit=200)).body
    assert "😀" not in note


@pytest.mark.parametrize(
    ("kind", "most"),
    [("nudge", 100), ("thanks", 150), ("schedule", 110), ("confirm", 90), ("missed", 90)],
)
def test_other_letters_stay_short(kind, most):
    assert words(compose(kind, "email", ALL)) <= most


def test_a_late_thank_you_says_so_once_and_does_not_grovel():
    body = compose("thanks", "email", ALL, Choices(late=True)).body
    assert "come later than I meant" in body
    assert not re.search(r"sorry|apolog|forgive|ashamed", body, re.IGNORECASE)
    assert "later than" not in compose("thanks", "email", ALL).body


def test_a_thank_you_is_made_of_what_was_remembered():
    body = compose("thanks", "email", ALL).body
    for name in ("recall.struck", "recall.will_do", "recall.named", "offer.text", "promise.mine"):
        assert EVERYTHING[name] in body


def test_a_nudge_asks_for_less_in_the_same_thread():
    letter = compose("nudge", "email", ALL, Choices(minutes=20, mode="phone"))
    assert letter.subject == "Re: A question about data journalism"
    assert "10 minutes by phone" in letter.body


@pytest.mark.parametrize("missed", MISSED)
def test_a_talk_that_did_not_happen_has_its_own_words(missed):
    others = {compose("missed", "email", ALL, Choices(missed=m)).body for m in MISSED}
    assert len(others) == len(MISSED)
    apologises = "sorry" in compose("missed", "email", ALL, Choices(missed=missed)).body
    assert apologises == (missed != "they")


def test_greeting_and_sign_off_can_be_chosen():
    choices = Choices.read({"greeting": "hi", "sign_off": "best-wishes", "leave_out": [], "odd": 1})
    body = compose("request", "email", ALL, choices).body
    assert body.startswith("Hi Mira,\n\n")
    assert "\n\nBest wishes,\nAna Petrovic\n" in body
    assert compose("request", "email", ALL, Choices(greeting="?")).body.startswith(
        "Dear Ms Okafor,"
    )


def test_an_own_signature_replaces_the_lines():
    body = compose("request", "email", [*ALL, Fact("me.signature", "A. P.\nLeeds")]).body
    assert body.endswith("Kind regards,\nA. P.\nLeeds")


def test_a_full_stop_is_not_doubled():
    facts = [Fact("recall.struck", "You learn by counting!"), Fact("recall.will_do", "count.")]
    body = compose("thanks", "email", facts).body
    assert "with me: You learn by counting!\n" in body
    assert "do now: count.\n" in body


def test_unknown_kinds_and_channels_are_refused():
    for kind, channel in (("love", "email"), ("request", "pigeon")):
        with pytest.raises(UnknownLetter):
            compose(kind, channel)


FACT_TEXT = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="[]{}<>_%*$()"),
    min_size=1,
    max_size=60,
)


@given(
    st.sampled_from(KINDS),
    st.sampled_from(CHANNELS),
    st.dictionaries(st.sampled_from(sorted(EVERYTHING)), FACT_TEXT, max_size=12),
    st.sampled_from(["phone", "video", "in-person", "any"]),
    st.sampled_from(MISSED),
    st.booleans(),
)
def test_facts_appear_verbatim(kind, channel, texts, mode, missed, late):
    facts = [Fact(name, text, "label", name) for name, text in texts.items()]
    letter = compose(kind, channel, facts, Choices(mode=mode, missed=missed, late=late))
    whole = f"{letter.subject}\n{letter.body}"
    given_texts = {text.strip() for text in texts.values()}
    for fact in letter.used_facts:
        assert fact.text in whole
        assert any(fact.text in text for text in given_texts)
        assert fact.label == "label"
    for blank in letter.blanks:
        text = letter.subject if blank.where == "subject" else letter.body
        assert text[blank.start : blank.end] == blank.text
    known = [fact.text for fact in letter.used_facts]
    in_body = [b for b in letter.blanks if b.where == "body"]
    found = [(b.start, b.end) for b in find_blanks(letter.body, known=known)]
    assert {(b.start, b.end) for b in in_body} <= set(found)


@pytest.mark.parametrize(
    "text",
    [
        "I admire [Company].",
        "Hi ${firstName},",
        "Dear <first name>,",
        "Hi _,",
        "I would love to work at XYZ.",
        "Dear [NAME>],",
        "Dear [NAME>,] hello",
        "Hi {{first_name}}, hello",
        "Hi {name}, hello",
        "Hello %FIRST_NAME%, hello",
        "Hello *|FNAME|*, hello",
        "Hello <<name>>, hello",
        "Hello ____, hello",
        "Dear (insert name), hello",
        "Dear INSERT NAME HERE, hello",
        "I read XXX of yours.",
        "We meet on TBD.",
        "[which piece of theirs did you read?]",
    ],
)
def test_blanks_in_every_notation_are_found(text):
    found = find_blanks(text)
    assert len(found) == 1
    assert text[found[0].start : found[0].end] == found[0].text


@pytest.mark.parametrize(
    "text",
    [
        "You wrote “it [sic] was late” and cite [12].",
        "My address is <ana@example.org> or <https://example.org/x>.",
        "I <3 maps, and 2 < 3 > 1.",
        "The file is named my_first_map_v2.",
        "Your talk (the one about names) was 100% clear.",
        "[x] written down  [ ] not yet",
        "An XY chart for Texas.",
        "I liked it (your talk on water, that is).",
    ],
)
def test_what_is_no_blank_is_left_alone(text):
    assert find_blanks(text) == []


def test_a_fact_with_brackets_is_no_blank():
    text = "I read Learning [in] public, by [their name]."
    assert [b.text for b in find_blanks(text, known=["Learning [in] public"])] == ["[their name]"]
    assert len(find_blanks(text)) == 2


@given(st.text(max_size=300))
def test_any_text_can_be_searched_for_blanks(text):
    for blank in find_blanks(text):
        assert text[blank.start : blank.end] == blank.text


@pytest.mark.parametrize(
    "moment",
    [
        "declined",
        "silence",
        "silence_after_reminder",
        "bounced",
        "no_show",
        "my_no_show",
        "later",
        "cancelled",
        "late_thanks",
        "odds",
    ],
)
def test_there_is_one_honest_sentence_for_each_disappointment(moment):
    words_of_comfort = comfort(moment)
    assert words_of_comfort.text.count(".") == 1
    assert words_of_comfort.next.endswith(".")


def test_there_is_no_comfort_for_an_unknown_moment():
    assert comfort("eclipse") is None
