"""How a result came about, as the metadata of its layer. Its file says the same in tags, which the engine writes."""

from __future__ import annotations

import os
from datetime import datetime, timezone

from qgis.core import QgsLayerMetadata

from .. import model_file
from ..errors import FinerError
from ..translation import tr


def metadata(job, values, versions, result):
    """Of a result that is made now.

    Args:
        job: display name of the job.
        values: what the user set, as the job's values.
        versions: the worker's `started` event.
        result: the numbers that the job handed back.
    """
    about = QgsLayerMetadata()
    about.setAbstract(tr("Made by Finer: {job}.", job=job))
    when = f"{datetime.now(timezone.utc):%Y-%m-%dT%H:%M:%SZ}"
    about.setHistory([f"{when} {line}" for line in _lines(values, versions, result)])
    about.setKeywords({"Finer": ["super-resolution"]})
    about.setLicenses(list(_licences(values)))
    return about


def _lines(values, versions, result):
    path = values.get("model")
    if path:
        yield tr("Model: {model}", model=os.path.basename(path))
    for name, value in _sampling(path, values):
        yield f"{name.upper()}: {value}"
    known = {name: versions.get(name) or "?" for name in ("finer", "torch", "device_name")}
    yield tr("Finer {finer}, torch {torch}, {device_name}", **known)
    if result.get("residual") is not None:
        yield tr("Residual: {percent} %", percent=f"{result['residual']:.3g}")


def _sampling(path, values):
    """What a diffusion model was told, with the package's own sampler where nothing was said."""
    try:
        model = model_file.read(path) if path else None
    except FinerError:
        model = None
    if model and model.is_diffusion:
        own, asked = model.sampling["sampler"], dict(values.get("sampler", {}))
        usual = {} if "id" in asked else {"n_timestep": own.get("n_timestep")}
        yield "sampler", asked.pop("id", own["id"])
        yield from {**usual, **asked}.items()
        for name in ("seed", "samples"):
            yield name, values.get(name)


def _licences(values):
    """Of the model: what is made with it may be bound to it."""
    try:
        licence = model_file.read(values["model"]).licence
    except (FinerError, KeyError):
        licence = ""
    if licence:
        yield tr("Model: {model}", model=licence)
