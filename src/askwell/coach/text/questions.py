"""Finding the questions in a text, and which of them is the first real one."""

from __future__ import annotations

from askwell.coach.text import openness as _openness
from askwell.coach.text.patterns import LowerPattern
from askwell.coach.text.sentences import sentences
from askwell.coach.text.tokens import Text

Span = tuple[int, int]
OPENNESS = (_openness.OPEN, _openness.INDIRECT, _openness.CLOSED)

_IMPERATIVE = LowerPattern(
    r"(?:(?:so|and|well|ok|okay|then|also|but|now|please|first|maybe|just|um|uh)[\s,]+)*"
    r"(?:tell (?:me|us)|describe|walk (?:me|us)|explain|share (?:with|your|a|an|some|one|how|what)|talk (?:me|us) through|"
    r"talk (?:to (?:me|us) )?(?:a (?:bit|little) )?about|give (?:me|us) (?:an?|some|your|the)|elaborate on|take (?:me|us) (?:through|back)|"
    r"run (?:me|us) through|help (?:me|us) understand|please (?:share|describe|tell|explain|discuss))\b"
)
_STATEMENT = LowerPattern(
    r"(?:(?:so|and|well|ok|okay|then|also|but|now|um|uh)[\s,]+)*"
    r"(?:i(?:'d| would) (?:\w+ )?(?:love|like|be (?:curious|interested|keen|happy|eager)|appreciate)\b[^.!?]{0,25}?\b(?:hear|know|learn|understand|ask)|"
    r"i(?:'m| am| was) (?:\w+ )?(?:curious|wondering|interested (?:in (?:hearing|knowing|learning|how|what|your)|to (?:hear|know|learn)))|"
    r"i (?:\w+ )?wonder(?:ed)?\b|(?:curious|wondering) (?:about|how|what|why|if|whether|to)|(?:would )?love to (?:hear|know|learn)|let me ask)\b"
)
_UNMARKED = LowerPattern(
    r"(?:(?:so|and|well|ok|okay|then|also|but|now|um|uh|like|yeah)[\s,]+)*(?:"
    rf"(?:what|how|why|who|which|where|when)(?:'s|'re|'d)?\s+(?:[\w'-]+\s+){{0,3}}?{_openness.AUX}\s+(?:{_openness.SUBJECT}|\w+ing)\b|"
    rf"(?:what|who)'s\b|(?:what|how|why|who|where|when)\s+(?:is|are|was|were|do|does|did|would|should|could|can|made|has|have)\b|"
    rf"{_openness.AUX}\s+(?:you|there|it|they|we|i|your|the|this|that|he|she)\b)"
)
# "Can we talk about the work itself?" only leads up to the question after it.
_OPENER = LowerPattern(
    r"(?:\w+[\s,]+){0,3}?(?:can|could|may|shall|might) (?:we|i) (?:just |maybe |perhaps )?(?:talk|start|begin|turn|go back)\b"
)
_SHORT = 2


def openness(text: str) -> str:
    """Openness (`open`, `indirect-open`, `closed`) of the first real question in *text*."""
    span = first_question(text)
    part = text[slice(*span)] if span else text
    return _openness.openness_of(Text(part).plain.lower())


def asks(sentence: str) -> bool:
    """Whether one sentence asks something, with or without a question mark; "Right?" does not."""
    plain = Text(sentence).plain.strip().lower()
    if _openness.is_tag(plain):
        return False
    if plain.rstrip("\"')*_ ").endswith("?"):
        return True
    return _asks_unmarked(plain) is not None


def leads_up(sentence: str) -> bool:
    """Whether a sentence (in lower case) only checks, greets or announces the question to come."""
    return _openness.is_tag(sentence) or _OPENER.match(sentence) is not None


def question_spans(text: str) -> list[Span]:
    """Spans of every sentence that asks, in order."""
    return [span for span in sentences(text) if asks(text[slice(*span)])]


def first_question(text: str) -> Span | None:
    """Span of the first real question: tags, greetings and preambles are passed over.

    A statement ("I'd love to hear…") counts only when no sentence with a question mark follows.
    """
    return first_of(text, sentences(text))


def first_of(text: str, spans: list[Span]) -> Span | None:
    """Like `first_question`, with the sentences already found."""
    if len(spans) == 1:
        return spans[0]
    weak: Span | None = None
    tag: Span | None = None
    for span in spans:
        plain = Text(text[slice(*span)]).plain.lower()
        if plain.rstrip("\"')*_ ").endswith("?"):
            if not _openness.is_tag(plain):
                return span
            tag = tag or span
        elif kind := _asks_unmarked(plain):
            if kind == "imperative":
                return span
            weak = weak or span
    return weak or tag or (spans[-1] if spans else None)


def _asks_unmarked(plain: str) -> str | None:
    if _IMPERATIVE.match(plain):
        return "imperative"
    if _STATEMENT.match(plain):
        return "statement"
    if _UNMARKED.match(plain) and len(plain.split()) > _SHORT and not plain.endswith("!"):
        return "unmarked"
    return None
