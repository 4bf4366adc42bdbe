"""The scenes that a search found, as one page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..i18n import say
from ..stac.catalogue import Candidate, Catalogue
from ..stac.dates import Dates
from .html import note, page, paragraph, table


def scene_list(
    catalogue: Catalogue, dates: Dates, near: date, found: Sequence[Candidate], good: Sequence[Candidate]
) -> str:
    """The page for all that was `found`; `good` are those that would do, the best first."""
    ranks = {each.id: str(rank) for rank, each in enumerate(good, 1)}
    rest = sorted((each for each in found if each.id not in ranks), key=lambda each: each.rank(near))
    header = (say("Scene"), say("Rank"), say("Taken"), say("Cloud (%)"), say("Covers (%)"))
    return page(
        say("Scenes of {collection}, {dates}", collection=catalogue.collection, dates=dates),
        paragraph(
            say(
                "{count} scenes at {api}, {good} of which would do. Chosen: {scene}.",
                count=len(found),
                api=catalogue.api,
                good=len(good),
                scene=good[0].id,
            )
        ),
        table(header, [_row(each, ranks.get(each.id, "–")) for each in (*good, *rest)]),
        note(
            say(
                "Ranked by cloud cover in whole percent, then by the share of the extent that is covered in whole percent, "
                "then by the time to {day}. Scenes without a rank are too cloudy or cover too little.",
                day=near.isoformat(),
            )
        ),
    )


def _row(each: Candidate, rank: str) -> tuple[str, ...]:
    cloud = "?" if each.cloud is None else f"{each.cloud:.1f}"
    return each.id, rank, f"{each.time:%Y-%m-%d %H:%M}", cloud, f"{each.cover:.1f}"
