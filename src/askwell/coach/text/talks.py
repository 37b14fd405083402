"""A talk as the rules see it: who learns from whom, who asks what, who listens, and how it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from askwell.coach.text.courtesies import REFERRAL, courtesy
from askwell.coach.text.lazy import lazy
from askwell.coach.text.offlimits import OffLimits, offlimits
from askwell.coach.text.openness import CLOSED
from askwell.coach.text.patterns import LowerPattern
from askwell.coach.text.plans import THANKS, Item, Meaning, read_items
from askwell.coach.text.seekers import Spoken, find_seeker
from askwell.coach.text.speakers import read_transcript
from askwell.coach.text.spoken import questions
from askwell.coach.text.tokens import WORD, Text
from askwell.coach.text.turns import Transcript, Turn
from askwell.coach.text.uptake import follows_up, gives_back, stems, well_worn

Span = tuple[int, int]
_PER_SECOND = 2.5
_TIMED = 0.8
_BRIEF = 5
_OVERLAP = 0.3
_LAST = 6
_GRATEFUL = LowerPattern(r"\b(?:thank|thanks|thank you|appreciate|grateful|cheers)\b")
_BROKEN_OFF = ("-", "—", "–", "--")


class Question:
    """A question of the seeker: the number of its turn, the turn, and where in it it stands."""

    def __init__(self, at: int, spoken: Spoken, span: Span, text: Text) -> None:
        self.at = at
        self.spoken = spoken
        self.span = span
        self.text = text

    @lazy
    def courtesy(self) -> str | None:
        """The kind of courtesy the question is, or None for a real one."""
        return courtesy(self.text, 0, len(self.text.raw))


class Talk:
    """A transcript with the seeker found in it; everything rules want to know, worked out once.

    *me* is the seeker's name as far as told, *minutes* the time agreed, *agenda* the lines planned.
    """

    def __init__(
        self,
        raw: str,
        *,
        me: str | None = None,
        minutes: float | None = None,
        agenda: Sequence[str] = (),
    ) -> None:
        self.text = Text(raw)
        self.transcript: Transcript = read_transcript(raw)
        self.minutes_agreed = minutes
        self.agenda: list[Item] = read_items(agenda)
        self._all = self._read()
        self.me, self.confidence = find_seeker(self._all, me)
        self.turns = self._listened()

    def _read(self) -> list[Spoken]:
        turns = self.transcript.turns
        timed = sum(turn.start is not None for turn in turns) >= _TIMED * len(turns)
        marked = self.text.raw.count("?") >= max(2, len(turns) // 12)
        spoken = []
        for at, turn in enumerate(turns):
            after = turns[at + 1] if at + 1 < len(turns) else None
            following = after.text if after and after.speaker != turn.speaker else ""
            asked = questions(turn.text, following=following, marked=marked)
            words = turn.words
            spoken.append(Spoken(turn, words, _seconds(turn, words) if timed else None, asked))
        return spoken

    def _listened(self) -> list[Spoken]:
        """The turns, with those questions marked that take up what the other last said."""
        if not self.me:
            return self._all
        found = list(self._all)
        answer: set[str] = set()
        for at, spoken in enumerate(found):
            if spoken.turn.speaker != self.me:
                if spoken.words >= _BRIEF or not answer:
                    answer = self._stems[at]
                continue
            if spoken.asked and at and follows_up(*_asked_and_lead(spoken), answer, self._worn):
                found[at] = replace(spoken, follow_up=True)
        return found

    @lazy
    def _stems(self) -> list[set[str]]:
        return [stems(Text(spoken.turn.text).plain.lower()) for spoken in self._all]

    @lazy
    def _worn(self) -> frozenset[str]:
        return well_worn(self._stems)

    # What the seeker did

    @lazy
    def mine(self) -> list[Spoken]:
        """The seeker's turns."""
        return [spoken for spoken in self.turns if self.me and spoken.turn.speaker == self.me]

    @lazy
    def asking(self) -> list[Spoken]:
        """The seeker's turns that ask."""
        return [spoken for spoken in self.mine if spoken.asked]

    @lazy
    def words(self) -> int:
        """Words of everybody who is named."""
        return sum(spoken.words for spoken in self.turns if spoken.turn.speaker)

    @lazy
    def my_share(self) -> float | None:
        """The seeker's share of the words."""
        if not self.me or not self.words:
            return None
        return sum(spoken.words for spoken in self.mine) / self.words

    @lazy
    def longest(self) -> Spoken | None:
        """The seeker's longest turn, by words."""
        return max(self.mine, key=lambda spoken: spoken.words, default=None)

    @lazy
    def _questions(self) -> list[Question]:
        """Every question of the seeker with its turn."""
        return [
            Question(at, spoken, span, Text(spoken.turn.text[slice(*span)]))
            for at, spoken in enumerate(self.turns)
            if spoken.asked and spoken.turn.speaker == self.me
            for span in spoken.asked.spans
        ]

    @lazy
    def counted(self) -> list[Spoken]:
        """The seeker's asking turns that count for the open share: no closing, no permission."""
        first = {question.at: question for question in reversed(self._questions)}
        return [first[at].spoken for at in sorted(first) if first[at].courtesy is None]

    @lazy
    def open_share(self) -> float | None:
        """Share of the questions that count that are open or indirectly open."""
        if not self.counted:
            return None
        closed = sum(s.asked is not None and s.asked.openness == CLOSED for s in self.counted)
        return 1 - closed / len(self.counted)

    @lazy
    def follow_up_share(self) -> float | None:
        """Share of the seeker's asking turns that take up what was said."""
        if not self.asking:
            return None
        return sum(spoken.follow_up for spoken in self.asking) / len(self.asking)

    @lazy
    def reflections(self) -> int:
        """How often the seeker gave back what was heard."""
        count = 0
        answer: set[str] = set()
        for at, spoken in enumerate(self.turns):
            if spoken.turn.speaker != self.me:
                answer = self._stems[at] if spoken.words >= _BRIEF else answer
            elif spoken.words > 2 and gives_back(_opening(spoken), answer):
                count += 1
        return count

    @lazy
    def interruptions(self) -> list[Spoken]:
        """The seeker's turns that begin before the other has finished."""
        found = []
        for before, spoken in zip(self.turns, self.turns[1:], strict=False):
            if spoken.turn.speaker != self.me or before.turn.speaker == self.me:
                continue
            if spoken.words >= 3 and before.words >= _BRIEF and _cuts_in(before.turn, spoken.turn):
                found.append(spoken)
        return found

    @lazy
    def off_limits(self) -> list[tuple[Span, OffLimits, bool]]:
        """Off-limits questions of the seeker, and whether the other had raised the topic."""
        found = []
        for question in self._questions:
            limits = offlimits(question.text)
            if limits:
                place = question.spoken.turn.place(*question.span)
                found.append((place, limits, self._raised(limits.kind, question.at)))
        return found

    def _raised(self, kind: str, before: int) -> bool:
        """Whether somebody else spoke of the topic before."""
        others = (s.turn for s in self.turns[:before] if s.turn.speaker != self.me)
        return any(_RAISES[kind].search(turn.text.lower()) for turn in others)

    # The end, the time, the plan

    @lazy
    def asked_for_names(self) -> bool:
        """Whether the seeker asked who else to talk to."""
        return any(question.courtesy == REFERRAL for question in self._questions)

    @lazy
    def thanked(self) -> bool:
        """Whether the seeker gave thanks near the end."""
        last = [spoken for spoken in self.turns[-2 * _LAST :] if spoken.turn.speaker == self.me]
        late = last[-3:] if len(self.turns) > _LAST else last[-1:]
        return any(_GRATEFUL.search(spoken.turn.text.lower()) for spoken in late)

    @lazy
    def minutes(self) -> float | None:
        """How long the talk took, in minutes, if times tell it."""
        duration = self.transcript.duration
        return None if duration is None else round(duration / 60, 1)

    @lazy
    def uncovered(self) -> list[Item]:
        """Lines of the agenda that were not touched."""
        if not self.agenda:
            return []
        said = [_meaning(spoken) for spoken in self.mine]
        return [item for item in self.agenda if not self._covers(item, said)]

    def _covers(self, item: Item, said: list[Meaning]) -> bool:
        if item.kind == REFERRAL:
            return self.asked_for_names
        if item.kind == THANKS:
            return self.thanked
        return any(item.touched_by(meaning) for meaning in said)

    @lazy
    def agenda_covered(self) -> float | None:
        """Share of the agenda's lines that were touched; None without an agenda."""
        if not self.agenda:
            return None
        return 1 - len(self.uncovered) / len(self.agenda)

    @lazy
    def drift(self) -> float | None:
        """Share of the seeker's questions that neither belong to the agenda nor follow up."""
        if not self.agenda or not self.counted:
            return None
        away = sum(
            not spoken.follow_up and not any(i.touched_by(_meaning(spoken)) for i in self.agenda)
            for spoken in self.counted
        )
        return away / len(self.counted)


def _seconds(turn: Turn, words: int) -> float | None:
    if turn.start is None:
        return None
    if turn.end is None:
        return words / _PER_SECOND
    return turn.end - turn.start


def _asked_and_lead(spoken: Spoken) -> tuple[str, str]:
    lowered = Text(spoken.turn.text).plain.lower()
    start, end = spoken.asked.first if spoken.asked else (0, len(lowered))
    return lowered[start:end], lowered[:start]


def _opening(spoken: Spoken) -> str:
    """The turn up to its first question, in lower case."""
    lowered = Text(spoken.turn.text).plain.lower()
    return lowered[: spoken.asked.first[0]] if spoken.asked else lowered


def _meaning(spoken: Spoken) -> Meaning:
    lowered = Text(spoken.turn.text).plain.lower()
    asked = spoken.asked.spans if spoken.asked else ()
    return Meaning(
        frozenset(stems(lowered)),
        tuple(frozenset(WORD.findall(lowered[start:end])) for start, end in asked),
    )


def _cuts_in(before: Turn, turn: Turn) -> bool:
    if before.text.rstrip("\"'”’ ").endswith(_BROKEN_OFF):
        return True
    if before.end is None or turn.start is None:
        return False
    return before.end - turn.start > _OVERLAP


_RAISES = {
    "salary": LowerPattern(r"\b(?:salary|salaries|paid|pay|money|compensation|earn|income|bonus|equity|wage)\b"),
    "benefits": LowerPattern(r"\b(?:benefits|vacation|holidays|leave|insurance|perks|pension)\b"),
    "job-ask": LowerPattern(r"\b(?:hiring|opening|openings|position|vacancy|vacancies|recruit\w*|apply)\b"),
    "personal": LowerPattern(
        r"\b(?:my (?:kids?|children|son|daughter|wife|husband|partner|family|mom|mum|dad|parents|age|faith|church|religion)|married|divorced|pregnant|baby)\b"
    ),
}  # fmt: skip
