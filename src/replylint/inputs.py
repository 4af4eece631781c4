"""Read drafts from files: .txt, .eml, .json and .jsonl. A broken draft comes out as its error and stops nothing."""

from __future__ import annotations

from dataclasses import dataclass
from email import message_from_bytes, policy
from email.utils import getaddresses
from typing import TYPE_CHECKING, Any

from replylint.errors import DraftError
from replylint.jsontext import read_json
from replylint.model import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from email.message import EmailMessage

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
KINDS = ("txt", "eml", "json", "jsonl")


@dataclass(frozen=True, slots=True)
class Input:
    """One draft, or the error in its place. `line` is set where a file holds a draft a line."""

    name: str
    draft: Draft | None = None
    error: DraftError | None = None
    line: int | None = None

    @property
    def where(self) -> str:
        """Name the place for a person: the file, and the line where there are several."""
        return self.name if self.line is None else f"{self.name}:{self.line}"


def read_inputs(name: str, data: bytes, kind: str, context: Mapping[str, Any]) -> Iterator[Input]:
    """Read all drafts of one file. `context` is laid over each of them (`customer` and `agent` key by key)."""
    if kind == "eml":
        yield _input(name, None, lambda: _merged(_message(data), context))
        return
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"byte {error.start}: 0x{data[error.start]:02x}"
        hint = "; it looks like UTF-16: save it as UTF-8" if data.startswith(_UTF_16) else ""
        yield Input(name, error=DraftError(f"{name}:{line}: not UTF-8 ({found}){hint}"))
        return
    if kind != "txt" and "\0" in text[:2]:
        yield Input(name, error=DraftError(f"{name}: not UTF-8: it looks like UTF-16: save it as UTF-8"))
    elif kind == "jsonl":
        for number, line_text in enumerate(text.split("\n"), 1):
            if line_text.strip():
                yield _input(name, number, lambda line_text=line_text: _merged(_json(line_text), context))
    elif kind == "json":
        try:
            found = _json(text)
        except DraftError as error:
            yield Input(name, error=DraftError(f"{name}: {error}"))
            return
        if isinstance(found, list):
            for number, item in enumerate(found, 1):
                yield _input(f"{name}[{number}]", None, lambda item=item: _merged(item, context))
            if not found:
                yield Input(name, error=DraftError(f"{name}: an empty list: no draft to judge"))
        else:
            yield _input(name, None, lambda: _merged(found, context))
    else:
        yield _input(name, None, lambda: _merged({"text": text}, context))


def _input(name: str, line: int | None, make: Any) -> Input:
    try:
        return Input(name, draft=Draft.read(make()), line=line)
    except DraftError as error:
        where = name if line is None else f"{name}:{line}"
        return Input(name, error=DraftError(f"{where}: {error}"), line=line)


def _json(text: str) -> Any:
    try:
        return read_json(text)
    except ValueError as error:
        raise DraftError(str(error)) from None


def _merged(data: Any, context: Mapping[str, Any]) -> Any:
    if not isinstance(data, dict):
        return data
    merged = {**data, **{key: value for key, value in context.items() if not isinstance(value, dict)}}
    for key, value in context.items():
        if isinstance(value, dict):
            below = data.get(key)
            merged[key] = {**below, **value} if isinstance(below, dict) else value
    return merged


def _message(data: bytes) -> dict[str, Any]:
    try:
        return _parts(message_from_bytes(data, policy=policy.default))
    except DraftError:
        raise
    except Exception as error:  # noqa: BLE001  the standard parser raises what it likes on a broken message
        reason = str(error) if isinstance(error, LookupError) else type(error).__name__
        raise DraftError(f"not a message that can be read: {reason}") from None


def _parts(message: EmailMessage) -> dict[str, Any]:
    """Read a plain message: its text part, subject, attachments, and the display names of From and To."""
    body = message.get_body(preferencelist=("plain",))
    text = body.get_content() if body is not None else None
    if not isinstance(text, str):
        raise DraftError("the message has no plain text part")
    if "\ufffd" in text:
        raise DraftError("the message holds bytes that its charset does not explain")
    subject = message["subject"]
    sender, receiver = _display_name(message, "from"), _display_name(message, "to")
    attached = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    found: dict[str, Any] = {"text": text, "channel": "email", "attachments": attached}
    if subject is not None:
        found["subject"] = str(subject)
    if sender:
        found["agent"] = {"name": sender}
    if receiver:
        found["customer"] = {"name": receiver}
    return found


def _display_name(message: EmailMessage, header: str) -> str | None:
    value = message[header]
    names = [name for name, _ in getaddresses([str(value)])] if value else []
    return names[0] or None if names else None
