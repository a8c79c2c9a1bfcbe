"""Comments of scenarios and initiatives in Danish, by their sentences."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "Weeks count from the origin of the spell's duration; outcome shares sum to 1.": (
        "Uger tælles fra det tidspunkt, varigheden regnes fra; andelene af udfald giver 1 tilsammen."
    ),
    "Staff that initiatives share.": "Personale, som indsatser deler.",
    "The base rates hold the time that citizens had in 2019, so a pool has only the hours beyond it.": (
        "Raterne rummer den tid, borgerne fik i 2019, så en pulje har kun timerne ud over den."
    ),
    "States: which budget line pays them, and what the refusion ladder makes of them.": (
        "Tilstande: hvilken linje i budgettet der betaler dem, og hvad refusionstrappen gør ved dem."
    ),
    "Employment, education, self-support, efterloen and exit have no line; revalidering is outside the plan's nine lines.": (
        "Beskæftigelse, uddannelse, selvforsørgelse, efterløn og exit har ingen linje; revalidering er uden for planens ni linjer."
    ),
    "Kontanthjaelp and uddannelseshjaelp each keep the elapsed duration when a citizen moves between their two states.": (
        "Kontanthjælp og uddannelseshjælp beholder hver den tid, der er gået, når en borger skifter mellem deres to tilstande."
    ),
    "The nine lines of the 2019 budget table; foertidspension stands beside it.": (
        "De ni linjer i budgettets tabel for 2019; førtidspension står ved siden af."
    ),
    "What the law of today has beside the rules of 2019.": "Hvad dagens lov har ud over reglerne fra 2019.",
    "The regulation of rates is from the highest a-dagpenge of each year; after 2026 it is an assumption.": (
        "Reguleringen af satser er efter den højeste a-dagpengesats i hvert år; efter 2026 er den en forudsætning."
    ),
    "Sections that add to those of 2019; all others take their place.": (
        "Afsnit, der lægges til dem fra 2019; alle andre træder i deres sted."
    ),
    "What changed when.": "Hvad der blev ændret hvornår.",
    "2,500 and 5,000 kr. at the level of 2025, in kroner of the index's base year": (
        "2.500 og 5.000 kr. på 2025-niveau, i kroner fra indeksets basisår"
    ),
    (
        "Rates that later laws brought, at the level of the year in which they were stated; all others are those of 2019, "
        "regulated by the index."
    ): ("Satser, som senere love kom med, på niveauet i det år, de blev oplyst for; alle andre er dem fra 2019, reguleret med indekset."),
    "By how much a wage beside a benefit lowers it, apart for what the law of July 2025 changes apart.": (
        "Hvor meget en løn ved siden af en ydelse sætter den ned, hver for sig for det, som loven fra juli 2025 ændrer hver for sig."
    ),
    ("Staff that initiatives share. citizen_time has only the hours beyond those that the base rates hold; caseworkers has all of them."): (
        "Personale, som indsatser deler. citizen_time har kun timerne ud over dem, raterne rummer; caseworkers har alle."
    ),
    "Ways out of working life that came after 2019.": "Veje ud af arbejdslivet, der kom efter 2019.",
    "Persons as a share of those aged 16 to 66.": "Personer som en del af de 16- til 66-årige.",
    "Moves that a municipality's own add to.": "Skift, som en kommunes egne lægges til.",
    "How many go into either is unknown: one in six of those at the age and on a lasting benefit a year, few others.": (
        "Hvor mange der går over i dem, vides ikke: en af seks om året af dem, der har alderen og er på en varig ydelse, og få andre."
    ),
    "KIS is in baseline.": "KIS er i grundlaget (baseline).",
    "UU mentors end in summer 2019 as planned; small jobs begin in 2019, as in the scenario of that name.": (
        "UU-mentorerne slutter i sommeren 2019 som planlagt; småjobs begynder i 2019 som i scenariet af det navn."
    ),
    "A-dagpenge, first of three efforts: early help to those at risk of a long spell.": (
        "A-dagpenge, den første af tre indsatser: tidlig hjælp til dem, der kan få et langt forløb."
    ),
    "About a third of the target is judged to be at risk (share).": (
        "Omkring en tredjedel af målgruppen skønnes at være i fare for det (share)."
    ),
    "It ran in 2019 and is not simulated in the fit, so the base rates hold all of it: to stop it takes its effect away.": (
        "Den var i gang i 2019 og simuleres ikke i tilpasningen, så raterne rummer den helt: at standse den tager dens virkning bort."
    ),
    "The 0.70 mio. kr. of KIK II for a-dagpenge in 2019 are among the costs of kik-ii.": (
        "KIK II's 0,70 mio. kr. til a-dagpenge i 2019 er blandt udgifterne i kik-ii."
    ),
    "Its cost is in the plan's ordinary frame, which the model keeps when the effort stops.": (
        "Udgiften er i planens almindelige ramme, som modellen beholder, når indsatsen standser."
    ),
    "A-dagpenge, second of three efforts: more help late in the spell, here from a year on (by law about sixteen months).": (
        "A-dagpenge, den anden af tre indsatser: mere hjælp sent i forløbet, her fra et år (efter loven omkring seksten måneder)."
    ),
    "A-dagpenge, third of three efforts: targeted upskilling as it ran in 2019.": (
        "A-dagpenge, den tredje af tre indsatser: målrettet opkvalificering, som den var i 2019."
    ),
    "More courses than that are the programme opkvalificering.": "Flere kurser end dem er forløbet opkvalificering.",
    "Contact time: what more hours with citizens change, whoever frees or employs them.": (
        "Tid med borgerne: hvad flere timer med borgerne ændrer, hvem der end frigør eller ansætter dem."
    ),
    "Not an effort of its own: it takes the hours of citizen_time.": "Ikke en indsats for sig: den bruger timerne i citizen_time.",
    "At full dose half an hour a week for each citizen, about what 14 more staff (518 hours) were for the 1,050 of KIK II.": (
        "Ved fuld dosis en halv time om ugen til hver borger, omtrent som de 14 ekstra ansatte (518 timer) var for KIK II's 1.050."
    ),
    "citizen_time has no hours in the base, so neither is there a dose.": (
        "citizen_time har ingen timer i grundlaget, så dér er heller ingen dosis."
    ),
    "Ressourceforløb and revalidering go on for new citizens: the law that closes them is taken away.": (
        "Ressourceforløb og revalidering fortsætter for nye borgere: loven, der lukker dem, er taget bort."
    ),
    "The law froze what was used of the right from 1 March to 31 August 2020 (national rule, grade C).": (
        "Loven lod det, der var brugt af retten, stå stille fra 1. marts til 31. august 2020 (landets regel, datakvalitet C)."
    ),
    "Frozen again from 1 January 2021, extended twice, to 30 June (laws 57/2021 and later, grade B: {}).": (
        "Stod stille igen fra 1. januar 2021, forlænget to gange, til 30. juni (lov 57/2021 og senere, datakvalitet B: {})."
    ),
    "Earlier contact on sygedagpenge: a first talk by the fourth week instead of the eighth, with the employer where there is one.": (
        "Tidligere kontakt på sygedagpenge: en første samtale senest i den fjerde uge i stedet for den ottende, med "
        "arbejdsgiveren, hvor der er en."
    ),
    "Fast track: on request within five weeks, the first talk comes within two weeks instead of in week eight.": (
        "Fast track: efter anmodning inden fem uger kommer den første samtale inden for to uger i stedet for i uge otte."
    ),
    "Few ask for it; a tenth is judged (share).": "Få beder om det; en tiendedel er skønnet (share).",
    "Fastholdelsesteam: keeps people who are sick from a job, or in a fleksjob, in it.": (
        "Fastholdelsesteam: holder fast på dem, der er syge fra et job eller er i et fleksjob."
    ),
    "IGU: two years of company-based training for refugees under 40.": ("IGU: to års oplæring i en virksomhed for flygtninge under 40 år."),
    "About 1,500 contracts in the country's first two years; none are counted for the municipality.": (
        "Omkring 1.500 aftaler i hele landet i de første to år; for kommunen er ingen talt."
    ),
    "The integration programme: language school plus company placement, 37 hours a week together.": (
        "Integrationsprogrammet: sprogskole og virksomhedspraktik, tilsammen 37 timer om ugen."
    ),
    "Its goal, 60 % self-supporting, is over all in the programme; only those on the benefit are simulated.": (
        "Dets mål, 60 % selvforsørgende, gælder alle i programmet; kun de, der får ydelsen, simuleres."
    ),
    "Ordinary measures 7.425 mio. kr. in 2019, which the model keeps when the effort stops.": (
        "Almindelig indsats 7,425 mio. kr. i 2019, som modellen beholder, når indsatsen standser."
    ),
    "Gross: in employment just over 11 % in December 2015, 37 % in May 2018; the same rise was seen in the whole country.": (
        "Brutto: i beskæftigelse godt 11 % i december 2015, 37 % i maj 2018; den samme stigning er set i hele landet."
    ),
    "Job over graensen: a recruitment manager for jobs across the German border, from 2017.": (
        "Job over grænsen: en rekrutteringsansvarlig for job på den anden side af den tyske grænse, fra 2017."
    ),
    "Gross: 62 persons in full-time jobs in 2017 (target 30), in both directions and four municipalities, at 0.6 mio. kr. (EU funds).": (
        "Brutto: 62 personer i job på fuld tid i 2017 (mål 30), i begge retninger og fire kommuner, for 0,6 mio. kr. (EU-midler)."
    ),
    "0.6 mio. kr. in 2017, paid by EU funds and four municipalities: no local cost is known.": (
        "0,6 mio. kr. i 2017, betalt af EU-midler og fire kommuner: ingen lokal udgift kendes."
    ),
    "Jobafklaring: what is done for those sick after 22 weeks who do not meet the rules for extension.": (
        "Jobafklaring: hvad der gøres for dem, der er syge efter 22 uger og ikke opfylder reglerne for forlængelse."
    ),
    "Ordinary measures 3.473 mio. kr. in 2019, which the model keeps when the effort stops.": (
        "Almindelig indsats 3,473 mio. kr. i 2019, som modellen beholder, når indsatsen standser."
    ),
    "KIK II: the investment in everybody on kontant- and uddannelseshjaelp, July 2018 to June 2022.": (
        "KIK II: investeringen i alle på kontant- og uddannelseshjælp, juli 2018 til juni 2022."
    ),
    "The base rates are those of a world without it: the fit simulates it.": (
        "Raterne er dem i en verden uden den: tilpasningen simulerer den."
    ),
    "60.5 mio. kr. over four years, 12.45 of them in 2019 (11.75 and 0.70); the rest is spread over the other months in proportion.": (
        "60,5 mio. kr. over fire år, 12,45 af dem i 2019 (11,75 og 0,70); resten er fordelt forholdsmæssigt på de andre måneder."
    ),
    (
        "Gross, before and after, of KIK in 2016-18: 1,008 aktivitetsparate fell to 495; of 942 who left 445 became "
        "self-supporting; 1,437 were treated."
    ): (
        "Brutto, før og efter, af KIK i 2016-18: 1.008 aktivitetsparate blev til 495; af 942, der gik ud, blev 445 "
        "selvforsørgende; 1.437 var med."
    ),
    "Of KIK II: 1,130 on the benefit at its start, just over 1,100 in June 2019.": (
        "Af KIK II: 1.130 på ydelsen ved begyndelsen, godt 1.100 i juni 2019."
    ),
    "14 full-time staff, here part of the effect and not a limit.": ("14 ansatte på fuld tid, her en del af virkningen og ikke en grænse."),
    "KINA: nytteindsats, work for the benefit, mostly for those on kontanthjaelp whom no firm takes.": (
        "KINA: nytteindsats, arbejde for ydelsen, mest for dem på kontanthjælp, som ingen virksomhed tager."
    ),
    "The first day is not published; it ran when the simulated world begins.": (
        "Den første dag er ikke offentliggjort; den var i gang, da den simulerede verden begynder."
    ),
    "Places and price are not published.": "Pladser og pris er ikke offentliggjort.",
    "The threat before it begins, fewer who apply, is not simulated.": "Truslen, før den begynder, at færre søger, simuleres ikke.",
    "KIS: the municipal service corps, fleksjob of up to four hours a week after twelve months on ledighedsydelse.": (
        "KIS: kommunens servicekorps, fleksjob på op til fire timer om ugen efter tolv måneder på ledighedsydelse."
    ),
    "The corps matches those who have waited longest; a place is bound up while a fleksjob is found, then it is free for the next.": (
        "Korpset finder job til dem, der har ventet længst; en plads er optaget, mens et fleksjob findes, og er så fri til den næste."
    ),
    "Its cost is in the ordinary budget; places and price are not published.": (
        "Udgiften er i det almindelige budget; pladser og pris er ikke offentliggjort."
    ),
    "KUI: the coordinated youth effort, one team, sustained support and after-care for those under 25.": (
        "KUI: den koordinerede ungeindsats, ét team, støtte, der holder ved, og efterværn for dem under 25 år."
    ),
    "Fewer who enter uddannelseshjaelp would be a second mechanism (a diversion); it is not simulated here.": (
        "Færre, der kommer på uddannelseshjælp, ville være en virkning til (en diversion); den simuleres ikke her."
    ),
    "More small jobs under the kontanthjælp of July 2025: nothing is deducted for the first 2,500 or 5,000 kr. of a month.": (
        "Flere småjobs med kontanthjælpen fra juli 2025: intet trækkes fra for de første 2.500 eller 5.000 kr. i en måned."
    ),
    "Besides the review a few move to jobafklaring later; while nobody was moved, they were not either.": (
        "Ud over revurderingen skifter nogle få til jobafklaring senere; mens ingen blev flyttet, blev de det heller ikke."
    ),
    "The base rates are those of a world without it.": "Raterne er dem i en verden uden den.",
    "Opkvalificering: more short courses and campaigns where labour is short.": (
        "Opkvalificering: flere korte kurser og kampagner, hvor der mangler arbejdskraft."
    ),
    "For adult apprentices and ny mesterlaere no effect and no places are known.": (
        "For voksenlærlinge og ny mesterlære kendes hverken virkning eller pladser."
    ),
    "The places of 2019 are in the base rates; these are places beyond them.": (
        "Pladserne i 2019 er i raterne; dette er pladser ud over dem."
    ),
    "Half of a course is refunded, and what is declared is what the municipality pays.": (
        "Halvdelen af et kursus refunderes, og det, der står, er det, kommunen betaler."
    ),
    "The contact that there was in Aabenraa in 2019: what the base rates hold.": (
        "Den kontakt, der var i Aabenraa i 2019: det, raterne rummer."
    ),
    "It does nothing by itself; with fewer hours than it needs, exits become slower.": (
        "Den gør intet i sig selv; med færre timer, end den kræver, bliver afgangen langsommere."
    ),
    "The base rates are those of a world with all of it.": "Raterne er dem i en verden med den helt.",
    "1.35 hours a week for each citizen: 120 staff of 37 hours ({}) for about 3,300 citizens.": (
        "1,35 timer om ugen til hver borger: 120 ansatte på 37 timer ({}) til omkring 3.300 borgere."
    ),
    "The contact that there is today: what the base rates hold.": "Den kontakt, der er i dag: det, raterne rummer.",
    "Rejsehold: a trial of the agreement of 2024: early contact with the employer, first talks held at the workplace.": (
        "Rejsehold: en prøve efter aftalen fra 2024: tidlig kontakt med arbejdsgiveren, første samtaler holdt på arbejdspladsen."
    ),
    "Three in ten are judged to be reached (share).": "Tre af ti skønnes at blive nået (share).",
    "No price is published; the staff is moved, not added.": "Ingen pris er offentliggjort; personalet flyttes, det bliver ikke flere.",
    "Ressourceforloeb: help from several sides for complex problems, else foertidspension.": (
        "Ressourceforløb: hjælp fra flere sider til sammensatte problemer, ellers førtidspension."
    ),
    (
        "Of those completed in 2018 in the country: 56 % foertidspension, 25 % fleksjob or ledighedsydelse, 4 % a job; by "
        "municipality 20-76 % foertidspension."
    ): (
        "Af dem, der blev afsluttet i 2018 i hele landet: 56 % førtidspension, 25 % fleksjob eller ledighedsydelse, 4 % et "
        "job; fra kommune til kommune 20-76 % førtidspension."
    ),
    "Ordinary measures 2.492 mio. kr. in 2019, which the model keeps when the effort stops.": (
        "Almindelig indsats 2,492 mio. kr. i 2019, som modellen beholder, når indsatsen standser."
    ),
    "The kontanthjælp of July 2025 taken away: the rates, deductions and states before it.": (
        "Kontanthjælpen fra juli 2025 taget bort: satser, fradrag og tilstande fra før den."
    ),
    "The investment in sickness of 2019-22: 16.5 mio. kr., to make sickness a week shorter, 39 full-year persons.": (
        "Investeringen i sygdom 2019-22: 16,5 mio. kr. for at gøre sygdom en uge kortere, 39 helårspersoner."
    ),
    "The target by itself takes a ratio of 1.05 at a mean of 20.5 weeks, 1.08 at 13.6; what is shipped is what is judged likely.": (
        "Målet alene kræver et forhold på 1,05 ved et gennemsnit på 20,5 uger, 1,08 ved 13,6; det, der følger med, er det, "
        "der skønnes sandsynligt."
    ),
    "Extended several times, to 30 June 2021 (national rule, grade C: {}).": (
        "Forlænget flere gange, til 30. juni 2021 (landets regel, datakvalitet C: {})."
    ),
    "Small jobs: more and better short or part-time jobs beside kontant- og uddannelseshjaelp.": (
        "Småjobs: flere og bedre korte job eller deltidsjob ved siden af kontant- og uddannelseshjælp."
    ),
    "A what-if: the agreement has more and better small jobs from January 2024 ({}).": (
        "Et hvad nu hvis: aftalen har flere og bedre småjobs fra januar 2024 ({})."
    ),
    "Team Tidlig Indsats: early clarification of sickness, over eight weeks.": (
        "Team Tidlig Indsats: tidlig afklaring af sygdom, over otte uger."
    ),
    (
        "Three caseworkers fewer: 111 hours a week leave the pool from a day on, and their wages are saved. "
        "ordinary-contact-2019 says what the hours did."
    ): (
        "Tre sagsbehandlere færre: 111 timer om ugen forlader puljen fra en dag, og deres løn er sparet. "
        "ordinary-contact-2019 siger, hvad timerne gjorde."
    ),
    "Kroner below nothing are saved: three posts a year.": "Kroner under nul er sparet: tre stillinger om året.",
    (
        "Three caseworkers fewer: 111 hours a week leave the pool from a day on, and their wages are saved. "
        "ordinary-contact says what the hours did."
    ): (
        "Tre sagsbehandlere færre: 111 timer om ugen forlader puljen fra en dag, og deres løn er sparet. ordinary-contact "
        "siger, hvad timerne gjorde."
    ),
    "Kroner below nothing are saved: three posts a year, half a year of them in 2026.": (
        "Kroner under nul er sparet: tre stillinger om året, et halvt år af dem i 2026."
    ),
    "Tidsstudie: from spring 2024 the time of each kind of case is measured, to move hours from administration to citizens.": (
        "Tidsstudie: fra foråret 2024 måles tiden til hver slags sag, for at flytte timer fra administration til borgere."
    ),
    "It acts only through staff: the hours join citizen_time, and contact-time says what hours with citizens change.": (
        "Den virker kun gennem personalet: timerne lægges til citizen_time, og contact-time siger, hvad timer med borgere ændrer."
    ),
    "Trappemodellen: partial return, placement, support and retention for those sick from a job.": (
        "Trappemodellen: delvis tilbagevenden, praktik, støtte og fastholdelse for dem, der er syge fra et job."
    ),
    "Three in five are judged to have a job to return to (share).": "Tre af fem skønnes at have et job at vende tilbage til (share).",
    "UU mentors: five mentors for young people between school and youth education, a project of two years that ends in summer 2019.": (
        "UU-mentorer: fem mentorer for unge mellem skole og ungdomsuddannelse, et projekt på to år, der slutter i sommeren 2019."
    ),
    "Target: 35 young people who would else be on uddannelseshjaelp a year after turning 18.": (
        "Mål: 35 unge, der ellers ville være på uddannelseshjælp et år efter, at de fyldte 18."
    ),
    "Five mentors of UU; their cost is not on the lines of the jobcentre's budget.": (
        "Fem mentorer i UU; udgiften er ikke på linjerne i jobcentrets budget."
    ),
    (
        "Velfaerdsaftale 2024-26: own trials and simpler ways of working within existing law; the exemption from the law "
        "was refused in August 2023."
    ): (
        "Velfærdsaftale 2024-26: egne forsøg og enklere måder at arbejde på inden for loven; fritagelsen fra loven blev "
        "afslået i august 2023."
    ),
    "Its four trials are small-jobs, rejsehold, videovejledning and tidsstudie; what is here is what the agreement itself may free.": (
        "Dens fire forsøg er small-jobs, rejsehold, videovejledning og tidsstudie; det, der er her, er det, aftalen selv kan frigøre."
    ),
    "Videovejledning: from January 2024 the first talk is freed from going through rights and duties, which stand in a film.": (
        "Videovejledning: fra januar 2024 skal den første samtale ikke gennemgå rettigheder og pligter; de vises i en film."
    ),
    (
        "Virksomhedspraktik: more placements in firms as a springboard, for those on kontant- and uddannelseshjaelp who are"
        " ready for work or education."
    ): (
        "Virksomhedspraktik: flere praktikker i virksomheder som springbræt for dem på kontant- og uddannelseshjælp, der er"
        " parate til arbejde eller uddannelse."
    ),
}
