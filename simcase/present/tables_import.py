"""What an import of counts brought."""

from __future__ import annotations

from simcase.importers import ImportResult
from simcase.present.table import Row, Table, figures, texts
from simcase.words import Words


def targets_table(result: ImportResult, words: Words) -> Table:
    """Return a row a target: its states, value and standard error."""
    heads = [words.say(f"import.{name}") for name in ("target", "states", "value", "se")]
    rows = [Row([each.id, ", ".join(each.of), each.value, each.se]) for each in result.targets]
    return Table("", words.say("import.targets"), [*texts(*heads[:2]), *figures(*heads[2:], kind="amount")], rows)
