"""Texts of backtests."""

from __future__ import annotations

BACKTEST: dict[str, tuple[str, str]] = {
    "backtest.case": ("Prøve", "Case"),
    "backtest.title": ("Titel", "Title"),
    "backtest.made": ("Prognose fra", "Forecast made"),
    "backtest.until": ("Til", "Until"),
    "backtest.outcomes": ("Udfald", "Outcomes"),
    "backtest.stored": ("Gemte\nprognoser", "Stored\nforecasts"),
    "backtest.with": (" med {shocks}", " with {shocks}"),
    "backtest.about": (
        "{name}: prognose fra {made} til {until}, holdt op mod {n} kendte udfald.",
        "{name}: forecast made {made}, until {until}, held against {n} known outcomes.",
    ),
    "backtest.waits": (
        "Intet udfald er kendt endnu. Tilføj dem med simcase backtest add-outcome, når de er.",
        "No outcome is known yet. Add them by simcase backtest add-outcome when they are.",
    ),
    "backtest.held": (
        "{inside} af {n} udfald ligger i intervallet, som rummer 9 af 10 kørsler.",
        "{inside} of {n} outcomes lie in the interval that holds 9 of 10 runs.",
    ),
    "backtest.beats": ("Prognosen (CRPS {score}) er bedre end: {naive}.", "The forecast (CRPS {score}) is better than: {naive}."),
    "backtest.loses": (
        "DEN KOMMER TIL KORT: prognosen (CRPS {score}) er ikke bedre end: {naive}.",
        "IT FALLS SHORT: the forecast (CRPS {score}) is not better than: {naive}.",
    ),
    "backtest.than": ("{naive} ({score}, {n} udfald)", "{naive} ({score}, {n} outcomes)"),
    "backtest.naive.last": ("sidste kendte værdi", "the last value known"),
    "backtest.naive.line": ("en ret linje gennem det kendte", "a straight line through what was known"),
    "backtest.naive.year_before": ("samme måned året før", "the same month a year before"),
    "backtest.outcomes_title": ("Udfald og prognose, personer", "Outcome and forecast, persons"),
    "backtest.against_title": ("Mod naive prognoser, personer", "Against naive forecasts, persons"),
    "backtest.head.series": ("Hvad", "What"),
    "backtest.head.on": ("Hvornår", "When"),
    "backtest.head.outcome": ("Udfald", "Outcome"),
    "backtest.head.forecast": ("Prognose", "Forecast"),
    "backtest.head.interval": ("5-95 %", "5-95%"),
    "backtest.head.inside": ("Inden\nfor", "Inside"),
    "backtest.head.score": ("CRPS", "CRPS"),
    "backtest.head.last": ("Sidste\nværdi", "Last\nvalue"),
    "backtest.head.line": ("Ret\nlinje", "Straight\nline"),
    "backtest.head.year_before": ("Året\nfør", "Year\nbefore"),
    "backtest.head.naive": ("Naiv prognose", "Naive forecast"),
    "backtest.head.n": ("Udfald", "Outcomes"),
    "backtest.head.error": ("Dens fejl", "Its error"),
    "backtest.head.beaten": ("Slået", "Beaten"),
    "backtest.yes": ("ja", "yes"),
    "backtest.no": ("nej", "no"),
    "backtest.note.score": (
        (
            "CRPS måler i personer, hvor langt hele prognosen med sit interval ligger fra udfaldet; mindre er bedre. For en naiv prognose "
            "uden interval er det den absolutte fejl. Hver sammenlignes over de udfald, som den har et tal for."
        ),
        (
            "CRPS measures in persons how far the whole forecast, with its interval, lies from the outcome; smaller is better. For a naive "
            "forecast without an interval it is the absolute error. Each is compared over the outcomes for which it has a number."
        ),
    ),
    "backtest.note.held": (
        "Holder intervallet, ventes {expected} af {n} udfald i det. Så få udfald kan ikke vise, om det gør.",
        "If the interval holds, {expected} of {n} outcomes are to be expected in it. So few outcomes cannot show whether it does.",
    ),
    "backtest.note.stored": (
        "Prognosen er gemt i {folder} og bedømmes siden, som den er lavet.",
        "The forecast is stored in {folder} and is judged later as it was made.",
    ),
    "backtest.none": ("Der er ingen gemt prognose.", "There is no stored forecast."),
    "backtest.short": ("Ikke bedre end en naiv prognose: {names}.", "Not better than a naive forecast: {names}."),
    "backtest.added": ("Nye udfald i {name}: {n}.", "New outcomes in {name}: {n}."),
}
