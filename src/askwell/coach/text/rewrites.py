"""Words to use instead: a closed question opened, a double one split, a delicate one turned.

A rewrite is *safe* when it can be put in place without reading it again; the others are offered.
"""

from __future__ import annotations

import re

from askwell.coach.text.doubles import split_double
from askwell.coach.text.patterns import Pattern

_END = r"[\s?.!]*\Z"
_ING = r"(?:rewarding|challenging|satisfying|interesting|fulfilling|exciting|frustrating|stressful|difficult|hard|fun|boring|tiring|demanding|enjoyable|surprising|meaningful|competitive|creative|inspiring|motivating|overwhelming|lonely|repetitive)"
_OPENERS: tuple[tuple[Pattern, str, bool], ...] = (
    (
        Pattern(
            rf"(?:is|are|was) (?P<x>(?:this|your|the|that|being|working|it to be)\b[^?,]*?) (?:very |really |so )?(?P<a>{_ING}){_END}"
        ),
        "What do you find {a} about {x}?",
        True,
    ),
    (
        Pattern(
            rf"do you (?:find|consider) (?P<x>[^?,]+?) (?:very |really |to be )?(?P<a>{_ING}){_END}"
        ),
        "What do you find {a} about {x}?",
        True,
    ),
    (
        Pattern(rf"do you (?:really |still )?(?:like|love|enjoy) (?P<x>[^?,]+?){_END}"),
        "What do you enjoy most about {x}?",
        True,
    ),
    (
        Pattern(
            rf"are you (?:happy|satisfied|content|glad|pleased) (?:with|in|at|about) (?P<x>[^?,]+?){_END}"
        ),
        "How do you feel about {x}?",
        True,
    ),
    (
        Pattern(
            rf"is it (?:very |really |too )?(?:hard|difficult|easy|tough|possible|realistic) to (?P<x>[^?,]+?){_END}"
        ),
        "What does it take to {x}?",
        True,
    ),
    (
        Pattern(
            rf"is it (?P<a>important|common|useful|helpful|worthwhile|worth it|usual) (?P<x>(?:to|for|that) [^?,]+?){_END}"
        ),
        "How {a} is it {x}?",
        True,
    ),
    (
        Pattern(
            rf"(?:would|do) you recommend (?P<x>[^?,]+?)(?: to (?:a friend|others|someone|me))?{_END}"
        ),
        "What would you tell someone who is thinking about {x}?",
        True,
    ),
    (
        Pattern(rf"do you think (?:that )?(?P<x>[^?,]+?){_END}"),
        "What is your view on whether {x}?",
        True,
    ),
    (
        Pattern(
            rf"do you have any (?P<x>(?:regrets|plans|concerns|doubts|worries|goals|influence|hopes)\b[^?,]*?){_END}"
        ),
        "What {x} do you have?",
        False,
    ),
    (Pattern(rf"are there (?:any |many )?(?P<x>[^?,]+?){_END}"), "What {x} are there?", True),
    (
        Pattern(rf"(?:did|do) you always want to (?P<x>[^?,]+?){_END}"),
        "How did you come to {x}?",
        True,
    ),
    (
        Pattern(rf"did you (?:plan|mean|intend|expect) to (?P<x>[^?,]+?){_END}"),
        "How did you come to {x}?",
        True,
    ),
    (
        Pattern(
            rf"(?P<aux>does|did|do|will) (?P<x>(?:the|your|this|that|its|their|most|new|junior|people|managers|employers|students|teams?)\b (?!\w+ (?:have|has|be)\b)(?:(?!\bhave\b|\bbe\b|\bor\b)[^?,])+?){_END}"
        ),
        "How {aux} {x}?",
        True,
    ),
    (
        Pattern(
            rf"do you (?P<x>(?:handle|deal with|balance|measure|manage|decide|choose|plan|prepare|organi[sz]e|communicate|support|train|test|keep up|stay|set|make decisions|collaborate|review|track)\b[^?,]*?){_END}"
        ),
        "How do you {x}?",
        True,
    ),
    (Pattern(r"how (?:often|much) [^?]*\btravel"), "What is the travel like in your work?", False),
    (
        Pattern(
            r"(?:how (?:many|much|long)|what) [^?]*\b(?:hours|overtime)\b|do you work (?:weekends|overtime|nights|late)"
        ),
        "What does a busy week look like for you?",
        False,
    ),
    (
        Pattern(r"how (?:big|large|many people)\b[^?]*\bteam"),
        "How is your team put together?",
        False,
    ),
    (
        Pattern(r"how (?:much|many)\b[^?]*\b(?:meetings?|time|day|percent\w*)\b|what percentage"),
        "What takes up most of your time?",
        False,
    ),
    (
        Pattern(r"how long\b[^?]*\b(?:take|took|training)"),
        "What was that time of learning like for you?",
        False,
    ),
    (Pattern(r"when (?:did|was|were)\b"), "How did that come about?", False),
)
_PAY_FIGURE = (
    "I read that beginners in this field earn between ___ and ___. Does that match what you see?"
)
_PAY_GROWTH = "How do people in this field usually grow into better pay?"
_KNOWN: tuple[tuple[Pattern, str], ...] = (
    (
        Pattern(
            r"\b(?:first|last|previous|prior|other|past) (?:\w+ )?(?:job|jobs|role|roles|position|positions|employer|companies|careers)\b|where (?:did|have) you (?:\w+ )?work"
        ),
        "What did you learn in your earlier jobs that still helps you today?",
    ),
    (
        Pattern(
            r"\b(?:major(?:ed)?|minor|degree|college|university|school|study|studied|graduate[d]?|bootcamp|alma mater)\b(?![^?]*\brequired\b)"
        ),
        "How did your studies prepare you for this work?",
    ),
    (
        Pattern(r"\b(?:requir\w+|licen[sc]e\w*|certif\w+|qualifications|needed|minimum)\b"),
        "How do employers look at people who come without the usual papers?",
    ),
    (
        Pattern(r"\bcompetit\w+\b|\bclients?\b|\bcustomers?\b"),
        "What do you do differently from others in the field?",
    ),
    (
        Pattern(r"\b(?:ceo|founder\w*|owns?|director|president|founded|started|established)\b"),
        "How do the people at the top shape the work?",
    ),
    (
        Pattern(r"\b(?:how (?:long|many years)|when did you)\b"),
        "What has changed most since you started?",
    ),
    (
        Pattern(r"\b(?:title|position|department|division)\b"),
        "What does your job title leave out about your work?",
    ),
    (
        Pattern(
            r"\b(?:stack|languages?|frameworks?|software|tools?|technolog\w+|databases?|operating systems?)\b"
        ),
        "How did your team choose the tools it works with?",
    ),
    (
        Pattern(
            r"\b(?:money|profit\w*|revenue|fund\w+|investors?|traded|raised|business model|backed|bootstrapped)\b"
        ),
        "How do the company's finances shape your work?",
    ),
    (
        Pattern(r"\b(?:interns?|internships?|co-?ops?|apprenticeships?|openings?|positions?)\b"),
        "How do students usually get a first taste of this work?",
    ),
    (
        Pattern(r"\b(?:mission|values|vision)\b"),
        "Where do you see the mission in your everyday work?",
    ),
    (
        Pattern(
            r"\b(?:many|big|large|size|offices?|locat\w+|based|headquarter\w*|countries|old)\b"
        ),
        "How does the size of the organization shape your day?",
    ),
)
_ANY_FACT = "What would surprise an outsider about what you do?"
_ASKS: tuple[tuple[Pattern, str], ...] = (
    (Pattern(r"\bmentor\w*\b"), "May I come back to you with a question now and then?"),
    (
        Pattern(
            r"\b(?:compare[d]?|stack up|measure up|rank|candidates?|applicants?|chances|odds)\b"
        ),
        "What sets apart the people who do well in this work?",
    ),
    (
        Pattern(r"\b(?:refer|referral|recommend|introduce|word|pass|forward|vouch|hand|submit)\b"),
        "Who else would you suggest I talk to?",
    ),
    (
        Pattern(r"\b(?:stand out|hired|apply|intern\w*|application|interview)\b"),
        "What helps newcomers find their way into this work?",
    ),
)
_ANY_ASK = "What do you look for when someone new joins the team?"
_PRIVATE: tuple[tuple[Pattern, str], ...] = (
    (
        Pattern(r"\b(?:facebook|instagram|snapchat|tiktok|insta|whatsapp)\b"),
        "May I connect with you on LinkedIn?",
    ),
    (
        Pattern(
            r"\b(?:famil\w+|kids?|child\w*|married|wife|husband|spouse|partner|boyfriend|girlfriend|pregnan\w+|parents?|mother|father|mom|dad|personal life|home life|son|daughter)\b"
        ),
        "How do you balance this work with the rest of your life?",
    ),
    (
        Pattern(
            r"\b(?:from|born|grow|grew|origin\w*|nationality|ethnic\w*|old|age|accent|language|citizen\w*|country)\b"
        ),
        "What path brought you to this work?",
    ),
    (
        Pattern(r"\b(?:health|illness|disab\w+|mental|medical|depress\w+|anxiety|therap\w+)\b"),
        "How do people in this work look after themselves?",
    ),
)
_ANY_PRIVATE = "What do you enjoy most about your work?"


def opened(sentence: str) -> tuple[str, bool] | None:
    """An open form of a closed question and whether it is safe, or None when none comes to mind."""
    plain = sentence.strip().replace("’", "'")
    for pattern, template, safe in _OPENERS:
        found = pattern.match(plain)
        if found:
            words = {name: _uncapitalised(value) for name, value in found.groupdict().items()}
            return template.format(**words), safe
    return None


def _uncapitalised(words: str) -> str:
    first = words.split(" ", 1)[0]
    keep = first in ("I", "I'm") or (len(first) > 1 and first.isupper())
    return words if keep else words[:1].lower() + words[1:]


def split(sentence: str) -> list[str]:
    """A double question as two, each complete; empty when it cannot be split cleanly."""
    return [_finished(part) for part in split_double(sentence)]


def _finished(part: str) -> str:
    part = re.sub(r"\A(?:and|but|also|plus|so)[\s,]+", "", part.strip(), flags=re.IGNORECASE)
    part = part.rstrip(" ,;?.!–—-")
    return part[:1].upper() + part[1:] + "?"


def instead_of_fact(lowered: str) -> str:
    """A question only this person can answer, near the fact that was asked for."""
    return _first(_KNOWN, lowered, _ANY_FACT)


def instead_of_job_ask(lowered: str) -> str:
    """A question that learns about hiring without asking for a job."""
    return _first(_ASKS, lowered, _ANY_ASK)


def instead_of_private(lowered: str) -> str:
    """A question about the work where a private one stood."""
    return _first(_PRIVATE, lowered, _ANY_PRIVATE)


def instead_of_pay(lowered: str) -> str:
    """The field's range as one's own researched figure to confirm."""
    return (
        _PAY_GROWTH
        if re.search(r"\b(?:raises?|bonus|negotiat|stock|equity)", lowered)
        else _PAY_FIGURE
    )


def _first(table: tuple[tuple[Pattern, str], ...], lowered: str, otherwise: str) -> str:
    for pattern, words in table:
        if pattern.search(lowered):
            return words
    return otherwise
