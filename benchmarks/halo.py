"""How far deep networks look: what tiles with a smaller halo than the exact one would change, and what they would save.

Run by `script/bench halo`. Nothing in Finer cuts a halo short; these are figures to decide by. The tables of
docs/networks.md are made from benchmarks/results/halo.json by --write.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import rasterio
import torch
from numpy.typing import NDArray

from benchmarks._document import ONLY, RESULTS, ROOT, WORK, Results, machine, table, write
from benchmarks._naip import NAIP, SCALE, run, tile_sets
from benchmarks.networks import FORMS
from sr_core.backbones import Backbone, SrNet
from sr_core.device import resolve
from sr_core.evaluation import with_bicubic
from sr_core.inference.pieces import pieces, tile_size
from sr_core.package import ModelPackage

LANDSAT = ROOT.parent / "shared" / "data" / "landsat" / "l8_zion_rgbn_30m.tif"
"""Large enough for the widest halo, which no NAIP tile is; brought to the mean and spread that the nets know."""
HALOS = (8, 16, 32, 64, 128)
SIDE = 64
"""Low-resolution pixels of the tile that is looked at; around it comes the halo."""
PLACES = ((420, 400), (900, 500))
"""Row and column of its upper left corner: land without nodata, at least the widest halo from the raster's edge."""
GREY = 255
"""Grey levels of 8-bit pixels, in which changes are told."""


class Trained(NamedTuple):
    """A net as deep as the paper's, and how it is trained here."""

    backbone: dict[str, Any]
    epochs: int
    learning_rate: float


NETS = {
    "RRDB-23, thin (16 features, growth 8)": Trained({"id": "rrdn", "n_feats": 16, "G": 8}, 5, 1e-3),
    "RRDB-23 (64 features, growth 32)": Trained({"id": "rrdn"}, 1, 2e-4),
    "RDN 16 × 8, thin (16 features, growth 16)": Trained({"id": "rdn", "n_feats": 16, "G": 16}, 3, 1e-3),
}


def trained(name: str, net: Trained, asked: argparse.Namespace) -> SrNet:
    """The net, trained on whole NAIP tiles unless it has been."""
    package = WORK / "halo" / f"{name}.srpk"
    if not (package.exists() and _made(package) == net):
        package.parent.mkdir(parents=True, exist_ok=True)
        learn, _ = tile_sets(asked.naip)
        run(
            "train_model", tiles=str(learn), backbone=net.backbone, epochs=net.epochs, batch_size=2,
            patch_size=64, learning_rate=net.learning_rate, device=asked.device, output=str(package),
        )  # fmt: skip
    return ModelPackage.load(package, resolve(asked.device)).net


def _made(package: Path) -> Trained:
    """How a net was trained that is there; options that are the network's own count as not given."""
    info = ModelPackage.load(package).info
    given = {"id": info.backbone.id, **info.backbone.model_dump(mode="json", exclude_defaults=True)}
    training: Mapping[str, Any] = info.training
    return Trained(given, training["epochs"], training["learning_rate"])


def landsat(net: SrNet) -> NDArray[np.float32]:
    """The raster (b, h, w) in units that the net knows: with the mean and the spread of what it learnt from."""
    with rasterio.open(LANDSAT) as dataset:
        pixels = dataset.read(masked=True).astype(np.float32)
    mean, spread = pixels.mean((1, 2), keepdims=True), pixels.std((1, 2), keepdims=True)
    image = (pixels - mean) / spread * net.std[0].cpu().numpy() + net.mean[0].cpu().numpy()
    return np.asarray(image.filled(0), np.float32)


def seen(net: SrNet, image: NDArray[np.float32], place: tuple[int, int], halo: int) -> NDArray[np.float32]:
    """The result of one tile that was read with this halo, in grey levels."""
    rows, cols = (slice(start - halo, start + SIDE + halo) for start in place)
    part = torch.from_numpy(np.ascontiguousarray(image[:, rows, cols]))[None].to(net.device)
    kept = slice(halo, halo + SIDE)
    result = np.empty((net.bands, SIDE * SCALE, SIDE * SCALE), np.float32)
    for _, where, pixels in pieces(net, part.contiguous(memory_format=torch.channels_last), [(kept, kept)]):
        top, left = (where.row_off - halo) * SCALE, (where.col_off - halo) * SCALE
        result[:, top : top + pixels.shape[1], left : left + pixels.shape[2]] = pixels
    return result * GREY


def effect(net: SrNet) -> dict[str, Any]:
    """What cutting the halo does to the result, in grey levels, and what the net does to bicubic."""
    image = landsat(net)
    exact = [seen(net, image, place, net.halo) for place in PLACES]
    plain = []
    for row, col in PLACES:
        around = with_bicubic(SCALE)(image[:, row - 4 : row + SIDE + 4, col - 4 : col + SIDE + 4].copy())
        plain.append(around[:, 4 * SCALE : -4 * SCALE, 4 * SCALE : -4 * SCALE] * GREY)
    found: dict[str, Any] = {"halo": net.halo, "adds": _rms(np.stack(exact) - np.stack(plain)), "cut": {}}
    ring = np.ones((SIDE * SCALE, SIDE * SCALE), bool)
    ring[SCALE:-SCALE, SCALE:-SCALE] = False
    for halo in HALOS:
        if halo < net.halo:
            cut = np.stack([seen(net, image, place, halo) for place in PLACES])
            change = cut - np.stack(exact)
            found["cut"][str(halo)] = {
                "largest": float(np.abs(change).max()),
                "edge": _rms(change[..., ring]),
                "rounded": float((cut.round() != np.stack(exact).round()).mean()),
            }
    return found


def _rms(values: NDArray[np.float32]) -> float:
    return float(np.sqrt(np.mean(np.square(values, dtype=np.float64))))


def costs(net: SrNet, halo: int) -> tuple[int, int, float]:
    """Side of a tile, bytes of the trunk's features, and work done for each pixel kept, in a very large raster."""
    side = tile_size(_Cut(net, halo))
    outer = side + 2 * halo + net.multiple_of - 1
    return side, 4 * net.trunk_floats * outer**2, (outer / side) ** 2


class _Cut:
    """What `tile_size` asks of a net, with another halo."""

    def __init__(self, net: SrNet, halo: int) -> None:
        self.net, self.halo = net, halo

    def __getattr__(self, name: str) -> Any:
        return getattr(self.net, name)


def content(entries: Mapping[str, Any]) -> str:
    """What --write puts into the document."""
    rows = []
    for name, form in FORMS.items():
        with torch.device("meta"):
            net = Backbone.load({"id": form.backbone, **form.paper}).net(4, SCALE, (0.4,) * 4, (0.2,) * 4)
        for halo in (net.halo, 64, 32):
            if halo <= net.halo:
                side, held, work = costs(net, halo)
                told = f"{halo} (exact)" if halo == net.halo else halo
                rows.append((name, told, side, f"{held / 1e6:,.0f}", f"{work:.2f}"))
    sizes = table(("network, paper's size", "halo", "tile side", "trunk (MB)", "work per pixel kept"), rows)
    changes = [
        (
            f"{name}: exact halo {found['halo']}, changes bicubic by {found['adds']:.1f} (RMS)", halo,
            f"{cut['largest']:.3f}", f"{cut['edge']:.4f}", f"{100 * cut['rounded']:.2f} %",
        )
        for name, found in entries.items()
        for halo, cut in found["cut"].items()
    ]  # fmt: skip
    header = (
        "network, trained",
        "halo",
        "largest change",
        "RMS at the tile's edge",
        "8-bit values that change",
    )
    where = "; ".join(sorted({found["machine"] for found in entries.values()}))
    return "\n\n".join([sizes, f"Changes in grey levels (of 255); {where}:", table(header, changes)])


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--device", default="auto")
    options.add_argument("--only", nargs="*", choices=NETS, default=list(NETS), help=ONLY)
    options.add_argument("--naip", type=Path, default=NAIP, help="folder with the rasters: train/ and val/")
    options.add_argument("--results", type=Path, default=RESULTS / "halo.json")
    options.add_argument("--write", action="store_true", help="put the tables into docs/networks.md")
    asked = options.parse_args()
    results = Results(asked.results)
    for name in asked.only:
        if results.entries.get(name, {}).get("made") != NETS[name]._asdict():
            print(f"\n{name}", flush=True)
            net = trained(name, NETS[name], asked)
            entry = {"made": NETS[name]._asdict(), "machine": machine(net.device), **effect(net)}
            results.keep(name, entry)
    print("\n" + content(results.entries))
    if asked.write:
        write("halo", content(results.entries))
