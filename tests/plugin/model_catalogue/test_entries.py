"""What a catalogue says is checked to the last field, and the plugin's own says only what can be done."""

import json
from pathlib import Path

import pytest
from finer.processing_provider.engine import user_settings
from finer.processing_provider.errors import FinerError
from finer.processing_provider.model_catalogue import sources
from finer.processing_provider.model_catalogue.entries import find_problem, read_entries
from finer.processing_provider.model_catalogue.sources import BUNDLED_CATALOGUE, CataloguePlace
from qgis.core import QgsSettings

from .conftest import describe

OURS = json.loads(BUNDLED_CATALOGUE.read_text())["models"]
SHARED = Path(__file__).parents[4] / "shared" / "data" / "weights"


def test_the_plugins_own_catalogue_holds():
    entries = read_entries(BUNDLED_CATALOGUE.read_bytes(), CataloguePlace(BUNDLED_CATALOGUE))
    assert [entry.id for entry in entries] == [model["id"] for model in OURS]
    for entry in entries:
        assert entry.url.startswith("https://") and not entry.is_package
        assert not entry.preview or Path(entry.preview).is_file()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "../outside"),
        ("id", ".hidden"),
        ("id", 3),
        ("name", ""),
        ("purpose", "x" * 301),
        ("authors", "a\nb"),
        ("bands", []),
        ("bands", "red"),
        ("bands", ["red, green"]),
        ("scales", [0]),
        ("scales", [True]),
        ("pixel_size", -1),
        ("pixel_size", "10"),
        ("dtype", "byte"),
        ("licence", "free for all"),
        ("non_commercial", "no"),
        ("size", 0),
        ("size", True),
        ("url", "ftp://example.org/x.onnx"),
        ("url", "https://someone@example.org/x.onnx"),
        ("url", "https://example.org/x.exe"),
        ("digest", "sha256:ABC"),
        ("digest", "md5:" + 64 * "0"),
        ("homepage", "javascript:x"),
        ("import", {"output": "/etc/x"}),
        ("import", {"no_such_option": 1}),
        ("import", {"guide_bands": ["B02"]}),
        ("preview", "x.svg"),
        ("unknown", 1),
    ],
)
def test_an_entry_that_is_wrong_is_refused_by_its_field(field, value):
    assert find_problem(describe(b"x")) is None
    assert find_problem({**describe(b"x"), field: value}) == field


@pytest.mark.parametrize("name", ["a.srpk", "a.onnx", "a.pt", "a.pth", "a.ckpt", "a.safetensors"])
def test_files_that_can_be_imported_may_be_listed(name):
    assert find_problem({**describe(b"x"), "url": f"https://example.org/{name}"}) is None


@pytest.mark.parametrize("field", sorted(describe(b"x")))
def test_what_is_missing_is_told(field):
    model = describe(b"x")
    del model[field]
    assert find_problem(model) == field


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[]", "is not a catalogue of models"),
        ("{", "is not a catalogue of models"),
        ('{"format": 9, "models": []}', "newer version of Finer"),
        ('{"format": 1, "models": [7]}', "the entry 1 has no valid id"),
        (
            json.dumps({"format": 1, "models": [describe(b"x"), describe(b"y", id="SMALL_model")]}),
            "no valid id",
        ),
    ],
)
def test_what_is_no_catalogue_is_refused(text, says):
    with pytest.raises(FinerError, match=says):
        read_entries(text.encode(), CataloguePlace("/c.json"))


def test_addresses_are_those_of_the_catalogues_neighbours(tmp_path):
    place = CataloguePlace(tmp_path / "c.json")
    assert place.resolve("a%20b.srpk") == str(tmp_path / "a b.srpk")
    assert place.resolve("file:///srv/a.srpk") == "/srv/a.srpk"
    assert CataloguePlace("file:///srv/c.json").address == "/srv/c.json"
    remote = CataloguePlace("https://example.org/team/c.json")
    assert remote.resolve("../a.srpk") == "https://example.org/a.srpk"
    with pytest.raises(FinerError, match="names a file"):
        remote.resolve("file:///etc/passwd")


@pytest.mark.parametrize(
    ("address", "is_so"),
    [
        ("http://models.company.example/c.json", True), ("http://10.1.2.3:8080/c.json", True),
        ("https://models.company.example/c.json", False), ("http://127.0.0.1:80/c.json", False),
        ("http://[::1]/c.json", False), ("http://localhost/c.json", False), ("/srv/http:c.json", False),
    ],
)  # fmt: skip
def test_a_catalogue_over_http_is_not_protected(address, is_so):
    assert CataloguePlace(address).is_unprotected == is_so


def test_a_teams_entry_hides_one_of_the_same_id(write_catalogue, qgis_app):
    path = write_catalogue(describe(b"x", id="Evoland_S2_x2", name="Ours"))
    assert {entry.id for entry in sources.list_entries()} == {model["id"] for model in OURS}
    QgsSettings().setValue(user_settings.CATALOGUE_SETTING, path)
    try:
        names = [entry.name for entry in sources.list_entries()]
        assert names[0] == "Ours" and len(names) == len(OURS)
        Path(path).unlink()
        assert len(sources.list_known_entries()) == len(OURS)  # a dialog opens all the same
        with pytest.raises(FinerError, match="cannot be read"):
            sources.list_entries()
    finally:
        QgsSettings().remove(user_settings.CATALOGUE_SETTING)
