"""How a phrase typed in a hurry is woven into a question.

"data journalism", "a nurse" and "becoming a UX designer?" all have to read well in
"What do newcomers to … usually lack?". What cannot be woven in falls back to a plain phrase.
"""

import re
from typing import Any

LONGEST = 60
MOST_WORDS = 7
_LEAD_IN = re.compile(
    r"^(?:i\s+wonder\s+(?:whether|if)\s+|whether\s+|if\s+)?"
    r"(?:(?:becoming|being|to\s+become|to\s+be|become|be|working\s+as|work\s+as|to\s+work\s+as)\s+"
    r"|(?:a\s+|my\s+)?(?:job|career|work)\s+as\s+|(?:a\s+)?(?:job|career)\s+in\s+"
    r"|working\s+in\s+|to\s+work\s+in\s+)?",
    re.IGNORECASE,
)
_LEAD_OUT = re.compile(r"(?:\s+(?:is|are|would\s+be)\s+(?:right\s+)?for\s+me)?[\s?.!,;:…]*$", re.I)
_UNWOVEN = re.compile(r"[?!;:{}<>\[\]\n\r]|https?|@")
_ARTICLE = re.compile(r"^(an?|the)\s+", re.IGNORECASE)
_CLAUSE = re.compile(
    r"^(?:to|what|who|how|why|which|whether|i|my|me|not|if|should|can|is|are|do|does)\b",
    re.IGNORECASE,
)
_SPELT_WITH_VOWEL = re.compile(r"^[AEFHILMNORSX](?:[A-Z0-9]|\b)")
_SOUNDS_LIKE_A_CONSONANT = re.compile(r"^(?:uni|use|usa|eu|one\b|once)", re.IGNORECASE)


def bare(phrase: str) -> str:
    """The kind of work in a phrase: "I wonder whether becoming a nurse is for me?" → "a nurse"."""
    trimmed = _LEAD_OUT.sub("", " ".join(phrase.split()))
    return _LEAD_IN.sub("", trimmed, count=1).strip(" \"'“”‘’")


def weave(phrase: str, words: dict[str, Any]) -> str:
    """The phrase as it stands in the middle of a question, or the fallback for "this work".

    ``words`` is the head of ``first-page.toml`` (endings of roles, exceptions, fallbacks).
    """
    core = bare(phrase)
    if not core or len(core) > LONGEST or len(core.split()) > MOST_WORDS:
        return words["fallback_work"]
    if _UNWOVEN.search(core) or _CLAUSE.match(core) or not any(c.isalpha() for c in core):
        return words["fallback_work"]
    core = _lower_first(core, words)
    if _ARTICLE.match(core):
        return words["of_a_role"].format(role=core)
    if _is_role(core, words):
        return words["of_a_role"].format(role=f"{_article(core)} {core}")
    return core


def _lower_first(core: str, words: dict[str, Any]) -> str:
    first, _, rest = core.partition(" ")
    typed_as_a_name = first.lower() in words["proper"] or not first[1:].islower()
    if typed_as_a_name and len(first) > 1:
        return core
    return f"{first.lower()} {rest}".strip()


def _is_role(core: str, words: dict[str, Any]) -> bool:
    last = core.lower().split()[-1]
    return last not in words["not_roles"] and last.endswith(tuple(words["roles"]))


def _article(core: str) -> str:
    if core.split(maxsplit=1)[0].isupper():
        return "an" if _SPELT_WITH_VOWEL.match(core) else "a"
    vowel = core[0].lower() in "aeiou" and not _SOUNDS_LIKE_A_CONSONANT.match(core)
    return "an" if vowel else "a"
