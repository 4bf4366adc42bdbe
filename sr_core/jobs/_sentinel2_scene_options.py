"""The scene of a place: a product on this computer, or the clearest one of a catalogue, staged for fusion."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field
from rasterio.windows import Window

from ..errors import InputError
from ..parameter_types import Extent, ProductIn, advanced
from ..progress import Log, Progress, run_part
from ..raster.local_band_copies import StagedBands, stage_bands
from ..raster.raster_reader import open_raster
from ..raster.source import Source
from ..schema import Config
from ..sentinel2.product import Sentinel2Product, open_product
from ..sentinel2.scene_classification import MASK_CLOUDS
from ..stac.api_search import PLANETARY_COMPUTER, Candidate
from ..stac.cloud_masked_scene import open_place
from ..stac.scene_fallback import first_usable
from ..stac.scene_search import (
    DATE_RANGE,
    MAX_CLOUD,
    MIN_COVER,
    NEAR_DATE,
    STAC_API,
    TIMEOUT,
    SearchOptions,
    log_offset,
)

SEARCHING = 0.1
"""Share of the progress of staging at which the search of a catalogue ends."""

NOTE = "scene.json"
"""File that says which scene the staged bands beside it are of, and where in them the place lies."""

SEARCH_FIELDS = (
    "date_range",
    "near_date",
    "max_cloud",
    "min_cover",
    "stac_collection",
    "stac_api",
    "timeout",
)
"""Fields of `SceneOptions` that find a scene in a catalogue."""


@dataclass(frozen=True)
class Sentinel2Scene:
    """The staged bands of a scene, one file for each resolution."""

    name: str
    time: str
    groups: Sequence[StagedBands]
    """Bands of each resolution, in the order in which they were asked for."""

    def note(self, folder: Path) -> None:
        """Write, into the folder of the files, what `Sentinel2Scene.read` reads."""
        places = {each.path.name: [*map(int, each.place.flatten())] for each in self.groups}
        text = json.dumps({"name": self.name, "time": self.time, "places": places}, indent=1)
        (folder / NOTE).write_text(text, encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Return the scene whose bands were staged in a folder."""
        noted = json.loads((folder / NOTE).read_text(encoding="utf-8"))
        groups = []
        for name, place in noted["places"].items():
            with open_raster(folder / name) as raster:
                groups.append(StagedBands(folder / name, raster.profile, Window(*place)))
        return cls(noted["name"], noted["time"], groups)


class SceneOptions(Config):
    """Which scene, and which part of it."""

    input: Annotated[ProductIn | None, Field(title="Sentinel-2 product")] = None
    """As downloaded: its zip file, or MTD_MSIL1C.xml or MTD_MSIL2A.xml in its folder; a .SAFE folder, a layer of the
    product or any of its files is also accepted."""

    extent: Annotated[Extent | None, Field(title="Extent")] = None
    """The place. It is widened to whole pixels of the coarsest bands. Blank uses all of the product."""

    date_range: Annotated[str | None, DATE_RANGE] = None
    mask_clouds: Annotated[bool, MASK_CLOUDS] = False
    near_date: Annotated[str | None, NEAR_DATE, advanced] = None
    max_cloud: Annotated[float, MAX_CLOUD, advanced] = 20.0
    min_cover: Annotated[float, MIN_COVER, advanced] = 90.0
    stac_collection: Annotated[str, Field(title="Collection"), advanced] = "sentinel-2-l2a"
    """Collection of the catalogue to search."""

    stac_api: Annotated[str, STAC_API, advanced] = PLANETARY_COMPUTER
    timeout: Annotated[float, TIMEOUT, advanced] = 30.0

    def check_scene(self) -> None:
        """Require that the options ask for one scene: INPUT, or a search by EXTENT and DATE_RANGE.

        Raises:
            InputError: The options ask for no scene, or for two.
        """
        if self.input and self.date_range:
            raise InputError("DATE_RANGE is for finding a scene: leave it out, or leave out INPUT.")
        if not self.input and not (self.extent and self.date_range):
            raise InputError(
                "Give INPUT, a product of Sentinel-2, or EXTENT and DATE_RANGE to find one in a catalogue."
            )
        if not self.input:
            self._search(()).refuse_invalid()

    def stage_scene(
        self, groups: Sequence[Sequence[str]], folder: Path
    ) -> Generator[Progress | Log, None, Sentinel2Scene]:
        """Copy bands of the place into files of a folder.

        Args:
            groups: names of bands; those of a group have one resolution.
            folder: an empty one.

        Raises:
            InputError: there is no such product, or it is not whole.
            NetworkError: a scene of the catalogue cannot be read.
            NoOverlapError: EXTENT lies elsewhere, or no scene fulfils the options.
        """
        if self.input:
            return (yield from self._stage_product(open_product(self.input), groups, folder))
        extent = self.extent
        if extent is None:
            raise TypeError("check_scene comes first")
        found = yield from run_part(self._search(groups).find(extent), 0, SEARCHING)

        def attempt(candidate: Candidate) -> Generator[Progress | Log, None, Sequence[StagedBands]]:
            with self._open_remote(candidate, groups) as sources:
                yield from log_offset(candidate)
                return (yield from stage_bands(sources, extent, folder))

        best, staged = yield from run_part(first_usable(found.good, attempt), SEARCHING, 1)
        return Sentinel2Scene(best.id, best.time.isoformat(), staged)

    def _stage_product(
        self, product: Sentinel2Product, groups: Sequence[Sequence[str]], folder: Path
    ) -> Generator[Progress | Log, None, Sentinel2Scene]:
        metadata = product.metadata
        granule = product.choose_granule(self.extent)
        taken = sorted({metadata.offsets[band] for group in groups for band in group})
        yield Log(
            "{product}: Level-{level}, processing baseline {baseline}, tile {tile}; {offset} is subtracted from "
            "the pixel values, so that they are reflectance × {scale:g}.",
            product=product.name,
            level=metadata.level,
            baseline=metadata.baseline or "?",
            tile=granule.tile,
            offset=", ".join(map(str, taken)),
            scale=metadata.quantification,
        )
        with ExitStack() as stack:
            product.paths(granule, [band for group in groups for band in group])  # names all that is missing
            opened = [
                stack.enter_context(product.open_bands(granule, group, mask_clouds=self.mask_clouds))
                for group in groups
            ]
            staged = yield from stage_bands(opened, self.extent, folder)
        return Sentinel2Scene(product.name, metadata.time, staged)

    @contextmanager
    def _open_remote(self, candidate: Candidate, groups: Sequence[Sequence[str]]) -> Iterator[list[Source]]:
        """Open the groups of bands of a candidate.

        Raises:
            InputError: clouds are to be gaps, and the scene does not tell where they are.
        """
        with ExitStack() as stack:
            scene = candidate.items, self.timeout, self.mask_clouds
            yield [stack.enter_context(open_place(*scene, names)) for names in groups]

    def _search(self, groups: Sequence[Sequence[str]]) -> SearchOptions:
        """Return what to look for in the catalogue."""
        shared = set(SearchOptions.model_fields) & set(type(self).model_fields)
        assets = ",".join(band for group in groups for band in group) or "B02"
        return SearchOptions.model_validate({**self.model_dump(include=shared), "assets": assets})
