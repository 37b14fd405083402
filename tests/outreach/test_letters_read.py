"""The coach has nothing to warn about in a letter that the project wrote from full facts."""

import pytest

from askwell.coach import Severity, review_letter
from askwell.outreach.compose import CHANNELS, KINDS, Choices, Fact, compose
from tests.outreach.test_compose import EVERYTHING

FACTS = [Fact(name, text) for name, text in EVERYTHING.items()]


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("kind", KINDS)
def test_composed_letters_have_no_warnings(kind, channel):
    for mode in ("any", "phone", "video", "in-person"):
        letter = compose(kind, channel, FACTS, Choices(mode=mode, note_limit=300))
        text = f"Subject: {letter.subject}\n\n{letter.body}" if letter.subject else letter.body
        review = review_letter(text, kind=kind, channel=channel, facts=EVERYTHING)
        loud = [f for f in review.findings if f.level.reaches(Severity.WARN)]
        assert [(f.slug, text[f.start : f.end]) for f in loud] == []
