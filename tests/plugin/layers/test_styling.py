"""A result is shown as the layer it was made from."""

import pytest
from finer.processing_provider.job_algorithm import STYLES
from finer.processing_provider.layers.provenance import build_metadata
from finer.processing_provider.layers.styling import (
    DifferenceStyle,
    ErrorStyle,
    LayerStyle,
    TrueColourStyle,
    UncertaintyStyle,
    _StylePostProcessor,
)
from qgis.core import (
    QgsColorRampShader,
    QgsContrastEnhancement,
    QgsLayerTree,
    QgsLayerTreeModel,
    QgsMultiBandColorRenderer,
    QgsPalettedRasterRenderer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandGrayRenderer,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor


@pytest.fixture
def source(make_raster):
    return QgsRasterLayer(make_raster("source.tif", bands=8), "Aberystwyth")


@pytest.fixture
def result(make_raster):
    def make(bands, names=()):
        return QgsRasterLayer(make_raster("result.tif", bands=bands, names=names, pixel=2.5), "result")

    return make


def stretched(layer, band, least, most):
    enhancement = QgsContrastEnhancement(layer.dataProvider().dataType(band))
    enhancement.setMinimumValue(least)
    enhancement.setMaximumValue(most)
    enhancement.setContrastEnhancementAlgorithm(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
    )
    return enhancement


def coloured(layer, red, green, blue):
    renderer = QgsMultiBandColorRenderer(layer.dataProvider(), red, green, blue)
    renderer.setRedContrastEnhancement(stretched(layer, red, 10, 110))
    renderer.setGreenContrastEnhancement(stretched(layer, green, 20, 120))
    renderer.setBlueContrastEnhancement(stretched(layer, blue, 30, 130))
    layer.setRenderer(renderer)


def shown(layer):
    """Band and stretch of each colour."""
    renderer = layer.renderer()
    return [
        (renderer.redBand(), *limits(renderer.redContrastEnhancement())),
        (renderer.greenBand(), *limits(renderer.greenContrastEnhancement())),
        (renderer.blueBand(), *limits(renderer.blueContrastEnhancement())),
    ]


def limits(enhancement):
    return enhancement.minimumValue(), enhancement.maximumValue()


@pytest.fixture
def show_legend():
    """Return a function that shows a layer in a legend, and returns one that reads the labels there."""
    shown = []

    def show(layer):
        tree = QgsLayerTree()
        model = QgsLayerTreeModel(tree)
        node = tree.addLayer(layer)
        shown.append((tree, model))  # which the model does not keep alive
        return lambda: [entry.data(Qt.ItemDataRole.DisplayRole) for entry in model.layerLegendNodes(node)]

    return show


def test_bands_and_stretch_are_the_sources(source, result):
    coloured(source, 4, 3, 2)
    layer = result(8)
    LayerStyle(source, 10).apply(layer)
    assert shown(layer) == [(4, 10, 110), (3, 20, 120), (2, 30, 130)]


def test_chosen_bands_are_found_at_their_new_place(source, result):
    coloured(source, 8, 4, 3)
    layer = result(4)
    LayerStyle(source, 10, [3, 4, 7, 8]).apply(layer)
    assert shown(layer) == [(4, 10, 110), (2, 20, 120), (1, 30, 130)]


def test_bands_that_were_not_chosen_are_found_by_name(make_raster, result):
    source = QgsRasterLayer(make_raster("named.tif", bands=4, names=["B02", "B03", "B04", "B08"]), "named")
    coloured(source, 4, 3, 2)
    layer = result(3, names=["B08", "B04", "B03"])
    LayerStyle(source, 10).apply(layer)
    assert shown(layer) == [(1, 10, 110), (2, 20, 120), (3, 30, 130)]


def test_a_colour_without_band_stays_so(source, result):
    coloured(source, 4, 3, 2)
    source.renderer().setBlueBand(-1)
    layer = result(2)
    LayerStyle(source, 10, [3, 4]).apply(layer)
    assert [band for band, *_ in shown(layer)] == [2, 1, -1]


def test_grey_and_pseudocolour_keep_band_and_stretch(source, result):
    grey = QgsSingleBandGrayRenderer(source.dataProvider(), 7)
    grey.setContrastEnhancement(stretched(source, 7, 5, 55))
    source.setRenderer(grey)
    layer = result(2)
    LayerStyle(source, 10, [7, 2]).apply(layer)
    assert layer.renderer().type() == "singlebandgray"
    assert (layer.renderer().grayBand(), *limits(layer.renderer().contrastEnhancement())) == (1, 5, 55)

    shader, ramp = QgsRasterShader(), QgsColorRampShader(1, 9)
    ramp.setColorRampItemList([QgsColorRampShader.ColorRampItem(1, QColor("red"), "one")])
    shader.setRasterShaderFunction(ramp)
    source.setRenderer(QgsSingleBandPseudoColorRenderer(source.dataProvider(), 2, shader))
    LayerStyle(source, 10, [7, 2]).apply(layer)
    assert layer.renderer().type() == "singlebandpseudocolor"
    assert layer.renderer().band() == 2
    assert layer.renderer().shader().rasterShaderFunction().colorRampItemList()[0].color == QColor("red")


def test_what_cannot_be_shown_alike_keeps_qgis_own_style(source, result):
    layer = result(3)
    before = shown(layer)
    coloured(source, 8, 4, 3)
    LayerStyle(source, 10, [1, 2, 5]).apply(layer)  # none of the shown bands is in the result
    assert shown(layer) == before
    classes = [QgsPalettedRasterRenderer.Class(1, QColor("red"))]
    source.setRenderer(QgsPalettedRasterRenderer(source.dataProvider(), 1, classes))
    LayerStyle(source, 10, [1, 2, 5]).apply(layer)  # classes are no colours
    assert shown(layer) == before


def test_a_half_transparent_source_gives_an_opaque_result(source, result):
    source.renderer().setOpacity(0.4)
    layer = result(8)
    LayerStyle(source, 10).apply(layer)
    assert layer.renderer().opacity() == 1


def test_a_result_on_a_stated_grid_is_not_said_to_be_so_many_times_finer(source, result):
    """Its pixels are a quarter as wide because that was asked for, whatever the model's scale."""
    layer, style = result(8), LayerStyle(source, 10)
    assert style._name_for(layer.source()) == "Aberystwyth SR ×4"
    style.warped = True
    assert style._name_for(layer.source()) == "Aberystwyth SR"


def test_the_result_is_named_after_the_source_and_styled_when_loaded(source, result):
    coloured(source, 4, 3, 2)
    layer, context = result(8), QgsProcessingContext()
    details = QgsProcessingContext.LayerDetails("Super-resolved raster", QgsProject.instance(), "OUTPUT")
    context.addLayerToLoadOnCompletion(layer.source(), details)
    LayerStyle(source, 10).apply_when_loaded(layer.source(), "Super-resolved raster", context)
    details = context.layerToLoadOnCompletionDetails(layer.source())
    assert details.name == "Aberystwyth SR ×4"  # 10 m became 2.5 m
    assert len(_StylePostProcessor.waiting) == 1
    details.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback())
    assert shown(layer) == [(4, 10, 110), (3, 20, 120), (2, 30, 130)]
    assert not _StylePostProcessor.waiting


def test_a_name_that_a_model_chose_is_kept(source, result):
    layer, context = result(8), QgsProcessingContext()
    details = QgsProcessingContext.LayerDetails("My result", QgsProject.instance(), "OUTPUT")
    context.addLayerToLoadOnCompletion(layer.source(), details)
    LayerStyle(source, 10).apply_when_loaded(layer.source(), "Super-resolved raster", context)
    assert context.layerToLoadOnCompletionDetails(layer.source()).name == "My result"
    _StylePostProcessor.waiting.clear()


def test_a_result_that_is_not_loaded_needs_no_style(source, result):
    LayerStyle(source, 10).apply_when_loaded(
        result(8).source(), "Super-resolved raster", QgsProcessingContext()
    )
    assert not _StylePostProcessor.waiting


def test_uncertainty_has_a_ramp_and_name_of_its_own(source, result):
    layer, context = result(3), QgsProcessingContext()
    details = QgsProcessingContext.LayerDetails("Uncertainty", QgsProject.instance(), "OUTPUT_UNCERTAINTY")
    context.addLayerToLoadOnCompletion(layer.source(), details)
    UncertaintyStyle(source, 10).apply_when_loaded(layer.source(), "Uncertainty", context)
    details = context.layerToLoadOnCompletionDetails(layer.source())
    assert details.name == "Aberystwyth SR ×4 uncertainty"
    details.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback())
    renderer = layer.renderer()
    assert renderer.type() == "singlebandpseudocolor"
    assert renderer.classificationMin() == 0
    assert (
        1200 < renderer.classificationMax() < 1329
    )  # of a ramp that ends at 1329, the brightest 2 % are cut
    colours = renderer.shader().rasterShaderFunction().colorRampItemList()
    assert colours[0].color == QColor("#000004") and colours[-1].color == QColor("#fcfdbf")
    assert renderer.opacity() == 1


def test_an_error_map_says_how_often_the_truth_lies_within(source, result, show_legend):
    layer, context = result(3), QgsProcessingContext()
    legend = show_legend(layer)  # of the layer as Processing adds it, before it has its style
    details = QgsProcessingContext.LayerDetails("Error map", QgsProject.instance(), "OUTPUT_ERROR")
    context.addLayerToLoadOnCompletion(layer.source(), details)
    ErrorStyle(source, 10, coverage=80).apply_when_loaded(layer.source(), "Error map", context)
    details = context.layerToLoadOnCompletionDetails(layer.source())
    assert details.name == "Aberystwyth SR ×4 error, 80 % within"
    details.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback())
    renderer = layer.renderer()
    most = renderer.classificationMax()
    assert legend()[1:] == [f"80 % within ±{value:.3g}" for value in (0, most / 2, most)]


def test_each_kind_of_raster_that_is_shown_otherwise_has_its_style(create_algorithm):
    fields = create_algorithm("classify_pixels").schema["properties"]
    shown = {name: STYLES.get(spec["shows"]) for name, spec in fields.items() if "shows" in spec}
    assert shown == {
        "output_uncertainty": UncertaintyStyle, "output_error": None, "output_consistency": DifferenceStyle
    }  # fmt: skip


def test_differences_diverge_from_zero_and_are_named(source, result, show_legend):
    layer, context = result(3), QgsProcessingContext()
    legend = show_legend(layer)  # of the layer as Processing adds it, before it has its style
    details = QgsProcessingContext.LayerDetails(
        "Consistency layer", QgsProject.instance(), "OUTPUT_CONSISTENCY"
    )
    context.addLayerToLoadOnCompletion(layer.source(), details)
    DifferenceStyle(source, 10).apply_when_loaded(layer.source(), "Consistency layer", context)
    details = context.layerToLoadOnCompletionDetails(layer.source())
    assert details.name == "Aberystwyth SR consistency"
    details.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback())
    renderer = layer.renderer()
    most = renderer.classificationMax()
    assert renderer.classificationMin() == -most < 0  # although the raster has no value below zero
    assert 1200 < most < 1329
    items = renderer.shader().rasterShaderFunction().colorRampItemList()
    assert items[2].value == 0 and items[2].color == QColor("#f7f7f7")
    assert legend()[1:] == [
        f"{most:.3g} below the input", f"{most / 2:.3g} below the input", "as the input",
        f"{most / 2:.3g} above the input", f"{most:.3g} above the input",
    ]  # fmt: skip


def test_the_layer_says_how_it_came_about(source, result, tmp_path):
    started = {"finer": "0.1", "torch": "2.13", "device_name": "GPU: X"}
    about = build_metadata("Classify", {"model": str(tmp_path / "m.srpk")}, started, {"residual": 1.2345})
    layer, style = result(8), LayerStyle(source, 10)
    style.metadata = about
    style.set_metadata(layer)
    metadata_of_layer = layer.metadata()
    assert "Classify" in metadata_of_layer.abstract()
    assert metadata_of_layer.title() == "result"
    history = "\n".join(metadata_of_layer.history())
    for words in ("m.srpk", "Finer 0.1, torch 2.13, GPU: X", "1.23 %"):
        assert words in history


def test_bands_of_sentinel_2_are_shown_in_true_colour(result):
    layer = result(4, ("B02", "B03", "B04", "B08"))
    assert [band for band, *_ in shown(layer)] == [1, 2, 3]  # which QGIS makes of it
    TrueColourStyle("ten bands").apply(layer)
    found = shown(layer)
    assert [band for band, *_ in found] == [3, 2, 1]
    assert all(least < most for _, least, most in found)
    other = result(3, ("B08", "B04", "B03"))
    TrueColourStyle("ten bands").apply(other)
    assert [band for band, *_ in shown(other)] == [1, 2, 3]
