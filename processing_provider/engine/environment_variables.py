"""Environment variables of child processes: the user's network settings, and nothing of QGIS' Python and GDAL."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import quote, urlsplit

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtNetwork import QNetworkProxy

from . import user_settings

ROOT = Path(__file__).resolve().parents[2]
"""The plugin's folder, in which the engine finds `sr_core`."""

TRANSLATIONS = ROOT / "i18n"

LEAKS = (
    "PYTHON", "VIRTUAL_ENV", "GDAL_", "PROJ_", "LD_LIBRARY_PATH", "LD_PRELOAD", "DYLD_", "QGIS_",
)  # fmt: skip
"""Prefixes of variables that QGIS' launchers set for QGIS' own libraries."""

MISPLACING = (
    "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PIP_PYTHON", "PIP_REQUIRE_VIRTUALENV", "PIP_DRY_RUN",
    "PIP_NO_DEPS", "PIP_REQUIREMENT", "PIP_EDITABLE", "UV_TARGET", "UV_PREFIX", "UV_SYSTEM_PYTHON", "UV_PYTHON",
    "UV_PROJECT", "UV_PROJECT_ENVIRONMENT", "UV_WORKING_DIR", "CONDA_PREFIX",
)  # fmt: skip
"""Variables by which an installer would put packages somewhere else, or nowhere."""

WAITING = {"OMP_WAIT_POLICY": "PASSIVE", "GOMP_SPINCOUNT": "5000", "OPENBLAS_NUM_THREADS": "1"}
"""Variables by which the threads of libraries sleep while they wait: see sr_core/cpu_threads.py, which has them too."""

SPIN = "GOMP_SPINCOUNT"  # which would overrule a policy that the user has set

PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


def for_worker():
    """Return the variables for a Python that runs `sr_core`."""
    kept = _scrub()
    return {
        **{name: value for name, value in WAITING.items() if name != SPIN or "OMP_WAIT_POLICY" not in kept},
        **kept,
        "FINER_HOME": str(user_settings.home()),  # which QGIS' settings may name
        "FINER_PARENT": str(os.getpid()),  # whose death ends the worker, see sr_core/parent_watch.py
        "PYTHONPATH": str(ROOT),
        "PYTHONSAFEPATH": "1",  # a stray torch.py in the working folder is not torch
        "PYTHONNOUSERSITE": "1",
        "PYTHONUTF8": "1",
        "PYTHONFAULTHANDLER": "1",  # a crash in native code says where, in the log
        **_translation_file(),
    }


def for_installer():
    """Return the variables for pip and uv: the user's indexes, proxies and certificates stay."""
    return {
        **{name: value for name, value in _scrub().items() if name.upper() not in MISPLACING},
        "PYTHONUTF8": "1",
        "PYTHONUNBUFFERED": "1",
    }


def proxies(variables):
    """Return the proxy settings among variables, without passwords."""
    return {
        name.upper(): mask_credentials(value)
        for name, value in sorted(variables.items())
        if name.upper() in PROXIES
    }


def mask_credentials(text):
    """Return a text in which URLs have no credentials."""
    return re.sub(r"[^/\s,]+@", "***@", text)


def _translation_file():
    """Return the variable that names the translations into QGIS' language; none for English, which needs none."""
    name = QLocale(QgsApplication.locale()).name()  # such as de_AT, for which QTranslator takes finer_de too
    files = (TRANSLATIONS / f"finer_{language}.ts" for language in (name, name.partition("_")[0]))
    return next(({"FINER_TEXTS": str(file)} for file in files if file.is_file()), {})


def _scrub():
    """Return the user's variables without QGIS' own, and with the proxy of QGIS' options."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith(LEAKS)}
    url, no_proxy = _qgis_proxy()
    if url:
        for name in [name for name in kept if name.upper() in ("HTTP_PROXY", "HTTPS_PROXY")]:
            del kept[name]
        kept.update(dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), url))
    if url and no_proxy:
        already = kept.pop("NO_PROXY", "") or kept.pop("no_proxy", "")
        kept["no_proxy"] = kept["NO_PROXY"] = ",".join([*filter(None, [already]), *no_proxy])
    return kept


def _qgis_proxy():
    """Return the URL of the proxy in QGIS' options and the hosts it is not for; `(None, [])` if there is none."""
    manager = QgsNetworkAccessManager.instance()
    proxy = manager.fallbackProxy()
    kinds = QNetworkProxy.ProxyType
    schemes = {kinds.HttpProxy: "http", kinds.HttpCachingProxy: "http", kinds.Socks5Proxy: "socks5h"}
    if proxy.type() not in schemes or not proxy.hostName():
        return None, []
    credentials = ":".join(quote(part, safe="") for part in (proxy.user(), proxy.password()) if part)
    where = f"{proxy.hostName()}:{proxy.port()}" if proxy.port() else proxy.hostName()
    url = f"{schemes[proxy.type()]}://{credentials}{'@' if credentials else ''}{where}"
    hosts = (urlsplit(entry if "//" in entry else f"//{entry}").hostname for entry in manager.noProxyList())
    return url, [host for host in hosts if host]
