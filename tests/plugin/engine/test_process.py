"""The leash: what it holds ends when it is let go, and ends as it would have ended alone."""

import os
import sys

import pytest
from finer.processing_provider.engine.process import Child, answer, leashed


def lines(source, never):
    with Child(leashed(sys.executable, [sys.executable, "-c", source]), dict(os.environ)) as child:
        return list(child.lines(never)), child.code


@pytest.mark.parametrize(
    ("end", "code"), [("sys.exit(0)", 0), ("sys.exit(3)", 3), ("os.kill(os.getpid(), 11)", -11)]
)
def test_the_end_of_a_command_is_passed_on(end, code, never):
    got, ended = lines(
        f"import os, sys; print('out'); print('err', file=sys.stderr); sys.stdout.flush(); {end}", never
    )
    assert set(got) == {("out", "out"), ("err", "err")}
    assert ended == code


def test_letting_go_ends_a_command_and_what_it_started(never, gone):
    source = "import os, subprocess, time; o = subprocess.Popen(['sleep', '60']); print(os.getpid(), o.pid, flush=True); time.sleep(60)"
    with Child(leashed(sys.executable, [sys.executable, "-c", source]), dict(os.environ)) as child:
        _, line = next(child.lines(never))
    assert all(gone(int(pid), 1) for pid in line.split())


def test_an_answer_that_does_not_come_is_none():
    assert answer([sys.executable, "-c", "print('yes')"], dict(os.environ)) == "yes\n"
    assert answer([sys.executable, "-c", "raise SystemExit(1)"], dict(os.environ)) is None
    assert answer(["/no/such/program"], dict(os.environ)) is None
