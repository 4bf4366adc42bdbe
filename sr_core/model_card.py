"""The model card: what a package says of itself to a person who opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .data.degradations import Degradation
from .errors import SrError
from .figures import FIGURES, known

if TYPE_CHECKING:
    from .package import PackageInfo


def model_card(info: PackageInfo) -> str:
    """Markdown."""
    title = type(info.backbone).__doc__ or info.backbone.id
    options = ", ".join(f"{name} = {value}" for name, value in info.backbone.model_dump(mode="json").items())
    lines = [
        f"# {title.partition(chr(10))[0]} {', '.join(f'×{scale}' for scale in info.scales)}",
        "",
        "A super-resolution model for Finer, the QGIS plugin: open it with *Classify pixels with SR model*.",
        "",
        f"- {_finer(info)}.",
        f"- Bands, in this order: {', '.join(band_names(info.bands))}.",
        f"- {_rasters(info)}",
        f"- {origin(info)}",
        f"- Network: `{info.backbone.id}` ({options}).",
        f"- Licence: {licence(info)}.",
        f"- Made {info.created or 'at an unknown time'} with "
        + (", ".join(f"{name} {version}" for name, version in info.versions.items()) or "unknown versions")
        + ".",
    ]
    lines += _data(info)
    lines += _figures(info)
    lines += [
        "",
        "What it adds is what such land usually looks like, not a measurement: do not read from it what the",
        "low-resolution image cannot show.",
        "",
    ]
    return "\n".join(lines)


def _data(info: PackageInfo) -> list[str]:
    if info.data is None:
        return []
    tiles = ", ".join(f"{count} {split}" for split, count in info.data.tiles.items())
    lines = [f"- Tiles: {tiles}, of {info.data.tile_size} pixels, from `{info.data.folder}`."]
    if info.data.ground_resolution:
        lines.append(f"- Low-resolution pixels of {info.data.ground_resolution:.3g} m.")
    if info.data.sources:
        others = info.data.n_sources - len(info.data.sources)
        lines.append(
            f"- Cut from {', '.join(f'`{name}`' for name in info.data.sources)}"
            + (f" and {others} others." if others else ".")
        )
    return lines


def _figures(info: PackageInfo) -> list[str]:
    if not (found := info.metrics):
        return []
    lines = [
        "",
        f"Means over {found.tiles} {found.split} tiles at scale {info.scale}, for a range of {info.data_range:g}; "
        "in brackets, where chance may have moved the mean (95 % bootstrap intervals over tiles):",
        "",
        "| | this model | bicubic |",
        "|---|---:|---:|",
    ]
    for field in known(found.model, found.bicubic):
        figure = FIGURES[field]
        cells = []
        for scores, ends in ((found.model, found.intervals.model), (found.bicubic, found.intervals.bicubic)):
            span = figure.interval(ends.get(field))
            cells.append(figure.text(getattr(scores, field)) + (f" ({span})" if span else ""))
        lines.append(f"| {figure.name} | {' | '.join(cells)} |")
    for band, name in zip(found.bands, band_names(info.bands), strict=False):
        psnr = FIGURES["psnr"]
        lines.append(
            f"| PSNR of {name} (dB) | {psnr.text(band.model.psnr)} | {psnr.text(band.bicubic.psnr)} |"
        )
    return lines


def licence(info: PackageInfo) -> str:
    """As the maker put it."""
    return info.licence or "not stated: ask who made it"


def band_names(bands: tuple[str, ...]) -> list[str]:
    """Descriptions of bands; those without one by number."""
    return [name or f"band {number}" for number, name in enumerate(bands, start=1)]


def _rasters(info: PackageInfo) -> str:
    if info.dtype is None:
        return "Made for physical values, where 1 is white: pixel × gain + offset, as fits the raster."
    return (
        f"Made for {info.dtype} rasters in which pixel × gain + offset is the physical value; gain "
        f"{_brief(info.radiometry.gain)}, offset {_brief(info.radiometry.offset)}."
    )


def _finer(info: PackageInfo) -> str:
    *others, last = map(str, info.scales)
    if info.scales == (1,):
        return "Restores images at the same size"
    if not others:
        return f"Makes pixels {last} times finer"
    return f"Makes pixels {', '.join(others)} or {last} times finer, as SCALE says; {info.scale} times where it is blank"


def origin(info: PackageInfo) -> str:
    """How the low-resolution pixels that it learnt from came about, in a sentence."""
    if source := info.training.get("imported"):
        return (
            f"Imported from {source} ({info.training['layout']}): what it was trained on is not known here."
        )
    origin = str(info.degradation.get("id", "unknown"))
    try:
        known = Degradation.load(info.degradation).description
    except SrError:  # it was observed, or comes from a newer version
        known = {"observed": "another sensor"}.get(origin, origin)
    return f"Learnt from low-resolution pixels made by {known}; on others it does less well."


def _brief(values: tuple[float, ...]) -> str:
    """One number where all are the same."""
    return f"{values[0]:g}" if len(set(values)) == 1 else ", ".join(f"{value:g}" for value in values)
