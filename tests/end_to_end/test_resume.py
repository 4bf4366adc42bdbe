"""A training started in QGIS, killed and continued there, comes to the same result as one that was let be."""

from __future__ import annotations

import os
import signal
import time
import zipfile

from .test_stopping import PATIENCE, command_line, descendants

ASKED = {"BACKBONE_OPTIONS": "n_feats=8, n_blocks=1", "EPOCHS": 12, "PATCH_SIZE": 16, "DEVICE": "cpu",
         "CHECKPOINT_EVERY": 0.0001}  # fmt: skip


def weights(path):
    with zipfile.ZipFile(path) as archive:
        return archive.read("weights.safetensors")


def test_a_killed_training_goes_on_to_the_same_weights(qgis, tiles, tmp_path):
    whole = qgis.run("train_model", TILES=tiles, OUTPUT=tmp_path / "whole.srpk", **ASKED)
    out = tmp_path / "cut.srpk"
    kept = tmp_path / "cut.srpk.checkpoint"
    process = qgis.start("train_model", TILES=tiles, OUTPUT=out, **ASKED)
    until = time.monotonic() + 4 * PATIENCE
    while not kept.exists():
        assert process.poll() is None and time.monotonic() < until, process.communicate()[0]
        time.sleep(0.05)
    (worker,) = [pid for pid in descendants(process.pid) if b"sr_core" in command_line(pid)]
    os.kill(worker, signal.SIGKILL)
    output, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode != 0 and not out.exists()
    assert f"is saved to {kept}" in output

    other = qgis.run("train_model", TILES=tiles, OUTPUT=out, RESUME=kept, **{**ASKED, "EPOCHS": 13})
    assert "EPOCHS is 13 and was 12" in other.refusal

    again = qgis.run("train_model", TILES=tiles, OUTPUT=out, RESUME=kept, **ASKED)
    assert f"Continuing from {kept}" in again.output
    assert weights(out) == weights(tmp_path / "whole.srpk")
    for figure in ("PSNR", "SSIM"):
        assert again.results[figure] == whole.results[figure]
    assert not kept.exists()
