"""What a model says of itself, as a page; and the sections of it that other reports show too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..datasets.summary import DataSummary
from ..datasets.tileset import counted, tiles_of
from ..device import hardware_facts as computer
from ..device import in_words
from ..evaluation.comparison import BandComparison, Comparison
from ..evaluation.metric_format import FIGURES, OF_BANDS, known
from ..i18n import say
from ..package.card import band_names, licence, made, origin, versions
from ..package.info import PackageInfo
from .charts import learning, learning_rates
from .html import Markup, chart, facts, note, page, paragraph, section, strip, subheading, table

SETTINGS = {
    "objective": "Objective",
    "pretrained": "Started from",
    "epochs": "Epochs",
    "best_epoch": "Weights kept of epoch",
    "batch_size": "Batch size (patches)",
    "patch_size": "Patch size (low-resolution pixels)",
    "learning_rate": "Learning rate",
    "seed": "Seed",
    "optimisation": "Optimisation",
    "monitor": "Monitor",
    "patience": "Patience",
    "jitter": "Jitter",
    "cutblur": "Cutblur",
    "freeze": "Freeze",
    "imported": "Imported",
    "layout": "Layout",
}
"""What is shown of how a model was trained, in this order, and how it is called; all else follows under its own name."""

ELSEWHERE = {"n_train", "n_val", "device", "seconds", "hardware", "val_psnr_bicubic"}
"""What other sections show."""

ADDS = (
    "What a model adds is what such land usually looks like, not a measurement: do not read from it what the "
    "low-resolution image cannot show."
)


def card_page(info: PackageInfo, name: str, thumbnail: bytes | None) -> str:
    """The page of a package called `name`; it refers to nothing outside itself."""
    shown = strip([(thumbnail, say("Low resolution | super-resolved"))]) if thumbnail else Markup("")
    found = info.metrics
    return page(
        say("{name}: super-resolution {scales}", name=name, scales=scales(info)),
        Markup(f'<div style="max-width: 36rem">{shown}</div>') if shown else shown,
        paragraph(say(ADDS)),
        section(say("Model"), facts(model_facts(info))),
        section(say("Data"), facts(data_facts(info))),
        section(
            say("Figures"),
            *([figures_table(found, name), note(measured_on(found, info))] if found else ()),
        ),
        section(say("Each band"), *([bands_table(found.bands)] if found and found.bands else ())),
        section(say("Learning"), *learning_charts({name: info.training})),
        section(say("Settings"), facts(settings_facts(info))),
        section(say("Hardware and time"), facts(hardware_facts(info))),
    )


def scales(info: PackageInfo) -> str:
    return ", ".join(f"×{scale}" for scale in info.scales)


def figures_table(found: Comparison, name: str) -> Markup:
    """Model, bicubic and the difference, a row for each figure, with intervals."""
    rows = []
    for field in known(found.model, found.bicubic):
        figure, mine, plain = FIGURES[field], getattr(found.model, field), getattr(found.bicubic, field)
        spans = (found.intervals.model, found.intervals.bicubic, found.intervals.gain)
        texts = (figure.text(mine), figure.text(plain), figure.difference(mine, plain))
        cells = [
            f"{text}\n{figure.interval(span.get(field), sign)}".strip()
            for text, span, sign in zip(texts, spans, ("", "", "+"), strict=True)
        ]
        rows.append((f"{figure.title} {'↑' if figure.more_is_better else '↓'}", *cells))
    return table(("", name, say("Bicubic"), say("Difference")), rows)


def bands_table(bands: Sequence[BandComparison]) -> Markup:
    """A row for each band; each figure of the model beside that of bicubic."""
    fields = [field for field in known(bands[0].model) if field in OF_BANDS]
    head = (say("Band"), *(say("{figure} (bicubic)", figure=FIGURES[field].title) for field in fields))
    rows = []
    for name, band in zip(band_names(tuple(band.name for band in bands)), bands, strict=True):
        cells = (
            f"{FIGURES[field].text(getattr(band.model, field))} ({FIGURES[field].text(getattr(band.bicubic, field))})"
            for field in fields
        )
        rows.append((name, *cells))
    return table(head, rows)


def measured_on(found: Comparison, info: PackageInfo) -> str:
    """What the figures are of."""
    return say(
        "Means over {count} {tiles} at scale {scale}, for a range of {range:g}; below them, between what chance may have "
        "moved them (95 % intervals).",
        count=found.tiles,
        tiles=tiles_of(found.split),
        scale=info.scale,
        range=info.data_range,
    )


def learning_charts(histories: Mapping[str, Mapping[str, Any]]) -> list[Markup]:
    """The curves of trainings, by the models' names."""
    charts = []
    for name, history in histories.items():
        if rates := learning_rates(history.get("lr_find")):
            one = len(histories) == 1
            charts += [
                subheading(
                    say("Learning-rate test") if one else say("Learning-rate test of {model}", model=name)
                ),
                chart(rates, say("Loss over learning rates")),
            ]
    if curves := learning(histories):
        charts.append(chart(curves, say("Loss and validation PSNR of each epoch")))
    return charts


def model_facts(info: PackageInfo) -> dict[str, str]:
    return {
        say("Network"): _chosen({"id": info.backbone.id, **info.backbone.model_dump(mode="json")}),
        say("Scale"): scales(info),
        say("Bands"): ", ".join(band_names(info.bands)),
        say("Low resolution"): origin(info),
        say("Licence"): licence(info),
        say("Made"): made(info),
        say("With"): versions(info),
    }


def data_facts(info: PackageInfo) -> dict[str, str]:
    """What it learnt from, as far as that is known."""
    return summary_facts(info.data) | {
        say("Pixels"): say(
            "{type}; range of {range:g} for PSNR and SSIM",
            type=info.dtype or say("physical values"),
            range=info.data_range,
        ),
        say("Mean of each band"): ", ".join(f"{value:.4g}" for value in info.mean),
        say("Standard deviation"): ", ".join(f"{value:.4g}" for value in info.std),
    }


def summary_facts(data: DataSummary | None) -> dict[str, str]:
    """Of tiles and where they were cut from."""
    if data is None:
        return {}
    named = ", ".join(data.sources)
    if (more := data.n_sources - len(data.sources)) > 0:
        named = say("{rasters} and {count} more", rasters=named, count=more)
    rows = {
        say("Tile set"): say(
            "{folder}: {counts} tiles of {size} × {size} pixels",
            folder=data.folder,
            counts=counted({split: count for split, count in data.tiles.items() if count}),
            size=data.tile_size,
        )
    }
    if data.ground_resolution:
        rows[say("Low-resolution pixels")] = say("{size:.3g} m", size=data.ground_resolution)
    if data.sources:
        rows[say("Cut from")] = named
    if data.crs:
        rows[say("Coordinate system")] = ", ".join(data.crs)
    return rows


def settings_facts(info: PackageInfo) -> dict[str, str]:
    """How it was trained."""
    training = info.training
    names = [name for name in SETTINGS if name in training]
    names += [name for name in training if name not in SETTINGS and name not in ELSEWHERE]
    rows = {}
    for name in names:
        value = training[name]
        if value is not None and not isinstance(value, list) and name != "lr_find":
            shown = _chosen(value) if isinstance(value, dict) else str(value)
            title = say(SETTINGS[name]) if name in SETTINGS else name.replace("_", " ").capitalize()
            rows[title] = shown
    return rows


def hardware_facts(info: PackageInfo) -> dict[str, str]:
    """On what it was trained, and for how long."""
    training = info.training
    rows = {say("Trained on"): in_words(str(training["device"]))} if training.get("device") else {}
    hardware = training.get("hardware")
    if isinstance(hardware, dict):
        rows |= computer(hardware)
    seconds = training.get("seconds")
    if isinstance(seconds, int | float):
        rows[say("Trained for")] = duration(seconds)
    return rows


def duration(seconds: float) -> str:
    """As a person says it."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return say("{hours} h {minutes} min", hours=hours, minutes=minutes)
    if minutes:
        return say("{minutes} min {seconds} s", minutes=minutes, seconds=rest)
    return say("{seconds:.3g} s", seconds=seconds)


def _chosen(values: Mapping[str, Any]) -> str:
    """A member of a family and its options."""
    options = ", ".join(f"{name} = {value}" for name, value in values.items() if name != "id")
    name = values.get("id", "")
    return f"{name} ({options})" if name and options else str(name) or options
