"""Where QGIS enters the plugin."""


def classFactory(iface):
    """Return the plugin, for QGIS' plugin manager."""
    from .plugin import FinerPlugin

    return FinerPlugin(iface)
