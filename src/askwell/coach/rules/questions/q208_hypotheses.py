"""Q208: nothing in the questions tests what the seeker believes so far."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.items import QuestionSet
from askwell.coach.text.tokens import Text, word_set

_IDLE = word_set(
    "a an the of to in on for at with and or is are was were do does did you your what how "
    "would could can me about it this that i have has be like most so my need needs people "
    "work works job they there not no if more less than will want enough think believe really "
    "very good who from into as by get field"
)
_STEM = 5


def _check(whole: QuestionSet, numbers: Numbers) -> Iterator[Hit]:
    if len(whole.items) < numbers["least"]:
        return
    asked = _stems(whole.text)
    for hypothesis in whole.hypotheses:
        wanted = _stems(Text(hypothesis))
        if wanted and not wanted & asked:
            words = (
                f"What have you seen that speaks for or against this: {hypothesis.rstrip('.?! ')}?"
            )
            end = len(whole.text.raw)
            yield Hit(end, end, words, params={"hypothesis": hypothesis})


def _stems(text: Text) -> set[str]:
    return {word[:_STEM] for word in text.vocabulary - _IDLE}


_THREE = "How did you start?\nWhat surprised you?\nWhat would you tell a beginner?"

RULE = Rule(
    code="Q208",
    slug="tie-to-belief",
    level=Severity.INFO,
    message="No question tests what you believe so far: “{hypothesis}”.",
    reason="A talk changes a belief only when the belief is put to the test.",
    sources=("S34: Saylor, Six Steps",),
    check=_check,
    scope="set",
    numbers={"least": 3},
    false_alarms="The belief may be tested in other words than it is written in.",
    must_flag=(
        Example(_THREE, {"hypotheses": ("I need a master's degree",)}),
        Example(_THREE, {"hypotheses": ("The travel would wear me out",)}),
        Example(_THREE, {"hypotheses": ("Most nurses burn out early",)}),
    ),
    must_pass=(
        Example(
            _THREE + "\nHow important is a master's degree?",
            {"hypotheses": ("I need a master's degree",)},
        ),
        Example(
            _THREE + "\nWhat is the travel like?", {"hypotheses": ("The travel would wear me out",)}
        ),
        Example(_THREE),
    ),
)
