"""``askwell learn``: what there is to know, what is due, and files to take along."""

from pathlib import Path
from typing import Any

import click

from askwell.cli.app import command, emit
from askwell.cli.scope import in_workspace, scope_of


@command(name="learn")
@click.option("--due", is_flag=True, help="Only the cards that wait now.")
@click.option(
    "--export",
    "cards",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write all cards for Anki (.apkg) or as a table (.csv).",
)
@click.option(
    "--pack",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the class pack, a zip with everything for a class.",
)
@in_workspace
def learn(
    due: bool, cards: Path | None, pack: Path | None, workspace: str | None, as_json: bool
) -> None:
    """Study the practice: pages, facts, questions, cards, people to rehearse with."""
    written = [_write_cards(workspace, cards)] if cards else []
    written += [_write_pack(pack)] if pack else []
    if written:
        _tell_files(written, as_json)
    elif due:
        _tell_due(workspace, as_json)
    else:
        _tell_everything(workspace, as_json)


def _write_cards(workspace: str | None, path: Path) -> Path:
    from askwell.learn import operations
    from askwell.plumbing import clock

    if path.suffix not in (".apkg", ".csv"):
        raise click.UsageError("Name a file that ends in .apkg or .csv.")
    scope = scope_of(workspace)
    if path.suffix == ".csv":
        return _written(path, operations.as_csv(scope))
    return _written(path, operations.as_apkg(scope, now=clock.now()))


def _write_pack(path: Path) -> Path:
    from askwell.learn import classpack, headings, selectors
    from askwell.plumbing import clock

    if path.suffix != ".zip":
        raise click.UsageError("Name a file that ends in .zip.")
    named = {stage: str(heading) for stage, heading in headings.STAGE_WORDS.items()}
    return _written(path, classpack.pack(selectors.language(), named, clock.now()))


def _written(path: Path, contents: bytes) -> Path:
    try:
        path.write_bytes(contents)
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror}.") from None
    return path


def _tell_files(written: list[Path], as_json: bool) -> None:
    if as_json:
        emit({"files": [str(path) for path in written]})
        return
    for path in written:
        click.echo(f"{path} is written.")


def _tell_due(workspace: str | None, as_json: bool) -> None:
    from askwell.learn import selectors
    from askwell.plumbing import clock

    now = clock.now()
    session = selectors.session(scope_of(workspace), now)
    deck = session.deck
    if as_json:
        rows = [
            _card(deck.cards[key]) | {"due_at": deck.states[key][0].isoformat()}
            for key in session.due
        ]
        rows += [_card(deck.cards[key]) | {"due_at": None} for key in session.fresh]
        emit({"now": now.isoformat(), "cards": rows})
        return
    for key in [*session.due, *session.fresh]:
        click.echo(deck.cards[key].asks)
    if not session.count:
        click.echo("Nothing is due now.")


def _tell_everything(workspace: str | None, as_json: bool) -> None:
    from django.urls import reverse

    from askwell.learn import characters, pages, selectors, words

    language = selectors.language()
    everything: dict[str, list[dict[str, Any]]] = {
        "pages": [
            {"stage": p.stage, "title": p.title, "url": reverse("learn:page", args=[p.slug])}
            for p in pages.pages(language)
        ],
        "facts": [
            {"id": f.id, "stage": f.stage, "text": f.text, "source": f.source}
            for f in words.facts(language)
        ],
        "questions": [
            {"question": q.question, "answer": q.answer, "stage": q.stage}
            for q in words.review_questions(language)
        ],
        "cards": [_card(card) for card in selectors.deck(scope_of(workspace)).cards.values()],
        "characters": [
            {"name": c.name, "temperament": c.temperament} for c in characters.characters(language)
        ],
    }
    if as_json:
        emit(everything)
        return
    for kind, rows in everything.items():
        click.echo(f"{len(rows):4} {kind}")


def _card(card: Any) -> dict[str, str | None]:
    """A card with both its sides; "which is better" carries the two in its front."""
    choice = f"\nA: {card.a}\nB: {card.b}" if card.a else ""
    answer = f"{card.better.upper()}. " if card.better else ""
    return {
        "id": card.id,
        "kind": card.kind,
        "stage": card.stage,
        "front": card.front + choice,
        "back": answer + card.back if card.back else card.answer,
    }
