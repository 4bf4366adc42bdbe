"""Resampling of one raster onto the pixel grid of another."""
