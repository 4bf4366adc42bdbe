"""What the user has set for all runs."""

import pytest
from finer.processing_provider.engine import user_settings, worker
from qgis.core import QgsProcessingFeedback, QgsSettings


@pytest.fixture
def set_setting(qgis_app):
    """`set_setting(name, value)` sets something for the time of a test."""
    names = []

    def keep(name, value):
        names.append(name)
        QgsSettings().setValue(name, value)

    yield keep
    for name in names:
        QgsSettings().remove(name)


def test_the_library_is_where_the_settings_say(tmp_path, set_setting):
    assert user_settings.library_folder() == user_settings.home() / "models"
    set_setting(user_settings.LIBRARY_SETTING, str(tmp_path / "elsewhere"))
    assert user_settings.library_folder() == tmp_path / "elsewhere"


def test_finers_files_are_where_the_settings_say_unless_the_environment_says_otherwise(
    tmp_path, set_setting, monkeypatch, finer_home
):
    set_setting(user_settings.HOME_SETTING, str(tmp_path / "elsewhere"))
    assert user_settings.home() == finer_home
    monkeypatch.delenv("FINER_HOME")
    assert user_settings.home() == tmp_path / "elsewhere"


@pytest.mark.parametrize(("asked", "expected"), [("auto", "cpu"), ("cuda", "cuda")])
def test_the_device_of_the_settings_is_what_auto_means(
    create_algorithm, context, set_setting, tmp_path, monkeypatch, asked, expected
):
    jobs = []

    def fake_run(job, is_cancelled, proxy=None):
        jobs.append(job)
        yield {"event": "done", "result": {}}

    monkeypatch.setattr(worker, "run_job", fake_run)
    values = {"TILES": str(tmp_path), "DEVICE": asked, "OUTPUT": str(tmp_path / "m.srpk")}
    for _ in range(2):
        assert create_algorithm("train_model").run(values, context, QgsProcessingFeedback())[1]
        set_setting(user_settings.DEVICE_SETTING, "cpu")
    assert [job["device"] for job in jobs] == [asked, expected]
