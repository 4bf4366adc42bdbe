"""The status of the engine as Markdown: what a user, or whoever helps them, needs to know."""

from __future__ import annotations

import os
import platform
import shutil
from configparser import ConfigParser

from qgis.core import Qgis

from ..errors import FinerError
from ..translation import format_number, tr, tr_error, tr_event
from . import environment_variables, install_stamp, installers, locate, packages, pip_settings, user_settings
from .gpu_advice import advise_on_unused_gpu
from .verify import verify_engine

NETWORK = (
    "index-url", "extra-index-url", "find-links", "no-index", "cert", "client-cert", "proxy", "trusted-host",
)  # fmt: skip
"""Options of pip that say where packages come from."""


def diagnose(is_cancelled):
    """Have the engine compute; yield events, the last of them `done`, with the results `is_ready` and `markdown`."""
    facts, problem = {}, None
    try:
        facts = yield from verify_engine(locate.find_engine_python(), "auto", is_cancelled)
    except FinerError as error:
        problem = tr_error(error)
    cards = packages.graphics_cards()
    verdict = tr("Ready: computes on {device_name}.", **facts) if facts else tr("Not ready.")
    advice = [problem] if problem else [_parts(facts), *_advice(facts)]
    parts = [f"## {tr('SR engine')}", f"**{verdict}**", *advice]
    for title, rows in (
        (tr("Engine"), _engine_rows(facts, cards)),
        (tr("Plugin"), _plugin_rows()),
        (tr("Network"), _network_rows()),
    ):
        parts.append(_table(title, rows))
    yield {"event": "done", "result": {"is_ready": bool(facts), "markdown": "\n\n".join(parts) + "\n"}}


def _parts(facts):
    """Return which parts of the engine are installed, and what each is for."""
    if facts["torch"]:
        return tr("Installed: the complete engine, with PyTorch, which runs all tools.")
    return tr(
        "Installed: the light engine, which runs models, pansharpens and finds scenes. To export tiles, and to train, "
        'evaluate or import models, run "Set up SR engine" with PARTS set to complete.'
    )


def _advice(facts):
    """Yield what a user could do to make a working engine better."""
    yield from map(tr_event, advise_on_unused_gpu(facts))
    if install_stamp.is_outdated():
        yield tr('The packages belong to another version of Finer: run "Set up SR engine" to update them.')


def _engine_rows(facts, cards):
    named, where = user_settings.user_python()
    stamp = {} if named else install_stamp.read(user_settings.engine_folder())
    yield tr("Interpreter"), named or str(locate.interpreter_path(user_settings.engine_folder()))
    yield tr("Found by"), where or tr("the default place")
    for label, name in (
        ("Python", "python"),
        ("torch", "torch"),
        (tr("CUDA of torch"), "cuda"),
        ("ncnn", "ncnn"),
        ("rasterio", "rasterio"),
        ("GDAL", "gdal"),
        (tr("Device"), "device_name"),
    ):
        if name in facts:
            yield label, facts[name] or tr("none")
    yield tr("Graphics cards"), ", ".join(cards) or tr("none found by NVIDIA's driver")
    for label, name in ((tr("Set up"), "made"), (tr("Profile"), "profile"), (tr("Installer"), "installer")):
        if name in stamp:
            yield label, stamp[name]


def _plugin_rows():
    metadata = ConfigParser(interpolation=None)
    metadata.read(environment_variables.ROOT / "metadata.txt", encoding="utf-8")
    yield "Finer", metadata.get("general", "version", fallback="?")
    yield tr("Plugin folder"), str(environment_variables.ROOT)
    yield tr("Folder for engine and models"), str(user_settings.home())
    yield tr("Free disk space"), _free_space(user_settings.home())
    yield "QGIS", Qgis.QGIS_VERSION
    yield tr("QGIS' Python"), platform.python_version()
    yield tr("System"), platform.platform()


def _network_rows():
    variables = environment_variables.for_installer()
    options = pip_settings.read(variables)
    yield from environment_variables.proxies(variables).items()
    for name in NETWORK:
        if name in options:
            yield f"pip: {name}", environment_variables.mask_credentials(" ".join(options[name].split()))
    yield "uv", installers.find_uv() or tr("not installed: pip is used")


def _free_space(folder):
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        return format_number(shutil.disk_usage(folder).free / 1e9, ".1f") + " GB"
    except OSError:  # a drive that is gone
        return "?"


def _table(title, rows):
    body = (f"| {label} | {_cell(value)} |" for label, value in rows)
    return "\n".join([f"| {title} | |", "|---|---|", *body])


def _cell(value):
    return str(value).replace("|", "\\|").replace(os.linesep, " ")
