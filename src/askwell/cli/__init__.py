"""``askwell …``: each command calls one operation.

The coach's commands need neither Django nor click, and start fast because neither is imported
before it is known which command is meant.
"""

import sys

COACH = {"check", "rules", "rule", "schema"}


def main(argv: list[str] | None = None) -> None:
    """Run one command and leave with its status: 0 done, 1 refused, 2 wrong usage."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments and arguments[0] in COACH:
        from askwell.cli.check import main as coach

        sys.exit(coach(arguments))
    from askwell.cli.app import run

    sys.exit(run(arguments))
