"""Nets whose first blocks can be kept as they are while the rest learns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from torch import nn

from ..errors import BadInput


class FreezableNet(nn.Module):
    """A net whose body begins with a row of blocks, of which the first ones may be frozen."""

    frozen: tuple[nn.Module, ...] = ()
    """Modules that learn nothing and work as they do when the net predicts."""

    def blocks(self) -> Sequence[nn.Module]:
        """The blocks of the body in the order in which an image goes through them."""
        raise NotImplementedError

    def freeze(self, asked: float) -> tuple[int, int]:
        """Keep the first blocks, and what comes before them, as they are; how many of how many blocks that is.

        `asked` is a share of the blocks below 1, and a number of them from 1 on; a share is at least one block.

        Raises:
            BadInput: it has fewer blocks.
        """
        blocks = self.blocks()
        count = max(1, round(asked * len(blocks))) if asked < 1 else round(asked)
        if count > len(blocks):
            raise BadInput(
                "FREEZE is {asked}, but the network has only {count} blocks: use at most {count}, or a share such as "
                "0.5.",
                asked=count,
                count=len(blocks),
            )
        self.frozen = tuple(_until(self, blocks[count - 1]))
        for module in self.frozen:
            module.requires_grad_(False).eval()
        for module in self.modules():  # weights of a whole are used from its beginning
            if any(part is blocks[count - 1] for part in module.modules()):
                for weight in module.parameters(recurse=False):
                    weight.requires_grad_(False)
        return count, len(blocks)

    def train(self, mode: bool = True) -> Self:
        """As ever, but what is frozen keeps its averages and drops nothing out."""
        super().train(mode)
        for module in self.frozen:
            module.eval()
        return self


def _until(whole: nn.Module, last: nn.Module) -> list[nn.Module]:
    """The outermost modules in `whole`, in order, of which `last` is the end; none that goes on after it."""
    if whole is last:
        return [whole]
    found: list[nn.Module] = []
    for child in whole.children():
        inside = any(module is last for module in child.modules())
        found += _until(child, last) if inside else [child]
        if inside:
            return found
    return found
