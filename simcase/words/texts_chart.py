"""Texts in charts and on the pages that show them."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "chart.headcount.subtitle": (
        "Personer på hver ydelse, gennemsnit af måneden, {first} til {last} (simuleret). Hver ydelse har sin egen akse fra nul.",
        "Persons on each benefit, monthly average, {first} to {last} (simulated). Each benefit has an axis of its own from zero.",
    ),
    "chart.against": ("{title} mod grundlaget {base}", "{title} against the baseline {base}"),
    "chart.source": ("Kilde: simcase. {about}", "Source: simcase. {about}"),
    "chart.fan.line": ("Linje: ventet.", "Line: expected."),
    "chart.band.nine": ("9 af 10 kørsler", "9 of 10 runs"),
    "chart.band.half": ("halvdelen af kørslerne", "half of the runs"),
    "chart.band.up_and_down": ("9 af 10 kørsler, når konjunkturen går op og ned", "9 of 10 runs as the economy goes up and down"),
    "chart.band.level": ("9 af 10, når konjunkturen er jævn", "9 of 10 as the economy goes evenly"),
    "chart.nine": ("9 af 10 kørsler", "9 of 10 runs"),
    "chart.nine.rule": (
        "9 af 10 kørsler, tynd når konjunkturen går op og ned, tyk når den er jævn",
        "9 of 10 runs, thin as the economy goes up and down, thick as it goes evenly",
    ),
    "chart.inner05": ("5\u00a0% under, når konjunkturen er jævn", "5% below, as the economy goes evenly"),
    "chart.inner95": ("5\u00a0% over, når konjunkturen er jævn", "5% above, as the economy goes evenly"),
    "chart.fan.goals": (" Rude: mål, og hvor langt der er dertil.", " Diamond: goal, and how far it is to it."),
    "chart.fan.base": (" Stiplet: {base} (ses ikke, hvor den følger linjen).", " Dashed: {base} (not seen where it keeps to the line)."),
    "chart.base": ("Grundlag", "Baseline"),
    "chart.headcount.description": (
        "{title}. Vifteformet diagram over personer pr. måned fra {first} til {last}, et felt for hver: {lines}.",
        "{title}. Fan chart of persons a month from {first} to {last}, a panel for each of: {lines}.",
    ),
    "chart.month": ("Måned", "Month"),
    "chart.persons": ("Personer", "Persons"),
    "chart.p05": ("5\u00a0% af kørslerne under", "5% of runs below"),
    "chart.p25": ("25\u00a0% af kørslerne under", "25% of runs below"),
    "chart.p50": ("Median", "Median"),
    "chart.p75": ("25\u00a0% af kørslerne over", "25% of runs above"),
    "chart.p95": ("5\u00a0% af kørslerne over", "5% of runs above"),
    "chart.goal": ("Mål", "Goal"),
    "chart.threshold": ("Grænse", "Threshold"),
    "chart.goal.note": ("{month}: mål {threshold}, ventet {mean}", "{month}: goal {threshold}, expected {mean}"),
    "chart.column.line": ("Ydelse", "Benefit"),
    "chart.column.year": ("År", "Year"),
    "chart.column.month": ("Måned", "Month"),
    "chart.column.mean": ("Ventet", "Expected"),
    "chart.column.p05": ("5\u00a0% under", "5% below"),
    "chart.column.p95": ("5\u00a0% over", "5% above"),
    "chart.column.p25": ("25\u00a0% under", "25% below"),
    "chart.column.p50": ("Median af kørslerne", "Median of the runs"),
    "chart.column.p75": ("25\u00a0% over", "25% above"),
    "chart.column.inner05": ("5\u00a0% under, uden konjunktur", "5% below, without the economy"),
    "chart.column.inner95": ("5\u00a0% over, uden konjunktur", "5% above, without the economy"),
    "chart.column.base": ("Grundlag", "Baseline"),
    "chart.column.order": ("Rækkefølge", "Order"),
    "chart.column.way": ("Retning", "Way"),
    "chart.column.from": ("Fra", "From"),
    "chart.column.to": ("Til", "To"),
    "chart.column.moves": ("Skift", "Moves"),
    "chart.column.persons": ("Personer", "Persons"),
    "chart.column.price": ("Pris, kr.", "Price, DKK"),
    "chart.column.kroner": ("Mio. kr.", "DKK million"),
    "chart.column.plan": ("Budgetteret", "Budgeted"),
    "chart.column.goal": ("Mål", "Goal"),
    "chart.column.world": ("Scenarie", "Scenario"),
    "chart.column.probability": ("Sandsynlighed, pct.", "Probability, per cent"),
    "chart.column.low": ("Lav", "Low"),
    "chart.column.high": ("Høj", "High"),
    "chart.column.said": ("I ord", "In words"),
    "chart.column.initiative": ("Indsats", "Initiative"),
    "chart.column.waiting": ("Venteliste", "Waiting"),
    "chart.column.places": ("Pladser", "Places"),
    "chart.column.bound": ("Begrænset af", "Bound by"),
    "chart.column.step": ("Trin", "Step"),
    "chart.column.share": ("Andel, pct.", "Share, per cent"),
    "chart.column.unknown": ("Ukendt", "Unknown"),
    "chart.column.figure": ("Tal", "Figure"),
    "chart.column.noise": ("Kan være støj", "May be noise"),
    "chart.column.kind": ("Art", "Kind"),
    "chart.column.person": ("Person nr.", "Person no."),
    "chart.column.where": ("Hvor", "Where"),
    "chart.column.pays": ("Ydelse (1) eller ej (0)", "Benefit (1) or not (0)"),
    "chart.save_png": ("Gem som PNG", "Save as PNG"),
    "chart.save_svg": ("Gem som SVG", "Save as SVG"),
    "chart.stored": ("Diagrammet er gemt i {file}", "The chart is stored in {file}"),
    "chart.mean": ("Ventet", "Expected"),
    "chart.low": ("5\u00a0% af kørslerne under", "5% of runs below"),
    "chart.high": ("5\u00a0% af kørslerne over", "5% of runs above"),
    "chart.year": ("År", "Year"),
    "chart.world": ("Scenarie", "Scenario"),
    "chart.millions": ("Mio. kr.", "DKK million"),
    "chart.observed": ("Faktisk", "Observed"),
    "unknown.effects": ("{initiative}: afgang til {exits}", "{initiative}: exits to {exits}"),
    "unknown.during": ("{initiative}: afgang til {exits} under forløbet", "{initiative}: exits to {exits} while it lasts"),
    "unknown.after": ("{initiative}: afgang til {exits} efter forløbet", "{initiative}: exits to {exits} afterwards"),
    "unknown.more": ("{exits} og {n} andre", "{exits} and {n} others"),
    "chart.headcount.title": ("Personer måned for måned", "Persons month by month"),
    "chart.headcount.short": ("Personer måned for måned", "Persons month by month"),
    "chart.full_year.title": ("Helårspersoner på forsørgelse", "Full-year persons on support"),
    "chart.full_year.short": ("Helårspersoner", "Full-year persons"),
    "chart.full_year.about": (
        (
            "{title} (simuleret). Helårspersoner: årets bruttoudgift på hver ydelse delt med et helt års fulde sats, så den, der får den "
            "halve sats, tæller en halv. Under navnet står, hvor mange personer det er. Streg: {nine}. Hver ydelse har sin egen akse "
            "fra nul. {base}"
        ),
        (
            "{title} (simulated). Full-year persons: gross spending of the year on each benefit over the full rate of a year, so who gets "
            "half the rate counts half. How many persons they are stands beneath the name. Line: {nine}. Each benefit has an axis of its "
            "own from zero. {base}"
        ),
    ),
    "chart.full_year.persons": ("{persons} personer i {year}", "{persons} persons in {year}"),
    "chart.full_year.base": ("Orange tværstreg: grundlaget.", "Orange crossbar: the baseline."),
    "chart.flows.title": ("Tilgang og afgang", "Inflow and outflow"),
    "chart.flows.about": (
        "{title} (simuleret). Ændring på hver ydelse i løbet af {year}: tilgang minus afgang, begge med 9 af 10 kørsler som streg.",
        "{title} (simulated). Change on each benefit in the course of {year}: inflow less outflow, both with 9 of 10 runs as a line.",
    ),
    "chart.flows.net": ("Ændring", "Change"),
    "chart.flows.in": ("= tilgang", "= inflow"),
    "chart.flows.out": ("\N{MINUS SIGN} afgang", "\N{MINUS SIGN} outflow"),
    "chart.flows.unit": ("Borgere om året", "Citizens a year"),
    "chart.price_volume.title": ("Pris og mængde", "Price and volume"),
    "chart.price_volume.about": (
        "{title} (simuleret). Fuldtidspersoner, gennemsnit af året, gange nettopris er nettoudgiften.",
        "{title} (simulated). Full-time persons, mean of the year, times net price is net spending.",
    ),
    "chart.price_volume.persons": ("Mængde", "Volume"),
    "chart.price_volume.price": ("\N{MULTIPLICATION SIGN} nettopris", "\N{MULTIPLICATION SIGN} net price"),
    "chart.price_volume.kroner": ("= nettoudgift", "= net spending"),
    "chart.price_volume.persons_unit": ("Fuldtidspersoner", "Full-time persons"),
    "chart.price_volume.price_unit": ("Kr. pr. fuldtidsperson", "DKK a full-time person"),
    "chart.price_volume.kroner_unit": ("Mio. kr.", "DKK million"),
    "chart.budget_plan.title": ("Budget og ventet nettoudgift", "Budget and expected net spending"),
    "chart.budget_plan.about": (
        "{title} (simuleret). Søjle: ventet nettoudgift. Streg: {nine}. Orange mærke: planens budget.",
        "{title} (simulated). Bar: expected net spending. Line: {nine}. Orange mark: the plan's budget.",
    ),
    "chart.budget_plan.more": ("Over (+) eller under (\N{MINUS SIGN}) budgettet", "Over (+) or under (\N{MINUS SIGN}) the budget"),
    "chart.budget_plan.both": ("Ventet (i parentes: budget)", "Expected (in brackets: budget)"),
    "chart.goals.title": ("Sandsynlighed for målopfyldelse", "Probability of meeting the goals"),
    "chart.goals.short": ("Sandsynlighed for målene", "Probability of the goals"),
    "chart.goals.about": (
        "{title} (simuleret). Andelen af kørslerne, der når målet til tiden. Streg: usikkerheden ved antallet af kørsler.",
        "{title} (simulated). The share of runs that meet the goal by its date. Line: the uncertainty of so many runs.",
    ),
    "chart.goals.unit": ("Pct. af kørslerne", "Per cent of runs"),
    "chart.tornado.title": ("Hvad usikkerheden kommer af", "Where the uncertainty comes from"),
    "chart.tornado.about": (
        (
            "{title} (simuleret). Ændring i nettoudgiften, når én ukendt går fra midten til sin lave (stiplet) eller høje værdi (fyldt), "
            "de øvrige uændret (mindste kvadrater over kørslerne). Udslag, som kan være støj, er udeladt."
        ),
        (
            "{title} (simulated). Change of net spending as one unknown goes from its middle to its low (dashed) or high value (filled), "
            "the others unchanged (least squares over the runs). What may be noise is left out."
        ),
    ),
    "chart.tornado.unit": ("Mio. kr. fra midten", "DKK million from the middle"),
    "chart.tornado.unknown": ("Ukendt", "Unknown"),
    "chart.tornado.low": ("Ved lav værdi", "At the low value"),
    "chart.tornado.high": ("Ved høj værdi", "At the high value"),
    "chart.refusion.title": ("Refusionstrappen", "The refusion ladder"),
    "chart.refusion.about": (
        (
            "{title} (simuleret). Dagene på hver ydelse efter, hvor længe borgeren har været på offentlig forsørgelse. Staten "
            "refunderer mindre for hvert trin. Stiplet: halvdelen af dagene."
        ),
        (
            "{title} (simulated). The days on each benefit by how long the citizen has been on public support. The state refunds "
            "less on each step. Dashed: half of the days."
        ),
    ),
    "chart.refusion.unit": ("Pct. af dagene", "Per cent of days"),
    "chart.refusion.step": ("Trin", "Step"),
    "chart.refusion.step_1": ("Trin 1 (uge 1-4)", "Step 1 (weeks 1-4)"),
    "chart.refusion.step_2": ("Trin 2 (uge 5-26)", "Step 2 (weeks 5-26)"),
    "chart.refusion.step_3": ("Trin 3 (uge 27-52)", "Step 3 (weeks 27-52)"),
    "chart.refusion.step_4": ("Trin 4 (over 52 uger)", "Step 4 (over 52 weeks)"),
    "chart.went.title": ("Hvor gik de hen", "Where they went"),
    "chart.went.short": ("Hvor gik de hen", "Where they went"),
    "chart.went.about": (
        (
            "{title} (simuleret). Skift ud af målgruppen i hele perioden, flere (+) eller færre (-) end i grundlaget. Den, der skifter to "
            "gange, tæller to gange. Stiplet kant: flere til en ydelse eller færre væk fra forsørgelse."
        ),
        (
            "{title} (simulated). Moves out of the target group over the whole period, more (+) or fewer (-) than in the baseline. Who "
            "moves twice counts twice. Dashed edge: more to a benefit, or fewer away from support."
        ),
    ),
    "chart.went.unit": ("Skift, forskel fra grundlaget", "Moves, difference from the baseline"),
    "chart.hundred.title": ("Hvor de er i stedet", "Where they are instead"),
    "chart.hundred.about": (
        "{title} (simuleret). De, der er færre i målgruppen, gennemsnit af året, vist som 100 figurer: én figur er 1\u00a0% af dem.",
        "{title} (simulated). Those who are fewer in the target group, mean of the year, shown as 100 figures: one figure is 1% of them.",
    ),
    "chart.hundred.fewer": ("{fewer} færre personer i målgruppen", "{fewer} fewer persons in the target group"),
    "chart.hundred.elsewhere": ("{n} af dem er på en anden ydelse:", "{n} of them are on another benefit:"),
    "chart.hundred.off": ("{n} er ikke på en anden ydelse", "{n} are on no other benefit"),
    "chart.hundred.most": ("{n} på {most}", "{n} on {most}"),
    "chart.hundred.others": ("{n} på øvrige ydelser", "{n} on other benefits"),
    "chart.composition.title": ("Forsørgelsens sammensætning", "What public support is made of"),
    "chart.composition.about": (
        "{title} (simuleret). Personer på hver ydelse, gennemsnit af måneden og af kørslerne, lagt oven på hinanden.",
        "{title} (simulated). Persons on each benefit, mean of the month and of the runs, stacked.",
    ),
    "chart.composition.named": ("{line} {persons} ({share})", "{line} {persons} ({share})"),
    "chart.composition.all": ("i alt {n}", "{n} in all"),
    "chart.programmes.title": ("Deltagere og pladser", "Participants and places"),
    "chart.programmes.short": ("Deltagere og pladser", "Participants and places"),
    "chart.programmes.about": (
        "{title} (simuleret). Linje og bånd: deltagere (ventet, 9 af 10 kørsler). Lange streger: pladser. {queue}",
        "{title} (simulated). Line and band: participants (expected, 9 of 10 runs). Long dashes: places. {queue}",
    ),
    "chart.programmes.queue": ("Prikker: venteliste, på sin egen akse.", "Dots: waiting list, on an axis of its own."),
    "chart.programmes.bound": ("Det, der begrænser", "What bound"),
    "chart.long_term.title": ("Varighed: andel med lange forløb", "Duration: share with long spells"),
    "chart.long_term.about": (
        "{title} (simuleret). Pct. af borgerne på hver ydelse, der har været på den i over {weeks} uger i træk.",
        "{title} (simulated). Per cent of the citizens on each benefit who have been on it for over {weeks} weeks on end.",
    ),
    "chart.long_term.unit": ("Pct. med lange forløb", "Per cent with long spells"),
    "chart.backtest.title": ("Forudsigelse og udfald", "Forecast and outcome"),
    "chart.backtest.about": (
        "{title}. Linje og bånd: forudsagt (median, 9 af 10 kørsler, simuleret). Rude: faktisk antal.",
        "{title}. Line and band: foreseen (median, 9 of 10 runs, simulated). Diamond: what then happened.",
    ),
    "chart.portfolio.title": ("Hvad flere penge giver", "What more money gives"),
    "chart.portfolio.about": (
        "{title}. {tried} forskellige kombinationer efter udgift og {unit}. Trinnene er det bedste, en udgift giver. Bedst: {best}.",
        "{title}. {tried} different mixes by cost and {unit}. The steps are the best that a cost gives. Best: {best}.",
    ),
    "chart.portfolio.kroner": ("mio. kr. i det dyreste år", "million kr. in the dearest year"),
    "chart.portfolio.met": ("pct. af kørsler, der når målet", "per cent of runs that meet the goal"),
    "chart.portfolio.net": ("nettoresultat, mio. kr.", "net result, million kr."),
    "chart.portfolio.mix": ("Kombination", "Mix"),
    "chart.panel.title": ("Prognoser mod udfald, kvartal for kvartal", "Forecasts against outcomes, quarter by quarter"),
    "chart.panel.about": (
        "{title} Hvor langt prognoserne ligger fra udfaldet i gennemsnit (CRPS); mindre er bedre. Fed linje: den prognose, der prøves.",
        "{title} How far forecasts lie from the outcome on average (CRPS); smaller is better. Bold line: the forecast that is judged.",
    ),
    "chart.panel.quarter": ("Kvartaler frem", "Quarters ahead"),
    "chart.panel.crps": ("CRPS, pct. af niveauet", "CRPS, per cent of the level"),
    "chart.panel.method": ("Prognose", "Forecast"),
    "chart.difference.title": ("Forskel fra grundlaget", "Difference from the baseline"),
    "chart.difference.short": ("Forskel fra grundlaget", "Difference from the baseline"),
    "chart.difference.about": (
        (
            "{title} (simuleret). Scenarie minus grundlag i {year}, med de samme borgere og tilfældigheder. Streg: 9 af 10 kørsler. "
            "Går stregen over nul, kan det også gå den anden vej. Op: flere, ned: færre; grå prik: ingen forskel, som kørslerne kan påvise."
        ),
        (
            "{title} (simulated). Scenario minus baseline in {year}, with the same citizens and luck. Line: 9 of 10 runs. "
            "Where the line crosses zero it may go the other way. Up: more, down: fewer; grey dot: no difference that the runs can show."
        ),
    ),
    "chart.difference.persons": ("Personer, årsgennemsnit", "Persons, yearly average"),
    "chart.difference.municipality": ("Nettoudgift uden investeringen, mio. kr.", "Net spending without the investment, DKK million"),
    "chart.difference.noise": ("Kan være støj", "May be noise"),
    "chart.difference.noise_true": ("ja", "yes"),
    "chart.waterfall.title": ("Fra grundlag til scenarie", "From baseline to scenario"),
    "chart.waterfall.short": ("Fra grundlag til scenarie", "From baseline to scenario"),
    "chart.waterfall.about": (
        (
            "{title} (simuleret). Nettoudgift til forsørgelse, ændringen på hver ydelse og investeringen, i hele perioden. "
            "Aksen begynder ikke ved nul."
        ),
        (
            "{title} (simulated). Net spending on support, the change on each benefit and the investment, over the whole period. "
            "The axis does not begin at zero."
        ),
    ),
    "chart.waterfall.grants": ("Tilskud", "Grants"),
    "chart.waterfall.step": ("Trin", "Step"),
    "chart.waterfall.change": ("Ændring, mio. kr.", "Change, DKK million"),
    "chart.payback.title": ("Tilbagebetaling", "Payback"),
    "chart.payback.short": ("Tilbagebetaling", "Payback"),
    "chart.payback.about": (
        (
            "{title} (simuleret). Kommunens nettoresultat lagt sammen år for år: sparet forsørgelse minus investering. "
            "Bånd: 9 af 10 kørsler. Stiplet: tjent hjem."
        ),
        (
            "{title} (simulated). The municipality's net result added up year by year: saved support less investment. "
            "Band: 9 of 10 runs. Dashed: earned back."
        ),
    ),
    "chart.payback.year": ("Ved udgangen af", "At the end of"),
    "chart.ribbons.title": ("Hvor de går hen fra hver ydelse", "Where they go from each benefit"),
    "chart.ribbons.about": (
        (
            "{title} (simuleret). Skift om året fra hver ydelse (venstre) til det, de gik til (højre), gennemsnit af kørsler og år. "
            "Kraftige bånd: skift til '{most}'. Bånd under {seen} skift er ikke tegnet, bånd under {told} er uden tal."
        ),
        (
            "{title} (simulated). Moves a year from each benefit (left) to what they went to (right), mean over runs and years. "
            "Strong ribbons: moves to '{most}'. Ribbons under {seen} moves are not drawn, ribbons under {told} have no number."
        ),
    ),
    "chart.ribbons.all": ("{n} skift om året", "{n} moves a year"),
    "chart.ribbons.from": ("Fra", "From"),
    "chart.ribbons.to": ("Til", "To"),
    "chart.ribbons.moves": ("Skift om året", "Moves a year"),
    "chart.needs_baseline": (
        "Diagrammet '{kind}' viser en forskel: nævn en kørsel at holde op imod med --baseline.",
        "The chart '{kind}' shows a difference: name a run to hold against with --baseline.",
    ),
    "chart.tornado.few": (
        (
            "'{title}': {runs} kørsler er for få til at skelne {n} ukendte fra hinanden; der skal mindst {least}. "
            "'{command}' flytter dem én ad gangen; hvad den gemmer, viser dette diagram derefter."
        ),
        (
            "'{title}': {runs} runs are too few to tell {n} unknowns apart; it takes at least {least}. "
            "'{command}' moves them one at a time; what it stores is what this chart then shows."
        ),
    ),
    "chart.tornado.none": (
        "Ingen ukendt flytter nettoudgiften mere, end tilfældighed kan, eller intet varierede i kørslen.",
        "No unknown moves net spending by more than chance may, or nothing varied in the run.",
    ),
    "chart.nothing": ("'{title}' har ingen tal til diagrammet '{kind}'.", "'{title}' has no figures for the chart '{kind}'."),
    "chart.menu": ("Gem diagrammet", "Save the chart"),
}
