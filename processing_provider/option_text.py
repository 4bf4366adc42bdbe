"""Options of a network or another member of a family, as one line of text that users write."""

from __future__ import annotations

import json
import re
from contextlib import suppress

from .errors import FinerError, ParameterError
from .number_parsing import read_number, read_numbers, read_whole_number, split_list
from .translation import tr

OPTION = re.compile(r"(\w+)\s*=\s*(.*?)(?:[,;\s]\s*(?=\w+\s*=)|[,;]?$)", re.DOTALL)
"""`name=value` up to the next `name=`, so that a value may hold commas: `channel_mults=1,2,4, dropout=0`."""


ANY = {"properties": {"name": {"type": "number", "default": "value"}}}
"""Stands for a member that only the engine knows."""


def parse_options(name, text, member=ANY):
    """Return the JSON values in `n_feats=32, n_blocks=8`, or in a JSON object.

    Args:
        name: the parameter.
        text: what was written there.
        member: schema of the member whose options they are.

    Raises:
        FinerError: the text cannot be read, or names an option that the member lacks.
    """
    text = text.strip()
    options = _from_json(name, text, member) if text.startswith("{") else _from_pairs(name, text, member)
    known = options_of(member)
    for option in options:
        if member is not ANY and option not in known:
            raise ParameterError(
                "{owner} has no option {option}: it has {known}.",
                owner=member["properties"]["id"]["const"],
                option=repr(option),
                known=", ".join(known) or tr("none"),
            )
    return options


def read_each(name, text, member):
    """Return what each option in a text says, also where the text as a whole would be refused.

    Args:
        name: the parameter.
        text: what was written there.
        member: schema of the member whose options they are.

    Returns:
        The values by option, as far as the member has it and the value can be read; and the rest, as text.
    """
    text, specs, known, rest = text.strip(), options_of(member), {}, {}
    try:
        if text.startswith("{"):
            values = _from_json(name, text, member)
            known = {option: value for option, value in values.items() if option in specs}
            return known, format_options({each: values[each] for each in values if each not in specs}, ANY)
        pairs = list(_pairs(name, text, member))
    except FinerError:
        return {}, text
    for option, value in pairs:
        try:
            known[option] = read_value(option, value, specs[option])
        except (FinerError, KeyError):
            rest[option] = value
    return known, join_options(rest)


def format_options(options, member):
    """Return the text that `parse_options` reads as these options: pairs, or JSON where pairs would say something else."""
    text = join_options({option: format_value(value) for option, value in options.items()})
    try:
        is_clear = _from_pairs("", text, member) == options
    except FinerError:  # a value is text that cannot be read, which a run refuses with its reason
        is_clear = True
    return text if is_clear else json.dumps(options, ensure_ascii=False)


def join_options(texts):
    """Return one text of the texts of values by option."""
    return ", ".join(f"{option}={text}" for option, text in texts.items())


def format_value(value):
    """Return a value as users write it: `true`, `0.5`, `1,2,4`, `bicubic`."""
    if isinstance(value, list):
        return ",".join(map(format_value, value))
    if isinstance(value, str):
        return value
    return re.sub(r"\.0$", "", json.dumps(value, ensure_ascii=False))


def options_of(member):
    """Return the properties of a member that a user may set."""
    return {option: spec for option, spec in member["properties"].items() if option != "id"}


def example_of(options):
    """Return two options as a user would write them: those with an example, else numbers, else words."""
    shown = [f"{o}={s['examples'][0]}" for o, s in options.items() if "examples" in s]
    for kinds in (("integer", "number"), ("string",)):
        shown = shown or [
            f"{o}={s['default']}" for o, s in options.items() if s.get("type") in kinds and "default" in s
        ]
    return ", ".join(shown[:2])


def _from_json(name, text, member):
    try:
        return json.loads(text)  # what starts with a brace and is JSON is an object
    except ValueError:
        raise _unreadable(name, text, member) from None


def _from_pairs(name, text, member):
    known = options_of(member)
    return {
        option: read_value(option, value, known.get(option, {}))
        for option, value in _pairs(name, text, member)
    }


def _pairs(name, text, member):
    """Yield each option in a text, and the text of its value."""
    position = 0
    while position < len(text):
        found = OPTION.match(text, position)
        if not found or not found.group(2):
            raise _unreadable(name, text, member)
        yield found.group(1), found.group(2).strip()
        position = found.end()


def read_value(name, text, spec):
    """Return the JSON value of an option from its text.

    Raises:
        FinerError: the text is a number that can be read in two ways.
    """
    if spec.get("type") == "array":
        items = spec.get("items", {})
        if items.get("type") == "number":
            read_numbers(name, text, spec)  # refuses decimal commas
        return [read_value(name, part, items) for part in split_list(text)]
    if spec.get("type") == "integer" and ("," in text or "." in text):
        return read_whole_number(name, text)
    if spec.get("type") == "number" and "," in text:
        read_number(name, text)
    # Of an option that is not known here, several numbers are a list.
    for json_text in (text,) if spec else (text, f"[{text}]"):
        with suppress(ValueError):
            return json.loads(json_text)
    return text.strip("'\"")


def _unreadable(name, text, member):
    return ParameterError(
        "{name} cannot be read at {text}: write it like {example}.",
        name=name,
        text=repr(text),
        example=example_of(options_of(member)),
    )
