"""Workers of dask.distributed that SLURM starts, by dask-jobqueue, with the settings of a file (YAML)."""

from __future__ import annotations

import shlex
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..cpu_threads import WORKER_THREADS
from ..errors import InputError, SrError

if TYPE_CHECKING:
    from distributed import SpecCluster

JOBS = 4


@contextmanager
def slurm_workers(file: Path) -> Iterator[SpecCluster]:
    """Start a scheduler here, and SLURM jobs of one worker each; end them with the block.

    Args:
        file: YAML with `jobs`, how many, and what SLURMCluster of dask-jobqueue takes: queue, account, walltime, cores and
            memory of a job, interface, job_extra_directives, ...

    Raises:
        SrError: The engine lacks dask-jobqueue, or this computer SLURM.
        InputError: The file does not say what is needed.
    """
    try:
        from dask_jobqueue import SLURMCluster
    except ModuleNotFoundError:
        raise SrError(
            '--slurm needs dask-jobqueue, which the SR engine does not have: run "Set up SR engine" with '
            "CLUSTER."
        ) from None
    if not shutil.which("sbatch"):
        raise SrError("There is no SLURM here: run this where sbatch is, such as on a login node.")
    options = _read(file)
    jobs, cores = options.pop("jobs", JOBS), options.pop("cores", 1)
    # What SLURM starts has another environment than this process.
    paths = f"export PYTHONPATH={shlex.quote(str(Path(__file__).parents[2]))}"
    threads = f"export {WORKER_THREADS}={cores}"  # SLURM need not keep a job from using the cores of others
    own = options.get("job_script_prologue") or []
    options["job_script_prologue"] = [paths, threads, *([own] if isinstance(own, str) else own)]
    settings = {
        "python": sys.executable,
        "processes": 1,
        "job_cpu": cores,
        "security": True,  # whoever reaches a scheduler can run any program as its user
        "shared_temp_directory": str(file.absolute().parent),  # for the certificates
        "scheduler_options": {"dashboard": False},
        **options,
        "cores": 1,  # blocks that a worker computes at a time, with all of the job's cores
    }
    with ExitStack() as ends:
        try:
            cluster = ends.enter_context(SLURMCluster(**settings))
            cluster.scale(jobs=jobs)
        except (TypeError, ValueError) as error:
            raise InputError(
                "{file} is not valid for dask-jobqueue: {reason}", file=file, reason=error
            ) from None
        yield cluster


def _read(file: Path) -> dict[str, Any]:
    """Return the options in a file.

    Raises:
        InputError: It cannot be read, or holds none.
    """
    import yaml

    try:
        options = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        options = None
    if not isinstance(options, dict) or not {"memory", "walltime"} <= options.keys():
        raise InputError(
            "{file} should be a YAML file with jobs, cores, memory and walltime, such as: jobs: 16", file=file
        )
    return options
