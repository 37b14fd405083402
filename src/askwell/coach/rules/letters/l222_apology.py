"""L222: apologising for writing at all."""

from __future__ import annotations

from askwell.coach.finding import Severity
from askwell.coach.rule import Phrases, Rule
from askwell.coach.text.wordlists import words

RULE = Rule(
    code="L222",
    slug="apology",
    level=Severity.INFO,
    message="No need to apologise for asking.",
    reason="Most people like to be asked about their work; an apology tells them they should mind.",
    sources=("S41", "R4: Kumar & Epley 2018", "S34: Saylor"),
    check=Phrases(
        r"\b(?:sorry|apologi[sz]e|apologies|forgive me|excuse me|pardon)\b[^.?!\n]{0,40}\b(?:bother(?:ing)?|disturb(?:ing)?|intru(?:de|ding|sion)|interrupt(?:ing|ion)?|trouble|troubling|impos(?:e|ing)|taking (?:up )?your time|out of the blue|cold|long (?:e-?mail|message)|unsolicited|random|contacting|writing|reaching out|e-?mailing|messaging|spam)\b",
        r"\b(?:hate|don't (?:want|mean)|do not (?:want|mean|wish)|not (?:want|mean)) to (?:bother|disturb|intrude|impose|be a (?:bother|pest|burden)|waste your time|take up your time|annoy)\b|\bi know (?:this is|i(?:'m| am)) (?:annoying|a bother|nobody|just a)\b|\bi(?:'m| am) (?:just|only) a (?:student|nobody|beginner)\b",
        suggestion="Thank you for reading this.",
    ),
    triggers=words(
        "sorry apologize apologise apologies forgive excuse pardon bother disturb intrude impose waste annoy annoying nobody student beginner pest burden"
    ),
    must_flag=(
        "Hi Dana, sorry to bother you.",
        "Hi Dana, I apologize for writing out of the blue.",
        "Hi Dana, I don't want to waste your time.",
    ),
    must_pass=(
        "Hi Dana, I am sorry to hear that you are ill.",
        "Hi Dana, I just read your piece on maps.",
        "Hi Dana, thank you for reading this.",
    ),
)
