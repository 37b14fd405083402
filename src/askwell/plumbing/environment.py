"""What the environment says, read and judged once, before Django starts.

Nothing here imports Django, so that a wrong setting is refused with one sentence instead of a
traceback, and so that the whole reading can be tested as plain functions.
"""

import os
import secrets
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import platformdirs

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
SHORTEST_SECRET = 50
TRUE = {"1", "true", "yes", "on"}
FALSE = {"", "0", "false", "no", "off"}


class InsecureSetting(Exception):
    """A setting that would make this server unsafe or unusable; the message says which and why."""


@dataclass(frozen=True)
class Environment:
    """The settings of one machine, all checked."""

    data: Path
    mode: str
    secret: str
    hosts: tuple[str, ...]
    origin: str
    database: dict[str, Any]
    signup: bool
    email: dict[str, Any]
    sender: str

    @property
    def server(self) -> bool:
        """Is this the mode with accounts, reachable from other machines?"""
        return self.mode == "server"

    @property
    def secure(self) -> bool:
        """Do people reach this server through https?"""
        return self.origin.startswith("https://")

    @property
    def cookie_suffix(self) -> str:
        """Keeps two notebooks on one machine (cookies ignore ports) from signing each other out."""
        return f"{zlib.crc32(str(self.data).encode()):08x}"


def read(environ: Mapping[str, str] = os.environ) -> Environment:
    """Read and check every ``ASKWELL_…`` variable.

    Raises :class:`InsecureSetting` with a sentence that names the variable.
    """
    data = data_folder(environ)
    mode = environ.get("ASKWELL_MODE", "local")
    if mode not in ("local", "server"):
        raise InsecureSetting(f"ASKWELL_MODE is “{mode}”; it can be “local” or “server”.")
    origin = environ.get("ASKWELL_URL", "").rstrip("/")
    return Environment(
        data=data,
        mode=mode,
        secret=_secret(environ, data),
        hosts=_hosts(mode, origin),
        origin=origin,
        database=database(environ.get("DATABASE_URL", ""), data),
        signup=_switch(environ, "ASKWELL_SIGNUP"),
        email=_email(environ.get("ASKWELL_EMAIL_URL", "")),
        sender=environ.get("ASKWELL_EMAIL_FROM", "Askwell <askwell@localhost>"),
    )


def data_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder that holds everything this notebook knows (``ASKWELL_DATA`` or the platform's)."""
    chosen = environ.get("ASKWELL_DATA")
    return (
        Path(chosen).expanduser().resolve()
        if chosen
        else Path(platformdirs.user_data_dir("askwell", appauthor=False))
    )


def database(url: str, data: Path) -> dict[str, Any]:
    """Django's settings for the database behind ``DATABASE_URL``; SQLite in the data folder if empty.

    SQLite takes the write lock at the start of a transaction (``IMMEDIATE``), because a lock taken
    half-way through cannot wait; WAL lets readers go on while one writes. ``synchronous`` stays at
    FULL: a note that was said to be saved is on the disk even when the power fails. What is deleted
    is overwritten (``secure_delete``): a person who was forgotten is not left in free pages. A
    connection stays open: to open one costs more than most pages ask of it.
    """
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": data / "askwell.sqlite3",
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA secure_delete=ON; PRAGMA cache_size=-32000;",
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres"):
        raise InsecureSetting(
            f"DATABASE_URL starts with “{parts.scheme}”; only postgresql:// is understood "
            "(leave it out for SQLite)."
        )
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "askwell",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": query,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def _switch(environ: Mapping[str, str], name: str) -> bool:
    value = environ.get(name, "").strip().lower()
    if value in TRUE | FALSE:
        return value in TRUE
    raise InsecureSetting(f"{name} is “{value}”; say “yes” or “no”.")


def _hosts(mode: str, origin: str) -> tuple[str, ...]:
    if mode == "local":
        return LOOPBACK
    host = urlsplit(origin).hostname
    if not host or "*" in host:
        raise InsecureSetting(
            "ASKWELL_URL is missing: in server mode, say under which address people reach "
            "this server, for example https://askwell.example.org."
        )
    loopback = host in ("127.0.0.1", "localhost", "::1")
    if not origin.startswith("https://") and not loopback:
        raise InsecureSetting(
            "ASKWELL_URL must start with https://: without it, passwords would travel in the open."
        )
    return (host, *LOOPBACK)


def _secret(environ: Mapping[str, str], data: Path) -> str:
    given = environ.get("ASKWELL_SECRET")
    if given is None:
        return _secret_file(data)
    if len(given) < SHORTEST_SECRET or len(set(given)) < 10:
        raise InsecureSetting(
            f"ASKWELL_SECRET is too easy to guess: give at least {SHORTEST_SECRET} random "
            "characters, or leave it out and Askwell makes one."
        )
    return given


def _secret_file(data: Path) -> str:
    """The key in the data folder, made on first use; nobody else on the machine may read it."""
    path = data / "secret-key"
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        if path.stat().st_mode & 0o077:
            raise InsecureSetting(
                f"Other people on this machine may read {path}; take that away with: "
                f"chmod 600 {path}"
            ) from None
        return path.read_text()
    except OSError as error:
        raise InsecureSetting(
            f"The data folder {data} cannot be written ({error.strerror}); "
            "choose another with --data DIR or ASKWELL_DATA."
        ) from None
    key = secrets.token_urlsafe(64)
    with os.fdopen(handle, "w") as file:
        file.write(key)
    return key


def _email(url: str) -> dict[str, Any]:
    """Django's e-mail settings for ``smtp://…`` or ``smtps://…``; none means no mail is sent."""
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    parts = urlsplit(url)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise InsecureSetting("ASKWELL_EMAIL_URL must look like smtps://user:password@host:465.")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp",
        "EMAIL_TIMEOUT": 20,
    }
