"""A worker's launch, updates, completion, cancellation and failure, of which nothing is left."""

import os
import signal
import sys
import threading
import time

import pytest
from finer.processing_provider.engine import child_process, environment_variables, packages, worker
from finer.processing_provider.errors import Cancelled, FinerError

SPIN = "while True: time.sleep(0.05)"
"""A job that never looks whether it should stop."""
OBEY = "sys.stdin.read(); emit('cancelled'); sys.exit(130)"
"""A job that stops when its standard input closes."""


@pytest.fixture(autouse=True)
def engine(monkeypatch):
    monkeypatch.setenv("FINER_ENGINE_PYTHON", sys.executable)


@pytest.fixture
def short_grace(monkeypatch):
    monkeypatch.setattr(child_process, "GRACE", 0.5)
    monkeypatch.setattr(child_process, "PATIENCE", 0.5)


def events(do, is_cancelled=lambda: False, **fields):
    return worker.run_job({"job": "test", "do": do, **fields}, is_cancelled)


def named(events, name):
    return [event for event in events if event["event"] == name]


def test_hands_on_events_and_ends_with_the_result(collect_events):
    do = "emit('progress', fraction=0.5, text='{n} tiles', values={'n': 3}, eta=7); emit('done', result={'psnr': 31.5})"
    got, error = collect_events(events(do))
    assert error is None
    assert [event["event"] for event in got] == ["started", "progress", "done"]
    assert got[1] == {"event": "progress", "fraction": 0.5, "text": "{n} tiles", "values": {"n": 3}, "eta": 7}
    assert got[-1]["result"] == {"psnr": 31.5}


def test_what_is_no_event_goes_to_the_log(collect_events):
    do = (
        "print('a stray print'); print('[1, 2]'); print('{\"no\": \"event\"}'); print('a warning', file=sys.stderr);"
        "sys.stdout.buffer.write(b'\\xff\\n'); emit('done', result={})"
    )
    got, error = collect_events(events(do))
    assert error is None
    lines = {event["line"] for event in named(got, "debug")}
    assert lines == {"a stray print", "[1, 2]", '{"no": "event"}', "a warning", "\ufffd"}


def test_all_is_read_before_it_counts_as_ended(collect_events):
    got, error = collect_events(events("[print(n) for n in range(3000)]; emit('done', result={})"))
    assert error is None
    assert len(named(got, "debug")) == 3000


def test_a_refusal_keeps_its_template_for_translation(collect_events):
    _, error = collect_events(
        events(
            "emit('failed', type='InputError', text='{path} is odd.', values={'path': 'a.tif'}); sys.exit(2)"
        )
    )
    assert isinstance(error, FinerError)
    assert (str(error), error.text, error.values) == ("a.tif is odd.", "{path} is odd.", {"path": "a.tif"})


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SIGKILL", "memory ran out: use a smaller TILE_SIZE"),
        ("SIGSEGV", "crashed in native code"),
        ("SIGABRT", "crashed in native code"),
    ],
)
def test_a_killing_signal_is_explained(collect_events, name, words):
    _, error = collect_events(events(f"os.kill(os.getpid(), signal.{name})"))
    assert isinstance(error, FinerError)
    assert words in str(error) and name in str(error)


def test_being_told_to_stop_by_someone_else_is_no_success(collect_events):
    _, error = collect_events(events("emit('cancelled'); sys.exit(130)"))
    assert isinstance(error, FinerError) and "another program" in str(error)


def test_ending_without_a_result_says_the_last_line_of_the_log(collect_events):
    _, error = collect_events(events("raise RuntimeError('the tape is full')"))
    assert "RuntimeError: the tape is full" in str(error)


def test_an_engine_that_cannot_start_says_how_to_mend_it(collect_events, monkeypatch, tmp_path):
    monkeypatch.setattr(
        "finer.processing_provider.engine.environment_variables.ROOT", tmp_path
    )  # there is no sr_core
    _, error = collect_events(events("pass"))
    assert "Set up SR engine" in str(error) and "sr_core" in str(error)


def test_an_interpreter_that_is_no_program_is_refused_in_a_sentence(collect_events, monkeypatch, tmp_path):
    (tmp_path / "python").write_text("garbage")
    (tmp_path / "python").chmod(0o755)
    monkeypatch.setenv("FINER_ENGINE_PYTHON", str(tmp_path / "python"))
    _, error = collect_events(events("pass"))
    assert isinstance(error, FinerError) and "cannot be started" in str(error)


def test_cancel_lets_the_worker_leave_in_order(has_ended):
    cancel, got = threading.Event(), []
    do = "emit('progress', fraction=0, text='', values={}, eta=None); sys.stdin.read();" + (
        "emit('log', text='checkpoint saved', values={}); emit('cancelled')"
    )
    with pytest.raises(Cancelled):
        for event in events(do, cancel.is_set):
            got.append(event)
            cancel.set()
    assert got[-1]["text"] == "checkpoint saved"
    assert has_ended(got[0]["pid"], 0)


def test_cancel_ends_a_worker_that_does_not_listen(short_grace, has_ended):
    do = "signal.signal(signal.SIGTERM, signal.SIG_IGN); emit('log', text='deaf', values={});" + f"\n{SPIN}"
    cancel, got, began = threading.Event(), [], 0
    with pytest.raises(Cancelled):
        for event in events(do, cancel.is_set):
            got.append(event)
            if event["event"] == "log":
                cancel.set()
                began = time.monotonic()
    assert has_ended(got[0]["pid"], 0)
    assert time.monotonic() - began < 5


def test_cancel_is_noticed_while_the_worker_is_silent(short_grace):
    until = time.monotonic() + 1
    with pytest.raises(Cancelled):
        for _ in events(SPIN, lambda: time.monotonic() > until):
            pass
    assert time.monotonic() < until + 4


def test_cancel_ends_a_worker_that_is_still_loading_at_once(monkeypatch, tmp_path):
    loading = tmp_path / "loading"
    slow = tmp_path / "engine" / "sr_core"
    slow.mkdir(parents=True)
    (slow / "__main__.py").write_text(f"import time; open({str(loading)!r}, 'w').close(); time.sleep(600)")
    monkeypatch.setattr(environment_variables, "ROOT", slow.parent)
    cancelled_at = []

    def is_cancelled():
        if loading.exists() and not cancelled_at:
            cancelled_at.append(time.monotonic())
        return bool(cancelled_at)

    with pytest.raises(Cancelled):
        list(events("pass", is_cancelled))
    assert time.monotonic() - cancelled_at[0] < 3


def test_closing_the_generator_ends_the_worker(has_ended):
    generator = events(OBEY)
    pid = next(generator)["pid"]
    generator.close()
    assert has_ended(pid, 0)


def test_an_exception_in_the_caller_ends_the_worker(has_ended):
    generator = events(OBEY)
    pid = next(generator)["pid"]
    with pytest.raises(ZeroDivisionError):
        generator.throw(ZeroDivisionError())
    assert has_ended(pid, 0)


def test_what_the_worker_had_started_goes_with_it(short_grace, has_ended, collect_events):
    do = (
        "import subprocess; other = subprocess.Popen(['sleep', '60']); emit('log', text='', values={'pid': other.pid});"
        "os.kill(os.getpid(), 9)"
    )
    got, error = collect_events(events(do))
    assert "SIGKILL" in str(error)
    assert has_ended(named(got, "log")[0]["values"]["pid"], 1)


def test_a_worker_that_hangs_after_its_result_has_still_done_its_work(short_grace, collect_events, has_ended):
    got, error = collect_events(events(f"emit('done', result={{'n': 1}})\n{SPIN}"))
    assert error is None and got[-1]["result"] == {"n": 1}
    assert has_ended(got[0]["pid"], 0)


def test_a_killed_worker_leaves_nothing_half_written(collect_events, tmp_path):
    other = tmp_path / ".finer-1-other"
    other.mkdir()
    do = (
        "folder = os.path.join(os.path.dirname(job['output']), f'.finer-{os.getpid()}-abcd'); os.mkdir(folder);"
        "open(os.path.join(folder, 'sr.tif'), 'w').close(); emit('log', text=folder, values={});"
        "os.kill(os.getpid(), 9)"
    )
    got, _ = collect_events(events(do, output=str(tmp_path / "sr.tif"), input=str(tmp_path / "lr.tif")))
    assert not os.path.exists(named(got, "log")[0]["text"])
    assert [path.name for path in tmp_path.glob(".finer-*")] == [other.name]


def test_what_a_killed_worker_was_replacing_is_given_back(collect_events, tmp_path):
    """And of a link, the folder beside what it leads to is cleared."""
    (tmp_path / "store").mkdir()
    (tmp_path / "sr.tif").symlink_to("store/real.tif")
    (tmp_path / "store" / "real.tif.msk").write_text("old mask")
    do = (
        "folder = os.path.join(os.path.dirname(job['output']), 'store', f'.finer-{os.getpid()}-abcd');"
        "os.makedirs(folder + '/.finer-old/files');"
        "open(folder + '/.finer-old/names', 'w').write('[\"real.tif\", \"real.tif.msk\"]');"
        "open(folder + '/.finer-old/files/real.tif', 'w').write('old');"
        "os.kill(os.getpid(), 9)"
    )
    collect_events(events(do, output=str(tmp_path / "sr.tif")))
    assert {path.name: path.read_text() for path in (tmp_path / "store").iterdir()} == {
        "real.tif": "old", "real.tif.msk": "old mask"
    }  # fmt: skip


def test_the_worker_sees_no_leftovers_of_qgis(collect_events, monkeypatch, tmp_path):
    (tmp_path / "json.py").write_text("raise SystemExit('a stray json.py was imported')")
    monkeypatch.chdir(tmp_path)
    for name in ("PYTHONHOME", "GDAL_DATA", "PROJ_LIB", "LD_PRELOAD", "QGIS_PREFIX_PATH", "VIRTUAL_ENV"):
        monkeypatch.setenv(name, "/nowhere")
    monkeypatch.setenv("SSL_CERT_FILE", "/etc/ssl/mine.pem")
    got, error = collect_events(events("emit('done', result=dict(os.environ))"))
    assert error is None
    seen = got[-1]["result"]
    assert not {"PYTHONHOME", "GDAL_DATA", "PROJ_LIB", "LD_PRELOAD", "QGIS_PREFIX_PATH", "VIRTUAL_ENV"} & set(
        seen
    )
    assert seen["SSL_CERT_FILE"] == "/etc/ssl/mine.pem"


def test_ctrl_c_in_a_terminal_does_not_reach_the_worker(collect_events):
    got, _ = collect_events(events("emit('done', result={'group': os.getpgid(0), 'session': os.getsid(0)})"))
    assert got[-1]["result"]["group"] != os.getpgid(0)
    assert got[-1]["result"]["session"] != os.getsid(0)


def test_a_qgis_that_is_killed_leaves_no_worker(start_parent, has_ended):
    running = start_parent(
        f"""
from finer.processing_provider.engine import worker
for event in worker.run_job({{"job": "test", "do": {OBEY!r}}}, lambda: False):
    print(event["pid"], flush=True)
"""
    )
    worker_pid = int(running.stdout.readline())
    os.kill(running.pid, signal.SIGKILL)
    assert has_ended(worker_pid)


@pytest.mark.parametrize(
    ("device", "asked", "cuda", "cards", "expected"),
    [
        ("cpu", "auto", None, ["X"], ["is a CPU build"]),
        ("cpu", "auto", "13.0", ["X"], ["update the NVIDIA driver"]),
        ("cpu", "cpu", None, ["X"], []),  # as the user wants it
        ("cuda", "auto", "13.0", ["X"], []),
        ("cpu", "auto", None, [], []),
    ],
)
def test_a_graphics_card_that_lies_idle_is_pointed_out(
    collect_events, monkeypatch, device, asked, cuda, cards, expected
):
    monkeypatch.setattr(packages, "graphics_cards", lambda: cards)
    do = f"emit('started', pid=1, torch='2.13', device={device!r}, cuda={cuda!r}); emit('done', result={{}})"
    got, _ = collect_events(events(do, device=asked))
    warnings = [each["text"] for each in named(got, "warning")]
    assert len(warnings) == len(expected) and all(words in text for words, text in zip(expected, warnings))
