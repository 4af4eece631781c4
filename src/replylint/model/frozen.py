"""The base of all models: frozen, strict about keys, and cheap to build from values already known to be right."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict

# The four slots of a pydantic model, set without looking their names up each time.
_new = object.__new__
_set_values, _set_fields, _set_extra, _set_private = (
    BaseModel.__dict__[slot].__set__
    for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)


class Frozen(BaseModel):
    """A value: it cannot be changed, and it takes no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)
    _every_field: ClassVar[set[str]] = set()

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Note the names of the fields once: a built model says that all of them are set."""
        super().__pydantic_init_subclass__(**kwargs)
        cls._every_field = set(cls.model_fields)

    @classmethod
    def trusted(cls, values: dict[str, Any]) -> Self:
        """Build from values the linter itself computed, without validating them again.

        `values` must hold every field. Five times cheaper than `__init__` and ten times cheaper than
        `model_construct`; a report is some twenty models, and they would otherwise cost more than the search.
        """
        made = _new(cls)
        _set_values(made, values)
        _set_fields(made, cls._every_field)
        _set_extra(made, None)
        _set_private(made, None)
        return made
