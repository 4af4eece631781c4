"""What is glued on to an Arabic word: particles before it, and verb endings and pronouns after it."""

from __future__ import annotations

OPENER = "[وف]?"
PARTICLES = "لل|بال|كال|فال|عال|هال|ال|[لبكسع]"
ENDINGS = "وا|ون|ين|تو|ت|تي|و|ي"
PRONOUNS = "لكم|لكن|لكو|لنا|لها|لهم|لك|لو|له|لي|كما|كم|كن|كو|ني|نا|ها|هم|هن|ك|ه|ي"
# The letters that attachments can begin with before a word, and end with after it.
ATTACHED_FIRST = frozenset("وفلبكعهاس")
ATTACHED_LAST = frozenset("اونتيمهك")
PREFIX = f"{OPENER}(?:{PARTICLES})?"
SUFFIX = f"(?:{ENDINGS})?(?:{PRONOUNS})?"
