"""What these tests share beside this file: the town, and what the verbs say of it."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
