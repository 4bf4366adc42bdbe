"""Improvement, omission and hallucination: against the authors' own package, and where the answer is known."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from sr_core.metrics.correctness import correctness, correctness_map


def images(bands, size, scale, kind):
    """LR, SR and HR (b, h, w) in [0.05, 1]: smooth land with detail, of which the result has what `kind` says."""
    rng = np.random.default_rng(bands * size + scale)
    rows, cols = np.mgrid[:size, :size]
    waves = np.stack([np.sin(rows / (5 + b)) * np.cos(cols / (7 - b)) for b in range(bands)])
    detail, other = rng.normal(0, 0.06, (2, bands, size, size))
    hr = (0.5 + 0.25 * waves + detail).clip(0.05, 1)
    lr = hr.reshape(bands, size // scale, scale, size // scale, scale).mean((2, 4))
    plain = lr.repeat(scale, 1).repeat(scale, 2)
    sr = {
        "half": (plain + hr) / 2,
        "truth": hr + rng.normal(0, 0.004, hr.shape),
        "invented": (0.5 + 0.25 * waves + other).clip(0.05, 1),
        "dark": 0.2 * (plain + hr) / 2,
        "nothing": plain,
    }[kind]
    return lr, sr, hr


def shares(lr, sr, hr, scale, counts=None):
    """Of the images without their outermost pixels, as the metrics have them."""
    rim = np.s_[:, scale:-scale, scale:-scale]
    everywhere = np.ones(hr[rim].shape[1:], bool)
    return correctness(
        *map(torch.from_numpy, (lr[:, 1:-1, 1:-1], sr[rim], hr[rim])),
        torch.from_numpy(everywhere if counts is None else counts),
    )


CASES = {
    (4, 64, 4, "half"): (0.639442370, 0.284360876, 0.076196754),
    (4, 64, 4, "truth"): (0.957035550, 0.021330497, 0.021633953),
    (4, 64, 4, "invented"): (0.092459671, 0.326232106, 0.581308223),
    (1, 48, 2, "half"): (0.560936040, 0.353899512, 0.085164448),
    (3, 48, 3, "nothing"): (0.103641947, 0.653546138, 0.242811915),
}
"""What opensr-test 1.3.3 says of `images`, recorded with (satalign, which wants torchvision, was left out):

Metrics(harm_apply_spatial=False, border_mask=scale).correctness(lr, sr, hr, gradient_threshold="auto")
"""


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]} bands x{case[2]} {case[3]}")
def test_shares_are_those_of_the_authors_package(case):
    bands, size, scale, kind = case
    assert shares(*images(bands, size, scale, kind), scale) == pytest.approx(CASES[case], abs=1e-8)


def test_how_bright_the_result_is_does_not_matter():
    lr, sr, hr = images(4, 64, 4, "half")
    assert shares(lr, 0.2 * sr + 0.1, hr, 4) == pytest.approx(shares(lr, sr, hr, 4), abs=1e-12)


def test_shares_add_up_and_say_what_they_are_called():
    truth, invented, nothing = (
        shares(*images(3, 48, 3, kind), 3) for kind in ("truth", "invented", "nothing")
    )
    for each in (truth, invented, nothing):
        assert sum(each) == pytest.approx(1)
    assert truth.improvement == max(truth)
    assert invented.hallucination == max(invented)
    assert nothing.omission == max(nothing)


def test_what_does_not_count_does_not_matter():
    lr, sr, hr = images(3, 48, 3, "half")
    counts = np.ones((42, 42), bool)
    counts[10:20, 5:30] = False
    expected = shares(lr, sr, hr, 3, counts)
    gap = np.s_[:, 13:23, 8:33]
    sr[gap], hr[gap] = 7, -7
    assert shares(lr, sr, hr, 3, counts) == expected != shares(*images(3, 48, 3, "half"), 3)


def test_where_nothing_is_at_stake_there_is_no_share():
    flat = np.full((2, 24, 24), 0.4)
    assert shares(flat[:, ::2, ::2], flat, flat, 2) is None
    assert shares(flat[:, ::2, ::2], flat, flat, 2, np.zeros((20, 20), bool)) is None


def test_values_below_zero_have_no_share():
    lr, sr, hr = images(3, 48, 3, "half")
    assert shares(lr - 0.5, sr - 0.5, hr - 0.5, 3) is None
    assert shares(lr, sr - 0.5, hr, 3) is not None


def test_a_pixel_where_only_the_result_has_detail_is_invented():
    flat = np.full((1, 24, 24), 0.5)
    sr, hr = flat.copy(), flat.copy()
    hr[0, 5, 5], sr[0, 15, 15] = 0.9, 0.9
    rim = np.s_[:, 2:-2, 2:-2]
    each = correctness_map(
        *map(torch.from_numpy, (flat[:, 1:11, 1:11], sr[rim], hr[rim])), torch.ones(20, 20, dtype=bool)
    )
    assert each[:, 13, 13].tolist() == [0, 0, 1]
    assert each[1, 3, 3] > each[2, 3, 3] and torch.isnan(each[0, 0, 0])
