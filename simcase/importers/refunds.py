"""The weekly files on refund that the state sends (ydelsesrefusion) become accounts by line and month, and shares by refusion step."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

import polars as pl

from simcase import __version__
from simcase.declare import AS_IS
from simcase.errors import Issue, UserError, closest, looks_like_cpr
from simcase.importers.areas import area_called
from simcase.importers.privacy import FEWEST, refuse_named
from simcase.importers.refund_rows import read_rows
from simcase.model import Model, resolve
from simcase.vocabulary import add_months
from simcase.words import said

ALIASES: Final[Mapping[str, str]] = {
    "kontanthjælp": "kontant_og_uddannelseshjaelp",
    "uddannelseshjælp": "kontant_og_uddannelseshjaelp",
    "dagpenge": "a_dagpenge",
    "arbejdsløshedsdagpenge": "a_dagpenge",
    "ressourceforløbsydelse under jobafklaring": "jobafklaring",
    "ressourceforløbsydelse i jobafklaringsforløb": "jobafklaring",
    "fleksløntilskud": "fleksjob",
    "flekslønstilskud": "fleksjob",
}
"""Benefits as the files may call them, and the line of the budget that each is paid from; others are named by --benefit."""
NEAR: Final = 0.05
"""How far what was refunded of a payment may be from a step's share and still be that step: amounts are rounded."""
OUTSIDE: Final = "outside"
"""The step of payments whose refund is that of no step."""
ORE: Final = 100.0
SEED_BITS: Final = 64


class AccountRow(NamedTuple):
    """A line in a month: kroner paid (of what others pay, what the municipality co-finances), kroner refunded of it, persons on average."""

    month: date
    line: str
    gross: float
    refund: float
    persons: float


class StepRow(NamedTuple):
    """A line's persons on a step of the ladder, on average over a month, and their share of those on the ladder.

    Both are nothing where the persons are fewer than five, and on a second step where a sum would tell of these; outside there is no share.
    """

    month: date
    line: str
    step: str
    persons: float | None
    share: float | None


@dataclass(frozen=True, slots=True)
class RefundResult:
    """What weekly files hold: rows read, those there twice, sums that came to nothing, rows that others pay; then the figures.

    `lines` are those that the files hold in any month; `months_left_out` are those of which not every week is in the files.
    """

    simcase: str
    rows: int
    duplicates: int
    cancelled: int
    elsewhere: int
    lines: tuple[str, ...]
    accounts: tuple[AccountRow, ...]
    steps: tuple[StepRow, ...]
    months_left_out: tuple[date, ...]


def import_refunds(files: Sequence[Path], calibration: str, area: str, benefits: Mapping[str, str]) -> RefundResult:
    """Add up weekly files; `benefits` names the line of the budget for a benefit as the files call it.

    Citizens are told apart by a keyed hash of the key of this call alone, which is kept nowhere. Raises UserError for whatever is not as
    expected, all files' mistakes at once.
    """
    refuse_named(
        {"--area": area, "--benefit": " ".join((*benefits, *benefits.values())), **{f"FILE {n}": f for n, f in enumerate(files, 1)}}
    )
    model = resolve(AS_IS, calibration=calibration, without_fit=True)
    seed = secrets.randbits(SEED_BITS)
    parcels, issues = list[pl.DataFrame](), list[Issue]()
    for file in files:
        try:
            parcels.append(read_rows(file, seed))
        except UserError as error:
            issues += error.issues
    if issues:
        raise UserError(issues)
    rows = pl.concat(parcels).with_columns(pl.col("benefit").cast(pl.String), pl.col("payer").cast(pl.String))
    single = rows.unique("row")
    mine = single.filter(pl.col("payer").is_in([each for each in single["payer"].unique().drop_nulls() if area_called(area, [each])]))
    if mine.is_empty():
        raise UserError([Issue("", 0, "--area", said("error.refunds.no_row", area=area), said("error.refunds.area"))])
    lines = lines_of(mine["benefit"].unique().sort().to_list(), model, benefits)
    summed = mine.group_by("week", "person", "benefit").agg(pl.sum("paid", "refund", "shared"))
    left = summed.filter((pl.col("paid") != 0) | (pl.col("refund") != 0) | (pl.col("shared") != 0))
    left = left.with_columns(line=pl.col("benefit").replace_strict(lines, return_dtype=pl.String))
    months, left_out = _calendar(left["week"].unique().sort().to_list())
    if months.is_empty():
        found = (
            said("error.refunds.some_weeks", left_out=[f"{month:%Y-%m}" for month in left_out])
            if left_out
            else said("error.refunds.no_kroner")
        )
        raise UserError([Issue("", 0, "FILE", found, said("error.refunds.all_weeks"))])
    return RefundResult(
        __version__,
        rows=rows.height,
        duplicates=rows.height - single.height,
        cancelled=summed.height - left.height,
        elsewhere=single.height - mine.height,
        lines=tuple(left["line"].unique().sort()),
        accounts=_accounts(left, months),
        steps=_steps(left, months, model),
        months_left_out=left_out,
    )


def lines_of(names: Sequence[str], model: Model, benefits: Mapping[str, str]) -> dict[str, str]:
    """Return the line of the budget of each benefit; raises UserError for those that have none, all at once."""
    ids = {line.id: line.label for line in model.lines}
    known = {text.lower(): line.id for line in model.lines for text in (line.id, line.label.da, line.label.en)}
    known |= {state.label.da.lower(): state.line for state in model.states if state.line is not None}
    known |= {name: line for name, line in ALIASES.items() if line in ids} | {name.lower(): line for name, line in benefits.items()}
    wrong = [Issue("", 0, "--benefit", f"'{line}'", *closest(line, ids, ids)) for line in benefits.values() if line not in ids]
    hint = said("error.refunds.say_which", lines=sorted(ids))
    for name in names:
        if name.lower() not in known:
            found = said("error.private.cpr") if looks_like_cpr(name) else f"'{name}'"
            wrong.append(Issue("", 0, "Ydelse", found, said("error.refunds.benefit"), hint))
    if wrong:
        raise UserError(wrong)
    return {name: known[name.lower()] for name in names}


def _calendar(weeks: Sequence[date]) -> tuple[pl.DataFrame, tuple[date, ...]]:
    """Return how many days of each week lie in each whole month, as shares of the two; and the months that are not whole."""
    days = [week + timedelta(days=n) for week in weeks for n in range(7)]
    held: dict[tuple[date, date], int] = {}
    for day in days:
        key = day - timedelta(days=day.weekday()), day.replace(day=1)
        held[key] = held.get(key, 0) + 1
    months = sorted({month for _, month in held})
    length = {month: (add_months(month, 1) - month).days for month in months}
    whole = [month for month in months if sum(n for (_, each), n in held.items() if each == month) == length[month]]
    rows = [(week, month, n / 7.0, n / length[month]) for (week, month), n in held.items() if month in whole]
    frame = pl.DataFrame(rows, {"week": pl.Date, "month": pl.Date, "of_week": pl.Float64, "of_month": pl.Float64}, orient="row")
    return frame, tuple(month for month in months if month not in whole)


def _accounts(left: pl.DataFrame, months: pl.DataFrame) -> tuple[AccountRow, ...]:
    """Return the accounts: of what others pay out, what the municipality co-finances is gross and nothing is refunded."""
    shared = pl.col("shared") != 0
    gross, refund = pl.when(shared).then("shared").otherwise("paid"), pl.when(shared).then(0).otherwise("refund")
    weekly = left.group_by("week", "line").agg(
        gross=gross.sum(), refund=refund.sum(), persons=pl.col("person").filter(pl.col("paid") > 0).n_unique()
    )
    monthly = weekly.join(months, on="week").group_by("month", "line").agg(
        gross=(pl.col("gross") * pl.col("of_week")).sum() / ORE,
        refund=(pl.col("refund") * pl.col("of_week")).sum() / ORE,
        persons=(pl.col("persons") * pl.col("of_month")).sum(),
    )  # fmt: skip
    told = monthly.with_columns(pl.col("gross", "refund", "persons").round(2)).sort("month", "line")
    return tuple(AccountRow(*row) for row in told.iter_rows())


def _steps(left: pl.DataFrame, months: pl.DataFrame, model: Model) -> tuple[StepRow, ...]:
    """Return the persons of each line by step, by what was refunded of each payment; a share of no step is outside the ladder."""
    if model.refusion is None:
        return ()
    share = pl.when(pl.col("shared") != 0).then(1.0 - pl.col("shared") / pl.col("paid")).otherwise(pl.col("refund") / pl.col("paid"))
    named = pl.lit(OUTSIDE)
    for number, each in reversed(list(enumerate(model.refusion.steps, 1))):
        named = pl.when((share - each.state_share).abs() <= NEAR).then(pl.lit(f"step_{number}")).otherwise(named)
    paid = left.filter(pl.col("paid") > 0).with_columns(step=named)
    weekly = paid.group_by("week", "line", "step").agg(persons=pl.col("person").n_unique())
    monthly = weekly.join(months, on="week").group_by("month", "line", "step").agg(persons=(pl.col("persons") * pl.col("of_month")).sum())
    every = monthly.sort("month", "line", "step").iter_rows()
    return tuple(
        row for (month, line), rows in groupby(every, lambda row: row[:2]) for row in _told(month, line, {r[2]: r[3] for r in rows})
    )


def _told(month: date, line: str, persons: Mapping[str, float]) -> Iterator[StepRow]:
    """Yield what may be told of the persons of a line in a month by step."""
    hidden = {step for step, count in persons.items() if count < FEWEST}
    if len(hidden) == 1:  # the line's total would give it away
        hidden |= set(sorted(persons.keys() - hidden, key=lambda step: persons[step])[:1])
    ladder = sum(count for step, count in persons.items() if step != OUTSIDE)
    for step, count in persons.items():
        share = None if step == OUTSIDE else round(count / ladder, 5)
        yield StepRow(month, line, step, *((None, None) if step in hidden else (round(count, 2), share)))
