"""L213: a letter that is to lead to somebody does not ask for anybody."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.letters import Letter

_WORDS = "Is there somebody you think I should talk to?"


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    if letter.kind in ("intro-request", "who-do-you-know") and not letter.has("referral_ask"):
        yield Hit(letter.end, letter.end, _WORDS)


RULE = Rule(
    code="L213",
    slug="referral-missing",
    level=Severity.WARN,
    message="Say plainly whom you would like to meet.",
    reason="A hint is easily missed; one clear question can be passed on.",
    sources=("S12: NC State", "S36: Outreachy", "S61"),
    check=_check,
    must_flag=(
        Example("Hi Lee, I am looking into museum work.", {"kind": "who-do-you-know"}),
        Example("Hi Lee, Dana Roe has an interesting job.", {"kind": "intro-request"}),
        Example("Hi Lee, how are you? I think about maps a lot.", {"kind": "who-do-you-know"}),
    ),
    must_pass=(
        Example("Hi Lee, do you know anyone who works in a museum?", {"kind": "who-do-you-know"}),
        Example("Hi Lee, could you introduce me to Dana Roe?", {"kind": "intro-request"}),
        Example("Hi Lee, I would like to learn about museums.", {"kind": "request"}),
    ),
)
