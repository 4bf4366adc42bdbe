"""Tells files of weights from what is often found in their place, by how they begin and not by their names."""

from __future__ import annotations

import codecs
import re
import zipfile
from pathlib import Path
from typing import Literal

from ..errors import InputError
from ..os_metadata_files import companion_of

HEAD = 1024
"""Bytes that are looked at."""
HTML = re.compile(rb"^\s*(<!--.*?-->\s*)?<(!doctype\s+html|html|head|body|\?xml)", re.IGNORECASE | re.DOTALL)
MAGIC = {
    b"\x89HDF\r\n\x1a\n": "HDF5, as Keras writes it",
    b"\x1f\x8b": "gzip",
    b"7z\xbc\xaf\x27\x1c": "7-Zip",
    b"Rar!": "RAR",
    b"BZh": "bzip2",
    b"\xfd7zXZ": "xz",
    b"GGUF": "GGUF",
    b"\x93NUMPY": "NumPy",
    b"%PDF": "PDF",
}
"""How files of formats that hold no weights of PyTorch begin."""

PICTURES = {
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"II+\x00": "TIFF",
    b"MM\x00+": "TIFF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"\x00\x00\x00\x0cjP": "JPEG 2000",
    b"CDF": "netCDF",
    b"SQLite format 3": "GeoPackage, MBTiles or another SQLite",
}
"""How files begin that people keep beside their weights, and that GDAL reads."""
UTF_16 = (b"\xff\xfe", b"\xfe\xff")

Kind = Literal["torch", "safetensors"]


def require_network_file(path: Path) -> bytes:
    """Return how the file begins, if it is neither missing nor empty, a web page, or a pointer to another file.

    Raises:
        InputError: it is one of these; the sentence says which.
    """
    if not path.is_file():
        raise InputError("There is no file {path}: choose the file with the weights.", path=path)
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError as error:
        raise InputError(
            "{path} cannot be read: {reason}.", path=path, reason=error.strerror or type(error).__name__
        ) from None
    if not head:
        raise InputError("{path} is empty: download or copy it again.", path=path)
    if owner := companion_of(path):
        raise InputError(
            "{path} is a macOS metadata file of {owner} and contains no weights: choose {owner} instead.",
            path=path,
            owner=owner.name,
        )
    for magic, name in PICTURES.items():
        if head.startswith(magic):
            raise InputError(
                "{path} is a raster ({kind}) and not the file of a network (.pth, .pt, .safetensors, .onnx): choose "
                "that.",
                path=path,
                kind=name,
            )
    text = head.removeprefix(b"\xef\xbb\xbf")
    if HTML.match(text):
        raise InputError(
            "{path} is a web page and not the file that the page offers: open its address in a browser, and download "
            "the file itself.",
            path=path,
        )
    if text.startswith(b"version https://git-lfs") or b"/annex/objects/" in text[:300]:
        raise InputError(
            "{path} is a Git LFS pointer to the weights file: run git lfs pull where it was cloned, or download "
            "the file itself from the website.",
            path=path,
        )
    return head


def weights_kind(path: Path) -> Kind:
    """Return how the weights in a file are written, whatever the file is called.

    Raises:
        InputError: it is missing, or something else than weights; the sentence says what.
    """
    head = require_network_file(path)
    if zipfile.is_zipfile(path) and head.startswith(b"PK"):
        _require_checkpoint(path)
        return "torch"
    if head[8:9] == b"{" and int.from_bytes(head[:8], "little") < path.stat().st_size:
        return "safetensors"
    for magic, name in MAGIC.items():
        if head.startswith(magic):
            raise InputError(
                "{path} is a file of another kind ({kind}), and not of weights (.pth, .pt, .safetensors): unpack or "
                "convert it first.",
                path=path,
                kind=name,
            )
    if _is_text(head):
        raise InputError(
            "{path} is a text file and not one of weights (.pth, .pt, .safetensors): download the file itself.",
            path=path,
        )
    return "safetensors" if path.suffix.lower() == ".safetensors" else "torch"


def _require_checkpoint(path: Path) -> None:
    """Refuse a zip that holds anything else than what torch.save writes.

    Raises:
        InputError: it does.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return  # torch says that it is damaged
    inner = {name.partition("/")[2] for name in names}
    if "constants.pkl" in inner or any(name.startswith("code/") for name in inner):
        raise InputError(
            "{path} is a TorchScript archive, a program with its weights: save the network's state_dict() alone, or "
            "export it to ONNX.",
            path=path,
        )
    if "schema.json" in names and {"weights.safetensors", "model.onnx"} & set(names):
        raise InputError(
            "{path} is a model package already: choose it where a model is asked for.", path=path
        )
    if "data.pkl" not in inner:
        raise InputError(
            "{path} is a zip archive without weights that PyTorch saved: unpack it, and choose the file of weights "
            "(.pth, .pt, .safetensors) or the ONNX model in it.",
            path=path,
        )


def _is_text(head: bytes) -> bool:
    """Return whether a file seems to be text: no control characters but those of lines, and letters of UTF-8 or UTF-16."""
    if head.startswith(UTF_16):
        return True
    if any(byte < 9 or 13 < byte < 27 or byte == 127 for byte in head):
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)  # which lets the last letter be cut off
    except UnicodeDecodeError:
        return False
    return True
