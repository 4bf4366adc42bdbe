"""The properties of a job's schema as Processing parameters and outputs; `parameter_values.py` reads them back."""

from __future__ import annotations

from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBand,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from .help_text import with_labels
from .option_help import members_help, options_help, promoted_help
from .translation import tr

RESOLUTION = "RESOLUTION"
"""The one parameter that is no property of the job: QGIS needs it, to fetch online layers."""

MANY = 9
"""Members of a choice that the panel beside a dialog names; where there are more, it leaves them to the list's tooltips."""

COARSE = 100
"""Numbers with a maximum of this or more are percentages, degrees or seconds, which QGIS would show with six decimals."""


def kind(spec):
    """Return what a property is: its `format` where it has one."""
    return spec.get("format") or ("enum" if "enum" in spec else spec["type"])


def fields(schema, wanted):
    """Return the job's properties of one kind, in order."""
    return {name: spec for name, spec in schema["properties"].items() if kind(spec) == wanted}


def rasters_out(schema):
    """Return the job's properties that name a raster to be written, in order."""
    return {**fields(schema, "raster-out"), **fields(schema, "mosaic-out")}


def files_out(schema):
    """Return the job's properties that name a result to be written, in order."""
    return {name: spec for name, spec in schema["properties"].items() if kind(spec).endswith("-out")}


def members(spec):
    """Return the members of a choice by id."""
    return {member["properties"]["id"]["const"]: member for member in spec["oneOf"]}


def definitions(schema):
    """Yield the parameters of a job in the order of its schema, its results last."""
    in_window = QgsApplication.platform() != "qgis_process"  # which shows ids beside labels
    called = labels(schema)
    for definition in _definitions(schema):
        if in_window:
            definition.setHelp(with_labels(definition.help(), called))
        yield definition


def labels(schema):
    """Return what the dialog calls each property, and the options of each choice, by the parameter's id."""
    called = {name.upper(): tr(spec["title"]) for name, spec in schema["properties"].items()}
    for spec in fields(schema, "choice").values():
        called[spec["options"].upper()] = _options_label(spec)
    return called


def panel_help(definition, schema):
    """Return what the panel beside a dialog says of a parameter; "" for what only its tooltip explains.

    The panel holds what a choice depends on: it leaves out folded parameters and options, of which the tooltips tell, and
    calls the members of a choice by their titles.
    """
    if definition.flags() & QgsProcessingParameterDefinition.Flag.FlagAdvanced:
        return ""
    if any(definition.name() == spec["options"].upper() for spec in fields(schema, "choice").values()):
        return ""
    spec = schema["properties"].get(definition.name().lower(), {})
    if "oneOf" not in spec:
        return definition.help()
    return with_labels(_explanation(spec, titles_only=True), labels(schema))


def _definitions(schema):
    last = files_out(schema)
    for name, spec in schema["properties"].items():
        if name not in last:
            yield _definition(name, spec, schema)
            if kind(spec) == "choice":
                yield _options_definition(name, spec, schema)
            elif kind(spec) == "extent" and fields(schema, "raster-in"):
                yield _resolution_definition()
    for name, spec in last.items():
        yield _definition(name, spec, schema)


def outputs(schema):
    """Yield what a finished job returns besides its files."""
    for name, spec in schema["result"].items():
        output = QgsProcessingOutputString if spec["type"] == "string" else QgsProcessingOutputNumber
        yield output(name.upper(), tr(spec["title"]))


def _definition(name, spec, schema):
    # A blank text is a value where it is the default.
    optional = name not in schema["required"] and spec.get("default", "") == ""
    definition = MAKERS[kind(spec)](name.upper(), tr(spec["title"]), spec, optional)
    definition.setHelp(_explanation(spec))
    return make_advanced(definition) if spec.get("advanced") else definition


def _explanation(spec, titles_only=False):
    """Return what a property is, and its members, in lines of plain text."""
    about = tr(spec["description"])
    if kind(spec) == "srpk-in":
        about += "\n" + tr(
            "The name of a model that comes with Finer or is in your model library is also accepted."
        )
    if "oneOf" in spec and not (titles_only and len(spec["oneOf"]) > MANY):
        about += "\n" + members_help(spec["oneOf"], titles_only)
    if "owners" in spec:
        about += "\n" + promoted_help(spec)
    return about


def make_advanced(definition):
    """Let a dialog show a parameter only among the advanced ones; return it."""
    definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return definition


def _options_definition(name, spec, schema):
    definition = QgsProcessingParameterString(spec["options"].upper(), _options_label(spec), optional=True)
    elsewhere = [each for each, other in schema["properties"].items() if other.get("option_of") == name]
    definition.setHelp(options_help(members(spec), spec.get("default", {}).get("id"), elsewhere))
    # Where the choice is a say over the model's own, that is rarely wanted.
    return make_advanced(definition) if spec.get("advanced") or "default" not in spec else definition


def _options_label(spec):
    return tr("{title}: options", title=tr(spec["title"]))


def _resolution_definition():
    definition = QgsProcessingParameterNumber(
        RESOLUTION,
        tr("Pixel size for online layers (map units of the layer)"),
        QgsProcessingParameterNumber.Type.Double,
        optional=True,
        minValue=0,
    )
    definition.setHelp(
        tr(
            "Online layers (XYZ, WMS, WMTS) have no pixel size of their own: set this, and the extent to fetch. "
            "Other layers do not need it."
        )
    )
    return make_advanced(definition)


def _plain(maker, **settings):
    """Return a maker of parameters that need nothing of the schema."""
    return lambda key, label, spec, optional: maker(key, label, optional=optional, **settings)


def _with_default(maker):
    """Return a maker of parameters that need only a default of the schema."""
    return lambda key, label, spec, optional: maker(key, label, spec.get("default"), optional=optional)


def _file_in(key, label, spec, optional):
    # A filter and not an extension, so that the result of a FileDestination connects to it in the modeler.
    # All files, since the name of a model at hand has no ending.
    known = f"{_file_filter(spec)};;{tr('All files')} (*)"
    return QgsProcessingParameterFile(key, label, optional=optional, fileFilter=known)


def _raster_out(key, label, spec, optional):
    offered = not optional or spec.get("offered", False)
    return QgsProcessingParameterRasterDestination(key, label, optional=optional, createByDefault=offered)


def _folder_out(key, label, spec, optional):
    return QgsProcessingParameterFolderDestination(
        key, label, optional=optional, createByDefault=not optional
    )


def _file_out(key, label, spec, optional):
    offered = spec.get("offered", True)
    return QgsProcessingParameterFileDestination(
        key, label, _file_filter(spec), optional=optional, createByDefault=offered
    )


def _file_filter(spec):
    """Return what a file dialog shows, such as "SR models (*.srpk)"."""
    text, endings = FILES[kind(spec)]
    return f"{tr(text)} ({endings})"


def _bands(key, label, spec, optional):
    parent = spec["raster"].upper()
    return QgsProcessingParameterBand(key, label, None, parent, optional, allowMultiple=True)


def _numbers(key, label, spec, optional):
    default = ",".join(f"{number:g}" for number in spec["default"]) if "default" in spec else None
    return QgsProcessingParameterString(key, label, default, optional=optional)


def _number(key, label, spec, optional):
    number = QgsProcessingParameterNumber.Type
    whole = number.Integer if spec["type"] == "integer" else number.Double
    definition = QgsProcessingParameterNumber(key, label, whole, spec.get("default"), optional)
    # A bound that is itself excluded has no widget; the engine refuses it.
    for bound, set_bound in (("inimum", definition.setMinimum), ("aximum", definition.setMaximum)):
        value = spec.get("m" + bound, spec.get("exclusiveM" + bound))
        if value is not None:
            set_bound(value)
    if "default" in spec and spec.get("maximum", spec.get("exclusiveMaximum", 0)) >= COARSE:
        definition.setMetadata({"widget_wrapper": {"decimals": 2}})
    return definition


def _enum(key, label, spec, optional):
    return _static(key, label, spec["enum"], spec.get("default"), optional)


def _choice(key, label, spec, optional):
    return _static(key, label, members(spec), spec.get("default", {}).get("id"), optional)


def _static(key, label, values, default, optional):
    # Static strings survive a new member in saved models and scripts; indices would shift.
    strings = [str(value) for value in values]
    default = None if default is None else str(default)
    return QgsProcessingParameterEnum(
        key, label, strings, defaultValue=default, optional=optional, usesStaticStrings=True
    )


FILES = {
    "srpk-in": ("SR models", "*.srpk"),
    "srpk-out": ("SR models", "*.srpk"),
    "weights-in": (
        "Weights and ONNX models",
        "*.pth *.pt *.ckpt *.safetensors *.safetensor *.onnx *.dlpk *.emd",
    ),
    "checkpoint-in": ("Training checkpoints", "*.checkpoint"),
    "product-in": ("Sentinel-2 products", "*.zip MTD_*.xml S2*.xml *.SAFE"),
    "html-out": ("HTML files", "*.html"),
}
"""Kind of a property -> what its files are called, and their endings."""

MAKERS = {
    "raster-in": _plain(QgsProcessingParameterRasterLayer),
    # Not a vector layer, of which QGIS takes all features: this one offers the selected ones.
    "polygons-in": _plain(
        QgsProcessingParameterFeatureSource, types=[QgsProcessing.SourceType.TypeVectorPolygon]
    ),
    "folder-in": _plain(QgsProcessingParameterFile, behavior=QgsProcessingParameterFile.Behavior.Folder),
    "srpk-in": _file_in,
    "srpks-in": _plain(QgsProcessingParameterMultipleLayers, layerType=QgsProcessing.TypeFile),
    "weights-in": _file_in,
    "checkpoint-in": _file_in,
    "product-in": _file_in,
    "raster-out": _raster_out,
    "mosaic-out": _raster_out,
    "folder-out": _folder_out,
    "srpk-out": _file_out,
    "html-out": _file_out,
    "extent": _plain(QgsProcessingParameterExtent),
    "crs": _plain(QgsProcessingParameterCrs),
    "bands": _bands,
    "numbers": _numbers,
    "options": _with_default(QgsProcessingParameterString),
    "choice": _choice,
    "enum": _enum,
    "integer": _number,
    "number": _number,
    "boolean": _with_default(QgsProcessingParameterBoolean),
    "string": _with_default(QgsProcessingParameterString),
}
"""Kind of a property -> the parameter that asks for it."""
