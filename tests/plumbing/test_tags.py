"""Template tags: what a page gets to see."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django import forms
from django.template import Context, Template
from django.utils import timezone

from askwell.plumbing.distance import day_words, distance_words


class Person(forms.Form):
    name = forms.CharField(label="First name", help_text="A first name is enough.")
    email = forms.EmailField(label="E-mail", required=False)
    how = forms.ChoiceField(
        choices=[("a", "Classmate")], widget=forms.RadioSelect, required=False, label="How"
    )


def page(source: str, **context: object) -> str:
    return Template("{% load askwell %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (2, "in 2 days"),
        (-13, "13 days ago"),
        (14, "in 2 weeks"),
        (-90, "3 months ago"),
        (800, "in 2 years"),
    ],
)
def test_distance_is_said_as_people_say_it(days: int, words: str) -> None:
    today = date(2026, 3, 1)
    assert distance_words(today + timedelta(days), today) == words


def test_another_year_is_named() -> None:
    assert day_words(date(2026, 12, 3), date(2026, 1, 1)) == "Thu 3 Dec"
    assert day_words(date(2027, 12, 3), date(2026, 1, 1)) == "Fri 3 Dec 2027"


def test_when_shows_both_clocks_only_if_they_differ() -> None:
    moment = datetime(2031, 12, 3, 10, 0, tzinfo=UTC)
    with timezone.override("Europe/London"):
        far = page('{% when moment zone="Asia/Tokyo" %}', moment=moment)
        near = page('{% when moment zone="Europe/Lisbon" %}', moment=moment)
    assert "10:00 (their 19:00)" in far
    assert 'datetime="2031-12-03T10:00:00+00:00"' in far
    assert "their" not in near


def test_when_names_their_day_if_it_is_another_one() -> None:
    moment = datetime(2031, 12, 3, 20, 0, tzinfo=UTC)
    assert "20:00 (her Thu 05:00)" in page(
        '{% when moment zone="Asia/Tokyo" their="her" %}', moment=moment
    )


def test_field_ties_label_hint_and_error_to_the_control() -> None:
    html = page('{% field form.name autocomplete="given-name" %}', form=Person({"name": ""}))
    assert re.search(r"<label for=\"id_name\">\s*First name", html)
    assert 'autocomplete="given-name"' in html
    assert 'aria-invalid="true"' in html
    for part in ("id_name_helptext", "id_name_error"):
        assert f'id="{part}"' in html
        assert part in html.split("aria-describedby=")[1].split(">")[0]


def test_choices_are_a_fieldset_with_a_legend() -> None:
    html = page("{% field form.how %}", form=Person())
    assert "<fieldset" in html
    assert "<legend>How" in html


def test_errors_are_summed_up_with_links() -> None:
    html = page("{% form_errors form %}", form=Person({"name": "", "email": "x@"}))
    assert 'href="#id_name"' in html
    assert 'href="#id_email"' in html
    assert page("{% form_errors form %}", form=Person()).strip() == ""


def test_icons_say_nothing_unless_they_stand_alone() -> None:
    assert 'aria-hidden="true"' in page('{% icon "mail" %}')
    assert 'aria-label="Find"' in page('{% icon "search" "Find" %}')


def test_nav_is_silent_about_pages_that_do_not_exist() -> None:
    assert page('{% nav "nowhere:at-all" as url %}[{{ url }}]') == "[]"
