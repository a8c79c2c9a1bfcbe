"""Sources and notes of what holds in the whole country, in Danish: the English text of a file, and what a Danish reader is shown."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "the unit of the process": "processens enhed",
    "3 % a year after 2026": "3 % om året efter 2026",
    "highest a-dagpenge by year, 2025 {}; 2026: wage growth of 4.8 % less 0.3 ({})": (
        "højeste a-dagpenge år for år, 2025 {}; 2026: lønstigning på 4,8 % mindre 0,3 ({})"
    ),
    "law 1559/2019 ({})": "lov 1559/2019 ({})",
    "act on suspending the use of a-dagpenge ({})": "lov om suspension af forbrug af a-dagpenge ({})",
    "laws 57/2021 and later ({})": "lov 57/2021 og senere ({})",
    "one to three years a course ({})": "et til tre år pr. forløb ({})",
    "a quarter of all and a third of graduates are in their first 481 hours, and six of ten from 30 on have long membership": (
        "en fjerdedel af alle og en tredjedel af dimittenderne er i deres første 481 timer, og seks af ti fra 30 år har langt medlemskab"
    ),
    "law 1655/2024 ({})": "lov 1655/2024 ({})",
    "the mix by family, activity-readiness and age": "blandingen efter familie, aktivitetsparathed og alder",
    "draft of the ministry ({})": "ministeriets udkast ({})",
    "law 1750/2025": "lov 1750/2025",
    "in July, and those who would have come are on kontanthjælp, activity-ready": (
        "i juli, og de, der ellers ville være kommet, er på kontanthjælp, aktivitetsparate"
    ),
    "the time of today is in the base rates; initiatives add to it": "tiden i dag er i grundraterne; indsatser lægger til",
    "the hours are those of a municipality, whose own staff.yaml has them": "timerne er en kommunes egne, som dens staff.yaml har",
    "the hours are those of a municipality": "timerne er en kommunes egne",
    "law 1559/2019: financed like førtidspension ({})": "lov 1559/2019: finansieret som førtidspension ({})",
    "paid by the state, no share of the municipality's; not read in a text": (
        "betalt af staten, ingen andel for kommunen; ikke læst i en tekst"
    ),
    "one year for graduates since May 2023 ({})": "et år for dimittender siden maj 2023 ({})",
    "15 % of those who have used a year are graduates, who leave as others do at the end of their right": (
        "15 % af dem, der har brugt et år, er dimittender, som forlader, som andre gør, når deres ret hører op"
    ),
    "the rates of førtidspension ({})": "satserne for førtidspension ({})",
    "55 % single": "55 % enlige",
    "unknown": "ukendt",
    "about what the moves below lead to": "omtrent det, overgangene nedenfor fører til",
    "at most six years to the state pension age of 67 ({})": "højst seks år til folkepensionsalderen på 67 ({})",
    "at most three years to the state pension age of 67 ({})": "højst tre år til folkepensionsalderen på 67 ({})",
    "a tenth a year of those at the age": "en tiendedel om året af dem i alderen",
    "one in six a year of those at the age": "en af seks om året af dem i alderen",
    "few come from work": "få kommer fra arbejde",
    "deaths at that age with a reduced capacity": "dødsfald i den alder med nedsat arbejdsevne",
    "three in a hundred a year of those at the age": "tre ud af hundrede om året af dem i alderen",
    "twice as often as from work": "dobbelt så ofte som fra arbejde",
    "as from work": "som fra arbejde",
    "deaths at that age": "dødsfald i den alder",
    "agreement of October 2023 at the level of 2024, regulated by 3.6 % ({})": (
        "aftale fra oktober 2023 i 2024-niveau, reguleret med 3,6 % ({})"
    ),
    "kontanthjælp reform, law 1655/2024 ({})": "kontanthjælpsreformen, lov 1655/2024 ({})",
    "the amount of the reform for those under 30 at home was not found": "reformens beløb for hjemmeboende under 30 er ikke fundet",
    "the old rate of uddannelseshjælp goes on": "uddannelseshjælpens gamle sats fortsætter",
    "rates of 2025 ({})": "satser for 2025 ({})",
    "rates of 2023 ({})": "satser for 2023 ({})",
    "27.9 kr. of each hour are kept, of about 125 kr. earned": "27,9 kr. af hver time beholdes, af omkring 125 kr. tjent",
    ("highest a-dagpenge by year, 2018-19 {}, 2020 {}, 2021 {}, 2022 {}, 2023-24 {}, 2025 {}; 2026: wage growth of 4.8 % less 0.3 ({})"): (
        "højeste a-dagpenge år for år, 2018-19 {}, 2020 {}, 2021 {}, 2022 {}, 2023-24 {}, 2025 {}; 2026: lønstigning på 4,8 % "
        "mindre 0,3 ({})"
    ),
    "Act 994 of 30 August 2015 on municipal financing of benefits, section 6 ({})": (
        "bekendtgørelse 994 af 30. august 2015 om kommunal finansiering af ydelser, § 6 ({})"
    ),
    "Financing act, section 5 ({})": "finansieringsloven, § 5 ({})",
    "wage subsidy of the old scheme, refund 65 % ({})": "løntilskud efter den gamle ordning, refusion 65 % ({})",
    "on the ladder only from a new event after 1 July 2014 ({}); the 65 % by analogy with grants before 2013": (
        "på refusionstrappen først fra et nyt tilfælde efter 1. juli 2014 ({}); de 65 % som ved bevillinger før 2013"
    ),
    "no refund once kontanthjælp and ledighedsydelse have been paid 18 months within 24 ({})": (
        "ingen refusion, når kontanthjælp og ledighedsydelse er betalt 18 måneder inden for 24 ({})"
    ),
    "18 months as 78 calendar weeks": "18 måneder som 78 kalenderuger",
    "on the ladder only when granted after 1 July 2014 ({})": "på refusionstrappen kun ved bevilling efter 1. juli 2014 ({})",
    "statutory knowledge of the rules before 2015, not verified in a retrieved text": (
        "viden om lovens regler før 2015, ikke efterprøvet i en hentet tekst"
    ),
    "half within a ceiling, to June 2019 ({})": "halvdelen inden for et loft, til juni 2019 ({})",
    "half within a ceiling a person ({})": "halvdelen inden for et loft pr. person ({})",
    "said to go on after 2019 ({})": "siges at fortsætte efter 2019 ({})",
    "basic grant a month for three years, 2019 level (back-indexed)": "grundtilskud pr. måned i tre år, 2019-niveau (ført tilbage)",
    "integration act, grants to municipalities": "integrationsloven, tilskud til kommuner",
    (
        "between 79,600 kr. within three years and 53,000 in years four and five, less those who do not stay six months (2019 "
        "level, back-indexed)"
    ): (
        "mellem 79.600 kr. inden for tre år og 53.000 i år fire og fem, mindre dem, der ikke bliver seks måneder (2019-niveau, "
        "ført tilbage)"
    ),
    "docs/background/economy.md, StatBank Denmark AULP01 2007-2019": "docs/background/economy.md, Danmarks Statistik AULP01 2007-2019",
    "docs/background/economy.md, how a-dagpenge and job-ready kontanthjælp answer": (
        "docs/background/economy.md, hvordan a-dagpenge og jobparate på kontanthjælp svarer"
    ),
    "as for others who find work": "som for andre, der finder arbejde",
    ("Elsby, Hobijn and Sahin 2013, Unemployment dynamics in the OECD: inflow and outflow 45 to 55 in continental and Nordic countries"): (
        "Elsby, Hobijn og Sahin 2013, Unemployment dynamics in the OECD: tilgang og afgang 45 til 55 på det europæiske fastland og i Norden"
    ),
    "docs/background/economy.md, StatBank Denmark AUK01 2007-2019": "docs/background/economy.md, Danmarks Statistik AUK01 2007-2019",
    "docs/background/economy.md, how all kontant- og uddannelseshjælp answer": (
        "docs/background/economy.md, hvordan alle på kontant- og uddannelseshjælp svarer"
    ),
    "leaving for work and entries weigh alike in what moves social assistance beside the cycle": (
        "afgang til arbejde og tilgang vejer lige meget i det, der flytter kontanthjælp ved siden af konjunkturen"
    ),
    "bill L 76 of October 2018 ({})": "lovforslag L 76 fra oktober 2018 ({})",
    "the time of 2019 is in the base rates; initiatives add to it": "tiden i 2019 er i grundraterne; indsatser lægger til",
    "neither benefit nor self-support on the refusion ladder": "hverken ydelse eller selvforsørgelse på refusionstrappen",
    "about 640 full-time of 740 persons in 2019 ({})": "omkring 640 på fuld tid af 740 personer i 2019 ({})",
    "Act 994 of 30 August 2015 on municipal financing of benefits, section 3 ({})": (
        "bekendtgørelse 994 af 30. august 2015 om kommunal finansiering af ydelser, § 3 ({})"
    ),
    "500-560 statistical full-time of 680-740 persons; part of the absence is partial": (
        "500-560 statistiske fuldtidspersoner af 680-740 personer; en del af fraværet er delvist"
    ),
    "rates of 2019 ({})": "satser for 2019 ({})",
    "225-hour rule, single persons ({})": "225-timersreglen, enlige ({})",
    "ceiling on kontanthjaelp, mean cut ({})": "kontanthjælpsloftet, gennemsnitlig nedsættelse ({})",
    "mix of rates so that the average is 88-90 % of the highest rate; 15-20 % graduates ({})": (
        "blanding af satser, så gennemsnittet er 88-90 % af højeste sats; 15-20 % dimittender ({})"
    ),
    "under 30 with an education: youth rate, most living out": "under 30 med uddannelse: ungesats, de fleste udeboende",
    "under 30 with an education: three in five of this group have children yet": (
        "under 30 med uddannelse: tre af fem i denne gruppe har endnu børn"
    ),
    ("35 % of those aged 30 or over have children at home; a tenth meet the 225-hour rule, a tenth (providers a quarter) the ceiling"): (
        "35 % af dem på 30 eller derover har hjemmeboende børn; en tiendedel rammes af 225-timersreglen, en tiendedel (forsørgere "
        "en fjerdedel) af loftet"
    ),
    "living at home falls with age; half of the mothers single ({})": (
        "at bo hjemme falder med alderen; halvdelen af mødrene er enlige ({})"
    ),
    "one in five providers is single; danskbonus for a tenth": "en af fem forsørgere er enlig; danskbonus til en tiendedel",
    "the provider rate for those with children at home; a few under 25 live with their parents": (
        "forsørgersatsen til dem med hjemmeboende børn; nogle få under 25 bor hos forældrene"
    ),
    ("nearly all are paid the highest rate; what is paid less stands in the take-up factor, partial absence in the full-time share"): (
        "næsten alle får højeste sats; det, der betales mindre, er i dækningsgraden, delvist fravær i fuldtidsandelen"
    ),
    "nearly all at 89 % of the highest a-dagpenge, others near the kontanthjaelp level": (
        "næsten alle på 89 % af højeste a-dagpenge, andre nær kontanthjælpens niveau"
    ),
    "9-10 hours a week at 145-150 kr.": "9-10 timer om ugen til 145-150 kr.",
    "everybody at the mean wage": "alle til gennemsnitslønnen",
    "30 % of the wage up to a threshold and 55 % above it ({})": "30 % af lønnen op til en grænse og 55 % over den ({})",
    "14,116 in 2017 and 16,323 in 2024, by the full regulation": "14.116 i 2017 og 16.323 i 2024, efter den fulde regulering",
    "hours worked are hours without benefit, at about the same pay an hour": (
        "arbejdede timer er timer uden ydelse, til omtrent samme timeløn"
    ),
    "wages, sanctions and the spouse's income lower what is paid": "løn, sanktioner og ægtefællens indkomst sænker det, der betales",
    "payments are a little below rate x time": "udbetalingerne er lidt under sats gange tid",
    "income from a spouse or capital lowers some pensions": "indkomst fra ægtefælle eller formue sænker nogle pensioner",
    "the review falls after more than 22 weeks within nine months ({})": (
        "revurderingen falder efter mere end 22 uger inden for ni måneder ({})"
    ),
    "3,848 hours within three years, a new right after 1,924 hours of work within three years ({})": (
        "3.848 timer inden for tre år, en ny ret efter 1.924 timers arbejde inden for tre år ({})"
    ),
    "hours as calendar time at full time": "timer som kalendertid på fuld tid",
    "kontanthjælp and ledighedsydelse together within 24 months ({})": (
        "kontanthjælp og ledighedsydelse tilsammen inden for 24 måneder ({})"
    ),
    "24 months as 104 calendar weeks": "24 måneder som 104 kalenderuger",
    "month end after more than 22 weeks ({}), about half extended ({})": (
        "månedens udgang efter mere end 22 uger ({}), omtrent halvdelen forlænges ({})"
    ),
    "the other half": "den anden halvdel",
    "two years, 80 % extend ({}); the rest after the status of 59,480 exhausted 2013-15 ({})": (
        "to år, 80 % forlænger ({}); resten efter status for 59.480, hvis ret hørte op 2013-15 ({})"
    ),
    "at most three years with extension ({}); outcomes after the status of 59,480 exhausted 2013-15 ({})": (
        "højst tre år med forlængelse ({}); udfald efter status for 59.480, hvis ret hørte op 2013-15 ({})"
    ),
    "rule (judgement: at most two years a course)": "regel (skøn: højst to år pr. forløb)",
    "outcomes, after the status three months after the end ({})": "udfald efter status tre måneder efter slutningen ({})",
    "at most two courses; outcomes nearer to lasting support": "højst to forløb; udfald nærmere varig forsørgelse",
    "one to five years ({}); outcomes after those who completed in 2018 ({})": (
        "et til fem år ({}); udfald efter dem, der afsluttede i 2018 ({})"
    ),
    "one year, extendable to five; outcomes judged": "et år, kan forlænges til fem; udfald skønnet",
    "uddannelseshjaelp is for those under 30 ({})": "uddannelseshjælp er for dem under 30 ({})",
    "state pension age by birth date ({})": "folkepensionsalder efter fødselsdato ({})",
    "national full-time recipients of 2019 over persons aged 16 to 66, StatBank Denmark": (
        "landets fuldtidsmodtagere i 2019 over personer på 16 til 66 år, Danmarks Statistik"
    ),
    (
        "national full-time recipients of 2019 over persons aged 16 to 66, StatBank Denmark; 35,244 of 101,498 jobparat or "
        "aktivitetsparat in 2018 (Jobindsats Y36A02)"
    ): (
        "landets fuldtidsmodtagere i 2019 over personer på 16 til 66 år, Danmarks Statistik; 35.244 af 101.498 jobparate eller "
        "aktivitetsparate i 2018 (Jobindsats Y36A02)"
    ),
    (
        "national full-time recipients of 2019 over persons aged 16 to 66, StatBank Denmark; 66,254 of 101,498 jobparat or "
        "aktivitetsparat in 2018 (Jobindsats Y36A02)"
    ): (
        "landets fuldtidsmodtagere i 2019 over personer på 16 til 66 år, Danmarks Statistik; 66.254 af 101.498 jobparate eller "
        "aktivitetsparate i 2018 (Jobindsats Y36A02)"
    ),
    "the split": "delingen",
    "2027 is to be 0.45 points lower for the abolished holiday (law 630/2024), which is inside the assumption.": (
        "2027 skal være 0,45 point lavere for den afskaffede helligdag (lov 630/2024), hvilket er inden for forudsætningen."
    ),
    "No amount of 2026 was read on an official page.": "Intet beløb for 2026 er læst på en officiel side.",
    "How many move into it is unknown; the rates here are judged (grade D).": (
        "Hvor mange der kommer på den, er ukendt; raterne her er skønnet (D)."
    ),
    "A scenario that plays these months names dagpenge-frozen-2020.": (
        "Et scenarie, der spiller disse måneder, nævner dagpenge-frozen-2020."
    ),
    "A scenario that plays these months names dagpenge-frozen-2021.": (
        "Et scenarie, der spiller disse måneder, nævner dagpenge-frozen-2021."
    ),
    ("How many move into it is unknown; the rates here are judged (grade D). The municipality is thought to pay no share (grade D)."): (
        "Hvor mange der kommer på den, er ukendt; raterne her er skønnet (D). Kommunen menes ikke at betale nogen andel (D)."
    ),
    "Courses begun before keep five years in the law; here the limit holds for all from this day.": (
        "Forløb begyndt før beholder fem år i loven; her gælder grænsen for alle fra denne dag."
    ),
    "Shares of days, the same however long a spell lasts. The one year of graduates is the rule dimittend_end.": (
        "Andele af dage, de samme hvor længe et forløb end varer. Dimittendernes ene år er reglen dimittend_end."
    ),
    "Staff needs of 2019 do not carry over.": "Behovet for personale i 2019 føres ikke videre.",
    "What it does to moves is unknown: nothing here.": "Hvad det gør ved overgange, er ukendt: intet her.",
    (
        "From this day the young leave at the rates of kontanthjælp, which follows from the states being merged and is not "
        "measured. Rates go by age, not by work history, so those of 25 to 29 with long work are on grundsats here. The temporary "
        "supplement and the one for leisure are left out: amounts unknown. Integration lines are mindstesats inside and outside "
        "the programme; how many more the conditions of residence and work put on mindstesats is unknown, and nobody moves for it "
        "here."
    ): (
        "Fra denne dag forlader de unge ydelsen med kontanthjælpens rater, hvilket følger af, at tilstandene lægges sammen, og "
        "ikke er målt. Satser går efter alder, ikke efter tidligere arbejde, så de 25- til 29-årige med langt arbejde er på "
        "grundsats her. Det midlertidige tillæg og fritidstillægget er udeladt: beløbene er ukendte. Integrationsydelserne er "
        "mindstesats i og uden for programmet; hvor mange flere opholds- og arbejdskravene sætter på mindstesats, er ukendt, og "
        "ingen flyttes for det her."
    ),
    "It holds for all municipalities together.": "Det gælder alle kommuner tilsammen.",
    "Courses under way go on. Where those who would have come go instead is unknown; fleksjob and førtidspension are left out.": (
        "Igangværende forløb fortsætter. Hvor de, der ellers ville være kommet, går hen i stedet, er ukendt; fleksjob og "
        "førtidspension er udeladt."
    ),
    ("Who is a graduate is not known of a citizen, so the share is drawn. A right of two years that began before May 2023 is over."): (
        "Hvem der er dimittend, vides ikke om den enkelte, så andelen trækkes. En ret på to år, der begyndte før maj 2023, er ovre."
    ),
}
