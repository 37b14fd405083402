"""Find anybody, anything: people, organizations, notes, questions, pages and things to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from askwell.people import search as index
from askwell.people.search import Hit
from askwell.plumbing.http import sought
from askwell.questions import bank
from askwell.workspaces.access import ScopedRequest

MOST = 20


@dataclass(frozen=True)
class Found:
    """One line of the result: where it leads and what kind of thing it is."""

    title: str
    under: str
    kind: Any
    url: str


KINDS = {
    "person": _("person"),
    "organization": _("organization"),
    "note": _("note"),
    "reading": _("what I read"),
    "letter": _("letter"),
    "reply": _("answer"),
    "talk": _("talk"),
    "question": _("question"),
    "promise": _("promise"),
}
COMMANDS = [
    (_("Today"), "home:today"),
    (_("People I know"), "people:list"),
    (_("Add somebody"), "people:new"),
    (_("Bring in my contacts"), "people:import"),
    (_("Think of people I know"), "people:brainstorm"),
    (_("Whom could I ask?"), "network:seven"),
    (_("Who do you know who…?"), "outreach:who_knows"),
    (_("Letters"), "outreach:drafts"),
    (_("Gentle reminders"), "outreach:reminders"),
    (_("Who led to whom"), "network:introductions"),
    (_("Promises"), "outreach:promises"),
    (_("Talks"), "meetings:list"),
    (_("Questions to ask"), "questions:bank"),
    (_("What I’ve heard"), "insights:heard"),
    (_("Skills"), "insights:skills"),
    (_("Keep in touch"), "network:keeping"),
    (_("How to"), "learn:index"),
    (_("My questions"), "explorations:list"),
    (_("Me and settings"), "home:settings"),
    (_("Take it out"), "transfer:index"),
    (_("Thrown away"), "home:trash"),
]


@require_http_methods(["GET"])
def search(request: ScopedRequest) -> HttpResponse:
    """The search page, or its list alone while somebody types."""
    text = sought(request)
    hits = index.search(request.scope, text, MOST) if text else []
    found = [*map(_line, hits), *_commands(text), *_bank(text)]
    template = "home/_found.html" if request.htmx else "home/search.html"
    return render(request, template, {"q": text, "found": found})


def _line(hit: Hit) -> Found:
    under = hit.body[:140] if hit.kind != "person" else hit.body[:90]
    return Found(hit.title, under, KINDS.get(hit.kind, ""), _address(hit))


def _address(hit: Hit) -> str:
    if hit.kind == "organization":
        return reverse("people:organization", args=[hit.uid])
    if hit.kind == "talk":
        return reverse("meetings:talk", args=[hit.uid])
    if hit.person is not None or hit.kind == "person":
        return reverse("home:person", args=[hit.person or hit.uid])
    return f"{reverse('home:search')}?{urlencode({'q': hit.title})}"


def _commands(text: str) -> Iterable[Found]:
    words = text.casefold().split()
    for title, name in COMMANDS:
        if words and all(word in str(title).casefold() for word in words):
            yield Found(str(title), "", _("page"), reverse(name))


def _bank(text: str) -> Iterable[Found]:
    if len(text) < 3:
        return
    words = text.casefold().split()
    matching = (
        q for q in bank.load().questions if all(word in q.text.casefold() for word in words)
    )
    for question in list(matching)[:5]:
        address = f"{reverse('questions:bank')}?{urlencode({'q': text})}"
        yield Found(bank.fill(question).text, "", _("question to ask"), address)
