"""Reads the words that ship with a stage: ``<stage>/content/<language>/<file>``.

Bank, guide, cards and letter texts are data, so that a translator needs no Python. A file that
is missing in a language is read in English. Everything is read once per process.
"""

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

DEFAULT_LANGUAGE = "en"


def _folder(package: str, language: str) -> Traversable:
    return files(package) / "content" / language


def languages_tried(language: str) -> tuple[str, ...]:
    """The languages to look in, best first: ``pt-br`` → ``pt-br``, ``pt``, ``en``."""
    wanted = language.lower()
    return tuple(dict.fromkeys((wanted, wanted.split("-")[0], DEFAULT_LANGUAGE)))


@cache
def text(package: str, name: str, language: str = DEFAULT_LANGUAGE) -> str:
    """The text of ``name`` below the stage's content folder, in the nearest language there is.

    Raises ``FileNotFoundError`` if not even the English one exists: that is a packaging mistake.
    """
    for candidate in languages_tried(language):
        path = _folder(package, candidate) / name
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise FileNotFoundError(f"{package} has no content named {name}")


@cache
def toml(package: str, name: str, language: str = DEFAULT_LANGUAGE) -> dict[str, Any]:
    """The same, parsed as TOML. Shared by all callers: read it, never change it."""
    return tomllib.loads(text(package, name, language))


@cache
def names(package: str, folder: str = "", suffix: str = "") -> tuple[str, ...]:
    """File names in the stage's English content folder (English is always complete), sorted."""
    root = _folder(package, DEFAULT_LANGUAGE)
    root = root / folder if folder else root
    return tuple(sorted(entry.name for entry in root.iterdir() if entry.name.endswith(suffix)))
