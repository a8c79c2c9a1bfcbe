"""Texts of what a model implies, and where a number comes from."""

from __future__ import annotations

EXPLAIN: dict[str, tuple[str, str]] = {
    "explain.about": (
        "{title} ({scenario}). Kalibrering {calibration}, tilpasning {fit}, {first} til {last}.",
        "{title} ({scenario}). Calibration {calibration}, fit {fit}, {first} to {last}.",
    ),
    "explain.no_fit": ("ingen", "none"),
    "explain.states": ("Hvad modellen indebærer", "What the model implies"),
    "explain.start": ("Personer\nved start", "Persons\nat start"),
    "explain.stay": ("Varighed,\nuger", "Mean stay,\nweeks"),
    "explain.steady": ("Personer i\ndet lange løb", "Persons in\nthe long run"),
    "explain.exit": ("Hyppigste afgang,\nandel af alle", "Most frequent exit,\nshare of all"),
    "explain.notes": (
        "Det lange løb: bestanden, som rater og tilgang fører til, hvis de bliver ved. Et tal med kilde: simcase explain {scenario} STI",
        "The long run: the stock that rates and inflow lead to if they go on. A number with its source: simcase explain {scenario} PATH",
    ),
    "explain.initiatives": ("Indsatser", "Initiatives"),
    "explain.none": ("Ingen indsatser.", "No initiatives."),
    "explain.since": ("fra {start}", "from {start}"),
    "explain.between": ("{start} til {end}", "{start} to {end}"),
    "explain.ramp": (", fuld styrke efter {months} måneder", ", full strength after {months} months"),
    "explain.dose": (". Raterne rummer allerede {share} af den", ". The rates hold {share} of it already"),
    "explain.effect": (
        "Afgang til {states}: {ratio} gange raten, datakvalitet {grade}",
        "Exits to {states}: {ratio} times the rate, grade {grade}",
    ),
    "explain.effect_range": (
        "Afgang til {states}: {ratio} gange raten ({low}-{high}), datakvalitet {grade}",
        "Exits to {states}: {ratio} times the rate ({low}-{high}), grade {grade}",
    ),
    "programme.places": ("{room} pladser, datakvalitet {grade}", "{room} places, grade {grade}"),
    "programme.slots": (
        "{room} pladser om året fra arbejdsgivere, datakvalitet {grade}",
        "{room} job slots a year from employers, grade {grade}",
    ),
    "programme.lasts": ("Et forløb varer {weeks} uger. Kø: {queue}", "It lasts {weeks} weeks. Queue: {queue}"),
    "programme.during": ("Under forløbet: {effect}", "During it: {effect}"),
    "programme.after": ("I {weeks} uger efter et gennemført forløb: {effect}", "For {weeks} weeks after completing it: {effect}"),
    "queue.longest": ("den, der har været længst på ydelsen, først", "longest on the benefit first"),
    "queue.newest": ("den nyeste på ydelsen først", "newest on the benefit first"),
    "queue.random": ("lodtrækning", "by lot"),
    "explain.evidence": ("Evidens: {meaning}", "Evidence: {meaning}"),
    "explain.suspends": ("Sat ud af kraft imens: {what}", "Suspended meanwhile: {what}"),
    "explain.caveat": ("Forbehold: {caveat}", "Caveat: {caveat}"),
    "explain.capped": (
        "Fra {left} til {entered} når indsatserne tilsammen {product} gange. Loftet på {cap} gælder, så hver af dem virker mindre.",
        "From {left} to {entered} the initiatives together come to {product} times. The cap of {cap} holds, so each of them acts less.",
    ),
    "evidence.A": ("lodtrækningsforsøg", "randomised trial"),
    "evidence.B": ("kvasieksperiment", "quasi-experiment"),
    "evidence.C": ("før og efter eller beskrivende", "before and after, or descriptive"),
    "evidence.D": ("alene et måltal", "a target only"),
    "evidence.J": ("skøn", "judgement"),
    "figure.value": ("Værdi", "Value"),
    "figure.grade": ("Datakvalitet", "Grade"),
    "figure.source": ("Kilde", "Source"),
    "figure.note": ("Note", "Note"),
}
