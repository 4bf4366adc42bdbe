"""Trainings compute in bfloat16 where steps are faster in it, and in float32 to the bit everywhere else."""

from __future__ import annotations

import pytest
import torch

from sr_core.datasets.patches import Patches
from sr_core.datasets.tile_cache import TileCache
from sr_core.package.srpk import ModelPackage
from sr_core.training import autotune, checkpoint_file, loop, precision_choice
from sr_core.training.autotune import to_batch
from sr_core.training.precision_choice import StepTimes, choose_precision, measure_steps

from ..support.small_trainings import SMALL, log_lines, net_for, options_for, run_to_end, train
from .test_resume import OFTEN, job, same

FASTER, SLOWER = StepTimes(float32=2, bfloat16=1), StepTimes(float32=1, bfloat16=0.95)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("FINER_HOME", str(tmp_path / "home"))


def force(monkeypatch, times):
    """Let the device come into question, and steps take so long; how often they were measured."""
    measured = []
    for module in (autotune, precision_choice):
        monkeypatch.setattr(module, "may_be_faster", lambda device: True)
    monkeypatch.setattr(precision_choice, "measure_steps", lambda *given: measured.append(given) or times)
    return measured


def of(tileset):
    patches = Patches(TileCache(tileset), 12, 0)
    net, options = net_for(tileset), options_for(tileset)
    return net, options, [to_batch(next(patches.batches(4, 0)), net.device)], tileset.info.bands


def test_in_bfloat16_a_model_becomes_as_good(make_tileset, tmp_path, monkeypatch):
    tileset = make_tileset(train=5)
    train(tileset, tmp_path / "float32.srpk", epochs=3)
    force(monkeypatch, FASTER)
    steps, _ = train(tileset, tmp_path / "bfloat16.srpk", epochs=3)
    assert (
        "Training in bfloat16: a step takes 50 % of its time in float32; weights stay in float32."
        in log_lines(steps)
    )
    one, two = (ModelPackage.load(tmp_path / f"{name}.srpk") for name in ("float32", "bfloat16"))
    assert "precision" not in one.info.training and two.info.training["precision"] == "bf16-mixed"
    assert two.info.metrics.model.psnr == pytest.approx(one.info.metrics.model.psnr, abs=0.05)
    assert two.info.metrics.model.psnr > two.info.metrics.bicubic.psnr
    weights = [package.net.body.state_dict() for package in (one, two)]
    assert all(value.dtype == torch.float32 for value in weights[1].values())
    assert any(not torch.equal(value, weights[1][name]) for name, value in weights[0].items())


def test_where_it_is_slower_a_training_is_as_before_to_the_bit(make_tileset, tmp_path, monkeypatch):
    tileset = make_tileset(train=5)
    train(tileset, tmp_path / "before.srpk")
    measured = force(monkeypatch, SLOWER)
    for name in ("first", "second"):
        steps, _ = train(tileset, tmp_path / f"{name}.srpk")
        assert same(tmp_path / "before.srpk", tmp_path / f"{name}.srpk")
        assert not any("bfloat16" in line for line in log_lines(steps))
    assert len(measured) == 1  # and kept


def test_a_training_goes_on_in_the_precision_that_it_began_with(make_tileset, tmp_path, monkeypatch):
    monkeypatch.setattr(loop, "PROGRESS_INTERVAL", -1)
    tileset, out = make_tileset(train=5), tmp_path / "cut.srpk"
    force(monkeypatch, FASTER)
    run_to_end(job(tileset, tmp_path / "whole.srpk").run())
    work = job(tileset, out).run()
    next(step for step in work if getattr(step, "values", {}).get("epoch") == 2)
    work.close()
    assert checkpoint_file.read(tmp_path / "cut.srpk.checkpoint").state["found"]["precision"] == "bf16-mixed"
    force(monkeypatch, SLOWER)
    (tmp_path / "home" / "training_precisions.json").unlink()
    run_to_end(job(tileset, out, resume="auto", checkpoint_every=OFTEN).run())
    assert same(tmp_path / "whole.srpk", out)
    assert ModelPackage.load(out).info.training["precision"] == "bf16-mixed"


def test_a_checkpoint_that_does_not_say_it_is_of_the_devices_own(make_tileset, tmp_path, monkeypatch):
    tileset = make_tileset()
    before = autotune.TunedSettings(batch_size=4, learning_rate=1e-3)
    options, net = options_for(tileset), net_for(tileset)
    patches = Patches(TileCache(tileset), 12, 0)
    for dtype, precision in ((torch.bfloat16, "bf16-mixed"), (torch.float32, "32-true")):
        monkeypatch.setattr(precision_choice, "fast_dtype", lambda device, dtype=dtype: dtype)
        _, tuned = run_to_end(autotune.autotune(net, patches, options, None, before))
        assert tuned == before.model_copy(
            update={"precision": precision, "learning_rate": SMALL["learning_rate"]}
        )


def test_steps_are_measured_and_nothing_changes(make_tileset):
    net, options, batches, bands = of(make_tileset())
    before = {name: value.clone() for name, value in net.state_dict().items()}
    state = torch.get_rng_state()
    times = measure_steps(net, options, batches, bands)
    assert 0 < times.float32 < 60 and 0 < times.bfloat16 < 60
    assert torch.equal(torch.get_rng_state(), state)
    assert all(torch.equal(value, before[name]) for name, value in net.state_dict().items())


def test_each_is_measured_in_its_precision(make_tileset, monkeypatch):
    seen = []
    start = type(options_for(make_tileset()).objective).start

    def noted(objective, net, rate, steps, bands, options, fabric):
        net.body["trunk"].register_forward_hook(lambda *_: seen.append(torch.is_autocast_enabled("cpu")))
        return start(objective, net, rate, steps, bands, options, fabric)

    net, options, batches, bands = of(make_tileset())
    monkeypatch.setattr(type(options.objective), "start", noted)
    measure_steps(net, options, batches, bands)
    assert seen == [False, True] * (precision_choice.WARM_UP + precision_choice.PROBED)


def test_where_only_bfloat16_fits_it_is_taken(make_tileset, monkeypatch):
    def fail(*_):
        raise torch.OutOfMemoryError("CUDA out of memory")

    force(monkeypatch, FASTER)
    monkeypatch.setattr(precision_choice, "measure_steps", fail)
    assert run_to_end(choose_precision(*of(make_tileset())))[1] == "bf16-mixed"


def test_a_device_without_the_instructions_is_not_measured(make_tileset, monkeypatch):
    monkeypatch.setattr(precision_choice, "may_be_fast_at_bfloat16", lambda: False)
    monkeypatch.setattr(precision_choice, "measure_steps", None)
    assert run_to_end(choose_precision(*of(make_tileset()))) == ([], "32-true")
