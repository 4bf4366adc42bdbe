"""What users read is in their language; what programs or others read is English."""

from __future__ import annotations

import json
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from sr_core import i18n
from sr_core.errors import InputError
from sr_core.i18n import english, format_number, join_numbers, join_or, say
from sr_core.jobs import Job
from sr_core.package.card import render_card
from sr_core.schema import Choice

from .conftest import textured_pixels
from .support.export_runs import run
from .support.small_packages import make_package
from .support.small_trainings import log_lines, run_to_end

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "script"))

import translations  # noqa: E402


def test_a_text_is_said_in_the_language_of_the_file(german_translations):
    assert say("Each tile") == "Jede Kachel"
    assert say("band {number}", number=3) == "Kanal 3"
    assert say("{gain} is no text of Finer", gain=3) == "3 is no text of Finer"
    assert i18n.language() == "de"


def test_without_a_file_it_is_english(monkeypatch):
    monkeypatch.delenv(i18n.VARIABLE, raising=False)
    assert (say("band {number}", number=3), i18n.language()) == ("band 3", "en")


@pytest.mark.parametrize("content", (None, "", "<TS", "<TS version='2.1'/>"))
def test_a_file_that_cannot_be_read_is_english(use_translations, tmp_path, content):
    if content is not None:
        (tmp_path / "x.ts").write_text(content)
    use_translations(tmp_path / "x.ts")
    assert (say("Each tile"), i18n.language()) == ("Each tile", "en")


def test_what_is_not_finished_is_english(use_translations, tmp_path):
    path = tmp_path / "pt.ts"
    content = translations.format_ts("pt_BR", {"Each tile": "", "Pictures": "Imagens", "Speed": "Veloc."})
    path.write_text(content.replace("<translation>Veloc.", '<translation type="unfinished">Veloc.'))
    use_translations(path)
    assert [say(text) for text in ("Each tile", "Pictures", "Speed")] == ["Each tile", "Imagens", "Speed"]
    assert i18n.language() == "pt-BR"  # as HTML calls it


def test_what_travels_is_english(german_translations):
    with english():
        assert (say("Each tile"), i18n.language()) == ("Each tile", "en")
    assert say("Each tile") == "Jede Kachel"
    with pytest.raises(ValueError), english():
        raise ValueError
    assert i18n.language() == "de"


def say_numbers():
    return [
        say("{model} is {gain:.2f} dB", model="v1.5", gain=-1234.5),
        say("{size} m", size=2.5),
        say("{count:,} tiles of {n}", count=1_234_567, n=2021),
        format_number(0.125),
        format_number(1e-7, ".1e"),
        join_numbers(map(format_number, (0.5, 2))),
    ]


def test_numbers_have_the_decimal_sign_of_the_language(use_translations, tmp_path):
    plain = ["v1.5 is -1234.50 dB", "2.5 m", "1,234,567 tiles of 2021", "0.125", "1.0e-07", "0.5, 2"]
    use_translations("")
    assert say_numbers() == plain
    signs = ["v1.5 is -1234,50 dB", "2,5 m", "1S234S567 tiles of 2021", "0,125", "1,0e-07", "0,5; 2"]
    for code, separator in (("de", "."), ("fr", "\u202f"), ("es", "\u202f")):
        use_translations(translations.path_of(code))
        assert say_numbers() == [text.replace("S", separator) for text in signs], code
        with english():  # what programs read, and others
            assert say_numbers() == plain


@pytest.mark.parametrize(
    ("choices", "text"),
    [((1,), "1"), ((1, 3), "⟦1 or 3⟧"), ((1, 3, 4), "⟦1, 3 or 4⟧")],
)
def test_what_there_is_to_choose_from(marked_translations, choices, text):
    assert join_or(choices) == text


def test_values_that_a_choice_has_are_listed_in_the_readers_language(german_translations):
    with pytest.raises(InputError) as refusal:
        Job.load({"id": "evaluate_model", "model": "a", "tiles": "b", "output_html": "c", "split": "x"})
    assert refusal.value.values["expected"] == "'train', 'val' oder 'test'"


def test_what_families_are_called_is_translated(shown_texts):
    families = [each for each in Choice.__subclasses__() if each.__module__.startswith("sr_core")]
    assert len(families) > 8
    for family in families:
        assert family.unknown("x").values["family"] in shown_texts


# The log, and what is kept


def inspect(path):
    steps, result = run_to_end(Job.load({"id": "inspect_model", "model": str(path)}).run())
    return log_lines(steps), result.model_dump_json()


def test_a_card_is_shown_in_the_language_of_whoever_looks(tmp_path, use_translations, monkeypatch):
    monkeypatch.delenv(i18n.VARIABLE, raising=False)
    make_package().save(tmp_path / "m.srpk")
    text, result = inspect(tmp_path / "m.srpk")
    assert "- Bands, in this order: red, band 2" in text
    use_translations(translations.path_of("de"))
    make_package().save(tmp_path / "german.srpk")
    assert (tmp_path / "german.srpk").read_bytes() == (tmp_path / "m.srpk").read_bytes()
    with zipfile.ZipFile(tmp_path / "german.srpk") as archive:
        assert archive.read("README.md").decode() != render_card(make_package().info)
    text, again = inspect(tmp_path / "m.srpk")
    assert "- Kanäle in dieser Reihenfolge: red, Kanal 2" in text
    assert again == result and json.loads(result)["bands"] == "red, band 2"


def test_words_within_a_line_of_the_log_are_translated(marked_translations, tmp_path, make_raster):
    pixels = textured_pixels(1, 64, 64)
    tiles, _ = run(tmp_path, make_raster(pixels=pixels))
    with pytest.raises(InputError) as refusal:
        replace(tiles, info=tiles.info.model_copy(update={"splits": {}})).require("val")
    assert refusal.value.values["tiles"] == "⟦val tiles⟧" and refusal.value.values["split"] == "val"
    with pytest.raises(InputError) as refusal:
        Job.load("fly")
    assert refusal.value.values["family"] == "⟦job⟧" and "train_model" in refusal.value.values["known"]


def test_a_tile_set_is_the_same_in_every_language(tmp_path, make_raster, use_translations):
    path = make_raster(pixels=textured_pixels(2, 64, 64))
    kept = []
    for file in ("", translations.path_of("de")):
        use_translations(file)
        run(tmp_path, path, output=f"tiles{len(kept)}", degradation={"id": "mtf", "noise": [0.01]})
        kept.append((tmp_path / f"tiles{len(kept)}" / "tileset.json").read_bytes())
    assert kept[0] == kept[1]
