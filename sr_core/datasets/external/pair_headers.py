"""What the two images of a pair are, found out from their headers: which is the finer one, and by how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple, TypeVar

from affine import Affine
from rasterio.enums import ColorInterp

from ...errors import BadInput
from ...raster.io import open_raster
from ...raster.radiometry import DEFAULT_GAIN

T = TypeVar("T", bound=Hashable)

MOST_CROPPED = 0.1
"""Share of the longest side that may be left out to make all tiles squares of one size."""

FARTHEST = 0.5
"""LR pixels by which the upper left corners of the two images may differ."""


@dataclass(frozen=True)
class PairHeader:
    """An image's header."""

    path: Path
    width: int
    height: int
    bands: int
    """Without a mask (alpha)."""
    most_bands: int
    """With it."""
    dtype: str
    nodata: float | None
    descriptions: tuple[str, ...]
    crs: str | None
    """As WKT."""
    affine: Affine | None
    """Pixel to map; none where the file does not say where it lies."""

    @classmethod
    def of(cls, path: Path) -> PairHeader:
        """The header of a file.

        Raises:
            BadInput: it is no raster, or its pixels are no measured values.
        """
        with open_raster(path) as raster:
            if raster.profile.colorinterp[0] == ColorInterp.palette:
                raise BadInput(
                    "{path} has a colour table, so that its pixels are no measured values: save it with its colours "
                    "as bands.",
                    path=path,
                )
            return cls(
                path=path,
                width=raster.dataset.width,
                height=raster.dataset.height,
                bands=len(raster.bands),
                most_bands=raster.dataset.count,
                dtype=raster.dtype,
                nodata=raster.profile.nodata,
                descriptions=raster.profile.descriptions,
                crs=raster.crs.to_wkt() if raster.crs else None,
                affine=None if raster.dataset.transform.is_identity else raster.dataset.transform,
            )

    @property
    def pixel_size(self) -> float:
        """Side of a pixel, in units of its own reference system; 1 where it says nothing."""
        return 1.0 if self.affine is None else float(abs(self.affine.determinant) ** 0.5)

    @property
    def gain(self) -> float:
        return DEFAULT_GAIN.get(self.dtype, 1.0)


class Agreed(NamedTuple):
    """What all pairs of a folder have in common."""

    lr_first: bool
    """Whether the first of the two sides is the coarser one."""
    scale: int
    side: int
    """Width and height (LR pixels) of the square that all tiles have; what is beyond it, at the right and bottom, is
    not used."""
    cropped: bool
    bands: tuple[str, ...]
    """Descriptions, as in `TileSetInfo`."""
    dtype: str
    nodata: float | None


def agreed(pairs: Sequence[tuple[PairHeader, PairHeader]], named: tuple[str, ...]) -> Agreed:
    """What pairs, of which there are some, have in common; `named` are the bands' names, should no image have any.

    Raises:
        BadInput: they have not enough in common, or the images of a pair do not fit each other.
    """
    ratios = [_ratio(a, b) for a, b in pairs]
    usual = _most_common(ratios)
    for (a, b), ratio in zip(pairs, ratios, strict=True):
        if ratio != usual:
            raise BadInput(
                "{path} and its other half, {other}, are of another ratio of pixel sizes ({own:g}) than most pairs "
                "({usual:g}): take them out.",
                path=a.path,
                other=b.path,
                own=ratio,
                usual=usual,
            )
    lr_first = usual > 1
    scale = int(max(usual, 1 / usual) + 0.5)
    ordered = [(a, b) if lr_first else (b, a) for a, b in pairs]
    for lr, hr in ordered:
        _refuse_apart(lr, hr, scale)
    side, cropped = _square(ordered, scale)
    halves = [half for pair in ordered for half in pair]
    bands = _bands(halves)
    first_hr = ordered[0][1]
    for pair in ordered:
        for half in pair:
            if half.gain != first_hr.gain or (half is pair[1] and half.dtype != first_hr.dtype):
                raise BadInput(
                    "{path} has {dtype} pixels and {other} has {other_dtype} ones: save all images with the same type "
                    "of pixels.",
                    path=half.path,
                    dtype=half.dtype,
                    other=first_hr.path,
                    other_dtype=first_hr.dtype,
                )
    return Agreed(
        lr_first=lr_first,
        scale=scale,
        side=side,
        cropped=cropped,
        bands=_described(ordered[0], bands, named),
        dtype=first_hr.dtype,
        nodata=_most_common([hr.nodata for _, hr in ordered]),
    )


def _ratio(a: PairHeader, b: PairHeader) -> float:
    """How many times coarser the pixels of `a` are than those of `b`: a whole number, or 1 by one.

    Raises:
        BadInput: it is neither, or 1.
    """
    placed = _comparable(a, b)
    ratio = a.pixel_size / b.pixel_size if placed else b.width / a.width
    whole = round(max(ratio, 1 / ratio))
    near = abs(max(ratio, 1 / ratio) - whole) < 0.01 * whole
    small, large = (a, b) if ratio >= 1 else (b, a)
    shaped = (large.width, large.height) == (small.width * whole, small.height * whole)
    if whole == 1 and near:
        raise BadInput(
            "{path} and its other half, {other}, have pixels of the same size: one of them should be coarser, so "
            "export it at its own resolution.",
            path=a.path,
            other=b.path,
        )
    if not near or not (placed or shaped):
        raise BadInput(
            "{path} ({width} × {height} pixels) and its other half, {other} ({other_width} × {other_height}), do not "
            "differ by a whole number in resolution: make pairs of the rasters themselves with "
            '"Export SR training tiles", which resamples.',
            path=a.path,
            width=a.width,
            height=a.height,
            other=b.path,
            other_width=b.width,
            other_height=b.height,
        )
    return float(whole) if ratio > 1 else 1 / whole


def _comparable(a: PairHeader, b: PairHeader) -> bool:
    """Whether places and pixel sizes of the two are in the same units; their shapes can always be compared.

    Without a reference system they may be counted in each one's own pixels, as ArcGIS does in pixel space: only if they
    agree with the shapes are they believed.
    """
    if a.affine is None or b.affine is None or a.crs != b.crs:
        return False
    return a.crs is not None or abs(a.pixel_size / b.pixel_size * a.width / b.width - 1) < 2 * MOST_CROPPED


def _refuse_apart(lr: PairHeader, hr: PairHeader, scale: int) -> None:
    """Refuse images that say of themselves that they lie in different places."""
    if lr.affine is None or hr.affine is None or not _comparable(lr, hr):
        return
    col, row = ~lr.affine * (hr.affine * (0, 0))
    apart = max(abs(col), abs(row))
    if apart > FARTHEST:
        raise BadInput(
            "{path} begins {apart:.1f} of its pixels away from its other half, {other}: make pairs of the rasters "
            'themselves with "Export SR training tiles", which resamples.',
            path=lr.path,
            apart=apart,
            other=hr.path,
        )


def _square(pairs: Sequence[tuple[PairHeader, PairHeader]], scale: int) -> tuple[int, bool]:
    """Side (LR pixels) of the largest square that is in every tile, and whether any tile is larger.

    Raises:
        BadInput: much of a tile would be lost.
    """
    sides = [(min(lr.width, lr.height, hr.width // scale, hr.height // scale), lr) for lr, hr in pairs]
    longest = [(max(lr.width, lr.height, hr.width // scale, hr.height // scale), lr) for lr, hr in pairs]
    (side, small), (most, large) = min(sides, key=itemgetter(0)), max(longest, key=itemgetter(0))
    if side < (1 - MOST_CROPPED) * most:
        raise BadInput(
            "The tiles are not squares of one size, for {small} has {small_width} × {small_height} pixels and {large} "
            '{large_width} × {large_height}: cut them anew with "Export SR training tiles".',
            small=small.path,
            small_width=small.width,
            small_height=small.height,
            large=large.path,
            large_width=large.width,
            large_height=large.height,
        )
    return side, side < most


def _bands(halves: Sequence[PairHeader]) -> int:
    """The number of bands. An alpha band that is a mask in one tile and none in another is a band.

    Raises:
        BadInput: not all images have as many.
    """
    usual = _most_common([half.most_bands for half in halves])
    bands = max((half.bands for half in halves if half.most_bands == usual), default=usual)
    for half in halves:
        if half.bands != bands and half.most_bands != bands:
            raise BadInput(
                "{path} has {own} bands and other images have {usual}: save all images with the same bands.",
                path=half.path,
                own=half.bands,
                usual=bands,
            )
    return bands


def _described(pair: tuple[PairHeader, PairHeader], bands: int, named: tuple[str, ...]) -> tuple[str, ...]:
    """Names of the bands: those of HR, or else of LR, or else `named`.

    Raises:
        BadInput: both images name them, in different orders.
    """
    lr, hr = (half.descriptions[:bands] for half in pair)
    if lr != hr and sorted(lr) == sorted(hr):
        raise BadInput(
            "The bands of {path} are {lr} and those of its other half, {other}, are {hr}: bring them into one order.",
            path=pair[0].path,
            lr=", ".join(lr),
            other=pair[1].path,
            hr=", ".join(hr),
        )
    candidates = (names for names in (hr, lr, named) if len(names) == bands and any(names))
    return tuple(next(candidates, ("",) * bands))


def _most_common(values: Sequence[T]) -> T:
    ((value, _),) = Counter(values).most_common(1)
    return value
