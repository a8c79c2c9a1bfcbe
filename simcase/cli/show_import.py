"""What an import of counts brought."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rich.console import RenderableType

from simcase import __version__
from simcase.cli.console import remark
from simcase.cli.options import Options
from simcase.cli.terminal import table
from simcase.words import Words

if TYPE_CHECKING:
    from simcase.importers import Brought


def brought_document(brought: Brought) -> dict[str, Any]:
    """Return new targets and counts as one document."""
    counts = [
        {
            "table": each.table,
            "benefit": each.benefit,
            "from": each.first.isoformat(),
            "months": each.months,
            "persons": each.persons,
            "full_time_persons": each.full_time_persons,
        }
        for each in brought.counts
    ]
    return {"simcase": __version__, "targets": list(brought.targets), "counts": counts, "files": [str(file) for file in brought.files]}


def brought_parts(brought: Brought, words: Words) -> Iterator[RenderableType]:
    """Yield a row a target: its states, value and standard error."""
    heads = [words.say(f"import.{name}") for name in ("target", "states")], [words.say(f"import.{name}") for name in ("value", "se")]
    grid = table(words.say("import.targets"), *heads)
    for each in brought.targets:
        grid.add_row(each["id"], ", ".join(each["of"]), words.number(each["value"], 1), words.number(each["se"], 1))
    yield grid


def written(options: Options, brought: Brought) -> None:
    """Say which files were written."""
    remark(options, "import.files", files=", ".join(file.as_posix() for file in brought.files))
