"""Runs a command until it ends, or until standard input closes: so nothing outlives the QGIS that started it.

python parent_watchdog.py COMMAND [ARGUMENT ...]     (any Python 3; run as a script, by another Python than QGIS')
"""

from __future__ import annotations

import os
import signal
import subprocess  # nosec B404: running other programs is what this module is for
import sys
import threading

PATIENCE = 3  # seconds a command has to end by itself


def main():
    command = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)  # noqa: S603  # nosec B603: our caller's own
    is_let_go = threading.Event()
    watch = threading.Thread(target=_end_with_stdin, args=(command, is_let_go), daemon=True)
    watch.start()
    code = command.wait()
    if is_let_go.is_set():
        watch.join()
    _end_like(code)


def _end_like(code):
    """Leave with the command's own exit status, so that it can be explained."""
    if code < 0:
        if -code != signal.SIGKILL:
            signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    # Not sys.exit: it would wait for the thread. Windows' codes are unsigned and C's are not.
    os._exit(code if code < 2**31 else code - 2**32)


def _end_with_stdin(command, is_let_go):
    while os.read(0, 4096):
        pass
    is_let_go.set()
    command.terminate()
    try:
        command.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        command.kill()
    if os.name == "posix":
        os.killpg(0, signal.SIGKILL)  # what the command started too; the group is our own
    os._exit(1)


if __name__ == "__main__":
    main()
