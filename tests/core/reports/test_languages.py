"""Every page is whole in every language: no word of it is left in English, and figures are the same."""

from __future__ import annotations

import base64
import html
import os
import re
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from affine import Affine

from sr_core import i18n
from sr_core.datasets.tileset_info import SourceRaster
from sr_core.evaluation.tile_scores import summarize
from sr_core.hardware import describe_hardware
from sr_core.raster.downsampling import downsample
from sr_core.reports.evaluation_report import EvaluatedModel, render_report
from sr_core.reports.model_card_page import render_card_page
from sr_core.reports.scene_list import render_scene_list
from sr_core.stac.api_search import Candidate, Catalogue
from sr_core.stac.search_dates import Dates
from sr_core.training.final_evaluation import measurement_facts

from ..conftest import synthetic_land
from ..support.export_runs import run
from ..support.report_models import HISTORY, package_for, tile
from ..support.small_packages import package_info

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT / "script"))

import strings  # noqa: E402
import translations  # noqa: E402

REPORTS = {}
"""Translations -> the pages in them, which take seconds and which several tests look at."""


def page_of_reports(make_tileset):
    """Of one model and of two, with all that reports can tell, in the translations that the engine uses."""
    used = os.environ.get(i18n.VARIABLE)
    if used not in REPORTS:
        REPORTS[used] = write_reports(make_tileset)
    return REPORTS[used]


def write_reports(make_tileset):
    tileset = make_tileset(test=6)
    names, bands = tileset.names("test"), tileset.info.bands
    tileset = replace(
        tileset,
        info=tileset.info.model_copy(
            update={"sources": (SourceRaster(crs=None, paths=("/a.tif", "/b.tif")),)}
        ),
    )
    subjects = []
    for name, gain, changes in (
        ("one.srpk", 1, {"training": HISTORY}),
        ("two.srpk", -2, {"bands": ("", "", "")}),
    ):
        scores = [tile(each, gain)._replace(seconds=1) for each in names]
        subjects.append(
            EvaluatedModel(name, package_for(tileset, **changes), scores, summarize("test", scores, bands))
        )
    took = measurement_facts(subjects[0].predictor.device, 2)
    return render_report(subjects[:1], tileset, "test", took), render_report(subjects, tileset, "test", took)


def page_of_card():
    data = {"folder": "7", "tiles": {"train": 7, "val": 1, "test": 3}, "tile_size": 64, "sources": ["a.tif"],
            "n_sources": 3, "ground_resolution": 2.5, "crs": ["EPSG:32633"]}  # fmt: skip
    training = {
        **HISTORY,
        "hardware": describe_hardware(),
        "val_loss": [1, 0.7],
        "losses": [{"loss": 1}, {"loss": 0.5}],
    }
    degradation = {"id": "mtf", "noise": [0.1], "jpeg": 75}
    return render_card_page(
        package_info(data=data, training=training, degradation=degradation), "m.srpk", b"png"
    )


def page_of_scenes():
    scenes = [
        Candidate((SimpleNamespace(id=f"S{i}"),), datetime(2021, 6, 20, tzinfo=UTC), 5.0 * i, 90)
        for i in range(3)
    ]
    dates = Dates(date(2021, 5, 1), date(2021, 8, 1))
    return render_scene_list(Catalogue("http://here", "s2", 1), dates, dates.middle, scenes, scenes[:2])


def page_of_export(make_raster, tmp_path):
    """Of two rasters, with a shift and with tiles left out."""
    wide = synthetic_land(1, 256 + 64, "uint16", seed=2)
    hr = make_raster("hr.tif", pixels=wide[:, 32:-32, 32:-32], nodata=0)
    moved = wide[:, 32:-32, 35:-29]
    lr, _ = downsample(moved, np.ones(moved.shape, bool), 2)
    lr[:, :20, :20] = 0
    grid = Affine(20, 0, 500_000, 0, -20, 5_000_000)
    path = make_raster("lr.tif", pixels=lr.round().astype("uint16"), transform=grid, nodata=0)
    page = tmp_path / "sheet.html"
    run(tmp_path, hr, input_lr=str(path), align=True, stride=16, output_html=str(page))
    return page.read_text(encoding="utf-8")


def page_of_folder(folder, tmp_path):
    page = tmp_path / "sheet.html"
    run(tmp_path, input_folder=str(folder), output_html=str(page), split=(60, 20, 20))
    return page.read_text(encoding="utf-8")


@pytest.fixture
def pages(make_tileset, make_raster, raster_folder, tmp_path):
    """All kinds of pages that the engine writes."""

    def written():
        return [
            *page_of_reports(make_tileset),
            page_of_card(),
            page_of_scenes(),
            page_of_export(make_raster, tmp_path / "a"),
            page_of_folder(raster_folder, tmp_path / "b"),
        ]

    for name in "ab":
        (tmp_path / name).mkdir()
    return written


def texts(page):
    """What a page shows, each text by itself; of its plots, which are SVG, too, and of what pictures are called."""
    drawn = re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', page)
    plots = [re.sub(r"<style.*?</style>|<metadata.*?</metadata>", "", svg, flags=re.DOTALL)
             for svg in (base64.b64decode(held).decode() for held in drawn)]  # fmt: skip
    said = re.findall(r'alt="([^"]*)"', page)
    for markup in (re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL), *plots):
        said += re.findall(r">([^<]+)<", markup)
    return [text for each in said if (text := html.unescape(each).strip())]


NAMES = (
    r"\S+\.(tif|TIF|tiff|srpk)\b|site[ _]\d\w*|\b(edsr|pixel(?= \()|mtf|CC0|Abacus 9|torch|test_\d+|uint16)\b"
    r"|\b\w+ = \S+|http://here|WGS 84 / UTM zone 33N|S\d|/\S+|EPSG:\d+|\b(hr|lr)(_\d+)+|\b(red|green|nir)\b|Linux\S*"
)
"""What pages name besides their sentences: files, options, sensors' bands, systems."""


def left_in_english(page):
    """The words of a page of a `marked` language that no translation has seen."""
    words = []
    for text in texts(page):
        while (inner := re.sub(r"⟦[^⟦⟧]*⟧", "", text)) != text:
            text = inner
        words += re.findall(r"[^\W\d_]{3,}", re.sub(NAMES, "", text))
    return set(words)


def test_every_word_of_the_pages_is_translated(marked_translations, pages):
    processor = set(re.findall(r"[^\W\d_]{3,}", " ".join(describe_hardware().values())))
    for page in pages():
        assert 'lang="xx"' in page and page.count("⟦") > 8
        assert left_in_english(page) - processor == set(), texts(page)[0]


def test_a_word_left_in_english_is_noticed():
    assert left_in_english("<p>⟦Tiles of ⟦a⟧⟧ more, edsr (x = y)</p>") == {"more"}


def literal(template):
    """A template as a pattern."""
    return "(.+?)".join(re.escape(part) for part in re.split(strings.FIELD, template))


def test_no_english_sentence_of_the_pages_is_left(german_translations, pages):
    project = strings.Project()
    templates = {
        text
        for source in (*project.modules, *project.templates)
        if "reports" in source.path.parts
        for text in source.texts()
    }
    assert len(templates) > 100
    said = {text for page in pages() for text in texts(page) if strings.has_words(text)}
    for template in filter(strings.has_words, templates):
        if german_translations[template] != template:
            # Of a sentence, any text that holds it; of a word or two, which may mean something else too, the text itself.
            pattern = (
                f".*{literal(template)}.*"
                if len(re.sub(strings.FIELD, "", template)) > 25
                else literal(template)
            )
            assert [text for text in said if re.fullmatch(pattern, text, re.DOTALL)] == [], template


def test_the_german_report(german_translations, make_tileset):
    one, two = page_of_reports(make_tileset)
    assert '<html lang="de">' in one
    for sentence in (
        "Das Modell ist im Mittel 1,00 dB besser als bikubisches Resampling (95-%-Intervall +1,00 bis +1,00 dB) und bei 6 "
        "von 6 Testkacheln besser.",
        "Details, die ein Modell hinzufügt, zeigen, wie solches Gelände meist aussieht, und sind keine Messung",
        "(6 zum Training, 2 zur Validierung, 6 zum Test)",
        "<h2>Einstellungen</h2>",
        "<th>Epochen</th><td>7</td>",
        "1 min 15 s",
        "CPU: 1 Threads",
    ):
        assert sentence in one
    assert (
        "one.srpk und two.srpk: Super-Resolution ×2, gemessen" in two and "Trainingsdaten von two.srpk" in two
    )


def test_figures_are_the_same_in_every_language_but_for_their_decimal_sign(make_tileset, use_translations):
    def figures(point="."):
        found = [
            [text for text in texts(page) if re.fullmatch(r"[-+−–\d.,; …%()\u202f]+", text)]
            for page in (*page_of_reports(make_tileset), page_of_card())
        ]
        assert not any(
            re.search(rf"\d[{'.,'.replace(point, '')}]\d{{1,2}}\b", text) for page in found for text in page
        )
        return [[re.sub("[.,;\u202f]", "", text) for text in page] for page in found]

    use_translations("")
    plain = figures()
    assert sum(map(len, plain)) > 100
    for code in translations.LANGUAGES:
        use_translations(translations.path_of(code))
        assert figures(",") == plain, code
