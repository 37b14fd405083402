"""The next-step rules, one example each, and the promise that nobody in play is without a step."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.coach.cadence import (
    CadenceSettings,
    EventKind,
    Happening,
    History,
    Stage,
    StepKind,
    assess,
    next_step,
)

MONDAY = datetime(2026, 11, 16, 10, 0, tzinfo=UTC)
SETTINGS = CadenceSettings(zone="UTC")
K = EventKind


def day(n: float) -> datetime:
    return MONDAY + timedelta(days=n)


def entry(kind: EventKind, at: float = 0, **data: Any) -> Happening:
    plain = {k: v.isoformat() if isinstance(v, datetime) else v for k, v in data.items()}
    return Happening(kind, day(at), uid=f"{kind}-{at}", data=plain)


def history(*entries: Happening, question_open: bool = True) -> History:
    return History(tuple(entries), question_open=question_open)


def step(*entries: Happening, now: float = 0) -> tuple[StepKind, datetime]:
    found = next_step(history(*entries), day(now), SETTINGS)
    assert found is not None
    return found.kind, found.due_at


def evening(n: int) -> datetime:
    return day(n).replace(hour=18)


BOOKED = entry(K.BOOKED, 0, talk="t", starts_at=day(4), minutes=30)
ENDED = entry(K.TALK_ENDED, 4.5, talk="t")


@pytest.mark.parametrize(
    ("entries", "kind", "due"),
    [
        ([entry(K.CHOSEN)], StepKind.READ, evening(6)),
        ([entry(K.CHOSEN), entry(K.READ)], StepKind.WRITE, evening(3)),
        ([entry(K.LETTER_SENT)], StepKind.NUDGE, evening(9)),
        ([entry(K.LETTER_SENT), entry(K.ANSWERED), entry(K.TOUCHED)], StepKind.NUDGE, evening(9)),
        ([entry(K.LETTER_SENT), entry(K.REMINDED, 9)], StepKind.REST, evening(18)),
        ([entry(K.LETTER_SENT), entry(K.AWAY, 1, until=day(7))], StepKind.NUDGE, evening(8)),
        ([entry(K.LETTER_SENT), entry(K.BOUNCED, 1)], StepKind.ANOTHER_WAY, day(1)),
        ([entry(K.LETTER_SENT), entry(K.DECLINED, 1)], StepKind.THANK_DECLINE, evening(1)),
        ([entry(K.LETTER_SENT), entry(K.LATER, 1, until=day(60))], StepKind.ASK_AGAIN, day(60)),
        ([entry(K.LETTER_SENT), entry(K.ACCEPTED, 1)], StepKind.PROPOSE, evening(1)),
        ([entry(K.OFFERED)], StepKind.PROPOSE, evening(0)),
        ([entry(K.ACCEPTED), entry(K.TIMES_PROPOSED)], StepKind.PROPOSE_AGAIN, evening(3)),
        ([BOOKED], StepKind.PREPARE, day(2)),
        ([BOOKED, entry(K.PREPARED, 1, talk="t")], StepKind.CONFIRM, day(3)),
        ([BOOKED, entry(K.CONFIRMED, 1, talk="t")], StepKind.TALK, day(4)),
        ([BOOKED, entry(K.CANCELLED, 1, talk="t")], StepKind.KIND_LETTER, evening(1)),
        ([BOOKED, entry(K.NO_SHOW, 4, talk="t")], StepKind.KIND_LETTER, evening(4)),
        ([BOOKED, ENDED], StepKind.RECALL, day(4.5) + timedelta(hours=1)),
        ([BOOKED, ENDED, entry(K.RECALLED, 4.6, talk="t")], StepKind.THANK, day(5.5)),
        ([BOOKED, ENDED, entry(K.THANKED, 5, talk="t")], StepKind.DEBRIEF, day(7)),
        (
            [BOOKED, ENDED, entry(K.THANKED, 5, talk="t"), entry(K.DEBRIEFED, 7, talk="t")],
            StepKind.TOUCH,
            day(95),
        ),
        ([entry(K.PROMISED, 0, ref="p", due=day(3), mine=True)], StepKind.KEEP_PROMISE, day(3)),
        ([entry(K.PROMISED, 0, ref="p", due=day(3), mine=False)], StepKind.CHECK_OFFER, day(3)),
        ([entry(K.NAMED, 0, ref="i")], StepKind.FOLLOW_NAME, day(7)),
        ([entry(K.LOOP_OPENED, 0, ref="i")], StepKind.TELL, day(7)),
    ],
)
def test_each_rule_of_the_table(entries: list[Happening], kind: StepKind, due: datetime) -> None:
    assert step(*entries) == (kind, due)


def test_a_talk_becomes_the_step_an_hour_before_and_recall_after_its_end() -> None:
    before = assess(history(BOOKED), day(3.5), SETTINGS)
    assert before.step and before.step.kind is StepKind.PREPARE
    assert before.changes_at == day(4) - timedelta(hours=1)
    during = assess(history(BOOKED), before.changes_at, SETTINGS)
    assert during.step and during.step.kind is StepKind.TALK
    assert during.changes_at == day(4) + timedelta(minutes=30)
    after = assess(history(BOOKED), during.changes_at, SETTINGS)
    assert after.step and after.step.kind is StepKind.RECALL
    assert after.changes_at is None


def test_a_decline_counts_for_every_question_and_is_thanked_only_where_it_was_said() -> None:
    elsewhere = Happening(K.DECLINED, day(1), uid="d", here=False)
    there = assess(history(entry(K.CHOSEN), elsewhere, entry(K.CHOSEN, 2)), day(3), SETTINGS)
    assert (there.stage, there.step) == (Stage.NO_THANKS, None)


def test_their_own_yes_takes_a_decline_back() -> None:
    assert step(entry(K.DECLINED), entry(K.OFFERED, 1)) == (StepKind.PROPOSE, evening(1))


def test_a_retracted_entry_never_happened() -> None:
    sent = entry(K.LETTER_SENT, 1)
    undone = entry(K.RETRACTED, 1, event=sent.uid)
    assert step(entry(K.CHOSEN), entry(K.READ), sent, undone)[0] is StepKind.WRITE


def test_any_touch_resets_the_rhythm() -> None:
    met = [BOOKED, ENDED, entry(K.THANKED, 5, talk="t"), entry(K.DEBRIEFED, 7, talk="t")]
    assert step(*met, entry(K.TOUCHED, 50)) == (StepKind.TOUCH, day(140))
    rested = assess(history(*met, entry(K.RHYTHM_SET, 8, days=0)), day(9), SETTINGS)
    assert (rested.stage, rested.step) == (Stage.IN_TOUCH, None)


def test_letting_rest_keeps_talks_to_come_and_promises() -> None:
    promise = entry(K.PROMISED, 0, ref="p", due=day(30), mine=True)
    assert step(entry(K.LETTER_SENT), promise, entry(K.RESTED, 1))[0] is StepKind.KEEP_PROMISE
    assert step(BOOKED, entry(K.RESTED, 1), now=1)[0] is StepKind.PREPARE


def test_not_today_hides_until_something_happens() -> None:
    snoozed = [entry(K.CHOSEN), entry(K.SNOOZED, 1, until=day(2))]
    found = next_step(history(*snoozed), day(1), SETTINGS)
    assert found and found.shown_from == day(2)
    found = next_step(history(*snoozed, entry(K.READ, 1.5)), day(1), SETTINGS)
    assert found and found.shown_from is None


def test_same_day_after_the_evening_means_tomorrow_in_the_zone_of_the_settings() -> None:
    tokyo = CadenceSettings(zone="Asia/Tokyo")
    late = Happening(K.ACCEPTED, datetime(2026, 11, 16, 9, 30, tzinfo=UTC))
    found = next_step(History((late,)), late.at, tokyo)
    assert found and found.due_at.isoformat() == "2026-11-17T18:00:00+09:00"


def test_chosen_on_a_sunday_morning_is_this_weekend_and_in_the_evening_the_next() -> None:
    sunday = day(6)
    due = [
        next_step(History((Happening(K.CHOSEN, at),)), at, SETTINGS)
        for at in (sunday, sunday.replace(hour=19))
    ]
    assert [step and step.due_at for step in due] == [evening(6), evening(13)]


def test_a_closed_question_rests_but_thanks_and_promises_stay() -> None:
    assert not assess(history(entry(K.LETTER_SENT), question_open=False), day(1), SETTINGS).in_play
    open_thanks = assess(history(BOOKED, ENDED, question_open=False), day(5), SETTINGS)
    assert open_thanks.step and open_thanks.step.kind is StepKind.RECALL


# -- the property ---------------------------------------------------------------------------------

RESTING = {K.RESTED, K.NOT_NOW, K.NEVER}
refs = st.sampled_from(["a", "b", "c"])
moments = st.floats(min_value=0, max_value=200).map(day)


@st.composite
def happenings(draw: st.DrawFn) -> list[Happening]:
    """Any journal at all: every kind, in any order, ever later."""
    entries: list[Happening] = []
    at = 0.0
    for number, kind in enumerate(draw(st.lists(st.sampled_from(list(K)), max_size=25))):
        at += draw(st.floats(min_value=0, max_value=20))
        data: dict[str, Any] = {
            "talk": draw(refs),
            "ref": draw(refs),
            "starts_at": draw(moments).isoformat(),
            "minutes": draw(st.integers(15, 90)),
            "mine": draw(st.booleans()),
            "days": draw(st.sampled_from([0, 30, 90])),
        }
        if kind in (K.AWAY, K.LATER, K.SNOOZED):
            data["until"] = draw(moments).isoformat()
        if kind is K.PROMISED:
            data["due"] = draw(moments).isoformat()
        if kind is K.RETRACTED and entries:
            data["event"] = draw(st.sampled_from(entries)).uid
        entries.append(Happening(kind, day(at), str(number), data, draw(st.booleans())))
    return entries


def may_rest(entries: list[Happening], question_open: bool) -> bool:
    """Whether resting is allowed: no question, refused, let rest, put aside, or no rhythm."""
    gone = {h.text("event") for h in entries if h.kind is K.RETRACTED}
    live = [h for h in entries if h.uid not in gone and h.kind is not K.RETRACTED]
    moves = [h.kind for h in live if h.here or h.kind in (K.DECLINED, K.NEVER)]
    starts = {K.CHOSEN, K.LETTER_SENT, K.REMINDED, K.ANSWERED, K.AWAY, K.BOUNCED, K.LATER,
              K.ACCEPTED, K.OFFERED, K.TIMES_PROPOSED, K.BOOKED}  # fmt: skip
    rested = any(kind in RESTING or kind is K.DECLINED for kind in moves)
    no_rhythm = any(h.kind is K.RHYTHM_SET and not h.data["days"] for h in live)
    return not question_open or rested or no_rhythm or not starts & set(moves)


@given(happenings(), moments, st.booleans())
def test_nobody_in_play_is_without_exactly_one_step_and_a_due_time(
    entries: list[Happening], now: datetime, question_open: bool
) -> None:
    where = assess(History(tuple(entries), question_open), now, SETTINGS)
    if where.step is None:
        assert where.more == 0
        assert may_rest(entries, question_open)
    else:
        assert where.step.due_at.tzinfo is not None


@given(happenings(), st.floats(min_value=0, max_value=300))
def test_the_answer_changes_with_time_only_at_the_moments_it_names(
    entries: list[Happening], offset: float
) -> None:
    now = day(offset)
    first = assess(History(tuple(entries)), now, SETTINGS)
    until = first.changes_at or now + timedelta(days=400)
    just_before = assess(History(tuple(entries)), until - timedelta(microseconds=1), SETTINGS)
    assert (first.stage, first.step, first.more) == (
        just_before.stage, just_before.step, just_before.more,
    )  # fmt: skip
