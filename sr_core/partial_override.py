"""Partial overrides of a config that is decided elsewhere, and options that stand beside the choice they belong to."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import (
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PrivateAttr,
    ValidationInfo,
    model_serializer,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from .errors import InputError, OptionError
from .i18n import join_or
from .option_errors import shown_name
from .schema import BesideChoice, Choice, Config, schema_of

T = TypeVar("T", bound=Choice)

BOUNDS = {"minimum": min, "exclusiveMinimum": min, "maximum": max, "exclusiveMaximum": max}
"""Bound of a number, as JSON Schema calls it -> the function that picks the widest of several."""


class Override(Config, Generic[T]):
    """A user's partial say over a member of the family T that is decided elsewhere.

    `Override(id="ddim", eta=0.5)` asks for a member, `Override(eta=0.5)` for a value of an option of whichever member it
    is; all else stays. JSON has the same form: {"id": "ddim", "eta": 0.5}, {"eta": 0.5}, or an id alone.
    """

    model_config = ConfigDict(extra="allow")

    id: str | None = None
    """The member; None for the one that is decided elsewhere."""

    _name: str = PrivateAttr("")
    _promoted: tuple[str, ...] = PrivateAttr(())

    @model_validator(mode="before")
    @classmethod
    def _read(cls, values: Any) -> Any:
        values, family = _values_of(values), cls.family()
        if family and values.get("id") not in (None, *family.members):
            raise family.unknown(values["id"])
        return values

    @model_validator(mode="after")
    def _note_name(self, info: ValidationInfo) -> Override[T]:
        self._name = info.field_name or self._name
        return self

    @classmethod
    def family(cls) -> type[Choice] | None:
        """Return T where it is known, as in `Override[Sampler]`."""
        return next(iter(cls.__pydantic_generic_metadata__["args"]), None)

    @model_serializer
    def dump(self) -> dict[str, Any] | None:
        """Return the JSON values, None if nothing is asked for."""
        return {"id": self.id, **self.options} if self.id or self.options else None

    @property
    def options(self) -> dict[str, Any]:
        """The options that are asked for."""
        return dict(self.model_extra or {})

    @property
    def parameter(self) -> str | None:
        """The parameter that asks for something, as users know it; None if none does."""
        if self.id:
            return self._name.upper()
        return next(map(self._parameter_of, self.options), None)

    def onto(self, own: T, fitting: Collection[str] | None = None) -> T:
        """Return `own` with its options replaced, or another member, with its own defaults elsewhere.

        Args:
            own: the member that was decided elsewhere.
            fitting: ids of the members that may take its place; None: all.

        Raises:
            InputError: the member lacks an option, or a value does not fit.
        """
        member: type[T] = own.members[self.id or own.id]
        for option in self.options:
            owners = [name for name, each in own.members.items() if option in each.model_fields]
            if option in self._promoted and member.id not in owners:
                owners = [name for name in owners if fitting is None or name in fitting]
                if not owners:
                    raise InputError(
                        "{member} has no {option}: leave {parameter} blank.",
                        member=member.id,
                        option=option,
                        parameter=option.upper(),
                    )
                raise InputError(
                    "{member} has no {option}: leave {parameter} blank, or set {choice} to {owners}.",
                    member=member.id,
                    option=option,
                    parameter=option.upper(),
                    choice=self._name.upper(),
                    owners=join_or(owners),
                )
        kept = own.model_dump() if member is type(own) else {}
        return member.build({**kept, **self.options})

    def promote(self, *options: str) -> Override[T]:
        """Make these options known as parameters of their own."""
        self._promoted = options
        return self

    def _parameter_of(self, option: str) -> str:
        return (option if option in self._promoted else f"{self._name}_options").upper()

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        family = cls.family()
        return family.members_schema() if family else handler(schema)


class Promoted(BesideChoice):
    """Annotation of a choice, or of an `Override`: these options of its members stand beside it.

    Their types, bounds, defaults and texts are those of the members that have them. Without names all options stand
    beside the choice, and the choice itself is published as a list of ids.
    """

    def __init__(self, *names: str) -> None:
        self.names = names

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def note(value: Any) -> Any:
            return value.promote(*self.names) if isinstance(value, Override) else value

        return core_schema.no_info_after_validator_function(note, handler(source))

    def gather(self, owner: type[Config], name: str, values: dict[str, Any]) -> dict[str, Any]:
        owners, default = self._owners(owner, name), owner.model_fields[name].default
        inside = _values_of(values.get(name))
        beside = {option: values[option] for option in owners if values.get(option) is not None}
        for option, value in beside.items():
            if inside.get(option, value) != value:
                raise InputError(
                    "{name} is {value}, and {other} in {place}: leave one of them out.",
                    name=shown_name(owner, option),
                    value=value,
                    other=inside[option],
                    place=shown_name(owner, name),
                )
        if isinstance(default, Choice):
            inside = inside if "id" in inside else {**default.dump(), **inside}
            # Options of the default member may stand beside any other, which ignores those that it lacks.
            beside = {
                option: value
                for option, value in beside.items()
                if inside["id"] in owners[option] or default.id not in owners[option]
            }
        rest = {key: value for key, value in values.items() if key not in owners}
        return {**rest, name: {**inside, **beside}} if inside or beside else rest

    def publish(self, owner: type[Config], name: str, properties: dict[str, Any]) -> dict[str, Any]:
        choice, default = properties[name], owner.model_fields[name].default
        members = {member["properties"]["id"]["const"]: member for member in choice["oneOf"]}
        beside = {name: choice}
        if not self.names:
            texts = {key: value for key, value in choice.items() if key not in ("format", "oneOf")}
            beside[name] = {**texts, **_ids_schema(members), "default": default.id}
        inherited = {key: choice[key] for key in ("needs", "advanced") if key in choice}
        for option, owners in self._owners(owner, name).items():
            specs = {each: members[each]["properties"][option] for each in owners}
            spec, defaults = _union(specs), {each: own.get("default") for each, own in specs.items()}
            if isinstance(default, Override) or any(
                each != spec.get("default") for each in defaults.values()
            ):
                spec.pop("default", None)
            if "default" not in spec or len(owners) < len(members):
                spec["owners"] = defaults
            beside[option] = {**spec, **inherited, "option_of": name}
        published: dict[str, Any] = {}
        for each, spec in properties.items():
            published |= beside if each == name else {each: spec}
        return published

    def _owners(self, owner: type[Config], name: str) -> dict[str, list[str]]:
        """Return the ids of the members that have each of these options, the default member first.

        Raises:
            TypeError: the owner has a field of the same name.
        """
        field = owner.model_fields[name]
        annotation: Any = field.annotation
        family = annotation if issubclass(annotation, Choice) else annotation.family()
        owners: dict[str, list[str]] = {option: [] for option in self.names}
        for member in sorted(family.members.values(), key=lambda each: each.id != field.default.id):
            for option in self.names or member.model_fields:
                if option in member.model_fields:
                    owners.setdefault(option, []).append(member.id)
        if both := owners.keys() & owner.model_fields:
            raise TypeError(f"{family.__name__} and {owner.__name__} have both an option {both.pop()!r}")
        return owners


def _values_of(given: Any) -> dict[str, Any]:
    """Return the JSON values of a choice or an override, which may be given as an id alone."""
    values = given.dump() if isinstance(given, Choice | Override) else given
    return dict(values or {}) if isinstance(values, dict | None) else {"id": values}


def _union(specs: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the schema of an option that takes what any member does, with the texts of the first."""
    union = dict(ChainMap(*specs.values()))
    for bound, widest in BOUNDS.items():
        limits = [spec[bound] for spec in specs.values() if bound in spec]
        union.pop(bound, None)
        union |= {bound: widest(limits)} if len(limits) == len(specs) else {}
    return union


@dataclass(frozen=True)
class MemberOf:
    """Annotation of a text that is the id of a member of `family`."""

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
        return _ids_schema({name: schema_of(member) for name, member in self.family.members.items()})


def _ids_schema(members: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the schema of the id of one of these members, whose schemas are given by id."""
    named = [{"const": name, "title": member["title"]} for name, member in members.items()]
    return {"type": "string", "enum": list(members), "oneOf": named}


UNCHANGED: Override[Any] = Override()
"""Asks for nothing."""
