"""The engine's one door.

python -m sr_core run [JOB.json]    run a job read from a file, or from the first line of standard input
python -m sr_core verify [DEVICE]   prove that this Python can do the work; print what it is, as JSON
python -m sr_core schema            write sr_core/schema.json from the classes
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
import traceback
import warnings
from pathlib import Path
from typing import Any, TextIO

import torch  # before any thread starts: importing it beside a thread that reads stdin hangs on Windows
from rasterio.errors import NotGeoreferencedWarning

from . import __version__
from .device import chosen, verify
from .errors import BadInput, SrError
from .jobs import Job, Log, Progress, published
from .staging import abandon

SCHEMA = Path(__file__).with_name("schema.json")
GRACE = 4  # seconds a job has to reach its next yield once it was told to stop
DONE, FAILED, REFUSED, CANCELLED = 0, 1, 2, 130


class Events:
    """The stream of JSON lines that the caller reads."""

    def __init__(self, stream: TextIO) -> None:
        self.stream, self.began = stream, time.monotonic()

    def emit(self, event: str, **data: Any) -> None:
        try:
            print(json.dumps({"event": event, **data}), file=self.stream, flush=True)
        except BrokenPipeError:  # the caller is gone: closing stdin has told us already
            self.stream = open(os.devnull, "w")  # noqa: SIM115

    def forward(self, step: Progress | Log) -> None:
        if isinstance(step, Log):
            self.emit("log", text=step.text, values=step.values)
            return
        spent = time.monotonic() - self.began
        # Before a hundredth is done, what was spent on starting would be taken for the pace.
        eta = spent * (1 - step.fraction) / step.fraction if step.fraction > 0.01 and spent > 2 else None
        self.emit("progress", fraction=step.fraction, text=step.text, values=step.values, eta=eta)

    def fail(self, error: SrError) -> None:
        self.emit("failed", type=type(error).__name__, text=error.text, values=error.values)


def main() -> int:
    match sys.argv[1:]:
        case ["run", *path] if len(path) < 2:
            return run(*path)
        case ["verify", *device] if len(device) < 2:
            print(json.dumps(verify(*device or ["auto"])))
        case ["schema"]:
            SCHEMA.write_text(json.dumps(published(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        case _:
            sys.exit(__doc__)
    return DONE


def run(path: str | None = None) -> int:
    """Run one job; events go to stdout, anything printed goes to stderr. Closing stdin, or a signal, stops it."""
    events = Events(os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8"))
    os.dup2(2, 1)  # a stray print must not corrupt the stream of events
    sys.stdout = sys.stderr

    stop = threading.Event()
    warnings.simplefilter(
        "ignore", NotGeoreferencedWarning
    )  # a raster without a place is fine, and stays without
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    try:
        job = _load(_text(path))
    except SrError as error:
        events.fail(error)
        return REFUSED
    if path is None:
        threading.Thread(target=_stop_with_caller, args=(stop,), daemon=True).start()
    threading.Thread(target=_leave_when_stuck, args=(stop,), daemon=True).start()

    work = job.run()
    try:
        asked = getattr(job, "device", None)  # of a job that computes with torch
        device = chosen(asked) if asked else {}
        events.emit("started", pid=os.getpid(), finer=__version__, torch=torch.__version__, **device)
        while not stop.is_set():
            events.forward(next(work))
        work.close()
    except StopIteration as finished:
        events.emit("done", result=finished.value.model_dump(mode="json"))
        return DONE
    except SrError as error:
        events.fail(error)
        return REFUSED
    except Exception as error:
        traceback.print_exc()
        events.fail(_explained(error))
        return FAILED
    events.emit("cancelled")
    return CANCELLED


def _text(path: str | None) -> str:
    """The job as JSON, from a file or from the first line of standard input."""
    if path is None:
        return sys.stdin.readline()
    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise BadInput("The job file {path} cannot be read.", path=path) from None


def _load(text: str) -> Job:
    try:
        request = json.loads(text)
        name = request.pop("job")
    except (ValueError, KeyError, AttributeError, TypeError):
        raise BadInput(
            'A job is one JSON object with a "job", such as {example}.', example='{"job": "export_tiles"}'
        ) from None
    return Job.load({"id": name, **request})


def _explained(error: Exception) -> SrError:
    """An error nobody foresaw, as one sentence; its traceback is in the log."""
    if isinstance(error, torch.cuda.OutOfMemoryError | MemoryError):
        return SrError(
            "The {device} ran out of memory: use a smaller TILE_SIZE, PATCH_SIZE or BATCH_SIZE.",
            device="device",
        )
    if isinstance(error, OSError) and error.strerror:
        return SrError("{reason}: {path}", reason=error.strerror, path=error.filename or "")
    return SrError("{kind}: {reason} (the log has the details)", kind=type(error).__name__, reason=error)


def _stop_with_caller(stop: threading.Event) -> None:
    """The caller keeps stdin open while it wants the job; should it die, the system closes stdin."""
    sys.stdin.read()
    stop.set()


def _leave_when_stuck(stop: threading.Event) -> None:
    """End the process if a long native call keeps the job from noticing that it should stop."""
    stop.wait()
    time.sleep(GRACE)
    abandon()
    os._exit(CANCELLED)


if __name__ == "__main__":
    sys.exit(main())
