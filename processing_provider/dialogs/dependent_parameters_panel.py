"""The parameters in the dialog of a job, as far as what they show depends on one another.

All parameters keep Processing's own widgets, which hold the values: widgets beside them set these as a user would.
"""

from __future__ import annotations

from html import escape

from processing.gui.ParametersPanel import ParametersPanel
from qgis.core import QgsProcessingParameterDefinition
from qgis.PyQt.QtCore import Qt

from ..option_help import member_help
from ..parameter_values import GivenParameters
from ..parameters import fields, members
from ..translation import tr
from .chosen_bands_field import ChosenBandsField
from .field_visibility import FieldVisibility
from .job_question_widget import JobQuestions
from .option_fields import OptionFields

OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional


class DependentParametersPanel(ParametersPanel):
    """The parameters of a job: options as fields, bands by their names, and questions before the fields they decide on."""

    _questions = None

    def initWidgets(self):
        super().initWidgets()
        self._schema = self.algorithm().schema
        self._labels, self._visibility = {}, FieldVisibility()
        self._option_fields = {
            name: self._add_option_fields(name, spec)
            for name, spec in fields(self._schema, "choice").items()
            if spec["options"].upper() in self.wrappers
        }
        if self._schema.get("questions"):
            self._add_questions()
        for name, spec in fields(self._schema, "bands").items():
            self._add_band_summary(name.upper(), spec["raster"].upper())
        for name in {other for needed in self._used_with().values() for other in needed}:
            self.wrappers[name.upper()].widgetValueHasChanged.connect(lambda *_: self._grey_unused())
        self._grey_unused()

    def createProcessingParameters(self, *args, **kwargs):
        parameters = super().createProcessingParameters(*args, **kwargs)
        for key in self._hidden_keys() | self._unused_keys():
            parameters.pop(key, None)
        return parameters

    def setParameters(self, parameters):
        super().setParameters(parameters)
        if self._questions and parameters:
            given = GivenParameters(self.algorithm(), parameters, self.processing_context)
            self._questions.choose(lambda name: given.raw(name.upper()) is not None)

    def models_own(self, name):
        """Return the chosen model's own member of a choice and its options; {} where there is none, or it is not known."""
        return {}

    def blank_bands(self):
        """Return what no choice of bands stands for."""
        return tr("All bands")

    def _add_option_fields(self, name, spec):
        """Show the options of a choice as fields below it, in place of the field for their text."""
        key = spec["options"].upper()
        elsewhere = [
            each for each, other in self._schema["properties"].items() if other.get("option_of") == name
        ]
        shown = OptionFields(key, spec, elsewhere, lambda text: self._set(key, text), self._visibility)
        self._insert_below(name.upper(), shown)
        shown.widget_before = self.wrappers[name.upper()].wrappedWidget()
        for widget in filter(None, (self.wrappers[key].wrappedWidget(), self.wrappers[key].wrappedLabel())):
            self._visibility.show(widget, False)
        for each in (key, name.upper()):
            self.wrappers[each].widgetValueHasChanged.connect(lambda *_: self._refresh_options(name))
        shown.refresh(self._value(name.upper()), {}, self._value(key) or "")
        self._explain_members(name, spec)
        return shown

    def _explain_members(self, name, spec):
        """Explain each member of a choice in the tooltip of its entry, and not all in that of the choice."""
        wrapper, by_id = self.wrappers[name.upper()], members(spec)
        choice = wrapper.wrappedWidget()
        for each in filter(None, (choice, wrapper.wrappedLabel())):
            each.setToolTip(_in_lines(tr(spec["description"])))
        for index in range(choice.count()):
            if member := by_id.get(choice.itemData(index)):
                choice.setItemData(index, _in_lines(member_help(member)), Qt.ItemDataRole.ToolTipRole)

    def _refresh_options(self, name):
        """Update the fields of a choice's options to the member, the model and the text."""
        key = self._schema["properties"][name]["options"].upper()
        given = self._value(name.upper()), self.models_own(name), self._value(key) or ""
        self._option_fields[name].refresh(*given)

    def _add_band_summary(self, key, raster_key):
        """Show in the field of a parameter which bands of the chosen raster are chosen."""

        def read():
            layer = self._read_parameters().read("RasterLayer", raster_key)
            bands = self._read_parameters().read("Ints", key) if self._value(key) else []
            return (layer if layer is not None and layer.isValid() else None), bands

        summary = ChosenBandsField(self.wrappers[key], read, self.blank_bands())
        for each in (key, raster_key):
            self.wrappers[each].widgetValueHasChanged.connect(lambda *_: summary.refresh())
        summary.refresh()

    def _add_questions(self):
        """Ask the job's questions above its first parameter."""
        first = next(iter(self.wrappers.values()))
        self._questions = JobQuestions(self._schema["questions"], self)
        (first.wrappedLabel() or first.wrappedWidget()).parentWidget().layout().insertWidget(
            0, self._questions
        )
        before = first.wrappedWidget().previousInFocusChain()
        for each in self._questions.lists:
            self.setTabOrder(before, each)
            before = each
        self._questions.answered.connect(self._apply_answers)
        self._questions.presets_wanted.connect(self._set_blank)
        for name in self._questions.marks():
            self.wrappers[name.upper()].widgetValueHasChanged.connect(
                lambda *_, name=name: self._show_set(name)
            )
        self._apply_answers()

    def _hidden_keys(self):
        """Return the parameters that the answers hide: their values are not asked for."""
        hidden = self._questions.hidden() if self._questions else ()
        options = {self._schema["properties"][name].get("options", name) for name in hidden}
        return {name.upper() for name in {*hidden, *options}} & self.wrappers.keys()

    def _used_with(self):
        """Return by key of a parameter the values that others must have for it to be used; None is a blank one."""
        return {
            name.upper(): spec["used_with"]
            for name, spec in self._schema["properties"].items()
            if "used_with" in spec
        }

    def _unused_keys(self):
        """Return the parameters that have no use with the values of others."""
        return {
            key
            for key, needed in self._used_with().items()
            if any(self._value(name.upper()) not in values for name, values in needed.items())
        }

    def _grey_unused(self):
        """Disable the parameters that have no use with the values of others, and enable those that have."""
        unused = self._unused_keys()
        for key in self._used_with():
            for widget in filter(
                None, (self.wrappers[key].wrappedWidget(), self.wrappers[key].wrappedLabel())
            ):
                widget.setEnabled(key not in unused)

    def _apply_answers(self):
        """Show the parameters that the answers want, and require those that they need."""
        hidden, needed = self._hidden_keys(), {name.upper() for name in self._questions.needed()}
        for name, shown in self._option_fields.items():
            shown.show_if(name.upper() not in hidden)
        instead = {self._schema["properties"][name]["options"].upper() for name in self._option_fields}
        for key in self.wrappers.keys() - instead:
            wrapper = self.wrappers[key]
            for widget in filter(None, (wrapper.wrappedWidget(), wrapper.wrappedLabel())):
                self._visibility.show(widget, key not in hidden)
        for key in {name.upper() for name in self._questions.ever_needed()}:
            definition, label = self.algorithm().parameterDefinition(key), self.wrappers[key].wrappedLabel()
            self._labels.setdefault(key, label.text())
            label.setText(definition.description() if key in needed else self._labels[key])
            flags = definition.flags()
            definition.setFlags(flags & ~OPTIONAL if key in needed else flags | OPTIONAL)

    def _show_set(self, name):
        """Answer such that a field is shown which was set while it was hidden, as by a script."""
        if name.upper() in self._hidden_keys() and self._value(name.upper()) is not None:
            self._questions.answer_with(name)

    def _set_blank(self, values):
        """Set the fields that are blank."""
        for name, value in values.items():
            if self._value(name.upper()) is None:
                self._set(name.upper(), value)

    def _insert_below(self, key, *widgets):
        """Insert widgets below that of a parameter."""
        widget = self.wrappers[key].wrappedWidget()
        layout = widget.parentWidget().layout()
        for position, shown in enumerate(widgets, layout.indexOf(widget) + 1):
            layout.insertWidget(position, shown)

    def _read_parameters(self):
        """Return the parameters as they are set now."""
        values = {key: wrapper.parameterValue() for key, wrapper in self.wrappers.items()}
        return GivenParameters(self.algorithm(), values, self.processing_context)

    def _value(self, key):
        """Return the value that a parameter is set to; None if it is blank."""
        return self._read_parameters().raw(key)

    def _set(self, key, value):
        self.wrappers[key].setParameterValue(value, self.processing_context)


def _in_lines(text):
    """Return a text for a tooltip, which has several lines where it is long only if it is rich text."""
    return f"<p>{escape(text, quote=False)}</p>"
