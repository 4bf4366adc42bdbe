"""The card of a model as a page."""

from __future__ import annotations

from ..package.card import build_card
from ..package.info import PackageInfo
from .charts import learning_charts
from .page import render_page


def render_card_page(info: PackageInfo, name: str, thumbnail: bytes | None) -> str:
    """Return the page of a package called `name`; `thumbnail` is a PNG file."""
    return render_page(
        "model_card.html",
        name=name,
        thumbnail=thumbnail,
        card=build_card(info, name),
        learning=learning_charts({name: info.training}),
    )
