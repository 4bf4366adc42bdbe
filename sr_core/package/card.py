"""The model card: what a package says of itself to a person who opens it."""

from __future__ import annotations

from ..datasets.tileset import counted, tiles_of
from ..degradations import Degradation
from ..errors import SrError
from ..evaluation.metric_format import FIGURES, known
from ..i18n import say
from .info import PackageInfo


def model_card(info: PackageInfo) -> str:
    """Markdown, in the reader's language."""
    title = (type(info.backbone).__doc__ or info.backbone.id).partition("\n")[0]
    network = say("Network in ONNX") if info.backbone.id == "onnx" else say(title)
    options = ", ".join(f"{name} = {value}" for name, value in info.backbone.model_dump(mode="json").items())
    facts = [
        _finer(info),
        say("Bands, in this order: {bands}.", bands=", ".join(band_names(info.bands))),
        _rasters(info),
        origin(info),
        say("Network: `{network}` ({options}).", network=info.backbone.id, options=options),
        say("Licence: {licence}.", licence=licence(info)),
        say("Made {time} with {versions}.", time=made(info), versions=versions(info)),
        *_data(info),
    ]
    return "\n".join(
        [
            f"# {network} {', '.join(f'×{scale}' for scale in info.scales)}",
            "",
            say(
                "A super-resolution model for Finer, the QGIS plugin: open it with *Classify pixels with SR model*."
            ),
            "",
            *(f"- {fact}" for fact in facts),
            *_figures(info),
            "",
            say(
                "What it adds is what such land usually looks like, not a measurement: do not read from it what the\n"
                "low-resolution image cannot show."
            ),
            "",
        ]
    )


def _data(info: PackageInfo) -> list[str]:
    if info.data is None:
        return []
    data = info.data
    facts = [
        say(
            "Tiles: {tiles}, of {size} pixels, from `{folder}`.",
            tiles=counted(data.tiles),
            size=data.tile_size,
            folder=data.folder,
        )
    ]
    if data.ground_resolution:
        facts.append(say("Low-resolution pixels of {size:.3g} m.", size=data.ground_resolution))
    if data.sources:
        named = ", ".join(f"`{name}`" for name in data.sources)
        if others := data.n_sources - len(data.sources):
            facts.append(say("Cut from {rasters} and {count} others.", rasters=named, count=others))
        else:
            facts.append(say("Cut from {rasters}.", rasters=named))
    return facts


def _figures(info: PackageInfo) -> list[str]:
    if not (found := info.metrics):
        return []
    lines = [
        "",
        say(
            "Means over {count} {tiles} at scale {scale}, for a range of {range:g}; in brackets, where chance may have "
            "moved the mean (95 % bootstrap intervals over tiles):",
            count=found.tiles,
            tiles=tiles_of(found.split),
            scale=info.scale,
            range=info.data_range,
        ),
        "",
        f"| | {say('this model')} | {say('bicubic')} |",
        "|---|---:|---:|",
    ]
    for field in known(found.model, found.bicubic):
        figure = FIGURES[field]
        cells = []
        for scores, ends in ((found.model, found.intervals.model), (found.bicubic, found.intervals.bicubic)):
            span = figure.interval(ends.get(field))
            cells.append(figure.text(getattr(scores, field)) + (f" ({span})" if span else ""))
        lines.append(f"| {figure.title} | {' | '.join(cells)} |")
    for band, name in zip(found.bands, band_names(info.bands), strict=False):
        psnr = FIGURES["psnr"]
        label = say("PSNR of {band} (dB)", band=name)
        lines.append(f"| {label} | {psnr.text(band.model.psnr)} | {psnr.text(band.bicubic.psnr)} |")
    return lines


def licence(info: PackageInfo) -> str:
    """As the maker put it."""
    return info.licence or say("not stated: ask who made it")


def made(info: PackageInfo) -> str:
    """When, as far as that is known."""
    return info.created or say("at an unknown time")


def versions(info: PackageInfo) -> str:
    """Of what it was made with."""
    return ", ".join(f"{name} {version}" for name, version in info.versions.items()) or say(
        "unknown versions"
    )


def band_names(bands: tuple[str, ...]) -> list[str]:
    """Descriptions of bands; those without one by number, in the reader's words."""
    return [name or say("band {number}", number=number) for number, name in enumerate(bands, start=1)]


def _rasters(info: PackageInfo) -> str:
    if info.dtype is None:
        return say("Made for physical values, where 1 is white: pixel × gain + offset, as fits the raster.")
    return say(
        "Made for {dtype} rasters in which pixel × gain + offset is the physical value; gain {gain}, offset {offset}.",
        dtype=info.dtype,
        gain=_brief(info.radiometry.gain),
        offset=_brief(info.radiometry.offset),
    )


def _finer(info: PackageInfo) -> str:
    *others, last = map(str, info.scales)
    if info.scales == (1,):
        return say("Restores images at the same size.")
    if not others:
        return say("Makes pixels {scale} times finer.", scale=last)
    return say(
        "Makes pixels {others} or {last} times finer, as SCALE says; {scale} times where it is blank.",
        others=", ".join(others),
        last=last,
        scale=info.scale,
    )


def origin(info: PackageInfo) -> str:
    """How the low-resolution pixels that it learnt from came about, in a sentence."""
    if source := info.training.get("imported"):
        return say(
            "Imported from {source} ({layout}): what it was trained on is not known here.",
            source=source,
            layout=say(str(info.training["layout"])),
        )
    origin = str(info.degradation.get("id", "unknown"))
    try:
        known = Degradation.load(info.degradation).description
    except SrError:  # it was observed, or comes from a newer version
        known = say("another sensor") if origin == "observed" else origin
    return say("Learnt from low-resolution pixels made by {known}; on others it does less well.", known=known)


def _brief(values: tuple[float, ...]) -> str:
    """One number where all are the same."""
    return f"{values[0]:g}" if len(set(values)) == 1 else ", ".join(f"{value:g}" for value in values)
