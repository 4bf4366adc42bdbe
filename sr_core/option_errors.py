"""Describes the errors of a config in one sentence that can be translated."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pydantic import BaseModel, ValidationError

from .errors import InputError, OptionError
from .i18n import join_or, say

OPTION_ERRORS = {
    "greater_than": "{name} does not fit: input should be greater than {gt}.",
    "greater_than_equal": "{name} does not fit: input should be greater than or equal to {ge}.",
    "less_than": "{name} does not fit: input should be less than {lt}.",
    "less_than_equal": "{name} does not fit: input should be less than or equal to {le}.",
    "multiple_of": "{name} does not fit: input should be a multiple of {multiple_of}.",
    "literal_error": "{name} does not fit: input should be {expected}.",
    "int_type": "{name} does not fit: input should be a valid integer.",
    "int_parsing": "{name} does not fit: input should be a valid integer.",
    "int_from_float": "{name} does not fit: input should be a valid integer.",
    "float_type": "{name} does not fit: input should be a valid number.",
    "float_parsing": "{name} does not fit: input should be a valid number.",
    "finite_number": "{name} does not fit: input should be a finite number.",
    "bool_type": "{name} does not fit: input should be true or false.",
    "bool_parsing": "{name} does not fit: input should be true or false.",
    "string_type": "{name} does not fit: input should be text.",
}
"""What pydantic finds wrong with a value, by pydantic's name for it."""


def shown_name(config: type[BaseModel], field: str) -> str:
    """Return a field's name as users know it: a job's are parameters, in capitals; other families' are options."""
    return field.upper() if any(each.__name__ == "Job" for each in config.__mro__) else field


def refusal(config: type[BaseModel], owner: str, known: Sequence[str], error: ValidationError) -> InputError:
    """Return the first thing wrong with a config's values as an error for the user.

    Args:
        config: the class that did not take the values.
        owner: its id.
        known: the options it has.
        error: what pydantic says.
    """
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"])
    name = shown_name(config, field)
    if first["type"] == "extra_forbidden":
        return InputError(
            "{owner} has no option {option}: it has {known}.",
            owner=owner,
            option=repr(field),
            known=", ".join(known) or say("none"),
        )
    if first["type"] == "missing":
        return InputError("{name} is missing.", name=name)
    reason = first.get("ctx", {}).get("error")
    if isinstance(reason, OptionError):
        return InputError(reason.text, **reason.values)
    if first["type"] == "value_error":
        return InputError("{reason}", reason=reason)
    if first["type"] in OPTION_ERRORS:
        limits = {key: _without_decimals(value) for key, value in first.get("ctx", {}).items()}
        if "expected" in limits:  # pydantic's words for the values that there are
            limits["expected"] = join_or(re.split(r", | or ", str(limits["expected"])))
        return InputError(OPTION_ERRORS[first["type"]], name=name, **limits)
    return InputError(
        "{name} does not fit: {reason}.", name=name, reason=first["msg"][0].lower() + first["msg"][1:]
    )


def _without_decimals(limit: object) -> object:
    """Return 1 for 1.0."""
    return int(limit) if isinstance(limit, float) and limit.is_integer() else limit
