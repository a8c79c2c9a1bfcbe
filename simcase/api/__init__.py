"""The public API: every verb of the command line as a function, whose figures are polars tables and Altair charts.

Each name is imported when it is first asked for, so that nobody waits for a library of charts to read a scenario.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from simcase.late import late

if TYPE_CHECKING:
    from simcase.api.drawing import chart, figures
    from simcase.api.fitting import calibrate
    from simcase.api.lives import register, trace
    from simcase.api.models import check, explain, load
    from simcase.api.runs import compare, reopen, run
    from simcase.study import Request

__all__ = ["Request", "calibrate", "chart", "check", "compare", "explain", "figures", "load", "register", "reopen", "run", "trace"]

HOMES: Final = {
    "Request": "simcase.study",
    "calibrate": "simcase.api.fitting",
    "chart": "simcase.api.drawing",
    "check": "simcase.api.models",
    "compare": "simcase.api.runs",
    "explain": "simcase.api.models",
    "figures": "simcase.api.drawing",
    "load": "simcase.api.models",
    "register": "simcase.api.lives",
    "reopen": "simcase.api.runs",
    "run": "simcase.api.runs",
    "trace": "simcase.api.lives",
}
"""The module that each name is in."""


__getattr__ = late(__name__, HOMES)


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
