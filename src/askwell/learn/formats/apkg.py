"""Cards as a deck for Anki (``.apkg``), written by `genanki`; it is loaded only here.

Numbers of decks, note types and notes come from names, so that a later export brings the same notes
up to date instead of doubling them.
"""

import hashlib
import re
import tempfile
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any

from askwell.learn.words import BETTER, CLOZE, Card

NAME = "Askwell"
_GAP = re.compile(r"\{\{(.+?)\}\}")
_STYLE = (
    ".card { font-family: sans-serif; font-size: 20px; text-align: center; } "
    ".source { color: #666; font-size: 14px; }"
)


def write(cards: Iterable[Card], headings: Mapping[str, str], *, at: float) -> bytes:
    """The deck file. ``headings`` names the stages, ``at`` is the moment in seconds since 1970."""
    import genanki

    models = {CLOZE: _cloze_model(), "": _basic_model()}
    decks: dict[str, Any] = {}
    for card in cards:
        name = f"{NAME}::{headings.get(card.stage, card.stage)}"
        deck = decks.setdefault(name, genanki.Deck(_number(f"deck {name}"), name))
        deck.add_note(_note(card, models.get(card.kind, models[""])))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "askwell.apkg"
        genanki.Package(list(decks.values())).write_to_file(str(path), timestamp=at)
        return path.read_bytes()


def _note(card: Card, model: Any) -> Any:
    import genanki

    return genanki.Note(
        model=model,
        fields=[*sides(card), escape(card.source)],
        guid=genanki.guid_for("askwell", card.id),
        tags=["askwell", *("-".join(tag.split()) for tag in (card.stage, card.kind))],
    )


def sides(card: Card) -> tuple[str, str]:
    """Front and back as HTML; the gaps of a cloze in Anki's own marks."""
    if card.kind == CLOZE:
        numbers = iter(range(1, 1000))
        marked = _GAP.sub(lambda gap: f"{{{{c{next(numbers)}::{gap[1]}}}}}", escape(card.front))
        return _lines(marked), _lines(escape(card.back))
    front, back = escape(card.front), escape(card.back)
    if card.kind == BETTER:
        front += f"\n\nA: {escape(card.a)}\n\nB: {escape(card.b)}"
        back = f"{card.better.upper()}. {back}"
    return _lines(front), _lines(back)


def _lines(text: str) -> str:
    return text.replace("\n", "<br>")


def _basic_model() -> Any:
    return _model(
        "basic",
        ("Front", "Back", "Source"),
        qfmt="{{Front}}",
        afmt='{{FrontSide}}<hr id="answer">{{Back}}<div class="source">{{Source}}</div>',
    )


def _cloze_model() -> Any:
    return _model(
        "cloze",
        ("Text", "More", "Source"),
        qfmt="{{cloze:Text}}",
        afmt='{{cloze:Text}}<br>{{More}}<div class="source">{{Source}}</div>',
        model_type=1,
    )


def _model(kind: str, fields: tuple[str, ...], *, qfmt: str, afmt: str, **more: Any) -> Any:
    import genanki

    name = f"{NAME} {kind}"
    return genanki.Model(
        _number(f"model {name}"),
        name,
        fields=[{"name": field} for field in fields],
        templates=[{"name": kind, "qfmt": qfmt, "afmt": afmt}],
        css=_STYLE,
        **more,
    )


def _number(name: str) -> int:
    """Anki wants numbers of its own size; the same name always gives the same."""
    digest = hashlib.sha256(f"askwell {name}".encode()).digest()
    return (1 << 30) | int.from_bytes(digest[:4], "big") >> 2
