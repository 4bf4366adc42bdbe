"""Layers, extents and coordinate reference systems of QGIS as files that the engine can open; styling of results."""
