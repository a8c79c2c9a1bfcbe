"""Texts of backtests."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "backtest.case": ("Prøve", "Case"),
    "backtest.title": ("Titel", "Title"),
    "backtest.made": ("Prognose fra", "Forecast made"),
    "backtest.until": ("Til", "Until"),
    "backtest.outcomes": ("Udfald", "Outcomes"),
    "backtest.stored": ("Gemte\nprognoser", "Stored\nforecasts"),
    "backtest.with": (" med {shocks}", " with {shocks}"),
    "backtest.about": (
        "{name}: prognose fra {made} til {until}. Kendte udfald, som den holdes op mod: {n}.",
        "{name}: forecast made {made}, until {until}. Known outcomes that it is held against: {n}.",
    ),
    "backtest.waits": (
        "Intet udfald er kendt endnu. Tilføj dem med simcase backtest add-outcome, når de er.",
        "No outcome is known yet. Add them by simcase backtest add-outcome when they are.",
    ),
    "backtest.held": (
        "I intervallet, som rummer 9 af 10 kørsler, ligger {inside} af {n}. Prognosens CRPS er {score}.",
        "In the interval that holds 9 of 10 runs lie {inside} of {n}. The forecast's CRPS is {score}.",
    ),
    "backtest.beats": ("Prognosen er bedre end: {naive}.", "The forecast is better than: {naive}."),
    "backtest.loses": (
        "DEN KOMMER TIL KORT: prognosen er ikke bedre end: {naive}.",
        "IT FALLS SHORT: the forecast is not better than: {naive}.",
    ),
    "backtest.than": ("{naive} ({error} mod prognosens {score})", "{naive} ({error} against the forecast's {score})"),
    "backtest.than_some": (
        "{naive} (over de {n} udfald, som den har tal for: {error} mod prognosens {score})",
        "{naive} (over the {n} outcomes that it has a number for: {error} against the forecast's {score})",
    ),
    "backtest.naive.last": ("sidste kendte værdi", "the last value known"),
    "backtest.naive.line": ("en ret linje gennem det kendte", "a straight line through what was known"),
    "backtest.naive.year_before": ("samme måned året før", "the same month a year before"),
    "backtest.outcomes_title": ("Udfald og prognose, personer", "Outcome and forecast, persons"),
    "backtest.against_title": ("Mod naive prognoser, personer", "Against naive forecasts, persons"),
    "backtest.head.series": ("Hvad", "What"),
    "backtest.head.on": ("Hvornår", "When"),
    "backtest.head.outcome": ("Udfald", "Outcome"),
    "backtest.head.forecast": ("Prognose", "Forecast"),
    "backtest.head.interval": ("5-95\u00a0%", "5-95%"),
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
        "Holder intervallet, ventes {expected} af {n} udfald i det. Udfald i én prøve hænger sammen, så den alene viser det ikke.",
        (
            "If the interval holds, {expected} of {n} outcomes are to be expected in it. Outcomes of one case hang together, so it does "
            "not show that by itself."
        ),
    ),
    "backtest.note.stored": (
        "Prognosen er gemt i {folder} og bedømmes siden, som den er lavet.",
        "The forecast is stored in {folder} and is judged later as it was made.",
    ),
    "backtest.none": ("Der er ingen gemt prognose.", "There is no stored forecast."),
    "backtest.short": ("Ikke bedre end en naiv prognose: {names}.", "Not better than a naive forecast: {names}."),
    "backtest.added": ("Nye udfald i {name}: {n}.", "New outcomes in {name}: {n}."),
    "panel.about": (
        "{method}: {places} steder, prognoser fra {first} til {last}, {ahead} måneder frem.",
        "{method}: {places} places, forecasts made {first} to {last}, {ahead} months ahead.",
    ),
    "panel.one_origin": (
        "{method}: {places} steder, prognose fra {first}, {ahead} måneder frem.",
        "{method}: {places} places, forecast made {first}, {ahead} months ahead.",
    ),
    "panel.title": (
        "{measure}: {n} udfald, i procent af stedets gennemsnit i det sidste kendte år",
        "{measure}: {n} outcomes, in per cent of the place's mean in the last year known",
    ),
    "panel.origins": (
        "{method}: de samme udfald, set fra stadig senere måneder (CRPS i procent)",
        "{method}: the same outcomes, foreseen from ever later months (CRPS in per cent)",
    ),
    "panel.head.origin": ("Prognose fra", "Forecast made"),
    "panel.head.since": ("Siden {month}\n(standardfejl)", "Since {month}\n(standard error)"),
    "panel.note.origins": (
        "Standardfejlen er over steder. De har land og år fælles, så den er snarere for lille.",
        "The standard error is over places. They share country and years, so it is rather too small.",
    ),
    "panel.head.of": ("{measure},\n{n} udfald", "{measure},\n{n} outcomes"),
    "panel.method.model": ("Modellen", "The model"),
    "panel.method.last": ("Sidste kendte værdi", "The last value known"),
    "panel.method.year": ("Samme måned året før", "The same month a year before"),
    "panel.method.line": ("Ret linje gennem to år", "Straight line through two years"),
    "panel.method.smoothing": ("Udglatning med sæson", "Smoothing with season"),
    "panel.head.method": ("Prognose", "Forecast"),
    "panel.head.error": ("Fejl", "Error"),
    "panel.head.inside": ("I 5-95\u00a0%-\nintervallet", "In the 5-95%\ninterval"),
    "panel.head.skill": ("Slået\nmed", "Beaten\nby"),
    "panel.head.quarter": ("CRPS\n{n}. kv.", "CRPS\nQ{n}"),
    "panel.note": (
        (
            "CRPS måler, hvor langt hele prognosen med sit interval ligger fra udfaldet; mindre er bedre. Fejlen er medianens. Slået med "
            "siger, hvor meget mindre den øverste prognoses CRPS er; et minus er et tab. Kvartaler tælles fra prognosen."
        ),
        (
            "CRPS measures how far the whole forecast, with its interval, lies from the outcome; smaller is better. The error is the "
            "median's. Beaten by: how much smaller the topmost forecast's CRPS is; a minus is a loss. Quarters count from the forecast."
        ),
    ),
    "panel.note.simple": (
        "De enkle prognosers intervaller er af deres egne tidligere fejl på alle steder, så langt de var kendt.",
        "The intervals of the simple forecasts are of their own earlier errors in all places, as far as these were known.",
    ),
    "panel.stored": ("Prognoserne er gemt i {file}.", "The forecasts are stored in {file}."),
    "progress.places": ("Steder og måneder", "Places and months"),
}
