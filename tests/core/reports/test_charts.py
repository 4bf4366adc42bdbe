"""Charts: what the lines show."""

from __future__ import annotations

import pytest

from sr_core.reports.charts import plot_gains, plot_learning, plot_learning_rates

from ..support.report_models import HISTORY


def test_charts_say_what_the_training_recorded():
    curves = plot_learning({"m": HISTORY})
    loss, psnr = curves.axes
    assert list(loss.lines[0].get_ydata()) == [1, 0.5] and loss.get_yscale() == "linear"
    assert list(psnr.lines[0].get_ydata()) == [20, 21.5]
    assert (psnr.lines[1].get_xdata()[0], psnr.lines[1].get_ydata()[0]) == (2, 21.5)
    assert psnr.lines[2].get_ydata()[0] == 20.5
    found = plot_learning_rates(HISTORY["lr_find"]).axes[0]
    assert list(found.lines[0].get_xdata()) == [1e-4, 1e-3, 1e-2] and found.lines[1].get_xdata()[0] == 7e-4
    assert found.get_ylim()[1] == pytest.approx(1.6)
    assert plot_learning({"imported": {}}) is None and plot_learning_rates(None) is None


def test_losses_over_decades_are_told_apart():
    assert plot_learning({"m": {"loss": [1.0, 0.05]}}).axes[0].get_yscale() == "log"


def test_losses_of_several_parts_are_lines_of_their_own_even_below_zero():
    parts = [{"total": 1.0}, {"total": 0.5, "adversarial": -0.2}]
    loss = plot_learning({"m": {"loss": [1.0, 0.5], "losses": parts}}).axes[0]
    assert [line.get_label() for line in loss.lines] == ["total", "adversarial"]
    assert list(loss.lines[1].get_xdata()) == [2] and loss.get_yscale() == "linear"


def test_every_tile_is_a_step_of_the_chart_of_gains():
    axes = plot_gains([("m", [3, -1, 2, 0])]).axes[0]
    steps = axes.patches[0].get_data()
    assert list(steps.values) == [-1, 0, 2, 3] and list(steps.edges) == [0, 25, 50, 75, 100]


def test_the_loss_on_validation_tiles_is_shown_where_it_is_known():
    loss = plot_learning({"m": {"loss": [1, 0.5, 0.4], "val_loss": [1.2, None, 0.7]}}).axes[0]
    assert [line.get_label() for line in loss.lines] == ["training", "validation"]
    assert list(loss.lines[1].get_xdata()) == [1, 3] and list(loss.lines[1].get_ydata()) == [1.2, 0.7]
