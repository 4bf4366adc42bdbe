"""A member that lacks what its family leaves to it is refused when its class is made, in one sentence."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

import pytest

from sr_core.backbones import RegressionBackbone
from sr_core.degradations import Degradation
from sr_core.diffusion.samplers import DenoisingSampler, FlowSampler, Sampler
from sr_core.diffusion.schedules import NoiseSchedule
from sr_core.importing import WeightLayout
from sr_core.jobs import Job
from sr_core.objectives import Objective
from sr_core.optim.optimisers import Optimiser
from sr_core.optim.schedules import LearningRateSchedule
from sr_core.schema import Choice

FAMILIES = [
    (Degradation, "kernels (return the blur along one axis)", "kernel_description"),
    (Job, "run (", "tags", "Result"),
    (LearningRateSchedule, "factor ("),
    (NoiseSchedule, "formula ("),
    (Objective, "learner ("),
    (Optimiser, "torch_class"),
    (RegressionBackbone, "trunk (build the deep part", "trunk_receptive_field", "trunk_activation_floats"),
    (Sampler, "objective"),
    (DenoisingSampler, "steps ("),
    (FlowSampler, "steps ("),
    (WeightLayout, "read (return the network that the weights are of)", "signature"),
]


@pytest.mark.parametrize(("family", "parts"), [(family, parts) for family, *parts in FAMILIES], ids=str)
def test_an_empty_member_is_refused_when_its_class_is_made(family, parts):
    with pytest.raises(TypeError) as refusal:
        type("Empty", (family,), {"__module__": __name__})
    sentence = str(refusal.value)
    assert sentence.startswith(f"Empty in {__file__} is a {family.__name__} and must define ")
    assert all(part in sentence for part in parts) and "\n" not in sentence
    assert "test_abstract_methods" not in family.members


def test_what_is_shared_by_members_may_leave_parts_to_them():
    class Shape(Choice):
        sides: ClassVar[int]

        @abstractmethod
        def area(self) -> float:
            """Return the area."""

    shared = type("Shared", (Shape,), {"__module__": "shapes._shared"})
    assert Shape.members == {}
    with pytest.raises(
        TypeError,
        match=r"Square in shapes\.square is a Shared and must define area \(return the area\), sides$",
    ):
        type("Square", (shared,), {"__module__": "shapes.square"})
    whole = {"__module__": "shapes.square", "area": lambda self: 1.0, "sides": 4}
    assert type("Square", (shared,), whole)().area() == 1
