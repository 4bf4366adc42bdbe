"""The processes that share a training: one, or as many as torchrun has started, on one computer or several."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal, cast

import torch
from torch import Tensor, nn

from ..device import fast_dtype, resolve
from ..errors import BadInput, SrError

if TYPE_CHECKING:
    from lightning_fabric import Fabric

PATIENCE = timedelta(minutes=10)
"""How long a process waits for the others before it takes them for dead, where their end goes unnoticed."""


@dataclass(frozen=True)
class ProcessGroup:
    """What Lightning Fabric knows of them. Each learns from its own share of every batch; gradients are averaged, so
    that all of them have the same weights at all times."""

    fabric: Fabric
    device: torch.device
    """Of this process."""

    @classmethod
    def joined(cls, asked: str, *, idle_weights: bool = False) -> ProcessGroup:
        """This process, on the device that was `asked` for, together with the others that were started with it.

        Args:
            idle_weights: a step may leave out some of the weights.

        Raises:
            BadInput: there is no such device, or fewer of them than processes.
        """
        # Slow to import, and no other job needs it.
        from lightning_fabric import Fabric
        from lightning_fabric.plugins.environments.lightning import LightningEnvironment
        from lightning_fabric.plugins.environments.torchelastic import TorchElasticEnvironment
        from lightning_fabric.strategies.ddp import DDPStrategy
        from lightning_fabric.strategies.single_device import SingleDeviceStrategy

        count, device = started(), resolve(asked)
        if device.type == "cuda":
            device = _own_card(device)
        # Never on a CPU, where it is slower.
        precision: Literal["bf16-mixed", "32-true"]
        precision = "bf16-mixed" if fast_dtype(device) is torch.bfloat16 else "32-true"
        if count == 1:
            alone = SingleDeviceStrategy(device)
            fabric = Fabric(
                accelerator=device.type,
                devices=1,
                strategy=alone,
                precision=precision,
                plugins=[LightningEnvironment()],
            )
            return cls(fabric, device)
        local = int(os.environ["LOCAL_WORLD_SIZE"])
        fabric = Fabric(
            accelerator=device.type,
            devices=local,
            num_nodes=count // local,
            strategy=DDPStrategy(timeout=PATIENCE, find_unused_parameters=idle_weights),
            precision=precision,
            plugins=[TorchElasticEnvironment()],
        )
        fabric.launch()
        return cls(fabric, device)

    @property
    def rank(self) -> int:
        """Number of this process, from 0."""
        return self.fabric.global_rank

    @property
    def count(self) -> int:
        """How many there are."""
        return self.fabric.world_size

    @property
    def here(self) -> int:
        """How many of them share this computer."""
        return int(os.environ["LOCAL_WORLD_SIZE"]) if self.count > 1 else 1

    @property
    def leads(self) -> bool:
        """Whether this is the one that writes and says what is done."""
        return self.rank == 0

    def weight(self, valid: Tensor) -> Tensor | None:
        """What this process's mean loss over `valid` pixels counts in the mean over processes, so that it is the mean over
        all their pixels; none where there is no other."""
        if self.count == 1:
            return None
        own = valid.sum().float()
        return own * self.count / self.total(own).clamp(min=1)

    def total(self, value: Tensor) -> Tensor:
        """Sum over the processes."""
        return self._reduced(value, "sum")

    def means(self, values: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """Means over the processes, which all have values of the same names."""
        return {name: self._reduced(value, "mean") for name, value in values.items()}

    def agree(self, net: nn.Module) -> None:
        """Give `net` in all processes the means of its buffers: what batch normalisation has seen is else each one's own."""
        if self.count > 1:
            for buffer in net.buffers():
                if buffer.is_floating_point():
                    buffer.copy_(self._reduced(buffer, "mean"))

    def _reduced(self, value: Tensor, way: str) -> Tensor:
        if self.count == 1:
            return value
        return cast(Tensor, self.fabric.all_reduce(value.clone(), reduce_op=way))

    def require_same(self, step: int) -> None:
        """Refuse to go on when the processes stand at different steps.

        Raises:
            BadInput: they do.
        """
        own = torch.tensor(float(step), device=self.device)
        if float(self.total(own)) != self.count * step:
            raise BadInput(
                "The processes of this training do not find the same checkpoint: put OUTPUT and RESUME on a disk that all "
                "computers share."
            )

    def wait(self) -> None:
        """Until all are here."""
        self.fabric.barrier()

    def left(self, error: Exception) -> SrError | None:
        """What to say of an `error` that means that another process is gone."""
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

    def part(self) -> None:
        """Leave the others."""
        if self.count > 1 and torch.distributed.is_initialized():
            torch.distributed.destroy_process_group()


def started() -> int:
    """How many processes torchrun has started together; 1 where there was no torchrun."""
    return int(os.environ["WORLD_SIZE"]) if "TORCHELASTIC_RUN_ID" in os.environ else 1


def follows() -> bool:
    """Whether this process leaves it to another to write and to say what is done."""
    return started() > 1 and os.environ["RANK"] != "0"


def _own_card(device: torch.device) -> torch.device:
    number = int(os.environ["LOCAL_RANK"]) if started() > 1 else device.index or 0
    if number >= torch.cuda.device_count():
        raise BadInput(
            "{processes} processes were started here, and there are {cards} graphics cards: start one for each card.",
            processes=os.environ["LOCAL_WORLD_SIZE"],
            cards=torch.cuda.device_count(),
        )
    return torch.device("cuda", number)
