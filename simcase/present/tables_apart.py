"""A figure of the budget taken apart: by refusion step, by rate, and the numbers behind it with their sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from simcase.money import Part
from simcase.present.labels import Labels
from simcase.present.path_names import PathNames
from simcase.present.sentences_run import fit_and_prices
from simcase.present.table import Row, Sentence, Table, figures, texts
from simcase.study.results import FigureApart
from simcase.words import Words

SUMMED = ("person_weeks", "gross", "state_kroner", "municipality")


def apart_parts(explained: FigureApart, labels: Labels, names: PathNames) -> Iterator[Table | Sentence]:
    """Yield the figure, then its parts by refusion step and by rate class, then the numbers with their sources."""
    words, net = labels.words, explained.municipality
    said = words.say(
        "apart.figure",
        line=labels.line(explained.line),
        year=explained.year,
        net=words.millions(net.mean),
        low=words.number(net.p05 / 1e6, 1),
        high=words.number(net.p95 / 1e6, 1),
        runs=words.number(explained.replications),
    )
    yield Sentence(said, "strong")
    rests = {"calibration": explained.calibration, "fit": fit_and_prices(explained.fit, labels), "seed": explained.seed}
    yield Sentence(words.say("apart.about", title=labels.title, scenario=explained.scenario, **rests), "faint")
    yield _by_step(explained, names, words)
    yield _by_class(explained, names, labels)
    yield Sentence(words.say("apart.product"), "faint")
    yield _sources(explained, names, words)


def _by_step(explained: FigureApart, names: PathNames, words: Words) -> Table:
    """Return weeks and kroner by refusion column, and their sum."""
    heads = [words.say(f"apart.{head}") for head in ("person_weeks", "gross", "state_share", "state_kroner", "municipality")]
    rows = []
    columns: dict[tuple[str, str], dict[str, float]] = {}
    for part in explained.parts:
        sums = columns.setdefault((part.column, part.since), {"state_share": part.state_share})
        for name in SUMMED:
            sums[name] = sums.get(name, 0.0) + getattr(part, name)
    for (column, since), sums in sorted(columns.items()):
        name = _from(_column(column, names, words), since, explained, words)
        rows.append(Row([name, *_cells(sums, words.percent(sums["state_share"]), words)]))
    total = {name: sum(sums[name] for sums in columns.values()) for name in SUMMED}
    rows.append(Row([words.say("line.total"), *_cells(total, "", words)], "strong", apart=True))
    return Table("", words.say("apart.steps"), [*texts(words.say("apart.column")), *figures(*heads)], rows)


def _from(name: str, since: str, explained: FigureApart, words: Words) -> str:
    """Return the name of a row with the day from which it is paid so, where that changes inside the year."""
    several = len({part.since for part in explained.parts}) > 1
    return words.say("apart.from", name=name, date=words.date(since)) if several else name


def _cells(sums: Mapping[str, float], share: str, words: Words) -> list[str]:
    """Return weeks, gross, the state's share, and what each payer pays."""
    gross, state, municipality = (words.kroner_1000(sums[name]) for name in SUMMED[1:])
    return [words.number(sums["person_weeks"]), gross, share, state, municipality]


def _column(column: str, names: PathNames, words: Words) -> str:
    """Return the name of a refusion column: a step of the ladder, a cohort, or none."""
    step = column.removeprefix("step_")
    if not column:
        return words.say("apart.none")
    return names.spelled(column) if step == column else words.say("apart.step", step=step)


def _by_class(explained: FigureApart, names: PathNames, labels: Labels) -> Table:
    """Return time, rate, index, part time, take-up and gross by state and rate class; a class of several states stands with each."""
    words = labels.words
    paid = Counter(name for _, name in {(part.state, part.rate_class) for part in explained.parts})
    heads = [words.say(f"apart.{head}") for head in ("quantity", "rate", "regulation", "full_time_share", "take_up", "gross")]
    body = []
    rows: dict[tuple[str, str, str], Part] = {}
    for part in explained.parts:
        key = part.state, part.rate_class, part.since
        before = rows.get(key)
        rows[key] = part if before is None else before._replace(quantity=before.quantity + part.quantity, gross=before.gross + part.gross)
    for (state, rate_class, since), row in rows.items():
        name = names.spelled(rate_class)
        name = f"{labels.state(state)} / {name}" if paid[rate_class] > 1 else name
        unit = words.say(f"apart.{row.unit}")
        take_up = row.gross / (row.quantity * row.rate * row.regulation * row.full_time_share)
        quantity, rate = f"{words.number(row.quantity)} {unit}", words.number(row.rate)
        factors = (words.number(row.regulation, 4), words.number(row.full_time_share, 3), words.number(take_up, 3))
        body.append(Row([_from(name, since, explained, words), quantity, rate, *factors, words.kroner_1000(row.gross)]))
    return Table("", words.say("apart.classes"), [*texts(words.say("apart.class")), *figures(*heads)], body)


def _sources(explained: FigureApart, names: PathNames, words: Words) -> Table:
    """Return the numbers behind the figure, each with its path beneath its name, with grade and source."""
    rows = [
        Row([f"{names.of(row.path)}\n{row.path}", words.figure(row.value), row.grade, words.source(row.source)])
        for row in explained.sources
    ]
    columns = [
        *texts(words.say("apart.path")),
        *figures(words.say("figure.value")),
        *texts(words.say("fit.grade"), words.say("figure.source")),
    ]
    return Table("", words.say("apart.sources"), columns, rows)
