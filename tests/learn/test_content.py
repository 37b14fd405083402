"""What the how-to says can be followed, checked and read: links, codes, sources, plain words."""

import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from askwell import coach
from askwell.learn import characters, words
from askwell.learn.pages import PACKAGE, pages
from askwell.plumbing import content

ROOT = Path(content.__file__).parents[1] / "learn" / "content" / "en"
TOOL = Path(__file__).resolve().parents[2] / "tools" / "practice_docs.py"
TABLES = sorted(ROOT.rglob("*.toml"))
TEXTS = sorted(ROOT.rglob("*.md"))
GRADE = 9
READING_LEVEL = coach.Config(
    select=("L231",), numbers={"L231": {"grade": GRADE, "words": 12, "letters": 0}}
)
CODES = {rule.code for rule in coach.RULES}
NUMBER = re.compile(r"\d")
NEVER_ON_SCREEN = re.compile(r"\b(?:seekers?|professionals?|funnels?)\b", re.IGNORECASE)


def entries(path: Path) -> Iterator[dict[str, Any]]:
    """The tables of a file, whatever they are called."""
    for rows in tomllib.loads(path.read_text(encoding="utf-8")).values():
        if isinstance(rows, list) and isinstance(rows[0], dict):
            yield from rows


def prose(path: Path) -> str:
    """The running text of a file, one paragraph for each of its parts."""
    if path.suffix == ".toml":
        rows = [entry.values() for entry in entries(path)]
        told = [value for row in rows for value in row if isinstance(value, str) and " " in value]
        return "\n\n".join(re.sub(r"[{}]", "", text) for text in told)
    text = path.read_text(encoding="utf-8").rpartition("+++\n")[2]
    text = re.sub(r"^[>\s]*(?:[-#]+ |\d+\. )?", "", text, flags=re.MULTILINE)
    return re.sub(r"_{3,}|\*", "", text)


def sentences_of(findings: tuple[coach.Finding, ...]) -> list[str]:
    """What a failing test shows."""
    return [f"{finding.code} {finding.message}" for finding in findings]


def serious(findings: tuple[coach.Finding, ...]) -> list[str]:
    """The findings that a good example must not have."""
    return sentences_of(tuple(f for f in findings if f.level.reaches(coach.Severity.WARN)))


@pytest.mark.parametrize("path", [*TEXTS, *TABLES], ids=lambda path: path.name)
def test_it_is_read_at_ease(path):
    found = coach.review_letter(prose(path), config=READING_LEVEL).findings
    assert sentences_of(found) == []


def test_the_reading_level_would_be_noticed():
    hard = "Interdisciplinary methodological considerations necessitate organisational reflection. "
    assert coach.review_letter(hard * 4, config=READING_LEVEL).findings


@pytest.mark.parametrize("path", [*TEXTS, *TABLES], ids=lambda path: path.name)
def test_words_of_the_trade_stay_out(path):
    assert NEVER_ON_SCREEN.findall(prose(path)) == []


@pytest.mark.parametrize("path", [*TEXTS, *TABLES], ids=lambda path: path.name)
def test_every_rule_that_is_named_exists(path):
    named = set(re.findall(r"\b[QLTA]\d{3}\b", path.read_text(encoding="utf-8")))
    assert named <= CODES


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.slug)
def test_every_way_out_of_a_page_is_open(page, owner):
    assert page.go
    for way in page.go:
        address = reverse(way.url, args=[way.slug] if way.slug else [])
        assert owner.get(address).status_code == 200, address


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.slug)
def test_numbers_on_a_page_say_where_they_come_from(page):
    assert page.markdown.rstrip().partition("## Where the numbers come from\n")[2].strip()


def test_every_fact_and_every_card_with_a_number_has_a_source():
    assert [fact.id for fact in words.facts() if not fact.source.strip()] == []
    shown = {card.id: f"{card.front} {card.back} {card.a} {card.b}" for card in words.cards()}
    bare = [card.id for card in words.cards() if NUMBER.search(shown[card.id]) and not card.source]
    assert bare == []


def test_numbers_in_the_class_pack_have_a_source():
    rubric = content.toml(PACKAGE, "class/rubric.toml")["criterion"]
    assert all(criterion["source"] for criterion in rubric)
    assert sum(criterion["points"] for criterion in rubric) == 100


def test_a_quiz_has_one_right_answer_and_a_reason():
    for item in content.toml(PACKAGE, "class/quiz.toml")["item"]:
        assert 1 <= item["right"] <= len(item["choices"]) == len(set(item["choices"]))
        assert item["why"]
        assert item["stage"] in words.STAGES


def test_there_is_enough_of_everything():
    kinds = Counter(card.kind for card in words.cards())
    assert len(words.facts()) >= 60
    assert len(words.review_questions()) >= 60
    assert sum(kinds.values()) >= 150
    assert min(kinds[kind] for kind in words.KINDS) >= 25
    assert {card.stage for card in words.cards()} == set(words.STAGES)
    assert {question.stage for question in words.review_questions()} == set(words.STAGES)


def test_ids_are_given_once():
    named = [entry["id"] for path in TABLES for entry in entries(path) if "id" in entry]
    assert [name for name, times in Counter(named).items() if times > 1] == []


def test_words_of_the_glossary_point_at_each_other():
    known = {term.id for term in words.glossary()}
    for term in words.glossary():
        assert set(term.see_also) <= known - {term.id}


def test_whatever_goes_wrong_in_a_talk_has_an_exercise_and_its_cards():
    exercises = content.toml(PACKAGE, "exercises.toml")["exercise"]
    answered = {code for exercise in exercises for code in exercise["rules"]}
    assert {code for code in CODES if code.startswith("T")} <= answered
    assert answered <= CODES
    people = {who.id for who in characters.characters()}
    assert {exercise.get("character", "terse") for exercise in exercises} <= people
    known = {card.id for card in words.cards()}
    assert all(set(exercise["cards"]) <= known for exercise in exercises)


def _rewrites() -> list[words.Card]:
    return [card for card in words.cards() if card.kind == words.REWRITE]


@pytest.mark.parametrize("card", _rewrites(), ids=lambda card: card.id)
def test_a_question_to_rewrite_needs_it_and_the_model_passes(card):
    asked = {finding.code for finding in coach.review_questions(card.front).findings}
    assert card.rules
    assert asked & set(card.rules)
    model = coach.review_questions(card.back)
    assert serious(model.findings) == []
    assert all(item.openness != "closed" for item in model.items)


def _better() -> list[words.Card]:
    return [card for card in words.cards() if card.kind == words.BETTER]


@pytest.mark.parametrize("card", _better(), ids=lambda card: card.id)
def test_the_better_one_has_nothing_against_it(card):
    better = card.a if card.better == "a" else card.b
    assert serious(coach.review_questions(better).findings) == []


def _letters() -> Iterator[tuple[str, str, str]]:
    kinds = {"thanks-and-after": "thanks", "staying-in-touch": "check-in"}
    for page in pages():
        good = page.markdown.partition("\n## A good")[2].partition("\n## ")[0]
        quoted = [line[1:].strip() for line in good.splitlines() if line.startswith(">")]
        greeting, _, body = " ".join(quoted).partition(", ")
        if greeting.startswith("Dear "):
            body, _, name = body.rpartition(" ")
            kind = kinds.get(page.slug, "request")
            letter = f"Subject: A question about work\n\n{greeting},\n\n{body}\n\n{name}"
            yield page.slug, kind, letter


@pytest.mark.parametrize(("slug", "kind", "letter"), [*_letters()])
def test_letters_shown_as_good_have_nothing_against_them(slug, kind, letter):
    assert serious(coach.review_letter(letter, kind=kind).findings) == []


def test_questions_shown_as_good_in_the_hand_out_are():
    handout = (ROOT / "class/handouts/5-good-questions.md").read_text(encoding="utf-8")
    good = handout.partition("## One way of opening them")[2].partition("## Test")[0]
    asked = re.findall(r"^(?:\d+\.|-) (.+\?)$", good, re.MULTILINE)
    assert len(asked) == 12
    for question in asked:
        review = coach.review_questions(question)
        assert serious(review.findings) == []
        assert review.items[0].openness != "closed"


def test_the_guide_among_the_documents_is_not_stale():
    done = subprocess.run(
        [sys.executable, TOOL, "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "")
