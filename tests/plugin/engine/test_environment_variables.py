"""Which of the user's variables child processes get."""

import ast
import os
import re
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from finer.processing_provider.engine import environment_variables


@pytest.fixture
def qgis_proxy(qgis_app):
    """`qgis_proxy(kind, ...)` sets the proxy of QGIS' options."""
    from qgis.core import QgsNetworkAccessManager
    from qgis.PyQt.QtNetwork import QNetworkProxy

    manager = QgsNetworkAccessManager.instance()

    def set_proxy(kind, host="", port=0, user="", password="", no_proxy=()):
        proxy = QNetworkProxy(getattr(QNetworkProxy.ProxyType, kind), host, port, user, password)
        manager.setFallbackProxyAndExcludes(proxy, [], list(no_proxy))

    yield set_proxy
    set_proxy("NoProxy")


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch):
    for name in list(os.environ):
        if name.upper() in environment_variables.PROXIES:
            monkeypatch.delenv(name)


def test_an_installer_does_not_hear_what_would_misplace_packages(monkeypatch):
    misplacing = {"PIP_TARGET", "PIP_USER", "PIP_PREFIX", "PIP_PYTHON", "PYTHONUSERBASE", "UV_SYSTEM_PYTHON"}
    kept = {
        "PIP_INDEX_URL",
        "PIP_CONFIG_FILE",
        "REQUESTS_CA_BUNDLE",
        "UV_CACHE_DIR",
        "https_proxy",
        "no_proxy",
    }
    for name in misplacing | kept:
        monkeypatch.setenv(name, "mine")
    variables = environment_variables.for_installer()
    assert not misplacing & set(variables)
    assert {variables[name] for name in kept} == {"mine"}


def test_the_proxy_of_qgis_is_passed_on_and_rules(qgis_proxy, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://other:1")
    monkeypatch.setenv("no_proxy", "intranet")
    qgis_proxy("HttpProxy", "proxy.example", 3128, "me", "p@ss/word", ["https://tiles.example/wms"])
    for variables in (environment_variables.for_worker(), environment_variables.for_installer()):
        assert (
            variables["https_proxy"]
            == variables["HTTP_PROXY"]
            == "http://me:p%40ss%2Fword@proxy.example:3128"
        )
        assert variables["HTTPS_PROXY"] == variables["https_proxy"]
        assert variables["no_proxy"] == variables["NO_PROXY"] == "intranet,tiles.example"


def test_the_proxy_of_qgis_is_known_to_the_thread_in_which_an_algorithm_runs():
    """Each thread has a network manager of its own, which reads QGIS' settings."""
    from qgis.core import QgsSettings

    options = {
        "proxyEnabled": True,
        "proxyHost": "proxy.example",
        "proxyPort": "3128",
        "proxyType": "HttpProxy",
    }
    variables = []
    for name, value in options.items():
        QgsSettings().setValue(f"proxy/{name}", value)
    try:
        thread = threading.Thread(target=lambda: variables.append(environment_variables.for_installer()))
        thread.start()
        thread.join()
    finally:
        QgsSettings().remove("proxy")
    assert variables[0]["https_proxy"] == "http://proxy.example:3128"


def test_a_socks_proxy_of_qgis_resolves_names_itself(qgis_proxy):
    qgis_proxy("Socks5Proxy", "127.0.0.1", 1080)
    assert environment_variables.for_worker()["https_proxy"] == "socks5h://127.0.0.1:1080"


def test_without_a_proxy_in_qgis_the_users_own_stays(monkeypatch, qgis_proxy):
    qgis_proxy("NoProxy")
    monkeypatch.setenv("https_proxy", "http://mine:1")
    variables = environment_variables.for_worker()
    assert variables["https_proxy"] == "http://mine:1"
    assert "http_proxy" not in variables


@pytest.fixture
def in_locale(monkeypatch):
    """`in_locale(name)` returns the variables of a worker of a QGIS in this locale."""

    def variables(name):
        monkeypatch.delenv("FINER_TEXTS", raising=False)
        monkeypatch.setattr(environment_variables, "QgsApplication", SimpleNamespace(locale=lambda: name))
        return environment_variables.for_worker()

    return variables


@pytest.mark.parametrize(
    ("locale", "file"),
    [("de", "finer_de.ts"), ("de_AT", "finer_de.ts"), ("fr_CA", "finer_fr.ts"), ("es_419", "finer_es.ts")],
)
def test_the_engine_hears_in_which_language_qgis_is(in_locale, locale, file):
    path = Path(in_locale(locale)["FINER_TEXTS"])
    assert path.name == file and path.is_file()


@pytest.mark.parametrize("locale", ["en", "en_GB", "C", "ja", ""])
def test_the_engine_hears_of_no_language_that_finer_does_not_speak(in_locale, locale):
    assert "FINER_TEXTS" not in in_locale(locale)
    assert "FINER_TEXTS" not in environment_variables.for_installer()


def test_the_engine_speaks_the_language_that_dialogs_do(in_locale, tmp_path):
    """The one that QTranslator takes for a locale."""
    from qgis.PyQt.QtCore import QLocale, QTranslator

    sys.path.insert(0, str(Path(__file__).parents[3] / "script"))
    import translations

    if translations.lrelease() is None:
        pytest.skip("needs lrelease (qttools5-dev-tools)")
    translations.release(tmp_path)
    for locale in ("de", "de_CH", "fr", "fr_BE", "es_MX", "en_US", "C", "it", "nds_DE", "ca_ES"):
        translator = QTranslator()
        loaded = translator.load(QLocale(locale), "finer", "_", str(tmp_path))
        assert (f"finer_{translator.language()}" if loaded else "") == Path(
            in_locale(locale).get("FINER_TEXTS", "")
        ).stem, locale


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("http://me:secret@host:8080/simple", "http://***@host:8080/simple"),
        ("me:secret@host:8080", "***@host:8080"),
        ("https://token@host/a https://host/b", "https://***@host/a https://host/b"),
        ("https://host/simple", "https://host/simple"),
    ],
)
def test_credentials_are_masked(text, shown):
    assert environment_variables.mask_credentials(text) == shown


def test_threads_of_the_worker_sleep_while_they_wait_unless_the_user_wants_them_to_spin(monkeypatch):
    core = Path(__file__).parents[3] / "sr_core" / "cpu_threads.py"
    table = re.search(r"^WAITING = (\{.*?^\})", core.read_text(encoding="utf-8"), re.M | re.S)
    assert ast.literal_eval(table[1]) == environment_variables.WAITING
    for name in environment_variables.WAITING:
        monkeypatch.delenv(name, raising=False)
    assert environment_variables.WAITING.items() <= environment_variables.for_worker().items()
    monkeypatch.setenv("OMP_WAIT_POLICY", "ACTIVE")
    variables = environment_variables.for_worker()
    assert variables["OMP_WAIT_POLICY"] == "ACTIVE" and "GOMP_SPINCOUNT" not in variables
