"""Runs a command until it ends or standard input closes, so that nothing outlives the QGIS that started it.

python parent_watchdog.py COMMAND [ARGUMENT ...]     (any Python 3; run as a script, by another Python than QGIS')
"""

from __future__ import annotations

import os
import signal
import subprocess  # nosec B404: running other programs is what this module is for
import sys
import threading

PATIENCE = 3  # seconds a command has to end after it was told to terminate


def main():
    """Run the command of `sys.argv` and exit as it does."""
    command = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)  # noqa: S603  # nosec B603: our caller's own
    is_closed = threading.Event()
    watch = threading.Thread(target=_end_with_stdin, args=(command, is_closed), daemon=True)
    watch.start()
    code = command.wait()
    if is_closed.is_set():
        watch.join()
    _exit_with(code)


def _exit_with(code):
    """Exit with the command's own status or signal, so that it can be explained."""
    if code < 0:
        if -code != signal.SIGKILL:
            signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    # Not sys.exit: it would wait for the thread. Windows' codes are unsigned and C's are not.
    os._exit(code if code < 2**31 else code - 2**32)


def _end_with_stdin(command, is_closed):
    while os.read(0, 4096):
        pass
    is_closed.set()
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
