"""What the log of an export says."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping

from ..datasets.tileset import Split
from ..degradations import Degradation
from ..errors import BadInput
from ..progress import Log
from ..raster.pansharpen import PansharpeningMethod
from ..raster.radiometry import Radiometry
from .alignment import FEWEST, Alignment
from .filters import Reason
from .grid_alignment import PIXEL_SIZE_TOLERANCE, GridAlignment
from .harmonisation import Harmony
from .input_rasters import sharing_land
from .scene import Scene
from .tile_writer import SourceBlock


def moved(scene: Scene, found: Alignment) -> Log:
    """How the low-resolution raster of a scene lay, and whether it is moved."""
    if found.agreeing < FEWEST:
        return Log(
            "{path} stays where it is: only {agreeing} of {pieces} places agree on how it lies beside {hr}.",
            path=scene.lr_path,
            hr=scene.path,
            agreeing=found.agreeing,
            pieces=found.pieces,
        )
    values = {
        "path": scene.lr_path, "hr": scene.path, "x": found.shift.x, "y": found.shift.y, "error": found.error,
        "agreeing": found.agreeing, "pieces": found.pieces,
    }  # fmt: skip
    if not found.significant:
        return Log(
            "{path} stays where it is: that it lies {x:+.2f} pixels across and {y:+.2f} down beside {hr} is within the "
            "error of {error:.2f} ({agreeing} of {pieces} places agree).",
            **values,
        )
    return Log(
        "{path} lies {x:+.2f} pixels across and {y:+.2f} down beside {hr} and is moved back (± {error:.2f}; {agreeing} of "
        "{pieces} places agree).",
        **values,
    )


def sharpened(scene: Scene, pan: str, method: PansharpeningMethod) -> Log:
    """What the high-resolution side of a scene is."""
    return Log(
        "HR tiles are {path} pansharpened with {pan} by PAN_METHOD={how}; blocks are {apart} pixels apart, so that no pixel "
        "of the two has a part in two splits.",
        path=scene.path,
        pan=pan,
        how=_asked(method),
        apart=scene.apart,
    )


def harmonised(scene: Scene, found: Harmony) -> Log:
    """What is done to the high-resolution raster of a scene."""
    return Log(
        "{path} is brought to the radiometry of {lr}: about × {gain} + {offset}, in pixel values.",
        path=scene.path,
        lr=scene.lr_path,
        gain=_listed(found.gain),
        offset=_listed(found.offset),
    )


def described(scenes: list[Scene], radiometry: Radiometry, lands: list[SourceBlock]) -> Iterator[Log]:
    """What is about to be done."""
    first = scenes[0]
    found: Counter[tuple[int, int, int]] = Counter()
    for land in lands:  # tiles that are turned are in a block like the others
        found[land.index, land.block.row, land.block.col] += len(land.block.tiles)
    counts = list(found.values())
    yield Log(
        "{rasters} raster(s) of {bands} {dtype} bands, divided into {blocks} blocks of {fewest} to {most} tiles.",
        rasters=len(scenes),
        bands=len(first.bands),
        dtype=first.format.dtype,
        blocks=len(counts),
        fewest=min(counts),
        most=max(counts),
    )
    if turned := sum(len(land.block.tiles) for land in lands if land.angle):
        yield Log("{turned} of {total} tiles are turned.", turned=turned, total=sum(counts))
    yield Log(
        "Pixel value × {gain} + {offset} = physical value.",
        gain=_listed(radiometry.gain),
        offset=_listed(radiometry.offset),
    )
    lattices = [scene.lattice for scene in scenes if scene.lattice]
    if first.lr_path is None:
        yield Log("LR tiles are made from HR by DEGRADATION={how}.", how=_asked(first.degrading))
    else:
        yield from _laid(first.lr_path, lattices, first.scale)


def _laid(path: str, lattices: list[GridAlignment], scale: int) -> Iterator[Log]:
    """What is done to the pixels of the low-resolution raster, the most that it is for any scene."""
    if all(lattice.aligned for lattice in lattices):
        yield Log("LR tiles are pixels of {path} as they are.", path=path)
        return
    if any(lattice.reprojected for lattice in lattices):
        yield Log(
            "{path} is reprojected into the coordinate reference system of the high-resolution raster.",
            path=path,
        )
    shifts = [lattice.shift for lattice in lattices if lattice.shift is not None]
    if len(shifts) == len(lattices):
        yield Log(
            "LR tiles are {path} resampled by cubic convolution, for its pixels do not lie on whole HR pixels "
            "(up to {shift:.2f} HR pixels off).",
            path=path,
            shift=max(shifts),
        )
        return
    ratio = max((lattice.ratio for lattice in lattices), key=lambda each: abs(math.log(max(each.xy))))
    values = {"path": path, "x": ratio.x, "y": ratio.y, "scale": scale}
    if max(ratio.xy) > 1 + PIXEL_SIZE_TOLERANCE:
        yield Log(
            "LR tiles are {path} resampled by cubic convolution. Careful: its pixels are {x:.3g} × {y:.3g} times as large "
            "as SCALE {scale} wants them, so that LR tiles are a little blurred.",
            **values,
        )
    elif min(ratio.xy) < 1 - PIXEL_SIZE_TOLERANCE:
        yield Log(
            "LR tiles are {path} averaged by antialiased cubic convolution: its pixels are {x:.3g} × {y:.3g} times as "
            "large as SCALE {scale} wants them.",
            **values,
        )
    else:
        yield Log("LR tiles are {path} resampled by cubic convolution.", path=path)


def left_out(counts: Mapping[Reason, int], total: int) -> Iterator[Log]:
    """How many tiles are left out, and why."""
    said = {
        "gaps": "{count} of {total} tiles are left out, having too few valid pixels.",
        "flat": "{count} of {total} tiles are left out, having less texture than MIN_TEXTURE.",
        "changed": "{count} of {total} tiles are left out: the two rasters differ by more than MAX_DIFFERENCE there.",
    }
    for reason, count in counts.items():
        yield Log(said[reason], count=count, total=total)


def none_left(counts: Mapping[Reason, int]) -> BadInput:
    """The refusal where every tile is left out, by what leaves out most."""
    said = {
        "gaps": "No tile has enough valid pixels: use a smaller MIN_VALID or another EXTENT.",
        "flat": "No tile has enough texture: use a smaller MIN_TEXTURE or another EXTENT.",
        "changed": "The two rasters differ by more than MAX_DIFFERENCE in every tile: use a larger one, or HARMONISE.",
    }
    return BadInput(said[max(counts, key=lambda reason: counts[reason])])


def shared(scenes: list[Scene], splits: list[Split]) -> Iterator[Log]:
    """A warning if rasters show the same land in different splits."""
    count, pair = sharing_land(scenes, splits)
    if pair:
        yield Log(
            "Careful: {a} and {b} show the same land and are in different splits ({count} such pairs): "
            "figures on them are too good.",
            a=pair[0].path,
            b=pair[1].path,
            count=count,
        )


def _asked(chosen: Degradation | PansharpeningMethod) -> str:
    """A member of a family as a user asks for it, which is the same in every language."""
    options = {
        name: ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        for name, value in chosen.model_dump(mode="json", exclude_defaults=True).items()
    }
    return " ".join([chosen.id, *(f"{name}={value}" for name, value in options.items())])


def _listed(values: tuple[float, ...]) -> str:
    """The values, or the one that all are."""
    return ", ".join(f"{value:.5g}" for value in (values[:1] if len(set(values)) == 1 else values))
