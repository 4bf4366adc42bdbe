"""The scenes that a search found, as one page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..data.dates import Dates
from ..data.stac import Candidate, Catalogue
from .page import note, page, paragraph, table

HEADER = ("Scene", "Rank", "Taken", "Cloud (%)", "Covers (%)")


def scene_list(
    catalogue: Catalogue, dates: Dates, near: date, found: Sequence[Candidate], good: Sequence[Candidate]
) -> str:
    """The page for all that was `found`; `good` are those that would do, the best first."""
    ranks = {each.id: str(rank) for rank, each in enumerate(good, 1)}
    rest = sorted((each for each in found if each.id not in ranks), key=lambda each: each.rank(near))
    return page(
        f"Scenes of {catalogue.collection}, {dates}",
        paragraph(
            f"{len(found)} scenes at {catalogue.api}, {len(good)} of which would do. Chosen: {good[0].id}."
        ),
        table(HEADER, [_row(each, ranks.get(each.id, "–")) for each in (*good, *rest)]),
        note(
            "Ranked by cloud cover in whole percent, then by the share of the extent that is covered in whole percent, "
            f"then by the time to {near.isoformat()}. Scenes without a rank are too cloudy or cover too little."
        ),
    )


def _row(each: Candidate, rank: str) -> tuple[str, ...]:
    cloud = "?" if each.cloud is None else f"{each.cloud:.1f}"
    return each.id, rank, f"{each.time:%Y-%m-%d %H:%M}", cloud, f"{each.cover:.1f}"
