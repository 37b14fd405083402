"""Jobs are named by text, so that a lower stage need not import a higher one; every name exists."""

import ast
from pathlib import Path

from askwell.plumbing import queue

SOURCE = Path(queue.__file__).resolve().parents[1]


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def enqueued():
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and node.args and called(node) == "enqueue":
                yield path, node.args[0]


def test_every_job_that_is_asked_for_exists():
    for path, name in enqueued():
        if path.name == "queue.py":
            continue
        assert isinstance(name, ast.Constant), f"{path}: the name of a job must stand there as text"
        assert callable(queue.resolve(name.value))
