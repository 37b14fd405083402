"""Data walks one way. What import-linter cannot see (keys given as text) is checked here."""

import tomllib
from pathlib import Path

from django.apps import apps
from django.core.management import call_command

from askwell.config.layers import LAYERS, STAGES

ROOT = Path(__file__).resolve().parents[2]
RANK = {stage: rank for rank, stage in enumerate(reversed(STAGES))}


def cross_stage_fields():
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if field.concrete and field.is_relation and field.related_model:
                source, target = model._meta.app_label, field.related_model._meta.app_label
                if source != target and {source, target} <= RANK.keys():
                    yield source, target, field


def test_every_model_of_ours_belongs_to_a_known_stage():
    ours = {c.label for c in apps.get_app_configs() if c.name.startswith("askwell.")}
    assert ours == set(RANK)


def test_foreign_keys_point_down():
    assert [str(f) for source, to, f in cross_stage_fields() if RANK[to] >= RANK[source]] == []


def test_keys_across_stages_have_no_way_back():
    assert [str(f) for _, _, f in cross_stage_fields() if not f.remote_field.hidden] == []


def test_the_import_contract_has_the_same_order():
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    stages = next(c for c in linter["contracts"] if c["id"] == "stages")
    assert [layer for layer in stages["layers"] if not layer.startswith("(")] == LAYERS
    assert not any("ignore_imports" in contract for contract in linter["contracts"])


def test_no_model_changed_without_a_migration(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
