"""Checks that a member of a family defines all that the family leaves to its members."""

from __future__ import annotations

import inspect
import sys


def require_methods(cls: type) -> None:
    """Refuse a class that lacks abstract methods, or class variables that were declared without a value.

    Python itself refuses only to make an instance of it, and names no file.

    Raises:
        TypeError: something is missing; one sentence names the class, its file, and what each part is for.
    """
    defined: dict[str, object] = {}
    declared: dict[str, object] = {}
    for base in reversed(cls.__mro__):
        defined |= vars(base)
        declared |= {n: hint for n, hint in inspect.get_annotations(base).items() if not n.startswith("_")}
    missing = [_describe(n, value) for n, value in defined.items() if _is_abstract(value)]
    missing += [n for n, hint in declared.items() if n not in defined and str(hint).startswith("ClassVar")]
    if missing:
        file = getattr(sys.modules.get(cls.__module__), "__file__", cls.__module__)
        parent = cls.__bases__[0].__name__
        raise TypeError(f"{cls.__name__} in {file} is a {parent} and must define {', '.join(missing)}")


def _is_abstract(value: object) -> bool:
    return getattr(value, "__isabstractmethod__", False) is True


def _describe(name: str, method: object) -> str:
    """Return the name of a method with the first line of its docstring."""
    first = (inspect.getdoc(method) or "").partition("\n")[0].rstrip(".")
    return f"{name} ({first[:1].lower()}{first[1:]})" if first else name
