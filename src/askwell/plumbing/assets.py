"""Built front-end files by the name their source has, whatever hash the build gave them."""

import json
from functools import lru_cache
from pathlib import Path, PurePosixPath

from django.templatetags.static import static

BUILT = Path(__file__).resolve().parent.parent / "static" / "built"


def asset_url(name: str) -> str:
    """Address of a built file: ``askwell.css``, ``app.js``, ``room-notes.js``.

    Without a build (a checkout that only runs its tests) the plain name is answered, so that pages still render.
    """
    manifest = BUILT / "manifest.json"
    built = _names(manifest, manifest.stat().st_mtime_ns) if manifest.exists() else {}
    return static(f"built/{built.get(name, name)}")


@lru_cache(maxsize=2)
def _names(manifest: Path, _changed: int) -> dict[str, str]:
    entries = json.loads(manifest.read_text("utf-8"))
    names = {}
    for source, entry in entries.items():
        plain = PurePosixPath(source).name
        names[plain.removesuffix(".ts") + ".js" if plain.endswith(".ts") else plain] = entry["file"]
    return names
