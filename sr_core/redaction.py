"""Passwords, tokens and signatures in addresses and texts: hidden before anything is shown, stored or logged.

The patterns are also published in schema.json, by which QGIS' half hides the same.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, TextIO, TypeVar

from pydantic import BaseModel

HIDDEN = "***"
"""Stands in place of a secret."""

HARMLESS = (
    "service|version|request|layers?|styles?|crs|srs|srsname|bbox|width|height|format|transparent|coverage|coverageid|"
    "identifier|tilematrix|tilematrixset|tilerow|tilecol|type|zmin|zmax|url|collections?|limit|datetime|time|bands|assets|"
    "item|items|typename|outputformat|subset|page|lang|dpimode|featurecount|contextualwmslegend|resampling|rescale|"
    "expression|max_retry|retry_delay|use_head|list_dir|empty_dir"
)
"""Names of query parameters that are shown. All others are hidden: every server has its own name for its key."""

HIDDEN_NAMES = (
    r"pass(?:word|wd|wort|phrase)?|pwd|userpwd|(?:\w*[_.-])?(?:password|token|secret|signature|credentials?)|sig|jwt|"
    r"api[_-]?key|(?:\w+[_-])?(?:subscription|access|account|private)[_-]?key(?:[_-]?id)?"
)
"""Names of values that are hidden wherever they are given as name=value."""

SCHEME = r"((?<![a-z0-9])[a-z][a-z0-9+.-]{1,20}:/{1,2})"
"""Of an address, also of one that was taken for a path, whose slashes then are one."""

PATTERNS = (
    # A user name and a password before a host, also where the password has an @ or a slash, or its colon and slashes
    # are escaped.
    (SCHEME + r"[^\s/?#\"<>]*@", rf"\1{HIDDEN}@"),
    (
        SCHEME + r"[^\s/?#@:\"<>]{1,99}:(?!\d{1,5}(?:[/?#\s]|$))[^\s@\"<>]{1,199}@(?=[\w\[-])",
        rf"\1{HIDDEN}@",
    ),
    (r"(?<=%3A%2F%2F)(?:(?!%2F)[^\s/?#&\"<>@])*(?:%40|@)", HIDDEN + "@"),
    # user:password@host without a scheme
    (r"(?<![\w/\\.@%-])(?!mailto:)[\w.+-]+:[^\s/\\@:\"'<>]+@(?=[\w-]+[.:/]|localhost)", HIDDEN + "@"),
    # ?name=value&name=value, also escaped
    (rf"([?&](?:amp;)?(?!(?:{HARMLESS})=)[\w.~$%[\]-]+=)[^&\s\"'<>#]+", r"\1" + HIDDEN),
    (rf"((?:%3F|%26)(?!(?:{HARMLESS})%3D)[\w.~-]+%3D)(?:(?!%26|%23)[^&\s\"'<>#])+", r"\1" + HIDDEN),
    (r"(://[^\s?\"'<>]{0,499}\?)[^\s=&\"'<>]+(?=[\s\"'<>]|$)", r"\1" + HIDDEN),
    # name=value, "name": "value", and values in quotation marks in what connects to a database
    (rf"(?<![\w?&.-])((?:{HIDDEN_NAMES})\s*=\s*)(?:\"[^\"]*\"|'[^']*'|[^\s&;,\"'<>]+)", r"\1" + HIDDEN),
    (rf"([\"'](?:{HIDDEN_NAMES})[\"']\s*:\s*[\"'])[^\"']+", r"\1" + HIDDEN),
    # headers, and files of services
    (
        r"(authorization[\"']?\s*[:=]\s*[\"']?)(?:(?:basic|bearer|digest|token)\s+)?[^\s\"',;}]+",
        r"\1" + HIDDEN,
    ),
    (r"(\bbearer\s+)[\w.~+/-]{8,}=*", r"\1" + HIDDEN),
    (r"(<(?:\w*(?:UserPwd|Password|Token|ApiKey|AccessKey|Secret))>)[^<]+", r"\1" + HIDDEN),
)
"""Patterns (capitals do not matter) and what takes the place of what they find; one after the other."""

Model = TypeVar("Model", bound=BaseModel)


def redact(text: str) -> str:
    """Return a text without the passwords, tokens and signatures in it."""
    for pattern, instead in _compile_patterns():
        text = pattern.sub(instead, text)
    return text


def redact_texts(texts: Mapping[str, str]) -> dict[str, str]:
    """Return texts by name, without the secrets in them."""
    return {name: redact(text) for name, text in texts.items()}


def redact_values(value: object) -> object:
    """Return JSON values without the secrets in their texts; other objects as they are."""
    match value:
        case str():
            return redact(value)
        case dict():
            return {name: redact_values(each) for name, each in value.items()}
        case list() | tuple():
            return [redact_values(each) for each in value]
        case _:
            return value


def redact_model(model: Model) -> Model:
    """Return what a file is to hold of a model: itself without the secrets in its texts."""
    values = model.model_dump(mode="json")
    shown = redact_values(values)
    return model if shown == values else type(model).model_validate(shown)


class RedactingStream:
    """A stream of text without the secrets in what is written to it: warnings, and what libraries log.

    A line is written when it is whole, since a secret may come in several pieces; the last one by `finish`.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._line, self._lock = stream, "", threading.RLock()

    def write(self, text: str) -> int:
        """Write a text, without its secrets, as far as its lines are whole."""
        with self._lock:
            self._line += text
            whole = max(self._line.rfind(end) for end in "\n\r") + 1
            if whole:
                lines, self._line = self._line[:whole], self._line[whole:]
                self._stream.write(redact(lines))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write texts one after the other."""
        for line in lines:
            self.write(line)

    def finish(self) -> None:
        """Write what there is of a line that nobody has ended."""
        with self._lock:
            if self._line:
                self.write("\n")
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@cache
def _compile_patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in PATTERNS)
