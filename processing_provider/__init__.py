"""Finer in the Processing toolbox: qgis and the standard library only."""
