"""What is offered, whom the letter asks to meet, and whether it asks for a job.

Candidacy ("hope to be selected") is a job ask; a mere status ("as I begin my job search") and what
is denied ("I am not looking for a position") is not (playbook §7, §8 nos. 21 and 35–38).
"""

from __future__ import annotations

import re

from askwell.coach.text.cues import Cue
from askwell.coach.text.negation import negated
from askwell.coach.text.patterns import ExactPattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from askwell.coach.text.letters import Sentence

# -- offer --------------------------------------------------------------------------------------

_TREAT = r"(?:coffees?|tea|lunch|breakfast|drinks?|beers?|dinner|meal|brunch|pint|treat|cake|pizza)"
OFFER = (
    Cue(
        "favor favour kindness generosity forward back reciprocate repay",
        r"\b(?:return|returning|repay|reciprocate|repaying) (?:the|your|this|that|a|such) (?:\w+ )?(?:favou?r|kindness|generosity|help)\b|\brepay you\b",
        r"\bpay (?:it|this) (?:back|forward)\b|\bgiv(?:e|ing) (?:\w+ )?back to you\b|\breciprocate\b|\bgive something back\b",
    ),
    Cue(
        "ever anything something way ways how help assistance service support assist",
        r"\b(?:anything|something|any ?way|a way|some way|ways|what|whatever|how) (?:else )?(?:that |in which )?i (?:can|could|might|may)(?: ever| also| possibly)? (?:do|help|assist|offer|be (?:of|helpful|useful)|support|repay|return|give|thank)\b(?! (?:with |to )?(?:the|your (?:team|company|organi[sz]ation|firm|work|group|mission|project)|people|others|society|my|to prepare|improve)\b)",
        r"\bif i can (?:ever )?(?:be (?:of|helpful|useful)|help|return|do|support|assist|give|offer)\b|\bi can (?:ever )?be of (?:\w+ )?(?:help|assistance|service|use)\b",
        r"\bhelp(?:ing)? you (?:in return|out|with|as well|too|back)\b|\b(?:glad|happy|love|delighted|pleased) to (?:ever )?(?:help|assist|support|lend (?:you )?a hand|volunteer)\b(?! me)",
    ),
    Cue(
        "coffee coffees lunch tea drink drinks breakfast treat beer beers dinner cake pizza pint meal brunch",
        rf"\b(?:buy|treat|get|bring|take|invite)(?:ing)? you (?:\w+ ){{0,2}}?(?:to |out (?:to|for) |for )?(?:a |some |your |the )?(?:\w+ ){{0,2}}?{_TREAT}\b",
        rf"\b(?:buy|pay for|get) (?:your|the|our) {_TREAT}\b|\b{_TREAT}(?:'s| is| are| will be|'ll be| would be)? (?:\w+ )?(?:on me|my treat|mine)\b|\bmy treat\b",
    ),
    Cue(
        "return exchange round me owe gift token enclose enclosed attached",
        r"\bin (?:return|exchange)\b(?! for my| from)|\b(?:round|one)(?:'s| is) on me\b|\bowe you (?:a|an|one)\b(?! (?:apology|answer|reply|update|response|thank|debt|email|note|call))",
        r"\btoken of (?:my|our) (?:\w+ )?(?:gratitude|thanks|appreciation)\b",
    ),
    Cue(
        "useful interest interesting enjoy like thought reminded case",
        r"\b(?:thought|think|figured) (?:of you\b|(?:that )?(?:you|it|this) (?:\w+ )?(?:might|may|would|'d) (?:\w+ )?(?:enjoy|like|want|find|be (?:interest|useful|helpful|of (?:interest|use))|interest))|\bin case (?:it|this|they)(?:'s| is|'re| are) (?:\w+ )?(?:useful|helpful|of (?:use|interest))\b",
    ),
    Cue(
        "if when whenever should",
        r"\b(?:if|when|whenever|should) (?:ever )?you (?:ever |should )*(?:needs?|wants?|could use|require)\b(?! (?:me )?(?:to )?(?:\w+ )?(?:any|more|additional|further|other|anything (?:else|further|more)|know|discuss|meet|talk|chat|reschedule|move)\b)[^.?!]{0,70}\b(?:i(?:'d|'ll|'m)\b|i am|i can|i would|count me in|just ask|let me know|say the word|holler|shout)",
    ),
)

# -- referral ask -------------------------------------------------------------------------------

_THANKED = ExactPattern(
    r"\b(?:thank\w*|appreciate[d]?|grateful|thx|so glad|kind of you)\b[^.?!]{0,45}\b(?:for|that|you|to|the)\b[^.?!]{0,25}\Z"
)
_WOULD = ExactPattern(r"(?:\bwould|'d|\bbe|\bin advance)\b[^.?!]*\Z")
_ASKING = ExactPattern(
    r"\?|\b(?:could|would|can|may|might|possible|willing|appreciate|if you|hope|hoping|happy to|love|asking|please|feel free|favou?r|wondering|let me know|grateful|open to|interested in|any|whether|who|glad|if there(?:'s| is| are))\b"
)


def _not_thanked(sentence: Sentence, match: re.Match[str]) -> bool:
    thanked = _THANKED.search(sentence.lowered, 0, match.start())
    if thanked is None:
        return True
    before = sentence.lowered[max(0, thanked.start() - 18) : thanked.start()]
    return _WOULD.search(before) is not None


def _asked_for(sentence: Sentence, match: re.Match[str]) -> bool:
    return _not_thanked(sentence, match) and _ASKING.search(sentence.lowered) is not None


_CONTACT_VERB = r"(?:talk|speak|reach out|connect|contact|meet|chat|get in touch|be in touch|write|approach|call|learn from|interview|ask|e-?mail|hear from|talking|speaking|reaching out|contacting|connecting|meeting|chatting|worth)"
REFERRAL_ASK = (
    Cue(
        "her him them anyone anybody someone somebody people person folks colleague colleagues contact contacts others who whom else professionals names name alumni individuals friends connections experts other",
        r"\b(?:anyone|anybody|someone|somebody|people|persons?|folks|colleagues?|contacts?|others|who|whom|professionals|alumni|individuals|friends|connections|experts)(?: else)? (?:[\w',/-]+ ){0,8}?(?:i (?:\w+ )?(?:should|could|might|can|may|would|ought)|you(?:'d| would| could| might| may| can)? (?:\w+ )?(?:think|recommend|suggest|advise|feel|believe|know|introduce|refer|connect)|should i|can i|could i|might i|would be (?:\w+ )?(?:open|willing|happy|good|able|helpful|worth)|(?:for me )?to (?:talk|speak|contact|reach|connect|meet|chat|interview)|might be (?:\w+ )?(?:open|willing|good|able|worth)|may be|comes? to mind)",
        rf"\bwho else\b|\banyone else\b|\bsomeone else\b|\banybody else\b|\bother (?:\w+ ){{0,3}}?(?:people|professionals|contacts|colleagues|alumni|folks|individuals|experts) (?:\w+ ){{0,6}}?{_CONTACT_VERB}\b|\b(?:names?|contact information) of (?:\w+ ){{0,4}}?(?:others|people|person|anyone|someone|colleagues|contacts|professionals|individuals)\b|\badditional contacts\b|\b(?:point|introduce|connect|refer|suggest|recommend|know|direct|there|put) (?:\w+ ){0, 5}?(?:someone|somebody|anyone) (?:who|on your|in your|from your|at your)\b|\bask(?:ing)? (?:her|him|them|\w+) (?:if|whether) i\b|\b(?:have|share) (?:any|some|other|additional)? (?:\w+ )?contacts\b",
        unless=r"\b(?:always|i have|i've|i|we|been) (?:\w+ )?(?:talking|spoken|speaking|talked|met|meeting|reached) (?:to|with|out) (?:\w+ )?(?:people|professionals|alumni|others|folks|someone|experts)\b|\b(?:hear|learn|learning|hearing) (?:\w+ ){0,2}?from (?:\w+ ){0,3}?(?:people|someone|somebody|others|professionals)\b|\b(?:thank\w*|appreciate) (?:\w+ ){0,5}?(?:connecting|introducing|referring|putting)\b|\bsomeone (?:like (?:me|you)|with (?:my|your))\b|\bas someone who\b|\bto be someone\b|\blooking for (?:people|someone) (?:who|to)\b(?!.*\byou\b)|\byou (?:would be|were|are|'re|seem like|sound like) (?:\w+ ){0,5}?(?:person|someone|people)\b|\b(?:suggested|recommended|mentioned|told me|said|thought)\b(?!.*\b(?:could|would|is there|anyone|else)\b)",
        test=_asked_for,
    ),
    Cue(
        "introduce connect refer direct point put link steer introducing connecting referring pointing putting directing introductions",
        r"\b(?:introduce|connect|refer(?= \w+ (?:on )?to)|direct|point|put|link|steer|introducing|connecting|referring(?= \w+ (?:on )?to)|pointing|putting|directing|loop) (?:me|us)\b(?! (?:to|with|in touch with) (?:you|myself|the (?:field|world|industry|topic|concept|profession|subject)|this (?:field|world|industry)|your (?:website|company's website|work|article))\b)(?! (?:on|to|via|through|with you on) linkedin)(?! (?:off|down|out of|through|for|internally|as)\b)",
        unless=r"\b(?:offered|agreed|happened|kind enough|generous enough) to (?:introduce|connect|put|refer) me\b(?!.*\b(?:love|could|would)\b)|\b(?:who|he|she|they|professor|and|dr|already|had|also|you(?:'ve| have)?) (?:\w+ )?(?<!could[ ]you[ ])(?<!would[ ]you[ ])(?<!can[ ]you[ ])(?<!please[ ])(?:put|referred|connected|introduced|pointed) me\b(?!.*\b(?:could|would|else)\b)",
        test=_asked_for,
    ),
    Cue(
        "introduction introductions intro intros referral referrals",
        r"\b(?:an?|any|the|make|warm|quick|brief|for|further|other|your|that) (?:\w+ ){0,2}?(?:introductions?|intros?|referrals?)\b(?! to (?:\w+ ){0,3}?(?:psychology|programming|economics|computer|the field|data|law|business|statistics))",
        unless=r"\bby way of introduction\b|\bthank\w* (?:\w+ ){0,6}?(?:introduction|intro|referral)\b|\bbrief introduction\b(?!.*\bto\b)|\bintro(?:duction)? (?:to )?(?:\w+ ){1,3}?(?:class|course|lecture|seminar)\b|\breferral (?:program|bonus)\b|\b(?:offered|promised|mentioned|following up on)\b[^.]{0,40}\b(?:introduction|intro|referral)s?\b(?!.*\?)|\binformal introduction\b",
        test=_asked_for,
    ),
    Cue(
        "know think recommend suggest aware mind names name",
        r"\b(?:do|does|if|might|whether|would|could|can|happen|also|anyone|who|whom|that|may) (?:you |\w+ ){0,3}?(?:know|think of|recommend|suggest|aware) (?:\w+ ){0,3}?(?:anyone|anybody|someone|somebody|people|person|a (?:colleague|friend|contact|person|former)|colleagues|friends|others|other \w+|two|three|names?|who|contacts|folks|professionals|any (?:\w+ )?(?:people|colleagues|contacts|friends|alumni|professionals|women|engineers|nurses|designers|teachers|writers))\b",
        r"\bcomes? to mind\b|\bwho(?:m)? (?:do |else |might |would |could )?(?:you )?(?:\w+ )?(?:know|recommend|suggest|think)\b|\b(?:one or two|two or three|a (?:few|couple(?: of)?)|any|some|three|two) (?:\w+ )?names\b|\ba name\b|\bthe name\b",
        unless=r"\bi know (?:someone|people|a)\b|\bi(?:'m| am) (?:also )?someone\b|\byour name\b(?!.*\b(?:anyone|someone|else)\b)",
        test=_asked_for,
    ),
    Cue(
        "share sharing give giving send sending email address number details",
        r"\b(?:shar(?:e|ing)|giv(?:e|ing)|send(?:ing)?|pass(?:ing)? (?:on|along)|have|get) (?:me )?(?:his|her|their|[a-z]+'s) (?:\w+ )?(?:e-?mail|address|contact|number|details|information|name)\b",
        unless=r"\bthank\w* (?:\w+ ){0,5}?(?:shar|giv|send|pass)",
        test=_asked_for,
    ),
    Cue(
        "pass forward share forwarding passing along",
        r"\b(?:pass|forward|share|forwarding|passing|sharing|send) (?:this|my (?:name|note|message|e-?mail|information|details|request|contact \w+|info|number|profile)|it|these (?:lines|few lines)|along|the (?:note|message|e-?mail))(?: \w+){0,3}? (?:on|along|to|with) (?!me\b|us\b|you\b)",
        test=_asked_for,
    ),
    Cue(
        "tag know knows ask whether he she they he'd she'd they'd",
        r"\b(?:he|she|they)(?:'d| would| might| could| may)(?: \w+)? (?:be (?:willing|open|up|happy|able|game|ok|okay) (?:to|for) )?(?:a )?(?:speak|talk|chat|meet|see|spare|answer|let me)\b|\b(?:ask|tag) (?:him|her|them|someone)\b",
        r"\bwould you (?:be willing to |mind )?ask(?:ing)? (?:[\w']+ ){0,3}?(?:whether|if)\b",
        r"\b(?:any|either|one|some) of you (?:\w+ )?knows?\b|\b(?:you|who|anyone|anybody|somebody) (?:\w+ ){0,4}?knows? (?:of )?(?:an? |any)",
        kinds=("who-do-you-know", "intro-request"),
        test=_asked_for,
    ),
    Cue(
        "love like happy glad hope",
        r"\b(?:love|like|happy|glad|hope) to (?:meet|talk (?:to|with)|speak (?:to|with)|be introduced to|connect with) (?:the \w+|her|him|them|your (?:colleague|friend|boss|team)|other|more people)\b",
        kinds=("thanks", "update", "check-in"),
    ),
    Cue(
        "colleagues know",
        r"\bany of your (?:\w+ )?(?:colleagues|contacts|friends|classmates|team(?:mates)?|co-?workers)\b|\b(?:perhaps|maybe|if) you know (?:of )?(?:somebody|someone|anybody|anyone)\b",
        test=_not_thanked,
    ),
    Cue(
        "right best appropriate better suitable correct",
        r"\b(?:right|best|better|more appropriate|more suitable|correct|good|another) (?:person|people|contact|colleague|one)\b(?: \w+){0,3}? (?:to|for|i|on|at|who|about|with|in)\b|\bright direction\b",
        unless=r"\byou (?:are|were|would be|'re|might be|seem|may be) (?:\w+ ){0,3}?(?:right|best|better|good)\b",
        test=_asked_for,
    ),
)

# -- job ask ------------------------------------------------------------------------------------

_ROLE = r"(?:jobs?|positions?|roles?|internships?|openings?|vacanc(?:y|ies)|opportunit(?:y|ies)(?! to (?!work|join|interview|intern|apply))|employment|placements?|co-?ops?|apprenticeships?|traineeships?|fellowships?|clerkships?|externships?|gigs?|spots?|posts?)"
_POST = r"(?:jobs?|positions?|roles?|internships?|openings?|vacanc(?:y|ies)|employment|placements?|co-?ops?|apprenticeships?|traineeships?|clerkships?|externships?)"
_ORG = r"(?:company|firm|organi[sz]ation|team|department|lab|group|agency|office|studio|school|hospital|newsroom|startup|practice|division|institution|clinic|workplace|end)"
_YOURS = rf"(?:at|with|within|in|on|from|for|inside) (?:[A-Z_]|you\b|your\b|the {_ORG}|this {_ORG})"
_THEIRS = ExactPattern(
    rf"(?i:\b(?:at|with|within|in|on|for|from|inside) (?:your|the|this) (?:[\w'-]+ ){{0,3}}?{_ORG}\b|\bwith you\b|\bat your\b|\byour (?:company|firm|organi[sz]ation|team))|\b(?:at|with|within) (?!January|February|March|April|May|June|July|August|September|October|November|December)[A-Z][\w&.-]+"
)
_CALENDAR = ExactPattern(
    r"\s*(?:on|in) (?:your|the) (?:calendar|schedule|diary|day|week|agenda)|\s*(?:this|next) (?:week|month)\b|\s*(?:for a (?:call|chat|talk|coffee))"
)


def _not_denied(sentence: Sentence, match: re.Match[str]) -> bool:
    letter = sentence.letter
    start = sentence.start + match.start()
    for found in re.finditer(r"\w[\w'-]*", match.group()):
        if _CORE.match(found.group()):
            start = sentence.start + match.start() + found.start()
            break
    if negated(letter.text, start) or negated(letter.text, sentence.start + match.start()):
        return False
    inside = sentence.lowered[match.start() : match.end()]
    if re.search(r"\b(?:not|no|n't|never|without)\b|n't\b", inside):
        return False
    return _CALENDAR.match(sentence.lowered, match.end()) is None


_CORE = ExactPattern(
    r"(?:jobs?|positions?|roles?|internships?|openings?|vacanc|opportunit|employment|interview|hire|hiring|refer)"
)


def _for_them(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a job is sought with the reader, or sought as such ("actively looking")."""
    if not _not_denied(sentence, match):
        return False
    near = sentence.raw[match.start() : match.end() + 60]
    return _THEIRS.search(near) is not None or re.search(r"(?i:\bactively\b)", near) is not None


_IN_THE_FIELD = ExactPattern(
    r"\b(?:career|job|work|educational|volunteer) (?:opportunities|positions|jobs|roles) (?:available )?(?:in|within) (?:the|this|your) (?:[\w'-]+ ){0,2}?(?:field|industry|profession|area|sector)\b(?!.*\b(?:openings|your (?:company|firm|organi[sz]ation|team))\b)|\bwhat (?:types?|kinds?|sorts?) of\b"
)


def _asked_here(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether it is about jobs here and now, not about the jobs of a field."""
    return _not_denied(sentence, match) and not _IN_THE_FIELD.search(sentence.lowered)


JOB_ASK = (
    Cue(
        "job jobs position positions role roles internship internships opening openings vacancy vacancies opportunity opportunities employment placement placements co-op coop apprenticeship traineeship fellowship clerkship externship gig spot leads lead work interns",
        rf"\b(?:are there|is there|there (?:are|is|was|were)|do you (?:\w+ )?(?:have|know of|offer)|does (?:your|the) (?:\w+ ){{0,2}}?(?:have|offer)|have|having|know(?:ing)? (?:of|about)|aware of|hear (?:of|about)|heard of|come across|let me know (?:of|about|if)|learn(?:ing)? (?:more )?about|inquir(?:e|ing|y) (?:about|into|regarding|as to|if)|enquir(?:e|ing|y) (?:about|into|regarding)|ask(?:ing)? (?:you )?(?:about|for|if)|discuss(?:ing)?|regarding|help me (?:find|get|land|secure)|see if|notify me|tell me about|information (?:about|on|regarding)|suggest|recommend|apply(?:ing)? (?:for|to)|offer(?:ing)?|share|possibility of|consider(?:ed|ing|ation)? (?:me )?for|open to) (?:[\w'/-]+ ){{0,2}}?(?:any|some|current|available|upcoming|possible|potential|future|suitable|open|new|job|hidden|unadvertised|relevant|related|summer) (?:[\w'/-]+ ){{0,4}}?(?:{_ROLE}|leads|work (?:at|with|for) (?:you|your))\b",
        rf"\b(?:is|are) there (?:an?|any|some|possibly|currently|\w+) (?:[\w'/-]+ ){{0,4}}?(?:{_POST}|opportunit(?:y|ies) (?:for|at|with|in|within|to (?:work|join|intern)))\b",
        rf"\bany (?:[\w'/-]+ ){{0,3}}?(?:{_POST}|leads)\b(?=[^.?!]{{0,50}}(?:\b(?:at|with|in|on|within|for) (?:your|the|a|this|me|my)\b|\?|open|available|come|coming|arise|would|that|which|might|please))|\bjob leads\b",
        r"\b(?:saw|noticed|found|came across|seen) (?:that )?(?:the|your|an?|\w+'s) (?:[\w'/-]+ ){0,5}?(?:opening|vacancy|posting|internship|(?:position|job|role)(?= (?:\w+ )?(?:posted|advertised|listed|open|available|at|with|on (?:linkedin|your|the))))\b",
        rf"\b(?:a|an|the|any|some|this|that|these|such|if) (?:[\w'/-]+ ){{0,4}}?{_POST} (?:that )?(?:\w+ ){{0,2}}?(?:opens?(?: up)?|becomes?|comes? (?:up|available)|arises?|(?:is|are|still|currently) (?:still )?(?:open|available|vacant))\b",
        unless=r"\b(?:informational|job market|how (?:you|people|one) (?:\w+ ){0,3}?(?:find|found|get|got)|your (?:current |first |previous )?(?:job|position|role))\b(?!.*\b(?:any|opening|hiring|vacanc)\w*)|\bunderstand (?:that )?(?:there|you) (?:may|might) (?:be|have) (?:no|not)\b|\bany (?:\w+ )?opportunity to (?:talk|speak|meet|learn|hear|connect|chat|ask)\b",
        test=_asked_here,
    ),
    Cue(
        "hiring recruiting hire hires recruit employ looking taking staffing accepting vacancy vacancies",
        r"\b(?:is|are|if|whether|know if|when|that|be) (?:you|your (?:\w+ ){0,2}?(?:team|company|firm|group|department|lab|organi[sz]ation|office|studio|agency)|they|the (?:team|company|firm|organi[sz]ation)|[\w&.-]+)(?:'re| are| is| will be)? (?:\w+ ){0,2}?(?:hiring|recruiting|taking on (?:interns|people|new)|looking for (?:interns|new people|an intern|junior|entry|additional|help|someone like me)|looking to hire|staffing)\b",
        r"\b(?:accepting|taking) (?:[\w'-]+ ){0,2}?(?:interns?|trainees?|applicants?|applications|volunteers|work experience)\b|\b(?:do|have|is|are) (?:you|there)\b[^.?!]{0,40}\bvacanc(?:y|ies)\b",
        r"\b(?:hire|recruit|employ) (?:me|interns|someone like me|people like me)\b",
        unless=r"\b(?:in|into) (?:\w+ )?recruiting\b|\bwhen (?:you(?:'re| are)|hiring managers|companies|they(?:'re| are)) (?:\w+ )?(?:hiring|recruiting|looking)\b",
        test=_not_denied,
    ),
    Cue(
        "me",
        r"\b(?:hire|hiring|employ|consider(?:ing)?|shortlist|recruit|endorse|vouch for|select(?:ing)?|choos(?:e|ing)) me\b(?! (?:a (?:friend|colleague|resource)|to be|lucky))",
        r"\binterview(?:ing)? me\b|\b(?:give|offer|get|grant|find|offering|giving|getting) me (?:an?|the|any|some) (?:\w+ ){0,3}?(?:job|chance|interview|internship|referral|position|shot|opportunity to (?:work|join|intern|interview|prove|show|apply)|offer|role|foot in)\b",
        r"\brefer(?:ring)? me\b(?! to (?:\w+ ){0,2}?(?:someone|anyone|anybody|somebody|a (?:colleague|friend|person)|colleagues?|others?|people|other|the (?:right|best|appropriate|person)|another|whoever|contacts?|professionals?|an? \w+ (?:who|in|at)|resources|books?|articles?|him|her|them|individuals?|those|some|any (?:\w+ )?(?:colleagues|contacts|people|other))\b)",
        r"\brecommend(?:ing)? me (?:for|to|as|internally)\b|\bput(?:ting)? me (?:up|forward) for\b|\bthink of me (?:if|when|for|should|next|as)\b|\b(?:keep|have|bear|keeping) me in mind\b|\b(?:take|bring) me on\b",
        test=_not_denied,
    ),
    Cue(
        "word resume résumé cv application referral mind file candidacy candidature referrals portfolio",
        r"\bput in a (?:good |kind )?word\b|\bgood word (?:in )?for me\b|\b(?:pass|forward|submit|send|hand|give|share|put|get|passing|forwarding|submitting|sharing|consider|review|circulate|walk) (?:on |along |over )?(?:my|the attached|this) (?:\w+ )?(?:resume|résumé|cv|application|portfolio)\b[^.?!]{0,40}\b(?:to (?:your|the|a|anyone|whoever|hr|recruit\w*|hiring|someone|appropriate|any|those|human)|along|in front of|with (?:your|the|hr|hiring|recruit\w*|anyone|colleagues|someone)|into|on to|for (?:consideration|any|the|a|review|potential))",
        r"\b(?:my|a) (?:candidacy|candidature)\b|\bcandidacy\b|\bmy (?:\w+ )?application\b(?! to (?:\w+ ){0,4}?(?:school|program|college|university))(?! (?:essay|to grad))|\b(?:resume|résumé|cv)\b[^.?!]{0,50}\bfor (?:your )?(?:consideration|any|the|a (?:position|job|role|possible)|potential|review and consideration|open)\b|\bmy (?:name|resume|résumé|cv) (?:on file|in mind)\b",
        r"\b(?:a|an|employee|job|internal|your|for|any|the) (?:\w+ ){0,2}?referral\b(?! (?:program|bonus|from (?:dr|my)))",
        unless=r"\b(?:feedback|critique|suggestions|thoughts|advice|comments|tips) on my\b|\blook over my\b|\b(?:thank\w*) (?:\w+ ){0,4}?(?:reviewing|looking|feedback)\b(?!.*(?:consideration|application))|\bthank\w* (?:\w+ ){0,4}?referral\b",
        test=_not_denied,
    ),
    Cue(
        "talking talk speaking speak meeting decision meet met interviewing interview skills experience years background training line align match aligns matches lines contribution contribute contributing value addition asset need hearing hear hiring selection ground references employment opportunities use take looking",
        r"\b(?:forward to|hope to|await|eager to) (?:hear(?:ing)?|heard) (?:back )?(?:from you )?(?:about|regarding|concerning) (?:this|the|your) (?:\w+ )?(?:position|role|job|opening|internship|decision|opportunity|vacancy)\b|\b(?:steps?|stages?|forward|considered|candidate|progress\w*|continu\w+|updates?|status|part|end) (?:\w+ ){0,3}?(?:the|your) (?:hiring|interview|selection|recruitment) (?:process|timeline)\b|\bhit the ground running\b|\binterviewing (?:with (?:you|your team) )?for\b|\b(?:after|during|since) (?:our|my|the) interview\b(?! about)|\blist of references\b|\binterest(?:ed)? in (?:\w+ )?(?:employment|job|career|internship|work|volunteer)s? (?:opportunit\w+|openings?|positions?) (?:with|at|in|within) (?:your|the)\b",
        r"\blooking for (?:a |an )?(?:\w+ )?(?:job|internship|position)\b[^.?!]{0,50}\b(?:you (?:can|could|might|may) help|your help|help me)\b|\bwould your \w+ (?:\w+ )?(?:take on|hire|need|want|accept|consider)\b|\bcould you use (?:an?|some|another|extra)\b",
        r"\byour (?:hiring |final )?decision\b(?! (?:on|about) (?:a|the) (?:time|date|day))(?! to )|\b(?:interview(?:ed|ing)?|meet(?:ing)? with|(?:speak|talk)(?:ing)? (?:with|to)|considering|considered) me\b[^.?!]{0,40}\b(?:about|for|regarding|concerning) (?:the|your|an?) (?:[\w'/&-]+ ){0,6}?(?:position|role|job|opening|internship|vacancy|post)\b",
        r"\bmy (?:[\w'-]+ ){1,8}?(?:lines? up|aligns?|match(?:es)?|fits?|suits?|qualif(?:y|ies) me|(?:has |have )?prepare[sd]? me|(?:has |have )?makes? me|would (?:be|make|allow|enable|let|serve|help))\b[^.?!]{0,50}\b(?:you(?:'re| are)? (?:\w+ )?(?:after|need|seek|look)\w*|your|the (?:position|role|job|requirements|needs|team|opening)|contribut\w+|asset|candidate)",
        r"\bmy (?:[\w'-]+ ){1,6}?(?:meets?|matche?s?|fits?|suits?|relates? to|aligns? with|could serve|could benefit) (?:with )?(?:your|the) (?:\w+ )?(?:needs?|requirements|qualifications|position|role|opening|team|company|organi[sz]ation|goals)\b|\b(?:contribut\w+|value|addition|asset) to your (?:[\w'-]+ )?(?:staff|team|company|firm|department|organi[sz]ation|office|school|hospital|program|group)\b",
        r"\bi (?:really |badly |desperately |just |urgently )*need (?:a|this|the|any) (?:\w+ )?(?:job|position|internship|work|placement)\b",
        unless=r"\binformational\b|\b(?:whether|if) my\b",
        test=_not_denied,
    ),
    Cue(
        "position role job internship joining join opportunity working work intern team candidate fit match asset addition contribute selected chosen considered hired qualifications skills step steps stage interview decision process apply applying applied offer qualified",
        r"\b(?:interested|enthusiastic|excited|keen|eager|interest|enthusiasm|excitement|confident)(?: \w+)? (?:in|about|to|for|of|that)\b[^.?!]{0,45}?\b(?:(?:the|this|that) (?:[\w'/&-]+ ){0,4}?(?:position|role|job|internship|opening|opportunity)(?! (?:of|you|your|to (?:talk|speak|learn|meet|hear|connect|chat))\b)|joining (?:you|your|the|[a-z]+)|(?:opportunity|possibility|prospect|chance) (?:to|of) (?:\w+ )?(?:work|join|intern|be part|contribut|becom)\w*|working (?:for|with|at) (?:you|your)\b|(?:position|role|job|internship)s? (?:at|with|within|on|in) (?:your|the (?:team|company|firm)|you\b))",
        r"\b(?:opportunity|chance|possibility|prospect) (?:to|of) (?:\w+ )?(?:work(?:ing)? (?:with|for|at|on your|alongside) (?:you|your|the|a|such)|intern(?:ing)?|join(?:ing)? (?:you|your|the)|interview(?:ing)? (?:for|with|at)|be(?:ing)? (?:a )?(?:part|member) of (?:your|the|such)|contribut(?:e|ing) to (?:your|the)|becom(?:e|ing) (?:a )?(?:part|member))\b",
        r"\blook(?:ing)? forward to (?:\w+ )?(?:working (?:with|for|alongside) (?:you|your)|joining|hearing (?:from you )?(?:\w+ )?(?:about|regarding) (?:the|your|next|my|any)(?: \w+)? (?:position|role|decision|next|hiring|job|internship|opening|application|step|opportunit)\w*|the next (?:steps?|stage|round) (?:in|of) (?:the|your) (?:hiring|interview|selection|recruit|application)\w*|(?:the|an|a) (?:\w+ )?interview)\b",
        r"\b(?:next|hiring|interview|selection|recruit\w*|application) (?:steps?|stages?|rounds?|process|decision)\b[^.?!]{0,40}\b(?:for the|position|role|hiring|interview|job|decision|further (?:in|along))\b",
        r"(?<!you[ ])(?<!you[ ]would[ ])\b(?:love|like|want|hope|welcome|thrilled|honou?red|aspire|eager|dream|excited|happy|able|start) (?:to|of) (?:\w+ )?(?:work(?:ing)?|intern(?:ing)?|join(?:ing)?|be(?:com(?:e|ing))? (?:a )?(?:part|member) of|contribut\w+|interview(?:ing)? (?:for|at|with))\b(?: (?:for|at|with|in|to|on|alongside))? (?:you(?! (?:on|to|about|through))\b|your\b|the team\b|your team\b|the company\b)",
        r"\b(?:strong|ideal|great|good|perfect|excellent|right|qualified|valuable|best|solid|natural|competitive|successful) (?:\w+ )?(?:fit|candidate|match|asset|addition|applicant|choice)\b(?! (?:for (?:me|this (?:field|career|industry|profession|kind)|the (?:field|profession|industry))))",
        r"\b(?:hope|hoping|like|love|wish|want|honou?red|pleased|delighted|happy|grateful|chance|thrilled) to be (?:selected|chosen|considered|hired|offered|shortlisted|accepted|invited (?:for|to) (?:an )?interview|your next|part of (?:your|the) (?:team|company|organi[sz]ation|firm))\b|\b(?:be|being|if|am|been) (?:selected|chosen|hired|considered|shortlisted) (?:for|as|to join|by)\b",
        r"\bhow (?:my (?:skills|background|experience|qualifications)|i)\b[^.?!]{0,30}\b(?:can|could|might|would|may) (?:\w+ )?(?:contribute|benefit|help|add|fit|be of value)\b[^.?!]{0,20}\b(?:your|the) (?:team|company|organi[sz]ation|firm|needs|department|group|work)\b|\b(?:discuss|review) my qualifications\b|\bmy qualifications (?:for|match|meet|are|make|fit)\b",
        r"\bbefore (?:i apply|applying)\b|\b(?:plan(?:ning)?|intend|going|hoping|hope|want|like|decided) to apply (?:for|to|with|at)\b(?! (?:[\w']+ ){0,4}?(?:school|schools|program|programs|college|university))|\b(?:thinking (?:of|about)|considering|interested in) applying (?:for|to|with|at)\b(?! (?:[\w']+ ){0,4}?(?:school|schools|program|programs|college|university))",
        rf"\b(?:applied|apply|applying|interviewed|interviewing) (?:for|to|at)\b(?! (?:jobs|internships|positions|roles)\b(?! (?:at|with|on|in) your?\b))[^.?!]{{0,60}}?\b(?:{_POST}|posting|requisition|req|team)\b(?! (?:in|abroad) general)",
        unless=r"\b(?:if|whether) (?:it|this|that|the (?:field|work|career|profession)|they|i(?:'d| would|'m| am)) (?:\w+ ){0,3}?(?:right|good|great|best) (?:fit|match|choice|path)\b|\b(?:role|job|position) (?:of|that) you\b|\bhow (?:you|to) (?:\w+ )?(?:become|be|got|get)\b|\b(?:graduate|medical|law|grad) school\b|\bif (?:\w+ ){0,3}?(?:would|might|could|is|'s) (?:be )?(?:a )?(?:\w+ )?(?:fit|match)\b|\bwhat makes (?:a|someone)\b|\blook for in\b|\bsuccessful (?:candidates|applicants)\b|\bmake(?:s)? (?:a|someone) (?:\w+ )?(?:strong|competitive|good) (?:candidate|applicant)\b|\b(?:become|becoming|be|as) a (?:more |stronger |better )?(?:\w+ )?(?:competitive|strong|stronger|better|good) (?:candidate|applicant)\b|\bworking (?:with|on) you to\b",
        test=_not_denied,
    ),
    Cue(
        "seeking searching looking search pursuing market hoping find want seek wanting desire obtain securing secure land obtaining getting finding need for",
        rf"\b(?:seek(?:ing)?|searching (?:for)?|look(?:ing)? (?:for)?|in search of|pursuing|in the market for|hoping (?:to (?:find|get|land|secure|obtain)|for)|want(?:ing)?(?: to (?:find|get|land|secure|obtain))?|would like(?: to (?:find|get|obtain|secure|land))?|desire|interested in (?:obtaining|securing|finding|getting|pursuing|an?|any)|hope to (?:find|get|land|secure|obtain)|need) (?:a |an |any |some |my |the |for )?(?:[\w',/&-]+ ){{0,5}}?{_ROLE}\b",
        unless=r"\b(?:not|n't|no longer|never|rather than|instead of) (?:\w+ ){0,2}?(?:seek|search|look|want|hop|ask|need)\w*\b|\b(?:advice|tips|suggestions|guidance) (?:on|for|about) (?:\w+ ){0,3}?(?:seeking|searching|looking|finding|landing|getting)\b|\bhow (?:to|i (?:can|could|might)|you) (?:\w+ )?(?:find|land|get|secure)\b",
        test=_for_them,
    ),
    Cue(
        "job internship position interview employment work hired leads available ready immediately foot opportunities role",
        r"\bask(?:ing)? (?:you )?(?:for|about) (?:an?|the|any|your) (?:\w+ ){0,2}?(?:job|position|internship|(?<!informational[ ])interview|referral)\b(?!er)|\b(?:schedule|arrange|grant|set up|invite me (?:for|to)|request|for|get) (?:an?|the|me an?) (?:job |in-person |formal |personal )?interview\b(?! (?:with|about|you|for my|for a|project|assignment|on|regarding|questions))|\b(?:meet|talk|speak|discuss)\b[^.?!]{0,30}\b(?:employment|career opportunities|job opportunities|opportunities|the position|the role|the internship)\b (?:\w+ )?(?:at|with|within|in|for) (?:your|you|the (?:company|team|firm))",
        rf"\b(?:get|getting|be|getting|got|have|find|help me (?:get|find|land|secure)) (?:an? |the |my )?(?:\w+ ){{0,3}}?(?:{_POST}|hired) (?:at|with|in|within) (?:your|you|the (?:company|team|firm))\b|\bhelp me (?:to )?(?:get|find|land|secure|obtain) (?:an? |the |my |any )?(?:[\w'-]+ ){{0,4}}?(?:{_POST}|interview|hired)\b|\bget my foot in the door\b|\b(?:available|ready|able) (?:to|for) (?:start|begin work|an interview|interview|hire)\b|\bstart (?:work(?:ing)? )?immediately\b|\b(?:to|and) work (?:for|with) (?:you\b(?! on)|your (?:company|team|firm|organi[sz]ation))\b",
        unless=r"\b(?:advice|tips|suggestions|guidance|how) (?:\w+ ){0,4}?(?:to )?(?:get|getting|find|finding|land|landing) (?:an? |my )?(?:\w+ ){0,3}?(?:job|internship|position)\b(?!.*\byour (?:company|firm|team))|\b(?:you|who|people|they) (?:all )?work (?:for|with)\b|\bwork with you to\b|\b(?:understand|wonder|what|how|like|why)\b[^.?!]{0,30}\bto work (?:for|with) (?:you|your)\b",
        test=_not_denied,
    ),
)

# A mere status: told, not asked.
JOB_STATUS = (
    Cue(
        "job search searching looking seeking hunt employment unemployed internship position role laid graduating opportunities",
        rf"\bmy (?:\w+ )?(?:job|career|employment|internship) (?:search|hunt)\b|\bjob (?:search|hunt)(?:ing)?\b|\b(?:seeking|searching for|looking for|in search of|pursuing) (?:a |an |any |some |my |new )?(?:[\w',/&-]+ ){{0,5}}?{_ROLE}\b|\bbetween jobs\b|\blaid off\b|\bunemployed\b|\bon the job market\b",
        test=_not_denied,
    ),
)
