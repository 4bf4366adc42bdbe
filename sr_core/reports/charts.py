"""The plots of reports: how training went, and how tiles differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..evaluation.metric_format import loss_name
from ..i18n import say
from .html import FAINT, INK, RULE

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = ("#0b6e99", "#c1560b", "#2a8f4a", "#8a4fa3", "#a33b3b", "#7a6a00")
"""Of models, in their order; dark enough to print, and told apart by people who see no red or no green."""

WIDTH = 9.6
"""Inches, at which text of a chart is as large as that of the page."""


def gains(names: Sequence[str], values: Sequence[Sequence[float]]) -> Figure:
    """Gain over bicubic in dB of every tile, from the least to the greatest; a line for each model."""
    figure, (axes,) = _figure(1, 2.7)
    axes.axhline(0, color=INK, linewidth=0.8)
    for name, gain, colour in zip(names, values, _cycled(len(names)), strict=True):
        steps = [share / len(gain) * 100 for share in range(len(gain) + 1)]
        axes.stairs(sorted(gain), steps, color=colour, linewidth=1.8, label=name, baseline=None)
    axes.set(xlim=(0, 100))
    axes.set(xlabel=say("tiles, from the least gain to the greatest (%)"), ylabel=say("dB over bicubic"))
    _named(axes, len(names) > 1)
    return figure


def learning(histories: Mapping[str, Mapping[str, Any]]) -> Figure | None:
    """Loss and validation PSNR of each epoch, as packages record them, by name; none where none has any."""
    told = {name: history for name, history in histories.items() if history.get("loss")}
    if not told:
        return None
    from matplotlib.ticker import MaxNLocator

    figure, (loss, psnr) = _figure(2, 3.1)
    for (name, history), colour in zip(told.items(), _cycled(len(told)), strict=True):
        many = range(1, len(history["loss"]) + 1)
        parts = history.get("losses") or []
        loss.plot(many, history["loss"], color=colour, label=name if len(told) > 1 else _headline(parts))
        if len(told) == 1:
            _other_losses(loss, parts)
            if values := history.get("val_loss"):
                _of_epochs(loss, values, color=colour, linestyle=":", label=say("validation"))
                loss.lines[0].set_label(_headline(parts) or say("training"))
        if values := history.get("val_psnr"):
            psnr.plot(
                range(1, len(values) + 1), values, color=colour, label=name if len(told) > 1 else say("model")
            )
            if best := history.get("best_epoch"):
                psnr.plot(best, values[best - 1], "o", color=colour, label=_once(psnr, say("weights kept")))
        if (plain := history.get("val_psnr_bicubic")) is not None:
            psnr.axhline(plain, color=FAINT, linestyle="--", linewidth=1.2, label=_once(psnr, say("bicubic")))
    if _spans_decades(told.values()):
        loss.set_yscale("log")
    loss.set(xlabel=say("epoch"), ylabel=say("loss"))
    psnr.set(xlabel=say("epoch"), ylabel=say("validation PSNR (dB)"))
    for axes in (loss, psnr):
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        _named(axes, len(axes.get_legend_handles_labels()[0]) > 1)
    return figure


def learning_rates(found: Mapping[str, Any] | None) -> Figure | None:
    """The loss over the learning rates of a range test; none where there was none."""
    if not found or not found.get("rates"):
        return None
    figure, (axes,) = _figure(1, 2.7)
    axes.plot(found["rates"], found["losses"], color=COLOURS[0])
    axes.set_xscale("log")
    axes.set(xlabel=say("learning rate"), ylabel=say("loss"))
    fall = found["losses"][0] - min(found["losses"])
    if fall > 0:  # the leap at the end is many times as high as what is to be seen
        axes.set_ylim(min(found["losses"]) - 0.2 * fall, found["losses"][0] + fall)
    if chosen := found.get("chosen"):
        axes.axvline(chosen, color=COLOURS[1], linestyle="--", label=say("chosen: {rate:.2g}", rate=chosen))
        _named(axes, True)
    return figure


def _figure(columns: int, height: float) -> tuple[Figure, list[Axes]]:
    from matplotlib.figure import Figure  # slow to import, and most jobs draw nothing

    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    axes = list(figure.subplots(1, columns, squeeze=False)[0])
    for each in axes:
        each.grid(True, color=RULE, linewidth=0.7)
        each.set_axisbelow(True)
        each.tick_params(colors=FAINT, labelcolor=INK)
        each.spines[["top", "right"]].set_visible(False)
        each.spines[["left", "bottom"]].set_color(FAINT)
    return figure, axes


def _of_epochs(axes: Axes, values: Sequence[float | None], **style: Any) -> None:
    """A line; epochs without a value are left out."""
    known = [(epoch, value) for epoch, value in enumerate(values, start=1) if value is not None]
    axes.plot([epoch for epoch, _ in known], [value for _, value in known], **style)


def _cycled(count: int) -> list[str]:
    return [COLOURS[i % len(COLOURS)] for i in range(count)]


def _named(axes: Axes, shown: bool) -> None:
    if shown:
        axes.legend(frameon=False, fontsize=9)


def _once(axes: Axes, label: str) -> str | None:
    """The label, if no line has it yet."""
    return None if label in axes.get_legend_handles_labels()[1] else label


def _headline(parts: Sequence[Mapping[str, float]]) -> str | None:
    """What the first loss is called, where there are several."""
    names = list(dict.fromkeys(name for part in parts for name in part))
    return loss_name(names[0]) if len(names) > 1 else None


def _other_losses(axes: Axes, parts: Sequence[Mapping[str, float]]) -> None:
    """The parts beside the headline, as lines of their own."""
    names = list(dict.fromkeys(name for part in parts for name in part))[1:]
    for name, colour in zip(names, _cycled(len(names) + 1)[1:], strict=True):
        known = [(epoch, part[name]) for epoch, part in enumerate(parts, start=1) if name in part]
        axes.plot(*zip(*known, strict=True), color=colour, linewidth=1, label=loss_name(name))


def _spans_decades(histories: Iterable[Mapping[str, Any]]) -> bool:
    """Whether losses are better told apart on a logarithmic scale, and can be."""
    values: list[float] = [
        value
        for history in histories
        for part in history.get("losses") or [{"loss": each} for each in history["loss"]]
        for value in part.values()
    ]
    return min(values) > 0 and max(values) > 10 * min(values)
