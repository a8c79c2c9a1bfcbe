"""What an import of counts brought."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import RenderableType

from simcase.cli.console import remark
from simcase.cli.options import Options
from simcase.cli.terminal import table
from simcase.words import Words

if TYPE_CHECKING:
    from simcase.importers import ImportResult


def brought_parts(result: ImportResult, words: Words) -> Iterator[RenderableType]:
    """Yield a row a target: its states, value and standard error."""
    heads = [words.say(f"import.{name}") for name in ("target", "states")], [words.say(f"import.{name}") for name in ("value", "se")]
    grid = table(words.say("import.targets"), *heads)
    for each in result.targets:
        grid.add_row(each.id, ", ".join(each.of), words.number(each.value, 1), words.number(each.se, 1))
    yield grid


def written(options: Options, result: ImportResult) -> None:
    """Say which files were written."""
    remark(options, "import.files", files=", ".join(Path(file).as_posix() for file in result.files))
