"""The card of a model: in the package, as a page, and as a job."""

from __future__ import annotations

import json
import re
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
import rasterio
from pyproj import CRS

from sr_core.datasets.data_summary import DataSummary
from sr_core.datasets.tileset_info import SourceRaster
from sr_core.errors import OutputError, PackageError
from sr_core.jobs import Job
from sr_core.package.card import build_card, duration, render_card
from sr_core.package.info import PLAIN
from sr_core.package.srpk import ModelPackage, read_info
from sr_core.reports.model_card_page import render_card_page

from ..support.report_models import HISTORY
from ..support.small_packages import change_schema, make_package, package_info, replace_files, write_package
from ..support.small_trainings import log_lines, run_to_end, train

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT / "script"))

import translations  # noqa: E402


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A sound package as bytes."""
    path = tmp_path_factory.mktemp("package") / "m.srpk"
    make_package().save(path)
    return path.read_bytes()


def test_the_card_is_read_without_the_network(tmp_path, whole):
    data = {
        "folder": "tiles",
        "tiles": {"train": 7, "test": 3},
        "tile_size": 64,
        "sources": ["a.tif"],
        "n_sources": 3,
    }
    illustrated = replace(make_package(licence="CC-BY-4.0", data=data), thumbnail=b"\x89PNG...")
    illustrated.save(tmp_path / "m.srpk")
    bare = tmp_path / "bare.srpk"
    bare.write_bytes(replace_files((tmp_path / "m.srpk").read_bytes(), weights=None))
    info, thumbnail = read_info(bare)
    assert (info, thumbnail) == (illustrated.info, b"\x89PNG...")
    assert ModelPackage.load(tmp_path / "m.srpk").thumbnail == thumbnail
    assert read_info(write_package(tmp_path, whole)) == (package_info(), None)
    text = render_card(info)
    assert (
        "Licence: CC-BY-4.0" in text
        and "7 train, 3 test tiles of 64 × 64 pixels" in text
        and "a.tif and 2 more" in text
    )


def test_the_plugins_half_can_read_the_card_with_the_standard_library(tmp_path):
    """The layout that package.py describes, by the names that the plugin uses."""
    replace(make_package(licence="mine"), thumbnail=b"png").save(tmp_path / "m.srpk")
    with zipfile.ZipFile(tmp_path / "m.srpk") as archive:
        told = json.loads(archive.read("schema.json"))
        assert archive.read("thumbnail.png") == b"png"
    assert {"scale", "bands", "licence", "data", "metrics", "training", "created", "versions"} <= told.keys()
    assert told["metrics"]["model"]["psnr"] == 25.64 and told["metrics"]["intervals"]["gain"] == {}
    assert told["backbone"]["id"] == "edsr" and told["licence"] == "mine"


def test_a_package_of_the_first_format_is_read(tmp_path, whole):
    def older(schema):
        schema["format"] = 1
        for key in ("licence", "data"):
            del schema[key]
        for key in ("intervals", "bands"):
            del schema["metrics"][key]
        for side in ("model", "bicubic"):
            for key in ("l1", "l2", "improvement", "omission", "hallucination"):
                del schema["metrics"][side][key]

    info = read_info(write_package(tmp_path, change_schema(whole, older)))[0]
    assert info.model_copy(update={"format": PLAIN}) == package_info()


def test_a_damaged_thumbnail_is_refused_as_any_other_part(tmp_path):
    replace(make_package(), thumbnail=b"a picture of land").save(tmp_path / "m.srpk")
    spoilt = (tmp_path / "m.srpk").read_bytes().replace(b"a picture of land", b"a picture of lend")
    with pytest.raises(PackageError, match="is damaged"):
        read_info(write_package(tmp_path, spoilt))


# The page


def test_the_page_of_a_card_shows_all_that_is_known():
    info = package_info(licence="CC-BY-4.0", training=HISTORY)
    text = render_card_page(info, "m.srpk", b"a PNG")
    for told in ("CC-BY-4.0", "25.64", "1 min 15 s", "Learning-rate test", "red, band 2", "Abacus 9"):
        assert told in text
    assert text.count("<img") == 3  # thumbnail, learning rates, learning
    assert not re.search(r"https?://|url\(|<script", text)


def test_a_german_card_has_german_numbers(use_translations):
    metrics = package_info().metrics.model_copy(update={"fixed_pattern": 0.0123})
    data = {
        "folder": "7",
        "tiles": {"train": 7},
        "tile_size": 64,
        "sources": ["a.tif"],
        "n_sources": 1,
        "ground_resolution": 2.5,
    }
    info = package_info(data=data, metrics=metrics, std=(0.25, 0.125))
    use_translations("")
    card = render_card(info)
    for text in ("| 25.64 |", "2.5 → 1.25 m", "0.25, 0.125", "| 1.23% |", "share of the range of values"):
        assert text in card
    use_translations(translations.path_of("de"))
    card = render_card(info)
    for text in ("| 25,64 |", "2,5 → 1,25 m", "0,25; 0,125", "| 1,23% |", "als Anteil am Wertebereich"):
        assert text in card
    assert not re.search(r"\d\.\d", card)


def test_the_page_of_a_card_that_says_little():
    text = render_card_page(package_info(metrics=None, training={}), "m.srpk", None)
    assert "<img" not in text and "<h2>Figures" not in text and "<h2>Learning" not in text
    assert "not stated" in text


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.1234, "0.123 s"), (59, "59 s"), (75, "1 min 15 s"), (7260, "2 h 1 min")]
)
def test_durations(seconds, said):
    assert duration(seconds) == said


# The jobs


def test_a_training_writes_card_thumbnail_and_report(make_tileset, tmp_path):
    tileset = make_tileset(test=6)
    out, page = tmp_path / "m.srpk", tmp_path / "m.html"
    steps, result = train(tileset, out, output_html=str(page), licence=" CC-BY-4.0 ")
    info, thumbnail = read_info(out)
    assert info.licence == "CC-BY-4.0" and thumbnail.startswith(b"\x89PNG")
    assert info.data == DataSummary(
        folder=tileset.folder.name,
        tiles={"train": 6, "val": 2, "test": 6},
        tile_size=48,
    )
    low, high = info.metrics.intervals.model["psnr"]
    assert low <= info.metrics.model.psnr == result.psnr <= high
    assert [band.name for band in info.metrics.bands] == list(info.bands)
    assert info.training["hardware"]["cores"]
    text = page.read_text(encoding="utf-8")
    assert f"{result.psnr:.2f}" in text and "Loss and validation PSNR" in text and "CC-BY-4.0" in text
    assert "invented" in log_lines(steps)[-1]


def test_the_licence_of_the_model_it_started_from_goes_on(make_tileset, tmp_path):
    tileset = make_tileset()
    train(tileset, tmp_path / "a.srpk", licence="share alike", epochs=1)
    train(tileset, tmp_path / "b.srpk", pretrained=str(tmp_path / "a.srpk"), epochs=1)
    train(tileset, tmp_path / "c.srpk", pretrained=str(tmp_path / "a.srpk"), licence="own", epochs=1)
    assert [read_info(tmp_path / f"{name}.srpk")[0].licence for name in "bc"] == ["share alike", "own"]
    assert not list(tmp_path.glob("*.html"))


def test_a_report_that_cannot_be_written_is_refused_before_training(make_tileset, tmp_path):
    with pytest.raises(OutputError, match="does not exist"):
        train(make_tileset(), tmp_path / "m.srpk", output_html=str(tmp_path / "none" / "m.html"))
    assert not (tmp_path / "m.srpk").exists()


def test_inspecting_gives_the_card_without_the_network(tmp_path):
    replace(make_package(licence="mine"), thumbnail=b"png").save(tmp_path / "whole.srpk")
    bare = write_package(tmp_path, replace_files((tmp_path / "whole.srpk").read_bytes(), weights=None))
    page = tmp_path / "card.html"
    steps, result = run_to_end(
        Job.load({"id": "inspect_model", "model": str(bare), "output_html": str(page)}).run()
    )
    assert result.model_dump(exclude_none=True) == {
        "scale": 2,
        "bands": "red, band 2",
        "n_bands": 2,
        "backbone": "edsr",
        "degradation": "bicubic",
        "licence": "mine",
        "created": "2026-01-01T00:00:00+00:00",
        "psnr": 25.64,
        "bicubic_psnr": 25.64,
        "ssim": 0.7,
    }
    assert "- Licence: mine" in log_lines(steps)
    assert "x.srpk: super-resolution ×2" in page.read_text(encoding="utf-8")


def test_inspecting_what_is_no_model_is_refused(tmp_path):
    job = Job.load({"id": "inspect_model", "model": str(write_package(tmp_path, b"land"))})
    with pytest.raises(PackageError, match="is not a model package"):
        run_to_end(job.run())


def test_a_summary_names_rasters_and_not_where_they_lie(make_tileset):
    tileset = make_tileset()
    sources = [
        SourceRaster(crs=CRS.from_epsg(32633).to_wkt(), paths=("/home/me/a.tif", "C:\\land\\b.tif")),
        SourceRaster(crs="nonsense", paths=tuple(f"/x/{i}.tif" for i in range(10))),
    ]
    found = DataSummary.of(replace(tileset, info=tileset.info.model_copy(update={"sources": tuple(sources)})))
    assert found.sources[:3] == ("a.tif", "b.tif", "0.tif") and (len(found.sources), found.n_sources) == (
        8,
        12,
    )
    assert found.crs == ("WGS 84 / UTM zone 33N", "unknown")


@pytest.mark.parametrize(
    ("crs", "pixel", "corner", "metres"),
    [
        (32633, 10, (5e5, 5e6), 10),
        (2263, 10, (1e6, 2e5), 10 * 1200 / 3937),  # US survey feet
        (4326, 1e-4, (10, 60.0012), 5.58),  # half of what it is at the equator, nearly
        (3857, 10, (1e6, 8399738), 5.01),  # Web Mercator at 60°, whose metres are half as long
        (27700, 10, (257070, 285728), 10),  # as it is called: on the ground 10.003
        ('LOCAL_CS["site",UNIT["metre",1]]', 10, (0, 0), None),  # tied to no place on the ground
        (3035, 10, (4321000, 3210000), 10),
        (None, 10, (0, 0), None),
    ],
)
def test_a_summary_tells_the_ground_resolution(make_tileset, crs, pixel, corner, metres):
    tileset = make_tileset()
    path = tileset.path("train", "lr", tileset.names("train")[0])
    with rasterio.open(path, "r+") as tile:
        tile.crs = rasterio.CRS.from_user_input(crs) if crs else rasterio.CRS()
        tile.transform = rasterio.Affine(pixel, 0, corner[0], 0, -pixel, corner[1])
    data = DataSummary.of(tileset)
    found = data.ground_resolution
    assert found == (metres if metres is None else pytest.approx(metres, rel=2e-3))
    told = f"Ground resolution: {found or 0:.3g} → {(found or 0) / 2:.3g} m"
    assert (told in render_card(package_info(data=data))) == (found is not None)


def test_settings_are_read_by_people():
    optimisation = {
        "optimiser": {"id": "adam", "eps": 1e-08, "weight_decay": 0.0},
        "schedule": {"id": "cosine"},
        "clip_norm": None,
        "ema": 0.99,
    }
    card = build_card(package_info(training={"optimisation": optimisation, "jitter": 0.0}), "m")
    facts = {title: value for part in card.sections for title, value in part.facts.items()}
    assert (
        facts["Optimisation"]
        == "optimiser = adam (eps = 1e-08, weight_decay = 0), schedule = cosine, ema = 0.99"
    )
    assert facts["Jitter"] == "0"
