"""PATCH_SIZE left blank follows the tiles; given, it is taken as it is or refused."""

from __future__ import annotations

import pytest

from sr_core.errors import InputError
from sr_core.jobs import Job
from sr_core.package.srpk import read_info
from sr_core.training import checkpoint_file
from sr_core.training.options import PATCH_SIZE
from sr_core.training.patch_size_choice import settle_patch_size

from ..support.small_trainings import NETWORK, log_lines, options_for, run_to_end, train

SR3 = {"id": "sr3", "inner_channel": 4, "norm_groups": 2, "channel_mults": [1, 1, 1, 1], "attn_res": []}
DENOISING = {"id": "denoising", "n_timestep": 20, "linear_end": 0.5}
LEFT_BLANK = "PATCH_SIZE is blank: patches are {} pixels wide"


def patch_size_lines(lines):
    return [line for line in lines if line.startswith("PATCH_SIZE")]


@pytest.mark.parametrize(("tile_size", "size"), ((32, 16), (64, 32), (128, 32)))
def test_blank_is_the_usual_size_or_that_of_smaller_tiles(make_tileset, tmp_path, tile_size, size):
    tileset = make_tileset(train=2, val=1, tile_size=tile_size)
    steps, _ = train(tileset, tmp_path / "m.srpk", patch_size=None, epochs=1)
    assert read_info(tmp_path / "m.srpk")[0].training["patch_size"] == size
    lines = patch_size_lines(log_lines(steps))
    assert len(lines) == (size < PATCH_SIZE)
    assert not lines or (lines[0].startswith(LEFT_BLANK.format(size)) and "only 16 wide." in lines[0])


def test_left_out_of_a_job_is_blank(make_tileset, tmp_path):
    tileset = make_tileset(train=2, val=1, tile_size=32)
    job = {"id": "train_model", "tiles": str(tileset.folder), "output": str(tmp_path / "m.srpk"), "epochs": 1}
    steps, _ = run_to_end(Job.load({**job, "backbone": NETWORK, "learning_rate": 1e-3}).run())
    assert patch_size_lines(log_lines(steps))


def test_a_size_that_is_given_is_refused_where_it_does_not_fit(make_tileset, tmp_path):
    tileset = make_tileset(train=2, val=1, tile_size=32)
    with pytest.raises(InputError, match=r"PATCH_SIZE is 32, but .* only 16 pixels wide"):
        train(tileset, tmp_path / "m.srpk", patch_size=32)


@pytest.mark.parametrize(
    ("backbone", "tile_size", "size"),
    (
        # HR patches must be multiples of 8: 2 × 20, where the tile has 22.
        (
            SR3,
            44,
            20,
        ),
        # Pairs at scale 4 are made from HR without the rim of the tile, and so are smaller.
        ({"id": "mdsr", "n_feats": 4, "n_blocks": 1}, 64, 12),
    ),
)
def test_the_network_decides_too(make_tileset, backbone, tile_size, size):
    objective = {"objective": DENOISING} if backbone["id"] == "sr3" else {}
    tileset = make_tileset(train=2, val=1, tile_size=tile_size)
    options = options_for(tileset, backbone=backbone, patch_size=None, **objective)
    steps, settled = run_to_end(settle_patch_size(options, tileset))
    assert settled.patch_size == size
    assert patch_size_lines(log_lines(steps))


def test_a_checkpoint_of_the_former_default_goes_on_where_it_is_left_blank(make_tileset, tmp_path):
    tileset, out = make_tileset(train=2, val=1, tile_size=64), tmp_path / "m.srpk"
    asked = {"tiles": str(tileset.folder), "output": str(out), "backbone": NETWORK, "epochs": 3,
             "learning_rate": 1e-3, "checkpoint_every": 1e-9, "device": "cpu"}  # fmt: skip
    work = Job.load({"id": "train_model", **asked, "patch_size": 32}).run()
    while not (tmp_path / "m.srpk.checkpoint").exists():
        next(work)
    work.close()
    assert checkpoint_file.read(tmp_path / "m.srpk.checkpoint").asked["PATCH_SIZE"] == 32
    run_to_end(Job.load({"id": "train_model", **asked, "resume": "auto"}).run())
    assert out.exists()
