"""Comments of calibrations and backtests in Danish, by their sentences."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "A small world: insured unemployed, all others in the jobcentre, and the rest of those aged 16 to state pension age.": (
        "En lille verden: forsikrede ledige, alle andre i jobcentret og resten af dem fra 16 år til folkepensionsalderen."
    ),
    "January first": "januar først",
    "Inflow keeps the average of the two counts of 2018: 764 insured once the season is taken out, 4,798 others.": (
        "Tilgangen holder gennemsnittet af de to tal for 2018: 764 forsikrede, når sæsonen er taget ud, og 4.798 andre."
    ),
    "Insured unemployed and all persons attached to the jobcentre: fitted on the two counts of 2018, forecast through 2019.": (
        "Forsikrede ledige og alle med tilknytning til jobcentret: tilpasset til de to tal for 2018, prognose for hele 2019."
    ),
    "The counts of September are the starting stock; those of December inform the fit.": (
        "Tallene for september er antallet ved begyndelsen; dem for december bruges i tilpasningen."
    ),
    "Standard errors: 5 % of the insured, as revisions move them, and 2.5 % of all.": (
        "Standardfejl: 5 % af de forsikrede, så meget som rettelser flytter dem, og 2,5 % af alle."
    ),
    "That of a month is taken for its average.": "Den for en måned bruges for månedens gennemsnit.",
    "What came after 2018, as first published.": "Hvad der kom efter 2018, som det først blev offentliggjort.",
    "No effort: what nobody knew of the business cycle.": "Ingen indsats: det, ingen vidste om konjunkturen.",
    "The ratio is drawn anew for each replication.": "Forholdet trækkes på ny i hver kørsel.",
    "A small world: those who were aktivitetsparate at the end of May 2015, those who came since, and where both go.": (
        "En lille verden: dem, der var aktivitetsparate i slutningen af maj 2015, dem, der er kommet siden, og hvor begge går hen."
    ),
    "Three a hundred a month, half to each side, as a start; the fit may halve or double them.": (
        "Tre af hundrede om måneden, halvdelen til hver side, som begyndelse; tilpasningen kan halvere eller fordoble dem."
    ),
    "Nobody returns: the counts do not say who does.": "Ingen kommer tilbage: tallene siger ikke, hvem der gør.",
    (
        "KIK, the investment of 2015-18 in the aktivitetsparate: fitted on what was known at the end of October 2016, "
        "forecast to January 2018."
    ): (
        "KIK, investeringen 2015-18 i de aktivitetsparate: tilpasset til det, man vidste i slutningen af oktober 2016, "
        "prognose til januar 2018."
    ),
    "A count with a standard error informs the fit; the others are what naive forecasts go by.": (
        "Et tal med en standardfejl bruges i tilpasningen; de andre er dem, som enkle prognoser går efter."
    ),
    (
        "Standard errors: chance of a world that leaves as the counts say (16 of 554, 11 of 227), and what the words leave "
        'open: 151 "new" among the 705 or ever (25), "about half" (27).'
    ): (
        "Standardfejl: tilfældigheden i en verden, hvor borgerne går ud, som tallene siger (16 af 554, 11 af 227), og det, "
        'ordene lader stå åbent: 151 "nye" blandt de 705 eller nogensinde (25), "omkring halvdelen" (27).'
    ),
    "What came after 31 October 2016.": "Hvad der kom efter 31. oktober 2016.",
    "162 new in January 2017 are 661 less 499, and 942 leavers 1,437 less 495: no outcomes of their own.": (
        "162 nye i januar 2017 er 661 minus 499, og 942, der er gået, er 1.437 minus 495: ingen udfald for sig."
    ),
    "Citizens who come during the run.": "Borgere, der kommer til undervejs.",
    "`ages`: the share of a stream's arrivals from each age to the next, the last with share 0 closing it.": (
        "`ages`: hvor stor en del af strømmens tilgang der er fra hver alder til den næste; den sidste med andelen 0 slutter den."
    ),
    (
        "Gross moves are far larger (about 4,000 a year each way, all ages); what matters here is the net by age and the "
        "few who arrive on a benefit."
    ): (
        "Flytninger i alt er langt flere (omkring 4.000 om året hver vej, alle aldre); det, der betyder noget her, er "
        "nettotallet efter alder og de få, der kommer til på en ydelse."
    ),
    "The plan's table for 2019, net, in kroner: support (forsoergelse), ordinary measures, investment (KIK II).": (
        "Planens tabel for 2019, netto, i kroner: forsørgelse, almindelig indsats, investering (KIK II)."
    ),
    (
        "The full-time persons behind each line were a chart that is lost; those here are judged, so the split of a "
        "deviation into price and volume is no better."
    ): (
        "Fuldtidspersonerne bag hver linje stod i en figur, der er gået tabt; dem her er skønnet, så en afvigelses deling i"
        " pris og mængde er ikke bedre end det."
    ),
    "Aabenraa as it was foreseen for 2019.": "Aabenraa, som man forudså 2019.",
    "Sections that stand here replace the national ones.": "Afsnit, der står her, træder i stedet for landets.",
    "Grades: A stated for Aabenraa 2019, B Aabenraa in another year or derived from its figures, C national, D judgement.": (
        "Datakvalitet: A oplyst for Aabenraa 2019, B Aabenraa i et andet år eller udledt af dens tal, C hele landet, D skøn."
    ),
    "the economy drifts from the day after: rates are those of 2019": "konjunkturen svinger fra dagen efter: raterne er dem fra 2019",
    "2019 was lived with KIK II and KIS": "2019 blev levet med KIK II og KIS",
    "Goals of the plan: which count, when, and the threshold.": "Planens mål: hvilket antal, hvornår, og grænsen.",
    "The budget already assumes them, so they are judged in a fit to the counts.": (
        "Budgettet forudsætter dem allerede, så de bedømmes i en tilpasning til det talte."
    ),
    (
        "The level of South Jutland is an input that is not known here: put it in as threshold, a share such as 0.045, or "
        "name it on the command line (simcase goals kik-ii --threshold sygefravaer-sydjysk=0.045)."
    ): (
        "Sydjyllands niveau er et tal, der ikke kendes her: skriv det som threshold, en andel som 0.045, eller nævn det på "
        "kommandolinjen (simcase goals kik-ii --threshold sygefravaer-sydjysk=0.045)."
    ),
    "The unknowns of the fit: multipliers with 1 as their prior and `sd` on the log scale.": (
        "Tilpasningens ukendte tal: faktorer, hvor 1 er skønnet, og `sd` er på en logaritmisk skala."
    ),
    "`from: []` any state, `to: []` any exit but the absorbing one.": (
        "`from: []` er alle tilstande, `to: []` alle veje ud undtagen den, man ikke kommer tilbage fra."
    ),
    "Groups with thin data share one multiplier.": "Grupper med få tal deler én faktor.",
    "Leaving foertidspension (death, pension) is not fitted.": "Afgangen fra førtidspension (død, folkepension) tilpasses ikke.",
    "Everybody by single year of age; those from 16 to state pension age are simulated.": (
        "Alle efter alder i hele år; de 16-årige og ældre til folkepensionsalderen simuleres."
    ),
    "Kinds of citizens, for life.": "Slags borgere, for livet.",
    "That is a simplification: people join an a-kasse, have children and leave the integration group.": (
        "Det er forenklet: folk melder sig ind i en a-kasse, får børn og forlader gruppen i integration."
    ),
    "'children' means that the citizen has children at home in the provider years; the rate classes say at which ages how many do.": (
        "'children' betyder, at borgeren har børn hjemme i de år, hvor man forsørger; satsklasserne siger, i hvilke aldre hvor mange har."
    ),
    "'integration' means refugees and reunified families within roughly the years of the programme.": (
        "'integration' betyder flygtninge og familiesammenførte i omtrent de år, programmet varer."
    ),
    "Step functions: each factor holds from its edge to the next.": "Trin: hver faktor gælder fra sin grænse til den næste.",
    (
        "The level of a profile means nothing by itself: a transition's rate is scaled so that its average over the "
        "citizens of the state is the yearly rate that was judged."
    ): (
        "Højden af en profil betyder intet i sig selv: raten for et skift ganges, så dens gennemsnit over borgerne i "
        "tilstanden er den årlige rate, der er skønnet."
    ),
    "by weeks since the origin of the spell's duration": "efter uger siden det tidspunkt, varigheden regnes fra",
    "by age now, in years": "efter alder nu, i år",
    "Staff that the municipality has.": "Det personale, kommunen har.",
    "The base rates are those of a world in which their hours reach everybody.": "Raterne er dem i en verden, hvor timerne når alle.",
    "Persons in each state on 1 July 2018, the same in every scenario.": (
        "Personer i hver tilstand 1. juli 2018, de samme i hvert scenarie."
    ),
    "Kontant- and uddannelseshjaelp are 1,130 together.": "Kontant- og uddannelseshjælp er 1.130 tilsammen.",
    "What the fitted world should show in 2019.": "Hvad den tilpassede verden skal vise i 2019.",
    (
        "Standard errors follow one rule, fixed before fitting: budget lines 0.5 % of the value; figures with a stated "
        "range half of it over 1.645; flows and mean stays without a range 15 % of the value."
    ): (
        "Standardfejl følger én regel, bestemt før tilpasningen: linjer i budgettet 0,5 % af værdien; tal med et oplyst "
        "spænd det halve af det delt med 1,645; tilgange, afgange og varigheder uden spænd 15 % af værdien."
    ),
    "The 1,130 of mid-2018 are the start, not a target.": "De 1.130 midt i 2018 er begyndelsen, ikke et mål.",
    (
        "What is counted rather than budgeted informs counts-2019 alone: a count of one month 5 % (a year later the count "
        "of September 2019 was 4 % higher), full-time employees 2.5 %, net unemployed on social assistance 15 %, a total "
        "2.5 %, shares 5 percentage points (4 % to work: 2, the share in a fleksjob: 2)."
    ): (
        "Det, der er talt og ikke budgetteret, bruges kun i counts-2019: et tal for en måned 5 % (et år senere var tallet "
        "for september 2019 4 % højere), ansatte på fuld tid 2,5 %, nettoledige på kontanthjælp 15 %, en sum 2,5 %, andele "
        "5 procentpoint (4 % i arbejde: 2, andelen i fleksjob: 2)."
    ),
    "Two vintages of one count both stand.": "To udgaver af det samme tal står begge.",
    "Without `fits` a target informs both fits; with `fits: []` it is only set beside.": (
        "Uden `fits` bruges et mål i begge tilpasninger; med `fits: []` vises det kun ved siden af."
    ),
    "Foertidspension has no target for its mean stay: it ends by death and pension age alone.": (
        "Førtidspension har intet mål for varigheden: den ender kun ved død og folkepensionsalder."
    ),
    "Moves between states: a yearly rate, and what multiplies it (duration, age, season, segment; a segment not named has factor 1).": (
        "Skift mellem tilstande: en årlig rate, og hvad der ganges på den (varighed, alder, sæson, gruppe; en gruppe, der "
        "ikke er nævnt, har faktoren 1)."
    ),
    "All are judged, and few are counted: the fit moves groups of them.": (
        "Alle er skønnet, og få er talt: tilpasningen flytter grupper af dem."
    ),
    "They are the rates of a world without KIK II and KIS, which are simulated.": (
        "De er raterne i en verden uden KIK II og KIS, som simuleres."
    ),
    "Reaching state pension age is a rule, so `exit` holds deaths and moving away alone.": (
        "At nå folkepensionsalderen er en regel, så `exit` rummer kun dødsfald og fraflytning."
    ),
    "From uddannelseshjaelp to kontanthjaelp is a rule at 30.": "Fra uddannelseshjælp til kontanthjælp er en regel ved 30 år.",
    (
        "A municipality of which only monthly counts of two benefits are known: as many persons as its counts say, who "
        "enter and leave at national rates."
    ): (
        "En kommune, om hvilken kun månedstal for to ydelser kendes: så mange personer, som dens tal siger, og de kommer "
        "til og går fra, som i hele landet."
    ),
    "`simcase forecast --calibration any-municipality --counts FILE` puts it at the first month counted, with the stock counted then.": (
        "`simcase forecast --calibration any-municipality --counts FIL` lader den begynde i den første måned, der er talt, "
        "med det antal, der er talt da."
    ),
    "January first.": "Januar først.",
    "What is named counted_LINE is how the count of a line swings; a place departs from it as far as its own counts say.": (
        "Det, der hedder counted_LINJE, er, hvordan tallet for en linje svinger; et sted afviger fra det, så vidt dets egne tal siger det."
    ),
    (
        "What a full-time person costs, at the prices of 2019; the state pays the same share of everyone on a line, "
        "whatever the weeks of each."
    ): (
        "Hvad en fuldtidsperson koster, i 2019-priser; staten betaler den samme del af alle på en linje, uanset hvor mange "
        "uger hver har haft ydelsen."
    ),
    "A municipality that knows its own price writes it here, in a copy of this file in the folder calibration of its own.": (
        "En kommune, der kender sin egen pris, skriver den her, i en kopi af denne fil i sin egen mappe calibration."
    ),
    (
        "The economy: what moves many transitions together, by month, from the last day that is known. "
        "docs/background/economy.md says how it is estimated."
    ): (
        "Konjunkturen: det, der flytter mange skift på én gang, måned for måned, fra den sidste dag, der kendes. "
        "docs/background/economy.md siger, hvordan den er estimeret."
    ),
    "A process above 0 is good times; it moves the log of the hazards of a group by its loading.": (
        "En proces over 0 er gode tider; den flytter logaritmen af raterne i en gruppe med gruppens vægt."
    ),
    "Regulation of rates, from the highest a-dagpenge of each year.": (
        "Regulering af satser, efter den højeste a-dagpengesats i hvert år."
    ),
    "What changes on a day inside the years that are played.": "Hvad der ændres på en dag i de år, der simuleres.",
    "A scenario takes a law away with an initiative of kind `terms` that suspends it by its id.": (
        "Et scenarie tager en lov bort med en indsats af slagsen `terms`, der i `suspends` nævner dens id."
    ),
    "Full-time persons nationally, as a share of persons aged 16 to 66: what stands in for a municipality's own counts.": (
        "Fuldtidspersoner i hele landet som en del af de 16- til 66-årige: det, der står i stedet for en kommunes egne tal."
    ),
    "Rates of 2019 in kroner.": "Satser i 2019, i kroner.",
    "A class says what its citizens are paid: share of persons on each rate.": (
        "En klasse siger, hvad dens borgere får: hvor stor en del af personerne der er på hver sats."
    ),
    "Each benefit state, segment and age falls in exactly one class.": "Hver ydelse, gruppe og alder hører til præcis én klasse.",
    "The group 'children' has children at home in the provider years only, so its classes by age carry the share who do.": (
        "Gruppen 'children' har kun børn hjemme i de år, hvor man forsørger, så dens klasser efter alder har den andel, der har."
    ),
    "Revalidering and efterloen have no class: they are outside the lines.": (
        "Revalidering og efterløn har ingen klasse: de er uden for linjerne."
    ),
    "Mixes are judgement; a share below 0 is a deduction.": "Blandinger er skønnet; en andel under 0 er et fradrag.",
    "By how much a wage beside a benefit lowers it: share of the wage deducted, from each wage in kroner a month on.": (
        "Hvor meget en løn ved siden af en ydelse sætter den ned: hvor stor en del af lønnen der trækkes fra, fra hver løn "
        "i kroner om måneden."
    ),
    "The threshold of 30 and 55 % follows the full regulation; benefits had 0.75 points less to 2023.": (
        "Grænsen på 30 og 55 % følger den fulde regulering; ydelserne fik 0,75 point mindre til 2023."
    ),
    "What is paid of what the rates say: sanctions, holidays and a spouse's income lower it.": (
        "Hvad der betales af det, satserne siger: sanktioner, ferie og ægtefællens indkomst sætter det ned."
    ),
    "Fitted by line.": "Tilpasset linje for linje.",
    "Who pays.": "Hvem der betaler.",
    "The share is the state's; the municipality pays the rest of gross.": "Andelen er statens; kommunen betaler resten af brutto.",
    (
        "What the municipality pays out is refunded (refusion); a-dagpenge and foertidspension are paid by others and "
        "co-financed by the municipality (medfinansiering) at one minus the state's share."
    ): (
        "Det, kommunen udbetaler, refunderes (refusion); a-dagpenge og førtidspension betales af andre, og kommunen betaler"
        " sin del (medfinansiering), som er én minus statens andel."
    ),
    "The arithmetic is the same.": "Regnestykket er det samme.",
    "The order matters: the first cohort that fits a citizen is used.": (
        "Rækkefølgen betyder noget: den første gruppe, der passer på en borger, bruges."
    ),
    "Those granted later, or in a new spell where spell_before is given, are on the ladder.": (
        "De, der er tilkendt senere, eller i et nyt forløb, hvor spell_before er nævnt, er på trappen."
    ),
    "Another law can be laid beside this one: the state's share by column from the first day of a year, the others unchanged.": (
        "En anden lov kan lægges ved siden af denne: statens andel i hver kolonne fra den første dag i et år, de andre uændret."
    ),
    (
        "Spending on measures that the state refunds by half, within a ceiling that is not reached here; a law ends it for "
        "a-dagpenge and sygedagpenge with June 2019 (laws.yaml)."
    ): (
        "Udgifter til indsats, som staten refunderer halvt, inden for et loft, der ikke nås her; en lov ender det for "
        "a-dagpenge og sygedagpenge med juni 2019 (laws.yaml)."
    ),
    "The plan's measures are net of it.": "Planens indsats er uden den.",
    "That of most other groups ended with 2018.": "Den for de fleste andre grupper endte med 2018.",
    "What the state grants for refugees and reunified families in the integration programme.": (
        "Hvad staten giver i tilskud for flygtninge og familiesammenførte i integrationsprogrammet."
    ),
    "Only those on the benefit are simulated in the programme.": "Kun de, der får ydelsen, simuleres i programmet.",
    "Statutory decisions.": "Beslutninger efter loven.",
    "Laws to May 2023, of which the counts show what they do; later ones are told as missing.": (
        "Love til maj 2023, hvis virkning tallene viser; senere love nævnes som manglende."
    ),
}
