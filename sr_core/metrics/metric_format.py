"""The metrics of `Scores` as people read them: titles, order, digits, and a table of models beside bicubic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..i18n import format_number, say
from .bicubic_comparison import Comparison, Interval
from .scores import Scores


class Metric(NamedTuple):
    """How a field of `Scores` is titled and written."""

    name: str
    """In English, with its unit."""
    form: str
    """Format specification of its values."""
    more_is_better: bool
    in_bands: bool = True
    """Whether a single band has it."""
    in_qgis: bool = False
    """Whether the card in QGIS' dialogs, which has little room, shows it."""

    @property
    def title(self) -> str:
        """The name in the reader's language."""
        return say(self.name)

    def text(self, value: float | None) -> str:
        """Return a value as text; a dash where there is none."""
        return "–" if value is None else format_number(value, self.form)

    def difference(self, value: float | None, other: float | None) -> str:
        """Return `value` less `other` as text, with its sign."""
        return "–" if value is None or other is None else format_number(value - other, f"+{self.form}")

    def interval(self, ends: Interval | None, sign: str = "") -> str:
        """Return an interval as text, "" where there is none; with `sign` "+", both ends have a sign."""
        return " … ".join(format_number(end, sign + self.form) for end in ends) if ends else ""


METRICS = {
    "psnr": Metric("PSNR (dB)", ".2f", True, in_qgis=True),
    "ssim": Metric("SSIM", ".4f", True, in_qgis=True),
    "l1": Metric("L1", "#.4g", False),
    "l2": Metric("L2", "#.3g", False),
    "sam": Metric("SAM (°)", ".2f", False, in_bands=False, in_qgis=True),
    "ergas": Metric("ERGAS", ".2f", False),
    "improvement": Metric("Improvement", ".1%", True, in_bands=False),
    "omission": Metric("Omission", ".1%", False, in_bands=False),
    "hallucination": Metric("Hallucination", ".1%", False, in_bands=False),
}
"""By field of `Scores`, in the order in which they are shown."""

FIXED_PATTERN = Metric("Fixed pattern", ".2%", False, in_bands=False)
"""Format of `Comparison.fixed_pattern`, which bicubic resampling does not have."""

FIXED_PATTERN_NOTE = (
    "Fixed pattern: the largest difference between neighbouring pixels that the model produces on a uniform field, as a "
    "share of the range of values; below 0.4 % it is invisible."
)

SHARES = "Of the relevant detail: {improvement} shown correctly, {omission} missing, {hallucination} invented"
"""A line for the log, filled in by `format_metrics`."""


class Table(NamedTuple):
    """Text of a table; in a cell, a line break separates a value from its interval."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]


def loss_name(name: str) -> str:
    """Return what a reader calls a loss; the parts of one are named as in the curves of TensorBoard."""
    return say("loss") if name == "loss" else name


def format_metrics(scores: Scores) -> dict[str, str]:
    """Return the fields of `Scores` as text."""
    return {field: metric.text(getattr(scores, field)) for field, metric in METRICS.items()}


def measured_metrics(*scores: Scores) -> list[str]:
    """Return the fields that at least one of these has: older packages have fewer."""
    return [field for field in METRICS if any(getattr(each, field) is not None for each in scores)]


def metrics_table(models: Sequence[tuple[str, Comparison]]) -> Table:
    """Return a row for each metric, a column for each model and for bicubic; of one model also the difference.

    Args:
        models: Names of models, and their comparisons on the same tiles.
    """
    first = models[0][1]
    sides = [(each.model, each.intervals.model) for _, each in models]
    sides.append((first.bicubic, first.intervals.bicubic))
    header = ["", *(name for name, _ in models), say("Bicubic")]
    if len(models) == 1:
        header.append(say("Difference"))
    rows = []
    for field in measured_metrics(first.model, first.bicubic):
        metric = METRICS[field]
        cells = [
            (metric.text(getattr(scores, field)), metric.interval(ends.get(field))) for scores, ends in sides
        ]
        if len(models) == 1:
            gain = metric.difference(getattr(first.model, field), getattr(first.bicubic, field))
            cells.append((gain, metric.interval(first.intervals.gain.get(field), "+")))
        arrow = "↑" if metric.more_is_better else "↓"
        rows.append([f"{metric.title} {arrow}", *("\n".join(filter(None, cell)) for cell in cells)])
    if any(each.fixed_pattern is not None for _, each in models):
        values = [FIXED_PATTERN.text(each.fixed_pattern) for _, each in models]
        values += [FIXED_PATTERN.text(0.0), FIXED_PATTERN.difference(first.fixed_pattern, 0.0)]
        rows.append([f"{FIXED_PATTERN.title} ↓", *values[: len(header) - 1]])
    return Table(header, rows)


def fixed_pattern_note(comparisons: Iterable[Comparison]) -> str:
    """Return the sentence that explains the row of the fixed pattern in their table; "" where it has none."""
    return say(FIXED_PATTERN_NOTE) if any(each.fixed_pattern is not None for each in comparisons) else ""
