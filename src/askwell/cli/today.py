"""``askwell today``: the next step of everybody in play."""

import click

from askwell.cli.app import command, emit
from askwell.cli.scope import in_workspace, scope_of


@command(name="today")
@in_workspace
def today(workspace: str | None, as_json: bool) -> None:
    """Say what is worth doing, for whom, by when and why."""
    from zoneinfo import ZoneInfo

    from askwell.home import selectors
    from askwell.people import journal
    from askwell.plumbing import clock

    scope, now = scope_of(workspace), clock.now()
    journal.refresh(scope, now)
    cards = selectors.cards(scope, now)
    if as_json:
        steps = [
            {
                "person": str(card.person_uid),
                "exploration": str(card.exploration_uid) if card.exploration_uid else None,
                "step": card.kind.value,
                "due_at": card.due_at.isoformat(),
                "late": card.late,
                "reason": card.why,
                "url": card.url,
            }
            for card in cards
        ]
        emit({"now": now.isoformat(), "steps": steps})
        return
    zone = ZoneInfo(scope.settings.cadence.zone)
    for card in cards:
        click.echo(f"{card.due_at.astimezone(zone):%a %d %b %H:%M}  {card.title} – {card.why}")
    if not cards:
        click.echo("Nothing is waiting for you.")
