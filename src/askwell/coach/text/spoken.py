"""Questions in speech: no tags, no greetings for questions, false starts one question, "?" may be missing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from askwell.coach.text.openness import CLOSED, OPEN, is_tag, openness_of
from askwell.coach.text.patterns import LowerPattern
from askwell.coach.text.tokens import Text, without_stage_directions, word_set

Span = tuple[int, int]
# A question with so many words after it was not put to the other.
_FORGOTTEN = 80
_WINDOW = 700
_TAIL = 320
_SHORT = 400
_AFTERTHOUGHT = 40

_STOP = re.compile(
    r"(?<![.…])(?:[.!?]+|…(?=\s+[A-Z]))[\"'”’)\]*_]*(?:\s+|\Z)|\n[ \t]*\n|\n(?=[A-Z\"“])"
)
_TAG_END = LowerPattern(
    r"[\s,;–—-]+(?:right|you know(?: what i mean)?|yeah|okay|ok|huh|eh|correct|no|true|isn't it|isn't that right|is that right|am i right|"
    r"does that make sense|make sense|wasn't it|don't you think|wouldn't you say|aren't you|didn't you|haven't you|weren't you|wouldn't it|doesn't it)"
    r"\s*\?[\"'”’)\]\s]*\Z"
)
_GREETING = LowerPattern(
    r"\b(?:how are (?:you|things|we|ya)|how's it going|how is it going|how have you been|how you doing|how are you doing|"
    r"can you hear me|shall we|are you ready|ready|is (?:that|this|it) (?:ok|okay|all right|alright)|sound good|sounds good|does that (?:work|make sense|sound)|"
    r"really|seriously|oh yeah|is that right|is that so|did you|you did|were you|was it|are you|do you)\b"
)
_AUDIENCE = LowerPattern(
    r"\b(?:welcome (?:back )?to (?:the|another|this|our|my|episode|a new)|my guest (?:today|is)|today's guest|our guest|joining (?:me|us) (?:today|is|now)|"
    r"joined (?:today )?by|i'm your host|this is the \w+ (?:\w+ )?podcast|(?:today|on this episode|in this episode),? (?:we|i)(?:'re|'m|'ll| are| am| will)|"
    r"subscribe|sponsor(?:ed)?|brought to you by|listeners)\b"
)
_PROMPT = LowerPattern(
    r"(?:\A|[,;:–—]\s*|\b(?:so|and|but|then|now|please|okay|well|maybe|first|just)\s+)"
    r"(?:please |just |maybe |first |then |go ahead and |why don't you )*"
    r"(?:tell (?:me|us|our (?:listeners|audience)|everyone|everybody|people|folks|the (?:audience|listeners))\b|"
    r"talk (?:(?:to|with) (?:us|me|our \w+)\b|(?:us|me) through|(?:a )?(?:little|bit)|more|about)|"
    r"walk (?:us|me)\b|run (?:us|me) through|take (?:us|me) (?:back|through|into|inside)|give (?:us|me|our listeners) (?:a|an|your|some|the|one)\b|"
    r"say (?:a (?:bit|little)|more|something)|share (?:with (?:us|me)|your|a|an|some|one)|describe|explain|elaborate|introduce yourself|"
    r"help (?:us|me) understand|paint (?:us |me )?a picture|remind (?:us|me)\b|fill (?:us|me) in|"
    r"let's (?:talk|hear|start|begin|dig|dive|get into|go back|go to|switch|turn|rewind|unpack|jump)\b)"
)
_WISH = LowerPattern(
    r"(?:\A|[,;:–—.]\s*|\b(?:so|and|but|because|well|just)\s+)"
    r"(?:i(?:'d| would| also|'d also| really|'d really) (?:\w+ ){0,2}?(?:love|like|curious|interested)\b.{0,30}?\b(?:hear|know|learn|understand|ask|get your|talk about|dig|dive)\b|"
    r"i(?:'d| would) (?:\w+ )?be (?:\w+ )?(?:curious|interested|keen)\b|"
    r"i(?:'m| am) (?:\w+ ){0,2}?(?:curious|wondering|interested (?:in (?:how|what|why|hearing|your|knowing|learning)|to (?:hear|know|learn)))\b|"
    r"i (?:\w+ )?wonder(?:ed)? (?:if|how|what|why|whether|about|when|where)\b|(?:just )?(?:curious|wondering) (?:about|how|what|why|if|whether)\b|"
    r"i (?:\w+ )?(?:want|wanted|need)(?: you)? to (?:\w+ )?(?:ask|hear|know|understand|get your|talk (?:to you )?about|pick|dig|go back)\b|"
    r"(?:my|the|one|another|a|first|next|last|final) (?:\w+ )?question (?:is|i have|for you|would be|about)\b|let me ask\b|"
    r"(?:maybe|perhaps) (?:you (?:can|could)|(?:just )?(?:start|begin) (?:by|with))|if you (?:can|could|would|want to)(?: just)? (?:tell|share|talk|walk|describe|explain|speak)|you can (?:start|begin) (?:by|with))"
)
_TURNED = (
    r"(?:(?:what|how|why|which|who|where|when)(?:'s|'re|'d)?\s+(?!(?:i|we|you|he|she|they|people)\b)(?:[\w'-]+\s+){0,3}?"
    r"(?:do|does|did|is|are|was|were|can|could|would|should|have|has|had|will)\s+"
    r"(?:you|your|it|that|they|we|the|there|people|someone|a|an|this|one|most|some|those|these|he|she|i)\b|"
    r"(?:what|who|how)(?:'s|'re| is| was| are| were| about)\s+(?:your|the|that|it|those|like|a|an|some|one|next)\b|"
    r"(?:do|did|are|were|can|could|would|have|had|will) you\b|(?:is|was|are|were|does|did|do|has|had) (?:it|that|there|this|they|your)\b)"
)
_INVERTED = LowerPattern(
    r"\W*(?:(?:so|and|well|ok|okay|then|but|now|um|uh|like|yeah|right|wow|great|cool|interesting|alright|all right|i mean|you know)\b\W*)*"
    + _TURNED
)
_INSIDE = LowerPattern(
    r"\b(?:so|and|but|then|now|okay|ok|um|uh|yeah|right|wow|oh|cool|funny|lovely|great|nice|interesting|amazing|question(?: is)?|(?:last|next|other|final|first) (?:thing|one|question)|curious|know|wondering|ask(?: you)?)\s+"
    + _TURNED
)


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions of a turn: their spans in its text, and how open the first is."""

    spans: tuple[Span, ...]
    openness: str

    @property
    def first(self) -> Span:
        """Span of the first question."""
        return self.spans[0]


def questions(text: str, *, following: str = "", marked: bool = True) -> Asked | None:
    """The questions of one turn, or None; *following* is what the other says next.

    *marked* says that the transcript uses question marks, so that a sentence without one is a
    question only when it plainly asks.
    """
    if "[" in text or "(" in text:
        text = without_stage_directions(text)
    lowered = Text(text).plain.lower()
    spans, weak = _with_mark(lowered, following) if "?" in lowered else ([], [])
    if spans:
        spans = _told_before(lowered, spans[0][0]) + spans
    else:
        spans = _without_mark(lowered, marked) or weak
    spans = _put_to_the_other(lowered, spans) if spans else spans
    return Asked(tuple(spans), _openness(lowered[slice(*spans[0])])) if spans else None


def _openness(sentence: str) -> str:
    begun = _FALSE_START.search(sentence)
    if begun and openness_of(sentence[begun.start() :]) != openness_of(sentence[begun.end() :]):
        return OPEN
    found = openness_of(sentence)
    if found == CLOSED and "?" not in sentence:
        wish = _WISH.search(sentence)
        if _PROMPT.search(sentence) or (wish and not _CONDITION.search(sentence, wish.start())):
            return OPEN
    return found


_FALSE_START = LowerPattern(
    r"\b(?:what|how|why|which|who|where|when)(?:'s)?(?: (?:do|does|did|is|are|was|were|would|can|could|have|has))?(?: (?:you|it|that|they|the|your|we|he|she))?"
    r"\s*(?:,|\.{2,}|…|—|–|-{1,2})\s*(?=(?:(?:you know|i mean|um|uh|like|so|or)\b,? ?)*(?:what|how|why|which|who|where|when)\b)"
)
_CONDITION = LowerPattern(r"\b(?:if|whether|who|when|which)\b")


def _told_before(lowered: str, before: int) -> list[Span]:
    """A "Tell me about…" that stands before the first question mark."""
    low = max(0, before - _TAIL)
    if low:
        stop = _STOP.search(lowered, low, before)
        low = stop.end() if stop else before
    found = _sentences(lowered[:before], low)
    return [span for span in found if _PROMPT.search(lowered[slice(*span)])]


def _with_mark(lowered: str, following: str) -> tuple[list[Span], list[Span]]:
    """Sentences with a question mark: real ones, and checks that count only if nothing else asks."""
    spans: list[Span] = []
    weak: list[Span] = []
    spoken = len(lowered)
    while spoken and not lowered[spoken - 1].isalnum():
        spoken -= 1
    before, at = 0, lowered.find("?")
    while at >= 0:
        end = at + 1
        while lowered[end : end + 1] in ("?", "!", '"', "'", ")"):
            end += 1
        start = _begin(lowered, max(before, at - _WINDOW), at)
        _sort_in(lowered, (start, end), end >= spoken, following, spans, weak)
        before, at = end, lowered.find("?", end)
    return spans, weak


def _sort_in(
    lowered: str, span: Span, last: bool, following: str, spans: list[Span], weak: list[Span]
) -> None:
    sentence = lowered[slice(*span)].strip()
    if not sentence[:1].isalnum():
        return
    if is_tag(sentence):
        if last and (_GREETING.search(sentence) or len(lowered) > 40) and following:
            weak.append(span)
        return
    tag = _TAG_END.search(sentence)
    if tag and not _INVERTED.match(sentence):
        if (
            last
            and following
            and _about_the_other(sentence[: tag.start()], sentence[tag.start() :])
        ):
            spans.append(span)
        return
    if not last and _REPORTED.search(sentence) and len(lowered) - span[1] > _AFTERTHOUGHT:
        return
    spans.append(span)


def _about_the_other(statement: str, tag: str) -> bool:
    """Whether "…, right?" is put to the other, and not a habit of speech."""
    if len(statement.split()) < 3:
        return False
    if _YOU.search(statement):
        return True
    return "you know" not in tag and not _MYSELF.search(statement)


_YOU = LowerPattern(r"\b(?:you|your|you're|you've|you'd)\b(?! know)")
_MYSELF = LowerPattern(r"\b(?:i|i'm|i've|i'd|my|me|we|our|we're)\b")
_REPORTED = LowerPattern(
    r"\b(?:like|said|says|say|asked|asks|thinking|thought|goes|went|wondered|wondering|myself|themselves)[,:]? (?:\w+,? )?[\"']?(?:what|how|why|who|where|when|is|are|do|does|did|can|should|am)\b"
)


def _begin(lowered: str, low: int, at: int) -> int:
    """Where the sentence that ends at *at* begins, at *low* or later."""
    begin = low
    for stop in _STOP.finditer(lowered, low, at):
        begin = stop.end()
    while begin < at and not lowered[begin].isalnum():
        begin += 1
    return begin


def _without_mark(lowered: str, marked: bool) -> list[Span]:
    """Sentences that ask without a question mark; in a long turn only near its end."""
    low = 0 if len(lowered) < _SHORT else len(lowered) - _TAIL
    last = len(lowered.rstrip())
    inviting = not _INVITING.isdisjoint(lowered[low:].split())
    if marked and not inviting:
        begin = max(low, *(lowered.rfind(stop, low, last - 3) + 1 for stop in _STOPS))
        return [(begin, last)] if _plainly_asks(lowered[begin:last]) else []
    if low:
        first = _STOP.search(lowered, low)
        low = first.end() if first and first.end() < len(lowered) - 20 else low
    return [
        (start, end)
        for start, end in _sentences(lowered, low)
        if (inviting and _invites(lowered[start:end]))
        or ((not marked or end == last) and _plainly_asks(lowered[start:end]))
        or (not marked and _asks_unpunctuated(lowered[start:end]))
    ]


_STOPS = (". ", "? ", "! ", "\n")
# One of these is in every invitation to tell.
_INVITING = word_set(
    "tell talk walk run take give say share describe explain elaborate introduce help paint remind fill let's ask "
    "love like curious interested wonder wondered wondering want wanted need question maybe perhaps start begin "
    "tell, talk, describe, explain, elaborate, elaborate. curious, wondering, ask,"
)


def _invites(sentence: str) -> bool:
    if _INVITING.isdisjoint(sentence.split()):
        return False
    return _PROMPT.search(sentence) is not None or _WISH.search(sentence) is not None


def _asks_unpunctuated(sentence: str) -> bool:
    """A question inside words without any stops, as some recognisers write them."""
    return _INSIDE.search(sentence, max(0, len(sentence) - _TAIL)) is not None


def _plainly_asks(sentence: str) -> bool:
    return (
        len(sentence) > 12
        and not sentence.rstrip().endswith("!")
        and (_INVERTED.match(sentence) is not None and not _EXCLAIMS.match(sentence))
    )


_EXCLAIMS = LowerPattern(
    r"\W*(?:what (?:a|an)\b|how (?:interesting|cool|funny|nice|great|wonderful|awesome)\b|(?:what|how|why|who|where|when)(?:'s| is| was| are)? \w+ (?:is|was|are) (?:that|just|the)\b)"
)


def _sentences(lowered: str, low: int) -> list[Span]:
    spans = []
    begin = low
    for stop in _STOP.finditer(lowered, low):
        if lowered[begin : stop.start()].strip():
            spans.append((begin, stop.end()))
        begin = stop.end()
    if lowered[begin:].strip():
        spans.append((begin, len(lowered)))
    return [(start, start + len(lowered[start:end].rstrip())) for start, end in spans]


def _put_to_the_other(lowered: str, spans: list[Span]) -> list[Span]:
    """Without questions to an audience: those before a welcome, or long since left behind."""
    welcome = 0
    for found in _AUDIENCE.finditer(lowered):
        welcome = found.start()
    kept = [span for span in spans if span[1] > welcome] if welcome else spans
    if (
        kept
        and len(lowered) - kept[-1][1] > 300
        and len(lowered[kept[-1][1] :].split()) > _FORGOTTEN
    ):
        return []
    return kept
