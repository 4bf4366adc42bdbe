"""What script/gpu brings to a machine without a network."""

from __future__ import annotations

import platform
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "script"))

import offline_packages  # noqa: E402

HERE = ".".join(platform.python_version().split(".")[:2])


def wheel(folder, name, version="1.0"):
    """A wheel of one module."""
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as opened:
        opened.writestr(f"{name}.py", f"version = {version!r}\n")
        opened.writestr(
            f"{name}-{version}.dist-info/METADATA",
            f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        )
    return path


@pytest.fixture
def lacking(monkeypatch):
    """Let this Python lack these packages."""

    def install(*names):
        monkeypatch.setattr(offline_packages, "needed_packages", lambda: list(names))
        monkeypatch.setattr(sys, "path", list(sys.path))

    return install


def test_what_is_packed_is_pinned_as_the_engine_has_it():
    lines = [
        line
        for file in (ROOT / "sr_core").glob("requirements*.txt")
        for line in file.read_text().splitlines()
    ]
    chosen = offline_packages.choose_packages([])
    assert any(each.startswith("rasterio==") for each in chosen)
    assert any(each.startswith("pydantic-core==") for each in chosen)
    for each in chosen:
        assert any(line.split(" ")[0] == each for line in lines), each
    assert not {each.partition("==")[0] for each in chosen} & {"torch", "numpy", *offline_packages.UNUSED}


def test_every_package_of_the_engine_is_packed_at_hand_or_unused():
    packed = {each.partition("==")[0] for each in offline_packages.choose_packages([])}
    assert packed | offline_packages.AT_HAND | offline_packages.UNUSED >= set(offline_packages.pins())
    assert not packed & (offline_packages.AT_HAND | offline_packages.UNUSED)
    assert set(offline_packages.needed_packages()) <= packed | offline_packages.AT_HAND


def test_the_engine_lacks_nothing():
    assert offline_packages.missing(set(offline_packages.needed_packages()) - {"pytest"}) == []


def test_more_is_packed_by_name():
    more = set(offline_packages.choose_packages(["Pandas"])) - set(offline_packages.choose_packages([]))
    assert [each.partition("==")[0] for each in more] == ["pandas"]
    with pytest.raises(SystemExit, match="pandass is none of the packages"):
        offline_packages.choose_packages(["pandass"])


def test_pip_is_asked_for_wheels_of_that_python_alone():
    command = offline_packages.pip_command(Path("there"), "3.12", ["a==1"])
    assert {
        "--no-deps",
        "--only-binary=:all:",
        "--python-version=3.12",
        "--platform=manylinux_2_28_x86_64",
    } <= set(command)
    assert command[-1] == "a==1"


def test_what_is_packed_is_importable_where_it_is_missing(tmp_path, lacking):
    lacking("finer_probe_one", "finer_probe_two")
    archive, site = tmp_path / "packages.tar.xz", tmp_path / "site"
    wheels = [wheel(tmp_path, "finer_probe_one"), wheel(tmp_path, "finer_probe_two")]
    offline_packages.write_archive(archive, wheels, {"python": HERE})
    assert offline_packages.unpack(archive, site) == site
    assert {"finer_probe_one.py", "finer_probe_two.py"} <= {path.name for path in site.iterdir()}
    assert [path.name for path in tmp_path.glob("*.unfinished")] == []


def test_where_nothing_is_missing_nothing_is_unpacked(tmp_path, lacking):
    lacking("pydantic")
    assert offline_packages.unpack(tmp_path / "none", tmp_path / "site") is None
    assert not (tmp_path / "site").exists()


def test_without_the_archive_it_says_what_to_run(tmp_path, lacking):
    lacking("finer_probe_one", "pandas")
    with pytest.raises(
        SystemExit, match=r"lacks finer_probe_one: on a machine with a network, run script/gpu --pack, "
    ):
        offline_packages.unpack(tmp_path / "none", tmp_path / "site")


def test_what_is_not_packed_by_default_is_named(tmp_path, lacking, monkeypatch):
    lacking("finer_probe_one")
    monkeypatch.setattr(offline_packages, "AT_HAND", {"finer_probe_one"})
    offline_packages.write_archive(
        tmp_path / "a.tar.xz", [wheel(tmp_path, "finer_probe_two")], {"python": HERE}
    )
    with pytest.raises(SystemExit, match=r"run script/gpu --pack finer_probe_one, "):
        offline_packages.unpack(tmp_path / "a.tar.xz", tmp_path / "site")


def test_an_archive_for_another_python_says_so(tmp_path, lacking):
    lacking("finer_probe_one")
    offline_packages.write_archive(
        tmp_path / "a.tar.xz", [wheel(tmp_path, "finer_probe_one")], {"python": "3.7"}
    )
    with pytest.raises(SystemExit, match=f"is for Python 3.7, and this is .* --pack --python {HERE}"):
        offline_packages.unpack(tmp_path / "a.tar.xz", tmp_path / "site")


def test_a_newer_archive_is_unpacked_again(tmp_path, lacking):
    lacking("finer_probe_one")
    archive, site = tmp_path / "a.tar.xz", tmp_path / "site"
    offline_packages.write_archive(archive, [wheel(tmp_path, "finer_probe_one")], {"python": HERE})
    offline_packages.unpack(archive, site)
    offline_packages.write_archive(archive, [wheel(tmp_path, "finer_probe_one", "2.0")], {"python": HERE})
    sys.path.remove(str(site))
    offline_packages.unpack(archive, site)
    assert "2.0" in (site / "finer_probe_one.py").read_text()
    assert [path.name for path in site.glob("*.dist-info")] == ["finer_probe_one-2.0.dist-info"]
