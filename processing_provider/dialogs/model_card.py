"""A model's card as a widget: its picture, what it is, and what does not fit."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QPixmap
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from ..translation import tr

TITLE = '<td style="white-space:nowrap">{}</td>'
NUMBER = '<td align="right" style="white-space:nowrap">&nbsp;{}</td>'
WIDTH = 260  # pixels of the picture at most, as packages are made


class ModelCard(QFrame):
    """Shows one model; hidden while there is none."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setObjectName("finer_model_card")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._picture, self._text, self._notes, self._forecast = (QLabel(self) for _ in range(4))
        for label in (self._text, self._notes, self._forecast):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self._text.setOpenExternalLinks(True)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        top = QHBoxLayout()
        top.addWidget(self._picture)
        top.addWidget(self._text, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self._notes)
        layout.addWidget(self._forecast)
        self.hide()

    def show_model(self, model, warnings=(), forecast=""):
        """Show what a model is, what does not fit, and what will come out."""
        picture = QPixmap()
        if model.thumbnail and picture.loadFromData(model.thumbnail):
            if picture.width() > WIDTH:
                picture = picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
            self._picture.setPixmap(picture)
            self._picture.setToolTip(tr("Left: before. Right: after."))
        self._picture.setVisible(not picture.isNull())
        self._text.setText(card_html(model))
        self._say(warnings)
        self._forecast.setText(f"<b>{_safe(tr('Result'))}:</b> {_safe(forecast)}" if forecast else "")
        self._forecast.setVisible(bool(forecast))
        self._text.show()
        self.show()

    def show_problem(self, sentence):
        """Show why there is no model to show."""
        for label in (self._picture, self._text, self._forecast):
            label.hide()
        self._say([sentence])
        self.show()

    def _say(self, warnings):
        lines = [f'<span style="color:#b45309">⚠ {_safe(text)}</span>' for text in warnings]
        self._notes.setText("<br>".join(lines))
        self._notes.setVisible(bool(lines))


def card_html(model):
    """What a model is, as rich text."""
    scales = ", ".join(f"×{scale}" for scale in model.scales)
    rows = [f"<b>{_safe(model.name)}</b> – {_safe(model.network)} {scales}"]
    facts = [(tr("Bands"), ", ".join(name or str(n) for n, name in enumerate(model.bands, 1)))]
    if model.dtype:
        facts.append((tr("Pixels"), model.dtype))
    if model.ground_resolution:
        sizes = [model.ground_resolution, *(model.ground_resolution / scale for scale in model.scales)]
        facts.append(
            (tr("Ground resolution"), tr("{size} m", size=" → ".join(f"{each:.3g}" for each in sizes[:2])))
        )
    if model.sensor:
        facts.append((tr("Trained on"), model.sensor))
    facts.append((tr("Licence"), model.licence or tr("not stated")))
    rows.extend(f"{_safe(label)}: {_safe(value)}" for label, value in facts)
    if model.figures:
        rows.append(_figures(model))
    return "<br>".join(rows[:-1]) + (rows[-1] if model.figures else "<br>" + rows[-1])


def _figures(model):
    """A table of the model's figures beside those of bicubic resampling."""
    head = "".join(NUMBER.format(_safe(label)) for label, _, _ in model.figures)
    rows = [f"<tr><td></td>{head}</tr>"]
    for title, column in ((tr("this model"), 1), (tr("bicubic"), 2)):
        values = (f"{figure[column]:#.4g}" if figure[column] is not None else "–" for figure in model.figures)
        rows.append(f"<tr>{TITLE.format(_safe(title))}{''.join(map(NUMBER.format, values))}</tr>")
    return f"<table>{''.join(rows)}</table>"


def _safe(text):
    return escape(str(text), quote=False)
