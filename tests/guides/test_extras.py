"""What a page tells to type needs nothing that the page has not told to install before."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("README*.md"), *(ROOT / "docs" / "guides").glob("*.md"), *(ROOT / "docs" / "tutorial").glob("*.md")]
NEEDED = {
    "cluster": r"simcase [^`\n]*--cluster",
    "papers": r"simcase report [^`\n]*\.(docx|pptx)",
    "sensitivity": r"(simcase sensitivity [^`\n]*--method (morris|sobol)|Morris and Sobol)",
    "spells": r"simcase import spells [^`\n]*\.(csv|parquet)",
    "workshop": r"simcase workshop [^`\n]*[a-zA-Z]",
}
"""The commands that need each extra."""


def test_a_page_names_the_extra_before_the_command_that_needs_it() -> None:
    named = re.compile(r"\[(?:[a-z]+,)*?(" + "|".join(NEEDED) + r")(?:,[a-z]+)*\]")
    missing = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for extra, command in NEEDED.items():
            for found in re.finditer(command, text):
                row = text.find("\n", found.end())  # a row of a table, or a command and what stands in its line
                if extra not in {each[1] for each in named.finditer(text[:row])}:
                    missing.append((page.name, found[0], extra))
    assert not missing
    assert len(PAGES) > 20
