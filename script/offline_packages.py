"""Packs the Python packages that a machine with PyTorch lacks for Finer, and unpacks them there, without a network.

Run by `script/gpu`. The archive holds them as they are imported: so it is a third smaller than their wheels, and neither pip
nor an environment is needed where it is used.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import lzma
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ARCHIVE = ROOT / "build" / "gpu-packages.tar.xz"
SITE = ROOT / "build" / "gpu-site"
LABEL = "gpu-packages.json"
"""In the archive: the Python that it is for, and the packages."""
LIMIT = 64 * 2**20
"""Bytes of this folder with the archive, as much as may travel."""

UNUSED = {
    "absl-py", "colorama", "flatbuffers", "grpcio", "markdown", "ncnn", "onnxruntime", "portalocker", "protobuf",
    "tensorboard", "tensorboard-data-server", "torch", "tqdm", "werkzeug",
}  # fmt: skip
"""Of the engine's packages, those that nothing here imports, and PyTorch, which must be there."""
AT_HAND = {
    "attrs", "certifi", "charset-normalizer", "click", "contourpy", "cycler", "filelock", "fonttools", "fsspec", "idna",
    "jaxtyping", "jinja2", "kiwisolver", "lightning-utilities", "markupsafe", "matplotlib", "mpmath", "networkx", "numpy",
    "packaging", "pandas", "pillow", "pyparsing", "pytest", "python-dateutil", "requests", "safetensors", "setuptools",
    "sympy", "torchmetrics", "typing-extensions", "urllib3", "wadler-lindig", "xarray",
}  # fmt: skip
"""Those that machines for learning networks have, as the image with PyTorch that this was made for."""


def pins() -> dict[str, str]:
    """Return the packages of the engine and of `tests/gpu` by name, as pip is asked for them."""
    light, complete, tests = (
        (ROOT / file).read_text(encoding="utf-8").splitlines()
        for file in (
            "sr_core/requirements-light.txt",
            "sr_core/requirements.txt",
            "script/test-requirements.txt",
        )
    )
    lines = [*light, *complete, *(line for line in tests if line.startswith("pytest=="))]
    wanted = [re.split(r"[#;]", line)[0].strip() for line in lines]
    return {each.partition("==")[0].lower(): each for each in wanted if "==" in each}


def needed_packages() -> list[str]:
    """Return the names of all that must be importable, whoever brings it."""
    return [name for name in pins() if name not in UNUSED]


def missing(names: Iterable[str]) -> list[str]:
    """Return those of the packages that this Python does not have."""
    return [name for name in names if not _is_here(name)]


def _is_here(name: str) -> bool:
    try:
        importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def choose_packages(more: Sequence[str]) -> list[str]:
    """Return what pip is asked for: all that is not at hand on such a machine, and `more` by name.

    Raises:
        SystemExit: the engine has no package of such a name.
    """
    known = pins()
    for name in more:
        if name.lower() not in known:
            sys.exit(f"script/gpu: {name} is none of the packages in sr_core/requirements*.txt")
    asked = [name.lower() for name in more]
    return [known[name] for name in known if name in asked or name not in UNUSED | AT_HAND]


def pip_command(folder: Path, python: str, wanted: Sequence[str]) -> list[str]:
    """Return what downloads the wheels for a Python on Linux; pip takes none but for the platforms that are named."""
    platforms = [f"--platform=manylinux_2_{minor}_x86_64" for minor in range(28, 16, -1)]
    return [
        sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:",
        f"--python-version={python}", "--implementation=cp", *platforms, "--platform=manylinux2014_x86_64",
        "--platform=manylinux1_x86_64", f"--dest={folder}", *wanted,
    ]  # fmt: skip


def pack(python: str, more: Sequence[str], archive: Path = ARCHIVE) -> None:
    """Download the packages and write the archive.

    Raises:
        SystemExit: pip fails, or the archive is too large to travel with this folder.
    """
    wanted = choose_packages(more)
    with tempfile.TemporaryDirectory() as scratch:
        wheels = Path(scratch)
        if subprocess.run(pip_command(wheels, python, wanted)).returncode:  # noqa: S603
            sys.exit("script/gpu: pip could not download the packages; what it said stands above")
        write_archive(archive, sorted(wheels.glob("*.whl")), {"python": python, "packages": wanted})
    size, beside = archive.stat().st_size, _travelling()
    if size + beside > LIMIT:
        archive.unlink()
        sys.exit(
            f"script/gpu: the packages take {size / 1e6:.1f} MB and this folder {beside / 1e6:.1f}, more than the "
            f"{LIMIT / 1e6:.1f} MB that may travel: name fewer packages"
        )
    print(
        f"{archive.relative_to(ROOT)}: {len(wanted)} packages for Python {python}, {size / 1e6:.1f} MB; with this "
        f"folder {(size + beside) / 1e6:.1f} of {LIMIT / 1e6:.1f} MB."
    )


def write_archive(archive: Path, wheels: Iterable[Path], label: Mapping[str, object]) -> None:
    """Write the contents of wheels into one archive, at once or not at all."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    unfinished = archive.with_suffix(".unfinished")
    with tempfile.TemporaryDirectory() as scratch:
        for wheel in wheels:
            with zipfile.ZipFile(wheel) as opened:
                opened.extractall(scratch)  # noqa: S202
        (Path(scratch) / LABEL).write_text(json.dumps(label), encoding="utf-8")
        with lzma.open(unfinished, "wb", preset=3) as packed, tarfile.open(fileobj=packed, mode="w") as tar:
            tar.add(scratch, arcname=".")
    unfinished.replace(archive)


def unpack(archive: Path = ARCHIVE, site: Path = SITE) -> Path | None:
    """Make what this Python lacks importable from a folder; none if it lacks nothing.

    Raises:
        SystemExit: the archive is not there, or for another Python, or does not hold all that is missing.
    """
    lacking = missing(needed_packages())
    if not lacking:
        return None
    sys.path.insert(0, str(site))
    label = site / LABEL
    if not archive.exists():
        sys.exit(_advice(lacking))
    if not label.exists() or label.stat().st_mtime < archive.stat().st_mtime:
        shutil.rmtree(site, ignore_errors=True)  # of an older archive
        with tarfile.open(archive) as tar:
            # What Python does by itself from 3.14 on; before 3.11.4 there is no such filter.
            tar.extraction_filter = getattr(tarfile, "data_filter", lambda member, path: member)
            tar.extractall(site)  # noqa: S202
        label.touch()
    python = json.loads(label.read_text(encoding="utf-8"))["python"]
    if python != re.match(r"\d+\.\d+", platform.python_version())[0]:  # type: ignore[index]
        sys.exit(
            f"script/gpu: {archive.name} is for Python {python}, and this is {platform.python_version()}: on a machine "
            f"with a network, run script/gpu --pack --python {sys.version_info[0]}.{sys.version_info[1]}"
        )
    importlib.invalidate_caches()
    if lacking := missing(lacking):
        sys.exit(_advice(lacking))
    return site


def _advice(lacking: Sequence[str]) -> str:
    beyond = [name for name in lacking if name in AT_HAND]
    return (
        f"script/gpu: this Python lacks {', '.join(lacking)}: on a machine with a network, run "
        f"{' '.join(['script/gpu --pack', *beyond])}, and copy build/{ARCHIVE.name} here"
    )


def _travelling() -> int:
    """Return the bytes of the files of this folder that git does not ignore."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\0")  # noqa: S603
    return sum((ROOT / name).stat().st_size for name in set(names) if name and (ROOT / name).is_file())


if __name__ == "__main__":
    options = argparse.ArgumentParser(prog="script/gpu", description=__doc__)
    options.add_argument("--pack", action="store_true")
    options.add_argument("--unpack", action="store_true")
    options.add_argument("--python", default="3.12")
    options.add_argument("packages", nargs="*")
    asked = options.parse_args()
    if asked.pack:
        pack(asked.python, asked.packages)
    else:
        print(unpack() or "")
