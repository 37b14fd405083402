"""Listening, as far as words show it: questions that follow up, and sentences that give back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from askwell.coach.text.patterns import LowerPattern
from askwell.coach.text.tokens import word_set

_STEM = 5
_SHORTEST = 12
_COMMON = word_set(
    "a about above actually after again all almost already also always am an and another any anyone anything are "
    "aren't around as ask at back be because been before being best better between big both but by came can can't "
    "come comes coming could couldn't day did didn't different do does doesn't doing don't done down each else end "
    "even ever every everyone everything exactly feel few find first for from gave get gets getting give go goes "
    "going gone good got great had has have haven't having he he's hear her here hey him his how huh i i'd i'll i'm "
    "i've if important in interesting into is isn't it it's its just keep kind kinds know last least less let let's "
    "life like listeners little long look looking lot love made make makes making many may maybe me mean might mind "
    "more most much my myself need never new next no not nothing now of off oh ok okay on once one ones only or other "
    "others our out over own part people perhaps person place point pretty probably put quite rather really right "
    "said same say saying says see seem seems seen share she she's should show side since so some somebody someone "
    "something sometimes sort start started starting still story stuff such sure take talk talking tell than thank "
    "thanks that that's the their them then there there's these they they're they've thing things think thinking "
    "this those though thought three through time times to today together told too took try trying two type typical "
    "uh um under until up us use used usually very want wanted wants was wasn't way ways we we're we've well went were "
    "weren't what what's whatever when where whether which while who why will wish with without won't wonder wonderful "
    "wondering word words work worked working works world would wouldn't wow yeah year years yes yet you you'd you'll "
    "you're you've your yourself yours guess basically gonna wanna literally question questions answer curious advice "
    "able across else's bit course describe explain happen happened happens advice recommend favorite favourite"
)
_TAKES_UP = LowerPattern(
    r"\byou (?:just |also |kind of |had |were )*(?:said|say|mentioned|mention|talked about|talk about|brought up|described|told|touched on|alluded|were saying|referred|saying|were talking|used the)\b|"
    r"\bwhat you(?:'re| are| just| were)? (?:said|say|saying|mean|describ\w+|mention\w*)\b|\bwhen you say\b|\bwhat do you mean\b|\bwhat does that\b|\b(?:your|that) (?:point|answer)\b|\bas you (?:said|mentioned|say)\b|"
    r"\b(?:more about (?:that|this|it|those|them)|expand on|elaborate|say more|unpack|dig into that|go (?:deeper|back to)|follow(?:ing)?[- ]up|speaking of|on that|to that|of that|about that|like that|at that|with that|did that|was that|is that|does that|do that|for that|that (?:moment|time|experience|transition|decision|process|point|change|move|shift|project|job|role|first)|those (?:\w+ )?\w+s)\b"
)
_ELLIPTIC = LowerPattern(
    r"[\W_]*(?:(?:and|so|but|oh|okay|ok|yeah|wow|right|well|really|interesting|hmm|no)\b[\s,.!?]*)*"
    r"(?:why \w+(?: \w+)?|why(?: not| is that| was that| so| do you think(?: (?:that|so)(?: is| was)?)?)?|how so|how come|like what|such as|what else|what happened(?: (?:then|next|there|after that))?|and then(?: what)?|for example|in what (?:way|sense)|"
    r"(?:why|how) (?:is|was|did|does) (?:it|that|this|he|she|they)\b.{0,30}|meaning(?: what)?|such as what|what kind|which one|since when|how long|how many|how much|where|when|who|what|really|seriously|what (?:was|is|'s) (?:that|it)(?: like| called)?|what's that like|how did (?:that|it) (?:go|feel|happen|work|turn out))\W*\Z"
)
_POINTS_BACK = LowerPattern(
    r"\b(?:that|that's|this|it|it's|they|them|these|those|there|he|she|him|her|then)\b"
)
_GOES_ON = LowerPattern(
    r"[\W_]*(?:so|and|but|oh|because|then|yeah|right|wow|okay|really|interesting)\b"
)
_ECHO = LowerPattern(
    r"[\W_]*(?:(?:so|and|oh|okay|right|wait|but|yeah)\b[\s,]*)+(?:you|it|that|they|he|she|this|there|was|is|did|were|when you|because|you'd|you're|you've|it's|that's)\b"
)
_TURNS_AWAY = LowerPattern(
    r"\b(?:(?:next|another|last|final|different|one more|other|first|second|third|closing|rapid|lightning|quick) (?:\w+ )?(?:question|topic|thing|round|subject|one)|"
    r"(?:switch|shift|chang)(?:e|ing)? (?:gears|topics?|subjects?|tracks?|tack|the subject)|moving on|move on|fast[- ]forward|let's (?:move|turn|switch|talk about|start|begin|go to|jump)|turn(?:ing)? to|wrap(?:ping)? up|"
    r"before (?:we|i|you) (?:go|wrap|finish|end|let|close)|to (?:close|finish|end|start|begin|kick)|where can (?:people|listeners|folks|our|we|they)|anything (?:else )?(?:you|i|we) (?:\w+ )?(?:want|didn't|should|would|haven't|missed)|"
    r"who else|anyone else|tell (?:us|me|our listeners) (?:a (?:little|bit) )?(?:\w+ )?about yourself|introduce yourself|how are you|welcome|thanks for (?:joining|coming|being|making|taking)|thank you for (?:joining|coming|being|making|taking)|i (?:also )?want(?:ed)? to (?:ask|talk|get|shift|switch|turn|touch)|"
    r"in general|overall|advice (?:would|do|for|to)|(?:any|some|what) advice|looking (?:back|ahead|forward)|five years|ten years|typical day|day in the life|day[- ]to[- ]day|what's next|what is next|how did you (?:first )?(?:get (?:in|into|to|started|here|there|interested|your start|involved)|become|end up|come to)\b|walk (?:me|us) through your|(?:an?|any|what) (?:\w+ )?(?:books?|podcasts?|resources?)\b.{0,30}\b(?:recommend|suggest|point))\b"
)
_GIVES_BACK = LowerPattern(
    r"(?:(?:so|and|okay|ok|yeah|right|oh|wow|well|mm+|got it|i see|sure|great|interesting)[\s,.]+)*"
    r"(?:(?:it |that |this )?sounds (?:like|as if|as though)|it seems like|what i(?:'m| am) hearing|what i hear|i hear you|i(?:'m| am) hearing|if i(?:'m| am)? (?:understand|understood|hear|heard|following|got)\w*|"
    r"in other words|so (?:basically |essentially |really |for you |then |at first |in the end )?(?:you(?:'re|'ve|'d| were| are| had| have| went| started| left| learned| learnt| felt| found| moved| got| took| never| always| just| really| didn't| don't| see| think| like| want(?:ed)?| had to| \w+ed)?|it's|it was|there's|the \w+ (?:is|was|are|were|made|came|did|has|had|really|all))\b|"
    r"you(?:'re| are| were) saying|what you(?:'re| are) (?:saying|describing)|you (?:mentioned|said|talked about|felt|found|had to|wanted|learned|realized)\b|so for you|let me (?:see if|make sure|repeat)|to (?:sum|summarize|recap))"
)


def stems(lowered: str) -> set[str]:
    """The content words, cut so that forms of one word meet."""
    bare = {word.strip(_AROUND) for word in set(lowered.split()) - _COMMON}
    return {_stem(word) for word in bare - _COMMON if len(word) > 2}


_AROUND = ".,;:!?\"'()[]…—–-*_“”‘’«»>"


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)][:_STEM]
    return word[:_STEM]


_ENDINGS = ("'s", "ing", "ies", "ed", "es", "er", "ly", "e", "y", "s")


def well_worn(turns: Iterable[set[str]]) -> frozenset[str]:
    """Stems the whole talk is about: they say little about one answer."""
    counts: Counter[str] = Counter()
    total = 0
    for found in turns:
        total += 1
        counts.update(found)
    return frozenset(stem for stem, count in counts.items() if count > max(4, total * 0.25))


def follows_up(asked: str, lead: str, answer: set[str], worn: frozenset[str]) -> bool:
    """Whether a question takes up something from the other's last turn.

    *asked* is the question and *lead* what stands before it in the turn (lower case, straight
    quotes), *answer* the stems of the other's turn, *worn* those the whole talk is about.
    """
    if not answer:
        return False
    score = -0.5
    shared = stems(asked) & answer
    fresh = len(shared - worn)
    score += 0.9 * min(fresh, 2) + 0.3 * min(len(shared) - fresh, 1)
    score += _lead_in(stems(lead[-240:]), answer, worn)
    if _TAKES_UP.search(asked) or _TAKES_UP.search(lead[-160:]):
        score += 0.9
    elif _POINTS_BACK.search(asked):
        score += 0.5
    if _ELLIPTIC.match(asked):
        score += 0.9
    elif _ECHO.match(asked) or _ECHO.match(lead[-160:]):
        score += 0.4
    elif _GOES_ON.match(asked):
        score += 0.2
    if len(asked.split()) <= 8:
        score += 0.2
    if _TURNS_AWAY.search(asked) or _TURNS_AWAY.search(lead[-160:]):
        score -= 1.2
    return score > 0


def _lead_in(said: set[str], answer: set[str], worn: frozenset[str]) -> float:
    """What stands before a question takes up the answer too, or brings a new matter."""
    shared = len((said & answer) - worn)
    if shared:
        return 0.3 + 0.3 * min(2, shared)
    return -0.7 if len(said) > 1 else 0.0


def gives_back(lowered: str, answer: set[str]) -> bool:
    """Whether words that do not ask give back what was heard: "So you left because of the team"."""
    if len(lowered) < _SHORTEST:
        return False
    said = stems(lowered[:300])
    shared = len(said & answer)
    if shared and _GIVES_BACK.match(lowered):
        return True
    return shared > 1 and shared * 5 >= len(said) * 3
