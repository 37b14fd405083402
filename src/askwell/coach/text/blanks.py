"""Blanks left in a text, in every notation people use for them (playbook §8, no. 39).

The one list of notations: the letter review, the question review and the outreach stage use it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from askwell.coach.text.tokens import Text


@dataclass(frozen=True, slots=True)
class Blank:
    """One blank: what stands there and where."""

    start: int
    end: int
    text: str


_THING = (
    r"(?:name|first and last name|first name|career|profession|job|occupation|last name|surname|full name|title|company|organi[sz]ation|employer|firm|school"
    r"|university|college|role|position|job title|field|industry|topic|date|time|day|number|phone|phone number"
    r"|email|e-mail|address|link|city|department|major|degree|event|contact|contact name|person|subject"
    r"|signature|skill|reason|mutual connection|contact information|contact info|article)"
)
_WHOSE = r"(?:your|their|his|her|the|my|recipient|recipient'?s|contact'?s|person'?s|company|interviewer'?s|insert|enter|add|specific|job|hiring manager)"
_THING = _THING.replace(" ", r"\s")
_WHOSE = _WHOSE.replace(" ", r"\s")
# At the same place the first alternative wins, so the longer notation comes first.
_MARKED = re.compile(
    r"""
      \$\{[^{}\n]{0,60}\}                    # ${firstName}
    | \{\{[^{}\n]{0,60}\}\}                  # {{first_name}}
    | \{%?[^{}\n]{0,60}%?\}                  # {name}
    | \[[^\[\]\n]{0,240}(?:\n[^\[\]\n]{0,160}){0,2}\] # [Company], [NAME>], [which piece of theirs?]
    | \*\|[A-Za-z_]{2,40}\|\*                # *|FNAME|*
    | %%?[A-Z][A-Z_]{2,40}%%?                # %FIRST_NAME%
    | <<[^<>\n]{1,60}>>                      # <<name>>
    | «[^«»\n]{1,60}»                        # «First name»
    | <[A-Za-z][^<>@:/\n]{0,60}[>\]]         # <first name>, <NAME]
    | \$[A-Z][A-Z_]{3,30}\b                  # $FIRST_NAME
    | @[A-Z][A-Z_]{2,30}\b(?=[\s,.!])        # @NAME
    | (?<![\w*])\*{2}[A-Z][A-Z ]{2,30}\*{2}(?![\w*])   # **COMPANY NAME**
    """,
    re.VERBOSE,
)
_MARKS = frozenset("{[<«*%$@")
_PLAIN = re.compile(
    rf"""
      (?<![\w_])_+(?![\w_])                  # Hi _,   ____
    | (?<=[\s(])\.{{6,}}(?=[\s,)]|$)         # Dear ..........,
    | (?<=[\s(])…{{2,}}(?=[\s,)]|$)
    | \((?:(?i:(?:{_WHOSE}\s)+[^()\n]{{0,40}}|(?:{_WHOSE}\s)?{_THING}(?:\s(?:here|of\s[\w ]{{2,30}}|or\s\w+))?|x{{2,}}|\#{{3,}}))\)
    | \(\s*\)(?=[,.\s])
    | (?<![\w-])(?:X{{2,}}|XYZ|Xyz|xyz|xxx+|TBD|TBC|YYYY|NNN|YYY|ZZZ|FNAME|LNAME)(?![\w-])
    | (?<![\w-])(?:ABC\s(?:Company|Corp(?:oration)?|Inc|Firm|University|College|Industries|Organization|Agency|Co)|(?:Company|University|School|Firm|Organization)\s(?:ABC|[XYZ]))(?![\w-])
    | (?<![\w.&'’/+-])[XYZ](?![\w&+/(-]|['’](?!s)|\.\w|\sCombinator)
    | (?<![\w-])(?:INSERT|ENTER|ADD)\s+[A-Z]{{2,}}(?:\s+[A-Z]{{2,}})*
    | (?<![\w-])(?:(?:FIRST|LAST|YOUR|MY|THEIR|FULL|COMPANY|CONTACT|PERSON|SCHOOL|UNIVERSITY|EVENT|JOB|RECIPIENT|MUTUAL)[\s_-](?:NAME|TITLE|COMPANY|CONTACT|PHONE|EMAIL|SCHOOL|UNIVERSITY|MAJOR|CONNECTION|FRIEND))(?:'S)?(?![\w-])
    | (?:(?<=\bHi\s)|(?<=\bDear\s)|(?<=\bHello\s)|(?<=\bHey\s))(?:NAME|Name|FirstName|First\sName|Firstname|XX?|Y|Contact(?:\sName)?|Recipient(?:\sName)?|Person)(?=\s*[,!:.–—-]|\s*$|\s*\n)
    | (?:(?<=\bMr\s)|(?<=\bMs\s)|(?<=\bMrs\s)|(?<=\bDr\s)|(?<=\bProfessor\s)|(?<=\b[MD][rs]\.\s)|(?<=\bMrs\.\s))(?:XX?|Y|NAME|LASTNAME|Last\sName|LastName|Lastname|Contact\sName|Name|So[- ]and[- ][Ss]o|Blank)(?=[\s,:.!]|$)
    | (?<![\w-])(?:Mr\.?/M(?:r)?s\.?|Mr\.?\sor\sM(?:r)?s\.?|Dr\.?/Mr\.?/M(?:r)?s\.?)(?:/(?:Mrs|Ms|Dr|Mx|Miss)\.?)*(?=\s)
    | ^[ \t]*(?:Your|First\sand\sLast|First|Recipient'?s?|Contact'?s?|My|Full)\s(?:(?:Full|First|Last|Phone|Street|Email|E-mail|Current|Contact|LinkedIn|Return)\s)?(?:Name|Title|Phone|Email|Number|Address|Signature|Information|Info|Last\sName|Profile|URL|Last)(?:\s(?:and|&|/)\s[\w ]{{2,20}}|\sHere)?[ \t,]*$
    | ^[ \t]*(?:Name|Signature|Phone\sNumber|Email\sAddress|Your\scontact\sinformation|City,\sState(?:,?\sZip(?:\sCode)?)?|Title|Date|Street\sAddress|Company\sName)[ \t]*$
    """,
    re.VERBOSE | re.MULTILINE,
)
_PLAIN_CUES = re.compile(
    r"_|\.{6}|……|\(|X[XY]|Xyz|xyz|xxx|T[BD][DC]|YYY|NNN|ZZZ|NAME|ABC|\b[XYZ]\b|INSERT|ENTER|ADD |TITLE|COMPANY"
    r"|CONTACT|Mr\.?[ /]|Ms\.? |Mrs\.? |Dr\.? |Professor |Name|Phone|Email|Signature|Address|City, |Date|Title"
    r"|Contact|Recipient|Person|YOUR|MY |FIRST|LAST|SCHOOL|Number|Info|Profile|URL|contact info|Last"
)
_NO_BLANK = re.compile(
    r"""
      \[(?:sic|\d{1,3}|…|\.\.\.|[xX✓ ]?)\]          # an editor's mark, a footnote, a tick box
    | \[[^\[\]\n]+\](?=\()                          # the text of a Markdown link
    | </?(?:b|i|u|p|a|br|hr|em|li|ul|ol|div|span|strong|table|tr|td|img|html|body|head|font|g|s)(?:\s[^<>]*)?/?>
    | \{\} | \(\s*\)(?=\))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OWN_LETTER = re.compile(
    r"(?i:\b(?:gen|generation|malcolm|model|series|planet|project|space|follow(?:ing)? you on|posts? on|posted on"
    r"|thread on|twitter|active on|via|vitamin|chromosome|axis|plan|theory|title|section|level|type|class)\s\Z)"
)


def find_blanks(text: str | Text, *, known: Iterable[str] = ()) -> list[Blank]:
    """All blanks in order. Brackets inside a *known* fact are the fact ("Learning [in] public")."""
    raw = text if isinstance(text, str) else text.raw
    found: list[Blank] = []
    if not _MARKS.isdisjoint(raw):
        found = [_blank(match) for match in _MARKED.finditer(raw) if _is_blank(raw, match)]
    if _PLAIN_CUES.search(raw):
        taken = [(blank.start, blank.end) for blank in found]
        found += _plain(raw, taken)
        found.sort(key=lambda blank: blank.start)
    if found and known:
        own = [span for fact in known for span in _spans(raw, fact)]
        found = [b for b in found if not any(s <= b.start and b.end <= e for s, e in own)]
    return found


def _plain(raw: str, taken: list[tuple[int, int]]) -> list[Blank]:
    found = []
    for match in _PLAIN.finditer(raw):
        start, end = match.span()
        if any(start < last and first < end for first, last in taken):
            continue
        if _in_address(raw, start, end) or _emphasis(raw, match) or _real_letter(raw, match):
            continue
        piece = match.group()
        lead = len(piece) - len(piece.lstrip())
        found.append(Blank(start + lead, end, piece[lead:].rstrip(" \t,")))
        last = found[-1]
        found[-1] = Blank(last.start, last.start + len(last.text), last.text)
    return found


def _is_blank(raw: str, match: re.Match[str]) -> bool:
    if _NO_BLANK.match(raw, match.start()):
        return False
    return not (match.group()[0] in "$@%" and _in_address(raw, *match.span()))


def _emphasis(raw: str, match: re.Match[str]) -> bool:
    """Whether a lone underscore opens or closes _emphasis_ (or stands in a longer mark)."""
    piece = match.group()
    if piece.strip("_") or len(piece) > 1:
        return False
    before, after = raw[match.start() - 1 : match.start()], raw[match.end() : match.end() + 1]
    return bool(before.strip()) and bool(after.strip()) and after not in ",.!?:;)'’"


def _real_letter(raw: str, match: re.Match[str]) -> bool:
    """Whether a lone X, Y or Z is a name of its own: Generation X, a post on X, an X-ray."""
    if match.group() not in {"X", "Y", "Z"}:
        return False
    return _OWN_LETTER.search(raw, max(0, match.start() - 24), match.start()) is not None


def _in_address(raw: str, start: int, end: int) -> bool:
    """Whether the place is inside a link or an e-mail address."""
    left = max(
        raw.rfind(" ", max(0, start - 200), start), raw.rfind("\n", max(0, start - 200), start)
    )
    word = raw[left + 1 : end + 40].split(maxsplit=1)
    return bool(word) and ("://" in word[0] or "@" in word[0][1:] or word[0].startswith("www."))


def _blank(match: re.Match[str]) -> Blank:
    return Blank(match.start(), match.end(), match.group())


def _spans(text: str, fact: str) -> list[tuple[int, int]]:
    """Where a fact that could be mistaken for a blank stands in the text."""
    inside = find_blanks(fact) if fact.strip() else []
    if not inside or (len(inside) == 1 and inside[0].text == fact.strip()):
        return []
    return [match.span() for match in re.finditer(re.escape(fact), text)]
