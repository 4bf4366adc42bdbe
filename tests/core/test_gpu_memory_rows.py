"""What script/gpu says of work with too little memory is so."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
import torch
from torch import nn

from benchmarks import _gpu_measurement, _gpu_memory_rows
from benchmarks._gpu_measurement import RowSettings
from sr_core.errors import SrError
from sr_core.progress import Log

CPU = torch.device("cpu")


def asked():
    return RowSettings(CPU, True, 60)


def test_layers_that_are_given_too_much_say_so():
    layer, fits, more = nn.Conv2d(1, 1, 1), torch.zeros(1, 1, 4, 4), torch.zeros(2, 1, 4, 4)
    assert _gpu_measurement.largest_input(lambda: (layer(fits), layer(more))) == 2 * 4 * 16
    with _gpu_measurement.little_memory(CPU, 4 * 16) as refused:
        layer(fits)
        assert refused() == 0
        with pytest.raises(torch.OutOfMemoryError, match="simulated"):
            layer(more)
        assert refused() == 1
    layer(more)


def test_too_little_memory_on_a_card_is_a_share_of_all(monkeypatch):
    """What is held, and what is left beside it; all of it again afterwards, also if the work fails."""
    shares = []
    for name, value in {
        "empty_cache": None,
        "mem_get_info": (900, 1000),
        "memory_reserved": 100,
        "memory_stats": {},
    }.items():
        monkeypatch.setattr(torch.cuda, name, lambda *_, value=value: value)
    monkeypatch.setattr(torch.cuda, "set_per_process_memory_fraction", shares.append)
    with pytest.raises(KeyError), _gpu_measurement.little_memory(torch.device("cuda"), 150):
        raise KeyError
    assert shares == [0.25, 1.0]


@pytest.fixture
def jobs(monkeypatch):
    """Let jobs do what a test says, with whether memory is short."""

    def install(work, times=1):
        short = []

        class Short:
            def __init__(self, device, spare):
                pass

            def __enter__(self):
                short.append(True)
                return lambda: times

            def __exit__(self, *_):
                short.clear()

        class Fake:
            @staticmethod
            def load(job):
                return type("Made", (), {"run": lambda self: work(Path(job["output"]), bool(short))})()

        monkeypatch.setattr(_gpu_memory_rows, "little_memory", Short)
        monkeypatch.setattr(_gpu_memory_rows, "Job", Fake)
        return next(_gpu_memory_rows._short_job(asked(), ", simulated"))

    return install


def written(path, level):
    profile = {"driver": "GTiff", "width": 8, "height": 8, "count": 1, "dtype": "uint8"}
    with rasterio.open(path, "w", **profile) as raster:
        raster.write(np.arange(64, dtype="uint8").reshape(1, 8, 8) * 2 + np.uint8(level))


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_a_job_that_goes_on_is_right_and_one_that_ends_or_differs_is_not(jobs):
    def goes_on(path, short):
        yield Log("smaller")
        written(path, 0)

    def differs(path, short):
        yield Log("smaller")
        written(path, 9 * short)

    def ends(path, short):
        yield Log("it tries")
        if short:
            raise SrError("There is no more memory.")
        written(path, 0)

    assert jobs(goes_on).right is True
    assert jobs(differs).right is False
    ended = jobs(ends)
    assert jobs(goes_on, times=0).right is None  # and proves nothing
    assert (ended.right, ended.found) == (False, "SrError: There is no more memory.")


def test_diffusion_goes_on_with_fewer_tiles(monkeypatch):
    monkeypatch.setattr(_gpu_memory_rows, "_short_job", lambda *_: iter(()))
    fewer, same = _gpu_memory_rows.short_memory_row(asked())
    assert (fewer.right, same.right) == (True, True)
    assert fewer.found == "2, for 8 do not fit"


def test_a_card_counts_how_often_it_had_too_little(monkeypatch):
    for name, value in {"empty_cache": None, "mem_get_info": (900, 1000), "memory_reserved": 100}.items():
        monkeypatch.setattr(torch.cuda, name, lambda *_, value=value: value)
    monkeypatch.setattr(torch.cuda, "set_per_process_memory_fraction", lambda share: None)
    counts = {"num_ooms": 3}
    monkeypatch.setattr(torch.cuda, "memory_stats", lambda device: counts)
    with _gpu_measurement.little_memory(torch.device("cuda"), 1) as refused:
        assert refused() == 0
        counts["num_ooms"] = 5
        assert refused() == 2
