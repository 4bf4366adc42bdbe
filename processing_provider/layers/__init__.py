"""Layers and extents of QGIS as what the engine can open, and results as layers of QGIS."""
