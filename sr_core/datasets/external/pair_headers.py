"""Headers of the two images of a pair: which is LR, the scale, and what all pairs of a folder have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from statistics import mode
from typing import NamedTuple

from affine import Affine

from ...errors import InputError
from ...raster.alpha_kind import AlphaKind, alpha_bands, alpha_kind
from ...raster.band_scaling import BandScaling, declared_radiometry
from ...raster.ground_control import is_placed
from ...raster.radiometry import DEFAULT_GAIN, Radiometry
from ...raster.raster_reader import Raster, open_raster

MAX_CROPPED = 0.1
"""Share of the longest side that may be cropped to make all tiles squares of one size."""

MAX_OFFSET = 0.5
"""Largest distance (LR pixels) between the upper left corners of the two images."""


@dataclass(frozen=True)
class ImageHeader:
    """Header of an image."""

    path: Path
    width: int
    height: int
    bands: int
    """Number of bands without a mask (alpha)."""
    most_bands: int
    """Number of bands with it."""
    dtype: str
    nodata: float | None
    descriptions: tuple[str, ...]
    crs: str | None
    """As WKT."""
    affine: Affine | None
    """Pixel to map; none without georeference."""
    alpha: AlphaKind | None = None
    """What its last band tagged alpha is by its values; none where there is no such band."""
    scaling: BandScaling | None = None
    """What its file declares its pixel values to mean; None where that is nothing."""

    @classmethod
    def of(cls, path: Path) -> ImageHeader:
        """Read the header of a file.

        Raises:
            InputError: it is no raster, or has a colour table that cannot be read as colours.
        """
        with open_raster(path, ask=False) as raster:
            return cls(
                path=path,
                width=raster.dataset.width,
                height=raster.dataset.height,
                bands=len(raster.bands),
                most_bands=raster.dataset.count,
                dtype=raster.dtype,
                nodata=raster.profile.nodata,
                scaling=raster.profile.scaling,
                descriptions=raster.profile.descriptions,
                crs=raster.crs.to_wkt() if raster.crs else None,
                affine=raster.box.affine if is_placed(raster.box.affine) else None,
                alpha=_alpha(raster),
            )

    @property
    def pixel_size(self) -> float:
        """Side of a pixel in units of the image's reference system; 1 without georeference."""
        return 1.0 if self.affine is None else float(abs(self.affine.determinant) ** 0.5)

    @property
    def gain(self) -> float:
        """Return the factor from stored to physical values that the file declares."""
        return DEFAULT_GAIN.get(self.dtype, 1.0)


class CommonFormat(NamedTuple):
    """What all pairs of a folder have in common."""

    lr_first: bool
    """Whether the first of the two sides is the coarser one."""
    scale: int
    side: int
    """Width and height (LR pixels) of the square that all tiles have; what exceeds it, right and below, is not used."""
    cropped: bool
    """Whether any tile exceeds it."""
    bands: tuple[str, ...]
    """Descriptions, as in `TileSetInfo`."""
    dtype: str
    nodata: float | None
    radiometry: Radiometry
    """As the images declare it, or as is usual for their type."""


def _alpha(raster: Raster) -> AlphaKind | None:
    """Return what the values of the last band tagged alpha are."""
    tagged = alpha_bands(raster.dataset)
    return alpha_kind(raster.dataset, tagged[-1]) if tagged else None


def find_common_format(
    pairs: Sequence[tuple[ImageHeader, ImageHeader]], band_names: tuple[str, ...]
) -> CommonFormat:
    """Return what pairs have in common.

    Args:
        pairs: At least one, with their sides in the same order.
        band_names: Names of the bands if no image has any; may be empty.

    Raises:
        InputError: they have too little in common, or the images of a pair do not match.
    """
    ratios = [_ratio(a, b) for a, b in pairs]
    usual = mode(ratios)
    for (a, b), ratio in zip(pairs, ratios, strict=True):
        if ratio != usual:
            raise InputError(
                "{path} and its counterpart, {other}, have another ratio of pixel sizes ({own:g}) than most "
                "pairs ({usual:g}): remove them.",
                path=a.path,
                other=b.path,
                own=ratio,
                usual=usual,
            )
    lr_first = usual > 1
    scale = int(max(usual, 1 / usual) + 0.5)
    ordered = [(a, b) if lr_first else (b, a) for a, b in pairs]
    for lr, hr in ordered:
        _check_offset(lr, hr)
    side, cropped = _find_square(ordered, scale)
    bands = _count_bands([image for pair in ordered for image in pair])
    first_hr = ordered[0][1]
    for pair in ordered:
        for image in pair:
            if image.gain != first_hr.gain or (image is pair[1] and image.dtype != first_hr.dtype):
                raise InputError(
                    "{path} has {dtype} pixels and {other} has {other_dtype} ones: save all images with the same type "
                    "of pixels.",
                    path=image.path,
                    dtype=image.dtype,
                    other=first_hr.path,
                    other_dtype=first_hr.dtype,
                )
    return CommonFormat(
        lr_first=lr_first,
        scale=scale,
        side=side,
        cropped=cropped,
        bands=_choose_band_names(ordered[0], bands, band_names),
        dtype=first_hr.dtype,
        nodata=mode([hr.nodata for _, hr in ordered]),
        radiometry=_find_radiometry([image for pair in pairs for image in pair], bands, first_hr.dtype),
    )


def _find_radiometry(images: Sequence[ImageHeader], bands: int, dtype: str) -> Radiometry:
    """Return what the pixel values mean: as the images declare it, or else as is usual.

    Raises:
        InputError: they declare different things.
    """
    usual = Radiometry.default(dtype, bands)
    found: tuple[ImageHeader, Radiometry] | None = None
    for image in images:
        scaling = image.scaling
        if scaling is None or not any(scaling.declared) or len(scaling.scales) != bands:
            continue
        mine = declared_radiometry(str(image.path), scaling, usual)
        if found and mine != found[1]:
            raise InputError(
                "{path} declares another scale or offset of its bands than {other}: save all images with the same.",
                path=image.path,
                other=found[0].path,
            )
        found = image, mine
    return found[1] if found else usual


def _ratio(a: ImageHeader, b: ImageHeader) -> float:
    """Return the pixel size of `a` divided by that of `b`: a whole number above 1, or the inverse of one.

    Raises:
        InputError: it is neither.
    """
    placed = _same_units(a, b)
    ratio = a.pixel_size / b.pixel_size if placed else b.width / a.width
    whole = round(max(ratio, 1 / ratio))
    near = abs(max(ratio, 1 / ratio) - whole) < 0.01 * whole
    small, large = (a, b) if ratio >= 1 else (b, a)
    shaped = (large.width, large.height) == (small.width * whole, small.height * whole)
    if whole == 1 and near:
        raise InputError(
            "{path} and its counterpart, {other}, have pixels of the same size: one of them should be coarser, "
            "so export it at its own resolution.",
            path=a.path,
            other=b.path,
        )
    if not near or not (placed or shaped):
        raise InputError(
            "{path} ({width} × {height} pixels) and its counterpart, {other} ({other_width} × {other_height}), "
            'do not differ by a whole number in resolution: make pairs of the rasters themselves with "Export SR '
            'training tiles", which resamples.',
            path=a.path,
            width=a.width,
            height=a.height,
            other=b.path,
            other_width=b.width,
            other_height=b.height,
        )
    return float(whole) if ratio > 1 else 1 / whole


def _same_units(a: ImageHeader, b: ImageHeader) -> bool:
    """Return whether places and pixel sizes of the two are in the same units.

    Without a reference system they may be in each one's own pixels, as ArcGIS writes them in pixel space: then they
    are used only if they agree with the shapes.
    """
    if a.affine is None or b.affine is None or a.crs != b.crs:
        return False
    return a.crs is not None or abs(a.pixel_size / b.pixel_size * a.width / b.width - 1) < 2 * MAX_CROPPED


def _check_offset(lr: ImageHeader, hr: ImageHeader) -> None:
    """Check that two images begin in the same place, as far as they are georeferenced."""
    if lr.affine is None or hr.affine is None or not _same_units(lr, hr):
        return
    col, row = ~lr.affine * (hr.affine * (0, 0))
    offset = max(abs(col), abs(row))
    if offset > MAX_OFFSET:
        raise InputError(
            "The origin of {path} is {apart:.1f} of its pixels away from that of its counterpart, {other}: make "
            'pairs of the rasters themselves with "Export SR training tiles", which resamples.',
            path=lr.path,
            apart=offset,
            other=hr.path,
        )


def _find_square(pairs: Sequence[tuple[ImageHeader, ImageHeader]], scale: int) -> tuple[int, bool]:
    """Return the side (LR pixels) of the largest square in every tile, and whether any tile is larger.

    Raises:
        InputError: more than `MAX_CROPPED` of a tile would be lost.
    """
    sides = [(min(lr.width, lr.height, hr.width // scale, hr.height // scale), lr) for lr, hr in pairs]
    longest = [(max(lr.width, lr.height, hr.width // scale, hr.height // scale), lr) for lr, hr in pairs]
    (side, small), (most, large) = min(sides, key=itemgetter(0)), max(longest, key=itemgetter(0))
    if side < (1 - MAX_CROPPED) * most:
        raise InputError(
            "The tiles are not squares of one size, for {small} has {small_width} × {small_height} pixels and "
            '{large} {large_width} × {large_height}: cut them again with "Export SR training tiles".',
            small=small.path,
            small_width=small.width,
            small_height=small.height,
            large=large.path,
            large_width=large.width,
            large_height=large.height,
        )
    return side, side < most


def _count_bands(images: Sequence[ImageHeader]) -> int:
    """Return the number of bands; an alpha band that is a mask only in some images counts.

    Raises:
        InputError: images have different numbers of bands, or nothing tells whether their last band is a mask.
    """
    usual = mode([image.most_bands for image in images])
    kinds = {image.alpha for image in images}
    if AlphaKind.UNCLEAR in kinds and not kinds & {AlphaKind.MASK, AlphaKind.DATA}:
        raise InputError(
            "The last band of {path} and others is tagged alpha, and its values could be opacity or measured ones: save "
            "the images without it if it is opacity, or without that tag if it is data such as infrared.",
            path=next(image.path for image in images if image.alpha is AlphaKind.UNCLEAR),
        )
    bands = max((image.bands for image in images if image.most_bands == usual), default=usual)
    for image in images:
        if image.bands != bands and image.most_bands != bands:
            raise InputError(
                "{path} has {own} bands and other images have {usual}: save all images with the same bands.",
                path=image.path,
                own=image.bands,
                usual=bands,
            )
    return bands


def _choose_band_names(
    pair: tuple[ImageHeader, ImageHeader], bands: int, others: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the names of the bands: those of HR, or else of LR, or else `others`.

    Raises:
        InputError: both images name them, in different orders.
    """
    lr, hr = (image.descriptions[:bands] for image in pair)
    if lr != hr and sorted(lr) == sorted(hr):
        raise InputError(
            "The bands of {path} are {lr} and those of its counterpart, {other}, are {hr}: put them in the "
            "same order.",
            path=pair[0].path,
            lr=", ".join(lr),
            other=pair[1].path,
            hr=", ".join(hr),
        )
    candidates = (names for names in (hr, lr, others) if len(names) == bands and any(names))
    return tuple(next(candidates, ("",) * bands))
