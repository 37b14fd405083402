"""Single values of contact files made clean: text, addresses, links, dates."""

import re
import unicodedata
from datetime import UTC, date, datetime
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_EDGES = " \t\r\n\v\f\u00a0\u202f\u3000" + _INVISIBLE
_DROPPED = dict.fromkeys(
    [c for c in range(32) if c not in (9, 10, 13)]
    + [0x7F, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]  # would turn what follows
) | dict.fromkeys(range(0xD800, 0xE000))
_EMAIL = re.compile(r"[^@\s<>(),;:\"\\\[\]/]+@[^@\s<>(),;:\"\\\[\]/]+\.[^@\s<>(),;:\"\\\[\]/.]{2,}")
_PLAIN_PROFILE = re.compile(r"https://www\.linkedin\.com/in/[A-Za-z0-9-]+/?")
_LINKEDIN = re.compile(r"(?:[a-z0-9-]+\.)*linkedin\.com\Z")
_THREE_DIGITS = re.compile(r"\d\D*\d\D*\d")
MAX_TEXT = 20_000
_PIECE = 250
_NO_LETTERS = re.compile(r"[\W_]+")


def clean(text: str) -> str:
    """One line of text: NFC, no control characters, blanks collapsed, invisible edges trimmed."""
    if text.isprintable():  # then no control, bidi mark or odd blank is in it
        text = text[:MAX_TEXT]
        if not text.isascii():
            text = _nfc(text)
        text = text.strip(" ")
        return text if "  " not in text else " ".join(text.split())
    text = _nfc(text[: MAX_TEXT * 2].translate(_DROPPED)[:MAX_TEXT])
    return " ".join(text.split()).strip(_EDGES)


def clean_lines(text: str) -> str:
    """Text of several lines: as `clean`, but line breaks stay."""
    if text.isprintable() and text.isascii():
        return text[:MAX_TEXT].strip(" ")
    text = text[: MAX_TEXT * 2].replace("\r\n", "\n").replace("\r", "\n")
    text = _nfc(text.translate(_DROPPED)[:MAX_TEXT])
    return "\n".join(line.rstrip(_EDGES) for line in text.split("\n")).strip(_EDGES)


def _nfc(text: str) -> str:
    """NFC in pieces: Unicode's own way takes quadratic time for a long row of accents."""
    if len(text) <= _PIECE:
        return unicodedata.normalize("NFC", text)
    parts, start = [], 0
    while start < len(text):
        end = start + _PIECE
        while end < min(len(text), start + 2 * _PIECE) and unicodedata.combining(text[end]):
            end += 1
        parts.append(unicodedata.normalize("NFC", text[start:end]))
        start = end
    return "".join(parts)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Letters and digits only, without case and accents: for comparing headers and keys."""
    text = text[:_PIECE]
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.casefold())
    return _NO_LETTERS.sub("", text.lower())


def email(text: str) -> str:
    """The address in `text`, lower case, or "" if there is none (an Exchange path is none)."""
    text = clean(text)
    if not text or "@" not in text:
        return ""
    text = text.lower().strip("<>'\"").removeprefix("mailto:")
    return text if len(text) <= 254 and _EMAIL.fullmatch(text) else ""


def email_inside(text: str) -> str:
    """The address in brackets at the end of a display name: `Jo Weiß (jo@gruen.example)`."""
    found = _EMAIL.findall(clean(text)[-320:]) if "@" in text else []
    return found[-1].lower() if found else ""


def phone(text: str) -> str:
    """A telephone number as written (tel: URIs unpacked), or "" without at least three digits."""
    text = clean(text)
    if text[:4].lower() == "tel:":
        number, _, rest = text[4:].partition(";")
        extension = re.search(r"(?:^|;)ext=([0-9]+)", rest)
        text = number + (f" ext {extension[1]}" if extension else "")
    if ";" in text:
        text = clean(text.replace(";", ","))
    return text[:60].rstrip() if _THREE_DIGITS.search(text) else ""


def link(text: str) -> str:
    """A web address, or "" for anything else (`javascript:` and friends never pass).

    Addresses of LinkedIn profiles are brought to their one form, see `profile_url`.
    """
    text = clean(text).replace(" ", "%20").replace("\\", "%5C")
    if not text or len(text) > 2000:
        return ""
    if "://" not in text:
        if not re.match(r"[\w-]+(\.[\w-]+)+(/|\Z)", text):
            return ""
        text = "https://" + text
    profile = profile_url(text)
    if profile:
        return profile
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return ""
    return text if parts.scheme.lower() in ("http", "https") and host else ""


def profile_url(text: str) -> str:
    """`https://www.linkedin.com/in/<slug>` with the slug percent-decoded, NFC, casefolded; else "".

    Rule: interop.md §1.3 – the profile URL is the only near-stable key of a connection.
    """
    if _PLAIN_PROFILE.fullmatch(text):
        return text.rstrip("/").lower()
    if "linkedin" not in text[:_PIECE].lower():
        return ""
    try:
        parts = urlsplit(text if "://" in text else "https://" + text)
        host = (parts.hostname or "").lower()
    except ValueError:
        return ""
    steps = [s for s in parts.path.split("/") if s]
    if not _LINKEDIN.match(host) or len(steps) < 2 or steps[0].lower() != "in":
        return ""
    slug = clean(_nfc(unquote(steps[1][:_PIECE], errors="replace")).casefold())
    return f"https://www.linkedin.com/in/{slug}" if slug else ""


_YES = frozenset(
    [
        "yes",
        "y",
        "true",
        "1",
        "x",
        "✓",
        "✔",
        "ok",
        "okay",
        "ja",
        "j",
        "oui",
        "o",
        "si",
        "s",
        "sim",
        "tak",
        "da",
        "да",
        "evet",
        "open",
        "available",
        "willing",
    ]
)
_NO = frozenset(
    [
        "no",
        "n",
        "false",
        "0",
        "-",
        "nein",
        "non",
        "nao",
        "nie",
        "нет",
        "hayir",
        "closed",
        "unavailable",
    ]
)


def yes_or_no(text: str) -> bool | None:
    """What a cell says, None if it says neither."""
    word = clean(text[:_PIECE]).casefold().rstrip(".!")
    word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return True if word in _YES else False if word in _NO else None


def small_number(text: str) -> int | None:
    """The first whole number in a cell, None without one or if it is no small one."""
    found = re.search(r"\d+", clean(text)[:100], re.ASCII)
    return int(found[0]) if found and len(found[0]) <= 3 else None


def class_year(text: str) -> str:
    """The year in "Class of 2019", "’19" or "Promotion 2019"; other dates as they are."""
    text = clean(text)[:60]
    if found := re.search(r"(?<!\d)(19|20)\d{2}(?!\d)", text, re.ASCII):
        return found[0]
    if found := re.fullmatch(r"(?:class of )?['’](\d{2})", text, re.IGNORECASE | re.ASCII):
        return f"{'20' if int(found[1]) < 60 else '19'}{found[1]}"
    return text


def browsable(url: str) -> str:
    """A normalised link as a browser wants it: everything outside ASCII percent-encoded."""
    return quote(url, safe="%/:?#[]@!$&'()*+,;=~")


_MONTHS = {
    month: number
    for number, names in enumerate(
        (
            "jan gen sty styczen stycznia led ledna tammi tammikuu янв ocak oca",
            "feb fev fevr lut luty lutego unora helmi helmikuu фев subat sub",
            "mar marz mrz maart brezna maalis maaliskuu мар mart",
            "apr avr abr kwi kwiecien kwietnia dubna huhti huhtikuu апр nis nisan",
            "may mai mei mag maj maggio maio mayo kvetna touko toukokuu мая май",
            "jun juin giu giugno cze czerwiec czerwca cervna kesa kesakuu июн haz haziran",
            "jul juil lug luglio lip lipiec lipca cervence heina heinakuu июл tem temmuz",
            "aug aou ago sie sierpien sierpnia srpna elo elokuu авг agu",
            "sep set wrz wrzesien wrzesnia zari syys syyskuu сен eyl eylul",
            "oct okt ott out paz pazdziernik pazdziernika rijna loka lokakuu окт eki ekim",
            "nov lis listopad listopada marras marraskuu ноя kas kasim",
            "dec dez dic deze gru grudzien grudnia prosince joulu joulukuu дек ara aralik",
        ),
        start=1,
    )
    for month in names.split()
}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?\Z", re.ASCII)
_SHORT_MONTH = re.compile(r"(\d{4})-(\d{1,2})\Z", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T.*)?\Z", re.ASCII)
_NO_YEAR = re.compile(r"--(\d{1,2})-?(\d{2})\Z", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:[, ]+\d.*)?\Z", re.ASCII)
_EAST = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]", re.ASCII)
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_EMPTY = frozenset(("", "0/0/00", "00.00.00", "00.00.0000", "0000-00-00", "00/00/00", "00/00/0000"))


@lru_cache(maxsize=8192)  # the same days come again and again
def partial_date(text: str, *, day_first: bool = False) -> str:
    """ISO text with the precision given (`1988-06-15`, `1988-06`, `1988`, `--12-01`), "" if blank.

    Raises ValueError for what is no date, or one that does not exist.
    """
    text = clean(text)
    if text in _EMPTY:
        return ""
    for pattern in (_ISO, _COMPACT, _EAST):
        if found := pattern.match(text):
            return _iso(*map(int, found.groups()))
    if found := _NO_YEAR.match(text):
        return _iso(0, int(found[1]), int(found[2]))
    if found := _SHORT_MONTH.match(text):
        return _iso(int(found[1]), int(found[2]))
    if found := _NUMBERS.match(text):
        return _from_numbers(found, day_first)
    return _from_words(text)


def whole_day(iso: str) -> date | None:
    """The day of an ISO text as `partial_date` gives it; None unless year, month and day are there."""
    return date.fromisoformat(iso) if len(iso) == 10 and iso[0] != "-" else None


_AT = re.compile(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|UTC|GMT)?\Z",
    re.ASCII,
)
_US = re.compile(
    r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2}),? +(\d{1,2}):(\d{2})(?::(\d{2}))? ?([AaPp])?(?:[Mm])?\Z",
    re.ASCII,
)
_CTIME = re.compile(
    r"[A-Za-z]{3} ([A-Za-z]{3}) (\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (?:UTC|GMT) (\d{4})\Z", re.ASCII
)


def moment(text: str) -> datetime | date | None:
    """When something happened, None if blank: with a zone if the text has one, as a day if it has
    no time. Raises ValueError for what is no date or only a part of one.
    """
    text = clean(text)
    if not text:
        return None
    if found := _AT.match(text):
        year, month, day, hour, minute = map(int, found.groups()[:5])
        zone = UTC if found[7] else None
        return datetime(year, month, day, hour, minute, int(found[6] or 0), tzinfo=zone)
    if found := _US.match(text):
        month, day, year, hour, minute = map(int, found.groups()[:5])
        if found[7]:
            if not 1 <= hour <= 12:
                raise ValueError(text)
            hour = hour % 12 + (12 if found[7] in "Pp" else 0)
        year += 2000 if year < 70 else 1900 if year < 100 else 0
        return datetime(year, month, day, hour, minute, int(found[6] or 0))
    if found := _CTIME.match(text):
        day, hour, minute, second, year = (int(found[n]) for n in (2, 3, 4, 5, 6))
        return datetime(year, _month(found[1]), day, hour, minute, second, tzinfo=UTC)
    day_only = whole_day(partial_date(text))
    if day_only is None:
        raise ValueError(text)
    return day_only


def either_way(text: str) -> bool:
    """True if day and month could be exchanged: 3/4/1980."""
    found = _NUMBERS.match(clean(text))
    return bool(
        found
        and "." not in text
        and int(found[1]) <= 12
        and int(found[2]) <= 12
        and found[1] != found[2]
    )


def _from_numbers(found: re.Match[str], day_first: bool) -> str:
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    if len(found[3]) == 2:
        year += 2000 if year < 70 else 1900
    if day_first or "." in found[0] or first > 12:
        first, second = second, first
    return _iso(year, first, second)


def _from_words(text: str) -> str:
    """`30 Oct 2026`, `Oct 30, 2026`, `12 de marzo de 2023`, `Jan 2023`, `Mar 5`, `2018`."""
    month = day = year = 0
    for word in _WORDS.findall(text):
        if word.isdecimal():
            value = int(word)
            if value > 31 and not year and len(word) == 4:
                year = value
            elif not day and value <= 31:
                day = value
        else:
            month = month or _month(word)
    if not (month or (year and text.isdecimal() and len(text) == 4)):
        raise ValueError(text)
    return _iso(year, month, day)


def _month(word: str) -> int:
    flat = fold(word)
    for size in (len(flat), 5, 4, 3):
        if size >= 3 and (number := _MONTHS.get(flat[:size])):
            return number
    return 0


def _iso(year: int, month: int = 0, day: int = 0) -> str:
    if year == 1604:  # how Apple writes "no year"
        year = 0
    date(year or 2000, month or 1, day or 1)
    if year and year < 1800:
        raise ValueError(year)
    parts = [f"{year:04d}" if year else "-"]
    if month:
        parts.append(f"{month:02d}")
        if day:
            parts.append(f"{day:02d}")
        elif not year:
            raise ValueError(month)
    return "-".join(parts)
