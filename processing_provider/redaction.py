"""Passwords, tokens and signatures: hidden in all that is shown and logged, by the patterns that the engine publishes."""

from __future__ import annotations

import re
from functools import lru_cache

from .engine_schema import secret_patterns


def redact(text):
    """Return a text without the passwords, tokens and signatures in it."""
    for pattern, instead in _compile_patterns():
        text = pattern.sub(instead, text)
    return text


@lru_cache(maxsize=1)
def _compile_patterns():
    return [(re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in secret_patterns()]
