"""Find rule files: the bundled ones, packs of installed packages, and a team's own folder, in that order."""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import blake2b
from importlib import resources
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from replylint.errors import Problem, RulebookError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable

ROOMS = ("acts", "etiquette", "channels", "names")
LEARNED = "learned"  # weights, in JSON: only the bundled ones, made from the lines of the checkout's training folder
PACKS = "replylint.rulebooks"
_MAX_FILE_BYTES = 4_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one rule file: `layer` 0 is bundled, higher layers come on top; `room` is its folder."""

    layer: int
    room: str
    name: str
    text: str


def bundled() -> Traversable:
    """Give the folder of bundled rules: in the package, or in the checkout of an editable install."""
    shipped = resources.files("replylint") / "_rules"
    if shipped.is_dir():
        return shipped
    checkout = Path(__file__).resolve().parents[3] / "rules"
    if checkout.is_dir():
        return checkout
    raise RulebookError([Problem(str(checkout), 1, 1, "", f"no bundled rules here nor in {shipped}")])


def packs() -> list[tuple[str, Traversable]]:
    """List the rule folders of installed packages; an entry point names a package that holds the room folders.

    Raises RulebookError for an entry point whose package cannot be imported.
    """
    found = []
    for point in sorted(entry_points(group=PACKS), key=lambda point: point.name):
        try:
            found.append((point.name, resources.files(point.module)))
        except (ImportError, TypeError) as error:
            raise RulebookError([Problem(point.name, 1, 1, "", f"no package with rules: {error}")]) from None
    return found


def collect(folder: Path | None, *, with_packs: bool = True) -> list[Source]:
    """Read all rule files, lowest layer first. Raises RulebookError for folders or files that cannot be read."""
    problems: list[Problem] = []
    layers: list[tuple[str, Traversable]] = [("rules", bundled())]
    if with_packs:
        layers += packs()
    if folder is not None:
        if not os.path.isdir(folder):  # noqa: PTH112  a path that may not be looked at is none, and no error
            what = "a file, not a folder of rules" if os.path.isfile(folder) else "no such folder of rules"  # noqa: PTH113
            raise RulebookError([Problem(str(folder), 1, 1, "", what)])
        layers.append((str(folder), folder))
    found: list[Source] = []
    for number, (label, root) in enumerate(layers):
        try:
            found += _read_layer(number, label, root, problems)
        except OSError as error:
            problems.append(Problem(str(error.filename or label), 1, 1, "", error.strerror or str(error)))
    if problems:
        raise RulebookError(problems)
    return found + _learned(layers[0][1])


def _read_layer(number: int, label: str, root: Traversable, problems: list[Problem]) -> list[Source]:
    found: list[Source] = []
    before = len(problems)
    for room in ROOMS:
        where = root / room
        if where.is_dir():
            found += _read_room(number, room, f"{label}/{room}", where, problems)
    if not found and len(problems) == before:
        rooms = ", ".join(ROOMS)
        problems.append(Problem(label, 1, 1, "", f"no rule files (*.yaml) in any of its folders {rooms}"))
    problems += _strays(label, root)
    return found


def _learned(root: Traversable) -> list[Source]:
    where = root / LEARNED
    items = sorted(where.iterdir(), key=lambda item: item.name) if where.is_dir() else []
    return [
        Source(0, LEARNED, f"rules/{LEARNED}/{item.name}", item.read_text("utf-8"))
        for item in items
        if item.name.endswith(".json")
    ]


def digest(sources: Iterable[Source]) -> str:
    """Name a set of rule files by their content: 16 hexadecimal digits."""
    hashed = blake2b(digest_size=8)
    for source in sources:
        for part in (str(source.layer), source.room, source.name.rsplit("/", 1)[-1], source.text):
            hashed.update(part.encode())
            hashed.update(b"\0")
    return hashed.hexdigest()


def _read_room(layer: int, room: str, label: str, where: Traversable, problems: list[Problem]) -> list[Source]:
    found = []
    for item in sorted(where.iterdir(), key=lambda item: item.name):
        name = f"{label}/{item.name}"
        if item.is_dir() or item.name.startswith("."):
            continue
        if not item.name.endswith((".yaml", ".yml")):
            problems.append(Problem(name, 1, 1, "", "not a rule file: its name does not end in .yaml"))
            continue
        if not item.is_file():
            problems.append(Problem(name, 1, 1, "", "a link to nothing, or no file of bytes"))
            continue
        try:
            data = item.read_bytes()
        except OSError as error:
            problems.append(Problem(name, 1, 1, "", error.strerror or str(error)))
            continue
        if len(data) > _MAX_FILE_BYTES:
            problems.append(Problem(name, 1, 1, "", f"larger than {_MAX_FILE_BYTES:,} bytes"))
            continue
        try:
            found.append(Source(layer, room, name, data.decode("utf-8-sig")))
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            problems.append(Problem(name, line, 1, "", f"not UTF-8 (byte {error.start})"))
    return found


def _strays(label: str, root: Traversable) -> list[Problem]:
    """A rule file outside the rooms would never be read: say so rather than pass it over."""
    strays = _rule_files(label, root)
    for item in root.iterdir():
        if item.is_dir() and not item.name.startswith((".", "_")):
            where = f"{label}/{item.name}"
            if item.name not in ROOMS:
                strays += _rule_files(where, item)
            else:
                for below in item.iterdir():
                    if below.is_dir():
                        strays += _rule_files(f"{where}/{below.name}", below)
    return [Problem(name, 1, 1, "", f"not read here: move it into one of {', '.join(ROOMS)}") for name in strays]


def _rule_files(label: str, where: Traversable) -> list[str]:
    return [
        f"{label}/{item.name}"
        for item in where.iterdir()
        if item.is_file() and item.name.endswith((".yaml", ".yml")) and not item.name.startswith(".")
    ]
