"""Tags every page may use: ``{% load askwell %}``. They know HTML and words, no domain."""

from collections.abc import Iterable
from datetime import date, datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.forms import BoundField, CheckboxInput, Field, Form
from django.http import HttpRequest, QueryDict
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join, json_script
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from askwell.plumbing import clock
from askwell.plumbing.assets import asset_url
from askwell.plumbing.distance import (
    clock_words,
    day_words,
    distance_words,
    local_day,
    minutes_words,
)
from askwell.plumbing.errors import NotFound
from askwell.plumbing.http import UNDO
from askwell.plumbing.icons import ICONS
from askwell.plumbing.words import script_words

register = template.Library()

PLACES = {
    "home:first": "today",
    "home:today": "today",
    "home:person": "people",
    "insights:debrief": "talks",
    "network:recall": "talks",
    "people": "people",
    "outreach": "people",
    "network": "people",
    "meetings": "talks",
    "questions": "talks",
    "insights": "heard",
    "learn": "howto",
}


# Width, height and stroke are the style sheet's; these keep the page readable without it.
DRAWING = (
    '<svg class="icon" viewBox="0 0 24 24" width="20" height="20" fill="none" '
    'stroke="currentColor" {}>{}</svg>'
)
HIDDEN = mark_safe('aria-hidden="true"')


@register.simple_tag
def asset(name: str) -> str:
    """Address of a built style sheet or script: ``{% asset "app.js" %}``."""
    return asset_url(name)


@register.filter
def minutes(amount: int) -> str:
    """A length as a person says it: "45 minutes", "1 h 10", "3 hours"."""
    return minutes_words(amount)


@register.simple_tag
def words() -> SafeString:
    """The sentences of the scripts, as a block of JSON (data, not a script)."""
    return json_script(script_words(), "words")


@register.simple_tag
def pieces(text: Iterable[tuple[str, bool]]) -> SafeString:
    """A text in pieces, with those that were looked for marked."""
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", part) if hit else part,) for part, hit in text)
    )


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """A drawing beside its words (hidden from readers), or with ``label`` in their stead."""
    paths = mark_safe(ICONS[name])  # noqa: S308 - our own constant drawings
    spoken = format_html('role="img" aria-label="{}"', label) if label else HIDDEN
    return format_html(DRAWING, spoken, paths)


@register.simple_tag
def nav(name: str, *args: Any) -> str:
    """Address of a named page, or nothing when this installation has no such page."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


@register.simple_tag(takes_context=True)
def place_now(context: template.Context) -> str:
    """Which of the five places the reader is in; a view may say so itself with ``place``."""
    if said := context.get("place"):
        return str(said)
    request: HttpRequest | None = context.get("request")
    match = getattr(request, "resolver_match", None)
    if match is None:
        return ""
    return PLACES.get(match.view_name) or PLACES.get(match.namespace, "")


@register.simple_tag(takes_context=True)
def theme(context: template.Context) -> str:
    """ "light" or "dark" if the reader chose one for this notebook; nothing: as the device has it."""
    request: HttpRequest | None = context.get("request")
    try:
        chosen = request.scope.settings.theme if request else ""  # type: ignore[attr-defined]
    except (AttributeError, NotFound):
        return ""
    return chosen if chosen in ("light", "dark") else ""


@register.inclusion_tag("components/places.html", takes_context=True)
def places(context: template.Context, short: bool = False) -> dict[str, Any]:
    """The five places, as a list of links; ``short`` words fit the dock of a phone."""
    rows = [
        ("today", "home:today", _("Today"), _("Today")),
        ("people", "people:list", _("People"), _("People")),
        ("talks", "meetings:list", _("Talks"), _("Talks")),
        ("heard", "insights:heard", _("What I’ve heard"), _("Heard")),
        ("howto", "learn:index", _("How to"), _("How to")),
    ]
    now = place_now(context)
    found = [
        {"key": key, "url": url, "label": brief if short else label, "now": key == now}
        for key, name, label, brief in rows
        if (url := nav(name))
    ]
    return {"places": found}


@register.simple_tag
def when(
    moment: date | datetime | None,
    zone: str = "",
    their: str = "",
    distance: bool = True,
    time: bool = True,
) -> SafeString | str:
    """ "Tue 3 Dec, 10:00 (their 17:00) · in 2 days" as a ``time`` element.

    ``zone`` names the other side's time zone, ``their`` replaces the word before their time;
    ``distance=False`` leaves out how far it is, ``time=False`` the time of day.
    """
    if moment is None:
        return ""
    today = timezone.localtime(clock.now()).date()
    day = local_day(moment)
    words = day_words(day, today)
    if time and isinstance(moment, datetime):
        theirs: tzinfo | None = ZoneInfo(zone) if zone else None
        here = timezone.get_current_timezone()
        words = f"{words}, {clock_words(moment, here, theirs, their or _('their'))}"
    if distance:
        words = f"{words} · {distance_words(day, today)}"
    return format_html('<time class="when" datetime="{}">{}</time>', moment.isoformat(), words)


@register.simple_tag
def away(moment: date | datetime | None) -> SafeString | str:
    """Only the distance ("in 2 days"), with the full moment in ``datetime``."""
    if moment is None:
        return ""
    today = timezone.localtime(clock.now()).date()
    words = distance_words(local_day(moment), today)
    return format_html('<time class="when" datetime="{}">{}</time>', moment.isoformat(), words)


@register.inclusion_tag("components/field.html")
def field(bound: BoundField, hint: str = "", label: str = "", **attrs: Any) -> dict[str, Any]:
    """A form field: label above, hint, control, what is wrong below, all tied together.

    More words become attributes of the control: ``{% field form.email autocomplete="email" %}``.
    """
    if hint:
        bound.help_text = hint
    control = {key.replace("_", "-"): value for key, value in attrs.items()}
    return {
        "bound": bound,
        "label": label or bound.label,
        "widget": bound.as_widget(attrs=control),
        "group": bound.use_fieldset,
        "single_check": isinstance(bound.field.widget, CheckboxInput),
        "needed": bound.field.required and not bound.value(),
        "wrong": wrong(bound),
    }


def wrong(bound: BoundField) -> list[str]:
    """What is wrong with a field, in our words where Django's would only name a rule."""
    usual = Field.default_error_messages["required"]
    ours = _("Something is needed here.")
    return [ours if str(error) == str(usual) else str(error) for error in bound.errors]


@register.inclusion_tag("components/form_errors.html")
def form_errors(*forms: Form | None) -> dict[str, Any]:
    """What keeps the form from being kept, in one place on top, each linked to its field."""
    general: list[str] = []
    by_field: list[tuple[BoundField, str]] = []
    for form in forms:
        if form is None or not form.errors:
            continue
        general += [str(error) for error in form.non_field_errors()]
        by_field += [(bound, wrong(bound)[0]) for bound in form if bound.errors]
    return {"general": general, "by_field": by_field}


@register.inclusion_tag("components/empty.html")
def empty(text: str, href: str = "", do: str = "", icon_name: str = "bulb") -> dict[str, Any]:
    """An empty place that teaches the next move: one sentence and, at most, one button."""
    return {"text": text, "href": href, "do": do, "icon_name": icon_name}


@register.inclusion_tag("components/undo.html", takes_context=True)
def undo(context: template.Context, message: Any = None, url: str = "") -> dict[str, Any]:
    """An Undo button: for a flash message tagged ``undo:<address>``, or for an address."""
    tags = getattr(message, "extra_tags", "") or ""
    found = next((part[len(UNDO) :] for part in tags.split() if part.startswith(UNDO)), "")
    return {"url": url or found, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("components/pages.html", takes_context=True)
def pages(context: template.Context, page: Any) -> dict[str, Any]:
    """Earlier and further in a list cut by ``plumbing.http.paged``, keeping the rest of the address."""
    request: HttpRequest | None = context.get("request")
    kept = request.GET.copy() if request else QueryDict(mutable=True)
    for cursor in ("after", "before", "page"):
        kept.pop(cursor, None)
    return {"before": _turn(kept, "before", page.before), "after": _turn(kept, "after", page.after)}


def _turn(kept: QueryDict, key: str, cursor: str) -> str:
    if not cursor:
        return ""
    query = kept.copy()
    query[key] = cursor
    return f"?{query.urlencode()}"
