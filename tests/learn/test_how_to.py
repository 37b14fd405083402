"""The how-to pages are short, whole and reachable, and lead into the app."""

import re

import pytest
from django.urls import reverse
from django.utils.html import escape

from askwell.learn import words
from askwell.learn.pages import SECTIONS, page, pages
from askwell.learn.words import STAGES
from askwell.plumbing import content
from tests.support.sample import fill

SLUGS = [
    "what-it-is",
    "my-question",
    "finding-people",
    "asking",
    "a-date",
    "questions",
    "the-talk",
    "thanks-and-after",
    "what-i-heard",
    "staying-in-touch",
]
PARTS = ["One that does not work", "Check list", "Where the numbers come from"]


def test_there_is_one_page_per_stage_in_order():
    assert [p.slug for p in pages() if p.is_main] == SLUGS
    assert [p.stage for p in pages() if p.is_main] == list(STAGES)


def test_every_page_stands_in_a_section():
    assert {p.section for p in pages()} <= set(SECTIONS)
    assert all(p.stage in {"", *STAGES} for p in pages())


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_is_short_and_has_all_its_parts(slug):
    html = page(slug).html
    words = re.sub(r"<[^>]+>", " ", html).split()
    assert 250 <= len(words) <= 450
    headings = re.findall(r"<h2>(.*?)</h2>", html)
    assert headings[-3:] == PARTS
    assert any(heading.startswith("A good") for heading in headings)
    assert html.count("<blockquote>") == 2
    check_list = html.split("<h2>Check list</h2>")[1].split("<h2>")[0]
    assert check_list.count("<li>") == 4


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_holds_only_the_tags_of_running_text(slug):
    tags = set(re.findall(r"</?([a-z0-9]+)", page(slug).html))
    assert tags <= {"p", "h2", "ol", "ul", "li", "blockquote", "em", "strong"}


@pytest.mark.parametrize("slug", SLUGS)
def test_pages_lead_on(slug):
    ways = page(slug).go
    assert any(way.url != "learn:page" for way in ways)
    known = {p.slug for p in pages()}
    assert all(way.slug in known for way in ways if way.url == "learn:page")


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_is_shown(owner, slug):
    answer = owner.get(reverse("learn:page", args=[slug]))
    assert answer.status_code == 200
    assert page(slug).html in answer.content.decode()


def test_the_index_names_every_page(owner):
    answer = owner.get(reverse("learn:index")).content.decode()
    assert all(reverse("learn:page", args=[slug]) in answer for slug in SLUGS)


def test_an_unknown_page_is_not_found(owner):
    assert owner.get("/how-to/nothing/").status_code == 404


def test_pages_are_only_read(owner):
    assert owner.post(reverse("learn:index")).status_code == 405


def test_a_visitor_who_is_not_signed_in_is_sent_to_the_door(client):
    assert client.get(reverse("learn:index")).status_code == 302


def test_the_nearest_language_is_read():
    assert content.languages_tried("pt-br") == ("pt-br", "pt", "en")
    assert pages("xx") == pages("en")


def test_missing_content_is_a_mistake_of_the_package():
    with pytest.raises(FileNotFoundError):
        content.text("askwell.learn", "nothing.md")


def test_facts_and_questions_stand_on_the_page_of_their_stage(cast, owner):
    fill(cast.workspace, cast.owner)
    shown = owner.get(reverse("learn:page", args=["asking"])).content.decode()
    facts = [fact for fact in words.facts() if fact.stage == "asking"]
    questions = [asked for asked in words.review_questions() if asked.stage == "asking"]
    assert all(escape(fact.source) in shown for fact in facts)
    assert all(f"<summary>{escape(asked.question)}</summary>" in shown for asked in questions)
    assert reverse("learn:study") + "?stage=asking" in shown


def test_the_glossary_has_every_term_and_leads_on(owner):
    shown = owner.get(reverse("learn:glossary")).content.decode()
    for term in words.glossary():
        assert f'id="{term.id}"' in shown
        assert all(f'href="#{other}"' in shown for other in term.see_also)
