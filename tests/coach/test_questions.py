"""Questions: the hard cases, how items are found, the JSON form, the set, rewrites, configuration."""

import json
from pathlib import Path

import pytest

from askwell.coach import Config, Severity, apply_fixes, read_config, review_questions

DATA = Path(__file__).parent / "data"


def item(text, **options):
    return review_questions(text, **options).items[0]


def codes(text, **options):
    return [finding.code for finding in review_questions(text, **options).findings]


# Playbook §8: number, text, openness, off-limits, double, look-it-up, exempt.
HARD_CASES = [
    (1, "I'd love to hear about your path.", "open", "none", False, False, False),
    (1, "I'm curious how you got here", "open", "none", False, False, False),
    (1, "I wonder how you decide what to build.", "open", "none", False, False, False),
    (1, "Walk me through a typical day", "open", "none", False, False, False),
    (
        2,
        "Would you mind telling me how you got started?",
        "indirect-open",
        "none",
        False,
        False,
        False,
    ),
    (3, "Is this role rewarding?", "closed", "none", False, False, False),
    (4, "What is the salary range?", "closed", "salary", False, False, False),
    (
        5,
        "How is compensation structured in this field generally?",
        "open",
        "salary",
        False,
        False,
        False,
    ),
    (6, "What's a typical entry-level salary?", "closed", "salary", False, False, False),
    (7, "How do you make money?", "open", "none", False, True, False),
    (
        8,
        "If you didn't have to work for money, what would you do?",
        "open",
        "none",
        False,
        False,
        False,
    ),
    (9, "Are you profitable?", "closed", "none", False, True, False),
    (
        10,
        "is there a benefit of using ChatGPT in your work?",
        "closed",
        "none",
        False,
        False,
        False,
    ),
    (11, "What are the benefits of networking?", "open", "none", False, False, False),
    (12, "What does work-life balance mean here?", "open", "none", False, False, False),
    (13, "What is your policy on working from home?", "open", "none", False, False, False),
    (14, "How much freedom do developers have?", "open", "none", False, False, False),
    (15, "How much time do you spend in meetings?", "closed", "none", False, False, False),
    (15, "How often do you travel?", "closed", "none", False, False, False),
    (15, "How long did the training take?", "closed", "none", False, False, False),
    (16, "What was your first job?", "closed", "none", False, True, False),
    (16, "What other roles have you worked in?", "closed", "none", False, True, False),
    (17, "What do you do?", "open", "none", False, False, False),
    (18, "Do you have any advice for a beginner?", "indirect-open", "none", False, False, False),
    (18, "Any reading you'd suggest?", "indirect-open", "none", False, False, False),
    (19, "Is there anyone else I should talk to?", "closed", "none", False, False, True),
    (20, "Can I use your name when I contact them?", "closed", "none", False, False, True),
    (
        21,
        "If you knew of an opening, would you consider me or refer me?",
        "closed",
        "job-ask",
        False,
        False,
        False,
    ),
    (
        22,
        "What are the most effective strategies for seeking a job in this field?",
        "open",
        "none",
        False,
        False,
        False,
    ),
    (
        23,
        "When you hire a new graduate, what do you look for?",
        "open",
        "none",
        False,
        False,
        False,
    ),
    (23, "Are you hiring?", "closed", "job-ask", False, False, False),
    (
        24,
        "How can I stand out in the intern process at your company?",
        "open",
        "job-ask",
        False,
        False,
        False,
    ),
    (
        25,
        "What skills, abilities and attributes does it take?",
        "open",
        "none",
        False,
        False,
        False,
    ),
    (25, "What are the rewards and challenges of the job?", "open", "none", True, False, False),
    (26, "What was your path; what steps did you take?", "open", "none", False, False, False),
    (26, "What do you like about it? Why?", "open", "none", False, False, False),
    (
        27,
        "According to my research most labs live on grants. Is that accurate? Does it differ by company?",
        "closed",
        "none",
        True,
        False,
        False,
    ),
    (28, "You like this in green, right?", "closed", "none", False, False, False),
    (
        29,
        "So how does... how do you, you know, when did you put your first toe in tech?",
        "open",
        "none",
        False,
        False,
        False,
    ),
    (30, "Tabs or spaces?", "closed", "none", False, False, False),
    (30, "Any plans to change languages?", "closed", "none", False, False, False),
    (30, "Most challenging?", "open", "none", False, False, False),
    (
        31,
        "Are you family friendly? Do you offer flexible hours?",
        "closed",
        "none",
        True,
        False,
        False,
    ),
    (31, "Are you planning on having children?", "closed", "personal", False, False, False),
    (
        32,
        "Do you want to share, how old is your kid...?",
        "closed",
        "personal",
        False,
        False,
        False,
    ),
    (
        33,
        "Could you tell me how much you made in your last role?",
        "indirect-open",
        "salary",
        False,
        False,
        False,
    ),
    (34, "I saw your team launched X. What surprised you?", "open", "none", False, False, False),
]


@pytest.mark.parametrize(
    ("number", "text", "openness", "limits", "double", "lookup", "exempt"), HARD_CASES
)
def test_hard_cases(number, text, openness, limits, double, lookup, exempt):
    found = item(text)
    assert (
        found.openness, found.offlimits, found.multi_barrelled, found.googleable, found.exempt
    ) == (openness, limits, double, lookup, exempt)  # fmt: skip


def test_strength_tells_the_person_from_the_field():
    assert item("How much do you make?").strength == "hard"
    assert item("What is the salary range at your company?").strength == "hard"
    assert item("What salary can a beginner in this field expect?").strength == "borderline"
    assert item("What do you enjoy?").strength is None


@pytest.mark.parametrize(
    "text",
    [
        "What is your least favourite part?",
        "What frustrates you most?",
        "What would make you quit?",
    ],
)
def test_negative_sounding_questions_are_fine(text):
    assert not codes(text)


def test_a_beginners_question_gets_a_sharper_version_and_no_error():
    finding = item("What was your major?").findings[0]
    assert finding.level is Severity.WARN
    assert finding.suggestion == "How did your studies prepare you for this work?"


def test_json_form():
    review = review_questions("- Is this role rewarding?\n")
    document = json.loads(json.dumps(review.as_dict()))
    assert document["schema"] == 1
    first = document["items"][0]
    assert list(first) == [
        "line", "text", "openness", "topic", "offlimits", "strength", "multi_barrelled", "googleable",
        "exempt", "findings",
    ]  # fmt: skip
    assert document["set"] == {"open_share": 0.0, "findings": []}
    assert list(first["findings"][0]) == [
        "code", "slug", "level", "start", "end", "message", "reason", "suggestion", "source",
    ]  # fmt: skip


def test_one_question_per_line_bullets_numbers_and_headings():
    text = "# My list\n\n1. What do you do?\n- [ ] How did you start?\n  * Who else should I talk to?\nQuestions about money:\nWhat surprised you?\n"
    found = review_questions(text).items
    assert [(one.line, one.text) for one in found] == [
        (3, "What do you do?"),
        (4, "How did you start?"),
        (5, "Who else should I talk to?"),
        (7, "What surprised you?"),
    ]


def test_a_wrapped_bullet_is_one_question():
    text = "- What do you wish\n  you had known?\n- What changed?"
    assert [one.line for one in review_questions(text).items] == [1, 3]


def test_prose_gives_its_questions():
    text = "We will meet on Monday. What do you do all day? I like it. How did you start? What changed? Who else should I ask?"
    assert [one.text for one in review_questions(text).items] == [
        "What do you do all day?",
        "How did you start?",
        "What changed?",
        "Who else should I ask?",
    ]


def test_nothing_to_review():
    review = review_questions("\n# Only a heading\n")
    assert (review.items, review.open_share, review.findings) == ((), None, ())


def test_offsets_point_into_the_text_as_given():
    text = "😀 notes\n\n- “How much do you make?” she asked\n"
    finding = next(f for f in review_questions(text).findings if f.code == "Q102")
    assert text[finding.start : finding.end] == "How much do you make"


def test_a_very_long_item_is_read_around_its_question():
    text = "I was thinking about many things today and then more. " * 60 + "How much do you make?"
    found = item(text)
    assert (found.offlimits, found.openness) == ("salary", "closed")
    finding = next(f for f in found.findings if f.code == "Q102")
    assert text[finding.start : finding.end] == "How much do you make"


def test_closing_questions_do_not_count_in_the_open_share():
    text = "How did you start?\nWhat changed?\nMay I use your name?\nIs there anyone else I should talk to?"
    assert review_questions(text).open_share == 1.0


def test_minutes_agreed():
    assert "Q202" in codes("\n".join(f"What happened in year {n}?" for n in range(12)), minutes=15)
    assert "Q202" not in codes(
        "\n".join(f"What happened in year {n}?" for n in range(6)), minutes=20
    )


def test_hypotheses():
    asked = "How did you start?\nWhat surprised you?\nWhat changed?"
    assert "Q208" in codes(asked, hypotheses=["Travel would tire me"])
    assert "Q208" not in codes(
        asked + "\nHow is the travelling?", hypotheses=["Travel would tire me"]
    )


def test_safe_fixes_are_applied_and_stay_applied():
    text = "- Is this role rewarding?\n- What do you like and dislike about it?\n- How much do you make?\n"
    once = apply_fixes(text, review_questions(text).findings)
    assert once == (
        "- What do you find rewarding about this role?\n- What do you like about it?\n"
        "- What do you dislike about it?\n- How much do you make?\n"
    )
    assert apply_fixes(once, review_questions(once).findings) == once


def test_every_rewrite_is_an_open_question():
    lines = (DATA / "questions.jsonl").read_text("utf-8").splitlines()[::4]
    for row in map(json.loads, lines):
        for finding in item(row["text"]).findings:
            if finding.code == "Q101" and finding.fix:
                again = item(finding.fix.text)
                assert again.openness == "open", (row["text"], finding.fix.text)
                assert again.offlimits == "none", (row["text"], finding.fix.text)


def test_levels_numbers_select_and_ignore():
    text = "Is this role rewarding?"
    assert codes(text, config=Config(ignore=("Q101",))) == []
    assert codes(text, config=Config(select=("Q105",))) == []
    louder = read_config({"rules": {"Q101": {"level": "error"}}})
    assert item(text, config=louder).findings[0].level is Severity.ERROR
    named = read_config({"rules": {"closed-question": {"level": "off"}}})
    assert codes(text, config=named) == []
    short = read_config({"rules": {"Q113": {"words": 3}}})
    assert "Q113" in codes("What surprised you most of all?", config=short)


def test_comments_silence_rules():
    assert codes("Is this role rewarding?  # askwell: ignore Q101") == []
    assert codes("Is this role rewarding?  # askwell: ignore") == []
    assert codes("<!-- askwell: ignore Q101 -->\nIs this role rewarding?") == []
    assert codes("Is this role rewarding?\n# askwell: ignore Q105") == ["Q101"]
    assert item("Is it fun?  # askwell: ignore Q101").text == "Is it fun?"


def test_what_is_good_is_said():
    review = review_questions("What surprised you?\nHow did you start?\nWho else should I talk to?")
    assert "You ask who else to talk to." in review.good
    assert review.items[0].good
    assert not item("How much do you make?").good


def test_a_message_can_be_translated():
    text = "\n".join(f"What happened in year {n}?" for n in range(12))
    finding = next(f for f in review_questions(text, minutes=15).findings if f.code == "Q202")
    assert finding.template.format_map(finding.params) == finding.message
    assert finding.params == {"count": 12, "minutes": 15}


def test_a_question_that_comes_again_keeps_its_own_place():
    text = "Is this role rewarding?\nWhat surprised you?\nIs this role rewarding?\n"
    first, _, again = review_questions(text).items
    assert (again.line, again.start, again.findings[0].start) == (3, 44, 44)
    assert again.findings[0].fix.start == 44
    assert first.findings[0].fix.start == 0


def test_the_bars_are_reached():
    from bench.coach_score import BARS, development, score

    parts = development()
    figures, _ = score([*parts["held out"], *parts["development"][::6]])
    for figure, bar in BARS.items():
        value = figures[figure]
        assert value <= bar if figure.endswith("alarms") else value >= bar, (figure, value)


def test_the_development_set_is_large_and_its_parts_are_apart():
    texts = {
        name: {json.loads(line)["text"] for line in (DATA / name).read_text("utf-8").splitlines()}
        for name in ("questions.jsonl", "questions_heldout.jsonl")
    }
    assert len(texts["questions.jsonl"]) >= 800
    assert len(texts["questions_heldout.jsonl"]) >= 200
    assert not texts["questions.jsonl"] & texts["questions_heldout.jsonl"]
