"""Names: what to show, and what to write after "Dear" – derived apart, the raw string is kept."""

import re
import unicodedata

from .values import clean

_BRACKETS = re.compile(r"\s*[(\[{（【][^)\]}）】]*[)\]}）】]?")
_TAIL = re.compile(r"\s*(?:[,|•·/]|\s[-–—]+\s).*")
_HONORIFIC = re.compile(
    r"(?:(?:dr|prof|professor|mr|mrs|ms|miss|mx|sir|dame|ing|mag|dipl|hon|rev|fr|herr|frau"
    r"|mme|mlle|sra|sr|dott|dra)\b\.?\s+)+",
    re.IGNORECASE,
)
_PICTURES = frozenset(("So", "Sk", "Cs", "Co", "Cn", "Cf"))


def greeting_name(given: str, display: str = "") -> str:
    """The name to greet with: no emoji, brackets, pronouns, degrees or slogans after a comma.

    Without a given name the first word of the display name; names without Latin letters stay whole.
    """
    name = _bare(given)
    if name or not display:
        return name
    name = _bare(display)
    if not name or not any("LATIN" in unicodedata.name(c, "") for c in name if c.isalpha()):
        return name
    return name.split()[0]


def _bare(text: str) -> str:
    if text.isascii() and text.isalpha():
        return text
    text = _TAIL.sub("", _BRACKETS.sub("", clean(text)))
    if not text.isascii():
        text = "".join(c for c in text if unicodedata.category(c) not in _PICTURES)
        text = text.replace("\ufe0f", "")
    text = " ".join(text.split()).strip(" .,;:\"'*~_")
    shorter = _HONORIFIC.sub("", text + " ", count=1).strip() if " " in text else text
    return shorter or text


def display_name(given: str, family: str, middle: str = "", suffix: str = "") -> str:
    """The whole name from its parts; family name first without a blank for Chinese, Japanese, Korean."""
    if given and family and not middle and _east_asian(given) and _east_asian(family):
        return family + given
    name = " ".join(part for part in (given, middle, family) if part)
    return f"{name}, {suffix}" if name and suffix else name


def _east_asian(text: str) -> bool:
    return all("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in text)
