"""SR3 models of ArcGIS tell the noise that the original tells, of images that have the range of its statistics, and U-Nets give
what the original gives, in pixel values."""

import json
import zipfile

import pytest
import torch

from sr_core.errors import InputError
from sr_core.jobs import Job
from sr_core.package.srpk import ModelPackage

from ..support import published_networks, published_unet
from ..support.published_networks import Original
from ..support.small_trainings import log_lines, run_to_end

COARSE = {"band_min_values": [120.0, 60.0, 10.0], "band_max_values": [2100.0, 2600.0, 3010.0]}
FINE = {"band_min_values": [100.0, 50.0, 0.0], "band_max_values": [2300.0, 2850.0, 3200.0]}
DEFINITION = {
    "Framework": "arcgis.learn.models._inferencing",
    "ModelConfiguration": "_superres",
    "ModelType": "SuperResolution",
    "ModelArch": "SR3",
    "ModelFile": "C:\\models\\towns\\towns.pth",
    "ModelParameters": {"backbone": "SR3"},
    "ImageHeight": 16,
    "ImageWidth": 16,
    "ExtractBands": [0, 1, 2],
    "downsample_factor": 4,
    "n_channel": 3,
    "is_multispec": True,
    "image_stats": COARSE,
    "image_stats2": FINE,
    "Kwargs": {
        "inner_channel": 8,
        "norm_groups": 4,
        "channel_mults": [1, 2],
        "attn_res": 8,
        "n_timestep": 50,
    },
}
"""With the keys that arcgis.learn writes."""


def scaled(image, statistics):
    low, high = (torch.tensor(statistics[f"band_{end}_values"])[:, None, None] for end in ("min", "max"))
    return -1 + 2 * (image - low) / (high - low)


def original(side=16):
    """Made-up weights of a network, what it is asked in pixel values, and the noise that it tells."""
    made, random = Original(), torch.Generator().manual_seed(1)
    lr = torch.rand(2, 3, side // 4, side // 4, generator=random) * 3000
    x_t, level = torch.randn(2, 3, side, side, generator=random), torch.tensor([0.9, 0.2])
    fine = torch.nn.functional.interpolate(lr, scale_factor=4, mode="bicubic", align_corners=False)
    return made, lr, fine, x_t, level


def asked(statistics):
    made, lr, fine, x_t, level = original()
    condition = 2 * fine / 255 - 1 if statistics is None else scaled(fine, statistics)
    eps = published_networks.sr3(made, condition, x_t, level, mults=(1, 2), attended=(1,))
    return made.weights, (lr, x_t, level), eps


def packed(tmp_path, weights, **changes):
    torch.save({"model": weights, "opt": {"state": {}}}, tmp_path / "towns.pth")
    definition = {key: value for key, value in {**DEFINITION, **changes}.items() if value is not None}
    (tmp_path / "towns.emd").write_text(json.dumps(definition), encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "towns.dlpk", "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("towns.pth", "towns.emd"):
            archive.write(tmp_path / name, name)
        archive.writestr("ModelCharacteristics/metrics.html", "<html></html>")
    return tmp_path / "towns.dlpk"


def imported(path, **options):
    target = path.with_name("imported.srpk")
    values = {"id": "import_model", "input": str(path), "output": str(target), **options}
    steps, result = run_to_end(Job.load(values).run())
    return ModelPackage.load(target), log_lines(steps), result


def found(package, lr, x_t, level, gain):
    with torch.no_grad():
        return package.net(x_t, package.net.condition(lr * gain), level)


@pytest.mark.parametrize("ending", [".dlpk", ".emd"])
@pytest.mark.parametrize(("statistics", "gain"), [(COARSE, 1e-4), (None, 1 / 255)])
def test_an_imported_model_tells_what_the_original_tells(tmp_path, ending, statistics, gain):
    weights, question, eps = asked(statistics)
    path = packed(tmp_path, weights, **({} if statistics else {"is_multispec": False}))
    package, lines, result = imported(path.with_suffix(ending))
    assert (result.layout, result.model_scale) == ("ArcGIS SuperResolution (SR3)", 4)
    backbone = package.info.backbone
    assert (backbone.norm_groups, backbone.image_size, backbone.attn_res) == (4, 16, (8,))
    assert package.sampling.noise_schedule.n_timestep == 50
    assert any("unsharp mask" in line for line in lines)
    assert not any("do not say norm_groups" in line or "do not say n_timestep" in line for line in lines)
    difference = (found(package, *question, gain) - eps).abs()
    # Convolutions pad with zeros, which mean another value in either range: all layers see a rim of that.
    assert difference.max() <= (5e-6 if statistics is None else 0.2) * (eps.max() - eps.min())


def test_a_range_of_the_coarse_side_alone_is_exact_to_the_rim(tmp_path):
    """With one range for both sides nothing is folded."""
    weights, question, eps = asked(COARSE)
    package, _, _ = imported(packed(tmp_path, weights, image_stats2=None))
    difference = (found(package, *question, 1e-4) - eps).abs()
    assert difference.max() <= 5e-6 * (eps.max() - eps.min())


def test_the_range_of_the_fine_side_is_that_of_the_result(tmp_path):
    weights, (lr, x_t, _), _ = asked(COARSE)
    package, _, _ = imported(packed(tmp_path, weights))
    condition = package.net.condition(lr * 1e-4)
    low, high = (torch.tensor(FINE[f"band_{end}_values"])[:, None, None] for end in ("min", "max"))
    wanted = (low + (x_t + 1) / 2 * (high - low)) * 1e-4
    torch.testing.assert_close(package.net.physical(x_t, condition), wanted)


def test_the_first_layer_takes_the_range_of_the_fine_side_inside_the_image(tmp_path):
    weights, (lr, _, _), _ = asked(COARSE)
    package, _, _ = imported(packed(tmp_path, weights))
    fine = torch.nn.functional.interpolate(lr, scale_factor=4, mode="bicubic", align_corners=False)
    first, layer = package.net.body["denoiser"].first, "denoise_fn.downs.0"
    noise = torch.zeros_like(fine)
    with torch.no_grad():
        mine = first(torch.cat((package.net.condition(lr * 1e-4), noise), 1))
        theirs = torch.nn.functional.conv2d(
            torch.cat((scaled(fine, COARSE), noise), 1),
            weights[f"{layer}.weight"],
            weights[f"{layer}.bias"],
            padding=1,
        )
    inside = (..., slice(1, -1), slice(1, -1))
    torch.testing.assert_close(mine[inside], theirs[inside], rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"ModelArch": None, "is_multispec": False}, "is of another network than its weights"),
        ({"ModelArch": "SR3_UViT"}, "this one is SR3_UViT"),
        ({"ModelArch": "SR3_Wavelet"}, "this one is SR3_Wavelet"),
        ({"ModelType": "ObjectDetection"}, "a model of another kind (ObjectDetection)"),
        ({"ModelFile": "elsewhere.pth"}, "refers to the weights file elsewhere.pth"),
        ({"ModelFile": None}, "is not a model of ArcGIS"),
        ({"image_stats": {}, "image_stats2": None}, "is not a model of ArcGIS"),
        ({"ModelArch": "UNet", "image_stats": [[1, 2, 3]]}, "is not a model of ArcGIS"),
        ({"ModelArch": "UNet", "image_stats": [1, 2], "image_stats2": [1, 2]}, "is not a model of ArcGIS"),
        (
            {"image_stats": {"band_min_values": [0], "band_max_values": [1]}},
            "do not fit the weights, which are of 3",
        ),
        ({"downsample_factor": "large"}, "is not a model of ArcGIS"),
    ],
)
def test_what_cannot_be_taken_over_is_said(tmp_path, changes, says):
    weights, _, _ = asked(COARSE)
    path = packed(tmp_path, weights, **changes)
    with pytest.raises(InputError) as caught:
        imported(path)
    assert says in str(caught.value)
    assert not (tmp_path / "imported.srpk").exists()


def test_a_scale_that_contradicts_the_definition_and_a_damaged_package(tmp_path):
    weights, _, _ = asked(COARSE)
    path = packed(tmp_path, weights)
    with pytest.raises(InputError, match="SCALE is 2, and the weights are for scale 4"):
        imported(path, scale=2)
    path.write_bytes(path.read_bytes()[:300])
    with pytest.raises(InputError, match="is not a model of ArcGIS"):
        imported(path)


def test_nothing_in_the_file_is_run(tmp_path):
    class Opens:
        def __reduce__(self):
            return (open, (str(tmp_path / "run.txt"), "w"))

    weights, _, _ = asked(COARSE)
    path = packed(tmp_path, {**weights})
    torch.save({"model": weights, "opt": Opens()}, tmp_path / "towns.pth")
    with pytest.raises(InputError, match="contains program code"):
        imported(path.with_suffix(".emd"))
    assert not (tmp_path / "run.txt").exists()


def test_groups_that_a_definition_does_not_say_are_eight(tmp_path):
    weights, _, _ = asked(COARSE)
    told = {name: value for name, value in DEFINITION["Kwargs"].items() if name != "norm_groups"}
    package, _, _ = imported(packed(tmp_path, weights, Kwargs=told))
    assert package.info.backbone.norm_groups == 8


MOMENTS = [[400.0, 600.0, 300.0, 2500.0], [150.0, 200.0, 90.0, 800.0]]
FINE_MOMENTS = [[420.0, 580.0, 310.0, 2600.0], [180.0, 220.0, 110.0, 900.0]]
UNET = {
    "ModelArch": "UNet",
    "ModelParameters": {"backbone": "resnet34"},
    "n_channel": 4,
    "ImageHeight": 50,
    "image_stats": MOMENTS,
    "image_stats2": FINE_MOMENTS,
    "Kwargs": None,
}
"""With the keys that arcgis.learn writes for a U-Net of four bands."""


def unet(lr, coarse, fine, scale=4, **how):
    """Made-up weights of a U-Net, and what it gives of pixel values."""
    made = Original()
    (mean, std), (fine_mean, fine_std) = (
        [torch.tensor(each)[:, None, None] for each in side] for side in (coarse, fine)
    )
    enlarged = torch.nn.functional.interpolate(lr, scale_factor=scale, mode="bilinear", align_corners=False)
    return made.weights, published_unet.arcgis_unet(
        made, (enlarged - mean) / std, **how
    ) * fine_std + fine_mean


@pytest.mark.parametrize(
    ("fine", "how"),
    [
        (FINE_MOMENTS, {}),
        (None, {"attention": False}),
        (FINE_MOMENTS, {"bottleneck": True, "stages": (1, 1, 1, 1)}),
    ],
)
def test_a_unet_gives_what_the_original_gives_to_the_rim(tmp_path, fine, how):
    lr = torch.rand(1, 4, 16, 16, generator=torch.Generator().manual_seed(1)) * 3000
    weights, sr = unet(lr, MOMENTS, fine or MOMENTS, **how)
    package, lines, result = imported(packed(tmp_path, weights, **{**UNET, "image_stats2": fine}))
    assert (result.layout, result.model_scale, result.n_bands) == ("ArcGIS SuperResolution (U-Net)", 4, 4)
    assert package.info.backbone.window_size == 64  # whole squares of the coarsest stage
    assert any("bilinear, as in its training" in line for line in lines)
    assert not any("unsharp mask" in line or "is assumed" in line for line in lines)
    with torch.no_grad():
        found = package.net(lr * 1e-4) / 1e-4
    assert (found - sr).abs().max() <= 2e-5 * (sr.max() - sr.min())


def test_a_unet_of_eight_bit_colours_takes_them_by_the_statistics_of_imagenet(tmp_path):
    lr = torch.rand(1, 3, 16, 16, generator=torch.Generator().manual_seed(1)) * 255
    moments = [[255 * float(value) for value in each.flatten()] for each in published_unet.IMAGENET]
    weights, sr = unet(lr, moments, moments)
    path = packed(tmp_path, weights, **{**UNET, "is_multispec": False, "n_channel": 3})
    package, _, _ = imported(path.with_suffix(".emd"))
    with torch.no_grad():
        found = package.net(lr / 255) * 255
    assert (found - sr).abs().max() <= 2e-5 * (sr.max() - sr.min())


def test_a_unet_attends_within_squares_of_the_side_it_has_learnt_from(tmp_path):
    """What lies in another square, further than convolutions see, changes nothing."""
    lr = torch.rand(1, 4, 24, 24, generator=torch.Generator().manual_seed(1)) * 3000
    weights, whole = unet(lr, MOMENTS, MOMENTS)
    package, _, _ = imported(packed(tmp_path, weights, **{**UNET, "ImageHeight": 96, "image_stats2": None}))
    parts, _, _ = imported(packed(tmp_path, weights, **{**UNET, "ImageHeight": 32, "image_stats2": None}))
    with torch.no_grad():
        same, apart = (each.net(lr * 1e-4) / 1e-4 for each in (package, parts))
    spread = whole.max() - whole.min()
    assert (same - whole).abs().max() <= 2e-5 * spread < 1e-3 * spread < (apart - whole).abs().max()


def test_a_unet_of_bands_that_its_definition_does_not_describe_is_refused(tmp_path):
    weights, _ = unet(torch.rand(1, 4, 16, 16), MOMENTS, MOMENTS)
    with pytest.raises(InputError, match="do not fit the weights, which are of 4 bands"):
        imported(packed(tmp_path, weights, **{**UNET, "is_multispec": False}))
    with pytest.raises(InputError, match="do not fit the weights, which are of 4 bands"):
        imported(packed(tmp_path, weights, **{**UNET, "image_stats": [[1.0] * 4, [1.0, 1.0, 0.0, 1.0]]}))


@pytest.mark.parametrize("kind", ["weight_g", "weight_u"])
def test_normalised_weights_of_shapes_that_do_not_fit_are_said(tmp_path, kind):
    weights, _ = unet(torch.rand(1, 4, 16, 16), MOMENTS, MOMENTS)
    name = next(name for name in weights if name.endswith(kind))
    with pytest.raises(
        InputError, match=r"almost match a supported network: nothing corresponds to layers\."
    ):
        imported(packed(tmp_path, {**weights, name: torch.ones(5)}, **UNET))
