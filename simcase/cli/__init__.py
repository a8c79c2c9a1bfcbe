"""The command line: words become calls, and what comes back is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simcase.late import late

if TYPE_CHECKING:
    from simcase.cli.verbs import main

__all__ = ["main"]

__getattr__ = late(__name__, {"main": "simcase.cli.verbs"})
