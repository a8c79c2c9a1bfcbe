"""What a budget follow-up says in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simcase.study.labels import TOTAL, Labels
from simcase.study.said_run import common_notes, nine_of_ten, rests_on

Document = Mapping[str, Any]
BUDGETS = ("original", "corrected")


def sentences(document: Document, labels: Labels) -> list[str]:
    """Return the expected accounts of the plan's lines, then how they stand against each budget."""
    words = labels.words
    total = next(row for row in document["lines"] if row["line"] == TOTAL)
    net = total["expected"]["municipality"]
    between = words.interval(*(words.number(net[edge] / 1e6, 1) for edge in ("p05", "p95")))
    said = words.say(
        "followup.headline",
        month=words.month(document["as_of"]),
        year=document["year"],
        net=words.millions(net["mean"]),
        between=nine_of_ten(between, document["run"], words),
        rests=rests_on(document["run"], words),
    )
    return [said, *(_against(which, total[which], labels) for which in BUDGETS if total[which])]


def _against(which: str, row: Document, labels: Labels) -> str:
    """Return how the expected accounts stand against a budget."""
    words, over = labels.words, row["deviation"]["mean"]
    parts = "" if row["volume"] is None else words.say("followup.parts", **{part: _millions(row[part]["mean"], labels) for part in PARTS})
    return words.say(
        f"followup.against.{which}",
        budget=words.millions(row["kroner"]),
        more=words.say("followup.over" if over > 0 else "followup.under", more=words.millions(abs(over))),
        parts=parts,
        runs=words.in_runs(row["overspent"]["probability"]),
    )


PARTS = ("volume", "price")


def _millions(kroner: float, labels: Labels) -> str:
    """Return kroner in millions with a sign."""
    return labels.words.change(kroner / 1e6, 1)


def notes(document: Document, labels: Labels) -> list[str]:
    """Return what to keep in mind: the method, what was estimated, lines that are far off, and what net means."""
    words = labels.words
    said = [words.say("followup.method"), words.say("followup.split"), words.say("followup.measures")]
    if document["refund_lag"]:
        said.append(words.say("followup.lag", n=document["refund_lag"]))
    lines = [row for row in document["lines"] if "counted" in row]
    basis = [labels.line(row["line"]) for row in lines if row["net_basis"]]
    if basis:
        said.append(words.say("followup.net_basis", lines=", ".join(basis)))
    far = [_far(row, labels) for row in lines if row["foreseen"]["far"]]
    if far:
        said.append(words.say("followup.far", lines=", ".join(far)))
    if document["rows_left_out"]:
        said.append(words.say("followup.left_out", n=document["rows_left_out"]))
    return [*said, *common_notes(document["run"], document["weakest_grade"], words, parameters=document["parameters"], budget=True)]


def _far(row: Document, labels: Labels) -> str:
    """Return a line whose count is far from what was foreseen, with both."""
    words = labels.words
    counted, foreseen = words.persons(row["counted"]["latest"]), words.persons(row["foreseen"]["mean"])
    return words.say("followup.far_line", line=labels.line(row["line"]), counted=counted, foreseen=foreseen)
