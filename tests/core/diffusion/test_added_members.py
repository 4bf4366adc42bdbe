"""A sampler and a noise schedule with options of their own, each added as one file, are reached like any other."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import numpy as np
import pytest

from sr_core.diffusion import samplers, schedules
from sr_core.diffusion.samplers import Sampler
from sr_core.diffusion.sampling_configs import Sampling
from sr_core.diffusion.schedules import NoiseSchedule
from sr_core.errors import InputError
from sr_core.jobs import Job
from sr_core.objectives import Objective
from sr_core.package.srpk import ModelPackage
from sr_core.schema import schema_of

from ..support.small_trainings import train

PUBLISHED = Path(__file__).parents[2] / "plugin" / "added_members.json"
"""What QGIS would read of them. FINER_FREEZE=1 writes it."""

DAMPED = '''
"""Damped: every step goes a part of the way."""

from typing import Annotated

from pydantic import Field

from . import DenoisingSampler, SamplerStep, Steps


class Damped(DenoisingSampler):
    """Damped

    Goes a part of the way to the estimate in every step.
    """

    n_timestep: Steps = 12

    damping: Annotated[float, Field(title="Damping", ge=0, le=1)] = 0.25
    """Share of the way that is left out."""

    def steps(self, alpha_bar):
        return [SamplerStep(t**0.5, self.damping, 1 - self.damping, 0.0, 0.0) for t, _ in self.level_pairs(alpha_bar)]
'''

SHIFTED = '''
"""Shifted: a cosine that begins later."""

from typing import Annotated

import numpy as np
from pydantic import Field

from . import NoiseSchedule


class Shifted(NoiseSchedule):
    """Shifted cosine

    A cosine whose beginning can be chosen.
    """

    offset: Annotated[float, Field(title="Offset", gt=0, le=0.5)] = 0.1
    """Share of the cosine that is left out at its beginning."""

    def formula(self):
        passed = np.arange(self.n_timestep + 1) / self.n_timestep
        alpha_bar = np.cos((passed + self.offset) / (1 + self.offset) * np.pi / 2) ** 2
        return 1 - alpha_bar[1:] / alpha_bar[:-1]
'''


@pytest.fixture
def added(tmp_path, monkeypatch):
    """The families with a file more in each folder: `discover` imports them like this."""
    for family, package, name, source in (
        (Sampler, samplers, "damped", DAMPED),
        (NoiseSchedule, schedules, "shifted", SHIFTED),
    ):
        folder = tmp_path / package.__name__
        folder.mkdir()
        (folder / f"{name}.py").write_text(source)
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(folder)])
        monkeypatch.setattr(family, "members", family.members.copy())
        monkeypatch.delitem(sys.modules, f"{package.__name__}.{name}", raising=False)
        family.discover(package.__name__, package.__path__)


@pytest.fixture
def sampling(added):
    return Sampling.members["denoising"](
        noise_schedule=NoiseSchedule.load({"id": "shifted", "n_timestep": 100}), sampler=Sampler.load("ddim")
    )


def overridden(sampling, **values):
    request = {"id": "classify_pixels", "input": "a", "model": "b", "output": "c", **values}
    job = Job.load(json.loads(json.dumps(request)))
    return sampling.with_overrides(job.sampler, job.schedule)


@pytest.mark.parametrize(
    ("values", "damping", "count"),
    [
        ({"sampler": "damped"}, 0.25, 12),
        ({"sampler": {"id": "damped", "damping": 0.5}, "n_timestep": 7}, 0.5, 7),
        ({"sampler": {"id": "damped", "damping": 0.5, "n_timestep": 7}}, 0.5, 7),
    ],
)
def test_a_samplers_own_option_is_reached(sampling, values, damping, count):
    steps = overridden(sampling, **values).steps()
    assert (len(steps), {step.x_t for step in steps}) == (count, {damping})


def test_an_option_alone_is_of_the_packages_own_sampler(sampling):
    own = sampling.model_copy(update={"sampler": Sampler.load({"id": "damped", "n_timestep": 5})})
    changed = overridden(own, sampler={"damping": 0.75}).sampler
    assert (changed.id, changed.damping, changed.n_timestep) == ("damped", 0.75, 5)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"sampler": {"damping": 0.5}}, "ddim has no option 'damping': it has n_timestep, spacing, eta."),
        ({"sampler": {"id": "ddpm", "damping": 0.5}}, "ddpm has no option 'damping': it has n_timestep, spacing."),
        ({"sampler": {"id": "damped", "damping": 2}}, "damping does not fit: input should be less than or equal to 1."),
        ({"sampler": "damped", "eta": 0.5}, "damped has no eta: leave ETA blank, or set SAMPLER to ddim."),
        ({"schedule": {"id": "cosine", "offset": 0.2}}, "cosine has no option 'offset': it has n_timestep."),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(sampling, values, sentence):
    with pytest.raises(InputError) as refusal:
        overridden(sampling, **values)
    assert str(refusal.value) == sentence


def test_the_same_option_may_be_said_twice_but_not_in_two_ways(sampling):
    twice = {"sampler": {"id": "ddim", "n_timestep": 9, "eta": 0.5}, "n_timestep": 9, "eta": 0.5}
    assert len(overridden(sampling, **twice).steps()) == 9
    with pytest.raises(InputError, match=r"^N_TIMESTEP is 8, and 9 in SAMPLER: leave one of them out\.$"):
        overridden(sampling, **{**twice, "n_timestep": 8})


def test_a_schedules_own_option_is_reached_when_sampling(sampling):
    spread = overridden(sampling, schedule={"id": "shifted", "offset": 0.3}).spread
    assert spread.dump() == {"id": "shifted", "n_timestep": 100, "offset": 0.3}
    steps = [overridden(sampling, schedule={"offset": each}, n_timestep=20).steps() for each in (0.1, 0.3)]
    assert steps[0] != steps[1]


@pytest.mark.parametrize(
    "options",
    [
        {"schedule": "shifted", "offset": 0.2, "n_timestep": 60},
        {"schedule": {"id": "shifted", "offset": 0.2, "n_timestep": 60}},
        {"schedule": {"id": "shifted", "offset": 0.2}, "n_timestep": 60},
        {"schedule": "shifted", "offset": 0.2, "n_timestep": 60, "linear_start": 1e-6, "linear_end": 1e-2},
    ],
)
def test_a_schedules_own_option_is_reached_when_training(added, options):
    objective = Objective.load({"id": "denoising", **options})
    assert objective.schedule.dump() == {"id": "shifted", "n_timestep": 60, "offset": 0.2}
    assert Objective.load(objective.dump()) == objective
    assert objective.dump() == {
        "id": "denoising", "criterion": "l1", "schedule": "shifted", "n_timestep": 60, "offset": 0.2,
        "linear_start": 1e-5, "linear_end": 1e-2, "ema_decay": 0.9999,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"offset": 0.2}, "linear has no option 'offset': it has n_timestep, linear_start, linear_end."),
        ({"schedule": "shifted", "offset": 0.7}, "offset does not fit: input should be less than or equal to 0.5."),
        (
            {"schedule": {"id": "shifted", "offset": 0.1}, "offset": 0.2},
            "offset is 0.2, and 0.1 in schedule: leave one of them out.",
        ),
        (
            {"slope": 1},
            "denoising has no option 'slope': it has criterion, ema_decay, schedule, n_timestep, linear_start, linear_end, "
            "offset.",
        ),
    ],
)  # fmt: skip
def test_what_a_schedule_cannot_do_is_refused(added, options, sentence):
    with pytest.raises(InputError) as refusal:
        Objective.load({"id": "denoising", **options})
    assert str(refusal.value) == sentence


def test_a_model_learns_by_a_schedule_with_an_option(added, make_tileset, tmp_path):
    sr3 = {"id": "sr3", "inner_channel": 8, "norm_groups": 4, "channel_mults": [1, 2], "res_blocks": 1}
    objective = {"id": "denoising", "schedule": "shifted", "offset": 0.2, "n_timestep": 50}
    out = tmp_path / "a.srpk"
    train(make_tileset(), out, backbone=sr3, objective=objective, patch_size=8, epochs=1)
    package = ModelPackage.load(out)
    assert package.sampling.noise_schedule.dump() == {"id": "shifted", "n_timestep": 50, "offset": 0.2}
    assert package.info.training["objective"]["offset"] == 0.2
    np.testing.assert_array_less(np.diff(package.sampling.noise_schedule.alpha_bar()), 0)


def test_qgis_reads_them_from_the_schema(added):
    """tests/plugin/test_sampling.py goes on from there."""
    classify, denoising = (
        schema_of(each)["properties"]
        for each in (Job.members["classify_pixels"], Objective.members["denoising"])
    )
    published = {
        "classify_pixels": {name: classify[name] for name in ("sampler", "n_timestep", "eta", "schedule")},
        "denoising": denoising,
    }
    if os.environ.get("FINER_FREEZE"):
        PUBLISHED.write_text(json.dumps(published, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert published == json.loads(PUBLISHED.read_text(encoding="utf-8"))
    assert classify["n_timestep"]["owners"] == {
        "damped": 12,
        "ddim": 200,
        "ddpm": None,
        "dpm_solver": 15,
        "euler": 5,
        "heun": 5,
    }
    assert denoising["offset"]["owners"] == {"shifted": 0.1}
