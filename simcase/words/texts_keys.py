"""What each key of a file means and in what unit: `key.CLASS.KEY`, or `key.KEY` where it is the same everywhere."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "key.source": ("Hvor tallet kommer fra.", "Where the number comes from."),
    "key.grade": (
        "Datakvalitet: A oplyst for sted og år, B et andet år eller udledt, C for hele landet, D et skøn.",
        "Data grade: A stated for the place and year, B another year or derived, C national, D a judgement.",
    ),
    "key.note": ("En bemærkning til den, der læser.", "A remark for the reader."),
    "key.value": ("Tallet.", "The number."),
    "key.Part.value": ("Delen, fra 0 til 1.", "The share, from 0 to 1."),
    "key.Headcount.value": ("Antal personer.", "The number of persons."),
    "key.Hours.value": ("Timer om ugen.", "Hours a week."),
    "key.Ratio.value": ("Det, der ganges med: 1 er uændret.", "What is multiplied by: 1 changes nothing."),
    "key.Rate.value": ("Satsen i kroner.", "The rate in kroner."),
    "key.HalfLife.value": ("Antal måneder.", "The number of months."),
    "key.Spread.value": ("Standardafvigelsen af en logaritme.", "The standard deviation of a logarithm."),
    "key.Loading.value": ("Gange processen; under 0 den anden vej.", "Times the process; below 0 the other way."),
    "key.low": ("Det laveste, tallet kan være (5 %).", "The least that the number may be (5 %)."),
    "key.high": ("Det højeste, tallet kan være (95 %).", "The most that the number may be (95 %)."),
    "key.id": (
        "Navnet i filer og kommandoer: små bogstaver a-z, tal, bindestreg.",
        "Its name in files and commands: small letters a-z, digits, dash.",
    ),
    "key.label": ("Det, tabeller og figurer kalder den, på dansk og engelsk.", "What tables and charts call it, in Danish and English."),
    "key.description": ("Hvad det er, i en sætning eller to.", "What it is, in a sentence or two."),
    "key.Label.da": ("Teksten på dansk.", "The text in Danish."),
    "key.Label.en": ("Teksten på engelsk.", "The text in English."),
    "key.Initiative.calibration": (
        "Den kalibrering, indsatsen er til, og dem, der bygger på den; uden linjen er den til alle.",
        "The calibration that it is for, and those based on it; without it, any.",
    ),
    "key.Initiative.kind": (
        (
            "Slagsen. programme: pladser, borgere venter på. open: når alle i målgruppen. diversion: færre kommer ind i målgruppen. "
            "hours: medarbejdere til eller fra. terms: ændrer priser, regler eller love. process: et program, du selv skriver."
        ),
        (
            "What kind it is. programme: places that citizens wait for. open: reaches the whole target. diversion: fewer enter the target. "
            "hours: staff more or less. terms: changes prices, rules or laws. process: a program of your own."
        ),
    ),
    "key.Initiative.target": ("Hvem indsatsen er for.", "Whom it is for."),
    "key.Initiative.window": ("Hvornår den løber.", "When it runs."),
    "key.Initiative.dose_in_base": (
        "Hvor stor en del af den (0 til 1), der løb i det år, kalibreringen er fra, så de målte tal rummer den i forvejen. 0 for en ny.",
        "How much of it (0 to 1) ran in the year of the calibration, so that measured figures hold it already. 0 for a new one.",
    ),
    "key.Initiative.effects": (
        "Hvad den gør ved, hvor hurtigt borgere kommer videre, mens den løber.",
        "What it does to how fast citizens move on, while it runs.",
    ),
    "key.Initiative.programme": (
        "Pladserne: hvor mange, hvor længe, hvad de gør, hvad de koster.",
        "The places: how many, how long, what they do, what they cost.",
    ),
    "key.Initiative.prevents": (
        "Hvor stor en del (0 til 1) af dem, der ellers ville komme ind i målgruppen, der ikke gør det. 0,05 er hver tyvende.",
        "What share (0 to 1) of those who would enter the target does not. 0.05 is one in twenty.",
    ),
    "key.Initiative.process": (
        "Navnet på funktionen, en installeret pakke byder på.",
        "The name of the function that an installed package offers.",
    ),
    "key.Initiative.settings": (
        "Tal, som funktionen læser, under navne, du vælger.",
        "Numbers that the function reads, under names of your own.",
    ),
    "key.Initiative.changes": (
        "Tal i kalibreringen, der er andre, mens den løber.",
        "Numbers of the calibration that differ while it runs.",
    ),
    "key.Initiative.suspends": (
        "Regler, love og ret til dage, der er sat ud af kraft, mens den løber.",
        "Rules, laws and counters of rights that are suspended while it runs.",
    ),
    "key.Initiative.staff": ("Medarbejdere, som den kræver.", "Staff that it needs."),
    "key.Initiative.adds": ("Medarbejdere, der kommer til eller, med minus, falder fra.", "Staff that joins or, with a minus, leaves."),
    "key.Initiative.costs": (
        "Faste udgifter, et år ad gangen, ved størrelsen her; med minus, hvor der spares. De følger størrelsen ved `times` og i søgninger.",
        "Yearly costs at the size stated here; with a minus where something is saved. They follow the size with `times` and in searches.",
    ),
    "key.Initiative.evidence": (
        "Hvor godt virkningen er kendt. A: lodtrækningsforsøg. B: sammenligning. C: før og efter. D: kun et mål. J: et skøn.",
        "How well its effect is known. A: randomised trial. B: comparison. C: before and after. D: a target only. J: a judgement.",
    ),
    "key.Initiative.caveat": ("Det, læseren skal vide, før tallene bruges.", "What readers must know before they use the figures."),
    "key.TargetGroup.states": (
        "De tilstande, borgerne er i. `simcase explain as-is` viser alle.",
        "The states that citizens are in. `simcase explain as-is` lists them all.",
    ),
    "key.TargetGroup.segments": ("Kun disse befolkningsgrupper.", "These segments of the population alone."),
    "key.TargetGroup.from_age": ("Fra denne alder, i år.", "From this age on, in years."),
    "key.TargetGroup.to_age": (
        "Til denne alder, i år; fødselsdagen er ikke med.",
        "Up to this age, in years; the birthday is not included.",
    ),
    "key.TargetGroup.min_weeks": ("Først efter så mange uger på ydelsen.", "Only after so many weeks on the benefit."),
    "key.TargetGroup.share": ("Hvor stor en del af dem (0 til 1) indsatsen kan nå.", "What share of them (0 to 1) it can reach."),
    "key.Window.start": ("Første dag.", "First day."),
    "key.Window.ramp_up_months": (
        "Måneder, til den er på fuld styrke. 0: fra første dag.",
        "Months until it is at full strength. 0: from the first day.",
    ),
    "key.Window.end": (
        "Sidste dag, hvor der optages nye. Uden linjen går den ikke i stå.",
        "Last day of admission. Without it, it goes on.",
    ),
    "key.Effect.exits_to": ("Hvor borgerne kommer hurtigere (eller langsommere) hen.", "Where citizens move to faster (or slower)."),
    "key.Effect.hazard_ratio": (
        "Hvor meget hurtigere. 1,2 (skrevet 1.2): 20 % flere kommer derhen om måneden end ellers. 1: ingen virkning. 0.9: 10 % færre.",
        "How much faster. 1.2: 20 % more move there in a month than otherwise. 1: no effect. 0.9: 10 % fewer.",
    ),
    "key.Cost.year": ("Kalenderåret.", "The calendar year."),
    "key.Cost.line": ("Linjen i budgettet.", "The line of the budget."),
    "key.Cost.kroner": (
        "Kroner i det år, i årets priser, som kommunen betaler dem; med minus, hvor der spares.",
        "Kroner in that year, in its prices, as the municipality pays them; with a minus where saved.",
    ),
    "key.Need.pool": (
        "Den gruppe af medarbejdere, der står i kalibreringens staff.yaml.",
        "The group of staff, which stands in staff.yaml of the calibration.",
    ),
    "key.Need.hours_a_week": (
        "Timer om ugen for hver deltager eller, i en åben indsats, hver borger i målgruppen.",
        "Hours a week for each participant or, in an open one, each citizen of the target.",
    ),
    "key.Added.pool": (
        "Gruppen af medarbejdere i kalibreringens staff.yaml, som en anden indsats i scenariet tager timer af (staff-2019, staff-today).",
        "The group in staff.yaml of the calibration whose hours another initiative of the scenario takes (staff-2019, staff-today).",
    ),
    "key.Added.hours_a_week": (
        "Timer om ugen i alt. -111 er tre stillinger på 37 timer mindre.",
        "Hours a week in all. -111 is three posts of 37 hours fewer.",
    ),
    "key.Phase.weeks": ("Uger efter et gennemført forløb.", "Weeks after a completed course."),
    "key.Phase.effects": ("Hvad forløbet gør i den tid.", "What the course does in that time."),
    "key.Programme.places": ("Pladser på én gang, i personer.", "Places at a time, in persons."),
    "key.Programme.slots_per_year": ("Job, der kommer om året, i stedet for pladser.", "Jobs that come in a year, instead of places."),
    "key.Programme.open_weeks": (
        "Uger, et job venter på en borger. Kun med slots_per_year.",
        "Weeks that a job waits for a citizen. With slots_per_year alone.",
    ),
    "key.Programme.every_days": ("Dage mellem optag.", "Days between intakes."),
    "key.Programme.queue": (
        "Hvem der først får plads. longest: længst på ydelsen. newest: kortest. random: lodtrækning.",
        "Who is admitted first. longest on the benefit, newest there, or random.",
    ),
    "key.Programme.weeks": ("Ugerne, et forløb varer. 52 er et år.", "Weeks that a course lasts. 52 is a year."),
    "key.Programme.drop_out_per_year": (
        "Frafald om året. 0,5 (skrevet 0.5): omkring fire af ti falder fra på et år. 0: ingen.",
        "Drop-out a year. 0.5: some four in ten drop out within a year. 0: nobody.",
    ),
    "key.Programme.again_after_weeks": (
        "Uger efter et forløb, før den samme borger kan få et til.",
        "Weeks after a course before the same citizen can have another.",
    ),
    "key.Programme.during": ("Hvad forløbet gør, mens det varer.", "What the course does while it lasts."),
    "key.Programme.after": (
        "Hvad et gennemført forløb gør bagefter, i op til fire perioder.",
        "What a completed course does afterwards, in up to four periods.",
    ),
    "key.Programme.wage": (
        "Løn om måneden, i kroner, som ydelsen sættes ned efter.",
        "Wage a month, in kroner, by which the benefit is lowered.",
    ),
    "key.Programme.kroner_per_place": (
        "Kroner pr. plads og år, som kommunen betaler, også for pladser, der står tomme.",
        "Kroner a place and year that the municipality pays, for empty places too.",
    ),
    "key.Programme.kroner_per_start": ("Kroner pr. påbegyndt forløb, én gang.", "Kroner a course that is begun, once."),
    "key.Programme.line": ("Linjen i budgettet, som pladserne betales på.", "The line of the budget on which places are paid."),
    "key.Change.path": (
        "Stien til tallet, fx transitions.sygedagpenge.employment.rate.",
        "The path to the number, such as transitions.sygedagpenge.employment.rate.",
    ),
    "key.Change.to": ("Det, tallet bliver.", "What the number becomes."),
    "key.Change.times": ("Det, tallet ganges med.", "What the number is multiplied by."),
    "key.Change.from": ("Første dag, det gælder.", "First day on which it holds."),
    "key.Change.until": ("Sidste dag, det gælder.", "Last day on which it holds."),
    "key.Change.why": ("Begrundelsen.", "The reason."),
    "key.Use.use": ("Indsatsens navn.", "The name of the initiative."),
    "key.Use.why": ("Begrundelsen.", "The reason."),
    "key.Use.set": (
        "Tal i indsatsen, der er andre her, fx programme.places. Resten står, som indsatsens fil siger, også de faste udgifter ('costs').",
        "Numbers of the initiative that differ here, such as programme.places. All else is as its file says, the yearly costs too.",
    ),
    "key.Use.times": (
        "Hvor mange gange af indsatsen: hele pladser, timer og faste udgifter efter dem; uden pladser virkningen. 0.5 er det halve.",
        "How many times the initiative: whole places, hours, and yearly costs by them; without places its effects. 0.5 is half of it.",
    ),
    "key.Horizon.end": ("Den sidste dag, der simuleres.", "The last day that is simulated."),
    "key.Course.process": ("Den del af økonomien, der får et kendt forløb.", "The part of the economy whose course is given."),
    "key.Course.course": (
        "Hvor den ligger fra hver dag, i egne spredninger; 0 er et almindeligt år.",
        "Where it stands from each day on, in its own deviations; 0 is an ordinary year.",
    ),
    "key.Course.drawn": ("Om tilfældige udsving lægges oven i.", "Whether random fluctuation is added."),
    "key.ScenarioFile.title": ("Det, tabeller og figurer kalder scenariet.", "What tables and charts call the scenario."),
    "key.ScenarioFile.calibration": (
        "Den kalibrering, scenariet er til, og dem, der bygger på den; uden linjen er det til alle.",
        "The calibration that it is for, and those based on it; without it, any.",
    ),
    "key.ScenarioFile.based_on": ("Det scenarie, som dette ændrer.", "The scenario that this one changes."),
    "key.ScenarioFile.horizon": ("Hvor længe der simuleres.", "How long is simulated."),
    "key.ScenarioFile.initiatives": ("Indsatser, der kommer til eller ændres.", "Initiatives that are added or changed."),
    "key.ScenarioFile.without": ("Indsatser, der falder bort.", "Initiatives that are left out."),
    "key.ScenarioFile.courses": ("Kendte forløb af økonomien.", "Courses of the economy that are given."),
    "key.ScenarioFile.changes": ("Tal i kalibreringen, der ændres.", "Numbers of the calibration that are changed."),
}
