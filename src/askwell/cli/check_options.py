"""Options of the coach's commands, read by hand: no library would start as fast."""

from __future__ import annotations

from dataclasses import dataclass, field

_VALUES = {
    "--format", "--level", "--select", "--ignore", "--config", "--minutes", "--hypothesis",
    "--kind", "--channel", "--facts", "--previous", "--me", "--agenda",
}  # fmt: skip
_FLAGS = {"--fix", "--json"}


class Usage(Exception):
    """The command line cannot be understood; the message says what is wrong."""


@dataclass
class Options:
    """What was asked for on the command line."""

    words: list[str] = field(default_factory=list)
    values: dict[str, list[str]] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)

    def one(self, name: str, default: str | None = None) -> str | None:
        """The last value given for *name*."""
        return self.values.get(name, [default])[-1]

    def choice(self, name: str, allowed: tuple[str, ...], default: str) -> str:
        """A value out of *allowed*; raises Usage for any other."""
        value = self.one(name, default) or default
        if value not in allowed:
            raise Usage(f"{name} must be one of {', '.join(allowed)}.")
        return value

    def number(self, name: str) -> int | None:
        """A whole number above zero, or None when the option was not given."""
        value = self.one(name)
        if value is None:
            return None
        if not value.isdigit() or int(value) == 0:
            raise Usage(f"{name} must be a whole number above 0.")
        return int(value)


def parse(arguments: list[str]) -> Options:
    """Sort the arguments into words, values and flags; raises Usage for an unknown option."""
    options = Options()
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        if argument == "-" or not argument.startswith("-"):
            options.words.append(argument)
        elif name in _VALUES:
            given = value if equals else next(rest, None)
            if given is None:
                raise Usage(f"{name} needs a value.")
            options.values.setdefault(name, []).append(given)
        elif argument in _FLAGS:
            options.flags.add(argument)
        else:
            raise Usage(f"there is no option {name}.")
    return options
