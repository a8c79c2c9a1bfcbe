"""Texts of what a run fails with."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "error.cluster.no_dask": ("en adresse, men ikke Dask", "an address, but no Dask"),
    "error.cluster.extra": ('tilvalget: pip install "simcase[cluster]"', 'the extra: pip install "simcase[cluster]"'),
    "error.cluster.no_scheduler": ("{address!r}, hvor ingen planlægger svarer", "{address!r}, where no scheduler answers"),
    "error.cluster.address": (
        "adressen på en Dask-planlægger, f.eks. tcp://10.0.0.5:8786",
        "the address of a Dask scheduler, such as tcp://10.0.0.5:8786",
    ),
    "error.cluster.no_answer": ("{address!r}, hvor en arbejder ikke svarer", "{address!r}, where a worker does not answer"),
    "error.cluster.not_held_up": ("arbejdere, der ikke er optaget", "workers that are not held up"),
    "error.cluster.no_workers": ("{address!r}, en planlægger uden arbejdere", "{address!r}, a scheduler without workers"),
    "error.cluster.joined": (
        "en, som arbejdere har sluttet sig til: dask worker ADRESSE",
        "one that workers have joined: dask worker ADDRESS",
    ),
    "error.cluster.other_version": (
        "arbejdere med en anden simcase eller ingen: {others}",
        "workers with another simcase or none: {others}",
    ),
    "error.cluster.same_version": ("samme version af simcase og Numba overalt", "the same version of simcase and Numba everywhere"),
    "error.fault.sum": ("borgerne summerer ikke over tilstandene", "citizens do not add up over the states"),
    "error.fault.days": ("negative persondage", "negative person-days"),
    "error.fault.stock": ("en negativ bestand", "a negative stock"),
    "error.fault.long_term": ("flere langvarige borgere end borgere", "more long-term citizens than citizens"),
    "error.fault.moves": ("negative skift", "negative moves"),
    "error.fault.stock_at_start": ("en negativ bestand ved starten", "a negative stock at the start"),
    "error.fault.conserved": (
        "der bliver borgere til eller borte: bestand, tilgang og afgang stemmer ikke",
        "citizens are not conserved: stock, moves in and moves out do not agree",
    ),
    "error.fault.programme_days": ("negative dage i et forløb", "negative days in a programme"),
    "error.fault.admissions": ("negative optag", "negative admissions"),
    "error.run.worker_died": (
        "en arbejdsproces døde: stoppet eller for lidt hukommelse; prøv færre --workers. Det, der er færdigt, er gemt",
        "a worker died: killed, or out of memory; try fewer --workers. What is finished is kept",
    ),
    "error.run.no_process": (
        "ingen installeret pakke tilbyder processen '{name}' (entry point {group})",
        "no installed package offers the process '{name}' (entry point {group})",
    ),
    "error.run.burn_in": ("indkøringen, {when}: {what}", "the burn-in, {when}: {what}"),
    "error.run.step_share": (
        (
            "{found:,.3f} af borgerne i {names} i startbestanden står på {rungs}, angivet er {step_share:,.3f}; tilpas "
            "kalibreringen igen, eller angiv andele, som dens forløb kan have"
        ),
        (
            "the starting stock has {found:,.3f} of the citizens in {names} on {rungs}, stated are {step_share:,.3f}; fit the "
            "calibration again, or state shares that its lives can have"
        ),
    ),
    "error.run.no_donors": (
        "startbestanden har ingen i {names}; tilpas kalibreringen igen",
        "the starting stock has nobody in {names}; fit the calibration again",
    ),
    "error.run.under_way": (
        "{folder}: denne kørsel er i gang i en anden proces; intet af den blev fjernet",
        "{folder}: this run is under way in another process; nothing of it was removed",
    ),
    "error.run.no_file_of": (
        "{folder}: fandt {others!r}, som ikke er en fil fra en kørsel; intet blev fjernet her",
        "{folder}: found {others!r}, which is no file of a run; nothing was removed here",
    ),
    "error.run.not_written": (
        "{folder}: resultater kan ikke skrives her ({reason}); vælg en anden mappe med --results",
        "{folder}: results cannot be written here ({reason}); choose another folder with --results",
    ),
    "error.run.none": (
        "ingen færdig kørsel '{run}' i {results}; kør den først med {command}, eller nævn en kørsels id eller en mappe",
        "no finished run '{run}' in {results}; play it first with {command}, or name a run id or a folder",
    ),
    "error.run.none_with": (
        (
            "ingen færdig kørsel '{run}' med {wanted} i {results}, kun med {others}: kør den først med {command}, bed om det, der er, "
            "eller nævn en kørsels id eller en mappe"
        ),
        (
            "no finished run '{run}' with {wanted} in {results}, only with {others}: play it first with {command}, ask for what is there, "
            "or name a run id or a folder"
        ),
    ),
    "error.run.damaged": (
        "{folder}: fandt en beskadiget fil, ventede, hvad kørslen er; den samme 'simcase run' retter det",
        "{folder}: found a damaged file, expected what the run is; the same 'simcase run' mends it",
    ),
    "error.run.not_whole": (
        "{folder}: denne kørsel er ikke hel; kør igen: {command}",
        "{folder}: this run is not whole; play it again: {command}",
    ),
    "error.run.other_version": (
        "{folder}: denne kørsel er lavet af en anden version; kør igen: {command}",
        "{folder}: this run was made by another version; play it again: {command}",
    ),
    "error.law.no_index_year": ("intet år {lacking}", "no year {lacking}"),
    "error.law.index_years": ("et reguleringstal for hvert år i kørslen", "a regulation index for every year of the run"),
    "error.fault.backwards": ("et forløb i '{state}' slutter, før det begynder", "a spell in '{state}' ends before it began"),
    "error.fault.circles": (
        "en borger kommer til '{state}' for {most}. gang: regler eller hyppigheder går i ring",
        "a citizen comes to '{state}' for the {most:,}th time: rules or rates go in a circle",
    ),
    "error.fault.of": ("{what} ({name})", "{what} ({name})"),
    "error.run.workers_died": (
        (
            "arbejdsprocesser døde {times} gange, mens gentagelse {first} til {last} var i gang: stoppet eller for lidt "
            "hukommelse; prøv færre --workers. Det, der er færdigt, er gemt"
        ),
        (
            "workers died {times} times with replications {first} to {last} under way: killed, or out of memory; try fewer "
            "--workers. What is finished is kept"
        ),
    ),
    "error.run.payers": (
        "gentagelse {replication}, {year}, {line}: betalerne stemmer ikke: brutto {gross:,.2f}, stat {state:,.2f}, kommune {own:,.2f} kr.",
        (
            "replication {replication}, {year}, {line}: payers do not add up: gross {gross:,.2f}, state {state:,.2f}, "
            "municipality {own:,.2f} kroner"
        ),
    ),
    "error.alike.code": ("kode {value}", "code {value}"),
    "error.alike.calibration": ("kalibrering {value}", "calibration {value}"),
    "error.alike.fit": ("tilpasning {value}", "fit {value}"),
    "error.alike.seed": ("frø {value}", "seed {value}"),
    "error.alike.uncertainty": ("usikkerhed {value}", "uncertainty {value}"),
    "error.alike.replications": ("gentagelser {value}", "replications {value}"),
    "error.alike.from": ("fra {value}", "from {value}"),
    "error.alike.to": ("til {value}", "to {value}"),
    "error.run.alone": ("{error}\n  {command}", "{error}\n  {command}"),
}
