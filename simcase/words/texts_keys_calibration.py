"""What the keys of a calibration mean and in what unit: `key.CLASS.KEY`, as in `texts_keys`."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "key.CalibrationFile.title": ("Det, tabeller og figurer kalder kalibreringen.", "What tables and charts call the calibration."),
    "key.CalibrationFile.based_on": (
        "Den kalibrering, denne bygger på; afsnit, der står her, træder i stedet for dens.",
        "The calibration that this one builds on; sections that stand here take the place of its own.",
    ),
    "key.CalibrationFile.adds": (
        "De afsnit, der føjes til dem, der bygges på, i stedet for at træde i stedet for dem.",
        "The sections that are added to those built on, instead of taking their place.",
    ),
    "key.CalibrationFile.start": ("Den første dag, der simuleres.", "The first day that is simulated."),
    "key.CalibrationFile.end": ("Den sidste dag, der kan simuleres.", "The last day that can be simulated."),
    "key.CalibrationFile.known_until": (
        "Den sidste dag, økonomien er kendt; derefter svinger den. Uden linjen: dagen før start.",
        "The last day on which the economy is known; from then on it drifts. Without it: the day before the start.",
    ),
    "key.CalibrationFile.fit": ("Den tilpasning, der bruges, når ingen anden nævnes.", "The fit that is used where no other one is named."),
    "key.CalibrationFile.world": (
        "Det scenarie, de målte tal er fra, og som en tilpasning derfor simulerer.",
        "The scenario in whose world the targets were observed, so the one that a fit simulates.",
    ),
    "key.CalibrationFile.burn_in_years": (
        "År, der leves før start, så borgerne har varigheder og ydelser bag sig, når kørslen begynder.",
        "Years that are lived before the start, so that citizens have durations and benefits behind them when the run begins.",
    ),
    "key.CalibrationFile.sources": (
        "Kilder under korte navne, til den, der læser filen; intet regnes af dem.",
        "Sources under short names, for who reads the file; nothing is computed from them.",
    ),
    "key.CalibrationFile.states": (
        "Tilstandene, en borger kan være i, én ad gangen.",
        "The states that a citizen can be in, one at a time.",
    ),
    "key.CalibrationFile.lines": ("Budgettets linjer, i tabellernes orden.", "The lines of the budget, in the order of tables."),
    "key.CalibrationFile.segments": (
        "Befolkningsgrupper, en borger hører til hele livet.",
        "Segments of the population, to which a citizen belongs for life.",
    ),
    "key.CalibrationFile.profiles": (
        "Navngivne forløb over varighed, alder og kalendermåned, som skift ganges med.",
        "Named courses over duration, age and calendar month, which transitions are multiplied by.",
    ),
    "key.CalibrationFile.population": ("Befolkningen efter alder på en dag.", "The population by age on a day."),
    "key.CalibrationFile.stock": ("Personer i hver tilstand ved start.", "Persons in each state at the start."),
    "key.CalibrationFile.national": (
        "Fuldtidspersoner i hver tilstand i hele landet, som del (0 til 1) af de 16-66-årige: til kommuner uden egne tal.",
        "Full-time persons in each state nationally, as shares (0 to 1) of those aged 16 to 66: for those without counts of their own.",
    ),
    "key.CalibrationFile.transitions": ("Skift fra en tilstand til en anden.", "Moves from one state to another."),
    "key.CalibrationFile.economy": (
        "Konjunkturen, som flytter mange skift på én gang.",
        "The cycle, which moves many transitions together.",
    ),
    "key.CalibrationFile.arrivals": ("Borgere, der kommer til undervejs.", "Citizens who come during the run."),
    "key.CalibrationFile.counters": (
        "Tællere af en borgers tid i nogle tilstande, som regler kan gå efter.",
        "Counters of a citizen's time in some states, which rules may go by.",
    ),
    "key.CalibrationFile.rules": (
        "Afgørelser efter loven, der falder på en bestemt tid.",
        "Statutory decisions that fall at a certain time.",
    ),
    "key.CalibrationFile.laws": ("Love, der gælder fra en dag.", "Laws that hold from a day on."),
    "key.CalibrationFile.refusion": (
        "Hvem der betaler: refusionstrappen og dem uden for den.",
        "Who pays: the refusion ladder and those off it.",
    ),
    "key.CalibrationFile.rates": ("Satserne under navne, i kroner.", "The rates under names, in kroner."),
    "key.CalibrationFile.rate_classes": ("Hvilke borgere der får hvilke satser.", "Which citizens get which rates."),
    "key.CalibrationFile.wage_deductions": ("Hvordan løn sætter en ydelse ned.", "How a wage lowers a benefit."),
    "key.CalibrationFile.grants": (
        "Tilskud fra staten for borgere i nogle tilstande.",
        "What the state grants for citizens in some states.",
    ),
    "key.CalibrationFile.measures_refund": (
        "Den del (0 til under 1), staten betaler af en linjes udgifter til indsatser. 0.5 er halvdelen.",
        "The share (0 to below 1) that the state pays of a line's spending on measures. 0.5 is half.",
    ),
    "key.CalibrationFile.take_up": (
        "Hvor stor en del der udbetales af satser gange personer, for hver linje. 0.95: 5 % mindre.",
        "What is paid as a share of rates times persons, by line. 0.95: 5 % less.",
    ),
    "key.CalibrationFile.index": ("Satsernes regulering år for år.", "The regulation of rates by year."),
    "key.CalibrationFile.budget": ("Kommunens budget for et år.", "The municipality's budget for a year."),
    "key.CalibrationFile.staff": ("Grupper af medarbejdere, som indsatser deler.", "Groups of staff, which initiatives share."),
    "key.CalibrationFile.goals": ("Målene, der holdes øje med.", "The goals that are watched."),
    "key.CalibrationFile.parameters": ("De ubekendte, en tilpasning finder.", "The unknowns that a fit finds."),
    "key.CalibrationFile.targets": ("De målte tal, en tilpasning går efter.", "The observed figures that a fit goes by."),
    "key.State.line": ("Linjen i budgettet, der betaler den; uden linjen ingen.", "The line of the budget that pays it; without it, none."),
    "key.State.ladder": (
        "På refusionstrappen. `benefit`: ugerne tæller. `self_support`: ugerne fører tilbage til begyndelsen. `neutral`: ingen af delene.",
        "On the refusion ladder. `benefit`: its weeks count. `self_support`: its weeks lead back to the beginning. `neutral`: neither.",
    ),
    "key.State.duration_group": (
        "Tilstande med samme navn her deler varighed: ugerne tæller videre ved skift mellem dem.",
        "States with the same name here share duration: weeks go on counting on a move between them.",
    ),
    "key.State.grant": (
        "Ordningen, den bevilges efter; tilstande med samme navn her deler bevillingens dag, som grupper uden for trappen går efter.",
        "The scheme by which it is granted; states with the same name here share the day of the grant, which cohorts off the ladder go by.",
    ),
    "key.State.full_time_share": (
        "Fuldtidspersoner pr. person (0 til 1). Uden linjen 1.",
        "Full-time persons a person (0 to 1). Without it, 1.",
    ),
    "key.State.absorbing": ("Om den er den sidste: ingen kommer ud af den.", "Whether it is the last one: nobody leaves it."),
    "key.Line.memo": ("Om linjen står uden for planens i alt.", "Whether the line stands outside the plan's total."),
    "key.Segment.share": (
        "Gruppens del (0 til 1) af dem på hver alder: fra hvert år til det næste, der står.",
        "The segment's share (0 to 1) of those of each age: from each year to the next one that stands there.",
    ),
    "key.Profiles.duration": (
        "Faktorer efter uger i tilstanden, fra hver uge til den næste, der står.",
        "Factors by weeks in the state, from each week to the next one that stands there.",
    ),
    "key.Profiles.age": (
        "Faktorer efter alder i år, fra hvert år til det næste, der står.",
        "Factors by age in years, from each year to the next one that stands there.",
    ),
    "key.Profiles.season": ("Faktorer efter kalendermåned.", "Factors by calendar month."),
    "key.Profile.factors": (
        "Det, skiftet ganges med: 1 er som ellers, 1.2 er 20 % mere.",
        "What the transition is multiplied by: 1 is as otherwise, 1.2 is 20 % more.",
    ),
    "key.Season.factors": (
        "Tolv tal, januar først, som skiftet ganges med: 1 er som ellers.",
        "Twelve numbers, January first, which the transition is multiplied by: 1 is as otherwise.",
    ),
    "key.Population.date": ("Dagen, befolkningen er talt.", "The day on which the population was counted."),
    "key.Population.from_age": ("Den alder i år, borgere simuleres fra.", "The age in years from which citizens are simulated."),
    "key.Population.persons": ("Personer på hver alder i hele år.", "Persons of each age in whole years."),
    "key.Stock.rest": (
        "Den tilstand, resten af befolkningen er i.",
        "The state that the rest of the population is in.",
    ),
    "key.Stock.states": ("Personer i hver tilstand ved start.", "Persons in each state at the start."),
    "key.Stock.refusion_steps": (
        "Hvordan en linjes borgere står på refusionstrappen ved start, i stedet for det, simulerede liv fører til.",
        "How a line's citizens stand on the refusion ladder at the start, in place of what simulated lives lead to.",
    ),
    "key.StepShares.shares": (
        "Delen (0 til 1) af linjens borgere på hvert trin; trin, der ikke nævnes, har resten.",
        "The share (0 to 1) of the line's citizens on each step; steps that are not named have the rest.",
    ),
    "key.Transition.from": ("Den tilstand, borgeren er i.", "The state that the citizen is in."),
    "key.Transition.to": ("Den tilstand, borgeren kommer i.", "The state that the citizen moves to."),
    "key.Transition.rate": (
        "Skift om året pr. person i tilstanden. 0.5: knap fire af ti flytter på et år, hvis intet andet sker.",
        "Moves a year for each person in the state. 0.5: just under four in ten move within a year, if nothing else happens.",
    ),
    "key.Transition.duration": ("Navnet på faktorer efter varighed.", "The name of factors by duration."),
    "key.Transition.age": ("Navnet på faktorer efter alder.", "The name of factors by age."),
    "key.Transition.season": ("Navnet på faktorer efter kalendermåned.", "The name of factors by calendar month."),
    "key.Transition.segments": (
        "Det, det ganges med for hver befolkningsgruppe; 1 for dem, der ikke nævnes.",
        "What it is multiplied by for each segment; 1 for those that are not named.",
    ),
    "key.Transition.cap": (
        "Det mest, åbne indsatser tilsammen kan gange det med ved fuld styrke.",
        "The most that open initiatives together can multiply it by at full dose.",
    ),
    "key.Arrival.per_year": ("Personer, der kommer om året.", "Persons who come in a year."),
    "key.Arrival.turning": (
        "Den alder i år, hvor befolkningens egne unge kommer til, i stedet for et antal om året.",
        "The age in years at which the population's own young join, instead of a number a year.",
    ),
    "key.Arrival.ages": (
        "Delen (0 til 1) af dem fra hver alder i år til den næste, der står; den sidste er 0.",
        "The share (0 to 1) of them from each age in years to the next one that stands there; the last is 0.",
    ),
    "key.Arrival.states": ("Hvordan de fordeles på tilstande.", "How they are spread over states."),
    "key.Arrival.segments": (
        "Hvordan de fordeles på befolkningsgrupper; uden linjen som alle på deres alder.",
        "How they are spread over segments; without it, as everybody of their age.",
    ),
    "key.Counted.runs_in": ("De tilstande, tælleren løber i.", "The states in which the counter runs."),
    "key.Counted.within_weeks": (
        "Kalenderuger, der ses tilbage på; tælleren er ugerne i tilstandene blandt dem.",
        "Calendar weeks that are looked back on; the counter is the weeks in the states among them.",
    ),
    "key.Counted.earned_in": ("De tilstande, en ny ret optjenes i.", "The states in which a new right is earned."),
    "key.Counted.earn_weeks": ("Hele kalenderuger, der giver en ny ret.", "Whole calendar weeks that give a new right."),
    "key.Counted.window_weeks": (
        "Kalenderuger, de optjente uger skal ligge inden for.",
        "Calendar weeks within which the weeks that are earned must lie.",
    ),
    "key.Rule.states": ("De tilstande, reglen gælder i; `all` er alle.", "The states in which the rule holds; `all` is all of them."),
    "key.Rule.when": ("Hvornår den falder.", "When it falls."),
    "key.Rule.outcomes": (
        "Delen (0 til 1, i alt 1), der kommer i hver tilstand; `stay` bliver i tilstanden.",
        "The share (0 to 1, 1 in all) that comes to each state; `stay` goes on in the state.",
    ),
    "key.When.weeks": ("Uger i tilstanden eller på tælleren.", "Weeks in the state or on the counter."),
    "key.When.counter": (
        "Den tæller, ugerne er på, i stedet for tilstandens varighed.",
        "The counter that the weeks are on, instead of the state's duration.",
    ),
    "key.When.frame_weeks": (
        "Uger, en ret højst varer, brugt eller ej.",
        "Weeks that a right lasts at the most, used or not.",
    ),
    "key.When.age": ("Alderen i år.", "The age in years."),
    "key.When.ages_by_birth": ("Alderen for dem, der er født fra hver dag.", "The age for those born from each day on."),
    "key.When.at": (
        "`day`: på dagen. `month_end`: ved slutningen af den måned, dagen ligger i.",
        "`day`: on the day. `month_end`: at the end of the month that holds the day.",
    ),
    "key.Born.from": ("Den første fødselsdag, det gælder for.", "The first day of birth that it holds for."),
    "key.Born.age": ("Alderen i år.", "The age in years."),
}
