"""Composes letters from facts in the notebook. Pure: the same facts always give the same letter.

Nothing is invented: every word is either the project's own (``content/<language>/letters``) or a
fact, verbatim. Where a needed fact is missing, a visible blank asks for it. Which sentence is
chosen depends only on which facts exist. Rules: playbook §1 (B1–B15) and §4 (A1–A7).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cache
from typing import Any

from askwell.coach import utf16_length
from askwell.outreach.blanks import Blank, find_blanks
from askwell.plumbing import content

__all__ = [
    "CHANNELS",
    "KINDS",
    "Blank",
    "Choices",
    "Composed",
    "Fact",
    "UnknownLetter",
    "compose",
    "find_blanks",
    "known_facts",
]

PACKAGE = "askwell.outreach"
KINDS = (
    "request",
    "intro-request",
    "who-do-you-know",
    "forwardable",
    "nudge",
    "schedule",
    "confirm",
    "reminder",
    "thanks",
    "update",
    "check-in",
    "decline-reply",
    "missed",
    "answer",
)
CHANNELS = ("email", "linkedin-note", "linkedin-message", "phone", "card", "letter")
WRITTEN = ("email", "linkedin-message", "letter", "card")
WITH_SUBJECT = ("email",)
INTRODUCTION_WORDS = 35  # as much of the half-minute as a letter of 125 words can carry
NO_LIMIT = 10_000
SMALLEST_ASK = 10  # minutes offered in a gentle reminder
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_TOKEN = re.compile(r"\{([a-z_]+(?:\.[a-z0-9_]+)?)\}|(\[[^\[\]]+\])")


class UnknownLetter(ValueError):
    """There is no such kind of letter or no such channel: a mistake of the caller."""


@dataclass(frozen=True)
class Fact:
    """Something true from the notebook: ``label`` says where it comes from, ``ref_uid`` which row.

    The names a letter can use are listed in ``letters.toml``; :func:`known_facts` reads them.
    """

    name: str
    text: str
    label: str = ""
    ref_uid: str = ""


@dataclass(frozen=True)
class Choices:
    """What the writer picked. ``missed``: they (did not come), me, move, cancel."""

    minutes: int = 20
    mode: str = "any"
    greeting: str = ""
    sign_off: str = ""
    late: bool = False
    missed: str = "they"
    note_limit: int = 200
    leave_out: frozenset[str] = field(default_factory=frozenset)
    language: str = content.DEFAULT_LANGUAGE

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "Choices":
        """Build from a letter's stored ``choices``; unknown keys are ignored."""
        known = {f.name for f in fields(cls)}
        values = {k: v for k, v in stored.items() if k in known}
        if "leave_out" in values:
            values["leave_out"] = frozenset(values["leave_out"])
        return cls(**values)


@dataclass(frozen=True)
class Composed:
    """A letter ready to be read: its blanks with offsets, and the facts that were woven in."""

    subject: str
    body: str
    blanks: tuple[Blank, ...] = ()
    used_facts: tuple[Fact, ...] = ()


def compose(
    kind: str, channel: str, facts: Sequence[Fact] = (), choices: Choices | None = None
) -> Composed:
    """Write a letter of a kind for a channel from the facts given.

    Of two facts with one name the first counts; empty facts count as missing.
    Raises :class:`UnknownLetter` for a kind or channel that does not exist.
    """
    if kind not in KINDS or channel not in CHANNELS:
        raise UnknownLetter(f"{kind} by {channel}")
    desk = _Desk.lay(kind, channel, facts, choices or Choices())
    subject = desk.pick(desk.plan["subject"]) if channel in WITH_SUBJECT else _Run()
    body = desk.note() if channel == "linkedin-note" else desk.body()
    used = {fact.name: fact for fact in (*subject.facts, *body.facts)}
    blanks = (*subject.blanks("subject"), *body.blanks("body"))
    return Composed(subject.text, body.text, blanks, tuple(used.values()))


def known_facts(language: str = content.DEFAULT_LANGUAGE) -> dict[str, str]:
    """Every fact name a letter can use, with the words that ask for it."""
    return dict(_shared(language)["facts"])


@cache
def _shared(language: str) -> dict[str, Any]:
    return content.toml(PACKAGE, "letters.toml", language)


@dataclass
class _Run:
    """A stretch of text being written, with the facts and blanks inside it."""

    text: str = ""
    facts: list[Fact] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)

    def add(self, other: "_Run", joint: str = "") -> None:
        """Append another stretch; the joint goes between only if both hold something."""
        if not other.text:
            return
        self.text += joint if self.text else ""
        self.spans += [(s + len(self.text), e + len(self.text)) for s, e in other.spans]
        self.facts += other.facts
        self.text += other.text

    def literal(self, words: str) -> None:
        """Append our own words; a full stop after a fact that already ends is not doubled."""
        if words.startswith(".") and _SENTENCE_END.search(self.text):
            words = words[1:]
        self.text += words

    def blanks(self, where: str) -> list[Blank]:
        """The blanks in this stretch, in order."""
        return [Blank(self.text[s:e], s, e, where) for s, e in self.spans]


@dataclass(frozen=True)
class _Desk:
    """Everything at hand while one letter is written."""

    plan: Mapping[str, Any]
    shared: Mapping[str, Any]
    channel: str
    facts: Mapping[str, Fact]
    conditions: frozenset[str]
    slots: Mapping[str, str]
    choices: Choices

    @classmethod
    def lay(cls, kind: str, channel: str, facts: Sequence[Fact], choices: Choices) -> "_Desk":
        """Sort the facts and choices so that sentences can be picked from them."""
        by_name = _by_name(facts, choices.leave_out)
        shared = _shared(choices.language)
        conditions = {f"mode:{choices.mode}", f"missed:{choices.missed}", *by_name}
        conditions |= {f"sentence:{n}" for n, f in by_name.items() if _SENTENCE_END.search(f.text)}
        if choices.late:
            conditions.add("late")
        plan = content.toml(PACKAGE, f"letters/{kind}.toml", choices.language)
        slots = _slots(choices, shared)
        return cls(plan, shared, channel, by_name, frozenset(conditions), slots, choices)

    def pick(self, options: Iterable[Any]) -> _Run:
        """The first option whose facts are all there; nothing if there is none."""
        run = next(self.usable(options), None)
        return run or _Run()

    def usable(self, options: Iterable[Any]) -> Iterator[_Run]:
        """Every option that can be written with the facts there are, in order."""
        for option in options:
            entry = {"text": option} if isinstance(option, str) else option
            if self.fits(entry) and self.has_all(entry["text"]):
                yield self.write(entry["text"])

    def fits(self, entry: Mapping[str, Any]) -> bool:
        """Whether a part or option applies to these choices and facts."""
        needed, barred = set(entry.get("only", ())), set(entry.get("unless", ()))
        return needed <= self.conditions and not barred & self.conditions

    def has_all(self, template: str) -> bool:
        """Whether every fact named in a template is there."""
        names = {name for name, _ in _TOKEN.findall(template) if name}
        return all(name in self.facts or name in self.slots for name in names)

    def write(self, template: str) -> _Run:
        """Fill one template: facts verbatim, blanks marked, choices as plain words."""
        run, position = _Run(), 0
        for match in _TOKEN.finditer(template):
            run.literal(template[position : match.start()])
            self.put(run, match)
            position = match.end()
        run.literal(template[position:])
        return run

    def put(self, run: _Run, match: re.Match[str]) -> None:
        """Write one fact, choice or blank at the end of a stretch."""
        name, blank = match.groups()
        if blank:
            run.spans.append((len(run.text), len(run.text) + len(blank)))
            run.text += blank
        elif name in self.slots:
            word = self.slots[name]
            run.text = run.text + word if word else run.text.rstrip(" ")
        else:
            run.facts.append(self.facts[name])
            run.text += self.facts[name].text

    def note(self) -> _Run:
        """A connection note: the best one that fits the limit without a blank, else the shortest."""
        runs = list(self.usable(self.plan["note"]))
        fitting = [r for r in runs if utf16_length(r.text) <= self.choices.note_limit]
        whole = [r for r in fitting if not r.spans]
        if whole or fitting:
            return (whole or fitting)[0]
        return min(runs, key=lambda r: utf16_length(r.text))

    def body(self) -> _Run:
        """The whole letter; spare sentences are left out while it is longer than it should be."""
        parts = [
            part
            for part in self.plan["part"]
            if self.channel in part.get("channels", WRITTEN) and self.fits(part)
        ]
        most = self.plan.get("most_words", {}).get(self.channel, NO_LIMIT)
        run = self.assemble(parts)
        for spare in sorted((p for p in parts if "spare" in p), key=lambda p: p["spare"]):
            if len(run.text.split()) <= most:
                break
            parts.remove(spare)
            run = self.assemble(parts)
        return run

    def assemble(self, parts: Iterable[Mapping[str, Any]]) -> _Run:
        """Greeting, parts, sign-off; a phone script has only parts."""
        run = _Run()
        letter = self.channel in WRITTEN
        if letter:
            run.add(self.pick(self.shared["greetings"][self.greeting()]))
        for part in parts:
            run.add(self.pick(part["options"]), self.joint(part, run))
        if letter:
            run.add(_Run(self.shared["sign_offs"][self.sign_off()]), "\n\n")
            run.add(self.signature(), "\n")
        return run

    def joint(self, part: Mapping[str, Any], run: _Run) -> str:
        """What stands before a part: a new paragraph, a new line, or a blank."""
        if part.get("line"):
            return "\n"
        after_greeting = run.text.endswith(",") and "\n" not in run.text
        return "\n\n" if part.get("paragraph") or after_greeting else " "

    def greeting(self) -> str:
        """The greeting chosen, or the one that suits the kind of letter."""
        chosen = self.choices.greeting
        return chosen if chosen in self.shared["greetings"] else self.plan["greeting"]

    def sign_off(self) -> str:
        """The sign-off chosen, or the one that suits the kind of letter."""
        chosen = self.choices.sign_off
        return chosen if chosen in self.shared["sign_offs"] else self.plan["sign_off"]

    def signature(self) -> _Run:
        """The writer's own lines, else name and how to reach them; a blank for a missing name."""
        forms = self.shared["signature"]
        for lines in forms[self.channel]:
            run = _Run()
            for line in lines:
                run.add(self.pick([line]), "\n")
            if run.text and ("me.signature" in self.facts or "me.name" in self.facts):
                return run
        run = self.write(forms["missing_name"])
        run.add(self.pick(["{me.email}"]) if self.channel in ("email", "letter") else _Run(), "\n")
        return run


def _by_name(facts: Sequence[Fact], leave_out: frozenset[str]) -> dict[str, Fact]:
    kept: dict[str, Fact] = {}
    for fact in facts:
        if fact.text.strip() and fact.name not in leave_out:
            kept.setdefault(fact.name, replace(fact, text=fact.text.strip()))
    if "me.introduction" not in kept and (short := _introduction(kept.get("me.half_minute"))):
        kept["me.introduction"] = short
    return kept


def _introduction(half_minute: Fact | None) -> Fact | None:
    """The opening sentences of the half-minute that a short letter has room for, verbatim."""
    if half_minute is None:
        return None
    kept = ""
    for sentence in re.split(r"(?<=[.!?…])\s+", half_minute.text):
        longer = half_minute.text[: half_minute.text.index(sentence, len(kept)) + len(sentence)]
        if len(longer.split()) > INTRODUCTION_WORDS:
            break
        kept = longer
    return replace(half_minute, name="me.introduction", text=kept) if kept else None


def _slots(choices: Choices, shared: Mapping[str, Any]) -> dict[str, str]:
    mode = choices.mode if choices.mode in shared["modes"] else "any"
    smaller = min(SMALLEST_ASK, max(choices.minutes // 2, 5))
    return {
        "minutes": str(choices.minutes),
        "smaller": str(smaller),
        "mode": shared["modes"][mode],
        "booked_mode": shared["booked_modes"][mode],
    }
