"""Find the name that an agent puts under a reply without any "Kind regards": what is inserted belongs before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replylint.text.view import view

if TYPE_CHECKING:
    from replylint.checks.reading import Reading

_MARKS = re.compile(r"[-–—~^*|\s]*")
_SENTENCE_END = re.compile(r"[.!?؟…]+[\"”»)\]]*(?=\s)")
_ABBREVIATION = re.compile(r"(?<!\w)(?:Dr|Mrs?|Ms|Eng|\w)\.$")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_BETWEEN = re.compile(r"\s*(?:[,،|/–—-]|(?:from|at|of|من)\b)|\s*$")  # what may follow a name: a role, a company
_SMALL = frozenset({"from", "at", "of", "and", "the", "de", "al", "bin", "van"})
_MOST_LINES = 4
_LONGEST_LINE = 60
_MOST_WORDS = 4
_REACH = _MOST_LINES * (_LONGEST_LINE + 20)  # no name begins further from the end
_SENTENCE_SIGNS = (".", "!", "?", "؟", "…")


def name_below(reading: Reading, start: int, end: int) -> int | None:
    """Say where the agent's name begins that ends the text from `start` to `end`; None when none does.

    It is a name on lines of its own or behind a dash, after a sentence that is finished; the agent's known name may
    stand anywhere behind such a sentence, or on lines of its own behind anything.
    """
    text, agent = reading.draft.text, reading.draft.agent.name
    if not agent and text.endswith(_SENTENCE_SIGNS, 0, end):
        return None
    start = max(start, end - _REACH)
    known = frozenset(view(agent).text.split()) if agent else frozenset()
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, end)]
    finished = next((at for at in reversed(ends) if not _ABBREVIATION.search(text, max(start, at - 5), at)), None)
    places = [] if finished is None else [(finished, True)]
    places += [(at, False) for at in _last_lines(text, start, end)]
    for at, behind_a_sentence in places:
        marks = _MARKS.match(text, at, end)
        name = marks.end() if marks else at
        if name >= end or not _is_short(text[name:end]):
            continue
        skipped = text[at:name]
        first = text[name:end].split("\n")[0].strip()
        ours = bool(known) and _is_known(first, known)
        apart = "\n" in skipped or skipped.strip() != ""
        if (ours or (behind_a_sentence and apart and _looks_like_a_name(first))) and not _acts_in(reading, name, end):
            return at + len(skipped) - len(skipped.lstrip())
    return None


def _last_lines(text: str, start: int, end: int) -> list[int]:
    """Give the starts of the last lines, the first of them first, without the line that the text begins with."""
    found: list[int] = []
    at = end
    while len(found) < _MOST_LINES:
        at = text.rfind("\n", start, at)
        if at < 0:
            break
        found.insert(0, at)
    return found


def _is_short(tail: str) -> bool:
    lines = [line.strip() for line in tail.split("\n") if line.strip()]
    return len(lines) <= _MOST_LINES and all(
        len(line) <= _LONGEST_LINE and not line.endswith(("!", "?", "؟", ":")) for line in lines
    )


def _is_known(line: str, known: frozenset[str]) -> bool:
    """Say whether a line is the agent's name, with a role or a company behind it at most."""
    at = 0
    for word in _WORD.finditer(line):
        if line[at : word.start()].strip() or not (
            view(word[0].rstrip(".")).text in known or (at and word[0][0].isupper())
        ):
            break
        at = word.end()
    return at > 0 and _BETWEEN.match(line.rstrip("."), at) is not None


def _looks_like_a_name(line: str) -> bool:
    words = [word[0] for word in _WORD.finditer(re.split("[,،|/]", line)[0])]
    return (
        0 < len(words) <= _MOST_WORDS
        and not line.endswith(".")
        and all(word[0].isupper() or not word[0].islower() or word in _SMALL for word in words)
    )


def _acts_in(reading: Reading, start: int, end: int) -> bool:
    """Say whether the reply surely does anything there but give the agent's name: «شكرا» is no name."""
    return any(
        act.sure
        and act.segment != "subject"
        and start <= act.start < end
        and act.act not in {"agent_name", "company_name"}
        for act in reading.in_order
    )
