"""The swipe across QGIS' map."""

from .test_job_dialog import run_in_window


def test_a_layer_is_shown_left_of_a_line_across_the_map(finer_home, tmp_path):
    shown = run_in_window("swipes", tmp_path, finer_home)
    assert shown == {
        "alone": [True, "Open two raster layers to compare: a raster and its super-resolved version."],
        "hidden": [True, "Show town SR ×2 in the map first, above town."],
        "below": [True, "Show town SR ×2 in the map first, above town."],
        "before": [220, 220, 220, 220],
        "told": "Drag the line: town is on its left. Choose the same menu entry again to stop.",
        "swiped": [130, 40, 220, 220],  # where it is transparent: what is below it
        "reached": [True, False],  # by the mouse: the map, which is used as before
        "dragged": [130, 40, 40, 220],
        "without_base": [255, 40, 40, 220],
        "together": [True, True, True],
        "ended": [220, 220, 220, 220],
        "gone": True,
        "after_deletion": [220, 220, 220, 220],
        "gone_too": True,
    }
