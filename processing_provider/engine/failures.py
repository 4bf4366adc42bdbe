"""Explains why the engine or an installer failed, in one sentence that says what to do."""

from __future__ import annotations

import re
import signal

from ..errors import FinerError
from .environment_variables import mask_credentials

CRASHED = (
    "The SR engine crashed in native code ({how}): run it again with DEVICE=cpu, update the graphics driver, or run "
    '"Set up SR engine" again. The log shows where it was.'
)
OUT_OF_MEMORY = (
    "The SR engine was ended by the system ({how}), most likely because memory ran out: use a smaller TILE_SIZE, "
    "PATCH_SIZE or BATCH_SIZE, or close other programs."
)
STOPPED = "The SR engine was stopped by another program ({how}): run it again."
NO_LIBRARY = (
    "The SR engine cannot load a system library ({how}): install the package that has it, which on Windows is the "
    "Microsoft Visual C++ Redistributable (https://aka.ms/vs/17/release/vc_redist.x64.exe)."
)
NOT_AN_ENGINE = (
    'The SR engine at {python} cannot start ({reason}): run "Set up SR engine" in the Processing toolbox again, or '
    "correct FINER_ENGINE_PYTHON or the setting finer/engine_python if that names it."
)
NO_RESULT = "The SR engine ended without a result (exit status {code}; {reason}). The log has the details."

SIGNALS = {
    "SIGKILL": OUT_OF_MEMORY,
    **dict.fromkeys(("SIGTERM", "SIGINT", "SIGHUP"), STOPPED),
    **dict.fromkeys(("SIGSEGV", "SIGBUS", "SIGILL", "SIGABRT", "SIGFPE"), CRASHED),
}
WINDOWS = {
    0xC0000005: ("access violation", CRASHED),
    0xC000001D: ("illegal instruction", CRASHED),
    0xC00000FD: ("stack overflow", CRASHED),
    0xC0000374: ("heap corruption", CRASHED),
    0xC0000409: ("aborted", CRASHED),
    0xE06D7363: ("C++ exception", CRASHED),
    0xC0000017: ("no memory", OUT_OF_MEMORY),
    0xC000012D: ("no memory to commit", OUT_OF_MEMORY),
    0xC0000135: ("DLL not found", NO_LIBRARY),
    0xC0000139: ("entry point not found in a DLL", NO_LIBRARY),
    0xC0000142: ("a DLL could not start", NO_LIBRARY),
    0xC000013A: ("Ctrl-C", STOPPED),
}
LIBRARY_MISSING = re.compile(
    r"DLL load failed|WinError 126|WinError 127|WinError 1114|cannot open shared object file"
)


def explain_worker_exit(code, log, python, has_started):
    """Return the error for a worker that ended without a result.

    `code` is its exit status, negative for a signal; `log` are the last lines that it wrote.
    """
    if code is not None and code < 0 and _signal_name(-code) in SIGNALS:
        return FinerError(SIGNALS[_signal_name(-code)], how=_signal_name(-code))
    if code is not None and code & 0xFFFFFFFF in WINDOWS:
        how, text = WINDOWS[code & 0xFFFFFFFF]
        return FinerError(text, how=f"{how}, {code & 0xFFFFFFFF:#x}")
    reason = last_line(log)
    if LIBRARY_MISSING.search(reason):
        return FinerError(NO_LIBRARY, how=reason)
    if not has_started:
        return FinerError(NOT_AN_ENGINE, python=python, reason=reason)
    return FinerError(NO_RESULT, code=code, reason=reason)


def last_line(log):
    """Return the last line of a log that is not blank, which names the error of a traceback."""
    lines = [line.strip() for line in log if line.strip()]
    return lines[-1].rstrip(".") if lines else "it said nothing"


def _signal_name(number):
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


DISK_FULL = (
    "The disk is full ({line}): free disk space in {home}, or name a folder on a larger disk in FINER_HOME."
)
CERTIFICATE = (
    "The package index's certificate is not trusted ({line}): your network probably inspects TLS. Name your "
    'organisation\'s certificate file with "pip config set global.cert FILE", or in SSL_CERT_FILE.'
)
PROXY = "The proxy refused or could not be reached ({line}): correct it in QGIS' options, in HTTPS_PROXY or in pip's configuration."
CREDENTIALS = "The package index requires other credentials ({line}): correct them in pip's configuration."
UNREACHABLE = (
    "The package index could not be reached ({line}): check the connection and the proxy in QGIS' options, or name a "
    "folder of downloaded packages in WHEELS."
)
NO_MATCH = (
    "A package is not offered for this computer and Python {version} ({line}): check the indexes and their passwords in "
    "pip's configuration, or the folder in WHEELS, or choose another PYTHON."
)
DAMAGED = "A download is damaged ({line}): run it again, or clear the cache of pip or uv."
NOT_WRITABLE = "The engine's folder cannot be written to ({line}): name another in FINER_HOME."
OTHER = "The installation failed ({line}). The log has the details."

INSTALLER = (
    (r"No space left on device|not enough space|\bENOSPC\b|disk quota|os error 28\b", DISK_FULL),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLError|SSLCertVerification|invalid peer certificate|UnknownIssuer",
        CERTIFICATE,
    ),
    (r"ProxyError|407 Proxy|Proxy Authentication|Cannot connect to proxy|tunnel error|SOCKS", PROXY),
    (r"\b40[13] (Client )?(Error|Unauthorized|Forbidden)|HTTP error 40[13]|User for \S+:", CREDENTIALS),
    (r"HASHES|[Hh]ash mismatch|BadZipFile|[Ii]nvalid zip|is not a valid wheel|is invalid", DAMAGED),
    (
        r"NewConnectionError|ConnectTimeout|ReadTimeout|ProtocolError|name resolution|getaddrinfo|dns error|"
        r"error sending request|Network is unreachable|[Cc]onnection (refused|reset|aborted|timed out)|"
        r"operation timed out|Read timed out|Failed to fetch|Network connectivity is disabled",
        UNREACHABLE,
    ),
    (r"[Pp]ermission denied|Access is denied|Read-only file system", NOT_WRITABLE),
    (
        r"No matching distribution|satisfies the requirement|No solution found|Because .*(not found|no version)|ResolutionImpossible",
        NO_MATCH,
    ),
)


LONG = 200  # characters of a log line that fit into a sentence


class InstallerError(FinerError):
    """An installation by pip or uv failed."""

    page = "troubleshooting#the-engine-cannot-be-installed"

    def may_be_elsewhere(self):
        """Return whether another index may have what this one did not have."""
        return self.text in (NO_MATCH, UNREACHABLE, CREDENTIALS, PROXY, CERTIFICATE)


def explain_installer_exit(code, log, home, version):
    """Return the error for an installer that failed, with all lines of its log, for a Python version."""
    if code == -9:
        return InstallerError(OUT_OF_MEMORY, how="SIGKILL")
    for pattern, text in INSTALLER:
        matches = [match for match in map(re.compile(pattern).search, log) if match]
        if matches:
            line = _shorten(matches[-1].string, matches[-1].start())
            return InstallerError(text, line=line, home=home, version=version)
    errors = [line for line in log if re.match(r"\s*(ERROR|error|Error)\b", line)] or [last_line(log)]
    return InstallerError(OTHER, line=_shorten(errors[0]))


def _shorten(line, start=0):
    """Return a line of a log as part of a sentence; of a long one, what stands from `start` on."""
    if len(line) > LONG:
        line = line[start:]
    line = re.sub(r"<[^>]* object at [^>]*>:?\s*", "", mask_credentials(line))
    line = re.sub(r"^\W*(ERROR|WARNING|error|warning|cause):\s*", "", line).strip(" .")
    return line if len(line) <= LONG else line[: LONG - 1] + "…"
