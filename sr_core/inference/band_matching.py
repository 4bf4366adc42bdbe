"""Finds the bands that a model wants in a raster or in tiles, and logs which of them could not be identified."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ..errors import InputError
from ..i18n import format_number
from ..package.card import band_names
from ..progress import Advice, Log, Progress
from ..raster.cog import PixelWriter
from ..raster.radiometry import Radiometry
from ..raster.raster_reader import Raster
from ..raster.source import Source
from ..raster.wavelengths import (
    BandLabel,
    are_apart,
    contradictions,
    find_bands,
    labels,
    read_labels,
    suggest_bands,
)
from .predictor import Predictor

if TYPE_CHECKING:
    import torch

    from .back_projection import Consistency


def match_bands(raster: Raster, wanted: tuple[str, ...], *, by_name: bool) -> Generator[Log, None, Raster]:
    """Return `raster` with the bands that a model wants, in the model's order; log bands that could not be identified.

    Args:
        raster: The raster, with all its bands or with the bands that the user has chosen.
        wanted: Names of the model's bands.
        by_name: Whether bands are found by name or wavelength; otherwise they are taken in the user's order.

    Raises:
        InputError: their number does not fit, or by their names and wavelengths they are others.
    """
    if raster.palette and raster.palette.is_grey and len(wanted) == 1:
        return raster.choose([0])  # red, green and blue of a grey are the same
    want, found = labels(wanted), read_labels(raster.dataset, raster.bands)
    places = find_bands(want, found) if by_name else []
    complete = [place for place in places if place is not None]
    if by_name and len(complete) == len(want) == len(set(complete)):
        bands = tuple(raster.bands[place] for place in complete)
        if bands != raster.bands:
            yield Log("Bands {bands} are those the model names.", bands=", ".join(map(str, bands)))
        return raster.choose(complete)
    if len(found) != len(want):
        raise _wrong_count_error(raster, want)
    wrong = contradictions(want, found)
    if wrong and by_name:
        example, _ = suggest_bands(want, found)
        raise InputError(
            "The model expects the bands {wanted}, and those of {path} are {names}: choose a raster or a model "
            "that fits, or, if what the raster says of its bands is wrong, set BANDS, such as BANDS={example}.",
            wanted=_names(want),
            path=raster.name,
            names=_names(found),
            example=",".join(str(raster.bands[place]) for place in example),
        )
    if wrong:
        yield Advice(
            ("bands",),
            "The model expects the bands {wanted}, and bands {bands} of {path} are {names}: they are taken "
            "because BANDS says so."
            if len(wrong) > 1
            else (
                "The model expects the band {wanted}, and band {bands} of {path} is {names}: it is taken "
                "because BANDS says so."
            ),
            wanted=_names(want[i] for i in wrong),
            bands=", ".join(str(raster.bands[i]) for i in wrong),
            path=raster.name,
            names=_names(found[i] for i in wrong),
        )
    if by_name:
        yield from _unknown(raster, want, found)
    return raster


def match_tiles(
    wanted: Sequence[str], tiles: Sequence[str], folder: object
) -> Generator[Log, None, tuple[int, ...]]:
    """Return the places of the model's bands among the bands of tiles; log bands that could not be identified.

    Raises:
        InputError: their number does not fit, or by their names they are others.
    """
    want, found = labels(wanted), labels(tiles)
    places = find_bands(want, found)
    complete = tuple(place for place in places if place is not None)
    if len(want) != len(found):
        example, _ = suggest_bands(want, found)
        raise InputError(
            "The model takes {model} bands ({wanted}) and the tiles in {folder} have {tiles} ({names}): export tiles "
            "with BANDS for the model's, which would be {example} of those they have now, or choose another model.",
            model=len(want),
            wanted=_names(want),
            folder=folder,
            tiles=len(found),
            names=_names(found),
            example=",".join(str(place + 1) for place in example),
        )
    if len(complete) == len(want) == len(set(complete)):
        if list(complete) != sorted(complete):
            yield Log(
                "Bands {bands} of the tiles are those the model names.",
                bands=", ".join(str(place + 1) for place in complete),
            )
        return complete
    if contradictions(want, found):
        raise InputError(
            "The model expects the bands {wanted} and the tiles in {folder} have {names}: export tiles with the "
            "model's BANDS, or choose another model.",
            wanted=_names(want),
            folder=folder,
            names=_names(found),
        )
    if tuple(wanted) != tuple(tiles):
        yield Log(
            "The model was trained on the bands {model}, and the tiles have {tiles}: are they the same?",
            model=", ".join(band_names(tuple(wanted))),
            tiles=", ".join(band_names(tuple(tiles))),
        )
    return tuple(range(len(want)))


class ReorderedPredictor:
    """A predictor whose input and result have their bands in another order than the model's."""

    def __init__(self, predictor: Predictor, order: Sequence[int]) -> None:
        """Wrap `predictor`; `order` holds, for each of its input channels, the channel's place in the given image."""
        self._predictor, self._order = predictor, list(order)
        given = [self._order[place] for place in predictor.outputs]
        self._back = np.argsort(given).tolist()
        self.outputs: Sequence[int] = sorted(given)
        self.scale: int = predictor.scale
        self.bands: int = predictor.bands
        self.inputs: int = predictor.inputs
        self.device: torch.device = predictor.device
        self.halo: int = predictor.halo
        self.tile_size: int = predictor.tile_size
        self.consistency: Consistency | None = predictor.consistency
        self.tags: Mapping[str, str] = predictor.tags
        self.notes = predictor.notes

    def upscale(self, lr: NDArray[np.float32]) -> NDArray[np.float32]:
        """Super-resolve an image (n, h, w) as the predictor does."""
        sr: NDArray[np.float32] = self._predictor.upscale(np.ascontiguousarray(lr[self._order]))[self._back]
        return sr

    def upscale_with_spread(
        self, lr: NDArray[np.float32]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32] | None]:
        """Super-resolve an image (n, h, w) as the predictor does; and how far several samples differ."""
        sr, spread = self._predictor.upscale_with_spread(np.ascontiguousarray(lr[self._order]))
        return sr[self._back], None if spread is None else spread[self._back]

    def cuts(self, window: Window, shape: tuple[int, int]) -> tuple[Sequence[int], Sequence[int]]:
        """Return the rows and columns at which `Predictor.cuts` allows to cut."""
        return self._predictor.cuts(window, shape)

    def run(
        self,
        source: Source,
        radiometry: Radiometry,
        window: Window,
        writer: PixelWriter,
        uncertainty: PixelWriter | None = None,
        *,
        whole: Window | None = None,
    ) -> Generator[Progress | Log, None, None]:
        """Refuse a raster: its bands are put in order when it is opened.

        Raises:
            TypeError: Always.
        """
        raise TypeError("a raster's bands are put in order by match_bands")


def _wrong_count_error(raster: Raster, want: Sequence[BandLabel]) -> InputError:
    """Return the error for a wrong number of bands, with an example of BANDS that would run."""
    chosen = raster.bands
    everything = tuple(raster.dataset.indexes) if len(chosen) < len(want) else chosen
    have = [band for band in everything if band not in raster.validity.opacity]
    found = read_labels(raster.dataset, have)
    places, substitutes = suggest_bands(want, found)
    opacity = raster.validity.opacity
    if len(chosen) < len(want) == len(chosen) + len(opacity):
        return InputError(
            "The model expects {count} bands ({wanted}) and gets {have} of {path}, of which band {alpha} was "
            "taken for transparency: if it is measured, set BANDS={example}, or else choose a model of {have} "
            "bands.",
            count=len(want),
            wanted=_names(want),
            have=len(chosen),
            path=raster.name,
            alpha=", ".join(map(str, opacity)),
            example=",".join(map(str, sorted((*chosen, *opacity)))),
        )
    values = {
        "count": len(want),
        "wanted": _names(want),
        "have": len(chosen),
        "path": raster.name,
        "example": ",".join(str(have[place]) for place in places),
    }
    if substitutes:
        return InputError(
            "The model expects {count} bands ({wanted}) and gets {have} of {path}: choose a raster that has "
            "them, or set BANDS in the model's order, such as BANDS={example}, which gives it another band in "
            "place of {missing}.",
            missing=_names(want[i] for i in substitutes),
            **values,
        )
    return InputError(
        "The model expects {count} bands ({wanted}) and gets {have} of {path}: set BANDS in the model's order, "
        "such as BANDS={example}.",
        **values,
    )


def _unknown(raster: Raster, want: Sequence[BandLabel], found: Sequence[BandLabel]) -> Generator[Log]:
    """Log the bands that are taken in the raster's order because no name or wavelength identifies them."""
    if not any(each.name for each in want):
        yield Log(
            "The model does not say what its bands are: those of {path} are taken in their order.",
            path=raster.name,
        )
        return
    places = find_bands(want, found)
    unsure = [
        i
        for i, (one, other) in enumerate(zip(want, found, strict=True))
        if places[i] != i
        and (one.centre is None or other.centre is None or are_apart(one.centre, other.centre))
    ]
    if unsure:
        yield Advice(
            ("bands",),
            (
                "It is not known whether bands {bands} of {path} are {wanted}: check, or set BANDS in the model's "
                "order."
            )
            if len(unsure) > 1
            else (
                "It is not known whether band {bands} of {path} is {wanted}: check, or set BANDS in the "
                "model's order."
            ),
            bands=", ".join(str(raster.bands[i]) for i in unsure),
            path=raster.name,
            wanted=_names(want[i] for i in unsure),
        )


def _names(found: Iterable[BandLabel]) -> str:
    return ", ".join(
        each.name or (f"{format_number(each.centre, '.4g')} nm" if each.centre else "?") for each in found
    )
