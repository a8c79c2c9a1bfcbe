"""Texts of a sensitivity analysis, in tables and in its chart."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "sensitivity.about": (
        (
            "{title} ({scenario}){against}. Kalibrering {calibration}, {points} punkter med {runs} kørsler hver{prices}, "
            "tilfældigheder nr. {seed}. Simuleret."
        ),
        "{title} ({scenario}){against}. Calibration {calibration}, {points} points with {runs} runs each{prices}, seed {seed}. Simulated.",
    ),
    "sensitivity.against": (" mod {title} ({scenario})", " against {title} ({scenario})"),
    "sensitivity.tornado": (
        "{figure}: {middle} i midten. Mest afhænger den af: {first} ({low} til {high}).",
        "{figure}: {middle} in the middle. It depends most on: {first} ({low} to {high}).",
    ),
    "sensitivity.ranked": (
        "{figure}: {middle} i gennemsnit. Mest afhænger den af: {first}.",
        "{figure}: {middle} on average. It depends most on: {first}.",
    ),
    "sensitivity.silent": (
        "{figure}: {middle}. Intet af det ukendte flytter den mere, end tilfældighed kan.",
        "{figure}: {middle}. Nothing that is unknown moves it by more than chance may.",
    ),
    "sensitivity.factor": ("Ukendt", "Unknown"),
    "sensitivity.low": ("Lav\nværdi", "Low\nvalue"),
    "sensitivity.high": ("Høj\nværdi", "High\nvalue"),
    "sensitivity.at_low": ("Ændring ved\nlav værdi", "Change at\nlow value"),
    "sensitivity.at_high": ("Ændring ved\nhøj værdi", "Change at\nhigh value"),
    "sensitivity.mu": ("Gennemsnitligt\nudslag (mu*)", "Mean effect\n(mu*)"),
    "sensitivity.sigma": ("Spredning\n(sigma)", "Spread\n(sigma)"),
    "sensitivity.alone": ("Andel alene\n(S1)", "Share alone\n(S1)"),
    "sensitivity.total": ("Andel med\nsamspil (ST)", "Share with\ninteractions (ST)"),
    "sensitivity.rest": ("{n} andre, hver mindre end {least}", "{n} others, each below {least}"),
    "sensitivity.fit": ("Beregningens satser og udbetalingsgrader (fælles)", "The fit's rates and take-up (jointly)"),
    "sensitivity.note.tornado": (
        (
            "Hver ukendt går fra midten til enderne af det, der rummer 9 af 10; kalibreringens øvrige følger med, som den siger, de hører "
            "sammen. ~ kan være støj. Tilfældigheden er den samme i alle punkter."
        ),
        (
            "Each unknown goes from its middle to the ends of what holds 9 of 10; the others of the fit follow as the fit says they "
            "belong together. ~ may be noise. Chance is the same at every point."
        ),
    ),
    "sensitivity.note.morris": (
        (
            "Morris' metode: hver ukendt flyttes for sig fra mange steder, som om de var uafhængige. Mu* er det gennemsnitlige udslag over "
            "hele dens interval; sigma er stor, hvor udslaget afhænger af de andre. ± rummer 9 af 10."
        ),
        (
            "Morris's method: each unknown moves by itself from many places, as if they were independent. Mu* is the mean effect over its "
            "whole range; sigma is large where the effect depends on the others. ± holds 9 of 10."
        ),
    ),
    "sensitivity.note.sobol": (
        (
            "Sobols andele af variansen i gennemsnittet af {runs} kørsler. Kalibreringens ukendte er én gruppe, fordi de hænger sammen. ± "
            "rummer 9 af 10; en andel uden for 0 til 1 er støj."
        ),
        (
            "Sobol's shares of the variance of the mean of {runs} runs. The unknowns of the fit are one group, since they go together. ± "
            "holds 9 of 10; a share outside 0 to 1 is noise."
        ),
    ),
    "sensitivity.chance": (
        "I en enkelt kørsel er spredningen ved tilfældighed {chance}",
        "In a single run the standard deviation by chance is {chance}",
    ),
    "sensitivity.parameters": (", ved det ukendte {parameters}", ", by what is unknown {parameters}"),
    "sensitivity.caveat": (
        "Intervallerne er selv skøn, mest med datakvalitet D. Analysen viser, hvad modellen afhænger af, ikke hvad der er sandt.",
        "The ranges are judgements themselves, mostly of grade D. The analysis shows what the model depends on, not what is true.",
    ),
    "figure.net_spending": ("Samlet nettoudgift {years}", "All net spending {years}"),
    "figure.net_result": ("Nettoresultat {years}", "Net result {years}"),
    "figure.persons": ("{where}, personer {years}", "{where}, persons {years}"),
    "figure.full_time_persons": ("{where}, fuldtidspersoner {years}", "{where}, full-time persons {years}"),
    "figure.full_year_persons": ("{where}, helårspersoner {years}", "{where}, full-year persons {years}"),
    "figure.gross": ("{where}, bruttoudgift {years}", "{where}, gross spending {years}"),
    "figure.state": ("{where}, statens andel {years}", "{where}, the state's share {years}"),
    "figure.municipality": ("{where}, nettoudgift {years}", "{where}, net spending {years}"),
    "figure.goal": ("Målet: {where}", "The goal: {where}"),
    "number.prevents": ("{initiative}: andel, der forebygges", "{initiative}: share prevented"),
    "number.programme.places": ("{initiative}: pladser", "{initiative}: places"),
    "number.programme.slots_per_year": ("{initiative}: job om året", "{initiative}: job slots a year"),
    "number.programme.drop_out_per_year": ("{initiative}: frafald om året", "{initiative}: drop-out a year"),
    "number.programme.wage": ("{initiative}: løn om måneden, kr.", "{initiative}: wage a month, DKK"),
    "number.programme.kroner_per_place": ("{initiative}: kr. pr. plads", "{initiative}: DKK a place"),
    "number.programme.kroner_per_start": ("{initiative}: kr. pr. start", "{initiative}: DKK a start"),
    "chart.sensitivity.title": ("Hvad resultatet afhænger af", "What the result depends on"),
    "chart.sensitivity.about": ("{title} (simuleret). {said}", "{title} (simulated). {said}"),
    "chart.sensitivity.bar": ("Streg: usikkerheden ved så få punkter.", "Line: the uncertainty of so few points."),
    "chart.sensitivity.ends": ("Stiplet: ved den lave værdi. Fyldt: ved den høje.", "Dashed: at the low value. Filled: at the high one."),
    "unit.change": ("Ændring, {unit}", "Change, {unit}"),
    "unit.millions": ("mio. kr.", "DKK million"),
    "unit.persons": ("personer", "persons"),
    "unit.percent": ("procentpoint", "percentage points"),
    "unit.share": ("Andel af variansen, pct.", "Share of the variance, per cent"),
}
