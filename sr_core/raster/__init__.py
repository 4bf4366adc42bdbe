"""Rasters as files and grids: numpy arrays, never tensors."""
