"""Back-projection: the smallest change to a result after which it degrades to the very image that it was made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, Self

import numpy as np
import torch
from jaxtyping import Float
from numpy.typing import ArrayLike, NDArray
from rasterio.windows import Window
from torch import Tensor

from ..degradations import load_known
from ..progress import Log
from ..raster.tiling import TileWindow, plan_tiles, zoom_slices
from .backends.gpu_result_check import CheckedNet
from .memory_tiling import TiledNet, predict_tail, takes_arrays, tiles_at_once

GAIN = 5.0
"""How many times stronger, along one axis, a correction may be than what it corrects (root mean squares). A blur that
leaves less than a seventh of the finest detail would take more: undoing all of it would above all make noise."""
PASSES = 4
"""Passes of the regularised correction: after four, the rest of a colour's error is below the precision of float32."""
NEGLIGIBLE = 1e-6
"""Share of the inverse's weight that the halo leaves out: about the precision of float32."""
SPECTRUM = 1024
"""Number of frequencies at which the spectrum is computed; the inverse filter is far shorter than as many pixels."""
BLOCK = 128
"""Side, in low-resolution pixels, of the block that is corrected at once: small matrices, and little wasted on the halo."""


class Consistency:
    """The degradation D by which a model was trained, and how to make D(sr) = lr.

    D is linear and separable, for each band by itself, so of all images that degrade to lr the one nearest to sr is

        sr + V Dᵀ (D V Dᵀ)⁻¹ (lr − D sr)

    with a short matrix for each axis: one pass, exact up to and at the image's edge, where the kernel's weights beyond
    the edge count for nothing and the rest are scaled up to 1, as in `downsampling.downsample`. Near is meant with each
    pixel's change weighed by how much of the pixel D sees, which is V⁻¹: bicubic, and most kernels, see all pixels
    alike but for those at the edge. So a colour that is wrong throughout is mended by the same amount throughout.

    This is where the back-projection of Irani and Peleg (1991) arrives after many steps; of a diffusion model's
    estimates it is the projection of DDNM (Wang et al. 2023).

    For a kernel that blurs so strongly that the inverse would be beyond `GAIN`, it is `PASSES` passes, taken at once,
    with (D V Dᵀ + λ)⁻¹ and the least λ that keeps to the bound (iterated Tikhonov regularisation): colours and all
    that is smooth come out exact still, and the finest detail is corrected in part.

    The low-resolution image is taken as it is: where a gap in it was filled, the result degrades to the filling. When
    the gap is cut out of the result again, low-resolution pixels further than `reach` from it are still met exactly,
    and nearer ones as well as the filling fits.
    """

    def __init__(self, kernels: ArrayLike, scale: int) -> None:
        """Find the correction for a degradation.

        Args:
            kernels: Weights (b, t) for each band, or (t,) for all: along one axis, of the `scale` pixels of a
                low-resolution pixel and of a multiple of `scale` more on either side; only their ratios count.
            scale: High-resolution pixels along a low-resolution one.
        """
        weights = np.atleast_2d(np.asarray(kernels, np.float64))
        self.scale, self.kernels = scale, weights
        self.reach: int = (weights.shape[1] // scale - 1) // 2
        """Low-resolution pixels on either side of one whose high-resolution pixels it is made from."""
        taps = weights / weights.sum(axis=1, keepdims=True)
        spectra = [_spectrum(each, scale) for each in taps]
        lifts = [_lift(spectrum) for spectrum in spectra]
        self._axes = tuple(
            _AxisDegradation(tuple(each.tolist()), scale, self.reach, lift)
            for each, lift in zip(taps, lifts, strict=True)
        )
        fading = max(_length(_inverse(spectrum, lift)) for spectrum, lift in zip(spectra, lifts, strict=True))
        self.halo: int = 2 * self.reach + fading
        """Low-resolution pixels around a pixel that can change its result: D sees `reach` pixels, so does Dᵀ, and the
        inverse between them fades."""

    @classmethod
    def of(cls, degradation: Mapping[str, object], scale: int) -> Self | None:
        """Return the `Consistency` for the degradation that a package states; None where its kernel is not known here."""
        known = load_known(degradation, scale)
        return cls(known.kernels(scale), scale) if known else None

    def __call__(
        self, sr: Float[Tensor, "b c H W"], lr: Float[Tensor, "b c h w"]
    ) -> Float[Tensor, "b c H W"]:
        """Return the image nearest to `sr` that degrades to `lr`; both finite and in the same units; float32."""
        result = sr.to(torch.float32, copy=True)
        self.correct_(result, lr)
        return result

    def residual(
        self, sr: Float[Tensor, "b c H W"], lr: Float[Tensor, "b c h w"]
    ) -> Float[Tensor, "b c h w"]:
        """Return D(sr) − lr, the error that is left to correct."""
        result = torch.empty_like(lr, dtype=torch.float32)
        with torch.autocast(sr.device.type, enabled=False):  # half the digits would be half the consistency
            for tile, rows, cols in self._blocks(lr, self.reach):
                fine = sr[..., *zoom_slices(tile.outer, self.scale)].float()
                part = rows.down @ (fine @ cols.down.mT)
                result[..., *tile.inner.toslices()] = part[..., *tile.inner_in_outer()]
        return result.sub_(lr)

    def correct_(self, sr: Float[Tensor, "b c H W"], lr: Float[Tensor, "b c h w"]) -> None:
        """Correct `sr`, which must be float32, in place; takes no memory but for a few images as small as `lr`."""
        residual = self.residual(sr, lr)
        change = torch.empty_like(residual)
        with torch.autocast(sr.device.type, enabled=False):
            for tile, rows, cols in self._blocks(lr, self.halo):
                part = rows.inverse @ residual[..., *tile.outer.toslices()] @ cols.inverse
                change[..., *tile.inner.toslices()] = part[..., *tile.inner_in_outer()]
            # Where a block ends, other pixels are seen less: those of twice the reach.
            for tile, rows, cols in self._blocks(lr, 2 * self.reach):
                part = rows.up @ change[..., *tile.outer.toslices()] @ cols.up.mT
                sr[..., *zoom_slices(tile.inner, self.scale)] -= part[..., *tile.inner_in_outer(self.scale)]

    def _blocks(self, lr: Tensor, halo: int) -> Iterator[tuple[TileWindow, _Matrices, _Matrices]]:
        """Yield parts of an image, with the matrices for their rows and for their columns."""
        height, width = lr.shape[-2:]
        for tile in plan_tiles(Window(0, 0, width, height), (height, width), BLOCK, halo):
            rows, cols = (
                _matrices(self._axes, side, lr.device) for side in (tile.outer.height, tile.outer.width)
            )
            yield tile, rows, cols


class ConsistentNet:
    """A network whose results degrade to its low-resolution input: a `TiledNet` that corrects another `TiledNet`."""

    def __init__(self, net: TiledNet, consistency: Consistency) -> None:
        self.net, self.consistency = net, consistency
        self.scale, self.bands, self.inputs = net.scale, net.bands, net.inputs
        self.tiles_at_once = tiles_at_once(net)

    @property
    def outputs(self) -> Sequence[int]:
        """Return the places, among the input channels, of the bands that the net gives."""
        return self.net.outputs

    @property
    def device(self) -> torch.device:
        """Return the device on which the network computes."""
        return self.net.device

    @property
    def tags(self) -> Mapping[str, str]:
        """Return tags for result files that say how the results were computed."""
        return self.net.tags

    @property
    def notes(self) -> list[Log]:
        """Return log lines for the user."""
        return self.net.notes

    @property
    def multiple_of(self) -> int:
        """Return the number of which the first row and column of a tile must be multiples."""
        return self.net.multiple_of

    @property
    def halo(self) -> int:
        """Return the halo: that of the correction, and around it that of the net."""
        return self.net.halo + self.consistency.halo

    @property
    def tail_halo(self) -> int:
        """Return how many pixels around a piece its correction needs."""
        return self.net.tail_halo + self.consistency.halo

    @property
    def trunk_activation_floats(self) -> int:
        """Return how many floats the trunk holds for each low-resolution pixel."""
        return self.net.trunk_activation_floats

    @property
    def tail_activation_floats(self) -> int:
        """Return how many floats the result and its copies take; the net's own tail is computed in smaller pieces.

        A net whose tail asks for less wants whole tiles (ONNX), and still gets them.
        """
        return min(3 * self.bands * self.scale**2, self.net.tail_activation_floats)

    def trunk(self, lr: Float[Tensor, "b c h w"]) -> Float[Tensor, "b f h w"]:
        """Return the net's features."""
        given: Any = lr.numpy() if takes_arrays(self.net) else lr
        return torch.as_tensor(self.net.trunk(given))

    def tail(
        self, features: Float[Tensor, "b f h w"], lr: Float[Tensor, "b c h w"]
    ) -> Float[Tensor, "b c H W"]:
        """Return the net's result in physical units, corrected.

        With so wide a halo, pieces as small as the net's tail needs them would be mostly halo. So its pieces are put
        together first, without one, and corrected as a whole.
        """
        batch, _, height, width = lr.shape
        size = (batch, self.bands, height * self.scale, width * self.scale)
        sr = torch.empty(size, dtype=torch.float32, device=lr.device)
        given: Any = (features.numpy(), lr.numpy()) if takes_arrays(self.net) else (features, lr)
        for place, part in predict_tail(self.net, given[0], given[1], Window(0, 0, width, height)):
            sr[..., *zoom_slices(place, self.scale)] = torch.as_tensor(part)
        self.consistency.correct_(sr, lr[:, list(self.outputs)])
        return sr


def hold_consistent(net: TiledNet, consistency: Consistency) -> TiledNet:
    """Return a network whose results degrade to its input; a checked network on a graphics card stays checked."""
    if isinstance(net, CheckedNet):
        return net.wrap(lambda own: ConsistentNet(own, consistency))
    return ConsistentNet(net, consistency)


class _AxisDegradation(NamedTuple):
    """The degradation along one axis of an image of any length."""

    taps: tuple[float, ...]
    scale: int
    reach: int
    lift: float
    """λ of the regularisation, added to the eigenvalues of D V Dᵀ."""


class _Matrices(NamedTuple):
    """Matrices that correct an axis of n low-resolution pixels, float32; for kernels of b bands with b as first axis."""

    down: Tensor
    """D, (n, n × scale)."""
    inverse: Tensor
    """(D V Dᵀ)⁻¹, (n, n); symmetric."""
    up: Tensor
    """V Dᵀ, (n × scale, n)."""


@lru_cache(maxsize=32)
def _matrices(axes: tuple[_AxisDegradation, ...], length: int, device: torch.device) -> _Matrices:
    each = [_axis_matrices(axis, length) for axis in axes]
    with torch.inference_mode(False):  # they outlive the caller, who may infer or train
        return _Matrices(
            *(
                torch.from_numpy((np.stack(bands) if bands[1:] else bands[0]).astype(np.float32)).to(device)
                for bands in zip(*each, strict=True)
            )
        )


def _axis_matrices(
    axis: _AxisDegradation, length: int
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return the `_Matrices` of one kernel."""
    down = _degradation(axis, length)
    up = (down / _invert_weights(down.sum(axis=0), axis.scale)).T
    one = np.eye(length)
    inverse = np.linalg.inv(down @ up + axis.lift * one)
    left = axis.lift * inverse
    # As `_inverse`, by Horner's rule: with λ = 0 nothing is left after the first pass.
    passes = one
    for _ in range(PASSES - 1):
        passes = one + left @ passes
    return down, inverse @ passes, up


def _degradation(axis: _AxisDegradation, length: int) -> NDArray[np.float64]:
    """Return D for `length` low-resolution pixels: the kernel, row by row moved by `scale`, and cut at both ends."""
    margin = axis.reach * axis.scale
    wide = np.zeros((length, length * axis.scale + 2 * margin))
    for row, weights in enumerate(wide):
        weights[row * axis.scale : row * axis.scale + len(axis.taps)] = axis.taps
    inside = wide[:, margin : margin + length * axis.scale]
    normalised: NDArray[np.float64] = inside / inside.sum(axis=1, keepdims=True)
    return normalised


def _spectrum(taps: NDArray[np.float64], scale: int) -> NDArray[np.float64]:
    """Return the eigenvalues of D V Dᵀ without edges, at all frequencies of the low-resolution lattice.

    D V Dᵀ is a convolution on that lattice; its spectrum is, summed over the `scale` pixels that a low-resolution
    pixel has, the power of every `scale`-th of the kernel's weights, by V.
    """
    phases = taps.reshape(-1, scale)
    power = np.abs(np.fft.fft(phases, SPECTRUM, axis=0)) ** 2
    spectrum = (power / _invert_weights(phases.sum(axis=0), scale)).sum(axis=1)
    # Some kernels, such as the mean of several low-resolution pixels, leave nothing at all of a frequency.
    found: NDArray[np.float64] = spectrum.clip(spectrum.max() * 1e-12)
    return found


def _invert_weights(total: NDArray[np.float64], scale: int) -> NDArray[np.float64]:
    """Return V⁻¹: how much is seen of pixels of these total weights, 1 on average; those not seen do not change."""
    seen: NDArray[np.float64] = np.where(total > 0, total * scale, np.inf)
    return seen


def _inverse(spectrum: NDArray[np.float64], lift: float) -> NDArray[np.float64]:
    """Return the factor for a residual of each frequency: 1 / spectrum but for what is left of it after all passes."""
    response: NDArray[np.float64] = (1 - (lift / (spectrum + lift)) ** PASSES) / spectrum
    return response


def _lift(spectrum: NDArray[np.float64]) -> float:
    """Return the least λ with which no frequency is amplified beyond `GAIN`; 0 where the plain inverse stays below it."""
    strongest = float(spectrum.max())
    lift = 0.0
    for more in np.geomspace(1e-4, 0.1, 200):  # the last is enough for any spectrum
        if (_inverse(spectrum, lift) * np.sqrt(spectrum * strongest)).max() <= GAIN:
            break
        lift = strongest * float(more)
    return lift


def _length(response: NDArray[np.float64]) -> int:
    """Return the half-width in pixels beyond which the filter with this frequency response is negligible."""
    weights = np.abs(np.fft.ifft(response).real)[: SPECTRUM // 2]
    left = weights.sum() - weights.cumsum()
    return int(np.argmax(left <= NEGLIGIBLE * weights.sum()))
