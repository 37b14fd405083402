"""Files to import, written by tests, and what came of them."""

from datetime import UTC, datetime

from tests.people.formats.reading import SAMPLES

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def ticking():
    """A clock that stands."""
    return NOW


def sample(name):
    return (SAMPLES / name).read_bytes()


def row(first, last="", slug="", email="", company="", role="", on=""):
    url = f"https://www.linkedin.com/in/{slug}" if slug else ""
    return f"{first},{last},{url},{email},{company},{role},{on}\n"


def five(report):
    return {k: report.counts[k] for k in ("new", "updated", "unchanged", "skipped", "failed")}


def only(**counts):
    return {"new": 0, "updated": 0, "unchanged": 0, "skipped": 0, "failed": 0} | counts


def many(count, slug="ana"):
    return HEAD + "".join(
        row(f"Ana{n}", "Lima", f"{slug}{n}", company=f"Org {n % 7}") for n in range(count)
    )
