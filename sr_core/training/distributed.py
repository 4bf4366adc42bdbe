"""The processes that share a training: one, or those that torchrun started on one computer or several."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Literal, cast

import torch
from torch import Tensor, nn

from ..device import resolve
from ..errors import InputError, SrError
from ..torchrun_rank import world_size

if TYPE_CHECKING:
    from lightning_fabric import Fabric

TIMEOUT = timedelta(minutes=10)
"""How long a process waits for the others before it takes them for dead, where their end goes unnoticed."""

StepPrecision = Literal["32-true", "bf16-mixed"]
"""Precision of a training's steps, by Lightning Fabric's name; weights and optimiser are float32 in both."""


@dataclass(frozen=True)
class ProcessGroup:
    """This process among those of a training, over Lightning Fabric.

    Each process learns from its own share of every batch. Gradients are averaged, so that all have the same weights.
    """

    fabric: Fabric
    device: torch.device
    """Device of this process."""
    idle_weights: bool = False
    """Whether a step may leave out some of the weights."""

    @classmethod
    def join(cls, asked: str, *, idle_weights: bool = False) -> ProcessGroup:
        """Join the processes that were started together with this one.

        Args:
            asked: The device, as a job's DEVICE.
            idle_weights: Whether a step may leave out some of the weights.

        Raises:
            InputError: There is no such device, or fewer of them than processes.
        """
        device = resolve(asked)
        if device.type == "cuda":
            device = _own_card(device)
        if device.type == "xpu":  # which auto finds, and Fabric does not know
            device = torch.device("cpu")
        return cls(_fabric(device, "32-true", idle_weights=idle_weights), device, idle_weights)

    def with_precision(self, precision: StepPrecision) -> ProcessGroup:
        """Return this group for a training in a precision."""
        if precision == "32-true":
            return self
        return replace(self, fabric=_fabric(self.device, precision, idle_weights=self.idle_weights))

    @property
    def rank(self) -> int:
        """Number of this process, from 0."""
        return self.fabric.global_rank

    @property
    def count(self) -> int:
        """Number of processes."""
        return self.fabric.world_size

    @property
    def local_count(self) -> int:
        """Number of processes on this computer."""
        return int(os.environ["LOCAL_WORLD_SIZE"]) if self.count > 1 else 1

    @property
    def is_leader(self) -> bool:
        """Whether this is the process that writes files and the log."""
        return self.fabric.is_global_zero

    def weight(self, valid: Tensor) -> Tensor | None:
        """Return the weight of this process's mean loss over `valid` pixels in the mean over processes.

        With it that is the mean over all their pixels. None: there is no other process.
        """
        if self.count == 1:
            return None
        own = valid.sum().float()
        return own * self.count / self.total(own).clamp(min=1)

    def total(self, value: Tensor) -> Tensor:
        """Return the sum over the processes."""
        return cast(Tensor, self.fabric.all_reduce(value.clone(), reduce_op="sum"))

    def from_leader(self, value: float) -> float:
        """Return the first process's value."""
        if self.count == 1:
            return value
        own = torch.tensor(value if self.is_leader else 0.0, device=self.device)
        return float(self.total(own))

    def means(self, values: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """Return the means over the processes, which all have values of the same names."""
        copies = {name: value.clone() for name, value in values.items()}
        return cast(dict[str, Tensor], self.fabric.all_reduce(copies, reduce_op="mean"))

    def average_buffers(self, net: nn.Module) -> None:
        """Give `net` in all processes the means of its buffers: each has its own statistics of batch normalisation."""
        if self.count > 1:
            floats = {name: buffer for name, buffer in net.named_buffers() if buffer.is_floating_point()}
            for name, mean in self.means(floats).items():
                floats[name].copy_(mean)

    def require_same(self, step: int) -> None:
        """Refuse to continue when the processes are at different steps.

        Raises:
            InputError: The processes are at different steps.
        """
        own = torch.tensor(float(step), device=self.device)
        if float(self.total(own)) != self.count * step:
            raise InputError(
                "The processes of this training do not find the same checkpoint: put OUTPUT and RESUME on a disk that all "
                "computers share."
            )

    def lost_process(self, error: Exception) -> SrError | None:
        """Return the error for the user if `error` means that another process has ended; None if it does not."""
        if self.count == 1 or not isinstance(error, RuntimeError):
            return None
        lost = isinstance(error, torch.distributed.DistError)
        lost = lost or any(word in str(error) for word in ("gloo", "NCCL", "Connection", "Timed out", "peer"))
        if not lost:
            return None
        return SrError(
            "One of the {count} processes of this training has ended or cannot be reached any more, so the others stop: its "
            "own log says why.",
            count=self.count,
        )

    def leave(self) -> None:
        """Leave the other processes; nothing can be exchanged with them any more."""
        if self.count > 1 and torch.distributed.is_initialized():
            torch.distributed.destroy_process_group()


def fabric_alone(device: torch.device, precision: StepPrecision) -> Fabric:
    """Return a Lightning Fabric with a precision, for this process alone."""
    # Slow to import, and no other job needs it.
    from lightning_fabric import Fabric
    from lightning_fabric.plugins.environments.lightning import LightningEnvironment
    from lightning_fabric.strategies.single_device import SingleDeviceStrategy

    return Fabric(
        devices=1,
        strategy=SingleDeviceStrategy(device),
        plugins=[LightningEnvironment()],
        accelerator=device.type,
        precision=precision,
    )


def _fabric(device: torch.device, precision: StepPrecision, *, idle_weights: bool) -> Fabric:
    """Return a Lightning Fabric with a precision and all processes; the first call connects the processes."""
    from lightning_fabric import Fabric
    from lightning_fabric.plugins.environments.torchelastic import TorchElasticEnvironment
    from lightning_fabric.strategies.ddp import DDPStrategy

    count = world_size()
    if count == 1:
        return fabric_alone(device, precision)
    local = int(os.environ["LOCAL_WORLD_SIZE"])
    fabric = Fabric(
        devices=local,
        num_nodes=count // local,
        strategy=DDPStrategy(timeout=TIMEOUT, find_unused_parameters=idle_weights),
        plugins=[TorchElasticEnvironment()],
        accelerator=device.type,
        precision=precision,
    )
    fabric.launch()
    return fabric


def _own_card(device: torch.device) -> torch.device:
    number = int(os.environ["LOCAL_RANK"]) if world_size() > 1 else device.index or 0
    if number >= torch.cuda.device_count():
        raise InputError(
            "{processes} processes were started here, and there are {cards} graphics cards: start one for each card.",
            processes=os.environ["LOCAL_WORLD_SIZE"],
            cards=torch.cuda.device_count(),
        )
    return torch.device("cuda", number)
