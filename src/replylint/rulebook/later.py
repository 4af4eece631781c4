"""A tuple that is read when it is first looked at.

A check needs neither the phrases of a kept rulebook, which are kept compiled beside it, nor its examples, and these are
nearly all of its values.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Item = TypeVar("Item")


class Later(Sequence[Item]):
    """Equals the tuple that `read` gives, and asks for it once.

    >>> Later(lambda: (1, 2)) == (1, 2)
    True
    """

    __slots__ = ("_items", "_read")

    def __init__(self, read: Callable[[], tuple[Item, ...]]) -> None:
        self._read = read
        self._items: tuple[Item, ...] | None = None

    def _all(self) -> tuple[Item, ...]:
        if self._items is None:
            self._items = self._read()
        return self._items

    def __len__(self) -> int:
        return len(self._all())

    def __iter__(self) -> Iterator[Item]:
        return iter(self._all())

    @overload
    def __getitem__(self, index: int) -> Item: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Item, ...]: ...

    def __getitem__(self, index: int | slice) -> Item | tuple[Item, ...]:
        return self._all()[index]

    def __eq__(self, other: object) -> bool:
        return self._all() == (other._all() if isinstance(other, Later) else other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle as the tuple, for another process."""
        return tuple, (self._all(),)
