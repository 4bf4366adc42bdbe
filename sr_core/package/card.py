"""The model card: what a package says of its model, as facts by section, as tables, and as Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ..datasets.data_summary import DataSummary
from ..datasets.splits import format_counts, split_label
from ..degradations import Degradation
from ..device import translate_description
from ..errors import SrError
from ..hardware import label_hardware
from ..i18n import format_number, join_numbers, say
from ..jinja_templates import render
from ..metrics.bicubic_comparison import BandComparison
from ..metrics.metric_format import METRICS, Table, fixed_pattern_note, measured_metrics, metrics_table
from ..raster.radiometry import Radiometry
from .info import PackageInfo

SHARED_TITLES = {
    "bands": "Bands, in this order",
    "guide": "Guide",
    "dtype": "Pixels",
    "ground_resolution": "Ground resolution",
    "sources": "Source rasters",
    "licence": "Licence",
}
"""Facts that QGIS, which has no engine to ask, shows of a package itself: their titles, in its order."""

NO_LICENCE = "not stated: ask who made it"

SETTINGS = {
    "objective": "Objective", "pretrained": "Started from", "epochs": "Epochs", "minutes": "Minutes", "best_epoch": "Weights kept of epoch",
    "batch_size": "Batch size (patches)", "patch_size": "Patch size (low-resolution pixels)",
    "size": "Size of the network", "learning_rate": "Learning rate", "seed": "Seed", "optimisation": "Optimisation", "monitor": "Monitor",
    "patience": "Patience", "jitter": "Jitter", "cutblur": "Cutblur", "freeze": "Freeze", "imported": "Imported",
    "imported_sha256": "SHA-256 of the imported file",
    "layout": "Layout", "guessed": "Guessed, as the weights do not say it",
}  # fmt: skip
"""Titles of settings of a training, in the order shown; any others follow under their own names."""

NO_SETTINGS = {"n_train", "n_val", "device", "seconds", "hardware", "val_psnr_bicubic", "lr_find"}
"""Entries of a training's record that other sections show; so are all lists, which are curves."""

CAUTION = (
    "Detail that a model adds is what such land usually looks like, not a measurement: do not rely on detail "
    "that the low-resolution image cannot show."
)


class Section(NamedTuple):
    """A part of a card: facts by their titles."""

    heading: str
    facts: Mapping[str, str]


class Card(NamedTuple):
    """All that a card says, in the reader's language; templates make Markdown and HTML of it."""

    scales: str
    sections: Sequence[Section]
    caution: str
    basis: str = ""
    """What the metrics are means of, and what one that is not well known means."""
    metrics: Table | None = None
    bands: Table | None = None


def published_card() -> dict[str, Any]:
    """Return what schema.json tells QGIS of cards: titles of the facts that it shows, and the metrics."""
    metrics = {name: metric for name, metric in METRICS.items() if metric.in_qgis}
    return {
        "titles": SHARED_TITLES,
        "no_licence": NO_LICENCE,
        "metrics": {name: {"title": each.name, "format": each.form} for name, each in metrics.items()},
    }


def render_card(info: PackageInfo) -> str:
    """Return the card as Markdown, in the reader's language."""
    network = (type(info.backbone).__doc__ or info.backbone.id).partition("\n")[0].rstrip(".")
    title = say("Network in ONNX") if info.backbone.id == "onnx" else say(network)
    return render("card.md", network=title, card=build_card(info, say("This model")))


def build_card(info: PackageInfo, name: str) -> Card:
    """Return the card of a model; `name` heads its column in the table of metrics."""
    card, found = Card(scales(info), sections(info), say(CAUTION)), info.metrics
    if found is None:
        return card
    basis = say(
        "Means over {count} {tiles} at scale {scale}, for a range of {range:g}, with 95 % bootstrap confidence "
        "intervals over tiles.",
        count=found.tiles,
        tiles=split_label(found.split),
        scale=info.scale,
        range=info.data_range,
    )
    bands = bands_table(found.bands) if found.bands else None
    basis = " ".join(filter(None, (basis, fixed_pattern_note([found]))))
    return card._replace(basis=basis, metrics=metrics_table([(name, found)]), bands=bands)


def sections(info: PackageInfo) -> list[Section]:
    """Return all facts of a card: of the model, its training data, settings, and hardware and time."""
    return [
        Section(say("Model"), _model_facts(info)),
        Section(say("Training data"), _data_facts(info)),
        Section(say("Settings"), _setting_facts(info.training)),
        Section(say("Hardware and time"), _hardware_facts(info.training)),
    ]


def scales(info: PackageInfo) -> str:
    """Return the scales that the model serves: "×2, ×4"."""
    return ", ".join(f"×{scale}" for scale in info.scales)


def bands_table(bands: Sequence[BandComparison]) -> Table:
    """Return a row for each band; each metric of the model has that of bicubic in brackets."""
    fields = [field for field in measured_metrics(bands[0].model) if METRICS[field].in_bands]
    header = [say("Band"), *(say("{figure} (bicubic)", figure=METRICS[field].title) for field in fields)]
    rows = []
    for name, band in zip(band_names(tuple(band.name for band in bands)), bands, strict=True):
        pairs = (
            (METRICS[field].text, getattr(band.model, field), getattr(band.bicubic, field))
            for field in fields
        )
        rows.append([name, *(f"{text(mine)} ({text(plain)})" for text, mine, plain in pairs)])
    return Table(header, rows)


def summary_facts(data: DataSummary | None, scale: int) -> dict[str, str]:
    """Return the facts of a tile set of this scale and of the rasters it was cut from, as far as they are known."""
    if data is None:
        return {}
    facts = {}
    if data.folder:
        facts[say("Tile set")] = say(
            "{folder}: {counts} tiles of {size} × {size} pixels",
            folder=data.folder,
            counts=format_counts({split: count for split, count in data.tiles.items() if count}),
            size=data.tile_size,
        )
    if size := data.ground_resolution:
        sizes = f"{format_number(size, '.3g')} → {format_number(size / scale, '.3g')}"
        facts[say(SHARED_TITLES["ground_resolution"])] = (
            say("{size} m, to be used one scale finer", size=sizes)
            if data.wald
            else say("{size} m", size=sizes)
        )
    if data.sources:
        names, more = ", ".join(data.sources), data.n_sources - len(data.sources)
        facts[say(SHARED_TITLES["sources"])] = (
            say("{rasters} and {count} more", rasters=names, count=more) if more > 0 else names
        )
    if data.crs:
        facts[say("Coordinate system")] = ", ".join(data.crs)
    return facts


def describe_radiometry(radiometry: Radiometry) -> str:
    """Return how pixels become physical values; a number that all bands share is there once."""
    gain, offset = (
        values[:1] if len(set(values)) == 1 else values for values in (radiometry.gain, radiometry.offset)
    )
    alike = len(gain) == len(offset) == 1
    return say(
        "pixel × {gain} + {offset}" if alike else "pixel × {gain} + {offset} (band by band)",
        gain=join_numbers(map(format_number, gain)),
        offset=join_numbers(map(format_number, offset)),
    )


def band_names(bands: tuple[str, ...]) -> list[str]:
    """Return the descriptions of bands; those without one by number, in the reader's words."""
    return [name or say("band {number}", number=number) for number, name in enumerate(bands, start=1)]


def duration(seconds: float) -> str:
    """Return a time in words: "2 h 1 min"."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return say("{hours} h {minutes} min", hours=hours, minutes=minutes)
    if minutes:
        return say("{minutes} min {seconds} s", minutes=minutes, seconds=rest)
    return say("{seconds:.3g} s", seconds=seconds)


def _model_facts(info: PackageInfo) -> dict[str, str]:
    versions = ", ".join(f"{name} {version}" for name, version in info.versions.items())
    return {
        say("Network"): _with_options({"id": info.backbone.id, **info.backbone.model_dump(mode="json")}),
        say("Scale"): _describe_scales(info),
        say(SHARED_TITLES["bands"]): ", ".join(band_names(info.bands)),
        **_input_facts(info),
        say("Low resolution"): _describe_origin(info),
        say(SHARED_TITLES["licence"]): info.licence or say(NO_LICENCE),
        say("Created"): info.created or say("at an unknown time"),
        say("Software"): versions or say("unknown versions"),
    }


def _input_facts(info: PackageInfo) -> dict[str, str]:
    """Return what a model takes besides its bands, and which of them it gives, where that is not all."""
    facts = {}
    if info.guide:
        facts[say(SHARED_TITLES["guide"])] = say(
            "{bands}, pixels {ratio} times as fine",
            bands=", ".join(band_names(info.guide.bands)),
            ratio=info.guide.ratio,
        )
    if info.outputs is not None:
        given = band_names(tuple(info.bands[place] for place in info.outputs))
        facts[say("Bands of the result")] = ", ".join(given)
    return facts


def _data_facts(info: PackageInfo) -> dict[str, str]:
    return summary_facts(info.data, info.scale) | {
        say(SHARED_TITLES["dtype"]): say(
            "{type}; range of {range:g} for PSNR and SSIM",
            type=info.dtype or say("physical values"),
            range=info.data_range,
        ),
        say("Physical value"): describe_radiometry(info.radiometry)
        if info.dtype
        else say("pixel × gain + offset, as fits the raster; 1 is white"),
        say("Mean of each band"): join_numbers(format_number(value, ".4g") for value in info.mean),
        say("Standard deviation"): join_numbers(format_number(value, ".4g") for value in info.std),
    }


def _setting_facts(training: Mapping[str, Any]) -> dict[str, str]:
    facts = {}
    for name, value in {**dict.fromkeys(SETTINGS), **training}.items():
        if name not in NO_SETTINGS and value is not None and not isinstance(value, list):
            title = say(SETTINGS[name]) if name in SETTINGS else name.replace("_", " ").capitalize()
            facts[title] = format_number(value, ".12g") if isinstance(value, float) else _setting(value)
    return facts


def _hardware_facts(training: Mapping[str, Any]) -> dict[str, str]:
    facts = (
        {say("Trained on"): translate_description(str(training["device"]))} if training.get("device") else {}
    )
    if isinstance(hardware := training.get("hardware"), dict):
        facts |= label_hardware(hardware)
    if isinstance(seconds := training.get("seconds"), int | float):
        facts[say("Trained for")] = duration(seconds)
    return facts


def _describe_scales(info: PackageInfo) -> str:
    if info.scales == (1,):
        return say("×1: images are restored at the same size")
    if len(info.scales) == 1:
        return scales(info)
    return say("{scales}; ×{scale} where SCALE is blank", scales=scales(info), scale=info.scale)


def _describe_origin(info: PackageInfo) -> str:
    """Return how the low-resolution pixels that the model was trained on were made."""
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
    return say("Trained on low-resolution pixels made by {known}; less accurate on others.", known=known)


def _with_options(values: Mapping[str, Any]) -> str:
    """Return a member of a family with the options that are set: "edsr (n_feats = 64)"."""
    given = {name: value for name, value in values.items() if name != "id" and value is not None}
    options = ", ".join(f"{name} = {_setting(value)}" for name, value in given.items())
    name = str(values.get("id", ""))
    return f"{name} ({options})" if name and options else name or options


def _setting(value: object) -> str:
    """Return a value as its option is written: a member of a family with its options, and 0.3 and 1 without trailing zeros."""
    if isinstance(value, Mapping):
        return _with_options(value)
    return f"{value:.12g}" if isinstance(value, float) else str(value)
