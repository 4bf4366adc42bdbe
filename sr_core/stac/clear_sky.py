"""A scene on the web as the low-resolution side of tiles: what of it is clouds or their shadows does not count."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from pystac import Item
from rasterio.crs import CRS
from rasterio.enums import ColorInterp
from rasterio.windows import Window

from ..raster.source import Source
from ..raster.superimpose import REACH
from .remote_scene import RemoteScene, open_scene

CLASSES = "SCL"
"""The asset of Sentinel-2 scenes (L2A) that says what each pixel shows: Sen2Cor's scene classification."""

HIDDEN = (0, 1, 3, 8, 9, 10)
"""Its classes that do not show the land: nodata, saturated or defective, cloud shadow, cloud of medium and of high
probability, thin cirrus. Not snow (11), nor dark areas (2), which are land."""


class ClearSky:
    """Reads like a `Raster`, in any thread: one at a time, for its files are open but once."""

    def __init__(self, scene: RemoteScene, classes: RemoteScene | None) -> None:
        self._scene, self._classes, self._reading = scene, classes, threading.Lock()

    @property
    def name(self) -> str:
        return str(self._scene.item.id)

    @property
    def sees_clouds(self) -> bool:
        """Whether the scene says where its clouds are."""
        return self._classes is not None

    @property
    def box(self) -> GeoBox:
        return self._scene.lattice.box

    @property
    def crs(self) -> CRS | None:
        return self._scene.lattice.crs

    @property
    def region(self) -> Window:
        height, width = self.box.shape
        return Window(0, 0, width, height)

    @property
    def reach(self) -> int:
        """Coarser bands are resampled onto the grid of the finest."""
        if not self._scene.resampled:
            return 0
        areas = [abs(dataset.transform.determinant) for dataset in self._scene.datasets]
        return math.ceil(REACH * math.sqrt(max(areas) / min(areas)))

    @property
    def bands(self) -> tuple[int, ...]:
        return tuple(range(1, len(self.descriptions) + 1))

    @property
    def dtype(self) -> str:
        return self._scene.dtype

    @property
    def nodata(self) -> float | None:
        return self._scene.nodata

    @property
    def has_mask(self) -> bool:
        return self.nodata is None

    @property
    def descriptions(self) -> tuple[str, ...]:
        return self._scene.descriptions

    @property
    def colorinterp(self) -> tuple[ColorInterp, ...]:
        return self._scene.colorinterp

    def read(self, window: Window) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Pixels (b, h, w) and which of them are valid and show the land."""
        with self._reading:
            pixels, valid = self._scene.read(window)
            if self._classes is not None:
                (classes,) = self._classes.bands
                shown, known = classes.read(self._scene.lattice, window)
                valid = valid & known & ~np.isin(shown, HIDDEN)
        return pixels, valid


@contextmanager
def clear_sky(item: Item, names: Sequence[str], timeout: float) -> Iterator[ClearSky]:
    """Open the assets of a scene that bear these names, and its classes if it has any.

    Raises:
        BadInput: no such asset, or one that is no raster on the web.
        NetworkError: they cannot be had.
    """
    with ExitStack() as stack:
        scene = stack.enter_context(open_scene(item, names, timeout))
        classes = None
        if CLASSES.casefold() in (key.casefold() for key in item.assets):
            classes = stack.enter_context(open_scene(item, [CLASSES], timeout))
        yield ClearSky(scene, classes)


@dataclass(frozen=True)
class OpenedScene:
    """A scene that is open already and stays so."""

    scene: ClearSky

    @property
    def path(self) -> str:
        return self.scene.name

    @property
    def paths(self) -> tuple[str, ...]:
        return (self.scene.name,)

    @contextmanager
    def open(self) -> Iterator[Source]:
        yield self.scene
