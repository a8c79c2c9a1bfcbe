"""The kernel compiled while simcase is installed from its sources, so that nobody's first run does it.

HATCH_BUILD_NO_HOOKS=true leaves it out. Whatever goes wrong here, simcase is installed and compiles at its first run.
"""

from __future__ import annotations

import platform
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NEEDED: Final = {"filelock", "numba", "numpy", "platformdirs", "pydantic", "ruamel-yaml", "simpy"}
"""What the engine imports, besides what these bring along, as hatchling writes the names."""
PROCESSORS: Final = {"AMD64", "x86_64"}
"""Those that simcase.engine.compiling has levels of, by the names that Windows and others have for them."""


class CompiledAhead(BuildHookInterface[Any]):
    """Compiles for the processor of this computer what no build from the same sources has compiled before."""

    def dependencies(self) -> list[str]:
        """Return what simcase needs to play, where anything is to be compiled."""
        every = self.metadata.core.dependencies if self._missing() else []
        return [each for each in every if re.split(r"[^\w-]", each, maxsplit=1)[0] in NEEDED]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling names them
        """Compile into the folder of the sources, from which the wheel takes it along."""
        if not self._missing():
            return
        words = [sys.executable, "-m", "simcase.engine.ahead_of_time"]
        done = subprocess.run(words, cwd=self.root, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603 - no word is a user's
        if done.returncode:
            why = (done.stderr.strip() or f"exit {done.returncode}").splitlines()[-1]
            self.app.display_warning(f"simcase is installed without compiled code, so its first run takes a minute longer: {why}")

    def _missing(self) -> bool:
        """Tell whether this processor is one that can be compiled for, and nothing is there for any version of Numba."""
        sources = runpy.run_path(str(Path(self.root, "simcase", "engine", "sources.py")))
        return platform.machine() in PROCESSORS and not any(sources["CARRIED"].glob(f"{sources['carried_of']('*')}/*"))
