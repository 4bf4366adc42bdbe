"""Uses the fields of all dialogs, for in_window.py."""

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer


def open_dialog(name):
    algorithm = QgsApplication.processingRegistry().algorithmById(f"finer:{name}").create()
    return algorithm.createCustomParametersWidget(None)


def band_fields(folder, interface):
    """Of each parameter for bands of each algorithm: what its field shows when it opens, with bands, and without a raster."""
    from finer.processing_provider.dialogs import parameters_panel  # see `active_layer`
    from qgis import utils
    from qgis.PyQt.QtWidgets import QLineEdit, QToolButton

    assert parameters_panel.utils is utils
    layer = QgsRasterLayer(f"{folder}/a.tif", "a")
    QgsProject.instance().addMapLayer(layer)
    utils.iface, interface.layer = interface, layer
    shown = {}
    for algorithm in QgsApplication.processingRegistry().providerById("finer").algorithms():
        panel = open_dialog(algorithm.name()).mainWidget()
        for definition in algorithm.parameterDefinitions():
            if definition.type() != "band":
                continue
            wrapper, raster = panel.wrappers[definition.name()], definition.parentLayerParameterName()
            field, button = (wrapper.wrappedWidget().findChild(kind) for kind in (QLineEdit, QToolButton))

            def state(field=field, button=button):
                return [field.isEnabledTo(field.parent()), button.isEnabledTo(field.parent()), field.text()]

            found = {"begun": [panel._value(raster) is not None, *state()], "blank": field.placeholderText()}
            panel._set(raster, layer.id())
            panel._set(definition.name(), [2, 5])
            found["chosen"] = state()
            panel._set(raster, None)
            found["left_out"] = [panel._value(raster) is not None, *state()[:2], field.placeholderText()]
            shown[f"{algorithm.name()} {definition.name()}"] = found
    return shown
