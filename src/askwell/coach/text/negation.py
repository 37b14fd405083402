"""How far a "not" reaches: "I am not asking for a job" asks for no job."""

from __future__ import annotations

from askwell.coach.text.tokens import Text, word_set

NEGATORS = word_set(
    "not no never nor neither without isn't aren't wasn't weren't don't doesn't didn't won't "
    "wouldn't can't cannot couldn't shouldn't haven't hasn't hadn't ain't nothing hardly "
    "rather instead isnt arent dont doesnt didnt wont wouldnt cant"
)
# "not only" adds, "no doubt" and "no problem" are set phrases: none of them denies what follows.
_HARMLESS = word_set(
    "only just doubt problem worries question later sooner longer less matter wonder"
)
# A new clause ends the reach of a negator; so does punctuation stronger than a comma.
_STOPS = word_set("but however though although yet because while whereas if when so")
_REACH = 9


def negated(text: Text, offset: int, *, reach: int = _REACH) -> bool:
    """Whether the word at *offset* stands in the scope of a negator before it.

    Looks back over at most *reach* words inside the clause. Source: hard cases 36 and 37.
    """
    index = text.word_at(offset)
    words = text.words
    edge = offset
    for place in range(index - 1, max(-1, index - 1 - reach), -1):
        if _clause_ends(text.plain, text.spans[place][1], edge):
            return False
        word = words[place]
        if word in _STOPS:
            return False
        if word in NEGATORS:
            following = words[place + 1] if place + 1 < len(words) else ""
            return following not in _HARMLESS
        edge = text.spans[place][0]
    return False


def _clause_ends(plain: str, start: int, end: int) -> bool:
    between = plain[start:end]
    return any(mark in between for mark in ".;:!?…—\n\n") and between.strip(" \n") != ""
