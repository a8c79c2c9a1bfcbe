"""Texts of what is wrong in a table that a user gives."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "error.table.refund": ("Skriv statsrefusion som et positivt beløb.", "State refund as a positive amount."),
    "error.table.correction": ("Flyt en rettelse til den måned, den vedrører.", "Move a correction to the month that it concerns."),
    "error.number.below_0": ("et tal under 0", "a number below 0"),
    "error.number.at_least_0": ("mindst 0", "at least 0"),
    "error.table.second_row_month": ("endnu en række for {line} i {month:%Y-%m}", "a second row for {line} in {month:%Y-%m}"),
    "error.table.one_row_first": ("én (den første er række {rows})", "one (the first is row {rows})"),
    "error.table.whole_month": (
        "{year}-01-31 eller senere: regnskab for en hel måned",
        "{year}-01-31 or later: the accounts of a whole month",
    ),
    "error.table.both_counts": ("både 'persons' og 'full_time_persons'", "both 'persons' and 'full_time_persons'"),
    "error.table.no_rows": ("ingen rækker", "no rows"),
    "error.table.one_count": ("én af kolonnerne 'persons' og 'full_time_persons'", "one of the columns 'persons' and 'full_time_persons'"),
    "error.value.month": ("en måned som 2019-01", "a month such as 2019-01"),
    "error.table.a_person": ("under {least:,g} kr. pr. person", "less than DKK {least:,g} a person"),
    "error.table.kroner": ("kroner", "kroner"),
    "error.table.thousands": ("Er det tusinder af kroner?", "Are these thousands of kroner?"),
    "error.table.no_row": ("ingen række for {missing}", "no row for {missing}"),
    "error.table.row_each_month": ("en række for hver måned til og med {months:%Y-%m}", "a row for each month until {months:%Y-%m}"),
    "error.table.no_figure": ("intet tal i {empty}", "no figure in {empty}"),
    "error.table.every_month": (
        "tal i hver måned, eller i ingen, hvis ydelsen står i et andet regnskab",
        "figures in every month, or in none where other accounts hold the line",
    ),
    "error.table.no_figures": ("intet tal overhovedet", "no figure at all"),
    "error.table.some_line": ("regnskab for mindst én ydelse", "the accounts of a line at least"),
    "error.table.second_row_line": ("endnu en række for {line}", "a second row for {line}"),
    "error.table.one": ("én", "one"),
    "error.table.second_row": ("endnu en række", "a second row"),
    "error.table.one_row": ("én række (den første er {rows})", "one row (the first is {rows})"),
    "error.assumptions.on_prices": ("arket Priser, {path}", "sheet Prices, {path}"),
    "error.assumptions.none": ("intet tal fra denne model", "no number of this model"),
    "error.assumptions.sheet": ("arket med forudsætninger fra en rapport", "the sheet of assumptions of a report"),
    "error.assumptions.foreign": ("et tal, som denne model ikke har", "a number that this model does not have"),
    "error.assumptions.not_read": (
        "{value:.15g}: kun priser, satser og indsatser læses tilbage; skriv et scenarie for andre tal",
        "{value:.15g}: only prices, rates and measures are read back, for others write a scenario",
    ),
    "error.assumptions.range": ("{found} under '{names}'", "{found} under '{names}'"),
    "error.assumptions.range_stated": (
        "{stated}: et interval læses ikke tilbage; skriv et scenarie for et andet",
        "{stated}: a range is not read back, for another write a scenario",
    ),
}
