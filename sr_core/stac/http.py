"""HTTP requests: how often and how long to try, and errors explained in one sentence."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

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


class ServerDown(NetworkError):
    """The server itself does not work: other files of it cannot be read either."""


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


def is_unprotected(url: str) -> bool:
    """Whether others can read and change on its way what is sent to an address and comes from it: http to another computer."""
    address = urlsplit(url)
    host = address.hostname or ""
    with suppress(ValueError):  # a name, and no number
        return address.scheme == "http" and not ip_address(host).is_loopback
    return address.scheme == "http" and host != "localhost" and not host.endswith(".localhost")


def split_login(url: str) -> tuple[str, Callable[[requests.Request], requests.Request]]:
    """Return a catalogue's address without password and query, and what adds both to each request to its server.

    The addresses that the catalogue itself gives, such as that of its search, do not have them.

    Raises:
        ValueError: it is not an address.
    """
    from requests.utils import get_auth_from_url

    api = urlsplit(url)
    account, place = get_auth_from_url(url), (api.scheme, api.hostname, api.port)

    def add(request: requests.Request) -> requests.Request:
        asked = urlsplit(request.url)
        if (asked.scheme, asked.hostname, asked.port) == place:
            if any(account):
                request.auth = account
            known = dict(parse_qsl(asked.query))
            missing = [(name, value) for name, value in parse_qsl(api.query) if name not in known]
            if missing:
                query = "&".join(filter(None, (asked.query, urlencode(missing))))
                request.url = asked._replace(query=query).geturl()
        return request

    return api._replace(netloc=api.netloc.rpartition("@")[2], query="", fragment="").geturl(), add


def no_answer_error(url: str, error: BaseException | None, timeout: float) -> ServerDown:
    """Return an error that explains why there was no answer.

    Args:
        url: What was asked for.
        error: What the client raised, if anything.
        timeout: Seconds that were waited.
    """
    import requests

    server = urlsplit(url).hostname or url
    if isinstance(error, requests.exceptions.Timeout) or "timed out" in str(error):
        return ServerDown(
            "{server} did not answer within {timeout:g} seconds: try again later, or set a longer TIMEOUT.",
            server=server,
            timeout=timeout,
        )
    if isinstance(error, requests.exceptions.SSLError):
        return ServerDown(
            "The certificate of {server} is not trusted: if your network inspects connections, set the environment "
            "variable REQUESTS_CA_BUNDLE to the file with its certificate.",
            server=server,
        )
    return ServerDown(
        "{server} cannot be reached: check the network connection and the proxy settings.", server=server
    )


def status_error(url: str, status: int) -> NetworkError:
    """Return an error that explains an HTTP status other than success."""
    server = urlsplit(url).hostname or url
    if status == 429:
        return ServerDown(
            "{server} is too busy for this request (HTTP 429), even after {tries} more tries: try again in "
            "some minutes.",
            server=server,
            tries=TRIES,
        )
    if status >= 500:
        return ServerDown(
            "{server} reports an internal error (HTTP {status}), even after {tries} more tries: try again "
            "later.",
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
