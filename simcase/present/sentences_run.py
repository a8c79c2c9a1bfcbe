"""What a run says in a sentence, and which of its years are whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from simcase.defaults import PRICES, UNFITTED
from simcase.model.resolved import Edits
from simcase.money import TOTAL, is_total
from simcase.present.labels import Labels, labels_of
from simcase.study.open_runs import Shown
from simcase.study.periods import FOR_INTERVALS, apart, plan_year, whole
from simcase.study.results import RunRecord, RunResult, StandsOn
from simcase.vocabulary import PARTS, Part, parts_varying
from simcase.words import Words


def headline(result: RunResult, labels: Labels) -> str:
    """Return the result in one sentence: the total of the year with a plan, else of the last year, and how sure it is."""
    words, planned = labels.words, plan_year(result)
    years = {row.year for row in result.budget}
    year = max(years) if planned is None else planned
    told = period(result.run, year, words)
    total = next(row for row in result.budget if row.year == year and row.line == TOTAL)
    net = total.municipality
    between = words.interval(*(words.number(edge / 1e6, 1) for edge in (net.p05, net.p95)))
    said = words.say(
        "run.headline",
        title=labels.title,
        rests=rests_on(result.run, words),
        without=labels.without(),
        year=words.say("run.last_year", year=told) if planned is None and len(years) > 1 and whole(result.run, year) else told,
        net=words.millions(net.mean),
        between=nine_of_ten(between, result.run, words),
    )
    if planned is None:
        return f"{said}."
    if total.plan is None:
        return f"{said}. {unplanned(result, planned, labels)}"
    more = net.mean - total.plan
    key = "run.over" if more > 0 else "run.under"
    return said + words.say(key, more=words.millions(abs(more)))


def unplanned(result: RunResult, year: int, labels: Labels) -> str:
    """Return how many lines of the total have no plan in a year, so that it has none; nothing where each has one."""
    without = [
        row for row in result.budget if row.year == year and row.plan is None and not is_total(row.line) and row.line not in labels.memos
    ]
    return labels.words.say("run.unplanned_one" if len(without) == 1 else "run.unplanned", n=len(without)) if without else ""


def nine_of_ten(between: str, run: RunRecord, words: Words) -> str:
    """Return that nine runs of ten lie in a range, or that there are too few runs to tell, or that nothing varies."""
    if run.uncertainty == "none":
        return words.say("run.mean")
    return words.say("run.nine_of_ten", interval=between) if apart(run) >= FOR_INTERVALS else words.say("run.too_few")


def simulated(verb: str, run: RunRecord, labels: Labels) -> str:
    """Return one line on what a verb simulated."""
    words = labels.words
    return words.say(
        f"{verb}.about",
        title=labels.title,
        scenario=run.scenario,
        calibration=run.calibration,
        rests=rests_on(run, words, paired=verb == "compare"),
        seed=run.seed,
        first=words.date(run.first),
        last=words.date(run.last),
    )


def rests_on(run: RunRecord, words: Words, *, paired: bool = False) -> str:
    """Return everything that tells a run's figures from those of another run of its scenario: fit, replications, what varies, prices."""
    few = run.replications == 1
    said = [fit_of(run.fit, words)] if run.fit else []
    runs = words.say("rests.run" if few else "rests.runs", n=words.number(run.replications))
    said.append(words.say("rests.paired", runs=runs) if paired else runs)
    said += [rests_on_parts(parts_varying(run.uncertainty), words)] if run.uncertainty != "all" else []
    said += [words.say(f"prices.{run.prices}")] if run.prices != PRICES else []
    return ", ".join([*said, *edited_in(run.assumptions, words)])


def edited_in(edits: Edits | None, words: Words) -> list[str]:
    """Return which workbook prices are from, if any, and how many of its numbers were edited."""
    if edits is None:
        return []
    n = len(edits.paths)
    return [words.say("rests.number" if n == 1 else "rests.numbers", file=edits.file, n=n)]


def together(runs: Sequence[RunRecord]) -> RunRecord:
    """Return the record of the first of some runs that answer one question, of whose workbook is used what any of them uses."""
    edits = [run.assumptions for run in runs if run.assumptions]
    if not edits:
        return runs[0]
    paths = tuple(dict.fromkeys(path for each in edits for path in each.paths))
    unused = tuple(path for path in edits[0].unused if all(path in each.unused for each in edits))
    return replace(runs[0], assumptions=replace(edits[0], paths=paths, unused=unused))


def fit_of(fit: str | None, words: Words) -> str:
    """Return what the unknowns follow: a fit by its name, or judgement alone where nothing is fitted yet."""
    return words.say("rests.fit", fit=fit) if fit and fit != UNFITTED else words.say("rests.unfitted")


def fit_and_prices(fit: str | None, labels: Labels) -> str:
    """Return what the unknowns follow and, where prices are from a workbook, how many of its numbers were edited."""
    return ", ".join([fit_of(fit, labels.words), *edited_in(labels.edits, labels.words)])


def rests_on_parts(varying: Sequence[Part], words: Words) -> str:
    """Return which parts alone vary."""
    return words.say("rests.varying", parts=named_parts(varying, words)) if varying else words.say("rests.none")


def period(run: RunRecord, year: int, words: Words) -> str:
    """Return a year, with the months reported where it is not whole."""
    if whole(run, year):
        return str(year)
    return span_between(max(run.first, date(year, 1, 1)), min(run.last, date(year, 12, 31)), words)


def span_between(first: date, last: date, words: Words) -> str:
    """Return a period from a day to another: by its years where these are whole, else with months.

    >>> span_between(date(2019, 1, 1), date(2022, 12, 31), Words("da")), span_between(date(2018, 7, 1), date(2022, 12, 31), Words("da"))
    ('2019-2022', 'jul. 2018-dec. 2022')
    >>> span_between(date(2019, 1, 1), date(2019, 12, 31), Words("da")), span_between(date(2018, 7, 1), date(2018, 12, 31), Words("da"))
    ('2019', 'jul.-dec. 2018')
    """
    one = first.year == last.year
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if one else f"{first.year}-{last.year}"
    return f"{words.month_short(first) if one else words.month_and_year(first)}-{words.month_and_year(last)}"


def parts_seen(run: RunRecord, results: Sequence[RunResult]) -> tuple[Part, ...]:
    """Return the parts that vary between a run's replications and move a figure of some runs."""
    return tuple(part for part in PARTS if any(part in each.varying for each in results)) or parts_varying(run.uncertainty)


def held(varying: Sequence[Part], words: Words) -> str:
    """Return what intervals and probabilities hold, and what they do not."""
    if not varying:
        return words.say("note.interval.none")
    missing = _names([part for part in PARTS if part not in varying and part != "chance"], words)
    said = [words.say("note.interval.holds", parts=named_parts(varying, words))]
    said += [words.say("note.interval.averaged")] if "chance" not in varying else []
    said.append(words.say("note.interval.without", parts=", ".join(missing)) if missing else words.say("note.interval.never"))
    return " ".join(said)


def named_parts(some: Sequence[Part], words: Words) -> str:
    """Return the names of some parts of what is uncertain as a list in a sentence."""
    names = _names(some, words)
    return words.say("list.and", others=", ".join(names[:-1]), last=names[-1]) if len(names) > 1 else "".join(names)


def _names(some: Sequence[Part], words: Words) -> list[str]:
    """Return the names of some parts of what is uncertain."""
    return [words.say(f"uncertain.{part}") for part in some]


def common_notes(run: RunRecord, grade: str, labels: Labels, *, varying: Sequence[Part], budget: bool) -> list[str]:
    """Return what net means (where there is a budget), what the intervals hold, how good figures are, and what was not used."""
    edits, words = run.assumptions, labels.words
    return [
        *([words.say("note.net"), words.say("note.counts")] if budget else []),
        held(varying, words),
        *([words.say("note.interval.few", n=FOR_INTERVALS)] if varying and apart(run) < FOR_INTERVALS else []),
        grade_sentence(grade, words),
        *lent_sentences(labels),
        *([words.say("note.learned")] if labels.learned else []),
        law_sentence(run.law, run.first, words),
        words.say("note.rounded"),
        *([words.say("note.unedited", file=edits.file)] if edits and not edits.paths else []),
        *([words.say("note.unused", file=edits.file, n=len(edits.unused))] if edits and edits.unused else []),
    ]


def grade_sentence(grade: str, words: Words) -> str:
    """Return how good the weakest figure behind a result is."""
    return words.say("note.grade", grade=grade, meaning=words.say(f"grade.{grade}"))


def lent_sentences(labels: Labels) -> list[str]:
    """Return how many numbers of the municipality another one has lent, where any is."""
    lent, numbers = labels.lent
    return [labels.words.say("note.lent", n=lent, of=numbers)] if lent else []


def law_sentence(law: StandsOn, first: date, words: Words) -> str:
    """Return which law a run from a day on stands on and, for days beyond what is known, until when that is and how it is carried on."""
    labels = ", ".join(words.text(each.label) for each in law.suspended)
    aside = words.say("note.law.aside", labels=labels) if labels else ""
    said = [words.say("note.law.start", date=words.date(first), aside=aside)]
    if law.latest:
        said = [words.say("note.law.latest", label=words.text(law.latest.label), date=words.date(law.latest.first), aside=aside)]
    if law.missing:
        last = law.missing[-1]
        said.append(words.say("note.law.missing", n=len(law.missing), label=words.text(last.label), date=words.date(last.first)))
    for each in law.carried_on:
        growth = None if each.growth is None else words.percent(each.growth, 1)
        key = "note.law.deduction" if growth is None else "note.law.index"
        said.append(words.say(key, what=each.what, year=each.known_until, growth=growth, grade=each.grade))
    return " ".join([*said, *([words.say("note.law.on")] if law.carried_on else [])])


def about(shown: Sequence[Shown], words: Words) -> str:
    """Return one line on what was simulated of one run, or of several of which the first is the baseline."""
    run, model = together([each.result.run for each in shown]), shown[0].world.model
    said = {"first": words.date(run.first), "last": words.date(run.last), "rests": rests_on(run, words)}
    return words.say("report.about", calibration=words.text(model.calibration_title), **said)


def notes(shown: Sequence[Shown], words: Words) -> list[str]:
    """Return what to keep in mind."""
    grade = max(each.result.weakest_grade for each in shown)
    result = shown[0].result
    run = together([each.result.run for each in (*shown, *(other.baseline for other in shown)) if each])
    varying = parts_seen(run, [each.result for each in shown])
    paired = [words.say("note.paired"), words.say("note.noise")] if shown[0].baseline else []
    return [*paired, *common_notes(run, grade, labels_of(shown[0].world.model, words), varying=varying, budget=bool(result.budget))]
