"""What the coach says about questions, for the screen: what is good first, then at most three."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from askwell.coach import Finding, review_questions
from askwell.questions.models import AgendaItem

MOST = 3
BLANK = "___"


@dataclass(frozen=True)
class Suggestion:
    """One remark; `words` may be used instead, `item` is the line it is about, if it is about one."""

    slug: str
    text: str
    why: str
    words: str = ""
    item: AgendaItem | None = None

    @property
    def whole(self) -> bool:
        """Whether the words can be used as they stand."""
        return bool(self.words) and BLANK not in self.words


@dataclass(frozen=True)
class Review:
    """What stands beside questions."""

    good: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


def of_text(text: str) -> Review:
    """About one question while it is typed; nothing about an empty line."""
    if not text.strip():
        return Review()
    (first, *_rest) = review_questions(" ".join(text.split())).items or (None,)
    if first is None:
        return Review()
    return Review(tuple(map(_, first.good)), tuple(map(_said, first.findings[:MOST])))


def of_plan(
    items: Iterable[AgendaItem],
    minutes: int,
    beliefs: Iterable[str] = (),
    dismissed: Iterable[Mapping[str, str]] = (),
) -> Review:
    """About the questions of a plan as a whole; hello and thanks are no questions.

    What was put aside (`Agenda.dismissed`) is not said again.
    """
    asked = [item for item in items if not item.key.startswith("step-")]
    if not asked:
        return Review()
    by_line = dict(enumerate(asked, start=1))
    text = "\n".join(" ".join(item.text.split()) for item in asked)
    found = review_questions(text, minutes=minutes, hypotheses=beliefs)
    lines = [(f, by_line.get(item.line)) for item in found.items for f in item.findings]
    lines += [(f, None) for f in found.set_findings]
    aside = {(row["slug"], row["item"]) for row in dismissed}
    lines = [(f, item) for f, item in lines if (f.slug, _about(item)) not in aside]
    lines.sort(key=lambda pair: -pair[0].level.rank)
    chosen = _one_of_each(lines)[:MOST]
    return Review(tuple(map(_, found.good[:MOST])), tuple(_said(*pair) for pair in chosen))


Line = tuple[Finding, AgendaItem | None]


def _about(item: AgendaItem | None) -> str:
    return str(item.uid) if item else ""


def _one_of_each(lines: Iterable[Line]) -> list[Line]:
    """The same remark twice is a lecture."""
    first: dict[str, Line] = {}
    for line in lines:
        first.setdefault(line[0].slug, line)
    return list(first.values())


def _said(finding: Finding, item: AgendaItem | None = None) -> Suggestion:
    return Suggestion(finding.slug, _message(finding), _(finding.reason), finding.suggestion, item)


def _message(finding: Finding) -> str:
    if not finding.template:
        return finding.message
    params: Mapping[str, object] = finding.params
    return _(finding.template).format_map(dict(params))
