"""Programmes of a run: participants, those waiting, and what bound the intakes."""

from __future__ import annotations

from simcase.cli.terminal import Grid, table
from simcase.present.labels import Labels
from simcase.study.results import ProgrammeRow, RunResult


def programmes_table(result: RunResult, labels: Labels) -> Grid:
    """Return a row a programme and year, as of its December or of the last month reported; years before its first intake are left out."""
    words = labels.words
    heads = [words.say("programmes.participants"), words.say("programmes.interval"), words.say("programmes.waiting")]
    grid = table(words.say("programmes.title"), [words.say("head.initiative"), words.say("programmes.month")], heads)
    grid.add_column(words.say("programmes.bound"))
    for row in _last_of_year(result):
        taken, bound = row.participants, row.bound_by
        between = words.interval(words.persons(taken.p05), words.persons(taken.p95))
        figures = [words.persons(taken.mean), between, words.persons(row.waiting.mean)]
        said = words.say(f"bound.{bound}") if bound else ""
        grid.add_row(labels.initiative(row.initiative), words.month_and_year(row.month), *figures, said)
    return grid


def _last_of_year(result: RunResult) -> list[ProgrammeRow]:
    """Return the rows of the last month of each year in which a programme has participants or intakes, programme by programme."""
    last = {(row.initiative, row.month.year): row for row in result.programmes}
    return [row for _, row in sorted(last.items()) if row.bound_by or row.participants.mean > 0.0]
