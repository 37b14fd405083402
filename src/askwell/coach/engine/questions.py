"""The review of questions: every item, then the set as a plan for one talk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from askwell.coach.engine.config import Config
from askwell.coach.engine.core import RuleSet, rule_set
from askwell.coach.engine.ignores import blank_comments, read_ignores
from askwell.coach.finding import Finding
from askwell.coach.text.courtesies import GIVING, REFERRAL, SPARE
from askwell.coach.text.items import Question, QuestionSet, read_items
from askwell.coach.text.openness import CLOSED, OPEN
from askwell.coach.text.tokens import Text

SCHEMA = 1
_AIM = 0.7
_ENOUGH_TOPICS = 4


@dataclass(frozen=True, slots=True)
class QuestionReview:
    """What was read in one question. *good* is to be said before the findings."""

    line: int
    start: int
    end: int
    text: str
    openness: str
    topic: str
    offlimits: str
    strength: str | None
    multi_barrelled: bool
    googleable: bool
    exempt: bool
    findings: tuple[Finding, ...]
    good: tuple[str, ...]

    def as_dict(self) -> dict[str, object]:
        """The published JSON form of an item (schema 1)."""
        return {
            "line": self.line,
            "text": self.text,
            "openness": self.openness,
            "topic": self.topic,
            "offlimits": self.offlimits,
            "strength": self.strength,
            "multi_barrelled": self.multi_barrelled,
            "googleable": self.googleable,
            "exempt": self.exempt,
            "findings": [finding.as_dict() for finding in self.findings],
        }


@dataclass(frozen=True, slots=True)
class QuestionsReview:
    """The items, the share of open questions (None without any that counts) and the set's findings."""

    items: tuple[QuestionReview, ...]
    open_share: float | None
    set_findings: tuple[Finding, ...]
    good: tuple[str, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings: those of the items in order, then those of the set."""
        return (*(f for item in self.items for f in item.findings), *self.set_findings)

    def as_dict(self) -> dict[str, object]:
        """The published JSON form (schema 1)."""
        return {
            "schema": SCHEMA,
            "items": [item.as_dict() for item in self.items],
            "set": {
                "open_share": self.open_share,
                "findings": [finding.as_dict() for finding in self.set_findings],
            },
        }


def review_questions(
    text: str,
    *,
    minutes: int | None = None,
    hypotheses: Iterable[str] = (),
    config: Config | None = None,
) -> QuestionsReview:
    """Review questions: one per line, Markdown bullets, or prose.

    *minutes* is the time agreed for the talk, *hypotheses* what the seeker believes so far and wants
    to test. Offsets count code points of *text*; `# askwell: ignore Q101` silences a rule.
    """
    ignores = read_ignores(text)
    items = read_items(blank_comments(text, ignores))
    rules = rule_set("questions", "item", config)
    reviews = tuple(_reviews(items, rules))
    if ignores.lines:
        reviews = tuple(
            _silenced(review, ignores.keep(review.findings, text)) for review in reviews
        )
    whole = QuestionSet(Text(text), items, minutes, tuple(hypotheses))
    return QuestionsReview(
        reviews,
        whole.open_share,
        tuple(ignores.keep(_set_findings(whole, config), text)),
        tuple(_good_of_set(whole)),
    )


def _reviews(items: list[Question], rules: RuleSet) -> Iterable[QuestionReview]:
    known: dict[str, tuple[Question, QuestionReview]] = {}
    for item in items:
        if item.raw in known:
            twin, review = known[item.raw]
            item.adopt(twin)
            yield _moved(review, item)
        else:
            review = _review(item, rules.run(item, item.text, item.offset, item.traits))
            known[item.raw] = item, review
            yield review


def _moved(review: QuestionReview, item: Question) -> QuestionReview:
    """The review of the same words at another place."""
    by = item.start - review.start
    findings = tuple(
        replace(
            finding,
            start=finding.start + by,
            end=finding.end + by,
            fix=finding.fix.moved(by) if finding.fix else None,
        )
        for finding in review.findings
    )
    return QuestionReview(
        item.line,
        item.start,
        item.end,
        review.text,
        review.openness,
        review.topic,
        review.offlimits,
        review.strength,
        review.multi_barrelled,
        review.googleable,
        review.exempt,
        findings,
        review.good,
    )


def _set_findings(whole: QuestionSet, config: Config | None) -> list[Finding]:
    rules: RuleSet = rule_set("questions", "set", config)
    return rules.run(whole, whole.text) if whole.items else []


def _silenced(review: QuestionReview, kept: list[Finding]) -> QuestionReview:
    return replace(review, findings=tuple(kept))


def _review(item: Question, findings: list[Finding]) -> QuestionReview:
    limits = item.offlimits
    return QuestionReview(
        item.line,
        item.start,
        item.end,
        item.raw,
        item.openness,
        item.topic,
        limits.kind if limits else "none",
        limits.strength if limits else None,
        item.double,
        item.googleable,
        item.exempt,
        tuple(findings),
        tuple(_good_of(item)),
    )


def _good_of(item: Question) -> Iterable[str]:
    if item.offlimits:
        return
    if item.courtesy == REFERRAL:
        yield "Asking who else to talk to keeps the conversation going after this one."
    elif item.courtesy == SPARE:
        yield "A spare question for the end: it often brings the best answer."
    elif item.courtesy == GIVING:
        yield "Offering something back is kind, and remembered."
    elif item.openness == OPEN and not item.googleable:
        yield "An open question: it leaves room for a story."
    elif item.openness != CLOSED:
        yield "A polite way to ask for content."


def _good_of_set(whole: QuestionSet) -> Iterable[str]:
    share = whole.open_share
    if share is not None and share >= _AIM:
        yield "Most of your questions are open, so the other person can tell their story."
    if len({item.topic for item in whole.items}) >= _ENOUGH_TOPICS:
        yield "Your questions cover several sides of the work."
    if whole.asks_for(REFERRAL):
        yield "You ask who else to talk to."
    if whole.asks_for(SPARE):
        yield "You keep a spare question for the end."
    if whole.asks_for(GIVING):
        yield "You offer something in return."
