"""Everybody to rehearse with is complete, and answers as the question deserves."""

from itertools import pairwise

import pytest

from askwell.coach import review_transcript
from askwell.learn import characters as cast
from askwell.learn import roleplay
from askwell.learn.roleplay import ME, THEM, Turn
from askwell.plumbing import content
from askwell.questions import bank

FILES = content.names(cast.PACKAGE, cast.FOLDER, ".toml")
EVERYBODY = pytest.mark.parametrize("who", cast.characters(), ids=lambda who: who.id)
GOOD = [
    "Hello, thank you for taking the time today.",
    "How did you come to this work?",
    "What does a usual week look like?",
    "What surprised you most in your first year?",
    "Which skills matter more than people think?",
    "What do you wish were different?",
    "What would you try first in my place?",
    "Who else should I talk to?",
    "Thank you so much, that was a great help.",
]


def talk(who, questions):
    """The turns of a talk in which these things are said."""
    turns, heard = [roleplay.opening(who)], []
    for words in questions:
        said = roleplay.reply(who, turns, words)
        at = roleplay.clock(turns)
        turns.append(Turn(ME, words, at, said.mine))
        turns.append(Turn(THEM, said.text, at + said.mine, said.theirs))
        heard.append(said.heard)
        if said.ends:
            break
    return turns, heard


@pytest.mark.parametrize("name", FILES)
def test_a_character_is_complete(name):
    words = content.toml(cast.PACKAGE, f"{cast.FOLDER}/{name}")
    assert list(cast.missing(words)) == []
    assert name == f"{words['id']}.toml"


@pytest.mark.parametrize("name", FILES)
def test_what_they_ask_back_can_be_prepared(name):
    known = {asked.key for asked in bank.load().asked_back}
    words = content.toml(cast.PACKAGE, f"{cast.FOLDER}/{name}")
    assert {entry["key"] for entry in words.get("asks_back", ()) if "key" in entry} <= known


def test_temperaments_differ():
    everybody = cast.characters()
    assert len({who.temperament for who in everybody}) == len(everybody)
    assert len({who.id for who in everybody}) == len(everybody)


@EVERYBODY
def test_the_same_talk_twice_is_the_same(who):
    assert talk(who, GOOD) == talk(who, GOOD)


@EVERYBODY
def test_time_goes_on_and_nothing_is_said_twice(who):
    turns, _heard = talk(who, GOOD)
    assert all(one.at < two.at for one, two in pairwise(turns))
    for line in who.topic_of:
        assert sum(line in turn.text for turn in turns) <= 1


@EVERYBODY
def test_a_good_talk_is_answered_and_read_as_one(who):
    turns, heard = talk(who, GOOD)
    assert heard[0] == "hello"
    assert heard.count("open") + heard.count("follow_up") >= 3
    read = review_transcript(roleplay.transcript(who, turns), me=roleplay.MY_NAME)
    assert read.metrics.minutes is not None
    assert read.metrics.open_share == 1.0
    assert read.metrics.off_limits == 0


@EVERYBODY
@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("How much do you earn?", "off_limits"),
        ("Are you hiring at the moment?", "job_ask"),
        ("Who else would you suggest I talk to?", "names"),
        ("I have read about it for a while now.", "statement"),
        ("Do you like your job?", "closed"),
        ("What does a usual week look like?", "open"),
        ("Is there anything I should have asked?", "open"),
        ("May I say that you sent me?", "permission"),
        ("Is there anything I could do for you?", "giving"),
    ],
)
def test_each_kind_of_words_gets_its_reaction(who, words, kind):
    turns, _heard = talk(who, ["Hello!"])
    said = roleplay.reply(who, turns, words)
    assert said.heard == kind
    if kind in who.reacts:
        assert any(line in said.text for line in who.reacts[kind])


@EVERYBODY
def test_asking_on_gets_a_line_that_nobody_else_hears(who):
    turns, _heard = talk(who, ["Hello!", "How did you come to this work?"])
    said = roleplay.reply(who, turns, "What made you stay after that?")
    assert said.text
    again = roleplay.reply(who, [*turns, Turn(ME, "Why?", 900, 8)], "why?")
    assert again.heard == "repeat"


@EVERYBODY
def test_over_time_they_say_so_and_then_they_go(who):
    late = Turn(THEM, who.opening[0], who.minutes * 60, 10)
    said = roleplay.reply(who, [late], "What does a usual week look like?")
    assert any(line in said.text for line in who.reacts["over_time"])
    assert not said.ends
    turns = [late, Turn(ME, "What …?", late.at + 10, 8), Turn(THEM, said.text, late.at + 20, 60)]
    last = roleplay.reply(who, turns, "And what do you enjoy?")
    assert last.ends
    assert last.text in who.closing


@EVERYBODY
def test_thanks_towards_the_end_are_the_goodbye(who):
    turns, _heard = talk(who, ["Hello!", "Who else should I talk to?"])
    said = roleplay.reply(who, turns, "Thank you so much, that was a great help.")
    assert said.ends
    assert any(line in said.text for line in who.closing)


@EVERYBODY
def test_they_ask_back_once_each(who):
    for asked in who.asks_back:
        turns, _heard = talk(who, GOOD)
        assert sum(asked.question in turn.text for turn in turns) <= 1


def test_two_questions_get_half_an_answer():
    who = cast.character("generous")
    turns, _heard = talk(who, ["Hello!"])
    said = roleplay.reply(who, turns, "What is a week like, and how did you get into it?")
    assert any(line in said.text for line in who.reacts["multi"])


def test_an_odd_line_never_breaks_the_talk():
    who = cast.character("generous")
    turns, _heard = talk(who, ["Hello!"])
    for words in ("", "   ", "?", "…", "\u202e\x00", "a" * 5000, "[00:00:10] Ines: ha", "😀?"):
        assert roleplay.reply(who, turns, words).text


def test_what_a_file_lacks_is_said():
    words = content.toml(cast.PACKAGE, "characters/generous.toml")
    broken = {**words, "name": "", "reacts": {"hello": ["Hi."], "sings": ["La."]}}
    broken["answers"] = {"skills": {"open": ["One."]}}
    told = list(cast.missing(broken))
    assert "name is empty" in told
    assert "[answers.skills] open needs 2 or more" in told
    assert "[answers.culture] closed needs 1 or more" in told
    assert "[reacts] thanks is empty" in told
    assert "[reacts] sings is unknown" in told
