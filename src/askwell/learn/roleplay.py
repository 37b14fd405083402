"""A rehearsed talk: what an invented person answers. Pure, and the same for the same transcript.

What was said so far is all the memory there is: a line that stands in the transcript is not said
again, and the topic is that of the last answer. The coach reads the question (its topic, whether it
is open, whether it follows up, what is better not asked), the character's file has the words.

Time is counted, not measured, because typing is slow: an open question is worth two and a half
minutes of talk, so that twenty minutes hold five to seven of them (playbook B19).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from askwell.coach import QuestionReview, count_words, review_questions, review_transcript
from askwell.learn.characters import Answers, AskedBack, Character

ME, THEM = "me", "them"
MY_NAME = "Me"
SECONDS = {"open": 150, "follow_up": 100, "closed": 40, "reaction": 15}
WORDS_A_SECOND = 2.2
SHORTEST = 8  # seconds: nobody says anything in less
NOTICE = 5 * 60
LONGEST = 2000  # characters of one turn
MOST_TURNS = 120
TAKEN_UP = 2
_COMMON = (
    "what when which where that this they them their there your yours would could about with from "
    "have were does more most some like think much many work first tell told said time know people "
    "thing after before other these those then than been into over just well year years last days week "
    "long find here come came made make good great want need"
)
COMMON = frozenset(word[:5] for word in _COMMON.split())
REFERRAL, OTHER = "network-referral", "other"


@dataclass(frozen=True)
class Turn:
    """What one of the two said; ``at`` is the second of the talk at which it began, then its length."""

    who: str
    text: str
    at: int
    seconds: int = 0


@dataclass(frozen=True)
class Reply:
    """What they say, how long my words and theirs take, and whether the talk is over with it."""

    text: str
    heard: str
    mine: int
    theirs: int
    ends: bool = False


@dataclass(frozen=True)
class _Heard:
    """What was understood of my words."""

    kind: str
    topic: str = OTHER
    double: bool = False


def opening(character: Character, nth: int = 0) -> Turn:
    """Their first words; another greeting at another rehearsal."""
    return Turn(THEM, character.opening[nth % len(character.opening)], 0, SECONDS["reaction"])


def reply(character: Character, turns: Sequence[Turn], text: str) -> Reply:
    """What they answer to my words, after what was said so far."""
    words = " ".join(text.split())[:LONGEST]
    mine = max(SHORTEST, round(count_words(words) / WORDS_A_SECOND))
    begun = clock(turns) + mine
    if _late(character, turns):
        return Reply(_turning(character.closing, turns), "late", mine, SECONDS["reaction"], True)
    heard = _hear(character, turns, words)
    lines, seconds = _lines(character, turns, heard, words)
    theirs = round(seconds * character.pace)
    ends = heard.kind == "thanks" or len(turns) + 2 >= MOST_TURNS
    lines += _last_words(character, turns, heard, begun, begun + theirs, ends)
    return Reply(" ".join(lines), heard.kind, mine, theirs, ends)


def _last_words(
    character: Character, turns: Sequence[Turn], heard: _Heard, begun: int, now: int, ends: bool
) -> list[str]:
    """What follows an answer: goodbye, a look at the clock, or a question of theirs."""
    end = character.minutes * 60
    if ends:
        return [_turning(character.closing, turns)]
    if now > end:
        return [_turning(character.reacts["over_time"], turns)]
    if begun < end - NOTICE <= now and character.reacts.get("soon"):
        return [_turning(character.reacts["soon"], turns)]
    asked = _asks_back(character, turns, heard)
    return [asked.question] if asked else []


def clock(turns: Sequence[Turn]) -> int:
    """The second of the talk at which the next words begin."""
    if not turns:
        return 0
    return turns[-1].at + turns[-1].seconds


def asked_last(character: Character, turns: Sequence[Turn]) -> AskedBack | None:
    """What they asked me with their last words, if they did."""
    if not turns or turns[-1].who == ME:
        return None
    said = turns[-1].text
    return next((asked for asked in character.asks_back if asked.question in said), None)


def transcript(character: Character, turns: Iterable[Turn]) -> str:
    """The talk as a recorder would write it (WebVTT): who said what, from when to when."""
    names = {ME: MY_NAME, THEM: character.name}
    cues = (
        f"{_stamp(turn.at)} --> {_stamp(turn.at + max(1, turn.seconds))}\n"
        f"<v {names[turn.who]}>{_plain(turn.text)}\n"
        for turn in turns
    )
    return "\n".join(["WEBVTT\n", *cues])


def _stamp(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.000"


def _plain(text: str) -> str:
    """Words that cannot be taken for the marks of the format."""
    return " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


# -- what was understood ----------------------------------------------------------------------------


def _hear(character: Character, turns: Sequence[Turn], words: str) -> _Heard:
    """Read my words as the coach does: first what is better not said, then the question."""
    items = [item for item in review_questions(words).items if item.text.strip()]
    limits = next((item.offlimits for item in items if item.strength), "none")
    if limits != "none":
        return _Heard("job_ask" if limits == "job-ask" else "off_limits")
    asks, openness, follows = _asked(character, turns, words)
    if not (asks or "?" in words):
        return _Heard(_unasked(character, turns, words))
    if _folded(words) in {_folded(turn.text) for turn in turns if turn.who == ME}:
        return _Heard("repeat")
    item = next((item for item in items if "?" in item.text), items[0] if items else None)
    if item and item.exempt:
        return _courtesy(item)
    about = _taken_up(character, turns, words) or (_topic(character, turns) if follows else "")
    return _question(item, openness, about, any(item.multi_barrelled for item in items))


def _question(
    item: QuestionReview | None, openness: str | None, about: str, double: bool
) -> _Heard:
    """A question as it is answered: ``about`` is the topic that it takes up, if it does."""
    topic = item.topic if item else OTHER
    if topic == REFERRAL:
        return _Heard("names")
    if (openness or (item.openness if item else "open")) == "closed":
        return _Heard("closed", about or topic, double)
    return _Heard("follow_up", about, double) if about else _Heard("open", topic, double)


def _courtesy(item: QuestionReview) -> _Heard:
    """What belongs to every talk: who else, the spare question, a favour in return, a permission."""
    praise = " ".join(item.good)
    if "who else" in praise:
        return _Heard("names")
    if "spare question" in praise:
        return _Heard("open")
    return _Heard("giving" if "something back" in praise else "permission")


def _asked(
    character: Character, turns: Sequence[Turn], words: str
) -> tuple[bool, str | None, bool]:
    """Whether I asked, how openly, and whether it takes up what I heard last."""
    answers = [turn for turn in turns if turn.who == THEM and _topic(character, [turn])]
    heard = [*answers[-1:], Turn(ME, words, clock(turns))]
    read = review_transcript(transcript(character, heard), me=MY_NAME).turns
    last = read[-1] if read else None
    return (last.asks, last.openness, last.follow_up) if last else (False, None, False)


def _taken_up(character: Character, turns: Sequence[Turn], words: str) -> str:
    """The topic of the answer whose words come again in mine, two at least; latest first."""
    mine = _stems(words)
    for turn in reversed(turns):
        if turn.who == THEM and len(mine & _stems(turn.text)) >= TAKEN_UP:
            return _topic(character, [turn])
    return ""


def _stems(text: str) -> set[str]:
    words = "".join(c if c.isalpha() else " " for c in text.casefold()).split()
    return {word[:5] for word in words if len(word) >= 4} - COMMON


def _unasked(character: Character, turns: Sequence[Turn], words: str) -> str:
    """Words without a question: thanks towards the end are the goodbye."""
    if asked_last(character, turns):
        return "answered"
    if not any(turn.who == ME for turn in turns):
        return "hello"
    alone = transcript(character, [Turn(ME, words, 0)])
    grateful = review_transcript(alone, me=MY_NAME).metrics.thanked
    names = {line for line in character.reacts["names"] if _said(line, turns)}
    half_over = clock(turns) >= character.minutes * 30
    return "thanks" if grateful and (names or half_over) else "statement"


def _topic(character: Character, turns: Sequence[Turn]) -> str:
    """What the last answer was about; nothing before the first."""
    for turn in reversed(turns):
        if turn.who == THEM:
            for line, topic in character.topic_of.items():
                if line in turn.text:
                    return topic
    return ""


def _folded(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


# -- what is said -----------------------------------------------------------------------------------


def _lines(
    character: Character, turns: Sequence[Turn], heard: _Heard, words: str
) -> tuple[list[str], int]:
    """The sentences of an answer and the seconds they stand for."""
    reacts = character.reacts
    if heard.kind not in SECONDS:
        kind = heard.kind if reacts.get(heard.kind) else "statement"
        return [_turning(reacts[kind], turns)], SECONDS["reaction"]
    kind = "closed" if heard.double else heard.kind
    line = _fresh(character, turns, heard.topic, kind, words)
    if line is None:
        return [_turning(reacts["repeat"], turns)], SECONDS["reaction"]
    said = [_turning(reacts["multi"], turns)] if heard.double else []
    return [*said, line], SECONDS[kind]


def _fresh(
    character: Character, turns: Sequence[Turn], topic: str, kind: str, words: str
) -> str | None:
    """A line not said yet: as asked, then about the same topic in another way, then about others.

    A closed question gets no more than a closed answer until those are used up. Of several lines the
    one that shares most words with mine comes first.
    """
    here = character.answers.get(topic, Answers())
    elsewhere = character.answers.get(OTHER, Answers())
    ways = {
        "open": (here.open, here.follow_up, elsewhere.open),
        "follow_up": (here.follow_up, here.open, elsewhere.follow_up, elsewhere.open),
        "closed": (here.closed, elsewhere.closed, here.follow_up),
    }[kind]
    fresh = ([line for line in lines if not _said(line, turns)] for lines in ways)
    mine = _stems(words)
    best = (max(lines, key=lambda line: len(mine & _stems(line))) for lines in fresh if lines)
    return next(best, None)


def _said(line: str, turns: Sequence[Turn]) -> bool:
    return any(turn.who == THEM and line in turn.text for turn in turns)


def _turning(lines: Sequence[str], turns: Sequence[Turn]) -> str:
    """The next of a few lines that may come again: the one said least so far."""
    return min(lines, key=lambda line: sum(line in t.text for t in turns if t.who == THEM))


def _late(character: Character, turns: Sequence[Turn]) -> bool:
    """Whether they have said already that the time is over."""
    return any(_said(line, turns) for line in character.reacts["over_time"])


def _asks_back(character: Character, turns: Sequence[Turn], heard: _Heard) -> AskedBack | None:
    """The question that is due now: not yet asked, and only behind an answer."""
    if heard.kind not in SECONDS:
        return None
    turn = sum(t.who == ME for t in turns) + 1
    waiting = (a for a in character.asks_back if a.after <= turn and not _said(a.question, turns))
    return next(waiting, None)
