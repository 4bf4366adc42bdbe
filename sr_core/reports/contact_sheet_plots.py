"""The plots of a contact sheet: where tiles lie, how values are spread, how two rasters lay beside each other."""

from __future__ import annotations

import io
import math
from collections.abc import Collection, Mapping, Sequence
from typing import Literal

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from numpy.typing import NDArray
from rasterio.errors import RasterioError
from rasterio.windows import Window

from ..datasets.histograms import Spread
from ..datasets.tileset import SPLITS, Split
from ..errors import BadInput
from ..export.alignment import Alignment
from ..export.scene import Scene
from ..i18n import say
from ..raster.display_bands import display_bands
from ..raster.io import open_raster
from .html import FAINT, INK, RULE

COLOURS: dict[Split, str] = {"train": "#0072B2", "val": "#E69F00", "test": "#CC3377"}
"""Okabe and Ito's, but for the last, which shows on green land; people who see no red or no green can tell them apart."""
LEFT_OUT = "#555555"
TITLES: dict[Split, str] = {"train": "training", "val": "validation", "test": "test"}
LR, HR = "#E69F00", "#0072B2"

SIDE = 800
"""Pixels of the longer side of a map."""
MOST_READ = 2**28
"""Pixels of a raster without overviews that are gone through for a map."""

Placed = tuple[Window, Window, Split | None]
"""A tile, its block, and the split that it is in; none if it was left out."""


def tile_map(scene: Scene, placed: Sequence[Placed]) -> bytes:
    """Where the tiles of one raster lie, over the raster, as a PNG."""
    region = scene.region
    zoom = SIDE / max(region.width, region.height)
    shape = max(1, round(region.height * zoom)), max(1, round(region.width * zoom))
    colours = np.zeros((*shape, 4))
    for split in (None, *SPLITS):  # what was left out lies below, where tiles overlap
        paint = (*to_rgb(COLOURS[split] if split else LEFT_OUT), 0.42)
        for tile, _, mine in placed:
            if mine == split:
                colours[_pixels(tile, region, zoom)] = paint
    figure = _figure(7.4, 7.4 * shape[0] / shape[1] + 0.5, layout=None)
    axes = figure.add_axes((0, 0.5 / figure.get_figheight(), 1, 1 - 0.5 / figure.get_figheight()))
    extent = (0, region.width, region.height, 0)
    axes.imshow(_overview(scene, shape), extent=extent, interpolation="bilinear")
    axes.imshow(colours, extent=extent, interpolation="nearest")
    blocks = {(block.row_off, block.col_off): block for _, block, _ in placed}.values()
    axes.add_collection(
        LineCollection([_outline(block, region) for block in blocks], colors="white", linewidths=1.1)
    )
    axes.set_axis_off()
    return _with_key(figure, {mine for *_, mine in placed}, "lower center")


def place_map(rasters: Sequence[tuple[Scene, Split | None]]) -> bytes:
    """Where rasters of one reference system lie on the map, each of which is in one split or left out, as a PNG."""
    figure = _figure(7.4, 6)
    axes = figure.subplots()
    corners = np.array([_corners(scene) for scene, _ in rasters])
    colours = [COLOURS[split] if split else LEFT_OUT for _, split in rasters]
    axes.add_collection(PolyCollection(list(corners), facecolors=colours, edgecolors="white", linewidths=0.3))
    x, y = corners.mean(axis=1).T
    axes.scatter(x, y, s=14, c=colours, edgecolors="white", linewidths=0.4)
    axes.set_aspect("equal", adjustable="datalim")
    axes.ticklabel_format(useOffset=False, style="plain")
    axes.tick_params(labelsize=8, colors=FAINT)
    axes.locator_params(nbins=5)
    for spine in axes.spines.values():
        spine.set_color(RULE)
    return _with_key(figure, {split for _, split in rasters}, "outside lower center")


def _with_key(figure: Figure, shown: Collection[Split | None], where: str) -> bytes:
    handles = [
        Patch(color=COLOURS[split], alpha=0.7, label=say(TITLES[split])) for split in SPLITS if split in shown
    ]
    if None in shown:
        handles.append(Patch(color=LEFT_OUT, alpha=0.7, label=say("left out")))
    figure.legend(handles=handles, loc=where, ncols=4, frameon=False, fontsize=10, labelcolor=INK)
    file = io.BytesIO()
    figure.savefig(file, format="png")
    return file.getvalue()


def _corners(scene: Scene) -> list[tuple[float, float]]:
    region, to_map = scene.region, scene.box.affine
    right, bottom = region.col_off + region.width, region.row_off + region.height
    around = (
        (region.col_off, region.row_off),
        (right, region.row_off),
        (right, bottom),
        (region.col_off, bottom),
    )
    return [to_map * corner for corner in around]


def histograms(spreads: Mapping[str, Spread]) -> Figure:
    """Of each band by its name: shares of pixels by value, both sides in one."""
    columns = min(4, len(spreads))
    rows = math.ceil(len(spreads) / columns)
    figure = _figure(2.6 * columns + 0.1, 1.75 * rows + 0.45)
    grid = figure.subplots(rows, columns, squeeze=False).ravel()
    for axes in grid[len(spreads) :]:
        axes.set_axis_off()
    for axes, (name, spread) in zip(grid, spreads.items(), strict=False):
        axes.stairs(spread.lr, spread.edges, fill=True, color=LR, alpha=0.55, label=say("low resolution"))
        axes.stairs(spread.hr, spread.edges, color=HR, linewidth=1.3, label=say("high resolution"))
        axes.set_title(name, fontsize=9, color=INK, loc="left")
        _quiet(axes)
        axes.set_yticks([])
        axes.set_ylim(bottom=0)
        axes.locator_params(axis="x", nbins=4)
    figure.legend(
        *grid[0].get_legend_handles_labels(), loc="outside lower center", ncols=2, frameon=False, fontsize=9
    )
    return figure


def vectors(scene: Scene, found: Alignment) -> Figure:
    """Which way, and how far, LR lay beside HR in each place; what agrees stands out."""
    region = scene.region
    col, row = (np.array([vector[i] for vector in found.vectors]) for i in (0, 1))
    shift = np.array([vector.shift for vector in found.vectors])
    off = np.hypot(*(shift - found.shift).T)
    agrees = off <= np.sort(off)[max(found.agreeing, 1) - 1]
    longest = max(float(np.hypot(*shift[agrees].T).max()), 1e-6)
    spacing = math.sqrt(region.width * region.height / max(len(shift), 1))
    figure = _figure(5.2, 5.2 * min(region.height / region.width, 2) + 0.3)
    axes = figure.subplots()
    for mine, colour in ((~agrees, "#BBBBBB"), (agrees, HR)):
        axes.quiver(
            col[mine] - region.col_off, row[mine] - region.row_off, *shift[mine].T, color=colour, angles="xy",
            scale_units="xy", scale=longest / (0.8 * spacing), width=0.006, pivot="tail", clip_on=False,
        )  # fmt: skip
        axes.plot(col[mine] - region.col_off, row[mine] - region.row_off, "o", color=colour, markersize=2)
    axes.set(xlim=(0, region.width), ylim=(region.height, 0), aspect="equal", xticks=[], yticks=[])
    title = say("longest blue arrow: {length:.2f} low-resolution pixels", length=longest)
    axes.set_title(title, fontsize=9, color=FAINT)
    for spine in axes.spines.values():
        spine.set_color(RULE)
    return figure


def _figure(width: float, height: float, layout: Literal["constrained"] | None = "constrained") -> Figure:
    figure = Figure(figsize=(width, height), dpi=110, layout=layout)
    FigureCanvasAgg(figure)
    return figure


def _quiet(axes: Axes) -> None:
    """Nothing but the axis that values stand on."""
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(RULE)
    axes.tick_params(labelsize=8, colors=FAINT)


def _pixels(tile: Window, region: Window, zoom: float) -> tuple[slice, slice]:
    """A tile's place on a map: one pixel at least."""
    spans = (
        (tile.row_off - region.row_off, tile.height),
        (tile.col_off - region.col_off, tile.width),
    )
    rows, cols = (
        slice(round(start * zoom), max(round((start + length) * zoom), round(start * zoom) + 1))
        for start, length in spans
    )
    return rows, cols


def _outline(block: Window, region: Window) -> list[tuple[float, float]]:
    left, top = block.col_off - region.col_off, block.row_off - region.row_off
    right, bottom = left + block.width, top + block.height
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]


def _overview(scene: Scene, shape: tuple[int, int]) -> NDArray[np.float64]:
    """The raster's region as (h, w, 3) from 0 to 1, faint; grey where it is not to be had at a glance."""
    grey = np.full((*shape, 3), 0.85)
    try:
        with open_raster(scene.path, scene.hr.bands) as raster:
            dataset, region = raster.dataset, scene.region
            too_large = not dataset.overviews(raster.bands[0]) and dataset.width * dataset.height > MOST_READ
            if too_large or raster.crs != scene.format.crs:
                return grey
            to_own = ~raster.box.affine * scene.box.affine  # other pixels, where a scene is pansharpened
            left, top = to_own * (region.col_off, region.row_off)
            right, bottom = to_own * (region.col_off + region.width, region.row_off + region.height)
            window = Window(left, top, right - left, bottom - top)
            bands = [raster.bands[i] for i in display_bands(scene.format.descriptions)]
            small = dataset.read(bands, window=window, out_shape=(len(bands), *shape), masked=True)
    except (BadInput, RasterioError):
        return grey
    planes = []
    for band in np.ma.masked_invalid(small.astype(float)):
        known = band.compressed()
        low, high = np.percentile(known, (2, 98)) if known.size else (0, 1)
        planes.append(((band - low) / max(high - low, 1e-12)).clip(0, 1).filled(0.85))
    return np.stack(planes * (3 // len(planes)), axis=-1)
