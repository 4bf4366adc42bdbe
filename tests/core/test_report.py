"""Evaluation: its report, its pictures, and the job that makes them."""

from __future__ import annotations

import base64
import io
import re
from html.parser import HTMLParser

import numpy as np
import pytest
import torch
from matplotlib.image import imread

from sr_core.colours import display_bands
from sr_core.errors import BadInput
from sr_core.evaluation import TileScores, compare, delivered, examples, median, summary, with_bicubic, with_net
from sr_core.jobs import Job, Log, Progress
from sr_core.metrics import Measured, Scores
from sr_core.package import ModelPackage, PackageInfo
from sr_core.pictures import comparison_picture, pictures, png
from sr_core.report import Subject, report

from .working import finished


def package_for(tileset, **changes):
    info = tileset.info
    made = PackageInfo.model_validate(
        {
            "backbone": {"id": "edsr", "n_feats": 4, "n_blocks": 1},
            "scale": info.scale,
            "bands": info.bands,
            "dtype": info.dtype,
            "radiometry": info.radiometry,
            "mean": info.statistics.mean,
            "std": info.statistics.std,
            "degradation": info.degradation.dump(),
            "data_range": info.data_range,
            **changes,
        }
    )
    torch.manual_seed(0)
    net = made.net()
    with torch.no_grad():
        for weights in net.parameters():
            weights.normal_(0, 0.03)
    return ModelPackage(made, net.eval())


def tile(name, gain):
    plain = Scores(psnr=20, ssim=0.5, sam=1, ergas=2)
    better = plain.model_copy(update={"psnr": 20 + gain})
    return TileScores(name, Measured(better, (better,) * 3), Measured(plain, (plain,) * 3))


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


# Figures


def test_an_untrained_model_scores_as_bicubic(make_tileset):
    tileset = make_tileset()
    net = package_for(tileset).info.net()
    scores = finished(compare(net.eval(), tileset, "val"))[1]
    assert [each.name for each in scores] == list(tileset.names("val"))
    assert all(each.model == each.bicubic for each in scores)


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "float32"])
def test_results_are_measured_as_a_user_gets_them(make_tileset, dtype):
    """Rounded to whole pixel values, and clipped to those that the type can hold."""
    tileset = make_tileset(dtype=dtype)
    pair = tileset.read("test", "test_0")
    sr = delivered(lambda lr: with_bicubic(2)(lr) * 30 - 5, tileset, pair)
    pixels = sr / np.array(tileset.info.radiometry.gain)[:, None, None]
    if dtype == "float32":
        np.testing.assert_array_equal(sr, with_bicubic(2)(pair.lr) * 30 - 5)
    else:
        np.testing.assert_allclose(pixels, pixels.round(), atol=0.01)
        assert pixels.min() >= -0.01 and pixels.max() <= np.iinfo(dtype).max + 0.01


def test_the_net_as_a_function_is_the_net(make_tileset):
    package = package_for(make_tileset())
    lr = np.random.default_rng(0).random((3, 20, 30), np.float32)
    with torch.no_grad():
        whole = package.net(torch.from_numpy(lr)[None])[0].numpy()
    np.testing.assert_allclose(with_net(package.net)(lr), whole, atol=1e-6)


def test_tiles_without_a_valid_pixel_are_left_out(make_tileset):
    gap = np.s_[:, :, :]
    tileset = make_tileset(nodata=0, gap=gap)
    with pytest.raises(BadInput, match=r"No test tile in .* has a valid pixel"):
        finished(compare(package_for(tileset).net, tileset, "test"))


def test_examples_are_the_least_the_median_and_the_greatest_gain():
    scores = [tile("b", 0.5), tile("a", -1), tile("d", 3), tile("c", 1)]
    assert [(what.split()[0], each.name) for what, each in examples(scores)] == [
        ("Least", "a"),
        ("Median", "c"),
        ("Greatest", "d"),
    ]
    assert len(examples(scores[:2])) == 2 and len(examples(scores[:1])) == 1


# Pictures


@pytest.mark.parametrize(
    ("descriptions", "shown"),
    [
        (("red", "green", "blue", "nir"), (0, 1, 2)),
        (("Blue", "Green", "Red", "NIR"), (2, 1, 0)),
        (("B02", "B03", "B04", "B05", "B08"), (2, 1, 0)),
        (("B5 red edge", "B4 red", "B3 green", "B2 blue"), (1, 2, 3)),
        (("B2", "B3", "B4"), (2, 1, 0)),
        (("R", "G", "B", "N"), (0, 1, 2)),
        (("", "", "", ""), (0, 1, 2)),
        (("B08", "B11", "B12"), (0, 1, 2)),
        (("red", "nir"), (0,)),
        (("pan",), (0,)),
    ],
)
def test_bands_that_are_shown(descriptions, shown):
    assert display_bands(descriptions) == shown


@pytest.mark.parametrize("bands", [("red",), ("nir", "blue", "green", "red")])
def test_pictures_of_a_tile_are_stretched_alike(make_tileset, bands):
    tileset = make_tileset(bands=bands)
    package = package_for(tileset)
    made = pictures(package.net, tileset, "test", "test_1")
    assert [picture.shape for picture in made] == [(24, 24, 3), (48, 48, 3), (48, 48, 3), (48, 48, 3)]
    hr = tileset.read("test", "test_1").hr[[bands.index("red")]][0]
    low, high = np.percentile(hr, (2, 98))
    expected = (np.clip((hr - low) / (high - low), 0, 1) * 255).round()
    np.testing.assert_allclose(made.hr[..., 0], expected, atol=1)
    bicubic = with_bicubic(2)(tileset.read("test", "test_1").lr)[bands.index("red")]
    np.testing.assert_allclose(
        made.bicubic[..., 0], (np.clip((bicubic - low) / (high - low), 0, 1) * 255).round(), atol=2
    )
    assert (made.hr[..., 0] == made.hr[..., 1]).all() == (len(bands) == 1)


def test_a_tile_of_one_value_is_a_picture_too(make_tileset):
    tileset = make_tileset(nodata=0, gap=np.s_[:, :, :])
    assert pictures(package_for(tileset).net, tileset, "test", "test_0").hr.shape == (48, 48, 3)


def test_png_comes_back():
    picture = np.random.default_rng(0).integers(0, 256, (5, 7, 3)).astype(np.uint8)
    assert ((imread(io.BytesIO(png(picture)))[..., :3] * 255).round() == picture).all()


def test_a_comparison_picture_has_a_row_for_each_tile(make_tileset, tmp_path):
    tileset = make_tileset()
    package = package_for(tileset)
    comparison_picture(package.net, tileset, "test", ["test_0"], tmp_path / "one.png")
    comparison_picture(package.net, tileset, "test", ["test_0", "test_1"], tmp_path / "two.png")
    one, two = imread(tmp_path / "one.png"), imread(tmp_path / "two.png")
    assert one.shape[1] == two.shape[1] == 1200 and two.shape[0] > 1.8 * one.shape[0]


# The page


def test_the_report_is_one_sound_page_that_needs_nothing_else(make_tileset):
    tileset = make_tileset(test=3)
    package = package_for(tileset, training={"epochs": 7, "loss": [1, 2]}, created="<now>")
    scores = finished(compare(package.net, tileset, "test"))[1]
    found = summary("test", scores)
    text = report(package, "<b>my</b> model.srpk", tileset, found, scores)
    page = Page(text)
    assert page.open == [] and page.tags.count("img") == 12
    assert all(link.startswith("data:image/png;base64,") for link in page.links)
    assert not re.search(r"https?://|url\(|<script", text)
    assert "&lt;b&gt;my&lt;/b&gt;" in text and "<b>my" not in text and "&lt;now&gt;" in text
    for each in (found.model, found.bicubic):
        assert f"{each.psnr:.2f}" in text and f"{each.ssim:.4f}" in text and f"{each.sam:.2f}" in text
    assert "Epochs" in text and "red, green, nir" in text
    shown = [imread(io.BytesIO(base64.b64decode(link.partition(",")[2]))) for link in page.links]
    assert {picture.shape[:2] for picture in shown} == {(24, 24), (48, 48)}


def test_the_verdict_is_the_gain(make_tileset):
    tileset = make_tileset(test=3)
    scores = [tile(name, gain) for name, gain in zip(tileset.names("test"), (1, 2, -0.5), strict=True)]
    text = report(package_for(tileset), "m", tileset, summary("test", scores), scores)
    assert "0.83 dB better than bicubic resampling on average, and better on 2 of 3 test tiles" in text
    worse = [tile(name, -1) for name in tileset.names("test")]
    text = report(package_for(tileset), "m", tileset, summary("test", worse), worse)
    assert "1.00 dB worse" in text and "better on 0 of 3" in text


# The job


def evaluate(package, tileset, tmp_path, **parameters):
    package.save(tmp_path / "m.srpk")
    values = {"model": str(tmp_path / "m.srpk"), "tiles": str(tileset.folder), **parameters}
    return Job.load({"id": "evaluate_model", "output_html": str(tmp_path / "r.html"), **values})


def test_the_job_gives_the_figures_and_the_page(make_tileset, tmp_path):
    tileset = make_tileset()
    package = package_for(tileset)
    steps, result = finished(evaluate(package, tileset, tmp_path, split="val").run())
    found = summary("val", finished(compare(package.net, tileset, "val"))[1])
    assert result.model_dump() == {
        **found.model.model_dump(),
        **{f"bicubic_{name}": value for name, value in found.bicubic.model_dump().items()},
    }
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "m.srpk" in page and f"{found.model.psnr:.2f}" in page
    said = [step.text.format(**step.values) for step in steps if isinstance(step, Log)]
    assert f"Model: PSNR {found.model.psnr:.2f} dB" in said[1] and "Bicubic: PSNR" in said[2]
    fractions = [step.fraction for step in steps if isinstance(step, Progress)]
    assert fractions == sorted(fractions) and len(fractions) == 3


def test_one_band_has_no_spectral_angle(make_tileset, tmp_path):
    tileset = make_tileset(bands=("pan",))
    _, result = finished(evaluate(package_for(tileset), tileset, tmp_path).run())
    assert result.sam is None and result.bicubic_sam is None and result.psnr > 10


def test_other_bands_are_mentioned(make_tileset, tmp_path):
    tileset = make_tileset()
    package = package_for(tileset, bands=("", "green", "nir"))
    steps, _ = finished(evaluate(package, tileset, tmp_path).run())
    said = [step.text.format(**step.values) for step in steps if isinstance(step, Log)]
    assert any("band 1, green, nir, and the tiles have red, green, nir" in line for line in said)


@pytest.mark.parametrize(
    ("difference", "sentence"),
    [
        ({"scale": 3}, "model is for scale 3 and the tiles .* for scale 2"),
        ({"bands": ("a", "b", "c", "d")}, "model takes 4 bands and the tiles .* have 3"),
    ],
)
def test_a_model_for_other_tiles_is_refused(make_tileset, tmp_path, difference, sentence):
    package = package_for(make_tileset("other", **difference))
    tileset = make_tileset()
    with pytest.raises(BadInput, match=sentence):
        finished(evaluate(package, tileset, tmp_path).run())
    assert not (tmp_path / "r.html").exists()


def test_a_split_without_tiles_is_refused(make_tileset, tmp_path):
    tileset = make_tileset(test=0)
    with pytest.raises(BadInput, match="no test tiles"):
        finished(evaluate(package_for(tileset), tileset, tmp_path).run())
