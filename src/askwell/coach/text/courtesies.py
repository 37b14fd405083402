"""Closing, permission, favour and scheduling questions: rightly yes/no, so not counted as closed."""

from __future__ import annotations

from askwell.coach.text.patterns import LowerPattern
from askwell.coach.text.tokens import Text, word_set

REFERRAL, SPARE, PERMISSION, SCHEDULING, GIVING = (
    "referral",
    "spare",
    "permission",
    "scheduling",
    "giving",
)

_REFERRAL = LowerPattern(
    r"\b(?:anyone|anybody|someone|somebody|any one|no one|any(?: other)? (?:\w+ )?(?:people|person|colleagues?|contacts?|professionals?|folks|alumni|names|coworkers?)|other (?:\w+ )?(?:people|person|colleagues?|contacts?|professionals?|folks|alumni)|who(?:m)?|a (?:colleague|few people|couple of people)|people|names?|(?:two|three|one or two|two or three|a few|some|several) (?:other )?(?:names|people|others|professionals|colleagues|contacts|folks))\b(?: else| other)?[^?.]{0,70}?\b(?:i (?:should|could|can|might|may|ought to|would benefit from)(?: be)? (?:also )?(?:talk|speak|contact|meet|reach|interview|connect|chat|get in touch|call|ask|learn from|follow|approach|know)\w*|(?:talk|speak|chat|meet|connect)(?:ing)? (?:to|with)|reach(?:ing)? out to|contact|introduce me|interview|be (?:willing|open|happy) to (?:talk|speak|chat|meet|share)|worth (?:talking|speaking|meeting)|in your network)",
    r"\bwho else\b|\banyone else (?:you|that|in|at|who|doing|i|whom)\b|\b(?:put|get) (?:me )?in (?:touch|contact) with\b|\b(?:introduce|connect|refer) me (?:to|with)\b|\bintroductions? to\b|\bwhom (?:else )?(?:would|should|could|can)\b|\bintroducing me\b|\bpoint me to (?:some|any)(?:body|one)\b|\bmake an introduction\b|\b(?:do|did|would|might) you (?:\w+ )?(?:know|have) (?:of )?(?:anyone|anybody|someone|somebody|a (?:friend|colleague|contact|coworker)|people|friends|colleagues|contacts)\b(?= (?:who|that|in|at|else|working|with|doing|i))|\bknow (?:of )?(?:any|some) (?:\w+ )*(?:people|groups or people)\b",
)
_SPARE = LowerPattern(
    r"\b(?:anything|something|what)(?: else| other| important)?\b[^?.]{0,40}?\b(?:(?:should(?:'ve| have)?|could have|didn't|haven't|did not|have not|forgot|forgotten|failed|neglected|missed) ?(?:i )?(?:not )?(?:have )?(?:ask(?:ed)?|cover(?:ed)?|mention(?:ed)?|to ask|touch(?:ed)?|talk(?:ed)? about|discuss(?:ed)?|brought up)|i (?:didn't|haven't|should(?:'ve| have)|forgot|did not|have not) (?:to )?(?:ask|asked|cover|covered|think)|we (?:didn't|haven't|did not|have not|should have)(?: \w+)? (?:cover(?:ed)?|discuss(?:ed)?|talk(?:ed)?|touch(?:ed)?|ask(?:ed)?|get to|gotten to|mention(?:ed)?)|you (?:wish|wished|hoped) (?:i|we|i'd|we'd))\b",
    r"\b(?:anything|something) else (?:(?:that )?(?:you(?:'d| would| want| think| feel| can| could)?|i should|i need|we should|worth|to (?:add|share|mention|know|say)|on your mind|about)\b|\?|$)|\banything (?:else )?(?:you(?:'d| would) (?:like|want) to (?:add|share|say|mention|ask)|to add|i (?:should|need to|ought to) know)\b|\bany (?:last|final|closing|parting|other) (?:thoughts|words|comments|remarks|things|questions)\b(?! (?:of (?:wisdom|advice)|on|about|for))|\bwhat (?:question )?(?:should i|should have i|have i not|haven't i|didn't i|did i not|question (?:should|haven't|have|did)) ?(?:i )?(?:have |not )?(?:ask|asked)\b|\bwhat (?:else )?should i (?:have asked|be asking|know|ask)\b(?= ?(?:you|that|\?|$))",
    r"\b(?:do|did) you have (?:any )?questions for (?:me|us)\b",
)
_PERMISSION = LowerPattern(
    r"\b(?:may|can|could|might|shall|would it be (?:ok|okay|all right|alright|fine|possible|acceptable)(?: with you| for me)?(?: if| to| for)?|is it (?:ok|okay|all right|alright|fine|possible)(?: with you| for me)?(?: if| to)?|do you mind if|would you mind if|are you (?:ok|okay|comfortable|fine) (?:with|if)|mind if)(?: (?:i|we|me|my|to)\b)+(?: also| please| possibly| perhaps| ever| just)* (?:use|used|using|mention|mentioned|mentioning|say|tell them|quote|quoted|quoting|record|recorded|recording|take notes|took notes|taking notes|contact|contacted|contacting|call|called|calling|e-?mail(?:ed|ing)?|follow(?:ed|ing)? up|follow|keep in touch|kept in touch|keeping in touch|keep(?:ing)? you (?:posted|updated|informed)|stay(?:ed)? in (?:touch|contact)|connect(?:ed|ing)? (?:with you|on)|add you|reach(?:ed|ing)? (?:back )?out|get (?:back )?in touch|got in touch|write|wrote|come back|check in|send (?:you|them)|sent you|ask you (?:a|some|one|a few|more|another)|ask a|share (?:this|your|what|my|it)|shadow(?:ed)?|visit(?:ed)?|observe[d]?|see your|tour|update|let you know|have your|get your (?:card|e-?mail|number|contact)|give (?:them|him|her) your|borrow|thank|join|sit in|say you|(?:tell|told) (?:him|her|them|people) (?:that )?you)\b",
    r"\b(?:would|could|can|will|are) you (?:\w+ ){0,2}?(?:be )?(?:\w+ )?(?:willing|open|able|happy|free|mind|available)? ?(?:to |if )?(?:connect me|introduce me|introduc\w+|put me in touch|refer me|look(?:ing)? (?:over|at) my|review(?:ing)? my|read(?:ing)? my|critiqu\w+ my|stay(?:ing)? in touch|keep(?:ing)? in touch|make an introduction|(?:do|doing) a mock|let me (?:shadow|visit|observe|use|know when|come)|mentor|check(?:ing)? my|proofread|be my|let me)\b",
)
_SCHEDULING = LowerPattern(
    r"\b(?:is|are|would|does|do|will|was) (?:\w+ ){0,3}?(?:now|this|that|today|tomorrow|monday|tuesday|wednesday|thursday|friday|next week|(?:\d+|ten|fifteen|twenty|thirty)(?: more)? minutes) (?:still )?(?:a good time|work|ok|okay|convenient|fine|suit|good|be (?:ok|okay|possible|enough|convenient))\b|\b(?:do|did|would|will) you (?:still )?(?:have|got) (?:a (?:minute|moment|few (?:more )?minutes|second|couple of minutes)|time (?:left|now|next|this|today|for (?:a|an|one|another|some|me|us|that)|to (?:talk|chat|meet|speak|answer))|any time (?:left|next|this)|(?:\d+|ten|fifteen|twenty|thirty|five|another|more) ?(?:more |\w+ )?(?:minutes|questions)|time\s*\?)\b|\bwhen (?:would|could|can|are|is) (?:you|we|be|it|a)\b[^?]*\b(?:free|available|meet|talk|chat|call|good time|convenient|speak|best time)\b|\b(?:can|could|shall|should|may|would) (?:we|i|you) (?:\w+ ){0,1}?(?:schedule|set up a|meet|find a time|reschedule|book|arrange a|grab (?:a )?coffee|have coffee|hop on|jump on|do a (?:quick )?call|call you|talk again|chat again|meet again)\b|\bwhat (?:time|day|days|times) (?:works?|suits?|would work|is best|are you|is good|would be)\b|\b(?:are|will) you (?:\w+ )?(?:free|available)\b|\b(?:in person|by phone|phone|zoom|video)[^?]*\bor\b[^?]*\b(?:phone|video|zoom|in person|teams|email|call)\b|\bwhat(?:'s| is| would be| might be) the best way to (?:reach|contact|stay in touch|keep in touch|follow up)\b|\bhow (?:can|should|may|could) i (?:best )?(?:reach|contact|stay in touch with|keep in touch with|follow up with|get in touch with) you\b|\bhow much time do you have\b|\bhow are we doing (?:on|for) time\b|\bhave (?:we )?time for (?:one|another|a)\b"
)
_GIVING = LowerPattern(
    r"\b(?:can|could|may|might) i (?:\w+ )?(?:help|do|offer|return|support|assist|be of (?:help|use|service))\b[^?]*(?:\byou\b|\breturn\b|\bfavou?r\b|\bback\b)|\bhow (?:can|could|may|might) i (?:\w+ )?(?:help|return|repay|be (?:of|useful|helpful)|support|give back|thank)\b|\b(?:anything|something|any way|a way)(?: that)? i (?:can|could|might) (?:\w+ )?(?:do|help|offer)\b(?=[^?]*\b(?:you|return|help)\b)|\bwhat can i do (?:for you|to help you|in return)\b|\bany way i can\b"
)
_KINDS = (
    (SPARE, _SPARE),
    (REFERRAL, _REFERRAL),
    (GIVING, _GIVING),
    (PERMISSION, _PERMISSION),
    (SCHEDULING, _SCHEDULING),
)
# "How did you find people to talk to?" asks for a story, not for names.
_MANNER = ("how ", "so how ", "why ")
_HINTS = word_set(
    "anyone anybody someone somebody else who whom people person colleague colleagues "
    "contacts contact introduce introduction introductions connect refer anything something "
    "asked ask cover covered add questions final last closing parting may can could might "
    "mind okay ok right use name record notes touch follow schedule minutes minute moment "
    "free available time day days help return favor favour way meet talk willing open shall "
    "should monday tuesday wednesday thursday friday know comfortable"
)


def courtesy(text: Text, start: int, end: int) -> str | None:
    """The kind of courtesy the question at [start, end) is, or None for a real question."""
    if text.vocabulary.isdisjoint(_HINTS):
        return None
    lowered = text.lowered[start:end]
    if (
        lowered.startswith(_MANNER)
        and not _GIVING.search(lowered)
        and not _SCHEDULING.search(lowered)
    ):
        return None
    for kind, pattern in _KINDS:
        if pattern.search(lowered):
            return kind
    return None
