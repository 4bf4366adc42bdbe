"""A fake engine: a test's job is source code to run, so that each way a worker can end is tried without torch."""

import importlib.util
import json
import os
import platform
import signal
import sys
import time

emitted = []


def emit(event, **data):
    emitted.append(event)
    print(json.dumps({"event": event, **data}), flush=True)


def verify():
    import ncnn  # the tests' own, a few lines long, like torch

    facts = {
        "ncnn": ncnn.__version__,
        "ncnn_file": ncnn.__file__,
        "torch": None,
        "torch_file": None,
        "cuda": None,
        "device": "cpu",
        "device_name": "cpu of the tests",
    }
    if importlib.util.find_spec("torch"):
        import torch

        facts.update(
            torch=torch.__version__,
            torch_file=torch.__file__,
            cuda=torch.cuda,
            device=torch.device,
            device_name=f"{torch.device} of the tests",
        )
    return {
        "python": platform.python_version(),
        "prefix": sys.prefix,
        "base_prefix": sys.base_prefix,
        **facts,
    }


if sys.argv[1] == "verify":
    print(json.dumps(verify()))
else:
    for line in iter(sys.stdin.readline, ""):
        job = json.loads(line)
        emit("started", pid=os.getpid(), finer="0", torch="0")
        exec(job["do"], {"emit": emit, "job": job, "os": os, "signal": signal, "sys": sys, "time": time})
        if emitted[-1] != "waiting":
            break
