"""Asking servers: how often and how long, and what went wrong, said in one sentence."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

import certifi
import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from ..errors import NetworkError

BUSY = (429, 500, 502, 503, 504)
"""HTTP statuses that are worth another try; with them a server may say when (Retry-After), which is kept to."""

TRIES = 4
"""How often a server that is busy is asked again."""

BACKOFF = 0.5
"""Seconds: 0, 1, 2 and 4 of these double between tries, where the server does not say how long to wait."""

LONGEST_WAIT = 60
"""Seconds: a server that wants a longer pause is not waited for that long."""


def certificates() -> str:
    """The file with the certificates to trust, by the environment variables that requests looks at."""
    return os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE") or certifi.where()


def retries() -> Retry:
    """Ask again when a server is busy, more and more slowly; give up early on one that does not answer at all."""
    return Retry(
        total=TRIES,
        connect=1,
        read=1,
        status=TRIES,
        status_forcelist=BUSY,
        allowed_methods=None,  # a search is a POST and changes nothing
        backoff_factor=BACKOFF,
        retry_after_max=LONGEST_WAIT,
        raise_on_status=False,  # the status says more than that there were too many
    )


def session() -> requests.Session:
    """A session that asks again."""
    made = requests.Session()
    for scheme in ("http://", "https://"):
        made.mount(scheme, HTTPAdapter(max_retries=retries()))
    return made


def get(url: str, timeout: float, **headers: str) -> requests.Response:
    """What a server answers to a GET, whatever its status; the body is not read yet.

    Raises:
        NetworkError: it does not answer.
    """
    try:
        return session().get(url, timeout=timeout, headers=headers, stream=True)
    except requests.RequestException as error:
        raise silence(url, error, timeout) from None


def silence(url: str, error: BaseException | None, timeout: float) -> NetworkError:
    """Why there was no answer at all."""
    server = urlsplit(url).hostname or url
    if isinstance(error, requests.exceptions.Timeout) or "timed out" in str(error):
        return NetworkError(
            "{server} did not answer within {timeout:g} seconds: try again later, or set a longer TIMEOUT.",
            server=server,
            timeout=timeout,
        )
    if isinstance(error, requests.exceptions.SSLError):
        return NetworkError(
            "The certificate of {server} is not trusted: if your network inspects connections, set the environment "
            "variable REQUESTS_CA_BUNDLE to the file with its certificate.",
            server=server,
        )
    return NetworkError(
        "{server} cannot be reached: check the network connection and the proxy settings.", server=server
    )


def refusal(url: str, status: int) -> NetworkError:
    """What an HTTP status that is no success means."""
    server = urlsplit(url).hostname or url
    if status == 429:
        return NetworkError(
            "{server} is too busy for this request (HTTP 429), also after {tries} more tries: try again in some minutes.",
            server=server,
            tries=TRIES,
        )
    if status >= 500:
        return NetworkError(
            "{server} has a fault of its own (HTTP {status}), also after {tries} more tries: try again later.",
            server=server,
            status=status,
            tries=TRIES,
        )
    if status in (401, 403):
        return NetworkError(
            "{server} refuses access (HTTP {status}): it wants a login or a key, which Finer does not have.",
            server=server,
            status=status,
        )
    return NetworkError(
        "{server} does not have {what} (HTTP {status}).",
        server=server,
        what=urlsplit(url).path,  # without the query, which may hold a signature
        status=status,
    )
