"""What a project may choose: which rules, how loud, and every number in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from askwell.coach.finding import Severity
from askwell.coach.rule import Numbers, Rule


class ConfigError(ValueError):
    """The configuration says something that no rule understands; the message says where."""


@dataclass(frozen=True, slots=True)
class Config:
    """Choices about rules. *select* and *ignore* hold codes or beginnings of codes ("Q", "L20")."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: Mapping[str, Severity] = field(default_factory=dict)
    numbers: Mapping[str, Numbers] = field(default_factory=dict)

    def level_of(self, rule: Rule) -> Severity:
        """The level of *rule* here; a rule chosen by name is never off, an ignored one always."""
        if self.ignore and rule.code.startswith(self.ignore):
            return Severity.OFF
        if self.select and not rule.code.startswith(self.select):
            return Severity.OFF
        level = self.levels.get(rule.code, self.levels.get(rule.slug, rule.level))
        if level is Severity.OFF and rule.code in self.select:
            return Severity.INFO
        return level

    def numbers_of(self, rule: Rule) -> Numbers:
        """The rule's numbers with the configured ones in their place."""
        own = self.numbers.get(rule.code) or self.numbers.get(rule.slug)
        return {**rule.numbers, **own} if own else rule.numbers


DEFAULT = Config()


def read_config(table: Mapping[str, object]) -> Config:
    """Build a configuration from a parsed `askwell.toml` or `[tool.askwell]` table.

    Raises ConfigError for a wrong type or an unknown level. Keys: `select`, `ignore` (lists of
    codes) and `rules.<code or slug>` with `level` and the rule's numbers.
    """
    levels: dict[str, Severity] = {}
    numbers: dict[str, Numbers] = {}
    chosen = table.get("rules", {})
    if not isinstance(chosen, Mapping):
        raise ConfigError("rules must be a table")
    for name, options in chosen.items():
        if not isinstance(options, Mapping):
            raise ConfigError(f"rules.{name} must be a table")
        if "level" in options:
            levels[name] = _level(name, options["level"])
        numbers[name] = {key: _number(name, key, options[key]) for key in options if key != "level"}
    return Config(_codes(table, "select"), _codes(table, "ignore"), levels, numbers)


def _level(name: str, value: object) -> Severity:
    try:
        return Severity(str(value))
    except ValueError:
        raise ConfigError(f"rules.{name}.level must be error, warn, info or off") from None


def _number(name: str, key: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ConfigError(f"rules.{name}.{key} must be a number")
    return value


def _codes(table: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if isinstance(value, str):
        value = [part.strip() for part in value.split(",")]
    if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
        raise ConfigError(f"{key} must be a list of codes")
    return tuple(code for code in value if code)
