"""What is imported gives what the original network gives, whatever its file is wrapped in."""

import hashlib
import math

import numpy as np
import pytest
import rasterio
import torch
from rasterio.windows import Window
from safetensors.torch import save_file

from sr_core.backbones import bicubic
from sr_core.checksum import file_checksum
from sr_core.errors import InputError
from sr_core.importing import WeightLayout, find_weights
from sr_core.inference.back_projection import Consistency
from sr_core.inference.predictor import build_predictor
from sr_core.jobs import Job
from sr_core.package.card import render_card
from sr_core.package.srpk import ModelPackage

from ..support import published_networks
from ..support.published_networks import Original
from ..support.small_trainings import log_lines, run_to_end

NETWORKS = {name: getattr(published_networks, name, None) for name in WeightLayout.members}
"""The original of each layout. That of SR3, whose input is another, is looked at in test_sr3.py."""
CASES = [(name, scale) for name, network in NETWORKS.items() for scale in getattr(network, "scales", ())]


def original(name, scale, bands=3, **how):
    """A published network with made-up weights, an image as it wants it, and what it makes of that."""
    made = Original()
    lr = torch.rand(1, bands, 12, 16, generator=torch.Generator().manual_seed(1)) * NETWORKS[name].white
    if bands != 3:
        how["bands"] = bands
    return made.weights, lr, NETWORKS[name](made, lr, scale, **how)


def imported(tmp_path, file, **parameters):
    path = tmp_path / "imported.srpk"
    values = {"id": "import_model", "input": str(file), "output": str(path), **parameters}
    _, result = run_to_end(Job.load(values).run())
    return ModelPackage.load(path), result


def saved(tmp_path, weights, name="weights.pth"):
    torch.save(weights, tmp_path / name)
    return tmp_path / name


def assert_same(package, name, lr, sr):
    """To float precision: of the result's spread, as every number has gone through all layers."""
    white = NETWORKS[name].white
    with torch.no_grad():
        found = package.net(lr / white) * white
    assert (found - sr).abs().max() <= 4e-6 * (sr.max() - sr.min())


@pytest.mark.parametrize(("name", "scale"), CASES)
def test_an_imported_network_gives_what_the_original_gives(tmp_path, name, scale):
    weights, lr, sr = original(name, scale)
    said = {"scale": scale} if scale in NETWORKS[name].silent else {}
    package, result = imported(tmp_path, saved(tmp_path, weights), **said)
    assert (package.info.scale, result.model_scale, result.n_bands) == (scale, scale, 3)
    assert_same(package, name, lr, sr)


def test_every_layout_has_an_original_to_be_compared_with():
    assert [name for name, network in NETWORKS.items() if network is None] == []


@pytest.mark.parametrize("name", ["rdn_pytorch", "basicsr_msrresnet", "basicsr_rrdb", "esrgan", "esrgan_old"])
@pytest.mark.parametrize("bands", [1, 4])
def test_any_number_of_bands(tmp_path, name, bands):
    weights, lr, sr = original(name, 4, bands)
    names = ", ".join(f"B{i}" for i in range(bands))
    package, _ = imported(tmp_path, saved(tmp_path, weights), bands=names)
    assert package.info.bands == tuple(f"B{i}" for i in range(bands))
    assert_same(package, name, lr, sr)


@pytest.mark.parametrize("name", ["edsr_pytorch_mdsr", "carn_pytorch"])
def test_one_import_of_several_scales_serves_them_all(tmp_path, name):
    weights, lr, _ = original(name, 2)
    package, _ = imported(tmp_path, saved(tmp_path, weights))
    for scale in (2, 3, 4):
        package.net.set_scale(scale)
        assert_same(package, name, lr, original(name, scale)[2])


@pytest.mark.parametrize(
    ("scale", "how"),
    [
        (2, {"mobile": False}),
        (2, {"several": False}),
        (3, {"several": False}),
        (4, {"several": False}),
        (4, {"mobile": False, "several": False}),
    ],
)
def test_carn_in_its_other_forms(tmp_path, scale, how):
    weights, lr, sr = original("carn_pytorch", scale, **how)
    said = {"scale": scale} if how.get("several", True) else {}
    package, _ = imported(tmp_path, saved(tmp_path, weights), **said)
    assert package.info.scales == ((2, 3, 4) if how.get("several", True) else (scale,))
    assert_same(package, "carn_pytorch", lr, sr)


WRAPPINGS = {
    "bare": lambda w: w,
    "DataParallel": lambda w: {f"module.{name}": value for name, value in w.items()},
    "BasicSR": lambda w: {"params": dict.fromkeys(w, torch.zeros(1)), "params_ema": w},
    "BasicSR without averages": lambda w: {"params": w},
    "Lightning": lambda w: {"state_dict": {f"model.net.{k}": v for k, v in w.items()}, "epoch": 3},
    "MMEditing": lambda w: {
        "meta": {"epoch": 1},
        "state_dict": {
            **{f"discriminator.{i}.weight": torch.zeros(1) for i in range(2)},
            **{f"generator.{k}": v for k, v in w.items()},
        },
    },
    "half precision": lambda w: {name: value.half() for name, value in w.items()},
}


@pytest.mark.parametrize("wrapping", WRAPPINGS)
@pytest.mark.parametrize("name", ["basicsr_rrdb", "esrgan_old"])
def test_whatever_the_weights_are_wrapped_in(tmp_path, wrapping, name):
    weights, lr, _ = original(name, 4)
    made = Original()
    made.weights = {key: value.half().float() for key, value in weights.items()}
    sr = NETWORKS[name](made, lr, 4)
    package, _ = imported(tmp_path, saved(tmp_path, WRAPPINGS[wrapping](made.weights)))
    assert_same(package, name, lr, sr)


def test_safetensors(tmp_path):
    weights, lr, sr = original("basicsr_rrdb", 2)
    save_file(weights, tmp_path / "x.safetensors")
    package, _ = imported(tmp_path, tmp_path / "x.safetensors", scale=2)
    assert_same(package, "basicsr_rrdb", lr, sr)


def test_what_weights_do_not_say_is_taken_from_the_options(tmp_path):
    weights, lr, sr = original("edsr_pytorch_edsr", 2, res_scale=0.3)
    package, _ = imported(tmp_path, saved(tmp_path, weights), backbone_options={"res_scale": 0.3})
    assert_same(package, "edsr_pytorch_edsr", lr, sr)


def test_wide_networks_are_taken_to_have_the_published_scaling_and_that_is_said(tmp_path):
    weights, lr, sr = original("basicsr_edsr", 2, feats=256, n_blocks=1, res_scale=0.1)
    job = Job.load(
        {"id": "import_model", "input": str(saved(tmp_path, weights)), "output": str(tmp_path / "x.srpk")}
    )
    events, _ = run_to_end(job.run())
    assert any("do not contain res_scale: 0.1 is assumed" in line for line in log_lines(events))
    assert_same(ModelPackage.load(tmp_path / "x.srpk"), "basicsr_edsr", lr, sr)


def test_the_range_is_read_from_the_mean_shift(tmp_path):
    weights, lr, _ = original("edsr_pytorch_edsr", 2, range_=1)
    made = Original()
    made.weights = weights
    sr = published_networks.edsr_pytorch_edsr(made, lr / 255, 2, range_=1)
    package, _ = imported(tmp_path, saved(tmp_path, weights))
    assert_same(package, "rdn_pytorch", lr / 255, sr)


def test_gain_and_offset_say_what_the_networks_numbers_mean(tmp_path):
    """A network trained on reflectance × 10,000 + 1,000 gets reflectance and gives reflectance."""
    weights, lr, sr = original("rdn_pytorch", 2)
    package, _ = imported(tmp_path, saved(tmp_path, weights), gain=[0.0001], offset=[-0.1])
    with torch.no_grad():
        found = package.net(lr * 0.0001 - 0.1)
    torch.testing.assert_close(found, sr * 0.0001 - 0.1, rtol=1e-5, atol=1e-7)


def test_a_package_says_where_it_comes_from_and_trains_on(tmp_path):
    weights, _, _ = original("rdn_pytorch", 2)
    package, result = imported(tmp_path, saved(tmp_path, weights, "best.pth"))
    assert result.layout == "RDN of RDN-pytorch"
    assert package.info.training == {
        "imported": "best.pth",
        "layout": "RDN of RDN-pytorch",
        "imported_sha256": file_checksum(tmp_path / "best.pth"),
    }
    assert package.info.dtype is None


def refusal(tmp_path, file, **parameters):
    with pytest.raises(InputError) as caught:
        imported(tmp_path, file, **parameters)
    assert not (tmp_path / "imported.srpk").exists()
    return str(caught.value)


def test_what_is_not_recognised_is_refused_with_what_is_known(tmp_path):
    said = refusal(tmp_path, saved(tmp_path, {"entry.weight": torch.zeros(3, 3, 3, 3)}))
    assert said.startswith("These weights are of a network that cannot be imported. Supported networks are ")
    for known in (
        "EDSR of EDSR-PyTorch",
        "MDSR",
        "RDN of RDN-pytorch",
        "Real-ESRGAN",
        "MSRResNet",
        "SR3",
        "ONNX",
    ):
        assert known in said


def test_a_variant_is_refused_and_never_half_imported(tmp_path):
    weights, _, _ = original("basicsr_rrdb", 4)
    more = {**weights, "body.0.attention.weight": torch.zeros(3)}
    assert "nothing corresponds to body.0.attention.weight" in refusal(tmp_path, saved(tmp_path, more))
    less = {name: value for name, value in weights.items() if not name.startswith("conv_hr")}
    assert "there is no conv_hr" in refusal(tmp_path, saved(tmp_path, less))
    odd = {**weights, "conv_hr.weight": torch.zeros(5, 5, 3, 3)}
    assert "conv_hr.weight is (5, 5, 3, 3) where (8, 8, 3, 3) is expected" in refusal(
        tmp_path, saved(tmp_path, odd)
    )


@pytest.mark.parametrize(
    ("parameters", "says"),
    [
        ({"scale": 3}, "SCALE is 3, and the weights are for scale 4"),
        ({"bands": "R, G"}, "BANDS has 2 names and the network takes 3 bands"),
        ({"gain": [1, 2]}, "GAIN has 2 numbers for 3 bands"),
        ({"backbone_options": {"T": 9}}, "BACKBONE_OPTIONS sets T = 9, but the weights have 2"),
        ({"backbone_options": {"depth": 9}}, "rrdn has no option 'depth': it has"),
    ],
)
def test_contradictions_get_one_sentence(tmp_path, parameters, says):
    weights, _, _ = original("basicsr_rrdb", 4)
    assert says in refusal(tmp_path, saved(tmp_path, weights), **parameters)


def test_a_scale_that_weights_do_not_tell_is_asked_for(tmp_path):
    weights, _, _ = original("esrgan_old", 2)
    said = refusal(tmp_path, saved(tmp_path, weights))
    assert said == "The weights are for scale 2 or 3 and do not tell which: set SCALE."


def test_a_file_with_a_program_in_it_is_refused_and_not_run(tmp_path):
    class Program:
        def __reduce__(self):
            return (open, (str(tmp_path / "ran"), "w"))

    assert "contains program code" in refusal(tmp_path, saved(tmp_path, {"model": Program()}))
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("content", [b"", b"not weights", np.random.default_rng(0).bytes(3000)])
@pytest.mark.parametrize("suffix", [".pth", ".safetensors", ".onnx"])
def test_files_that_are_something_else_get_one_sentence(tmp_path, content, suffix):
    file = tmp_path / f"x{suffix}"
    file.write_bytes(content)
    assert refusal(tmp_path, file).count(". ") == 0
    assert "There is no file" in refusal(tmp_path, tmp_path / f"absent{suffix}")


def test_a_table_without_tensors_is_refused(tmp_path):
    told = refusal(tmp_path, saved(tmp_path, {"epoch": 3, "best": math.pi}))
    assert "contains no weights (state_dict)" in told and "page where the model is published" in told


def test_carn_m_as_its_authors_published_it(tmp_path, shared_data):
    """Its real weights, which on photographs from the air, too, do what they were trained for."""
    path = shared_data / "weights/carn_m.pth"
    package, _ = imported(tmp_path, path)
    assert package.info.scales == (2, 3, 4) and package.info.scale == 4
    assert sum(weights.numel() for weights in package.net.parameters()) == 414_787
    made = Original()
    made.weights = dict(next(find_weights(path)).tensors)
    lr = torch.rand(1, 3, 12, 16, generator=torch.Generator().manual_seed(1))
    for scale in (2, 3, 4):
        package.net.set_scale(scale)
        assert_same(package, "carn_pytorch", lr, published_networks.carn_pytorch(made, lr, scale, feats=64))
    gains = []
    for path in sorted((shared_data / "naip_0.6m_rgbn/val").glob("*.tif"))[::12]:
        with rasterio.open(path) as tile:
            hr = torch.from_numpy(tile.read([1, 2, 3], window=Window(0, 0, 128, 128)) / np.float32(255))[None]
        lr = torch.nn.functional.interpolate(hr, scale_factor=0.25, mode="bicubic", antialias=True)
        with torch.no_grad():
            errors = [(sr - hr)[..., 4:-4, 4:-4].square().mean() for sr in (package.net(lr), bicubic(lr, 4))]
        gains.append(10 * float((errors[1] / errors[0]).log10()))
    assert np.mean(gains) > 1.2  # dB; 1.65 in all tiles, whole


def test_a_package_says_what_the_user_knows_of_its_rasters_and_its_licence(tmp_path):
    weights, _, _ = original("esrgan", 4)
    file = saved(tmp_path, weights)
    package, _ = imported(tmp_path, file, pixel_size=10, licence=" CC0-1.0 ")
    assert (package.info.licence, package.info.data.intended_resolution(4)) == ("CC0-1.0", 10)
    assert package.info.training["imported_sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    card = render_card(package.info)
    assert "10 → 2.5 m" in card and "Tile set" not in card and "SHA-256 of the imported file" in card
    assert imported(tmp_path, file)[0].info.data is None


def test_what_sen2sr_corrects_by_a_filter_is_held_to_the_image(tmp_path):
    """Its file has no filter, and what its network makes of an image's colours was never compared with anything."""
    weights, lr, sr = original("sen2sr_cnn", 4)
    package, _ = imported(tmp_path, saved(tmp_path, weights), scale=4)
    predictor = build_predictor(package)
    held = predictor.consistency(sr, lr)
    degrade = Consistency.of({"id": "bicubic"}, 4).residual
    assert degrade(sr, lr).abs().max() > 0.01
    assert degrade(held, lr).abs().max() < 1e-5
    other, _ = imported(tmp_path, saved(tmp_path, original("span", 4)[0]), scale=4)
    assert not other.info.consistency
