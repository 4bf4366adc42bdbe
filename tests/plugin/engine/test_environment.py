"""What a child is told of the user's environment, and what not."""

import os
import threading

import pytest
from finer.processing_provider.engine import environment


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
        if name.upper() in environment.PROXIES:
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
    told = environment.for_installer()
    assert not misplacing & set(told)
    assert {told[name] for name in kept} == {"mine"}


def test_the_proxy_of_qgis_is_passed_on_and_rules(qgis_proxy, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://other:1")
    monkeypatch.setenv("no_proxy", "intranet")
    qgis_proxy("HttpProxy", "proxy.example", 3128, "me", "p@ss/word", ["https://tiles.example/wms"])
    for told in (environment.for_worker(), environment.for_installer()):
        assert told["https_proxy"] == told["HTTP_PROXY"] == "http://me:p%40ss%2Fword@proxy.example:3128"
        assert told["HTTPS_PROXY"] == told["https_proxy"]
        assert told["no_proxy"] == told["NO_PROXY"] == "intranet,tiles.example"


def test_the_proxy_of_qgis_is_known_to_the_thread_in_which_an_algorithm_runs():
    """Each thread has a network manager of its own, which reads QGIS' settings."""
    from qgis.core import QgsSettings

    options = {
        "proxyEnabled": True,
        "proxyHost": "proxy.example",
        "proxyPort": "3128",
        "proxyType": "HttpProxy",
    }
    told = []
    for name, value in options.items():
        QgsSettings().setValue(f"proxy/{name}", value)
    try:
        thread = threading.Thread(target=lambda: told.append(environment.for_installer()))
        thread.start()
        thread.join()
    finally:
        QgsSettings().remove("proxy")
    assert told[0]["https_proxy"] == "http://proxy.example:3128"


def test_a_socks_proxy_of_qgis_resolves_names_itself(qgis_proxy):
    qgis_proxy("Socks5Proxy", "127.0.0.1", 1080)
    assert environment.for_worker()["https_proxy"] == "socks5h://127.0.0.1:1080"


def test_without_a_proxy_in_qgis_the_users_own_stays(monkeypatch, qgis_proxy):
    qgis_proxy("NoProxy")
    monkeypatch.setenv("https_proxy", "http://mine:1")
    told = environment.for_worker()
    assert told["https_proxy"] == "http://mine:1"
    assert "http_proxy" not in told


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
    assert environment.masked(text) == shown
