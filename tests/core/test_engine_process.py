"""The engine as its callers use it: a process, one job on stdin, events on stdout, an exit code."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import rasterio

from sr_core.command_line import _load, _read
from sr_core.errors import InputError
from sr_core.package.srpk import ModelPackage

from .support.engine_processes import CANCELLED, DONE, FAILED, REFUSED, TEST_JOB_SCRIPT, has_ended
from .support.small_trainings import train

ROOT = Path(__file__).parents[2]


def test_a_job_runs_to_its_end_while_stdin_stays_open(start_engine, make_tileset, tmp_path):
    tileset = make_tileset()
    worker = start_engine("run").ask(
        job="train_model",
        tiles=str(tileset.folder),
        backbone={"id": "edsr", "n_feats": 4, "n_blocks": 1},
        epochs=1,
        learning_rate=3e-3,  # no search for one, which takes longer than this training
        patch_size=12,
        output=str(tmp_path / "m.srpk"),
    )
    events, code = worker.end()
    assert code == DONE
    names = [event["event"] for event in events]
    assert events[0]["device"] == "cpu" and events[0]["device_name"].startswith("CPU: ")
    assert names[0] == "started" and names[-1] == "done" and set(names[1:-1]) == {"log", "progress"}
    assert events[0]["pid"] == worker.process.pid
    for event in events:
        if "text" in event:
            event["text"].format(**event["values"])
    assert set(events[-1]["result"]) == {"psnr", "ssim", "bicubic_psnr", "bicubic_ssim"}
    metrics = ModelPackage.load(tmp_path / "m.srpk").info.metrics
    assert events[-1]["result"]["psnr"] == metrics.model.psnr


def test_a_launcher_that_needs_a_script_gets_the_same_as_tell(tmp_path):
    """As `fabric run` does, in docs/cluster.md."""
    job = tmp_path / "job.json"
    job.write_text(
        json.dumps({"job": "inspect_model", "model": str(ROOT / "models" / "naip_0.6m_rgb_x4_carn.srpk")})
    )
    script = ROOT / "script" / "run_job.py"
    done = subprocess.run(
        [sys.executable, str(script), str(job)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == DONE, done.stderr
    assert re.match(r"\d\d:\d\d:\d\d Done: scale 4", done.stdout.splitlines()[-1])


def test_one_model_serves_the_scale_that_is_asked_for(start_engine, make_tileset, make_raster, tmp_path):
    model = str(tmp_path / "m.srpk")
    backbone = {"id": "mdsr", "n_feats": 4, "n_blocks": 1}
    train(make_tileset(), model, backbone=backbone, epochs=1, patch_size=8)
    asked = {
        "input": str(make_raster(bands=3, dtype="uint8")),
        "model": model,
        "scale": 3,
        "bands": [1, 2, 3],
    }
    events, code = (
        start_engine("run").ask(job="classify_pixels", output=str(tmp_path / "sr.tif"), **asked).end()
    )
    assert code == DONE and events[-1]["result"] == {
        "width": 56 * 3, "height": 40 * 3, "residual": None, "bands_used": "1,2,3",
    }  # fmt: skip
    with rasterio.open(tmp_path / "sr.tif") as result:
        assert result.shape == (40 * 3, 56 * 3) and result.tags()["FINER_SCALE"] == "3"
    asked["scale"] = 8
    events, code = (
        start_engine("run").ask(job="classify_pixels", output=str(tmp_path / "no.tif"), **asked).end()
    )
    assert code == REFUSED
    message = events[-1]["text"].format(**events[-1]["values"])
    assert message == "The model does not support scale 8: it supports 2, 3, 4."
    assert not (tmp_path / "no.tif").exists()


@pytest.mark.parametrize("stop", ["close stdin", signal.SIGTERM, signal.SIGINT])
def test_stopping_leaves_no_process_and_nothing_half_written(start_engine, tmp_path, stop):
    folder = tmp_path / "out"
    folder.mkdir()
    worker = start_engine(script=TEST_JOB_SCRIPT).ask(
        job="__main__", do="wait", out=str(folder / "result.tif")
    )
    worker.until("progress")
    assert len(list(folder.iterdir())) == 1
    if stop != "close stdin":
        worker.process.send_signal(stop)
    events, code = worker.end(close_stdin=stop == "close stdin")
    assert events[-1]["event"] == "cancelled" and code == CANCELLED
    assert list(folder.iterdir()) == []


def test_a_job_that_is_stuck_is_ended_after_a_while(start_engine, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    worker = start_engine(script=TEST_JOB_SCRIPT).ask(
        job="__main__", do="stick", out=str(folder / "result.tif")
    )
    worker.until("progress")
    began = time.monotonic()
    _, code = worker.end(close_stdin=True)
    assert code == CANCELLED and time.monotonic() - began < 30
    assert list(folder.iterdir()) == []


def test_a_caller_that_dies_takes_the_worker_with_it(start_engine, tmp_path):
    """The worker's stdin is a pipe from a caller that is killed."""
    caller = (
        "import subprocess, sys, time\n"
        f"worker = subprocess.Popen([sys.executable, '-c', {TEST_JOB_SCRIPT!r}], stdin=subprocess.PIPE, text=True)\n"
        "worker.stdin.write(sys.stdin.readline()); worker.stdin.flush(); time.sleep(3600)\n"
    )
    folder = tmp_path / "out"
    folder.mkdir()
    parent = start_engine(script=caller).ask(job="__main__", do="wait", out=str(folder / "result.tif"))
    pid = parent.until("progress")[0]["pid"]
    parent.process.kill()
    parent.end()  # stdout is the worker's too: it ends when the worker has ended
    assert list(folder.iterdir()) == []
    assert has_ended(pid)


@pytest.mark.parametrize("line", ["", "{", "[1]", "{}", "7", "null"])
def test_a_line_that_is_no_job_is_refused(line):
    with pytest.raises(InputError, match="A job is one JSON object"):
        _load(line)


@pytest.mark.parametrize(
    ("job", "type", "sentence"),
    [
        ({"job": ["fly"]}, "InputError", "There is no job ['fly']"),
        (
            {"job": "export_tiles", "output": "a", "wings": 2},
            "InputError",
            "export_tiles has no option 'wings'",
        ),
        (
            {"job": "evaluate_model", "tiles": "a", "model": "b", "output_html": "c.html"},
            "PackageError",
            "There is no file b",
        ),
    ],
)
def test_what_cannot_be_done_is_refused(start_engine, job, type, sentence):
    worker = start_engine("run").ask(**job)
    events, code = worker.end()
    assert code == REFUSED
    assert events[-1]["event"] == "failed" and events[-1]["type"] == type
    assert events[-1]["text"].format(**events[-1]["values"]).startswith(sentence)
    assert "Traceback" not in worker.log.read_text()


def test_a_job_may_come_from_a_file(start_engine, tmp_path):
    (tmp_path / "job.json").write_text('{"job": "fly"}')
    events, code = start_engine("run", "job.json").end()
    assert code == REFUSED and events[-1]["values"]["asked"] == "'fly'"
    with pytest.raises(InputError, match=r"job file .*absent.json cannot be read"):
        _read(str(tmp_path / "absent.json"))


def test_an_unforeseen_failure_is_one_sentence_and_its_traceback_is_in_the_log(start_engine):
    worker = start_engine(script=TEST_JOB_SCRIPT).ask(job="__main__", do="raise")
    events, code = worker.end()
    assert code == FAILED and events[-1]["event"] == "failed"
    message = events[-1]["text"].format(**events[-1]["values"])
    assert message == "ZeroDivisionError: division by zero (the log has the details)"
    assert "Traceback" in worker.log.read_text()


@pytest.mark.parametrize(
    ("do", "sentence"),
    [
        (
            "full",
            r"There is not enough disk space in /some \(No space left on device; [\d.]+ MB are free\): delete files .*",
        ),
        ("fill", r"Memory ran out: use a smaller TILE_SIZE, PATCH_SIZE or BATCH_SIZE."),
    ],
)
def test_what_ran_out_is_named(start_engine, do, sentence):
    events, code = start_engine(script=TEST_JOB_SCRIPT).ask(job="__main__", do=do).end()
    assert code == FAILED
    assert re.fullmatch(sentence, events[-1]["text"].format(**events[-1]["values"]))


def test_a_stray_print_does_not_corrupt_the_events(start_engine):
    worker = start_engine(script=TEST_JOB_SCRIPT).ask(job="__main__", do="print")
    events, code = worker.end()
    assert code == DONE and [event["event"] for event in events] == ["started", "log", "progress", "done"]
    assert events[1]["values"] == {"n": 3, "what": "ünits"}
    assert "a stray line" in worker.log.read_text()


def test_verify_proves_that_this_python_computes(start_engine):
    events, code = start_engine("verify", "cpu").end()
    assert code == DONE
    (found,) = events
    assert found["device"] == "cpu" and found["prefix"] == sys.prefix and Path(found["torch_file"]).is_file()
    assert set(found) >= {"finer", "python", "base_prefix", "torch", "rasterio", "gdal", "device_name"}


def test_another_command_shows_how_it_is_used(start_engine):
    worker = start_engine("fly")
    _, code = worker.end()
    assert code == 1 and "python -m sr_core run" in worker.log.read_text()
