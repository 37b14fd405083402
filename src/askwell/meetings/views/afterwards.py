"""After a talk: notes typed up from paper, notes thrown away."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from askwell.meetings import operations, selectors
from askwell.meetings.forms import PaperForm
from askwell.meetings.views.dates import after_talk
from askwell.plumbing import clock
from askwell.plumbing.errors import Refusal
from askwell.plumbing.http import posted, refused, say, see_other
from askwell.plumbing.ids import new_uid
from askwell.questions import selectors as plans
from askwell.workspaces.access import ScopedRequest


@require_http_methods(["GET", "POST"])
def paper(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Type up what is on the paper, one line a note."""
    talk = selectors.get_talk(request.scope, uid)
    items = selectors.questions_of(plans.plan(request.scope, talk.agenda))
    form = PaperForm(posted(request), items=items, initial={"uid": new_uid()})
    context = {"talk": talk, "names": selectors.names_of(talk), "form": form}
    if request.method == "GET":
        return render(request, "meetings/paper.html", context)
    if form.is_valid():
        try:
            count = operations.type_up(
                request.scope,
                talk=talk,
                uid=form.cleaned_data["uid"],
                page=form.cleaned_data["page"],
                answers=form.answers(),
                now=clock.now(),
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            say(request, ngettext("One note kept.", "%(n)d notes kept.", count) % {"n": count})
            return see_other(request, after_talk(talk.uid))
    return refused(request, "meetings/paper.html", context)


@require_http_methods(["POST"])
def note_delete(request: ScopedRequest, uid: UUID, note: UUID) -> HttpResponse:
    """Throw one note away."""
    talk = selectors.get_talk(request.scope, uid)
    row = selectors.get_note(request.scope, talk, note)
    undo = operations.remove_note(request.scope, note=row, now=clock.now())
    say(request, _("Note thrown away."), undo=undo)
    return see_other(request, "meetings:talk", talk.uid)
