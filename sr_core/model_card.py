"""The model card: what a package says of itself to a person who opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .data.degradations import Degradation
from .errors import SrError
from .metrics import Scores

if TYPE_CHECKING:
    from .package import PackageInfo

FIGURES = {"PSNR (dB)": ("psnr", 2), "SSIM": ("ssim", 4), "SAM (°)": ("sam", 2), "ERGAS": ("ergas", 2)}
"""The figures of `Scores` as people write them, with their decimals."""


def figures(scores: Scores) -> dict[str, str]:
    """The fields of `Scores` as text; a dash where there is no figure."""
    values = {field: (getattr(scores, field), decimals) for field, decimals in FIGURES.values()}
    return {field: "–" if value is None else f"{value:.{n}f}" for field, (value, n) in values.items()}


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
        f"- {_origin(info)}",
        f"- Network: `{info.backbone.id}` ({options}).",
        f"- Made {info.created or 'at an unknown time'} with "
        + (", ".join(f"{name} {version}" for name, version in info.versions.items()) or "unknown versions")
        + ".",
    ]
    if info.metrics:
        lines += [
            "",
            f"Means over {info.metrics.tiles} {info.metrics.split} tiles at scale {info.scale}, for a range of {info.data_range:g}:",
            "",
            "| | " + " | ".join(FIGURES) + " |",
            "|---|" + "---:|" * len(FIGURES),
            "| this model | " + " | ".join(figures(info.metrics.model).values()) + " |",
            "| bicubic | " + " | ".join(figures(info.metrics.bicubic).values()) + " |",
        ]
    lines += [
        "",
        "What it adds is what such land usually looks like, not a measurement: do not read from it what the",
        "low-resolution image cannot show.",
        "",
    ]
    return "\n".join(lines)


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


def _origin(info: PackageInfo) -> str:
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
