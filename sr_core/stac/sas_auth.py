"""Signatures (SAS tokens) of Planetary Computer, which Azure's storage requires."""

from __future__ import annotations

from urllib.parse import urlparse

from .http import get, status_error

LEAST = 60
"""Seconds for which a token must still be valid."""


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


def forget(href: str) -> None:
    """Discard the token of an address, so that the next signature is a new one."""
    if _needs_signature(href):
        from planetary_computer.sas import TOKEN_CACHE

        TOKEN_CACHE.pop(_token_url(href), None)


def _needs_signature(href: str) -> bool:
    from planetary_computer.sas import (
        BLOB_STORAGE_DOMAIN,  # slow to import, and most exports ask no catalogue
    )

    parts = urlparse(href)
    return parts.netloc.endswith(BLOB_STORAGE_DOMAIN) and not parts.query  # a query is a signature


def _token_url(href: str) -> str:
    from planetary_computer.settings import Settings
    from planetary_computer.utils import parse_blob_url

    account, container = parse_blob_url(urlparse(href))
    return f"{Settings.get().sas_url}/{account}/{container}"
