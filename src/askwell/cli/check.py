"""`askwell check`, `rules`, `rule` and `schema`: the coach on the command line.

Start-up counts here (a hook runs it at every commit), so options are read by hand and modules are
imported when they are needed; Django never is.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from askwell.cli.check_options import Options, Usage, parse

USAGE = """\
Usage: askwell check questions|letter|transcript|agenda FILE… [options]
       askwell rules [--json]
       askwell rule CODE
       askwell schema check

FILE may be - for standard input. Questions: one per line, Markdown bullets, or prose.

Options for every kind:
  --format text|json|sarif|github   how to print (default: text)
  --level error|warn|info           from which level findings fail (default: warn)
  --select CODES, --ignore CODES    codes or beginnings of codes, with commas (Q1,L201)
  --config FILE                     default: askwell.toml, or [tool.askwell] in pyproject.toml
Questions:
  --fix                             put safe rewrites in place
  --minutes N                       minutes agreed for the talk
  --hypothesis TEXT                 what you believe so far (may be repeated)
Letters (also .eml files):
  --kind KIND                       request, intro-request, who-do-you-know, forwardable, nudge, schedule,
                                    confirm, reminder, thanks, update, check-in, decline-reply
  --channel CHANNEL                 email, linkedin-note, linkedin-message, phone, card, letter
  --facts FILE                      JSON: the facts the letter may state
  --previous FILE                   a letter already sent to the same organization (may be repeated)
Transcripts:
  --me NAME, --minutes N, --agenda FILE

A comment silences a rule: # askwell: ignore Q101 at the end of its line, or on its own for the file.
Status: 0 clean, 1 findings at or above --level, 2 wrong usage.
"""
KINDS = ("questions", "letter", "transcript", "agenda")
FORMATS = ("text", "json", "sarif", "github")
LEVELS = ("error", "warn", "info")
_ONLY = {
    "--fix": ("questions",),
    "--hypothesis": ("questions",),
    "--minutes": ("questions", "transcript"),
    "--kind": ("letter",),
    "--channel": ("letter",),
    "--facts": ("letter",),
    "--previous": ("letter",),
    "--me": ("transcript",),
    "--agenda": ("transcript",),
}


def main(arguments: list[str]) -> int:
    """Run one of the coach's commands and return its status: 0 clean, 1 findings, 2 wrong usage."""
    command, rest = arguments[0], arguments[1:]
    if "--help" in rest or "-h" in rest:
        print(USAGE, end="")
        return 0
    try:
        return _COMMANDS[command](parse(rest))
    except Usage as error:
        print(f"askwell {command}: {error}\nSee: askwell {command} --help", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def check(options: Options) -> int:
    """Review every file and print what was found."""
    from askwell.cli import check_files, check_output

    kind, files = _kind_and_files(options)
    form = options.choice("--format", FORMATS, "text")
    config, configured = check_files.configuration(options)
    floor = options.choice("--level", LEVELS, configured)
    reports = []
    for name in files:
        text, review = check_files.review(kind, name, options, config)
        reports.append(check_output.Report(name, text, review))
    check_output.write(form, reports, floor)
    return int(any(check_output.fails(report, floor) for report in reports))


def _kind_and_files(options: Options) -> tuple[str, list[str]]:
    if not options.words or options.words[0] not in KINDS:
        raise Usage(f"say what to check: {', '.join(KINDS)}.")
    kind, files = options.words[0], options.words[1:]
    if not files:
        raise Usage("name a file, or - for standard input.")
    for name in [*options.values, *options.flags]:
        if kind not in _ONLY.get(name, KINDS) or name == "--json":
            raise Usage(f"{name} does not go with {kind}.")
    return kind, files


def rules(options: Options) -> int:
    """List the rules, one a line or as JSON."""
    from askwell.coach import RULES

    if "--json" in options.flags:
        import json

        print(json.dumps([describe(rule) for rule in RULES], indent=1, ensure_ascii=False))
        return 0
    for rule in RULES:
        print(f"{rule.code}  {rule.level.value:5}  {rule.slug:24} {rule.message}")
    return 0


def rule(options: Options) -> int:
    """Explain one rule, named by code or slug."""
    from askwell.coach import RULES

    if len(options.words) != 1:
        raise Usage("name one rule, for example Q101.")
    wanted = options.words[0]
    for found in RULES:
        if wanted.upper() == found.code or wanted.lower() == found.slug:
            from askwell.cli.check_pages import page

            print(page(found), end="")
            return 0
    raise Usage(f"there is no rule {wanted}.")


def schema(options: Options) -> int:
    """Print the JSON Schema of the check output."""
    from importlib.resources import files

    if options.words != ["check"]:
        raise Usage("say which: askwell schema check.")
    print(files("askwell.cli").joinpath("check_schema.json").read_text("utf-8"), end="")
    return 0


def describe(rule: object) -> dict[str, object]:
    """A rule as plain data."""
    names = ("code", "slug", "family", "scope", "message", "reason", "dispute", "false_alarms")
    found: dict[str, object] = {name: getattr(rule, name) for name in names}
    found["level"] = rule.level.value  # type: ignore[attr-defined]
    found["sources"] = list(rule.sources)  # type: ignore[attr-defined]
    found["numbers"] = dict(rule.numbers)  # type: ignore[attr-defined]
    return found


_COMMANDS: dict[str, Callable[[Options], int]] = {
    "check": check,
    "rules": rules,
    "rule": rule,
    "schema": schema,
}
