"""Texts of a break-even."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "even.about": (
        "'{title}' mod '{base}'. Kalibrering {calibration}, {fit}, {runs} par kørsler med samme tilfældigheder, nr. {seed}. Simuleret.",
        "'{title}' against '{base}'. Calibration {calibration}, {fit}, {runs} pairs of runs with the same luck, seed {seed}. Simulated.",
    ),
    "even.effect.more.found": (
        "Virkningen skal være {times} gange så stærk som skønnet (90\u00a0%-interval {interval}), før nettoresultatet er nul {by}.",
        "The effect must be {times} times as strong as stated (90% interval {interval}) for the net result to be zero by {by}.",
    ),
    "even.effect.less.found": (
        (
            "Det betaler sig, så længe virkningen er under {times} gange så stærk som skønnet (90\u00a0%-interval {interval}):"
            " dér er nettoresultatet nul {by}."
        ),
        (
            "It pays as long as the effect is below {times} times as strong as stated (90% interval {interval}):"
            " there the net result is zero by {by}."
        ),
    ),
    "even.effect.less.never": (
        "Betaler sig ikke {by}, hvor svag virkningen end er: uden virkning er nettoresultatet {least}",
        "It does not pay by {by} however weak the effect is: without any the net result is {least}.",
    ),
    "even.effect.less.always": (
        "Nettoresultatet er ikke negativt {by}, selv med en virkning, der er {most} gange så stærk som skønnet: så er det {net}",
        "The net result is not negative by {by} even with an effect {most} times as strong as stated: it is then {net}.",
    ),
    "even.cost.less.found": (
        "Udgiften må højst være {times} gange den planlagte (90\u00a0%-interval {interval}), hvis nettoresultatet skal være nul {by}.",
        "The cost may be at most {times} times what is planned (90% interval {interval}) for the net result to be zero by {by}.",
    ),
    "even.cost.more.found": (
        "Det sparede skal mindst være {times} gange det planlagte (90\u00a0%-interval {interval}), før nettoresultatet er nul {by}.",
        "The saving must be at least {times} times what is planned (90% interval {interval}) for the net result to be zero by {by}.",
    ),
    "even.cost.more.never": (
        "Betaler sig ikke {by}, selv om der spares {most} gange det planlagte: så er nettoresultatet {net}",
        "It does not pay by {by} even if {most} times what is planned is saved: the net result is then {net}.",
    ),
    "even.cost.more.always": (
        "Betaler sig {by}, selv om intet spares på indsatser: så er nettoresultatet {least}",
        "It pays by {by} even if nothing is saved on efforts: the net result is then {least}.",
    ),
    "even.places.more.found": (
        (
            "Nettoresultatet er nul {by} ved {times} gange så mange pladser som planlagt (90\u00a0%-interval {interval}); med flere betaler"
            " det sig."
        ),
        "The net result is zero by {by} with {times} times as many places as planned (90% interval {interval}); with more it pays.",
    ),
    "even.places.less.found": (
        (
            "Nettoresultatet er nul {by} ved {times} gange så mange pladser som planlagt (90\u00a0%-interval {interval}); med færre betaler"
            " det sig."
        ),
        "The net result is zero by {by} with {times} times as many places as planned (90% interval {interval}); with fewer it pays.",
    ),
    "even.places.less.never": (
        "Tjener sig ikke hjem {by} med noget antal pladser: uden er nettoresultatet {least}, med {most} gange så mange {net}",
        "It does not pay back by {by} with any number of places: without any the net result is {least}, at {most} times as many {net}.",
    ),
    "even.places.less.always": (
        "Tjener sig hjem {by} med ethvert antal pladser op til {most} gange de planlagte: med flest er nettoresultatet {net}",
        "It pays back by {by} with any number of places up to {most} times those planned: with the most the net result is {net}.",
    ),
    "even.effect.more.never": (
        "Tjener sig ikke hjem {by}: selv med en virkning, der er {most} gange så stærk som skønnet, er nettoresultatet {net}",
        "It does not pay back by {by}: even with an effect {most} times as strong as stated the net result is {net}.",
    ),
    "even.effect.more.always": (
        "Nettoresultatet er ikke negativt {by}, hvor svag virkningen end er: uden virkning er det {least}",
        "The net result is not negative by {by} however weak the effect is: without any it is {least}.",
    ),
    "even.cost.less.never": (
        "Tjener sig ikke hjem {by}, heller ikke uden udgifter: så er nettoresultatet {least}",
        "It does not pay back by {by} even if it costs nothing: the net result is then {least}.",
    ),
    "even.cost.less.always": (
        "Tjener sig hjem {by} selv med {most} gange den planlagte udgift: så er nettoresultatet {net}",
        "It pays back by {by} even at {most} times the planned cost: the net result is then {net}.",
    ),
    "even.places.more.never": (
        "Tjener sig ikke hjem {by} med noget antal pladser op til {most} gange de planlagte: med flest er nettoresultatet {net}",
        "It does not pay back by {by} with any number of places up to {most} times those planned: with the most the net result is {net}.",
    ),
    "even.places.more.always": (
        "Tjener sig hjem {by} med ethvert antal pladser op til {most} gange de planlagte: med flest er nettoresultatet {net}",
        "It pays back by {by} with any number of places up to {most} times those planned: with the most the net result is {net}.",
    ),
    "even.as_is": (
        "Som scenariet er, er nettoresultatet {net} (i 9 af 10 kørsler {interval}).",
        "As the scenario stands the net result is {net} (in 9 of 10 runs {interval}).",
    ),
    "even.runs": (
        "I 9 af 10 kørsler ligger nulpunktet mellem {low} og {high} gange; det er den spredning, som tilfældighed og usikre tal giver.",
        "In 9 of 10 runs the zero lies between {low} and {high} times; that is the spread that chance and uncertain figures give.",
    ),
    "even.runs_some": (
        (
            "I den midterste kørsel ligger nulpunktet ved {middle} gange; i omkring 1 af 20 kørsler eller flere er der intet op til {most}"
            " gange."
        ),
        "In the middle run the zero lies at {middle} times; in about 1 of 20 runs or more there is none up to {most} times.",
    ),
    "even.runs_few": (
        "I mindst halvdelen af kørslerne er der intet nulpunkt op til {most} gange; at gennemsnittet har et, skyldes de øvrige.",
        "In at least half of the runs there is no zero up to {most} times; that the mean has one is due to the others.",
    ),
    "even.cost_alone": (
        "Ingen indsats i {title}, der er anderledes end i {base}, har virkninger eller pladser: derfor er udgiften varieret (--vary cost).",
        "No initiative in which {title} differs from {base} has effects or places of its own: so the cost was varied (--vary cost).",
    ),
    "even.figures": ("Hvad det betyder", "What that means"),
    "even.figure": ("Størrelse", "Figure"),
    "even.declared": ("I scenariet", "In the scenario"),
    "even.needed": ("Ved nulpunktet", "At break-even"),
    "even.interval": ("90\u00a0%-interval", "90% interval"),
    "even.tried": ("Prøvet: nettoresultat {by}, 1.000 kr.", "Tried: net result by {by}, DKK 1,000"),
    "even.times": ("Gange", "Times"),
    "even.net": ("Nettoresultat", "Net result"),
    "even.range": ("9 af 10 kørsler", "9 of 10 runs"),
    "even.hazard_ratio": ("gange så hyppig afgang til {to}", "hazard ratio to {to}"),
    "even.during.hazard_ratio": ("gange så hyppig afgang under forløbet til {to}", "hazard ratio during the programme to {to}"),
    "even.after.hazard_ratio": ("gange så hyppig afgang efter forløbet til {to}", "hazard ratio after the programme to {to}"),
    "even.prevents": ("andel forebygget", "share prevented"),
    "even.places": ("pladser", "places"),
    "even.slots_per_year": ("job om året", "job slots a year"),
    "even.yearly_costs": ("faste udgifter til {by}, 1.000 kr.", "yearly costs until {by}, DKK 1,000"),
    "even.along": (
        (
            "De faste udgifter, {kroner} til {by}, er fulgt med: med dobbelt så mange pladser er de dobbelt så store. Er de den samme sum "
            "for ethvert antal pladser, så sæt antallet alene i et scenarie, `set: {{{path}: ...}}`, og brug `simcase compare`."
        ),
        (
            "The yearly costs, {kroner} until {by}, went along: with twice as many places they are twice as large. If they are the same "
            "for any number of places, set that number alone in a scenario, `set: {{{path}: ...}}`, and use `simcase compare`."
        ),
    ),
    "even.kroner": ("udgift til {by}, 1.000 kr.", "cost until {by}, DKK 1,000"),
    "even.note.effect": (
        (
            "Gange: virkningens styrke. 0 er ingen virkning, så udgifter og løn, der modregnes i ydelsen, er tilbage; 1 som skønnet; "
            "2 to gange oven på hinanden (1,2 bliver til 1,44)."
        ),
        (
            "Times: the strength of the effect. 0 is no effect, so that costs and wages deducted from the benefit are left; 1 as stated; "
            "2 twice on top of each other (1.2 becomes 1.44)."
        ),
    ),
    "even.note.places": (
        "Gange: så mange gange det planlagte antal, som `times` i et scenarie giver; pladser er hele tal, 0 er ingen og ingen udgift.",
        "Times: so many times the number planned, as `times` in a scenario gives; places are whole numbers, 0 is none and no cost.",
    ),
    "even.note.interval": (
        "90\u00a0%-intervallet siger, hvor sikkert gennemsnittets nulpunkt er kendt med så mange kørsler.",
        "The 90% interval says how surely the zero of the mean is known with so many runs.",
    ),
}
