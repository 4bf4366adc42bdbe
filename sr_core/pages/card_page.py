"""What a model says of itself, as a page; and the sections of it that other reports show too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..comparison import BandComparison, Comparison
from ..data.summary import DataSummary
from ..figures import FIGURES, OF_BANDS, known
from ..model_card import band_names, licence, origin
from ..package import PackageInfo
from .charts import learning, learning_rates
from .page import Markup, chart, facts, note, page, paragraph, section, strip, subheading, table

SETTINGS = {
    "objective": "Objective",
    "pretrained": "Started from",
    "epochs": "Epochs",
    "best_epoch": "Weights kept of epoch",
    "batch_size": "Batch size (patches)",
    "patch_size": "Patch size (low-resolution pixels)",
    "learning_rate": "Learning rate",
    "seed": "Seed",
}
"""What is shown first of how a model was trained, and how it is called; all else follows under its own name."""

ELSEWHERE = {"n_train", "n_val", "device", "seconds", "hardware", "val_psnr_bicubic"}
"""What other sections show."""

ADDS = (
    "What a model adds is what such land usually looks like, not a measurement: do not read from it what the "
    "low-resolution image cannot show."
)


def card_page(info: PackageInfo, name: str, thumbnail: bytes | None) -> str:
    """The page of a package called `name`; it refers to nothing outside itself."""
    shown = strip([(thumbnail, "Low resolution | super-resolved")]) if thumbnail else Markup("")
    found = info.metrics
    return page(
        f"{name}: super-resolution {scales(info)}",
        Markup(f'<div style="max-width: 36rem">{shown}</div>') if shown else shown,
        paragraph(ADDS),
        section("Model", facts(model_facts(info))),
        section("Data", facts(data_facts(info))),
        section(
            "Figures",
            *([figures_table(found, name), note(measured_on(found, info))] if found else ()),
        ),
        section("Each band", *([bands_table(found.bands)] if found and found.bands else ())),
        section("Learning", *learning_charts({name: info.training})),
        section("Settings", facts(settings_facts(info))),
        section("Hardware and time", facts(hardware_facts(info))),
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
        rows.append((f"{figure.name} {'↑' if figure.more_is_better else '↓'}", *cells))
    return table(("", name, "Bicubic", "Difference"), rows)


def bands_table(bands: Sequence[BandComparison]) -> Markup:
    """A row for each band; each figure of the model beside that of bicubic."""
    fields = [field for field in known(bands[0].model) if field in OF_BANDS]
    head = ("Band", *(f"{FIGURES[field].name} (bicubic)" for field in fields))
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
    return (
        f"Means over {found.tiles} {found.split} tiles at scale {info.scale}, for a range of {info.data_range:g}; "
        "below them, between what chance may have moved them (95 % intervals)."
    )


def learning_charts(histories: Mapping[str, Mapping[str, Any]]) -> list[Markup]:
    """The curves of trainings, by the models' names."""
    charts = []
    for name, history in histories.items():
        if rates := learning_rates(history.get("lr_find")):
            charts += [
                subheading("Learning-rate test" if len(histories) == 1 else f"Learning-rate test of {name}"),
                chart(rates, "Loss over learning rates"),
            ]
    if curves := learning(histories):
        charts.append(chart(curves, "Loss and validation PSNR of each epoch"))
    return charts


def model_facts(info: PackageInfo) -> dict[str, str]:
    return {
        "Network": _chosen({"id": info.backbone.id, **info.backbone.model_dump(mode="json")}),
        "Scale": scales(info),
        "Bands": ", ".join(band_names(info.bands)),
        "Low resolution": origin(info),
        "Licence": licence(info),
        "Made": info.created or "at an unknown time",
        "With": ", ".join(f"{name} {version}" for name, version in info.versions.items())
        or "unknown versions",
    }


def data_facts(info: PackageInfo) -> dict[str, str]:
    """What it learnt from, as far as that is known."""
    return summary_facts(info.data) | {
        "Pixels": f"{info.dtype or 'physical values'}; range of {info.data_range:g} for PSNR and SSIM",
        "Mean of each band": ", ".join(f"{value:.4g}" for value in info.mean),
        "Standard deviation": ", ".join(f"{value:.4g}" for value in info.std),
    }


def summary_facts(data: DataSummary | None) -> dict[str, str]:
    """Of tiles and where they were cut from."""
    if data is None:
        return {}
    named = ", ".join(data.sources) + (
        f" and {more} more" if (more := data.n_sources - len(data.sources)) > 0 else ""
    )
    return {
        "Tile set": f"{data.folder}: "
        + ", ".join(f"{count} {split}" for split, count in data.tiles.items() if count)
        + f" tiles of {data.tile_size} × {data.tile_size} pixels",
        **({"Low-resolution pixels": f"{data.ground_resolution:.3g} m"} if data.ground_resolution else {}),
        **({"Cut from": named} if data.sources else {}),
        **({"Coordinate system": ", ".join(data.crs)} if data.crs else {}),
    }


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
            rows[SETTINGS.get(name, name.replace("_", " ").capitalize())] = shown
    return rows


def hardware_facts(info: PackageInfo) -> dict[str, str]:
    """On what it was trained, and for how long."""
    training = info.training
    rows = {"Trained on": str(training["device"])} if training.get("device") else {}
    hardware = training.get("hardware")
    if isinstance(hardware, dict):
        rows |= {str(name).capitalize(): str(value) for name, value in hardware.items()}
    seconds = training.get("seconds")
    if isinstance(seconds, int | float):
        rows["Trained for"] = duration(seconds)
    return rows


def duration(seconds: float) -> str:
    """As a person says it."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{seconds:.3g} s"


def _chosen(values: Mapping[str, Any]) -> str:
    """A member of a family and its options."""
    options = ", ".join(f"{name} = {value}" for name, value in values.items() if name != "id")
    name = values.get("id", "")
    return f"{name} ({options})" if name and options else str(name) or options
