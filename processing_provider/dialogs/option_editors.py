"""Widgets for the options of a network or another member of a family, by the type that the schema gives them.

Each can be left unset, and then shows what that stands for: `read` returns None.
"""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QValidator
from qgis.PyQt.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit

from ..errors import FinerError
from ..option_text import format_value, read_value
from ..translation import tr

UNBOUNDED = 1e9
DECIMALS = 12


class NumberEditor(QDoubleSpinBox):
    """A number within its bounds; one step below the least stands for none."""

    edited = pyqtSignal()

    def __init__(self, name, spec, default, unset):
        super().__init__()
        self._low = spec.get("minimum", spec.get("exclusiveMinimum", -UNBOUNDED))
        self._high = spec.get("maximum", spec.get("exclusiveMaximum", UNBOUNDED))
        self._default, self._is_whole = default, spec["type"] == "integer"
        self.setDecimals(0 if self._is_whole else DECIMALS)
        self.setRange(self._low - 1, self._high)
        self.setSpecialValueText(unset)
        self.setValue(self.minimum())
        if "multipleOf" in spec:
            self.setSingleStep(spec["multipleOf"])
        else:
            self.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
        self.valueChanged.connect(lambda *_: self.edited.emit())

    def read(self):
        if self.value() == self.minimum():
            return None
        return int(self.value()) if self._is_whole else self.value()

    def write(self, value):
        self.setValue(self.minimum() if value is None else value)

    def accepts(self, value):
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return False
        return self._low <= value <= self._high and value == round(value, self.decimals())

    def textFromValue(self, value):
        if self._is_whole:
            return str(int(value))
        locale = self.locale()
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        return locale.toString(value, "g", DECIMALS)

    def valueFromText(self, text):
        number, _ = self._parse(text)
        return self.minimum() if number is None else number

    def validate(self, text, position):
        number, is_blank = self._parse(text)
        is_fine = is_blank or (number is not None and self.accepts(number))
        if is_fine:
            return QValidator.State.Acceptable, text, position
        is_too_large = number is not None and number > max(self._high, 0)
        return QValidator.State.Invalid if is_too_large else QValidator.State.Intermediate, text, position

    def stepBy(self, steps):
        if self.read() is None and self._default is not None:
            self.setValue(self._default)
        super().stepBy(steps)
        if self.value() < self._low:
            self.setValue(self._low)

    def stepEnabled(self):
        down, up = (
            QAbstractSpinBox.StepEnabledFlag.StepDownEnabled,
            QAbstractSpinBox.StepEnabledFlag.StepUpEnabled,
        )
        return super().stepEnabled() if self.read() is not None else down | up

    def focusInEvent(self, event):
        super().focusInEvent(event)
        if self.read() is None:
            QTimer.singleShot(0, self.selectAll)  # the text is no number that could be gone on with

    def _parse(self, text):
        """Return the number in a text, None if there is none, and whether the text stands for no number."""
        text = text.strip()
        if text in ("", self.specialValueText()):
            return None, True
        for locale in (self.locale(), QLocale.c()):
            # Else 1.125 is 1125 where a point stands between thousands.
            locale.setNumberOptions(QLocale.NumberOption.RejectGroupSeparator)
            number, is_number = locale.toDouble(text)
            if is_number:
                return number, False
        return None, False


class ListEditor(QComboBox):
    """One of several values; the first entry stands for none."""

    edited = pyqtSignal()

    def __init__(self, name, spec, default, unset):
        super().__init__()
        self._values = [None, *spec.get("enum", (True, False))]
        about = {each["const"]: each for each in spec.get("oneOf", ())}
        for value in self._values:
            self.addItem(unset if value is None else format_value(value))
            if value in about:
                self.setItemData(self.count() - 1, tr(about[value]["title"]), Qt.ItemDataRole.ToolTipRole)
        self.currentIndexChanged.connect(lambda *_: self.edited.emit())

    def read(self):
        return self._values[self.currentIndex()]

    def write(self, value):
        self.setCurrentIndex(self._values.index(value))

    def accepts(self, value):
        return value in self._values[1:]


class CheckEditor(QCheckBox):
    """Yes or no; what is as it is by default counts as not set."""

    edited = pyqtSignal()

    def __init__(self, name, spec, default, unset):
        super().__init__()
        self._default = default
        self.setChecked(default)
        self.toggled.connect(lambda *_: self.edited.emit())

    def read(self):
        return None if self.isChecked() == self._default else self.isChecked()

    def write(self, value):
        self.setChecked(self._default if value is None else value)

    def accepts(self, value):
        return isinstance(value, bool)


class TextEditor(QLineEdit):
    """A text, or several values with commas between them."""

    edited = pyqtSignal()

    def __init__(self, name, spec, default, unset):
        super().__init__()
        self._name, self._spec = name, spec
        self.setPlaceholderText(unset)
        self.textEdited.connect(lambda *_: self.edited.emit())

    def read(self):
        """Return the value, or what was written where it cannot be read, which the run refuses with a sentence."""
        text = self.text().strip()
        try:
            return read_value(self._name, text, self._spec) if text else None
        except FinerError:
            return text

    def write(self, value):
        self.setText("" if value is None else format_value(value))

    def accepts(self, value):
        return isinstance(value, list if self._spec.get("type") == "array" else str)


def create_editor(name, spec, default, is_models_own):
    """Return the widget of an option, unset.

    Args:
        name: the option.
        spec: its schema.
        default: the value that it has where it is not set; None if that is not known here.
        is_models_own: whether that is the chosen model's.
    """
    shown = (
        QLocale().toString(default, "g", DECIMALS) if isinstance(default, float) else format_value(default)
    )
    if default is None:
        unset = tr("not set")
    elif is_models_own:
        unset = tr("{value} (the model's)", value=shown)
    else:
        unset = tr("{value} (default)", value=shown)
    if "enum" in spec:
        editor = ListEditor
    elif spec.get("type") == "boolean":
        editor = ListEditor if default is None else CheckEditor
    else:
        editor = NumberEditor if spec.get("type") in ("integer", "number") else TextEditor
    return editor(name, spec, default, unset)
