"""What QGIS' window has of Finer beside the Processing toolbox."""
