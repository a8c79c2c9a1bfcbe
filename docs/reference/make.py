"""Write the reference pages anew from the program and from what is shipped: `python docs/reference/make.py`."""

from __future__ import annotations

import inspect
import json
import runpy
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from simcase.api import load
from simcase.cli import main
from simcase.cli.help import note_language
from simcase.declare import read_document, shipped, validate
from simcase.declare.initiatives import Initiative, TargetGroup, Window
from simcase.declare.json_schema import FILES, json_schema
from simcase.declare.library import Library
from simcase.declare.values import Figure
from simcase.errors import UserError
from simcase.model.uncertainty import effects_of
from simcase.words import Words

HERE = Path(__file__).parent
TOP = HERE.parents[1]
WRITTEN = "<!-- Written by `python docs/reference/make.py`; do not edit. -->"
WIDTH = 100
ENGLISH = Words("en")


def pages() -> dict[str, str]:
    """Return the text of every generated page by its file name."""
    return {
        "cli.md": page("Command line", commands("en", main)),
        "kommandolinje.md": page("Kommandolinjen", commands("da", main)),
        "initiatives.md": page("Initiatives, Aabenraa 2019", initiatives()),
        "files.md": page("Keys of the files", files()),
        "parameters.md": page("Unknowns of the fit, Aabenraa 2019", parameters()),
        "states.md": page("States, Aabenraa 2019", states()),
        "transitions.md": page("Transitions, Aabenraa 2019", transitions()),
        "../architecture.md": with_packages((HERE.parent / "architecture.md").read_text(encoding="utf-8")),
    }


def with_packages(text: str) -> str:
    """Return the page of the architecture with its table of packages, in the order that the test of imports holds."""
    head, _, rest = text.partition("<!-- packages:")
    mark, _, rest = rest.partition("-->")
    _, end, after = rest.partition("<!-- end of packages -->")
    return "\n".join([f"{head}<!-- packages:{mark}-->", "", *packages(), "", f"{end}{after}"])


def packages() -> Iterator[str]:
    """Yield the packages with the first sentence of the docstring of each."""
    order = runpy.run_path(str(TOP / "tests" / "house" / "test_imports.py"))["ORDER"]
    docs = {name: inspect.getdoc(import_module(f"simcase.{name}" if name != "simcase" else name)) or "" for name in order}
    yield from table(("package", "what it does"), ((f"[`{name}`]({folder(name)})", doc.split("\n\n")[0]) for name, doc in docs.items()))


def folder(name: str) -> str:
    """Return where a package stands, seen from the page of the architecture."""
    return "../simcase" if name == "simcase" else f"../simcase/{name}"


def page(title: str, lines: Iterable[str]) -> str:
    """Return a page with its title."""
    return "\n".join([f"# {title}", "", WRITTEN, "", *lines]) + "\n"


def table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """Yield a table."""
    names = list(heads)
    yield f"| {' | '.join(names)} |"
    yield f"|{'---|' * len(names)}"
    for row in rows:
        yield "| " + " | ".join(str("" if cell is None else cell).replace("|", "\\|").replace("\n", " ") for cell in row) + " |"


def commands(lang: str, command: click.Command, name: str = "simcase", above: click.Context | None = None) -> Iterator[str]:
    """Yield the help of a command and of those under it in a language."""
    asking = main.context_settings["help_option_names"]
    context = click.Context(command, parent=above, info_name=name, terminal_width=WIDTH, max_content_width=WIDTH, help_option_names=asking)
    note_language(context, ["--lang", lang])
    yield from (f"## {context.command_path}", "", "```text", command.get_help(context), "```", "")
    if isinstance(command, click.Group):
        for each in sorted(command.commands):
            yield from commands(lang, command.commands[each], each, context)


def states() -> Iterator[str]:
    """Yield the states: line, refusion ladder, source and grade."""
    rows = ((f"`{each.id}`", each.label.en, each.line, each.ladder, each.grade, each.source) for each in load("as-is").states)
    yield from table(("state", "name", "line", "refusion ladder", "grade", "source"), rows)


def transitions() -> Iterator[str]:
    """Yield the yearly rates before the fit, with range, source and grade."""
    yield from ("Yearly rates as stated, before the fit's multipliers and the profiles by age, duration and season.", "")
    moves = ((each, each.rate) for each in load("as-is").transitions)
    rows = ((f"`{each.from_}`", f"`{each.to}`", rate.value, rate.low, rate.high, rate.grade, rate.source) for each, rate in moves)
    yield from table(("from", "to", "a year", "low", "high", "grade", "source"), rows)


def parameters() -> Iterator[str]:
    """Yield the unknowns of the fit with prior, bounds, source and grade."""
    yield from ("`sd` is how far an unknown may lie from its prior on the log scale; what was fitted: `simcase calibrate`.", "")
    rows = (
        (f"`{each.id}`", each.label.en, each.kind, each.prior, each.sd, each.low, each.high, each.grade, each.source)
        for each in load("as-is").parameters
    )
    yield from table(("unknown", "name", "kind", "prior", "sd", "low", "high", "grade", "source"), rows)


def initiatives() -> Iterator[str]:
    """Yield every initiative of the library."""
    library = Library((shipped(),))
    yield from (
        "A hazard ratio multiplies how often citizens of the target leave for the exits named; 1 is no effect. The interval holds nine of",
        "ten draws. What is known only from before and after, from a target or from judgement is no proof that the initiative causes it.",
        "What the base rates hold of an initiative is no gain when it runs and a loss when it stops.",
        "",
    )
    for name in library.initiatives():
        each, issues = validate(read_document(library.initiative(name)), Initiative)
        if each is None:
            raise UserError(issues)
        yield from described(each)


def described(each: Initiative) -> Iterator[str]:
    """Yield an initiative: mechanism, target, window, dose in the base rates, evidence, effects and costs with grade and source, caveat."""
    yield from (f"## {ENGLISH.text(each.label)} (`{each.id}`)", "", ENGLISH.text(each.description), "")
    yield from (f"- Mechanism: {mechanism(each)}", f"- For: {whom(each.target)}", f"- {when(each.window)}")
    if each.effects or each.prevents is not None:
        yield f"- In the base rates already: {ENGLISH.percent(each.dose_in_base)} of its full dose"
    if each.staff is not None:
        yield f"- Staff: {each.staff.hours_a_week:g} hours a week of `{each.staff.pool}` for each"
    yield from (f"- Evidence: {ENGLISH.say(f'evidence.{each.evidence}')}", "")
    rows = list(effects(each))
    if rows:
        yield from (*table(("what", "acts on", "value", "low", "high", "grade", "source"), rows), "")
    if each.costs:
        costs = ((cost.year, f"`{cost.line}`", f"{cost.kroner:,.0f}", cost.grade, cost.source) for cost in each.costs)
        yield from (*table(("costs in year", "line", "kroner", "grade", "source"), costs), "")
    if each.caveat:
        yield from (f"Caveat: {ENGLISH.text(each.caveat)}", "")


def mechanism(each: Initiative) -> str:
    """Return in words how an initiative acts."""
    if each.programme is not None:
        kind = "job slots" if each.programme.slots_per_year is not None else "places"
        return f"programme with {kind}, {each.programme.weeks:g} weeks; effects during and after"
    if each.kind == "terms":
        acts = ["changes prices or rules"] * bool(each.changes)
        acts += [f"suspends {quoted(each.suspends)} while its window lasts"] * bool(each.suspends)
        return " and ".join(acts)
    return {
        "open": "reaches everybody whom it is for, with a dated dose",
        "diversion": "prevents a share of the entries to its target",
        "process": f"an installed function, `{each.process}`, sets its dose",
        "hours": "adds staff hours to a pool, and acts through it alone",
    }[each.kind]


def whom(target: TargetGroup) -> str:
    """Return in words whom an initiative is for."""
    said = [quoted(target.states) or "everybody"]
    said += [f"of the segments {quoted(target.segments)}"] * bool(target.segments)
    said += [f"from age {target.from_age:g}"] * bool(target.from_age)
    said += [f"below age {target.to_age:g}"] * (target.to_age < TargetGroup(states=()).to_age)
    said += [f"after {target.min_weeks:g} weeks there"] * bool(target.min_weeks)
    said += [f"{ENGLISH.percent(target.share)} of them"] * (target.share < 1.0)
    return "; ".join(said)


def when(window: Window) -> str:
    """Return in words when an initiative runs."""
    until = f" to {window.end}" if window.end else ""
    ramp = f", full dose after {window.ramp_up_months} months" if window.ramp_up_months else ""
    return f"From {window.start}{until}{ramp}"


def quoted(names: Iterable[str]) -> str:
    """Return names as code."""
    return ", ".join(f"`{name}`" for name in names)


def effects(each: Initiative) -> Iterator[tuple[object, ...]]:
    """Yield the numbers by which an initiative acts, with range, grade and source."""
    for where, acting in effects_of(each):
        for effect in acting:
            yield (where.replace("effects", "hazard ratio"), quoted(effect.exits_to), *stated(effect.hazard_ratio))
    sizes = {"prevents": each.prevents, "hours a week": each.adds.hours_a_week if each.adds else None}
    if each.programme is not None:
        within = each.programme
        sizes |= {"places": within.places, "slots a year": within.slots_per_year}
        sizes |= {"drop out a year": within.drop_out_per_year if within.drop_out_per_year.value else None}
        sizes |= {"wage a month": within.wage, "kroner a place": within.kroner_per_place, "kroner a start": within.kroner_per_start}
    yield from ((name, None, *stated(figure)) for name, figure in sizes.items() if figure is not None)
    yield from ((f"`{change.path}`", None, change.to or f"x {change.times}", None, None, None, change.why) for change in each.changes)


def stated(figure: Figure) -> tuple[object, ...]:
    """Return value, range, grade and source of a figure."""
    return figure.value, figure.low, figure.high, figure.grade, figure.source


def files() -> Iterator[str]:
    """Yield the keys of every kind of file, from its JSON Schema."""
    for name, schema in FILES.items():
        described = json_schema(schema)
        parts = {name: described, **{f"{name}: {part}": inside for part, inside in described.get("$defs", {}).items()}}
        for title, part in parts.items():
            if "properties" in part:
                needed = part.get("required", [])
                rows = (
                    (f"`{key}`", "yes" if key in needed else "", kind(inside), inside.get("description"))
                    for key, inside in part["properties"].items()
                )
                yield from (f"## {title}", "", *table(("key", "required", "holds", "means"), rows), "")


def kind(schema: dict[str, Any]) -> str:
    """Return in words what a part of a schema allows."""
    if "$ref" in schema:
        return schema["$ref"].rsplit("/", 1)[1]
    if "anyOf" in schema:
        return " or ".join(kind(each) for each in schema["anyOf"])
    if "enum" in schema or "const" in schema:
        return ", ".join(json.dumps(each, ensure_ascii=False) for each in schema.get("enum", [schema.get("const")]))
    if schema.get("type") == "array" and isinstance(schema.get("items"), dict):
        return f"list of {kind(schema['items'])}"
    if isinstance(schema.get("additionalProperties"), dict):
        return f"map to {kind(schema['additionalProperties'])}"
    return " ".join(str(schema[key]) for key in ("type", "format") if key in schema) or "anything"


if __name__ == "__main__":
    for name, text in pages().items():
        (HERE / name).write_text(text, encoding="utf-8")
    sys.stdout.write(f"{len(pages())} pages written to {HERE}\n")
