"""Computes a diffusion net as fast as its device can: precision, compiling, and as many tiles at once as are good."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import torch
from jaxtyping import Float
from torch import Tensor

from ..backbones import DiffusionNet
from ..device import describe, empty_cache, fast_dtype, spare_memory, translate_description
from ..errors import SrError
from ..host_memory import is_out_of_memory
from ..progress import Log

Tile = tuple[int, slice, slice]
"""A tile: the sample's number, the tile's rows, its columns."""
MAX_TILES = 64
"""Most tiles computed at once; with more, no device gets faster."""
CPU_PIXELS = 128**2
"""High-resolution pixels at once that a CPU is fastest with: measured with 16 and 32 channels; more of them leave its
caches and, between two looks at whether the work is still wanted, take longer."""
WARM_UP = 2
"""Calls after which a net is as fast as it gets: the first ones load and choose what computes it."""
COMPILE_ABOVE = 300.0
"""Seconds of work ahead from which on compiling is worth it: it takes about one minute, and must save that."""


def tile_bytes(net: DiffusionNet, side: int) -> int:
    """Return the memory that a tile of `side` high-resolution pixels takes while the net is computed.

    That is features of four bytes, x_t and its condition, both once more where the net sees them together, and the output.
    """
    return 4 * (net.backbone.activation_floats() + 3 * net.bands + 2 * net.conditions) * side**2


@dataclass
class BatchedDenoiser:
    """A diffusion net that predicts in tiles, as many of them at once as there is memory for."""

    net: DiffusionNet
    batch_size: int
    """Tiles at once; halved whenever the memory does not suffice."""
    compiles: bool = False
    """Whether the net may be compiled, once what is left to do is worth it."""
    tiles_left: int = 0
    """Number of tiles that are still to be computed, as far as it is known."""
    log: list[Log] = field(default_factory=list)
    """Log lines for the user that `take_log` has not yet taken."""
    _compiled: Callable[..., Tensor] | None = None
    _calls: int = 0
    """Number of calls of the net, counted until it is decided whether to compile."""

    @classmethod
    def of(cls, net: DiffusionNet, side: int, batch_size: int | None) -> BatchedDenoiser:
        """Return a denoiser for tiles of `side` high-resolution pixels; by default, the fastest batch size that fits.

        On a CPU nothing is compiled: that made EDSR slower.
        """
        most = CPU_PIXELS // side**2 if net.device.type == "cpu" else MAX_TILES
        fitting = spare_memory(net.device) // tile_bytes(net, side)
        return cls(net, batch_size or max(1, min(most, fitting)), compiles=net.device.type == "cuda")

    @torch.inference_mode()
    def __call__(
        self,
        x_t: Float[Tensor, "s c H W"],
        condition: Float[Tensor, "n H W"],
        level: float,
        tiles: Sequence[Tile],
    ) -> Iterator[tuple[Sequence[Tile], Float[Tensor, "b c h w"]]]:
        """Predict what the net has learnt to tell, in tiles of several samples x_t of an image, batch by batch.

        Raises:
            SrError: The memory does not suffice for a single tile.
        """
        done = 0
        while done < len(tiles):
            # Parts of even size: a last one of few tiles takes a graphics card as long as a full one.
            parts = -(-(len(tiles) - done) // self.batch_size)
            part = tiles[done : done + -(-(len(tiles) - done) // parts)]
            try:
                output = self._time_call(x_t, condition, level, part)
            except RuntimeError as error:
                if not is_out_of_memory(error):
                    raise
                self._halve()
                continue
            done += len(part)
            self.tiles_left -= len(part)
            yield part, output

    def take_log(self) -> Iterator[Log]:
        """Yield the log lines that were added since the last call."""
        while self.log:
            yield self.log.pop(0)

    def _time_call(
        self, x_t: Tensor, condition: Tensor, level: float, part: Sequence[Tile]
    ) -> Float[Tensor, "b c h w"]:
        """Return what the net predicts; measure the time of one call, and decide by it whether to compile."""
        if not self.compiles or self._calls > WARM_UP:
            return self._predict(x_t, condition, level, part)
        began = self._clock()
        output = self._predict(x_t, condition, level, part)
        ahead = (self._clock() - began) / len(part) * (self.tiles_left - len(part))
        if self._calls == WARM_UP and ahead > COMPILE_ABOVE:
            self._compile(len(part))
        self._calls += 1
        return output

    def _clock(self) -> float:
        """Wait until the device has finished its work, and return the time in seconds."""
        if self.net.device.type == "cuda":
            torch.cuda.synchronize(self.net.device)
        return time.perf_counter()

    def _compile(self, batch_size: int) -> None:
        """Compile the net for one size of batches, to which smaller ones are filled up from now on.

        That is prepared here and done in the next call, so that the log says so before. "reduce-overhead" records CUDA
        graphs.
        """
        self.batch_size = batch_size
        self._compiled = torch.compile(self.net, mode="reduce-overhead", dynamic=False)
        self.log.append(
            Log(
                "Compiling the network for {device}: this takes a minute or two and makes this run faster.",
                device=translate_description(describe(self.net.device)),
            )
        )

    def _predict(
        self, x_t: Tensor, condition: Tensor, level: float, part: Sequence[Tile]
    ) -> Float[Tensor, "b c h w"]:
        missing = 0 if self._compiled is None else self.batch_size - len(part)
        asked = [*part, *[part[-1]] * missing]
        noisy = torch.stack([x_t[sample, :, rows, cols] for sample, rows, cols in asked])
        known = torch.stack([condition[:, rows, cols] for _, rows, cols in asked])
        noisy, known = (each.contiguous(memory_format=torch.channels_last) for each in (noisy, known))
        levels = torch.full((len(asked),), level, device=x_t.device)
        dtype = fast_dtype(x_t.device)
        with torch.autocast(x_t.device.type, dtype, enabled=dtype != torch.float32):
            output = self._predict_compiled(noisy, known, levels)
            if output is None:
                output = self.net(noisy[: len(part)], known[: len(part)], levels[: len(part)]).float()
        return output[: len(part)]

    def _predict_compiled(
        self, noisy: Tensor, known: Tensor, levels: Tensor
    ) -> Float[Tensor, "b c h w"] | None:
        """Return what the compiled net predicts; none if there is none, or it fails, and then there is none any more."""
        if self._compiled is None:
            return None
        try:
            torch.compiler.cudagraph_mark_step_begin()  # type: ignore[no-untyped-call]
            # A copy, for the next call writes to the same memory.
            return self._compiled(noisy, known, levels).to(torch.float32, copy=True)
        except Exception as error:  # a compiler can fail in any way; the net itself then shows whether it can
            reason = next(iter(str(error).split("\n")), "")
            self.log.append(
                Log(
                    "The network cannot be compiled here and runs uncompiled ({reason}).",
                    reason=f"{type(error).__name__}: {reason}",
                )
            )
        self._compiled = None
        torch.compiler.reset()  # gives back the memory of recorded graphs
        return None

    def _halve(self) -> None:
        if self.batch_size == 1:
            raise SrError("There is not enough memory for one tile: set a smaller TILE_SIZE.")
        self.batch_size //= 2
        empty_cache(self.net.device)
        self.log.append(Log("Memory ran out: continuing with {count} tiles at once.", count=self.batch_size))
