"""The base class of objectives: the config of what a network learns, which starts a learner."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from ..backbones import DiffusionNet, SrNet
from ..diffusion.sampling_configs import Sampling
from ..errors import InputError
from ..optim.optimisation import Optimisation
from ..progress import Progress
from ..schema import Choice
from ._ema import EmaLearner
from ._learner import Learner
from ._scheduled_optimizer import StepSettings

if TYPE_CHECKING:
    from lightning_fabric import Fabric

Monitor = Literal["psnr", "ssim", "loss"]
"""Metrics of the validation tiles by which epochs can be compared."""


class Objective(Choice):
    """The config of what a network learns; `start` returns the learner that does it."""

    monitor: ClassVar[Monitor | None] = "psnr"
    """Metric that decides the best epoch unless the user chooses another; None: the last epoch is the best."""

    is_generative: ClassVar[bool] = False
    """Whether networks learn to add detail that is likely and not measured. Results of such networks are made consistent
    with the low-resolution image."""

    @property
    def sampling(self) -> Sampling | None:
        """How results of a network with this objective are sampled; None: one forward pass gives the result."""
        return None

    @property
    def ema(self) -> float:
        """Decay of the moving average of weights unless the user sets another; 0: no average, the last weights are kept."""
        return 0.0

    def initial_objective(self) -> Objective:
        """Return the objective of the first steps; another than this one where they do not yet use all of its losses."""
        return self

    def fetch(self) -> Iterator[Progress]:
        """Download the files that the objective needs and this computer lacks; exhaust the iterator before `start`."""
        yield from ()

    def start(
        self,
        net: SrNet | DiffusionNet,
        learning_rate: float,
        steps: int,
        bands: Sequence[str] = (),
        optimisation: Optimisation | None = None,
        fabric: Fabric | None = None,
        elapsed: Callable[[], float] | None = None,
    ) -> Learner:
        """Return a learner that trains `net` in place.

        Weights beside those of the net (a discriminator's) are initialised from torch's global random numbers.

        Args:
            net: The network, on its device.
            learning_rate: The largest learning rate of the schedule.
            steps: Number of calls of `Learner.step` that will follow, or are expected to.
            bands: Descriptions of the net's bands.
            optimisation: Optimiser, schedule, clipping and average of weights.
            fabric: Lightning Fabric, which knows the precision and the other processes; None: float32 and one process.
            elapsed: Returns the share of the training that is over, where a time decides how long it is.

        Raises:
            InputError: A network of this kind cannot have this objective.
        """
        settings = StepSettings(learning_rate, steps, optimisation or Optimisation(), fabric, elapsed)
        learner = self.build_learner(net, settings, bands)
        decay = self.ema if settings.optimisation.ema is None else settings.optimisation.ema
        return EmaLearner(learner, net, decay) if decay else learner

    @abstractmethod
    def build_learner(
        self, net: SrNet | DiffusionNet, settings: StepSettings, bands: Sequence[str]
    ) -> Learner:
        """Return the learner that trains `net`; `start` adds the average of weights to it."""
        raise NotImplementedError

    def require_regression(self, net: SrNet | DiffusionNet) -> SrNet:
        """Return `net` if one forward pass gives its result.

        Raises:
            InputError: `net` is a diffusion network.
        """
        if isinstance(net, DiffusionNet):
            raise InputError(
                "{network} makes its results from noise and cannot be trained with {objective}: set OBJECTIVE "
                "to denoising or flow.",
                network=net.backbone.id,
                objective=self.id,
            )
        return net
