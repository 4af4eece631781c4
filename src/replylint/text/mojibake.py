"""Find text that was read in the wrong encoding, and what it was before.

Three accidents make nearly all of it: UTF-8 read as Windows-1252 ("donâ€™t", "Ø§Ù„"), UTF-8 read as Windows-1256
(«ط§ظ„ط³»), and Windows-1256 read as Windows-1252 ("ÇáÓáÇã"). A suspect run counts only when its bytes read well in the
encoding they were written in, as the ftfy library does it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_HIGH = bytes(range(0x80, 0xC0))


def _read_as(encoding: str) -> str:
    """List the characters that the bytes 0x80 to 0xBF become; undefined bytes stay as control characters."""
    letters = "".join(bytes([b]).decode(encoding, "ignore") for b in _HIGH)
    return re.escape(letters) + "\u0080-\u009f"


_W = f"[{_read_as('cp1252')}]"
_A = f"[{_read_as('cp1256')}]"
# One pair of a Latin accent is enough; other scripts need two pairs, so that "Ø±" stays a diameter.
_SINGLE = rf"Ã(?![”’]){_W}|Â[\u00a0-\u00bf]|â{_W}{_W}|ðŸ{_W}{_W}|ï[»¿]{_W}"
_LETTER = rf"[ÎÏÐÑØÙÚÛ]{_W}"
_UTF8_AS_1252 = re.compile(rf"(?:{_SINGLE}|(?:{_LETTER}){{2,}})+(?: ?(?:{_SINGLE}|{_LETTER})+)*|â€")
_UTF8_AS_1256 = re.compile(rf"(?:[طظ]{_A}){{2,}}(?:[ ،]?(?:[طظ]{_A})+)*")
_1256_AS_1252 = re.compile("(?<![A-Za-z])[À-ÖØ-öø-ÿ¡¿]{2,}(?: [À-ÖØ-öø-ÿ¡¿]{2,})*(?![A-Za-z])")
_SHORTEST = 5  # no word of a living language is five accented letters and nothing else
_ARABIC = re.compile("[\u0621-\u0652 ،؟]+")
_SIGN_1252 = re.compile("[ÃÂâðïÎÏÐÑØÙÚÛ]")
_SIGN_1256 = re.compile(rf"[طظ]{_A}[طظ]{_A}")
_ACCENTED = re.compile("[À-ÿ¡¿]{3}")


def mojibake(source: str) -> Iterator[tuple[int, int, str | None]]:
    """Give the places that were read in the wrong encoding, each with the text it was, or None where that is lost.

    `source` is the original text; offsets are its code points.

    >>> list(mojibake("We canâ€™t"))
    [(6, 9, '’')]
    """
    if _SIGN_1252.search(source):
        for match in _UTF8_AS_1252.finditer(source):
            was = _reread(match[0], "cp1252", "utf-8")
            if was is not None or match[0] == "â€":
                yield *match.span(), _whole(was)
    if _SIGN_1256.search(source):
        for match in _UTF8_AS_1256.finditer(source):
            was = _reread(match[0], "cp1256", "utf-8")
            if was is not None:
                yield *match.span(), _whole(was)
    if _ACCENTED.search(source):
        for match in _1256_AS_1252.finditer(source):
            was = _reread(match[0], "cp1252", "cp1256") if len(match[0]) >= _SHORTEST else None
            if was is not None and _ARABIC.fullmatch(was):
                yield *match.span(), was


def _whole(text: str | None) -> str | None:
    """Give the text unless a character of it was lost before; a byte order mark is no text."""
    return None if text is None or "\ufffd" in text else text.replace("\ufeff", "")


def _reread(text: str, wrong: str, right: str) -> str | None:
    """Write the text in the wrong encoding and read it in the right one; None when that fails."""
    raw = bytearray()
    for character in text:
        if "\u0080" <= character <= "\u009f":
            raw.append(ord(character))
            continue
        try:
            raw += character.encode(wrong)
        except UnicodeEncodeError:
            return None
    try:
        return raw.decode(right)
    except UnicodeDecodeError:
        return None
