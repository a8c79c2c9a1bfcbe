"""What the keys of a calibration's money, laws, economy, goals and fits mean and in what unit: `key.CLASS.KEY`, as in `texts_keys`."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "key.Rate.unit": (
        "`kr_per_month`: kroner om måneden. `kr_per_week`: kroner om ugen.",
        "`kr_per_month`: kroner a month. `kr_per_week`: kroner a week.",
    ),
    "key.Rate.level": (
        "Det år, kronerne er fra; uden linjen reguleringens grundår.",
        "The year that the kroner are of; without it, the base year of the regulation.",
    ),
    "key.RateClass.states": ("De tilstande, borgerne er i.", "The states that the citizens are in."),
    "key.RateClass.segments": ("Kun disse befolkningsgrupper; uden linjen alle.", "These segments alone; without it, all."),
    "key.RateClass.from_age": ("Fra denne alder, i år.", "From this age on, in years."),
    "key.RateClass.to_age": ("Til denne alder, i år; fødselsdagen er ikke med.", "Up to this age, in years; the birthday is not included."),
    "key.RateClass.pays": (
        "Hvor stor en del (0 til 1) af hver sats en person i gennemsnit får; under 0 er et fradrag.",
        "What share (0 to 1) of each rate a person gets on average; below 0 is a deduction.",
    ),
    "key.RateClass.wage": (
        "Løn om måneden, i kroner, ved siden af ydelsen.",
        "Wage a month, in kroner, beside the benefit.",
    ),
    "key.WageDeduction.states": ("De tilstande, det gælder i.", "The states in which it holds."),
    "key.WageDeduction.share": (
        "Den del (0 til 1), ydelsen sættes ned med, af den løn, der ligger fra hvert beløb, i kroner om måneden, til det næste.",
        "The share (0 to 1) by which the benefit is lowered, of the wage that lies from each amount, in kroner a month, to the next.",
    ),
    "key.WageDeduction.years": (
        "Det, beløbene ganges med i hvert år; uden linjen som satserne.",
        "What the amounts are multiplied by in each year; without it, as the rates.",
    ),
    "key.Grant.line": ("Linjen i budgettet, tilskuddet kommer på.", "The line of the budget that the grant comes to."),
    "key.Grant.states": ("De tilstande, der gives tilskud for.", "The states that are granted for."),
    "key.Grant.kroner_per_month": ("Kroner om måneden pr. person der.", "Kroner a month for each person there."),
    "key.Grant.kroner_per_move": ("Kroner for hvert skift derfra.", "Kroner for each move on from there."),
    "key.Grant.to": (
        "De tilstande, et skift skal føre til for at give tilskud.",
        "The states that a move must lead to in order to be granted for.",
    ),
    "key.Index.years": (
        "Det, satserne er ganget med i hvert år; 1 i grundåret.",
        "What the rates are multiplied by in each year; 1 in the base year.",
    ),
    "key.Index.beyond": (
        "Det, de ganges med for hvert år efter det sidste. 1.02: 2 % om året.",
        "What they are multiplied by for each year after the last one. 1.02: 2 % a year.",
    ),
    "key.Budget.year": ("Kalenderåret.", "The calendar year."),
    "key.Budget.lines": ("Budgettet for hver linje.", "The budget of each line."),
    "key.BudgetLine.support": (
        "Ydelser, i kroner: kommunens nettoudgift i året.",
        "Benefits, in kroner: what the municipality spends net in the year.",
    ),
    "key.BudgetLine.full_time_persons": (
        "De fuldtidspersoner, budgettet ser ud til at regne med.",
        "The full-time persons that the budget seems to assume.",
    ),
    "key.BudgetLine.measures": ("Indsatser, i kroner.", "Measures, in kroner."),
    "key.BudgetLine.investment": ("Investering, i kroner.", "Investment, in kroner."),
    "key.StaffPool.hours_a_week": ("Timer om ugen i alt.", "Hours a week in all."),
    "key.Goal.count": (
        (
            "Det, der tælles. `persons`: personer. `full_time_persons`: fuldtidspersoner. `full_year_persons`: helårspersoner i året. "
            "`long_term_share`: delen (0 til 1), der har været der længe. `not_simulated`: modellen kan ikke tælle det."
        ),
        (
            "What is counted. `persons`: persons. `full_time_persons`: full-time persons. `full_year_persons`: full-year persons of the "
            "year. `long_term_share`: the share (0 to 1) that has been there for long. `not_simulated`: the model cannot count it."
        ),
    ),
    "key.Goal.states": ("De tilstande, der tælles i.", "The states that are counted in."),
    "key.Goal.over": (
        "De tilstande, antallet sættes i forhold til; så er målet en del (0 til 1).",
        "The states that the count is divided by; the goal is then a share (0 to 1).",
    ),
    "key.Goal.period": (
        "`month`: gennemsnittet af den måned, dagen ligger i. `year`: af kalenderåret til og med den.",
        "`month`: the average of the month that holds the day. `year`: of the calendar year up to it.",
    ),
    "key.Goal.date": ("Den dag, målet skal være nået.", "The day on which the goal is to be met."),
    "key.Goal.direction": (
        "`at_most`: højst grænsen. `below`: under den. `at_least`: mindst den.",
        "`at_most`: the threshold at the most. `below`: below it. `at_least`: it at the least.",
    ),
    "key.Goal.threshold": (
        "Grænsen, i det, der tælles; uden tal bliver målet ikke dømt.",
        "The threshold, in what is counted; without a number the goal is not judged.",
    ),
    "key.Refusion.counter": ("Hvordan ugerne på trappen tælles.", "How the weeks on the ladder are counted."),
    "key.Refusion.steps": ("Trappens trin, det første først.", "The steps of the ladder, the first one first."),
    "key.Refusion.cohorts": (
        "De, der er uden for trappen; den første, der passer, gælder.",
        "Those off the ladder; the first that fits holds.",
    ),
    "key.Refusion.laws": ("Senere love om, hvem der betaler.", "Later laws on who pays."),
    "key.Counter.from": ("Den dag, uger på ydelse tæller fra.", "The day from which weeks on benefits count."),
    "key.Counter.reset_weeks": (
        "Hele kalenderuger med selvforsørgelse, der fører tilbage til begyndelsen.",
        "Whole calendar weeks of self-support that lead back to the beginning.",
    ),
    "key.Counter.window_weeks": ("Kalenderuger, de skal ligge inden for.", "Calendar weeks within which they must lie."),
    "key.Step.to_week": (
        "Den sidste uge på trinet; det øverste har ingen.",
        "The last week on the step; the top one has none.",
    ),
    "key.Step.state_share": ("Den del (0 til 1), staten betaler.", "The share (0 to 1) that the state pays."),
    "key.Cohort.states": ("De tilstande, det gælder i.", "The states in which it holds."),
    "key.Cohort.granted_before": ("Bevilget før denne dag.", "Granted before this day."),
    "key.Cohort.spell_before": (
        "Forløbet begyndt før denne dag.",
        "The spell begun before this day.",
    ),
    "key.Cohort.counter": (
        "Den tæller, der skal være over et antal uger.",
        "The counter that must exceed a number of weeks.",
    ),
    "key.Cohort.weeks": ("Ugerne, tælleren skal være over.", "The weeks that the counter must exceed."),
    "key.Cohort.state_share": ("Den del (0 til 1), staten betaler.", "The share (0 to 1) that the state pays."),
    "key.Law.from": ("Den første dag, den gælder: første dag i et år.", "The first day on which it holds: the first of a year."),
    "key.Law.state_shares": (
        "Den del (0 til 1), staten betaler på hvert trin (step_1 og op) eller for hver gruppe; det, der ikke nævnes, er som før.",
        "The share (0 to 1) that the state pays on each step (step_1 and on) or for each cohort; what is not named stays.",
    ),
    "key.DatedLaw.from": ("Den første dag, loven gælder.", "The first day on which the law holds."),
    "key.DatedLaw.until": (
        "Den sidste dag, den gælder; uden linjen gælder den videre.",
        "The last day on which it holds; without it, it goes on.",
    ),
    "key.DatedLaw.changes": ("Tal, loven ændrer.", "Numbers that the law changes."),
    "key.DatedLaw.pays": (
        "For hver satsgruppe den del (0 til 1) af hver sats, der så gives.",
        "For each rate class, the share (0 to 1) of each rate that is then given.",
    ),
    "key.DatedLaw.deductions": (
        "For hvert lønfradrag den del (0 til 1), der så trækkes fra, fra hvert beløb i kroner om måneden.",
        "For each wage deduction, the share (0 to 1) that is then deducted, from each amount in kroner a month on.",
    ),
    "key.DatedLaw.opens": (
        "Tilstande, der først kan nås fra lovens første dag, og dem, borgere kommer i indtil da.",
        "States that can be entered from the law's first day on, and those that citizens come to until then.",
    ),
    "key.DatedLaw.closes": (
        "Tilstande, ingen mere kommer i, og dem, borgere kommer i i stedet.",
        "States that nobody enters any more, and those that citizens come to instead.",
    ),
    "key.DatedLaw.ends": (
        "Tilstande, der hører op, og dem, alle går videre i med deres varighed.",
        "States that end, and those in which everybody goes on with their durations.",
    ),
    "key.LawNumber.path": (
        "Stien til tallet, fx measures_refund.sygedagpenge.",
        "The path to the number, such as measures_refund.sygedagpenge.",
    ),
    "key.LawNumber.to": ("Det, tallet bliver, i sin egen enhed.", "What the number becomes, in its own unit."),
    "key.Economy.groups": ("Skift, økonomien flytter ens.", "Transitions that the economy moves alike."),
    "key.Economy.processes": ("Det, der flytter dem, måned for måned.", "What moves them, month by month."),
    "key.Group.from": ("De tilstande, skiftene fører fra; uden linjen alle.", "The states that the moves lead from; without it, any."),
    "key.Group.to": (
        "De tilstande, de fører til; uden linjen alle, der kan forlades.",
        "The states that they lead to; without it, any but the absorbing ones.",
    ),
    "key.Process.scope": (
        "`national`: ens i hele landet. `local`: kommunens egen.",
        "`national`: the same everywhere. `local`: the municipality's own.",
    ),
    "key.Process.half_life_months": (
        "Måneder, til halvdelen af et udsving er væk.",
        "Months until half of a deviation is gone.",
    ),
    "key.Process.sd": (
        "Hvor store udsving er: standardafvigelsen af logaritmen af det, skiftene ganges med.",
        "How large deviations are: the standard deviation of the logarithm of what the moves are multiplied by.",
    ),
    "key.Process.start": (
        "Hvor den står den sidste dag, der er kendt, som logaritme; 0 er et almindeligt år.",
        "Where it stands on the last day that is known, as a logarithm; 0 is an ordinary year.",
    ),
    "key.Process.from": (
        "Første dag, der kommer nye udsving; uden linjen fra begyndelsen.",
        "First day on which anything new moves it; without it, from the beginning.",
    ),
    "key.Process.until": (
        "Sidste dag, der kommer nye udsving; derefter går den tilbage til 0.",
        "Last day on which anything new moves it; after that it goes back to 0.",
    ),
    "key.Process.answer": ("Hvordan et antal borgere svarer på den.", "How a number of citizens answers it."),
    "key.Process.loadings": (
        "Hvor meget den flytter hver gruppe af skift, som et antal gange processen; under 0 den anden vej.",
        "By how much it moves each group of moves, as a multiple of the process; below 0 the other way.",
    ),
    "key.Answer.gain": (
        "Hvor meget antallets logaritme falder til sidst, når processen bliver én højere.",
        "By how much the log of the number falls in the end where the process stays one higher.",
    ),
    "key.Answer.turnover": (
        "Hvor mange gange om året antallet skiftes ud.",
        "How many times a year the number is replaced.",
    ),
    "key.Parameter.kind": (
        "`transitions`: skift ganges med den. `arrivals`: tilgang udefra. `take_up`: en linjes udbetalinger.",
        "`transitions`: it multiplies moves. `arrivals`: those who come from outside. `take_up`: a line's payments.",
    ),
    "key.Parameter.from": (
        "De tilstande, skiftene fører fra, eller de tilgange, der ganges.",
        "The states that the moves lead from, or the arrivals that are multiplied.",
    ),
    "key.Parameter.to": ("De tilstande, skiftene fører til.", "The states that the moves lead to."),
    "key.Parameter.line": ("Linjen, hvis udbetalinger ganges med den.", "The line whose payments it multiplies."),
    "key.Parameter.prior": (
        "Det, der ganges med, før noget er målt. 1: som det står.",
        "What is multiplied by before anything is observed. 1: as it stands.",
    ),
    "key.Parameter.sd": (
        "Hvor usikkert det er: standardafvigelsen af dets logaritme. 0.2 er omkring 20 %.",
        "How uncertain that is: the standard deviation of its logarithm. 0.2 is about 20 %.",
    ),
    "key.Parameter.low": ("Det mindste, tilpasningen må gøre det til.", "The least that the fit may make it."),
    "key.Parameter.high": ("Det største, tilpasningen må gøre det til.", "The most that the fit may make it."),
    "key.Target.measure": (
        (
            "Det, der er målt. `municipality`: kommunens kroner. `persons`, `full_time_persons`: gennemsnit af perioden. "
            "`persons_on_day`: personer på en dag. `inflow`, `outflow`: skift ind og ud. `mean_stay_weeks`: gennemsnitlig varighed i uger. "
            "`season_ratio`: højeste over laveste måned. "
            "`share_of_exits`, `share_of_entries`, `share_of_persons`, `long_term_share`: dele (0 til 1)."
        ),
        (
            "What was observed. `municipality`: the municipality's kroner. `persons`, `full_time_persons`: averages of the period. "
            "`persons_on_day`: persons on a day. `inflow`, `outflow`: moves in and out. `mean_stay_weeks`: mean stay in weeks. "
            "`season_ratio`: highest over lowest month. "
            "`share_of_exits`, `share_of_entries`, `share_of_persons`, `long_term_share`: shares (0 to 1)."
        ),
    ),
    "key.Target.of": ("De linjer eller tilstande, tallet er for.", "The lines or states that the figure is of."),
    "key.Target.to": (
        "De tilstande, skift fører til, eller der sammenlignes med.",
        "The states that moves lead to, or that are compared with.",
    ),
    "key.Target.from": ("Periodens første dag.", "The first day of the period."),
    "key.Target.until": ("Periodens sidste dag.", "The last day of the period."),
    "key.Target.se": ("Tallets standardfejl, i tallets enhed.", "The standard error of the figure, in its unit."),
    "key.Target.share": (
        "Hvor stor en del af modellens personer kilden tæller. Uden linjen 1.",
        "What share of the model's persons the source counts. Without it, 1.",
    ),
    "key.Target.fits": (
        "De tilpasninger, der går efter tallet; uden linjen alle. De andre viser det ved siden af deres eget.",
        "The fits that go by the figure; without it, all. The others show it beside their own.",
    ),
}
