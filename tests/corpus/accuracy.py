"""Measure accuracy on the labelled replies beside this file.

    python tests/corpus/accuracy.py             write docs/accuracy.md and figures.json anew
    python tests/corpus/accuracy.py --check     fail when a figure has fallen below the interval it had

A figure falls when its F1 is below the lower end of the interval that figures.json holds.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from replylint import Linter, Rulebook
from replylint.evaluate import Evaluation, Labelled, Score, evaluate, read_labelled

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FIGURES = HERE / "figures.json"
PAGE = ROOT / "docs" / "accuracy.md"
UNREAD = ("mixed", "fresh", "blind")  # nobody who writes phrases has read their lines or their errors
READ = ("harder", "hard", "stranger", "adversarial", "natural")
TONES = ("blame", "argument", "dismissive", "impatience", "rude")
README_ORDER = (
    "greeting", "customer_name", "thanks", "apology", "placeholder", "sympathy", "offer_help", "closing", "asks_private",
    "moves_private", "complaint",
)  # fmt: skip
READMES = {
    "README.md": (
        (
            "F1 (95 % interval) on replies that nothing was tuned on, written and labelled without sight of the phrase files. "
            "*Ordinary*: a week of helpdesks, 60 replies a language. *Mixed*: 110 replies a language, half of them in unusual wording "
            "or made to mislead. More in [docs/accuracy.md](docs/accuracy.md)."
        ),
        ("act", "English, ordinary", "English, mixed", "Arabic, ordinary", "Arabic, mixed"),
    ),
    "README.ar.md": (
        (
            "مقياس F1 (وفترة الثقة 95%) على ردود لم تُستعمل في ضبط الأداة، كُتبت ووُسمت دون اطلاع على ملفات العبارات. *عادية*: ردود أسبوع من عمل مكاتب الدعم، 60 ردًّا "
            "لكل لغة. *متنوعة*: 110 ردود لكل لغة، نصفها غير مألوف الصياغة أو موضوع للتضليل. والمزيد في [docs/accuracy.md](docs/accuracy.md)."
        ),
        ("العنصر", "الإنجليزية، عادية", "الإنجليزية، متنوعة", "العربية، عادية", "العربية، متنوعة"),
    ),
}
UNREAD_IDS = ("mixed-", "fresh-", "b-")
MOST_WORDS = 60  # code points of evidence shown


def main(arguments: list[str]) -> int:
    """Measure, and write or compare."""
    result = measure()
    figures = {
        f"{group}: {act}": {"f1": round(score.f1, 4), "interval": [round(end, 4) for end in score.interval() or (0, 0)]}
        for group, acts in sorted(result.acts.items())
        if group.startswith(("language", "set"))
        for act, score in sorted(acts.items())
        if score.f1 is not None
    }
    if "--check" not in arguments:
        FIGURES.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
        PAGE.write_text(page(result), "utf-8")
        for name, words in READMES.items():
            rewrite(ROOT / name, readme_table(result, words))
        print(f"{len(figures)} figures; wrote {PAGE.relative_to(ROOT)} and {FIGURES.relative_to(ROOT)}")
        return 0
    return compare(figures, json.loads(FIGURES.read_text("utf-8")))


def measure() -> Evaluation:
    """Score the bundled rulebook on every labelled reply here."""
    return evaluate(Linter(), read())


def read() -> list[Labelled]:
    """Read every labelled reply here."""
    replies: list[Labelled] = []
    for path in sorted(HERE.glob("*.jsonl")):
        for item in read_labelled(path.read_text("utf-8").splitlines(), path.name):
            if not isinstance(item, Labelled):
                raise SystemExit(str(item))
            replies.append(item)
    return replies


def compare(now: dict[str, Any], before: dict[str, Any]) -> int:
    """Print the figures that fell below their interval, and those that are no longer measured."""
    fallen = [
        f"{name}: F1 {now[name]['f1']:.3f}, was {was['f1']:.3f} ({was['interval'][0]:.2f} to {was['interval'][1]:.2f})"
        for name, was in before.items()
        if name in now and now[name]["f1"] < was["interval"][0]
    ]
    gone = [f"{name}: no longer measured" for name in before if name not in now]
    print(f"{len(now)} figures, {len(fallen)} fallen")
    for line in fallen + gone:
        print(line)
    return 1 if fallen or gone else 0


def page(result: Evaluation) -> str:
    """Write the page of figures in Markdown."""
    parts = [_INTRO.format(replies=result.replies)]
    for language, title in (("ar", "Arabic"), ("en", "English")):
        for words, sets in (("unread", UNREAD), ("read", READ)):
            columns = [(name, f"set {name}_{language}") for name in sets]
            parts += [f"## {title}, {words} sets", _table(result, columns)]
    dialects = sorted(group.removeprefix("dialect ") for group in result.acts if group.startswith("dialect "))
    parts += ["## By dialect", _DIALECTS, _table(result, [(name, f"dialect {name}") for name in dialects])]
    parts += ["## What the learned recogniser gains", _LEARNED, _gain(result)]
    parts += ["## Findings that nobody needs", _spared(result)]
    parts += ["## The errors that remain", _ERRORS, _errors(result)]
    return "\n\n".join(parts) + "\n"


def _table(result: Evaluation, columns: list[tuple[str, str]]) -> str:
    columns = [(name, group) for name, group in columns if group in result.acts]
    acts = sorted({act for _, group in columns for act in result.acts[group]}, key=lambda act: (act in TONES, act))
    head = "| act | " + " | ".join(name for name, _ in columns) + " |\n" + "|---" * (len(columns) + 1) + "|"
    rows = [
        f"| {act} | " + " | ".join(_cell(result.acts[group].get(act), tone=act in TONES) for _, group in columns) + " |"
        for act in acts
    ]
    return "\n".join([head, *rows])


def _cell(score: Score | None, *, tone: bool) -> str:
    """Show F1 with its interval and counts; of a tone act, precision and counts."""
    if score is None or score.f1 is None:
        return "–"
    counts = f"{score.hits}+{score.false_alarms}−{score.misses}"
    if tone:
        return f"P {score.precision:.2f} ({counts})" if score.precision is not None else f"none found ({counts})"
    low, high = score.interval() or (0.0, 0.0)
    return f"**{score.f1:.2f}** {low:.2f}–{high:.2f} ({counts})"


def readme_table(result: Evaluation, words: tuple[str, tuple[str, ...]]) -> str:
    """Write the table of a README: F1 and its interval on the sets that nothing was tuned on."""
    intro, head = words
    rows = [intro, "", f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    for act in README_ORDER:
        scores = [
            result.acts[f"set {name}_{language}"][act] for language in ("en", "ar") for name in ("fresh", "mixed")
        ]
        cells = []
        for score in scores:
            low, high = score.interval() or (0.0, 0.0)
            cells.append(f"{score.f1 or 0:.2f} ({low:.2f}–{high:.2f})")
        rows.append(f"| {act} | {' | '.join(cells)} |")
    return "\n".join(rows)


def rewrite(path: Path, table: str) -> None:
    """Put a table between the marks of a file."""
    text = path.read_text("utf-8")
    before, rest = text.split("<!-- accuracy -->", 1)
    after = rest.split("<!-- /accuracy -->", 1)[1]
    path.write_text(f"{before}<!-- accuracy -->\n{table}\n\n<!-- /accuracy -->{after}", "utf-8")


def _gain(result: Evaluation) -> str:
    """Compare complaints by phrases alone with complaints by phrases and weights."""
    book = Rulebook.load(packs=False).book
    alone = evaluate(Linter(Rulebook(replace(book, learned=()))), read())
    rows = ["| set | phrases alone | with the learned recogniser |", "|---|---|---|"]
    rows += [
        f"| {group.removeprefix('set ')} | {_cell(acts['complaint'], tone=False)} | "
        f"{_cell(result.acts[group]['complaint'], tone=False)} |"
        for group, acts in sorted(alone.acts.items())
        if group.startswith("set ") and "complaint" in acts
    ]
    return "\n".join(rows)


def _spared(result: Evaluation) -> str:
    rows = ["| set | labels that say: no finding is due | findings | in 100 |", "|---|---|---|---|"]
    for group in sorted(result.spared):
        if group.startswith("set "):
            counts = result.spared[group].values()
            found, all_ = sum(one for one, _ in counts), sum(count for _, count in counts)
            rows.append(f"| {group.removeprefix('set ')} | {all_} | {found} | {100 * found / all_:.1f} |")
    return "\n".join(rows)


def _errors(result: Evaluation) -> str:
    rows = ["| reply | act | error | words |", "|---|---|---|---|"]
    rows += [
        f"| {miss.draft_id} | {miss.name} | {miss.kind} | {_cut(miss.words)} |"
        for miss in sorted(result.errors, key=lambda miss: (miss.name, miss.kind, miss.draft_id))
        if not miss.draft_id.startswith(UNREAD_IDS)
    ]
    return "\n".join(rows)


def _cut(words: str) -> str:
    plain = " ".join(words.replace("|", "\\|").split())
    return f"«{plain[:MOST_WORDS]}…»" if len(plain) > MOST_WORDS else f"«{plain}»" if plain else ""


_INTRO = """# Accuracy

Made by `python tests/corpus/accuracy.py` from the {replies} labelled replies in `tests/corpus`, whose README says how they
were written and labelled. The command that prints the same and more:

    replylint evaluate tests/corpus/*.jsonl --by set

A cell holds F1, its 95 % interval (Wilson, for the share of right ones among right, false and missed), and the counts:
right + false alarms − missed. A weak match counts as not found. For acts of tone, which few replies show, it holds the precision:
of the replies where the act was found, the share with a bad tone of any kind.

Unread sets, whose lines and errors nobody who writes phrases has seen:

- **mixed**: the last of all: half ordinary replies, a quarter in unusual wording, a quarter made to mislead.
- **fresh**: an ordinary week of helpdesks. Its counts were seen while phrases were written.
- **blind**: an earlier set. Its counts were seen too.

Read sets, whose figures flatter:

- **hard** and **harder**: replies in unusual wording and replies made to mislead. They were scored once unseen (those figures
  stand in [Figures](figures.md)); then their errors were read, and what they showed about the language was mended.
- **stranger**: an earlier set of the same kind, read in the same way.
- **natural** and **adversarial**: ordinary replies, and traps. The phrases were written with these in sight.

Labels come from language models reading each reply twice. Where the two readings differ the label is left out, so the figures
leave out what is doubtful. All replies were invented. What happens on your mail, only your labels can say: see
[Evaluate](evaluate.md)."""
_LEARNED = "Complaints only: [How it decides](how-it-decides.md) says how. The weights were trained on other lines, in `training/`."
_DIALECTS = "All sets together. Counts of a dialect are small: look at the intervals."
_ERRORS = """Those of the read sets, with the words that were found or missed. The errors on the unread sets are counted above and
not shown: whoever reads them can no longer measure by them."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
