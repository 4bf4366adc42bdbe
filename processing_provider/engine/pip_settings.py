"""The user's own pip configuration, read as pip reads it, and said in uv's words."""

from __future__ import annotations

import configparser
import locale
import os
import sys
from pathlib import Path

SECTIONS = ("global", "install")
"""Sections that hold for `pip install`; the later one wins."""


def read(environment):
    """Options by name, such as `index-url`: from pip's files, the more particular one winning, then from PIP_*.

    A file that cannot be read is passed over: pip itself will say what is wrong with it.
    """
    options = {}
    for section in SECTIONS:
        for path in _files(environment):
            options.update(_section(path, section))
    for name, value in environment.items():
        if name.startswith("PIP_") and name != "PIP_CONFIG_FILE" and value:
            options[name[4:].lower().replace("_", "-")] = value
    return options


def in_uv_words(options, environment):
    """Variables that make uv use the same indexes, folders, certificates and proxy. What is said to uv already rules."""
    words = {
        "UV_DEFAULT_INDEX": options.get("index-url"),
        "UV_INDEX": " ".join(options.get("extra-index-url", "").split()),
        "UV_FIND_LINKS": ",".join(_expanded(place) for place in options.get("find-links", "").split()),
        "UV_INSECURE_HOST": " ".join(options.get("trusted-host", "").split()),
        "UV_HTTP_TIMEOUT": options.get("timeout") or options.get("default-timeout"),
        "UV_KEYRING_PROVIDER": "subprocess" if options.get("keyring-provider") == "subprocess" else None,
        "UV_NO_CACHE": "1" if _is_on(options.get("no-cache-dir")) else None,
        "SSL_CERT_FILE": options.get("cert"),
        "SSL_CLIENT_CERT": options.get("client-cert"),
        # pip uses what the system trusts; uv would trust only what it brings along.
        "UV_SYSTEM_CERTS": "1",
        "UV_NATIVE_TLS": "1",  # the same, to older versions
        # pip takes the best version of all indexes; uv would take the first index that knows the name.
        "UV_INDEX_STRATEGY": "unsafe-best-match",
    }
    said = {name: value for name, value in words.items() if value and name not in environment}
    if options.get("proxy"):
        said.update(
            dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), options["proxy"])
        )
    return said


def without_index(options):
    """Whether the user has told pip to look into folders only."""
    return _is_on(options.get("no-index"))


def _files(environment):
    """Yield pip's configuration files, the most particular one last."""
    named = environment.get("PIP_CONFIG_FILE")
    if named == os.devnull:
        return
    name = "pip.ini" if os.name == "nt" else "pip.conf"
    home = Path(environment.get("USERPROFILE" if os.name == "nt" else "HOME") or Path.home())
    if os.name == "nt":
        yield Path(environment.get("PROGRAMDATA", "C:/ProgramData")) / "pip" / name
        own = [home / "pip" / name, Path(environment.get("APPDATA", home)) / "pip" / name]
    elif sys.platform == "darwin":
        yield Path("/Library/Application Support/pip") / name
        of_mac = home / "Library/Application Support/pip"
        own = [home / ".pip" / name, (of_mac if of_mac.is_dir() else home / ".config/pip") / name]
    else:
        for folder in (environment.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(os.pathsep):
            yield Path(folder) / "pip" / name
        yield Path("/etc") / name
        own = [
            home / ".pip" / name,
            Path(environment.get("XDG_CONFIG_HOME") or home / ".config") / "pip" / name,
        ]
    if named and os.path.exists(named):
        yield Path(named)  # instead of the user's own
    else:
        yield from own


def _section(path, section):
    parser = configparser.RawConfigParser()
    try:
        parser.read(path, encoding=locale.getpreferredencoding(False))
        items = parser.items(section) if parser.has_section(section) else []
    except (configparser.Error, UnicodeDecodeError):
        items = []
    return {name.lower().replace("_", "-").lstrip("-"): value for name, value in items if value}


def _expanded(place):
    return os.path.expanduser(place) if place.startswith("~") else place


def _is_on(value):
    return str(value).lower() in ("1", "true", "yes", "on", "y", "t")
