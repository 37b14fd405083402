"""Q203: all questions about one thing."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.items import QuestionSet

_IDEAS = {
    "career-path": "how they got here",
    "day-to-day": "an ordinary day",
    "entry-advice": "what they would tell a beginner",
    "industry-trends": "where the field is going",
    "culture": "the people and how it feels",
    "skills": "what it takes",
}


def _check(whole: QuestionSet, numbers: Numbers) -> Iterator[Hit]:
    topics = {item.topic for item in whole.items} - {"other"}
    if len(whole.items) < numbers["least"] or len(topics) >= numbers["topics"]:
        return
    missing = [idea for topic, idea in _IDEAS.items() if topic not in topics][:2]
    yield Hit(
        0, 0, f"You could also ask about {' or '.join(missing)}.", params={"count": len(topics)}
    )


RULE = Rule(
    code="Q203",
    slug="topics-covered",
    level=Severity.INFO,
    message="Nearly all questions are about the same thing.",
    reason="Path, everyday work, skills, people, trends and advice together make a picture.",
    sources=("S12: NC State", "S34: Saylor", "S36: Outreachy", "S37: Turing"),
    check=_check,
    scope="set",
    numbers={"topics": 3, "least": 5},
    false_alarms="A second talk with the same person may well stay on one topic.",
    must_flag=(
        Example(
            "What is a typical day like?\nWhat is a typical week like?\nWhat are your main tasks?\nWhat are your daily duties?\nWhat projects are you working on?"
        ),
        Example(
            "What skills do you use?\nWhat abilities matter?\nWhich skills should I learn?\nWhat skills are rare?\nWhat soft skills matter?"
        ),
        Example(
            "How many hours do you work?\nDo you work weekends?\nHow often do you travel?\nIs there overtime?\nHow do you handle stress?"
        ),
    ),
    must_pass=(
        Example(
            "How did you get into the field?\nWhat is a typical day like?\nWhat skills matter most?\nWhere is the industry heading?\nWho else should I talk to?"
        ),
        Example("What is a typical day like?"),
        Example(
            "How did you get into this field?\nWhat advice would you give a beginner?\nHow would you describe the culture?\nWhat is a typical day like?\nWhat trends do you see?"
        ),
    ),
)
