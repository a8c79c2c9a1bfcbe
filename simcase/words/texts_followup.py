"""Texts of the budget follow-up."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "followup.headline": (
        "Efter {month} ventes regnskabet for forsørgelse{without} i {year} at blive {net} netto ({between}; {rests}).",
        "After {month}, the accounts for support{without} in {year} are expected to be {net} net ({between}; {rests}).",
    ),
    "followup.against.original": (
        "Mod det oprindelige budget er det {more}{parts}; merforbrug {runs}.",
        "Against the original budget that is {more}{parts}; overspending {runs}.",
    ),
    "followup.against.corrected": (
        "Mod det korrigerede budget er det {more}{parts}; merforbrug {runs}.",
        "Against the corrected budget that is {more}{parts}; overspending {runs}.",
    ),
    "followup.parts": (" (mængde {volume}, pris {price})", " (volume {volume}, price {price})"),
    "followup.over": ("et merforbrug på {more}", "an overspending of {more}"),
    "followup.under": ("et mindreforbrug på {more}", "an underspending of {more}"),
    "followup.title": ("Forventet regnskab {year}, netto, 1.000 kr.", "Expected accounts {year}, net, DKK 1,000"),
    "followup.title_kroner": ("Forventet regnskab {year}, kr.", "Expected accounts {year}, DKK"),
    "followup.title.original": (
        "Mer- og mindreforbrug {year} mod det oprindelige budget, 1.000 kr.",
        "Over- and underspending {year} against the original budget, DKK 1,000",
    ),
    "followup.title.corrected": (
        "Mer- og mindreforbrug {year} mod det korrigerede budget, 1.000 kr.",
        "Over- and underspending {year} against the corrected budget, DKK 1,000",
    ),
    "followup.which.original": ("Oprindeligt", "Original"),
    "followup.which.corrected": ("Korrigeret", "Corrected"),
    "followup.against_kroner": (
        "Mer- og mindreforbrug {year} mod de to budgetter, kr.",
        "Over- and underspending {year} against the two budgets, DKK",
    ),
    "followup.against_kroner_one": (
        "Mer- og mindreforbrug {year} mod budgettet, kr.",
        "Over- and underspending {year} against the budget, DKK",
    ),
    "followup.persons_title": (
        "Personer: talt til og med {month}, derefter ventet",
        "Persons: counted until {month}, then expected",
    ),
    "followup.full_time_title": (
        "Fuldtidspersoner: talt til og med {month}, derefter ventet",
        "Full-time persons: counted until {month}, then expected",
    ),
    "followup.sheet": ("Regnskab", "Accounts"),
    "followup.sheet_against": ("Afvigelser", "Deviations"),
    "followup.sheet_persons": ("Personer", "Persons"),
    "followup.head.original": ("Budget", "Budget"),
    "followup.head.corrected": ("Korr.\nbudget", "Corr.\nbudget"),
    "followup.head.so_far": ("T.o.m.\n{month}", "Until\n{month}"),
    "followup.head.rest": ("Resten\naf året", "Rest of\nthe year"),
    "followup.head.expected": ("Ventet", "Expected"),
    "followup.head.interval": ("9 af 10\nkørsler", "9 of 10\nruns"),
    "followup.head.latest": ("Pers.,\n{month}", "Persons,\n{month}"),
    "followup.head.year_persons": ("Fuldtid\ni året", "Full-\ntime"),
    "followup.head.budget": ("Budget", "Budget"),
    "followup.head.deviation": ("Afvigelse", "Deviation"),
    "followup.head.volume": ("Heraf\nmængde", "Of which\nvolume"),
    "followup.head.price": ("Heraf\npris", "Of which\nprice"),
    "followup.head.runs": ("Merforbrug\ni kørsler", "Overspent\nin runs"),
    "followup.column.original": ("Oprindeligt budget", "Original budget"),
    "followup.column.corrected": ("Korrigeret budget", "Corrected budget"),
    "followup.column.gross_so_far": ("Brutto til og med {month}", "Gross until {month}"),
    "followup.column.refund": ("Refusion, bogført", "Refund, booked"),
    "followup.column.due": ("Refusion, mangler", "Refund, due"),
    "followup.column.so_far": ("Netto til og med {month}", "Net until {month}"),
    "followup.column.rest": ("Resten af året, netto", "Rest of the year, net"),
    "followup.column.expected": ("Forventet regnskab, netto", "Expected accounts, net"),
    "followup.column.latest": ("Personer i {month}", "Persons in {month}"),
    "followup.column.year_persons": ("Fuldtidspersoner i året", "Full-time persons in the year"),
    "followup.column.which": ("Mod", "Against"),
    "followup.column.budget": ("Budget", "Budget"),
    "followup.column.deviation": ("Mer-/mindreforbrug", "Over-/underspending"),
    "followup.column.volume": ("Heraf mængde", "Of which volume"),
    "followup.column.price": ("Heraf pris", "Of which price"),
    "followup.column.budget_persons": ("Budgettets fuldtidspersoner", "Full-time persons budgeted"),
    "followup.column.probability": ("Sandsynlighed for merforbrug", "Probability of overspending"),
    "followup.column.counted": ("Talt", "Counted"),
    "followup.method": (
        "Resten af året er scenariets kørsler, flyttet til de talte personer og den bogførte pris, så vidt kørslerne holder fast.",
        "The rest of the year is the scenario's runs, moved to the persons counted and the price booked as far as runs hold on.",
    ),
    "followup.lag": (
        "Refusion bogføres {n} mdr. senere: den, der mangler for de talte måneder, er anslået efter refusionsprocenten hidtil.",
        "Refund is booked {n} month(s) later: what is due for the months counted is estimated by the share refunded so far.",
    ),
    "followup.learned": (
        (
            "Kørslerne har lært af månedstal. Med mindst halvandet års tal rummede de intervaller, der skulle rumme 90\u00a0%, efter "
            "tre måneder af året 90\u00a0% på kontanthjælp og 83\u00a0% på a-dagpenge i fjorten kommuner; med et enkelt års tal er de "
            "for smalle."
        ),
        (
            "The runs have learned from monthly counts. With a year and a half of counts or more, intervals that should hold 90% "
            "held 90% on kontanthjælp and 83% on a-dagpenge three months into the year, in fourteen municipalities; of a single year "
            "they are too narrow."
        ),
    ),
    "followup.far": (
        (
            "Langt fra det ventede, mere end dobbelt så langt, som tal plejer at svinge: {lines}. Disse linjer og summen kan ikke bruges "
            "endnu. Er det hele kommunen, hele måneder og den ydelse, der er talt, så tilpas kalibreringen igen."
        ),
        (
            "Far from what was foreseen, more than two standard deviations: {lines}. These lines and the sum cannot be used yet. If it is "
            "the whole municipality, whole months and this benefit that were counted, fit the calibration again."
        ),
    ),
    "followup.far_line": ("{line} (talt {counted}, ventet {foreseen})", "{line} (counted {counted}, foreseen {foreseen})"),
    "followup.net_basis": (
        "Uden refusion i regnskabet, så udgiften er læst som kommunens egen del (medfinansiering): {lines}.",
        "Without refund in the accounts, so that spending is read as the municipality's own part (co-financing): {lines}.",
    ),
    "followup.split": (
        (
            "Mængde: afvigelsen i fuldtidspersoner til budgettets nettopris; pris: resten, hvor regnskabet har linjen. Planens personer "
            "er et skøn (datakvalitet D)."
        ),
        (
            "Volume: other full-time persons at the budget's net price; price: the rest, where the accounts have the line. The plan's "
            "persons are judged (grade D)."
        ),
    ),
    "followup.unsplit": (
        "Ikke delt i mængde og pris, da budgettet ikke siger, hvor mange fuldtidspersoner det regner med: {lines}.",
        "Not split into volume and price, since the budget does not say how many full-time persons it counts on: {lines}.",
    ),
    "followup.measures": (
        "Kun forsørgelse: aktivering, investeringer og tilskud er ikke med.",
        "Support alone: measures, investments and grants are left out.",
    ),
    "followup.absent": (
        "Ikke i regnskabet, så hele året er det, som kørslen venter, uden at noget er talt: {lines}.",
        "Not in the accounts, so that the whole year is what the run foresees, with nothing counted: {lines}.",
    ),
    "followup.left_out": ("{n} rækker for andre måneder er sprunget over.", "{n} rows of other months were passed over."),
    "followup.stored": ("Opfølgningen er gemt i {file}", "The follow-up is stored in {file}"),
}
