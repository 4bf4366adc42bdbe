"""Noise that belongs to a place."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from sr_core.inference.noise_by_position import noise, philox

CPU = torch.device("cpu")


def made(rows=range(64), cols=range(64), bands=4, *, seed=0, step=0, sample=0):
    return noise(rows, cols, bands, seed=seed, step=step, sample=sample, device=CPU)


@pytest.mark.parametrize(
    ("counter", "key", "words"),
    [
        ((0,) * 4, (0,) * 2, (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
        ((0xFFFFFFFF,) * 4, (0xFFFFFFFF,) * 2, (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
        (
            (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
            (0xA4093822, 0x299F31D0),
            (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1),
        ),
    ],
)
def test_philox_gives_the_words_that_its_authors_publish(counter, key, words):
    """The known answers of philox4x32-10 in the Random123 library."""
    found = philox(tuple(torch.tensor([word]) for word in counter), key)
    assert tuple(int(word) for word in found) == words


@given(
    top=st.integers(-(2**20), 2**20), left=st.integers(-(2**20), 2**20),
    row=st.integers(0, 15), col=st.integers(0, 15), height=st.integers(1, 16), width=st.integers(1, 16),
    bands=st.integers(1, 9),
)  # fmt: skip
def test_a_part_is_the_same_as_in_the_whole(top, left, row, col, height, width, bands):
    whole = made(range(top, top + 32), range(left, left + 32), 9)
    part = made(range(top + row, top + row + height), range(left + col, left + col + width), bands, seed=0)
    assert torch.equal(part, whole[:bands, row : row + height, col : col + width])


def test_it_is_standard_normal():
    values = made(range(500), range(500), 4).numpy()
    flat = values.ravel()
    assert abs(flat.mean()) < 4 / np.sqrt(flat.size)
    assert abs(flat.std() - 1) < 4 / np.sqrt(2 * flat.size)
    for limit, share in ((1, 0.682689), (2, 0.954500), (3, 0.997300)):
        assert (np.abs(flat) < limit).mean() == pytest.approx(share, abs=0.002)


def test_neighbours_bands_steps_samples_and_seeds_have_nothing_in_common():
    one = made()
    others = {
        "row": made(range(1, 65)), "column": made(cols=range(1, 65)), "band": one.roll(1, 0),
        "seed": made(seed=1), "high seed": made(seed=2**32), "step": made(step=1), "sample": made(sample=1),
        "step for sample": made(step=1, sample=1),
    }  # fmt: skip
    for (name, a), (other, b) in itertools.combinations({"itself": one, **others}.items(), 2):
        likeness = float(torch.corrcoef(torch.stack((a.ravel(), b.ravel())))[0, 1])
        shifted = {name, other} in ({"row", "itself"}, {"column", "itself"})
        assert abs(likeness) < 0.04, (name, other)
        assert shifted or not torch.equal(a, b)


def test_a_raster_of_any_extent_has_no_two_places_alike():
    """Coordinates fill words of their own: neither do they overflow nor run into each other."""
    corners = [0, 1, 2**16, 2**20, -1, -(2**16)]
    places = [
        tuple(made(range(row, row + 1), range(col, col + 1)).ravel().tolist())
        for row in corners
        for col in corners
    ]
    assert len(set(places)) == len(places)
