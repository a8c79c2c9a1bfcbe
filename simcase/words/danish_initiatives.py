"""Sources, notes and reasons of scenarios, initiatives and backtests, in Danish: the English text, and what a Danish reader is shown."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "more than may ever wait": "flere, end der nogen sinde kan vente",
    "a quarter of the price of a place for a year": "en fjerdedel af prisen på en plads i et år",
    "two company consultants, less in the year of the start": "to virksomhedskonsulenter, mindre i det år, det begynder",
    (
        "unemployment in Aabenraa 5.24 % in 2014 and 3.4 % in 2019 (StatBank Denmark), a log of 0.43; a stock of unemployed "
        "answers by 1.25 times the process (docs/background/economy.md), so 0.35 of it, or 0.83 of its standard deviations of 0.414"
    ): (
        "ledigheden i Aabenraa 5,24 % i 2014 og 3,4 % i 2019 (Danmarks Statistik), en logaritme på 0,43; antallet af ledige svarer "
        "med 1,25 gange processen (docs/background/economy.md), altså 0,35 af den, eller 0,83 af dens standardafvigelser på 0,414"
    ),
    (
        "three percentage points more of about 1,000 citizens with hours at any time, each for a quarter of a year; 7.3 % had "
        "ordinary hours in April 2018 ({})"
    ): (
        "tre procentpoint flere af omkring 1.000 borgere med timer til enhver tid, hver i et kvart år; 7,3 % havde ordinære timer "
        "i april 2018 ({})"
    ),
    "about one in six stops early": "omkring en af seks holder op før tid",
    "some six hours a week at about 125 kr.": "omkring seks timer om ugen til omkring 125 kr.",
    "locking-in while the small job lasts": "fastholdelse, mens småjobbet varer",
    "with the locking-in about 1.2 (0.9-1.5) over the whole time, locking-in first, then gain": (
        "med fastholdelsen omkring 1,2 (0,9-1,5) over hele tiden, først fastholdelse, så gevinst"
    ),
    "a small job shows a path for some of the young": "et småjob viser en vej for nogle af de unge",
    "the closest trial has 0 on average and a gain where many first talks were held at the workplace ({})": (
        "det nærmeste forsøg har 0 i gennemsnit og en gevinst, hvor mange første samtaler blev holdt på arbejdspladsen ({})"
    ),
    (
        "1.15 (1.0-1.3) for each half hour, as more hours are judged; lower caseloads help with low certainty ({}), and shortened "
        "spells in trials in Austria ({}) and in German offices ({})"
    ): (
        "1,15 (1,0-1,3) for hver halve time, som flere timer skønnes; færre sager pr. rådgiver hjælper med ringe sikkerhed ({}), "
        "og forkortede forløb i forsøg i Østrig ({}) og på tyske kontorer ({})"
    ),
    (
        "after case management in six municipalities, 1.02 on any exit and 0.99 on exits to self-support ({}) and coordinated help "
        "in three, 0.80-1.51 ({})"
    ): (
        "efter sagsstyring i seks kommuner, 1,02 på enhver afgang og 0,99 på afgang til selvforsørgelse ({}) og koordineret hjælp "
        "i tre, 0,80-1,51 ({})"
    ),
    "16.5 mio. kr. over four years, evenly ({})": "16,5 mio. kr. over fire år, jævnt fordelt ({})",
    "a third to half of the gross fall under KIK; lower end after the Vordingborg trial ({}), upper end after Hjoerring ({})": (
        "en tredjedel til halvdelen af bruttofaldet under KIK; nedre ende efter forsøget i Vordingborg ({}), øvre ende efter Hjørring ({})"
    ),
    "about half of KIK's leavers went to another benefit ({})": "omkring halvdelen af dem, der forlod i KIK, gik til en anden ydelse ({})",
    "frame of 60.5 mio. kr. ({}) less 2019, in proportion to months": "ramme på 60,5 mio. kr. ({}) mindre 2019, i forhold til måneder",
    "three posts of 37 hours": "tre stillinger på 37 timer",
    "600,000 kr. a year for a caseworker, pension and place of work included": (
        "600.000 kr. om året for en sagsbehandler, pension og arbejdsplads medregnet"
    ),
    "no effect is known; paramedical care and activation of the sick had none ({})": (
        "ingen virkning er kendt; behandling og aktivering af sygemeldte havde ingen ({})"
    ),
    (
        "for some 600 citizens on kontanthjælp, one and a half percentage points more with hours at any time; 7.3 % had ordinary "
        "hours in April 2018 ({})"
    ): (
        "til omkring 600 borgere på kontanthjælp, halvandet procentpoint flere med timer til enhver tid; 7,3 % havde ordinære "
        "timer i april 2018 ({})"
    ),
    "one company consultant at 700,000 kr. a year": "en virksomhedskonsulent til 700.000 kr. om året",
    "50-100 places, since none are published": "50-100 pladser, da ingen er offentliggjort",
    "ledighedsydelse halved after 2013 ({}), which takes about twice the exits at an unchanged inflow": (
        "ledighedsydelse blev halveret efter 2013 ({}), hvilket kræver omkring det dobbelte af afgangen ved uændret tilgang"
    ),
    "no local number; interviews raise the return to the same employer and not to a new one (Høgelund and Holm)": (
        "intet lokalt tal; samtaler øger tilbagevenden til samme arbejdsgiver og ikke til en ny (Høgelund og Holm)"
    ),
    "no number is known for fleksjob kept": "intet tal er kendt for bevarede fleksjob",
    "0.5 % (0-1.5) of 120 staff x 37 hours a week ({})": "0,5 % (0-1,5) af 120 medarbejdere x 37 timer om ugen ({})",
    ("3 % (0-8) is judged for video, time study and agreement together, and split between them; earlier exemptions changed little ({})"): (
        "3 % (0-8) er skønnet for video, tidsstudie og aftale tilsammen og delt mellem dem; tidligere fritagelser ændrede lidt ({})"
    ),
    (
        "no Danish effect of counselling late in a spell is known; the threat of the end is large in relative terms and small in "
        "absolute ones ({})"
    ): (
        "ingen dansk virkning af rådgivning sent i et forløb er kendt; truslen om, at retten hører op, er stor i forhold og lille "
        "i antal ({})"
    ),
    "no effect is known, only the exits of those completed ({})": "ingen virkning er kendt, kun afgangen for dem, der er færdige ({})",
    "no effect is known, but a wide spread among municipalities ({})": "ingen virkning er kendt, men stor spredning mellem kommuner ({})",
    (
        "no comparison is known; about 70 % of those who complete it with a private firm are in a job after three months ({}), but "
        "they are selected and over a third drop out or never start"
    ): (
        "ingen sammenligning er kendt; omkring 70 % af dem, der gennemfører hos en privat virksomhed, er i job efter tre måneder "
        "({}), men de er udvalgt, og over en tredjedel falder fra eller begynder aldrig"
    ),
    ("case management in six municipalities 1.02 on any exit and 0.99 to self-support ({}); coordinated help in three 0.80-1.51 ({})"): (
        "sagsstyring i seks kommuner 1,02 på enhver afgang og 0,99 til selvforsørgelse ({}); koordineret hjælp i tre 0,80-1,51 ({})"
    ),
    "two caseworkers at 600,000 kr. a year": "to sagsbehandlere til 600.000 kr. om året",
    "1.30 in a trial in Storstrøm and Sønderjylland ({}), shrunk for a weaker dose and for displacement ({})": (
        "1,30 i et forsøg i Storstrøm og Sønderjylland ({}), gjort mindre for en svagere dosis og for fortrængning ({})"
    ),
    "places beyond those of 2019, about 170 short courses a year; no number is published": (
        "pladser ud over dem i 2019, omkring 170 korte kurser om året; intet tal er offentliggjort"
    ),
    "100 mio. kr. a year and 10,000 courses in 21 months, 17,500 kr. a course ({})": (
        "100 mio. kr. om året og 10.000 kurser på 21 måneder, 17.500 kr. pr. kursus ({})"
    ),
    "half refunded": "halvdelen refunderes",
    "locking-in during a course ({})": "fastholdelse under et kursus ({})",
    "no significant gain in the long run from classroom training, somewhat more from short courses where labour is short": (
        "ingen sikker gevinst på lang sigt af undervisning, noget mere af korte kurser, hvor der mangler arbejdskraft"
    ),
    "partial return gives more time in ordinary work, the sign by a trial and by registers, the size not read ({})": (
        "delvis tilbagevenden giver mere tid i ordinært arbejde, fortegnet efter et forsøg og efter registre, størrelsen ikke læst ({})"
    ),
    (
        "no effect is measured; in a survey of 2024 staff believe that it helped ({}); for mentors a trial found 12 to 16 % in "
        "education after a year ({})"
    ): (
        "ingen virkning er målt; i en undersøgelse fra 2024 tror medarbejderne, at det hjalp ({}); for mentorer fandt et forsøg 12 "
        "til 16 % i uddannelse efter et år ({})"
    ),
    "nobody was moved; a ratio must be above 0": "ingen blev flyttet; et forhold skal være over 0",
    "places beyond those of 2019, which are not published": "pladser ud over dem i 2019, som ikke er offentliggjort",
    "mentor at the firm, typically 500 kr. a week, all year round ({})": "mentor i virksomheden, typisk 500 kr. om ugen hele året ({})",
    "locking-in, after register studies ({})": "fastholdelse, efter registerstudier ({})",
    "with private firms a gain after it, with public ones none ({})": "i private virksomheder en gevinst bagefter, i offentlige ingen ({})",
    "1 % (0-2.5) of 120 staff x 37 hours a week ({})": "1 % (0-2,5) af 120 medarbejdere x 37 timer om ugen ({})",
    "3 % (0-8) is judged for video, time study and agreement together, and split between them": (
        "3 % (0-8) er skønnet for video, tidsstudie og aftale tilsammen og delt mellem dem"
    ),
    "no effect is known; it is voluntary, so those who use it are selected ({})": (
        "ingen virkning er kendt; det er frivilligt, så de, der bruger det, er udvalgt ({})"
    ),
    (
        "8 (3-20) of 35 prevented in two years, after a trial's 4 to 10 percentage points ({}) for 100-150 mentored; over about "
        "194 entries a year at 18-19 in the model"
    ): (
        "8 (3-20) af 35 forebygget på to år, efter et forsøgs 4 til 10 procentpoint ({}) for 100-150 med mentor; over omkring 194, "
        "der begynder om året ved 18-19 i modellen"
    ),
    (
        "no Danish effect is known; a Norwegian trial of conditions for young claimants lowered claims ({}), a Swedish review "
        "finds municipal work outside ordinary workplaces about without effect ({})"
    ): (
        "ingen dansk virkning er kendt; et norsk forsøg med krav til unge sænkede antallet ({}), en svensk gennemgang finder "
        "kommunalt arbejde uden for almindelige arbejdspladser omtrent uden virkning ({})"
    ),
    (
        "as better case management in six municipalities beside twelve did on exits to self-support; on any exit, to other "
        "benefits too, it was 1.02 (0.97-1.07), by municipality 0.96-1.13 ({})"
    ): (
        "som bedre sagsstyring i seks kommuner ved siden af tolv gjorde på afgang til selvforsørgelse; på enhver afgang, også til "
        "andre ydelser, var det 1,02 (0,97-1,07), efter kommune 0,96-1,13 ({})"
    ),
    "1.5 % (0-4) of 120 staff x 37 hours a week ({})": "1,5 % (0-4) af 120 medarbejdere x 37 timer om ugen ({})",
    "holding back and gaining about cancel; no significant gain in the long run from classroom training ({})": (
        "tab undervejs og gevinst går omtrent lige op; ingen sikker gevinst på lang sigt af undervisning ({})"
    ),
    "early placements help at first, and the gain is gone two to three years after arrival ({})": (
        "tidlige pladser hjælper i begyndelsen, og gevinsten er væk to til tre år efter ankomsten ({})"
    ),
    "fewer lessons and lower grades where work comes first ({})": "færre lektioner og lavere karakterer, hvor arbejde kommer først ({})",
    (
        "as KIK II at half an hour a week for each citizen; lower caseloads help with low certainty ({}), and shortened spells in "
        "trials in Austria ({}) and in German offices ({})"
    ): (
        "som KIK II ved en halv time om ugen pr. borger; færre sager pr. rådgiver hjælper med ringe sikkerhed ({}), og forkortede "
        "forløb i forsøg i Østrig ({}) og på tyske kontorer ({})"
    ),
    "62 jobs in 2017 ({})": "62 job i 2017 ({})",
    "about a quarter local and on a-dagpenge, half of them would have found a job anyway, so 7 of about 1,400 a year": (
        "omkring en fjerdedel lokale og på a-dagpenge, halvdelen af dem havde fundet job alligevel, altså 7 af omkring 1.400 om året"
    ),
    "705 less 151 new, or 1,008 less 454 left ({})": "705 mindre 151 nye, eller 1.008 mindre 454, der forlod ({})",
    "nobody is new on the day from which one counts": "ingen er ny den dag, der tælles fra",
    "nobody has left on the day from which one counts": "ingen har forladt den dag, der tælles fra",
    "about half of 454 ({})": "omkring halvdelen af 454 ({})",
    (
        "judgement from what was known in October 2016: from no effect to what halving 1,008 within three years would take at an "
        "inflow that had kept them steady; the middle is their geometric mean"
    ): (
        "skøn efter det, der vidstes i oktober 2016: fra ingen virkning til det, en halvering af 1.008 inden for tre år kræver ved "
        "en tilgang, der havde holdt dem uændret; midten er deres geometriske gennemsnit"
    ),
    "an aktivitetsparat stays about three years; half leave for self-support": (
        "en aktivitetsparat bliver omkring tre år; halvdelen går til selvforsørgelse"
    ),
    "an aktivitetsparat stays about three years; half leave for another benefit": (
        "en aktivitetsparat bliver omkring tre år; halvdelen går til en anden ydelse"
    ),
    "as for those who were there at the start": "som for dem, der var der fra begyndelsen",
    "about a seventh of the stock a year": "omkring en syvendedel af antallet om året",
    "half to double": "det halve til det dobbelte",
    "the others hang less on the business cycle": "de andre afhænger mindre af konjunkturen",
    "a year may move the exits of insured unemployed by a sixth either way": (
        "et år kan flytte forsikrede lediges afgang med en sjettedel til hver side"
    ),
    (
        "about 35,250 aged 16 to state pension age (StatBank Denmark) less those in the jobcentre; rates into it are reckoned from "
        "it, so its size matters little"
    ): (
        "omkring 35.250 fra 16 til folkepensionsalderen (Danmarks Statistik) mindre dem i jobcentret; raterne til det er regnet ud "
        "fra det, så størrelsen betyder lidt"
    ),
    "5,337 in all less 670 ({})": "5.337 i alt mindre 670 ({})",
    "a smooth wave, highest at New Year; with stays of 16 weeks the number swings from 0.86 in August to 1.13 in February": (
        "en jævn bølge, højest ved nytår; med forløb på 16 uger svinger antallet fra 0,86 i august til 1,13 i februar"
    ),
    "764 x 3.25 a year of 29,900": "764 x 3,25 om året af 29.900",
    "4,798 x 0.5 a year of 29,900": "4.798 x 0,5 om året af 29.900",
    "16 weeks on average": "16 uger i gennemsnit",
    "two years on average; sygedagpenge lasts months, a fleksjob many years": (
        "to år i gennemsnit; sygedagpenge varer måneder, et fleksjob mange år"
    ),
    "within a third": "på en tredjedel nær",
    "11 to 24 weeks": "11 til 24 uger",
    "within a fifth": "på en femtedel nær",
    "one to four years": "et til fire år",
    "An invented upturn: the inverse of the downturn to 2014.": "En opdigtet opgang: det omvendte af nedgangen til 2014.",
    "An invented downturn: as far from 2019 as 2014 was.": "En opdigtet nedgang: så langt fra 2019, som 2014 var.",
    "In January; the middle of the month stands for it.": "I januar; månedens midte står for den.",
    "1,404 ever, less the 1,008.": "1.404 i alt, mindre de 1.008.",
    "1,437 ever, less the 1,008.": "1.437 i alt, mindre de 1.008.",
    "47 % of 942 who left.": "47 % af de 942, der forlod.",
    "Read as new among the 705; new ever would fit the same sum.": "Læst som nye blandt de 705; nye i alt ville passe med samme sum.",
    "The latest published number of new; the naive forecasts go by it.": (
        "Det seneste offentliggjorte antal nye; de enkle forudsigelser går efter det."
    ),
    "As published in October 2019; 846 a year later.": "Som offentliggjort i oktober 2019; 846 et år senere.",
    "As published in October 2019; 5,618 a year later.": "Som offentliggjort i oktober 2019; 5.618 et år senere.",
    (
        "At any time 30 more of about 1,000 on kontant- and uddannelseshjaelp, three percentage points, ramped up through 2019. "
        "The agreement has them from 2024; an earlier start is a what-if."
    ): (
        "Til enhver tid 30 flere af omkring 1.000 på kontant- og uddannelseshjælp, tre procentpoint, trappet op gennem 2019. "
        "Aftalen har dem fra 2024; en tidligere begyndelse er et tankeeksperiment."
    ),
    "A trial of the agreement of 2024.": "Et forsøg i aftalen fra 2024.",
    "Adopted for 2019-22; the target of a week shorter takes a ratio of 1.05-1.08, the file has what is judged likely.": (
        "Vedtaget for 2019-22; målet om en uge kortere kræver et forhold på 1,05-1,08, filen har det, der skønnes sandsynligt."
    ),
    "Adopted in 2018 and part of the 2019 budget.": "Vedtaget i 2018 og en del af budget 2019.",
    "The saving that is asked about.": "Besparelsen, der spørges om.",
    "It says what more hours with citizens change.": "Det siger, hvad flere timer med borgere ændrer.",
    "The level of 2024, from the highest a-dagpenge of that year.": "Niveauet i 2024, efter højeste a-dagpenge det år.",
    "To see what it does: the base rates hold it, so from 2020 its effect is taken away.": (
        "For at se, hvad den gør: grundraterne rummer den, så fra 2020 tages dens virkning bort."
    ),
    "What the reform moves in kroner.": "Det, reformen flytter i kroner.",
    "What closing them costs or saves.": "Hvad det koster eller sparer at lukke dem.",
    "Places for everybody who waits.": "Pladser til alle, der venter.",
    "Jobs for everybody who waits.": "Job til alle, der venter.",
    "Places for everybody who waits; a start costs what a quarter of a place does.": (
        "Pladser til alle, der venter; en, der begynder, koster en fjerdedel af en plads."
    ),
    "One of the four trials: more and better small jobs, here from 2024.": "Et af de fire forsøg: flere og bedre småjob, her fra 2024.",
    "One of the four trials.": "Et af de fire forsøg.",
    "What the agreement itself may free.": "Det, aftalen selv kan frigøre.",
    "What more ordinary hours beside the benefit may do.": "Det, flere ordinære timer ved siden af ydelsen kan gøre.",
    "The hours that citizens have today, and what they do.": "De timer, borgere har i dag, og hvad de gør.",
    "It frees hours.": "Det frigør timer.",
    "The project ends as planned; the base rates hold it throughout.": (
        "Projektet slutter som planlagt; grundraterne rummer det hele vejen."
    ),
    "What earlier contact may do, and what it must do to pay.": "Hvad tidligere kontakt kan gøre, og hvad den skal gøre for at betale sig.",
    "Twenty places beyond those of 2019.": "Tyve pladser ud over dem i 2019.",
    "Forty places beyond those of 2019.": "Fyrre pladser ud over dem i 2019.",
    "It has run since 2013 and goes on in every scenario.": "Den har kørt siden 2013 og fortsætter i hvert scenarie.",
    "To see what the later years of the investment add.": "For at se, hvad investeringens senere år lægger til.",
    "To see what it does: the corps is simulated, so without it nobody is admitted from 2020 on.": (
        "For at se, hvad det gør: korpset simuleres, så uden det optages ingen fra 2020."
    ),
    "The right stood still.": "Retten stod stille.",
    "The right stood still again.": "Retten stod stille igen.",
    "Sygedagpenge was extended.": "Sygedagpenge blev forlænget.",
    "Nobody was moved.": "Ingen blev flyttet.",
    "The project ran from January 2016.": "Projektet kørte fra januar 2016.",
    "Nobody knew in 2018 whether 2019 would be better or worse.": "Ingen vidste i 2018, om 2019 ville blive bedre eller værre.",
    "The hours that citizens had in 2019, and what they do.": "De timer, borgerne havde i 2019, og hvad de gør.",
}
