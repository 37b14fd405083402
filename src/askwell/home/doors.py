"""The first page and its doors: start anywhere, with a question or a first name."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from askwell.explorations import operations as explorations
from askwell.home import selectors, starting
from askwell.home.forms import DoorForm, KeepForm, TalkedForm, TalkForm, WroteForm
from askwell.people import selectors as people
from askwell.plumbing import clock
from askwell.plumbing.errors import Refusal
from askwell.plumbing.http import posted, refused, see_other, sought
from askwell.plumbing.ids import new_uid, uid_in
from askwell.questions import bank
from askwell.workspaces.access import ScopedRequest


@dataclass(frozen=True)
class Door:
    """One way in: its words, what it asks, and the operation behind it (returns where to go on)."""

    title: Any
    under: Any
    button: Any
    form: type[forms.Form]
    enter: Callable[..., str]


_t = gettext_lazy
DOORS = {
    "letter": Door(
        _t("Write one letter"),
        _t("to somebody I have in mind"),
        _t("To the letter"),
        DoorForm,
        starting.letter,
    ),
    "talk": Door(
        _t("I have a talk on…"),
        _t("questions, a plan, a page for my pocket"),
        _t("Get me ready"),
        TalkForm,
        starting.talk,
    ),
    "offered": Door(
        _t("Somebody offered to talk"),
        _t("answer them, agree a time"),
        _t("Find a time"),
        DoorForm,
        starting.offered,
    ),
    "wrote": Door(
        _t("I already wrote"), _t("remember it for me"), _t("Remember it"), WroteForm, starting.wrote
    ),
    "talked": Door(
        _t("I talked to somebody"), _t("before I forget"), _t("Write it down"), TalkedForm,
        starting.talked,
    ),
}  # fmt: skip


@require_http_methods(["GET"])
def first(request: ScopedRequest) -> HttpResponse:
    """Today for somebody who has begun, the doors for everybody else."""
    return redirect("home:today" if selectors.has_begun(request.scope) else "home:start")


@require_http_methods(["GET"])
def start(request: ScopedRequest) -> HttpResponse:
    """The first page: one line to type, and the doors."""
    return render(request, "home/start.html", _three(request) | {"doors": DOORS})


@require_http_methods(["GET"])
def three(request: ScopedRequest) -> HttpResponse:
    """Three fitting questions for what is being typed; nothing is saved."""
    template = "home/_three.html" if request.htmx else "home/start.html"
    return render(request, template, _three(request) | {"doors": DOORS})


def _three(request: ScopedRequest) -> dict[str, Any]:
    topic = sought(request, "topic")
    turn = request.GET.get("turn", "0")
    number = int(turn) if turn.isdecimal() and len(turn) < 5 else 0
    found = bank.three_questions(topic, number) if topic else ()
    return {"topic": topic, "questions": found, "next_turn": number + 1, "uid": new_uid()}


@require_http_methods(["POST"])
def keep(request: ScopedRequest) -> HttpResponse:
    """Keep the question typed on the first page."""
    form = KeepForm(request.POST)
    if not form.is_valid():
        return refused(request, "home/start.html", _three(request) | {"doors": DOORS, "form": form})
    row = explorations.ask(request.scope, now=clock.now(), **form.cleaned_data)
    return see_other(request, "explorations:detail", row.uid)


@require_http_methods(["GET", "POST"])
def door(request: ScopedRequest, door: str) -> HttpResponse:
    """One door: a short form, then straight to the point of the walk it is about."""
    found = DOORS.get(door)
    if found is None:
        raise Http404
    today = timezone.localtime(clock.now()).date()
    ahead = timedelta(days=1) if door == "talk" else timedelta()
    initial = {"uid": new_uid(), "on": today + ahead, "at": "10:00"}
    form = found.form(posted(request), initial=initial)
    context = {"door": found, "form": form}
    if request.method == "GET":
        return render(request, "home/door.html", context)
    if not form.is_valid():
        return refused(request, "home/door.html", context)
    try:
        address = found.enter(request.scope, now=clock.now(), **form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return refused(request, "home/door.html", context)
    return see_other(request, address)


@require_http_methods(["POST"])
def sample(request: ScopedRequest) -> HttpResponse:
    """Just looking: a sample notebook beside one's own."""
    uid = starting.sample(request.scope, now=clock.now())
    request.session["workspace"] = str(uid)
    return see_other(request, "home:today")


@require_http_methods(["GET"])
def write(request: ScopedRequest, uid: UUID, kind: str) -> HttpResponse:
    """Go to the letter of this kind; begun once, however often the address is opened."""
    person = people.get_person(request.scope, uid)
    ref, question = (uid_in(request.GET.get(name, "")) for name in ("ref", "question"))
    address = starting.letter_of_kind(
        request.scope,
        person=person,
        kind=kind,
        ref=str(ref or ""),
        question=str(question or ""),
        now=clock.now(),
    )
    return redirect(address)
