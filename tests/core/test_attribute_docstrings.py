"""What users read about an option is the docstring below it, wherever its class stands."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sr_core.attribute_docstrings import attribute_docstrings
from sr_core.schema import Config, schema_of


class Sky(Config):
    """A sky."""

    blue: Annotated[int, Field(title="Blue")] = 1
    """How blue.

    Very.
    """
    grey: Annotated[int, Field(title="Grey")] = 2
    high: Annotated[int, Field(title="High", description="Said here.")] = 3
    """Not this."""


class Evening(Sky):
    """A sky at its end."""

    blue: Annotated[int, Field(title="Blue")] = 5
    """How dark."""


def test_they_are_those_of_the_class_and_of_what_it_inherits():
    assert attribute_docstrings(Sky)["blue"] == "How blue.\n\nVery."
    assert attribute_docstrings(Evening)["blue"] == "How dark."
    assert {n: spec.get("description") for n, spec in schema_of(Evening)["properties"].items()} == {
        "blue": "How dark.", "grey": None, "high": "Said here.",
    }  # fmt: skip


def test_of_a_class_within_a_function_and_of_a_part():
    class Day(Config):
        """A day."""

        sky: Annotated[Sky, Field(title="Sky")] = Sky()
        """What is above."""

    published = schema_of(Day)["properties"]["sky"]
    assert published["description"] == "What is above."
    assert published["properties"]["blue"]["description"] == "How blue.\n\nVery."


def test_a_class_made_without_a_file_has_none():
    assert attribute_docstrings(type("Night", (), {})) == {}
