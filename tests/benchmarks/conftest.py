"""The test beside the benchmarks imports them as the benchmarks import each other: by name, from this folder."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
