"""What is asked for: a scenario alone, or a request that says more."""

from __future__ import annotations

from typing import Final

from simcase.study import Request

Asked = str | Request
"""A scenario by name, path or composition, or a request."""
RESULTS: Final = Request("").results
"""The folder in which runs are stored unless a request says another."""


def requested(asked: Asked) -> Request:
    """Return a request; a scenario alone is asked for as `simcase run` would without options.

    >>> requested("kik-ii").seed, requested(Request("kik-ii", seed=7)).seed
    (2019, 7)
    """
    return Request(asked) if isinstance(asked, str) else asked
