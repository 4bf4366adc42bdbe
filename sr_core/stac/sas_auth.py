"""Signatures of Planetary Computer, without which Azure's storage gives nothing away."""

from __future__ import annotations

from urllib.parse import urlparse

from planetary_computer.sas import BLOB_STORAGE_DOMAIN, TOKEN_CACHE, SASToken
from planetary_computer.settings import Settings
from planetary_computer.utils import parse_blob_url

from .http import get, refusal

LEAST = 60
"""Seconds that a token must still be good for."""


def signed(href: str, timeout: float) -> str:
    """An address with the token that it needs; itself where it needs none.

    The package's own `sign` waits for the token without a time-out, and minutes long for a busy server.

    Raises:
        NetworkError: no token can be had.
    """
    if not _needs_signature(href):
        return href
    place = _token_url(href)
    token = TOKEN_CACHE.get(place)
    if token is None or token.ttl() < LEAST:
        key = Settings.get().subscription_key
        with get(place, timeout, **({"Ocp-Apim-Subscription-Key": key} if key else {})) as answer:
            if answer.status_code == 404:  # storage of somebody else, who wants no token
                return href
            if not answer.ok:
                raise refusal(place, answer.status_code)
            token = TOKEN_CACHE[place] = SASToken(**answer.json())
    return str(token.sign(href).href)


def forget(href: str) -> None:
    """Have the next signature of this address made afresh."""
    if _needs_signature(href):
        TOKEN_CACHE.pop(_token_url(href), None)


def _needs_signature(href: str) -> bool:
    parts = urlparse(href)
    return parts.netloc.endswith(BLOB_STORAGE_DOMAIN) and not parts.query  # a query is a signature


def _token_url(href: str) -> str:
    account, container = parse_blob_url(urlparse(href))
    return f"{Settings.get().sas_url}/{account}/{container}"
