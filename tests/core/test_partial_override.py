"""Options that stand beside the choice they belong to, and partial overrides of a choice made elsewhere."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import Field

from sr_core.errors import InputError
from sr_core.parameter_types import of_diffusion
from sr_core.partial_override import UNCHANGED, Override, Promoted
from sr_core.schema import Choice, Config, schema_of


class Shape(Choice):
    """A family of two, for the tests of what stands beside a choice."""

    edges: Annotated[int, Field(title="Edges", ge=3, le=9)] = 4
    """How many edges."""


class Star(Shape):
    """Star"""

    __module__ = "star"
    edges: Annotated[int, Field(title="Points", ge=5, le=99)] = 5
    """How many points."""
    depth: Annotated[float, Field(title="Depth", gt=0, lt=1)] = 0.5
    """How deep."""


class Polygon(Shape):
    """Polygon"""

    __module__ = "polygon"


class Tile(Config):
    """All options of the shape stand beside it."""

    shape: Annotated[Shape, Promoted(), Field(title="Shape")] = Polygon()
    """Its shape."""
    size: Annotated[int, Field(title="Size")] = 1
    """How large."""


class Cut(Config):
    """One option stands beside what is said of a shape."""

    shape: Annotated[Override[Shape], Promoted("edges"), Field(title="Shape"), of_diffusion] = UNCHANGED
    """Which shape."""


def without_texts(properties):
    return {
        name: {key: value for key, value in spec.items() if key not in ("description", "oneOf")}
        for name, spec in properties.items()
    }


def test_options_beside_a_choice_take_what_any_member_takes():
    assert without_texts(schema_of(Tile)["properties"]) == {
        "shape": {"title": "Shape", "type": "string", "enum": ["star", "polygon"], "default": "polygon"},
        "edges": {
            "title": "Edges", "type": "integer", "minimum": 3, "maximum": 99, "option_of": "shape",
            "owners": {"polygon": 4, "star": 5},
        },
        "depth": {
            "title": "Depth", "type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1, "default": 0.5,
            "option_of": "shape", "owners": {"star": 0.5},
        },
        "size": {"title": "Size", "type": "integer", "default": 1},
    }  # fmt: skip


def test_options_beside_an_override_have_no_default():
    found = without_texts(schema_of(Cut)["properties"])
    assert found == {
        "shape": {"title": "Shape", "format": "choice", "needs": "diffusion"},
        "edges": {
            "title": "Points", "type": "integer", "minimum": 3, "maximum": 99, "needs": "diffusion",
            "option_of": "shape", "owners": {"star": 5, "polygon": 4},
        },
    }  # fmt: skip
    assert schema_of(Cut)["required"] == []


@pytest.mark.parametrize(
    ("values", "shape"),
    [
        ({}, Polygon()),
        ({"shape": "star"}, Star()),
        ({"edges": 6}, Polygon(edges=6)),
        ({"shape": {"edges": 6}}, Polygon(edges=6)),
        ({"shape": "star", "edges": 6, "depth": 0.25}, Star(edges=6, depth=0.25)),
        ({"shape": {"id": "star", "depth": 0.25}, "edges": 6}, Star(edges=6, depth=0.25)),
        ({"shape": Star(edges=7), "edges": 7}, Star(edges=7)),
    ],
)
def test_options_are_read_beside_a_choice_or_in_it(values, shape):
    assert Tile.model_validate(values).shape == shape


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"depth": 0.5}, "polygon has no option 'depth': it has edges."),
        ({"shape": "ring", "edges": 5}, "There is no shape 'ring': choose one of star, polygon."),
        ({"shape": 3}, "There is no shape 3: choose one of star, polygon."),
        ({"shape": {"edges": 5}, "edges": 6}, "edges is 6, and 5 in shape: leave one of them out."),
    ],
)
def test_options_beside_a_choice_that_do_not_fit_are_refused(values, sentence):
    with pytest.raises(InputError) as refusal:
        Tile.model_validate(values)
    assert str(refusal.value) == sentence


def test_no_option_beside_a_choice_may_have_the_name_of_a_field():
    class Clash(Config):
        shape: Annotated[Shape, Promoted()] = Polygon()
        depth: int = 1

    with pytest.raises(TypeError, match="Shape and Clash have both an option 'depth'"):
        Clash()


@pytest.mark.parametrize(
    ("values", "dumped", "parameter"),
    [
        ({}, None, None),
        ({"shape": None}, None, None),
        ({"shape": "star"}, {"id": "star"}, "SHAPE"),
        ({"edges": 5}, {"id": None, "edges": 5}, "EDGES"),
        ({"shape": {"depth": 0.1}}, {"id": None, "depth": 0.1}, "SHAPE_OPTIONS"),
        ({"shape": {"id": "star", "depth": 0.1}, "edges": 5}, {"id": "star", "depth": 0.1, "edges": 5}, "SHAPE"),
        ({"shape": Star(edges=7)}, {"id": "star", "edges": 7, "depth": 0.5}, "SHAPE"),
    ],
)  # fmt: skip
def test_an_override_says_what_is_asked_and_where(values, dumped, parameter):
    cut = Cut.model_validate(values)
    assert (cut.shape.dump(), cut.shape.parameter) == (dumped, parameter)
    assert Cut.model_validate_json(cut.model_dump_json()).shape.dump() == dumped


@pytest.mark.parametrize(
    ("values", "own", "shape"),
    [
        ({}, Star(edges=7), Star(edges=7)),
        ({"edges": 6}, Star(edges=7, depth=0.1), Star(edges=6, depth=0.1)),
        ({"shape": "star", "edges": 6}, Star(edges=7, depth=0.1), Star(edges=6, depth=0.1)),
        ({"shape": "star"}, Polygon(edges=9), Star()),
        ({"shape": "polygon"}, Star(edges=9), Polygon()),
    ],
)
def test_an_override_changes_what_is_said_and_nothing_else(values, own, shape):
    assert Cut.model_validate(values).shape.onto(own) == shape


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"shape": {"depth": 0.1}}, "polygon has no option 'depth': it has edges."),
        ({"edges": 2}, "edges does not fit: input should be greater than or equal to 3."),
        ({"edges": "many"}, "edges does not fit: input should be a valid integer."),
    ],
)
def test_an_override_that_does_not_fit_is_refused(values, sentence):
    with pytest.raises(InputError) as refusal:
        Cut.model_validate(values).shape.onto(Polygon())
    assert str(refusal.value) == sentence
