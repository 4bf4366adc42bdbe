"""Whatever goes wrong in a run is told in one sentence; what only a developer can use goes to the log."""

from __future__ import annotations

import traceback
from contextlib import contextmanager

from qgis.core import QgsProcessingException

from .errors import Cancelled, FinerError
from .translation import tr


@contextmanager
def in_one_sentence(algorithm, feedback):
    """Let the run fail, with one sentence in the user's language, on whatever the block raises.

    Being cancelled fails it too: to return as if nothing were amiss would look like success to qgis_process and to
    models.
    """
    try:
        yield
    except QgsProcessingException:
        raise
    except Cancelled:
        raise QgsProcessingException(
            tr("{algorithm}: cancelled.", algorithm=algorithm.displayName())
        ) from None
    except FinerError as error:
        raise QgsProcessingException(tr(error.text, **error.values)) from None
    except Exception as error:
        feedback.pushDebugInfo(traceback.format_exc())
        raise QgsProcessingException(
            tr("{kind}: {reason} (the log has the details)", kind=type(error).__name__, reason=error)
        ) from None
