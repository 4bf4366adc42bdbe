"""Which interpreter is the engine."""

import os
import sys

import pytest
from finer.processing_provider.engine import locate, user_settings
from finer.processing_provider.errors import FinerError


@pytest.fixture
def setting(qgis_app):
    """`setting(path)` names an interpreter in QGIS' settings."""
    from qgis.core import QgsSettings

    yield lambda path: QgsSettings().setValue(user_settings.PYTHON_SETTING, path)
    QgsSettings().remove(user_settings.PYTHON_SETTING)


@pytest.fixture
def made(finer_home):
    """The interpreter of an engine that set-up made."""
    python = locate.interpreter_path(finer_home / "engine")
    python.parent.mkdir(parents=True)
    os.symlink(sys.executable, python)
    return python


def test_the_environment_rules_over_the_setting_and_the_setting_over_what_was_made(
    made, setting, monkeypatch
):
    assert locate.find_engine_python() == made
    setting("/usr/bin/python3")
    assert str(locate.find_engine_python()) == "/usr/bin/python3"
    monkeypatch.setenv("FINER_ENGINE_PYTHON", sys.executable)
    assert str(locate.find_engine_python()) == sys.executable


def test_an_engine_that_is_not_set_up_says_how(finer_home):
    with pytest.raises(FinerError, match=r'run "Set up SR engine" in the Processing toolbox'):
        locate.find_engine_python()


def test_an_engine_whose_python_was_upgraded_away_says_so(made):
    made.unlink()
    made.symlink_to("/usr/bin/python3.1")
    with pytest.raises(FinerError, match=r"/usr/bin/python3\.1.*upgraded"):
        locate.find_engine_python()


@pytest.mark.parametrize("by", ["FINER_ENGINE_PYTHON", "finer/engine_python"])
def test_a_named_interpreter_that_is_not_there_says_where_it_is_named(by, setting, monkeypatch):
    if by == "FINER_ENGINE_PYTHON":
        monkeypatch.setenv(by, "/no/python")
    else:
        setting("/no/python")
    with pytest.raises(FinerError, match=f"{by} names /no/python"):
        locate.find_engine_python()


def test_home_is_qgis_data_folder_unless_named(monkeypatch, tmp_path):
    monkeypatch.delenv("FINER_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert user_settings.home() == tmp_path / "finer"
    monkeypatch.setenv("FINER_HOME", "~/elsewhere")
    assert str(user_settings.home()) == os.path.expanduser("~/elsewhere")


def test_the_provider_warns_while_there_is_no_engine(provider, monkeypatch):
    monkeypatch.delenv("FINER_ENGINE_PYTHON", raising=False)
    assert "is not set up on this computer yet" in provider.warningMessage()
    monkeypatch.setenv("FINER_ENGINE_PYTHON", "/nowhere/python")
    assert "/nowhere/python" in provider.warningMessage()
    monkeypatch.setenv("FINER_ENGINE_PYTHON", sys.executable)
    assert provider.warningMessage() == ""
