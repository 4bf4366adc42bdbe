"""Every public module, class, function and method of the engine has a docstring, its own or an inherited one."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from functools import cached_property

import sr_core
from sr_core import errors


def modules(package=sr_core):
    """All modules of a package, imported."""
    found = pkgutil.walk_packages(package.__path__, package.__name__ + ".")
    return [
        package,
        *(importlib.import_module(info.name) for info in found if info.name != "sr_core.__main__"),
    ]


def public(namespace):
    return {name: value for name, value in vars(namespace).items() if not name.startswith("_")}


def undocumented(module):
    """Yield the names of what a module defines without a docstring."""
    if not inspect.getdoc(module):
        yield module.__name__
    for name, value in public(module).items():
        if getattr(value, "__module__", None) != module.__name__ or not callable(value):
            continue
        if inspect.isclass(value):
            if not value.__doc__:
                yield f"{module.__name__}.{name}"
            yield from (f"{module.__name__}.{name}.{member}" for member in undocumented_members(value))
        elif inspect.isfunction(inspect.unwrap(value)) and not inspect.getdoc(value):
            yield f"{module.__name__}.{name}"


def undocumented_members(cls):
    """Yield the names of a class's own methods and properties that neither it nor a base class documents."""
    for name, value in public(cls).items():
        is_member = inspect.isfunction(value) or isinstance(
            value, (classmethod, staticmethod, property, cached_property)
        )
        if is_member and not inspect.getdoc(getattr(cls, name, value)):
            yield name


def test_everything_public_has_a_docstring():
    assert [name for module in modules() for name in undocumented(module)] == []


class Documented:
    """A base class."""

    def load(self):
        """Return nothing."""


class Undocumented(Documented):
    def load(self): ...

    def save(self): ...

    @property
    def size(self): ...

    @classmethod
    def make(cls): ...


def test_a_missing_docstring_is_noticed_and_an_inherited_one_counts(monkeypatch):
    assert list(undocumented_members(Undocumented)) == ["save", "size", "make"]
    monkeypatch.setattr(errors, "save", Undocumented.save, raising=False)
    monkeypatch.setattr(Undocumented.save, "__module__", "sr_core.errors")
    assert "sr_core.errors.save" in list(undocumented(errors))
