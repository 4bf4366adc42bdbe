"""A coordinate reference system as a parameter: QGIS' widget, and WKT for the engine."""

import pytest
from finer.processing_provider.errors import FinerError
from finer.processing_provider.parameter_values import GivenParameters, job_values
from finer.processing_provider.provider import published_jobs
from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import QVariant

SCHEMA = published_jobs()["classify_pixels"]
CUSTOM = "+proj=laea +lat_0=47 +lon_0=11 +ellps=GRS80 +units=m"


@pytest.fixture
def read(create_algorithm, context):
    def values_of(given):
        asked = {"MODEL": "m.srpk", "TARGET_CRS": given}
        return job_values(GivenParameters(create_algorithm("classify_pixels"), asked, context), SCHEMA)

    return values_of


def test_qgis_asks_for_it_by_its_own_widget(create_algorithm):
    assert create_algorithm("classify_pixels").parameterDefinition("TARGET_CRS").type() == "crs"


@pytest.mark.parametrize("text", ["EPSG:3035", "EPSG:4326", f"PROJ:{CUSTOM}"])
@pytest.mark.parametrize("kind", [str, QgsCoordinateReferenceSystem])
def test_it_reaches_the_engine_as_wkt(read, text, kind):
    wanted = QgsCoordinateReferenceSystem(text)
    assert wanted.isValid()
    assert QgsCoordinateReferenceSystem.fromWkt(read(kind(text))["target_crs"]) == wanted


@pytest.mark.parametrize("blank", [None, "", QVariant()])
def test_blank_is_left_to_the_job(read, blank):
    assert "target_crs" not in read(blank)


def test_what_is_none_is_refused(read):
    with pytest.raises(
        FinerError, match="TARGET_CRS is EPSG:99999999, which is no coordinate reference system"
    ):
        read("EPSG:99999999")
