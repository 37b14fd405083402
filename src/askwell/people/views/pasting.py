"""Pasting a profile: the text, then what was found in it, for confirmation."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.people import operations, selectors
from askwell.people.formats.profile import Profile, parse_profile
from askwell.people.paste_forms import ME, NEW, AboutForm, ConfirmForm, PasteForm
from askwell.plumbing import clock
from askwell.plumbing.errors import Refusal
from askwell.plumbing.http import refused, say, see_other
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope, ScopedRequest

if TYPE_CHECKING:
    from askwell.people.models import Person

PAGE = "people/paste.html"


@require_http_methods(["GET", "POST"])
def paste(request: ScopedRequest) -> HttpResponse:
    """Where the text goes in; posted, it comes back as a list to tick."""
    if request.method == "GET":
        start = {"uid": new_uid(), "person": request.GET.get("person", "")}
        return render(request, PAGE, {"form": PasteForm(initial=start)})
    form = PasteForm(request.POST)
    if not form.is_valid():
        return refused(request, PAGE, {"form": form})
    text = form.cleaned_data["text"]
    profile = parse_profile(text)
    if not profile:
        form.add_error("text", _("No jobs, schools or skills were found in this text."))
        return refused(request, PAGE, {"form": form})
    about = form.cleaned_data["person"]
    people = _people(request.scope, profile, about)
    start = {"uid": form.cleaned_data["uid"], "text": text, "name": profile.name, "person": about}
    start["whose"] = str(about) if about else _guess(request.scope, profile, people)
    confirm = ConfirmForm(profile, _choices(people), initial=start)
    return render(request, "people/paste_confirm.html", {"form": confirm})


def _people(scope: Scope, profile: Profile, about: UUID | str | None) -> list["Person"]:
    """Whom the page was opened for, then those whose profile it may be. Raises NotFound."""
    found = operations.whose_profile(scope, profile)
    if not about:
        return found
    person = selectors.get_person(scope, about)
    return [person, *(one for one in found if one != person)]


def _choices(people: list["Person"]) -> list[tuple[str, str]]:
    return [
        (str(p.uid), ", ".join(filter(None, (p.name, p.role, str(p.organization or "")))))
        for p in people
    ]


def _guess(scope: Scope, profile: Profile, people: list["Person"]) -> str:
    me = scope.settings.me
    if (profile.link and profile.link == me.link) or (profile.name and profile.name == me.name):
        return ME
    return str(people[0].uid) if people else NEW


@require_http_methods(["POST"])
def paste_keep(request: ScopedRequest) -> HttpResponse:
    """Keep what was ticked, with whoever it belongs to."""
    profile = parse_profile(request.POST.get("text", ""))
    about = AboutForm(request.POST)
    about.is_valid()
    people = _people(request.scope, profile, about.cleaned_data.get("person"))
    form = ConfirmForm(profile, _choices(people), request.POST)
    if not form.is_valid():
        return refused(request, "people/paste_confirm.html", {"form": form})
    try:
        return _keep(request, profile, form)
    except Refusal as error:
        form.add_error("name", str(error))
        return refused(request, "people/paste_confirm.html", {"form": form})


def _keep(request: ScopedRequest, profile: Profile, form: ConfirmForm) -> HttpResponse:
    data: dict[str, Any] = form.cleaned_data
    told: dict[str, Any] = {"profile": profile, "kept": form.kept()}
    if data["whose"] == ME:
        operations.keep_as_mine(request.scope, **told)
        say(request, _("Kept. It fills what people may share with you."))
        return see_other(request, "people:list")
    told |= {"uid": data["uid"], "now": clock.now()}
    if data["whose"] == NEW:
        person = operations.keep_for_new(request.scope, name=data["name"], **told)
    else:
        person = selectors.get_person(request.scope, data["whose"])
        operations.keep_for(request.scope, person=person, **told)
    say(request, _("Kept."))
    return see_other(request, "home:person", person.uid)
