"""Help on the members of a family, such as networks, and on their options."""

from __future__ import annotations

from .option_text import example_of, options_of
from .translation import format_number, tr


def members_help(members, titles_only=False):
    """Return what each member of a choice or an enumeration is, in lines of plain text."""
    return "\n".join(f"• {member_id(each)} – {member_help(each, titles_only)}" for each in members)


def member_id(member):
    """Return the id of a member of a choice or an enumeration."""
    return member["const"] if "const" in member else member["properties"]["id"]["const"]


def member_help(member, title_only=False):
    """Return what a member is: its title, and its description in one line."""
    is_told = "description" in member and not title_only
    about = " ".join(tr(member["description"]).split()) if is_told else ""
    return f"{tr(member['title'])}. {about}".rstrip()


def options_help(members, default=None, elsewhere=()):
    """Return every option of every member of a choice, in lines of plain text.

    Args:
        members: schemas of the members by id.
        default: id of the member that blank stands for; None where the model decides.
        elsewhere: options to leave out, since they are parameters of their own.
    """
    own = {
        name: {option: spec for option, spec in options_of(member).items() if option not in elsewhere}
        for name, member in members.items()
    }
    first = own[default or next(iter(own))]
    if default:
        intro = tr("For example {example}. Blank keeps the defaults:", example=example_of(first))
    else:
        intro = tr(
            "For example {example}. Blank keeps the model's own values, or with another choice its defaults:",
            example=example_of(first),
        )
    having = {name: options for name, options in own.items() if options}
    shared = {option: _usual_spec([options[option] for options in having.values()]) for option in first
              if all(option in options for options in having.values())}  # fmt: skip
    heading = [f"{', '.join(having)}:"] if shared and len(having) < len(own) else []
    lines = [intro, *heading, *(_option_help(option, spec) for option, spec in shared.items())]
    for name, options in own.items():
        rest = [_option_help(option, spec) for option, spec in options.items() if spec != shared.get(option)]
        lines.extend([f"{name}:", *rest] if rest else ())
    return "\n".join(lines)


def _usual_spec(specs):
    """Return the description of an option that most members share; the others list their own."""
    return max(specs, key=specs.count)


def promoted_help(spec):
    """Return what blank stands for, of an option that is a parameter of its own."""
    return tr(
        "Blank: the model's own value or, with another {choice}, its default: {defaults}.",
        choice=spec["option_of"].upper(),
        defaults=_defaults(spec),
    )


def _defaults(spec):
    """Return the default of each member that has an option: "200 of ddim, all of ddpm"."""
    told = []
    for member, value in spec["owners"].items():
        if value is None:
            value = tr(spec["blank"]) if "blank" in spec else "–"
        told.append(
            tr(
                "{value} of {member}",
                value=format_number(value) if isinstance(value, float) else value,
                member=member,
            )
        )
    return ", ".join(told)


def _option_help(option, spec):
    value = f"={spec['default']}" if "default" in spec else ""  # none where leaving it out says something
    parts = [f"• {option}{value} – {tr(spec['description'])}"]
    if "oneOf" in spec:
        parts.append(f"({', '.join(spec['enum'])})")
    if "owners" in spec:
        parts.append(
            tr("Only for {members}.", members=", ".join(spec["owners"]))
            if "default" in spec
            else tr("By default {defaults}.", defaults=_defaults(spec))
        )
    return " ".join(parts)
