"""Pages of rehearsing: what they may ask, timed; a talk with an invented person; real ones beside."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.coach import count_words
from askwell.learn import assessing, characters, exercises, operations, reading, roleplay, selectors
from askwell.learn.forms import SayForm, StartForm, TranscriptForm, TryForm
from askwell.learn.selectors import rehearsing
from askwell.meetings import selectors as meetings
from askwell.plumbing import clock
from askwell.plumbing.errors import NotFound, Refusal
from askwell.plumbing.http import posted, refused, say, see_other
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import ScopedRequest

LARGEST = 2 * 1024 * 1024


@require_http_methods(["GET"])
def home(request: ScopedRequest) -> HttpResponse:
    """What can be rehearsed."""
    asked = selectors.asked_back(request.scope)
    everybody = characters.characters(selectors.language())
    context = {
        "asked": asked,
        "next": selectors.next_asked(asked),
        "partners": [
            (
                who,
                StartForm(initial={"uid": new_uid(), "character": who.id}, auto_id=f"{who.id}_%s"),
            )
            for who in everybody
        ],
        "talks": [
            (talk, _name(talk.character, everybody))
            for talk in selectors.role_plays(request.scope)[:20]
        ],
    }
    return render(request, "learn/rehearse.html", context)


def _name(key: str, everybody: tuple[characters.Character, ...]) -> str:
    return next((who.name for who in everybody if who.id == key), key)


# -- what they may ask back -----------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def answer(request: ScopedRequest, key: str) -> HttpResponse:
    """One question of theirs: a timed answer, the tries so far, and the best one."""
    asked = selectors.get_asked(request.scope, key)
    now = clock.now()
    form = TryForm(posted(request), initial={"uid": new_uid(), "began": now.isoformat()})
    if request.method == "GET":
        return render(request, "learn/answer.html", _tries(request, key, form))
    if not form.is_valid():
        return refused(request, "learn/answer.html", _tries(request, key, form))
    typed = form.cleaned_data
    operations.answer_aloud(
        request.scope,
        uid=typed["uid"],
        key=asked.key,
        text=typed["text"],
        seconds=_since(typed["began"], now),
        best=typed["best"],
        now=now,
    )
    say(request, _("Kept as your best answer.") if typed["best"] else _("Kept among your tries."))
    return see_other(request, reverse("learn:answer", args=[key]) + "#tries")


def _since(began: datetime | None, now: datetime) -> int:
    return round((now - began).total_seconds()) if began else 0


def _tries(request: ScopedRequest, key: str, form: TryForm) -> dict[str, Any]:
    rows = list(selectors.tries(request.scope, key)[:10])
    spoken = [(row, round(count_words(row.text) * 60 / rehearsing.SPOKEN)) for row in rows]
    following = selectors.next_asked(selectors.asked_back(request.scope), after=key)
    return {
        "asked": selectors.get_asked(request.scope, key),
        "form": form,
        "rows": spoken,
        "half_minute": rehearsing.HALF_MINUTE,
        "next": following,
    }


# -- a rehearsed talk -----------------------------------------------------------------------------


@require_http_methods(["POST"])
def start(request: ScopedRequest) -> HttpResponse:
    """Begin to rehearse with somebody."""
    form = StartForm(request.POST)
    if not form.is_valid():
        raise NotFound
    who = characters.character(form.cleaned_data["character"], selectors.language())
    talk = operations.start_talk(
        request.scope, uid=form.cleaned_data["uid"], character=who, now=clock.now()
    )
    return see_other(request, "learn:role_play", talk.uid)


@require_http_methods(["GET", "POST"])
def role_play(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """A rehearsed talk: what was said and the next words; when it is over, what the coach saw."""
    talk = selectors.get_role_play(request.scope, uid)
    if request.method == "GET":
        return render(request, "learn/role_play.html", _talk(request, uid))
    form = SayForm(request.POST)
    if form.is_valid():
        try:
            typed = form.cleaned_data
            operations.say(request.scope, talk=talk, now=clock.now(), **typed)
        except Refusal as refusal:
            form.add_error("text", str(refusal))
        else:
            return see_other(request, reverse("learn:role_play", args=[uid]) + "#id_text")
    return refused(request, "learn/role_play.html", _talk(request, uid) | {"form": form})


def _talk(request: ScopedRequest, uid: UUID) -> dict[str, Any]:
    talk = selectors.get_role_play(request.scope, uid)
    who, turns = selectors.partner(talk), selectors.turns_of(talk)
    context = {
        "talk": talk,
        "who": who,
        "turns": [(turn, turn.who == roleplay.ME, turn.at // 60) for turn in turns],
        "elapsed": min(talk.minutes, roleplay.clock(turns) // 60),
    }
    if talk.ended_at:
        return context | _read(operations.read_role_play(talk))
    asked = roleplay.asked_last(who, turns)
    mine = [row.prepared.answer for row in selectors.asked_back(request.scope)
            if asked and asked.key == row.prepared.key]  # fmt: skip
    return context | {
        "form": SayForm(initial={"after": len(turns)}),
        "my_answer": mine[0] if mine else "",
    }


def _read(found: reading.Reading) -> dict[str, Any]:
    """What the coach says: good things first, three to try, and one exercise for each."""
    language = selectors.language()
    codes = [line.code for line in found.to_try]
    practice = [
        (exercise, exercises.cards_about(exercise, language), exercises.partner(exercise, language))
        for _code, exercise in exercises.for_codes(codes, language)
    ]
    rubric = assessing.judged(found.figures, language)
    return {"reading": found, "practice": practice, "rubric": rubric}


@require_http_methods(["POST"])
def end(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """End a rehearsed talk."""
    talk = selectors.get_role_play(request.scope, uid)
    operations.end_talk(request.scope, talk=talk, now=clock.now())
    return see_other(request, reverse("learn:role_play", args=[uid]) + "#id_text")


@require_http_methods(["POST"])
def drop(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Throw a rehearsed talk away."""
    talk = selectors.get_role_play(request.scope, uid)
    undo = operations.drop_talk(request.scope, talk=talk, now=clock.now())
    say(request, _("Thrown away."), undo=undo)
    return see_other(request, "learn:rehearse")


# -- real talks beside them -----------------------------------------------------------------------


@require_http_methods(["GET"])
def side_by_side(request: ScopedRequest) -> HttpResponse:
    """Rehearsed and real talks in one table."""
    columns = selectors.side_by_side(request.scope)
    return render(request, "learn/side_by_side.html", {"columns": columns})


@require_http_methods(["GET", "POST"])
def real(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """The words of a real talk, read by the coach in the same way."""
    talk = meetings.get_talk(request.scope, uid)
    kept = selectors.transcript_of(request.scope, talk)
    name = kept.me if kept else request.scope.settings.me.name
    form = TranscriptForm(
        posted(request),
        request.FILES or None,
        initial={"me": name, "text": kept.text if kept else ""},
    )
    context: dict[str, Any] = {"talk": talk, "names": meetings.names_of(talk), "form": form}
    if request.method == "GET":
        found = reading.read(kept.text, me=kept.me, minutes=talk.minutes) if kept else None
        return render(request, "learn/real.html", context | (_read(found) if found else {}))
    if form.is_valid():
        typed = form.cleaned_data
        text = _words_of(typed["file"]) if typed["file"] else typed["text"]
        try:
            operations.keep_transcript(
                request.scope, talk=talk, text=text, me=typed["me"], now=clock.now()
            )
        except Refusal as refusal:
            form.add_error("text", str(refusal))
        else:
            return see_other(request, "learn:real", uid)
    return refused(request, "learn/real.html", context)


def _words_of(file: Any) -> str:
    contents: bytes = file.read(LARGEST)
    return contents.decode("utf-8-sig", "replace").replace("\x00", "")


@require_http_methods(["GET"])
def beside(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """For the room: my best answers and a few cards, as a fragment."""
    meetings.get_talk(request.scope, uid)
    asked = [a.prepared for a in selectors.asked_back(request.scope) if a.prepared.answer]
    context = {"answers": asked, "cards": selectors.beside_talk(request.scope)}
    return render(request, "learn/_beside.html", context)
