""" "Set up SR engine" and "SR engine status", as Processing runs them."""

import sys

import pytest


@pytest.fixture
def run(create_algorithm, context):
    """`run(name, parameters)` returns outputs and feedback; what Processing would show as an error is raised."""
    from qgis.core import QgsProcessingFeedback

    def start(name, parameters=(), feedback=None):
        feedback = feedback or QgsProcessingFeedback(False)
        made = create_algorithm(name)
        assert made.checkParameterValues(dict(parameters), context)[0]
        outputs, is_fine = made.run(dict(parameters), context, feedback, {}, False)
        assert is_fine
        return outputs, feedback

    return start


def test_set_up_makes_an_engine_that_status_finds_ready(run, quick_pip, wheel_folder, finer_home):
    outputs, feedback = run(
        "setup_engine", {"PARTS": "complete", "REQUIREMENTS": "cpu", "WHEELS": str(wheel_folder)}
    )
    assert outputs == {"PYTHON": str(finer_home / "engine/bin/python"), "DEVICE": "cpu", "PARTS": "complete"}
    assert feedback.progress() == 100
    outputs, _ = run("engine_status")
    assert outputs["READY"] is True
    assert "**Ready: computes on cpu of the tests.**" in outputs["STATUS"]
    assert "| torch | 1.0+cpu |" in outputs["STATUS"]


def test_without_arguments_requirements_are_auto(create_algorithm):
    assert create_algorithm("setup_engine").parameterDefinition("REQUIREMENTS").defaultValue() == "auto"


def test_a_failure_is_one_sentence(run, tmp_path):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match="WHEELS does not exist"):
        run("setup_engine", {"WHEELS": str(tmp_path / "none")})


def test_cancel_is_a_failure_for_whoever_runs_it(run, quick_pip, wheel_folder, finer_home):
    from qgis.core import QgsProcessingException, QgsProcessingFeedback

    feedback = QgsProcessingFeedback(False)
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="cancelled"):
        run(
            "setup_engine",
            {"PARTS": "complete", "REQUIREMENTS": "cpu", "WHEELS": str(wheel_folder)},
            feedback,
        )
    assert list(finer_home.iterdir()) == []


def test_an_unforeseen_error_is_one_sentence_and_its_traceback_in_the_log(run, monkeypatch):
    from finer.processing_provider.engine import engine_setup
    from qgis.core import QgsProcessingException, QgsProcessingFeedback

    def broken(*_):
        raise RuntimeError("a goblin")

    monkeypatch.setattr(engine_setup, "set_up", broken)
    feedback = QgsProcessingFeedback(False)
    with pytest.raises(QgsProcessingException, match="RuntimeError: a goblin"):
        run("setup_engine", {}, feedback)
    assert "Traceback" in feedback.textLog()


def test_status_of_an_engine_that_is_not_set_up(run):
    outputs, feedback = run("engine_status")
    assert outputs["READY"] is False
    assert 'run "Set up SR engine"' in outputs["STATUS"]
    assert outputs["STATUS"].strip() in feedback.textLog()


def test_status_of_an_engine_that_is_broken(run, monkeypatch):
    monkeypatch.setenv("FINER_ENGINE_PYTHON", sys.executable)  # QGIS' Python has no ncnn
    outputs, _ = run("engine_status")
    assert outputs["READY"] is False
    assert "No module named 'ncnn'" in outputs["STATUS"]
    assert f"| Interpreter | {sys.executable} |" in outputs["STATUS"]
    assert "| Found by | FINER_ENGINE_PYTHON |" in outputs["STATUS"]


def test_status_sees_a_graphics_card_that_is_not_used(run, quick_pip, wheel_folder, nvidia_smi):
    run("setup_engine", {"PARTS": "complete", "REQUIREMENTS": "cpu", "WHEELS": str(wheel_folder)})
    status = run("engine_status")[0]["STATUS"]
    assert "torch 1.0+cpu is a CPU build" in status and "REQUIREMENTS set to cuda" in status
    assert "| Graphics cards | NVIDIA H100 80GB HBM3 |" in status


def test_status_sees_packages_of_another_version(run, quick_pip, wheel_folder):
    from finer.processing_provider.engine import packages

    run("setup_engine", {"PARTS": "complete", "REQUIREMENTS": "cpu", "WHEELS": str(wheel_folder)})
    assert "another version of Finer" not in run("engine_status")[0]["STATUS"]
    packages.REQUIREMENTS.write_text("torch==2.0\n-r requirements-light.txt\n")
    assert "another version of Finer" in run("engine_status")[0]["STATUS"]


def test_status_shows_no_passwords(run, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://me:secret@proxy:3128")
    monkeypatch.setenv("PIP_INDEX_URL", "https://me:secret@mirror/simple")
    status = run("engine_status")[0]["STATUS"]
    assert "***@proxy:3128" in status and "***@mirror" in status
    assert "secret" not in status


def test_status_comes_to_an_end_where_the_drive_is_gone(monkeypatch):
    from finer.processing_provider.engine import status

    class Drive:
        """Z:\\ of a computer that has none."""

        parent = property(lambda self: self)

        @staticmethod
        def exists():
            return False

        @staticmethod
        def __fspath__():
            return "/there/is/no/such/drive"

    assert status._free_space(Drive()) == "?"


def test_the_first_engine_is_light_and_status_says_so(run, quick_pip, wheel_folder):
    outputs, _ = run("setup_engine", {"WHEELS": str(wheel_folder)})
    assert outputs["PARTS"] == "light"
    status = run("engine_status")[0]["STATUS"]
    assert "**Ready: computes on cpu of the tests.**" in status
    assert "Installed: the light engine, which runs models" in status and "PARTS set to complete" in status
    assert "| torch | none |" in status and "| ncnn | 3.0 |" in status
    run("setup_engine", {"PARTS": "complete", "REQUIREMENTS": "cpu", "WHEELS": str(wheel_folder)})
    assert "Installed: the complete engine" in run("engine_status")[0]["STATUS"]


def test_status_of_a_light_engine_says_how_a_graphics_card_is_used(run, quick_pip, wheel_folder, nvidia_smi):
    run("setup_engine", {"WHEELS": str(wheel_folder)})
    assert "DEVICE set to vulkan" in run("engine_status")[0]["STATUS"]
