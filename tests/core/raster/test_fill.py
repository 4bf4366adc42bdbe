import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from sr_core.raster.fill import fill_invalid


def test_valid_pixels_stay_and_gaps_continue_their_surroundings():
    pixels = np.full((1, 9, 9), 7, np.float32)
    valid = np.ones((1, 9, 9), bool)
    valid[0, 3:6, 3:6] = False
    pixels[~valid] = -9999
    np.testing.assert_array_equal(fill_invalid(pixels, valid, 2), np.full((1, 9, 9), 7))


def test_each_round_is_the_mean_of_known_neighbours():
    pixels = np.array([[[0, 4, np.nan, np.nan, np.nan]]], np.float32)
    filled = fill_invalid(pixels, np.isfinite(pixels), 2)
    np.testing.assert_array_equal(filled, [[[0, 4, 4, 4, 0]]])  # the last lies further away than 2


def test_bands_are_filled_by_themselves():
    pixels = np.stack([np.full((3, 3), 1.0), np.full((3, 3), 5.0)]).astype(np.float32)
    valid = np.ones(pixels.shape, bool)
    valid[1, 1, 1] = False
    pixels[1, 1, 1] = np.nan
    assert fill_invalid(pixels, valid, 1)[1, 1, 1] == 5


@given(
    hnp.arrays(bool, (1, 24, 24), elements=st.booleans()),
    st.integers(0, 5),
    st.integers(0, 8),
    st.integers(0, 8),
)
def test_a_window_with_context_fills_as_the_whole_does(valid, reach, top, left):
    pixels = np.arange(24 * 24, dtype=np.float32).reshape(1, 24, 24)
    whole = fill_invalid(pixels, valid, reach)
    size = 8
    low = (max(0, top - reach), max(0, left - reach))
    cut = np.s_[:, low[0] : top + size + reach, low[1] : left + size + reach]
    part = fill_invalid(pixels[cut], valid[cut], reach)
    part = part[:, top - low[0] :, left - low[1] :][:, :size, :size]
    np.testing.assert_allclose(part, whole[:, top : top + size, left : left + size], rtol=1e-5)
