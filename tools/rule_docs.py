"""Write `docs/rules/` from the rules; with `--check` only say whether it is stale."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
FOLDER = ROOT / "docs" / "rules"


def pages() -> dict[str, str]:
    """File name to content, for every page."""
    from askwell.cli.check_pages import index, page
    from askwell.coach import RULES

    return {"README.md": index(RULES)} | {f"{rule.code}.md": page(rule) for rule in RULES}


def stale(folder: Path, wanted: dict[str, str]) -> list[str]:
    """Names of the pages that differ, are missing, or belong to nothing any more."""
    there = {path.name: path.read_text("utf-8") for path in folder.glob("*.md")}
    return sorted(name for name in {*there, *wanted} if there.get(name) != wanted.get(name))


def keep(folder: Path, wanted: dict[str, str]) -> int:
    """Write the pages, or with `--check` name the stale ones; what to exit with."""
    changed = stale(folder, wanted)
    if "--check" in sys.argv:
        print("\n".join(f"stale: {(folder / name).relative_to(ROOT)}" for name in changed))
        return int(bool(changed))
    folder.mkdir(parents=True, exist_ok=True)
    for name in changed:
        if name in wanted:
            (folder / name).write_text(wanted[name], "utf-8")
        else:
            (folder / name).unlink()
    print(f"{len(wanted)} pages, {len(changed)} changed")
    return 0


if __name__ == "__main__":
    sys.exit(keep(FOLDER, pages()))
