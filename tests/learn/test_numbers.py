"""Every number of the practice – a number with what it counts – has somebody who says so."""

import re

import pytest

from askwell.learn import words
from askwell.learn.pages import pages

TEENS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
NAMED = {name: value for value, name in enumerate(TEENS.split(), 1)}
NAMED |= {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "hundred": 100}
ONE = rf"(?<![\w-])(?:\d[\d,.]*\d|\d|{'|'.join(sorted(NAMED, key=len, reverse=True))})"
CLAIM = re.compile(
    rf"({ONE})(?:(?: to |–|-| or | and )({ONE}))?(?: million)?[ -]"
    r"(?:(?:working|business|open|good|real|full|short|more|easy)[ -])*"
    r"(%|percent|second|minute|hour|day|week|month|year|word|question|sentence|talk|letter|people|"
    r"person|e-mail|character)s?\b",
    re.IGNORECASE,
)
WHERE = "## Where the numbers come from"
# One and two are small talk.
SMALL = {"1", "2"}


def value(number: str) -> str:
    return str(NAMED.get(number.lower(), number.replace(",", "")))


def claims(text: str) -> set[tuple[str, str]]:
    """Numbers with what they count: "20 to 30 minutes" makes two."""
    found = set()
    for low, high, unit in CLAIM.findall(text):
        found |= {(value(number), unit.lower()) for number in (low, high) if number}
    return {claim for claim in found if claim[0] not in SMALL}


def numbers(text: str) -> set[str]:
    return {value(word) for word in re.findall(r"\d[\d,.]*\d|\d|[a-z]+", text.lower())}


def told(markdown: str) -> str:
    """A page without its examples, which are stories."""
    lines = markdown.partition(WHERE)[0].splitlines()
    return "\n".join(line for line in lines if not line.startswith(">"))


def sourced() -> set[tuple[str, str]]:
    """What a fact, a card with a source, or a page with its last section stands for."""
    facts = [f"{fact.text} {fact.source}" for fact in words.facts()]
    cards = [f"{card.front} {card.back}" for card in words.cards() if card.source]
    texts = [page.markdown for page in pages()]
    return {claim for text in (*facts, *cards, *texts) for claim in claims(text)}


def test_claims_are_seen():
    assert claims("Ask for 20 to 30 minutes, after seven working days.") == {
        ("20", "minute"), ("30", "minute"), ("7", "day"),
    }  # fmt: skip


EXPLAINED = [page for page in pages() if page.section != "reference"]


@pytest.mark.parametrize("page", EXPLAINED, ids=lambda page: page.slug)
def test_numbers_of_a_page_are_explained_on_it_or_by_a_fact(page):
    known = {claim for fact in words.facts() for claim in claims(f"{fact.text} {fact.source}")}
    known |= {c for card in words.cards() if card.source for c in claims(card.front + card.back)}
    explained = numbers(page.markdown.partition(WHERE)[2])
    left = {c for c in claims(told(page.markdown)) if c not in known and c[0] not in explained}
    assert left == set()


def test_a_page_to_look_things_up_names_who_says_each_number():
    for page in pages():
        if page.section == "reference":
            for entry in re.split(r"\n(?=- )", told(page.markdown)):
                assert not claims(entry) or re.search(r"\b[A-Z]\w+(?: \w+)*:|\([A-Z]", entry), entry


def test_numbers_of_cards_questions_and_terms_are_those_with_a_source():
    known = sourced()
    texts = {card.id: f"{card.front} {card.back}" for card in words.cards() if not card.source}
    texts |= {asked.id: asked.answer for asked in words.review_questions()}
    texts |= {term.id: term.meaning for term in words.glossary()}
    # What a question tells is a story; its answer may speak of that.
    stories = {asked.id: numbers(asked.question) for asked in words.review_questions()}
    left = {
        name: {c for c in claims(text) - known if c[0] not in stories.get(name, ())}
        for name, text in texts.items()
    }
    assert {name: some for name, some in left.items() if some} == {}
