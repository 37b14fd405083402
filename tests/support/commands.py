"""The real command line, in a process of its own, on a notebook of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).resolve().parents[2] / "src"


@dataclass
class Commands:
    """Runs ``askwell …`` on one data folder (or one PostgreSQL database)."""

    data: Path
    environ: dict[str, str] = field(default_factory=dict)
    source: Path = SOURCE

    def env(self) -> dict[str, str]:
        """The environment of a person who set nothing but where the notebook is."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("ASKWELL_", "DJANGO_"))}
        kept.pop("DATABASE_URL", None)
        ours = {"ASKWELL_DATA": str(self.data), "PYTHONPATH": str(self.source)}
        return kept | ours | self.environ

    def __call__(self, *arguments: str, status: int = 0) -> subprocess.CompletedProcess[str]:
        """Run one command to its end and check how it ended."""
        command = [sys.executable, "-m", "askwell", *arguments]
        done = subprocess.run(  # noqa: PLW1510 (the status is the point)
            command, env=self.env(), cwd=self.data, capture_output=True, text=True, timeout=120
        )
        assert done.returncode == status, (done.returncode, done.stdout, done.stderr)
        return done

    def json(self, *arguments: str) -> Any:
        """Run a command with ``--json`` and read what it printed."""
        return json.loads(self(*arguments, "--json").stdout)

    @contextmanager
    def serving(
        self, *arguments: str, command: str = "serve"
    ) -> Iterator[tuple[dict[str, Any], "subprocess.Popen[str]"]]:
        """``askwell serve`` until the end of the block, with what it printed when it was ready."""
        line = [sys.executable, "-m", "askwell", command, "--json", "--port", "0", *arguments]
        process = subprocess.Popen(
            line, env=self.env(), cwd=self.data, stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        try:
            said = ""
            while not said.endswith("}\n"):
                more = process.stdout.readline()
                assert more, "the server ended before it was ready"
                said += more
            yield json.loads(said), process
        finally:
            process.terminate()
            process.wait(15)
            process.stdout.close()
