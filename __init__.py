"""Where QGIS enters the plugin."""


def classFactory(iface):
    from .plugin import FinerPlugin

    return FinerPlugin(iface)
