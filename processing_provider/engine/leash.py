"""Runs a command until it ends, or until standard input closes: so no installer outlives the QGIS that started it.

python leash.py COMMAND [ARGUMENT ...]     (any Python 3; run as a script, by another Python than QGIS')
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading

PATIENCE = 3  # seconds a command has to end by itself


def main():
    command = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)  # noqa: S603  # nosec B603: our caller's own
    threading.Thread(target=_end_with_stdin, args=(command,), daemon=True).start()
    code = command.wait()
    # Not sys.exit: it would wait for the lock that the thread holds on standard input.
    os._exit(code if code >= 0 else 128 - code)


def _end_with_stdin(command):
    while os.read(0, 4096):
        pass
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
