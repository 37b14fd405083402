"""Pages of cards: study them, write own ones."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from askwell.learn import judging, operations, schedule, selectors, words
from askwell.learn.forms import CardForm, ImportForm, StudyForm
from askwell.learn.headings import KIND_WORDS, STAGE_WORDS
from askwell.plumbing import clock
from askwell.plumbing.distance import minutes_words
from askwell.plumbing.errors import Refusal
from askwell.plumbing.http import posted, refused, safe_next, say, see_other
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import ScopedRequest

TALK = "talk"


@require_http_methods(["GET"])
def overview(request: ScopedRequest) -> HttpResponse:
    """All cards by stage: how many there are, are known and wait."""
    return render(request, "learn/cards.html", overview_context(request))


def overview_context(request: ScopedRequest) -> dict[str, Any]:
    """What the page of all cards shows."""
    now, deck = clock.now(), selectors.deck(request.scope)
    rows = []
    for stage, heading in STAGE_WORDS.items():
        keys = deck.of([stage])
        known, due = len(deck.known(keys)), len(deck.due(keys, now))
        rows.append(
            {"stage": stage, "heading": heading, "count": len(keys), "known": known, "due": due}
        )
    return {
        "rows": rows,
        "session": selectors.session(request.scope, now, deck_of=deck),
        "before": selectors.before_talk(request.scope, now, deck),
        "own": selectors.own_cards(request.scope)[:200],
        "import_form": ImportForm(),
    }


# -- study ----------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def study(request: ScopedRequest) -> HttpResponse:
    """One card: its front, then its back and how well it was known."""
    if request.method == "GET":
        return render(request, "learn/study.html", _next(request))
    form = StudyForm(request.POST)
    if not form.is_valid():
        return refused(request, "learn/study.html", _next(request) | {"form": form})
    card = selectors.get_card(request.scope, form.cleaned_data["key"])
    rating, typed = form.cleaned_data["rating"], form.cleaned_data["typed"]
    if rating is None and not typed:
        form.add_error("typed", _("Write your version first, in a few words."))
        return refused(request, "learn/study.html", _shown(request, card) | {"form": form})
    if rating is None:
        shown = {"verdict": judging.of_rewrite(typed), "typed": typed}
        return render(request, "learn/study.html", _shown(request, card) | shown)
    uid = form.cleaned_data["uid"]
    operations.rate(request.scope, uid=uid, card=card, rating=rating, typed=typed, now=clock.now())
    return see_other(request, _again(request))


@require_http_methods(["POST"])
def unrate(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Take my last answer back; the card is shown again."""
    review = selectors.get_review(request.scope, uid)
    operations.unrate(request.scope, review=review)
    return see_other(request, safe_next(request, "learn:study"))


def _again(request: ScopedRequest) -> str:
    chosen = {name: request.GET[name] for name in ("stage", "for") if name in request.GET}
    query = f"?{urlencode(chosen)}" if chosen else ""
    return reverse("learn:study") + query


def _next(request: ScopedRequest) -> dict[str, Any]:
    """The next card of what was chosen, and how many wait behind it."""
    now, scope = clock.now(), request.scope
    stage = request.GET.get("stage", "")
    if request.GET.get("for") == TALK:
        before = selectors.before_talk(scope, now)
        session = before.session if before else selectors.session(scope, now, most=0)
    else:
        stages = [stage] if stage in STAGE_WORDS else []
        session = selectors.session(scope, now, stages=stages)
    wanted = request.GET.get("card", "")
    card = session.deck.cards.get(wanted) or session.card
    context = {
        "left": session.count,
        "later": session.later,
        "heading": STAGE_WORDS.get(stage, ""),
        "last": selectors.last_review(scope, now),
    }
    return context | (_shown(request, card, session.deck) if card else {"card": None})


def _shown(
    request: ScopedRequest, card: words.Card, deck: selectors.Deck | None = None
) -> dict[str, Any]:
    now = clock.now()
    _at, state = (deck or selectors.deck(request.scope)).states.get(card.id, (now, None))
    away = schedule.previews(state or schedule.fresh(card.id, now), now)
    return {
        "card": card,
        "kind": KIND_WORDS[card.kind],
        "form": StudyForm(initial={"uid": new_uid(), "key": card.id}),
        "ratings": [(rating, name, _distance(away[rating])) for rating, name in _ratings()],
        "address": _again(request),
    }


def _ratings() -> list[tuple[int, str]]:
    return [
        (schedule.AGAIN, _("again")), (schedule.HARD, _("hard")),
        (schedule.GOOD, _("good")), (schedule.EASY, _("easy")),
    ]  # fmt: skip


def _distance(away: timedelta) -> str:
    if away.days:
        return ngettext("in %(n)d day", "in %(n)d days", away.days) % {"n": away.days}
    return _("in %(time)s") % {"time": minutes_words(max(1, round(away.total_seconds() / 60)))}


# -- own cards ------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def new(request: ScopedRequest) -> HttpResponse:
    """Write a card; one that comes from a note of a talk begins with its words."""
    note = selectors.find_note(request.scope, request.GET.get("note", ""))
    begun = {"uid": new_uid(), "kind": "basic", "stage": "what-i-heard"}
    if note:
        begun |= {"note": note.uid, "back": note.text}
    form = CardForm(posted(request), initial=begun)
    if request.method == "GET":
        return render(request, "learn/card.html", {"form": form})
    typed = _typed(form)
    if typed is None:
        return refused(request, "learn/card.html", {"form": form})
    uid, note = typed.pop("uid") or new_uid(), typed.pop("note")
    kept = selectors.find_note(request.scope, str(note)) if note else None
    try:
        operations.add_card(request.scope, uid=uid, note=kept, now=clock.now(), **typed)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return refused(request, "learn/card.html", {"form": form})
    say(request, _("Your card is among the others now."))
    return see_other(request, "learn:cards")


@require_http_methods(["GET", "POST"])
def edit(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Other words for a card of mine."""
    card = selectors.get_own_card(request.scope, uid)
    words_now = {name: getattr(card, name) for name in ("kind", "stage", "front", "back")}
    form = CardForm(posted(request), initial=words_now)
    if request.method == "GET":
        return render(request, "learn/card.html", {"form": form, "card": card})
    typed = _typed(form)
    if typed is not None:
        del typed["uid"], typed["note"]
        try:
            operations.edit_card(request.scope, card=card, **typed)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            say(request, _("Kept."))
            return see_other(request, "learn:cards")
    return refused(request, "learn/card.html", {"form": form, "card": card})


def _typed(form: CardForm) -> dict[str, Any] | None:
    return dict(form.cleaned_data) if form.is_valid() else None


@require_http_methods(["POST"])
def delete(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Throw a card of mine away."""
    card = selectors.get_own_card(request.scope, uid)
    undo = operations.remove_card(request.scope, card=card, now=clock.now())
    say(request, _("Thrown away."), undo=undo)
    return see_other(request, "learn:cards")
