"""Every rule keeps its promises: codes, levels, sources, and its own examples."""

import re

import pytest

from askwell import coach
from askwell.coach import RULES, Severity
from askwell.coach.rule import Example

REVIEWS = {
    "questions": "review_questions",
    "letters": "review_letter",
    "transcripts": "review_transcript",
    "agendas": "review_agenda",
}
MAY_BE_ERRORS = {"pay", "job", "blank", "private", "sent", "consent"}


def findings(rule, example):
    example = example if isinstance(example, Example) else Example(example)
    config = coach.Config(select=(rule.code,))
    review = getattr(coach, REVIEWS[rule.family])
    return [f.code for f in review(example.text, **example.options, config=config).findings]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_flags_its_examples_and_passes_the_others(rule):
    assert len(rule.must_flag) >= 3 and len(rule.must_pass) >= 3
    missed = [example for example in rule.must_flag if rule.code not in findings(rule, example)]
    wrong = [example for example in rule.must_pass if rule.code in findings(rule, example)]
    assert (missed, wrong) == ([], [])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_why_and_who_says_so(rule):
    assert re.fullmatch(r"[QLTA]\d{3}", rule.code)
    assert re.fullmatch(r"[a-z][a-z-]+", rule.slug)
    assert rule.message and rule.reason and rule.sources
    assert isinstance(rule.level, Severity)


def test_codes_and_slugs_are_used_once():
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({(rule.family, rule.slug) for rule in RULES}) == len(RULES)


def test_retired_codes_are_not_used_again():
    retired: set[str] = set()
    assert not retired & {rule.code for rule in RULES}
