"""Messages of an export for the log."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping

from ..datasets.splits import Split
from ..degradations import Degradation
from ..errors import TooFewTilesError
from ..i18n import format_number, join_numbers
from ..progress import Log
from ..raster.pansharpen import PansharpeningMethod
from .grid_alignment import PIXEL_SIZE_TOLERANCE, GridAlignment
from .harmonisation import Harmonisation
from .input_raster_list import find_overlaps
from .land_blocks import SourceBlock
from .phase_correlation import MIN_AGREEING, Alignment
from .scene import Scene
from .tile_filters import Reason


def describe_alignment(scene: Scene, found: Alignment) -> Log:
    """Say how far the low-resolution raster of a scene is shifted, and whether it is moved back."""
    values = {
        "path": scene.lr_path, "hr": scene.path, "x": found.shift.x, "y": found.shift.y, "error": found.error,
        "agreeing": found.agreeing, "pieces": found.pieces,
    }  # fmt: skip
    if found.agreeing < MIN_AGREEING:
        return Log(
            "{path} is not moved: only {agreeing} of {pieces} places agree on its shift relative to {hr}.",
            **values,
        )
    if not found.significant:
        return Log(
            "{path} is not moved: its shift of {x:+.2f} pixels across and {y:+.2f} down relative to {hr} is "
            "within the error of {error:.2f} ({agreeing} of {pieces} places agree).",
            **values,
        )
    return Log(
        "{path} is shifted by {x:+.2f} pixels across and {y:+.2f} down relative to {hr} and is moved back (± "
        "{error:.2f}; {agreeing} of {pieces} places agree).",
        **values,
    )


def describe_pansharpening(scene: Scene, pan: str, method: PansharpeningMethod) -> Log:
    """Say how the high-resolution side of a scene is pansharpened."""
    return Log(
        "HR tiles are {path} pansharpened with {pan} by PAN_METHOD={how}; blocks are {apart} pixels apart, so that no pixel "
        "of the two has a part in two splits.",
        path=scene.path,
        pan=pan,
        how=_format_choice(method),
        apart=scene.min_gap,
    )


def describe_harmonisation(scene: Scene, found: Harmonisation) -> Log:
    """Say how the values of the high-resolution raster of a scene are changed."""
    return Log(
        "{path} is brought to the radiometry of {lr}: about × {gain} + {offset}, in pixel values.",
        path=scene.path,
        lr=scene.lr_path,
        gain=_format_numbers(found.gain),
        offset=_format_numbers(found.offset),
    )


def describe_export(scenes: list[Scene], blocks: list[SourceBlock]) -> Iterator[Log]:
    """Say what will be cut, and how both sides are made."""
    first = scenes[0]
    n_tiles: Counter[tuple[int, int, int]] = Counter()
    for block in blocks:  # rotated tiles are in the same block as the others
        n_tiles[block.index, block.row, block.col] += len(block.tiles)
    counts = list(n_tiles.values())
    yield Log(
        "{rasters} raster(s) of {bands} {dtype} bands, divided into {blocks} blocks of {fewest} to {most} tiles.",
        rasters=len(scenes),
        bands=len(first.bands),
        dtype=first.format.dtype,
        blocks=len(counts),
        fewest=min(counts),
        most=max(counts),
    )
    if rotated := sum(len(block.tiles) for block in blocks if block.angle):
        yield Log("{turned} of {total} tiles are rotated.", turned=rotated, total=sum(counts))
    yield Log(
        "Pixel value × {gain} + {offset} = physical value.",
        gain=_format_numbers(first.radiometry.gain),
        offset=_format_numbers(first.radiometry.offset),
    )
    grids = [scene.grid_alignment for scene in scenes if scene.grid_alignment]
    if first.lr_path is None:
        yield Log("LR tiles are made from HR by DEGRADATION={how}.", how=_format_choice(first.degradation))
    else:
        yield from _describe_resampling(first.lr_path, grids, first.scale)
    if guide := first.guide:
        yield Log(
            "Tiles get a guide from {path}: {bands} {dtype} bands, {ratio} pixels along each low-resolution one.",
            path=guide.path,
            bands=len(guide.radiometry.gain),
            dtype=guide.format.dtype,
            ratio=guide.ratio,
        )
        if guide.min_gap:
            yield Log(
                "The guide {guide} is resampled onto the pixels of {path}.", guide=guide.path, path=first.path
            )


def _describe_resampling(path: str, grids: list[GridAlignment], scale: int) -> Iterator[Log]:
    """Say how the low-resolution raster is resampled, for the scene where it is changed most."""
    if all(grid.aligned for grid in grids):
        yield Log("LR tiles are pixels of {path} as they are.", path=path)
        return
    if any(grid.reprojected for grid in grids):
        yield Log(
            "{path} is reprojected into the coordinate reference system of the high-resolution raster.",
            path=path,
        )
    shifts = [grid.shift for grid in grids if grid.shift is not None]
    if len(shifts) == len(grids):
        yield Log(
            "LR tiles are {path} resampled by cubic convolution, for its pixels do not lie on whole HR pixels "
            "(up to {shift:.2f} HR pixels off).",
            path=path,
            shift=max(shifts),
        )
        return
    ratio = max((grid.ratio for grid in grids), key=lambda each: abs(math.log(max(each.xy))))
    values = {"path": path, "x": ratio.x, "y": ratio.y, "scale": scale}
    if max(ratio.xy) > 1 + PIXEL_SIZE_TOLERANCE:
        yield Log(
            "LR tiles are {path} resampled by cubic convolution. Warning: its pixels are {x:.3g} × {y:.3g} "
            "times as large as SCALE {scale} requires, so LR tiles are a little blurred.",
            **values,
        )
    elif min(ratio.xy) < 1 - PIXEL_SIZE_TOLERANCE:
        yield Log(
            "LR tiles are {path} averaged by antialiased cubic convolution: its pixels are {x:.3g} × {y:.3g} "
            "times as large as SCALE {scale} requires.",
            **values,
        )
    else:
        yield Log("LR tiles are {path} resampled by cubic convolution.", path=path)


def describe_left_out(counts: Mapping[Reason, int], total: int) -> Iterator[Log]:
    """Say how many tiles are left out, and why."""
    texts = {
        "gaps": "{count} of {total} tiles are left out, having too few valid pixels.",
        "flat": "{count} of {total} tiles are left out, having less texture than MIN_TEXTURE.",
        "changed": "{count} of {total} tiles are left out: the two rasters differ by more than MAX_DIFFERENCE there.",
    }
    for reason, count in counts.items():
        yield Log(texts[reason], count=count, total=total)


def no_tile_left(counts: Mapping[Reason, int]) -> TooFewTilesError:
    """Return the error where every tile is left out, by the most frequent reason."""
    texts = {
        "gaps": "No tile has enough valid pixels: use a smaller MIN_VALID or another EXTENT.",
        "flat": "No tile has enough texture: use a smaller MIN_TEXTURE or another EXTENT.",
        "changed": "The two rasters differ by more than MAX_DIFFERENCE in every tile: use a larger one, or HARMONISE.",
    }
    return TooFewTilesError(texts[max(counts, key=lambda reason: counts[reason])])


def warn_of_overlaps(scenes: list[Scene], splits: list[Split]) -> Iterator[Log]:
    """Warn if rasters in different splits show the same land."""
    count, pair = find_overlaps(scenes, splits)
    if pair:
        yield Log(
            "Warning: {a} and {b} show the same land and are in different splits ({count} such pairs): metrics "
            "on them are too optimistic.",
            a=pair[0].path,
            b=pair[1].path,
            count=count,
        )


def _format_choice(chosen: Degradation | PansharpeningMethod) -> str:
    """Return a member of a family with its options as parameters are written, which needs no translation."""
    options = {
        name: ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        for name, value in chosen.model_dump(mode="json", exclude_defaults=True).items()
    }
    return " ".join([chosen.id, *(f"{name}={value}" for name, value in options.items())])


def _format_numbers(values: tuple[float, ...]) -> str:
    """Return the values, or one if all are the same."""
    return join_numbers(
        format_number(value, ".5g") for value in (values[:1] if len(set(values)) == 1 else values)
    )
