"""The project keeps the rules of its architecture, and each rule notices a breach."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from .architecture_rules import (
    MOST_LINES,
    Module,
    class_names_are_unique,
    core_runs_without_qgis,
    diffusion_knows_numbers_only,
    files_are_short,
    modules_have_docstrings,
    names_say_something,
    nets_without_rasterio,
    no_import_circles,
    options_live_where_they_act,
    pixels_without_torch,
    plugin_half_is_python_3_9,
    plugin_half_knows_stdlib_and_qgis,
    private_modules_stay_in_their_package,
    project,
    rooms_import_down_only,
    security_scan,
)

Rule = Callable[[Module], Iterator[str]]
PLANTED: list[tuple[Rule, str, str]] = [
    (core_runs_without_qgis, "sr_core/device.py", "import qgis.core"),
    (core_runs_without_qgis, "sr_core/jobs/x.py", "from torchvision import models"),
    (core_runs_without_qgis, "sr_core/jobs/x.py", "from ...processing_provider import engine"),
    (plugin_half_knows_stdlib_and_qgis, "plugin.py", "import numpy as np"),
    (plugin_half_knows_stdlib_and_qgis, "processing_provider/x.py", "from osgeo import gdal"),
    (plugin_half_knows_stdlib_and_qgis, "processing_provider/x.py", "from processing.gui import wrappers"),
    (plugin_half_knows_stdlib_and_qgis, "processing_provider/engine/x.py", "from ...sr_core import errors"),
    (plugin_half_knows_stdlib_and_qgis, "processing_provider/x.py", "from PyQt5.QtCore import Qt"),
    (plugin_half_is_python_3_9, "plugin.py", "from __future__ import annotations\nmatch 1:\n    case 1: ..."),
    (plugin_half_is_python_3_9, "processing_provider/x.py", "def f(n: int | None): ..."),
    (pixels_without_torch, "sr_core/raster/x.py", "def f():\n    import torch.nn"),
    (pixels_without_torch, "sr_core/datasets/x.py", "from ..device import resolve"),
    (pixels_without_torch, "sr_core/tile_export/x.py", "from ..backbones import Backbone"),
    (pixels_without_torch, "sr_core/stac/x.py", "from ..device import resolve"),
    (pixels_without_torch, "sr_core/degradations/x.py", "import torch"),
    (nets_without_rasterio, "sr_core/backbones/x.py", "from rasterio import windows"),
    (nets_without_rasterio, "sr_core/objectives/x.py", "from ..raster.raster_reader import Raster"),
    (nets_without_rasterio, "sr_core/diffusion/samplers/x.py", "import rasterio"),
    (diffusion_knows_numbers_only, "sr_core/diffusion/samplers/x.py", "from ...raster import tiling"),
    (diffusion_knows_numbers_only, "sr_core/diffusion/x.py", "from ..inference.tiled import Tiled"),
    (rooms_import_down_only, "sr_core/raster/x.py", "from ..datasets import lr_origin"),
    (rooms_import_down_only, "sr_core/inference/x.py", "from ..jobs import Job"),
    (rooms_import_down_only, "sr_core/datasets/x.py", "from ..tile_export import land_blocks"),
    (rooms_import_down_only, "sr_core/package/x.py", "from ..inference.onnx_net import OnnxNet"),
    (rooms_import_down_only, "sr_core/x.py", "from .jobs import Job"),
    (rooms_import_down_only, "sr_core/attic/x.py", ""),
    (no_import_circles, "sr_core/errors.py", "from .device import resolve"),
    (
        no_import_circles,
        "sr_core/raster/raster_reader.py",
        "def f():\n    from ..jobs import classify_pixels",
    ),
    (no_import_circles, "processing_provider/errors.py", "from .engine import worker"),
    (class_names_are_unique, "sr_core/raster/x.py", "class TileSet: ..."),
    (class_names_are_unique, "processing_provider/x.py", "class SrError(Exception): ..."),
    (private_modules_stay_in_their_package, "sr_core/jobs/x.py", "from ..backbones._blocks import conv"),
    (
        private_modules_stay_in_their_package,
        "sr_core/diffusion/samplers/x.py",
        "from ..schedules import _ramp",
    ),
    (security_scan, "sr_core/x.py", "import pickle"),
    (security_scan, "sr_core/x.py", "from random import choice"),
    (security_scan, "plugin.py", "assert True"),
    (security_scan, "plugin.py", "try: f()\nexcept Exception: pass"),
    (security_scan, "sr_core/x.py", "torch.load(path)"),
    (security_scan, "processing_provider/x.py", "subprocess.run(c, shell=True)"),
    (security_scan, "sr_core/x.py", "tarfile.open(p).extractall()"),
    (names_say_something, "sr_core/backbones/_base.py", ""),
    (names_say_something, "processing_provider/utils/x.py", ""),
    (names_say_something, "tests/core/__init__.py", ""),
    (names_say_something, "sr_core/training/keeping.py", ""),
    (names_say_something, "processing_provider/pages/x.py", ""),
    (files_are_short, "tests/core/test_x.py", "x = 1\n" * (MOST_LINES + 1)),
    (modules_have_docstrings, "script/x.py", "x = 1"),
    (options_live_where_they_act, "sr_core/jobs/x.py", "print(net.n_blocks)"),
]
RULES = list(dict.fromkeys(rule for rule, _, _ in PLANTED))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_project_keeps_the_rule(rule: Rule) -> None:
    wrong = [f"{module.path}: {what}" for module in project().values() for what in rule(module)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("rule", "path", "source"), PLANTED)
def test_the_rule_sees_a_breach(rule: Rule, path: str, source: str) -> None:
    assert list(rule(Module(path, source)))


def test_the_rules_look_at_the_whole_project() -> None:
    assert {"plugin.py", "sr_core/__main__.py", "tests/test_architecture.py"} <= set(project())
    assert {m.room for m in project().values()} >= {
        "raster",
        "datasets",
        "backbones",
        "objectives",
        "diffusion",
        "jobs",
    }
