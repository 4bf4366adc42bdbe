"""A marker in place of every password and token: after a run it stands in nothing that was written or said."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
import rasterio

from sr_core.backbones import Backbone
from sr_core.datasets.tileset import TileSet
from sr_core.errors import SrError
from sr_core.jinja_templates import environment
from sr_core.jobs import Job
from sr_core.package.srpk import read_info
from sr_core.progress import Log
from sr_core.raster.cog import cog_writer
from sr_core.raster.raster_reader import open_raster
from sr_core.tile_export.export_fingerprint import fingerprint
from sr_core.training import checkpoint_file

from .stac.test_server_faults import answers, times
from .support.job_runs import write_model
from .support.local_servers import EXTENT, item, write_scene
from .support.small_packages import make_package
from .support.small_trainings import NETWORK, SMALL, log_lines, run_to_end

MARKER = "MARK3R"
NAMES = ("B04", "B03", "B02", "B08")


@pytest.fixture(autouse=True)
def hurried(monkeypatch):
    monkeypatch.setattr("sr_core.stac.http.BACKOFF", 0.02)
    monkeypatch.setattr("sr_core.stac.remote_band.BACKOFF", 0.02)


@pytest.fixture
def api(tmp_path, web_server):
    """The address of a catalogue with a password and a token, whose files have a signature."""
    (tmp_path / "server").mkdir()
    hrefs = write_scene(tmp_path / "server", web_server, "scene", bands=NAMES)
    signed = {name: f"{href}?sv=2021&sig={MARKER}%2B%3D" for name, href in hrefs.items()}
    web_server.answers |= answers(web_server, [item("one", signed)])
    host = web_server.address.removeprefix("http://")
    return f"http://user:{MARKER}@{host}/stac?token={MARKER}&key={MARKER}"


@pytest.fixture
def results(tmp_path):
    folder = tmp_path / "results"
    folder.mkdir()
    return folder


def messages_of(job):
    """Run a job to its end; return all that it says, an error too."""
    lines = []
    try:
        work = job.run()
        while True:
            step = next(work)
            lines.append(json.dumps([step.text, step.values]))
    except StopIteration as finished:
        lines.append(str(finished.value))
    except SrError as error:
        lines.append(f"{type(error).__name__}: {error} {error.values}")
    return "\n".join(lines)


def assert_nowhere(folder, text):
    """The marker stands neither in the text nor in a file of the folder, its name, or the tags of a raster."""
    assert MARKER not in text and "***" in text
    for path in folder.rglob("*"):
        assert MARKER not in str(path)
        assert path.is_dir() or MARKER.encode() not in path.read_bytes(), path
        if path.suffix == ".tif":
            with rasterio.open(path) as file:
                assert MARKER not in str(file.tags())


def find_scene(api, results, **options):
    return Job.load(
        {
            "id": "find_scene", "stac_api": api, "extent": EXTENT, "date_range": "2021-06", "timeout": 5,
            "output": str(results / "out.tif"), "output_html": str(results / "list.html"), **options,
        }
    )  # fmt: skip


def test_a_scene_is_fetched(api, results, web_server):
    assert_nowhere(results, messages_of(find_scene(api, results)))
    with rasterio.open(results / "out.tif") as file:
        assert "http://***@127.0.0.1" in file.tags()["FINER_STAC"]
    assert "http://***@127.0.0.1" in (results / "list.html").read_text()
    searched = [each for each in web_server.asked if each.where.path.startswith("/stac")]
    assert searched and all(
        f"token={MARKER}" in each.where.query for each in searched
    )  # also those by its links
    assert any(f"sig={MARKER}" in each.where.query for each in web_server.asked)


@pytest.mark.parametrize(
    "fault",
    [
        times(99, 401, where="/stac"),
        times(99, 404, where="/stac"),
        times(99, 500, where="/search"),
        times(99, 403, where="/scene_B03"),
        times(99, 404, where="/scene_B04"),
        times(99, 503, where="/scene_B08", after=2),
    ],
)
def test_servers_that_fail(api, results, web_server, fault):
    web_server.fault = fault
    text = messages_of(find_scene(api, results))
    assert "Error" in text or "ServerDown" in text
    assert_nowhere(results, text)


@pytest.mark.parametrize(
    "address",
    [
        f"http://u:{MARKER}@127.0.0.1:1/stac",
        f"http://127.0.0.1:1/stac?api_key={MARKER}",
        f"u:{MARKER}@127.0.0.1/stac",
        f"http://u:p/{MARKER}@127.0.0.1/stac",
        f"/no/file?token={MARKER}",
    ],
)
def test_addresses_that_do_not_work(results, address):
    text = messages_of(find_scene(address, results))
    assert "Error: " in text or "ServerDown" in text
    assert_nowhere(results, text)


def test_tiles_of_a_scene(api, results, tmp_path, make_raster, monkeypatch):
    hr = make_raster(
        "hr.tif", bands=4, size=(96, 96), transform=rasterio.Affine(5, 0, 500_700, 0, -5, 4_999_300)
    )
    job = Job.load(
        {
            "id": "export_tiles", "input": str(hr), "stac_collection": "sentinel-2-l2a", "stac_api": api,
            "date_range": "2021-06", "scale": 2, "tile_size": 16, "stride": 16, "min_valid": 0.1,
            "output": str(results / "tiles"), "output_html": str(results / "sheet.html"), "timeout": 5,
        }
    )  # fmt: skip
    kept = []
    written = "sr_core.jobs.export_tiles.write_tileset"
    from sr_core.tile_export.tileset_writer import write_tileset

    def keep(place, *args, **kwargs):
        kept.extend(
            path.read_bytes() for path in place.rglob("*") if path.is_file()
        )  # the journal among them
        return write_tileset(place, *args, **kwargs)

    monkeypatch.setattr(written, keep)
    assert_nowhere(results, messages_of(job))
    assert any(b"***@127.0.0.1" in content for content in kept)
    assert not any(MARKER.encode() in content for content in kept)
    assert TileSet.open(results / "tiles").names("train")


def test_the_token_does_not_matter_to_a_run_that_goes_on():
    one, other = (fingerprint({"stac_api": f"https://h/?token={token}"}, []) for token in "ab")
    assert one == other


def test_a_raster_whose_address_has_a_password(results, tmp_path):
    path = f"/vsicurl/http://u:{MARKER}@127.0.0.1:1/none.tif?sig={MARKER}"
    model, output = str(write_model(tmp_path / "m.srpk")), str(results / "sr.tif")
    text = messages_of(Job.load({"id": "classify_pixels", "input": path, "model": model, "output": output}))
    assert "cannot be opened: check the address" in text
    assert_nowhere(results, text)


def test_what_files_hold(results, make_raster):
    secret = f"https://u:{MARKER}@h/x?sig={MARKER}"
    with open_raster(make_raster("in.tif")) as raster:
        profile = raster.profile
    from dataclasses import replace

    with cog_writer(results / "out.tif", replace(profile, tags={"A": secret})) as writer:
        for _ in writer.finish():
            pass
    package = make_package(training={"epochs": 1, "pretrained": secret, "of": [secret]})
    package.save(results / "m.srpk")
    with zipfile.ZipFile(results / "m.srpk") as archive:
        assert all(MARKER.encode() not in archive.read(name) for name in archive.namelist())
    assert read_info(results / "m.srpk")[0].training["of"] == ["https://***@h/x?sig=***"]
    assert_nowhere(results, "***")


def test_pages_show_none():
    page = environment().from_string("{{ url }} {{ html }} {{ data | base64 }}")
    shown = page.render(url=f"https://u:{MARKER}@h", html=f"<p>?token={MARKER}</p>", data=b"a?b=c")
    assert MARKER not in shown and "YT9iPWM=" in shown


def test_the_command_line_says_none(results, tmp_path):
    import subprocess
    import sys

    job = tmp_path / "job.json"
    job.write_text(
        json.dumps(
            {
                "job": "find_scene", "stac_api": f"http://u:{MARKER}@127.0.0.1:1/stac?token={MARKER}",
                "extent": EXTENT, "date_range": "2021-06",
            }
        )
    )  # fmt: skip
    for command in ("run", "tell"):
        done = subprocess.run(
            [sys.executable, "-m", "sr_core", command, str(job)], capture_output=True, text=True,
            cwd=Path(__file__).parents[2],
        )  # fmt: skip
        assert done.returncode == 2 and "cannot be reached" in done.stdout
        assert MARKER not in done.stdout + done.stderr


def test_a_training_with_a_secret_in_a_file_s_name_goes_on_from_its_checkpoint(make_tileset, results):
    """Also from one of an older version, in which the secret stands."""
    model = results.parent / f"m?token={MARKER}.srpk"
    make_package(backbone=Backbone.load(NETWORK)).save(model)
    values = {
        **SMALL, "backbone": NETWORK, "tiles": str(make_tileset().folder), "output": str(results / "m.srpk"),
        "checkpoint_every": 1e-9,
    }  # fmt: skip

    def job(resume=None):
        return Job.load({"id": "train_model", **values, "pretrained": str(model), "resume": resume}).run()

    work, kept = job(), results / "m.srpk.checkpoint"
    next(step for step in work if isinstance(step, Log) and step.values.get("epoch") == 1)
    work.close()
    assert MARKER.encode() not in kept.read_bytes()
    checkpoint = checkpoint_file.read(kept)
    assert checkpoint.asked["PRETRAINED"] == "m?token=***"
    older = {**checkpoint.asked, "PRETRAINED": model.name}
    checkpoint_file.write(kept, checkpoint.model_copy(update={"asked": older}))
    assert "Continuing from" in "\n".join(log_lines(run_to_end(job(str(kept)))[0]))
