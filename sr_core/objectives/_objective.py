"""What all objectives have in common: their config, and the learner that it starts."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from ..backbones import DiffusionNet, SrNet
from ..diffusion.sampling import Sampling
from ..errors import InputError
from ..optim.optimisation import Optimisation
from ..progress import Progress
from ..schema import Choice
from ._ema import EmaLearner
from ._learner import Learner
from ._optimizer import Plan

if TYPE_CHECKING:
    from lightning_fabric import Fabric

Monitor = Literal["psnr", "ssim", "loss"]
"""Figures of the validation tiles by which epochs can be compared."""


class Objective(Choice):
    """The config of what a network learns; `start` returns the learner that does it."""

    monitor: ClassVar[Monitor | None] = "psnr"
    """Decides the best epoch unless the user says otherwise; None: the last epoch is the best."""

    is_generative: ClassVar[bool] = False
    """Whether networks learn to add detail that is likely and not measured: their results are then made consistent with
    the low-resolution image."""

    @property
    def sampling(self) -> Sampling | None:
        """How a network with this objective is sampled; None: one forward pass gives the result."""
        return None

    @property
    def ema(self) -> float:
        """Decay of the average of weights unless the user says otherwise; 0 keeps the last weights."""
        return 0.0

    def initial_objective(self) -> Objective:
        """Return the objective of the first steps, where these do not yet use all of this one's losses."""
        return self

    def fetch(self) -> Iterator[Progress]:
        """Download what it needs unless it is on this computer; to be exhausted before `start`."""
        yield from ()

    def start(
        self,
        net: SrNet | DiffusionNet,
        learning_rate: float,
        steps: int,
        bands: Sequence[str] = (),
        optimisation: Optimisation | None = None,
        fabric: Fabric | None = None,
    ) -> Learner:
        """Return a learner that trains `net` in place.

        Weights beside those of the net (a discriminator's) are initialised from torch's global random numbers.

        Args:
            net: The network, on its device.
            learning_rate: The largest learning rate of the schedule.
            steps: Number of calls of `Learner.step` that will follow.
            bands: Descriptions of the net's bands.
            optimisation: Optimiser, schedule, clipping and average of weights.
            fabric: Knows the precision, and the other processes of the training; None: float32 and one process.

        Raises:
            InputError: A network of this kind cannot have this objective.
        """
        plan = Plan(learning_rate, steps, optimisation or Optimisation(), fabric)
        learner = self.build_learner(net, plan, bands)
        decay = self.ema if plan.optimisation.ema is None else plan.optimisation.ema
        return EmaLearner(learner, net, decay) if decay else learner

    @abstractmethod
    def build_learner(self, net: SrNet | DiffusionNet, plan: Plan, bands: Sequence[str]) -> Learner:
        """Return the learner of `start` before averaging of weights is added."""
        raise NotImplementedError

    def require_regression(self, net: SrNet | DiffusionNet) -> SrNet:
        """Return `net` if one forward pass gives its result.

        Raises:
            InputError: It is a diffusion network.
        """
        if isinstance(net, DiffusionNet):
            raise InputError(
                "{network} learns to tell noise and cannot learn by {objective}: set OBJECTIVE to denoising.",
                network=net.backbone.id,
                objective=self.id,
            )
        return net
