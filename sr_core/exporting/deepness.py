"""Metadata of a super-resolution model in ONNX for the QGIS plugin Deepness (PUTvision/qgis-plugin-deepness).

Deepness gives the network pixel values divided by 255, and multiplies the result by "Output scaling", which is 255 unless
it is changed. It takes images of one square size, one at a time, and joins results of super-resolution without an overlap.
"""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import JsonValue

WHITE = 255.0
"""What pixel values are divided by before the network, and multiplied by after it."""


def deepness_metadata(
    bands: Sequence[str], scale: int, side: int, ground_resolution: float | None
) -> dict[str, JsonValue]:
    """Return Deepness' metadata by key, with values that it reads as JSON.

    Args:
        bands: Descriptions of the bands, in the network's order.
        scale: How many times finer the result is; Deepness has it entered by hand.
        side: Pixels along a side of a tile.
        ground_resolution: Width of a low-resolution pixel on the ground (m); none leaves it as it is set.
    """
    return {
        "model_type": "Superresolution",
        "class_names": {str(place): name for place, name in enumerate(bands)},
        # The documentation has the first name, the program reads the second.
        "tiles_size": side,
        "tile_size": side,
        "tiles_overlap": 0,
        "standardization_mean": [0.0] * len(bands),
        "standardization_std": [1.0] * len(bands),
        "scale_factor": scale,
        **({"resolution": round(100 * ground_resolution, 3)} if ground_resolution else {}),
    }
