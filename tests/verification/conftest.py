"""What these tests share beside this file: the twin, and the worlds in which it is compared with the kernel."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))
pytest.register_assert_rewrite("both")
