"""The least a Django program must do: a constant, fifty rows, one row with five notes.

A project as `startproject` makes it (its middleware, its template engine), on the database file of
a notebook and under the same server settings as ours: `python -m bench.bare FILE` prints its address.
"""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any

from bench.browser import Browser, env

LIST = """<!doctype html><title>People</title><ul>{% for row in rows %}
<li><a href="/person/{{ row.pk }}/">{{ row.name }}</a> {{ row.role }}</li>{% endfor %}</ul>"""
ONE = """<!doctype html><title>{{ row.name }}</title><h1>{{ row.name }}</h1><p>{{ row.role }}</p>
<ul>{% for note in notes %}<li>{{ note.text }} {{ note.created_at }}</li>{% endfor %}</ul>"""


@contextmanager
def serving(data: Path) -> Iterator[Browser]:
    """The bare project on a notebook's database; stopped at the end."""
    words = [sys.executable, "-m", "bench.bare", str(data / "askwell.sqlite3")]
    server = Popen(words, env=env(data), stdout=PIPE, text=True)
    try:
        assert server.stdout is not None
        browser = Browser(server.stdout.readline().strip())
        yield browser
    finally:
        server.terminate()
        server.wait(timeout=30)


def _configure(file: str) -> None:
    from django.conf import settings

    settings.configure(
        SECRET_KEY="bare" * 15,
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF="__main__",
        USE_TZ=True,
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "django.contrib.messages",
        ],
        MIDDLEWARE=[
            "django.middleware.security.SecurityMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
        ],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": file}},
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {
                    "loaders": [
                        (
                            "django.template.loaders.locmem.Loader",
                            {"list.html": LIST, "one.html": ONE},
                        )
                    ],
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                    ],
                },
            }
        ],
    )


def _addresses() -> list[Any]:
    from django.http import HttpRequest, HttpResponse
    from django.shortcuts import render
    from django.urls import path

    from bench.bare_rows import Note, Person

    def constant(request: HttpRequest) -> HttpResponse:
        return HttpResponse("ok")

    def fifty(request: HttpRequest) -> HttpResponse:
        rows = Person.objects.filter(workspace_id=1, merged_into_id=None)
        return render(request, "list.html", {"rows": rows.order_by("sort_key", "id")[:50]})

    def one(request: HttpRequest, number: int) -> HttpResponse:
        row = Person.objects.get(pk=number)
        notes = Note.objects.filter(person=row).order_by("-created_at")[:5]
        return render(request, "one.html", {"row": row, "notes": notes})

    return [path("", constant), path("list/", fifty), path("person/<int:number>/", one)]


def main(file: str) -> None:
    """Serve until told to stop."""
    _configure(file)
    import django

    django.setup()
    urlpatterns.extend(_addresses())
    from askwell.cli.serve import Server

    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(256)
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    Server(listener, 1, lambda _server: print(address, flush=True)).run()


urlpatterns: list[Any] = []
if __name__ == "__main__":
    main(sys.argv[1])
