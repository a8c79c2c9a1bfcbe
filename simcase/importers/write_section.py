"""A section of a calibration in the current folder, written or replaced; what it held before is kept beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from simcase.declare import dotted, here, is_name, read_document, validate_tree
from simcase.declare.fitting import Target
from simcase.declare.schema import CalibrationFile
from simcase.errors import Issue, UserError, shown_file
from simcase.importers.counts import CountTarget
from simcase.importers.folder import tree_of, yaml_text
from simcase.model import read_calibration
from simcase.vocabulary import document_of, write_whole
from simcase.words import Words, said


def own_folder(name: str) -> Path:
    """Return the folder of a calibration in the current folder; raises UserError where it is not there."""
    folder = Path("calibration") / name
    if not is_name(name) or not folder.is_dir():
        hint = said("error.folder.init_both")
        raise UserError([Issue(folder.as_posix(), 0, "", said("error.folder.none"), said("error.folder.write_into"), hint)])
    return folder


def free_section(folder: Path, section: str, *, replace: bool) -> Path:
    """Return the file that a section will be written to: the one it stands in, else one of its own.

    Raises UserError where the section is there already and is not to be replaced.
    """
    own = folder / f"{section}.yaml"
    for file in sorted(folder.glob("*.yaml")):
        document = read_document(file)
        if not isinstance(document.tree, dict) or section not in document.tree:
            continue
        if not replace:
            hint = said("error.section.replace", name=file.name)
            raise UserError(
                [document.issue((section,), said("error.section.there", section=section), said("error.section.none_yet"), hint)]
            )
        return file
    return own


def write_section(file: Path, section: str, tree: Mapping[str, Any] | Sequence[Any], head: str, words: Words) -> None:
    """Write a section into its file, whose other sections stay, under a comment of the catalogue; the old file is kept beside it.

    Raises UserError where no calibration may hold such a section; then nothing is written.
    """
    tree_before = read_document(file).tree if file.exists() else {}
    others = {name: part for name, part in tree_before.items() if name != section} if isinstance(tree_before, dict) else {}
    whole: dict[str, Any] = {section: tree, **others}
    _, issues = validate_tree(whole, CalibrationFile, lambda where, *told: Issue(shown_file(file), 0, dotted(where), *told))
    if issues:
        raise UserError(issues)
    text = yaml_text(whole, words, words.say(head))
    if file.exists():
        write_whole(file.with_name(f"{file.name}.old"), file.read_bytes())
    write_whole(file, text)


def with_targets(name: str, new: Sequence[CountTarget]) -> list[dict[str, Any]]:
    """Return the targets that a calibration has, without those that new ones take the place of, and then the new ones."""
    ids = {each.id for each in new}
    known: Sequence[Target] = read_calibration(name, here()).sections.targets or ()
    return [tree_of(each) for each in known if each.id not in ids] + [document_of(each) for each in new]
