"""What a package says of itself, read as today's and tomorrow's packages say it; and models by name."""

import hashlib
import json
import re
import zipfile

import pytest
from finer.processing_provider import engine_schema, model_file, model_library
from finer.processing_provider.dialogs import model_card_widget
from finer.processing_provider.dialogs.model_card_widget import card_html
from finer.processing_provider.errors import FinerError

INFO = {
    "format": 1,
    "backbone": {"id": "edsr", "n_feats": 8},
    "scale": 4,
    "bands": ["B02", "B03", ""],
    "dtype": "uint16",
    "metrics": {
        "model": {"psnr": 30.128, "ssim": None, "sam": 1.5},
        "bicubic": {"psnr": 28.4, "ssim": None, "sam": None},
    },
}


@pytest.fixture
def package(tmp_path):
    """`package("m.srpk", licence="MIT")` writes one with this in its schema.json; other files by `files`."""

    def write(name, files=None, packing=zipfile.ZIP_STORED, **changed):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = {
            "schema.json": json.dumps({**INFO, **changed}),
            "sampling.json": "{}",
            "README.md": "# EDSR: deep ×4\n\nmore",
            **(files or {}),
        }
        with zipfile.ZipFile(path, "w", packing) as archive:
            for entry, data in content.items():
                archive.writestr(entry, data)
        return str(path)

    return write


def test_what_todays_packages_say(package):
    model = model_file.read(package("m.srpk"))
    assert (model.name, model.network, model.scales, model.bands) == (
        "m",
        "EDSR: deep",
        (4,),
        ("B02", "B03", ""),
    )
    assert not model.is_diffusion
    assert model.metrics == ({"psnr": 30.128, "sam": 1.5}, {"psnr": 28.4})
    assert (model.licence, model.ground_resolution, model.sources, model.thumbnail) == ("", None, "", None)


def test_what_newer_packages_say_besides(package):
    data = {"ground_resolution": 2.4, "sources": ["a.tif", "b.tif", "c.tif"], "n_sources": 5}
    model = model_file.read(
        package("m.srpk", {"thumbnail.png": b"png"}, format=2, licence="CC0-1.0", data=data)
    )
    assert (model.licence, model.ground_resolution, model.thumbnail) == ("CC0-1.0", 2.4, b"png")
    assert model.sources == "a.tif, b.tif + 3"


def test_a_model_with_a_guide_says_so(package):
    """And if it learnt one scale coarser, its pixels are those it is for."""
    guide = {"bands": ["B08", ""], "ratio": 2}
    data = {"ground_resolution": 80, "wald": True}
    model = model_file.read(package("m.srpk", format=3, guide=guide, outputs=[2, 0], data=data))
    assert (model.guide["ratio"], model.n_results, model.ground_resolution) == (2, 2, 20)
    assert "B08, 2, pixels 2 times as fine" in card_html(model)
    plain = model_file.read(package("n.srpk"))
    assert plain.guide is None and plain.n_results == 3
    assert "times as fine" not in card_html(plain)


@pytest.mark.parametrize(
    "spoilt",
    [
        {"guide": []},
        {"guide": {"bands": ["a"], "ratio": 5}},
        {"guide": {"bands": [], "ratio": 2}},
        {"outputs": [3]},
    ],
)
def test_a_guide_that_is_none_makes_no_package(package, spoilt):
    with pytest.raises(FinerError, match="is not a model package"):
        model_file.read(package("m.srpk", format=3, **{"guide": None, **spoilt}))


def test_of_several_scales_all_are_known(package):
    assert model_file.read(package("m.srpk", {"README.md": "# MDSR ×2, ×3, ×4"})).scales == (2, 3, 4)


def test_a_diffusion_model_is_known_by_its_sampling(package):
    sampling = json.dumps({"sampler": {"id": "ddim", "n_timestep": 20}})
    assert model_file.read(package("m.srpk", {"sampling.json": sampling})).is_diffusion


@pytest.mark.parametrize("spoilt", ["[]", "{", "{}", '{"format": "x", "scale": 1}', '{"format": 1}'])
def test_what_is_no_package_is_said_in_one_sentence(package, spoilt):
    with pytest.raises(FinerError, match="is not a model package"):
        model_file.read(package("m.srpk", {"schema.json": spoilt}))


def test_files_that_are_no_packages_are_refused(package, tmp_path):
    (tmp_path / "a.srpk").write_text("text")
    for path in (str(tmp_path / "a.srpk"), package("deflated.srpk", packing=zipfile.ZIP_DEFLATED)):
        with pytest.raises(FinerError, match="is not a model package"):
            model_file.read(path)
    with pytest.raises(FinerError, match="There is no file"):
        model_file.read(str(tmp_path / "none.srpk"))
    with pytest.raises(FinerError, match="newer version of Finer"):
        model_file.read(package("new.srpk", format=model_file.FORMAT + 1))


def test_a_package_that_was_replaced_is_read_again(package):
    assert model_file.read(package("m.srpk")).scale == 4
    assert model_file.read(package("m.srpk", scale=2, licence="longer than before")).scale == 2


def test_the_card_shows_text_as_text(package):
    text = card_html(model_file.read(package("m.srpk", licence="<b>mine</b>", bands=["<i>", "", "x"])))
    assert "&lt;b&gt;mine&lt;/b&gt;" in text
    assert "&lt;i&gt;, 2, x" in text
    assert "30.13" in text and "28.40" in text
    assert "–" in text  # bicubic's SAM was not measured
    assert "SSIM" not in text  # which nobody measured


def test_the_card_shows_facts_and_metrics_under_the_engines_titles(package):
    data = {"ground_resolution": 2.4, "sources": ["a.tif"], "n_sources": 1}
    text = card_html(model_file.read(package("m.srpk", licence="CC0-1.0", data=data)))
    assert re.findall(r"<br>([^:]+): ([^<]+)", text) == [
        ("Bands, in this order", "B02, B03, 3"), ("Pixels", "uint16"), ("Ground resolution", "2.4 → 0.6 m"),
        ("Source rasters", "a.tif"), ("Licence", "CC0-1.0"),
    ]  # fmt: skip
    assert re.findall(r"&nbsp;([^<]+)<", text) == ["PSNR (dB)", "SAM (°)", "30.13", "1.50", "28.40", "–"]
    assert "Licence: not stated" in card_html(model_file.read(package("bare.srpk")))


def test_the_card_names_a_known_network_in_the_users_language(package, monkeypatch):
    german = {
        "EDSR: residual network without batch normalisation": "Residualnetz",
        "Network in ONNX": "Netz in ONNX",
    }
    monkeypatch.setattr(
        model_card_widget, "tr", lambda text, **values: german.get(text, text).format(**values)
    )
    readme = {"README.md": "# EDSR: residual network without batch normalisation ×4"}
    assert card_html(model_file.read(package("m.srpk", readme))).startswith("<b>m</b> – Residualnetz ×4<br>")
    onnx = {"README.md": "# Network in ONNX ×2"}
    network = {"id": "onnx"}
    assert "– Netz in ONNX ×2<br>" in card_html(model_file.read(package("o.srpk", onnx, backbone=network)))
    foreign = {"README.md": "# Of another version ×4"}
    assert "– Of another version ×4<br>" in card_html(model_file.read(package("f.srpk", foreign)))


def test_without_the_engines_titles_the_card_names_the_model(package, monkeypatch, tmp_path):
    monkeypatch.setattr(engine_schema, "SCHEMA", tmp_path / "none.json")
    engine_schema.card.cache_clear()
    assert card_html(model_file.read(package("m.srpk"))) == "<b>m</b> – EDSR: deep ×4"
    monkeypatch.undo()
    engine_schema.card.cache_clear()


# Models at hand


@pytest.fixture
def models_at_hand(package, monkeypatch, tmp_path):
    monkeypatch.setattr(model_library, "BUNDLED", tmp_path / "bundled")
    return {
        "own": package("finer-home/models/own.srpk"),
        "both": package("finer-home/models/both.srpk"),
        "given": package("bundled/given.srpk"),
        "hidden": package("bundled/both.srpk"),
    }


def test_models_go_by_name(models_at_hand):
    assert {name: str(path) for name, path in model_library.list_models().items()} == {
        name: models_at_hand[name] for name in ("both", "given", "own")
    }
    assert (
        model_library.resolve_model("given")
        == model_library.resolve_model("given.srpk")
        == models_at_hand["given"]
    )
    assert model_library.resolve_model("both") == models_at_hand["both"]
    assert model_library.resolve_model(models_at_hand["hidden"]) == models_at_hand["hidden"]
    assert (
        model_library.resolve_model("/nowhere/m.srpk") == "/nowhere/m.srpk"
    )  # the engine says that there is none


def test_a_run_takes_a_model_by_name(
    models_at_hand, create_algorithm, context, make_raster, monkeypatch, tmp_path
):
    from finer.processing_provider.engine import worker

    jobs = []

    def fake_run(job, is_cancelled, proxy=None):
        jobs.append(job)
        yield {"event": "done", "result": {}}

    monkeypatch.setattr(worker, "run_job", fake_run)
    values = {"INPUT": make_raster("a.tif"), "MODEL": "given", "OUTPUT": str(tmp_path / "o.tif")}
    shown = create_algorithm("classify_pixels")
    assert shown.checkParameterValues(values, context) == (True, "")
    from qgis.core import QgsProcessingFeedback

    assert shown.run(values, context, QgsProcessingFeedback())[1]
    assert jobs[0]["model"] == models_at_hand["given"]


def test_models_are_renamed_and_taken_in(models_at_hand, package, tmp_path):
    assert model_library.rename(models_at_hand["own"], "mine").name == "mine.srpk"
    for name in ("both", "", "a/b", "..", 'a"b'):
        with pytest.raises(FinerError):
            model_library.rename(model_library.list_models()["mine"], name)
    copy = model_library.add(package("elsewhere/mine.srpk"))
    assert copy.name == "mine-2.srpk"
    (tmp_path / "no.srpk").write_text("")
    with pytest.raises(FinerError):
        model_library.add(str(tmp_path / "no.srpk"))
    assert model_library.is_bundled(model_library.list_models()["given"])
    assert not model_library.is_bundled(copy)


SOUND = {"mean": [0.1, 0.2, 0.3], "std": [1, 1, 1], "radiometry": {"gain": [1, 1, 1], "offset": [0, 0, 0]}}


@pytest.mark.parametrize(
    "wrong",
    [
        {"std": [0, 1, 1]}, {"std": [-1, 1, 1]}, {"std": [1]}, {"std": ["1", 1, 1]}, {"std": 1},
        {"mean": [float("nan"), 0, 0]}, {"mean": [float("inf"), 0, 0]}, {"mean": [1e300, 0, 0]}, {"mean": [True, 0, 0]},
        {"radiometry": {"gain": [0, 1, 1]}}, {"bands": []}, {"bands": "abc"}, {"bands": [1, 2, 3]},
        {"bands": ["\ud800", "", ""]}, {"bands": ["x"] * 5000}, {"scale": 2.5}, {"scale": "4"}, {"scale": 0},
        {"scale": 10**9}, {"backbone": "edsr"}, {"backbone": {}}, {"metrics": [1]}, {"metrics": {"model": 3}},
        {"data": {"sources": "a.tif"}}, {"data": {"n_sources": "x"}}, {"licence": 3}, {"format": None},
    ],
)  # fmt: skip
def test_values_that_no_package_has_are_refused(package, wrong):
    model_file.read(package("sound.srpk", **SOUND))
    with pytest.raises(FinerError, match="is not a model package"):
        model_file.read(package("m.srpk", **{**SOUND, **wrong}))


@pytest.mark.parametrize("depth", [40, 200_000])
def test_deep_and_large_descriptions_are_refused(package, depth):
    deep = json.dumps({**INFO, "training": 0}).replace(": 0}", ": " + "[" * depth + "]" * depth + "}")
    for files in ({"schema.json": deep}, {"schema.json": json.dumps(INFO) + " " * (17 * 2**20)}):
        with pytest.raises(FinerError, match="is not a model package"):
            model_file.read(package("m.srpk", files))


def test_checksums_are_compared(package):
    sums = "{}  {}\n".format
    content = {"schema.json": json.dumps(INFO), "sampling.json": "{}", "README.md": "# EDSR ×4"}
    right = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in content.items()}
    listed = "".join(sums(right[name], name) for name in content)
    assert model_file.read(package("m.srpk", {**content, "SHA256SUMS": listed})).scale == 4
    for name in content:
        with pytest.raises(FinerError, match="is not a model package"):
            model_file.read(package("n.srpk", {**content, name: content[name] + " ", "SHA256SUMS": listed}))
