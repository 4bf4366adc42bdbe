"""Failures are explained in one sentence that says what to do. The lines are those that pip, uv and Python write."""

import pytest
from finer.processing_provider.engine import failures

PIP_RETRY = "WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection broken by "
CASES = {
    "disk": (
        ["ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"],
        failures.DISK_FULL,
        "No space left on device",
    ),
    "tls, pip": (
        [
            PIP_RETRY
            + "'SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: "
            "self-signed certificate in certificate chain (_ssl.c:992)'))': /simple/torch/",
            "ERROR: No matching distribution found for torch==2.13.0+cpu",
        ],
        failures.CERTIFICATE,
        "CERTIFICATE_VERIFY_FAILED",
    ),
    "tls, uv": (
        [
            "error: Failed to fetch: https://pypi.org/simple/torch/",
            "  cause: invalid peer certificate: UnknownIssuer",
        ],
        failures.CERTIFICATE,
        "UnknownIssuer",
    ),
    "proxy, pip": (
        [
            PIP_RETRY
            + "'ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407 Proxy Authentication "
            "Required'))': /simple/torch/"
        ],
        failures.PROXY,
        "407 Proxy Authentication",
    ),
    "proxy, uv": (["  cause: tunnel error: proxy authorization required"], failures.PROXY, "tunnel error"),
    "credentials": (
        [
            "error: Failed to fetch: https://m/simple/",
            "  cause: HTTP status client error (401 Unauthorized) for url (https://m/)",
        ],
        failures.CREDENTIALS,
        "401 Unauthorized",
    ),
    "network, pip": (
        [
            PIP_RETRY
            + "'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f12>: Failed to "
            "establish a new connection: [Errno -3] Temporary failure in name resolution')': /simple/torch/",
            "ERROR: No matching distribution found for torch==2.13.0+cpu",
        ],
        failures.UNREACHABLE,
        "Temporary failure in name resolution",
    ),
    "network, uv": (
        [
            "error: Failed to fetch: https://pypi.org/simple/torch/",
            "  cause: Connection refused (os error 111)",
        ],
        failures.UNREACHABLE,
        "Connection refused",
    ),
    "none, pip": (
        ["ERROR: No matching distribution found for rasterio==1.4.4"],
        failures.NO_MATCH,
        "(No matching distribution found for rasterio==1.4.4)",
    ),
    "none, uv": (
        [
            "error: No solution found when resolving dependencies",
            "  cause: Because affine was not found in the registry, no.",
        ],
        failures.NO_MATCH,
        "(Because affine was not found",
    ),
    "contradiction": (
        [
            "ERROR: Cannot install torch==2 because these package versions have conflicting dependencies.",
            "ERROR: ResolutionImpossible: for help visit https://pip.pypa.io",
        ],
        failures.NO_MATCH,
        "ResolutionImpossible",
    ),
    "damaged": (
        ["ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."],
        failures.DAMAGED,
        "HASHES",
    ),
    "other": (["Collecting torch", "ERROR: Exception: a goblin", "Traceback"], failures.OTHER, "a goblin"),
}


@pytest.mark.parametrize("name", CASES)
def test_an_installers_failure_is_explained(name):
    log, text, essence = CASES[name]
    error = failures.explain_installer_exit(
        1, ["Looking in indexes: https://m/simple", *log], "/home/me/finer", "3.11.2"
    )
    assert error.text == text
    assert essence in str(error)
    assert " object at " not in str(error)


def test_an_installer_that_ran_out_of_memory():
    assert "memory ran out" in str(failures.explain_installer_exit(-9, ["Collecting torch"], "/", "3.11"))


def test_credentials_do_not_reach_the_message():
    log = ["ERROR: Could not reach https://me:secret@mirror/simple"]
    assert "secret" not in str(failures.explain_installer_exit(1, log, "/", "3.11"))


@pytest.mark.parametrize(
    ("code", "log", "words"),
    [
        (-9, [], "memory ran out"),
        (-11, [], "crashed in native code (SIGSEGV)"),
        (-15, [], "another program (SIGTERM)"),
        (0xC0000005, [], "access violation, 0xc0000005"),
        (0xC0000005 - 2**32, [], "access violation, 0xc0000005"),
        (0xC0000135, [], "Visual C++ Redistributable"),
        (
            1,
            ["ImportError: DLL load failed while importing _C: module not found"],
            "Visual C++ Redistributable",
        ),
        (1, ["Traceback", "ModuleNotFoundError: No module named 'torch'"], 'run "Set up SR engine"'),
    ],
)
def test_a_workers_end_is_explained(code, log, words):
    assert words in str(failures.explain_worker_exit(code, log, "/engine/bin/python", has_started=False))
