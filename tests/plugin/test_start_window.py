"""The window for new users."""

from .test_job_dialog import run_in_window
from .test_trial_window import write_model


def test_a_new_user_is_led_to_a_first_result(make_raster, finer_home, tmp_path):
    make_raster("a.tif", names=["B08", "B04", "B03", "B02"])
    make_raster("dem.tif", bands=1)
    write_model(finer_home / "models", "good")
    shown = run_in_window("starts", tmp_path, finer_home)
    assert shown["without_window"] == [None, False]  # and so it may open another time
    assert shown["greeted"] and not shown["again"]

    set_up = ["Set up now", "Set it up another way…"]
    assert shown["nothing"] == [[False] * 3, [*set_up, "Open a raster…", "Find a satellite scene…"]]
    assert shown["to_open"] == [1, "finer:find_scene"]
    assert shown["problem"] == [False, True]
    assert shown["at_work"] == ["Stop", "Open a raster…", "Find a satellite scene…"]
    assert shown["stopped"] == ["", True]  # to stop it is no problem, but there is no engine

    assert shown["no_model"] == [[False] * 3, True, True]
    assert shown["model"] == [[[False, True, False], set_up], True, True]
    assert shown["told"] == ["The SR engine is set up on this computer."]  # the window was closed meanwhile
    run = ["Super-resolve a layer…", "Try it here…"]
    assert shown["outdated"] == [True, [[False, True, False], [*set_up, *run]]]  # which runs all the same
    assert shown["ready"] == [[True, True, False], run]
    assert shown["run"] == ["finer:classify_pixels", "good.srpk"]
    assert shown["done"] == [[True, True, True], True]
    assert shown["closed"]
    assert shown["deleted"]
