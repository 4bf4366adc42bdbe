"""How a network learns, one file each: an objective owns its losses and its optimisers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol

from jaxtyping import Bool, Float
from torch import Tensor

from ..backbones import DiffusionNet, SrNet
from ..diffusion.sampling import Sampling
from ..errors import BadInput
from ..progress import Progress
from ..schema import Choice

if TYPE_CHECKING:
    from lightning_fabric import Fabric


class Batch(NamedTuple):
    """Patches to learn from, in physical units, on the net's device."""

    lr: Float[Tensor, "b c h w"]
    hr: Float[Tensor, "b c H W"]
    valid: Bool[Tensor, "b c H W"]
    """Where `hr` is a measurement and not nodata; nothing is learnt elsewhere."""
    first: int = 0
    """Where they begin in the step's batch, of which other processes may have the rest."""
    total: int | None = None
    """Patches of that batch; none: there are no others."""
    weight: Tensor | None = None
    """What the mean loss over these patches counts in the mean over processes; none: 1."""


class Part(Protocol):
    """What knows its own state: a module, an optimiser, a schedule."""

    def state_dict(self) -> dict[str, Any]: ...

    def load_state_dict(self, state_dict: dict[str, Any], /) -> Any: ...


class Learner(ABC):
    """An objective at work on one net."""

    @abstractmethod
    def step(self, batch: Batch) -> dict[str, Tensor]:
        """Learn from one batch; its losses by name, detached and still on the device. The first is the headline."""

    @abstractmethod
    def parts(self) -> Mapping[str, Part]:
        """All that changes while it learns, except the net."""

    @contextmanager
    def at_its_best(self) -> Iterator[None]:
        """Meanwhile the net has the weights that are worth keeping, where those it learns with are others."""
        yield

    def state(self) -> dict[str, Any]:
        """Where the learning stands: with it and the net's weights, another process goes on to the same result.

        Nothing but dicts, lists, numbers and tensors; these are the learner's own, so write or copy them before the
        next step.
        """
        return {name: part.state_dict() for name, part in self.parts().items()}

    def load_state(self, state: Mapping[str, Any]) -> None:
        """Go on where another learner of the same objective and an equal net was at its `state()`."""
        for name, part in self.parts().items():
            part.load_state_dict(deepcopy(state[name]))  # torch's optimisers would go on in the given tensors


class Objective(Choice):
    """The config of a way to learn; `start` puts it to work."""

    aims_at_psnr: ClassVar[bool] = True
    """Whether the epoch with the best validation PSNR is the best epoch; otherwise it is the last one."""

    invents: ClassVar[bool] = False
    """Whether what it teaches adds detail that may be anything: such results are held to the low-resolution image."""

    @property
    def sampling(self) -> Sampling | None:
        """How a net that learnt by it makes images, where that takes more than to ask it once."""
        return None

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
        fabric: Fabric | None = None,
    ) -> Learner:
        """A learner that changes `net` in place over `steps` calls of `step`; `bands` are the net's, by description;
        `fabric` knows the precision, and the other processes that learn with this one.

        What it needs besides the net begins with torch's random numbers.

        Raises:
            BadInput: a net of this kind does not learn so.
        """
        if isinstance(net, DiffusionNet):
            raise BadInput(
                "{network} learns to tell noise and cannot learn by {objective}: set OBJECTIVE to denoising.",
                network=net.backbone.id,
                objective=self.id,
            )
        return self.learner(net, learning_rate, steps, bands, fabric)

    def learner(
        self, net: SrNet, learning_rate: float, steps: int, bands: Sequence[str], fabric: Fabric | None
    ) -> Learner:
        """As `start`, for a net that gives the result at once."""
        raise NotImplementedError


Objective.discover(__name__, __path__)
