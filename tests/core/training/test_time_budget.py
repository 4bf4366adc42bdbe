"""A training that a time ends: how much fits into it, and a learning-rate schedule that ends when it does."""

from __future__ import annotations

import json
import math

import pytest
import torch

from sr_core.jobs import Job
from sr_core.objectives.adversarial import AdversarialLearner
from sr_core.package.srpk import ModelPackage
from sr_core.training import checkpoint_file, learning_curve_forecast, loop
from sr_core.training.distributed import ProcessGroup
from sr_core.training.time_budget import VALIDATION_SHARE, VALIDATIONS, TimeBudget, TimePlan, plan_time

from ..support.fake_clock import FakeClock
from ..support.small_trainings import log_lines, net_for, options_for, run_to_end, train
from .test_distributed import TOLERANCE, WAIT, torchrun
from .test_resume import KINDS, asked, job, same

RATE = 3e-3


@pytest.fixture
def clock(monkeypatch):
    """A step takes a second, and a validation two."""
    clock = FakeClock()
    clock.install(monkeypatch)
    return clock


def fit_on(tileset, **options):
    """What a training of a minute yields, and its state."""
    net = net_for(tileset)
    return run_to_end(loop.fit(net, tileset, options_for(tileset, minutes=1, learning_rate=RATE, **options)))


@pytest.mark.parametrize(
    ("seconds", "step", "tile", "per_pass"),
    [(3600, 0.1, 0.05, 200), (600, 1, 0.2, 1000), (120, 1, 0.3, 116), (60, 1, 3, 20), (1, 5, 9, 30)],
)
def test_what_a_time_holds(seconds, step, tile, per_pass):
    plan = plan_time(seconds, step, tile, per_pass, 64)
    assert 1 <= plan.per_epoch <= per_pass and plan.steps >= 1 and 4 <= plan.tiles <= 64
    assert plan.validation == plan.tiles * tile
    validations = math.ceil(plan.steps / plan.per_epoch)
    if seconds > step + plan.validation:
        whole = plan.steps * step + validations * plan.validation
        assert whole == pytest.approx(seconds, abs=step + plan.validation)
    if plan.per_epoch < per_pass:  # only where the time holds few passes, and at a bounded cost
        assert seconds / step / per_pass < VALIDATIONS
        assert validations == 1 or (validations - 1) * plan.validation <= VALIDATION_SHARE * seconds
    if plan.tiles < 64:
        assert (plan.tiles + 1) * tile * VALIDATIONS > VALIDATION_SHARE * seconds


@pytest.mark.parametrize("factor", [1.0, 0.2, 5.0])
def test_it_ends_with_the_time_and_the_schedule_with_it_also_if_the_computer_changes_its_pace(
    make_tileset, clock, factor
):
    """After fifteen steps every step takes so many times as long."""
    clock.factor = lambda number: factor if number >= 15 else 1
    _, state = fit_on(make_tileset())
    ended = clock.validations[-1] - clock.steps[0][0]
    assert 60 - clock.step * factor <= ended <= 60 + clock.step * factor
    learning = 60 - clock.validation
    for began, rate in clock.steps:
        share = (began - clock.steps[0][0]) / learning
        closed = 0.5 * RATE * (1 + math.cos(math.pi * share))
        assert rate == pytest.approx(closed, abs=0.07 * RATE)  # a step of the schedule, and its warm-up
    assert clock.steps[-1][1] < 0.02 * RATE if factor <= 1 else clock.steps[-1][1] < 0.1 * RATE
    assert [epoch.seconds for epoch in state.history] == [
        pytest.approx(each - clock.steps[0][0]) for each in clock.validations
    ]


@pytest.mark.parametrize(("schedule", "first", "last"), [("one_cycle", 1 / 25, 0.01), ("constant", 1, 1)])
def test_every_schedule_fits_itself_to_the_time(make_tileset, clock, schedule, first, last):
    fit_on(make_tileset(), learning_rate_schedule=schedule)
    rates = [rate / RATE for _, rate in clock.steps]
    assert rates[0] == pytest.approx(first, rel=0.01) and max(rates) == pytest.approx(1, abs=0.02)
    assert rates[-1] <= last


def test_an_adversary_begins_after_its_share_of_the_time(make_tileset, clock, monkeypatch):
    """By then three eighths of the steps that were planned are made, as the computer has become slower."""
    began = []
    step = AdversarialLearner._step_discriminator

    def timed(learner, *args):
        if learner.optimizer.settings.elapsed:  # and in no trial
            began.append(clock.now)
        return step(learner, *args)

    monkeypatch.setattr(AdversarialLearner, "_step_discriminator", timed)
    clock.factor = lambda number: 4 if number >= 15 else 1
    fit_on(make_tileset(), objective={"id": "adversarial", "discriminator_feats": 2, "pixel_only": 0.5})
    learning = 60 - clock.validation
    assert (
        learning / 2 <= began[0] - clock.steps[0][0] <= learning / 2 + 2 * 4
    )  # its own step and the network's


def test_less_time_than_a_step_takes_is_a_step_and_a_validation(make_tileset, clock):
    clock.step = 100
    _, state = fit_on(make_tileset())
    assert len(clock.steps) == len(clock.validations) == len(state.history) == 1


def test_a_long_pass_over_the_tiles_is_validated_several_times(make_tileset, clock):
    clock.validation = 0.5
    steps, state = fit_on(make_tileset(train=60))
    assert len(state.history) > 7
    assert "A step takes 1 s here: 1 minutes are about " in "\n".join(log_lines(steps))


def test_a_validation_that_takes_longer_than_expected_has_its_time_at_the_end_too(make_tileset, clock):
    def slow(number):
        clock.validation = 6.0
        return 1

    clock.factor = slow  # from the first step on, after the trial
    _, state = fit_on(make_tileset())
    assert len(state.history) > 1 and 59 <= clock.validations[-1] - clock.steps[0][0] <= 61


@pytest.mark.parametrize("kind", ["pixel", "adversarial"])
def test_a_run_that_is_stopped_and_goes_on_behaves_as_one(make_tileset, tmp_path, clock, monkeypatch, kind):
    """Cut off within an epoch, within its validation and within the last one; the time between runs does not count."""
    monkeypatch.setattr(loop, "PROGRESS_INTERVAL", -1)
    tileset, values = make_tileset(), {"minutes": 0.25, **KINDS[kind]}
    yielded, _ = run_to_end(job(tileset, tmp_path / "whole.srpk", **values).run())
    made = len(clock.steps)
    training = [i for i, each in enumerate(yielded) if "of {minutes:g} minutes" in each.text]
    first = next(i for i, each in enumerate(yielded) if each.text.startswith("Epoch {epoch}:"))
    for stop in (training[2], first - 1, training[-1]):
        out = tmp_path / f"cut_{stop}.srpk"
        clock.steps.clear()
        work = job(tileset, out, **values).run()
        for _ in range(stop + 1):
            next(work)
        work.close()
        clock.now += 5000
        run_to_end(job(tileset, out, **values, resume="auto", epochs=7).run())  # epochs are not looked at
        assert len(clock.steps) == made
        assert same(tmp_path / "whole.srpk", out)


def test_the_record_tells_the_time_and_the_epochs_that_were_made(make_tileset, tmp_path, clock):
    _, _ = train(make_tileset(), tmp_path / "m.srpk", minutes=0.5, size="small")
    record = ModelPackage.load(tmp_path / "m.srpk").info.training
    assert record["minutes"] == 0.5 and record["size"] == "small"
    assert record["epochs"] == len(record["loss"]) > 2
    assert not {"plan", "range_test"} & set(record)


def test_without_a_time_nothing_is_another(make_tileset, tmp_path, clock):
    """No trial is made, and neither the record nor the checkpoint's figures have anything more."""
    tileset, out = make_tileset(), tmp_path / "m.srpk"
    work = job(tileset, out).run()
    kept = None
    for _ in work:
        path = tmp_path / "m.srpk.checkpoint"
        kept = checkpoint_file.read(path) if path.exists() else kept
    assert kept.state["found"]["plan"] is None and kept.state["history"][0]["seconds"] is None
    assert not {"minutes", "size"} & set(ModelPackage.load(out).info.training)
    assert clock.steps == []


def test_processes_agree_on_the_last_step(make_tileset, tmp_path):
    """Each has its own clock; if one of them went on, it would wait for the others for ever."""
    tileset = make_tileset(train=5)
    work = torchrun(
        tmp_path, asked(tileset, tmp_path / "two.srpk", minutes=0.05, batch_size=5, checkpoint_every=5)
    )
    output, _ = work.communicate(timeout=WAIT)
    assert work.returncode == 0, output
    (done,) = [json.loads(line) for line in output.splitlines() if '"event": "done"' in line]
    info = ModelPackage.load(tmp_path / "two.srpk").info
    assert done["result"]["psnr"] == pytest.approx(info.metrics.model.psnr, rel=TOLERANCE)
    assert info.training["learning_rates"][-1] < info.training["learning_rates"][0]


def test_the_time_of_the_first_process_counts(monkeypatch):
    processes = ProcessGroup.join("cpu")
    assert processes.from_leader(3.5) == 3.5
    monkeypatch.setattr(ProcessGroup, "count", 2)
    monkeypatch.setattr(ProcessGroup, "is_leader", False)
    monkeypatch.setattr(ProcessGroup, "total", lambda self, own: own + torch.tensor(7.0))  # of the first
    assert processes.from_leader(3.5) == 7


def test_a_validation_leaves_half_of_the_time_to_learn():
    budget = TimeBudget(TimePlan(seconds=10, steps=10, per_epoch=1, tiles=4, validation=100))
    assert (budget.share(), budget.is_used_up) == (0, False)
    budget.used = 4
    assert budget.share() == pytest.approx(0.8)
    budget.end_validation(5)
    assert budget.share() == pytest.approx(5 / 9) and not budget.is_used_up


def test_the_log_ends_with_what_more_time_would_bring(make_tileset, clock, monkeypatch):
    monkeypatch.setattr(
        learning_curve_forecast,
        "forecast_gain",
        lambda seconds, psnr: learning_curve_forecast.Gain(0.25, 0.2, 0.31),
    )
    steps, state = fit_on(make_tileset())
    minutes = 2 * state.history[-1].seconds / 60
    assert log_lines(steps)[-1] == (
        f"Training twice as long, {minutes:.3g} minutes, would add about 0.25 dB on the validation tiles (probably 0.20 to 0.31) "
        "if their curve continues as a power law. A gain below 0.1 dB is hardly visible; 1 dB is clearly visible."
    )
    steps, _ = fit_on(make_tileset("other"), monitor="loss")  # PSNR is not what it was to improve
    assert not any("Training twice as long" in line for line in log_lines(steps))


def test_a_job_file_with_a_time_is_read(tmp_path):
    values = {"tiles": str(tmp_path), "output": str(tmp_path / "m.srpk"), "minutes": 30, "epochs": 12}
    assert Job.load({"id": "train_model", **values}).epochs == 100
