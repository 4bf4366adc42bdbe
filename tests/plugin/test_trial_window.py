"""The window that tries models on the middle of the map."""

import json
import zipfile

from .test_job_dialog import run_in_window

INFO = {
    "format": 1,
    "backbone": {"id": "edsr"},
    "scale": 2,
    "bands": ["blue", "green", "red", "nir"],
    "dtype": "uint16",
    "data": {"ground_resolution": 10},
}
DIFFUSION = {"sampler": {"id": "ddim", "n_timestep": 20}, "noise_schedule": {"id": "linear"}}


def write_model(folder, name, sampling=(), **info):
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder / f"{name}.srpk", "w") as archive:
        archive.writestr("schema.json", json.dumps({**INFO, **info}))
        archive.writestr("README.md", "# EDSR ×2")
        if sampling:
            archive.writestr("sampling.json", json.dumps(sampling))


def test_models_are_tried_side_by_side_on_the_middle_of_the_map(make_raster, finer_home, tmp_path):
    make_raster("a.tif", names=["B08", "B04", "B03", "B02"], size=(200, 200))
    library = finer_home / "models"
    write_model(library, "a_sampled", DIFFUSION)
    write_model(library, "faulty")
    write_model(library, "good")
    write_model(library, "less_good", data={"ground_resolution": 14})
    write_model(library, "no_bands_for_it", bands=["blue", "green", "red", "rededge"])
    write_model(library, "zz_fourth", data={"ground_resolution": 15})
    shown = run_in_window("trials", tmp_path, finer_home)
    assert shown["without_engine"] == ["Set up the engine.", 0]
    assert shown["waiting"] == ["Computing…", "Waiting…", "Waiting…"]
    assert shown["models"] == ["Bicubic resampling", "faulty", "good", "less_good"]  # the best three
    assert shown["listed"] == [
        "faulty",
        "good",
        "less_good",
        "zz_fourth",
        "a_sampled",
    ]  # what takes longest is last

    # 96 × 96 whole pixels of 10 m around the map's middle, which is the layer's here; the bands by their names.
    middle = [500_520, 3_998_520, 501_480, 3_999_480]
    assert shown["jobs"] == [[name, middle, [4, 3, 2, 1]] for name in ("faulty", "good", "less_good")]
    bicubic, faulty, good, less_good = shown["texts"]
    assert [bicubic, faulty.partition("<br>")[0]] == ["", "The model is faulty."]
    for text in (good, less_good):
        assert "The whole layer: 400 × 400 pixels" in text and "1.28 MB" in text
        assert "on a test, estimated by a short test run" in text

    # The result's bands are 4, 3, 2, 1 of the layer, whose band 3 is shown as red; its own transparency is not kept.
    assert shown["maps"] == [[1, 3, 1], [0], [1, 2, 1], [1, 2, 1]]
    assert shown["bicubic"] == ["QgsCubicRasterResampler"] * 3
    assert shown["pixel"] == [10, 5, 5]
    assert shown["together"] == 1
    assert shown["another"] == ["zz_fourth"]  # and nothing else is run again
    assert shown["used"] == ["finer:classify_pixels", "zz_fourth", True, True]
    assert (
        shown["web"][0].startswith("Models cannot be tried on web, which has no pixel size")
        and not shown["web"][1]
    )
    assert shown["refused"] == [None, True, False]  # QGIS tells nothing of a task whose parameters it refuses
    assert shown["elsewhere"] == "The middle of the map is outside s2: the middle of the layer is shown."
    assert shown["closed"] == [False, True]
    assert shown["dialog"] == [[True, "shown"], "chosen.srpk"]
