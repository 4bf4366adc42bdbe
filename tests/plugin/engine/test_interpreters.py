"""Which Python the engine is built on."""

import os
import sys

import pytest
from finer.processing_provider.engine import environment_builder, interpreters
from finer.processing_provider.errors import FinerError


def write_fake_python(path, version=(3, 12, 1), has_venv=True, is_64_bit_cpython=True):
    """Write a program that answers the probe as a Python of that version does; return its path."""
    answer = f'{{"path": "{path}", "version": {list(version)}, "has_venv": {has_venv}, "is_64_bit_cpython": {is_64_bit_cpython}}}'
    path.parent.mkdir(exist_ok=True)
    path.write_text("#!/bin/sh\necho '" + answer.replace("True", "true").replace("False", "false") + "'\n")
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def computer(tmp_path, monkeypatch):
    """A computer without any Python but those in `bin`, on PATH."""
    monkeypatch.setattr(interpreters, "_this_python", list)
    monkeypatch.setattr(interpreters, "USUAL_PLACES", {"linux": ()})
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return tmp_path / "bin"


def test_qgis_own_python_is_taken_if_it_fits():
    found = interpreters.find_interpreter(needs_venv=True)
    assert found.version == tuple(sys.version_info[:3])
    assert os.path.realpath(found.path) == os.path.realpath(sys.executable)


def test_others_are_looked_for_and_ruins_passed_over(computer):
    write_fake_python(computer / "python3", (3, 9, 2))
    (computer / "python3.13").write_text(
        "#!/bin/sh\necho 'pyenv: python3.13: command not found' >&2; exit 127\n"
    )
    (computer / "python3.13").chmod(0o755)
    write_fake_python(computer / "python3.12", has_venv=False)
    wanted = write_fake_python(computer / "python3.11", (3, 11, 4))
    assert interpreters.find_interpreter(needs_venv=True).path == wanted
    assert interpreters.find_interpreter(needs_venv=False).version == (3, 12, 1)


@pytest.mark.parametrize(
    "odd",
    [{"version": (3, 10, 9)}, {"version": (3, 15, 0)}, {"is_64_bit_cpython": False}],
    ids=["old", "new", "unusual"],
)
def test_one_that_packages_are_not_made_for_is_not_taken(odd, computer):
    path = write_fake_python(computer / "python3", **odd)
    assert interpreters.find_interpreter(needs_venv=True) is None
    with pytest.raises(FinerError, match=r"3\.11 to 3\.14"):
        interpreters.find_interpreter(path, needs_venv=True)


def test_a_missing_venv_module_says_how_to_get_it(computer):
    path = write_fake_python(computer / "python3", has_venv=False)
    for asked in (None, path):
        with pytest.raises(FinerError, match="apt install python3-venv"):
            interpreters.find_interpreter(asked, needs_venv=True)


def test_uv_fetches_a_python_where_there_is_none(computer, finer_home, never_cancelled):
    finer_home.mkdir()
    fetched = write_fake_python(computer.parent / "fetched" / "python")
    uv = computer / "uv"
    uv.parent.mkdir()
    uv.write_text(f"#!/bin/sh\n[ $2 = install ] && echo fetched >{computer}/log || echo {fetched}\n")
    uv.chmod(0o755)
    search = environment_builder.find_installer("", never_cancelled)
    while True:
        try:
            next(search)
        except StopIteration as end:
            installer = end.value
            break
    assert (str(installer), installer.base.path) == ("uv", fetched)
    assert (computer / "log").read_text() == "fetched\n"


def test_what_is_named_must_be_a_python():
    with pytest.raises(FinerError, match="PYTHON"):
        interpreters.find_interpreter("/bin/true", needs_venv=True)


def test_on_a_computer_without_python_it_is_said(
    computer, collect_events, never_cancelled, wheel_folder, no_uv
):
    from finer.processing_provider.engine import engine_setup

    _, error = collect_events(engine_setup.set_up("cpu", "", str(wheel_folder), never_cancelled))
    assert "uv python install" in str(error)
