"""Evaluation: its report, its pictures, and the job that makes them."""

from __future__ import annotations

import base64
import io
import re
from html.parser import HTMLParser

import numpy as np
import pytest
from matplotlib.image import imread

from sr_core.datasets.data_summary import DataSummary
from sr_core.errors import InputError
from sr_core.evaluation.fixed_pattern import measure_fixed_pattern
from sr_core.evaluation.tile_scores import compare, summarize
from sr_core.inference.predictor import build_predictor
from sr_core.jobs import Job, Log, Progress
from sr_core.reports.evaluation_report import EvaluatedModel, render_report

from ..support.report_models import HISTORY, package_for, tile
from ..support.small_trainings import run_to_end


class Page(HTMLParser):
    """What a browser would fetch, and whether all that is opened is closed."""

    def __init__(self, text):
        super().__init__()
        self.links, self.open, self.tags = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in {"src", "href", "data", "srcset"}]
        if tag not in {"meta", "img", "br", "html", "p"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in {"html", "p"}:
            assert self.open.pop() == tag


def subject(tileset, scores, name="m", **changes):
    package = package_for(tileset, **changes)
    return EvaluatedModel(name, package, scores, summarize("test", scores, tileset.info.bands))


def test_the_report_is_one_sound_page_that_needs_nothing_else(make_tileset):
    tileset = make_tileset(test=3)
    package = package_for(tileset, training=HISTORY, created="<now>", licence="CC0 & more")
    scores = run_to_end(compare(build_predictor(package), tileset, "test"))[1]
    found = summarize("test", scores, tileset.info.bands)
    text = render_report(
        [EvaluatedModel("<b>my</b> model.srpk", package, scores, found)],
        tileset,
        "test",
        {"Measured on": "a <CPU>"},
    )
    page = Page(text)
    assert page.open == [] and page.tags.count("img") == 15 + 3  # five of each tile, three charts
    assert all(re.match(r"data:image/(png|svg\+xml);base64,", link) for link in page.links)
    assert not re.search(r"https?://|url\(|<script", text)
    assert "&lt;b&gt;my&lt;/b&gt;" in text and "<b>my" not in text and "&lt;now&gt;" in text
    for each in (found.model, found.bicubic):
        assert f"{each.psnr:.2f}" in text and f"{each.ssim:.4f}" in text and f"{each.sam:.2f}" in text
        assert f"{each.hallucination:.1%}" in text
    for told in (
        "Epochs",
        "red, green, nir",
        "1 min 15 s",
        "CC0 &amp; more",
        "pixel (criterion = l1)",
        "Abacus 9",
    ):
        assert told in text
    assert "<th>Patience</th><td>5</td>" in text and "a &lt;CPU&gt;" in text
    shown = [imread(io.BytesIO(data)) for kind, data in embedded(page) if kind == "png"]
    assert {picture.shape[:2] for picture in shown} == {(24, 24), (48, 48)}


def embedded(page):
    """The pictures of a page, as their type and bytes."""
    for link in page.links:
        head, _, data = link.partition(",")
        yield head.partition("/")[2].partition(";")[0], base64.b64decode(data)


def test_of_one_model_the_middle_is_also_shown_enlarged(make_tileset):
    tileset = make_tileset(test=1, tile_size=96)
    scores = [tile("test_0", 1)]
    page = Page(render_report([subject(tileset, scores)], tileset, "test", {}))
    shapes = [imread(io.BytesIO(data)).shape[:2] for kind, data in embedded(page) if kind == "png"]
    assert shapes == [(48, 48), *[(96, 96)] * 4, *[(64, 64)] * 3]


def test_tiles_are_described_once_where_they_are_those_it_learnt_from(make_tileset):
    tileset = make_tileset(test=3)
    scores = [tile(name, 1) for name in tileset.names("test")]
    own = render_report([subject(tileset, scores, data=DataSummary.of(tileset))], tileset, "test", {})
    assert "Tiles measured on" not in own and "<h2>Training data</h2>" in own
    assert "Tiles measured on" in render_report([subject(tileset, scores)], tileset, "test", {})


def test_several_models_stand_side_by_side(make_tileset):
    tileset = make_tileset(test=3)
    names = tileset.names("test")
    one = subject(tileset, [tile(name, 1) for name in names], "one.srpk", training=HISTORY)
    two = subject(tileset, [tile(name, 2.5) for name in names], "two.srpk")
    text = render_report([one, two], tileset, "test", {})
    assert "one.srpk is 1.00 dB better" in text and "two.srpk is 2.50 dB better" in text
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>(.*?)</tr>", text)]
    assert ["", "one.srpk", "two.srpk", "Bicubic"] in rows
    assert ["PSNR (dB) ↑", "21.00", "22.50", "20.00"] in rows
    assert "two.srpk 22.50 dB" in text and "Detail added by one.srpk" in text
    assert text.count("Settings of one.srpk") == 1 and "Settings of two.srpk" not in text


def test_the_verdict_is_the_gain(make_tileset):
    tileset = make_tileset(test=3)
    scores = [tile(name, gain) for name, gain in zip(tileset.names("test"), (1, 2, -0.5), strict=True)]
    text = render_report([subject(tileset, scores)], tileset, "test", {})
    assert "0.83 dB better than bicubic resampling on average, and better on 2 of 3 test tiles" in text
    worse = [tile(name, -1) for name in tileset.names("test")]
    text = render_report([subject(tileset, worse)], tileset, "test", {})
    assert "1.00 dB worse" in text and "better on 0 of 3" in text and "With fewer than 5 tiles" in text


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((1, 1.1, 0.9, 1, 1), "(95 % interval +0.94 to +1.06 dB), and"),
        ((2, -3, 0.5, -1, 2), "dB, so the difference may be chance), and"),
    ],
)
def test_the_verdict_says_how_sure_it_is(make_tileset, values, said):
    tileset = make_tileset(test=5)
    scores = [tile(name, gain) for name, gain in zip(tileset.names("test"), values, strict=True)]
    assert said in render_report([subject(tileset, scores)], tileset, "test", {})


# The job


def evaluate(package, tileset, tmp_path, **parameters):
    package.save(tmp_path / "m.srpk")
    values = {"model": str(tmp_path / "m.srpk"), "tiles": str(tileset.folder), **parameters}
    return Job.load({"id": "evaluate_model", "output_html": str(tmp_path / "r.html"), **values})


def test_the_job_gives_the_figures_and_the_page(make_tileset, tmp_path):
    tileset = make_tileset()
    package = package_for(tileset)
    steps, result = run_to_end(evaluate(package, tileset, tmp_path, split="val").run())
    found = summarize("val", run_to_end(compare(build_predictor(package), tileset, "val"))[1])
    assert result.model_dump() == {
        **found.model.model_dump(),
        **{f"bicubic_{name}": value for name, value in found.bicubic.model_dump().items()},
        "psnr_gain_low": None,
        "psnr_gain_high": None,
        "fixed_pattern": run_to_end(measure_fixed_pattern(build_predictor(package), tileset))[1],
        "coverage": None,
    }
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "m.srpk" in page and f"{found.model.psnr:.2f}" in page and "Fixed pattern: the largest" in page
    said = [step.text.format(**step.values) for step in steps if isinstance(step, Log)]
    assert f"Model: PSNR {found.model.psnr:.2f} dB" in said[1] and "Bicubic: PSNR" in said[4]
    assert f"{found.model.hallucination:.1%} invented" in said[2]
    fractions = [step.fraction for step in steps if isinstance(step, Progress)]
    assert fractions == sorted(fractions) and len(set(fractions)) >= 3


def test_the_job_compares_models_under_names_that_differ(make_tileset, tmp_path):
    tileset = make_tileset(test=5)
    package = package_for(tileset)
    (tmp_path / "other").mkdir()
    further = [str(tmp_path / "other" / "m.srpk"), str(tmp_path / "m.srpk"), str(tmp_path / "n.srpk")]
    for path in (further[0], further[2]):
        package.save(path)
    steps, result = run_to_end(evaluate(package, tileset, tmp_path, compare_with=further).run())
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    head = re.search(r"<h2>Figures</h2>\n<div.*?><table><tr>(.*?)</tr>", page)[1]
    names = re.findall(r">([^<]+)</th>", head)
    assert names == [f"{tmp_path.name}/m.srpk", "other/m.srpk", "n.srpk", "Bicubic"]
    said = [step.text.format(**step.values) for step in steps if isinstance(step, Log)]
    assert sum(": PSNR" in line for line in said) == 4
    assert result.psnr_gain_low <= result.psnr - result.bicubic_psnr <= result.psnr_gain_high


def test_pictures_are_of_the_model_on_the_bands_in_its_own_order(make_tileset, tmp_path, monkeypatch):
    tileset = make_tileset(test=1)
    bands = tileset.info.bands
    package = package_for(tileset, bands=bands[::-1])
    drawn = []
    monkeypatch.setattr(
        "sr_core.jobs.evaluate_model.render_report", lambda subjects, *_: drawn.extend(subjects) or ""
    )
    run_to_end(evaluate(package, tileset, tmp_path).run())
    inputs = tileset.read("test", "test_0").inputs
    expected = build_predictor(package).upscale(inputs[::-1].copy())[::-1]
    assert np.array_equal(drawn[0].predictor.upscale(inputs), expected)
    assert not np.array_equal(build_predictor(package).upscale(inputs), expected)


def test_a_further_model_for_other_tiles_is_refused(make_tileset, tmp_path):
    package_for(make_tileset("other", scale=3)).save(tmp_path / "x.srpk")
    tileset = make_tileset()
    job = evaluate(package_for(tileset), tileset, tmp_path, compare_with=[str(tmp_path / "x.srpk")])
    with pytest.raises(InputError, match="model is for scale 3"):
        run_to_end(job.run())


def test_one_band_has_no_spectral_angle(make_tileset, tmp_path):
    tileset = make_tileset(bands=("pan",))
    _, result = run_to_end(evaluate(package_for(tileset), tileset, tmp_path).run())
    assert result.sam is None and result.bicubic_sam is None and result.psnr > 10


def test_other_bands_are_mentioned(make_tileset, tmp_path):
    tileset = make_tileset()
    package = package_for(tileset, bands=("", "green", "nir"))
    steps, _ = run_to_end(evaluate(package, tileset, tmp_path).run())
    said = [step.text.format(**step.values) for step in steps if isinstance(step, Log)]
    assert any("band 1, green, nir, and the tiles have red, green, nir" in line for line in said)


@pytest.mark.parametrize(
    ("difference", "sentence"),
    [
        ({"scale": 3}, "model is for scale 3 and the tiles .* for scale 2"),
        (
            {"bands": ("a", "b", "c", "d")},
            "model takes 4 bands .* and the tiles .* have 3 .* would be 1,2,3,1 of",
        ),
    ],
)
def test_a_model_for_other_tiles_is_refused(make_tileset, tmp_path, difference, sentence):
    package = package_for(make_tileset("other", **difference))
    tileset = make_tileset()
    with pytest.raises(InputError, match=sentence):
        run_to_end(evaluate(package, tileset, tmp_path).run())
    assert not (tmp_path / "r.html").exists()


def test_a_split_without_tiles_is_refused(make_tileset, tmp_path):
    tileset = make_tileset(test=0)
    with pytest.raises(InputError, match="no test tiles"):
        run_to_end(evaluate(package_for(tileset), tileset, tmp_path).run())
