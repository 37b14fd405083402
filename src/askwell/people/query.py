"""What somebody looks for, read from one line: words, and filters written as words.

`ana org:"Brightwater Labs" stage:met due:this-week` – a filter is a known name, a colon and a value;
quotes keep a value, or a phrase, together. What has no meaning here is said, never guessed.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from askwell.people.words import SOURCES, STAGES

KNOWN, IN_PLAY, MET, NOT_MET = "known", "in-play", "met", "not-met"
"""Words of `stage:` beside the track: nothing has happened yet; something is due; talked or not."""

TODAY, THIS_WEEK, LATE = "today", "this-week", "late"
STAGE_WORDS = (*STAGES, MET, NOT_MET, IN_PLAY, KNOWN)
DUE_WORDS = (TODAY, THIS_WEEK, LATE)
KINDS = {
    "person": "person", "people": "person", "organization": "organization", "note": "note",
    "question": "exploration", "letter": "letter", "reply": "reply", "answer": "reply",
    "talk": "talk", "quote": "highlight", "reading": "reading",
}  # fmt: skip

HELP = {
    "org:acme": gettext_lazy("who works there"),
    "source:alumni": gettext_lazy("how I know them, or which file they came from"),
    "stage:met": gettext_lazy("where it stands: met, not-met, in-play, asked, yes, date, thanked, …"),
    "due:this-week": gettext_lazy("what is next is due: today, this-week, or late"),
    "label:mentor": gettext_lazy("a label of mine or of the address book"),
    "place:leeds": gettext_lazy("where they are"),
    "role:editor": gettext_lazy("what they do"),
    "school:leeds": gettext_lazy("where they studied"),
    "kind:note": gettext_lazy("only notes; or person, organization, question, letter, reply, talk, quote"),
}  # fmt: skip
"""Every filter by an example, and what it asks for."""

_NAMES = {example.partition(":")[0]: example.partition(":")[0] for example in HELP} | {
    "organization": "org",
    "organisation": "org",
    "company": "org",
    "title": "role",
}
_PART = re.compile(r'(?:(?P<name>[^\W\d_]+):)?(?:"(?P<quoted>[^"]*)"?|(?P<plain>[^\s"]+))')


@dataclass(frozen=True)
class Query:
    """One line, read: free words, the values of each filter, and what was not understood."""

    words: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    unclear: tuple[str, ...] = ()

    def value(self, name: str) -> str:
        """The last value given for a filter; empty when there is none."""
        return next((value for known, value in reversed(self.filters) if known == name), "")

    @property
    def narrows(self) -> bool:
        """Whether it asks for people of some kind, not only for words."""
        return any(name != "kind" for name, _value in self.filters)


def read(text: str) -> Query:
    """Take a line apart; nothing a person can type is an error."""
    words: list[str] = []
    filters: list[tuple[str, str]] = []
    unclear: list[str] = []
    for part in _PART.finditer(text):
        name, value = part["name"], part["quoted"] if part["quoted"] is not None else part["plain"]
        if name is None or value.startswith("//"):
            words.append(part.group().strip('"') if name else value)
            continue
        known = _NAMES.get(name.casefold())
        if problem := _unclear(name, known, value):
            unclear.append(problem)
        elif known and value.strip():
            filters.append((known, value.strip()))
    return Query(" ".join(words), tuple(filters), tuple(unclear))


def _unclear(name: str, known: str | None, value: str) -> str:
    if known is None:
        return _("“%(name)s:” is no filter here. There are: %(known)s.") % {
            "name": name,
            "known": ", ".join(f"{example.partition(':')[0]}:" for example in HELP),
        }
    allowed = {"stage": STAGE_WORDS, "due": DUE_WORDS, "kind": tuple(KINDS)}.get(known)
    if allowed and value.strip() and value.casefold() not in allowed:
        return _("“%(name)s:” does not know “%(value)s”. It knows: %(known)s.") % {
            "name": name,
            "value": value,
            "known": ", ".join(allowed),
        }
    return ""


def source_code(value: str) -> str:
    """The way of knowing somebody that a word means ("alumni", "colleague"); empty for none."""
    wanted = value.casefold().replace(" ", "-")
    exact = [code for code in SOURCES if code == wanted]
    return next(iter(exact or [code for code in SOURCES if wanted in code.split("-")]), "")
