"""What the coach says about a question that was rewritten: what is good first, then at most three."""

from dataclasses import dataclass

from askwell.coach import review_questions
from askwell.questions import review


@dataclass(frozen=True)
class Verdict:
    """Whether it is a good question now, and what is said about it."""

    fine: bool
    good: tuple[str, ...]
    suggestions: tuple[review.Suggestion, ...]


def of_rewrite(text: str) -> Verdict | None:
    """The coach's word on a rewritten question; nothing about an empty one.

    It is fine when it can no longer be answered with yes, no or a number, asks one thing, and touches
    nothing that is better left alone.
    """
    words = " ".join(text.split())
    items = review_questions(words).items if words else ()
    if not items:
        return None
    first = items[0]
    fine = first.openness != "closed" and first.offlimits == "none" and not first.multi_barrelled
    found = review.of_text(words)
    return Verdict(fine, found.good, found.suggestions)
