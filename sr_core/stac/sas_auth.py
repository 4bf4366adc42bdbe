"""Signatures (SAS tokens) of Planetary Computer, which Azure's storage requires."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlparse

from .http import get, status_error

LEAST = 60
"""Seconds for which a token must still be valid."""

STORAGE = ".blob.core.windows.net"
"""How the names of Azure's servers end."""

WEB = "/vsicurl/"
"""What GDAL puts before the address of a file on a web server."""

WAIT = 30.0
"""Seconds that a token is waited for when a raster is opened."""


def sign(href: str, timeout: float) -> str:
    """Return an address with the token that it needs, unchanged where it needs none.

    It waits `timeout` seconds for a token. The package's own `sign` waits without a time-out, and for minutes where a server is busy.

    Raises:
        NetworkError: the server gives no token.
    """
    if not _needs_signature(href):
        return href
    from planetary_computer.sas import TOKEN_CACHE, SASToken
    from planetary_computer.settings import Settings

    place = _token_url(href)
    token = TOKEN_CACHE.get(place)
    if token is None or token.ttl() < LEAST:
        key = Settings.get().subscription_key
        with get(place, timeout, **({"Ocp-Apim-Subscription-Key": key} if key else {})) as answer:
            if answer.status_code == 404:  # not their storage, so it needs no token
                return href
            if not answer.ok:
                raise status_error(place, answer.status_code)
            token = TOKEN_CACHE[place] = SASToken(**answer.json())
    return str(token.sign(href).href)


def renew_signature(path: str) -> str:
    """Return the name of a raster with a signature that is still good, where it lies in Planetary Computer's storage.

    A run that lasts longer than a signature names its raster without one, or with one that has run out, and asks for a
    new one each time that it opens it. Other names are returned as they are, and so is an address whose signature, by
    the time that is written in it, has not run out.

    Raises:
        NetworkError: The server gives no token.
    """
    href = path.removeprefix(WEB)
    plain = _plain(href)
    if plain is None or _is_good(href):
        return path
    signed = sign(plain, WAIT)
    return path if signed == plain else f"{WEB}{signed}"


def forget_signature(path: str | None) -> None:
    """Discard the token of a raster that could not be read, so that the next signature is a new one."""
    if path and (plain := _plain(path.removeprefix(WEB))):
        forget(plain)


def _plain(href: str) -> str | None:
    """Return an address in Azure's storage without its signature; None for any other name."""
    parts = urlparse(href)
    is_there = parts.scheme in ("http", "https") and (parts.hostname or "").endswith(STORAGE)
    return parts._replace(query="").geturl() if is_there else None


def _is_good(href: str) -> bool:
    """Return whether an address has a signature that has not run out (`se`, RFC 3339), or whose end its owner keeps (`si`)."""
    query = parse_qs(urlparse(href).query)
    if (
        "sig" in query and "se" not in query
    ):  # not one of Planetary Computer's, whose server need not be asked
        return True
    try:
        end = datetime.fromisoformat(query.get("se", [""])[0])
    except ValueError:
        return False
    return end.replace(tzinfo=end.tzinfo or UTC) - datetime.now(UTC) > timedelta(seconds=LEAST)


def forget(href: str) -> None:
    """Discard the token of an address, so that the next signature is a new one."""
    if _needs_signature(href):
        from planetary_computer.sas import TOKEN_CACHE

        TOKEN_CACHE.pop(_token_url(href), None)


def _needs_signature(href: str) -> bool:
    parts = urlparse(href)
    return parts.netloc.endswith(STORAGE) and not parts.query  # a query is a signature


def _token_url(href: str) -> str:
    from planetary_computer.settings import Settings
    from planetary_computer.utils import parse_blob_url

    account, container = parse_blob_url(urlparse(href))
    return f"{Settings.get().sas_url}/{account}/{container}"
