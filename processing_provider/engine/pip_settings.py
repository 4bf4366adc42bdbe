"""The user's own pip configuration, read as pip reads it, and translated for uv."""

from __future__ import annotations

import configparser
import locale
import os
import sys
from pathlib import Path

SECTIONS = ("global", "install")
"""Sections that apply to `pip install`; the later one takes precedence."""


def read(environment):
    """Return pip's options by name, such as `index-url`, from its files and from variables PIP_*.

    A file that cannot be read is left out: pip itself will say what is wrong with it.
    """
    options = {}
    for section in SECTIONS:
        for path in _files(environment):
            options.update(_read_section(path, section))
    for name, value in environment.items():
        if name.startswith("PIP_") and name != "PIP_CONFIG_FILE" and value:
            options[name[4:].lower().replace("_", "-")] = value
    return options


def to_uv_variables(options, environment):
    """Return variables that make uv use the same indexes, folders, certificates and proxy.

    Args:
        options: those of `read`.
        environment: variables that are set already; uv's own among them take precedence.
    """
    variables = {
        "UV_DEFAULT_INDEX": options.get("index-url"),
        "UV_INDEX": " ".join(options.get("extra-index-url", "").split()),
        "UV_FIND_LINKS": ",".join(_expand_user(place) for place in options.get("find-links", "").split()),
        "UV_INSECURE_HOST": " ".join(options.get("trusted-host", "").split()),
        "UV_HTTP_TIMEOUT": options.get("timeout") or options.get("default-timeout"),
        "UV_KEYRING_PROVIDER": "subprocess" if options.get("keyring-provider") == "subprocess" else None,
        "UV_NO_CACHE": "1" if _is_on(options.get("no-cache-dir")) else None,
        "SSL_CERT_FILE": options.get("cert"),
        "SSL_CLIENT_CERT": options.get("client-cert"),
        # pip trusts the system's certificates; uv would trust only its own.
        "UV_SYSTEM_CERTS": "1",
        "UV_NATIVE_TLS": "1",  # the same for older versions
        # pip takes the best version of all indexes; uv would take the first index that knows the name.
        "UV_INDEX_STRATEGY": "unsafe-best-match",
    }
    variables = {name: value for name, value in variables.items() if value and name not in environment}
    if options.get("proxy"):
        names = ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")
        variables.update(dict.fromkeys(names, options["proxy"]))
    return variables


def is_index_disabled(options):
    """Return whether pip is configured to look into folders only."""
    return _is_on(options.get("no-index"))


def _files(environment):
    """Yield pip's configuration files, the most specific last."""
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
        library = home / "Library/Application Support/pip"
        own = [home / ".pip" / name, (library if library.is_dir() else home / ".config/pip") / name]
    else:
        for folder in (environment.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(os.pathsep):
            yield Path(folder) / "pip" / name
        yield Path("/etc") / name
        configuration = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
        own = [home / ".pip" / name, configuration / "pip" / name]
    if named and os.path.exists(named):
        yield Path(named)  # instead of the user's own
    else:
        yield from own


def _read_section(path, section):
    parser = configparser.RawConfigParser()
    try:
        parser.read(path, encoding=locale.getpreferredencoding(False))
        items = parser.items(section) if parser.has_section(section) else []
    except (configparser.Error, UnicodeDecodeError):
        items = []
    return {name.lower().replace("_", "-").lstrip("-"): value for name, value in items if value}


def _expand_user(place):
    return os.path.expanduser(place) if place.startswith("~") else place


def _is_on(value):
    return str(value).lower() in ("1", "true", "yes", "on", "y", "t")
