"""Config classes and their JSON Schema: what a user can set is declared once, on the class that acts on it.

A job, a backbone, an objective is one frozen pydantic model. The dialog, `qgis_process help`, the modeler, the command
line and the README tables are read from the schema published here.
"""

from __future__ import annotations

import inspect
import pkgutil
import re
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator
from typing import Any, ClassVar, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    JsonValue,
    ValidationError,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from .abstract_methods import require_methods
from .attribute_docstrings import attribute_docstrings
from .errors import InputError
from .family_members import Members
from .i18n import say
from .option_errors import refusal


class BesideChoice(ABC):
    """Annotation of a choice some of whose options may stand beside it, as if they were fields of its owner."""

    @abstractmethod
    def gather(self, owner: type[Config], name: str, values: dict[str, Any]) -> dict[str, Any]:
        """Return an owner's values with those options moved into the choice.

        Args:
            owner: the config that the choice is a field of.
            name: the field.
            values: the owner's JSON values.

        Raises:
            InputError: an option is in both places, with different values.
        """

    @abstractmethod
    def publish(self, owner: type[Config], name: str, properties: dict[str, Any]) -> dict[str, Any]:
        """Return the properties of the schema of `owner` with those options after its field `name`."""


class Config(BaseModel):
    """Values that a user decides on: frozen, with a default for each or required, and no others."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        protected_namespaces=(),
        allow_inf_nan=False,
    )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        published = handler(schema)
        properties = handler.resolve_ref_schema(published).get("properties", {})
        for name, text in attribute_docstrings(cls).items():
            if name in properties:
                properties[name].setdefault("description", text)
        return published

    @classmethod
    def beside_choices(cls) -> Iterator[tuple[str, BesideChoice]]:
        """Yield the fields that are choices with options beside them."""
        for name, field in cls.model_fields.items():
            yield from ((name, each) for each in field.metadata if isinstance(each, BesideChoice))

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, values: Any) -> Any:
        for name, beside in cls.beside_choices() if isinstance(values, dict) else ():
            values = beside.gather(cls, name, values)
        return values


class Choice(Config):
    """A family of configs of which one is chosen by id: the id is the file's name, and the files are the list.

    A class whose base is `Choice` is a family. Every class below it is a member, except those in files whose names begin
    with an underscore: they hold what several members share.
    """

    members: ClassVar[Members[Self]]
    id: ClassVar[str]
    tiny: ClassVar[tuple[dict[str, JsonValue], ...]] = ({},)
    """Options of small members that between them take every form there is: what the tests of the family go through.
    Counts that are not named are about a tenth of their default."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if Choice in cls.__bases__:
            cls.members = Members()
            return
        cls.id = cls.__module__.rpartition(".")[2]
        if cls.id.startswith("_") and cls.id != "__main__":  # a script's own members are members
            return
        if not cls.members.awaits(cls.id, cls.__module__):
            raise TypeError(f"{cls.id!r} is already a member of its family")
        require_methods(cls)
        cls.members[cls.id] = cls  # type: ignore[assignment] # Self is the family here

    @classmethod
    def discover(cls, package: str, path: Iterable[str], others: Collection[str] = ()) -> None:
        """Make every module of `package` that lies in `path` a member; it is imported when the member is asked for.

        Args:
            package: Name of the package.
            path: Its folders.
            others: Names of modules in it that are no members; those that begin with an underscore are none anyway.
        """
        for module in pkgutil.iter_modules(path):
            if not module.name.startswith("_") and module.name not in others:
                cls.members.announce(module.name, f"{package}.{module.name}")

    @classmethod
    def load(cls, values: Any) -> Self:
        """Return the member that `values["id"]` names, built from the other values; an id alone takes its defaults.

        Raises:
            InputError: there is no such member, it lacks an option, or a value is out of its bounds.
        """
        if isinstance(values, cls):
            return values
        options = dict(values) if isinstance(values, dict) else {"id": values}
        asked = options.pop("id", None)
        if not isinstance(asked, str) or asked not in cls.members:
            raise cls.unknown(asked)
        return cls.members[asked].build(options)

    @classmethod
    def unknown(cls, asked: object) -> InputError:
        """Return the error for an id that is no member's."""
        return InputError(
            "There is no {family} {asked}: choose one of {known}.",
            family=say(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__).lower()),
            asked=repr(asked),
            known=", ".join(cls.members),
        )

    @classmethod
    def build(cls, values: dict[str, Any]) -> Self:
        """Return an instance of this member, built from JSON values.

        Raises:
            InputError: one does not fit.
        """
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            raise refusal(cls, cls.id, list(schema_of(cls)["properties"]), error) from None

    def dump(self) -> dict[str, Any]:
        """Return the JSON values that `load` takes."""
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
        return (
            cls.members_schema()
            if "members" in vars(cls)
            else super().__get_pydantic_json_schema__(schema, handler)
        )

    @classmethod
    def members_schema(cls) -> JsonSchemaValue:
        """Return the schema of a choice between the members."""
        members = []
        for name, member in cls.members.items():
            published = schema_of(member)
            published["properties"] = {"id": {"const": name}, **published["properties"]}
            members.append(published)
        return {"format": "choice", "oneOf": members}


def schema_of(cls: type[Config]) -> dict[str, Any]:
    """Return the plain JSON Schema of a config, references resolved; what the dialog folds away stands last.

    An optional value is one that is not required: its schema does not mention null.
    """
    raw = cls.model_json_schema()
    title, _, description = inspect.cleandoc(cls.__doc__ or cls.__name__).partition("\n\n")
    properties = {name: _flat(spec, raw.get("$defs", {})) for name, spec in raw.get("properties", {}).items()}
    for name, field in cls.model_fields.items():
        if isinstance(field.default, Choice):
            properties[name]["default"] = field.default.dump()  # pydantic leaves out the member's id
    for name, beside in cls.beside_choices():
        properties = beside.publish(cls, name, properties)
    folded = sorted(properties, key=lambda name: bool(properties[name].get("advanced")))
    return {
        "title": title.rstrip("."),
        "description": description,
        "properties": {name: properties[name] for name in folded},
        "required": raw.get("required", []),
    }


def _flat(spec: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """Return a property without `$ref` and without the `null` alternative."""
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
