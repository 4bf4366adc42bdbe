"""Setting the engine up: built beside the old one, verified, swapped, locked, cancelled, killed, reused."""

import os
import signal
import subprocess
import threading

import pytest
from finer.processing_provider.engine import (
    engine_setup,
    install_stamp,
    installers,
    packages,
    user_settings,
    worker,
)
from finer.processing_provider.errors import Cancelled, FinerError

WAIT = "import time; print('waiting', flush=True); time.sleep(60)\n"


def texts(events, name):
    return [event["text"] for event in events if event["event"] == name]


def left_beside(home):
    return sorted(path.name for path in home.iterdir())


def test_pip_builds_an_engine_that_the_worker_runs_on(
    set_up, replace_torch, collect_events, never_cancelled, no_uv, finer_home, tmp_path, monkeypatch
):
    replace_torch('__version__ = "1.0"\ncuda = None\ndevice = "cpu"\n', "1.0")
    configuration = tmp_path / "pip.conf"
    configuration.write_text("[install]\nuser = true\nindex-url = http://127.0.0.1:9/simple\n")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(configuration))
    monkeypatch.setenv("PIP_TARGET", str(finer_home / "astray"))
    monkeypatch.setenv("PIP_REQUIRE_VIRTUALENV", "1")
    events, error = collect_events(set_up())
    assert error is None
    result = events[-1]["result"]
    assert result["engine"] == str(finer_home / "engine/bin/python")
    assert (result["torch"], result["device"]) == ("1.0", "cpu")
    assert any("several gigabytes larger" in text for text in texts(events, "warning"))  # it is no CPU build
    assert result["prefix"] == str(finer_home / "engine")
    assert left_beside(finer_home) == ["engine"]
    assert not (finer_home / "engine/tmp").exists()

    fractions = [event["fraction"] for event in events if event["event"] == "progress"]
    assert fractions == sorted(fractions) and fractions[0] > 0 and fractions[-1] < 1
    assert install_stamp.read(finer_home / "engine")["installer"] == "pip"

    job = {"job": "test", "do": "import tinydep; emit('done', result={'python': sys.executable})"}
    *_, done = worker.run_job(job, never_cancelled)
    assert done["result"]["python"] == result["engine"]

    # Programs of the environment, which was built in another folder, start where it is now.
    pip = subprocess.run([finer_home / "engine/bin/pip", "--version"], stdout=subprocess.PIPE, text=True)
    assert str(finer_home / "engine") in pip.stdout
    assert str(finer_home / "engine.new") not in (finer_home / "engine/bin/activate").read_text()


def test_uv_builds_the_same_engine(set_up, collect_events, finer_home):
    if not installers.find_uv():
        pytest.skip("uv is not on PATH: only pip is tested here")
    events, error = collect_events(set_up())
    assert error is None
    assert events[-1]["result"]["torch"] == "1.0+cpu"
    assert install_stamp.read(finer_home / "engine")["installer"] == "uv"


def test_an_engine_that_fits_is_left_as_it_is(set_up, collect_events, quick_pip, finer_home):
    collect_events(set_up())
    before = os.stat(finer_home / "engine").st_ino
    events, error = collect_events(set_up())
    assert error is None and events[-1]["result"]["torch"] == "1.0+cpu"
    assert "nothing to do" in texts(events, "log")[-1]
    assert os.stat(finer_home / "engine").st_ino == before


@pytest.mark.parametrize("change", ["requirements", "broken", "no stamp"])
def test_an_engine_that_does_not_fit_is_built_anew(change, set_up, collect_events, quick_pip, finer_home):
    collect_events(set_up())
    before = os.stat(finer_home / "engine").st_ino
    if change == "requirements":
        packages.REQUIREMENTS.write_text(
            "torch==1.0\n-r requirements-light.txt\ntinydep==2.0\nanother==1.0\n"
        )
    elif change == "broken":
        next(finer_home.glob("engine/lib/*/site-packages/torch/__init__.py")).write_text("1 / 0")
    else:
        (finer_home / "engine" / install_stamp.NAME).unlink()
    events, error = collect_events(set_up())
    assert error is None and events[-1]["event"] == "done"
    assert os.stat(finer_home / "engine").st_ino != before
    assert left_beside(finer_home) == ["engine"]
    assert ("The installed engine does not work: it is rebuilt." in texts(events, "warning")) == (
        change == "broken"
    )


def test_comments_in_the_requirements_do_not_matter(set_up, collect_events, quick_pip):
    collect_events(set_up())
    packages.REQUIREMENTS.write_bytes(
        b"torch==1.0 # why\r\n-r requirements-light.txt\r\n\r\ntinydep==2.0\r\n"
    )
    assert install_stamp.is_current(install_stamp.read(user_settings.engine_folder()))


def test_a_failed_installation_says_the_essential_and_keeps_the_old_engine(
    set_up, collect_events, quick_pip, old_engine, finer_home
):
    quick_pip.before = "import sys; sys.exit('OSError: [Errno 28] No space left on device')\n"
    _, error = collect_events(set_up())
    assert isinstance(error, FinerError)
    assert "disk is full" in str(error) and "FINER_HOME" in str(error)
    assert old_engine.read_text() == "old"
    assert left_beside(finer_home) == ["engine"]


def test_an_engine_that_cannot_compute_never_takes_the_place(
    set_up, collect_events, quick_pip, replace_torch, old_engine, finer_home
):
    replace_torch("raise ImportError('libgomp is missing')")
    _, error = collect_events(set_up())
    assert "do not work (ImportError: libgomp is missing)" in str(error)
    assert old_engine.read_text() == "old"
    assert left_beside(finer_home) == ["engine"]


def test_an_engine_that_fails_in_its_place_gives_it_back(
    set_up, collect_events, quick_pip, old_engine, finer_home, monkeypatch
):
    verified = []

    def verify(folder, *_):
        verified.append(folder)
        if folder.name == "engine":
            raise FinerError("The path matters.")
        yield from ()

    monkeypatch.setattr(engine_setup, "_verify", verify)
    _, error = collect_events(set_up())
    assert str(error) == "The path matters."
    assert [folder.name for folder in verified] == ["engine.new", "engine"]
    assert old_engine.read_text() == "old"
    assert left_beside(finer_home) == ["engine"]


def test_packages_that_went_astray_are_refused(set_up, collect_events, quick_pip, finer_home, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    quick_pip.before = (
        "import pathlib, sys; site = next(pathlib.Path(sys.argv[1]).glob('lib/*/site-packages'));"
        f"(site / 'a.pth').write_text('import sys; sys.path.insert(0, \"{elsewhere}\")')\n"
    )
    (elsewhere / "torch").mkdir(parents=True)
    (elsewhere / "torch/__init__.py").write_text("__version__ = '0.9'; cuda = None; device = 'cpu'")
    _, error = collect_events(set_up())
    assert f"went to {elsewhere}" in str(error)
    assert left_beside(finer_home) == []


@pytest.mark.parametrize(("asked", "is_refused"), [("cuda", True), ("auto", False)])
def test_a_graphics_card_that_torch_cannot_use_is_said(
    asked, is_refused, set_up, collect_events, quick_pip, replace_torch, nvidia_smi
):
    replace_torch('cuda = "13.0"\ndevice = "cpu"\n__version__ = "1.0"\n')
    events, error = collect_events(set_up(asked))
    if is_refused:
        assert "cannot use the graphics card" in str(error) and "driver" in str(error)
    else:
        assert error is None and events[-1]["result"]["device"] == "cpu"
        assert any("update the NVIDIA driver" in text for text in texts(events, "warning"))


def test_a_cpu_build_is_not_taken_for_a_cuda_build(set_up, collect_events, quick_pip, nvidia_smi):
    _, error = collect_events(set_up("auto"))
    assert "cannot use a graphics card" in str(error) and 'REQUIREMENTS to "cpu"' in str(error)


def test_two_at_once_are_refused_in_a_sentence(set_up, collect_events, quick_pip, finer_home):
    first = set_up()
    next(first)
    _, error = collect_events(set_up())
    assert isinstance(error, FinerError)
    assert f"process {os.getpid()}" in str(error)
    assert collect_events(first)[1] is None
    assert collect_events(set_up())[1] is None


def test_cancel_ends_the_installer_and_leaves_the_old_engine(
    set_up, quick_pip, old_engine, finer_home, has_ended
):
    quick_pip.before = "import os; print(os.getpid(), flush=True)\n" + WAIT
    cancel, pids = threading.Event(), []
    with pytest.raises(Cancelled):
        for event in set_up(is_cancelled=cancel.is_set):
            line = event.get("line", "")
            if line.isdigit():
                pids.append(int(line))
            if line == "waiting":
                cancel.set()
    assert has_ended(pids[0], 0)
    assert old_engine.read_text() == "old"
    assert left_beside(finer_home) == ["engine"]


@pytest.mark.parametrize("fraction", [0.01, 0.05, 0.6, 0.9, 0.95])
def test_closing_at_any_step_leaves_the_old_engine(fraction, set_up, quick_pip, old_engine, finer_home):
    generator = set_up()
    while next(generator).get("fraction") != fraction:
        pass
    generator.close()
    assert old_engine.read_text() == "old"
    assert left_beside(finer_home) == ["engine"]


def test_a_qgis_that_is_killed_leaves_no_installer_and_the_next_set_up_clears_up(
    start_parent, set_up, quick_pip, collect_events, has_ended, finer_home
):
    running = start_parent(
        f"""
import os
from finer.processing_provider.engine import child_process
command = [sys.executable, "-c", "import os; print(os.getpid(), flush=True)\\n" + {WAIT!r}]
from finer.processing_provider.engine import engine_setup
folder = Path({str(finer_home)!r}); folder.mkdir()
with engine_setup._lock(folder / "engine.lock"):
    (folder / "engine.new").mkdir()
    with child_process.ChildProcess(child_process.watched_command(sys.executable, command), dict(os.environ)) as child:
        for _, line in child.lines(lambda: False):
            print(line, flush=True)
"""
    )
    installer = int(running.stdout.readline())
    assert running.stdout.readline() == "waiting\n"
    os.kill(running.pid, signal.SIGKILL)
    assert has_ended(installer)
    running.wait()
    assert left_beside(finer_home) == ["engine.lock", "engine.new"]
    assert collect_events(set_up())[1] is None
    assert left_beside(finer_home) == ["engine"]


def test_the_old_engine_comes_back_after_a_kill_between_the_two_renames(
    set_up, quick_pip, old_engine, finer_home
):
    os.rename(finer_home / "engine", finer_home / "engine.old")
    generator = set_up()
    next(generator)
    generator.close()
    assert old_engine.read_text() == "old"
    assert left_beside(finer_home) == ["engine"]


def test_a_folder_that_cannot_be_made_is_said(set_up, collect_events, finer_home):
    finer_home.write_text("a file")
    _, error = collect_events(set_up())
    assert "FINER_HOME" in str(error)


def test_a_folder_of_packages_that_is_not_there_is_said(collect_events, never_cancelled, tmp_path):
    _, error = collect_events(engine_setup.set_up("cpu", "", str(tmp_path / "none"), never_cancelled))
    assert "WHEELS" in str(error)


def test_an_interpreter_named_elsewhere_stays_in_use_and_that_is_said(
    set_up, collect_events, quick_pip, monkeypatch
):
    monkeypatch.setenv("FINER_ENGINE_PYTHON", "/opt/other/python")
    events, _ = collect_events(set_up())
    assert "which stays in use" in texts(events, "warning")[-1]


def test_the_cpu_build_is_looked_for_at_home_first_and_falling_back_is_said(
    collect_events, quick_pip, monkeypatch, never_cancelled, finer_home, tmp_path, wheel_folder
):
    asked = tmp_path / "asked.txt"
    quick_pip.install = lambda self, folder, *arguments, index="", wheels=None: [
        self.base.path,
        "-c",
        "import sys; print(*sys.argv[2:], file=open(sys.argv[1], 'a')); sys.exit('ERROR: No matching distribution found')",
        asked,
        index or "-",
        arguments[0],
    ]
    events, error = collect_events(engine_setup.set_up("cpu", "", "", never_cancelled, "complete"))
    assert asked.read_text().splitlines() == [
        "- torch==1.0+cpu",
        "https://download.pytorch.org/whl/cpu torch==1.0+cpu",
        "- torch==1.0",
    ]
    assert any("CUDA build" in text for text in texts(events, "warning"))
    assert "not offered for this computer" in str(error)
    assert left_beside(finer_home) == []


def test_only_a_source_that_lacks_torch_makes_it_ask_elsewhere(collect_events, quick_pip, never_cancelled):
    quick_pip.install = lambda self, *_, **options: [
        self.base.path,
        "-c",
        "import sys; sys.exit('No space left on device')",
    ]
    events, error = collect_events(engine_setup.set_up("cpu", "", "", never_cancelled, "complete"))
    assert "disk is full" in str(error)
    assert not texts(events, "warning")
