"""Land of the sample scene with four corners, divided into parcels."""

from __future__ import annotations

import math
from collections import defaultdict

import numpy as np

Point = tuple[float, float]


class Quad:
    """A piece of land with four corners, in order, in any unit of length."""

    def __init__(self, *corners: Point) -> None:
        self.corners = corners

    @property
    def area(self) -> float:
        """The area in squares of that unit."""
        x, y = np.array(self.corners).T
        return float(abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2)

    @property
    def centre(self) -> Point:
        """The mean of the corners."""
        x, y = np.mean(self.corners, axis=0)
        return float(x), float(y)

    def at(self, u: float, v: float) -> Point:
        """Return the point at the fractions u, v of the first and the last side."""
        a, b, c, d = (np.array(corner) for corner in self.corners)
        x, y = (a * (1 - u) + b * u) * (1 - v) + (d * (1 - u) + c * u) * v
        return float(x), float(y)

    def within(self, u0: float, u1: float, v0: float, v1: float) -> Quad:
        """Return the part between fractions of the sides."""
        return Quad(self.at(u0, v0), self.at(u1, v0), self.at(u1, v1), self.at(u0, v1))

    def angle(self) -> float:
        """Return the direction of the longer side in radians."""
        a, b, _, d = self.corners
        x, y = b if math.dist(a, b) > math.dist(a, d) else d
        return math.atan2(y - a[1], x - a[0])

    def cut(self, rng: np.random.Generator) -> tuple[list[Point], Quad, Quad]:
        """Return a slightly oblique line across the longer side, and the two pieces beside it."""
        s, t = rng.uniform(0.38, 0.62) + rng.uniform(-0.05, 0.05, 2)
        a, b, c, d = self.corners
        if math.dist(a, b) > math.dist(a, d):
            p, q = self.at(s, 0), self.at(t, 1)
            return [p, q], Quad(a, p, q, d), Quad(p, b, c, q)
        p, q = self.at(0, s), self.at(1, t)
        return [p, q], Quad(a, b, q, p), Quad(p, q, c, d)


def divide(
    whole: Quad, rng: np.random.Generator, area: float
) -> tuple[list[Quad], dict[int, list[list[Point]]]]:
    """Return the pieces of land that are not much larger than `area`, and the lines between them by depth."""
    pieces: list[Quad] = []
    lines: dict[int, list[list[Point]]] = defaultdict(list)
    waiting = [(whole, 0)]
    while waiting:
        piece, depth = waiting.pop()
        if piece.area < area * rng.uniform(0.7, 2.0):
            pieces.append(piece)
            continue
        line, *halves = piece.cut(rng)
        lines[depth].append(line)
        waiting += [(half, depth + 1) for half in halves]
    return pieces, lines
