"""``askwell doctor``: is everything as it should be?"""

import click

from askwell.cli.app import command, emit


@command(name="doctor")
def doctor(as_json: bool) -> int:
    """Check the notebook's file; compare next steps with the journal, rebuild them if need be."""
    from django.conf import settings
    from django.db import connection

    from askwell.plumbing import clock, store
    from askwell.transfer import checkup

    found = store.problems() + checkup.findings(now=clock.now())
    if found:
        checkup.mend(now=clock.now())
    facts = {
        "data": str(settings.DATA),
        "mode": settings.MODE,
        "database": connection.vendor,
        "problems": found,
    }
    if as_json:
        emit(facts)
    else:
        click.echo(f"Notebook in {settings.DATA} ({connection.vendor}, {settings.MODE} mode)")
        for line in found or ["Everything is in order."]:
            click.echo(line)
    return 1 if found else 0
