"""In another language every text of the dialogs is another, and no id or default is."""

import html
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from finer.processing_provider.dialogs.preflight import format_bytes
from finer.processing_provider.translation import format_number, tr, tr_event
from qgis.PyQt.QtCore import QTranslator

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "script"))

import translations  # noqa: E402

CATALOGUE = json.loads((ROOT / "models" / "catalogue.json").read_text(encoding="utf-8"))

LOOK = """
import importlib.util, json, sys
from pathlib import Path
from qgis.core import QgsApplication

root, i18n = map(Path, sys.argv[1:])
spec = importlib.util.spec_from_file_location("finer", root / "__init__.py", submodule_search_locations=[str(root)])
sys.modules["finer"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(sys.modules["finer"])
app = QgsApplication([], False)
app.initQgis()
from finer import plugin
plugin.TRANSLATIONS = i18n
loaded = plugin.FinerPlugin(None)
loaded.initProcessing()
texts, ids = {"provider": [loaded.provider.longName()]}, {}
for algorithm in loaded.provider.algorithms():
    parameters, outputs = algorithm.parameterDefinitions(), algorithm.outputDefinitions()
    texts[algorithm.id()] = [
        algorithm.displayName(), algorithm.group(), algorithm.shortDescription(), algorithm.shortHelpString(),
        *(shown.description() for shown in (*parameters, *outputs)), *(shown.help() for shown in parameters),
    ]
    ids[algorithm.id()] = [algorithm.groupId(), [(s.name(), s.type(), repr(s.defaultValue())) for s in parameters]]
    ids[algorithm.id()] += [[(s.name(), s.type()) for s in outputs], [s.options() for s in parameters if s.type() == "enum"]]
print("LOOKED", json.dumps([texts, ids]))
sys.stdout.flush()
import os
os._exit(0)
"""


def read_dialogs(i18n, locale):
    """Texts and ids of all algorithms as a QGIS shows them that was started in this locale."""
    command = [sys.executable, "-c", LOOK, str(ROOT), str(i18n)]
    environment = {**os.environ, "LC_ALL": locale, "LANGUAGE": "", "LANG": locale}
    process = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert "LOOKED " in process.stdout, process.stderr
    return json.loads(process.stdout.partition("LOOKED ")[2].splitlines()[0])


@pytest.fixture(scope="module")
def marked_translations(tmp_path_factory):
    """A folder with a "German" in which every known text stands in ⟦ ⟧."""
    folder = tmp_path_factory.mktemp("i18n")
    known = translations.read(translations.path_of("de"))
    text = translations.format_ts(
        "de", {source: "\n\n".join(f"⟦{part}⟧" for part in source.split("\n\n")) for source in known}
    )
    (folder / "finer_de.ts").write_text(text, encoding="utf-8")
    program = translations.lrelease()
    if program is None:
        pytest.skip("needs lrelease (qttools5-dev-tools)")
    subprocess.run([program, "-silent", folder / "finer_de.ts", "-qm", folder / "finer_de.qm"], check=True)
    return folder


@pytest.fixture(scope="module")
def english(marked_translations):
    return read_dialogs(marked_translations, "C.UTF-8")


@pytest.fixture(scope="module")
def german(marked_translations):
    return read_dialogs(marked_translations, "de_DE.UTF-8")


def untranslated(text):
    """The words that stand outside all ⟦ ⟧, but for names of options and their values, and ids of the catalogue."""
    text = re.sub(r"<[^>]*>", "\n", text)
    for entry in CATALOGUE["models"]:
        text = text.replace(entry["id"], "")
    while "⟧" in text and (inner := re.sub(r"⟦[^⟦⟧]*⟧", "", text)) != text:
        text = inner
    option = r"^• \w+(=.*)?(?= –)|^\w+(, \w+)*:$|\([^()]*\)$"
    lines = [re.sub(option, "", line.strip()) for line in html.unescape(text).splitlines()]
    return [word for line in lines for word in re.findall(r"[^\W\d_]{3,}", line)]


def test_every_text_of_the_dialogs_is_translated(german):
    texts, _ = german
    left = {
        owner: [untranslated(text) for text in texts_of_owner if untranslated(text)]
        for owner, texts_of_owner in texts.items()
    }
    assert {owner: words for owner, words in left.items() if words} == {}


def test_it_is_english_without_a_translation(english, german):
    assert "⟦" not in json.dumps(english[0], ensure_ascii=False)
    assert {owner: len(texts_of_owner) for owner, texts_of_owner in english[0].items()} == {
        o: len(s) for o, s in german[0].items()
    }


def test_ids_and_defaults_are_the_same_in_every_language(english, german):
    assert english[1] == german[1]
    assert "finer:classify_pixels" in english[1]


@pytest.fixture
def german_translator(qgis_app, tmp_path):
    """Has QGIS use Finer's German texts."""
    program = translations.lrelease()
    if program is None:
        pytest.skip("needs lrelease (qttools5-dev-tools)")
    path = tmp_path / "finer_de.qm"
    subprocess.run([program, "-silent", translations.path_of("de"), "-qm", path], check=True)
    translator = QTranslator()
    assert translator.load(str(path))
    qgis_app.installTranslator(translator)
    yield translator
    qgis_app.removeTranslator(translator)


def log_lines():
    events = (
        (
            "{scene}: {day}, {cloud} % cloud, covers {cover:.1f} %",
            {"scene": "S2.1", "day": "2021", "cloud": 1, "cover": 99.5},
        ),
        ("{done:.2f} of {total:.2f} megapixels", {"done": 0.5, "total": 12}),
    )
    return [
        *(tr_event({"text": text, "values": values}) for text, values in events),
        format_bytes(1_500_000),
        format_number(-1234.5, ",.1f"),
        tr("{size} m", size=2.5),
    ]


def test_numbers_in_the_log_have_the_decimal_sign_of_the_language(qgis_app, german_translator):
    assert log_lines() == [
        "S2.1: 2021, 1 % Wolken, deckt 99,5 % ab", "0,50 von 12,00 Megapixeln", "1,5 MB", "-1.234,5", "2,5 m",
    ]  # fmt: skip
    qgis_app.removeTranslator(german_translator)
    assert log_lines() == [
        "S2.1: 2021, 1 % cloud, covers 99.5 %", "0.50 of 12.00 megapixels", "1.5 MB", "-1,234.5", "2.5 m",
    ]  # fmt: skip


def test_a_word_left_in_english_is_noticed():
    assert untranslated("⟦Tiles⟧ and ⟦more {n}⟧") == ["and"]
    assert untranslated("<b>⟦A⟧</b><br>⟦⟦B⟧ c⟧<br>• n_feats=64 – ⟦d⟧ (one, two)") == []
