"""The plots of reports: how training went, and how tiles differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from ..i18n import say
from ..metrics.metric_format import loss_name
from ..package.error_table import HIGHEST, LOWEST
from .plot_style import FAINT, INK, plot_style, svg

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis
    from matplotlib.figure import Figure

    from ..evaluation.error_calibration import Reliability

COLOURS = ("#0b6e99", "#c1560b", "#2a8f4a", "#8a4fa3", "#a33b3b", "#7a6a00")
"""Colours of models, in order; dark enough to print, and distinct to people who see no red or no green."""

WIDTH = 9.6
"""Inches, at which text of a chart is as large as that of the page."""

chart_style = plot_style(
    {
        "axes.grid": True,
        "axes.axisbelow": True,
        "axes.edgecolor": FAINT,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "xtick.labelcolor": INK,
        "ytick.labelcolor": INK,
    }
)


class Chart(NamedTuple):
    """A plot for a page."""

    svg: bytes
    alt: str
    """What it shows, for those who cannot see it."""
    heading: str = ""


@chart_style
def plot_gains(models: Sequence[tuple[str, Sequence[float]]]) -> Figure:
    """Plot the gain over bicubic in dB of every tile, from the least to the greatest; a line for each model by name."""
    figure, (axes,) = _figure(1, 2.7)
    axes.axhline(0, color=INK, linewidth=0.8)
    for (name, gain), colour in zip(models, _colours(len(models)), strict=True):
        steps = [share / len(gain) * 100 for share in range(len(gain) + 1)]
        axes.stairs(sorted(gain), steps, color=colour, linewidth=1.8, label=name, baseline=None)
    axes.set(
        xlim=(0, 100),
        xlabel=say("tiles, from the least gain to the greatest (%)"),
        ylabel=say("dB over bicubic"),
    )
    if len(models) > 1:
        axes.legend()
    return figure


@chart_style
def plot_learning(histories: Mapping[str, Mapping[str, Any]]) -> Figure | None:
    """Plot loss and validation PSNR of each epoch, as packages record them, by name; None where none has any."""
    recorded = {name: history for name, history in histories.items() if history.get("loss")}
    if not recorded:
        return None
    from matplotlib.ticker import MaxNLocator

    figure, (loss, psnr) = _figure(2, 3.1)
    single = len(recorded) == 1
    for (name, history), colour in zip(recorded.items(), _colours(len(recorded)), strict=True):
        if single:
            _plot_losses(loss, history)
        else:
            _plot_epochs(loss, history["loss"], color=colour, label=name)
        if values := history.get("val_psnr"):
            _plot_epochs(psnr, values, color=colour, label=say("model") if single else name)
            if best := history.get("best_epoch"):
                psnr.plot(best, values[best - 1], "o", color=colour, label=_once(psnr, say("weights kept")))
        if (plain := history.get("val_psnr_bicubic")) is not None:
            psnr.axhline(plain, color=FAINT, linestyle="--", linewidth=1.2, label=_once(psnr, say("bicubic")))
    shown = np.concatenate([np.asarray(line.get_ydata(), float) for line in loss.lines])
    if shown.min() > 0 and shown.max() > 10 * shown.min():
        loss.set_yscale("log")
        _label_plainly(loss.yaxis)
    loss.set(xlabel=say("epoch"), ylabel=say("loss"))
    psnr.set(xlabel=say("epoch"), ylabel=say("validation PSNR (dB)"))
    for axes in (loss, psnr):
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        if len(axes.get_legend_handles_labels()[0]) > 1:
            axes.legend()
    return figure


@chart_style
def reliability_diagram(models: Sequence[tuple[str, Reliability]]) -> Figure:
    """Plot which coverages are reached over those stated, and mean half-widths as a share of that without bins."""
    figure, (reached, width) = _figure(2, 3.1)
    reached.plot((LOWEST, HIGHEST), (LOWEST, HIGHEST), color=INK, linewidth=0.8, label=say("as stated"))
    for (name, found), colour in zip(models, _colours(len(models)), strict=True):
        reached.plot(found.stated, 100 * found.reached, color=colour, label=name)
        width.plot(found.stated, 100 * (1 - found.narrower), color=colour, label=name)
    width.axhline(100, color=FAINT, linestyle="--", linewidth=1.2, label=say("one constant for all pixels"))
    reached.set(xlabel=say("stated coverage (%)"), ylabel=say("reached coverage (%)"))
    width.set(xlabel=say("stated coverage (%)"), ylabel=say("mean half-width (% of one constant)"))
    width.set_ylim(bottom=0)
    for axes in (reached, width):
        axes.legend()
    return figure


@chart_style
def plot_learning_rates(range_test: Mapping[str, Any] | None) -> Figure | None:
    """Plot the loss over the learning rates of a range test; None where there was none."""
    if not range_test or not range_test.get("rates"):
        return None
    figure, (axes,) = _figure(1, 2.7)
    axes.plot(range_test["rates"], range_test["losses"], color=COLOURS[0])
    axes.set_xscale("log")
    _label_plainly(axes.xaxis)
    axes.set(xlabel=say("learning rate"), ylabel=say("loss"))
    fall = range_test["losses"][0] - min(range_test["losses"])
    if fall > 0:  # the leap at the end is many times as high as what is to be seen
        axes.set_ylim(min(range_test["losses"]) - 0.2 * fall, range_test["losses"][0] + fall)
    if chosen := range_test.get("chosen"):
        axes.axvline(chosen, color=COLOURS[1], linestyle="--", label=say("chosen: {rate:.2g}", rate=chosen))
        axes.legend()
    return figure


def learning_charts(histories: Mapping[str, Mapping[str, Any]]) -> list[Chart]:
    """Return the curves of trainings, by the models' names."""
    charts = []
    for name, history in histories.items():
        if rates := plot_learning_rates(history.get("lr_find")):
            single = len(histories) == 1
            heading = (
                say("Learning-rate test") if single else say("Learning-rate test of {model}", model=name)
            )
            charts.append(Chart(svg(rates), say("Loss over learning rates"), heading))
    if curves := plot_learning(histories):
        charts.append(Chart(svg(curves), say("Loss and validation PSNR of each epoch")))
    return charts


def _label_plainly(axis: Axis) -> None:
    """Label a logarithmic axis without mathematical markup, which `plot_style` leaves as it is."""
    from matplotlib.ticker import LogFormatter  # slow to import, and most jobs draw nothing

    axis.set_major_formatter(LogFormatter())
    axis.set_minor_formatter(LogFormatter(labelOnlyBase=False))


def _figure(columns: int, height: float) -> tuple[Figure, list[Axes]]:
    from matplotlib.figure import Figure  # slow to import, and most jobs draw nothing

    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    return figure, list(figure.subplots(1, columns, squeeze=False)[0])


def _plot_epochs(axes: Axes, values: Sequence[float | None], **style: Any) -> None:
    """Plot a line over epochs; those without a value are left out."""
    known = [(epoch, value) for epoch, value in enumerate(values, start=1) if value is not None]
    axes.plot(*zip(*known, strict=True), **style)


def _plot_losses(axes: Axes, history: Mapping[str, Any]) -> None:
    """Plot the loss of one training, its parts where it has several, and the loss on validation tiles."""
    parts: Sequence[Mapping[str, float]] = history.get("losses") or []
    main, *others = dict.fromkeys(name for part in parts for name in part) or ["loss"]
    label = loss_name(main) if others else say("training") if history.get("val_loss") else None
    _plot_epochs(axes, history["loss"], color=COLOURS[0], label=label)
    for name, colour in zip(others, _colours(len(others) + 1)[1:], strict=True):
        _plot_epochs(
            axes, [part.get(name) for part in parts], color=colour, linewidth=1, label=loss_name(name)
        )
    if values := history.get("val_loss"):
        _plot_epochs(axes, values, color=COLOURS[0], linestyle=":", label=say("validation"))


def _colours(count: int) -> list[str]:
    return [COLOURS[i % len(COLOURS)] for i in range(count)]


def _once(axes: Axes, label: str) -> str | None:
    """Return the label, if no line has it yet."""
    return None if label in axes.get_legend_handles_labels()[1] else label
