"""The parts of benchmarks/ that need no measuring: documents, results that are kept, and the sharpness figure."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch

from benchmarks import (
    adversarial,
    diffusion_speed,
    flow,
    networks,
    realesrgan_comparison,
    samplers,
    startup,
    tile_export_speed,
    train_starter_models,
    training_speed,
)
from benchmarks._fine_detail import detail
from benchmarks._result_tables import DOCUMENT, RESULTS, Results, replace_section, table
from sr_core.backbones import Backbone
from sr_core.backbones._blocks import bicubic, find_subpixel_convs, has_equal_subpixels
from sr_core.backbones._noise_level import NoiseLevel
from sr_core.package.srpk import ModelPackage

from .support.small_packages import make_package
from .support.toy_diffusion import exact

SIZE = 48
MARKED = "Before.\n\n<!-- begin figures: by a script -->\nold\n<!-- end figures -->\n\nAfter.\n"


def waves(*, wavelength, amplitude=1.0, phase=0.0, level=0.5):
    """Vertical stripes, (2, SIZE, SIZE), the second band twice as strong."""
    stripes = np.cos(2 * np.pi * np.arange(SIZE) / wavelength + phase)
    return np.stack([level + amplitude * band * np.tile(stripes, (SIZE, 1)) for band in (1, 2)])


def test_energy_is_the_square_of_the_amplitude():
    truth, soft = waves(wavelength=6), waves(wavelength=6, amplitude=0.5)
    assert detail([(soft, truth)], 4, 8) == pytest.approx((0.25, 1))
    assert detail([(truth, soft)], 4, 8) == pytest.approx((4, 1))


def test_only_the_wavelengths_asked_for_count():
    fine, coarse = waves(wavelength=3), waves(wavelength=16, level=9)
    assert detail([(0.5 * fine + coarse, fine - coarse)], 2, 4) == pytest.approx((0.25, 1))
    assert detail([(fine + coarse, fine + coarse)], 2, 4) == pytest.approx((1, 1))
    assert detail([(coarse, fine)], 2, 4).energy == pytest.approx(0, abs=1e-9)


def test_a_wave_is_as_long_across_the_diagonal():
    """Period 3 along both axes: 3 / √2 pixels from crest to crest."""
    phase = 2 * np.pi * np.add.outer(np.arange(SIZE), np.arange(SIZE)) / 3
    diagonal, along = np.cos(phase)[None], waves(wavelength=6)[:1]
    assert detail([(along, along + diagonal)], 4, 8) == pytest.approx((1, 1))
    assert detail([(along + 0.1 * diagonal, along + diagonal)], 2, 3) == pytest.approx((0.01, 1))


@pytest.mark.parametrize("degrees", [0, 60, 90, 180])
def test_agreement_is_the_cosine_of_the_shift(degrees):
    shifted = waves(wavelength=4.8, phase=np.radians(degrees))
    found = detail([(shifted, waves(wavelength=4.8))], 4, 8)
    assert found == pytest.approx((1, np.cos(np.radians(degrees))), abs=1e-9)


def test_tiles_weigh_by_their_detail():
    """Of energies 1 and 9 the first is doubled in amplitude: (4 + 9) / (1 + 9)."""
    one, three = waves(wavelength=6), waves(wavelength=6, amplitude=3)
    assert detail([(2 * one, one), (three, three)], 4, 8).energy == pytest.approx(1.3)


def test_content_goes_between_its_marks_and_nowhere_else():
    new = replace_section(MARKED, "figures", r"a \1 b")
    assert new == MARKED.replace("old\n", "\na \\1 b\n\n")
    assert replace_section(new, "figures", r"a \1 b") == new


@pytest.mark.parametrize("text", ["no marks", MARKED + MARKED, MARKED.replace("end figures", "end other")])
def test_a_document_without_one_place_for_it_is_refused(text):
    with pytest.raises(ValueError, match="places for figures"):
        replace_section(text, "figures", "new")


def test_a_table_in_markdown():
    assert table(("net", "dB"), [("a", 1), ("b", 2)]).splitlines() == [
        "| net | dB |",
        "| --- | --: |",
        "| a | 1 |",
        "| b | 2 |",
    ]


def test_a_killed_run_goes_on(tmp_path):
    file = tmp_path / "new" / "results.json"
    Results(file).keep("edsr", {"psnr": 27.5})
    again = Results(file)
    again.keep("rdn", {"psnr": 27.6})
    assert json.loads(file.read_text()) == {"edsr": {"psnr": 27.5}, "rdn": {"psnr": 27.6}}
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_work_beside_a_per_tile_sampler():
    """FACTS: 44 times that of 15 steps with 1.2 × redundancy."""
    assert diffusion_speed.per_tile_ratio(1.2, 15) == pytest.approx(44, rel=0.02)
    assert diffusion_speed.per_tile_ratio(4, 200) == 1


def test_redundancy_is_that_of_the_lattice():
    """Tiles of 16 begin every 14 pixels: three of them hold 44 pixels, and a fourth the 45th."""
    model = exact(diffusion_speed.SAMPLERS["DPM-15"], 16)
    assert diffusion_speed.redundancy(model, 16) == 1
    assert diffusion_speed.redundancy(model, 44) == pytest.approx((3 * 16 / 44) ** 2)
    assert diffusion_speed.redundancy(model, 45) == pytest.approx((4 * 16 / 45) ** 2)


@pytest.mark.parametrize(("name", "tflop"), [("48", 2.517), ("64", 5.903)])
def test_the_work_of_the_documented_sizes(name, tflop, monkeypatch):
    """FACTS section 3, TFLOP per megapixel; counted on numbers that are never computed."""
    # Autocast does not know the device "meta".
    monkeypatch.setattr(NoiseLevel, "forward", lambda self, level: level[:, None].expand(-1, self.channels))
    with torch.device("meta"):
        backbone = Backbone.load({"id": "sr3", "image_size": 256, **diffusion_speed.NETS[name]})
        net = backbone.net(3, 4, (0.4,) * 3, (0.2,) * 3).to("meta")
        assert diffusion_speed.flops(net, 256) / 256**2 * 1e6 == pytest.approx(tflop * 1e12, rel=1e-3)


@pytest.mark.parametrize(
    "benchmark", [networks, adversarial, samplers, tile_export_speed, flow, startup, training_speed]
)
def test_the_document_says_what_was_measured(benchmark):
    """If it fails: script/bench NAME --only --write"""
    name = benchmark.__name__.rpartition(".")[2]
    text = getattr(benchmark, "DOCUMENT", DOCUMENT).read_text(encoding="utf-8")
    assert replace_section(text, name, benchmark.content(Results(RESULTS / f"{name}.json").entries)) == text


def test_weights_of_an_upscaler_are_read_by_the_order_of_its_layers(tmp_path):
    """The text file says outputs (0), side (1) and count (6); the binary one holds half-precision kernels, then biases."""
    names, layers, data = list(realesrgan_comparison.weight_names()), [], b""
    for place in range(len(names)):
        kernel, bias = np.full(3, place, "<f2"), np.array([-place], "<f4")  # three inputs, one output, side 1
        layers.append(f"Convolution c{place} 1 1 a b 0=1 1=1 6=3")
        data += realesrgan_comparison.FP16.to_bytes(4, "little") + kernel.tobytes() + b"\0\0" + bias.tobytes()
    (tmp_path / "net.param").write_text("7767517\nInput x 0 1 a\n" + "\n".join(layers))
    (tmp_path / "net.bin").write_bytes(data)
    weights = realesrgan_comparison.read_weights(tmp_path / "net.param")
    assert names[:2] == ["conv_first", "body.0.rdb1.conv1"] and len(names) == 351
    for place, name in enumerate(names):
        assert weights[f"{name}.weight"].flatten().tolist() == [place] * 3
        assert weights[f"{name}.weight"].shape == (1, 3, 1, 1)
        assert weights[f"{name}.bias"].tolist() == [-place]


@pytest.mark.parametrize("upsampler", ["stepwise", "single"])
def test_a_new_tail_begins_at_bicubic_and_can_learn_without_a_pattern(tmp_path, monkeypatch, upsampler):
    """A tail of which all layers were zero would have no gradient, and stay as it is."""
    monkeypatch.setattr(train_starter_models, "PLACE", tmp_path)
    package = make_package(
        backbone=Backbone.load({"id": "edsr", "n_feats": 4, "n_blocks": 1, "upsampler": upsampler}), scale=4
    )
    lr = torch.rand(1, package.net.bands, 9, 7)
    assert not torch.allclose(package.net(lr), bicubic(lr, 4))
    package.save(tmp_path / "start.srpk")
    net = ModelPackage.load(train_starter_models.zero_tail(tmp_path / "start.srpk")).net
    torch.testing.assert_close(net(lr), bicubic(lr, 4))
    assert all(has_equal_subpixels(*each) for each in find_subpixel_convs(net.body))
    net.requires_grad_(True)(lr).square().sum().backward()
    assert any(weight.grad.abs().max() > 0 for weight in net.body["tail"].parameters())
