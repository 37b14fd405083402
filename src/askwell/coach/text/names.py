"""Names and organizations: found as given by the caller, and capitalised words nobody gave."""

from __future__ import annotations

from askwell.coach.text.patterns import ExactPattern
from askwell.coach.text.tokens import Text

Span = tuple[int, int]
_CAPITALISED = ExactPattern(
    r"[^\W\d_a-z][\w'’.&-]*(?:[ ](?:of|and|for|the|de|van|von|der|&)(?=[ ][A-Z])|[ ][^\W\d_a-z][\w'’&-]*)*"
)


def find_name(text: Text, name: str) -> list[Span]:
    """Every place where *name* stands as whole words, whatever the case."""
    wanted = Text(name).words
    if not wanted:
        return []
    words, spans, size = text.words, text.spans, len(wanted)
    return [
        (spans[at][0], spans[at + size - 1][1])
        for at in range(len(words) - size + 1)
        if words[at] == wanted[0] and words[at : at + size] == wanted
    ]


def capitalised(raw: str) -> list[Span]:
    """Runs of capitalised words ("Acme Labs", "Dana van Dyk"), candidates for a proper name."""
    return [found.span() for found in _CAPITALISED.finditer(raw)]


def near_miss(word: str, name: str) -> bool:
    """Whether *word* looks like *name* misspelt: one edit away (two for long names), not equal."""
    left, right = word.casefold(), name.casefold()
    if left == right or min(len(left), len(right)) < 4:
        return False
    return edit_distance(left, right, limit=2) <= (2 if len(right) > 7 else 1)


def edit_distance(left: str, right: str, *, limit: int) -> int:
    """Edits (swap of neighbours counts one) from *left* to *right*, or limit + 1 when more."""
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    earlier: list[int] = []
    row = list(range(len(right) + 1))
    for i, char in enumerate(left, 1):
        previous, row = row, [i]
        for j, other in enumerate(right, 1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (char != other))
            if i > 1 and j > 1 and char == right[j - 2] and left[i - 2] == other:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        earlier = previous
    return row[-1]
