"""The evaluation report: one self-contained HTML page."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape
from string import Template

from .data.tileset import TileSet
from .evaluation import TileScores
from .inference.onnx import OnnxNet
from .inference.ready import ready
from .metrics import WINDOW, Comparison
from .model_card import FIGURES, band_names, figures
from .package import ModelPackage
from .pictures import TITLES, pictures, png

TRAINING = {
    "n_train": "Training tiles",
    "n_val": "Validation tiles",
    "epochs": "Epochs",
    "best_epoch": "Best epoch",
    "batch_size": "Batch size (patches)",
    "patch_size": "Patch size (pixels)",
    "learning_rate": "Learning rate",
    "seed": "Seed",
    "device": "Trained on",
    "seconds": "Trained for (seconds)",
}
"""What the page shows of how the model was trained, and how it calls it."""

PAGE = Template(
    """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>$title</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; color: #222; max-width: 66rem; margin: 2rem auto; padding: 0 1rem }
  h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2rem }
  table { border-collapse: collapse } th, td { padding: .3rem .9rem; border-bottom: 1px solid #ddd; text-align: left }
  td.n, th.n { text-align: right; font-variant-numeric: tabular-nums }
  .tile { width: 100%; table-layout: fixed; margin-bottom: 1.2rem } .tile td { border: 0; padding: 0 .5rem 0 0 }
  img { width: 100%; image-rendering: pixelated } .tile td, .note { color: #555; font-size: .85rem }
</style>
<h1>$title</h1>
<p>$verdict</p>
<h2>Figures</h2>
<table>$figures</table>
<p class="note">$how</p>
<h2>Pictures</h2>
$pictures
<p class="note">All four pictures of a tile are stretched alike, by the darkest and the brightest 2&nbsp;% of the
truth. What the super-resolved picture adds to the low-resolution one is likely, not measured.</p>
<h2>Model and tiles</h2>
<table>$settings</table>
</html>
"""
)


def report(
    package: ModelPackage, name: str, tileset: TileSet, found: Comparison, scores: Sequence[TileScores]
) -> str:
    """The page for a package called `name`, measured on the tiles of one split; it refers to nothing outside itself."""
    better = sum(each.model.psnr > each.bicubic.psnr for each in scores)
    gain = found.model.psnr - found.bicubic.psnr
    return PAGE.substitute(
        title=escape(f"{name}: super-resolution ×{package.net.scale}, measured"),
        verdict=f"The model is {abs(gain):.2f} dB {'better' if gain >= 0 else 'worse'} than bicubic resampling on "
        f"average, and better on {better} of {found.tiles} {found.split} tiles.",
        figures=_figures(found),
        how=_how(tileset),
        pictures="\n".join(_tile(package, tileset, found, what, each) for what, each in examples(scores)),
        settings=_settings(package, tileset),
    )


def examples(scores: Sequence[TileScores]) -> list[tuple[str, TileScores]]:
    """The tiles with the least, the median and the greatest gain in PSNR; fewer where these are the same."""
    ranked = sorted(scores, key=lambda each: each.model.psnr - each.bicubic.psnr)
    chosen = {0: "Least gain", len(ranked) // 2: "Median gain", len(ranked) - 1: "Greatest gain"}
    return [(what, ranked[index]) for index, what in chosen.items()]


def _figures(found: Comparison) -> str:
    head = "".join(f'<th class="n">{label}</th>' for label in ("", *FIGURES))
    rows = {"This model": found.model, "Bicubic": found.bicubic}
    body = "".join(
        f"<tr><th>{who}</th>"
        + "".join(f'<td class="n">{text}</td>' for text in figures(what).values())
        + "</tr>"
        for who, what in rows.items()
    )
    return f"<tr>{head}</tr>{body}"


def _how(tileset: TileSet) -> str:
    info = tileset.info
    return (
        "Means over tiles, in physical units, of results rounded to the rasters' data type. The outermost "
        f"{info.scale} pixels of each tile and pixels without data do not count. Higher is better for PSNR (over all "
        f"bands, for a range of {info.data_range:g}) and SSIM (Gaussian window of {WINDOW} pixels, mean over bands); "
        "lower is better for SAM (mean spectral angle) and ERGAS (relative error over all bands)."
    )


def _tile(package: ModelPackage, tileset: TileSet, found: Comparison, what: str, each: TileScores) -> str:
    split = next(split for split in tileset.info.splits if split == found.split)
    notes = ("", f"{each.bicubic.psnr:.2f} dB", f"{each.model.psnr:.2f} dB", "")
    shown = "".join(
        f'<td><img alt="{title}" src="data:image/png;base64,{base64.b64encode(png(picture)).decode()}">'
        f"<br>{title} {note}</td>"
        for title, note, picture in zip(
            TITLES, notes, pictures(ready(package), tileset, split, each.name), strict=True
        )
    )
    return f'<p>{what}: {escape(each.name)}</p>\n<table class="tile"><tr>{shown}</tr></table>'


def _parameters(package: ModelPackage) -> dict[str, str]:
    """How many there are; of a network in ONNX nobody has counted them."""
    if isinstance(package.net, OnnxNet):
        return {}
    return {"Parameters": f"{sum(weights.numel() for weights in package.net.parameters()):,}"}


def _settings(package: ModelPackage, tileset: TileSet) -> str:
    info = package.info
    rows = {
        "Network": f"{info.backbone.id} ({', '.join(f'{k} = {v}' for k, v in info.backbone.model_dump().items())})",
        **_parameters(package),
        "Bands": ", ".join(band_names(info.bands)),
        **{label: str(info.training[name]) for name, label in TRAINING.items() if name in info.training},
        "Made": info.created,
        "With": ", ".join(f"{name} {version}" for name, version in info.versions.items()),
        "Tiles": f"{tileset.folder} ({tileset.info.tile_size} pixels, {tileset.info.dtype})",
    }
    return "".join(
        f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in rows.items()
    )
