"""Texts of the best mix of initiatives."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "portfolio.about": (
        (
            "{title}, {first} til {last}. Kalibrering {calibration}, {fit}, op til {runs} kørsler af hver kombination, "
            "samme tilfældigheder, nr. {seed}. Simuleret."
        ),
        (
            "{title}, {first} to {last}. Calibration {calibration}, {fit}, up to {runs} runs of each mix with the same luck, "
            "seed {seed}. Simulated."
        ),
    ),
    "portfolio.within": ("Inden for {budget} om året", "Within {budget} a year"),
    "portfolio.free": ("Uden loft over udgiften", "Without a limit to the cost"),
    "portfolio.goals": (
        "{within} nås {goals} oftest med {mix}: i {share} af kørslerne (90\u00a0%-interval {interval}).",
        "{within} {goals} is met most often with {mix}: in {share} of runs (90% interval {interval}).",
    ),
    "portfolio.together": ("{goals} på én gang", "{goals} at once"),
    "portfolio.goal": ('"{goal}"', '"{goal}"'),
    "portfolio.net": (
        "{within} er nettoresultatet bedst med {mix}: {net} (i 9 af 10 kørsler {interval}).",
        "{within} the net result is best with {mix}: {net} (in 9 of 10 runs {interval}).",
    ),
    "portfolio.never": (
        "{within} når ingen kombination {goals} i nogen kørsel.",
        "{within} no mix meets {goals} in any run.",
    ),
    "portfolio.sure": (
        "Den er med {share} sandsynlighed den bedste af {tried} prøvede; der er {possible} i alt.",
        "With a probability of {share} it is the best of {tried} tried; there are {possible} in all.",
    ),
    "portfolio.unsure": (
        "De næste er næsten lige så gode: vælg mellem dem efter det, modellen ikke ved.",
        "The next ones are nearly as good: choose among them by what the model does not know.",
    ),
    "portfolio.next": (
        "Valget er altså ikke sikkert: den næste, {mix}, giver {reached} mod {most} og er med {share} sandsynlighed den bedste.",
        "So the choice is not sure: the next, {mix}, is the best with a probability of {share} and gives {reached} against {most}.",
    ),
    "portfolio.cost": ("Den koster {year} i det dyreste år, {whole} i alt.", "It costs {year} in the dearest year, {whole} in all."),
    "portfolio.none": ("ingen af indsatserne", "none of the initiatives"),
    "portfolio.in": ("{name}", "{name}"),
    "portfolio.dose": ("{name} (dosis {value})", "{name} (dose {value})"),
    "portfolio.places": ("{name} (pladser: {value})", "{name} (places: {value})"),
    "portfolio.slots": ("{name} (job om året: {value})", "{name} (slots a year: {value})"),
    "portfolio.staff": ("{name} (timer om ugen: {value})", "{name} (hours a week: {value})"),
    "portfolio.head.in": ("{name}", "{name}"),
    "portfolio.head.dose": ("{name}\ndosis", "{name}\ndose"),
    "portfolio.head.places": ("{name}\npladser", "{name}\nplaces"),
    "portfolio.head.slots": ("{name}\njob om året", "{name}\nslots a year"),
    "portfolio.head.staff": ("{name}\ntimer/uge", "{name}\nhours/week"),
    "portfolio.head.year": ("mio. kr.\ni dyreste år", "mio. kr. in\ndearest year"),
    "portfolio.head.met": ("mål nået", "goal met"),
    "portfolio.head.interval": ("90\u00a0%-\ninterval", "90%\ninterval"),
    "portfolio.head.net": ("netto,\nmio. kr.", "net,\nmio. kr."),
    "portfolio.head.best": ("bedst", "best"),
    "portfolio.yes": ("ja", "yes"),
    "portfolio.no": ("nej", "no"),
    "portfolio.less": ("under 1\u00a0%", "under 1%"),
    "portfolio.top": ("De bedste, og hvor sandsynligt hver er den bedste", "The best, and how probable each is to be the best"),
    "portfolio.frontier": ("Hvad flere penge giver", "What more money gives"),
    "portfolio.all_frontier": (
        "Ingen, der er prøvet, er både billigere og bedre end en af disse: tabellen viser også, hvad flere penge giver.",
        "None that was tried is both cheaper and better than one of these: the table also says what more money gives.",
    ),
    "portfolio.note.amount": (
        "Mere af en indsats koster mere i samme forhold; en dobbelt dosis virker to gange oven på hinanden (1,2 bliver til 1,44).",
        "More of an initiative costs more in proportion; a double dose acts twice on top of each other (1.2 becomes 1.44).",
    ),
    "portfolio.note.cost": (
        "Udgiften er kommunens ud over scenariets; netto er nettoresultatet i alt fra {first} til {last}.",
        "Costs are the municipality's beyond those of the scenario; net is the net result in all from {first} to {last}.",
    ),
    "portfolio.note.alike": (
        "Sandsynligheder inden for {points} procentpoint er lige gode; så er den billigste den bedste.",
        "Probabilities within {points} percentage point are as good as each other; the cheapest is then the best.",
    ),
}
