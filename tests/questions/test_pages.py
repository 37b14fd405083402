"""The bank page, my own questions, and what they may ask back."""

from datetime import UTC, datetime

from django.urls import reverse

from askwell.explorations import operations as explorations
from askwell.plumbing.ids import new_uid
from askwell.questions import bank, operations, selectors

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
BANK = reverse("questions:bank")


def own(text="What do you wish people asked?", **more):
    return {"uid": new_uid(), "text": text, "category": "other", **more}


def test_the_bank_shows_the_best_of_each_kind(owner):
    page = owner.get(BANK).content.decode()
    for shelf in bank.by_category().values():
        assert bank.fill(shelf[0]).text.split("?")[0].replace("'", "&#x27;") in page


def test_the_bank_speaks_of_my_question(owner, scope):
    explorations.ask(scope, uid=new_uid(), topic="data journalism", now=NOW)
    page = owner.get(BANK, {"category": "skills"}).content.decode()
    assert "data journalism" in page
    assert "{work}" not in page


def test_the_bank_is_searched_by_words(owner):
    page = owner.get(BANK, {"q": "NOBODY teaches"}).content.decode()
    assert "that nobody teaches?" in page
    assert "Who else would you suggest" not in page
    nothing = owner.get(BANK, {"q": "zebra crossing"}).content.decode()
    assert "No question with these words" in nothing


def test_one_kind_is_shown_whole(owner):
    page = owner.get(BANK, {"category": "skills"}).content.decode()
    assert page.count("<li><div>") == len(bank.by_category()["skills"])


def test_my_question_is_kept_once(owner, scope):
    form = own()
    for _again in range(2):
        assert owner.post(reverse("questions:own_add"), form).status_code == 303
    assert selectors.own_questions(scope).count() == 1
    assert form["text"] in owner.get(BANK).content.decode()


def test_an_empty_question_is_not_kept(owner, scope):
    answer = owner.post(reverse("questions:own_add"), own(text="  ", category="skills"))
    assert answer.status_code == 422
    assert '<option value="skills" selected>' in answer.content.decode()
    assert not selectors.own_questions(scope).exists()


def test_my_question_is_thrown_away_and_comes_back(owner, scope):
    owner.post(reverse("questions:own_add"), own())
    row = selectors.own_questions(scope).get()
    answer = owner.post(reverse("questions:own_delete", args=[row.uid]), follow=True)
    assert not selectors.own_questions(scope).exists()
    undo = list(answer.context["messages"])[-1].extra_tags.removeprefix("undo:")
    owner.post(undo)
    assert selectors.own_questions(scope).get().text == row.text


def test_my_question_goes_on_a_plan(owner, scope):
    owner.post(reverse("questions:own_add"), own())
    row = selectors.own_questions(scope).get()
    agenda = operations.new_agenda(
        scope, uid=new_uid(), title="", minutes=20, exploration=None, now=NOW
    )
    page = owner.get(BANK, {"agenda": agenda.uid}).content.decode()
    assert "Back to the plan" in page
    back = f"{BANK}?agenda={agenda.uid}"
    answer = owner.post(
        reverse("questions:item_take", args=[agenda.uid]), {"own": row.uid, "next": back}
    )
    assert answer["Location"] == back
    assert [item.text for item in selectors.plan(scope, agenda).items] == [row.text]


def test_another_notebooks_question_is_not_mine(owner, stranger, scope):
    owner.post(reverse("questions:own_add"), own())
    row = selectors.own_questions(scope).get()
    assert stranger.post(reverse("questions:own_delete", args=[row.uid])).status_code == 404
    assert row.text not in stranger.get(BANK).content.decode()


def test_answers_to_what_they_may_ask_are_kept(owner, scope):
    address = reverse("questions:answers")
    key = bank.load().asked_back[0].key
    answer = owner.post(address, {"key": key, "text": "I read your two reports."})
    assert answer["Location"] == f"{address}#{key}"
    owner.post(address, {"key": key, "text": "I read your three reports."})
    assert selectors.answers(scope) == {key: "I read your three reports."}
    assert "I read your three reports." in owner.get(address).content.decode()
    owner.post(address, {"key": key, "text": ""})
    assert selectors.answers(scope) == {}


def test_an_answer_to_no_question_is_refused(owner, scope):
    answer = owner.post(reverse("questions:answers"), {"key": "nonsense", "text": "Yes."})
    assert answer.status_code == 422
    assert selectors.answers(scope) == {}


def test_the_bank_costs_the_same_with_many_own_questions(
    owner, scope, django_assert_max_num_queries
):
    owner.post(reverse("questions:own_add"), own())
    with django_assert_max_num_queries(10) as used:
        owner.get(BANK)
    few = len(used)
    for number in range(30):
        operations.add_own(
            scope, uid=new_uid(), text=f"What about {number}?", category="other", now=NOW
        )
    with django_assert_max_num_queries(few):
        owner.get(BANK)
