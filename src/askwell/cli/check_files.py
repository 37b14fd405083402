"""What `askwell check` reads: the text, the facts, the configuration."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import FileIO

from askwell import coach
from askwell.cli.check_options import Options, Usage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from askwell.cli.check_output import Review

LIMIT = 20_000_000
_DEEPEST = 24


def review(kind: str, name: str, options: Options, config: coach.Config) -> tuple[str, Review]:
    """The text of a file and its review; with `--fix` the file as it is after the fixes."""
    text = read(name)
    try:
        if kind == "questions":
            return _questions(name, text, options, config)
        if kind == "letter":
            return _letter(_letter_text(name, text), options, config)
        if kind == "transcript":
            return text, coach.review_transcript(
                text,
                me=options.one("--me"),
                minutes=options.number("--minutes"),
                agenda=tuple(_agenda_lines(options)),
                config=config,
            )
        return text, coach.review_agenda(text, config=config)
    except ValueError as error:
        raise Usage(f"{name}: {error}") from None


def read(name: str) -> str:
    """The text of a file or of standard input; raises Usage when it cannot be read."""
    try:
        raw = sys.stdin.buffer.read(LIMIT + 1) if name == "-" else _bytes(name)
    except OSError as error:
        raise Usage(f"cannot read {name}: {error.strerror}.") from None
    if len(raw) > LIMIT:
        raise Usage(f"{name} is larger than {LIMIT // 1_000_000} MB.")
    if b"\0" in raw and raw[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise Usage(f"{name} is not a text file.")
    for encoding in (
        ("utf-8-sig", "utf-16") if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",)
    ):
        try:
            return raw.decode(encoding).replace("\r\n", "\n")
        except UnicodeDecodeError:
            continue
    return raw.decode("cp1252", "replace").replace("\r\n", "\n")


def _bytes(name: str) -> bytes:
    with FileIO(name) as file:
        return file.readall()


def _questions(name: str, text: str, options: Options, config: coach.Config) -> tuple[str, Review]:
    def reviewed(text: str) -> coach.QuestionsReview:
        return coach.review_questions(
            text,
            minutes=options.number("--minutes"),
            hypotheses=options.values.get("--hypothesis", ()),
            config=config,
        )

    found = reviewed(text)
    if "--fix" not in options.flags:
        return text, found
    fixed = coach.apply_fixes(text, found.findings)
    if name == "-":
        print(fixed, end="")
        sys.stdout = sys.stderr
    elif fixed != text:
        _write(name, fixed)
    return fixed, reviewed(fixed)


def _letter_text(name: str, text: str) -> str:
    if not name.lower().endswith(".eml"):
        return text
    from email import message_from_string, policy

    message = message_from_string(text, policy=policy.default)
    body = message.get_body(("plain", "html"))
    content = body.get_content() if body else ""
    if body is not None and body.get_content_subtype() == "html":
        content = _without_tags(content)
    return f"Subject: {message.get('Subject', '')}\n\n{content.replace(chr(13), '')}"


def _without_tags(html: str) -> str:
    import re
    from html import unescape

    html = re.sub(r"(?is)<(style|script)\b.*?</\1>", "", html)
    html = re.sub(r"(?i)<(?:br|/p|/div|/li|/h\d)\b[^>]*>", "\n", html)
    return unescape(re.sub(r"<[^>]+>", "", html))


def _write(name: str, text: str) -> None:
    try:
        with FileIO(name, "w") as file:
            file.write(text.encode("utf-8"))
    except OSError as error:
        raise Usage(f"cannot write {name}: {error.strerror}.") from None


def _letter(text: str, options: Options, config: coach.Config) -> tuple[str, Review]:
    kind = options.one("--kind")
    if kind is None:
        raise Usage("a letter needs --kind, for example --kind request.")
    found = coach.review_letter(
        text,
        kind=kind,
        channel=options.one("--channel") or "email",
        facts=_facts(options.one("--facts")),
        previous=tuple(read(name) for name in options.values.get("--previous", ())),
        config=config,
    )
    return text, found


def _facts(name: str | None) -> dict[str, str] | None:
    if name is None:
        return None
    import json

    try:
        found = json.loads(read(name))
    except ValueError as error:
        raise Usage(f"{name} is not JSON: {error}.") from None
    if not isinstance(found, dict):
        raise Usage(f"{name} must hold one JSON object.")
    return dict(_flat(found, ""))


def _flat(table: dict[str, object], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        elif value is not None:
            yield f"{prefix}{key}", str(value)


def _agenda_lines(options: Options) -> list[str]:
    name = options.one("--agenda")
    lines = read(name).splitlines() if name else []
    return [line.strip() for line in lines if line.strip()]


def configuration(options: Options) -> tuple[coach.Config, str]:
    """The configuration of the project with the command line's choices, and the level that fails."""
    table = _table(options.one("--config"))
    for key in ("select", "ignore"):
        if given := options.values.get(f"--{key}"):
            table[key] = ",".join(given)
    level = table.get("level", "warn")
    if level not in ("error", "warn", "info"):
        raise Usage("level in the configuration must be error, warn or info.")
    try:
        config = coach.read_config(table)
    except coach.ConfigError as error:
        raise Usage(f"configuration: {error}.") from None
    _known(config)
    return config, str(level)


def _known(config: coach.Config) -> None:
    codes = (*config.select, *config.ignore)
    named = {*config.levels, *config.numbers}
    if not codes and not named:
        return
    known = {rule.code for rule in coach.RULES} | {rule.slug for rule in coach.RULES}
    for code in codes:
        if not any(rule.startswith(code) for rule in known):
            raise Usage(f"there is no rule {code}.")
    for name in named - known:
        raise Usage(f"configuration: there is no rule {name}.")


def _table(name: str | None) -> dict[str, object]:
    found, text = (name, read(name)) if name else _nearest()
    shared = found.endswith("pyproject.toml")
    if not text or (shared and "[tool.askwell" not in text):
        return {}
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Usage(f"{found}: {error}.") from None
    return table.get("tool", {}).get("askwell", {}) if shared else table


def _nearest() -> tuple[str, str]:
    """Name and text of the configuration nearest to the folder one is in."""
    for depth in range(_DEEPEST):
        for name in ("askwell.toml", "pyproject.toml"):
            path = "../" * depth + name
            try:
                return path, _bytes(path).decode("utf-8", "replace")
            except OSError:
                continue
    return "", ""
