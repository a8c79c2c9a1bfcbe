"""Texts of what is wrong with a backtest, a panel, or what a figure is asked for."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "error.backtest.after": ("en dato efter prognosens, {day}", "a date after the forecast's, {day}"),
    "error.backtest.series_once": ("hver serie én gang", "each series once"),
    "error.backtest.unordered": ("datoer, der ikke står i rækkefølge", "dates out of order"),
    "error.backtest.rise": ("datoer, der stiger", "dates that rise"),
    "error.backtest.no_later": ("en dato ikke senere end prognosens, {day}", "a date no later than the forecast's, {day}"),
    "error.backtest.between": (
        "en dato efter {first}, da prognosen blev lavet, og ikke efter {last}",
        "a date after {first}, when the forecast was made, and not after {last}",
    ),
    "error.backtest.again": ("{series} den {on} igen", "{series} on {on} again"),
    "error.backtest.outcome_once": ("hvert udfald én gang", "each outcome once"),
    "error.backtest.no_forecast": ("ingen prognose", "no forecast"),
    "error.backtest.folder": ("en mappe med {manifest} og {draws}", "a folder with {manifest} and {draws}"),
    "error.backtest.changed": (
        "{folder}: ændret, siden prognosen blev lavet; den kan ikke bedømmes",
        "{folder}: changed since the forecast was made; it cannot be scored",
    ),
    "error.backtest.days": (
        "dage fra {start} til {end}, som kalibreringen simulerer",
        "days from {start} to {end}, as the calibration simulates",
    ),
    "error.figure.forms": (
        "KIND.LINE, KIND.LINE.YEAR med KIND en af {kinds}; {goal}.ID; {net_spending}; med et sammenligningsgrundlag {net_result}",
        "KIND.LINE, KIND.LINE.YEAR with KIND one of {kinds}; {goal}.ID; {net_spending}; with a baseline {net_result}",
    ),
    "error.backtest.name": (
        "navnet på en bagtest, her eller før FIL på kommandolinjen",
        "the name of a backtest, here or before FILE on the command line",
    ),
    "error.backtest.init": (
        "`simcase init .` kopierer de bagtest, der følger med.",
        "`simcase init .` copies the backtests that are shipped.",
    ),
    "error.backtest.elsewhere": ("en bagtest et andet sted", "a backtest elsewhere"),
    "error.backtest.in_folder": ("en i ./{folder}, så der kan lægges udfald til", "one in ./{folder}, to add outcomes to"),
    "error.backtest.as_says": (
        "{value:.15g}, som {folder} siger; ret det der, hvis det er revideret",
        "{value:.15g}, as {folder} says; change it there if it was revised",
    ),
    "error.panel.table": ("en tabel med kolonnerne {columns}", "a table with the columns {columns}"),
    "error.panel.heading": ("kolonnerne {heading}", "the columns {heading}"),
    "error.file.column": ("en kolonne '{name}'", "a column '{name}'"),
    "error.panel.no_measure": ("ingen linje med '{name}'", "no line of '{name}'"),
    "error.panel.month": ("en måned som 2023-06", "a month such as 2023-06"),
    "error.panel.another": ("endnu en optælling af {measure} i {place} i {period}", "another count of {measure} in {place} in {period}"),
    "error.panel.once": ("hver optælling én gang", "each count once"),
    "error.panel.persons": (
        "personer fra 0 til {most_persons:.0f}, med punktum før decimaler",
        "persons from 0 to {most_persons:.0f}, with a point before decimals",
    ),
    "error.panel.no_outcome": (
        "intet udfald for et sted, {origins:%Y-%m} til {origins2:%Y-%m}, som hver slags prognose siger noget om",
        "no outcome of a place, {origins:%Y-%m} to {origins2:%Y-%m}, of which every kind of forecast says something",
    ),
    "error.panel.more": (
        "flere steder, eller begyndelser med flere måneder før og efter",
        "more places, or origins with more months before and behind them",
    ),
    "error.panel.two_months": (
        "to måneder i rækkefølge, fra {add_months:%Y-%m} til {add_months2:%Y-%m}",
        "two months in order, from {add_months:%Y-%m} to {add_months2:%Y-%m}",
    ),
    "error.panel.months": ("{first:%Y-%m} til {last:%Y-%m}", "{first:%Y-%m} to {last:%Y-%m}"),
    "error.method.lacking": ("'{method}', men ingen {needed}", "'{method}', but no {needed}"),
    "error.package.installed": ("at den er installeret", "it installed"),
    "error.method.from_to": ("'{baseline}' fra {start} til {end}", "'{baseline}' from {start} to {end}"),
    "error.method.same_days": ("de samme dage som '{scenario}', {start} til {end}", "the same days as '{scenario}', {start} to {end}"),
    "error.method.no_range": ("intet med et interval", "nothing with a range"),
    "error.method.with_range": (
        "en tilpasning med kovarians, eller indsatser med intervaller",
        "a fit with a covariance, or initiatives with ranges",
    ),
    "error.method.point": ("{error} (punkt {replication} af det ukendte)", "{error} (point {replication} of what is not known)"),
    "error.package.install": ('Kør: python -m pip install "simcase[{extra}]"', 'python -m pip install "simcase[{extra}]"'),
}
