"""Where the command `simcase` begins: an interruption while it starts ends in silence, and libraries keep their warnings to themselves."""

from __future__ import annotations

import atexit
import gc
import os
import sys
import warnings
from typing import Final

SELDOM: Final = 100_000
"""New objects after which they are looked through for circles: what is imported stays, and a look every 700 costs a tenth of a verb."""
INTERRUPTED: Final = 130
"""As `simcase.errors` has it, which is not imported yet when this is needed."""


def main() -> None:
    """Run the command line; warnings of libraries are shown where Python is asked for them."""
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
        os.environ.setdefault("PYTHONWARNINGS", "ignore")  # workers are processes of their own
    gc.set_threshold(SELDOM, *gc.get_threshold()[1:])
    atexit.register(gc.freeze)  # what a process holds goes with it: looking through it all first takes longer than some runs
    try:
        from simcase.cli.verbs import main as verbs  # noqa: PLC0415 - what takes long to import may be interrupted
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    verbs()
