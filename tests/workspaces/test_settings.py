"""The settings column: whatever stands in it, every page can be read."""

import json

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from askwell.coach.cadence import CadenceSettings
from askwell.workspaces.access import Scope
from askwell.workspaces.settings import OwnPath, Settings

ODD = [
    {"cadence": {"zone": "Mars/Phobos"}},
    {"cadence": {"zone": ""}},
    {"cadence": {"zone": "../../etc/passwd"}},
    {"cadence": {"working_days": [1, 9]}},
    {"cadence": {"working_days": "every day"}},
    {"cadence": {"nudge_days": -3, "rhythm_days": 10**30, "evening_hour": 24}},
    {"cadence": ["zone"]},
    {"break_until": "30 February", "last_seen": "2026-05-05", "weekly_minutes": "many"},
    {"me": {"name": 5}},
    {
        "path": {
            "jobs": [["Nimbus", "Engineer"]],
            "skills": [3],
            "schools": "Leeds",
            "follows": [[]],
        }
    },
]


@pytest.mark.parametrize("stored", ODD, ids=str)
def test_what_cannot_be_is_left_out(owner: Client, scope: Scope, stored: dict) -> None:
    assert Settings.read(stored) == Settings()
    scope.workspace.settings = stored
    scope.workspace.save()
    assert owner.get("/today/").status_code == 200
    assert owner.get("/me/").status_code == 200


def test_what_fits_is_read_and_written_back() -> None:
    stored = {"cadence": {"zone": "Europe/Lisbon", "working_days": [0, 2]}, "me": {"name": "Ana"}}
    found = Settings.read(stored | {"last_seen": "2026-05-05T09:00:00+00:00", "tomorrow": 1})
    assert found.cadence == CadenceSettings(zone="Europe/Lisbon", working_days=(0, 2))
    assert (found.me.name, found.last_seen) == ("Ana", "2026-05-05T09:00:00+00:00")
    assert Settings.read(found.dump()) == found


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(stored=st.dictionaries(st.sampled_from(["me", "cadence", "theme", "last_seen"]), JSON))
def test_any_column_can_be_read(stored: dict) -> None:
    assert isinstance(Settings.read(stored), Settings)


def test_my_own_way_survives_the_column() -> None:
    path = OwnPath("Engineer", (("Nimbus", "Engineer", "2020", ""),), skills=("SQL",))
    assert Settings.read(json.loads(json.dumps(Settings(path=path).dump()))).path == path
