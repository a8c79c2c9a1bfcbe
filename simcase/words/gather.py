"""The modules of texts beside this one."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules


def names(prefix: str) -> list[str]:
    """Return the names of the modules that begin so."""
    return [name for _, name, _ in iter_modules([str(Path(__file__).parent)]) if name.startswith(prefix)]


def gather(prefix: str) -> tuple[dict[str, tuple[str, str]], ...]:
    """Return the texts of each module whose name begins so: the key, then (da, en)."""
    return tuple(import_module(f"simcase.words.{name}").TEXTS for name in names(prefix))
