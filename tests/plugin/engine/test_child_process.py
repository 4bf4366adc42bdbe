"""The watchdog: a command ends when its standard input closes, with the status it would have had alone."""

import contextlib
import os
import subprocess
import sys

import pytest
from finer.processing_provider.engine.child_process import ChildProcess, read_output, watched_command


def lines(source, never):
    with ChildProcess(
        watched_command(sys.executable, [sys.executable, "-c", source]), dict(os.environ)
    ) as child:
        return list(child.lines(never)), child.code


@pytest.mark.parametrize(
    ("end", "code"), [("sys.exit(0)", 0), ("sys.exit(3)", 3), ("os.kill(os.getpid(), 11)", -11)]
)
def test_the_end_of_a_command_is_passed_on(end, code, never_cancelled):
    got, ended = lines(
        f"import os, sys; print('out'); print('err', file=sys.stderr); sys.stdout.flush(); {end}",
        never_cancelled,
    )
    assert set(got) == {("out", "out"), ("err", "err")}
    assert ended == code


def test_letting_go_ends_a_command_and_what_it_started(has_ended):
    source = "import os, subprocess; o = subprocess.Popen(['sleep', '60']); print(os.getpid(), o.pid, flush=True); o.wait()"
    command = [str(part) for part in watched_command(sys.executable, [sys.executable, "-c", source])]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as watchdog:
        pids = [int(pid) for pid in watchdog.stdout.readline().split()]
        watchdog.stdin.close()
        try:
            assert all(has_ended(pid) for pid in (*pids, watchdog.pid))
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(watchdog.pid, 9)


def test_an_answer_that_does_not_come_is_none():
    assert read_output([sys.executable, "-c", "print('yes')"], dict(os.environ)) == "yes\n"
    assert read_output([sys.executable, "-c", "raise SystemExit(1)"], dict(os.environ)) is None
    assert read_output(["/no/such/program"], dict(os.environ)) is None
