"""Options of a training, through the job: what is refused, what TensorBoard is shown, and that all of it is resumed."""

from __future__ import annotations

import io
from collections import Counter

import numpy as np
import pytest
import torch
from PIL import Image
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from sr_core.errors import InputError, OutputError
from sr_core.jobs import Job
from sr_core.package.srpk import ModelPackage
from sr_core.progress import Log
from sr_core.training import checkpoint_file, loop
from sr_core.training.options import TrainingOptions

from ..support.small_trainings import NETWORK, SMALL, log_lines, run_to_end, train

ALL = {
    "optimiser": {"id": "adamw", "weight_decay": 0.1},
    "learning_rate_schedule": "one_cycle",
    "clip_norm": 0.5,
    "ema": 0.9,
    "monitor": "ssim",
    "jitter": 0.2,
    "cutblur": 0.5,
    "batch_size": 0,
    "learning_rate": None,
    "epochs": 4,
}


def job(tileset, out, **parameters):
    values = {**SMALL, "backbone": NETWORK, **parameters}
    return Job.load({"id": "train_model", "tiles": str(tileset.folder), "output": str(out), **values})


def events(folder):
    accumulator = EventAccumulator(str(folder), size_guidance={"images": 0, "scalars": 0})
    accumulator.Reload()
    return accumulator


def weights(path):
    return ModelPackage.load(path).net.state_dict()


# One declaration


def test_every_option_is_in_the_models_record_and_in_its_checkpoint(make_tileset, tmp_path):
    tileset = make_tileset()
    work = job(tileset, tmp_path / "m.srpk").run()
    while not (isinstance(step := next(work), Log) and step.values.get("epoch") == 1):
        pass
    work.close()
    asked = checkpoint_file.read(tmp_path / "m.srpk.checkpoint").asked
    assert {name.lower() for name in asked} == set(TrainingOptions.model_fields) - {"tensorboard"}
    train(tileset, tmp_path / "m.srpk")
    record = ModelPackage.load(tmp_path / "m.srpk").info.training
    optimisation = {"optimiser", "learning_rate_schedule", "clip_norm", "ema"}
    blank = {"minutes", "size"}
    others = set(TrainingOptions.model_fields) - {"tiles", "backbone", "tensorboard"} - optimisation - blank
    assert others <= set(record)
    assert set(record["optimisation"]) == {"optimiser", "schedule", "clip_norm", "ema"}


# What is refused


def test_freezing_without_a_model_to_start_from_is_refused(make_tileset, tmp_path):
    with pytest.raises(InputError, match=r"set PRETRAINED to that model, or leave FREEZE blank"):
        train(make_tileset(), tmp_path / "m.srpk", freeze=0.5)


def test_half_a_block_is_refused(make_tileset, tmp_path):
    with pytest.raises(InputError, match=r"FREEZE is 1.5, which is neither a share nor a number of blocks"):
        train(make_tileset(), tmp_path / "m.srpk", freeze=1.5, pretrained="other.srpk")


def test_a_tensorboard_folder_that_cannot_be_written_is_refused_before_any_work(
    make_tileset, tmp_path, monkeypatch
):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setattr("sr_core.jobs.train_model.fit", None)
    with pytest.raises(OutputError, match=r"^TensorBoard's folder .* cannot be written to .*TENSORBOARD"):
        train(make_tileset(), tmp_path / "m.srpk", tensorboard=str(tmp_path / "file" / "logs"))


# Freezing


def test_frozen_blocks_are_those_of_the_model_to_start_from(make_tileset, tmp_path):
    tileset = make_tileset()
    two = {**NETWORK, "n_blocks": 2}
    train(tileset, tmp_path / "first.srpk", backbone=two)
    start = {"backbone": two, "pretrained": str(tmp_path / "first.srpk")}
    steps, _ = train(tileset, tmp_path / "second.srpk", freeze=0.5, **start)
    assert "The first 1 of 2 blocks, and the layers before them, are frozen." in log_lines(steps)
    before, after = weights(tmp_path / "first.srpk"), weights(tmp_path / "second.srpk")
    same = {name for name, value in before.items() if torch.equal(value, after[name])}
    assert {name.split(".")[1] for name in same} == {"trunk"} and len(same) == 6
    with pytest.raises(InputError, match=r"FREEZE is 3, but the network has only 2 blocks"):
        train(tileset, tmp_path / "third.srpk", freeze=3, **start)
    deeper = {**start, "backbone": {**NETWORK, "n_blocks": 3}}
    with pytest.raises(InputError, match=r"FREEZE would freeze trunk\.1\.2\S* at random initial values"):
        train(tileset, tmp_path / "third.srpk", freeze=3, **deeper)


# TensorBoard


def test_tensorboard_is_shown_what_happened(make_tileset, tmp_path):
    tileset = make_tileset(val=3)
    train(tileset, tmp_path / "net.srpk", epochs=3, tensorboard=str(tmp_path / "logs"), monitor="ssim")
    seen, training = events(tmp_path / "logs" / "net"), ModelPackage.load(tmp_path / "net.srpk").info.training
    scalars = {tag: seen.Scalars(tag) for tag in seen.Tags()["scalars"]}
    assert set(scalars) == {
        *("training/loss", "validation/loss", "validation/psnr", "validation/ssim"),
        *("pace/learning_rate", "pace/steps_per_second"),
    }
    for tag, recorded in [
        ("training/loss", "loss"),
        ("validation/loss", "val_loss"),
        ("validation/psnr", "val_psnr"),
        ("validation/ssim", "val_ssim"),
        ("pace/learning_rate", "learning_rates"),
    ]:
        assert [event.value for event in scalars[tag]] == pytest.approx(training[recorded], rel=1e-6)
        assert [event.step for event in scalars[tag]] == [6, 12, 18]
    assert training["learning_rates"][0] > training["learning_rates"][-1] == 0
    assert all(event.value > 0 for event in scalars["pace/steps_per_second"])
    images = seen.Tags()["images"]
    assert images == [f"LR | SR | HR/{name}" for name in tileset.names("val")]
    shown = seen.Images(images[0])
    assert [event.step for event in shown] == [6, 12, 18]
    picture = np.asarray(Image.open(io.BytesIO(shown[-1].encoded_image_string)))
    assert picture.shape == (48, 3 * 48 + 2 * 4, 3)
    blocks = picture[:, :48].reshape(24, 2, 24, 2, 3)
    assert (blocks == blocks[:, :1, :, :1]).all(), "the low resolution is shown in squares"
    assert (picture[:, 48:52] == 255).all() and not np.array_equal(picture[:, 52:100], picture[:, 104:])


# Resuming


def test_all_options_go_on_to_the_bit_and_tensorboard_does_not_double(make_tileset, tmp_path, monkeypatch):
    monkeypatch.setattr(loop, "PROGRESS_INTERVAL", -1)
    tileset = make_tileset(train=24)
    whole, cut = ({**ALL, "tensorboard": str(tmp_path / name)} for name in ("whole", "cut"))
    steps, _ = run_to_end(job(tileset, tmp_path / "whole.srpk", **whole).run())
    assert any(line.startswith("Learning rate ") for line in log_lines(steps))
    assert any(line.startswith("Batches of ") for line in log_lines(steps))

    work = job(tileset, tmp_path / "cut.srpk", **cut).run()
    for step in work:
        if isinstance(step, Log) and step.values.get("epoch") == 2:
            break
    next(work), next(work)  # into the third epoch
    work.close()
    resume = tmp_path / "cut.srpk.checkpoint"
    steps, _ = run_to_end(job(tileset, tmp_path / "cut.srpk", resume=str(resume), **cut).run())
    assert not any(line.startswith(("Learning rate ", "Batches of ")) for line in log_lines(steps))

    one, other = weights(tmp_path / "whole.srpk"), weights(tmp_path / "cut.srpk")
    assert all(torch.equal(value, other[name]) for name, value in one.items())
    records = [ModelPackage.load(tmp_path / f"{name}.srpk").info.training for name in ("whole", "cut")]
    for record in records:
        record.pop("seconds")
    assert records[0] == records[1] and records[0]["lr_find"]["chosen"] == records[0]["learning_rate"]

    curves = [events(tmp_path / name / name) for name in ("whole", "cut")]
    for tag in set(curves[0].Tags()["scalars"]) - {"pace/steps_per_second"}:
        found = [[(event.step, event.value) for event in curve.Scalars(tag)] for curve in curves]
        assert found[0] == found[1] and len(found[0]) == 4
    assert Counter(len(curves[1].Images(tag)) for tag in curves[1].Tags()["images"]) == {4: 2}


def test_what_a_killed_run_had_shown_after_its_checkpoint_is_passed_over(make_tileset, tmp_path):
    """Epochs 2 and 3 were shown, and then the run went on from the end of epoch 1."""
    from types import SimpleNamespace

    from sr_core.training.tensorboard import TensorBoardLog
    from sr_core.training.training_state import Epoch

    tileset = make_tileset()
    net = SimpleNamespace(scale=2)

    def show(board, values, first):
        board._shows_pictures = lambda epoch: False
        for number, value in enumerate(values, first):
            epoch = Epoch(losses={"loss": value}, psnr=value, ssim=None, val_loss=value, learning_rate=1e-3)
            list(board.log_epoch(SimpleNamespace(epoch=number, history=[epoch]), 10, net))
        board.close()

    show(TensorBoardLog(tmp_path / "run", tileset, tileset.names("val"), 3, 0), [1.0, 2.0, 3.0], 1)
    show(TensorBoardLog(tmp_path / "run", tileset, tileset.names("val"), 3, 10), [20.0, 30.0], 2)
    seen = events(tmp_path / "run").Scalars("validation/psnr")
    assert [(event.step, event.value) for event in seen] == [(10, 1.0), (20, 20.0), (30, 30.0)]
