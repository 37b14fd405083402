"""Is this server alive, and can it reach its database?"""

import logging

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse

from askwell import __version__

log = logging.getLogger("askwell.health")


@login_not_required
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer ``{"status": "ok"}`` (200), or 503 while the database does not answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        log.exception("database does not answer")
        return JsonResponse({"status": "no database", "version": __version__}, status=503)
    return JsonResponse({"status": "ok", "version": __version__})
