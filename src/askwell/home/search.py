"""Find anybody, anything: people, organizations, notes, questions, letters, pages, things to do."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from askwell.explorations import selectors as explorations
from askwell.people import lists, query
from askwell.people import search as index
from askwell.people import selectors as people
from askwell.people.search import Hit
from askwell.people.tokens import Marked, excerpt, holds, marked, tokens, typed
from askwell.people.words import CONTACTS, STAGES
from askwell.plumbing import clock
from askwell.plumbing.http import sought
from askwell.questions import bank
from askwell.workspaces.access import Scope, ScopedRequest

MOST = 20


@dataclass(frozen=True)
class Found:
    """One line of the result: where it leads, what kind of thing it is, and why it was found."""

    title: Marked
    kind: Any
    url: str
    under: Marked = field(default_factory=list)
    why: Marked = field(default_factory=list)


KINDS = {
    "person": gettext_lazy("person"),
    "organization": gettext_lazy("organization"),
    "note": gettext_lazy("note"),
    "reading": gettext_lazy("what I read"),
    "letter": gettext_lazy("letter"),
    "reply": gettext_lazy("answer"),
    "highlight": gettext_lazy("passage"),
    "talk": gettext_lazy("talk"),
    "exploration": gettext_lazy("my question"),
}
COMMANDS = [
    (gettext_lazy("Today"), "home:today", ""),
    (gettext_lazy("People I know"), "people:list", gettext_lazy("contacts list")),
    (gettext_lazy("Add somebody"), "people:new", gettext_lazy("new person contact")),
    (
        gettext_lazy("Bring in my contacts"),
        "people:import",
        gettext_lazy("import upload linkedin google outlook vcard csv"),
    ),
    (gettext_lazy("Paste a profile"), "people:paste", gettext_lazy("import linkedin pdf")),
    (gettext_lazy("Here twice?"), "people:twice", gettext_lazy("duplicates merge the same")),
    (gettext_lazy("Think of people I know"), "people:brainstorm", gettext_lazy("brainstorm")),
    (gettext_lazy("Whom could I ask?"), "network:seven", gettext_lazy("who next suggestions")),
    (gettext_lazy("Who do you know who…?"), "outreach:who_knows", ""),
    (gettext_lazy("Letters"), "outreach:drafts", gettext_lazy("drafts mail e-mail")),
    (gettext_lazy("Gentle reminders"), "outreach:reminders", gettext_lazy("follow up")),
    (gettext_lazy("Who led to whom"), "network:introductions", gettext_lazy("introductions")),
    (gettext_lazy("Promises"), "outreach:promises", ""),
    (gettext_lazy("Talks"), "meetings:list", gettext_lazy("calendar meetings dates")),
    (gettext_lazy("Questions to ask"), "questions:bank", ""),
    (gettext_lazy("What I’ve heard"), "insights:heard", gettext_lazy("answers insights")),
    (gettext_lazy("Skills"), "insights:skills", ""),
    (gettext_lazy("Keep in touch"), "network:keeping", ""),
    (gettext_lazy("How to"), "learn:index", gettext_lazy("help guide learn")),
    (gettext_lazy("Cards"), "learn:cards", gettext_lazy("study learn flashcards anki")),
    (gettext_lazy("Rehearse"), "learn:rehearse", gettext_lazy("practise role-play learn")),
    (gettext_lazy("How far I am"), "learn:progress", gettext_lazy("progress learn")),
    (gettext_lazy("Glossary"), "learn:glossary", gettext_lazy("words terms")),
    (gettext_lazy("For a class"), "learn:class", gettext_lazy("teacher hand-outs slides quiz")),
    (gettext_lazy("My questions"), "explorations:list", ""),
    (
        gettext_lazy("Me and settings"),
        "home:settings",
        gettext_lazy("profile preferences theme dark"),
    ),
    (gettext_lazy("Take it out"), "transfer:index", gettext_lazy("export backup download")),
    (gettext_lazy("Thrown away"), "home:trash", gettext_lazy("trash deleted restore undo")),
]
"""Pages: their names, and other words that people type for them."""


@require_http_methods(["GET"])
def search(request: ScopedRequest) -> HttpResponse:
    """The search page, or its list alone while somebody types."""
    text = sought(request)
    asked = query.read(text)
    found = list(_found(request.scope, asked)) if text else []
    context = {"q": text, "found": found, "asked": asked}
    if request.htmx:
        return render(request, "home/_found.html", context)
    return render(request, "home/search.html", context | {"filters_help": query.HELP.items()})


def _found(scope: Scope, asked: query.Query) -> Iterator[Found]:
    """People alone where filters ask for people; else everything that holds the words."""
    if asked.narrows:
        yield from _people(scope, asked)
        return
    kind = query.KINDS.get(asked.value("kind").casefold(), "")
    if kind in ("", "exploration"):
        yield from _questions(scope, asked.words)
    if kind != "exploration":
        hits = index.search(scope, asked.words, MOST, kind=kind)
        yield from _lines(scope, hits, asked.words)
    if not asked.filters:
        yield from _commands(asked.words)
        yield from _bank(asked.words)


def _people(scope: Scope, asked: query.Query) -> Iterator[Found]:
    """People within filters, with where it stands as the reason."""
    filters, now = lists.filters_of(asked), clock.now()
    if asked.words:
        rows = lists.found(scope, filters, asked.words, now=now, limit=MOST + 1)
    else:
        rows = list(lists.listed(scope, filters, now).order_by("sort_key", "pk")[: MOST + 1])
    for person in rows[:MOST]:
        employer = person.organization.name if person.organization else ""
        work = ", ".join(filter(None, (person.role, employer)))
        stages = {str(STAGES[s.stage]) for s in person.standings.all() if s.stage in STAGES}
        yield Found(
            marked(person.name, asked.words),
            KINDS["person"],
            reverse("home:person", args=[person.uid]),
            marked(work, asked.words),
            [(", ".join(sorted(stages)), False)] if stages else [],
        )
    if len(rows) > MOST:
        words = _("All of them, in the list of people")
        line = f"{reverse('people:list')}?{urlencode({'q': _typed_again(asked)})}"
        yield Found([(words, False)], _("page"), line)


def _typed_again(asked: query.Query) -> str:
    return " ".join([asked.words, *(f'{name}:"{value}"' for name, value in asked.filters)]).strip()


def _lines(scope: Scope, hits: list[Hit], words: str) -> Iterator[Found]:
    unexplained = [hit.uid for hit in hits if hit.kind == "person" and not _shows(hit, words)]
    ways = lists.ways_holding(scope, unexplained, words) if unexplained else {}
    to_whom = _names(scope, [hit.person for hit in hits if hit.kind == "letter"])
    for hit in hits:
        body = hit.body if hit.kind in ("person", "organization") else excerpt(hit.body, words)
        title = hit.title if hit.kind != "note" or hit.title != hit.body[:120] else ""
        why: Marked = []
        if hit.uid in ways:
            kind, value = ways[hit.uid]
            why = [(f"{CONTACTS.get(kind, _('label'))}: ", False), *marked(value, words)]
        elif name := to_whom.get(hit.person):
            why = [(_("to %(name)s") % {"name": name}, False)]
        yield Found(
            marked(title or excerpt(hit.title, words, most=90), words),
            KINDS.get(hit.kind, ""),
            _address(hit),
            marked(body, words) if body != hit.title else [],
            why,
        )


def _names(scope: Scope, uids: list[UUID | None]) -> dict[UUID | None, str]:
    wanted = {uid for uid in uids if uid}
    rows = people.people(scope).filter(uid__in=wanted).values_list("uid", "name") if wanted else ()
    return dict(rows)


def _shows(hit: Hit, words: str) -> bool:
    """Whether what is shown of somebody holds every word, so that no other reason is needed."""
    return holds(typed(words), tokens(f"{hit.title} {hit.body}"))


def _address(hit: Hit) -> str:
    if hit.kind == "organization":
        return reverse("people:organization", args=[hit.uid])
    if hit.kind == "talk":
        return reverse("meetings:talk", args=[hit.uid])
    if hit.kind == "letter":
        return reverse("outreach:letter", args=[hit.uid])
    if hit.person is not None or hit.kind == "person":
        return reverse("home:person", args=[hit.person or hit.uid]) + _PARTS.get(hit.kind, "")
    if hit.kind == "highlight":
        return reverse("insights:passages")
    return f"{reverse('home:search')}?{urlencode({'q': hit.title})}"


_PARTS = {"note": "#notes", "reading": "#reading", "reply": "#letters", "highlight": "#heard"}
"""The part of a person's page in which something stands."""


def _questions(scope: Scope, words: str) -> Iterator[Found]:
    """My questions: a handful, so they are read and looked through."""
    wanted = typed(words)
    if not wanted:
        return
    for row in explorations.explorations(scope)[:50]:
        if holds(wanted, tokens(f"{row.sentence} {row.topic} {row.why}")):
            url = reverse("explorations:detail", args=[row.uid])
            why = marked(excerpt(row.why, words), words) if row.why else []
            yield Found(marked(row.sentence, words), KINDS["exploration"], url, why)


def _commands(text: str) -> Iterable[Found]:
    words = text.casefold().split()
    for title, name, also in COMMANDS:
        known = f"{title} {also}".casefold()
        if words and all(word in known for word in words):
            yield Found(marked(str(title), text), _("page"), reverse(name))


def _bank(text: str) -> Iterable[Found]:
    if len(text) < 3:
        return
    words = text.casefold().split()
    matching = (
        q for q in bank.load().questions if all(word in q.text.casefold() for word in words)
    )
    for question in list(matching)[:5]:
        address = f"{reverse('questions:bank')}?{urlencode({'q': text})}"
        yield Found(marked(bank.fill(question).text, text), _("question to ask"), address)
