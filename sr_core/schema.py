"""A config class in, JSON Schema out: whatever a user can set is declared once, on the class that acts on it.

A job, a backbone, an objective is one frozen pydantic model. The dialog, `qgis_process help`, the modeler, the
command line and the README tables are read from the schema published here.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    JsonValue,
    ValidationError,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from .abstract_methods import require_methods
from .errors import BadInput, OptionError
from .i18n import either, say

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
"""What pydantic finds wrong with a value, by its type, in sentences that can be translated."""


class Config(BaseModel):
    """Values a user decides: frozen, complete, and refusing what it does not know."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        protected_namespaces=(),
        allow_inf_nan=False,
    )


def _means(format: str, **extra: Any) -> Any:
    """Annotation that tells the dialog which widget a value wants."""
    return Field(json_schema_extra={"format": format, **extra})


RasterIn = Annotated[str, _means("raster-in")]
FolderIn = Annotated[str, _means("folder-in")]
PolygonsIn = Annotated[str, _means("polygons-in")]
"""A GeoJSON file; in QGIS any layer of polygons."""
FolderOut = Annotated[str, _means("folder-out")]
WeightsIn = Annotated[str, _means("weights-in")]
PackageIn = Annotated[str, _means("srpk-in")]
PackagesIn = Annotated[tuple[str, ...], _means("srpks-in")]
CheckpointIn = Annotated[str, _means("checkpoint-in")]
PackageOut = Annotated[str, _means("srpk-out")]
HtmlOut = Annotated[str, _means("html-out")]
RasterOut = Annotated[str, _means("raster-out", like="input", bands="bands")]
"""A raster shown with the stretch and band order of the layer in `like`."""
RasterToo = Annotated[str, _means("raster-out", offered=True)]
"""A raster that can be left out, that the dialog makes unless it is told not to, and that is shown as QGIS would."""
RasterOfSpread = Annotated[str, _means("raster-out", like="input", shows="spread")]
"""A raster of standard deviations of what was made of the layer in `like`, shown with a ramp of its own."""
Bands = Annotated[tuple[Annotated[int, Field(ge=1)], ...], _means("bands", raster="input")]
Options = Annotated[dict[str, JsonValue], _means("options")]
"""Options of a network that is not known before the job runs, written as "name=value, name=value"."""
Numbers = Annotated[tuple[float, ...], _means("numbers")]
Device = Literal["auto", "cpu", "cuda", "mps"]
Scale = Literal[1, 2, 3, 4, 8]
"""Of a model; at 1 it restores an image at the same size."""
TileScale = Literal[2, 3, 4, 8]
"""Of a tile set; at 1 its two sides would be the same."""

advanced = Field(json_schema_extra={"advanced": True})
"""Folded away in the dialog."""
of_diffusion = Field(json_schema_extra={"needs": "diffusion"})
"""Greyed out in the dialog unless the chosen model is a diffusion model."""
of_several_scales = Field(json_schema_extra={"needs": "several scales"})
"""Greyed out in the dialog unless the chosen model does several scales."""


class Extent(Config):
    """A rectangle on the map."""

    model_config = ConfigDict(json_schema_extra={"format": "extent"})

    bounds: tuple[float, float, float, float]
    """West, south, east, north, in units of the coordinate reference system."""

    crs: str | None = None
    """Coordinate reference system as WKT; none means the raster's own."""


class Choice(Config):
    """A family of configs chosen by id; the id is the file's name and the files are the list.

    The class that names `Choice` as its base is the family; every class below it is a member, but those of files whose
    names begin with an underscore, which hold what several members share.
    """

    members: ClassVar[dict[str, type[Self]]]
    id: ClassVar[str]
    tiny: ClassVar[tuple[dict[str, JsonValue], ...]] = ({},)
    """Options of small members that between them take every form there is: what the tests of the family go through.
    Counts that are not named are about a tenth of their default."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if Choice in cls.__bases__:
            cls.members = {}
            return
        cls.id = cls.__module__.rpartition(".")[2]
        if cls.id.startswith("_") and cls.id != "__main__":  # a script's own members are members
            return
        if cls.id in cls.members:
            raise TypeError(f"{cls.id!r} is already a member of its family")
        require_methods(cls)
        cls.members[cls.id] = cls  # type: ignore[assignment] # Self is the family here

    @classmethod
    def discover(cls, package: str, path: Iterable[str]) -> None:
        """Import every module of `package`, so that a file is a member."""
        for module in pkgutil.iter_modules(path):
            if not module.name.startswith("_"):
                importlib.import_module(f"{package}.{module.name}")

    @classmethod
    def load(cls, values: Any) -> Self:
        """The member that `values["id"]` names, built from the other values.

        Raises:
            BadInput: no such member, an option it does not have, or a value out of its bounds.
        """
        if isinstance(values, cls):
            return values
        options = dict(values) if isinstance(values, dict) else {"id": values}
        asked = options.pop("id", None)
        if not isinstance(asked, str) or asked not in cls.members:
            raise cls.unknown(asked)
        return cls.members[asked].build(options)

    @classmethod
    def unknown(cls, asked: object) -> BadInput:
        """The refusal of an id that is no member's."""
        return BadInput(
            "There is no {family} {asked}: choose one of {known}.",
            family=say(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__).lower()),
            asked=repr(asked),
            known=", ".join(cls.members),
        )

    @classmethod
    def build(cls, values: dict[str, Any]) -> Self:
        """An instance from JSON values; what does not fit is said in one sentence."""
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            raise _refusal(cls, error) from None

    def dump(self) -> dict[str, Any]:
        """JSON values from which `load` makes this config again."""
        return {"id": self.id, **self.model_dump(mode="json")}

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        if "members" not in vars(cls):
            return handler(source)
        return core_schema.no_info_plain_validator_function(
            cls.load,
            serialization=core_schema.plain_serializer_function_ser_schema(lambda member: member.dump()),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        if "members" not in vars(cls):
            return handler(schema)
        members = []
        for name, member in cls.members.items():
            published = schema_of(member)
            published["properties"] = {"id": {"const": name}, **published["properties"]}
            members.append(published)
        return {"format": "choice", "oneOf": members}


@dataclass(frozen=True)
class MemberOf:
    """Annotation of a string that is the id of a member of `family`, where its options stand beside it."""

    family: type[Choice]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._known, handler(source))

    def _known(self, asked: str) -> str:
        if asked not in self.family.members:
            refusal = self.family.unknown(asked)
            raise OptionError(refusal.text, **refusal.values)
        return asked

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        members = [
            {"const": name, "title": schema_of(member)["title"]}
            for name, member in self.family.members.items()
        ]
        return {"type": "string", "enum": list(self.family.members), "oneOf": members}


def schema_of(cls: type[BaseModel]) -> dict[str, Any]:
    """Plain JSON Schema of a config, references resolved; an optional value is one that is not required. What is folded
    away stands last."""
    raw = cls.model_json_schema()
    title, _, description = inspect.cleandoc(cls.__doc__ or cls.__name__).partition("\n\n")
    properties = {name: _flat(spec, raw.get("$defs", {})) for name, spec in raw.get("properties", {}).items()}
    for name, field in cls.model_fields.items():
        if isinstance(field.default, Choice):
            properties[name]["default"] = field.default.dump()  # pydantic leaves out the member's id
    folded = sorted(properties, key=lambda name: bool(properties[name].get("advanced")))
    return {
        "title": title.rstrip("."),
        "description": description,
        "properties": {name: properties[name] for name in folded},
        "required": raw.get("required", []),
    }


def _flat(spec: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """A property without `$ref` and without the `null` alternative."""
    if "$ref" in spec:
        target = definitions[spec["$ref"].rpartition("/")[2]]
        spec = {**target, **{k: v for k, v in spec.items() if k != "$ref"}}
    if "anyOf" in spec:
        (kept,) = [s for s in spec["anyOf"] if s.get("type") != "null"]
        spec = {**_flat(kept, definitions), **{k: v for k, v in spec.items() if k != "anyOf"}}
    if spec.get("default", ...) is None:
        spec = {k: v for k, v in spec.items() if k != "default"}
    if "description" in spec:
        spec = {**spec, "description": " ".join(spec["description"].split())}
    return spec


def _refusal(cls: type[Choice], error: ValidationError) -> BadInput:
    """The first thing wrong with a config, in one sentence."""
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"])
    # Jobs are asked through parameters in capitals; members of other families through their own options.
    name = field.upper() if "Job" in (each.__name__ for each in cls.__mro__) else field
    if first["type"] == "extra_forbidden":
        return BadInput(
            "{owner} has no option {option}: it has {known}.",
            owner=cls.id,
            option=repr(field),
            known=", ".join(cls.model_fields) or say("none"),
        )
    if first["type"] == "missing":
        return BadInput("{name} is missing.", name=name)
    reason = first.get("ctx", {}).get("error")
    if isinstance(reason, OptionError):
        return BadInput(reason.text, **reason.values)
    if first["type"] == "value_error":
        return BadInput("{reason}", reason=first["ctx"]["error"])
    if first["type"] in OPTION_ERRORS:
        limits = {key: _plain(value) for key, value in first.get("ctx", {}).items()}
        if "expected" in limits:  # pydantic's words for the values that there are
            limits["expected"] = either(re.split(r", | or ", str(limits["expected"])))
        return BadInput(OPTION_ERRORS[first["type"]], name=name, **limits)
    return BadInput(
        "{name} does not fit: {reason}.", name=name, reason=first["msg"][0].lower() + first["msg"][1:]
    )


def _plain(limit: object) -> object:
    """A limit as one writes it: 1, not 1.0."""
    return int(limit) if isinstance(limit, float) and limit.is_integer() else limit
