"""A model of a catalogue arrives whole and checked, whatever the server does, or not at all."""

import hashlib
import json
import os
import resource
import sys
import zipfile
from pathlib import Path

import pytest
from finer.processing_provider.engine import user_settings
from finer.processing_provider.errors import Cancelled, FinerError
from finer.processing_provider.model_catalogue import sources, transfer
from finer.processing_provider.model_catalogue.download import IMPORTING, download, find_in_library, get_model
from qgis.core import QgsNetworkAccessManager, QgsProcessingException, QgsSettings

from .conftest import describe

DATA = os.urandom(300_000)


def never():
    return False


def run(generator):
    """All events of a generator, and what it returns."""
    events = []
    while True:
        try:
            events.append(next(generator))
        except StopIteration as end:
            return events, end.value


@pytest.fixture
def entry(server, write_catalogue):
    """An entry whose file the server has; `entry(**values)` says more of it."""

    def make(**values):
        path = write_catalogue(describe(DATA, url=f"{server.address}/small.onnx", **values))
        server.files.setdefault("/small.onnx", DATA)
        return sources.find_entry("small_model", path)

    return make


def left_in(folder):
    return [path.name for path in folder.rglob("*") if path.is_file()] if folder.exists() else []


def test_a_file_arrives_and_progress_is_told(entry, server, finer_home):
    events, path = run(download(entry(), never))
    assert path.read_bytes() == DATA
    assert path.suffix == ".onnx"  # by which the import knows what it is
    fractions = [event["fraction"] for event in events]
    assert fractions == sorted(fractions) and fractions[-1] == pytest.approx(IMPORTING)
    assert run(download(entry(), never)) == ([], path)  # it is there
    assert len(server.requests) == 1


def test_redirects_are_followed(entry, server):
    server.files["/elsewhere"] = DATA
    server.redirects["/small.onnx"] = f"{server.address}/elsewhere"
    assert run(download(entry(), never))[1].read_bytes() == DATA


def test_what_was_stopped_goes_on_from_where_it_was(entry, server, finer_home):
    server.broken["/small.onnx"] = "ends early"
    with pytest.raises(FinerError, match=r"could not be downloaded .* it continues from where it stopped"):
        run(download(entry(), never))
    (part,) = left_in(finer_home)
    assert part.endswith(".part")
    server.broken.clear()
    assert run(download(entry(), never))[1].read_bytes() == DATA
    assert server.requests[-1] == ("/small.onnx", f"bytes={len(DATA) // 2}-")
    assert left_in(finer_home) == ["small_model.onnx"]


def test_a_stop_keeps_what_is_there(entry, server, finer_home):
    server.broken["/small.onnx"] = "stalls"
    seen = []
    with pytest.raises(Cancelled):
        for event in download(entry(), lambda: bool(seen)):
            seen.append(event)
    assert left_in(finer_home) == ["small_model.part"]
    server.broken.clear()
    assert run(download(entry(), never))[1].read_bytes() == DATA


@pytest.mark.parametrize("wrong", ["no ranges", "another file"])
def test_what_was_begun_is_no_use(entry, server, finer_home, wrong):
    """Servers that only give whole files, and a part that is of another file."""
    folder = finer_home / "downloads" / hashlib.sha256(DATA).hexdigest()[:16]
    folder.mkdir(parents=True)
    (folder / "small_model.part").write_bytes(b"other bytes" if wrong == "another file" else DATA[:1000])
    server.broken["/small.onnx"] = wrong
    assert run(download(entry(), never))[1].read_bytes() == DATA


def test_a_part_that_is_whole_already(entry, server, finer_home):
    folder = finer_home / "downloads" / hashlib.sha256(DATA).hexdigest()[:16]
    folder.mkdir(parents=True)
    (folder / "small_model.part").write_bytes(DATA)
    assert run(download(entry(), never))[1].read_bytes() == DATA


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (None, r"is not there \(HTTP 404\): tell the catalogue's maintainer"),
        (DATA[:-1] + b"x", "not the file that the catalogue describes"),
        (DATA[:1000], "not the file that the catalogue describes"),
        (DATA * 6, "far larger than the catalogue says"),
    ],
)
def test_a_wrong_file_leaves_nothing(entry, server, finer_home, data, says):
    made = entry()
    server.files["/small.onnx"] = data
    if data is None:
        del server.files["/small.onnx"]
    with pytest.raises(FinerError, match=says):
        run(download(made, never))
    folder = finer_home / "downloads" / made.sha256[:16]
    assert sum(path.stat().st_size for path in folder.iterdir()) == 0
    assert not (finer_home / "models").exists()


def test_a_server_that_is_not_there(entry, server):
    made = entry()
    made.url = "http://127.0.0.1:9/small.onnx"
    with pytest.raises(FinerError, match=r"check the connection to 127\.0\.0\.1"):
        run(download(made, never))


def test_a_full_disk_leaves_nothing(entry, server, finer_home):
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(FinerError, match=r"not enough disk space for 0\.3 MB"):
            run(download(entry(), never))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert left_in(finer_home) == []


def test_downloads_that_nobody_goes_on_with_are_deleted(entry, server, finer_home):
    old = finer_home / "downloads" / "0123456789abcdef"
    old.mkdir(parents=True)
    (old / "x.part").write_bytes(b"x")
    os.utime(old, (0, 0))
    run(download(entry(), never))
    assert not old.exists()


def test_the_proxy_of_qgis_is_used(server, entry, qgis_app):
    port = server.address.rpartition(":")[2]
    made = entry()
    made.url = "http://models.invalid/small.onnx"  # which only the proxy knows
    values = {"proxyEnabled": True, "proxyType": "HttpProxy", "proxyHost": "127.0.0.1", "proxyPort": port}
    for name, value in values.items():
        QgsSettings().setValue(f"proxy/{name}", value)
    manager = QgsNetworkAccessManager.instance()
    try:
        manager.setupDefaultProxyAndCache()
        assert run(download(made, never))[1].read_bytes() == DATA
    finally:
        QgsSettings().remove("proxy")
        manager.setupDefaultProxyAndCache()
    assert server.requests == [("http://models.invalid/small.onnx", None)]


def test_a_package_of_a_teams_folder_needs_no_engine(
    tmp_path, write_catalogue, run_algorithm, feedback_class, finer_home
):
    folder = tmp_path / "team"
    folder.mkdir()
    info = {"format": 2, "backbone": {"id": "edsr"}, "scale": 2, "bands": ["red"], "dtype": "uint8"}
    with zipfile.ZipFile(folder / "ours.srpk", "w") as archive:
        archive.writestr("schema.json", json.dumps(info))
    data = (folder / "ours.srpk").read_bytes()
    path = write_catalogue(describe(data, url="ours.srpk"), name="team/catalogue.json")
    QgsSettings().setValue(user_settings.CATALOGUE_SETTING, path)
    seen = feedback_class()
    try:
        result = run_algorithm("get_model", seen, MODEL="small_model")
        again = run_algorithm("get_model", MODEL="small_model")
    finally:
        QgsSettings().remove(user_settings.CATALOGUE_SETTING)
    assert result == {
        "OUTPUT": str(finer_home / "models" / "small_model.srpk"),
        "NAME": "small_model",
        "LICENCE": "CC-BY-NC-4.0",
    }
    assert Path(result["OUTPUT"]).read_bytes() == data
    assert again == result  # and not a second copy
    assert "Licence: CC-BY-NC-4.0" in seen.info and "This licence does not allow commercial use." in seen.info
    assert left_in(finer_home) == ["small_model.srpk"]


def test_weights_are_imported_with_what_the_catalogue_says(
    entry, server, fake_engine, finer_home, monkeypatch
):
    monkeypatch.setenv("FINER_ENGINE_PYTHON", sys.executable)
    made = entry(pixel_size=10, **{"import": {"gain": [0.0001]}})
    events, _ = run(get_model(made, never))
    target = finer_home / "models" / "small_model.srpk"
    (job,) = fake_engine.jobs
    source = job.pop("input")
    assert Path(source).name == "small_model.onnx" and not Path(source).exists()
    assert job == {
        "job": "import_model",
        "bands": "Red, Green, Blue",
        "pixel_size": 10,
        "licence": "CC-BY-NC-4.0 (Nobody)",
        "gain": [0.0001],
        "output": str(target),
    }
    assert events[-1] == {"event": "done", "result": {"OUTPUT": str(target), "NAME": "small_model"}}
    first = next(position for position, event in enumerate(events) if event["event"] == "progress")
    assert events[1]["text"] == "Licence: {licence}" and first > 1


def test_a_model_is_known_by_the_file_it_was_made_of(entry, server, fake_engine, finer_home):
    """Also under another name."""
    made = entry()
    info = {
        "format": 2,
        "backbone": {"id": "edsr"},
        "scale": 2,
        "bands": ["red"],
        "training": {"imported_sha256": made.sha256},
    }
    library = finer_home / "models"
    library.mkdir(parents=True)
    with zipfile.ZipFile(library / "renamed.srpk", "w") as archive:
        archive.writestr("schema.json", json.dumps(info))
    assert find_in_library(made) == library / "renamed.srpk"
    events, _ = run(get_model(made, never))
    assert events[-1]["result"]["NAME"] == "renamed"
    assert fake_engine.jobs == [] and server.requests == []


def test_an_engine_that_cannot_import_is_told_before_anything_is_downloaded(
    entry, server, finer_home, monkeypatch
):
    monkeypatch.delenv("FINER_ENGINE_PYTHON", raising=False)
    with pytest.raises(FinerError, match="Set up SR engine"):
        run(get_model(entry(), never))
    python = finer_home / "engine" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text("")
    python.chmod(0o755)
    (finer_home / "engine" / "finer.json").write_text(json.dumps({"parts": "light"}))
    with pytest.raises(FinerError, match="needs the complete SR engine"):
        run(get_model(entry(), never))
    assert server.requests == []


def test_an_unknown_name_is_answered_with_those_there_are(run_algorithm):
    with pytest.raises(QgsProcessingException, match="no model nothing: choose one of evoland_s2_x2, "):
        run_algorithm("get_model", MODEL="nothing")


def test_a_catalogue_of_a_server(server, write_catalogue, tmp_path):
    path = write_catalogue(describe(DATA, url="files/small.onnx"))
    server.files["/team/catalogue.json"] = Path(path).read_bytes()
    address = f"{server.address}/team/catalogue.json"
    assert sources.find_entry("small_model", address).url == f"{server.address}/team/files/small.onnx"
    assert list(transfer.receive(address, never)) == [Path(path).read_bytes()]


def test_a_catalogue_over_http_is_warned_about(run_algorithm, feedback_class, write_catalogue, monkeypatch):
    path = write_catalogue(describe(DATA, url="small.onnx"))
    for is_so in (True, False):
        monkeypatch.setattr(sources.CataloguePlace, "is_unprotected", is_so)
        seen = feedback_class()
        with pytest.raises(QgsProcessingException, match="no model nothing"):
            run_algorithm("get_model", seen, MODEL="nothing", CATALOGUE=path)
        assert any("over http, so others can change it" in line for line in seen.warnings) == is_so
