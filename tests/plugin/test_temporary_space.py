"""QGIS' folder for temporary files on a full disk: a sentence that names it, and nothing left."""

import errno
import os
from collections import namedtuple

import pytest
from finer.processing_provider import temporary_space
from finer.processing_provider.errors import FinerError
from finer.processing_provider.temporary_space import require_room, temporary_folder

Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setattr(temporary_space.QgsProcessingUtils, "tempFolder", lambda: str(tmp_path))
    return tmp_path


def free(monkeypatch, size):
    monkeypatch.setattr(temporary_space.shutil, "disk_usage", lambda folder: Usage(10**9, 0, size))


def test_a_folder_on_a_full_disk(place, monkeypatch):
    free(monkeypatch, 1234)
    with (
        pytest.raises(FinerError, match=r"not enough disk space in .*TMPDIR") as error,
        temporary_folder() as folder,
    ):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), os.path.join(folder, "a.geojson"))
    assert str(place) in str(error.value) and "0.0 MB are free" in str(error.value)
    assert not list(place.iterdir())


@pytest.mark.parametrize("number, path", [(errno.ENOSPC, "/elsewhere/a"), (errno.EACCES, None)])
def test_other_errors_stay_what_they_are(place, number, path):
    with pytest.raises(OSError), temporary_folder():
        raise OSError(number, "reason", path)


def test_no_folder_can_be_made(place, monkeypatch):
    free(monkeypatch, 0)

    def full(**_):
        raise OSError(errno.ENOSPC, "full", str(place / "finer-x"))

    monkeypatch.setattr(temporary_space.tempfile, "TemporaryDirectory", full)
    with pytest.raises(FinerError, match="not enough disk space"), temporary_folder():
        pass


def test_what_was_written_to_a_disk_that_is_full_is_not_whole(place, monkeypatch):
    free(monkeypatch, 2**20 - 1)
    with temporary_folder() as folder:
        with pytest.raises(FinerError, match=r"up to 5\.0 MB are needed") as error:
            require_room(folder, 5_000_000)
        assert str(place) in str(error.value)
        free(monkeypatch, 2**20)
        require_room(folder, 5_000_000)
