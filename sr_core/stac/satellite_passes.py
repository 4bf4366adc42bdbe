"""Neighbouring scenes that a satellite took in one pass, which together show what one of them does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from shapely import Polygon, union_all

from .api_search import Candidate, cover

LONGEST_PASS = timedelta(minutes=10)
"""Between scenes of one pass. Whoever takes them is back after an orbit of about 100 minutes."""

ORBITS = ("sat:absolute_orbit", "sat:relative_orbit", "landsat:wrs_path", "s2:orbit")
"""Properties that are the same in one pass."""

WHOLE = 99.95
"""Share of the extent (%) from which a scene covers it."""

LEAST_GAIN = 0.05
"""Share of the extent (%) that a scene must show and others do not, to be put beside them."""

MOST_PARTS = 16
"""Scenes that are put together at most."""


def join_passes(candidates: Sequence[Candidate], area: Polygon, near: date) -> list[Candidate]:
    """Return neighbouring scenes of one pass as candidates, where together they show more of an area than one of them does.

    Args:
        candidates: Scenes of a search.
        area: Longitudes and latitudes (degrees).
        near: Day near which scenes rank higher.
    """
    joined: dict[frozenset[str], Candidate] = {}
    for each in sorted(candidates, key=lambda candidate: candidate.rank(near)):
        if each.cover < WHOLE:
            whole = _with_neighbours(each, candidates, area)
            if len(whole.items) > 1:
                joined.setdefault(frozenset(item.id for item in whole.items), whole)
    return list(joined.values())


def by_rank(candidates: Iterable[Candidate], near: date) -> list[Candidate]:
    """Return candidates, the best first; a scene that is a part of several put together comes after them."""
    found = list(candidates)
    whole: dict[str, Candidate] = {}
    for each in found:
        if len(each.items) > 1:
            for item in each.items:
                best = whole.setdefault(item.id, each)
                whole[item.id] = min(best, each, key=lambda candidate: candidate.rank(near))

    def key(each: Candidate) -> tuple[object, ...]:
        if len(each.items) > 1:
            return (*each.rank(near), 0)
        above = whole.get(each.id)
        return (*max(each.rank(near), above.rank(near) if above else each.rank(near)), int(above is not None))

    return sorted(found, key=key)


def _with_neighbours(first: Candidate, candidates: Sequence[Candidate], area: Polygon) -> Candidate:
    """Return a scene with those of its pass that add most, one after the other, as long as they add something."""
    neighbours = [each for each in candidates if each is not first and _same_pass(first, each)]
    parts, shown = [first], first.shown
    while neighbours and cover(shown, area) < WHOLE and len(parts) < MOST_PARTS:
        unions = [shown.union(each.shown) for each in neighbours]
        best = max(range(len(neighbours)), key=lambda i: (cover(unions[i], area), neighbours[i].id))
        if cover(unions[best], area) - cover(shown, area) < LEAST_GAIN:
            break
        shown = unions[best]
        parts.append(neighbours.pop(best))
    for part in sorted(parts, key=lambda each: each.cover):  # which later ones may show as a whole
        others = [each for each in parts if each is not part]
        if (
            others
            and cover(shown, area) - cover(union_all([each.shown for each in others]), area) < LEAST_GAIN
        ):
            parts = others
    if len(parts) == 1:
        return first
    parts.sort(key=lambda part: (-part.cover, part.id))
    return Candidate(
        items=tuple(part.item for part in parts),
        time=parts[0].time,
        cloud=_mean_cloud(parts, area),
        cover=cover(shown, area),
        shown=shown,
    )


def _mean_cloud(parts: Sequence[Candidate], area: Polygon) -> float | None:
    """Return the cloud cover (%) of scenes put together, by what each adds; none where one of them is not known."""
    total, seen = 0.0, 0.0
    for number, part in enumerate(parts, 1):
        if part.cloud is None:
            return None
        gain = cover(union_all([each.shown for each in parts[:number]]), area) - seen
        total, seen = total + gain * part.cloud, seen + gain
    return total / seen


def _same_pass(one: Candidate, other: Candidate) -> bool:
    if abs(one.time - other.time) > LONGEST_PASS or (one.cloud is None) != (other.cloud is None):
        return False
    mine, theirs = one.item.properties, other.item.properties
    return all(
        mine.get(name) is None
        or theirs.get(name) is None
        or str(mine[name]).casefold() == str(theirs[name]).casefold()
        for name in ("platform", *ORBITS)
    )
