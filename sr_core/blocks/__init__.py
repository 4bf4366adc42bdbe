"""A result in blocks: cut, computed here or on a cluster, resumed, and put together as one raster."""
