"""The public Rulebook: rules, channels and phrases, loaded together and proved readable."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from replylint import rulebook as _rulebook
from replylint.errors import DraftError, nearest

if TYPE_CHECKING:
    from replylint.rulebook import Channel, RuleBook


class Rulebook:
    """The rules, channels and phrases loaded together. Share one; it never changes.

    >>> Rulebook.load(packs=False).channels
    ('chat', 'email', 'phone', 'social')
    """

    def __init__(self, book: RuleBook) -> None:
        _check_book(book)
        self._book = book

    @classmethod
    def load(cls, path: str | Path | None = None, *, packs: bool = True, cache: str | Path | None = None) -> Rulebook:
        """Load the bundled rules, installed packs, and on top of them a team's folder.

        `cache` is a folder where what was read is kept between runs, as for `Linter`.

        Raises RulebookError with every problem of every file.
        """
        folder, kept = (None if one is None else Path(one) for one in (path, cache))
        book = _rulebook.load(folder, with_packs=packs, cache=kept)
        if path is not None:
            from replylint.acts.making import check_phrases  # noqa: PLC0415  only a team's own phrases are compiled here

            check_phrases(book.acts.values(), str(path))
        return cls(book)

    @property
    def book(self) -> RuleBook:
        """The typed values themselves."""
        return self._book

    @property
    def digest(self) -> str:
        """The name of these very rules; it stands in every report."""
        return self._book.digest

    @property
    def channels(self) -> tuple[str, ...]:
        """The names of the channels."""
        return tuple(self._book.channels)

    def channel(self, name: str) -> Channel:
        """Give a channel by name. Raises DraftError, with the nearest valid word, when there is none."""
        found = self._book.channels.get(name)
        if found is None:
            raise DraftError(f'unknown channel "{name}"{nearest(str(name), self._book.channels)}')
        return found

    @property
    def rules(self) -> tuple[str, ...]:
        """The names of the rules."""
        return tuple(self._book.rules)


def _check_book(given: object) -> None:
    if not isinstance(given, _rulebook.RuleBook):
        wanted = repr(str(given)) if isinstance(given, (str, Path)) else ""
        raise TypeError(f"a Rulebook is loaded: Rulebook.load({wanted})")
