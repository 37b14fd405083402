"""Blanks left in a text, in every notation people use for them (playbook §8, no. 39).

The one list of notations: the letter review, the question review and the outreach stage use it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from askwell.coach.text.patterns import ExactPattern, Pattern
from askwell.coach.text.tokens import Text

Span = tuple[int, int]


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
_WHOSE = r"(?:your|their|my|recipient|recipient'?s|contact'?s|person'?s|company|interviewer'?s|insert|enter|add|specific|job|hiring manager)"
_THING = _THING.replace(" ", r"\s")
_WHOSE = _WHOSE.replace(" ", r"\s")
# ${firstName}, {{first_name}}, {name}, [Company], *|FNAME|*, %FIRST_NAME%, <<name>>, «First name»,
# <first name>, $FIRST_NAME, @NAME, **COMPANY**; the longer notation comes first.
_MARKED = ExactPattern(
    r"\$\{[^{}\n]{0,60}\}"
    r"|\{\{[^{}\n]{0,60}\}\}"
    r"|\{%?[^{}\n]{0,60}%?\}"
    r"|\[[^\[\]\n]{0,240}(?:\n[^\[\]\n]{0,160}){0,2}\]"
    r"|\*\|[A-Za-z_]{2,40}\|\*"
    r"|%%?[A-Z][A-Z_]{2,40}%%?"
    r"|<<[^<>\n]{1,60}>>"
    r"|«[^«»\n]{1,60}»"
    r"|<[A-Za-z][^<>@:/\n]{0,60}[>\]]"
    r"|\$[A-Z][A-Z_]{3,30}\b"
    r"|@[A-Z][A-Z_]{2,30}\b(?=[\s,.!])"
    r"|(?<![\w*])\*{2}[A-Z][A-Z ]{2,30}\*{2}(?![\w*])",
)
_MARKS = "{[<«*%$@"
_CAPITALS = (
    r"(?:FIRST|LAST|YOUR|MY|THEIR|FULL|COMPANY|CONTACT|PERSON|SCHOOL|UNIVERSITY|EVENT|JOB|RECIPIENT|MUTUAL)[\s_-]"
    r"(?:NAME|TITLE|COMPANY|CONTACT|PHONE|EMAIL|SCHOOL|UNIVERSITY|MAJOR|CONNECTION|FRIEND)(?:'S)?"
)
_LONE = ("X", "Y", "Z")
_ALONE = re.compile(r"\b[XYZ]\b")
# Texts of which one must be there, then the notation; the blank is the group, if there is one.
_PLAIN = (
    (("_",), r"(?<![\w_])_+(?![\w_])"),  # Hi _,   ____
    (("......", "……"), r"(?<=[\s(])(?:\.{6,}|…{2,})(?=[\s,)]|$)"),  # Dear ..........,
    (
        ("(",),
        rf"\((?i:(?:insert|enter|add|recipient's|contact's|interviewer's)\s[^()\n]{{1,40}}"
        rf"|(?:{_WHOSE}\s(?:[\w'/-]+\s){{0,2}}?)?{_THING}(?:\s(?:here|of|or|if)\b[^()\n]{{0,30}})?"
        rf"|x{{2,}}|\#{{3,}}|\s*(?=\)[,.\s]))\)",
    ),
    (
        ("XX", "XYZ", "Xyz", "xyz", "xxx", "TBD", "TBC", "YYY", "NNN", "ZZZ", "FNAME", "LNAME"),
        r"(?<![\w-])(?:X{2,}|XYZ|Xyz|xyz|xxx+|TBD|TBC|Y{3,}|N{3,}|ZZZ|FNAME|LNAME)(?![\w-])",
    ),
    (
        ("ABC",),
        r"(?<![\w-])(?:ABC\s(?:Company|Corp(?:oration)?|Inc|Firm|University|College|Industries|Organization|Agency|Co)"
        r"|(?:Company|University|School|Firm|Organization)\sABC)(?![\w-])",
    ),
    (
        _LONE,
        r"(?<![\w.&'’/+-])(?:(?:Company|University|School|Firm|Organization)\s)?[XYZ]"
        r"(?![\w&+/(-]|['’](?!s)|\.\w|\sCombinator)",
    ),
    (("INSERT", "ENTER", "ADD "), r"(?<![\w-])(?:INSERT|ENTER|ADD)\s+[A-Z]{2,}(?:\s+[A-Z]{2,})*"),
    (
        (
            "NAME",
            "TITLE",
            "COMPANY",
            "CONTACT",
            "PHONE",
            "EMAIL",
            "SCHOOL",
            "UNIVERSITY",
            "MAJOR",
            "FRIEND",
        ),
        rf"(?<![\w-]){_CAPITALS}(?![\w-])",
    ),
    (
        ("NAME", "Name", " X", "Firstname", "Contact", "Recipient", "Person"),
        r"\b(?:Hi|Dear|Hello|Hey)\s(NAME|Name|FirstName|First\sName|Firstname|XX?|Contact(?:\sName)?|Recipient(?:\sName)?"
        r"|Person)(?=\s*[,!:.–—-]|\s*$|\s*\n)",
    ),
    (
        ("NAME", "Name", "Lastname", " X", ".X", "So-", "So a", "Blank"),
        r"\b(?:Mr|Ms|Mrs|Dr|Professor)\.?\s(XX?|NAME|LASTNAME|Last\sName|LastName|Lastname|Contact\sName|Name"
        r"|So[- ]and[- ][Ss]o|Blank)(?=[\s,:.!]|$)",
    ),
    (
        ("/M", "Mr. or", "Mr or"),
        r"(?<![\w-])(?:Mr\.?/Mr?s\.?|Mr\.?\sor\sMr?s\.?|Dr\.?/Mr\.?/Mr?s\.?)(?:/(?:Mrs|Ms|Dr|Mx|Miss)\.?)*(?=\s)",
    ),
)
_LINE_CUES = ("Your ", "Name", "Signature", "Phone", "Title", "Date", "Address", "City, ", "Last")
_LINE = ExactPattern(
    r"[ \t]*((?:Your|First\sand\sLast|First|Recipient'?s?|Contact'?s?|My|Full)\s"
    r"(?:(?:Full|First|Last|Phone|Street|Email|E-mail|Current|Contact|LinkedIn|Return)\s)?"
    r"(?:Name|Title|Phone|Email|Number|Address|Signature|Information|Info|Last\sName|Profile|URL|Last)"
    r"(?:\s(?:and|&|/)\s[\w ]{2,20}|\sHere)?"
    r"|Name|Signature|Phone\sNumber|Email\sAddress|Your\scontact\sinformation|City,\sState(?:,?\sZip(?:\sCode)?)?"
    r"|Title|Date|Street\sAddress|Company\sName)[ \t,]*\r?"
)
_LONGEST_LINE = 60
_MOST = 10_000  # of one text; who left more open knows by then
_compiled: dict[str, re.Pattern[str]] = {}
# An editor's mark, a footnote, a tick box; the text of a Markdown link; a tag of HTML.
_NO_BLANK = Pattern(
    r"\[(?:sic|\d{1,3}|…|\.\.\.|[xX✓ ]?)\]"
    r"|\[[^\[\]\n]+\](?=\()"
    r"|</?(?:b|i|u|p|a|br|hr|em|li|ul|ol|div|span|strong|table|tr|td|img|html|body|head|font|g|s)(?:\s[^<>]*)?/?>"
    r"|\{\}|\(\s*\)(?=\))",
)
_OWN_LETTER = ExactPattern(
    r"(?i:\b(?:gen|generation|malcolm|model|series|planet|project|space|follow(?:ing)? you on|posts? on|posted on"
    r"|thread on|twitter|active on|via|vitamin|chromosome|axis|plan|theory|title|section|level|type|class)\s\Z)"
)


def find_blanks(text: str | Text, *, known: Iterable[str] = ()) -> list[Blank]:
    """All blanks in order. Brackets inside a *known* fact are the fact ("Learning [in] public")."""
    raw = text if isinstance(text, str) else text.raw
    spans = _marked(raw) + _plain(raw)
    if not spans:
        return []
    found: list[Blank] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1].end:
            found.append(Blank(start, end, raw[start:end]))
    own = [span for fact in known for span in _spans(raw, fact)]
    if own:
        found = [b for b in found if not any(s <= b.start and b.end <= e for s, e in own)]
    return found


def _marked(raw: str) -> list[Span]:
    if not _holds_any(raw, _MARKS):
        return []
    return [match.span() for match in _MARKED.finditer(raw) if _is_blank(raw, match)]


def _plain(raw: str) -> list[Span]:
    found: list[Span] = []
    linked = "@" in raw or "://" in raw or "www." in raw
    for cues, source in _PLAIN:
        if not _holds_any(raw, cues) or (cues is _LONE and not _ALONE.search(raw)):
            continue
        pattern = _compiled.get(source) or _compiled.setdefault(source, re.compile(source))
        for match in pattern.finditer(raw):
            if _is_open(raw, match) and not (linked and _in_address(raw, *match.span())):
                found.append(match.span(match.lastindex or 0))
            if len(found) > _MOST:
                break
    if _holds_any(raw, _LINE_CUES):
        found += _alone(raw)
    return found


def _holds_any(raw: str, cues: Iterable[str]) -> bool:
    for cue in cues:  # noqa: SIM110 – several times faster than any() with a generator
        if cue in raw:
            return True
    return False


def _alone(raw: str) -> list[Span]:
    """Lines that hold nothing but the name of what should stand there ("Your Name")."""
    found, start = [], 0
    for line in raw.split("\n"):
        if len(line) <= _LONGEST_LINE and (match := _LINE.compiled.fullmatch(line)):
            found.append((start + match.start(1), start + match.end(1)))
        start += len(line) + 1
    return found


def _is_open(raw: str, match: re.Match[str]) -> bool:
    """Whether a notation without brackets is a blank here, not emphasis or part of a name."""
    return not _emphasis(raw, match) and not _real_letter(raw, match)


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


def _spans(text: str, fact: str) -> list[tuple[int, int]]:
    """Where a fact that could be mistaken for a blank stands in the text."""
    inside = find_blanks(fact) if fact.strip() else []
    if not inside or (len(inside) == 1 and inside[0].text == fact.strip()):
        return []
    return [match.span() for match in re.finditer(re.escape(fact), text)]
