"""Refuses, before anything is computed, results that could not be written or would be of another format than their name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..atomic_write import require_file, require_writable
from ..errors import InputError
from ..parameter_types import ENDINGS
from ..resumable_output import unfinished_path
from ._output_overlap import NamedFile


def require_outputs(outputs: Iterable[NamedFile], replaces: Mapping[str, tuple[str, ...]]) -> None:
    """Require that the names of results end as their formats do, and that the folders they lie in can be written to.

    Args:
        outputs: what is written.
        replaces: by field of an output folder, the entries that are replaced in it; where there are none, the job makes
            the folder, and those that it lies in.

    Raises:
        InputError: a name has another ending.
        OutputError: a name is that of a folder or a device, or its folder is missing or cannot be written to.
    """
    for output in outputs:
        if output.format == "folder-out":
            if replaces.get(output.field, True):
                require_writable(unfinished_path(output.path))
            continue
        require_file(output.path)
        endings = ENDINGS.get(output.format, ("",))
        if not output.path.lower().endswith(endings):
            raise InputError(
                "{name} must end in {suffix}: {path}",
                name=output.field.upper(),
                suffix=endings[0],
                path=output.path,
            )
        require_writable(output.path)
