"""A cached property without the lock of the standard one: texts are read by one thread."""

from __future__ import annotations

from collections.abc import Callable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from functools import cached_property

    lazy = cached_property
else:

    class lazy:  # noqa: N801 – reads like a keyword where it is used
        """Compute an attribute on first use and keep it on the object."""

        def __init__(self, compute: Callable[[object], object]) -> None:
            self.compute = compute
            self.__doc__ = compute.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self.name = name

        def __get__(self, instance: object, owner: type | None = None) -> object:
            if instance is None:
                return self
            value = instance.__dict__[self.name] = self.compute(instance)
            return value
