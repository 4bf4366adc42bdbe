"""A worker that serves does one job after the other, each as in a process of its own."""

from __future__ import annotations

import signal
import time

import pytest
import torch

from sr_core.package.srpk import ModelPackage

from .support.engine_processes import DONE, FAILED, REFUSED, TEST_JOB_SCRIPT

SERVES = TEST_JOB_SCRIPT.replace("door.run()", "door.run(stays=True)")


def test_a_worker_that_serves_does_one_job_after_the_other(start_engine):
    worker = start_engine(script=f"import torch\n{SERVES}")
    draws = []
    for _ in range(3):
        events = worker.ask(job="__main__", do="draw").until("waiting")
        assert [event["event"] for event in events] == ["started", "log", "done", "waiting"]
        assert events[0]["pid"] == worker.process.pid and events[-1]["seconds"] == 30
        draws.append(events[1]["values"]["number"])
    events, code = worker.end(close_stdin=True)
    assert (events, code) == ([], DONE)
    assert len(set(draws)) == 3  # though every job sets the seed that torch draws from


def test_what_a_job_starts_does_not_hear_what_is_asked_of_the_worker(start_engine):
    worker = start_engine(script=SERVES).ask(job="__main__", do="listen").ask(job="__main__", do="draw")
    events = worker.until("waiting")
    assert events[1]["values"] == {"heard": "0"}
    assert worker.until("waiting")[-2]["event"] == "done"


def test_a_worker_that_serves_leaves_when_nothing_more_is_asked(start_engine):
    worker = start_engine(script=SERVES.replace("door.GRACE = 1", "door.GRACE = 1; door.STAYS = 0.5"))
    events, code = worker.ask(job="__main__", do="print").end()
    assert events[-1]["event"] == "waiting" and code == DONE


def test_a_worker_that_waits_leaves_when_it_is_told_to(start_engine):
    worker = start_engine(script=SERVES).ask(job="__main__", do="print")
    worker.until("waiting")
    worker.process.send_signal(signal.SIGTERM)
    began = time.monotonic()
    assert worker.end() == ([], DONE) and time.monotonic() - began < 20


@pytest.mark.parametrize(("job", "ends"), [("fly", REFUSED), ("__main__", FAILED)])
def test_a_worker_that_serves_ends_with_a_job_that_is_not_done(start_engine, job, ends):
    worker = start_engine(script=SERVES).ask(job="__main__", do="print")
    worker.until("waiting")
    events, code = worker.ask(job=job, do="raise").end()
    assert events[-1]["event"] == "failed" and code == ends


def test_models_and_results_are_the_same_in_a_process_that_has_done_jobs_before(
    start_engine, make_tileset, tmp_path
):
    tileset, worker = make_tileset(), start_engine("serve")

    def trained(worker, name):
        return worker.ask(
            job="train_model",
            tiles=str(tileset.folder),
            backbone={"id": "edsr", "n_feats": 4, "n_blocks": 1},
            epochs=1,
            learning_rate=3e-3,  # no search for one, which takes longer than this training
            patch_size=12,
            device="cpu",
            output=str(tmp_path / f"{name}.srpk"),
        )

    for name in ("first", "second"):
        trained(worker, name).until("waiting")
    trained(start_engine("run"), "alone").end()
    first, second, alone = (
        ModelPackage.load(tmp_path / f"{name}.srpk") for name in ("first", "second", "alone")
    )
    for weights in zip(*(each.net.state_dict().values() for each in (first, second, alone)), strict=True):
        assert torch.equal(weights[0], weights[1]) and torch.equal(weights[0], weights[2])
    assert first.info.metrics == second.info.metrics == alone.info.metrics
