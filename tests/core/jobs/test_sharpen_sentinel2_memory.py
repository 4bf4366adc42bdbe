"""What the fusion of Sentinel-2's bands holds in memory, on few processor cores and on many."""

from types import SimpleNamespace

import pytest

from sr_core.backbones.edsr import EDSR
from sr_core.inference.backends import choice_with_torch
from sr_core.jobs import _scene_fusion
from sr_core.jobs._scene_fusion import TILE_MEMORY, TILE_SIZE, PreparedScene

from ..support.small_packages import fusion_package


@pytest.mark.parametrize(("threads", "held", "at_once"), [
    (1, 400, 1), (2, 400, 2), (3, 400, 2), (64, 400, 2), (64, 700, 1), (64, 2000, 1), (64, None, 2),
])  # fmt: skip
def test_tiles_at_once_keep_to_the_memory_on_any_number_of_cores(
    tmp_path, monkeypatch, threads, held, at_once
):
    """Which is less where learning has left little of it."""
    monkeypatch.setattr(_scene_fusion, "held_memory", lambda: None if held is None else held * 10**6)
    monkeypatch.setenv("OMP_NUM_THREADS", str(threads))
    choose = choice_with_torch.choose_backend
    monkeypatch.setattr(  # whichever is faster here
        choice_with_torch,
        "choose_backend",
        lambda net, asked, *rest, **options: choose(net, "ncnn", *rest, **options),
    )
    fusion_package(backbone=EDSR.build(EDSR.fusion)).save(tmp_path / "m.srpk")
    group = SimpleNamespace(path=tmp_path / "bands.tif", place=None)
    scene = SimpleNamespace(groups=[group, group], name="scene", time="")
    _, request = PreparedScene(scene, str(tmp_path / "m.srpk"), tmp_path).fusion("cpu")
    predictor = request.load().predictor
    net, side = predictor.net.net, TILE_SIZE + 2 * predictor.halo
    assert net.tiles_at_once == at_once
    assert net.tiles_at_once * 4 * net.trunk_activation_floats * side**2 <= TILE_MEMORY
