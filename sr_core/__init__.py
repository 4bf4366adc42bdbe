"""Satellite super-resolution in torch: networks, training, seam-free inference. Knows nothing of QGIS."""

__version__ = "0.1.0"
