"""Metrics as people read them: one title, order and number of digits wherever they are shown."""

from __future__ import annotations

import pytest

from sr_core.jobs import publish_schema
from sr_core.metrics.bicubic_comparison import Comparison, Intervals
from sr_core.metrics.metric_format import METRICS, format_metrics, measured_metrics, metrics_table
from sr_core.metrics.scores import Scores

SCORES = Scores(psnr=21, ssim=0.5, sam=None, ergas=2, l1=0.01)
PLAIN = Scores(psnr=20, ssim=0.4, sam=None, ergas=2.5)


def comparison(scores):
    intervals = Intervals(model={"psnr": (20.5, 21.5)}, bicubic={"psnr": (19, 21)}, gain={"psnr": (0.9, 1.1)})
    return Comparison(split="test", tiles=9, model=scores, bicubic=PLAIN, intervals=intervals)


def test_every_score_is_a_metric():
    assert set(METRICS) == set(Scores.model_fields)
    assert format_metrics(SCORES) == {
        "psnr": "21.00", "ssim": "0.5000", "l1": "0.01000", "l2": "–", "sam": "–", "ergas": "2.00",
        "improvement": "–", "omission": "–", "hallucination": "–",
    }  # fmt: skip
    assert measured_metrics(PLAIN) == ["psnr", "ssim", "ergas"]


def test_of_one_model_the_difference_is_shown():
    header, rows = metrics_table([("m", comparison(SCORES))])
    assert header == ["", "m", "Bicubic", "Difference"]
    assert rows == [
        ["PSNR (dB) ↑", "21.00\n20.50 … 21.50", "20.00\n19.00 … 21.00", "+1.00\n+0.90 … +1.10"],
        ["SSIM ↑", "0.5000", "0.4000", "+0.1000"],
        ["L1 ↓", "0.01000", "–", "–"],
        ["ERGAS ↓", "2.00", "2.50", "-0.50"],
    ]


def test_models_of_one_name_have_a_column_each():
    header, rows = metrics_table([("m", comparison(SCORES)), ("m", comparison(PLAIN))])
    assert header == ["", "m", "m", "Bicubic"] and all(len(row) == 4 for row in rows)
    assert rows[1] == ["SSIM ↑", "0.5000", "0.4000", "0.4000"]


@pytest.mark.parametrize("job", ["evaluate_model", "train_model", "inspect_model"])
def test_results_of_jobs_have_the_titles_of_their_metrics(job):
    shown = 0
    for field, spec in publish_schema()["jobs"][job]["result"].items():
        if metric := METRICS.get(field.removeprefix("bicubic_")):
            name, bracket, unit = metric.name.partition(" (")
            whose = "bicubic" if field.startswith("bicubic_") else "the model"
            assert spec["title"] == f"{name} of {whose}{bracket}{unit}"
            shown += 1
    assert shown > 3


def test_qgis_is_told_the_titles_and_formats_of_what_it_shows():
    shown = publish_schema()["card"]["metrics"]
    assert list(shown) == ["psnr", "ssim", "sam"]
    for field, metric in shown.items():
        assert metric == {"title": METRICS[field].name, "format": METRICS[field].form}
