"""Names across scripts, on people of Wikidata: python tests/benchmarks/names.py

Needs the names that the package arabic-name-romanizer holds (CC0, from Wikidata; `pip install --no-deps
arabic-name-romanizer`). Nothing of them is in this repository. Names are parted into two halves by their Arabic letters:
letters and lists were mended with `dev` in sight, never with `test`. Prints

- of pairs of one name, how many are recognised (each spelling once; by people), of pairs of two names how many are taken
  for one: random pairs, and hard ones, where the other name is one letter away in Arabic;
- of replies that address a customer whose record is in the other script, how many are recognised; of replies that
  address somebody else, how many are taken for the customer, and how many surely for somebody else.
"""

from __future__ import annotations

import random
import re
import sqlite3
import sys
from collections import Counter, defaultdict
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from replylint import Draft, Linter, Rulebook
from replylint.acts.scripts import reads_as
from replylint.acts.spelling import NameSpelling, distance
from replylint.text.view import view

COUNTRIES = frozenset("SA AE KW QA BH OM YE EG SD LY SY LB JO PS IQ MA DZ TN".split())
RANDOM = 20_000
REPLIES = 2_000
SEED = 3
ARABIC_FORMS = (
    "أهلا أستاذ {}، تم شحن طلبك اليوم.",
    "مرحبا {}،\nتم تحديث العنوان.",
    "السلام عليكم أخي {}\nالفاتورة مرفقة.",
    "شكرا يا {}، وصلتنا الرسالة.",
)
LATIN_FORMS = (
    "Hi {}, your order left today.",
    "Dear Mr {},\nThe bill is attached.",
    "Hello {}!\nThe case is closed.",
    "Thank you {}, we have the form.",
)


def main() -> None:
    """Print the figures."""
    spec = find_spec("arabic_name_romanizer")
    if spec is None or spec.origin is None:
        sys.exit("install the names first: pip install --no-deps arabic-name-romanizer")
    names = sqlite3.connect(Path(spec.origin).parent / "resources" / "names.sqlite3")
    pairs(names)
    replies(names)


def pairs(names: sqlite3.Connection) -> None:
    """Print how pairs of names are judged."""
    spelling = NameSpelling(Rulebook.load(packs=False).book.names)
    by_people: dict[str, Counter[str]] = defaultdict(Counter)
    written: dict[str, set[str]] = defaultdict(set)
    query = "select arabic_key, latin, country, role, count from units where source = 'wikidata'"
    for arabic, latin, country, role, count in names.execute(query):
        one, other = view(arabic).text, view(latin).text.replace("’", "'")
        if re.fullmatch("[\u0621-\u064a]{2,}", one) and re.fullmatch("[a-z']+", other):
            written[one].add(other)
            if country in COUNTRIES and role in {"given", "unknown"}:
                by_people[one][other] += count
    known = [name for name in by_people if len(name) > 2 and by_people[name].total() > 1]
    spelt = [(one, other) for one in known for other in by_people[one]]
    chance = random.Random(SEED)  # noqa: S311  a sample, no secret

    def is_one(one: str, other: str) -> bool:
        return reads_as(one, other) or other in spelling.spellings(one)

    for half in ("dev", "test"):
        mine = [name for name in known if _half(name) == half]
        same = [
            (one, *item) for one in mine for item in by_people[one].items() if item[1] > 1 or len(by_people[one]) == 1
        ]
        right = [count for one, other, count in same if is_one(one, other)]
        strangers = [(one, other) for one in chance.choices(mine, k=RANDOM) for _, other in [chance.choice(spelt)]]
        strangers = [(one, other) for one, other in strangers if other not in written[one]]
        near = [
            (one, by_people[other].most_common(1)[0][0])
            for one in mine
            if by_people[one].total() > 4
            for other in [name for name in known if _is_near(one, name) and by_people[name].total() > 4][:3]
        ]
        near = [(one, other) for one, other in near if other not in written[one]]
        print(
            f"{half}: {len(right) / len(same):.3f} of {len(same)} spellings recognised, "
            f"{sum(right) / sum(count for *_, count in same):.3f} by people; taken for one name: "
            f"{sum(is_one(*pair) for pair in strangers) / len(strangers):.4f} of random pairs, "
            f"{sum(is_one(*pair) for pair in near) / len(near):.3f} of {len(near)} hard ones"
        )


def _half(name: str) -> str:
    return "dev" if blake2b(name.encode(), digest_size=2).digest()[-1] % 2 else "test"


def _is_near(one: str, other: str) -> bool:
    return one != other and abs(len(one) - len(other)) < 2 and distance(one, other) == 1


def replies(names: sqlite3.Connection) -> None:
    """Print how replies to a customer, and to somebody else, are judged."""
    people = [
        (arabic, latin)
        for arabic, latin, country in names.execute(
            "select arabic_key, latin, country from full_names where source = 'wikidata'"
        )
        if country in COUNTRIES
        and 2 <= len(latin.split()) <= 4
        and " " in arabic
        and re.fullmatch("[A-Za-z' -]+", latin)
    ]
    random.Random(SEED).shuffle(people)  # noqa: S311
    own, others = people[:REPLIES], people[REPLIES : 2 * REPLIES]
    linter = Linter()
    for label, record, called, forms in (
        ("Latin record, Arabic reply", 1, _first_arabic, ARABIC_FORMS),
        ("Arabic record, Latin reply", 0, _first_latin, LATIN_FORMS),
    ):
        found = taken = named = wrongly = strangers = 0
        for number, (person, other) in enumerate(zip(own, others, strict=True)):
            form = forms[number % len(forms)]
            acts = _names(linter, form.format(called(person)), person[record])
            found += ("customer_name", True) in acts
            wrongly += ("other_name", True) in acts
            if view(other[0]).text.split()[0] in view(person[0]).text.split():
                continue
            strangers += 1
            acts = _names(linter, form.format(called(other)), person[record])
            taken += ("customer_name", True) in acts
            named += ("other_name", True) in acts
        print(
            f"{label}: the customer recognised in {found / len(own):.3f}, called somebody else in {wrongly / len(own):.4f}; "
            f"somebody else taken for the customer in {taken / strangers:.4f}, named so in {named / strangers:.3f}"
        )


def _names(linter: Linter, text: str, record: str) -> set[tuple[str, bool]]:
    acts, _ = linter.recognise(Draft(text=text, customer={"name": record}))
    return {(act.act, act.sure) for act in acts}


def _first_arabic(person: tuple[str, str]) -> str:
    words = person[0].split()
    return " ".join(words[: 2 if words[0] in {"عبد", "ابو", "بو", "ام"} or words[1] == "الدين" else 1])


def _first_latin(person: tuple[str, str]) -> str:
    words = person[1].split()
    if not re.fullmatch("(?i)abd|abd[aeou]{1,2}l|abou?|abu|bou|umm", words[0]):
        return words[0]
    return " ".join(words[: 3 if words[1].lower() in {"al", "el"} else 2])


if __name__ == "__main__":
    main()
