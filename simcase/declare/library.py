"""Where scenarios, initiatives and calibrations are: in the current folder first, then among those shipped."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from simcase.declare.declaration import Schema, read_declaration
from simcase.declare.initiatives import Initiative, ScenarioFile
from simcase.declare.values import Label
from simcase.errors import Issue, UserError, closest

AS_IS = "as-is"
"""The reserved name of the scenario that has no initiatives."""
BASELINE = "baseline"
"""The scenario that others are held against, where there is one of this name."""

_PACKAGE = Path(__file__).parents[1]
_NAME = re.compile(r"[a-z0-9][a-z0-9_.-]*")


@dataclass(frozen=True, slots=True)
class Library:
    """Folders in the order in which they are searched; each may hold `scenarios` and `calibration`."""

    roots: tuple[Path, ...]

    def scenario(self, name: str) -> Path:
        """Return the file of a scenario; raises UserError for an unknown name."""
        return self._named(name, self._scenario_files, self.scenarios(), self.titles)

    def initiative(self, name: str) -> Path:
        """Return the file of an initiative; raises UserError for an unknown name."""
        return self._named(name, self._initiative_files, self.initiatives(), self.labels)

    def calibration(self, name: str) -> Path:
        """Return the folder of a calibration; raises UserError for an unknown name."""
        return self._named(name, self._calibration_folders, self.calibrations(), dict)

    def template(self, lang: str) -> Path:
        """Return the file of the template of a case document in a language."""
        return self._named(f"case-{lang}", lambda name: (root / "templates" / f"{name}.docx" for root in self.roots), (), dict)

    def scenarios(self) -> tuple[str, ...]:
        """Return the names of the scenarios, sorted; `as-is` needs no file and is not among them."""
        return _stems(root / "scenarios" for root in self.roots)

    def initiatives(self) -> tuple[str, ...]:
        """Return the names of the initiatives, sorted."""
        return _stems(root / "scenarios" / "initiatives" for root in self.roots)

    def titles(self, lineage: Collection[str] | None = None) -> dict[str, Label]:
        """Return the titles of the scenarios that can be read, by name; of those for one of some calibrations, where these are named."""
        return {name: read.title for name, read in self.readable_scenarios() if lineage is None or read.calibration in (None, *lineage)}

    def labels(self, lineage: Collection[str] | None = None) -> dict[str, Label]:
        """Return what the initiatives that can be read are called, as titles of scenarios."""
        return {name: read.label for name, read in self.readable_initiatives() if lineage is None or read.calibration in (None, *lineage)}

    def readable_scenarios(self) -> Iterator[tuple[str, ScenarioFile]]:
        """Yield the scenarios that can be read, by name."""
        return _read(self.scenarios(), self.scenario, ScenarioFile)

    def readable_initiatives(self) -> Iterator[tuple[str, Initiative]]:
        """Yield the initiatives that can be read, by name."""
        return _read(self.initiatives(), self.initiative, Initiative)

    def calibrations(self) -> tuple[str, ...]:
        """Return the names of the calibrations, sorted."""
        folders = (path for root in self.roots for path in _listed(root / "calibration") if path.is_dir())
        return tuple(sorted({path.name for path in folders if _NAME.fullmatch(path.name)}))

    def _scenario_files(self, name: str) -> Iterator[Path]:
        """Yield where the file of a scenario may be."""
        return (root / "scenarios" / f"{name}.yaml" for root in self.roots)

    def _initiative_files(self, name: str) -> Iterator[Path]:
        """Yield where the file of an initiative may be."""
        return (root / "scenarios" / "initiatives" / f"{name}.yaml" for root in self.roots)

    def _calibration_folders(self, name: str) -> Iterator[Path]:
        """Yield where the folder of a calibration may be."""
        return (root / "calibration" / name for root in self.roots)

    @staticmethod
    def _named(
        name: str, places: Callable[[str], Iterator[Path]], known: tuple[str, ...], called: Callable[[], Mapping[str, Label]]
    ) -> Path:
        """Return the first place that exists for a name; a name never leaves its folder."""
        if _NAME.fullmatch(name):
            for place in places(name):
                if place.exists():
                    return place
        expected, hint = closest(name, known, called())
        raise UserError([Issue("", 0, "", f"'{name}'", expected, hint)])


def _read(names: Iterable[str], find: Callable[[str], Path], schema: type[Schema]) -> Iterator[tuple[str, Schema]]:
    """Yield the declarations that some names stand for; one that is wrong is passed over."""
    for name in names:
        try:
            yield name, read_declaration(find(name), schema)[1]
        except UserError:
            continue


def shipped() -> Path:
    """Return the folder that holds what is shipped: in the installed package, or at the top of a checkout."""
    inside = _PACKAGE / "shipped"
    return inside if inside.is_dir() else _PACKAGE.parent


def here() -> Library:
    """Return the library of the current folder: its own files, then those shipped."""
    return Library(tuple(dict.fromkeys((Path.cwd(), shipped()))))


def is_path(reference: str) -> bool:
    """Tell a path from a name: it has a slash, or ends in .yaml.

    >>> is_path("kik-ii"), is_path("plans/kik-ii"), is_path("kik-ii.yaml")
    (False, True, True)
    """
    return "/" in reference or "\\" in reference or reference.endswith(".yaml")


def path_of(text: str) -> Path:
    """Return the path that a user wrote, with the user's folder in the place of a `~` that it begins with; all else stands for itself.

    >>> path_of("plans/g[1].yaml").as_posix(), path_of("~/plans") == Path.home() / "plans", path_of("~nobody-here").as_posix()
    ('plans/g[1].yaml', True, '~nobody-here')
    """
    try:
        return Path(text).expanduser() if text.startswith("~") else Path(text)
    except RuntimeError:  # no user of this name
        return Path(text)


def is_name(text: str) -> bool:
    """Tell whether a text may name a scenario, an initiative or a calibration.

    >>> is_name("aabenraa-2019"), is_name("../x"), is_name("Greve")
    (True, False, False)
    """
    return _NAME.fullmatch(text) is not None


def is_file_name(text: str) -> bool:
    """Tell whether a text may name a scenario whose file the user names by its path: results stand in a folder of this name.

    >>> is_file_name("Min plan 2"), is_file_name(".."), is_file_name("-x")
    (True, False, False)
    """
    return re.fullmatch(r"\w[\w +.-]{0,199}", text) is not None


def _stems(folders: Iterable[Path]) -> tuple[str, ...]:
    """Return the names of the YAML files of some folders, sorted, each once."""
    files = (path.name for folder in folders if folder.is_dir() for path in folder.iterdir())
    return tuple(sorted(stem for stem in {name.removesuffix(".yaml") for name in files if name.endswith(".yaml")} if _NAME.fullmatch(stem)))


def _listed(folder: Path) -> tuple[Path, ...]:
    """Return what a folder holds, sorted; nothing where it is none."""
    return tuple(sorted(folder.iterdir())) if folder.is_dir() else ()
