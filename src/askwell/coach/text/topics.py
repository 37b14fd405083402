"""What a question is about: twelve topics, with a tie order in which the first that fits wins."""

from __future__ import annotations

from collections.abc import Iterable

from askwell.coach.text.readings import TOPICS, Reading, read
from askwell.coach.text.tokens import Text

__all__ = ["TOPICS", "topic"]


def topic(text: Text, reading: Reading | None = None, marks: Iterable[str] = ()) -> str:
    """The topic of a question, one of `TOPICS`; *marks* say what else is known of it.

    *reading* is what `read` made of it, when that is at hand.
    """
    return TOPICS[(reading or read(text)).with_marks(marks).topic()]
