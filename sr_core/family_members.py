"""The members of a family by id, whose files are imported when they are asked for: most runs need one of each family."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, MutableMapping
from typing import Self, TypeVar

T = TypeVar("T")


class Members(MutableMapping[str, type[T]]):
    """Member by id: a class, or until it is asked for the module that defines it.

    Raises:
        TypeError: a module defines no member of its name.
    """

    def __init__(self) -> None:
        self._found: dict[str, type[T] | str] = {}

    def announce(self, name: str, module: str) -> None:
        """Have `module` imported when the member `name` is asked for."""
        self._found.setdefault(name, module)

    def awaits(self, name: str, module: str) -> bool:
        """Whether the member `name` may be defined by `module`, because nothing has defined it and no other should."""
        return self._found.get(name, module) == module

    def copy(self) -> Self:
        """Return the same members, to which others may be added."""
        copied = type(self)()
        copied._found |= self._found
        return copied

    def __getitem__(self, name: str) -> type[T]:
        found = self._found[name]
        if isinstance(found, str):
            module = importlib.import_module(found)
            defined = (each for each in vars(module).values() if isinstance(each, type))
            members = [each for each in defined if each.__module__ == found and vars(each).get("id") == name]
            if not members:
                raise TypeError(f"{module.__file__} defines no member {name!r} of its family")
            found = self._found[name] = members[0]
        return found

    def __setitem__(self, name: str, member: type[T]) -> None:
        self._found[name] = member

    def __delitem__(self, name: str) -> None:
        del self._found[name]

    def __contains__(self, name: object) -> bool:
        return name in self._found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)
