"""Prints the versions of QGIS, Qt, Python and GDAL as JSON; run by QGIS' Python."""

import json
import platform

from osgeo import gdal
from qgis.core import Qgis
from qgis.PyQt.QtCore import QT_VERSION_STR

gdal.UseExceptions()
print(
    json.dumps(
        {
            "QGIS": Qgis.QGIS_VERSION.partition("-")[0],
            "Qt": QT_VERSION_STR,
            "Python": platform.python_version(),
            "GDAL": gdal.__version__,
        }
    )
)
