"""The scenes that a search found, as one page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..i18n import format_number
from ..stac.api_search import Candidate, Catalogue
from ..stac.search_dates import Dates
from .page import render_page


def render_scene_list(
    catalogue: Catalogue, dates: Dates, near: date, found: Sequence[Candidate], good: Sequence[Candidate]
) -> str:
    """Return the page of a search.

    Args:
        catalogue: Where it looked.
        dates: From when to when it looked.
        near: The day that scenes should be near to.
        found: All scenes.
        good: Those of them that would do, the best first.
    """
    ranks = {each.id: str(rank) for rank, each in enumerate(good, 1)}
    others = sorted((each for each in found if each.id not in ranks), key=lambda each: each.rank(near))
    return render_page(
        "scene_list.html",
        catalogue=catalogue,
        dates=dates,
        near=near,
        good=good,
        rows=[_row(each, ranks.get(each.id, "–")) for each in (*good, *others)],
    )


def _row(each: Candidate, rank: str) -> tuple[str, ...]:
    cloud = "?" if each.cloud is None else format_number(each.cloud, ".1f")
    return each.id, rank, f"{each.time:%Y-%m-%d %H:%M}", cloud, format_number(each.cover, ".1f")
