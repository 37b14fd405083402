"""Any text at all: offsets stay inside, nothing breaks, time stays linear."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.coach import review_questions
from askwell.coach.text.mail import split_mail
from askwell.coach.text.questions import openness, question_spans
from askwell.coach.text.sentences import sentences
from askwell.coach.text.tokens import Text, count_words, utf16_length, without_stage_directions

PIECES = [
    "What do you do", "?", "? ", ". ", "\n", "\n\n", "- ", "1. ", "“", "”", "’s", "…", "Dr. ", "e.g. ", "😀", "é", "中文",
    "How much do you make", "Is it hard", "and", ", ", "[company]", "(laughs)", "00:12 ", "I'd love to hear", "X. What",
    "# askwell: ignore Q101", "\t", "\r\n", "Hi Dana,\n", "Best,\nSam", "> old", "\u2028", "\x00", "or",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=9).map("".join)
FAST = settings(max_examples=25, deadline=None)


@FAST
@given(TEXTS)
def test_findings_and_fixes_lie_inside_the_text(text):
    review = review_questions(text, minutes=20, hypotheses=["a belief"])
    for finding in review.findings:
        assert 0 <= finding.start <= finding.end <= len(text)
        if finding.fix:
            assert 0 <= finding.fix.start <= finding.fix.end <= len(text)
    for item in review.items:
        assert text[item.start : item.end] == item.text or "askwell" in text
        assert item.openness in ("open", "indirect-open", "closed")


@FAST
@given(TEXTS)
def test_sentences_are_in_order_and_trimmed(text):
    last = 0
    for start, end in sentences(text):
        assert last <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
        last = end


@FAST
@given(TEXTS)
def test_reading_keeps_lengths(text):
    assert len(Text(text).plain) == len(text)
    assert len(without_stage_directions(text)) == len(text)
    assert len(Text(text).words) == len(Text(text).spans)
    assert utf16_length(text) >= len(text)
    parts = split_mail(text)
    assert 0 <= parts.greeting[0] <= parts.body[0] <= parts.body[1] <= len(text)


@pytest.mark.parametrize(
    "piece",
    [
        "can you help me get a ",
        "put me in touch with ",
        "so, um, like, ",
        "know of any ",
        "? ",
        "Hi a, ",
        "the best and the worst ",
        "é ",
    ],
)
def test_no_text_of_100_kb_takes_half_a_second(piece):
    text = (piece * (100_000 // len(piece) + 1))[:100_000] + "?"
    for read in (review_questions, openness, question_spans, count_words, split_mail):
        start = time.process_time()
        read(text)
        assert time.process_time() - start < 0.5, read.__name__


def test_time_grows_with_the_length_alone():
    lines = "How did you come to work on machine number {}, and what surprised you about it?\n"

    def took(count):
        text = "".join(lines.format(n) for n in range(count))
        start = time.process_time()
        review_questions(text)
        return time.process_time() - start

    took(40)  # patterns are compiled on first use
    # Ten times as long; were it quadratic, a hundred. Other work on the machine may slow one of them.
    assert min(took(400) for _ in range(2)) < min(took(40) for _ in range(3)) * 10 * 4
