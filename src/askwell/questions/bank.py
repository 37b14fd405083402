"""The question bank: questions written for Askwell, and three small ways of choosing from it.

The words live in ``content/<language>/``; nothing here asks the clock, the database or chance,
so the same input always gives the same questions. Numbers: a question takes two to four minutes
and twenty minutes hold five to seven of them (playbook B19); general before specific, advice and
"who else" at the end (Q11, Q12); a spare open question for the end (Q14).
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from askwell.plumbing import content
from askwell.questions import topic as topics

PACKAGE = "askwell.questions"
SECTIONS = ("opening", "core", "advice", "closing")
CATEGORIES = (
    "career-path",
    "day-to-day",
    "skills",
    "culture",
    "industry-trends",
    "entry-advice",
    "education",
    "work-life",
    "advice-on-me",
    "network-referral",
)
# In a talk, from general and easy to specific (playbook Q11).
CORE_ORDER = (
    "day-to-day",
    "career-path",
    "skills",
    "industry-trends",
    "culture",
    "work-life",
    "education",
)
MOST_QUESTIONS = 12
LAST_THANKS = 1  # minutes kept for the closing sentence and goodbye
CLOSING_KEYS = ("close-should-have-asked", "close-who-else")
BELIEF_KEY = "belief-check"
MOST_BELIEF = 160  # characters of a belief that can still be said in one breath
_EVERYWHERE = {"would", "peopl", "about", "which", "there", "their", "could", "these", "those"}


@dataclass(frozen=True)
class Question:
    """One question of the bank. ``key`` is stable; ``text`` may hold ``{work}``, ``{organization}``."""

    key: str
    text: str
    category: str
    section: str
    minutes: int
    good_for: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()


@dataclass(frozen=True)
class IceBreaker:
    """A light first sentence; ``when`` says where it fits ("any", "video", "common ground", …)."""

    key: str
    text: str
    when: str


@dataclass(frozen=True)
class AskedBack:
    """A question that they may ask, with a hint how to answer it."""

    key: str
    text: str
    hint: str


@dataclass(frozen=True)
class Bank:
    """All questions in the order of the files: within a category, the best first."""

    questions: tuple[Question, ...]
    ice_breakers: tuple[IceBreaker, ...]
    asked_back: tuple[AskedBack, ...]

    def get(self, key: str) -> Question | None:
        """The question with this key, or nothing if a later bank dropped it."""
        return next((q for q in self.questions if q.key == key), None)


@dataclass(frozen=True)
class Suggestion:
    """Questions for one talk, in the order to ask them, and the minutes left over as a buffer."""

    questions: tuple[Question, ...]
    buffer: int

    @property
    def minutes(self) -> int:
        """Minutes the questions take together, without the buffer."""
        return sum(q.minutes for q in self.questions)


@cache
def load(language: str = content.DEFAULT_LANGUAGE) -> Bank:
    """The bank in a language (English where a file is not translated). Read once."""
    questions = tuple(
        _question(entry, file) for file in _files(language) for entry in file["question"]
    )
    ice = content.toml(PACKAGE, "ice-breakers.toml", language)["ice_breaker"]
    asked = content.toml(PACKAGE, "asked-back.toml", language)["asked"]
    return Bank(
        questions, tuple(IceBreaker(**i) for i in ice), tuple(AskedBack(**a) for a in asked)
    )


def _files(language: str) -> list[dict[str, Any]]:
    found = set(content.names(PACKAGE, "bank", ".toml"))
    ordered = [f"{c}.toml" for c in CATEGORIES if f"{c}.toml" in found]
    ordered += sorted(found - set(ordered))
    return [content.toml(PACKAGE, f"bank/{name}", language) for name in ordered]


def _question(entry: Mapping[str, Any], file: Mapping[str, Any]) -> Question:
    return Question(
        key=entry["key"],
        text=entry["text"],
        category=entry.get("category") or file["category"],
        section=entry.get("section") or file["section"],
        minutes=entry["minutes"],
        good_for=tuple(entry.get("good_for", ())),
        follow_ups=tuple(entry.get("follow_ups", ())),
    )


def by_category(language: str = content.DEFAULT_LANGUAGE) -> dict[str, tuple[Question, ...]]:
    """The bank as chapters, in the order of :data:`CATEGORIES`."""
    bank = load(language)
    return {c: tuple(q for q in bank.questions if q.category == c) for c in CATEGORIES}


def fill(
    question: Question,
    *,
    work: str = "",
    organization: str = "",
    language: str = content.DEFAULT_LANGUAGE,
) -> Question:
    """The question with its slots filled, or with plain words where nothing fits."""
    words = _words(language)
    values = {
        "{work}": topics.weave(work, words),
        "{organization}": organization.strip() or words["fallback_organization"],
    }
    return replace(question, text=_swap(question.text, values))


def _swap(text: str, values: Mapping[str, str]) -> str:
    return re.sub(r"\{(?:work|organization)\}", lambda m: values[m.group()], text)


def _words(language: str) -> dict[str, Any]:
    return content.toml(PACKAGE, "first-page.toml", language)


def three_questions(
    topic: str, turn: int = 0, *, language: str = content.DEFAULT_LANGUAGE
) -> tuple[Question, ...]:
    """Three fitting questions for a phrase typed on the first page; ``turn`` + 1 gives three others.

    Groups that know the kind of work come first, then the general ones, then round again.
    """
    groups = _words(language)["trio"]
    folded = " ".join(topic.casefold().split())
    special = [g for g in groups if any(_mentions(folded, w) for w in g.get("about", ()))]
    general = [g for g in groups if "about" not in g]
    order = special + general
    bank = load(language)
    chosen = [bank.get(key) for key in order[turn % len(order)]["keys"]]
    work = "" if any(g.get("plain") for g in special) else topic
    return tuple(fill(q, work=work, language=language) for q in chosen if q)


def _mentions(folded: str, word: str) -> bool:
    tail = r"\w*" if word.endswith("*") else ""
    return re.search(rf"\b{re.escape(word.rstrip('*'))}{tail}\b", folded) is not None


def suggest(
    minutes: int,
    categories: Sequence[str] = (),
    already: Collection[str] = (),
    hypotheses: Sequence[str] = (),
    *,
    prefer: Sequence[str] = (),
    language: str = content.DEFAULT_LANGUAGE,
) -> Suggestion:
    """Questions for a talk of ``minutes``: opening, core, advice, closing, and a buffer.

    ``categories`` limits the core (empty = all); ``already`` are keys not to offer again, except
    that "who else" always closes; ``hypotheses`` pull questions that share their words to the
    front; ``prefer`` are keys to take first (a starting template's).
    """
    bank = load(language)
    buffer = _buffer(minutes)
    room = max(minutes - buffer, 0)
    free = [q for q in bank.questions if q.key not in already and not q.key.startswith("field-")]
    ranked = sorted(free, key=lambda q: _rank(q, prefer, hypotheses))
    closing = [q for key in CLOSING_KEYS if (q := bank.get(key)) and _may_close(q, already)]
    picked = closing + belief_check(hypotheses, already, language=language)
    for section in ("opening", "advice"):
        _take(picked, (q for q in ranked if q.section == section), room, most=1)
    wanted = [c for c in CORE_ORDER if not categories or c in categories] or list(CORE_ORDER)
    _take(picked, _in_turns(ranked, wanted), room, most=MOST_QUESTIONS - len(picked))
    if not categories or "advice-on-me" in categories:
        mine = (q for q in ranked if q.category == "advice-on-me" and q not in picked)
        _take(picked, mine, room, most=min(1, MOST_QUESTIONS - len(picked)))
    return Suggestion(_in_order(picked, wanted), minutes - sum(q.minutes for q in picked))


def belief_check(
    hypotheses: Sequence[str],
    already: Collection[str] = (),
    *,
    language: str = content.DEFAULT_LANGUAGE,
) -> list[Question]:
    """One question that holds a belief of mine up to somebody who knows (playbook Q2), or none."""
    short = [h.strip() for h in hypotheses if 0 < len(h.strip()) <= MOST_BELIEF]
    if not short or BELIEF_KEY in already:
        return []
    entry = _words(language)["belief_check"]
    return [_question({**entry, "text": entry["text"].replace("{belief}", short[0])}, entry)]


def _buffer(minutes: int) -> int:
    """A tenth, and at least the minute of thanks (two from 20 minutes on)."""
    return max(LAST_THANKS + (minutes >= 20), round(minutes * 0.1))


def _may_close(question: Question, already: Collection[str]) -> bool:
    return question.key == "close-who-else" or question.key not in already


def _rank(question: Question, prefer: Sequence[str], hypotheses: Sequence[str]) -> tuple[int, int]:
    place = list(prefer).index(question.key) if question.key in prefer else len(prefer)
    return place, -_overlap(question, hypotheses)


def _overlap(question: Question, hypotheses: Iterable[str]) -> int:
    said = _stems(" ".join(hypotheses))
    return len(said & _stems(" ".join((question.text, *question.follow_ups))))


def _stems(text: str) -> set[str]:
    """Beginnings of the longer words: enough to see that "writing" and "write" belong together."""
    return {w[:5] for w in re.findall(r"[^\W\d_]{5,}", text.casefold())} - _EVERYWHERE


def _take(picked: list[Question], candidates: Iterable[Question], room: int, *, most: int) -> None:
    left = room - sum(q.minutes for q in picked)
    for question in candidates:
        if most <= 0:
            return
        if question.minutes <= left and question not in picked:
            picked.append(question)
            left -= question.minutes
            most -= 1


def _in_turns(ranked: Sequence[Question], categories: Sequence[str]) -> list[Question]:
    """The best of each category, then the second best of each, and so on."""
    shelves = [
        [q for q in ranked if q.category == c and q.section in ("core", "opening")]
        for c in categories
    ]
    longest = max((len(s) for s in shelves), default=0)
    return [shelf[i] for i in range(longest) for shelf in shelves if i < len(shelf)]


def _in_order(picked: Sequence[Question], categories: Sequence[str]) -> tuple[Question, ...]:
    """Opening, core from general to specific, advice, closing; "who else" is the last."""

    def place(question: Question) -> tuple[int, int]:
        section = SECTIONS.index(question.section)
        if question.section == "closing":
            return section, CLOSING_KEYS.index(question.key) if question.key in CLOSING_KEYS else 0
        in_core = question.category in categories
        return section, list(categories).index(question.category) if in_core else 0

    return tuple(sorted(picked, key=place))
