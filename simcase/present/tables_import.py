"""What an import of counts brought."""

from __future__ import annotations

from simcase.importers import ImportResult
from simcase.present.labels import Labels
from simcase.present.table import Row, Table, figures, texts


def targets_table(result: ImportResult, labels: Labels) -> Table:
    """Return a row a target: its states, value and standard error."""
    words = labels.words
    heads = [words.say(f"import.{name}") for name in ("target", "states", "value", "se")]
    rows = [Row([each.id, "; ".join(map(labels.state, each.of)), each.value, each.se]) for each in result.targets]
    return Table("", words.say("import.targets"), [*texts(*heads[:2]), *figures(*heads[2:], kind="amount")], rows)
