"""Sources and notes of municipalities' figures, in Danish: the English text of a file, and what a Danish reader is shown."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "whoever is on neither benefit": "de, der ikke er på nogen af de to ydelser",
    "Jobindsats y25i01": "Jobindsats y25i01",
    "Jobindsats y60a02": "Jobindsats y60a02",
    "six who may come for each on a-dagpenge; more would cost time and hardly move a figure": (
        "seks, der kan komme, for hver på a-dagpenge; flere ville koste tid og næppe flytte et tal"
    ),
    "a municipality of middle size": "en kommune af middel størrelse",
    "Jobindsats y25i01, mean change from month to month, 58 municipalities, August 2021 to May 2023": (
        "Jobindsats y25i01, gennemsnitlig ændring fra måned til måned, 58 kommuner, august 2021 til maj 2023"
    ),
    "Jobindsats y60a02, mean change from month to month, 58 municipalities, August 2021 to May 2023": (
        "Jobindsats y60a02, gennemsnitlig ændring fra måned til måned, 58 kommuner, august 2021 til maj 2023"
    ),
    "March to June 2022 left out, when refugees from Ukraine came, and June taken to lie between May and July": (
        "marts til juni 2022 er udeladt, da der kom flygtninge fra Ukraine, og juni er sat mellem maj og juli"
    ),
    (
        "below the turnover of docs/background/economy.md, since one rate for all durations is to answer the economy as slowly as "
        "those do who stay; by scores of 20 municipalities"
    ): (
        "under omsætningen i docs/background/economy.md, da én rate for alle varigheder skal svare konjunkturen så langsomt, som "
        "de gør, der bliver; efter 20 kommuners resultater"
    ),
    "as many as leave": "så mange, som der forlader",
    "what a level of many months leaves open": "det, et niveau over mange måneder lader stå åbent",
    "rates are known to about a quarter": "rater kendes på en fjerdedel nær",
    "likelihood of counts of 20 municipalities, Jobindsats y60a02, August 2021 to May 2023 (docs/background/seasons.md)": (
        "det, der gør tallene fra 20 kommuner rimeligst, Jobindsats y60a02, august 2021 til maj 2023 (docs/background/seasons.md)"
    ),
    "rather low, since entries answer it by powers": "hellere lavt, for tilgangen svarer på den i potenser",
    "scores of 20 municipalities, foreseen from June to December 2023, Jobindsats y25i01 and y60a02": (
        "resultater for 20 kommuner, forudset fra juni til december 2023, Jobindsats y25i01 og y60a02"
    ),
    "highest a-dagpenge by year, as in dk-2026": "højeste a-dagpenge år for år, som i dk-2026",
    "gross spending over full-time persons of 2019, as-is of aabenraa-2019": (
        "bruttoudgift over fuldtidspersoner i 2019, as-is i aabenraa-2019"
    ),
    (
        "High: 106,074 kr. a recipient of kontanthjælp and uddannelseshjælp in 2019 ({}) if that is after the state's share, which the "
        "page does not say; before it, it is 8,840 kr. a month."
    ): (
        "Højt: 106.074 kr. pr. modtager af kontanthjælp og uddannelseshjælp i 2019 ({}) regnet efter statens andel, hvad siden "
        "ikke siger; før den er det 8.840 kr. om måneden."
    ),
    "one price for all": "én pris for alle",
    "Act 994 of 30 August 2015 on municipal financing of benefits, section 6": (
        "bekendtgørelse 994 af 30. august 2015 om kommunal finansiering af ydelser, § 6"
    ),
    "Financing act, section 5": "finansieringsloven, § 5",
    "the state's part of gross spending in 2019, as-is of aabenraa-2019": "statens del af bruttoudgiften i 2019, as-is i aabenraa-2019",
    "Aabenraa Kommune, Beskæftigelsesplan 2019, budget 2019": "Aabenraa Kommune, Beskæftigelsesplan 2019, budget 2019",
    "stock expected by those who know the caseload, between local counts and the budget": (
        "antal ventet af dem, der kender sagerne, mellem lokale tal og budgettet"
    ),
    "yearly entries expected, after national spells per person in stock": (
        "årlig tilgang ventet, efter landets forløb pr. person i antallet"
    ),
    "mean stay expected": "ventet gennemsnitlig varighed",
    "winter over summer; 764 in August and 946 in December 2019 ({})": "vinter over sommer; 764 i august og 946 i december 2019 ({})",
    "Jobcenter Aabenraa, insured unemployed ({})": "Jobcenter Aabenraa, forsikrede ledige ({})",
    "StatBank Denmark, LBESK69": "Danmarks Statistik, LBESK69",
    "StatBank Denmark, AUK01": "Danmarks Statistik, AUK01",
    "Aabenraa Kommune, KIK II: just over 1,100 in June 2019": "Aabenraa Kommune, KIK II: godt 1.100 i juni 2019",
    "Aabenraa Kommune, Arbejdsmarkedsudvalget 5 October 2020 ({})": "Aabenraa Kommune, Arbejdsmarkedsudvalget 5. oktober 2020 ({})",
    "national, one month after ressourceforloeb, 2018 ({})": "hele landet, en måned efter ressourceforløb, 2018 ({})",
    "Aabenraa, KIK: 445 of 942 leavers by January 2018 were self-supporting ({})": (
        "Aabenraa, KIK: 445 af de 942, der forlod, var selvforsørgende i januar 2018 ({})"
    ),
    "Jobcenter Aabenraa, persons attached to the jobcentre ({})": "Jobcenter Aabenraa, personer tilknyttet jobcentret ({})",
    "share of awards of foertidspension, 2019; no source found": "andel af tilkendte førtidspensioner, 2019; ingen kilde fundet",
    "national, insured unemployed, August 2014 ({})": "hele landet, forsikrede ledige, august 2014 ({})",
    "761 turn 16 in 2019, 813 in 2020: the population table (StatBank BY2, {})": (
        "761 fylder 16 i 2019, 813 i 2020: befolkningstabellen (Danmarks Statistik BY2, {})"
    ),
    "the states": "tilstandene",
    (
        "net migration by age 2018-19 by the cohort method, StatBank BY2 and FOD207, with outcomes after yearly moves balanced by "
        "iterative proportional fitting"
    ): (
        "nettoflytning efter alder 2018-19 efter kohortemetoden, Danmarks Statistik BY2 og FOD207, med udfald efter årlige "
        "overgange afstemt ved gentagen proportional tilpasning"
    ),
    "yearly moves balanced by iterative proportional fitting": "årlige overgange afstemt ved gentagen proportional tilpasning",
    "9 received in 2018 ({}), family reunion adds 60-80 % (judgement)": (
        "9 modtaget i 2018 ({}), familiesammenføring lægger 60-80 % til (skøn)"
    ),
    "chosen so that the programme's stock falls from 95 in mid-2018 to about 75 in 2019": (
        "valgt, så antallet i programmet falder fra 95 i midten af 2018 til omkring 75 i 2019"
    ),
    "what the line assumes, by its net price beside local counts": "det, linjen forudsætter, efter dens nettopris ved siden af lokale tal",
    "Statistics Denmark, StatBank BY2, both sexes ({})": "Danmarks Statistik, BY2, begge køn ({})",
    ("69 % of the workforce insured in 2019 after 72 % in 2012 and 69 % in 2015 ({}); 42 % with children at home in the provider years"): (
        "69 % af arbejdsstyrken forsikret i 2019 efter 72 % i 2012 og 69 % i 2015 ({}); 42 % med hjemmeboende børn i forsørgerårene"
    ),
    "refugees settled 2014-19 and their families, about 400 of working age, 20-45 years old": (
        "flygtninge boligplaceret 2014-19 og deres familier, omkring 400 i den arbejdsduelige alder, 20-45 år"
    ),
    (
        "mixture of fast and slow leavers, S(t) = 0.64 exp(-0.138 t) + 0.36 exp(-0.021 t), t in weeks, fitted to a mean of about "
        "20 weeks and a fifth of the stock past one year"
    ): (
        "blanding af hurtige og langsomme, S(t) = 0,64 exp(-0,138 t) + 0,36 exp(-0,021 t), t i uger, tilpasset et gennemsnit på "
        "omkring 20 uger og en femtedel af antallet over et år"
    ),
    "shape of the national stock, 2.8 % a month left in the first 18 months and 1.9 % in the next 12 ({})": (
        "formen på landets antal, 2,8 % om måneden forlod i de første 18 måneder og 1,9 % i de næste 12 ({})"
    ),
    "26 % of starters stay the whole second year ({})": "26 % af dem, der begynder, bliver hele det andet år ({})",
    "clarification of the ability to work takes half a year to a year": "afklaring af arbejdsevnen tager et halvt til et helt år",
    "survival 68, 52, 42 and 30 % at weeks 4, 8, 13 and 22 counted from the first municipal payment, a mean of 13.5 weeks": (
        "68, 52, 42 og 30 % er der endnu efter 4, 8, 13 og 22 uger fra kommunens første udbetaling, 13,5 uger i gennemsnit"
    ),
    "lasting outcomes of sickness come late": "varige udfald af sygdom kommer sent",
    "before week 22 nobody is refused an extension; the review itself is a rule": (
        "før uge 22 nægtes ingen forlængelse; selve revurderingen er en regel"
    ),
    "a course lasts one to five years, mean 115 weeks": "et forløb varer et til fem år, 115 uger i gennemsnit",
    "job finding falls with time on ledighedsydelse": "jobfund falder med tiden på ledighedsydelse",
    "education begins young": "uddannelse begynder ung",
    "the young are between jobs and studies more often": "de unge er oftere mellem job og studier",
    "few leave school for full work before 18, most by 27": "få går fra skole til fuldt arbejde før 18, de fleste inden 27",
    "graduates become eligible for a-dagpenge in their twenties": "dimittender får ret til a-dagpenge i tyverne",
    "unemployment inflow is highest at 25-29": "tilgangen til ledighed er højest ved 25-29",
    "long-term unemployed aged 60 and over leave at half the average pace ({})": (
        "langtidsledige på 60 og derover forlader i det halve af gennemsnittets tempo ({})"
    ),
    "long sickness absence rises with age": "langt sygefravær stiger med alderen",
    "uddannelseshjaelp is for those under 30 without an education; the slope within is judgement": (
        "uddannelseshjælp er for dem under 30 uden uddannelse; hældningen inden for er skøn"
    ),
    "kontanthjaelp is for those over 30, or under 30 with an education; the slope within is judgement": (
        "kontanthjælp er for dem over 30, eller under 30 med uddannelse; hældningen inden for er skøn"
    ),
    "those under 30 without an education go to uddannelseshjaelp instead": "de under 30 uden uddannelse går til uddannelseshjælp i stedet",
    "fleksjob is granted in mid-life": "fleksjob bevilges midt i livet",
    "ressourceforloeb is mostly for those under 50": "ressourceforløb er mest for dem under 50",
    "foertidspension is rarely granted under 40 since 2013": "førtidspension tilkendes sjældent under 40 siden 2013",
    "about 15 awards a year at 18-20": "omkring 15 tilkendelser om året ved 18-20",
    "efterloen from 62 to 63 for those born 1955-58 ({}); the slope is judgement": (
        "efterløn fra 62 til 63 for dem født 1955-58 ({}); hældningen er skøn"
    ),
    "net out-migration by age 2018-19 by the cohort method, StatBank BY2 and FOD207, plus deaths": (
        "nettofraflytning efter alder 2018-19 efter kohortemetoden, Danmarks Statistik BY2 og FOD207, plus dødsfald"
    ),
    "slope of deaths by age; 93-98 deaths a year at 16-66, StatBank FOD207": (
        "dødsfaldenes hældning efter alder; 93-98 dødsfald om året ved 16-66, Danmarks Statistik FOD207"
    ),
    "with job_finding the monthly stock follows a winter-to-summer ratio of about 1.2, as counted in Aabenraa 2018-20": (
        "med job_finding følger månedens antal et forhold mellem vinter og sommer på omkring 1,2, som talt i Aabenraa 2018-20"
    ),
    "hiring is strongest in spring": "der ansættes mest om foråret",
    "most graduate in summer, some in January": "de fleste dimitterer om sommeren, nogle i januar",
    "half the season of a-dagpenge": "den halve sæson af a-dagpenges",
    "few are counted, and family reunion is judged": "få er talt, og familiesammenføring er skønnet",
    "a narrow band, since the price is computed from rates, family mix and refusion": (
        "et snævert bånd, da prisen er regnet ud fra satser, familier og refusion"
    ),
    "Aabenraa Kommune, Beskæftigelsesplan 2019": "Aabenraa Kommune, Beskæftigelsesplan 2019",
    "KIK II goal ({})": "KIK II's mål ({})",
    "Aabenraa Kommune, Beskæftigelsesplan 2020 ({})": "Aabenraa Kommune, Beskæftigelsesplan 2020 ({})",
    "93-98 deaths a year at 16-66 (StatBank FOD207) and net out-migration by age 2018-19 by the cohort method (StatBank BY2)": (
        "93-98 dødsfald om året ved 16-66 (Danmarks Statistik FOD207) og nettofraflytning efter alder 2018-19 efter kohortemetoden "
        "(Danmarks Statistik BY2)"
    ),
    "the split by state": "delingen efter tilstand",
    "about 40 a year of those extended at the review, whose own moves are a rule": (
        "omkring 40 om året af dem, der forlænges ved revurderingen, hvis egne overgange er en regel"
    ),
    "without a job": "uden job",
    "neither wage nor benefit": "hverken løn eller ydelse",
    "summer level of 2018 from 670 persons in September 2018 ({})": "sommerniveau i 2018 ud fra 670 personer i september 2018 ({})",
    "1,130 together at the start of KIK II ({})": "1.130 tilsammen ved KIK II's begyndelse ({})",
    "the split, with 495 aktivitetsparate in January 2018 ({})": "delingen, med 495 aktivitetsparate i januar 2018 ({})",
    "about 97 full-year persons behind the 2019 budget, falling by a fifth a year": (
        "omkring 97 helårspersoner bag budget 2019, faldende med en femtedel om året"
    ),
    "half a year before 35 in 2019": "et halvt år før 35 i 2019",
    "240-290 full-year persons in 2019, growing": "240-290 helårspersoner i 2019, stigende",
    "600-780 in 2019 from the day the municipality pays, summer level; 800 cases at the end of 2018 ({})": (
        "600-780 i 2019 fra den dag, kommunen betaler, sommerniveau; 800 sager ved udgangen af 2018 ({})"
    ),
    "about 300 at the end of 2018 ({})": "omkring 300 ved udgangen af 2018 ({})",
    "10-12 % of those granted a fleksjob ({})": "10-12 % af dem, der er bevilget fleksjob ({})",
    "about 1,250 in 2019, growing 4-6 % a year": "omkring 1.250 i 2019, stigende 4-6 % om året",
    "a small scheme": "en lille ordning",
    "about 2,800 in 2019, growing by about 80 a year": "omkring 2.800 i 2019, stigende med omkring 80 om året",
    "about 650 in 2019 with fleksydelse, falling": "omkring 650 i 2019 med fleksydelse, faldende",
    "No refusion by the weeks of each: nobody's weeks before the first month counted are known.": (
        "Ingen refusion efter den enkeltes uger: ingens uger før den første talte måned er kendt."
    ),
    "Highest over lowest month; the counts rise besides.": "Højeste over laveste måned; tallene stiger desuden.",
    "As published in October 2019.": "Som offentliggjort i oktober 2019.",
    "As published in October 2020, for the same month as 812.": "Som offentliggjort i oktober 2020, for samme måned som 812.",
    "Share: about 21,240 full-time of 23,600 employed persons, a judgement.": (
        "Andel: omkring 21.240 på fuld tid af 23.600 beskæftigede, et skøn."
    ),
    "Share: those not in activation, about 127 of 280 in 2019, a judgement.": (
        "Andel: dem, der ikke er i aktivering, omkring 127 af 280 i 2019, et skøn."
    ),
    "First quarter of 2020.": "Første kvartal 2020.",
    "National shares of 2017 are 31 % to a job and 21 % to education ({}).": (
        "Landets andele i 2017 er 31 % til job og 21 % til uddannelse ({})."
    ),
    (
        "Counts about 900 people besides these states: in the integration programme, in work with support, and young people "
        "without a benefit."
    ): ("Tæller omkring 900 mennesker ud over disse tilstande: i integrationsprogrammet, i støttet arbejde, og unge uden ydelse."),
    "56 % of about 115 exits a year would be a quarter of Aabenraa's awards: the two do not agree.": (
        "56 % af omkring 115, der forlader om året, ville være en fjerdedel af Aabenraas tilkendelser: de to stemmer ikke."
    ),
    "A survival fitted to 2019 gives 19-20 %.": "En overlevelse tilpasset 2019 giver 19-20 %.",
    "Those who move in at 18-29: net in-migration at 25-29, net out-migration at 18-24 where most leave to study.": (
        "De, der flytter til ved 18-29: nettotilflytning ved 25-29, nettofraflytning ved 18-24, hvor de fleste tager af sted for "
        "at studere."
    ),
    "Those who move in from 30 on.": "De, der flytter til fra 30 år.",
    "Insured unemployed who move in; a stream of its own, since a-dagpenge is for the insured alone.": (
        "Forsikrede ledige, der flytter til; en strøm for sig, da a-dagpenge er for forsikrede alene."
    ),
    "Refugees settled by the national quota, with their families: 9 refugees in 2018, about 15 expected in 2019.": (
        "Flygtninge efter landets kvote med deres familier: 9 flygtninge i 2018, omkring 15 ventet i 2019."
    ),
    ("Spouses and children reunified with other residents, and refugees who move in from another municipality during their programme."): (
        "Ægtefæller og børn sammenført med andre indbyggere, og flygtninge, der flytter til fra en anden kommune under deres program."
    ),
    ("For life, a simplification; so shares hardly vary with age, and what does vary (who has children now) stands in the rate classes."): (
        "For livet, en forenkling; så andele varierer næppe med alderen, og det, der gør (hvem der har børn nu), er i satsgrupperne."
    ),
    "Persons as an average of December 2019.": "Personer som gennemsnit af december 2019.",
    "Persons as an average of May 2022.": "Personer som gennemsnit af maj 2022.",
    (
        "Long-term: at least 42 weeks in the spell, 80 % of a year. Jobindsats counts 80 % of the last 52 weeks over all spells, "
        "so the shares differ a little."
    ): (
        "Langvarig: mindst 42 uger i forløbet, 80 % af et år. Jobindsats tæller 80 % af de sidste 52 uger over alle forløb, så "
        "andelene er lidt forskellige."
    ),
    "Not simulated: only those on the benefit are followed, about 75 of the 250 in the programme.": (
        "Ikke simuleret: kun dem på ydelsen følges, omkring 75 af de 250 i programmet."
    ),
    "Ledighedsydelse over ledighedsydelse and fleksjob.": "Ledighedsydelse over ledighedsydelse og fleksjob.",
    "Of everybody from 16 to state pension age, as an average of the year. The level to come down to is not stated in the plan.": (
        "Af alle fra 16 til folkepensionsalderen, som årets gennemsnit. Niveauet, der skal ned til, er ikke angivet i planen."
    ),
    "A report, no number.": "En beretning, intet tal.",
    "Economic full-time persons: gross spending over the full yearly rate.": (
        "Økonomiske fuldtidspersoner: bruttoudgift over den fulde årlige sats."
    ),
    "not stated": "ikke angivet",
    "one person counts as one": "én person tæller som én",
    "nobody drops out unless stated": "ingen falder fra, medmindre det er angivet",
    "the whole rate is paid unless stated": "hele satsen betales, medmindre det er angivet",
    "standard error of the municipality's own spells": "standardfejlen i kommunens egne forløb",
    "Moved in a workshop.": "Flyttet på den levende side.",
    "120 staff of 37 hours ({}), as many in 2019": "120 medarbejdere på 37 timer ({}), lige så mange i 2019",
}
