"""The elements of a letter and where they stand.

Minutes and thanks are named by their words. What a letter wants, why it goes to this person, what
it takes up and when it can be answered is said in too many ways to list: there the weights of
`signs` decide. For an offer, names and jobs both speak, the words and the weights.
"""

from __future__ import annotations

from askwell.coach.text.cues import CueIndex
from askwell.coach.text.favours import JOB_ASK, JOB_STATUS, OFFER, REFERRAL_ASK
from askwell.coach.text.signs import SIGNED, model, tokens
from askwell.coach.text.ties import HOW_FOUND
from askwell.coach.text.wishes import CONTACT, THANKS, TIME_ASK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from askwell.coach.text.letters import Letter, Sentence

ASKING = frozenset(["request", "nudge", "forwardable", "who-do-you-know", "intro-request"])
Span = tuple[int, int]
PUBLISHED = (
    "purpose",
    "time_ask",
    "personal",
    "availability_or_contact",
    "thanks",
    "specific",
    "offer",
    "referral_ask",
    "job_ask",
)
_WORDED = CueIndex(
    {
        "time_ask": TIME_ASK,
        "thanks": THANKS,
        "how_found": HOW_FOUND,
        "job_status": JOB_STATUS,
    }
)
_WEIGHED = CueIndex({"offer": OFFER, "referral_ask": REFERRAL_ASK, "job_ask": JOB_ASK})
# How much a cue adds to what the other words of its sentence say.
TRUST = {"offer": 2.0, "referral_ask": 4.0, "job_ask": 4.0}


def find_elements(letter: Letter) -> dict[str, Span]:
    """A place of every element of the letter; absent ones are left out."""
    found = _WORDED.find(letter.sentences, letter.kind, letter.text.vocabulary)
    found.update(_signed(letter))
    if "availability_or_contact" not in found:
        start, stop = letter.own
        contact = CONTACT.search(letter.lowered, start, stop)
        if contact:
            found["availability_or_contact"] = contact.span()
    if "job_ask" in found and letter.kind in ASKING:
        found.setdefault("purpose", found["job_ask"])
    if letter.subject:
        found["subject"] = letter.subject
    return found


def _signed(letter: Letter) -> dict[str, Span]:
    """The elements that are weighed: where most speaks for them, or where a cue tips the scales."""
    scores = {s: model().scores(tokens(s), letter.kind) for s in letter.sentences}
    found: dict[str, Span] = {}
    best = dict.fromkeys(SIGNED, 0.0)
    for sentence, row in scores.items():
        for name, score in zip(SIGNED, row, strict=True):
            if score > best[name]:
                best[name] = score
                found[name] = sentence.start, sentence.end

    def worth(sentence: Sentence, name: str) -> bool:
        return name not in found and scores[sentence][_PLACES[name]] > -TRUST[name]

    return _WEIGHED.find(letter.sentences, letter.kind, letter.text.vocabulary, worth) | found


_PLACES = {name: place for place, name in enumerate(SIGNED)}
