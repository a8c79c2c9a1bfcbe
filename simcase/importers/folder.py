"""A new calibration folder, written whole or not at all."""

from __future__ import annotations

import io
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from simcase.declare import is_name, write_yaml
from simcase.declare.values import Declared
from simcase.errors import Issue, UserError
from simcase.importers.privacy import refuse_named
from simcase.words import Words, said


def new_place(name: str, option: str) -> Path:
    """Return the folder of a new calibration in the current folder; raises UserError for a name that is none, or taken."""
    refuse_named({option: name})
    if not is_name(name):
        raise UserError([Issue("", 0, option, said("error.folder.odd_name"), said("error.folder.letters"))])
    folder = Path("calibration") / name
    free(folder)
    return folder


def free(folder: Path) -> None:
    """Raise UserError where something is in the place of a new folder."""
    if folder.exists() or folder.is_symlink():
        raise UserError([Issue(folder.as_posix(), 0, "", said("error.folder.taken"), said("error.folder.new_name"))])


def yaml_text(tree: Mapping[str, Any], words: Words, head: str = "") -> str:
    """Return a tree as the text of a YAML file, lines of comment first; what it says of its sources is in the reader's language."""
    text = io.StringIO()
    write_yaml({name: _told(part, words) for name, part in tree.items()}, text)
    return "".join(f"# {line}\n" for line in head.splitlines()) + text.getvalue()


def _told(tree: Any, words: Words) -> Any:  # noqa: ANN401 - any part of a file
    """Return a part of a file whose sources and notes are in a language, as far as simcase has them in it."""
    if isinstance(tree, Mapping):
        said = {name: words.source(text) for name in ("source", "note") if isinstance(text := tree.get(name), str)}
        return {name: _told(part, words) for name, part in tree.items()} | said
    return [_told(part, words) for part in tree] if isinstance(tree, list | tuple) else tree


def new_folder(folder: Path, files: Mapping[str, Mapping[str, Any] | str], words: Words) -> Path:
    """Write files, texts or trees of YAML, into a folder that is not there yet; return it.

    Raises UserError where it is there already; then nothing is written.
    """
    free(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(mkdtemp(prefix=".new-", dir=folder.parent))
    try:
        for name, what in files.items():
            file = draft / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(what if isinstance(what, str) else yaml_text(what, words), encoding="utf-8")
        draft.chmod(0o755)
        draft.rename(folder)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return folder


def tree_of(declared: Declared) -> dict[str, Any]:
    """Return a declaration as it would be written: its id first, defaults left out and step functions as mappings."""
    tree = declared.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if isinstance(tree.get("factors"), list) and tree["factors"] and isinstance(tree["factors"][0], list):
        tree["factors"] = {edge_of(edge): factor for edge, factor in tree["factors"]}
    return {"id": tree["id"], **tree} if "id" in tree else dict(tree)


def edge_of(edge: float) -> int | float:
    """Return an edge without needless decimals."""
    return int(edge) if edge == int(edge) else float(edge)
