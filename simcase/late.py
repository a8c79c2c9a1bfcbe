"""Names of a package that are imported when they are first asked for, so that nobody waits for what is not used."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping


def late(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """Return a package's `__getattr__`: a name of `homes` is looked up in its module, any other raises AttributeError.

    >>> late("simcase", {"Words": "simcase.words"})("Words").__name__
    'Words'
    """

    def asked_for(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"{package} has no name {name!r}; it has {', '.join(sorted(homes))}")
        return getattr(importlib.import_module(homes[name]), name)

    return asked_for
