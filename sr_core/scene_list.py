"""The scenes that a search found, as one self-contained HTML page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from string import Template

from .data.dates import Dates
from .data.stac import Candidate, Catalogue

PAGE = Template(
    """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>$title</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; color: #222; max-width: 66rem; margin: 2rem auto; padding: 0 1rem }
  h1 { font-size: 1.5rem }
  table { border-collapse: collapse } th, td { padding: .3rem .9rem; border-bottom: 1px solid #ddd; text-align: left }
  td.n, th.n { text-align: right; font-variant-numeric: tabular-nums }
  .chosen td { background: #e6f2e6; font-weight: 600 } .out td { color: #888 }
</style>
<h1>$title</h1>
<p>$summary</p>
<table>
<tr><th class="n">Rank</th><th>Scene</th><th>Taken</th><th class="n">Cloud (%)</th><th class="n">Covers (%)</th></tr>
$rows
</table>
<p>Ranked by cloud cover in whole percent, then by the share of the extent that is covered in whole percent, then by
the time to $near. Scenes without a rank are too cloudy or cover too little.</p>
</html>
"""
)


def page(
    catalogue: Catalogue, dates: Dates, near: date, found: Sequence[Candidate], good: Sequence[Candidate]
) -> str:
    """The page for all that was `found`; `good` are those that would do, the best first."""
    ranks = {each.id: rank for rank, each in enumerate(good, 1)}
    rest = sorted((each for each in found if each.id not in ranks), key=lambda each: each.rank(near))
    return PAGE.substitute(
        title=escape(f"Scenes of {catalogue.collection}, {dates}"),
        summary=escape(
            f"{len(found)} scenes at {catalogue.api}, {len(good)} of which would do. Chosen: {good[0].id}."
        ),
        near=near.isoformat(),
        rows="\n".join(_row(each, ranks.get(each.id)) for each in (*good, *rest)),
    )


def _row(each: Candidate, rank: int | None) -> str:
    kind = {None: ' class="out"', 1: ' class="chosen"'}.get(rank, "")
    cloud = "?" if each.cloud is None else f"{each.cloud:.1f}"
    return (
        f'<tr{kind}><td class="n">{rank or "–"}</td><td>{escape(each.id)}</td>'
        f"<td>{each.time:%Y-%m-%d %H:%M}</td>"
        f'<td class="n">{cloud}</td><td class="n">{each.cover:.1f}</td></tr>'
    )
