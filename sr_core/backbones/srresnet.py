"""SRResNet: the generator of SRGAN (Ledig et al. 2017), and its form without batch normalisation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, ClassVar, Literal

from jaxtyping import Float
from pydantic import Field
from torch import Tensor, nn

from ._blocks import LongSkip, ResidualBlock, conv, factors, find_modules, upsampler_receptive_field
from ._receptive_field import ReceptiveField
from ._regression import RegressionBackbone

SLOPE = 0.1
"""Negative slope of MSRResNet's activations outside its blocks."""


class SRResNet(RegressionBackbone):
    """SRResNet: the generator of SRGAN, with or without batch normalisation.

    Ledig et al. 2017, "Photo-Realistic Single Image Super-Resolution Using a Generative Adversarial Network",
    figure 4. Without batch normalisation it is MSRResNet, the form of it that Wang et al. published with ESRGAN
    (2018): ends of 3 × 3 instead of 9 × 9, no long skip, and a convolution more at full resolution.
    """

    tiny: ClassVar = ({}, {"batch_norm": False}, {"batch_norm": False, "paper_layers": True})

    sizes: ClassVar = {"small": {"n_feats": 32, "n_blocks": 8}, "medium": {"n_feats": 48}, "paper": {}}

    n_blocks: Annotated[int, Field(title="Residual blocks", ge=1, le=256)] = 16
    """Residual blocks in the trunk."""

    batch_norm: Annotated[bool, Field(title="Batch normalisation")] = True
    """Whether blocks normalise over the batch, as in the paper. Without it, training is steadier and the result
    has no artefacts where the image is unlike the training tiles."""

    paper_layers: Annotated[bool, Field(title="Layers of the paper")] = False
    """Whether without batch normalisation all other layers are the paper's, as in generators of OpenSR-SRGAN, and not
    MSRResNet's."""

    output_activation: Annotated[
        Literal["none", "clamp", "tanh", "tanh01"], Field(title="Output activation")
    ] = "none"
    """What the last layer is followed by. none: nothing; clamp: values are kept within 0 and 1; tanh: the hyperbolic
    tangent, −1 to 1; tanh01: (tanh + 1) / 2, 0 to 1. Some published networks have one; use none to train."""

    @property
    def _is_papers(self) -> bool:
        """Whether all layers but those that normalise are the paper's."""
        return self.batch_norm or self.paper_layers

    @property
    def _ends(self) -> int:
        """Side of the first and the last convolution."""
        return 9 if self._is_papers else 3

    def _activation(self) -> nn.Module:
        return nn.PReLU() if self._is_papers else nn.LeakyReLU(SLOPE, inplace=True)

    def _norm(self) -> tuple[nn.Module, ...]:
        return (nn.BatchNorm2d(self.n_feats),) if self.batch_norm else ()

    def trunk(self, bands: int, scale: int) -> nn.Module:
        first = (conv(bands, self.n_feats, self._ends), self._activation())
        if not self._is_papers:
            return nn.Sequential(*first, *(ResidualBlock(self.n_feats) for _ in range(self.n_blocks)))
        blocks = (
            _PaperBlock(
                conv(self.n_feats, self.n_feats), *self._norm(), nn.PReLU(),
                conv(self.n_feats, self.n_feats), *self._norm(),
            )
            for _ in range(self.n_blocks)
        )  # fmt: skip
        last = (conv(self.n_feats, self.n_feats), *self._norm())
        return nn.Sequential(*first, LongSkip(*blocks, *last))

    def blocks(self, part: nn.Module) -> Sequence[nn.Module]:
        return find_modules(part, _PaperBlock if self._is_papers else ResidualBlock)

    def trunk_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        return field.conv(3, times=2 * self.n_blocks + self._is_papers).conv(self._ends)

    def trunk_activation_floats(self) -> int:
        # What the long skip and the block's own skip hold, and a layer's input and output.
        return (4 if self._is_papers else 3) * self.n_feats

    def tail(self, bands: int, scale: int) -> nn.Module:
        steps = [
            (conv(self.n_feats, factor**2 * self.n_feats), nn.PixelShuffle(factor), self._activation())
            for factor in factors(scale)
        ]
        more = () if self._is_papers else (conv(self.n_feats, self.n_feats), self._activation())
        last = self.last(conv(self.n_feats, bands, self._ends))
        activation = OUTPUT_ACTIVATIONS[self.output_activation]()
        return nn.Sequential(*(layer for step in steps for layer in step), *more, last, *activation)

    def tail_receptive_field(self, field: ReceptiveField, scale: int) -> ReceptiveField:
        field = field.conv(self._ends)
        if not self._is_papers:
            field = field.conv(3)
        return upsampler_receptive_field(field, scale)


class _HalvedTanh(nn.Tanh):
    """(tanh + 1) / 2."""

    def forward(self, x: Float[Tensor, "b c h w"]) -> Float[Tensor, "b c h w"]:
        return (super().forward(x) + 1) / 2


OUTPUT_ACTIVATIONS: dict[str, Callable[[], tuple[nn.Module, ...]]] = {
    "none": lambda: (),
    "clamp": lambda: (nn.Hardtanh(0, 1),),
    "tanh": lambda: (nn.Tanh(),),
    "tanh01": lambda: (_HalvedTanh(),),
}
"""Layers at the end, by the option's value."""


class _PaperBlock(nn.Module):
    """conv-BN-PReLU-conv-BN, added to its input (figure 4); there may be nothing in place of the BN."""

    def __init__(self, *layers: nn.Module) -> None:
        super().__init__()
        self.residual = nn.Sequential(*layers)

    def forward(self, x: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f h w"]:
        residual: Tensor = self.residual(x)
        return x + residual
