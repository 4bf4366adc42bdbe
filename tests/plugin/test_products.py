"""Products of Sentinel-2 as parameters: paths, names of GDAL and layers; sizes of pixels."""

import pytest
from finer.processing_provider.parameter_values import GivenParameters, job_values, with_texts_for_enums
from finer.processing_provider.provider import published_jobs
from qgis.core import QgsProcessingContext, QgsProject, QgsRasterLayer

JOBS = published_jobs()


@pytest.fixture
def read(create_algorithm, context):
    def job_of(name, **parameters):
        return job_values(GivenParameters(create_algorithm(name), parameters, context), JOBS[name])

    return job_of


@pytest.mark.parametrize(
    "text", ["/data/S2A_MSIL2A.zip", "SENTINEL2_L2A:/vsizip/a.zip/MTD_MSIL2A.xml:10m:EPSG_32633"]
)
def test_a_product_is_its_path_or_a_name_of_gdal(read, text):
    assert read("sharpen_sentinel2", INPUT=text)["input"] == text


def test_a_product_is_what_its_layer_is_read_from(create_algorithm, make_raster):
    layer = QgsRasterLayer(make_raster("S2A_MSIL2A_B02.tif"), "a layer")
    project, context = QgsProject(), QgsProcessingContext()
    project.addMapLayer(layer)
    context.setProject(project)
    algorithm = create_algorithm("sharpen_sentinel2")
    for given in (layer, layer.id(), "a layer"):
        asked = GivenParameters(algorithm, {"INPUT": given}, context)
        assert job_values(asked, JOBS["sharpen_sentinel2"])["input"] == layer.source()


@pytest.mark.parametrize("given", ["2.5", 2.5])
def test_sizes_of_pixels_may_be_numbers(create_algorithm, context, given):
    algorithm = create_algorithm("sharpen_sentinel2")
    parameters = with_texts_for_enums(JOBS["sharpen_sentinel2"], {"RESOLUTION": given})
    assert (
        job_values(GivenParameters(algorithm, parameters, context), JOBS["sharpen_sentinel2"])["resolution"]
        == "2.5"
    )
