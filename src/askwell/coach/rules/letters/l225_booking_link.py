"""L225: a booking link instead of times."""

from __future__ import annotations

from askwell.coach.finding import Severity
from askwell.coach.rule import Phrases, Rule
from askwell.coach.text.wordlists import words

RULE = Rule(
    code="L225",
    slug="booking-link",
    level=Severity.INFO,
    message="A booking link hands the work over; two times offered are kinder.",
    reason="You are asking for the favour, so the searching is yours.",
    sources=("S41", "S37: Turing", "S39: BrightCrowd"),
    check=Phrases(
        r"\b(?:https?://)?(?:www\.)?(?:calendly\.com|cal\.com|youcanbook\.me|savvycal\.com|doodle\.com|zcal\.co|tidycal\.com|meetings\.hubspot\.com|koalendar\.com)\S*",
        r"\b(?:book|schedule|grab|pick|choose) (?:a |any |some )?(?:time|slot|spot)s? (?:on|in|through|via|using|from) (?:my|this|the) (?:calendar|link|booking|calendly|scheduling)\b",
        r"\b(?:my|this|a) (?:booking|scheduling|calendly|calendar) (?:link|page)\b",
        suggestion="Would Tuesday at 10 or Thursday at 3 suit you, or another time?",
    ),
    triggers=words(
        "calendly cal youcanbook savvycal doodle zcal tidycal hubspot koalendar booking scheduling link calendar"
    ),
    dispute="S38 prefers a link.",
    must_flag=(
        "Hi Dana, here is my link: https://calendly.com/sam/20",
        "Hi Dana, please book a time on my calendar.",
        "Hi Dana, use my booking link.",
    ),
    must_pass=(
        "Hi Dana, would Tuesday at 10 suit you?",
        "Hi Dana, I can fit around your calendar.",
        "Hi Dana, I read your book about time.",
    ),
)
