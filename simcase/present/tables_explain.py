"""What a model implies, and a number of it with its source and grade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simcase.present.commands import command_in
from simcase.present.labels import Labels
from simcase.present.path_names import PathNames
from simcase.present.sentences_price import price_sentence
from simcase.present.sentences_run import fit_and_prices, grade_sentence, lent_sentences
from simcase.present.table import Row, Sentence, Table, figures, texts
from simcase.study.results import CourseRow, EffectRow, ExitRow, InitiativeRow, ModelResult, NumberResult, ProgrammeTerms, StaffRow
from simcase.words import Words


def figure_parts(explained: NumberResult, labels: Labels, names: PathNames) -> Iterator[Table | Sentence]:
    """Yield a number of the model with its range, grade, source and note, and of which world it is."""
    words = labels.words
    rests = {"calibration": explained.calibration, "fit": fit_and_prices(explained.fit, labels)}
    yield Sentence(words.say("figure.called", name=names.of(explained.path), path=explained.path), "strong")
    yield Sentence(words.say("figure.about", title=labels.title, scenario=explained.scenario, **rests), "faint")
    grade = explained.grade
    over_time = [words.say("figure.from", date=words.date(each.first), value=words.figure(each.value)) for each in explained.over_time]
    rows = {
        "value": _ranged(explained.value, explained.low, explained.high, words),
        "over_time": "\n".join(over_time),
        "grade": f"{grade} ({words.say(f'grade.{grade}')})",
        "source": words.source(explained.source),
        "note": words.source(explained.note),
    }
    yield Table("", "", texts("", ""), [Row([words.say(f"figure.{key}"), text]) for key, text in rows.items() if text])


def _ranged(value: float, low: float | None, high: float | None, words: Words, digits: int = 12) -> str:
    """Return a number with its range, where there is one, to so many decimals."""
    first, *edges = (words.figure(round(each, digits)) for each in (value, low, high) if each is not None)
    return f"{first} ({words.interval(*edges)})" if len(edges) > 1 else first


def model_parts(explained: ModelResult, labels: Labels) -> Iterator[Table | Sentence]:
    """Yield what a model implies: its states, the courses of the economy that it chooses, then its initiatives."""
    words = labels.words
    yield Sentence(_about(explained, labels), "faint")
    yield _states_table(explained, labels)
    yield Sentence(words.say("explain.notes", command=command_in(explained, "explain", explained.scenario)), "faint")
    if explained.courses:
        yield Sentence(words.say("explain.courses"), "strong")
    for course in explained.courses:
        yield _course(course, labels)
    yield Sentence(words.say("explain.initiatives" if explained.initiatives else "explain.none"), "strong")
    for initiative in explained.initiatives:
        yield _initiative(initiative, labels)
    for row in explained.capped:
        figures = {"cap": words.figure(row.cap), "product": words.figure(row.product)}
        yield Sentence(words.say("explain.capped", left=labels.state(row.source), entered=labels.state(row.to), **figures))
    yield Sentence("\n".join([grade_sentence(explained.weakest_grade, words), *lent_sentences(labels)]), "faint")


def _about(explained: ModelResult, labels: Labels) -> str:
    """Return one line on which model it is."""
    words = labels.words
    return words.say(
        "explain.about",
        title=labels.title,
        scenario=explained.scenario,
        calibration=explained.calibration,
        fit=fit_and_prices(explained.fit, labels),
        first=words.date(explained.first),
        last=words.date(explained.last),
    )


def _states_table(explained: ModelResult, labels: Labels) -> Table:
    """Return a row a state: stock at the start, mean stay, stock in the long run, and its most frequent exit."""
    words = labels.words
    heads = [words.say(f"explain.{head}") for head in ("start", "stay", "steady")]
    columns = [
        *texts(words.say("head.state")),
        *figures(*heads),
        *texts(words.say("fit.grade"), words.say("explain.exit")),
    ]
    rows = []
    for state in explained.states:
        numbers = (state.start_persons, state.mean_stay_weeks, state.steady_persons)
        shown = ("" if number is None else words.number(number) for number in numbers)
        rows.append(Row([labels.state(state.state), *shown, state.grade, _exit(state.exits, labels)]))
    return Table("", words.say("explain.states"), columns, rows)


def _exit(exits: Sequence[ExitRow], labels: Labels) -> str:
    """Return the most frequent exit of a state with its share of all, short of what stands in brackets; without exits nothing."""
    if not exits:
        return ""
    most = max(exits, key=lambda one: one.per_year)
    share = most.per_year / sum(one.per_year for one in exits)
    return f"{labels.words.percent(share)} {labels.state(most.to).split(' (')[0]}"


def _course(course: CourseRow, labels: Labels) -> Sentence:
    """Return a course of the economy: when it stands where, whether it swings around that, and what it does to hazards."""
    words = labels.words
    points = (words.say("explain.course.point", value=words.number(each.value, 2), date=words.date(each.first)) for each in course.points)
    said = [
        words.say("explain.course.factor", group=labels.groups[each.group], ratio=words.number(each.factor, 2)) for each in course.factors
    ]
    said.append(words.say("explain.course.drawn" if course.drawn else "explain.course.alone"))
    said.append(words.say("explain.course.grade", grade=course.grade, meaning=words.say(f"grade.{course.grade}")))
    named = words.say("explain.course", process=labels.processes[course.process], id=course.process, points=", ".join(points))
    return Sentence(named, points=tuple(said))


def _initiative(initiative: InitiativeRow, labels: Labels) -> Sentence:
    """Return what an initiative does, when, and how well that is known."""
    words = labels.words
    said = [_effect(effect, labels) for effect in initiative.effects]
    said += _programme(initiative.programme, labels) if initiative.programme else []
    said += [_staff(row, words) for row in initiative.staff]
    if initiative.price:
        said.append(price_sentence(initiative.price, words))
    if initiative.suspends:
        said.append(words.say("explain.suspends", what=", ".join(initiative.suspends)))
    said.append(words.say("explain.evidence", meaning=words.say(f"evidence.{initiative.evidence}")))
    if initiative.caveat:
        said.append(words.say("explain.caveat", caveat=words.text(initiative.caveat)))
    return Sentence(f"{labels.initiative(initiative.id)} ({initiative.id}): {_when(initiative, words)}", points=tuple(said))


def _programme(programme: ProgrammeTerms, labels: Labels) -> list[str]:
    """Return how many a programme has room for, how long it lasts, who comes first, and what it does during and after."""
    words = labels.words
    kind = "places" if programme.places else "slots"
    room = programme.places or programme.slots_per_year
    said = words.say(f"programme.{kind}", room=_ranged(room.value, room.low, room.high, words, digits=1), grade=room.grade) if room else ""
    lasts = words.say("programme.lasts", weeks=words.figure(programme.weeks), queue=words.say(f"queue.{programme.queue}"))
    during = [words.say("programme.during", effect=_inside(_effect(effect, labels))) for effect in programme.during]
    after = [
        words.say("programme.after", weeks=words.figure(phase.weeks), effect=_inside(_effect(effect, labels)))
        for phase in programme.after
        for effect in phase.effects
    ]
    terms = [
        words.say(f"programme.{name}", grade=term.grade, **{name_of: _ranged(term.value, term.low, term.high, words)})
        for name, name_of, term in (("drop_out", "rate", programme.drop_out_per_year), ("wage", "wage", programme.wage))
        if term
    ]
    return [f"{said}. {lasts}", *terms, *during, *after]


def _staff(row: StaffRow, words: Words) -> str:
    """Return the hours that an initiative needs, or adds to a pool with a sign."""
    pool, adds = words.text(row.label), row.adds
    if adds is None:
        return words.say("explain.needs", pool=pool, hours=words.figure(row.needs or 0.0))
    sign = "+" if adds.value > 0.0 else ""
    return words.say("explain.adds", pool=pool, hours=f"{sign}{_ranged(adds.value, adds.low, adds.high, words)}", grade=adds.grade)


def _inside(sentence: str) -> str:
    """Return a sentence as it stands inside another one."""
    return sentence[:1].lower() + sentence[1:]


def _when(initiative: InitiativeRow, words: Words) -> str:
    """Return when an initiative runs, how fast it grows, and how much of it the rates hold already."""
    start = words.date(initiative.start)
    said = words.say("explain.since", start=start)
    if initiative.end:
        said = words.say("explain.between", start=start, end=words.date(initiative.end))
    if initiative.ramp_up_months:
        said += words.say("explain.ramp", months=initiative.ramp_up_months)
    if initiative.dose_in_base:
        said += words.say("explain.dose", share=words.percent(initiative.dose_in_base))
    return said


def _effect(effect: EffectRow, labels: Labels) -> str:
    """Return by how much an initiative multiplies the rates of some exits."""
    words = labels.words
    states = ", ".join(labels.state(state) for state in effect.exits_to)
    ratio, low, high = (None if value is None else words.number(value, 2) for value in (effect.hazard_ratio, effect.low, effect.high))
    said = {"states": states, "ratio": ratio, "grade": effect.grade}
    if low is None or high is None:
        return words.say("explain.effect", **said)
    return words.say("explain.effect_range", low=low, high=high, **said)
