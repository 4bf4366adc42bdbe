import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st
from rasterio.windows import Window

from sr_core.raster import tiling
from sr_core.raster.tiling import plan_tiles


@st.composite
def layouts(draw):
    height, width = draw(st.integers(1, 70)), draw(st.integers(1, 70))
    top, left = draw(st.integers(0, height - 1)), draw(st.integers(0, width - 1))
    window = Window(left, top, draw(st.integers(1, width - left)), draw(st.integers(1, height - top)))
    return (
        (height, width),
        window,
        draw(st.integers(1, 80)),
        draw(st.integers(0, 12)),
        draw(st.integers(1, 9)),
    )


@given(layouts())
def test_inner_windows_cover_the_window_once(layout):
    shape, window, tile_size, halo, multiple_of = layout
    covered = np.zeros(shape, int)
    for tile in plan_tiles(window, shape, tile_size, halo, multiple_of):
        assert max(tile.inner.height, tile.inner.width) <= tile_size
        covered[tile.inner.toslices()] += 1
    expected = np.zeros(shape, int)
    expected[window.toslices()] = 1
    assert (covered == expected).all()


@given(layouts())
def test_outer_windows_have_one_shape_and_the_whole_halo(layout):
    shape, window, tile_size, halo, multiple_of = layout
    plan = plan_tiles(window, shape, tile_size, halo, multiple_of)
    assert len({(t.outer.height, t.outer.width) for t in plan}) == 1
    for tile in plan:
        assert tile.outer.row_off % multiple_of == tile.outer.col_off % multiple_of == 0
        for inner, outer, limit in zip(tile.inner.toranges(), tile.outer.toranges(), shape, strict=True):
            assert 0 <= outer[0] <= max(0, inner[0] - halo)
            assert min(limit, inner[1] + halo) <= outer[1] <= limit


@given(layouts(), st.integers(1, 4))
def test_a_convolution_in_tiles_is_the_convolution_of_the_whole(layout, scale):
    shape, window, tile_size, halo, multiple_of = layout
    image = torch.rand(1, 1, *shape, generator=torch.Generator().manual_seed(0))
    kernel = torch.rand(1, 1, 2 * halo + 1, 2 * halo + 1, generator=torch.Generator().manual_seed(1))

    def net(x):
        return (
            torch.nn.functional.conv2d(x, kernel, padding=halo)
            .repeat_interleave(scale, -1)
            .repeat_interleave(scale, -2)
        )

    whole = net(image)[0, 0].numpy()
    for tile in plan_tiles(window, shape, tile_size, halo, multiple_of):
        part = net(image[(..., *tile.outer.toslices())])[0, 0].numpy()
        kept = part[tile.inner_in_outer(scale)]
        rows, cols = tile.inner.toslices()
        expected = whole[rows.start * scale : rows.stop * scale, cols.start * scale : cols.stop * scale]
        np.testing.assert_allclose(kept, expected, rtol=1e-4)


@given(layouts())
def test_pooled_pixels_in_tiles_are_those_of_the_whole(layout):
    """Each pixel becomes the mean of the group of pixels it belongs to, which is whole on the raster only."""
    shape, window, tile_size, _, multiple_of = layout
    image = torch.rand(1, 1, *shape, generator=torch.Generator().manual_seed(0))

    def net(x):
        mean = torch.nn.functional.avg_pool2d(x, multiple_of, ceil_mode=True, count_include_pad=False)
        repeated = mean.repeat_interleave(multiple_of, -1).repeat_interleave(multiple_of, -2)
        return repeated[0, 0, : x.shape[-2], : x.shape[-1]]

    whole = net(image)
    for tile in plan_tiles(window, shape, tile_size, multiple_of - 1, multiple_of):
        part = net(image[(..., *tile.outer.toslices())])[tile.inner_in_outer()]
        torch.testing.assert_close(part, whole[tile.inner.toslices()])


@given(layouts(), st.data())
def test_tiles_of_a_part_are_those_of_the_whole_that_lie_in_it(layout, data):
    shape, window, tile_size, halo, multiple_of = layout
    whole = plan_tiles(window, shape, tile_size, halo, multiple_of)
    tops, lefts = data.draw(st.integers(0, shape[0])), data.draw(st.integers(0, shape[1]))
    part = Window(lefts, tops, data.draw(st.integers(0, 70)), data.draw(st.integers(0, 70)))
    (top, bottom), (left, right) = part.toranges()
    inside = [
        tile
        for tile in whole
        if top <= tile.inner.row_off
        and tile.inner.row_off + tile.inner.height <= bottom
        and left <= tile.inner.col_off
        and tile.inner.col_off + tile.inner.width <= right
    ]
    assert plan_tiles(window, shape, tile_size, halo, multiple_of, part) == inside


def test_tiles_of_a_block_of_a_continent_are_planned_without_all_others(monkeypatch):
    made = []
    monkeypatch.setattr(tiling, "Window", lambda *sides: made.append(sides) or Window(*sides))
    continent, block = Window(0, 0, 320_000, 320_000), Window(1024, 2048, 1024, 1024)
    plan = plan_tiles(continent, (320_000, 320_000), 256, 12, part=block)
    assert len(plan) == 16 and len(made) == 2 * 16
