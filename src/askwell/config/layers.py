"""The one list of stages, from the top of the house down; imports and foreign keys point down it.

The import contracts (pyproject.toml) and the tests of tests/architecture read this list.
"""

LAYERS = [
    "config", "cli", "home", "transfer", "learn", "network", "insights", "meetings", "outreach",
    "questions", "people", "explorations", "workspaces", "plumbing", "coach",
]  # fmt: skip
STAGES = [layer for layer in LAYERS if layer not in ("config", "cli", "coach")]
