"""Options of the job "Export SR training tiles", in three groups: input, tiling and filters."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..degradations import Degradation
from ..errors import InputError
from ..parameter_types import (
    Bands,
    Extent,
    FolderIn,
    GuideBands,
    Numbers,
    PolygonsIn,
    RasterIn,
    TileScale,
    advanced,
)
from ..raster.pansharpen import PansharpeningMethod
from ..raster.validity import NODATA
from ..schema import Config
from ..stac.api_search import PLANETARY_COMPUTER
from ..stac.scene_search import (
    ASSETS,
    DATE_RANGE,
    DEFAULT_ASSETS,
    MAX_CLOUD,
    MIN_COVER,
    NEAR_DATE,
    STAC_API,
    TIMEOUT,
    SearchOptions,
)
from .harmonisation import HarmoniseMethod
from .tile_rotation import rotation_angles

MIN_ROTATION = 5.0
"""Degrees; smaller ones would fill the disk with nearly the same tiles."""


class InputOptions(Config):
    """What tiles are cut from, and how the low-resolution side is made."""

    input: Annotated[RasterIn | None, Field(title="High-resolution raster")] = None
    """The raster to learn from: the target of super-resolution."""

    input_folder: Annotated[FolderIn | None, Field(title="Folder of high-resolution rasters")] = None
    """Every raster in the folder is used; each belongs entirely to training, validation or test."""

    pan: Annotated[RasterIn | None, Field(title="Panchromatic raster (PAN)"), advanced] = None
    """A finer panchromatic raster of the same place: the high-resolution side is INPUT pansharpened with it while tiles
    are cut. Its first band is used. Blank uses INPUT as it is."""

    pan_method: Annotated[
        PansharpeningMethod,
        Field(title="Pansharpening", json_schema_extra={"options": "pan_method_options", "advanced": True}),
    ] = PansharpeningMethod.members["rcs"]()
    """Pansharpening method for PAN."""

    input_lr: Annotated[RasterIn | None, Field(title="Low-resolution raster of the same place")] = None
    """The same place as another sensor sees it, in any coordinate reference system."""

    guide: Annotated[RasterIn | None, Field(title="Guide of the same place")] = None
    """A second input for the network: a raster of the same place with pixels 2, 3, 4 or 6 times as fine as the
    low-resolution ones, or as large, such as another date. Classifying then needs such a raster too."""

    guide_bands: Annotated[GuideBands | None, Field(title="Bands of the guide"), advanced] = None
    """Bands that the network gets, in this order. Blank uses all of them but a mask (alpha) band."""

    wald: Annotated[bool, Field(title="Learn one scale coarser (Wald)")] = False
    """For coarse bands without finer truth: INPUT is the truth, and both INPUT and GUIDE are degraded by SCALE for
    training (Wald et al. 1997)."""

    stac_collection: Annotated[str | None, Field(title="Collection of a STAC catalogue")] = None
    """Such as sentinel-2-l2a: the low-resolution side is the clearest scene of the place in DATE_RANGE, as found by
    "Find satellite scene". Clouds and their shadows count as nodata (see MIN_VALID)."""

    date_range: Annotated[str | None, DATE_RANGE] = None
    near_date: Annotated[str | None, NEAR_DATE, advanced] = None
    max_cloud: Annotated[float, MAX_CLOUD, advanced] = 20.0
    min_cover: Annotated[float, MIN_COVER, advanced] = 90.0
    assets: Annotated[str, ASSETS, advanced] = DEFAULT_ASSETS
    stac_api: Annotated[str, STAC_API, advanced] = PLANETARY_COMPUTER
    timeout: Annotated[float, TIMEOUT, advanced] = 30.0

    align: Annotated[bool, Field(title="Align the low-resolution raster"), advanced] = False
    """Compare the two rasters at many places, and shift the low-resolution one by a fraction of a pixel if it is
    clearly displaced."""

    harmonise: Annotated[
        HarmoniseMethod | None, Field(title="Harmonise with the low-resolution raster"), advanced
    ] = None
    """Match the high-resolution raster to the radiometry of the low-resolution one, band by band, and to its data type.
    linear: by a gain and an offset; histogram: by a curve. Blank leaves it unchanged."""

    degradation: Annotated[
        Degradation, Field(title="Degradation", json_schema_extra={"options": "degradation_options"})
    ] = Degradation.members["bicubic"]()
    """How the low-resolution side is produced from the high-resolution one if no low-resolution raster is given."""

    scale: Annotated[TileScale, Field(title="Scale")] = 4
    """How many times finer the high-resolution pixels are: 4 turns 10 m into 2.5 m."""

    bands: Annotated[Bands | None, Field(title="Bands")] = None
    """Bands to learn, in this order. Blank uses all of them but a mask (alpha) band."""

    extent: Annotated[Extent | None, Field(title="Extent")] = None
    """Part of the raster to use. Blank uses all of it."""

    gain: Annotated[Numbers | None, Field(title="Gain"), advanced] = None
    """Pixel value × gain + offset = reflectance (or other physical value). One number, or one for each band.
    Blank: as the raster declares it, or else 1/255 for 8-bit, 0.0001 for 16-bit, 1 for floating-point rasters."""

    offset: Annotated[Numbers | None, Field(title="Offset"), advanced] = None
    """Added after the gain, in physical units. One number, or one for each band. Blank: as the raster declares it,
    or else 0; of 64-bit and 32-bit whole numbers far from zero, what brings them near it."""

    nodata: Annotated[Numbers | None, NODATA, advanced] = None

    def check_inputs(self) -> None:
        """Check that inputs and options go together.

        Raises:
            InputError: they do not.
        """
        observed = bool(self.input_lr or self.stac_collection)
        if bool(self.input) == bool(self.input_folder):
            raise InputError("Give either INPUT or INPUT_FOLDER: one of them, not both.")
        if self.input_folder and self.pan:
            raise InputError(
                "PAN belongs to one raster: give INPUT instead of INPUT_FOLDER, or leave PAN blank."
            )
        if self.input_folder and self.guide:
            raise InputError(
                "GUIDE belongs to one raster: give INPUT instead of INPUT_FOLDER, or leave GUIDE blank."
            )
        if self.wald and not self.guide:
            raise InputError("WALD is for a network with a guide: give GUIDE, or leave WALD off.")
        if self.wald and observed:
            raise InputError(
                "WALD makes the low-resolution side from INPUT: leave out INPUT_LR and STAC_COLLECTION, or leave WALD off."
            )
        if self.align and not observed:
            raise InputError("ALIGN needs a second raster to move: give INPUT_LR, or leave ALIGN off.")
        if self.harmonise and not observed:
            raise InputError("HARMONISE needs a second raster: give INPUT_LR, or leave HARMONISE blank.")
        if observed and self.degradation != InputOptions.model_fields["degradation"].default:
            raise InputError(
                "DEGRADATION is for tiles whose low-resolution side is made from the high-resolution one: leave it out, or "
                "leave out INPUT_LR and STAC_COLLECTION."
            )
        if self.date_range and not self.stac_collection:
            raise InputError(
                "DATE_RANGE is for finding a scene: say in which STAC_COLLECTION, such as {example}, or leave it out.",
                example="sentinel-2-l2a",
            )
        if self.stac_collection and self.input_lr:
            raise InputError("Give either INPUT_LR or STAC_COLLECTION: one of them, not both.")
        if self.stac_collection and self.input_folder:
            raise InputError(
                "STAC_COLLECTION finds a scene of one raster: give INPUT instead of INPUT_FOLDER, or leave it blank."
            )
        if self.stac_collection:
            self.search().refuse_invalid()

    def search(self) -> SearchOptions:
        """Return which scene of STAC_COLLECTION to look for.

        Raises:
            InputError: there is no DATE_RANGE.
        """
        if not self.date_range:
            raise InputError(
                "STAC_COLLECTION needs DATE_RANGE, the days of the scenes to choose from, such as {example}.",
                example="2021-05-01/2021-08-31",
            )
        return SearchOptions.model_validate(self.model_dump(include=set(SearchOptions.model_fields)))


class TilingOptions(Config):
    """Where tiles lie, and how they are divided among training, validation and test."""

    tile_size: Annotated[int, Field(title="Tile size (high-resolution pixels)", ge=16, le=4096)] = 256
    """Width and height of the high-resolution side of a tile. A multiple of the scale."""

    stride: Annotated[
        int, Field(title="Step from tile to tile (stride, high-resolution pixels)", ge=1, le=4096)
    ] = 128
    """Distance between neighbouring tiles; less than the tile size makes them overlap. A multiple of the scale."""

    mask: Annotated[PolygonsIn | None, Field(title="Polygons that tiles lie in")] = None
    """Only tiles that lie in these polygons are cut, with all that they show. Blank cuts tiles everywhere."""

    mask_overlap: Annotated[float, Field(title="Minimum share in the polygons", gt=0, le=1), advanced] = 1.0
    """Share of a tile's area that must lie in the polygons. 1 keeps only tiles that lie entirely in them."""

    rotation: Annotated[float, Field(title="Rotation angle (degrees)", ge=0, lt=360), advanced] = 0.0
    """Also cut tiles rotated by each multiple of this angle: 45 gives up to eight times as many tiles. Training itself
    rotates tiles by 90, 180 and 270. 0: no rotation."""

    split: Annotated[Numbers, Field(title="Training, validation, test (%)", min_length=3, max_length=3)] = (
        80,
        10,
        10,
    )
    """Percentages of the tiles for training, for validation during training, and for the final test."""

    def check_tiling(self, scale: int) -> None:
        """Check that lengths are multiples of the scale, and that the percentages add up to 100.

        Raises:
            InputError: they are not, or ROTATION is too small.
        """
        for name, value in (("TILE_SIZE", self.tile_size), ("STRIDE", self.stride)):
            if value % scale:
                lower = max(1, value // scale) * scale
                raise InputError(
                    "{name} {value} is not a multiple of SCALE {scale}: use {lower} or {upper}.",
                    name=name,
                    value=value,
                    scale=scale,
                    lower=lower,
                    upper=lower + scale,
                )
        if 0 < self.rotation < MIN_ROTATION:
            raise InputError(
                "ROTATION {rotation:g} would cut the land {count} times: use 0 for once, or {least:g} degrees or more.",
                rotation=self.rotation,
                count=len(rotation_angles(self.rotation)) + 1,
                least=MIN_ROTATION,
            )
        if min(self.split) < 0 or abs(sum(self.split) - 100) > 1e-6:
            raise InputError(
                'SPLIT is {split}: give three percentages that add up to 100, such as "80,10,10".',
                split=", ".join(f"{share:g}" for share in self.split),
            )


class FilterOptions(Config):
    """Which tiles are kept."""

    min_valid: Annotated[float, Field(title="Minimum share of valid pixels", ge=0, le=1), advanced] = 1.0
    """A tile with a smaller share of valid (not nodata) pixels is left out. 1 keeps only tiles without any gap."""

    min_texture: Annotated[float, Field(title="Minimum texture", ge=0), advanced] = 0.0
    """Tiles are left out if no band of their high-resolution side has at least this standard deviation, in physical
    units such as reflectance: nothing is learnt from flat fields and water. 0 keeps all."""

    max_difference: Annotated[float | None, Field(title="Maximum difference", gt=0), advanced] = None
    """With a low-resolution raster: tiles are left out if the two sides differ by more than this (root mean square,
    physical units, worst band), for example where the land has changed. Blank keeps all."""

    max_tiles: Annotated[int | None, Field(title="Maximum number of tiles", ge=3), advanced] = None
    """Maximum number of tiles; if there are more, this many are chosen evenly over the land. Blank cuts all."""

    balance: Annotated[bool, Field(title="Balance textures"), advanced] = False
    """With MAX_TILES: choose as many tiles of smooth land as of land full of detail, as far as there are any, instead of
    evenly over the land. All candidates are read first."""

    seed: Annotated[int, Field(title="Seed", ge=0, le=2**31 - 1), advanced] = 0
    """With MAX_TILES: the same number chooses the same tiles, another number other tiles."""

    def check_filters(self) -> None:
        """Check that no option is without effect.

        Raises:
            InputError: one is.
        """
        if self.balance and not self.max_tiles:
            raise InputError(
                "BALANCE chooses among tiles that are too many: give MAX_TILES too, or leave it off."
            )
