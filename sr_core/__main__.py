"""The engine's one door.

python -m sr_core run [JOB.json]    run a job read from a file, or from the first line of standard input
python -m sr_core serve             run jobs read from standard input, one a line, for as long as they keep coming
python -m sr_core tell JOB.json     the same, telling people how it goes instead of programs; as run on a terminal
python -m sr_core verify [DEVICE]   prove that this Python can do the work; print what it is, as JSON
python -m sr_core schema            write sr_core/schema.json from the classes
"""

from __future__ import annotations

import json
import math
import os
import queue
import signal
import sys
import threading
import time
import traceback
import warnings
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO

import torch  # before any thread starts: importing it beside a thread that reads stdin hangs on Windows
from rasterio.errors import NotGeoreferencedWarning

from . import __version__
from .atomic_write import abandon
from .device import (reset, device_info, verify)
from .errors import BadInput, SrError
from .i18n import say
from .jobs import Job, Log, Progress, published
from .training.distributed import follows, started

SCHEMA = Path(__file__).with_name("schema.json")
SHOWN_EVERY = 10  # seconds between two lines that tell people how far a job is
GRACE = 4  # seconds a job has to reach its next yield once it was told to stop
SHARED_GRACE = (
    25  # the same where several processes share a job: they yield more rarely, and launchers wait for 30
)
STAYS = 30  # seconds that a process waits for another job
DONE, FAILED, REFUSED, CANCELLED = 0, 1, 2, 130


class Events:
    """The stream of JSON lines that the caller reads."""

    def __init__(self, stream: TextIO, leads: bool = True) -> None:
        self.stream, self.began, self.leads = stream, time.monotonic(), leads

    def emit(self, event: str, **data: Any) -> None:
        if not self.leads:  # the first of several processes tells it all
            return
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


class Lines(Events):
    """The same for people."""

    shown = -math.inf

    def emit(self, event: str, **data: Any) -> None:
        if event == "progress":
            now = time.monotonic()
            if now - self.shown < SHOWN_EVERY:
                return
            self.shown = now
        line = _line(event, data)
        if line and self.leads:
            print(time.strftime("%H:%M:%S"), line, file=self.stream, flush=True)


def _line(event: str, data: dict[str, Any]) -> str:
    """An event as a line of text; empty where there is nothing to say."""
    said = say(data["text"], **data["values"]) if "text" in data else ""
    match event:
        case "progress":
            return f"{100 * data['fraction']:3.0f} % {said}"
        case "failed":
            return f"Failed: {said}"
        case "done":
            return "Done: " + ", ".join(f"{name} {value}" for name, value in data["result"].items())
        case "cancelled":
            return "Stopped."
        case _:
            return said


def main() -> int:
    match sys.argv[1:]:
        case ["run"]:
            return run()
        case ["run", path]:
            return run(path, told=sys.stdout.isatty())
        case ["tell", path]:
            return run(path, told=True)
        case ["serve"]:
            return run(stays=True)
        case ["verify", *device] if len(device) < 2:
            print(json.dumps(verify(*device or ["auto"])))
        case ["schema"]:
            SCHEMA.write_text(json.dumps(published(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        case _:
            sys.exit(__doc__)
    return DONE


class Caller:
    """Who asks for jobs, and may want what is under way to stop: by a signal, or by closing standard input."""

    def __init__(self) -> None:
        self.stop = threading.Event()
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._said: TextIO = sys.stdin
        self._listens = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self._leave())

    def first(self) -> str:
        """The first job that is asked for."""
        # Jobs get a standard input with nothing in it: a program that they start would take away what is said here, and
        # on Windows a library that looks at it while it is loaded would wait for the thread that reads it.
        self._said = os.fdopen(os.dup(0), encoding="utf-8")
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        return self._said.readline()

    def listen(self) -> None:
        """Notice from now on when standard input closes. Should the caller die, the system closes it."""
        if not self._listens:
            self._listens = True
            threading.Thread(target=self._hear, daemon=True).start()

    def line(self) -> str:
        """The next job that is asked for; empty if none is within `STAYS`."""
        with suppress(queue.Empty):
            return self._lines.get(timeout=STAYS)
        return ""

    def _hear(self) -> None:
        for line in self._said:
            self._lines.put(line)
        self._leave()

    def _leave(self) -> None:
        self.stop.set()
        self._lines.put("")


def run(path: str | None = None, told: bool = False, stays: bool = False) -> int:
    """Run a job; events go to stdout, anything printed goes to stderr. Closing stdin, or a signal, stops it.

    With `stays` the process waits for another job once one is done, and says so by the event `waiting`: loading torch
    takes longer than many a small job. Whatever else a job comes to ends the process, so that no job begins in one that
    may be damaged.
    """
    leads = not follows()
    stream = os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8")
    os.dup2(2, 1)  # a stray print must not corrupt the stream of events
    sys.stdout = sys.stderr
    warnings.simplefilter(
        "ignore", NotGeoreferencedWarning
    )  # a raster without a place is fine, and stays without

    caller = Caller()
    grace = GRACE if started() == 1 else SHARED_GRACE
    threading.Thread(target=_leave_when_stuck, args=(caller.stop, grace), daemon=True).start()
    text = ""
    while True:
        events = (Lines if told else Events)(stream, leads)
        try:
            job = _load(text or (_text(path) if path else caller.first()))
        except SrError as error:
            events.fail(error)
            return REFUSED
        if path is None:
            caller.listen()  # not before all that jobs need is imported: see above
        code = _done(job, events, caller.stop)
        if code != DONE or not stays:
            return code
        reset()
        events.emit("waiting", seconds=STAYS)
        text = caller.line()
        if not text:
            return DONE


def _done(job: Job, events: Events, stop: threading.Event) -> int:
    """Do the job, telling how it goes; the exit status it comes to."""
    work = job.run()
    try:
        asked = getattr(job, "device", None)  # of a job that computes with torch
        device = device_info(asked) if asked else {}
        events.emit("started", pid=os.getpid(), finer=__version__, torch=torch.__version__, **device)
        stopped = False
        while not stopped:
            step = next(work)
            events.forward(step)
            # A line for the log may be the last before the reason why the work fails. Those who follow go on until the
            # first has put their work away, which it does in step with them.
            stopped = events.leads and stop.is_set() and isinstance(step, Progress)
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


def _text(path: str) -> str:
    """The job in a file, as JSON."""
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
        return SrError("Memory ran out: use a smaller TILE_SIZE, PATCH_SIZE or BATCH_SIZE.")
    if isinstance(error, OSError) and error.strerror:
        return SrError("{reason}: {path}", reason=error.strerror, path=error.filename or "")
    return SrError("{kind}: {reason} (the log has the details)", kind=type(error).__name__, reason=error)


def _leave_when_stuck(stop: threading.Event, grace: float) -> None:
    """End the process if a long native call keeps the job from noticing that it should stop."""
    stop.wait()
    time.sleep(grace)
    abandon()
    os._exit(CANCELLED)


if __name__ == "__main__":
    sys.exit(main())
