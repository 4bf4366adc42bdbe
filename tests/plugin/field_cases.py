"""Uses the fields of all dialogs, for window_cases.py."""

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer


def open_dialog(name):
    algorithm = QgsApplication.processingRegistry().algorithmById(f"finer:{name}").create()
    return algorithm.createCustomParametersWidget(None)


def all_fields(folder, interface):
    """What fields of all dialogs show, and what becomes of what is typed there."""
    from finer.processing_provider.dialogs import job_parameters_panel  # see `active_layer`
    from qgis import utils

    assert job_parameters_panel.utils is utils
    layer = QgsRasterLayer(f"{folder}/a.tif", "a")
    QgsProject.instance().addMapLayer(layer)
    utils.iface, interface.layer = interface, layer
    shown = {"bands": {}, "members": {}, "amiss": [], "tips": []}
    for algorithm in QgsApplication.processingRegistry().providerById("finer").algorithms():
        dialog = open_dialog(algorithm.name())
        panel = dialog.mainWidget()
        for definition in algorithm.parameterDefinitions():
            if definition.type() == "band":
                shown["bands"][f"{algorithm.name()} {definition.name()}"] = use_bands(
                    panel, definition, layer
                )
        if hasattr(panel, "_option_fields"):
            use_options(panel, algorithm.name(), shown)
    return {**shown, **edit_options(folder), **choose_samplers(), **answer_questions(folder, layer)}


def use_bands(panel, definition, layer):
    """What the field of a parameter for bands shows when the dialog opens, with bands, and without a raster."""
    from qgis.PyQt.QtWidgets import QLineEdit, QToolButton

    wrapper, raster = panel.wrappers[definition.name()], definition.parentLayerParameterName()
    field, button = (wrapper.wrappedWidget().findChild(kind) for kind in (QLineEdit, QToolButton))

    def state():
        return [field.isEnabledTo(field.parent()), button.isEnabledTo(field.parent()), field.text()]

    found = {"begun": [panel._value(raster) is not None, *state()], "blank": field.placeholderText()}
    before = panel._value(raster)
    panel._set(raster, layer.id())
    panel._set(definition.name(), [2, 5])
    found["chosen"] = state()
    panel._set(raster, None)
    found["left_out"] = [panel._value(raster) is not None, *state()[:2], field.placeholderText()]
    panel._set(raster, before)
    return found


def use_options(panel, algorithm, shown):
    """Set every option of every member of every choice by text, and have the fields write the text again."""
    from finer.processing_provider.option_text import format_options, options_of, parse_options
    from finer.processing_provider.parameters import fields, members
    from qgis.PyQt.QtCore import Qt

    for name, spec in fields(panel._schema, "choice").items():
        key, group = spec["options"].upper(), panel._option_fields[name]
        if not panel.wrappers[key].wrappedWidget().isHidden():
            shown["amiss"].append([algorithm, key, "the text is shown"])
        for member, description in members(spec).items():
            values = {
                option: example(each)
                for option, each in options_of(description).items()
                if panel._schema["properties"].get(option, {}).get("option_of") != name
            }
            text = format_options(values, description)
            panel._set(key, "")
            panel._set(name.upper(), member)
            panel._set(key, text)
            found = dict(group._values())
            group._write_text()
            again = parse_options(key, panel._value(key) or "", description)
            if group._rest.text() or found != values or again != values:
                shown["amiss"].append([algorithm, member, text, found, again, group._rest.text()])
            shown["members"][f"{algorithm} {name} {member}"] = len(values)
        choice = panel.wrappers[name.upper()].wrappedWidget()
        for index in range(choice.count()):
            if choice.itemData(index) is not None:
                tip = choice.itemData(index, Qt.ItemDataRole.ToolTipRole)
                shown["tips"].append([algorithm, choice.itemData(index), tip, choice.toolTip()])


def edit_options(folder):
    """What is typed into fields of options, given as text, and becomes of it when another member is chosen."""
    from qgis.PyQt.QtCore import QLocale
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QWidget

    shown = {}
    dialog = open_dialog("train_model")
    panel = dialog.mainWidget()

    def field(option, key="BACKBONE_OPTIONS"):
        return dialog.findChild(QWidget, f"finer_{key}_{option}")

    dialog.setParameters({"BACKBONE": "rrdn", "BACKBONE_OPTIONS": "n_feats=32, foo=3, upsampler=other, T=12"})
    rest = panel._option_fields["backbone"]._rest
    shown["history"] = [
        panel._value("BACKBONE_OPTIONS"),
        field("n_feats").text(),
        field("T").text(),
        rest.text(),
    ]
    panel._set("TILES", folder)
    shown["sent"] = dialog.createProcessingParameters()["BACKBONE_OPTIONS"]
    shown["refused"] = panel.algorithm().checkParameterValues(
        dialog.createProcessingParameters(), panel.processing_context
    )
    rest.clear()
    rest.textEdited.emit("")
    shown["mended"] = panel._value("BACKBONE_OPTIONS")
    panel._set("BACKBONE", "edsr")  # which has no T
    shown["switched"] = [panel._value("BACKBONE_OPTIONS"), field("n_feats").text(), field("T") is None]
    field("n_blocks").lineEdit().selectAll()
    QTest.keyClicks(field("n_blocks").lineEdit(), "8")
    field("global_skip").setCurrentIndex(2)
    shown["typed"] = panel._value("BACKBONE_OPTIONS")
    field("n_feats").stepBy(-1)
    QTest.keyClicks(field("n_blocks").lineEdit(), "88888")  # of which it takes what is within its bounds
    shown["stepped"] = panel._value("BACKBONE_OPTIONS")
    panel._set("BACKBONE", "rrdn")
    shown["back"] = [panel._value("BACKBONE_OPTIONS"), field("T").text()]
    panel._set("BACKBONE_OPTIONS", "n_feats 32")
    shown["unreadable"] = [panel._value("BACKBONE_OPTIONS"), rest.text(), field("n_feats").text()]
    panel._set("BACKBONE_OPTIONS", '{"n_feats": 16}')
    shown["json"] = [panel._value("BACKBONE_OPTIONS"), field("n_feats").text()]

    panel._set("OBJECTIVE", "denoising")
    rows = ("linear_start", "linear_end")
    shown["schedules"] = []
    for schedule in ("linear", "const", "cosine"):
        editor = field("schedule", "OBJECTIVE_OPTIONS")
        editor.setCurrentIndex(editor.findText(schedule))
        shown["schedules"].append([field(row, "OBJECTIVE_OPTIONS").isHidden() for row in rows])

    usual = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    dialog = open_dialog("train_model")
    panel = dialog.mainWidget()
    shown["german"] = []
    for text in ("0,5", "0.125"):
        shown["german"].append(field("res_scale").text())
        field("res_scale").lineEdit().selectAll()
        QTest.keyClicks(field("res_scale").lineEdit(), text)
        shown["german"].append(panel._value("BACKBONE_OPTIONS"))
    QLocale.setDefault(usual)
    return shown


def choose_samplers():
    """What options of samplers show for models that are no diffusion models, and for one that is."""
    from qgis.PyQt.QtWidgets import QWidget

    dialog = open_dialog("classify_pixels")
    panel = dialog.mainWidget()
    shown = {"sampler": []}
    for model, sampler in (("plain", None), ("sampled", None), ("sampled", "dpm_solver"), ("plain", "ddim")):
        panel._set("MODEL", model)
        panel._set("SAMPLER", sampler)
        panel.refresh_card()
        spacing, group = (
            dialog.findChild(QWidget, "finer_SAMPLER_OPTIONS_spacing"),
            panel._option_fields["sampler"],
        )
        text = spacing.currentText() if spacing else None
        eta = panel.wrappers["ETA"].wrappedWidget()
        enabled = [each.isEnabledTo(each.parentWidget()) for each in (group, eta)]
        shown["sampler"].append([text, group.isHidden(), *enabled])
    panel._set("MODEL", "sampled")
    panel.refresh_card()
    spacing = dialog.findChild(QWidget, "finer_SAMPLER_OPTIONS_spacing")
    spacing.setCurrentIndex(spacing.findText("trailing"))
    shown["sampler_options"] = panel._value("SAMPLER_OPTIONS")
    return shown


def example(spec):
    """A value that an option may have: another one than its default, where there is a choice."""
    if spec.get("type") == "boolean":
        return not spec["default"]
    if "enum" in spec:
        return spec["enum"][-1]
    if "examples" in spec:
        value = spec["examples"][0]
        return [float(each) for each in value.split(",")] if isinstance(value, str) else as_list(value, spec)
    if spec.get("type") in ("integer", "number"):
        low = spec.get("minimum", spec.get("exclusiveMinimum", 0))
        default = spec.get("default", low)
        return (
            default * 2
            if 0 < default * 2 < spec.get("maximum", spec.get("exclusiveMaximum", 1e9))
            else default
        )
    return spec.get("default", [1, 2, 3] if spec.get("type") == "array" else "/a folder/b.pth")


def as_list(value, spec):
    return [value] if spec.get("type") == "array" and not isinstance(value, list) else value


def answer_questions(folder, layer):
    """Which parameters of two dialogs are shown, sent and required with which answers, and how values answer."""
    from qgis.gui import QgsCollapsibleGroupBoxBasic
    from qgis.PyQt import sip
    from qgis.PyQt.QtWidgets import QGroupBox

    dialog = open_dialog("export_tiles")
    panel = dialog.mainWidget()
    lists = panel._questions.lists

    def sent():
        """The parameters that a run would get; the label of one that is missing."""
        try:
            return sorted(
                panel.createProcessingParameters()
            )  # the dialog of newer versions shows the error itself
        except Exception as error:  # InvalidParameterValue, whose module depends on QGIS' version
            return error.parameter.description()

    def seen():
        hidden = {key for key, each in panel.wrappers.items() if each.wrappedWidget().isHidden()}
        return sorted(panel.wrappers.keys() - hidden)

    def answered():
        return [each.currentIndex() for each in lists]

    def choose(number, index):  # as a user does
        lists[number].setCurrentIndex(index)
        lists[number].activated.emit(index)

    shown = {"begun": [answered(), sent(), seen()], "label": panel.wrappers["INPUT"].wrappedLabel().text()}
    choose(1, 1)
    shown["second"] = [sent(), "INPUT_LR" in seen(), "DEGRADATION" in seen()]
    panel._set("INPUT_LR", layer.id())
    shown["second_sent"] = sent()
    choose(1, 2)
    shown["scene"] = [sent(), panel._value("STAC_COLLECTION")]
    panel._set("DATE_RANGE", "2021-05-01/2021-08-31")
    shown["scene_sent"] = sent()
    choose(0, 1)  # whose rasters no scene is looked for
    possible = [[each.model().item(i).isEnabled() for i in range(each.count())] for each in lists]
    shown["folder"] = [answered(), possible, lists[2].isHidden(), sent()]

    group = next(each for each in dialog.findChildren(QGroupBox) if each.objectName() == "grpAdvanced")
    group = sip.cast(group, QgsCollapsibleGroupBoxBasic)
    dialog.show()
    shown["closed"] = [panel.wrappers[key].wrappedWidget().isVisible() for key in ("SEED", "PAN", "ALIGN")]
    group.setCollapsed(False)
    keys = ("SEED", "PAN", "ALIGN", "PAN_METHOD_OPTIONS")
    shown["opened"] = [panel.wrappers[key].wrappedWidget().isVisible() for key in keys]
    choose(0, 0)
    shown["opened_raster"] = [panel.wrappers[key].wrappedWidget().isVisible() for key in keys]

    shown["given"] = []
    scene = {"INPUT": layer.id(), "STAC_COLLECTION": "sentinel-2-l2a", "DATE_RANGE": "2021"}
    for values in (
        {"INPUT_FOLDER": folder},
        {"INPUT": layer.id(), "INPUT_LR": layer.id(), "INPUT_FOLDER": None, "STAC_COLLECTION": ""},
        {**scene, "GUIDE": layer.id(), "INPUT_FOLDER": ""},
        {"INPUT": layer.id()},
    ):
        dialog.setParameters(values)
        shown["given"].append(answered())
    panel._set("INPUT_FOLDER", folder)
    shown["set"] = answered()

    dialog = open_dialog("sharpen_sentinel2")
    panel = dialog.mainWidget()
    lists = panel._questions.lists
    shown["product"] = [sent(), "DATE_RANGE" in seen()]
    shown["used"] = []
    for resolution, model in (("10", None), ("2.5", None), ("10", "a.srpk")):
        panel._set("RESOLUTION", resolution)
        panel._set("MODEL", model)
        widgets = [panel.wrappers[key].wrappedWidget() for key in ("SR_MODEL", "MINUTES")]
        shown["used"].append([each.isEnabledTo(each.parentWidget()) for each in widgets])
    panel._set("MODEL", None)
    choose(0, 1)
    shown["search"] = [sent(), "INPUT" in seen(), "DATE_RANGE" in seen()]
    dialog.setParameters({"INPUT": "/data/S2A_MSIL2A.SAFE"})
    shown["product_given"] = answered()

    dialog = open_dialog("classify_pixels")
    panel = dialog.mainWidget()
    lists = panel._questions.lists
    panel._set("INPUT", layer.id())
    panel._set("BANDS", [2, 1])
    choose(0, 1)
    shown["own_bands"] = ["BANDS" in sent(), panel._layer() is None]
    panel._filled_bands = panel._chosen_bands()  # as if by the model that fits the layer
    panel._set("DATE_RANGE", "2021-05-01/2021-08-31")
    panel._set("EXTENT", "0,1,0,1 [EPSG:32633]")
    shown["search_bands"] = sent()
    choose(0, 0)
    shown["layer_bands"] = ["BANDS" in sent(), panel._layer() is None]
    return shown
