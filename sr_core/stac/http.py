"""HTTP requests: how often and how long to try, and errors explained in one sentence."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..errors import NetworkError

if TYPE_CHECKING:
    import requests
    from urllib3.util import Retry

BUSY = (429, 500, 502, 503, 504)
"""HTTP statuses that are worth another try, after the time that the server gives (Retry-After), if it does."""

TRIES = 4
"""How often a busy server is asked again."""

BACKOFF = 0.5
"""Seconds: tries are 0, 2, 4 and 8 times as long apart, where the server does not say how long to wait."""

LONGEST_WAIT = 60
"""Seconds: the longest pause that a server can ask for."""


def certificates() -> str:
    """Return the file with the certificates to trust, by the environment variables that requests reads."""
    import certifi

    return os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE") or certifi.where()


def retries() -> Retry:
    """Return a policy that asks a busy server again, at growing intervals, and gives up early on one that is silent."""
    from urllib3.util import Retry

    return Retry(
        total=TRIES,
        connect=1,
        read=1,
        status=TRIES,
        status_forcelist=BUSY,
        allowed_methods=None,  # a search is a POST and changes nothing
        backoff_factor=BACKOFF,
        retry_after_max=LONGEST_WAIT,
        raise_on_status=False,  # the status says more than an error about too many tries
    )


def get(url: str, timeout: float, **headers: str) -> requests.Response:
    """Return a server's answer to a GET, whatever its status, within `timeout` seconds; the body is not read yet.

    Raises:
        NetworkError: there is no answer.
    """
    import requests
    from requests.adapters import HTTPAdapter

    session = requests.Session()
    for scheme in ("http://", "https://"):
        session.mount(scheme, HTTPAdapter(max_retries=retries()))
    try:
        return session.get(url, timeout=timeout, headers=headers, stream=True)
    except requests.RequestException as error:
        raise no_answer_error(url, error, timeout) from None


def no_answer_error(url: str, error: BaseException | None, timeout: float) -> NetworkError:
    """Return an error that explains why there was no answer."""
    import requests

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


def status_error(url: str, status: int) -> NetworkError:
    """Return an error that explains an HTTP status other than success."""
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
            "{server} refuses access (HTTP {status}): it requires a login or a key, which Finer does not have.",
            server=server,
            status=status,
        )
    return NetworkError(
        "{server} does not have {what} (HTTP {status}).",
        server=server,
        what=urlsplit(url).path,  # without the query, which may hold a signature
        status=status,
    )
