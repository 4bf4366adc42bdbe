"""A network in ONNX as a package holds it: the file, and what was found out about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

from pydantic import Field

from ..backbones import require_known_scale
from ..schema import Config

if TYPE_CHECKING:
    import torch


class OnnxGuide(Config):
    """How a network in ONNX wants a guide beside its image."""

    name: str
    """Name of the input that takes the guide."""
    image: str
    """Name of the other input, that of the image."""
    bands: Annotated[int, Field(ge=1)]
    ratio: Literal[1, 2, 3, 4, 6]
    """Pixels of the guide along the side of one of the image."""


class OnnxForm(Config):
    """How a network in ONNX wants its images and gives its results."""

    output: str | None = None
    """Name of the output that is the result; none is the first."""
    channels_last: bool = False
    """Whether bands come after rows and columns (NHWC)."""
    half: bool = False
    """Whether it takes half precision (float16)."""
    batch: Annotated[int, Field(ge=1)] = 1
    """Images that it wants at once."""
    lost: Annotated[int, Field(ge=0)] = 0
    """Pixels of the result that are missing on each side, as after convolutions without padding."""
    guide: Annotated[OnnxGuide | None, Field(exclude_if=lambda value: value is None)] = None
    """The second input; none where it takes one."""


class OnnxGraph(Config):
    """Network in ONNX."""

    id: Literal["onnx"] = "onnx"
    scale: int
    bands: int
    """Number of bands that the model takes, without those of a guide."""
    halo: Annotated[int, Field(ge=0)]
    """Low-resolution pixels around a pixel that can change its result."""
    sees_all: bool = False
    """Whether pixels beyond the halo change the result as well: then tiles differ from the whole by as much."""
    multiple_of: Annotated[int, Field(ge=1)] = 1
    """Low-resolution pixels by which the input must shift for the result to shift with it."""
    size: tuple[int, int] | None = None
    """Rows and columns, where it takes no others; without those that are only there to be lost."""
    form: OnnxForm = OnnxForm()

    @property
    def inputs(self) -> int:
        """Channels that it is given: its bands, and those of a guide, folded, after them."""
        guide = self.form.guide
        return self.bands + (guide.bands * guide.ratio**2 if guide else 0)

    @property
    def scales(self) -> tuple[int, ...]:
        """The scales it can do."""
        return (self.scale,)

    def shared_scales(self, scale: int) -> tuple[int, ...]:
        """Return the scales that a model for `scale` serves, as for `Backbone`."""
        return self.scales

    def net(
        self, bands: int, scale: int, mean: Sequence[float], std: Sequence[float], guide_ratio: int = 1
    ) -> NoReturn:
        """Refuse, unlike a `Backbone`: a graph has no form but that of its file.

        Raises:
            TypeError: always.
        """
        raise TypeError("a network in ONNX cannot be initialised")


@dataclass(frozen=True, eq=False)
class OnnxModel:
    """A network in ONNX, to be computed by `inference.onnx_net.OnnxNet`."""

    graph: OnnxGraph
    file: bytes
    device: torch.device
    """Where it is to be computed, if ONNX Runtime can."""

    @property
    def scale(self) -> int:
        """How many times finer its result is."""
        return self.graph.scale

    def set_scale(self, scale: int) -> None:
        """Refuse any scale but its own.

        Raises:
            InputError: it is another.
        """
        require_known_scale(scale, self.graph.scales)

    def with_halo(self, halo: int | None) -> OnnxModel:
        """Return it with tiles read with no more than `halo` around them; with all that it sees if that is None."""
        if halo is None:
            return self
        return replace(self, graph=self.graph.model_copy(update={"halo": min(self.graph.halo, halo)}))
