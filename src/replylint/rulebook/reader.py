"""Read checked fields out of YAML values, noting every problem with its place instead of stopping at the first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from replylint.errors import Problem, nearest
from replylint.rulebook.model import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from replylint.rulebook.yaml import Value


class Reader:
    """Reads the values of one file; `problems` grows as it goes."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file, self.problems = file, problems

    def place(self, value: Value, path: str) -> tuple[str, int, int, str]:
        """Name the place of a value, for problems found later."""
        return self.file, value.line, value.column, path

    def wrong(self, value: Value, path: str, message: str) -> None:
        """Note a problem at a value."""
        self.problems.append(Problem(self.file, value.line, value.column, path, message))

    def fields(self, value: Value, path: str, known: Collection[str], needed: Collection[str] = ()) -> dict[str, Value]:
        """Read a mapping whose keys must all be known."""
        if not isinstance(value.data, dict):
            self.wrong(value, path, f"a mapping with the keys {', '.join(sorted(known))} is needed here")
            return {}
        for key, item in value.data.items():
            if key not in known:
                self.wrong(item, _join(path, key), f'unknown key "{key}"{nearest(key, known)}')
        for key in needed:
            if key not in value.data:
                self.wrong(value, path, f'key "{key}" is missing')
        return {key: item for key, item in value.data.items() if key in known}

    def word(self, value: Value | None, path: str, known: Collection[str], kind: str, default: str = "") -> str:
        """Read one word out of a known set."""
        if value is None:
            return default
        if isinstance(value.data, str) and value.data in known:
            return value.data
        self.wrong(value, path, f'unknown {kind} "{value.data}"{nearest(str(value.data), known)}')
        return default

    def words(self, value: Value | None, path: str, known: Collection[str], kind: str) -> tuple[str, ...]:
        """Read a list of words out of a known set; a single word stands for a list of one."""
        if value is None:
            return ()
        items = value.data if isinstance(value.data, list) else [value]
        return tuple(w for item in items if (w := self.word(item, path, known, kind)))

    def text(self, value: Value | None, path: str, default: str = "") -> str:
        """Read a text that says something."""
        if value is None:
            return default
        if isinstance(value.data, str) and value.data.strip():
            return value.data
        self.wrong(value, path, "a text is needed here")
        return default

    def scalar_text(self, value: Value, path: str) -> str:
        """Read a phrase: a text, or a number written without quotes."""
        if isinstance(value.data, int) and not isinstance(value.data, bool):
            return str(value.data)
        return self.text(value, path)

    def flag(self, value: Value | None, path: str, *, default: bool = False) -> bool:
        """Read true or false."""
        if value is None:
            return default
        if isinstance(value.data, bool):
            return value.data
        self.wrong(value, path, f'true or false is needed here, not "{value.data}"')
        return default

    def count(self, value: Value, path: str) -> int:
        """Read a whole number, 0 or more."""
        if isinstance(value.data, int) and not isinstance(value.data, bool) and value.data >= 0:
            return value.data
        self.wrong(value, path, f'a bad limit: a whole number from 0 is needed, not "{value.data}"')
        return 0

    def both(self, value: Value | None, path: str) -> Mapping[str, str]:
        """Read a text in both languages."""
        if value is None:
            return {}
        found = self.fields(value, path, LANGUAGES, LANGUAGES)
        return {language: self.text(item, _join(path, language)) for language, item in found.items()}

    def items(self, value: Value | None, path: str) -> list[Value]:
        """Read a list."""
        if value is None:
            return []
        if isinstance(value.data, list):
            return value.data
        self.wrong(value, path, "a list is needed here")
        return []


def _join(path: str, key: Any) -> str:
    return f"{path}.{key}" if path else str(key)
