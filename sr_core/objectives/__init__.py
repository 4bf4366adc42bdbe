"""How a network learns, one file each: an objective owns its losses and its optimisers."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from ..backbones import DiffusionNet, SrNet
from ..diffusion.sampling import Sampling
from ..errors import BadInput
from ..optim.optimisation import Optimisation
from ..progress import Progress
from ..schema import Choice
from ._ema import EmaLearner
from ._learner import Batch, Learner, Part
from ._optimizer import Plan

if TYPE_CHECKING:
    from lightning_fabric import Fabric

__all__ = ["Batch", "Learner", "Monitor", "Objective", "Part", "Plan"]

Monitor = Literal["psnr", "ssim", "loss"]
"""What epochs are compared by, all of validation tiles."""


class Objective(Choice):
    """The config of a way to learn; `start` puts it to work."""

    monitor: ClassVar[Monitor | None] = "psnr"
    """What tells the best epoch, unless the user says; none where it is the last one."""

    invents: ClassVar[bool] = False
    """Whether what it teaches adds detail that may be anything: such results are held to the low-resolution image."""

    @property
    def sampling(self) -> Sampling | None:
        """How a net that learnt by it makes images, where that takes more than to ask it once."""
        return None

    @property
    def ema(self) -> float:
        """Decay of the average of weights that is kept, unless the user says; 0 keeps the last weights."""
        return 0.0

    def at_first(self) -> Objective:
        """What is learnt over the first steps, where that is not yet the whole."""
        return self

    def fetch(self) -> Iterator[Progress]:
        """Bring what it needs from outside this computer, if that is not here yet: to be gone through before
        `start`."""
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
        """A learner that changes `net` in place over `steps` calls of `step`; `bands` are the net's, by description;
        `fabric` knows the precision, and the other processes that learn with this one.

        What it needs besides the net begins with torch's random numbers.

        Raises:
            BadInput: a net of this kind does not learn so.
        """
        plan = Plan(learning_rate, steps, optimisation or Optimisation(), fabric)
        learner = self.learner(net, plan, bands)
        decay = self.ema if plan.optimisation.ema is None else plan.optimisation.ema
        return EmaLearner(learner, net, decay) if decay else learner

    @abstractmethod
    def learner(self, net: SrNet | DiffusionNet, plan: Plan, bands: Sequence[str]) -> Learner:
        """As `start`, without an average of the weights."""
        raise NotImplementedError

    def require_regression(self, net: SrNet | DiffusionNet) -> SrNet:
        """`net`, which gives its result at once.

        Raises:
            BadInput: it does not.
        """
        if isinstance(net, DiffusionNet):
            raise BadInput(
                "{network} learns to tell noise and cannot learn by {objective}: set OBJECTIVE to denoising.",
                network=net.backbone.id,
                objective=self.id,
            )
        return net


Objective.discover(__name__, __path__)
