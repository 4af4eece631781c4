"""Turn a parsed phrase into keys to search for and two small expressions that verify what stands around a key.

Each phrase is cut into runs: stretches without gaps and slots, spelt out into a few dozen literal strings at most. The run
whose shortest string is longest becomes the phrase's key, so that a key is rare; what stands before and after it is
verified only where the key was found. Everything is bounded, so the cost is linear in the text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from replylint.acts.expressions import Writer, is_sign
from replylint.acts.neighbours import beginnings, endings
from replylint.acts.notation import Choice, Node, NotationError, Phrase, Sequence, Word

_MAX_KEYS = 48  # of a run of several nodes
_MAX_OPTIONS = 600  # of one node, such as a long word list
_USEFUL_WEIGHT = 12  # a longer key is hardly rarer
# Words that stand in most replies: alone they make a bad key.
_FUNCTION_WORDS = frozenset(
    "a an the to of in on at for with and or is are be it this that you your we us our i i'm my me will can have has do "
    "not from as if so any all by was been in it's at please في من على علي الى الي عن مع ما لا لم ان او هو هي هذا هذه كل "
    "يا لك لكم رقم تم".split()
)
# Words of one reply in thirty and more, counted on the labelled replies used for development.
_FREQUENT = frozenset(
    "about account after again also always am any answer anything appreciate apologize app assist assistance back "
    "bank because been before best but call can't card care check company confirm contact contacting could "
    "customer date day days dear delivery details device does don't email ensure every find first following free "
    "from get getting give go good got great had happy hear hello help here hi him hope how i'll inconvenience "
    "information issue issues its just kind kindly know last latest let like link little look made make may "
    "message mobile more morning most name need new next no now number off ok once one online only open order "
    "other out over own page patience payment phone please post problem process product provide reach reaching "
    "receive received refund regards reply request resolve resolved response review right said same see send sent "
    "service services settings should since some soon sorry store sure take team tell thank thanks them then there "
    "these they thing think through time today tomorrow too touch try trying two understand up update updated "
    "updates use using very via wait waiting want way we'll we're welcome well were what when where which while "
    "who why within without work working would write writing yes yet you'll you're "
    "اليوم الله المنتج الموضوع المشكله المبلغ الدفع الرساله الرقم الخدمه الخير السلام الساعه الشهر الطلب الاوردر "
    "التطبيق التاخير الفاتوره السيد اللي استاذ استاذه اسم اي ايام اذا انا اهلا بان بس بعد بين تحيه تواصل حاجه حتي "
    "حسب حضرتك خدمه خلال رسوم رساله ساعه شركه شكرا شي صباحا صوره طلب طلبك طيبه عدم عشان عليك عليكم عند عندنا غير "
    "فرع فريق فيه قبل كان لنا لو لين مرحبا مساء معك ممكن منك نرجو نعتذر هلا وقت ورحمه ورقم ولا يتم يكون يوم".split()
)


@dataclass(frozen=True, slots=True)
class Compiled:
    """`keys` with, for each, whether its first and last word take attachments; expressions for what surrounds them.

    `left` is matched against the reversed text, from the key backwards, and `behind` and `ahead` list what can stand right
    beside the key. The expressions are sources: compiling thousands
    of them is what a cold start would wait for, and a text needs few.
    """

    keys: tuple[tuple[str, bool, bool], ...]
    left: str | None
    right: str | None
    behind: frozenset[str] | None
    ahead: frozenset[str] | None
    at_start: bool
    at_end: bool


Key = tuple[str, bool, bool]  # a text, and whether its first and last word take attachments


class Compiler:
    """Compiles phrases. What is worked out about a word list is kept for the next phrase that uses it."""

    def __init__(self) -> None:
        # By the identity of a node, which is kept beside so that no other node can take its place.
        self._spelt: dict[int, tuple[Node, list[Key] | None]] = {}
        self._writer = Writer()

    def compile(self, phrase: Phrase) -> list[Compiled]:
        """Choose the keys of a phrase and what surrounds them; a phrase of unlike alternatives is compiled one by one.

        Raises NotationError for a phrase without keys.
        """
        run = self._best_run(phrase.nodes)
        if run is not None:
            return [self._around(phrase, *run)]
        for index, node in enumerate(phrase.nodes):
            if isinstance(node, Choice):
                before, after = phrase.nodes[:index], phrase.nodes[index + 1 :]
                return [
                    compiled
                    for option in node.options
                    for compiled in self.compile(replace(phrase, nodes=(*before, *option, *after)))
                ]
        raise NotationError("no part of the phrase is fixed enough to search for: it needs a word that is not optional")

    def _around(self, phrase: Phrase, start: int, end: int, keys: list[Key]) -> Compiled:
        sign = any(is_sign(text.split(" ", 1)[0]) for text, _, _ in keys)
        return Compiled(
            keys=tuple(keys),
            left=self._writer.before(phrase.nodes[:start], sign=sign),
            right=self._writer.after(phrase.nodes[end:]),
            behind=None if sign else endings(phrase.nodes[:start]),
            ahead=beginnings(phrase.nodes[end:]),
            at_start=phrase.at_start,
            at_end=phrase.at_end,
        )

    def _best_run(self, nodes: Sequence) -> tuple[int, int, list[Key]] | None:
        """Find the stretch whose commonest spelling is rarest; of equals, the first and that of fewest spellings.

        A run ends at gaps and slots, and where too many spellings come together. None of its spellings may be empty.
        """
        best: tuple[int, int, list[Key]] | None = None
        most = (0, 0, 0)
        for start in range(len(nodes)):
            spelt: list[Key] = [("", False, False)]
            for end in range(start, len(nodes)):
                options = self._spell(nodes[end])
                if options is None or (end > start and len(spelt) * len(options) > _MAX_KEYS):
                    break
                joined = _join(spelt, options)
                if joined is None:
                    break
                spelt = joined
                if all(text for text, _, _ in spelt):
                    keys = list(dict.fromkeys(spelt))
                    rarity = min(_USEFUL_WEIGHT, *map(_rarity, keys)), -start, -len(keys)
                    if best is None or rarity > most:
                        best, most = (start, end + 1, keys), rarity
        return best

    def _spell(self, node: Node) -> list[Key] | None:
        """Spell a node out; None when it holds a gap or a slot, has too many spellings, or attachments inside."""
        if isinstance(node, Word):
            return [(node.text, node.before, node.after)]
        if not isinstance(node, Choice):
            return None
        kept = self._spelt.get(id(node))
        if kept is None:
            kept = self._spelt[id(node)] = node, self._spell_options(node)
        return kept[1]

    def _spell_options(self, node: Choice) -> list[Key] | None:
        spelt: list[Key] = []
        for option in node.options:
            heads: list[Key] | None = [("", False, False)]
            for inner in option:
                tails = self._spell(inner)
                if heads is None or tails is None or len(heads) * len(tails) > _MAX_OPTIONS:
                    return None
                heads = _join(heads, tails)
            if heads is None or len(spelt) + len(heads) > _MAX_OPTIONS:
                return None
            spelt += heads
        return spelt


def _join(heads: list[Key], tails: list[Key]) -> list[Key] | None:
    """Put every tail behind every head; None where attachments would come to stand inside.

    A sign stands behind a word with a space or without one.
    """
    joined: list[Key] = []
    for head, before, inside in heads:
        for tail, also_inside, after in tails:
            if not head or not tail:
                joined.append((head or tail, also_inside if not head else before, after if tail else inside))
            elif inside or also_inside:
                return None
            else:
                joined.append((f"{head} {tail}", before, after))
                if is_sign(tail.split(" ", 1)[0]):
                    joined.append((head + tail, before, after))
    return joined


def _rarity(key: Key) -> int:
    """Guess how seldom a key occurs."""
    return sum(map(_weight, key[0].split()))


@lru_cache(maxsize=1 << 14)
def _weight(word: str) -> int:
    if word in _FUNCTION_WORDS:
        return 1
    return 3 if word in _FREQUENT else min(len(word), 8)
