"""Jobs are named by text, so that a lower stage need not import a higher one; every name exists."""

import ast
import re
from pathlib import Path

from askwell.plumbing import queue

SOURCE = Path(queue.__file__).resolve().parents[1]
NAME = re.compile(r"^\w+\.jobs\.\w*$")


def names():
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and NAME.match(node.value)
            ):
                yield node.value


def test_every_job_that_is_named_exists():
    found = set(names())
    assert found
    for name in found:
        assert callable(queue.resolve(name)), name
