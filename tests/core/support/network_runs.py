"""Running a network over a raster, for tests of its result."""

from __future__ import annotations

import rasterio
import torch
from rasterio.windows import Window

from sr_core.inference.convolutional import ConvolutionalPredictor
from sr_core.raster.cog import cog_writer
from sr_core.raster.radiometry import Radiometry
from sr_core.raster.raster_reader import open_raster


def lively(backbone, bands, scale):
    """A network with weights that make every layer matter, as after a training."""
    torch.manual_seed(0)
    net = backbone.net(bands, scale, (0.5,) * bands, (0.25,) * bands)
    for parameter in net.parameters():
        torch.nn.init.normal_(parameter, std=0.15)
    return net.eval()


def run(path, out, net, *, window=None, tile_size=16, batch_size=1, bands=None):
    with open_raster(path, bands) as raster:
        height, width = raster.box.shape
        window = window or Window(0, 0, width, height)
        profile = raster.profile.crop(window).zoom(net.scale)
        radiometry = Radiometry.default(raster.dtype, len(raster.bands))
        predictor = ConvolutionalPredictor(net, None, tile_size, batch_size)
        with cog_writer(out, profile) as writer:
            steps = [step.fraction for step in predictor.run(raster, radiometry, window, writer)]
            list(writer.finish())
    assert steps == sorted(steps)
    assert steps[-1] == 1
    with rasterio.open(out) as result:
        return result.read()
