"""The engine's command line.

python -m sr_core run [JOB.json]    run a job read from a file, or from the first line of standard input
python -m sr_core serve             run jobs read from standard input, one per line, until none comes any more
python -m sr_core tell JOB.json     run a job from a file with events as text for people, as `run` on a terminal does
python -m sr_core verify [DEVICE]   check with a computation that this Python works; print its versions as JSON
python -m sr_core schema            write sr_core/schema.json from the classes

After JOB.json, for jobs that have these fields, in place of what the file says:
  --workers 4                       compute in four processes of this computer
  --scheduler tcp://HOST:8786       compute on the workers of a Dask scheduler
  --slurm cluster.yaml              compute on workers that SLURM starts as the file says
  --part 2/8                        compute the second of eight parts, in a job array without Dask
"""

from __future__ import annotations

import atexit
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
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any, TextIO

from . import __version__
from .atomic_write import abandon
from .command_line_options import read_options
from .cpu_threads import core_limit
from .device import device_info, reset
from .errors import InputError, SrError, incomplete_engine
from .full_disk_errors import is_full, some_disk_full
from .host_memory import is_out_of_memory
from .i18n import say
from .jobs import Job, Log, Progress, publish_schema
from .parent_watch import stop_watching
from .redaction import RedactingStream, redact, redact_values
from .torch_build import torch_version
from .torchrun_rank import is_follower, world_size

SCHEMA = Path(__file__).with_name("schema.json")
SHOWN_EVERY = 10  # seconds between two lines of progress for people
GRACE = 4  # seconds that a job has to reach its next yield when it should stop
SHARED_GRACE = (
    25  # the same of several processes that share a job: they yield less often, and launchers wait for 30
)
STAYS = 30  # seconds that a process waits for another job
DONE, FAILED, REFUSED, CANCELLED = 0, 1, 2, 130
NO_OPTIONS: Mapping[str, str] = MappingProxyType({})


class Events:
    """The stream of events that the caller reads: JSON, one event per line."""

    def __init__(self, stream: TextIO, leads: bool = True) -> None:
        self.stream, self.began, self.leads = stream, time.monotonic(), leads

    def emit(self, event: str, **data: Any) -> None:
        """Write an event."""
        if not self.leads:  # of several processes only the first reports
            return
        try:
            print(json.dumps(redact_values({"event": event, **data})), file=self.stream, flush=True)
        except BrokenPipeError:  # the caller is gone, and stdin is closed too
            self.stream = open(os.devnull, "w")  # noqa: SIM115

    def forward(self, step: Progress | Log) -> None:
        """Write what a job has yielded."""
        if isinstance(step, Log):
            self.emit("log", text=step.text, values=step.values)
            return
        spent = time.monotonic() - self.began
        # Before a hundredth is done, most of the time was spent on starting.
        eta = spent * (1 - step.fraction) / step.fraction if step.fraction > 0.01 and spent > 2 else None
        self.emit("progress", fraction=step.fraction, text=step.text, values=step.values, eta=eta)

    def fail(self, error: SrError) -> None:
        """Write why a job has failed."""
        self.emit("failed", type=type(error).__name__, text=error.text, values=error.values, page=error.page)


class TextEvents(Events):
    """The same as text for people."""

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
    """Return an event as a line of text; empty if people need not know of it."""
    text = say(data["text"], **data["values"]) if "text" in data else ""
    match event:
        case "progress":
            return f"{100 * data['fraction']:3.0f} % {text}"
        case "failed":
            return f"Failed: {text}"
        case "done":
            return redact("Done: " + ", ".join(f"{name} {value}" for name, value in data["result"].items()))
        case "cancelled":
            return "Stopped."
        case _:
            return text


def main() -> int:
    """Run the command line and return its exit status."""
    match sys.argv[1:]:
        case ["run"]:
            return run()
        case ["run" | "tell" as how, path, *more] if (options := read_options(more)) is not None:
            return run(path, for_people=how == "tell" or sys.stdout.isatty(), options=options)
        case ["serve"]:
            return run(stays=True)
        case ["verify", *device] if len(device) < 2:
            from .verify import verify

            print(json.dumps(verify(*device or ["auto"])))
        case ["schema"]:
            SCHEMA.write_text(
                json.dumps(publish_schema(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
            )
        case _:
            sys.exit(__doc__)
    return DONE


class Caller:
    """The process that sends jobs, and stops the current one by a signal or by closing standard input."""

    def __init__(self) -> None:
        self.stop = threading.Event()
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._stdin: TextIO = sys.stdin
        self._is_listening = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self._stop())

    def first(self) -> str:
        """Return the line of the first job."""
        # Jobs get an empty standard input: a program that they start would read the next jobs, and on Windows a library
        # that looks at it while it is loaded would wait for the thread that reads it.
        self._stdin = os.fdopen(os.dup(0), encoding="utf-8")
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        return self._stdin.readline()

    def listen(self) -> None:
        """Notice from now on when standard input is closed, as the system does if the caller dies."""
        if not self._is_listening:
            self._is_listening = True
            stop_watching()
            threading.Thread(target=self._read_lines, daemon=True).start()

    def line(self) -> str:
        """Return the line of the next job; empty if none comes within `STAYS`."""
        with suppress(queue.Empty):
            return self._lines.get(timeout=STAYS)
        return ""

    def _read_lines(self) -> None:
        for line in self._stdin:
            self._lines.put(line)
        self._stop()

    def _stop(self) -> None:
        self.stop.set()
        self._lines.put("")


def run(
    path: str | None = None,
    for_people: bool = False,
    stays: bool = False,
    options: Mapping[str, str] = NO_OPTIONS,
) -> int:
    """Run a job until it ends, a signal comes, or stdin is closed, and return the exit status.

    Events go to stdout; anything printed goes to stderr.

    Args:
        path: file of the job; None reads it from the first line of stdin.
        for_people: events are text instead of JSON.
        stays: after a job that is done, wait for another one, with the event `waiting`: loading torch takes longer than
            many a small job. After any other end the process exits, since it may be damaged.
        options: fields of the job in place of what its file says.
    """
    leads = not is_follower()
    stream = os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8")
    os.dup2(2, 1)  # a stray print must not corrupt the stream of events
    sys.stdout = sys.stderr = errors = RedactingStream(sys.stderr)
    atexit.register(errors.finish)
    # Rasters without a place are fine, and so are results like them.
    for about in ("Dataset has no geotransform", "The given matrix is equal to Affine.identity"):
        warnings.filterwarnings("ignore", about)

    caller = Caller()
    grace = GRACE if world_size() == 1 else SHARED_GRACE
    threading.Thread(target=_exit_when_stuck, args=(caller.stop, grace), daemon=True).start()
    text = ""
    while True:
        events = (TextEvents if for_people else Events)(stream, leads)
        try:
            job = _load(text or (_read(path) if path else caller.first()), options)
        except SrError as error:
            events.fail(error)
            return REFUSED
        for library in job.libraries() if torch_version() else ():
            import_module(library)  # before the thread that listens
        if path is None:
            caller.listen()
        code = _execute(job, events, caller.stop)
        if code != DONE or not stays or _may_hang():
            return code
        reset()
        events.emit("waiting", seconds=STAYS)
        text = caller.line()
        if not text:
            return DONE


def _execute(job: Job, events: Events, stop: threading.Event) -> int:
    """Run the job with its events, and return the exit status."""
    work = job.run()
    try:
        asked = getattr(job, "device", None)  # which jobs have that compute with torch
        with core_limit(getattr(job, "threads", None)):
            device = device_info(asked) if asked else {}
        events.emit("started", pid=os.getpid(), finer=__version__, torch=torch_version(), **device)
        stopped = False
        while not stopped:
            step = next(work)
            events.forward(step)
            # The line after one for the log may be the reason why the work fails. Other processes go on until the first
            # has stored the work, which it does in step with them.
            stopped = events.leads and stop.is_set() and isinstance(step, Progress)
        work.close()
    except StopIteration as finished:
        events.emit("done", result=finished.value.model_dump(mode="json"))
        return DONE
    except SrError as error:
        events.fail(error)
        return REFUSED
    except ModuleNotFoundError as error:
        print(redact(traceback.format_exc()), file=sys.stderr)
        events.fail(_explain_missing(error))
        return REFUSED
    except Exception as error:
        print(redact(traceback.format_exc()), file=sys.stderr)
        events.fail(_explain(error))
        return FAILED
    events.emit("cancelled")
    return CANCELLED


def _read(path: str) -> str:
    """Return the JSON of the job in a file."""
    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise InputError("The job file {path} cannot be read.", path=path) from None


def _load(text: str, options: Mapping[str, str] = NO_OPTIONS) -> Job:
    try:
        request = json.loads(text)
        name = request.pop("job")
    except (ValueError, KeyError, AttributeError, TypeError):
        raise InputError(
            'A job is one JSON object with a "job", such as {example}.', example='{"job": "export_tiles"}'
        ) from None
    try:
        job = Job.load({"id": name, **request, **options})
    except ModuleNotFoundError as error:
        raise _explain_missing(error) from None
    if job.complete_engine and not torch_version():
        raise incomplete_engine()
    return job


def _explain_missing(error: ModuleNotFoundError) -> SrError:
    """Return the error for a package that this engine does not have."""
    if not torch_version():
        return incomplete_engine()
    package = (error.name or str(error)).partition(".")[0]
    return SrError(
        'The SR engine lacks the package {package}: run "Set up SR engine" to renew it.', package=package
    )


def _explain(error: Exception) -> SrError:
    """Return an unexpected error as one sentence; its traceback is in the log."""
    if is_out_of_memory(error):
        return SrError("Memory ran out: use a smaller TILE_SIZE, PATCH_SIZE or BATCH_SIZE.")
    if is_full(error):
        return some_disk_full(error)
    if isinstance(error, OSError) and error.strerror:
        return SrError("{reason}: {path}", reason=error.strerror, path=error.filename or "")
    return SrError("{kind}: {reason} (the log has the details)", kind=type(error).__name__, reason=error)


def _may_hang() -> bool:
    """Whether another job might hang, because it imports torch on Windows beside the thread that listens."""
    return sys.platform == "win32" and torch_version() is not None and "torch" not in sys.modules


def _exit_when_stuck(stop: threading.Event, grace: float) -> None:
    """Exit if a long native call keeps the job from stopping in time."""
    stop.wait()
    time.sleep(grace)
    abandon()
    os._exit(CANCELLED)
