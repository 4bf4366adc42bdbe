"""The plots of a contact sheet: where tiles lie, how values are spread, how two rasters lay beside each other."""

from __future__ import annotations

import io
import math
from collections.abc import Collection, Mapping, Sequence

import numpy as np
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from numpy.typing import NDArray
from rasterio.errors import RasterioError
from rasterio.windows import Window

from ..datasets.histograms import BandHistogram
from ..datasets.splits import SPLITS, Split
from ..errors import InputError
from ..i18n import say
from ..raster.display_bands import display_bands
from ..raster.raster_reader import open_raster
from ..raster.read_errors import pixel_reads
from ..tile_export.phase_correlation import Alignment
from ..tile_export.scene import Scene
from .plot_style import FAINT, INK, RULE, localise_ticks, plot_style

COLOURS: dict[Split | None, str] = {"train": "#0072B2", "val": "#E69F00", "test": "#CC3377", None: "#555555"}
"""Colours of tiles in each split, and of tiles left out. Okabe and Ito's, but for "test", which shows on green land; people who
see no red or no green can distinguish them."""
TITLES: dict[Split | None, str] = {"train": "training", "val": "validation", "test": "test", None: "left out"}
LR, HR = "#E69F00", "#0072B2"

SIDE = 800
"""Pixels of the longer side of a map."""
MOST_READ = 2**28
"""Pixels of a raster without overviews that are read for a map, at most."""

PlacedTile = tuple[Window, Window, Split | None]
"""A tile, its block, and the split that it is in; none if it was left out."""

sheet_style = plot_style(
    {
        "axes.edgecolor": RULE,
        "axes.titlesize": 9,
        "figure.dpi": 110,
        "xtick.labelsize": 8,
        "ytick.labelsize": 8,
    }
)


@sheet_style
def tile_map(scene: Scene, placed: Sequence[PlacedTile]) -> bytes:
    """Return a map of the tiles of one raster, over the raster, as a PNG file."""
    region = scene.region
    zoom = SIDE / max(region.width, region.height)
    shape = max(1, round(region.height * zoom)), max(1, round(region.width * zoom))
    colours = np.zeros((*shape, 4))
    for split in (None, *SPLITS):  # what was left out lies below, where tiles overlap
        for tile, _, mine in placed:
            if mine == split:
                colours[_pixels(tile, region, zoom)] = (*to_rgb(COLOURS[split]), 0.42)
    figure = Figure(figsize=(7.4, 7.4 * shape[0] / shape[1] + 0.5))
    axes = figure.add_axes((0, 0.5 / figure.get_figheight(), 1, 1 - 0.5 / figure.get_figheight()))
    extent = (0, region.width, region.height, 0)
    axes.imshow(_overview(scene, shape), extent=extent, interpolation="bilinear")
    axes.imshow(colours, extent=extent, interpolation="nearest")
    blocks = {(block.row_off, block.col_off): block for _, block, _ in placed}.values()
    outlines = [np.subtract(_ring(block), (region.col_off, region.row_off)) for block in blocks]
    axes.add_collection(LineCollection(outlines, colors="white", linewidths=1.1))
    axes.set_axis_off()
    return _with_key(figure, {mine for *_, mine in placed}, "lower center")


@sheet_style
def place_map(rasters: Sequence[tuple[Scene, Split | None]]) -> bytes:
    """Return a map of rasters of one reference system, each in one split or left out, as a PNG file."""
    figure = Figure(figsize=(7.4, 6), layout="constrained")
    axes = figure.subplots()
    corners = np.array([[scene.box.affine * xy for xy in _ring(scene.region)[:4]] for scene, _ in rasters])
    colours = [COLOURS[split] for _, split in rasters]
    axes.add_collection(PolyCollection(list(corners), facecolors=colours, edgecolors="white", linewidths=0.3))
    x, y = corners.mean(axis=1).T
    axes.scatter(x, y, s=14, c=colours, edgecolors="white", linewidths=0.4)
    axes.set_aspect("equal", adjustable="datalim")
    axes.ticklabel_format(useOffset=False, style="plain")
    axes.locator_params(nbins=5)
    return _with_key(figure, {split for _, split in rasters}, "outside lower center")


@sheet_style
def plot_histograms(spreads: Mapping[str, BandHistogram]) -> Figure:
    """Plot shares of pixels by value, both sides in one, for each band by its name."""
    columns = min(4, len(spreads))
    rows = math.ceil(len(spreads) / columns)
    figure = Figure(figsize=(2.6 * columns + 0.1, 1.75 * rows + 0.45), layout="constrained")
    grid = figure.subplots(rows, columns, squeeze=False).ravel()
    for axes in grid[len(spreads) :]:
        axes.set_axis_off()
    for axes, (name, spread) in zip(grid, spreads.items(), strict=False):
        axes.stairs(spread.lr, spread.edges, fill=True, color=LR, alpha=0.55, label=say("low resolution"))
        axes.stairs(spread.hr, spread.edges, color=HR, linewidth=1.3, label=say("high resolution"))
        axes.set_title(name, color=INK, loc="left")
        axes.spines[["left", "right", "top"]].set_visible(False)
        axes.set_yticks([])
        axes.set_ylim(bottom=0)
        axes.locator_params(axis="x", nbins=4)
    figure.legend(*grid[0].get_legend_handles_labels(), loc="outside lower center", ncols=2)
    return figure


@sheet_style
def plot_vectors(region: Window, found: Alignment) -> Figure:
    """Plot which way, and how far, LR lay beside HR in each place of a region; what agrees stands out."""
    places = np.array([vector[:2] for vector in found.vectors]) - (region.col_off, region.row_off)
    shift = np.array([vector.shift for vector in found.vectors])
    off = np.hypot(*(shift - found.shift).T)
    agrees = off <= np.sort(off)[max(found.agreeing, 1) - 1]
    longest = max(float(np.hypot(*shift[agrees].T).max()), 1e-6)
    spacing = math.sqrt(region.width * region.height / max(len(shift), 1))
    figure = Figure(figsize=(5.2, 5.2 * min(region.height / region.width, 2) + 0.3), layout="constrained")
    axes = figure.subplots()
    for mine, colour in ((~agrees, "#BBBBBB"), (agrees, HR)):
        axes.quiver(
            *places[mine].T, *shift[mine].T, color=colour, angles="xy", scale_units="xy",
            scale=longest / (0.8 * spacing), width=0.006, pivot="tail", clip_on=False,
        )  # fmt: skip
        axes.plot(*places[mine].T, "o", color=colour, markersize=2)
    axes.set(xlim=(0, region.width), ylim=(region.height, 0), aspect="equal", xticks=[], yticks=[])
    title = say("longest blue arrow: {length:.2f} low-resolution pixels", length=longest)
    axes.set_title(title, color=FAINT)
    return figure


def _with_key(figure: Figure, shown: Collection[Split | None], place: str) -> bytes:
    """Return a map with a legend of the splits that it shows, as a PNG file."""
    handles = [
        Patch(color=COLOURS[split], alpha=0.7, label=say(TITLES[split]))
        for split in COLOURS
        if split in shown
    ]
    figure.legend(handles=handles, loc=place, ncols=4, fontsize=10, labelcolor=INK)
    localise_ticks(figure)
    file = io.BytesIO()
    figure.savefig(file, format="png")
    return file.getvalue()


def _pixels(tile: Window, region: Window, zoom: float) -> tuple[slice, slice]:
    """Return a tile's rows and columns on a map: one pixel at least."""

    def span(start: float, length: float) -> slice:
        first = round(start * zoom)
        return slice(first, max(round((start + length) * zoom), first + 1))

    return span(tile.row_off - region.row_off, tile.height), span(tile.col_off - region.col_off, tile.width)


def _ring(window: Window) -> list[tuple[float, float]]:
    """Return the outline of a window, (column, row) of its corners and of the first again."""
    left, top = window.col_off, window.row_off
    right, bottom = left + window.width, top + window.height
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]


def _overview(scene: Scene, shape: tuple[int, int]) -> NDArray[np.float64]:
    """Return the raster's region as (h, w, 3) from 0 to 1; grey where reading it would take long, or fails."""
    grey = np.full((*shape, 3), 0.85)
    try:
        with open_raster(scene.path, scene.hr.bands, nodata=scene.hr.nodata) as raster:
            dataset, region = raster.dataset, scene.region
            too_large = not dataset.overviews(raster.bands[0]) and dataset.width * dataset.height > MOST_READ
            if too_large or raster.crs != scene.format.crs:
                return grey
            to_own = ~raster.box.affine * scene.box.affine  # other pixels, where a scene is pansharpened
            left, top = to_own * (region.col_off, region.row_off)
            right, bottom = to_own * (region.col_off + region.width, region.row_off + region.height)
            window = Window(left, top, right - left, bottom - top)
            with pixel_reads(scene.path):
                pixels = dataset.read(
                    list(raster.bands), window=window, out_shape=(len(raster.bands), *shape)
                )
                hidden = ~raster.validity.of(pixels, window, shape)
    except (InputError, RasterioError):
        return grey
    planes = []
    small = np.ma.array(pixels.astype(float), mask=hidden)
    for band in small[list(display_bands(scene.format.descriptions))]:
        known = band.compressed()
        low, high = np.percentile(known, (2, 98)) if known.size else (0, 1)
        planes.append(((band - low) / max(high - low, 1e-12)).clip(0, 1).filled(0.85))
    return np.stack(planes * (3 // len(planes)), axis=-1)
