"""Compiled functions and their cache: keyed by the digest of the engine's own sources, so that an edit anywhere recompiles.

Numba's own cache trusts its files: a damaged one ends the process, and a full disk loses what was compiled. So its place is taken
by one whose files are sealed (`declare.cache`).
"""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar, cast

import numba
import numpy as np
from filelock import FileLock, Timeout
from numba.core.caching import NullCache
from numba.core.compiler import CompileResult
from numba.core.serialize import dumps
from numba.core.types import unliteral

from simcase.declare import SEALED, cache_folder, keep, kept
from simcase.engine.sources import CARRIED, build_of, carried_of

F = TypeVar("F", bound=Callable[..., Any])


def build() -> str:
    """Return what the code that this process compiles is named by."""
    return build_of(numba.__version__)


FOLDER: Final = cache_folder() / "compiled" / build()
"""Where the engine that this process has loaded is kept compiled."""
AHEAD: Final = CARRIED / carried_of(numba.__version__)
"""Where a wheel carries it compiled ahead of time, a folder a processor; what other sources, Numba, Python or system need is elsewhere."""
LEVELS: Final[Mapping[str, frozenset[str]]] = {
    "x86-64-v3": frozenset(("avx2", "bmi", "bmi2", "f16c", "fma", "lzcnt", "movbe")),
    "x86-64": frozenset(),
}
"""The processors that a wheel can be compiled ahead for, the best first, each with the features that it must have."""

SECONDS: Final = 300.0
"""How long a process waits for another one that compiles, before it does so itself."""


class Cache(NullCache):
    """The compiled forms of a function, each in a file of its own."""

    def __init__(self, function: Callable[..., Any]) -> None:
        """Keep what this function is compiled to."""
        self._name = f"{function.__module__}.{function.__qualname__}"

    def load_overload(self, sig: object, target_context: Any) -> Any:  # noqa: ANN401 - Numba states no types
        """Return what the function was compiled to for a signature, or None: then this process alone compiles it."""
        target_context.refresh()
        found = self._found(sig, target_context)
        if found is None and _held(FOLDER):
            found = self._found(sig, target_context)  # by the process that was waited for
            if found is not None:
                _turn(FOLDER).release()
        return found

    def save_overload(self, sig: object, cres: Any) -> None:  # noqa: ANN401
        """Keep what the function was compiled to for a signature."""
        key = self._key(sig, cres.codegen.magic_tuple())
        content = cast("Any", dumps)((key, cres._reduce()))  # noqa: SLF001
        keep(self._file(FOLDER, key), content)
        _turn(FOLDER).release()

    def _found(self, sig: object, target_context: Any) -> Any:  # noqa: ANN401
        """Return what is kept of the function for a signature, or None."""
        own = target_context.codegen().magic_tuple()
        for folder, target in ((FOLDER, own), *((AHEAD / level, (own[0], level, "")) for level in levels(own[2]))):
            key = self._key(sig, target)
            content = kept(self._file(folder, key))
            if content is None:
                continue
            known, compiled_to = pickle.loads(content)  # noqa: S301 - as it was written, by the same sources
            if known == key:
                return cast("Any", CompileResult)._rebuild(target_context, *compiled_to)  # noqa: SLF001
        return None

    def _key(self, sig: object, target: tuple[str, str, str]) -> tuple[object, ...]:
        """Return what decides the compiled form of the function besides the sources: types of arguments, system, processor, features."""
        return self._name, str(sig), target, int(vars(numba.config)["OPT"])

    def _file(self, folder: Path, key: tuple[object, ...]) -> Path:
        """Return the file of a compiled form in a folder."""
        return folder / f"{self._name}-{hashlib.sha256(repr(key).encode()).hexdigest()[:16]}{SEALED}"


@cache
def _turn(folder: Path) -> FileLock:
    """Return what one process at a time holds while it compiles what is kept in a folder; it may take it again within."""
    return FileLock(folder.with_suffix(".lock"), timeout=SECONDS)


def _held(folder: Path) -> bool:
    """Wait until no other process compiles what is kept in a folder; tell whether that can be known.

    Who has waited in vain once does not wait again, for each of the functions that one needs.
    """
    turn = _turn(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        turn.acquire()
    except Timeout:
        turn.timeout = 0.0
        return False
    except OSError:
        return False
    return True


def _for_any_number(compile_: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Have a function compiled once for all numbers of a type: Numba would compile it again for each number that is written in a call."""
    return lambda sig: compile_(tuple(cast("Any", unliteral)(each) for each in sig))


def _let_go_on_failure(compile_: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Have a function compiled such that others need not wait where it cannot be: nothing is saved then, which would end the turn."""

    def compiling(sig: object) -> Any:  # noqa: ANN401 - Numba states no types
        try:
            return compile_(sig)
        except BaseException:
            _turn(FOLDER).release()
            raise

    return compiling


@cache
def levels(features: str) -> tuple[str, ...]:
    """Return the processors that a wheel can be compiled ahead for whose code runs on one with these features, the best first.

    >>> levels("+avx2,+bmi,+bmi2,+f16c,+fma,+lzcnt,+movbe"), levels("+avx2,+bmi,-bmi2,+f16c,+fma,+lzcnt,+movbe")
    (('x86-64-v3', 'x86-64'), ('x86-64',))
    """
    has = {each.removeprefix("+") for each in features.split(",") if each.startswith("+")}
    return tuple(level for level, needed in LEVELS.items() if needed <= has)


def _configure() -> None:
    """Let LLVM optimize no more than pays, unless the user says."""
    settings = vars(numba.config)
    if "NUMBA_OPT" not in os.environ:
        settings["OPT"] = type(settings["OPT"])(1)  # 2 and 3 take a fifth longer, and what they make is no faster


_configure()


def compiled(function: F) -> F:
    """Compile a function that Python calls: it takes arrays and fills arrays, and runs without holding the interpreter's lock."""
    return _compiled(function)


def inlined(function: F) -> F:
    """Compile a function that only compiled ones call: it becomes part of them, is not kept alone, and Python cannot call it."""
    return _compiled(function, alone=False, no_cpython_wrapper=True)


def apart(function: F) -> F:
    """Compile a function that stays one of its own where compiled ones call it: so large that copies of it do harm."""
    own = _compiled(function, alone=False, no_cpython_wrapper=True, forceinline=False)

    def handed(*arguments: Any) -> Any:  # noqa: ANN401
        """Call it with copies of the bundles: those of the caller then go nowhere, and the optimizer takes them apart."""
        return own(*arguments)

    return cast("F", inlined(handed))


def _compiled(function: F, *, alone: bool = True, **options: bool) -> F:
    """Compile a function without reference counting, its callees inlined: the arrays are too many to be passed at every call.

    Where NUMBA_DISABLE_JIT is set a function stays as it is.
    """
    njit = cast("Any", numba.njit)
    usual = {"nogil": True, "no_cfunc_wrapper": True, "error_model": "numpy", "_nrt": False, "forceinline": True}
    if vars(numba.config)["DISABLE_JIT"]:
        return function
    made = njit(**{**usual, **options})(function)
    made.compile = _for_any_number(made.compile)
    if alone:
        made._cache = Cache(function)  # noqa: SLF001 - Numba lets nobody name another cache
        made.compile = _let_go_on_failure(made.compile)
    return cast("F", made)


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
