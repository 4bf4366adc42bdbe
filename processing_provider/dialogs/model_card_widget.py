"""A model's card as a widget: its picture, what it is, and what does not fit."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QPixmap
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from .. import engine_schema
from ..error_help_links import sentence_with_link
from ..translation import format_number, tr
from .preflight import format_bytes

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
        for label in (self._text, self._notes):
            label.setOpenExternalLinks(True)
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
        """Show what a model is, warnings, and the size and time of the result."""
        picture = QPixmap()
        if model.thumbnail:
            picture.loadFromData(model.thumbnail)
        self._show(picture, card_html(model), warnings, forecast)

    def show_entry(self, entry, warnings=()):
        """Show what the catalogue says of a model."""
        self._show(QPixmap(entry.preview or ""), entry_html(entry), warnings)

    def _show(self, picture, html, warnings, forecast=""):
        if not picture.isNull():
            if picture.width() > WIDTH:
                picture = picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
            self._picture.setPixmap(picture)
            self._picture.setToolTip(tr("Left: before. Right: after."))
        self._picture.setVisible(not picture.isNull())
        self._text.setText(html)
        self._say([_safe(text) for text in warnings])
        self._forecast.setText(f"<b>{_safe(tr('Result'))}:</b> {_safe(forecast)}" if forecast else "")
        self._forecast.setVisible(bool(forecast))
        self._text.show()
        self.show()

    def show_problem(self, error):
        """Show the `FinerError` that says why there is no model to show."""
        for label in (self._picture, self._text, self._forecast):
            label.hide()
        self._say([sentence_with_link(error)])
        self.show()

    def _say(self, lines):
        self._notes.setText("<br>".join(f'<span style="color:#b45309">⚠ {line}</span>' for line in lines))
        self._notes.setVisible(bool(lines))


def card_html(model):
    """Return what a model is, as rich text; titles, their order and the metrics are those of the engine's card."""
    card = engine_schema.card()
    scales = ", ".join(f"×{scale}" for scale in model.scales)
    lines = [f"<b>{_safe(model.name)}</b> – {_safe(_network(model))} {scales}"]
    facts = {
        "bands": ", ".join(name or str(number) for number, name in enumerate(model.bands, 1)),
        "guide": _guide(model),
        "dtype": model.dtype,
        "ground_resolution": _resolution(model),
        "sources": model.sources,
        "licence": model.licence or tr(card["no_licence"]),
    }
    for key, title in card["titles"].items():
        if facts.get(key):
            lines.append(f"{_safe(tr(title))}: {_safe(facts[key])}")
    return "<br>".join(lines) + _metrics_table(model, card["metrics"])


def entry_html(entry):
    """Return what the catalogue says of a model, as rich text, with the titles of a model's card where there are any."""
    scales = ", ".join(f"×{scale}" for scale in entry.scales)
    lines = [f"<b>{_safe(entry.name)}</b> {scales}", _safe(tr(entry.purpose))]
    shared = {
        "bands": ", ".join(entry.bands),
        "guide": _guide(entry),
        "dtype": entry.dtype,
        "ground_resolution": _resolution(entry),
        "licence": entry.licence,
    }
    facts = [
        (tr(title), shared[key]) for key, title in engine_schema.card()["titles"].items() if shared.get(key)
    ]
    facts.append((tr("Authors"), entry.authors))
    facts.append((tr("Download"), format_bytes(entry.size)))
    facts.append((tr("Name in the library"), entry.id))
    lines += [f"{_safe(title)}: {_safe(value)}" for title, value in facts]
    if entry.is_non_commercial:
        lines.append(f'<b style="color:#b91c1c">{_safe(tr("Not for commercial use"))}</b>')
    if entry.note:
        lines.append(_safe(tr(entry.note)))
    if entry.homepage:
        lines.append(f'<a href="{escape(entry.homepage)}">{_safe(entry.homepage)}</a>')
    return "<br>".join(lines)


def _network(model):
    """Return what the model's network is called, translated where this version has a network of that name."""
    if model.info["backbone"]["id"] == "onnx":
        return tr("Network in ONNX")
    networks = engine_schema.job_properties("train_model").get("backbone", {}).get("oneOf", ())
    return next((tr(each["title"]) for each in networks if each["title"] == model.network), model.network)


def _guide(model):
    """Return the bands of the second raster that the model takes, and how fine it is; empty where it takes one."""
    if not model.guide:
        return ""
    names = ", ".join(name or str(number) for number, name in enumerate(model.guide["bands"], 1))
    return tr("{bands}, pixels {ratio} times as fine", bands=names, ratio=model.guide["ratio"])


def _resolution(model):
    """Return metres a pixel of what the model takes and of what it makes; empty where the package does not say."""
    size = model.ground_resolution
    if not size:
        return ""
    taken, made = (format_number(each, ".3g") for each in (size, size / model.scales[0]))
    return tr("{size} m", size=f"{taken} → {made}")


def _metrics_table(model, metrics):
    """Return a table of the model's metrics beside those of bicubic resampling; empty where none was measured."""
    columns = [("", tr("this model"), tr("bicubic"))]
    for key, metric in metrics.items():
        if key in model.metrics[0]:
            values = (
                format_number(side[key], metric["format"]) if key in side else "–" for side in model.metrics
            )
            columns.append((tr(metric["title"]), *values))
    rows = (
        TITLE.format(_safe(title)) + "".join(NUMBER.format(_safe(cell)) for cell in cells)
        for title, *cells in zip(*columns)
    )
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>" if columns[1:] else ""


def _safe(text):
    return escape(str(text), quote=False)
