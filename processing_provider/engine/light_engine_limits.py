"""Parts of the complete engine that a tool or a model takes and the light engine lacks, found without starting it."""

from __future__ import annotations

from ..translation import tr
from . import install_stamp


def describe_lack(schema, model=None):
    """Return what the light engine lacks, for a message beside a button that sets the complete one up.

    Args:
        schema: of the job.
        model: the facts of the package that it is to use (`model_file.read`), where one is chosen.

    Returns:
        A sentence; empty if the engine has all that is needed, or is another than the light one.
    """
    if not install_stamp.is_light():
        return ""
    if schema.get("complete_engine"):
        return tr(
            "This tool needs the complete SR engine, with PyTorch (300 MB to download, more for NVIDIA cards). "
            "The light one, which is set up, only runs models."
        )
    if model is not None and not model.is_light:
        return tr(
            "This model needs the complete SR engine, with PyTorch (300 MB to download, more for NVIDIA cards): "
            "the light one, which is set up, runs only convolutional models saved by this version of Finer or a "
            "later one."
        )
    return ""
