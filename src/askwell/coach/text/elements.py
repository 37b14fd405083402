"""The elements of a letter and where they stand.

Minutes and thanks are named by their words. What a letter wants, why it goes to this person, what
it takes up and when it can be answered is said in too many ways to list: there the weights of
`signs` decide. For an offer, names and jobs both speak, the words and the weights.
"""

from __future__ import annotations

from askwell.coach.text.cues import CueIndex
from askwell.coach.text.favours import JOB_ASK, JOB_STATUS, OFFER, REFERRAL_ASK
from askwell.coach.text.signs import SIGNED, TRUST, model, tokens
from askwell.coach.text.ties import HOW_FOUND
from askwell.coach.text.wishes import THANKS, TIME_ASK, find_contact

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
_CUES = CueIndex(
    {
        "time_ask": TIME_ASK,
        "thanks": THANKS,
        "how_found": HOW_FOUND,
        "job_status": JOB_STATUS,
        "offer": OFFER,
        "referral_ask": REFERRAL_ASK,
        "job_ask": JOB_ASK,
    }
)


def find_elements(letter: Letter) -> dict[str, Span]:
    """A place of every element of the letter; absent ones are left out."""
    scores = _scores(letter)
    found = _signed(scores)

    def wanted(sentence: Sentence) -> frozenset[str]:
        row = scores.get(sentence)
        if row is None:
            return _ALWAYS
        near = [n for n, place in _CUED if row[place] > -TRUST[n] and n not in found]
        return _ALWAYS.union(near) if near else _ALWAYS

    cued = _CUES.find(letter.sentences, letter.kind, letter.text.vocabulary, wanted)
    found = cued | found
    if "availability_or_contact" not in found:
        contact = find_contact(letter.lowered, *letter.own)
        if contact:
            found["availability_or_contact"] = contact
    if "job_ask" in found and letter.kind in ASKING:
        found.setdefault("purpose", found["job_ask"])
    if letter.subject:
        found["subject"] = letter.subject
    return found


def _signed(scores: dict[Sentence, list[float]]) -> dict[str, Span]:
    """The elements that need no cue: where most speaks for them."""
    found: dict[str, Span] = {}
    best = dict.fromkeys(SIGNED, 0.0)
    for sentence, row in scores.items():
        if max(row) <= 0:
            continue
        for name, score in zip(SIGNED, row, strict=True):
            if score > best[name]:
                best[name] = score
                found[name] = sentence.start, sentence.end
    return found


def _scores(letter: Letter) -> dict[Sentence, list[float]]:
    """What speaks for each label in each sentence; hopeless ones are left out."""
    weights, kind = model(), letter.kind
    scores = {}
    for sentence in letter.sentences:
        if len(sentence.words) < 2:  # a name, a closing
            continue
        found = tokens(sentence)
        total = weights.total(found, kind)
        if not weights.hopeless(total, len(found)):
            scores[sentence] = weights.scores(total, len(found))
    return scores


_CUED = [(name, place) for place, name in enumerate(SIGNED) if name in TRUST]
_ALWAYS = frozenset(_CUES.elements) - TRUST.keys()
