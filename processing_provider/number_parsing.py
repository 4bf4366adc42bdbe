"""Numbers as people write them: read only where one reading is possible, for a decimal comma is not a separator."""

from __future__ import annotations

import re

from .errors import ParameterError

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}([.,]\d{3})+", re.ASCII)
DECIMAL_COMMA = re.compile(r"([+-]?\d+),(\d+)", re.ASCII)


def read_number(name, text):
    """Return a number from text.

    Raises:
        FinerError: the text is no number; a decimal comma is answered with the spelling to use.
    """
    text = text.strip()
    if NUMBER.fullmatch(text):
        return float(text)
    comma = DECIMAL_COMMA.fullmatch(text)
    if comma:
        raise ParameterError(
            "{name} is {text}: write {number}, with a decimal point.",
            name=name,
            text=text,
            number=".".join(comma.groups()),
        )
    raise ParameterError(
        "{name} is {text}, which is not a number: write it like 1000.5.", name=name, text=text
    )


def read_whole_number(name, text):
    """Return a whole number from text; what may have thousands set apart is none, since 1.000 is one to some people.

    Raises:
        FinerError: the text is no whole number.
    """
    if THOUSANDS.fullmatch(text.strip()):
        raise ParameterError(
            "{name} is {text}: write {number}, without a separator.",
            name=name,
            text=text,
            number=re.sub(r"[.,]", "", text.strip()),
        )
    if DECIMAL_COMMA.fullmatch(text.strip()) or read_number(name, text) % 1:
        raise ParameterError("{name} must be a whole number.", name=name)
    return int(read_number(name, text))


def read_numbers(name, text, spec):
    """Return the numbers of a list, separated by commas, semicolons or spaces; none if one of them is no number.

    Args:
        name: what a refusal calls the list.
        text: the list.
        spec: JSON Schema of the list, whose items and least length may tell what a comma is.

    Raises:
        FinerError: a comma may be a decimal one.
    """
    words = split_list(text)
    is_clear = spec.get("items", {}).get("type") == "integer" or spec.get("minItems", 1) > 1
    if not is_clear and _is_ambiguous(text, words):
        raise ParameterError(
            "{name} is {text}, whose comma may be a decimal comma: write {number} with a decimal point, or "
            "{numbers} with a semicolon.",
            name=name,
            text=text,
            number=".".join(words[:2]),
            numbers="; ".join(words),
        )
    return [float(word) for word in words] if all(map(NUMBER.fullmatch, words)) else []


def split_list(text):
    """Return the parts of a list: what stands between commas, semicolons, spaces and brackets."""
    return [word for word in re.split(r"[,;\s()\[\]]+", text) if word]


def _is_ambiguous(text, words):
    """Whether commas of a list may be decimal ones, as in 0,5 and 0,5,0,25 and 1,05; not in 0.5,1 nor 1, 2 nor 1,1,1."""
    if re.search(r"(?<![\d.,])[+-]?\d+,\d+\s*[;\s]\s*[+-]?\d+,\d+(?![\d.,])", text, re.ASCII):  # 0,5; 0,25
        return True
    if not re.fullmatch(r"[+-]?\d+(,[+-]?\d+)+", text.strip(), re.ASCII):
        return False
    if any(re.match(r"[+-]?0\d", word) for word in words):  # 0,05
        return True
    wholes, fractions = words[::2], words[1::2]
    if len(wholes) != len(fractions) or any(word[0] in "+-" or not int(word) for word in fractions):
        return False
    return len(words) == 2 or not any(map(int, wholes))
