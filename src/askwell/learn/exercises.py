"""What to practise when a talk or a letter went a little wrong; words in ``exercises.toml``.

``[[exercise]] id, stage, rules, title, text, cards``: ``rules`` are codes of the coach, ``cards`` ids
of the cards about the same thing, and perhaps ``character``, somebody to rehearse it with.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from askwell.learn import characters, words
from askwell.plumbing import content

PACKAGE = "askwell.learn"


@dataclass(frozen=True)
class Exercise:
    """One thing to practise, and the cards that speak of it."""

    id: str
    stage: str
    rules: tuple[str, ...]
    title: str
    text: str
    cards: tuple[str, ...] = ()
    character: str = ""


@cache
def exercises(language: str = content.DEFAULT_LANGUAGE) -> tuple[Exercise, ...]:
    """All exercises in the order of the file."""
    entries = content.toml(PACKAGE, "exercises.toml", language)["exercise"]
    return tuple(
        Exercise(**{**e, "rules": tuple(e["rules"]), "cards": tuple(e.get("cards", ()))})
        for e in entries
    )


def for_codes(
    codes: Iterable[str], language: str = content.DEFAULT_LANGUAGE
) -> list[tuple[str, Exercise]]:
    """Each rule that has an exercise with it, in the order given; an exercise comes once."""
    found: dict[str, tuple[str, Exercise]] = {}
    for code in codes:
        for exercise in exercises(language):
            if code in exercise.rules:
                found.setdefault(exercise.id, (code, exercise))
    return list(found.values())


def cards_about(
    exercise: Exercise, language: str = content.DEFAULT_LANGUAGE
) -> tuple[words.Card, ...]:
    """The cards of an exercise, in its order."""
    known = words.card_by_id(language)
    return tuple(known[key] for key in exercise.cards if key in known)


def partner(
    exercise: Exercise, language: str = content.DEFAULT_LANGUAGE
) -> characters.Character | None:
    """Who to rehearse it with, where somebody fits."""
    everybody = characters.characters(language)
    return next((who for who in everybody if who.id == exercise.character), None)
