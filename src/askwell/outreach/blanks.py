"""Blanks that were left in a letter, in every notation people use for them (playbook §8, no. 39).

A letter with a blank must not go out: Copy, Open in mail, Print and Send wait for
:func:`find_blanks` to find nothing. "I already wrote" never waits.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Blank:
    """One blank: what stands there and where (``where`` is "body" or "subject")."""

    text: str
    start: int
    end: int
    where: str = "body"


# Order matters: at the same place the longer notation wins.
_BLANK = re.compile(
    r"""
      \$\{[^{}\n]{0,60}\}                 # ${firstName}
    | \{\{[^{}\n]{0,60}\}\}               # {{first_name}}
    | \{%?[^{}\n]{0,60}%?\}               # {name}
    | \[[^\[\]\n]{0,160}\]                # [Company], [NAME>], [which piece of theirs?]
    | \*\|[A-Za-z_]{2,40}\|\*             # *|FNAME|*
    | %[A-Z][A-Z_]{2,40}%                 # %FIRST_NAME%
    | <<[^<>\n]{1,60}>>                   # <<name>>
    | <[A-Za-z][^<>@:/\n]{0,60}[>\]]      # <first name>, <NAME]
    | \((?:insert|your|their|company|enter)\s[^()\n]{0,40}(?:name|title|here|company|organization|role)\)
    | (?<![\w])_+(?![\w])                 # Hi _,   ____
    | (?<![\w])(?:XYZ|XXX+|TBD|TBC|YYYY|NNN)(?![\w])
    | (?<![\w])(?:INSERT|ENTER)\s+[A-Z]{2,}(?:\s+[A-Z]{2,})*
    """,
    re.VERBOSE,
)
_NO_BLANK = re.compile(
    r"""
      \[(?:sic|\d{1,3}|…|\.\.\.|[xX✓ ]?)\]          # a quotation mark of editors, a footnote, a tick box
    | </?(?:b|i|u|p|a|br|hr|em|li|ul|ol|div|span|strong)(?:\s[^<>]*)?/?>
    | \{\}
    """,
    re.VERBOSE | re.IGNORECASE,
)


def find_blanks(text: str, *, known: Iterable[str] = (), where: str = "body") -> list[Blank]:
    """All blanks in a text, in order, with exact offsets.

    ``known`` are texts of the writer's own facts: brackets inside one of them (a title such as
    "Learning [in] public") are the fact, not a blank.
    """
    own = [span for fact in known for span in _spans(text, fact)]
    found = []
    for match in _BLANK.finditer(text):
        inside = any(start <= match.start() and match.end() <= end for start, end in own)
        if not inside and not _NO_BLANK.fullmatch(match.group()):
            found.append(Blank(match.group(), match.start(), match.end(), where))
    return found


def _spans(text: str, fact: str) -> list[tuple[int, int]]:
    """Where a fact that could be mistaken for a blank stands in the text."""
    if not fact.strip() or not _BLANK.search(fact) or _BLANK.fullmatch(fact.strip()):
        return []
    return [(m.start(), m.end()) for m in re.finditer(re.escape(fact), text)]
