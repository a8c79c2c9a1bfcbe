"""The command line: words become calls, and what comes back is printed."""

from simcase.cli.verbs import main

__all__ = ["main"]
