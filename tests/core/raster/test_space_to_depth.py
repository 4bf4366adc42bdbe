"""Folding keeps every pixel, as torch's pixel shuffle does, and goes together with turning only before it."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from sr_core.datasets.augmentation import ORIENTATIONS, orient
from sr_core.raster.space_to_depth import RATIOS, fold, fold_places, repeat_for_fold, unfold


@pytest.mark.parametrize("ratio", RATIOS)
def test_folding_is_pixel_unshuffle_and_unfolding_its_inverse(ratio: int) -> None:
    image = np.random.default_rng(ratio).random((2, 3, 4 * ratio, 5 * ratio), np.float32)
    folded = fold(image, ratio)
    np.testing.assert_array_equal(folded, torch.pixel_unshuffle(torch.from_numpy(image), ratio).numpy())
    np.testing.assert_array_equal(unfold(folded, ratio), image)


@pytest.mark.parametrize("orientation", range(ORIENTATIONS))
def test_a_turned_guide_folds_onto_the_turned_pixels(orientation: int) -> None:
    """A folded pixel holds the finer pixels that lie in it, whichever way both images are turned."""
    ratio = 3
    coarse = np.arange(16.0).reshape(1, 4, 4)
    fine = coarse.repeat(ratio, axis=1).repeat(ratio, axis=2)
    folded = fold(orient(fine, orientation), ratio)
    np.testing.assert_array_equal(folded, orient(coarse, orientation).repeat(ratio**2, axis=0))


def test_turning_after_folding_would_mix_up_the_pixels() -> None:
    fine = np.arange(64.0).reshape(1, 8, 8)
    assert (fold(orient(fine, 1), 2) != orient(fold(fine, 2), 1)).any()


def test_what_is_known_of_bands_goes_to_their_channels() -> None:
    image = np.stack([np.full((4, 4), 7.0), np.full((4, 4), 9.0)])
    assert fold(image, 2)[:, 0, 0].tolist() == list(repeat_for_fold((7.0, 9.0), 2))
    exchanged = fold(image[::-1], 2)
    assert exchanged[list(fold_places((1, 0), 2, 0))].tolist() == fold(image, 2).tolist()
