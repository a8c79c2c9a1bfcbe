"""Texts of an offline page with sliders."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "moving.page": ("{title}: flyt og se, hvad der sker", "{title}: move it and see what happens"),
    "moving.levers": ("Flyt indsatsen '{title}'", "Move the initiative '{title}'"),
    "moving.strength": ("Virkning", "Effect"),
    "moving.size": ("Pladser og job", "Places and jobs"),
    "moving.delay": ("Senere start", "Later start"),
    "moving.cost": ("Omkostning", "Cost"),
    "moving.of_assumed": ("{value}\u00a0% af det forudsatte", "{value}% of what is assumed"),
    "moving.months": ("{value} måneder", "{value} months"),
    "moving.back": ("Som forudsat", "As assumed"),
    "moving.simulated": (
        "Simuleret: skyderne står, hvor modellen er kørt.",
        "Simulated: the sliders stand where the model was run.",
    ),
    "moving.read_off": (
        "Interpolation: aflæst mellem {points} simulerede punkter, ikke simuleret her. Hvor meget det kan afvige, står nedenfor.",
        "Interpolation: read off between {points} simulated points, not simulated here. How far it may be off stands below.",
    ),
    "moving.as_assumed": ("Som forudsat: {answer}", "As assumed: {answer}"),
    "moving.answer": (
        (
            "{stand}: {title} giver kommunen et nettoresultat på {net} i {years} (9 af 10 kørsler: {net_range}) "
            "og {persons} personer på {line} i {year} ({persons_range})."
        ),
        (
            "{stand}: {title} gives the municipality a net result of {net} in {years} (9 of 10 runs: {net_range}) "
            "and {persons} persons on {line} in {year} ({persons_range})."
        ),
    ),
    "moving.stand.assumed": ("Som forudsat", "As assumed"),
    "moving.stand.moved": ("Som skyderne står", "As the sliders stand"),
    "moving.address": (
        "Sidens adresse husker skyderne: send den med siden, så åbner den ved samme indstilling.",
        "The address of this page keeps the sliders: send it along with the page, and it opens at the same setting.",
    ),
    "moving.lost": (
        "Adressen nævner noget, som siden ikke kan vise; det står her som forudsat:",
        "The address names what this page cannot show; that stands as assumed here:",
    ),
    "moving.title": ("{title}, som skyderne står", "{title}, as the sliders stand"),
    "moving.baseline": ("Grundlaget, ventet", "Baseline, expected"),
    "moving.key.persons": ("Forskel i personer {year}: {lines}", "Difference in persons {year}: {lines}"),
    "moving.key.earned": ("Tjent hjem", "Earned back"),
    "moving.key.earned_by": ("ved udgangen af {year}", "by the end of {year}"),
    "moving.key.not_earned": ("ikke inden udgangen af {year}", "not by the end of {year}"),
    "moving.key.later": ("efter {year}", "after {year}"),
    "moving.lines": (
        "Personer {year}, forskel fra grundlaget: gennemsnit af året",
        "Persons {year}, difference from the baseline: average of the year",
    ),
    "moving.lines.line": ("Ydelse", "Benefit"),
    "moving.lines.change": ("Forskel", "Difference"),
    "moving.lines.interval": ("9 af 10 kørsler", "9 of 10 runs"),
    "moving.lines.noise": ("~ er mindre, end kørslerne kan påvise: kan være støj.", "~ is less than the runs can show: may be noise."),
    "chart.moving_persons.title": ("Personer måned for måned", "Persons month by month"),
    "chart.moving_persons.about": (
        ("{title} (simuleret). Personer på {lines}, gennemsnit af måneden. Linje: ventet. Bånd: 9 af 10 kørsler. Stiplet: grundlaget."),
        ("{title} (simulated). Persons on {lines}, monthly average. Line: expected. Band: 9 of 10 runs. Dashed: the baseline."),
    ),
    "moving.error.title": ("Hvor meget aflæsningen afviger fra simuleringen", "How far what is read off lies from the simulation"),
    "moving.error.figure": ("Tal", "Figure"),
    "moving.error.mean": ("Afvigelse, gennemsnit", "Error, mean"),
    "moving.error.largest": ("Afvigelse, største", "Error, largest"),
    "moving.error.range": ("Tallet varierer over skyderne med", "Over the sliders the figure differs by"),
    "moving.error.net": ("Nettoresultat, mio. kr.", "Net result, DKK million"),
    "moving.error.persons": ("Personer på en ydelse", "Persons on a benefit"),
    "moving.error.goals": ("Sandsynlighed for et mål, procentpoint", "Probability of a goal, percentage points"),
    "moving.error.below": (
        (
            "Målt: modellen er også kørt i {between} punkter midt imellem de {points}, hvor aflæsningen er dårligst, med de samme {runs} "
            "kørsler. Omkostningen er ikke aflæst: nettoresultatet er det aflæste minus ændringen i det, der bruges, og båndet flytter med."
        ),
        (
            "Measured: the model was also run at {between} points midway between the {points}, where reading off is worst, with the same "
            "{runs} runs. Cost is not read off: the net result is what is read off less the change in what is spent; the band moves along."
        ),
    ),
    "moving.needs_two": (
        "--interactive viser scenarier holdt op imod et grundlag: nævn grundlaget først.",
        "--interactive shows scenarios against a baseline: name the baseline first.",
    ),
    "moving.needs_html": (
        "--interactive skriver en side: filen skal ende på .html.",
        "--interactive writes a page: the file must end in .html.",
    ),
}
