"""Super-resolution of large rasters in blocks: planned, computed here or on a cluster, resumed, and joined as one raster."""
