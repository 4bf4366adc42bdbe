"""What needs the complete engine says so where the light one is set up."""

import json

import pytest
from finer.processing_provider.engine import install_stamp, light_engine_limits


@pytest.fixture
def engine(finer_home):
    """`engine(parts)` is an engine with these parts, as far as can be seen without starting it."""

    def make(parts):
        (finer_home / "engine").mkdir(parents=True, exist_ok=True)
        install_stamp.write(finer_home / "engine", parts, profile="cpu")

    return make


class Light:
    is_light = True


class Diffusion:
    is_light = False


def test_only_what_the_light_engine_lacks_is_said(engine, monkeypatch, finer_home):
    assert light_engine_limits.describe_lack({"complete_engine": True}) == ""  # no engine: said elsewhere
    engine("light")
    assert "needs the complete SR engine" in light_engine_limits.describe_lack({"complete_engine": True})
    assert light_engine_limits.describe_lack({"complete_engine": False}) == ""
    assert light_engine_limits.describe_lack({}, Light()) == ""
    assert "This model needs the complete SR engine" in light_engine_limits.describe_lack({}, Diffusion())
    monkeypatch.setenv("FINER_ENGINE_PYTHON", "/usr/bin/python3")  # which says itself what it lacks
    assert light_engine_limits.describe_lack({"complete_engine": True}) == ""
    monkeypatch.delenv("FINER_ENGINE_PYTHON")
    engine("complete")
    assert light_engine_limits.describe_lack({"complete_engine": True}, Diffusion()) == ""


def test_engines_that_do_not_say_their_parts_are_complete(finer_home):
    (finer_home / "engine").mkdir(parents=True)
    (finer_home / "engine" / install_stamp.NAME).write_text(json.dumps({"requirements": "x"}))
    assert not install_stamp.is_light()


def test_each_job_says_whether_it_takes_the_complete_engine(create_algorithm):
    lacking = {
        name
        for name in ("classify_pixels", "pansharpen", "find_scene", "train_model", "import_model", "evaluate_model",
                     "export_model", "export_tiles", "inspect_model")
        if create_algorithm(name).schema["complete_engine"]
    }  # fmt: skip
    assert lacking == {
        "train_model",
        "import_model",
        "evaluate_model",
        "export_model",
        "export_tiles",
        "inspect_model",
    }


def test_a_workflow_takes_what_its_steps_take(create_algorithm):
    assert create_algorithm("super_resolve_and_evaluate").schema["complete_engine"]
