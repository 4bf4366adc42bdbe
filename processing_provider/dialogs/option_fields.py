"""The options of the chosen network, objective, degradation or sampler as fields, in place of their text.

The text stays what the parameter holds: scripts, models, batches and QGIS' history know nothing of the fields.
"""

from __future__ import annotations

from html import escape

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QLineEdit

from ..option_text import ANY, format_options, format_value, join_options, options_of, read_each
from ..parameters import members
from ..translation import format_number, tr
from .option_editors import create_editor


class OptionFields(QgsCollapsibleGroupBox):
    """The fields of a choice's options. It follows the text that the parameter holds, and writes it when a field is edited.

    Args:
        key: the parameter that holds the text.
        spec: schema of the choice.
        elsewhere: options that are parameters of their own.
        write: called with the new text.
        visibility: what shows and hides widgets.

    Attributes:
        widget_before: the widget after which the Tab key comes to the fields.
    """

    widget_before, _is_wanted = None, True

    def __init__(self, key, spec, elsewhere, write, visibility):
        super().__init__(tr("{title}: options", title=tr(spec["title"])))
        self.setObjectName(f"finer_{key}")
        self.setSaveCollapsedState(False)
        self._key, self._write, self._elsewhere, self._visibility = key, write, elsewhere, visibility
        self._members, self._is_decided_here = members(spec), "default" in spec
        self._shown, self._text, self._member, self._set_aside = None, "", ANY, {}
        self._rest = QLineEdit(self)
        self._rest.setToolTip(
            tr(
                "Options that have no field here, as name=value. Unknown options are rejected when the "
                "algorithm runs."
            )
        )
        self._rest.textEdited.connect(lambda *_: self._write_text())
        self._form, self._editors, self._wheel = QFormLayout(self), {}, FocusedWheel(self)
        self._form.addRow(tr("Other options"), self._rest)

    def refresh(self, chosen, own, text):
        """Show the options of the chosen member, set as the text says.

        Args:
            chosen: id of the member; None where the model decides.
            own: the model's own member and its options, as JSON; {} where that is not known.
            text: what the parameter holds.
        """
        shown = chosen or own.get("id"), own
        if shown != self._shown:
            before, self._shown = self._shown, shown
            is_switch = before is not None and before[0] != shown[0] and text == self._text
            values = self._values() if is_switch else {}
            self._build()
            if is_switch:
                text = self._carry_over(before[0], values)
        elif text == self._text:
            return
        self._fill(text)

    def show_if(self, is_wanted):
        """Show the fields only while they are wanted at all."""
        self._is_wanted = is_wanted
        self._show_rows()

    def _build(self):
        """Make the fields of the shown member."""
        name, own = self._shown
        while self._form.rowCount() > 1:
            self._form.removeRow(0)
        self._member, self._editors, before = self._members.get(name, ANY), {}, self.widget_before
        if self._member is ANY:
            return
        for option, spec in options_of(self._member).items():
            if option in self._elsewhere:
                continue
            is_models_own = not self._is_decided_here and own.get("id") == name
            default = spec.get("default") if self._is_decided_here or own else None
            editor = create_editor(option, spec, own.get(option) if is_models_own else default, is_models_own)
            label = QLabel(tr(spec["title"]))
            for each in (editor, label):
                each.setToolTip(_describe(option, spec))
            editor.setObjectName(f"finer_{self._key}_{option}")
            editor.installEventFilter(self._wheel)
            editor.edited.connect(self._write_text)
            label.setBuddy(editor)
            self._form.insertRow(self._form.rowCount() - 1, label, editor)
            self._editors[option] = editor
            self.setTabOrder(before, editor)
            before = editor
        self.setTabOrder(before, self._rest)

    def _fill(self, text):
        """Set the fields as a text says; what has no field stays text."""
        self._text = text
        known, rest = read_each(self._key, text, self._member)
        for option, editor in self._editors.items():
            value = known.get(option)
            is_shown = value is not None and editor.accepts(value)
            editor.blockSignals(True)
            editor.write(value if is_shown else None)
            editor.blockSignals(False)
            if is_shown:
                del known[option]
        left = format_options(known, self._member) if known else ""
        self._rest.setText(", ".join(filter(None, (left, rest))))
        self._show_rows()

    def _carry_over(self, name, values):
        """Return the text for another member: what both have stays, and what the other lacks waits until it is chosen again."""
        waiting = self._set_aside.pop(self._shown[0], {})
        kept = {o: v for o, v in values.items() if o in self._editors and self._editors[o].accepts(v)}
        self._set_aside[name] = {option: value for option, value in values.items() if option not in kept}
        text = self._join({**waiting, **kept})
        self._text = text
        self._write(text)
        return text

    def _write_text(self):
        self._text = self._join(self._values())
        self._write(self._text)
        self._show_rows()

    def _values(self):
        read = {option: editor.read() for option, editor in self._editors.items()}
        return {option: value for option, value in read.items() if value is not None}

    def _join(self, values):
        rest = self._rest.text().strip()
        if not rest:
            return format_options(values, self._member) if values else ""
        pairs = join_options({option: format_value(value) for option, value in values.items()})
        return ", ".join(filter(None, (pairs, rest)))

    def _show_rows(self):
        """Hide what the other options make meaningless, and the group where there is nothing to set."""
        options = options_of(self._member)
        for option, editor in self._editors.items():
            owners, choice = options[option].get("owners"), options[option].get("option_of")
            is_shown = owners is None or editor.read() is not None
            if not is_shown:
                is_shown = (self._editors[choice].read() or options[choice].get("default")) in owners
            for each in (editor, self._form.labelForField(editor)):
                self._visibility.show(each, is_shown)
        is_text_shown = bool(self._rest.text()) or self._rest.hasFocus()
        for each in (self._rest, self._form.labelForField(self._rest)):
            self._visibility.show(each, is_text_shown)
        self._visibility.show(self, self._is_wanted and (bool(self._editors) or is_text_shown))


class FocusedWheel(QObject):
    """Keeps the mouse wheel, which scrolls the dialog, from changing fields that are not being edited."""

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Wheel and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _describe(option, spec):
    """Return the tooltip of an option: its name in scripts, its bounds, and what it does."""
    low, high = (spec.get(f"{side}imum", spec.get(f"exclusive{side.title()}imum")) for side in ("min", "max"))
    bounds = (
        ""
        if low is None and high is None
        else " ({} – {})".format(*("…" if each is None else format_number(each) for each in (low, high)))
    )
    return f"<b>{escape(option)}</b>{bounds}<br>{escape(tr(spec['description']))}"
