"""The noun a question is about: "ratio" in "What is the expected, rough ratio of men to women?"."""

from __future__ import annotations

from askwell.coach.text.patterns import LowerPattern
from askwell.coach.text.tokens import word_set

_TOKEN = LowerPattern(r"[\w'/&+-]+|[^\w\s]")
_LONGEST = 9
_ENDS = word_set(
    "of for in at on with from to by about that which who whom whose when where why how what you i we they "
    "he she it is are was were be been do does did have has had can could would will should might may must "
    "behind against without through toward towards off out up as like and or but between among across within during after before if so per here there now then than "
    "used being under over around these right not only just currently"
)


def head_noun(text: str, start: int) -> tuple[str, str, str]:
    """The last noun of the phrase that begins at *start*, between the words beside it; "" when missing.

    A comma goes on when more describing words follow ("the usual, core hours").
    """
    before = head = after = ""
    waits = False
    for count, found in enumerate(_TOKEN.finditer(text, start)):
        word = found.group()
        if word == "," and head and not waits:
            waits = True
        elif count > _LONGEST or word in _ENDS or not word[0].isalnum():
            after = word
            break
        else:
            before, head, waits = head, word, False
    return before, head, after
