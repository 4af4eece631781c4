"""A draft: one reply as it is about to be sent, or was sent, with its context."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AwareDatetime, BeforeValidator, Field, ValidationError, model_validator

from replylint.errors import DraftError, nearest
from replylint.model.frozen import Frozen

Language = Literal["ar", "en", "mixed"]

_LANGUAGES = {"arabic": "ar", "english": "en", "both": "mixed", "female": "f", "male": "m", "woman": "f", "man": "m"}
_SURROGATE = re.compile("[\ud800-\udfff]")


def _readable(value: Any) -> Any:
    """Refuse what no reply can hold: bytes, a NUL or half a character mean that the input was read wrongly."""
    if isinstance(value, (bytes, bytearray)):
        raise ValueError("a text is needed, not bytes: decode them first")  # noqa: TRY004  pydantic wants a ValueError
    if isinstance(value, str):
        at = value.find("\0")
        if at >= 0:
            raise ValueError(f"holds a NUL character at {at}: binary or UTF-16 read as text?")
        half = _SURROGATE.search(value)
        if half:
            raise ValueError(f"holds half a character (a lone surrogate) at {half.start()}")
    return value


Text = Annotated[str, BeforeValidator(_readable)]


class Customer(Frozen):
    """Who is written to. `preferred_name` is how the customer likes to be called; `aliases` are other right names."""

    name: Text | None = None
    preferred_name: Text | None = None
    aliases: tuple[Text, ...] = ()
    gender: Literal["m", "f"] | None = None


class Agent(Frozen):
    """Who writes."""

    id: Text | None = None
    name: Text | None = None
    team: Text | None = None


class Draft(Frozen):
    """One reply with its context. Only `text` is needed; what is unknown makes a rule not applicable, not wrong.

    Times are aware datetimes; `answered_after_rings` counts rings; `csat` is the customer's later score.
    `language` overrides detection. `public` overrides what the channel says; `first_reply` unknown counts as true.
    `attachments` are names of files; None means that nobody knows.

    >>> Draft(text="Hi Sara, thanks for waiting.", customer={"name": "Sara"}).channel
    'email'
    """

    text: Text
    channel: Text = "email"
    subject: Text | None = None
    language: Language | None = None
    customer: Customer = Customer()
    agent: Agent = Agent()
    customer_message: Text | None = None
    public: bool | None = None
    first_reply: bool | None = None
    received_at: AwareDatetime | None = None
    sent_at: AwareDatetime | None = None
    answered_after_rings: int | None = Field(default=None, ge=0)
    attachments: tuple[Text, ...] | None = None
    id: Text | None = None
    csat: float | None = Field(default=None, allow_inf_nan=False)

    if not TYPE_CHECKING:  # a type checker knows the keys

        def __init__(self, *args: object, **data: object) -> None:
            """Raise DraftError, with the path of every wrong key and the nearest valid word."""
            if args:
                raise TypeError("a draft takes its parts by name: Draft(text=...)")
            try:
                super().__init__(**data)
            except ValidationError as error:
                raise DraftError("; ".join(_explain(error))) from None

    @model_validator(mode="after")
    def _sent_after_received(self) -> Draft:
        if self.received_at and self.sent_at and self.sent_at < self.received_at:
            raise ValueError("sent_at is before received_at")
        return self

    @classmethod
    def read(cls, data: object) -> Draft:
        """Make a draft from plain data, or say everything that is wrong with it. Raises DraftError, as Draft() does."""
        if not isinstance(data, Mapping):
            raise DraftError(f"a draft is an object with a text, not {type(data).__name__}")
        try:
            return cls(**data)
        except TypeError:
            raise DraftError("the keys of a draft are strings") from None


_NEEDED = {  # by the types of pydantic's errors
    "model_type": 'an object such as {"name": "Sara"}',
    "model_attributes_type": 'an object such as {"name": "Sara"}',
    "dict_type": "an object",
    "tuple_type": "a list",
    "list_type": "a list",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "float_type": "a number",
    "float_parsing": "a number",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
}


def _explain(error: ValidationError) -> list[str]:
    lines = []
    for problem in error.errors(include_url=False):
        path = ".".join(map(str, problem["loc"]))
        if problem["type"] == "extra_forbidden":
            owner: dict[str, type[Frozen]] = {"customer": Customer, "agent": Agent}
            model = owner.get(str(problem["loc"][0]), Draft) if len(problem["loc"]) > 1 else Draft
            lines.append(f'unknown key "{path}"{nearest(str(problem["loc"][-1]), model.model_fields)}')
        elif problem["type"] == "missing":
            lines.append(f'key "{path}" is missing')
        elif problem["type"] == "string_type":
            found = problem["input"]
            lines.append(f"{path}: a text is needed, not {'null' if found is None else type(found).__name__}")
        elif problem["type"] in _NEEDED:
            lines.append(f"{path}: {_NEEDED[problem['type']]} is needed")
        elif problem["type"] == "literal_error":
            lines.append(f"{path}: {_choice(problem['input'], str(problem['ctx']['expected']))}")
        else:
            lines.append(f"{path}: {problem['msg'].removeprefix('Value error, ')}")
    return lines


def _choice(word: object, expected: str) -> str:
    """Name the valid words, and the nearest; a text in the wrong place is not repeated."""
    known = re.findall("'([^']*)'", expected)
    meant = nearest(_LANGUAGES.get(word.lower(), word.lower()), known) if isinstance(word, str) else ""
    return f"one of {', '.join(known)} is needed{meant if 'did you mean' in meant else ''}"
