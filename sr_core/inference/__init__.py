"""Runs a trained network over a raster and gives a finer raster."""
