"""Two questions in one breath: only where two answers are needed.

Synonyms, rephrasings, why-tags, a shorter horizon ("1 year? 5 years?") and "if not, why not" do
not make a question double. Source: playbook §7 and hard cases 25 to 27.
"""

from __future__ import annotations

import re

from askwell.coach.text.openness import AUX, skip_lead
from askwell.coach.text.patterns import LowerPattern
from askwell.coach.text.questions import leads_up
from askwell.coach.text.tokens import Text, word_set

Span = tuple[int, int]

_GOOD = (
    r"(?:rewards?|rewarding|benefits|best|most|likes?|love|loved|loves|liked|enjoy|advantages?|pros|strengths|satisfactions?|positives?|ups|highs|"
    r"success(?:es)?|wins?|opportunities|favou?rite|upsides?|joys|pleasures|high points|highlights|greatest|plus(?:es)?|enjoyable|satisfying|perks|achievements?|"
    r"easiest|proudest|good|delights|accomplishments|achievements)"
)
_BAD = (
    r"(?:challenges?|challenging|drawbacks?|worst|least|dislikes?|hate|hated|hates|disliked|disadvantages?|cons|weaknesses|frustrations?|frustrating|negatives?|downs|"
    r"lows|failures?|mistakes?|losses|threats|least favou?rite|downsides?|sorrows|pains|low points|lowlights|problems|minus(?:es)?|stress(?:es|ful)?|difficult(?:ies)?|"
    r"hardest|worries|bad|regrets?|difficult|costs|setbacks)"
)
_GAP = r"(?: (?:[\w'-]+ ){0,5}?)"
_OPPOSITES = LowerPattern(
    rf"\b{_GOOD}{_GAP}(?:and|&|/|versus|vs\.?|and/or){_GAP}(?:the |your |what (?:do|are|did) you |is |are |what's |some )*{_BAD}\b",
    rf"\b{_BAD}{_GAP}(?:and|&|/|versus|vs\.?|and/or){_GAP}(?:the |your |what (?:do|are|did) you |is |are |what's |some )*{_GOOD}\b",
    r"\b(?:most|like|likes|pros|best|rewards|favou?rite)\s?/\s?(?:least|dislikes?|cons|worst|challenges|least favou?rite)\b",
    r"\b(?:salary|salaries|pay|compensation)(?: ranges?| levels?| structures?| packages?)? (?:and|&) (?:\w+ )?(?:benefits|vacation|pto|hours)\b|\b(?:hours|schedule) and (?:salary|pay|dress code)\b",
    r"\b(\w{4,})(?:,? (?:and|&|versus|vs\.?) | ?/ ?)(?:\w+ )?(?:dis|un|in|im|non-?)\1\b",
)
_SAME_THING = LowerPattern(
    r"\b(?:good and bad (?:days?|habits)|highs and lows|ups and downs) (?:of|in) (?:a|the) (?:day|week)\b|\b(?:problems|challenges|difficulties) and (?:difficult|frustration|stress)",
    r"\bbest (?:way|advice|practice|approach|path|place|time|person|people)\b|\bmost (?:of (?:your|the)|people|likely|common(?:ly)?|difficult|challenging|stressful|frustrating)\b",
)
# Nothing is joined without one of these.
_JOINTS = LowerPattern(r"[,;&/]| (?:and|but|as well|plus|versus|vs)\b")
_CLAUSE_WORD = (
    rf"(?:what|how|why|where|when|who|whom|which)(?:'s|'re|'d)?\s+(?:[\w'-]+\s+){{0,4}}?{AUX}\b|"
    r"(?:what|how|why|where|who)(?:'s|'re|'d)\b|"
    rf"{AUX} (?:you|it|there|they|that|this|i|we|your|the|people)\b|"
    r"who (?:uses|gets|sets|pays|owns|leads|runs|decides)\b|in what ways?\b|(?:what|how|why|where|when|who|whom|which) (?:you|it|they|that|led|made|makes|drew|drives|motivated|inspired|kind|type|skills|advice|other|else|your|the|kinds|types|surprised|keeps|helped|many|much|often|long|is|are|was|were|has|have|to)\b"
)
_JOINED = LowerPattern(
    rf"(?:[,;]?\s(?:and|but|&|as well as|plus)(?: (?:also|then|if so|so|maybe|finally|secondly|second|more importantly|perhaps|in addition|on the other hand|conversely),?)?|,)\s(?P<second>{_CLAUSE_WORD})"
)
_ELLIPSIS = LowerPattern(
    r"(?:and |or |how about |what about |maybe |say |like |in |after |for |within |the next |next )*(?:(?:\d+|one|two|three|five|ten|twenty|a few|several)(?:[- ]or[- ](?:\d+|\w+))?(?:[- –]+\d+)? ?-?(?:years?|months?|weeks?|days?|decades?|hours?|people|yrs?)|short[- ]term|long[- ]term|(?:a )?(?:year|month|week|decade)|now|today|tomorrow|later|then)\b(?: (?:from now|later|out|ago|time|down the (?:road|line)|after that))*[\s?.!]*\Z"
)
_WHY_TAG = LowerPattern(
    r"(?:and |or |but |so )*(?:why(?=\s*[?.!]|\Z| not| or| is (?:that|it)| that| so\b)|how so|how come|why or why not|if so|if not|if yes|if no|in what way|in what ways|how(?=\s*[?.!]|\Z)|for what reason|what for|to what end|because of what|why is that|why's that|why do you (?:think|say|feel) (?:that|so)|such as|for (?:example|instance)|like what|or not|or (?:is|was|are|were|do|does|did|something|the other|vice)|e\.g|i\.e|that is|in other words|meaning|i mean|namely|specifically|or,|or rather|for how long|which ones?|can you (?:elaborate|give (?:me |us )?an example|explain)|could you (?:elaborate|give (?:me |us )?an example|explain)|(?:any|some) examples?|tell me (?:more|why))\b"
)
_PUT_ANOTHER_WAY = LowerPattern(
    r"\W*(?:or,? )?(?:rather|put (?:differently|another way)|in other words|to put it (?:differently|another way))\b"
)
_TWO_SIDES = LowerPattern(
    rf"(?:and |or |what about |how about )*(?:your |the |what(?:'s| is| are) (?:your |the )?)?(?:{_BAD}|{_GOOD}|least|dislike)\b"
)
# A guess at the answer: "How do you deploy changes? Is it automatic?"
_GUESS = LowerPattern(
    r"(?:is|was|are|were|would) (?:it|that|this|they|those|these)\b|do you (?:see|notice|find) any\b"
)
_WIDE = LowerPattern(r"(?:what|how|why)\b")
# "… and, if so, what is it?", "… and who does that?", "… and how it was handled": the same thing again.
_AGAIN = LowerPattern(
    r"[^?]*?\b(?:if so|if not|if yes|if any)\b|"
    r"who (?:\w+ ){0,2}?(?:does|did|do|decides|decided|handles|handled|makes|made|sets|set) (?:that|it|this|those|them)\b|"
    r"how (?:it|that|this|they|you) (?:\w+ )?(?:was|were|is|are|got|went|handled|dealt|solved|resolved|turned|responded|reacted|overcame|managed)\b"
)
_ECHO = LowerPattern(
    r"(?:do|does|did|is|are|was|were|would|could|can|has|have) (?:it|that|this|they|those|these)\b[^?]*\bor\b|"
    r"(?:is|was|are|were|would|does|do|did) (?:it|that|this|you) (?:\w+ )?(?:because|mostly|mainly|primarily|more of|something|planned|always|by chance|accidental|intentional|what you)\b"
)
_REPHRASE_WORDS = word_set(
    "path route journey steps here background story start started begin began"
)
_IDLE = word_set(
    "what how why is are do does did the a an of to in for your you and or it that this like "
    "would be could can have has was were with on at about any some there most more"
)


def is_double(text: Text, spans: list[Span], questions: list[Span]) -> bool:
    """Whether the questions of one item need two answers.

    *spans* are the sentences, *questions* those of them that ask.
    """
    plain = text.lowered
    if len(questions) > 1 and _two_questions(plain, questions):
        return True
    if _JOINTS.search(plain) is None:
        return False
    return any(_joined(plain[start:end]) for start, end in (questions or spans))


def _two_questions(plain: str, questions: list[Span]) -> bool:
    first = ""
    for start, end in questions:
        sentence = plain[start:end]
        if leads_up(sentence) or (first and _PUT_ANOTHER_WAY.match(sentence)):
            continue
        body = sentence[skip_lead(sentence) :]
        if not first:
            first = body
        elif not _same_question(first, body):
            return True
    return False


def _same_question(first: str, second: str) -> bool:
    if _WHY_TAG.match(second) or _ELLIPSIS.match(second) or _ECHO.match(second):
        return True
    if _WIDE.match(first) and _GUESS.match(second):
        return True
    if len(second.split()) <= 4 and not _WITH_VERB.search(second):
        return not _TWO_SIDES.match(second)
    return _overlap(first, second)


_WITH_VERB = LowerPattern(rf"\b{AUX}\b|'s\b|'re\b|\b(?:what|how|who|where|when)\b")


def _overlap(first: str, second: str) -> bool:
    left, right = (_content(first), _content(second))
    if not left or not right:
        return False
    shared = len(left & right)
    if left & _REPHRASE_WORDS and right & _REPHRASE_WORDS:
        return True
    if first.split(maxsplit=1)[0] != second.split(maxsplit=1)[0] and shared < len(right):
        return False
    opposite = _OPPOSITES.search(f"{first} and {second}")
    return shared / min(len(left), len(right)) >= 0.75 and not opposite


def _content(sentence: str) -> set[str]:
    return set(re.findall(r"[a-z'-]+", sentence)) - _IDLE


def _joined(sentence: str) -> bool:
    first = skip_lead(sentence)
    if _OPPOSITES.search(sentence, first) and not _SAME_THING.search(sentence):
        return True
    return any(
        _second_clause(sentence, first, found) for found in _JOINED.finditer(sentence, first)
    )


_BEFORE = LowerPattern(
    r"\b(?:what|how|why|where|when|who|which|whom)\b",
    rf"\b{AUX} (?:you|it|there|they|that|this|i|we|your|the|any|a)\b",
    r"\btell (?:me|us)\b|\bdescribe\b|\bexplain\b|\bshare\b|\bwalk me\b|\banyone\b",
)
_FALSE_START = LowerPattern(
    r"\.\.\.|…|[,.]\s*(?:you know|like|um+|uh+|i mean|well|so)\W*\Z|\A(?:\S+\s*){0,2}\Z|\b(?:tell me|tell us|share|explain|say|ask)\W*\Z"
)
_TAG = LowerPattern(
    rf"{AUX} (?:you|it|they|he|she|we|that)(?: (?:think|say|reckon|feel|suppose))?\W*\Z"
)
_IF_SO = LowerPattern(r"\bif (?:so|not|yes|any)\W*\Z")
# "Tell me about your background and how you got here" is one story.
_STORY = LowerPattern(
    r"\babout (?:yourself|your (?:\w+ )?(?:background|journey|path|story|career|history))\b"
)
_WANTS_TO = LowerPattern(rf"{AUX} you (?:want|like|care|mind)\b[^,?]{{0,30}},\s")
_DEPENDENT = LowerPattern(
    rf"(?:if|when(?! {AUX}\b)|while|as|since|because|although|though|after|before|once|given|whether|where(?! {AUX}\b)|looking|in|at|for|with|from|on|by|besides|aside|other|assuming|suppose|imagine|let's|based|considering|knowing|having|being|i|we|my|you|it|they|there|the|this|that|many|most|some|people)\b"
)


def _second_clause(sentence: str, first: int, found: re.Match[str]) -> bool:
    """Whether what *found* joins to the clause before it needs an answer of its own."""
    before, after = sentence[first : found.start()], sentence[found.start("second") :]
    asked = _BEFORE.search(before)
    if not asked or _goes_on(before, after) or _WANTS_TO.match(sentence, first):
        return False
    joint = found.group()[: found.start("second") - found.start()]
    if joint.lstrip().startswith(",") and not re.search(r"\b(?:and|but)\b", joint):
        return _stands_alone(before, after)
    waits = _DEPENDENT.match(before) and "," not in before and asked.start() == 0
    return not waits and not re.match(r"(?:is|are|was|were) (?:the|your) \w+ (?:of|that)\b", after)


def _goes_on(before: str, after: str) -> bool:
    """Whether *after* only continues: a why-tag, the rest of one story, a false start mended."""
    if after.startswith("how you") and _STORY.search(before):
        return True
    if _AGAIN.match(after) or _IF_SO.search(before) or _TAG.match(after):
        return True
    tag = _WHY_TAG.match(after) and not re.match(r"how \w", after)
    return bool(tag or _FALSE_START.search(before))


_VERB = LowerPattern(rf"\b{AUX}\b|'(?:s|re|d|ve)\b")


def _stands_alone(before: str, after: str) -> bool:
    """Whether two clauses with a mere comma between them are two questions."""
    return (
        bool(re.match(rf"(?:what|how|{AUX})\b", before))
        and not _DEPENDENT.match(before)
        and not re.match(rf"{AUX} (?:you|it|that|they)\b(?=[^?]*\bor\b)", after)
        and _VERB.search(before) is not None
        and not _rephrased(before, after)
    )


def _rephrased(before: str, after: str) -> bool:
    return before.split(maxsplit=1)[0] == after.split(maxsplit=1)[0] or bool(
        _content(before) & _REPHRASE_WORDS and _content(after) & _REPHRASE_WORDS
    )


def split_double(sentence: str) -> list[str]:
    """The two questions of one sentence, or nothing when they share words that cannot be parted."""
    plain = sentence.replace("’", "'").lower()
    first = skip_lead(plain)
    for found in _JOINED.finditer(plain, first):
        if _second_clause(plain, first, found):
            return [sentence[: found.start()], sentence[found.start("second") :]]
    opposites = _OPPOSITES.search(plain, first)
    if not opposites:
        return []
    pair = re.match(
        r"([\w'-]+(?: \w+)?)(?:,? (?:and|&|versus|vs\.?) | ?/ ?)([\w'-]+(?: \w+)?)\Z",
        opposites.group(),
    )
    if not pair:
        return []
    return [
        sentence[: opposites.start()] + side + sentence[opposites.end() :] for side in pair.groups()
    ]
