"""The description of a model and its training: schema.json of a package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Self, cast, get_args

from pydantic import (
    ConfigDict,
    Field,
    JsonValue,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    model_validator,
)

from ..backbones import Backbone
from ..datasets.data_summary import DataSummary
from ..datasets.guide_info import GuideInfo
from ..metrics.bicubic_comparison import Comparison
from ..parameter_types import Scale
from ..raster.radiometry import Radiometry
from ..schema import Config
from .onnx_model import OnnxGraph

if TYPE_CHECKING:
    from ..backbones import DiffusionNet, SrNet

FORMAT = 3
"""Raised when an older Finer could no longer make sense of a package. 2: data, licence, intervals and thumbnail. 3: a guide,
and other bands out than in; a package that has neither is written as 2."""
PLAIN = 2
"""Format of a package whose model takes one image and gives the same bands."""


MOST_BANDS = 4096
"""Most bands of a model; no sensor has as many."""
LEAST, MOST = 1e-37, 3e38
"""Magnitudes that single-precision numbers, in which networks compute, can tell from 0 and from infinity."""


class UnreadNetwork(Config):
    """A network of torch as a package names it: to read its options, and what follows from them, imports torch."""

    model_config = ConfigDict(extra="allow")

    id: str

    @property
    def scales(self) -> tuple[int, ...]:
        """Return all scales there are: which of them it can do is not known here."""
        return get_args(Scale)

    def shared_scales(self, scale: int) -> tuple[int, ...]:
        """Return `scale`, which a model for it does in any case."""
        return (scale,)


def _leave_network_unread(value: Any, read: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
    """Leave a network of torch unread where the context of the validation says so."""
    is_torch = isinstance(value, dict) and value.get("id") != OnnxGraph.model_fields["id"].default
    return (
        UnreadNetwork.model_validate(value) if is_torch and info.context == WITHOUT_NETWORKS else read(value)
    )


WITHOUT_NETWORKS = "without networks"
"""Context in which a `PackageInfo` is validated without torch."""


class PackageInfo(Config):
    """Description of a model and its training: the package's schema.json."""

    model_config = ConfigDict(ser_json_inf_nan="strings")

    format: Annotated[int, Field(ge=1, le=FORMAT)] = PLAIN
    """Version of the package format: the least that holds it."""
    backbone: Annotated[
        OnnxGraph | Backbone, Field(union_mode="left_to_right"), WrapValidator(_leave_network_unread)
    ]
    """The network and its options; or what is known of one that comes as ONNX."""
    scale: Scale
    """How many times finer the result is where nobody says otherwise."""
    bands: Annotated[tuple[str, ...], Field(min_length=1, max_length=MOST_BANDS)]
    """Descriptions of the low-resolution bands, in the order the model takes them; it gives the same, but for `outputs`."""
    outputs: Annotated[tuple[int, ...] | None, Field(exclude_if=lambda value: value is None)] = None
    """Places (from 0) among `bands` of those that the model gives, in its order; none gives all of them."""
    guide: Annotated[GuideInfo | None, Field(exclude_if=lambda value: value is None)] = None
    """The second image that the model takes; none where it takes one."""
    dtype: str | None
    """Data type of the rasters it was trained on; none where that is not known."""
    nodata: Annotated[float | None, Field(allow_inf_nan=True)] = None
    """Nodata value of the rasters it was trained on."""
    radiometry: Radiometry
    """From their pixel values to the physical units the model works in."""
    mean: tuple[float, ...]
    """Mean of each band over the training pixels, in physical units."""
    std: tuple[float, ...]
    """Standard deviation of each band over the training pixels, in physical units."""
    degradation: dict[str, JsonValue]
    """How the low-resolution side of the training tiles came about, as tileset.json says it."""
    consistency: bool = False
    """Whether results are held to the low-resolution image where nobody says otherwise."""
    data_range: Annotated[float, Field(gt=0)]
    """The range in physical units that PSNR and SSIM are stated for."""
    effective_halo: dict[int, Annotated[int, Field(ge=0)]] = Field(default_factory=dict)
    """By scale, how many low-resolution pixels around a pixel change its result by something that shows; where that is
    not known, tiles are read with all that the network sees."""
    licence: str = ""
    """Under which it may be used and passed on, in its maker's words; "" where that is not stated."""
    data: DataSummary | None = None
    """What it was trained on; none where that is not known."""
    metrics: Comparison | None = None
    """How it did on held-out tiles when it was trained."""
    training: dict[str, JsonValue] = Field(default_factory=dict)
    """How it was trained: settings, number of tiles, loss and validation PSNR along the way."""
    versions: dict[str, str] = Field(default_factory=dict)
    """Versions of the software it was trained with."""
    created: str = ""
    """When, as an ISO 8601 time in UTC."""

    @model_validator(mode="after")
    def _coherent(self) -> Self:
        if len({len(self.bands), len(self.mean), len(self.std), len(self.radiometry.gain)}) > 1:
            raise ValueError("bands, mean, std and radiometry differ in length")
        for name in ("mean", "std"):
            if not all(abs(value) < MOST for value in getattr(self, name)):
                raise ValueError(f"{name} is beyond what single-precision numbers can be")
        if not all(value > LEAST for value in self.std):
            raise ValueError("std is not above 0 in all bands")
        if self.outputs is not None and not (
            self.outputs and set(self.outputs) <= set(range(len(self.bands)))
        ):
            raise ValueError("outputs are none of the bands")
        if self.format < FORMAT and (self.guide or self.outputs is not None):
            raise ValueError("format")
        if self.scale not in self.backbone.scales:
            raise ValueError(f"{self.backbone.id} does not support scale {self.scale}")
        return self

    @model_validator(mode="before")
    @classmethod
    def _choose_format(cls, values: Any) -> Any:
        if isinstance(values, dict) and (values.get("guide") or values.get("outputs") is not None):
            return {"format": FORMAT, **values}
        return values

    @property
    def result_places(self) -> tuple[int, ...]:
        """Places (from 0) among `bands` of those that the model gives."""
        return tuple(range(len(self.bands))) if self.outputs is None else self.outputs

    @property
    def input_mean(self) -> tuple[float, ...]:
        """Mean of each channel that the network is given: of the bands, and of the folded guide's after them."""
        return self.mean + (self.guide.fold(self.guide.mean) if self.guide else ())

    @property
    def input_std(self) -> tuple[float, ...]:
        """Standard deviation of each channel that the network is given."""
        return self.std + (self.guide.fold(self.guide.std) if self.guide else ())

    @property
    def scales(self) -> tuple[int, ...]:
        """What the model can do: `scale`, at which its figures were measured, and what its weights serve besides."""
        return self.backbone.shared_scales(self.scale)

    def net(self) -> SrNet | DiffusionNet:
        """Return the network it describes, freshly initialised.

        Raises:
            TypeError: it is a graph for ONNX Runtime, which has no other form.
        """
        ratio = self.guide.ratio if self.guide else 1
        net = self.backbone.net(len(self.bands), self.scale, self.input_mean, self.input_std, ratio)
        return cast("SrNet | DiffusionNet", net)
