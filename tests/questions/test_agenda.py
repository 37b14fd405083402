"""The plan of a talk: made in one click, fits its minutes, changed without losing anything."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from askwell.explorations import operations as explorations
from askwell.plumbing.ids import new_uid
from askwell.questions import operations, selectors

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)


@pytest.fixture
def question(scope):
    return explorations.ask(scope, uid=new_uid(), topic="data journalism", now=NOW)


@pytest.fixture
def agenda(scope, question):
    return operations.new_agenda(
        scope,
        uid=new_uid(),
        title="Talk with Dana",
        minutes=30,
        exploration=question,
        now=NOW,
    )


def url(name, uid):
    return reverse(f"questions:{name}", args=[uid])


def lines(scope, agenda):
    return [item.text for item in selectors.plan(scope, agenda).items]


def test_one_click_makes_a_plan_that_fits(owner, scope, agenda):
    empty = owner.get(url("agenda", agenda.uid))
    assert "Make me a plan" in empty.content.decode()
    answer = owner.post(url("plan", agenda.uid), follow=True)
    page = answer.content.decode()
    plan = selectors.plan(scope, agenda)
    assert plan.over == 0
    assert [part.section for part in plan.parts] == ["opening", "core", "closing"]
    assert all(part.items for part in plan.parts)
    assert plan.items[0].key == "step-hello"
    assert plan.items[-1].key == "step-thanks"
    assert any(item.key == "close-who-else" for item in plan.parts[2].items)
    assert f"{plan.minutes} of 30 minutes" in page
    assert not any("{work}" in text for text in lines(scope, agenda))


@given(minutes=st.integers(min_value=10, max_value=120))
def test_a_plan_of_any_length_adds_up(minutes, cast):
    scope = cast.scope
    row = operations.new_agenda(
        scope, uid=new_uid(), title="", minutes=minutes, exploration=None, now=NOW
    )
    operations.make_plan(scope, agenda=row, work="nursing")
    plan = selectors.plan(scope, row)
    assert plan.over == 0
    assert sum(part.minutes for part in plan.parts) + plan.left == minutes
    assert len({item.position for item in plan.items}) == len(plan.items)


def test_another_plan_keeps_what_i_wrote_and_what_was_asked(scope, agenda):
    operations.make_plan(scope, agenda=agenda)
    mine = operations.add_line(scope, agenda=agenda, uid=new_uid(), text="How do you nap?")
    asked = selectors.plan(scope, agenda).parts[1].items[0]
    operations.mark_asked(scope, item=asked, asked=True, now=NOW)
    operations.make_plan(scope, agenda=agenda)
    kept = {item.uid for item in selectors.plan(scope, agenda).items}
    assert {mine.uid, asked.uid} <= kept
    assert selectors.plan(scope, agenda).over == 0


def test_another_plan_asks_other_questions(owner, scope, agenda):
    owner.post(url("plan", agenda.uid))
    first = {item.key for item in selectors.plan(scope, agenda).parts[1].items}
    owner.post(url("plan", agenda.uid))
    second = selectors.plan(scope, agenda)
    assert not first & {item.key for item in second.parts[1].items}
    assert second.over == 0
    assert second.items[-2].key == "close-who-else"


def test_questions_asked_before_come_back_so_that_answers_stand_side_by_side(scope, agenda):
    operations.make_plan(scope, agenda=agenda)
    asked = selectors.plan(scope, agenda).parts[1].items[-1]
    operations.mark_asked(scope, item=asked, asked=True, now=NOW)
    other = operations.new_agenda(
        scope, uid=new_uid(), title="", minutes=20, exploration=agenda.exploration, now=NOW
    )
    operations.make_plan(scope, agenda=other)
    assert asked.key in {item.key for item in selectors.plan(scope, other).items}


def test_my_own_words_are_added_once_and_before_the_thanks(owner, scope, agenda):
    operations.make_plan(scope, agenda=agenda)
    form = {"uid": new_uid(), "text": "What do you read?", "minutes": 4, "section": "closing"}
    owner.post(url("item_add", agenda.uid), form)
    owner.post(url("item_add", agenda.uid), form)
    texts = lines(scope, agenda)
    assert texts.count("What do you read?") == 1
    assert texts.index("What do you read?") == len(texts) - 2


def test_words_of_the_bank_are_the_banks_question(scope, agenda):
    item = operations.add_line(
        scope, agenda=agenda, uid=new_uid(), text="who else would you suggest i talk to"
    )
    assert item.key == "close-who-else"
    own = operations.add_line(scope, agenda=agenda, uid=new_uid(), text="What is odd here?")
    assert own.key == "own:what is odd here"


def test_an_empty_question_is_refused_and_the_rest_is_kept(owner, scope, agenda):
    form = {"uid": new_uid(), "text": "", "minutes": "7", "section": "core"}
    answer = owner.post(url("item_add", agenda.uid), form)
    assert answer.status_code == 422
    assert 'value="7"' in answer.content.decode()
    assert lines(scope, agenda) == []


def test_questions_move_within_their_part(owner, scope, agenda):
    operations.make_plan(scope, agenda=agenda)
    before = [item.uid for item in selectors.plan(scope, agenda).parts[1].items]
    owner.post(url("item_move", before[1]), {"way": "up"})
    after = [item.uid for item in selectors.plan(scope, agenda).parts[1].items]
    assert after[:2] == [before[1], before[0]]
    owner.post(url("item_move", after[0]), {"way": "up"})
    assert [item.uid for item in selectors.plan(scope, agenda).parts[1].items] == after
    owner.post(url("item_move", after[0]), {"way": "down"})
    assert [item.uid for item in selectors.plan(scope, agenda).parts[1].items] == before


def test_a_line_changes_words_minutes_and_part(owner, scope, agenda):
    operations.make_plan(scope, agenda=agenda)
    item = selectors.plan(scope, agenda).parts[1].items[0]
    page = owner.get(url("item_edit", item.uid)).content.decode()
    assert item.text.split()[0] in page
    form = {"text": "What made you stay?", "minutes": 9, "section": "closing"}
    owner.post(url("item_edit", item.uid), form)
    item.refresh_from_db()
    assert (item.text, item.minutes, item.section) == ("What made you stay?", 9, "closing")
    assert item.key == "own:what made you stay"
    wrong = owner.post(url("item_edit", item.uid), form | {"minutes": "many"})
    assert wrong.status_code == 422
    assert "What made you stay?" in wrong.content.decode()


def test_too_many_minutes_are_said_kindly(owner, scope, agenda):
    operations.make_plan(scope, agenda=agenda)
    operations.add_line(scope, agenda=agenda, uid=new_uid(), text="And all of it?", minutes=20)
    page = owner.get(url("agenda", agenda.uid)).content.decode()
    plan = selectors.plan(scope, agenda)
    assert plan.over > 0
    assert f"{plan.over} minutes too many" in page


def test_a_line_taken_off_comes_back_with_undo(owner, scope, agenda):
    operations.make_plan(scope, agenda=agenda)
    item = selectors.plan(scope, agenda).parts[1].items[0]
    undo = operations.remove_line(scope, item=item, now=NOW)
    assert item.text not in lines(scope, agenda)
    owner.post(undo)
    assert item.text in lines(scope, agenda)


def test_with_htmx_the_plan_alone_comes_back(owner, scope, agenda):
    answer = owner.post(url("plan", agenda.uid), headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "<html" not in page
    assert "of 30 minutes" in page


def test_a_question_of_the_bank_is_taken_once(owner, scope, agenda):
    for _again in range(2):
        owner.post(url("item_take", agenda.uid), {"key": "skill-nobody-teaches"})
    assert [i.key for i in selectors.plan(scope, agenda).items] == ["skill-nobody-teaches"]
    gone = owner.post(url("item_take", agenda.uid), {"key": "no-such-question"})
    assert gone.status_code == 422


def test_suggestions_say_what_is_good_first_and_at_most_three(owner, scope, agenda):
    for text in (
        "Do you like it?",
        "Is it fun?",
        "How much do you earn?",
        "Are you hiring?",
        "What does a normal week look like?",
    ):
        operations.add_line(scope, agenda=agenda, uid=new_uid(), text=text)
    page = owner.get(url("agenda", agenda.uid)).content.decode()
    assert page.count('class="note') <= 6
    assert "Better not here" in page
    assert "Q10" not in page
    assert "Use these words" in page


def test_not_here_is_remembered_with_its_reason(owner, scope, agenda):
    text = "How much do you earn?"
    item = operations.add_line(scope, agenda=agenda, uid=new_uid(), text=text)
    other = operations.add_line(scope, agenda=agenda, uid=new_uid(), text="What do you earn?")
    page = owner.get(url("agenda", agenda.uid)).content.decode()
    assert "asks what somebody earns" in page and "Not here, because" in page
    aside = {"slug": "personal-pay", "item": str(item.uid), "reason": "she asked me to ask"}
    for _twice in range(2):
        answer = owner.post(url("not_here", agenda.uid), aside, follow=True)
        assert answer.status_code == 200
    assert f"“{text}”" not in answer.content.decode()
    assert f"“{other.text}”" in answer.content.decode()
    agenda.refresh_from_db()
    assert agenda.dismissed == [aside]
    fragment = owner.post(
        url("not_here", agenda.uid),
        aside | {"item": str(other.uid)},
        headers={"HX-Request": "true"},
    )
    assert "asks what somebody earns" not in fragment.content.decode()


def test_a_made_plan_gets_kind_words(owner, scope, agenda):
    operations.make_plan(scope, agenda=agenda)
    assert 'class="note good"' in owner.get(url("agenda", agenda.uid)).content.decode()


def test_suggestions_come_while_typing_and_keep_nothing(owner, scope):
    address = reverse("questions:suggestions")
    closed = owner.post(address, {"text": "Do you like your job?"}).content.decode()
    assert "Perhaps:" in closed
    assert "<form" not in closed
    fine = owner.post(address, {"text": "What surprised you in your first year?"})
    assert 'class="note good"' in fine.content.decode()
    assert owner.post(address, {"text": " "}).content.decode().strip() == ""


def test_the_plan_page_costs_the_same_with_many_lines(
    owner, scope, agenda, django_assert_max_num_queries
):
    operations.make_plan(scope, agenda=agenda)
    with django_assert_max_num_queries(12) as used:
        owner.get(url("agenda", agenda.uid))
    few = len(used)
    for number in range(15):
        operations.add_line(scope, agenda=agenda, uid=new_uid(), text=f"What about {number}?")
    with django_assert_max_num_queries(few):
        owner.get(url("agenda", agenda.uid))


def test_another_notebook_is_another_world(stranger, scope, agenda):
    operations.make_plan(scope, agenda=agenda)
    item = selectors.plan(scope, agenda).items[0]
    assert stranger.get(url("agenda", agenda.uid)).status_code == 404
    for name, uid in (
        ("plan", agenda.uid),
        ("item_add", agenda.uid),
        ("item_take", agenda.uid),
        ("item_edit", item.uid),
        ("item_move", item.uid),
        ("item_remove", item.uid),
        ("not_here", agenda.uid),
    ):
        assert stranger.post(url(name, uid), {"key": "x"}).status_code == 404
