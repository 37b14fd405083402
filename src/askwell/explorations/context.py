"""What every page shows of the question in hand."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from askwell.explorations import selectors


def questions(request: HttpRequest) -> dict[str, Any]:
    """`current_exploration` and `explorations` (open ones) for the switcher; read once, lazily."""
    if not request.user.is_authenticated:
        return {}
    scope = request.scope  # type: ignore[attr-defined]
    rows: Any = SimpleLazyObject(lambda: list(selectors.open_explorations(scope)[:50]))

    return {
        "explorations": rows,
        "current_exploration": SimpleLazyObject(lambda: selectors.chosen(scope, rows)),
        "theme": SimpleLazyObject(lambda: scope.settings.theme),
    }
