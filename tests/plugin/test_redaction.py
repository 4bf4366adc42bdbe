"""QGIS' half hides passwords and tokens in what it shows and logs."""

from processing_provider.engine.event_constructors import debug
from processing_provider.errors import FinerError
from processing_provider.redaction import redact
from processing_provider.translation import tr, tr_error

SECRET = "https://u:MARK3R@h/x?layers=a&token=MARK3R"
SHOWN = "https://***@h/x?layers=a&token=***"


def test_all_ways_to_show_a_text():
    error = FinerError("{path} is no raster.", path=SECRET)
    assert redact(SECRET) == SHOWN
    assert tr("{path}", path=SECRET) == SHOWN
    assert str(error) == tr_error(error) == f"{SHOWN} is no raster."
    assert debug(f"ERROR 11: {SECRET}")["line"] == f"ERROR 11: {SHOWN}"


def test_the_layer_that_qgis_shows_stays():
    assert redact("C:/data/field@home/a.tif|layername=b") == "C:/data/field@home/a.tif|layername=b"
