"""A sense of proportion: short functions, short files, few imports, nothing left lying about."""

import ast
import re
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("src/askwell", "tests", "frontend", "tools", "bench")
NOT_OURS = {"migrations", "built", "node_modules", "__pycache__"}
FILES = [
    str(path.relative_to(ROOT))
    for folder in FOLDERS
    for path in sorted((ROOT / folder).rglob("*"))
    if path.is_file() and not NOT_OURS & set(path.parts)
]
PYTHON = [name for name in FILES if name.endswith(".py")]


def functions(name: str):
    for node in ast.walk(ast.parse((ROOT / name).read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{node.name}:{node.lineno}", node.end_lineno - node.lineno + 1


def test_no_file_is_longer_than_400_lines():
    written = [n for n in FILES if n.endswith((".py", ".ts", ".html", ".css"))]
    assert [n for n in written if len((ROOT / n).read_text().splitlines()) > 400] == []


def test_functions_are_short():
    lengths = {(n, f): size for n in PYTHON if n.startswith("src/") for f, size in functions(n)}
    assert {where: size for where, size in lengths.items() if size > 60} == {}
    assert median(lengths.values()) <= 10


@pytest.mark.parametrize("sign", [r"(#|//).*\b(TODO|FIXME|XXX)\b", r"raise NotImplementedError"])
def test_nothing_is_left_for_later(sign):
    pattern = re.compile(sign)
    sources = [n for n in FILES if n.startswith(("src/", "frontend/")) and not n.endswith(".json")]
    assert [n for n in sources if pattern.search((ROOT / n).read_text(errors="replace"))] == []
