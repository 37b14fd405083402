"""The page of one rule and the index of all, as Markdown: printed, and kept in `docs/rules`."""

from __future__ import annotations

from collections.abc import Iterable

from askwell.coach import Rule

_FAMILIES = {
    "questions": "Questions",
    "letters": "Letters",
    "transcripts": "Transcripts",
    "agendas": "Agendas",
}
_SHOWN = 4


def page(rule: Rule) -> str:
    """Everything there is to know about one rule."""
    return "\n".join(_page(rule)).rstrip() + "\n"


def _page(rule: Rule) -> Iterable[str]:
    yield f"# {rule.code} {rule.slug}"
    yield ""
    yield f"*{_FAMILIES[rule.family]}, level {rule.level.value}*"
    yield ""
    yield rule.message
    yield ""
    yield f"**Why.** {rule.reason}"
    yield ""
    yield f"**Who says so.** {'; '.join(rule.sources)}."
    if rule.dispute:
        yield f"\n**Where guides differ.** {rule.dispute}"
    if rule.false_alarms:
        yield f"\n**Known false alarms.** {rule.false_alarms}"
    if rule.numbers:
        yield "\n**Numbers** (in `askwell.toml`):\n"
        yield f"```toml\n[rules.{rule.code}]"
        yield from (f"{name} = {value:g}" for name, value in rule.numbers.items())
        yield "```"
    yield from _examples("Flagged", rule.must_flag)
    yield from _examples("Fine", rule.must_pass)


def _examples(title: str, examples: Iterable[object]) -> Iterable[str]:
    yield f"\n## {title}\n"
    for example in list(examples)[:_SHOWN]:
        text = str(getattr(example, "text", example)).rstrip("\n")
        yield f"```text\n{text}\n```\n"


def index(rules: Iterable[Rule]) -> str:
    """All rules with their levels, by family."""
    lines = [
        "# Rules",
        "",
        "One page each; made from the rules themselves by `tools/rule_docs.py`.",
        "",
    ]
    family = ""
    for rule in rules:
        if rule.family != family:
            family = rule.family
            lines += [
                "",
                f"## {_FAMILIES[family]}",
                "",
                "| code | level | rule | says |",
                "|---|---|---|---|",
            ]
        says = rule.message.replace("|", "\\|")
        lines.append(
            f"| [{rule.code}]({rule.code}.md) | {rule.level.value} | {rule.slug} | {says} |"
        )
    return "\n".join(lines).replace("\n\n\n", "\n\n") + "\n"
