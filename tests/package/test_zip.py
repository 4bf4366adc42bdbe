"""The zip as plugins.qgis.org and QGIS' plugin manager see it, and QGIS with nothing but it."""

from __future__ import annotations

import configparser
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest
import rasterio

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "script"))

import plugin_zip  # noqa: E402
import translations  # noqa: E402

KINDS = {
    ".py",
    ".json",
    ".txt",
    ".md",
    ".svg",
    ".png",
    ".jpg",
    ".html",
    ".css",
    ".model3",
    ".qm",
    ".ts",
    ".srpk",
    "",
}


@pytest.fixture(scope="module")
def path():
    if "FINER_ZIP" not in os.environ:
        pytest.skip("needs the zip in a profile: run script/test package")
    return Path(os.environ["FINER_ZIP"])


@pytest.fixture(scope="module")
def archive(path):
    with zipfile.ZipFile(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def unpacked(archive, tmp_path_factory):
    folder = tmp_path_factory.mktemp("unpacked")
    archive.extractall(folder)
    return folder


def qgis(*arguments, locale="C.UTF-8"):
    """What qgis_process tells, started in this locale."""
    environment = {
        **os.environ,
        "PATH": "/usr/bin:/bin",
        "PYTHONWARNINGS": "ignore",
        "LC_ALL": locale,
        "LANG": locale,
    }
    command = [os.environ["QGIS_PROCESS"], *arguments]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300)
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_it_is_one_folder_of_known_kinds_of_files(archive, path):
    names = [PurePosixPath(name) for name in archive.namelist()]
    assert {name.parts[0] for name in names} == {"finer"}
    assert {name.suffix for name in names} <= KINDS
    rooms = {name.parts[1] for name in names if len(name.parts) > 2}
    assert rooms <= {"processing_provider", "sr_core", "models", "docs", "i18n"}
    assert {"finer/LICENSE", "finer/metadata.txt", "finer/__init__.py", "finer/sr_core/schema.json"} <= set(
        archive.namelist()
    )
    assert not [name for name in names if any(part.startswith((".", "__pycache__")) for part in name.parts)]
    assert path.stat().st_size <= 25_000_000
    assert all(entry.external_attr >> 16 == 0o100644 for entry in archive.infolist())


def test_the_plugin_is_whole(archive):
    """Every module of both halves is there, and every file that they name."""
    wanted = {f"finer/{path}" for path in plugin_zip.list_shipped()}
    wanted |= {f"finer/i18n/finer_{language}.qm" for language in translations.LANGUAGES}
    assert set(archive.namelist()) == wanted
    git = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "processing_provider", "sr_core"], capture_output=True, text=True
    )
    code = [f"finer/{name}" for name in git.stdout.split() if not name.endswith("ruff.toml")]
    assert code
    assert set(code) <= set(archive.namelist())


def test_the_licence_is_the_one_that_the_metadata_names(archive):
    text = archive.read("finer/LICENSE").decode()
    assert "GNU GENERAL PUBLIC LICENSE\n                       Version 2, June 1991" in text
    assert plugin_zip.read(archive.read("finer/metadata.txt").decode())["license"] == "GPL-2.0-or-later"


def test_qgis_reads_the_metadata(archive):
    parser = configparser.ConfigParser()  # as pyplugin_installer and plugins.qgis.org do it
    parser.read_file(io.StringIO(archive.read("finer/metadata.txt").decode()))
    result = dict(parser.items("general"))
    assert plugin_zip.problems(plugin_zip.read(archive.read("finer/metadata.txt").decode())) == []
    assert (result["qgisminimumversion"], result["qgismaximumversion"]) == ("3.22", "4.99")
    assert result["changelog"].startswith(result["version"])
    assert "finer:classify_pixels" in result["changelog"]
    assert f"finer/{result['icon']}" in archive.namelist()


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("about", "", "about is missing"),
        ("version", "one", "version is not like 1.2.3"),
        ("tracker", "see homepage", "tracker is no https address"),
        ("qgisMaximumVersion", "", "qgisMaximumVersion is not like 3.22"),
        (
            "hasProcessingProvider",
            "no",
            "hasProcessingProvider is not yes, so that qgis_process would not load it",
        ),
    ],
)
def test_metadata_that_would_not_be_taken_is_noticed(key, value, sentence):
    result = {**plugin_zip.read(plugin_zip.metadata()), key: value}
    assert sentence in plugin_zip.problems(result)


def test_a_changelog_is_told_in_plain_lines():
    text = "# All\n\n## [Unreleased]\n\n### Added\n\n- *One* [page](a.md) of `x_y`, 50 %.\n\n## [0.0.1]\n\n- Old_name.\n"
    result = plugin_zip.changelog(text, "0.1.0")
    assert result == ["0.1.0", "Added", "- One page of x_y, 50 %.", "[0.0.1]", "- Old_name."]


def test_the_same_commit_gives_the_same_bytes(path, tmp_path):
    plugin_zip.pack(tmp_path / "again.zip")
    assert (
        hashlib.sha256((tmp_path / "again.zip").read_bytes()).digest()
        == hashlib.sha256(path.read_bytes()).digest()
    )


def test_bandit_finds_nothing(unpacked):
    """The store's own command, but for its leave to be silent on low severity."""
    command = [sys.executable, "-m", "bandit", "-r", unpacked, "-f", "json", "--quiet"]
    result = json.loads(subprocess.run(command, capture_output=True, text=True, timeout=300).stdout)
    assert [(each["filename"], each["line_number"], each["issue_text"]) for each in result["results"]] == []
    assert result["errors"] == []
    assert result["metrics"]["_totals"]["loc"] > 10_000


def test_bandit_would_find_something(unpacked, tmp_path):
    (tmp_path / "planted.py").write_text("import pickle\npickle.loads(b'')\n")
    command = [sys.executable, "-m", "bandit", "-r", tmp_path, "-f", "json", "--quiet"]
    assert json.loads(subprocess.run(command, capture_output=True, text=True, timeout=300).stdout)["results"]


def test_detect_secrets_finds_nothing(unpacked):
    """The store's own command."""
    options = ["scan", "--all-files", "--exclude-files", r"metadata\.txt", "."]
    command = [sys.executable, "-m", "detect_secrets", *options]
    result = subprocess.run(command, cwd=unpacked, capture_output=True, text=True, timeout=300)
    assert json.loads(result.stdout)["results"] == {}


def test_the_profile_has_no_other_finer(unpacked):
    """What the tests of this part work with is the zip, and not this repository."""
    assert "QGIS_PLUGINPATH" not in os.environ
    plugins = Path(os.environ["QGIS_CUSTOM_CONFIG_PATH"]) / "profiles" / "default" / "python" / "plugins"
    assert [folder.name for folder in plugins.iterdir()] == ["finer"]
    assert (plugins / "finer" / "metadata.txt").read_bytes() == (
        unpacked / "finer" / "metadata.txt"
    ).read_bytes()
    assert str(plugins / "finer") in qgis("run", "finer:engine_status")


def test_ids_and_results_do_not_depend_on_the_language(path, tmp_path):
    """In German, as the zip brings it."""
    scene, known = (
        tmp_path / "scene.tif",
        json.loads((ROOT / "tests" / "plugin" / "frozen_ids.json").read_text()),
    )
    subprocess.run([sys.executable, ROOT / "script" / "sample_scene.py", scene, "--size", "128"], check=True)
    results = {}
    for locale in ("C.UTF-8", "de_DE.UTF-8"):
        listed = qgis("list", locale=locale)
        assert {line.split()[0] for line in listed.splitlines() if line.startswith("\tfiner:")} == set(known)
        result = qgis(
            "--json", "run", "finer:export_tiles", "--", f"INPUT={scene}", "SCALE=2", "TILE_SIZE=32", "STRIDE=32",
            f"OUTPUT={tmp_path / locale}", f"OUTPUT_HTML={tmp_path / locale}.html", locale=locale,
        )  # fmt: skip
        results[locale] = {
            key: value for key, value in json.loads(result)["results"].items() if not key.startswith("OUTPUT")
        }
        files = {
            file.relative_to(tmp_path / locale): file.read_bytes()
            for file in (tmp_path / locale).rglob("*.tif")
        }
        results[locale]["FILES"] = sorted(
            (str(name), hashlib.sha256(data).hexdigest()) for name, data in files.items()
        )
    assert results["C.UTF-8"] == results["de_DE.UTF-8"]
    assert results["C.UTF-8"]["N_TRAIN"] > 0
    pages = [(tmp_path / f"{locale}.html").read_text(encoding="utf-8") for locale in results]
    assert ['lang="en"' in page for page in pages] == [True, False] and 'lang="de"' in pages[1]
    assert ["<h2>Pairs</h2>" in page for page in pages] == [True, False] and "<h2>Paare</h2>" in pages[1]


def test_it_speaks_the_user_s_language(path):
    """As far as it is translated."""
    german = translations.read(translations.path_of("de"))
    title = "Set up SR engine"
    assert (german[title] or title) in qgis("list", locale="de_DE.UTF-8")
    assert title in qgis("list")


def test_three_clicks_from_a_new_profile_to_a_finer_layer(path, tmp_path):
    """QGIS installs the zip itself, with a layer open; then a mouse does what a user would, in its window."""
    if not shutil.which("xvfb-run"):
        pytest.skip("needs xvfb-run, a screen for QGIS' window")
    scene, aerial = tmp_path / "scene.tif", tmp_path / "aerial.tif"
    subprocess.run([sys.executable, ROOT / "script" / "sample_scene.py", scene, "--size", "64"], check=True)
    with rasterio.open(scene) as source:
        pixels, profile = (source.read() // 20).clip(0, 255).astype("uint8"), source.profile
        names, colours = source.descriptions, source.colorinterp
    with rasterio.open(aerial, "w", **{**profile, "dtype": "uint8"}) as target:
        target.write(pixels)
        target.descriptions, target.colorinterp = names, colours
    wanted = [names.index(name) + 1 for name in ("red", "green", "blue", "nir")]
    command = [ROOT / "script" / "quick_start_pictures", aerial, tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    result = json.loads((tmp_path / "quick_start.json").read_text())
    assert "finer" not in result["plugins_before"]
    assert "/profile/profiles/default/python/plugins/finer/" in result["plugin"]
    assert (len(result["clicks"]), result["clicks"][1:]) == (3, ["Run", "Close"])
    assert result["model"] in {file.stem for file in (ROOT / "models").glob("*.srpk")}
    assert result["warnings"] == ""
    layer, result = result["layer"], result["result"]
    assert (layer["name"], result["name"]) == ("aerial", "aerial SR ×4")
    assert result["size"] == [256, 256]
    for same in ("extent", "crs", "stretch"):
        assert result[same] == layer[same]
    assert result["opacity"] == 1
    assert [wanted[band - 1] for band in result["bands"]] == layer["bands"]
    with rasterio.open(aerial) as source, rasterio.open(tmp_path / "quick_start.tif") as finer:
        coarse = finer.read().astype(float).reshape(4, 64, 4, 64, 4).mean((2, 4))
        assert abs(coarse - source.read(wanted)).mean() < 2  # of 255: it is this layer's land, band by band
    assert {f"quick_start_{n}.png" for n in (1, 2, 3, 4)} <= {file.name for file in tmp_path.iterdir()}
