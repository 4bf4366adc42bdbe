"""From a raster and a trained network to a finer raster."""
