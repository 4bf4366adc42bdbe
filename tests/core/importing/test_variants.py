"""Variants of published networks: those that look like another are asked about, guesses are called guesses."""

import pytest
import torch
from torch.nn import functional as F

from sr_core.importing import Weights
from sr_core.importing._published_weight_conversion import detect_layout
from sr_core.importing._span import fold_wide
from sr_core.importing.sr3 import Sr3
from sr_core.jobs import Job
from sr_core.package.card import render_card

from ..support.small_trainings import log_lines, run_to_end
from .test_sr3 import imported as imported_sr3
from .test_sr3 import original as original_sr3
from .test_weights import assert_same, imported, original, refusal, saved


def test_the_newer_names_of_lornatang(tmp_path):
    weights, lr, sr = original("srgan_lornatang", 4, conv="conv{}")
    assert_same(imported(tmp_path, saved(tmp_path, weights))[0], "srgan_lornatang", lr, sr)


@pytest.mark.parametrize(
    "wrapped", [lambda w: {f"net.{k}": v for k, v in w.items()}, lambda w: {"generator": w}]
)
def test_a_batch_norm_network_in_wrappings(tmp_path, wrapped):
    weights, lr, sr = original("srresnet_opensr", 2, bands=4)
    file = saved(tmp_path, wrapped(weights))
    assert_same(imported(tmp_path, file, bands="R, G, B, N")[0], "srresnet_opensr", lr, sr)


@pytest.mark.parametrize("name", ["srresnet_opensr", "opensr_srgan"])
def test_the_averages_of_opensr_srgan(tmp_path, name):
    """Its checkpoints hold them beside the weights, apart from what batch normalisation counts."""
    weights, lr, sr = original(name, 4)
    root = "net." if name == "srresnet_opensr" else ""
    buffers = {key for key in weights if "running" in key or "num_batches" in key}
    assert bool(buffers) == (name == "srresnet_opensr")
    checkpoint = {
        "state_dict": {
            **{f"generator.{root}{key}": torch.zeros_like(value) for key, value in weights.items()},
            "discriminator.blocks.0.weight": torch.zeros(4, 3, 3, 3),
        },
        "ema_state": {
            "decay": 0.999,
            "num_updates": 7,
            "device": None,
            "shadow_params": {f"{root}{key}": weights[key] for key in weights.keys() - buffers},
            "shadow_buffers": {f"{root}{key}": weights[key] for key in buffers},
        },
    }
    assert_same(imported(tmp_path, saved(tmp_path, checkpoint, "x.ckpt"))[0], name, lr, sr)


@pytest.mark.parametrize(
    ("kind", "layers"),
    [
        ("rcab", ("head.0", "body.0.conv1", "body.0.conv2", "body.0.se.1", "body_tail", "tail")),
        ("lka", ("head.0", "body.0.conv1", "body.0.lka.dw5", "body.0.lka.dw7d", "body_tail", "tail")),
        ("rrdb", ("head.0", "body.0.db1.c1", "body.0.db3.c5", "body_tail", "tail")),
        ("esrgan", ("conv_first", "body.0.db1.c1", "conv_body", "conv_hr", "conv_last")),
        ("stochastic_gan", ("head.0", "body.0.conv1", "body.0.noise_mlp.0", "body_tail", "tail")),
    ],
)
def test_other_generators_of_opensr_srgan_are_refused_by_name(tmp_path, kind, layers):
    weights = {
        f"generator.{name}.weight": torch.zeros(8, 8) if "mlp" in name else torch.zeros(8, 8, 3, 3)
        for name in layers
    }
    said = refusal(tmp_path, saved(tmp_path, weights))
    assert f"generator of type {kind}, and only the types standard and res" in said


def test_old_files_do_not_count_batches(tmp_path):
    weights, lr, sr = original("srgan_leftthomas", 2)
    old = {name: value for name, value in weights.items() if "num_batches" not in name}
    assert_same(imported(tmp_path, saved(tmp_path, old))[0], "srgan_leftthomas", lr, sr)


def test_normalisation_over_the_image_is_another_network(tmp_path):
    weights, _, _ = original("srresnet_twtygqyy", 4)
    later = {name: value for name, value in weights.items() if "running" not in name}
    assert refusal(tmp_path, saved(tmp_path, later)).startswith(
        "These weights are of a network that cannot be imported"
    )


@pytest.mark.parametrize("left_out", ["block1.1.weight", "block2.conv1.weight", "block3.bn1.running_var"])
def test_a_batch_norm_network_that_lacks_something_is_refused(tmp_path, left_out):
    weights, _, _ = original("srgan_leftthomas", 2)
    del weights[left_out]
    refusal(tmp_path, saved(tmp_path, weights))


@pytest.mark.parametrize(("name", "scale"), [("esrgan_old", 2), ("esrgan_old", 4), ("esrgan_old", 8)])
def test_old_esrgan_whose_fifth_convolution_has_no_number(tmp_path, name, scale):
    weights, lr, sr = original(name, scale)
    bare = {key.replace(".conv5.0.", ".conv5."): value for key, value in weights.items()}
    assert bare.keys() != weights.keys()
    package, _ = imported(tmp_path, saved(tmp_path, bare), scale=scale)
    assert_same(package, name, lr, sr)


@pytest.mark.parametrize(("scale", "inputs"), [(2, 12), (1, 48)])
def test_gathered_pixels_look_like_bands_so_that_is_asked(tmp_path, scale, inputs):
    file = saved(tmp_path, original("basicsr_rrdb", scale)[0])
    said = refusal(tmp_path, file)
    assert f"The weights take {inputs} channels to make 3: either 3 bands at scale {scale}" in said
    assert f"or {inputs} bands at scale 4" in said
    assert f"set SCALE to {scale}" in said
    assert f"At scale 4 these weights take {inputs} bands and produce 3" in refusal(tmp_path, file, scale=4)
    assert f"SCALE is 8, and the weights are for scale {scale}" in refusal(tmp_path, file, scale=8)


def test_bands_in_and_out_must_be_as_many(tmp_path):
    weights, _, _ = original("basicsr_rrdb", 4)
    weights["conv_first.weight"] = torch.zeros(8, 6, 3, 3)
    for said in ({}, {"scale": 4}):
        assert "6 bands and produce" in refusal(tmp_path, saved(tmp_path, weights), **said)


@pytest.mark.parametrize(
    ("said", "activation"), [({}, F.relu), ({"activation": "leaky_relu"}, lambda x: F.leaky_relu(x, 0.1))]
)
def test_a_compact_network_without_slopes_is_taken_to_have_relu(tmp_path, said, activation):
    weights, lr, sr = original("realesrgan_compact", 2, activation=activation)
    package, _ = imported(tmp_path, saved(tmp_path, weights), backbone_options=said or None)
    assert package.info.training.get("guessed") == ({"activation": "relu"} if not said else None)
    assert_same(package, "realesrgan_compact", lr, sr)


def test_channels_that_are_no_bands_are_refused(tmp_path):
    weights, _, _ = original("realesrgan_compact", 2)
    weights["body.0.weight"] = torch.zeros(8, 5, 3, 3)
    assert "takes 5 bands and produces 12 channels" in refusal(tmp_path, saved(tmp_path, weights))


def test_a_span_that_does_not_normalise(tmp_path):
    weights, lr, sr = original("span", 2, bands=4, normalised=False)
    package, _ = imported(tmp_path, saved(tmp_path, weights), bands="R, G, B, N")
    assert_same(package, "span", lr, sr)


def test_a_span_that_is_folded_already(tmp_path):
    weights, lr, sr = original("span", 4)
    folded = {name: value for name, value in weights.items() if ".conv." not in name and ".sk." not in name}
    for layer in {name.partition(".eval_conv")[0] for name in weights if ".eval_conv" in name}:
        for name, value in fold_wide(weights, layer).items():
            folded[name.replace(layer, f"{layer}.eval_conv")] = value.float()
    assert_same(imported(tmp_path, saved(tmp_path, folded))[0], "span", lr, sr)


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("plksr", {"sides": (3, 1)}),
        ("plksr", {"sides": (1, 3), "ea": False}),
        ("plksr", {"split": 8, "kernel": 7}),
        ("realplksr", {"norm": "layer"}),
        ("realplksr", {"norm": None}),
    ],
)
def test_plksr_in_its_other_forms(tmp_path, name, how):
    weights, lr, sr = original(name, 2, **how)
    assert_same(imported(tmp_path, saved(tmp_path, weights))[0], name, lr, sr)


def test_plksr_with_kernels_or_pixels_of_another_kind_is_refused(tmp_path):
    weights, _, _ = original("plksr", 2)
    sparse = {name.replace("lk.conv", "lk.convs.0"): value for name, value in weights.items()}
    assert "composed of several" in refusal(tmp_path, saved(tmp_path, sparse))
    sampled = {**original("realplksr", 2)[0], "to_img.scope.weight": torch.zeros(8, 12, 1, 1)}
    assert "(DySample)" in refusal(tmp_path, saved(tmp_path, sampled))


def test_normalisation_over_the_image_is_told(tmp_path):
    weights, _, _ = original("realplksr", 2)
    values = {
        "id": "import_model",
        "input": str(saved(tmp_path, weights)),
        "output": str(tmp_path / "x.srpk"),
    }
    said = log_lines(run_to_end(Job.load(values).run())[0])
    assert any("faint seams are possible" in line for line in said)


@pytest.mark.parametrize(
    ("scale", "how"),
    [
        (2, {"kind": "pixelshuffledirect", "window": 5}),
        (4, {"kind": "nearest+conv"}),
        (2, {"kind": "nearest+conv", "three": True}),
    ],
)
def test_swinir_in_its_other_forms(tmp_path, scale, how):
    weights, lr, sr = original("swinir", scale, **how)
    assert_same(imported(tmp_path, saved(tmp_path, weights))[0], "swinir", lr, sr)


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("dat", {"sides": (4, 4), "bias": False, "three": True, "kind": "pixelshuffledirect"}),
        ("dat", {"sides": (8, 4)}),
        ("hat", {"outer": 8, "three": True}),
    ],
)
def test_other_transformers_in_their_other_forms(tmp_path, name, how):
    weights, lr, sr = original(name, 2, **how)
    assert_same(imported(tmp_path, saved(tmp_path, weights))[0], name, lr, sr)


@pytest.mark.parametrize(
    "how",
    [{"position": False, "bias": False, "groups": 1}, {"window": 5, "heads": 2, "depth": 1, "bands": 4}],
)
def test_omnisr_in_its_other_forms(tmp_path, how):
    weights, lr, sr = original("omnisr", 2, **how)
    counted = {"residual_layer.0.total_ops": torch.zeros(1), "total_params": torch.zeros(1)}
    bands = ", ".join("RGBN"[: lr.shape[1]])
    package, _ = imported(tmp_path, saved(tmp_path, {**weights, **counted}), bands=bands)
    guessed = {} if how.get("position", True) else {"window_size": 8}
    assert package.info.training.get("guessed", {}) == guessed
    assert_same(package, "omnisr", lr, sr)


def test_an_omnisr_whose_groups_differ_is_refused(tmp_path):
    weights, _, _ = original("omnisr", 2)
    first = "residual_layer.1.residual_layer.1."
    fewer = {key: value for key, value in weights.items() if not key.startswith(first)}
    assert "almost match a supported network" in refusal(tmp_path, saved(tmp_path, fewer))


@pytest.mark.parametrize("name", ["dat", "hat"])
def test_other_transformers_of_another_kind_are_refused(tmp_path, name):
    weights, _, _ = original(name, 2)
    first = "layers.1.blocks.2" if name == "dat" else "layers.1.residual_group.blocks.2"
    fewer = {key: value for key, value in weights.items() if not key.startswith(first)}
    assert "do not exactly match a" in refusal(tmp_path, saved(tmp_path, fewer))
    same_size = {key: value for key, value in weights.items() if "upsample" not in key}
    assert "at their own size" in refusal(tmp_path, saved(tmp_path, same_size))


def test_a_swinir_of_another_kind_is_refused(tmp_path):
    weights, _, _ = original("swinir", 2)
    still = {name: value for name, value in weights.items() if not name.endswith("attn_mask")}
    assert "does not shift its windows" in refusal(tmp_path, saved(tmp_path, still))
    same_size = {name: value for name, value in weights.items() if "upsample" not in name}
    assert "at their own size" in refusal(tmp_path, saved(tmp_path, same_size))


def sr3_weights(inner, mults, blocks, attended=()):
    """The names and shapes of a network of the repository, without numbers."""
    made, question = original_sr3(inner=8, groups=4, mults=mults, blocks=blocks, attended=attended)[:2]
    assert question
    return made


def test_the_published_sr3_from_64_to_512_is_known(monkeypatch):
    weights = Weights(sr3_weights(8, (1, 2, 4, 8, 16), 1))
    assert Sr3().read(weights, 8).published_options["norm_groups"] == 8
    monkeypatch.setattr(
        "sr_core.importing.sr3.FACES_512",
        {"inner_channel": 8, "channel_mults": [1, 2, 4, 8, 16], "res_blocks": 1},
    )
    for scale, size in ((8, 512), (4, 512), (3, 528)):
        assert Sr3().read(weights, scale).published_options["image_size"] == size
    attending = Weights(sr3_weights(8, (1, 2, 4, 8, 16), 1, (4,)))
    assert Sr3().read(attending, 8).published_options["image_size"] == 256


@pytest.mark.parametrize(("blocks", "groups", "size"), [(1, 16, 512), (2, 32, 256)])
def test_so_it_is_by_its_own_widths(blocks, groups, size):
    def conv(outputs, inputs):
        return torch.empty(outputs, inputs, 3, 3, device="meta")

    tensors, before, number = {"downs.0.weight": conv(64, 6), "final_conv.block.3.weight": conv(3, 64)}, 64, 1
    tensors["mid.0.attn.qkv.weight"] = torch.empty(3072, 1024, 1, 1, device="meta")
    for level, mult in enumerate((1, 2, 4, 8, 16)):
        for _ in range(blocks):
            tensors[f"downs.{number}.res_block.block1.block.3.weight"] = conv(64 * mult, before)
            before, number = 64 * mult, number + 1
        if level < 4:
            tensors[f"downs.{number}.conv.weight"] = conv(before, before)
            number += 1
    layout, weights = detect_layout(iter([Weights(tensors)]))
    found = layout.read(weights, 8).published_options
    assert (found["norm_groups"], found["image_size"]) == (groups, size)


def test_assumed_options_are_named_in_log_and_card(tmp_path):
    weights, _, _ = original_sr3()
    package, steps, _ = imported_sr3(tmp_path, weights)
    for name in ("image_size", "clip", "schedule", "n_timestep"):
        assert any(f"do not contain {name}: " in line and "is assumed" in line for line in log_lines(steps))
    guessed = package.info.training["guessed"]
    assert (guessed["image_size"], guessed["schedule"]) == (64, "linear")
    assert "norm_groups" not in guessed  # the test says it
    card = render_card(package.info)
    assert "Guessed, as the weights do not say it" in card
    assert "image_size = 64" in card
