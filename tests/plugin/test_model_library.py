"""Models in temporary files are copied to the library."""

from pathlib import Path


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
