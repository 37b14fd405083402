"""L235: a question about a person's pay or private life."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Numbers, Rule
from askwell.coach.text.letters import Letter
from askwell.coach.text.tokens import Text
from askwell.coach.text.wordlists import words

_MOST = 20


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    for sentence in letter.questions[:_MOST]:
        if RULE.triggers.isdisjoint(sentence.words):
            continue
        from askwell.coach.text.offlimits import BORDERLINE, offlimits

        found = offlimits(Text(sentence.raw))
        if found and found.kind in _WORDS:
            level = Severity.INFO if found.strength == BORDERLINE else Severity.ERROR
            start = sentence.start
            yield Hit(start + found.start, start + found.end, _WORDS[found.kind], level=level)


_WORDS = {
    "salary": "From what I read, people begin between … and … in this field. Does that sound right?",
    "personal": "What does a good week look like for you at work?",
}
RULE = Rule(
    code="L235",
    slug="off-limits",
    level=Severity.ERROR,
    message="Better not in a letter: this is about their own pay or private life.",
    reason="Nobody owes a stranger an answer to this, and the letter ends there.",
    sources=("S36: Outreachy", "S40", "S54", "S60"),
    check=_check,
    triggers=words(
        "salary salaries pay paid pays make earn earns earning earnings compensation compensated wage wages "
        "income money paycheck bonus remuneration afford debt old age born birthday married single dating divorced "
        "engaged relationship pregnant children kids baby husband wife spouse religion religious church faith race "
        "ethnicity nationality accent citizenship citizen visa immigration disability vote voted political facebook "
        "instagram gay sexual originally smoke"
    ),
    dispute="X2: the range of a field may be asked about, best with a figure found oneself.",
    must_flag=(
        "Hi Dana,\n\nHow much do you make?",
        "Hi Dana,\n\nAre you married?",
        "Hi Dana,\n\nWhat is your salary?",
    ),
    must_pass=(
        "Hi Dana,\n\nHow did you get started?",
        "Hi Dana,\n\nWhat do you enjoy about your work?",
        "Hi Dana,\n\nWould Tuesday suit you?",
    ),
)
