"""What every algorithm of the provider shows in QGIS' toolbox, dialogs and help."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingAlgorithm, QgsProcessingUtils
from qgis.PyQt.QtGui import QIcon

from . import error_help_links, help_page_addresses
from .help_text import help_lines, paragraphs
from .parameters import make_advanced, panel_help

ICON = Path(__file__).resolve().parent.parent / "icon.svg"


class ToolboxAlgorithm(QgsProcessingAlgorithm):
    """An algorithm of Finer's: its icon, its dialog, and the page behind its Help button."""

    shows_links = False
    """Whether a dialog shows what `checkParameterValues` refuses, in which a link can be pressed."""

    def icon(self):
        return QIcon(str(ICON))

    def svgIconPath(self):
        return str(ICON)

    def helpUrl(self):
        return help_page_addresses.page_url(
            help_page_addresses.page_name(self.name()), QgsProcessingUtils.tempFolder()
        )

    def createCustomParametersWidget(self, parent=None):
        # It holds Processing's own widgets. Widgets of the parameters themselves would break the modeler's.
        from .dialogs.job_dialog import JobDialog  # needs windows, which qgis_process has not

        return JobDialog(self.create(), parent=parent)

    def shortHelpString(self):
        if QgsApplication.platform() == "qgis_process":
            # It prints this as plain text, after the short description and before the parameters with their help.
            rest = (each for each in paragraphs(self.explanation()) if each != self.shortDescription())
            return "\n\n".join(rest)
        schema = getattr(self, "schema", None) or {}
        asked, written, left_out = [], [], False
        for shown in self.parameterDefinitions():
            about = panel_help(shown, {"properties": {}, **schema})
            if about:
                (written if shown.isDestination() else asked).append((shown.description(), about))
            left_out |= not about
        return help_lines(self.explanation(), asked, [*written, *self.explain_results()], left_out)

    def add_parameter(self, definition, explanation, advanced=False):
        """Add a parameter with its help, in the user's language."""
        definition.setHelp(explanation)
        self.addParameter(make_advanced(definition) if advanced else definition)

    def refusal(self, error):
        """Return a `FinerError` as `checkParameterValues` returns it: with a link in a dialog, else with the page's address."""
        return (
            error_help_links.sentence_with_link(error)
            if self.shows_links
            else error_help_links.with_address(error)
        )

    def find_example(self, parameters, context):
        """Return an `ExampleRaster` of many that a model is to be used on, for which the dialog proposes a model; None: none."""
        return None

    def explanation(self):
        """Return what the algorithm does, in paragraphs in the user's language."""
        raise NotImplementedError

    def explain_results(self):
        """Return pairs of label and explanation of the results that are no parameters."""
        return []
