"""The command line: words become calls, and what comes back is printed."""

import atexit
import gc

from simcase.cli.verbs import main

__all__ = ["main"]

atexit.register(gc.freeze)  # what a process holds goes with it: looking through it all first takes longer than some runs
