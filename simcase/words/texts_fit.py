"""Texts of a fit."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "fit.step": ("Evaluering {n}: vægtet kvadratsum {squares}", "Evaluation {n}: weighted sum of squares {squares}"),
    "fit.about": (
        "Tilpasning {fit} af {calibration}: {n} evalueringer, vægtet kvadratsum {squares}, tilfældigheder nr. {seed}.",
        "Fit {fit} of {calibration}: {n} evaluations, weighted sum of squares {squares}, seed {seed}.",
    ),
    "fit.targets": ("Mål for tilpasningen", "Targets of the fit"),
    "fit.beside": ("Til sammenligning, ikke brugt i tilpasningen", "For comparison, not used in the fit"),
    "fit.grade": ("Kvalitet", "Grade"),
    "fit.target": ("Mål", "Target"),
    "fit.value": ("Oplyst", "Stated"),
    "fit.fitted": ("Tilpasset", "Fitted"),
    "fit.deviation": ("Afvigelse,\nstandardfejl", "Deviation,\nstandard errors"),
    "fit.reached": (
        (
            "Tilpasset: middel af {n} kørsler med tilfældigheder nr. {seed}, som tilpasningen ikke brugte. "
            "Standardfejlen rummer også tilfældighed."
        ),
        "Fitted: the mean of {n} runs with seed {seed}, which the fit did not use. The standard error holds chance as well.",
    ),
    "fit.note": ("* Ikke ramt: mere end to standardfejl fra.", "* Missed: more than two standard errors away."),
    "fit.unknowns": ("Ukendte størrelser", "Unknowns"),
    "fit.unknown": ("Faktor på", "Factor on"),
    "fit.prior": ("Før", "Before"),
    "fit.after": ("Usikkerhed,\n± pct.", "Uncertainty,\n± per cent"),
    "fit.meaning": ("Betyder, mod skønnet", "Means, beside the judgement"),
    "fit.paid": ("{share} af satsen udbetales", "{share} of the rate is paid"),
    "fit.stays": ("ophold {change}", "stays {change}"),
    "fit.come": ("nytilkomne {change}", "newcomers {change}"),
    "fit.moves": ("overgange hertil {change}", "moves to it {change}"),
    "fit.evidence": ("Hvad målene fortæller", "What the targets tell"),
    "fit.page": ("Rapporten er gemt i {file}", "The report is stored in {file}"),
    "fit.informed": ("Bestemt mest af", "Informed most by"),
    "fit.unmoved": (
        "Målene siger intet om: {names}. Værdien er skønnet fra før tilpasningen.",
        "The targets say nothing of: {names}. Its value is the judgement from before the fit.",
    ),
    "fit.at_bound": (
        "Udbetalingsgraden ligger ved sin grænse: {names}. Pris og antal passer ikke sammen.",
        "The take-up factor lies at its bound: {names}. Price and volume do not fit together.",
    ),
    "fit.left_out": ("Hver linje forudsagt af alt andet, kr.", "Each line as all else predicts it, kr."),
    "fit.predicted": ("Forudsagt", "Predicted"),
    "fit.interval": ("5\u00a0% til 95\u00a0%", "5\u00a0% to 95\u00a0%"),
    "fit.inside": (
        "Planen ligger inden for intervallet for {inside} af {lines} linjer.",
        "The plan lies in the interval for {inside} of {lines} lines.",
    ),
    "fit.stored": ("Tilpasningen er gemt i {file}", "The fit is stored in {file}"),
    "fit.use": (
        "Brug den med --fit {fit}, eller skriv {line} i {file}, så bruges den, hvor ingen nævnes",
        "Use it with --fit {fit}, or write {line} in {file}, and it is used where none is named",
    ),
    "fit.belong": ("De hører til: {fits}.", "They belong to: {fits}."),
    "fit.line": ("Linje", "Line"),
    "fit.plan": ("Plan", "Plan"),
    "fit.difference": ("Forskel", "Difference"),
    "fit.volume": ("heraf\nmængde", "of which\nvolume"),
    "fit.price": ("heraf\npris", "of which\nprice"),
    "fit.compared": (
        "Kommunens nettoudgift i {year} efter to tilpasninger, mio. kr.",
        "The municipality's net spending in {year} under two fits, million kr.",
    ),
    "fit.compared_note": (
        "Mængde: flere eller færre personer til middelprisen. Pris: en person koster mere eller mindre.",
        "Volume: more or fewer persons at the mean price. Price: a person costs more or less.",
    ),
    "moved.title": (
        "Kommunens nettoudgift i {year} efter to kalibreringer, mio. kr.",
        "The municipality's net spending in {year} under two calibrations, million kr.",
    ),
    "moved.difference": ("Forskel", "Difference"),
    "moved.data": ("heraf\ndata", "of which\ndata"),
    "moved.economy": ("priser", "prices"),
    "moved.policy": ("regler og\nindsatser", "rules and\ninitiatives"),
    "moved.model": ("model", "model"),
    "moved.noise": ("kan være støj", "may be noise"),
    "moved.note": (
        "Data: borgere, antal, overgange og tilpasning, også det en ny konjunktur har ændret i dem. Priser: satser og regulering.",
        "Data: citizens, counts, moves and fit, also what a new economic climate has changed in them. Prices: rates and regulation.",
    ),
    "moved.order": (
        "Hver del er et gennemsnit af at ændre delene i deres rækkefølge og i den modsatte.",
        "Each part is the average of changing the parts in their order and in the opposite one.",
    ),
    "fit.missed": ("Ikke ramt inden for to standardfejl: {targets}", "Not reached within two standard errors: {targets}"),
}
