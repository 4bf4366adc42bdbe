"""The plots of reports: how training went, and how tiles differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ..evaluation.metric_format import loss_name
from ..i18n import say
from .plot_style import FAINT, INK, plot_style, svg

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = ("#0b6e99", "#c1560b", "#2a8f4a", "#8a4fa3", "#a33b3b", "#7a6a00")
"""Of models, in their order; dark enough to print, and distinct to people who see no red or no green."""

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
def gains(names: Sequence[str], values: Sequence[Sequence[float]]) -> Figure:
    """Plot the gain over bicubic in dB of every tile, from the least to the greatest; a line for each model."""
    figure, (axes,) = _figure(1, 2.7)
    axes.axhline(0, color=INK, linewidth=0.8)
    for name, gain, colour in zip(names, values, _colours(len(names)), strict=True):
        steps = [share / len(gain) * 100 for share in range(len(gain) + 1)]
        axes.stairs(sorted(gain), steps, color=colour, linewidth=1.8, label=name, baseline=None)
    axes.set(xlim=(0, 100))
    axes.set(xlabel=say("tiles, from the least gain to the greatest (%)"), ylabel=say("dB over bicubic"))
    if len(names) > 1:
        axes.legend()
    return figure


@chart_style
def learning(histories: Mapping[str, Mapping[str, Any]]) -> Figure | None:
    """Plot loss and validation PSNR of each epoch, as packages record them, by name; None where none has any."""
    recorded = {name: history for name, history in histories.items() if history.get("loss")}
    if not recorded:
        return None
    from matplotlib.ticker import MaxNLocator

    figure, (loss, psnr) = _figure(2, 3.1)
    single = len(recorded) == 1
    for (name, history), colour in zip(recorded.items(), _colours(len(recorded)), strict=True):
        parts = history.get("losses") or []
        _plot_epochs(loss, history["loss"], color=colour, label=_main_loss(parts) if single else name)
        if single:
            _plot_other_losses(loss, parts)
            if values := history.get("val_loss"):
                _plot_epochs(loss, values, color=colour, linestyle=":", label=say("validation"))
                loss.lines[0].set_label(_main_loss(parts) or say("training"))
        if values := history.get("val_psnr"):
            _plot_epochs(psnr, values, color=colour, label=say("model") if single else name)
            if best := history.get("best_epoch"):
                psnr.plot(best, values[best - 1], "o", color=colour, label=_once(psnr, say("weights kept")))
        if (plain := history.get("val_psnr_bicubic")) is not None:
            psnr.axhline(plain, color=FAINT, linestyle="--", linewidth=1.2, label=_once(psnr, say("bicubic")))
    if _spans_decades(recorded.values()):
        loss.set_yscale("log")
    loss.set(xlabel=say("epoch"), ylabel=say("loss"))
    psnr.set(xlabel=say("epoch"), ylabel=say("validation PSNR (dB)"))
    for axes in (loss, psnr):
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        if len(axes.get_legend_handles_labels()[0]) > 1:
            axes.legend()
    return figure


@chart_style
def learning_rates(range_test: Mapping[str, Any] | None) -> Figure | None:
    """Plot the loss over the learning rates of a range test; None where there was none."""
    if not range_test or not range_test.get("rates"):
        return None
    figure, (axes,) = _figure(1, 2.7)
    axes.plot(range_test["rates"], range_test["losses"], color=COLOURS[0])
    axes.set_xscale("log")
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
        if rates := learning_rates(history.get("lr_find")):
            single = len(histories) == 1
            heading = (
                say("Learning-rate test") if single else say("Learning-rate test of {model}", model=name)
            )
            charts.append(Chart(svg(rates), say("Loss over learning rates"), heading))
    if curves := learning(histories):
        charts.append(Chart(svg(curves), say("Loss and validation PSNR of each epoch")))
    return charts


def _figure(columns: int, height: float) -> tuple[Figure, list[Axes]]:
    from matplotlib.figure import Figure  # slow to import, and most jobs draw nothing

    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    return figure, list(figure.subplots(1, columns, squeeze=False)[0])


def _plot_epochs(axes: Axes, values: Sequence[float | None], **style: Any) -> None:
    """Plot a line over epochs; those without a value are left out."""
    known = [(epoch, value) for epoch, value in enumerate(values, start=1) if value is not None]
    axes.plot(*zip(*known, strict=True), **style)


def _plot_other_losses(axes: Axes, parts: Sequence[Mapping[str, float]]) -> None:
    """Plot the parts of the loss beside the main one."""
    names = _losses(parts)[1:]
    for name, colour in zip(names, _colours(len(names) + 1)[1:], strict=True):
        _plot_epochs(
            axes, [part.get(name) for part in parts], color=colour, linewidth=1, label=loss_name(name)
        )


def _losses(parts: Sequence[Mapping[str, float]]) -> list[str]:
    return list(dict.fromkeys(name for part in parts for name in part))


def _main_loss(parts: Sequence[Mapping[str, float]]) -> str | None:
    """Return the name of the first loss, where there are several."""
    names = _losses(parts)
    return loss_name(names[0]) if len(names) > 1 else None


def _colours(count: int) -> list[str]:
    return [COLOURS[i % len(COLOURS)] for i in range(count)]


def _once(axes: Axes, label: str) -> str | None:
    """Return the label, if no line has it yet."""
    return None if label in axes.get_legend_handles_labels()[1] else label


def _spans_decades(histories: Iterable[Mapping[str, Any]]) -> bool:
    """Return whether losses need a logarithmic scale to be distinguished, and none is negative or 0."""
    values: list[float] = [
        value
        for history in histories
        for part in history.get("losses") or [{"loss": each} for each in history["loss"]]
        for value in part.values()
    ]
    return min(values) > 0 and max(values) > 10 * min(values)
