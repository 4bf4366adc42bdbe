"""What pansharpening makes of tiles with a guide: each band with the detail of the band of the guide that suits it best."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from odc.geo.types import xy_

from ..backbones import bicubic
from ..datasets.splits import Split
from ..datasets.tileset import TileSet
from ..inference.tile_upscaler import TileUpscaler
from ..raster.pansharpen import BandCovariance, PansharpeningMethod, PansharpeningPair
from ..raster.space_to_depth import unfold


@dataclass
class PansharpeningBaseline(TileUpscaler):
    """Ratio component substitution by bands of a guide."""

    scale: int
    bands: int
    inputs: int
    partners: tuple[int, ...]
    """For each band the band of the guide that it gets the detail of."""

    @classmethod
    def fit(cls, tileset: TileSet, split: Split) -> PansharpeningBaseline:
        """Choose for each band the band of the guide with which the tiles of a split come out best.

        Args:
            tileset: With a guide whose pixels are as fine as those of HR.
            split: Of which all tiles are looked at.

        Raises:
            ValueError: There is no such guide.
        """
        info = tileset.info
        if info.guide is None or info.guide.ratio != info.scale:
            raise ValueError("no guide as fine as the result")
        count, errors = len(info.bands), np.zeros((len(info.guide.bands), len(info.bands)))
        for name in tileset.names(split):
            pair = tileset.read(split, name)
            for place, squares in enumerate(errors):
                result = cls(info.scale, count, info.n_inputs, (place,) * count).upscale(pair.inputs)
                squares += np.square(np.where(pair.valid, result - pair.hr, 0), dtype=np.float64).sum((1, 2))
        return cls(info.scale, count, info.n_inputs, tuple(errors.argmin(axis=0).tolist()))

    def upscale(self, lr: NDArray[np.float32]) -> NDArray[np.float32]:
        """Sharpen an image (inputs, h, w): its bands, resampled bicubically, × guide / smoothed guide."""
        upsampled = bicubic(torch.from_numpy(lr[: self.bands])[None], self.scale)[0].numpy()
        guide = unfold(lr[self.bands :], self.scale).astype(np.float64)
        method, ratio = PansharpeningMethod.members["rcs"](), xy_(float(self.scale), float(self.scale))
        margin = method.margin(ratio)
        beyond = ((margin.y, margin.y), (margin.x, margin.x))
        sharp = []
        for band, place in zip(upsampled, self.partners, strict=True):
            pan = np.pad(guide[place], beyond, mode="edge")
            pair = PansharpeningPair(
                band[None].astype(np.float64), pan, np.ones(pan.shape, bool), margin, BandCovariance.empty(1)
            )
            sharp.append(method.fuse(pair, ratio)[0])
        return np.stack(sharp).astype(np.float32)
