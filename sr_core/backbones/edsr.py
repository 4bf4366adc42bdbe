"""EDSR: enhanced deep residual network (Lim et al. 2017)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from . import Backbone


class EDSR(Backbone):
    """EDSR: residual network without batch normalisation

    Lim et al. 2017, "Enhanced Deep Residual Networks for Single Image Super-Resolution", figure 3 and table 1.
    The defaults are the paper's baseline; n_feats=256, n_blocks=32, res_scale=0.1 is its full size.
    """

    n_feats: Annotated[int, Field(title="Features", ge=1, le=1024)] = 64
    """Channels of every hidden layer."""

    n_blocks: Annotated[int, Field(title="Residual blocks", ge=1, le=256)] = 16
    """Residual blocks in the trunk."""

    res_scale: Annotated[float, Field(title="Residual scaling", gt=0, le=1)] = 1.0
    """Factor on each block's residual; wide networks need 0.1 to train stably."""
