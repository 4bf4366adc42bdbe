"""A scene on the web whose clouds and their shadows are not valid."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ..errors import InputError
from ..raster.profile import RasterProfile
from ..raster.source import Source
from ..sentinel2.scene_classification import CLASSES, shows_land
from .remote_band import RemoteBand
from .remote_scene import RemoteScene, open_scene, open_scenes, remote_band
from .scene_mosaic import SceneMosaic

if TYPE_CHECKING:
    from pystac import Item


class CloudMaskedScene(Source):
    """A remote scene whose cloud and shadow pixels are not valid; any thread can read it, but one at a time, as its files are open only once."""

    def __init__(self, scene: RemoteScene, classes: RemoteBand | None) -> None:
        self._scene, self._classes, self._reading = scene, classes, threading.Lock()

    @property
    def name(self) -> str:
        return self._scene.name

    @property
    def profile(self) -> RasterProfile:
        return self._scene.profile

    @property
    def reach(self) -> int:
        return self._scene.reach

    @property
    def has_cloud_mask(self) -> bool:
        """Whether the scene has a band of classes, clouds among them."""
        return self._classes is not None

    def read(self, window: Window) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Return pixels (b, h, w) and which of them are valid and show the land.

        Raises:
            NetworkError: they cannot be read.
        """
        return self.read_on(self.profile, window)

    @property
    def resampled(self) -> tuple[str, ...]:
        """Names of the assets whose pixels are not those of the scene's grid."""
        return self._scene.resampled

    def read_on(
        self, profile: RasterProfile, window: Window
    ) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Return pixels (b, h, w) of a window of another grid and which are valid, resampled where the grids differ."""
        with self._reading:
            pixels, valid = self._scene.read_on(profile, window)
            if self._classes is not None:
                classes, known = self._classes.read(profile, window)
                valid = valid & known & shows_land(classes)
        return pixels, valid


@contextmanager
def open_cloud_masked(item: Item, names: Sequence[str], timeout: float) -> Iterator[CloudMaskedScene]:
    """Open assets of a scene, and its classes if it has any; arguments and errors are those of `open_scene`."""
    with ExitStack() as stack:
        scene = stack.enter_context(open_scene(item, names, timeout))
        classes = None
        with suppress(InputError):  # it has no classes, or not on the web
            classes = stack.enter_context(closing(remote_band(item, CLASSES, timeout)))
        if classes is not None:
            classes.open()
        yield CloudMaskedScene(scene, classes)


class CloudMaskedMosaic(SceneMosaic):
    """Neighbouring scenes whose cloud and shadow pixels are not valid, put together."""

    parts: Sequence[CloudMaskedScene]

    @property
    def has_cloud_mask(self) -> bool:
        """Whether all scenes have a band of classes, clouds among them."""
        return all(part.has_cloud_mask for part in self.parts)


@contextmanager
def open_all_cloud_masked(
    items: Sequence[Item], names: Sequence[str], timeout: float
) -> Iterator[CloudMaskedScene | CloudMaskedMosaic]:
    """Open assets of scenes as `open_cloud_masked` does those of one, several as a mosaic."""
    with ExitStack() as stack:
        scenes = [stack.enter_context(open_cloud_masked(item, names, timeout)) for item in items]
        yield scenes[0] if len(scenes) == 1 else CloudMaskedMosaic(scenes)


@contextmanager
def open_place(
    items: Sequence[Item], timeout: float, mask_clouds: bool, names: Sequence[str]
) -> Iterator[RemoteScene | SceneMosaic | CloudMaskedScene]:
    """Open assets of scenes as one raster, with clouds and their shadows as gaps if asked.

    Args:
        items: A scene, or neighbouring ones that are put together.
        timeout: Seconds to wait for an answer of the server.
        mask_clouds: Whether clouds and their shadows are not valid.
        names: Of the assets, in the order of the bands.

    Raises:
        InputError: Clouds are to be gaps, and the scenes do not tell where they are; or as `open_scenes`.
        NetworkError: They cannot be read.
    """
    if not mask_clouds:
        with open_scenes(items, names, timeout) as source:
            yield source
        return
    with open_all_cloud_masked(items, names, timeout) as scene:
        if not scene.has_cloud_mask:
            raise InputError(
                "{scene} has no cloud mask: choose another STAC_COLLECTION, or do not mask clouds.",
                scene=scene.name,
            )
        yield scene


@dataclass(frozen=True)
class OpenSceneHandle:
    """An opener of a scene that is open already and stays so."""

    scene: CloudMaskedScene | CloudMaskedMosaic
    bands: None = None
    nodata: None = None

    @property
    def path(self) -> str:
        """Return the scene's id."""
        return self.scene.name

    @property
    def paths(self) -> tuple[str, ...]:
        """Return the scene's id; no file on this computer is read."""
        return (self.scene.name,)

    @contextmanager
    def open(self) -> Iterator[Source]:
        """Yield the scene, which is open already and is not closed."""
        yield self.scene
