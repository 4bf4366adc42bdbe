"""Which parts of the engine are set up: light at first, complete when asked, and never less than there was."""

import json
import os

import pytest
from finer.processing_provider.engine import engine_setup, install_stamp, packages


def texts(events, name):
    return [event["text"] for event in events if event["event"] == name]


def left_beside(home):
    return sorted(path.name for path in home.iterdir())


def has(home, package):
    return any(home.glob(f"engine/lib/*/site-packages/{package}/__init__.py"))


def test_a_first_engine_is_light_and_is_made_complete_when_asked(
    set_up, collect_events, quick_pip, finer_home
):
    events, error = collect_events(set_up(profile="auto", parts="auto"))
    assert error is None and events[-1]["result"]["parts"] == "light"
    assert events[-1]["result"]["torch"] is None and events[-1]["result"]["ncnn"] == "3.0"
    assert has(finer_home, "ncnn") and not has(finer_home, "torch") and not has(finer_home, "tinydep")
    assert install_stamp.read(finer_home / "engine")["parts"] == "light" and install_stamp.is_light()
    assert "It runs models" in texts(events, "log")[-1]

    events, error = collect_events(set_up(profile="auto", parts="auto"))
    assert "nothing to do" in texts(events, "log")[-1] and events[-1]["result"]["parts"] == "light"

    events, error = collect_events(set_up(parts="complete"))
    assert error is None and events[-1]["result"]["parts"] == "complete"
    assert has(finer_home, "ncnn") and has(finer_home, "torch") and has(finer_home, "tinydep")
    assert not install_stamp.is_light()
    assert left_beside(finer_home) == ["engine"]


@pytest.mark.parametrize("stamped", [True, False, "of a version without light engines"])
@pytest.mark.parametrize("parts", ["auto", "light"])
def test_an_engine_that_has_torch_never_becomes_light(
    parts, stamped, set_up, collect_events, quick_pip, finer_home
):
    collect_events(set_up())
    stamp = finer_home / "engine" / install_stamp.NAME
    if not stamped:
        stamp.unlink()
    elif stamped is not True:
        known = json.loads(stamp.read_text())
        del known["parts"]
        stamp.write_text(json.dumps({**known, "requirements": "old"}))
    events, error = collect_events(set_up(parts=parts))
    assert error is None and events[-1]["result"]["parts"] == "complete"
    assert has(finer_home, "torch")
    assert any("stays complete" in text for text in texts(events, "log")) == (parts == "light")


def test_a_light_engine_stays_where_only_the_complete_one_needs_other_packages(
    set_up, collect_events, quick_pip
):
    collect_events(set_up(parts="light"))
    packages.REQUIREMENTS.write_text("torch==9.0\n-r requirements-light.txt\n")
    assert not install_stamp.is_outdated()
    packages.REQUIREMENTS.with_name("requirements-light.txt").write_text("ncnn==3.0\nmore==1.0\n")
    assert install_stamp.is_outdated()
    events, error = collect_events(set_up(parts="auto"))
    assert error is None and events[-1]["result"]["parts"] == "light"


def test_cuda_takes_the_complete_engine_unless_the_light_one_is_asked_for(set_up, nvidia_smi, finer_home):
    plan = engine_setup._plan(finer_home / "engine", "cuda", "auto", "", False)
    assert (plan.parts, plan.profile) == ("complete", "cuda")
    plan = engine_setup._plan(finer_home / "engine", "auto", "auto", "", False)
    assert (plan.parts, plan.profile) == ("light", "cpu")
    plan = engine_setup._plan(finer_home / "engine", "cuda", "light", "", False)
    assert (plan.parts, plan.profile) == ("light", "cpu")


def test_a_light_engine_stays_when_the_complete_one_cannot_be_made(
    set_up, collect_events, quick_pip, replace_torch, finer_home
):
    collect_events(set_up(parts="light"))
    before = os.stat(finer_home / "engine").st_ino
    replace_torch("raise ImportError('libgomp is missing')")
    _, error = collect_events(set_up(parts="complete"))
    assert "libgomp is missing" in str(error)
    assert os.stat(finer_home / "engine").st_ino == before and install_stamp.is_light()
    assert left_beside(finer_home) == ["engine"]


def test_what_the_light_engine_needs_beside_its_packages_is_not_fetched(
    set_up, collect_events, quick_pip, monkeypatch
):
    asked = []
    usual = quick_pip.install
    monkeypatch.setattr(
        quick_pip, "install", lambda self, *args, **more: asked.append(args) or usual(self, *args, **more)
    )
    collect_events(set_up(parts="light"))
    assert ["--no-deps" in args for args in asked] == [True]


def test_parts_that_are_none_are_refused(set_up, collect_events, finer_home):
    _, error = collect_events(set_up(parts="half"))
    assert str(error) == "PARTS must be one of auto, light, complete."
    assert not finer_home.exists() or not list(finer_home.iterdir())


def test_a_light_engine_that_cannot_compute_never_takes_the_place(
    set_up, collect_events, quick_pip, wheel_folder, old_engine, finer_home
):
    for wheel in wheel_folder.glob("ncnn-*"):
        wheel.unlink()
    _, error = collect_events(set_up(parts="light"))
    assert "do not work (ModuleNotFoundError: No module named 'ncnn')" in str(error)
    assert old_engine.read_text() == "old"
    assert left_beside(finer_home) == ["engine"]


@pytest.mark.parametrize("parts", ["light", "complete"])
def test_what_clusters_take_is_installed_when_asked_for_and_stays(
    parts, set_up, collect_events, quick_pip, finer_home
):
    collect_events(set_up(parts=parts))
    assert not has(finer_home, "distributed")
    events, error = collect_events(set_up(parts=parts, cluster=True))
    assert error is None and events[-1]["result"]["parts"] == parts
    assert has(finer_home, "distributed") and has(finer_home, "ncnn")
    assert has(finer_home, "torch") == (parts == "complete")
    events, error = collect_events(set_up(parts="auto"))
    assert error is None and "nothing to do" in texts(events, "log")[-1]
    events, error = collect_events(set_up(parts="complete"))
    assert error is None and has(finer_home, "distributed") and has(finer_home, "torch")
    assert not install_stamp.is_outdated()
