"""The model package: what goes in comes out to the bit, and what is no package is refused in one sentence."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from safetensors.torch import save as pack_weights

from sr_core.backbones import Backbone
from sr_core.errors import OutputError, PackageError
from sr_core.package.card import render_card
from sr_core.package.info import FORMAT, PLAIN, PackageInfo
from sr_core.package.srpk import ModelPackage
from sr_core.raster.radiometry import Radiometry

from ..support.small_packages import change_schema, make_package, package_info, replace_files, write_package

NAN = float("nan")


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A sound package as bytes."""
    path = tmp_path_factory.mktemp("package") / "m.srpk"
    make_package().save(path)
    return path.read_bytes()


def load(tmp_path, data):
    return ModelPackage.load(write_package(tmp_path, data))


@given(
    st.sampled_from([2, 3, 4, 8]),
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"])), min_size=1, max_size=4),
    st.floats(allow_infinity=True) | st.none(),
    st.floats(1e-30, 1e30),
)
def test_any_description_comes_back(scale, bands, nodata, value):
    numbers = (value,) * len(bands)
    info = package_info(
        scale=scale,
        bands=tuple(bands),
        nodata=nodata,
        mean=numbers,
        std=numbers,
        radiometry=Radiometry(gain=numbers, offset=numbers),
    )
    again = PackageInfo.model_validate_json(info.model_dump_json())
    assert repr(again) == repr(info)  # NaN is not equal to itself, but reads the same


def test_a_model_for_the_same_size_is_described_as_one():
    info = package_info(scale=1, backbone=Backbone.members["rrdn"](unshuffle=4))
    assert PackageInfo.model_validate_json(info.model_dump_json()) == info
    assert "×1: images are restored at the same size" in render_card(info)
    assert "- Scale: ×2\n" in render_card(package_info())


def test_the_same_content_gives_the_same_bytes(tmp_path, whole):
    make_package().save(tmp_path / "m.srpk")
    assert (tmp_path / "m.srpk").read_bytes() == whole
    make_package(seed=1).save(tmp_path / "m.srpk")
    assert (tmp_path / "m.srpk").read_bytes() != whole


def test_the_zip_is_plain_and_says_for_people_what_it_is(whole):
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert {info.filename for info in archive.infolist()} == {
            "schema.json",
            "sampling.json",
            "README.md",
            "weights.safetensors",
            "graphs.json",
            "SHA256SUMS",
        }
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
        text = archive.read("README.md").decode()
        assert json.loads(archive.read("schema.json"))["format"] == PLAIN
    assert "EDSR" in text and "×2" in text and "red, band 2" in text and "25.64" in text
    assert "| SSIM ↑ | 0.7000 | 0.7000 |" in text and "SAM" not in text and "Licence: not stated" in text
    assert "0.0001, 0.0002" in text


def test_a_package_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    with pytest.raises(OutputError, match="does not exist"):
        make_package().save(tmp_path / "nowhere" / "m.srpk")
    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    with pytest.raises(OutputError, match=r"not enough disk space in .*No space"):
        make_package().save(tmp_path / "m.srpk")
    assert list(tmp_path.iterdir()) == []


# What is no package


def test_no_file(tmp_path):
    with pytest.raises(PackageError, match=r"no file .*choose a model package \(.srpk\)"):
        ModelPackage.load(tmp_path / "m.srpk")
    with pytest.raises(PackageError, match="no file"):
        ModelPackage.load(tmp_path)


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"GIF89a" * 100], ids=["empty", "start", "other"])
def test_not_a_zip(tmp_path, data):
    with pytest.raises(PackageError, match="is not a model package"):
        load(tmp_path, data)


@given(st.floats(0, 0.999))
def test_truncated(whole, tmp_path_factory, share):
    with pytest.raises(PackageError, match="only a part of one"):
        load(tmp_path_factory.getbasetemp(), whole[: int(len(whole) * share)])


@pytest.mark.parametrize("missing", ["schema", "weights"])
def test_another_zip(tmp_path, whole, missing):
    with pytest.raises(PackageError, match=f"a zip file, but not a model package .*holds no {missing}"):
        load(tmp_path, replace_files(whole, **{missing: None}))


def test_a_compressed_zip_is_refused_for_it_could_grow_without_end(tmp_path, whole):
    with pytest.raises(PackageError, match="damaged"):
        load(tmp_path, replace_files(whole, zipfile.ZIP_DEFLATED))


def test_a_future_version(tmp_path, whole):
    future = change_schema(whole, lambda schema: schema.update(format=FORMAT + 1, novelty=1))
    with pytest.raises(
        PackageError, match=rf"newer version of Finer \(package format {FORMAT + 1}, .*: update the plugin"
    ):
        load(tmp_path, future)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda schema: schema.pop("scale"), "scale"),
        (lambda schema: schema.update(scale=5), "scale"),
        (lambda schema: schema.update(surprise=1), "surprise"),
        (lambda schema: schema.update(format="one"), "format"),
        (lambda schema: schema.update(mean=[0.1]), "differ in length"),
        (lambda schema: schema.update(bands=[]), "bands"),
        (lambda schema: schema.update(std=[0.1, "NaN"]), "std"),
        (lambda schema: schema.update(backbone={"id": "tomorrow"}), "tomorrow"),
        (lambda schema: schema["backbone"].update(n_feats=0), "n_feats"),
        (lambda schema: schema["backbone"].update(wings=2), "wings"),
        (
            lambda schema: schema.update(backbone={"id": "otbtf_srresnet"}, scale=3),
            "does not support scale 3",
        ),
        (lambda schema: schema["radiometry"].update(gain=[0, 1]), "gain"),
    ],
)
def test_a_description_that_does_not_hold(tmp_path, whole, change, reason):
    with pytest.raises(PackageError, match=f"does not describe a model that this version knows .*{reason}"):
        load(tmp_path, change_schema(whole, change))


@pytest.mark.parametrize(
    "schema", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"format": null}', b"[" * 100_000]
)
def test_a_description_that_is_none(tmp_path, whole, schema):
    with pytest.raises(PackageError, match="does not describe a model"):
        load(tmp_path, replace_files(whole, schema=schema))


def test_weights_that_are_none(tmp_path, whole):
    with pytest.raises(PackageError, match=r"weights .* cannot be read"):
        load(tmp_path, replace_files(whole, weights=b"not weights"))


def weights_of(net, **changes):
    return pack_weights({**net.body.state_dict(), **changes})


@pytest.mark.parametrize(
    ("weights", "sentence"),
    [
        (lambda net: pack_weights({}), "is absent instead of float32"),
        (lambda net: weights_of(net, extra=torch.zeros(1)), r"extra is float32 \(1,\) instead of absent"),
        (
            lambda net: weights_of(make_package(bands=("a",), mean=(0,), std=(1,), radiometry=ONE).net),
            r"\(1,\) instead of float32 \(2,\)",
        ),
        (lambda net: weights_of(net.half()), "float16"),
    ],
    ids=["none", "one more", "of another net", "of another type"],
)
def test_weights_that_do_not_fit_the_description(tmp_path, whole, weights, sentence):
    with pytest.raises(PackageError, match=f"weights .* do not fit the network it describes .*{sentence}"):
        load(tmp_path, replace_files(whole, weights=weights(make_package().net)))


ONE = Radiometry(gain=(1,), offset=(0,))


def test_a_huge_network_without_weights_costs_no_memory(tmp_path, whole):
    """40 GB of weights are described; they are never laid out, for those in the file do not fit."""
    huge = change_schema(whole, lambda schema: schema["backbone"].update(n_feats=1024, n_blocks=256))
    with pytest.raises(PackageError, match="do not fit"):
        load(tmp_path, huge)


@given(st.data())
def test_damage_is_noticed_or_harmless(whole, tmp_path_factory, shared_data):
    """Whatever bytes are damaged: a refusal in one sentence, or else the very same model."""
    spoilt = bytearray(whole)
    for _ in range(shared_data.draw(st.integers(1, 4))):
        # The zip's own bookkeeping is a small part of the file; it gets half of the damage.
        tail = shared_data.draw(st.booleans())
        place = shared_data.draw(st.integers(len(whole) - 400 if tail else 0, len(whole) - 1))
        spoilt[place] = shared_data.draw(st.integers(0, 255))
    try:
        found = load(tmp_path_factory.getbasetemp(), bytes(spoilt))
    except PackageError as refusal:
        assert len(str(refusal)) < 500
    else:
        sound = make_package()
        assert found.info == sound.info
        weights = sound.net.body.state_dict()
        assert all(torch.equal(value, weights[name]) for name, value in found.net.body.state_dict().items())


@given(st.binary(max_size=300))
def test_bytes_that_happen_to_be_there(tmp_path_factory, shared_data):
    with pytest.raises(PackageError):
        load(tmp_path_factory.getbasetemp(), shared_data)


def test_nothing_in_a_package_is_ever_run(tmp_path, whole):
    """Pickled weights, in which code can hide, are no weights."""
    file = io.BytesIO()
    torch.save(make_package().net.body.state_dict(), file)
    with pytest.raises(PackageError, match="cannot be read"):
        load(tmp_path, replace_files(whole, weights=file.getvalue()))
