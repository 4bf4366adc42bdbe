"""Child processes: started in a group of their own, read line by line, and certainly gone afterwards."""

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
GRACE = 8  # seconds a child process has to end once its standard input is closed
PATIENCE = 2  # seconds it has to end after it was told to terminate
ANSWER = 20  # seconds a short command may take

WATCHDOG = Path(__file__).with_name("parent_watchdog.py")

if os.name == "nt":
    OWN_GROUP = {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}
else:
    # Ctrl-C in a terminal is for QGIS alone, which then stops the child process in order.
    OWN_GROUP = {"start_new_session": True}


def watched_command(python, command):
    """Return a command line by which `python` runs `command` and ends it when standard input closes.

    Jobs of the engine do so by themselves; other programs do not.
    """
    return [python, WATCHDOG, *command]


def read_output(command, environment):
    """Return what a short command prints; None if it does not run, fails, or takes more than `ANSWER` seconds."""
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


class ChildProcess:
    """A running command. As a context manager it is stopped when the block ends, however that happens.

    It is told to stop by closing its standard input.

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
        self._is_stopped, self._deadline = False, None
        self._queue = queue.Queue()
        self._readers = [
            threading.Thread(target=self._read, args=(name, stream), daemon=True)
            for name, stream in (("out", self._process.stdout), ("err", self._process.stderr))
        ]
        for reader in self._readers:
            reader.start()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.stop()

    @property
    def code(self):
        """The exit status; None while it runs."""
        return self._process.poll()

    @property
    def is_listening(self):
        """Whether its standard input is still open."""
        return not self._process.stdin.closed

    def send(self, line):
        """Write a line to its standard input."""
        with contextlib.suppress(OSError):  # it has died already: its exit status says why
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()

    def lines(self, is_cancelled, silent_grace=GRACE):
        """Yield `("out" | "err", line)` until the process has ended.

        Args:
            is_cancelled: function that returns whether the user has cancelled.
            silent_grace: seconds that a cancelled process has to end before it has written to standard output.

        Raises:
            Cancelled: the user cancelled, and all that the process wrote before its end has been yielded.
        """
        n_open, was_cancelled, ended_at, self._deadline = len(self._readers), False, None, None
        grace = silent_grace
        while n_open:
            now = time.monotonic()
            if not was_cancelled and is_cancelled():
                was_cancelled = True
                self._close_stdin()
                self.start_grace(grace)
            if self._deadline is not None and now > self._deadline:
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
                n_open -= 1
            else:
                grace = GRACE if item[0] == "out" else grace
                yield item
        self.stop(is_late=self._deadline is not None)
        if was_cancelled:
            raise Cancelled

    def start_grace(self, seconds=None):
        """Let `lines` end within so many seconds from now, by default `GRACE`."""
        self._deadline = time.monotonic() + (GRACE if seconds is None else seconds)

    def read_pending(self):
        """Return the lines that it has written and nobody has read."""
        lines = []
        with contextlib.suppress(queue.Empty):
            while item := self._queue.get_nowait():
                lines.append(item[1])
        return lines

    def stop(self, *, is_late=False):
        """Close standard input, wait, terminate, kill; what it had started goes too. If late, do not wait."""
        if self._is_stopped:
            return  # its process id may be another's by now
        self._is_stopped = True
        self._close_stdin()
        if not self._ends_within(0 if is_late else GRACE):
            self._signal("SIGTERM")
            self._ends_within(PATIENCE)
        self._signal("SIGKILL")
        self._ends_within(GRACE)
        for reader, stream in zip(self._readers, (self._process.stdout, self._process.stderr)):
            reader.join(PATIENCE)
            if not reader.is_alive():
                stream.close()

    def _read(self, name, stream):
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
        """Signal the process group, which may outlive the process; on Windows, end the process."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if os.name == "nt":
                self._process.kill()
            else:
                os.killpg(self.pid, getattr(signal, name))
