"""Models in temporary files are copied to the library."""

from pathlib import Path

from finer.processing_provider import model_library


def train(job):
    Path(job["output"]).write_bytes(b"a model")
    yield {"event": "done", "result": {}}


def test_a_model_in_a_temporary_file_is_kept_in_the_library(
    run_algorithm, fake_engine, tmp_path, finer_home, feedback_class
):
    fake_engine.script, seen = train, feedback_class()
    run_algorithm("train_model", seen, TILES=str(tmp_path), OUTPUT="TEMPORARY_OUTPUT")
    run_algorithm("train_model", seen, TILES=str(tmp_path), OUTPUT="TEMPORARY_OUTPUT")
    kept = list((finer_home / "models").iterdir())
    assert len(kept) == 2
    assert {path.suffix for path in kept} == {".srpk"}
    assert all(path.read_bytes() == b"a model" for path in kept)
    assert any(str(kept[0]) in text for text in seen.info)


def test_a_model_with_a_name_is_not_copied(run_algorithm, fake_engine, tmp_path, finer_home):
    fake_engine.script = train
    run_algorithm("train_model", TILES=str(tmp_path), OUTPUT=str(tmp_path / "m.srpk"))
    assert not finer_home.exists()


def test_a_library_that_cannot_be_written_is_a_warning_not_a_failure(
    run_algorithm, fake_engine, tmp_path, finer_home, feedback_class
):
    finer_home.write_text("a file where the folder should be")
    fake_engine.script, seen = train, feedback_class()
    results = run_algorithm("train_model", seen, TILES=str(tmp_path), OUTPUT="TEMPORARY_OUTPUT")
    assert any(results["OUTPUT"] in text for text in seen.warnings)


def test_hidden_files_are_no_models(finer_home):
    """As macOS puts a ._NAME beside every file on disks of other systems."""
    folder = finer_home / "models"
    folder.mkdir(parents=True)
    for name in ("mine.srpk", "._mine.srpk", ".DS_Store", ".other.srpk"):
        (folder / name).write_bytes(b"a model")
    assert set(model_library.list_models()) == {
        "mine",
        *(path.stem for path in model_library.BUNDLED.glob("*.srpk")),
    }
    assert model_library.resolve_model("._mine") == "._mine"


def test_a_model_with_a_hidden_name_is_shown_in_the_library(finer_home, tmp_path, monkeypatch):
    (tmp_path / ".mine.srpk").write_bytes(b"a model")
    monkeypatch.setattr(model_library, "read", lambda path: None)
    assert Path(model_library.add(str(tmp_path / ".mine.srpk"))).name == "mine.srpk"
    assert "mine" in model_library.list_models()
