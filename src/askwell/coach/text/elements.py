"""The elements of a letter and where they stand."""

from __future__ import annotations

from askwell.coach.text.cues import CueIndex
from askwell.coach.text.favours import JOB_ASK, JOB_STATUS, OFFER, REFERRAL_ASK
from askwell.coach.text.ties import HOW_FOUND, PERSONAL, SPECIFIC
from askwell.coach.text.wishes import AVAILABILITY, CONTACT, PURPOSE, THANKS, TIME_ASK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from askwell.coach.text.letters import Letter

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
_INDEX = CueIndex(
    {
        "purpose": PURPOSE,
        "time_ask": TIME_ASK,
        "personal": PERSONAL,
        "availability_or_contact": AVAILABILITY,
        "thanks": THANKS,
        "specific": SPECIFIC,
        "offer": OFFER,
        "referral_ask": REFERRAL_ASK,
        "job_ask": JOB_ASK,
        "how_found": HOW_FOUND,
        "job_status": JOB_STATUS,
    }
)


def find_elements(letter: Letter) -> dict[str, Span]:
    """The first place of every element of the letter; absent ones are left out."""
    found = _INDEX.find(letter.sentences, letter.kind, letter.text.vocabulary)
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
