"""Compiled functions and their cache: keyed by the digest of the engine's own sources, so that an edit anywhere recompiles."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import numba
import numpy as np
import platformdirs

F = TypeVar("F", bound=Callable[..., Any])


def source_digest() -> str:
    """Return the digest of every source file of the engine and of the arrays it reads."""
    folder = Path(__file__).parent
    sources = [*sorted(folder.glob("*.py")), folder.parent / "tables" / "arrays.py", folder.parent / "vocabulary" / "dates.py"]
    digest = hashlib.sha256(numba.__version__.encode())
    for source in sources:
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _configure() -> None:
    """Put Numba's cache where the user may write, under the digest; let LLVM optimize no more than pays, unless the user says."""
    root = os.environ.get("SIMCASE_CACHE") or platformdirs.user_cache_dir("simcase")
    settings = vars(numba.config)
    settings["CACHE_DIR"] = str(Path(root) / "compiled" / source_digest())
    if "NUMBA_OPT" not in os.environ:
        settings["OPT"] = type(settings["OPT"])(1)  # 2 and 3 take a fifth longer, and what they make is no faster


_configure()


def compiled(function: F) -> F:
    """Compile a function that Python calls: it takes arrays and fills arrays, and runs without holding the interpreter's lock."""
    return _compiled(function)


def inlined(function: F) -> F:
    """Compile a function that only compiled ones call: it becomes part of them, is not cached alone, and Python cannot call it."""
    return _compiled(function, no_cpython_wrapper=True, cache=False)


def apart(function: F) -> F:
    """Compile a function that stays one of its own where a compiled one calls it: so large that copies of it do harm."""
    return _compiled(function, forceinline=False)


def _compiled(function: F, **options: bool) -> F:
    """Compile a function without reference counting, its callees inlined: the arrays are too many to be passed at every call."""
    njit = cast("Any", numba.njit)
    return cast(
        "F",
        njit(
            **{
                "cache": True,
                "nogil": True,
                "no_cfunc_wrapper": True,
                "error_model": "numpy",
                "_nrt": False,
                "forceinline": True,
                **options,
            }
        )(function),
    )


_entries: dict[tuple[object, ...], Any] = {}
"""Entries of compiled functions by the function and the forms of its arguments."""


def entry(function: F, *arguments: object) -> F:
    """Return the entry of a compiled function for arguments of these types, and of no others.

    A call through it does not look up the type of each of some hundred arrays, which takes longer than a small task does. Where
    NUMBA_DISABLE_JIT is set nothing is compiled, and a function is its own entry.
    """
    if vars(numba.config)["DISABLE_JIT"]:
        return function
    key = (function, *map(_form, arguments))
    if key not in _entries:
        type_of = cast("Any", numba.typeof)
        _entries[key] = cast("Any", function).compile(tuple(type_of(each) for each in arguments))
    return cast("F", _entries[key])


def _form(value: object) -> object:
    """Return what decides the compiled type of an argument."""
    if isinstance(value, np.ndarray):
        return value.dtype, value.ndim, value.flags.num
    return (type(value), *map(_form, value)) if isinstance(value, tuple) else type(value)
