"""Sentences in Python that a person reads go through gettext as well."""

import ast
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import askwell
from askwell.plumbing.errors import Refusal

SOURCE = Path(askwell.__file__).resolve().parent
SHOWN = {"label", "help_text", "empty_label", "title"}


def refusals() -> set[str]:
    """Names of every kind of refusal; each is shown as the sentence it was raised with."""
    for module in walk_packages(askwell.__path__, "askwell."):
        if not module.name.endswith(("__main__", "settings_test", "wsgi")):
            import_module(module.name)
    found, fresh = {"Refusal"}, [Refusal]
    while fresh:
        fresh = [kind for parent in fresh for kind in parent.__subclasses__()]
        found |= {kind.__name__ for kind in fresh}
    return found


def bare(node: ast.expr | None) -> bool:
    """Is this text with words in it, written there as it is?"""
    if isinstance(node, ast.JoinedStr):
        return any(map(bare, node.values))
    text = isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value
    return bool(text) and any(letter.isalpha() for letter in text)


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def untranslated(path: Path, kinds: set[str]):
    for node in ast.walk(ast.parse(path.read_text())):
        if not isinstance(node, ast.Call):
            continue
        name, first = called(node), node.args[0] if node.args else None
        said = node.args[1] if name in ("say", "add_error") and len(node.args) > 1 else None
        of_a_form = name.endswith(("Field", "Widget"))
        named = [k.value for k in node.keywords if k.arg in SHOWN] if of_a_form else []
        if bare(said) or (name in kinds and bare(first)) or any(map(bare, named)):
            yield f"{path.relative_to(SOURCE)}:{node.lineno} {name}"


def test_every_sentence_in_python_is_translated():
    kinds = refusals()
    stages = [p for p in SOURCE.rglob("*.py") if not {"coach", "cli", "migrations"} & set(p.parts)]
    assert [where for path in stages for where in untranslated(path, kinds)] == []
