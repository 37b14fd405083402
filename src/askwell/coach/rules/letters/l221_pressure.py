"""L221: words that push or make the reader feel guilty."""

from __future__ import annotations

from askwell.coach.finding import Severity
from askwell.coach.rule import Example, Phrases, Rule
from askwell.coach.text.wordlists import words

_NUDGE = {"kind": "nudge"}

RULE = Rule(
    code="L221",
    slug="pressure",
    level=Severity.WARN,
    message="This pushes a little; give them an easy way out instead.",
    reason="Silence is usually a full calendar. Who feels guilty answers later, or never.",
    sources=("S49: Dalton", "S41", "S46"),
    check=Phrases(
        r"\bi(?:'ve| have)? (?:still )?(?:have )?(?:not|n't|never) (?:yet )?(?:heard|gotten|received|got) (?:back |a reply |a response |an answer |any(?:thing)? )*(?:from you|back|a reply|a response|an answer)\b",
        r"\b(?:haven't|didn't|never) (?:heard|hear|get|got|received?) (?:back|from you|a reply|a response|an answer)\b",
        r"\bdid you (?:get|receive|see|read|even) (?:my|the|see) (?:\w+ )?(?:e-?mail|message|note|mail|letter)s?\b|\bi(?:'m| am) (?:still )?waiting (?:for|to hear)\b|\bi(?:'m| am) (?:surprised|disappointed|sad) (?:that )?(?:you|not)\b",
        r"\b(?:a\.?s\.?a\.?p\.?|as soon as possible|urgent(?:ly)?|at your earliest convenience|(?<!for your )(?<!for the )(?<!for such a )prompt (?:reply|response|answer)|time is running out)\b"
        r"|\b(?:reply|answer|respond|call|write|back|know|need|please) (?:[\w']+ ){0,5}?(?:right away|by (?:tomorrow|tonight|end of (?:the )?day|eod))\b",
        r"\b(?:you must|you need to|you have to) (?:reply|answer|respond|help|meet|get back)\b|\bi (?:demand|insist|expect (?:a|an|your|to hear))\b|\byou(?:'re| are) my (?:only|last) (?:hope|chance)\b|\bi(?:'ll| will) (?:keep|continue) (?:writing|e-?mailing|calling|trying|following up)\b",
        r"\b(?:third|3rd|fourth|4th|final) (?:e-?mail|message|attempt|time i|note|try)\b|\bonce again i\b|\byou (?:promised|said you would) (?:to )?(?:reply|answer|get back|write)\b",
        unless_negated=True,
        suggestion="If this is not a good time, no answer is needed.",
    ),
    triggers=words(
        "heard gotten received reply response did waiting surprised disappointed sad asap a.s.a.p urgent urgently earliest prompt soon tonight eod tomorrow must demand insist third 3rd fourth 4th final attempt promised"
    ),
    must_flag=(
        Example("Hi Dana, I have not heard back from you.", _NUDGE),
        Example("Hi Dana, did you get my email?", _NUDGE),
        Example("Hi Dana, I haven't heard from you since May.", _NUDGE),
        "Hi Dana, please answer ASAP.",
    ),
    must_pass=(
        Example("Hi Dana, I know how full weeks can be. Would Tuesday suit you better?", _NUDGE),
        "Hi Dana, I heard from Lee that you like maps.",
        "Hi Dana, no answer is needed if this does not suit you.",
        Example("Dear Dana, thank you for your prompt reply.", {"kind": "decline-reply"}),
    ),
)
