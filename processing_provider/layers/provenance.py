"""Writes how a result was made into its layer's metadata; the engine writes the same into the file's tags."""

from __future__ import annotations

import os
from datetime import datetime, timezone

from qgis.core import QgsLayerMetadata

from .. import model_file
from ..errors import FinerError
from ..translation import format_number, tr


def build_metadata(job, values, versions, result):
    """Return the `QgsLayerMetadata` of a result that is made now.

    Args:
        job: display name of the job.
        values: the job's values.
        versions: the worker's `started` event.
        result: the numbers that the job returned.
    """
    model = _read_model(values)
    metadata = QgsLayerMetadata()
    metadata.setAbstract(tr("Made by Finer: {job}.", job=job))
    when = f"{datetime.now(timezone.utc):%Y-%m-%dT%H:%M:%SZ}"
    metadata.setHistory([f"{when} {line}" for line in _history(model, values, versions, result)])
    metadata.setKeywords({"Finer": ["super-resolution"]})
    if model and model.licence:  # what is made with the model may be bound to it
        metadata.setLicenses([tr("Model: {model}", model=model.licence)])
    return metadata


def sampler_options(values):
    """Return the options of the sampler in a job's values, `id` and `n_timestep` among them; the model's own are not."""
    sampler = values.get("sampler") or {}
    options = dict(sampler) if isinstance(sampler, dict) else {"id": sampler}
    return {**options, "n_timestep": values["n_timestep"]} if values.get("n_timestep") else options


def _read_model(values):
    try:
        return model_file.read(values["model"])
    except (FinerError, KeyError):
        return None


def _history(model, values, versions, result):
    if values.get("model"):
        yield tr("Model: {model}", model=os.path.basename(values["model"]))
    if model and model.is_diffusion:
        for name, value in _describe_sampling(model, values):
            yield f"{name.upper()}: {value}"
    known = {name: versions.get(name) or "?" for name in ("finer", "torch", "device_name")}
    if versions.get("torch"):
        yield tr("Finer {finer}, torch {torch}, {device_name}", **known)
    else:  # the light engine
        yield f"Finer {known['finer']}, {known['device_name']}"
    if result.get("residual") is not None:
        yield tr("Residual: {percent} %", percent=format_number(result["residual"], ".3g"))


def _describe_sampling(model, values):
    """Yield how a diffusion model was sampled, by its own sampler where the user has set none."""
    own, options = model.sampling["sampler"], sampler_options(values)
    usual = {} if "id" in options else {"n_timestep": own.get("n_timestep")}
    yield "sampler", options.pop("id", own["id"])
    yield from {**usual, **options}.items()
    for name in ("seed", "samples"):
        yield name, values.get(name)
