"""From rasters to a tile set: the scene, its blocks of land, alignment, harmonisation, filters, and the writer."""
