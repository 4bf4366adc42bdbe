"""A child process: launched in a group of its own, read line by line, and gone for sure when we are done with it."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess  # nosec B404: running other programs is what this module is for
import threading
import time
from pathlib import Path

from ..errors import Cancelled, FinerError

POLL = 0.1  # seconds between two looks at whether the user cancelled
GRACE = 8  # seconds a child has to leave once its standard input is closed
PATIENCE = 2  # seconds it has once it was told to terminate
ANSWER = 20  # seconds a short question may take

WATCHDOG = Path(__file__).with_name("parent_watchdog.py")

if os.name == "nt":
    OWN_GROUP = {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}
else:
    # Ctrl-C in a terminal shall reach QGIS alone, which then stops the child in order.
    OWN_GROUP = {"start_new_session": True}


def leashed(python, command):
    """`command`, run by `python` so that it ends when its standard input is closed, as the engine's jobs do anyway."""
    return [python, WATCHDOG, *command]


def answer(command, environment):
    """What a short command prints; none if it does not run, fails, or takes too long."""
    try:
        done = subprocess.run(  # noqa: S603  # nosec B603: a list, no shell; asks a program what it is
            [str(part) for part in command],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            errors="replace",
            timeout=ANSWER,
            check=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout


class Child:
    """A running command. As a context manager it is stopped when the block ends, however that happens.

    Closing its standard input is how it learns that it should stop.

    Raises:
        FinerError: the command cannot be started.
    """

    def __init__(self, command, environment, folder=None):
        command = [str(part) for part in command]
        try:
            self._process = subprocess.Popen(  # noqa: S603  # nosec B603: a list, no shell; interpreters we located
                command,
                env=environment,
                cwd=folder,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                errors="replace",
                **OWN_GROUP,
            )
        except OSError as error:
            raise FinerError(
                "{program} cannot be started ({reason}).", program=command[0], reason=error.strerror or error
            ) from None
        self.pid = self._process.pid
        self._stopped, self._leave_by = False, None
        self._queue = queue.Queue()
        self._pumps = [
            threading.Thread(target=self._pump, args=(name, stream), daemon=True)
            for name, stream in (("out", self._process.stdout), ("err", self._process.stderr))
        ]
        for pump in self._pumps:
            pump.start()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.stop()

    @property
    def code(self):
        """The exit status; none while it runs."""
        return self._process.poll()

    @property
    def listens(self):
        """Whether it can still be told something."""
        return not self._process.stdin.closed

    def send(self, line):
        with contextlib.suppress(OSError):  # it has died already: its exit status says why
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()

    def lines(self, is_cancelled):
        """Yield `("out" | "err", line)` until the child has ended.

        Raises:
            Cancelled: `is_cancelled()` became true. What the child had to say in its grace was still yielded.
        """
        is_open, was_cancelled, ended_at, self._leave_by = len(self._pumps), False, None, None
        while is_open:
            now = time.monotonic()
            if not was_cancelled and is_cancelled():
                was_cancelled = True
                self._close_stdin()
                self.should_end()
            if self._leave_by is not None and now > self._leave_by:
                break
            if ended_at is None and self.code is not None:
                ended_at = now
            try:
                item = self._queue.get(timeout=POLL)
            except queue.Empty:
                if ended_at is not None and now > ended_at + PATIENCE:
                    break  # a grandchild holds the pipes open
                continue
            if item is None:
                is_open -= 1
            else:
                yield item
        self.stop(is_late=self._leave_by is not None)
        if was_cancelled:
            raise Cancelled

    def should_end(self):
        """From now on it has its grace; `lines` ends then at the latest."""
        self._leave_by = time.monotonic() + GRACE

    def rest(self):
        """The lines that it has written and nobody has read."""
        lines = []
        with contextlib.suppress(queue.Empty):
            while item := self._queue.get_nowait():
                lines.append(item[1])
        return lines

    def stop(self, *, is_late=False):
        """Close standard input, wait, terminate, kill; what the child had started goes too. If late, do not wait."""
        if self._stopped:
            return  # its process id may be another's by now
        self._stopped = True
        self._close_stdin()
        if not self._ends_within(0 if is_late else GRACE):
            self._signal("SIGTERM")
            self._ends_within(PATIENCE)
        self._signal("SIGKILL")
        self._ends_within(GRACE)
        for pump, stream in zip(self._pumps, (self._process.stdout, self._process.stderr)):
            pump.join(PATIENCE)
            if not pump.is_alive():
                stream.close()

    def _pump(self, name, stream):
        for line in stream:
            self._queue.put((name, line.rstrip("\r\n")))
        self._queue.put(None)

    def _close_stdin(self):
        with contextlib.suppress(OSError):
            self._process.stdin.close()

    def _ends_within(self, seconds):
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def _signal(self, name):
        """Send a signal to the child's group, which may outlive the child; on Windows, end the child."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if os.name == "nt":
                self._process.kill()
            else:
                os.killpg(self.pid, getattr(signal, name))
