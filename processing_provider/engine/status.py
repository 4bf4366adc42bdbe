"""How the engine is: what a person, or whoever helps them, needs to know, as Markdown."""

from __future__ import annotations

import os
import platform
import shutil
from configparser import ConfigParser

from qgis.core import Qgis

from ..errors import FinerError
from ..translation import tr
from . import advice, environment, install_stamp, locate, packages, pip_settings, settings
from .verify import verified

NETWORK = (
    "index-url",
    "extra-index-url",
    "find-links",
    "no-index",
    "cert",
    "client-cert",
    "proxy",
    "trusted-host",
)
"""What of pip's configuration tells where packages come from."""


def diagnose(is_cancelled):
    """Yield what the engine writes while it is asked, as events; return whether it is ready, and the Markdown.

    Raises:
        Cancelled: the user stopped it.
    """
    facts, problem = {}, None
    try:
        facts = yield from verified(locate.engine_python(), "auto", is_cancelled)
    except FinerError as error:
        problem = tr(error.text, **error.values)
    cards = packages.graphics_cards()
    verdict = tr("Ready: computes on {device_name}.", **facts) if facts else tr("Not ready.")
    counsel = [problem] if problem else _advice(facts)
    parts = [f"## {tr('SR engine')}", f"**{verdict}**", *counsel]
    for title, rows in (
        (tr("Engine"), _engine_rows(facts, cards)),
        (tr("Plugin"), _plugin_rows()),
        (tr("Network"), _network_rows()),
    ):
        parts.append(_table(title, rows))
    return bool(facts), "\n\n".join(parts) + "\n"


def _advice(facts):
    """What a user could do to make a working engine better."""
    for event in advice.on_idle_card(facts):
        yield tr(event["text"], **event["values"])
    if not settings.named_python()[0] and not install_stamp.is_current(
        install_stamp.read(settings.engine_folder())
    ):
        yield tr('The packages are those of another version of Finer: run "Set up SR engine" to renew them.')


def _engine_rows(facts, cards):
    named, where = settings.named_python()
    noted = {} if named else install_stamp.read(settings.engine_folder())
    yield tr("Interpreter"), named or str(locate.python_of(settings.engine_folder()))
    yield tr("Found by"), where or tr("the default place")
    for label, name in (
        ("Python", "python"),
        ("torch", "torch"),
        (tr("CUDA of torch"), "cuda"),
        ("rasterio", "rasterio"),
        ("GDAL", "gdal"),
        (tr("Device"), "device_name"),
    ):
        if name in facts:
            yield label, facts[name] or tr("none")
    yield tr("Graphics cards"), ", ".join(cards) or tr("none that NVIDIA's driver knows")
    for label, name in ((tr("Set up"), "made"), (tr("Profile"), "profile"), (tr("Installer"), "installer")):
        if name in noted:
            yield label, noted[name]


def _plugin_rows():
    metadata = ConfigParser(interpolation=None)
    metadata.read(environment.ROOT / "metadata.txt", encoding="utf-8")
    yield "Finer", metadata.get("general", "version", fallback="?")
    yield tr("Plugin folder"), str(environment.ROOT)
    yield tr("Folder for engine and models"), str(settings.home())
    yield tr("Free disk space"), _free_space(settings.home())
    yield "QGIS", Qgis.QGIS_VERSION
    yield tr("QGIS' Python"), platform.python_version()
    yield tr("System"), platform.platform()


def _network_rows():
    variables = environment.for_installer()
    options = pip_settings.read(variables)
    yield from environment.proxies(variables).items()
    for name in NETWORK:
        if name in options:
            yield f"pip: {name}", environment.masked(" ".join(options[name].split()))
    yield "uv", packages.find_uv() or tr("not there: pip installs")


def _free_space(folder):
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        return f"{shutil.disk_usage(folder).free / 2**30:.1f} GiB"
    except OSError:  # a drive that is gone
        return "?"


def _table(title, rows):
    body = (f"| {label} | {_cell(value)} |" for label, value in rows)
    return "\n".join([f"### {title}", "", "| | |", "|---|---|", *body])


def _cell(value):
    return str(value).replace("|", "\\|").replace(os.linesep, " ")
