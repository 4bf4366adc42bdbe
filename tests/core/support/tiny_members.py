"""Small members of a family in every form that they take: what the contract of a family is checked on."""

from __future__ import annotations

from sr_core.schema import Choice, schema_of


def tiny(member: type[Choice], form: int = 0, **options: object) -> Choice:
    """Build a form of a member; `options` come before those of the form, and these before its smallest counts."""
    return member.build({**small_counts(member), **member.tiny[form], **options})


def forms(family: type[Choice], **options: object) -> list[Choice]:
    """Build all forms of all members of a family or of a part of it, such as `RegressionBackbone`.

    Members that lack one of the options do without it.
    """
    return [
        tiny(member, form, **{name: options[name] for name in options.keys() & member.model_fields.keys()})
        for member in family.members.values()
        if issubclass(member, family)
        for form in range(len(member.tiny))
    ]


def small_counts(member: type[Choice]) -> dict[str, int]:
    """Return about a tenth of the default of every whole number that has one, within its bounds."""
    counts = {}
    for name, spec in schema_of(member)["properties"].items():
        default = spec.get("default")
        if spec.get("type") == "integer" and "enum" not in spec and default:
            step, least = spec.get("multipleOf", 1), spec.get("minimum", 1)
            counts[name] = max(least, step * round(default / 10 / step))
    return counts


def label(member: Choice) -> str:
    """Return what a form is called in the names of tests: what makes it differ from other forms."""
    return "-".join(
        [member.id, *(f"{key}={value}" for key, value in member if key in member.model_fields_set)]
    )
