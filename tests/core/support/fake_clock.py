"""A clock for trainings: time passes only where they learn and where they are validated."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

from sr_core.objectives._scheduled_optimizer import ScheduledOptimizer
from sr_core.training import step_time, training_state
from sr_core.training.validation import Validation

TILES = 2
"""Validation tiles of the tile sets that tests make."""


class FakeClock:
    """Seconds that steps and validations take, and what was done when."""

    def __init__(self) -> None:
        self.now, self.step, self.validation = 1000.0, 1.0, 2.0
        self.factor: Callable[[int], float] = lambda number: 1.0
        """Factor on the seconds of a step, by its number."""
        self.steps: list[tuple[float, float]] = []
        """Time at the beginning of each step, and its learning rate; those of trials are left out."""
        self.validations: list[float] = []
        """Time at the end of each validation."""

    def install(self, monkeypatch) -> None:
        """Have all trainings look at this clock."""
        for module in (training_state, step_time):
            monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=lambda: self.now))
        step, measure, measure_psnr = ScheduledOptimizer.step, Validation.measure, Validation.measure_psnr

        def timed_step(optimizer, *args):
            began, rates = self.now, []
            hook = optimizer.optimiser.register_step_pre_hook(
                lambda made, *_: rates.append(made.param_groups[0]["lr"])
            )
            step(optimizer, *args)
            hook.remove()
            self.now += self.step * self.factor(len(self.steps))
            if optimizer.settings.elapsed:
                self.steps.append((began, *rates))

        def timed_measure(validation, *args):
            found = yield from measure(validation, *args)
            self.now += self.validation
            self.validations.append(self.now)
            return found

        def timed_psnr(validation, *args):
            # One tile is a trial; its loss, which takes as long, is not measured.
            self.now += self.validation / TILES / 2 if validation.most == 1 else 0
            return (yield from measure_psnr(validation, *args))

        monkeypatch.setattr(ScheduledOptimizer, "step", timed_step)
        monkeypatch.setattr(Validation, "measure", timed_measure)
        monkeypatch.setattr(Validation, "measure_psnr", timed_psnr)
