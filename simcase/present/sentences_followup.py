"""What a budget follow-up says in sentences."""

from __future__ import annotations

from typing import Final, Literal

from simcase.money import TOTAL
from simcase.present.labels import Labels
from simcase.present.sentences_run import common_notes, nine_of_ten, rests_on
from simcase.study.results import AgainstBudget, FollowUp, FollowUpLine

Budget = Literal["original", "corrected"]
BUDGETS: Final[tuple[Budget, ...]] = ("original", "corrected")
PARTS: Final[tuple[Literal["volume", "price"], ...]] = ("volume", "price")


def compared(result: FollowUp) -> tuple[Budget, ...]:
    """Return the budgets that the accounts are held against: the original one alone where the corrected one is the same in every line."""
    same = all(row.original == row.corrected for row in result.lines)
    return BUDGETS[:1] if same else BUDGETS


def sentences(result: FollowUp, labels: Labels) -> list[str]:
    """Return the expected accounts of the plan's lines, then how they stand against each budget."""
    words = labels.words
    total = next(row for row in result.lines if row.line == TOTAL)
    net = total.expected.municipality
    between = words.interval(*(words.number(edge / 1e6, 1) for edge in (net.p05, net.p95)))
    said = words.say(
        "followup.headline",
        month=words.month(result.as_of),
        without=labels.without(),
        year=result.year,
        net=words.millions(net.mean),
        between=nine_of_ten(between, result.run, words),
        rests=rests_on(result.run, words),
    )
    against = (_against(which, row, labels) for which in compared(result) if (row := total.beside(which)) is not None)
    return [said, *far_off(result, labels), *against]


def far_off(result: FollowUp, labels: Labels) -> list[str]:
    """Return, where there are any, which lines were counted so far from what was foreseen that their figures cannot be used."""
    lines = [row for row in result.lines if isinstance(row, FollowUpLine) and row.counted is not None and row.foreseen.far]
    far = [_far(row, row.counted.latest, labels) for row in lines if row.counted is not None]
    return [labels.words.say("followup.far", lines=", ".join(far))] if far else []


def _against(which: str, row: AgainstBudget, labels: Labels) -> str:
    """Return how the expected accounts stand against a budget; what comes of volume and of price in thousands, as in its table."""
    words, over = labels.words, row.deviation.mean
    parts = ""
    if row.volume is not None and row.price is not None:
        volume, price = (words.say("kroner.thousands", value=words.change_1000(part.mean)) for part in (row.volume, row.price))
        parts = words.say("followup.parts", volume=volume, price=price)
    return words.say(
        f"followup.against.{which}",
        more=words.say("followup.over" if over > 0 else "followup.under", more=words.millions(abs(over))),
        parts=parts,
        runs=words.in_runs(row.overspent.probability),
    )


def notes(result: FollowUp, labels: Labels) -> list[str]:
    """Return what to keep in mind: the method, what was estimated, and what net means."""
    words = labels.words
    said = [words.say("followup.method"), *split(result, labels), words.say("followup.measures")]
    if result.refund_lag:
        said.append(words.say("followup.lag", n=result.refund_lag))
    lines = [row for row in result.lines if isinstance(row, FollowUpLine)]
    absent = [labels.line(row.line) for row in lines if row.counted is None]
    if absent:
        said.append(words.say("followup.absent", lines=", ".join(absent)))
    basis = [labels.line(row.line) for row in lines if row.net_basis]
    if basis:
        said.append(words.say("followup.net_basis", lines=", ".join(basis)))
    if labels.learned:
        said.append(words.say("followup.learned"))
    if result.rows_left_out:
        said.append(words.say("followup.left_out", n=result.rows_left_out))
    return [*said, *common_notes(result.run, result.weakest_grade, labels, varying=result.varying, budget=True)]


def split(result: FollowUp, labels: Labels) -> list[str]:
    """Return what volume and price of a deviation are, where there are any, and which lines have none, whose budget tells no persons."""
    words = labels.words
    held = [(row, beside) for row in result.lines for which in compared(result) if (beside := row.beside(which))]
    alone = [labels.line(row.line) for row, beside in held if isinstance(row, FollowUpLine) and beside.full_time_persons is None]
    said = [words.say("followup.split")] if any(beside.volume for _, beside in held) else []
    return [*said, *([words.say("followup.unsplit", lines=", ".join(dict.fromkeys(alone)))] if alone else [])]


def _far(row: FollowUpLine, latest: float, labels: Labels) -> str:
    """Return a line whose count is far from what was foreseen, with both."""
    words = labels.words
    counted, foreseen = words.persons(latest), words.persons(row.foreseen.mean)
    return words.say("followup.far_line", line=labels.line(row.line), counted=counted, foreseen=foreseen)
