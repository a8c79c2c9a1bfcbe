"""Texts of goals, and of the dose that meets one."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "progress.learning": (
        "Lærer af tallene, trin {n} (højst 5), mulige kommuner",
        "Learning from the counts, step {n} (5 at most), likely municipalities",
    ),
    "progress.step": ("Søger, trin {n} (som regel højst 10), kørsler", "Searching, step {n} (mostly 10 at most), runs"),
    "goals.first": ("Halvdelen\nhar nået det", "Half have\nmet it"),
    "goals.never": ("ikke i\nperioden", "not in\nthe run"),
    "goals.together": (
        "Alle {n} bedømte mål på én gang: opfyldt {runs} ({interval}).",
        "All {n} goals judged at once: met {runs} ({interval}).",
    ),
    "goals.together_in": (
        "Alle {n} bedømte mål på én gang: {base} i grundlaget, {own} i scenariet.",
        "All {n} goals judged at once: {base} in the baseline, {own} in the scenario.",
    ),
    "goals.no_number": ("Mål uden tal: {goals}.", "Goals without a number: {goals}."),
    "goals.not_simulated": ("Følges ikke i modellen: {goals}.", "Not followed in the model: {goals}."),
    "goals.outside_run": ("Uden for den simulerede periode: {goals}.", "Outside the simulated period: {goals}."),
    "goals.needs_input": (
        "Mangler et tal, der skal oplyses (--threshold MÅL=TAL i `simcase goals`, eller threshold i goals.yaml): {goals}.",
        "A number must be given (--threshold GOAL=NUMBER in `simcase goals`, or threshold in goals.yaml): {goals}.",
    ),
    "goals.input": ("{goal} ({id}; ventet {value})", "{goal} ({id}; expected {value})"),
    "goals.fit": (
        "{title} ({scenario}). Kalibrering {calibration}, {rests}, tilfældigheder nr. {seed}. Alle tal er simuleret.",
        "{title} ({scenario}). Calibration {calibration}, {rests}, seed {seed}. All figures are simulated.",
    ),
    "goals.which_fit": (
        "Et budget er ikke et resultat: en tilpasning til det forudsætter målene. De bedømmes bedst i en tilpasning til optællinger.",
        "A budget is not an outcome: a fit to the budget assumes the goals, so they are best judged in a fit to counts.",
    ),
    "goals.other_fit": (
        (
            "Målene er bedømt i denne kørsel ({fit}); `{command}` viser dem i alle kalibreringens tilpasninger. En tilpasning "
            "til et budget forudsætter dem, så de bedømmes bedst i en tilpasning til optællinger."
        ),
        (
            "Goals are judged in this run ({fit}); `{command}` shows them in every fit of the calibration. A fit to a budget "
            "assumes them, so they are best judged in a fit to counts."
        ),
    ),
    "goals.none": (
        "Kalibreringen har ingen mål: skriv dem i calibration/{calibration}/goals.yaml.",
        "The calibration has no goals: write them in calibration/{calibration}/goals.yaml.",
    ),
    "goals.first_note": (
        (
            "Halvdelen har nået det: den måned, hvor halvdelen af kørslerne har været der mindst én gang, også hvis de ikke blev der. "
            "Opfyldt gælder datoen."
        ),
        (
            "Half have met it: the month by which half of the runs have been there at least once, whether they stayed or not. Met holds "
            "for the date."
        ),
    ),
    "solve.least": (
        "{aim} med mindst {wanted} sandsynlighed, når {path} er mindst {dose}; i scenariet er det {now}. {reached}",
        "{aim} with a probability of {wanted} or more once {path} is at least {dose}; the scenario has {now}. {reached}",
    ),
    "solve.most": (
        "{aim} med mindst {wanted} sandsynlighed, når {path} er højst {dose}; i scenariet er det {now}. {reached}",
        "{aim} with a probability of {wanted} or more as long as {path} is at most {dose}; the scenario has {now}. {reached}",
    ),
    "solve.everywhere": (
        "{aim} med mindst {wanted} sandsynlighed, hvad enten {path} er 0 eller {limit}; i scenariet er det {now}. {reached}",
        "{aim} with a probability of {wanted} or more whether {path} is 0 or {limit}; the scenario has {now}. {reached}",
    ),
    "solve.nowhere": (
        "{aim} ikke med {wanted} sandsynlighed, hverken når {path} er 0 eller {limit}; i scenariet er det {now}. {reached}",
        "{aim} with a probability of {wanted} neither when {path} is 0 nor when it is {limit}; the scenario has {now}. {reached}",
    ),
    "solve.number": ('"{name}" ({path})', '"{name}" ({path})'),
    "solve.aim": ('Målet "{goal}" ({date}) nås', 'The goal "{goal}" ({date}) is met'),
    "solve.reached": (
        "Med {dose} nås det i {share} af kørslerne (90\u00a0%-interval {interval}).",
        "With {dose} it is met in {share} of the runs (90% interval {interval}).",
    ),
    "solve.reached_best": (
        "Det bedste, der er prøvet, er {dose}: dér nås det i {share} af kørslerne (90\u00a0%-interval {interval}).",
        "The best that was tried is {dose}: there it is met in {share} of the runs (90% interval {interval}).",
    ),
    "solve.between": (
        "Med så mange kørsler ({runs}) ligger grænsen mellem {low} og {high}.",
        "With so many runs ({runs}) the threshold lies between {low} and {high}.",
    ),
    "solve.open_low": ("under {value}", "below {value}"),
    "solve.open_high": ("over {value}", "above {value}"),
    "solve.bound": (
        "Ved {limit} er det {bound}, der begrænser de fleste optag; mere end det kan ikke bruges.",
        "At {limit} what binds most intakes is {bound}; more than that cannot be used.",
    ),
    "solve.written": (
        "Faste udgifter, og et spænd om størrelsen, følger med, hvor der er nogen. {dose} i stedet for {now} skrives `times: {times}`.",
        "Yearly costs, and a range of the size, go along where there are any. {dose} instead of {now} is written `times: {times}`.",
    ),
    "solve.tried": ("Prøvet: hvor ofte målet nås", "Tried: how often the goal is met"),
    "solve.dose": ("Størrelse", "Dose"),
    "solve.met": ("Opfyldt", "Met"),
    "solve.interval": ("90\u00a0%-interval", "90% interval"),
    "solve.about": (
        "{title}. Kalibrering {calibration}, {fit}, {runs} kørsler hver gang med samme tilfældigheder, nr. {seed}. Simuleret.",
        "{title}. Calibration {calibration}, {fit}, {runs} runs each time with the same luck, seed {seed}. Simulated.",
    ),
    "solve.note": (
        "Mellem de prøvede størrelser antages det, at målet nås oftere, jo længere man går i den retning.",
        "Between the doses tried it is assumed that the goal is met more often the further one goes in that direction.",
    ),
}
