"""What is named by its words: the time a letter asks for, its thanks, an address to answer to.

Written from how career guides, students and strangers really put it; labels as in playbook §7.
"""

from __future__ import annotations

import re

from askwell.coach.text.cues import Cue
from askwell.coach.text.patterns import ExactPattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from askwell.coach.text.letters import Sentence

_AFTERWARDS = ("thanks", "update", "check-in", "answer", "decline-reply", "missed")

# -- time asked ---------------------------------------------------------------------------------

_NUMBER = r"(?:\d{1,3}|five|ten|twelve|fifteen|twenty(?:[- ]five)?|thirty|f(?:o|ou)rty(?:[- ]five)?|sixty|ninety)"
_MINUTES = (
    rf"\b{_NUMBER}(?: ?\(\w{{1,12}}\))?(?: ?(?:-|–|—|to|or|/|and) ?{_NUMBER}(?: ?\(\w{{1,12}}\))?)?"
    r"(?: |-|–|\+){0,3}(?:(?:short|quick|brief|spare|or so|or less|of your|free|extra|whole|more|full) ){0,2}(?:minutes?|mins?|minuets?)\b"
)
_HOURS = (
    r"\b(?:a |one )?half[- ](?:an |of an )?hour\b|\bquarter of an hour\b|(?:\b1/2|½) ?(?:an |of an )?hour\b"
    r"|\b(?:an|one|two|1|2|1-2|1\.5|one or two)[- ]?hours?\b|\bhour[- ]long\b|\b(?:30|45) ?m\b"
)
_NOT_ASKED = (
    r"\s*(?:ago|away|early|earlier|late|later|drive|walk|ride|commute|per|each|every|a (?:day|week|month|year)|from (?:now|here|campus|you|my|home|your)"
    r"|before|after (?:class|school|we|you|i|work|the (?:call|talk|meeting|class))|north|south|east|west|outside|down the|of research|of fame|into|prior|workout|presentation|lecture|documentary|podcast)\b"
)
_SPENT = ExactPattern(
    r"\b(?:thank(?:s|ed)?|appreciate[d]?|grateful|enjoyed|spent|spending|gave|took|talked|spoke|shared|sharing|was|were|met|lasted|flew)\b"
)
_WANTED = ExactPattern(
    r"\b(?:who'd|any chance|could|would|can|may|might|hop(?:e|ing)|wondering|if you|love to|like to|ask|request|need|only|schedule|set up|find|spare|available|another|again|please)\b"
)


def _asked(sentence: Sentence, match: re.Match[str]) -> bool:
    lowered = sentence.lowered
    if _NOT_A_REQUEST.match(lowered, match.end()):
        return False
    if "HR" in sentence.raw[match.start() : match.end()]:  # an HR manager
        return False
    if _PACE.search(lowered, max(0, match.start() - 22), match.start()):
        return False
    after = sentence.letter.kind in _AFTERWARDS
    if not after and not _SPENT.search(lowered, 0, match.start()):
        return True
    if _HOPED.search(lowered, 0, match.start()):
        return True
    return _WANTED.search(lowered) is not None and not _FOR_TIME_SPENT.search(lowered)


_NOT_A_REQUEST = ExactPattern(_NOT_ASKED)
_PACE = ExactPattern(
    r"\b(?:every|past|last|first|live|lived|waited|wait) (?:about |only |just )?\Z"
)
# "I would appreciate half an hour" asks for it, "I appreciate the half hour" had it.
_HOPED = ExactPattern(
    r"\b(?:would|'d|will|'ll|could|can) (?:\w+ ){0,3}?(?:appreciat\w+|grateful|thankful|enjoy)\b"
)
_FOR_TIME_SPENT = ExactPattern(
    r"\b(?:thank\w*|appreciate\w*|grateful)\b.{0,40}\b(?:for|the|those|that|your|you)\b.{0,45}\b(?:minutes?|mins?|hours?)\b(?!.{0,80}\b(?:could|would you|may i|can we)\b)"
)

TIME_ASK = (
    Cue("minute minutes min mins minuets", _MINUTES, test=_asked),
    Cue(
        "hour hours 30m 45m 1hr 1h hr hrs",
        _HOURS + r"|\b(?:an|one|1|half an|1/2) ?hrs?\b|\b(?:30|45)m\b|\b1h\b",
        test=_asked,
    ),
    Cue(
        " ".join(
            f"{n}{unit}"
            for n in (5, 10, 15, 20, 25, 30, 40, 45, 60)
            for unit in ("min", "mins", "minute", "minutes")
        ),
        r"\b\d{1,3}(?:min|mins|minute|minutes)\b",
        test=_asked,
    ),
)

# -- thanks -------------------------------------------------------------------------------------

THANKS = (
    Cue(
        "gracias merci danke cheers thank thanks thx thankyou tysm thnx",
        r"\b(?:thank(?:s|you)?|thx|tysm|thnx|gracias|merci|danke|cheers(?= (?:for|and thanks)))\b(?![- ]?you[- ](?:note|letter|card|e-?mail|message)s?\b)(?! to (?!you\b|your\b|all of you\b)\w)",
        unless=r"\bno,? thanks\b|\bby way of thanks\b",
    ),
    Cue(
        "thankful grateful gratefully gratitude indebted obliged debt",
        r"\bin your debt\b|\b(?:thankful|grateful(?:ly)?|gratitude|indebted|obliged)\b",
    ),
    Cue(
        "appreciate appreciated appreciates appreciating appreciative appreciation",
        r"\b(?:i|we|i'd|i'll|we'd|i've|much|greatly|really|very|truly|sincerely|deeply|most|highly|genuinely|so|would|be|is|am|was|also|and|my|express|extremely|always|definitely|certainly|still|do|absolutely|especially|particularly|sincere|deep) (?:\w+ ){0,2}?appreciat(?:e|ed|ive|ion)\b"
        r"(?! (?:that )?(?:you(?:'re| are| must| may| have| might)|how (?:busy|full)|this (?:is|may|might)|your schedule|the (?:fact|difficult)))",
        r"(?:^|[,;-] ?|– ?|— ?)appreciat(?:e|ed|ing)\b (?:you|your|the|it|all|any)|^(?:with|in) (?:\w+ )?appreciation\b",
        unless=r"\b(?:learn(?:ed|ing)?|come|came|grown|grew) to appreciate\b|\bappreciation (?:for|of) (?!your|you|the time|all)|\bappreciate (?:that )?you(?:'re| are) (?:very |so |extremely )?busy\b",
    ),
    Cue(
        "kind generous nice good gracious lot much world thoughtful value valued",
        r"\byou(?: were|'ve been| have been) (?:so|very|too|extremely|incredibly) (?:\w+ )?(?:kind|generous|gracious|helpful)\b|\bvalue[d]? the time you\b|\b(?:so|very|really|was|is|how|extremely|incredibly|that's) (?:\w+ )?(?:kind|generous|nice|gracious|thoughtful) of you\b|\bme(?:ans?|ant) (?:a lot|so much|the world|a great deal)\b",
    ),
)

# -- contact -----------------------------------------------------------------------------------

_ADDRESS = ExactPattern(r"[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{2,30}")
_PHONE = ExactPattern(
    r"(?<![\w-])(?:\+?\d{1,3}[ .-]?)?\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}(?!\d)|\b\d{3}-\d{4}\b"
    r"|\+\d{2}[\d ()-]{7,16}\d|\b0\d{3,4} \d{3} ?\d{3,4}\b|\b555[-.](?:xxx|###|\d{3,4})\b|\(555\)"
)
_NAMED = ExactPattern(
    r"(?<=\n)[ \t]*(?:your )?(?:phone|cell|tel|mobile|e-?mail)(?: (?:number|address))?\b"
    r"|\[[^\]\n]{0,20}(?:phone|e-?mail|contact info|contact details|number)[^\]\n]{0,20}\]"
    r"|\b(?:xxx|###)[-.](?:xxx|###|\d{3,4})\b|\((?:xxx|###)\)"
)
_DIGITS = ExactPattern(r"\d{3}")
_NAMES = ("phone", "cell", "tel", "mobile", "mail", "contact", "number", "xxx", "###")


def find_contact(lowered: str, start: int, stop: int) -> tuple[int, int] | None:
    """Where an address or a number to answer to stands, or the place left open for one."""
    found = None
    if "@" in lowered:
        found = _ADDRESS.search(lowered, start, stop)
    if found is None and _DIGITS.search(lowered, start, stop):
        found = _PHONE.search(lowered, start, stop)
    if found is None and any(name in lowered for name in _NAMES):
        found = _NAMED.search(lowered, start, stop)
    return found.span() if found else None
