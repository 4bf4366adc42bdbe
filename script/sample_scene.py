"""Writes a realistic scene to try Finer on: fields, roads, villages, woods and water, in four georeferenced bands.

    python script/sample_scene.py OUT.tif [--size N] [--seed S]

The scene is computed on a grid twice as fine as the one that is written. It has a height model with shadows of one sun,
the blur of optics and the noise of a sensor.
"""

from __future__ import annotations

import argparse
import math
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from parcel_division import Point, Quad, divide
from PIL import Image, ImageDraw
from rasterio.enums import ColorInterp
from rasterio.transform import from_origin

PIXEL = 2.5  # metres, of the raster that is written
OVERSAMPLING = 2  # grid cells per pixel and direction while painting
CELL = PIXEL / OVERSAMPLING
SUN_AZIMUTH, SUN_ELEVATION = math.radians(150), math.radians(42)

# Reflectance in blue, green, red, near infrared.
CROPS = np.array(
    [
        (0.030, 0.062, 0.040, 0.45),  # winter wheat
        (0.034, 0.075, 0.048, 0.39),  # grass
        (0.060, 0.100, 0.112, 0.34),  # ripening barley
        (0.050, 0.125, 0.118, 0.42),  # rape in flower
        (0.040, 0.068, 0.060, 0.30),  # young maize
        (0.080, 0.110, 0.150, 0.22),  # bare soil
        (0.052, 0.071, 0.092, 0.15),  # wet soil
        (0.100, 0.140, 0.190, 0.28),  # stubble
    ],
    np.float32,
)
ROOFS = np.array(
    [
        (0.070, 0.090, 0.175, 0.23),  # tiles
        (0.085, 0.100, 0.150, 0.19),  # old tiles
        (0.062, 0.066, 0.071, 0.09),  # slate
        (0.125, 0.132, 0.140, 0.16),  # gravel
        (0.340, 0.350, 0.360, 0.37),  # sheet metal
    ],
    np.float32,
)
GARDEN, ASPHALT, GRAVEL = (
    (0.038, 0.072, 0.055, 0.33),
    (0.085, 0.092, 0.100, 0.13),
    (0.155, 0.178, 0.200, 0.25),
)
WATER, BANK = (0.034, 0.040, 0.026, 0.012), (0.050, 0.075, 0.060, 0.30)
CROWN, UNDERGROWTH = (0.020, 0.045, 0.026, 0.38), (0.026, 0.045, 0.038, 0.22)

Array = NDArray[np.float32]
Mask = NDArray[np.bool_]


class Scene:
    """The land on a grid of `n` × `n` cells: its cover (reflectance), its height, and the random numbers it is made with."""

    def __init__(self, n: int, seed: int) -> None:
        self.n, self.rng = n, np.random.default_rng(seed)
        self.cover = np.zeros((4, n, n), np.float32)
        self.height = np.zeros((n, n), np.float32)
        self.y, self.x = np.mgrid[:n, :n].astype(np.float32)

    def noise(self, metres: float, octaves: int = 1) -> Array:
        """Return smooth noise of unit deviation with features up to `metres` wide; each octave is half as strong."""
        total = np.zeros((self.n, self.n), np.float32)
        for octave in range(octaves):
            coarse = max(4, round(self.n * CELL / metres * 2**octave))
            grid = Image.fromarray(self.rng.standard_normal((coarse, coarse), np.float32))
            total += np.asarray(grid.resize((self.n, self.n), Image.Resampling.BICUBIC)) / 2**octave
        return np.asarray(total / total.std(), np.float32)

    def curve(self, points: list[Point], wander: float) -> list[Point]:
        """Return a smooth line through points in fractions of the scene, bent by up to `wander` cells."""
        t, fine = np.linspace(0, 1, len(points)), np.linspace(0, 1, 200)
        x, y = (np.interp(fine, t, axis) * self.n for axis in np.array(points).T)
        bend = np.cumsum(np.cumsum(self.rng.standard_normal((2, 200)), axis=1), axis=1)
        bend -= np.linspace(bend[:, :1], bend[:, -1:], 200, axis=1)[..., 0]
        x, y = np.stack([x, y]) + wander * bend / np.abs(bend).max()
        return list(zip(x.tolist(), y.tolist(), strict=True))

    def along(self, lines: list[list[Point]], metres: float) -> Mask:
        """Return the cells of lines that are `metres` wide."""
        image = Image.new("L", (self.n, self.n))
        for points in lines:
            ImageDraw.Draw(image).line(points, fill=1, width=max(1, round(metres / CELL)), joint="curve")
        return np.asarray(image, bool)

    def inside(self, quads: list[Quad]) -> Mask:
        """Return the cells of pieces of land."""
        image = Image.new("L", (self.n, self.n))
        for quad in quads:
            ImageDraw.Draw(image).polygon(quad.corners, fill=1)
        return np.asarray(image, bool)

    def paint(self, mask: Mask, colour: tuple[float, ...], texture: Array) -> None:
        """Cover cells with ground of a reflectance, varied by `texture` (a fraction of it)."""
        self.cover[:, mask] = np.array(colour, np.float32)[:, None] * (1 + texture[mask])
        self.height[mask] = 0


def fields(scene: Scene, parcels: list[Quad]) -> None:
    """Add crops: each parcel with its own colour, rows and wheel tracks, over soil that varies."""
    rng, n = scene.rng, len(parcels) + 1
    labels = Image.new("I", (scene.n, scene.n))
    for number, parcel in enumerate(parcels, 1):
        ImageDraw.Draw(labels).polygon(parcel.corners, fill=number)
    label = np.asarray(labels)

    crop = CROPS[rng.integers(len(CROPS), size=n)] * rng.normal(1, 0.08, (n, 1)).astype(np.float32)
    angle = np.array([0, *(parcel.angle() for parcel in parcels)], np.float32)[label]
    period = rng.choice([8, 15, 24, 32], n).astype(np.float32)[label] / CELL
    strength = rng.choice([0, 0.03, 0.06, 0.14], n, p=[0.3, 0.3, 0.25, 0.15]).astype(np.float32)[label]
    tracks = rng.choice([0, 0.22], n).astype(np.float32)[label]

    across = scene.y * np.cos(angle) - scene.x * np.sin(angle)
    rows = np.sin(2 * np.pi * across / period)
    wheels = (across % (30 / CELL) < 2.5 / CELL) | ((across + 5 / CELL) % (30 / CELL) < 2.5 / CELL)
    soil, grain = scene.noise(250, 4), scene.noise(6, 2)
    texture = 1 + 0.09 * soil + 0.035 * grain + strength * rows - tracks * wheels
    scene.cover[:] = np.moveaxis(crop[label], -1, 0) * texture


def water(scene: Scene) -> Mask:
    """Add a river from edge to edge, and ponds; return the cells of water and banks."""
    course = [scene.curve([(-0.05, 0.62), (0.4, 0.75), (1.05, 0.55)], 0.16 * scene.n)]
    hollow = scene.noise(420, 3)
    shore = scene.along(course, 55) | (hollow > 2.3)
    scene.paint(shore, BANK, 0.18 * scene.noise(12, 3))
    wet = scene.along(course, 32) | (hollow > 2.4)
    scene.paint(wet, WATER, 0.05 * scene.noise(60, 3) + 0.03 * scene.noise(4))
    return shore


def roads(scene: Scene, lines: dict[int, list[list[Point]]], streets: list[list[Point]], shore: Mask) -> Mask:
    """Add streets, a highway, and roads and tracks on the boundaries (`lines` by depth); return their cells."""
    highway = [scene.curve([(0.1, -0.05), (0.45, 0.5), (0.75, 1.05)], 0.06 * scene.n)]
    ways = (
        (streets, 6, ASPHALT, ~shore),
        (lines[4] + lines[5] + lines[6], 4, GRAVEL, ~shore),
        (lines[0] + lines[1] + lines[2] + lines[3], 8, ASPHALT, True),  # these bridge the water
        (highway, 16, ASPHALT, True),
        (highway, 2.5, GRAVEL, True),  # the strip between the carriageways
    )
    grain = 0.06 * scene.noise(9, 2)
    everywhere = np.zeros((scene.n, scene.n), bool)
    for course, metres, colour, allowed in ways:
        way = scene.along(course, metres) & allowed
        scene.paint(way, colour, grain)
        everywhere |= way
    return everywhere


def buildings(scene: Scene, plots: list[Quad], storey: float) -> None:
    """Add a house on each plot: two roof slopes of different light, as high as its storeys."""
    rng = scene.rng
    heights = Image.fromarray(scene.height)
    bands = [Image.fromarray(band) for band in scene.cover]
    for plot in plots:
        u, v = rng.uniform(0.1, 0.3, 2)
        house = plot.within(u, u + rng.uniform(0.35, 0.6), v, v + rng.uniform(0.35, 0.6))
        roof = ROOFS[rng.choice(len(ROOFS), p=[0.38, 0.24, 0.16, 0.14, 0.08])] * rng.normal(1, 0.1)
        ImageDraw.Draw(heights).polygon(house.corners, fill=float(storey * rng.uniform(0.8, 1.8)))
        slopes = (house.within(0, 1, 0, 0.5), house.within(0, 1, 0.5, 1))
        light = math.sin(house.angle() - SUN_AZIMUTH) * 0.25
        for slope, gain in zip(slopes, (1 + light, 1 - light), strict=True):
            for band, value in zip(bands, roof, strict=True):
                ImageDraw.Draw(band).polygon(slope.corners, fill=float(value * gain))
    scene.height = np.array(heights)
    scene.cover = np.stack([np.asarray(band) for band in bands])


def trees(scene: Scene, density: Array, spacing: float) -> None:
    """Add tree crowns about `spacing` metres apart: domes on the height model, with probability `density` (0..1)."""
    rng, step = scene.rng, spacing / CELL
    count = int(scene.n / step)
    centres = (np.mgrid[:count, :count].reshape(2, -1).T + rng.uniform(0, 1, (count * count, 2))) * step
    rows, columns = np.clip(centres.astype(int), 0, scene.n - 1).T
    for cy, cx in centres[rng.uniform(size=len(centres)) < density[rows, columns]]:
        radius = spacing * rng.uniform(0.42, 0.75) / CELL
        top, left = max(0, int(cy - radius)), max(0, int(cx - radius))
        block = np.s_[top : int(cy + radius) + 2, left : int(cx + radius) + 2]
        dome = 1 - ((scene.y[block] - cy) ** 2 + (scene.x[block] - cx) ** 2) / radius**2
        crown = dome > 0
        tint = rng.normal(1, 0.16) * (1 + 0.25 * np.clip(dome, 0, 1))
        scene.height[block] = np.maximum(
            scene.height[block], np.sqrt(np.clip(dome, 0, 1)) * radius * CELL * 2.2
        )
        colour = np.array(CROWN, np.float32)[:, None, None] * tint
        scene.cover[(slice(None), *block)] = np.where(crown, colour, scene.cover[(slice(None), *block)])


def illuminate(scene: Scene) -> Array:
    """Return the reflectance under the sun, with brighter slopes towards it and shadows."""
    east, north = math.sin(SUN_AZIMUTH), math.cos(SUN_AZIMUTH)
    dy, dx = np.gradient(scene.height, CELL)
    # Roofs and crowns are steeper in the model than their reflectance should show.
    slope = np.clip(1 + 0.22 * (dy * north - dx * east), 0.6, 1.35)
    shadow = np.zeros((scene.n, scene.n), bool)
    for step in range(1, int(25 / CELL)):
        reach = step * CELL * math.tan(SUN_ELEVATION)
        rows, columns = round(-step * north), round(step * east)
        shadow |= np.roll(scene.height, (-rows, -columns), (0, 1)) > scene.height + reach
    sky = np.array([0.50, 0.42, 0.36, 0.30], np.float32)[:, None, None]  # blue light reaches into shadow most
    return np.asarray(scene.cover * slope * np.where(shadow, sky, 1), np.float32)


def record(light: Array, rng: np.random.Generator) -> Array:
    """Return what a sensor records: cells averaged to pixels, blur of the optics, noise that grows with the signal."""
    for axis in (-1, -2):
        light = 0.18 * np.roll(light, 1, axis) + 0.64 * light + 0.18 * np.roll(light, -1, axis)
    bands, n, _ = light.shape
    half = n // OVERSAMPLING
    light = light.reshape(bands, half, OVERSAMPLING, half, OVERSAMPLING).mean((2, 4))
    haze = np.array([0.012, 0.007, 0.004, 0.001], np.float32)[:, None, None]
    spread = 0.0006 + 0.006 * light
    return np.asarray(light + haze + spread * rng.standard_normal(light.shape, np.float32), np.float32)


def make_scene(size: int, seed: int) -> NDArray[np.uint16]:
    """Return the scene as reflectance × 10000: (4, size, size)."""
    land = Scene(size * OVERSAMPLING, seed)
    n, rng = land.n, land.rng
    turn = rng.uniform(0.1, 0.5) + np.arange(4) * math.pi / 2
    square = Quad(*zip((n / 2 + n * np.cos(turn)).tolist(), (n / 2 + n * np.sin(turn)).tolist(), strict=True))
    plots, lines = divide(square, rng, 28_000 / CELL**2)
    fields(land, plots)

    centres = [(rng.uniform(0.15, 0.4) * n, rng.uniform(0.15, 0.4) * n)]
    centres += [(rng.uniform(0.6, 0.85) * n, rng.uniform(0.2, 0.85) * n)]
    quarters = [
        q for q in plots if min(math.dist(q.centre, c) for c in centres) < rng.uniform(0.07, 0.17) * n
    ]
    town = land.inside(quarters)
    land.paint(town, GARDEN, 0.22 * land.noise(14, 3))
    gardens, streets = [], []
    for quarter in quarters:
        within, between = divide(quarter, rng, 1000 / CELL**2)
        gardens += within
        streets += between[0] + between[1] + between[2]
    buildings(land, gardens, storey=4.5)
    yards = [q.within(0.3, 0.6, 0.3, 0.6) for q in plots if q not in quarters and rng.uniform() < 0.06]
    buildings(land, yards, storey=7)

    shore = water(land)
    free = ~roads(land, lines, streets, shore) & ~shore & (land.height == 0)
    wood = np.clip((land.noise(520, 3) - 1.3) * 8, 0, 1) * ~town
    land.paint((wood > 0.4) & free, UNDERGROWTH, 0.3 * land.noise(10, 3))
    hedges = [line for depth in range(7, len(lines)) for line in lines[depth] if rng.uniform() < 0.35]
    trees(land, wood * free, spacing=6.5)
    trees(land, (0.85 * land.along(hedges, 6) + 0.16 * town) * free, spacing=5.5)
    trees(land, 0.25 * shore * (land.cover[3] > 0.1), spacing=8)

    recorded = record(illuminate(land), rng)
    return np.clip(np.rint(recorded * 10_000), 1, 65_535).astype(np.uint16)


def write(path: Path, pixels: NDArray[np.uint16]) -> None:
    """Write a tiled GeoTIFF, north up, in UTM zone 32."""
    bands, height, width = pixels.shape
    with rasterio.open(
        path, "w", driver="GTiff", count=bands, height=height, width=width, dtype="uint16", crs="EPSG:32632",
        transform=from_origin(600_000, 5_400_000, PIXEL, PIXEL), tiled=True, compress="deflate", predictor=2,
    ) as file:  # fmt: skip
        file.write(pixels)
        file.descriptions = ("blue", "green", "red", "nir")
        file.colorinterp = (ColorInterp.blue, ColorInterp.green, ColorInterp.red, ColorInterp.undefined)


def main() -> None:
    """Write the scene that the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path, help="GeoTIFF to write")
    parser.add_argument("--size", type=int, default=1280, help="width and height in pixels of 2.5 m")
    parser.add_argument("--seed", type=int, default=7, help="another number gives another scene")
    asked = parser.parse_args()
    write(asked.out, make_scene(asked.size, asked.seed))


if __name__ == "__main__":
    main()
