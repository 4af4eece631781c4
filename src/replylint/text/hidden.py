"""Find characters that nobody sees, or that are not what they look like, and what to put in their place.

bidi          an override, an embedding or an unbalanced isolate: it turns the order of what follows. A balanced isolate
              and a mark (RLM, LRM) beside text are how Arabic and English live on one line, and no finding.
presentation  Arabic letter shapes and Latin ligatures as a PDF gives them, which no search finds. Signs that exist in no
              other form (ﷺ, ﷲ, ﷼, ﴾ ﴿) are fine.
lookalike     a Latin word with Cyrillic or Greek letters inside
invisible     a zero-width character inside a word of Arabic or Latin letters; not ZWJ in emoji or ZWNJ in Persian
soft_hyphen   a place to break a word, left over from a web page
tag           invisible copies of ASCII, which hide a text in a text; not in the flags of England, Scotland, Wales
private_use   a character without a meaning outside one font
replacement   U+FFFD, where a character was lost
mojibake      read in the wrong encoding: "donâ€™t"

The sources are the Unicode standard: UAX #9 (bidirectional algorithm), UTS #39 (confusables), UTS #51 (emoji tags).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Literal, NamedTuple

from replylint.text.mojibake import mojibake

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SHAPES = "\ufb00-\ufb06\ufb50-\ufbc1\ufbd3-\ufd3d\ufd50-\ufd8f\ufd92-\ufdc7\ufdf0\ufdf1\ufdf3-\ufdf9\ufe70-\ufe74\ufe76-\ufefc"
# Plain Arabic and English text, and its usual marks, hide nothing: one look spares the others.
_UNUSUAL = re.compile("[^\\x00-\\x7f\u0600-\u061b\u061d-\u06ff\u00a0«»“”’‘–—…]")
_PRESENTATION = re.compile(f"[{_SHAPES}]+(?:[ \u00a0][{_SHAPES}]+)*")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]|[\n\u2029]")
_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ZERO_WIDTH = re.compile("[\u034f\u180e\u200b-\u200f\u061c\u2060-\u2064\ufeff\u115f\u1160\u3164\uffa0]+")
_MARKS = frozenset("\u200e\u200f\u061c")
_PERSIAN = re.compile("[پچژگکیےہھںٹڈڑۆێڵڕۇۋېڭ]")
_OURS = re.compile("[0-9A-Za-zÀ-ɏ\u0610-\u06ef\u06fa-\u06ff]")
_ALWAYS = re.compile(
    "\U0001f3f4[\U000e0061-\U000e007a\U000e0030-\U000e0039]{2,8}\U000e007f"  # a flag, in no group
    "|(?P<soft_hyphen>\u00ad+)|(?P<replacement>\ufffd+)|(?P<tag>[\U000e0000-\U000e007f]+"
    "|(?<![\u3400-\u9fff\U000e0100-\U000e01ef])[\U000e0100-\U000e01ef]+)"
)
_PRIVATE = re.compile("[\ue000-\uf8ff]+|[\U000f0000-\U000ffffd\U00100000-\U0010fffd]+")
# What Word and Outlook write with their symbol fonts.
_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0e0": "→", "\uf0df": "←", "\uf04a": "🙂"}
_MIXED = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_WORD = re.compile(r"[^\W\d_]+")
_LOOKS = dict(
    zip(
        "АВЕЅІЈКМНОРСТХУԌԚԜаеосрхуіјѕһӏԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι",
        "ABESIJKMHOPCTXYGQWaeocpxyijshldqwABEZHIKMNOPTYXovi",
        strict=True,
    )
)

Kind = Literal[
    "bidi", "presentation", "lookalike", "invisible", "soft_hyphen", "tag", "private_use", "replacement", "mojibake"
]  # fmt: skip


class Hidden(NamedTuple):
    """A place that hides something: `start` and `end` in code points, and a safe text to put there, if there is one."""

    start: int
    end: int
    kind: Kind
    replacement: str | None


def hidden(source: str) -> list[Hidden]:
    r"""List what is hidden in a text, sorted by place, none inside another.

    `source` is the original text; offsets are its code points.

    >>> hidden("pay\u200bment")
    [Hidden(start=3, end=4, kind='invisible', replacement='')]
    >>> hidden("رقمك \u200fNJD-4471\u200f")
    []
    """
    if source.isascii() or not _UNUSUAL.search(source):
        return []
    found = [Hidden(start, end, "mojibake", was) for start, end, was in mojibake(source)]
    for look in _LOOKERS:
        found += look(source)
    if len(found) < 2:
        return found
    found.sort(key=lambda place: (place.start, -place.end))
    kept: list[Hidden] = []
    for place in found:
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept


def _bidi(source: str) -> Iterator[Hidden]:
    """Overrides and embeddings always; isolates where their paragraph does not close or open them."""
    if not _CONTROLS.search(source):
        return
    bad: list[int] = []
    opened: list[int] = []
    for match in _BIDI.finditer(source):
        control = match[0]
        if control in "\n\u2029":
            bad += opened
            opened.clear()
        elif control in "\u2066\u2067\u2068":
            opened.append(match.start())
        elif control == "\u2069" and opened:
            opened.pop()
        else:
            bad.append(match.start())
    for at in sorted(bad + opened):
        yield Hidden(at, at + 1, "bidi", "")


def _presentation(source: str) -> Iterator[Hidden]:
    for match in _PRESENTATION.finditer(source):
        words = match[0].split(" ")
        turned = any(_is_turned(word) for word in words)
        # The shapes of vowel signs spell out with a space to stand on.
        plain = " ".join("".join(unicodedata.normalize("NFKC", c).strip(" ") for c in word) for word in words)
        yield Hidden(*match.span(), "presentation", None if turned else plain)


def _is_turned(word: str) -> bool:
    """Say whether a word was pasted in the order of the page, last letter first."""
    first, last = (unicodedata.decomposition(letter).partition(">")[0] for letter in (word[0], word[-1]))
    return len(word) > 1 and (first == "<final" or last == "<initial")


def _lookalike(source: str) -> Iterator[Hidden]:
    if not _MIXED.search(source):
        return
    strangers = False
    whole: list[Hidden] = []
    for match in _WORD.finditer(source):
        word = match[0]
        foreign = _MIXED.findall(word)
        if not foreign:
            continue
        if not all(letter in _LOOKS for letter in foreign):
            strangers = True
        elif re.search("[A-Za-z]", word):
            yield Hidden(*match.span(), "lookalike", "".join(_LOOKS.get(letter, letter) for letter in word))
        elif len(foreign) == len(word) > 2:
            whole.append(Hidden(*match.span(), "lookalike", "".join(_LOOKS[letter] for letter in word)))
    if not strangers:  # a text with true Cyrillic or Greek words may hold short ones of such letters only
        yield from whole


def _invisible(source: str) -> Iterator[Hidden]:
    persian: bool | None = None
    for match in _ZERO_WIDTH.finditer(source):
        start, end = match.span()
        before, after = source[start - 1 : start], source[end : end + 1]
        characters = frozenset(match[0])
        if not _OURS.match(before) or not _OURS.match(after):
            continue
        if characters <= _MARKS and not _same_script(before, after):
            continue
        if characters == {"\u200c"} and before > "\u0600" and after > "\u0600":
            persian = bool(_PERSIAN.search(source)) if persian is None else persian
            if persian:
                continue
        yield Hidden(start, end, "invisible", "")


def _same_script(one: str, other: str) -> bool:
    return one.isalpha() and other.isalpha() and (one < "\u0600") == (other < "\u0600")


def _always(source: str) -> Iterator[Hidden]:
    """Soft hyphens, tags and lost characters: wherever they stand."""
    for match in _ALWAYS.finditer(source):
        if match["soft_hyphen"]:
            yield Hidden(*match.span(), "soft_hyphen", "")
        elif match["tag"]:
            yield Hidden(*match.span(), "tag", "")
        elif match["replacement"]:
            yield Hidden(*match.span(), "replacement", None)


def _private_use(source: str) -> Iterator[Hidden]:
    for match in _PRIVATE.finditer(source):
        plain = [_SYMBOLS.get(character) for character in match[0]]
        known = [sign for sign in plain if sign]
        yield Hidden(*match.span(), "private_use", "".join(known) if len(known) == len(plain) else None)


_LOOKERS: tuple[Callable[[str], Iterator[Hidden]], ...] = (
    _bidi,
    _presentation,
    _lookalike,
    _invisible,
    _always,
    _private_use,
)
