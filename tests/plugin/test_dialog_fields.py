"""The fields of all dialogs: what they show when a dialog opens, and after another one has changed."""

from .test_job_dialog import run_in_window


def test_fields_for_bands_are_grey_only_where_no_raster_is_chosen(
    provider, make_raster, tmp_path, finer_home
):
    make_raster("a.tif", names=["B08", "B04", "B03", "B02"])
    shown = run_in_window("band_fields", tmp_path, finer_home)
    every = {
        f"{algorithm.name()} {definition.name()}"
        for algorithm in provider.algorithms()
        for definition in algorithm.parameterDefinitions()
        if definition.type() == "band"
    }
    assert set(shown) == every and len(every) >= 9
    for name, found in shown.items():
        has_raster, field, button, _ = found["begun"]
        assert field == button == has_raster, name
        assert has_raster or name.endswith("GUIDE_BANDS"), name  # all others begin with QGIS' active layer
        assert found["blank"] in ("All bands", "Those that the model wants", "No raster is chosen")
        assert found["chosen"] == [True, True, "2 B04, 5 (the raster has no such band)"], name
        has_raster, field, button, blank = found["left_out"]  # not where the raster is required
        assert field == button == has_raster == (blank != "No raster is chosen"), name
    assert any(not found["left_out"][0] for found in shown.values())
