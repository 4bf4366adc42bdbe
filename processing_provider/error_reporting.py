"""How the errors of a run reach the user: as one sentence, with the traceback of unexpected ones in the log."""

from __future__ import annotations

import traceback
from contextlib import contextmanager

from qgis.core import QgsApplication, QgsProcessingException

from . import error_help_links
from .errors import Cancelled, FinerError
from .redaction import redact
from .translation import tr, tr_error

UNEXPECTED = "{kind}: {reason} (the log has the details)"


@contextmanager
def report_errors(algorithm, feedback):
    """Turn whatever the block raises into a `QgsProcessingException` with one sentence in the user's language, and its page.

    A cancelled run fails, too: returning normally would look like success to qgis_process and to models.
    """
    try:
        yield
    except QgsProcessingException:
        _print_once()
        raise
    except Cancelled:
        _print_once()
        cancelled = tr("{algorithm}: cancelled.", algorithm=algorithm.displayName())
        raise QgsProcessingException(cancelled) from None
    except FinerError as error:
        _print_once()
        raise _exception(error, feedback) from None
    except Exception as error:
        feedback.pushDebugInfo(redact(traceback.format_exc()))
        _print_once()
        unexpected = FinerError(UNEXPECTED, kind=type(error).__name__, reason=error)
        raise _exception(unexpected, feedback) from None


def _exception(error, feedback):
    """Return the exception that ends a run with a `FinerError`."""
    sentence = error_help_links.report(tr_error(error), error_help_links.find_page(error), feedback)
    return QgsProcessingException(sentence)


def _print_once():
    """Let qgis_process print the error that ends its run once, after ERROR.

    QGIS writes it into its message log too, twice, and qgis_process prints that log.
    """
    if QgsApplication.platform() == "qgis_process":
        QgsApplication.messageLog().blockSignals(True)
