"""Ids and parameter names are for ever: scripts, models and QGIS' history hold them. Adding is allowed.

What was added is written down by running these tests with FINER_FREEZE=1; what is gone stays and fails.
"""

import json
import os
from pathlib import Path

import pytest

FROZEN = Path(__file__).with_name("frozen_ids.json")


def snapshot(provider):
    """Algorithm id -> its parameters with their types, and its outputs with theirs."""
    found = {}
    for algorithm in provider.algorithms():
        found[algorithm.id()] = {
            "parameters": {shown.name(): shown.type() for shown in algorithm.parameterDefinitions()},
            "outputs": {shown.name(): shown.type() for shown in algorithm.outputDefinitions()},
        }
    return found


def missing(frozen, found):
    """What is frozen and not found, as paths such as `finer:export_tiles/parameters/INPUT`."""
    gone = []
    for algorithm, parts in frozen.items():
        for part, names in parts.items():
            for name, kind in names.items():
                if found.get(algorithm, {}).get(part, {}).get(name) != kind:
                    gone.append(f"{algorithm}/{part}/{name} ({kind})")
    return gone


@pytest.fixture(scope="module")
def found(provider):
    return snapshot(provider)


@pytest.fixture(scope="module")
def frozen(found):
    kept = json.loads(FROZEN.read_text())
    if os.environ.get("FINER_FREEZE"):
        for algorithm, parts in found.items():
            for part, names in parts.items():
                ours = kept.setdefault(algorithm, {}).setdefault(part, {})
                ours.update({name: kind for name, kind in names.items() if name not in ours})
        FROZEN.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n")
    return kept


def test_nothing_frozen_was_removed_renamed_or_retyped(frozen, found):
    assert missing(frozen, found) == []


def test_everything_there_is_is_frozen(frozen, found):
    """What is not written down is not guarded."""
    assert missing(found, frozen) == []


def test_a_missing_name_and_another_type_are_noticed():
    frozen = {
        "finer:a": {"parameters": {"INPUT": "raster", "SCALE": "enum"}, "outputs": {"OUTPUT": "outputRaster"}}
    }
    found = {
        "finer:a": {"parameters": {"INPUT": "file", "NEW": "enum"}, "outputs": {"OUTPUT": "outputRaster"}}
    }
    assert missing(frozen, found) == ["finer:a/parameters/INPUT (raster)", "finer:a/parameters/SCALE (enum)"]
    assert missing(frozen, {}) != []
