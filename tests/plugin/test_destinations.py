"""Folders of results, looked at before a run."""

import pytest


@pytest.mark.parametrize(
    ("job", "name", "value"),
    [
        ("classify_pixels", "OUTPUT", "missing/sr.tif"),
        ("classify_pixels", "OUTPUT_UNCERTAINTY", "missing/sr.tif"),
        ("import_model", "OUTPUT", "missing/m.srpk"),
        ("export_tiles", "OUTPUT", "missing/tiles"),
        ("export_tiles", "OUTPUT_HTML", "missing/tiles.html"),
    ],
)
def test_the_folder_of_a_result_must_exist(
    create_algorithm, context, make_raster, tmp_path, monkeypatch, job, name, value
):
    """Before layers are fetched from servers, which takes long."""
    values = {"INPUT": make_raster("a.tif"), "MODEL": "m.srpk", "OUTPUT": "TEMPORARY_OUTPUT"}
    fine, why = create_algorithm(job).checkParameterValues({**values, name: str(tmp_path / value)}, context)
    assert not fine
    assert f"The folder {tmp_path / 'missing'} does not exist: create it" in why
    (tmp_path / "missing").mkdir()
    assert create_algorithm(job).checkParameterValues({**values, name: str(tmp_path / value)}, context)[0]
    monkeypatch.setattr("os.access", lambda path, mode: False)  # root may write anywhere
    fine, why = create_algorithm(job).checkParameterValues({**values, name: str(tmp_path / value)}, context)
    assert not fine and "cannot be written to (Permission denied)" in why
