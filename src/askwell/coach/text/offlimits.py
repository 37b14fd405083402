"""Topics that have no place in an informational talk: pay, benefits, asking for a job, private life.

Form and topic are independent: "Could you tell me how much you made?" is a polite question about
pay. *hard* is what any guide would call wrong, *borderline* what guides differ about.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from askwell.coach.text.patterns import LowerPattern
from askwell.coach.text.readings import KINDS, Reading
from askwell.coach.text.tokens import Text, word_set

SALARY, BENEFITS, JOB_ASK, PERSONAL = "salary", "benefits", "job-ask", "personal"
HARD, BORDERLINE = "hard", "borderline"
_COMPANY = r"(?:company|firm|organi[sz]ation|employer|team|department|group|office|lab|startup|agency|workplace|place|studio|practice|hospital|school|business|institution|division|shop)"
_RESUME = r"(?:r[ée]sum[ée]s?|cv|application|cover letter|portfolio)"


@dataclass(frozen=True, slots=True)
class OffLimits:
    """What is off-limits in a question, how strongly, and where it stands."""

    kind: str
    strength: str
    start: int
    end: int


_PAY = LowerPattern(
    r"\b(?:salar(?:y|ies)|remuneration|wages?|paychecks?|payche(?:ck|que)s?|payscale|earnings(?! (?:season|call|report|release)s?)|total comp|starting pay|hourly rates?|take-home|ote|rsus?)\b",
    r"\bcompensat(?:ion|ed)\b(?! for (?:the|a|lost|my|lack))",
    r"\bpay (?:scale|range|grade|band|rate|level|cut|raise|rise|increase|structure|package|bump|negotiation|review|scheme)s?\b",
    r"\bthe pay\b(?! (?:attention|off|gap|equity|wall))",
    r"\b(?:the|your|their|is|good|better|higher|starting|base|typical|average|entry-level|on|about|of|and|any|current|fair|for|what|equal|low|decent|terms of) pay\b(?! (?:attention|off|dividends|heed|respect|tribute|it|the|a|close|dues|your|my|back|homage|equity|gap|for(?! (?:this|that|these|an? |someone|people|entry|new|junior|your (?:role|position|job)|the (?:role|position|job)))))",
    r"\b(?:does|do|will|would|can|did|jobs?|careers?|work|field|industry|role|position|it|they|you) (?:\w+ ){0,3}?pays? (?:well|enough|much|more|less|better|a lot|good|decently|fairly|you|people|someone|a living|off financially|at|per|by the)\b(?! (?:attention|heed|off))",
    r"\bhow (?:much|well) (?:do|does|did|will|would|is|are|can|could) (?:\w+ ){0,4}?(?:pay|paid)\b(?! (?:attention|off|heed))",
    r"(?<!how do you )\b(?:get|gets|got|getting|be|being|are|were|is|was|you|you're) (?:\w+ )?paid\b(?! (?:off|attention|internships?|time|leave|sick|parental|maternity|paternity|family|medical|holidays?|vacation|dividends|it|for (?:college|school)))",
    r"\b(?:well|better|highly|highest|best|under|poorly)[- ]paid\b|\bwell[- ]paying\b|\bpay(?:s|ing)? (?:well|poorly|badly|decently)\b(?! off)|\bnegotiat\w+ (?:\w+ )?pay\b|\bday rates?\b|\byour rates?\b|\bpaid (?:well|enough|fairly|more|less|hourly|better)\b|\bhigh(?:er|est)?[- ]paying\b",
    r"\bexpect(?:ed)? to (?:earn|make)\b(?=\s*(?:[?,.]|$|in\b|per\b|a (?:year|month|living)|as\b|at\b|when\b|starting\b|after\b|right\b|here\b|early\b))",
    r"\b(?:do|does|did|can|could|will|would) (?:you|one|people|they|he|she|\w+s) (?:\w+ )?earn (?:more|less|enough|much|a lot|as much|well|extra)\b|\bwhat did you make at\b|\bwhat (?:do|does|did|would|will) [^?]{1,40}? pay\b(?=\s*(?:[?.,]|$|in\b|at\b|per\b))|\bhow much (?:do|does|did|can|could|would|will) [^?]{0,60}?\b(?:make|earn|get paid|be paid|bring home)\b(?=\s*(?:[?,.]|$|a year|per|in|at|here|annually))|\bearn(?:s|ed|ing)? (?:more|less|better|well|enough|much|a lot)\b(?! (?:trust|respect))|\b(?:make|makes|earn|earns|earning|making|paid|pays) (?:\w+ ){0,3}?[$£€]?\d[\d,.]{2,}k?\b(?! (?:decisions|calls|copies|units|visits|products|people))|\bbe paid\b(?! (?:off|attention|internship))|\bwhat are you making\b|\b(?:range of|between|around|about|roughly) \$?\d[\d,.]*(?:k| thousand)? ?(?:to|and|-|–) ?\$?\d[\d,.]*(?:k| thousand)?\b(?= ?(?:k\b|thousand|dollars|a year|per|for|\$))|\bhow much (?:money )?(?:do|does|did|can|could|would|will|should|are|is|were|was|might) (?:you|a|an|i|people|someone|somebody|one|most|they|we|he|she|new|entry|junior|senior|the average|\w+s\b) ?(?:\w+ ){0,4}?(?:make|makes|made|making|earn|earns|earning|bring home|take home|bring in|charge|bill|get paid|expect)\b(?! (?:of|sure|an impact|a difference|decisions|use|time|changes))",
    r"\bhow much (?:money )?(?:you|they|people|i|someone|one|he|she|your colleagues)(?:'\w+)? (?:\w+ ){0,3}?(?:make|made|earn|earned|paid|making|earning|charge)\b(?! (?:of|sure|decisions))",
    r"\bwhat (?:do|does|did|can|could|would|will|might) (?:you|a|an|people|someone|one|most|i|\w+s) (?:\w+ ){0,3}?(?:make|earn|expect to (?:make|earn)|take home|bring home)(?=\s*(?:[?,.]|$|a year|per|annually|in (?:a|your|this|the|their)\b|an hour|as an? |yearly|at |each|monthly|now|these days|starting|when|right out|straight out|financially))",
    r"\bwhat (?:people|someone|one|they|\w+s) (?:in \w+ \w+ )?(?:earn|earns|get paid)\b|\bwhat you (?:make|earn|get paid|made|earned)\b(?! of| sure| from)|\byour (?:\w+ )?(?:income|earnings|paycheck|pay)\b(?! (?:attention|off|for))|\bearning (?:potential|power|capacity)\b|\bearn enough\b|\bsix[- ]figures?\b|\b(?:your|my|the|an?|annual|average|typical|starting|expected|median|much|what|any) (?:\w+ )?income\b(?! (?:statement|tax|inequality|communit|famil|household|student|school|neighbou?rhood|patient|people|client|area|stream))",
    r"\b(?:make|earn|earning|making) (?:a |an )?(?:good |decent |comfortable |real |lot of |much |enough |great |any |big |serious )+(?:money|living|income)\b(?! for the)|\b(?:make|earn) a living\b|\bgood money\b|\bmoney (?:good|decent|worth it)\b|\bfinancially (?:rewarding|stable|comfortable|viable|secure)\b|\bhow'?s? (?:is )?the money\b|\bwhat(?:'s| is) the money like\b|\b(?:what (?:kind|sort) of|much|any|the) money (?:in|is there|can|could|would|do(?:es)?|might)\b(?! (?:the budget|a budget))|\bwhat (?:do|did|are) you (?:\w+ )?(?:get|getting) paid\b|\bends meet\b|\blucrative\b",
    r"\b(?:receive|get|earn|make|work) (?:a |any |on |by |in )?commissions?\b(?! work)|\bcommissions? (?:on (?:each|every|your|a|the)|per|rates?|structure|based)\b",
    r"\b(?:annual |signing |sign-on |yearly |performance |year-end |cash |get (?:a |an )?|any |and |your |the )?bonus(?:es)?\b(?! (?:(?:of|in|to) \w+ing\b|points?|question|round|track|if|content|feature|level))",
    r"\b(?:your |any |the |offer |get |receive |company |grant )?equity (?:package|grants?|offer|stake|compensation|options?|split|do|in the company|refresh)|\b(?:stock|share) (?:options?|grants?|awards?|compensation)\b|\bget (?:any )?(?:equity|stock)\b",
    r"\b(?:get|got|give|given|gives|ask(?:ed|ing)? for|pay|salary|negotiat\w+|annual|yearly|merit|last|next|a|and|regular|your|promotions?(?:,| and| or)|cost of living) raises?\b(?! (?:money|capital|funds|awareness|questions?|concerns?|the|an?|children|kids|issues|up|their|your|my|it))|\b(?:are|how often are|about|on) raises\b|\braises (?:and|or) (?:promotions|bonuses)\b",
    r"\bgoing rate\b|\b(?:options?|stocks?|shares) (?:(?:a )?part of|included in|in) (?:the|your|an?) (?:offer|package)\b",
)
_PAY_WORDS = word_set(
    "salary salaries remuneration wage wages paycheck paychecks paycheque payscale earnings "
    "comp pay pays hourly home ote rsu rsus compensation compensated paid paying make makes "
    "made making earn earns earned earning income incomes money bonus bonuses equity stock "
    "share raise raises financially lucrative figures figure living charge bill expect bring range "
    "option options stocks shares "
    "between thousand around commission commissions rate rates"
)
_FIELD = LowerPattern(
    r"\b(?:this|the|your|that|a|these|any|each|particular|related) (?:\w+ )?(?:field|industry|profession|occupation|career|sector|line of work|discipline|area|specialty|market)s?\b",
    r"\b(?:entry[- ]level|entry[- ]point|starting|typical(?:ly)?|average|general(?:ly)?|usual(?:ly)?|median|normal(?:ly)?|common(?:ly)?|nationwide|regional(?:ly)?|on average)\b",
    r"\b(?:someone|somebody|people|new grads?|graduates?|beginners?|juniors?|newcomers?|professionals|one expect|i expect|can i|could i|should i|would i|i might|first job|other cities|different levels|various levels|levels of experience|in general|earning (?:potential|power)|negotiat\w+|expect(?:ed|ations)?|range for|ranges|research|a (?:\w+ )?(?:developer|engineer|nurse|designer|teacher|writer|manager|analyst|scientist|lawyer|consultant|therapist|\w+ist|\w+er) (?:make|makes|earn|earns|expect|starting|in))\b",
    r"\b(?:do|does|can|would|will|did) (?:a |an |most |new |the average |many |all )?(?!you\b|your\b|they\b|we\b|he\b|she\b|it\b|this\b|that\b|the\b)\w+s? (?:earn|make|get paid|be paid)\b|\b(?:somebody|people|those|anyone) (?:just )?starting\b|\b(?:careers?|jobs|positions|roles|fields|industries|occupations|professions) (?:like|such as|in|of|pay|as)\b",
)
_OWN_FIGURES = LowerPattern(
    r"\byour (?:own )?(?:\w+ )?(?:salary|pay|income|earnings|paycheck|wage|compensation)\b(?! (?:range|structure|scale|level)s? (?:in|for|of) (?:this|the|your) (?:field|industry|profession))"
)
_AT_COMPANY = LowerPattern(
    rf"\b(?:at|in|within|from|does|with|for|by|of|on) (?:your|this|the) (?:\w+ )?{_COMPANY}\b|\bhere\b|\bin your (?:current )?(?:role|position|job)\b|\bdo you offer\b|\b(?:for|of) (?:this|the|your) (?:role|position|job)\b"
)

# Words for what an employer gives, joined with words for giving it.
_GIVEN = r"(?:training|courses?|conferences?|learning|books?|education|travel|equipment|moving|commut\w+|transport\w*|phone|internet|meals?|home office|visas?)"
_PERK = LowerPattern(
    r"\bbenefits? (?:package|plans?|program|offering|offered|provided|included?|for employees|eligib\w+|start|kick in|like\b|good\b|do you (?:get|offer|have|receive)|does (?:the|your)|are (?:there|offered|included|available|provided)|come with (?:the|this|your) (?:job|role|position)|at your|at the company|and (?:perks|salary|pay|compensation|vacation|bonus)|here)",
    r"\b(?:included in|part of|in) (?:the|your) benefits\b(?! of)|\b(?:employee|company|health|fringe|medical|retirement|good|great|salary and|pay and|compensation and|salary or|perks and|perks or|and other|have|offer|get|get any|receive|provide|job) benefits\b(?! (?:of|from|to|in)\b)",
    r"\b(?:how(?:'s| is| are)|what about|what are|what's|are|about|do you like) (?:the|your) (?:\w+ )?benefits\s*(?:[?.,]|$|like|here|good|at)",
    r"\bwhat (?:kind of |kinds of |type of |types of |sort of |other |are your |are the company's )?benefits\s*(?:[?.,]|$|do(?:es)? (?:you |your company |the company |they |it )?(?:offer|get|provide|have|receive)|does your|do (?:\w+ ){1,4}?(?:get|receive|have|enjoy)\b(?! from)|are offered|are provided|come with|can i expect|are available|are typical)",
    r"\b(?:health ?care|health|medical|dental|life|vision)(?: care)? (?:insurances?|coverage|plans?)\b(?! (?:reform|industry|compan\w+|market|sector|law|laws|claims))",
    r"\bpto\b|\bpaid (?:time off|vacation|leave|holidays?)\b|\b401 ?\(?k\)?|\bpensions?\b(?! (?:fund|industry|law|consult))|\bretirement (?:plans?|savings|match\w*|contributions?|package|account|scheme)\b",
    r"\bvacations? (?:policy|policies|days?|time|weeks?|package|allowance|do|does|can|are|is|per|each)\b|\b(?:much|many|weeks of|days of|enough|more|paid|annual|unlimited|get|about|of) vacations?\b|\b(?:much|many|enough|take|get|getting|of|policy on|policy for|unlimited) (?:\w+ )?(?:time|days) off\b|\bdays off\b|\bbirthday off\b",
    r"\b(?:holiday|leave|time-off|sick|vacation) (?:policy|policies|allowance|entitlement|pay)\b|\b(?:many|paid|get|of|any|enough) (?:\w+ )?(?:sick|vacation|holiday) days\b|\bhow (?:many|much) (?:\w+ )?holidays?\b|\b(?:get|have|have any) (?:\w+ )?holidays (?:off)?\b|\b(?:maternity|paternity|parental|sick|paid|medical|annual|family) leave\b",
    r"\bperks?\b|\btuition (?:reimbursement|assistance|support|benefits?|remission)\b|\b(?:free|catered|complimentary) (?:lunch(?:es)?|food|snacks?|meals?|coffee|parking)\b|\bgym membership\b|\bis (?:the )?(?:lunch|food|coffee|parking) free\b|\bstipends?\b(?! (?:from|for (?:phd|research)))|\brelocation (?:assistance|package|support|benefits?|costs?|bonus)\b",
    r"\b(?:on-?site |company )?(?:child ?care|daycare) (?:benefits?|support|available|provided|on-?site)\b|\bprovide (?:child ?care|daycare)\b|\bcompany car\b|\b(?:employee|staff|get|receive|any) discounts?\b|(?<!you )\b(?:take|get|offer) (?:a |any )?(?:\w+ )?sabbaticals?\b|\bsabbatical (?:policy|program|leave)s?\b|(?<!did you )\b(?:reimburse|pay|pays|cover|covers) (?:for )?(?:\w+ )?(?:grad(?:uate)? school|tuition|mba|degrees?)\b",
    r"\b(?:unpaid|annual|compassionate|bereavement|study) leave\b|\b(?:take|get|give|grant|generous is the) (?:\w+ )?leave\b(?= (?:for|when|if|to)|\s*\?)",
    rf"\b{_GIVEN}(?: and \w+)? (?:budget|allowance|stipend|subsid\w+)\b|\b(?:budget|allowance|stipend|money) for {_GIVEN}\b|\b(?:sponsor|pay for|cover|reimburse|subsidi[sz]e|expense) (?:for |my |our |your |the |a |any |\w+ )?{_GIVEN}\b",
)
_PERK_WORDS = word_set(
    "budget allowance expense subsidise subsidize subsidies visa visas sponsor "
    "benefits benefit insurance coverage pto paid 401k 401 pension pensions retirement "
    "vacation vacations off holiday holidays leave perk perks tuition free catered "
    "complimentary gym stipend stipends relocation childcare child daycare car discount "
    "discounts sabbatical sabbaticals reimburse pay pays cover covers health healthcare "
    "medical dental vision sick"
)
_SOFT_PERK = LowerPattern(
    r"\bperks? (?:of|to|in|that come with) (?:the|your|this|being|working|a)\b|\btuition|\breimburse|\bpay for|\bsabbatical"
)

_ROLE = r"(?:jobs?|internships?|positions?|roles?|interviews?|placements?|apprenticeships?|offers?|work|employment|co-?ops?)"
_OPENING = r"(?:openings?(?! (?:on|in) (?:your|the) (?:calendar|schedule|diary|day))|vacanc(?:y|ies)|open (?:positions?|roles?|jobs?|spots?|headcount)|(?:positions?|roles?|jobs?|spots?) (?:open|available|free)|internships? (?:available|open|positions?)|job opportunit(?:y|ies)|available (?:positions?|jobs?|roles?|internships?)|employment opportunit(?:y|ies))\b"
# At the start of a clause: "Are you hiring?", not "What skills are you looking for?".
_ASKED = r"(?:(?<!\w )|(?<=so )|(?<=and )|(?<=but )|(?<=now )|(?<=also )|(?<=well ))\b"
_ASK_HARD = LowerPattern(
    rf"{_ASKED}(?:are|is|will|do|does) (?:you|you guys|y'all|your (?:\w+ )?{_COMPANY}|the {_COMPANY}|anyone (?:here|there|you know|in your \w+)|they) (?:currently |actively |still |now |also |be |ever |going to be |planning (?:to|on) |looking to |looking at |planning to start |thinking (?:of|about) |expecting to |plan to |hope to |need to )*(?:hiring|recruiting|(?<=to )(?:hire|recruit))\b(?! (?:abroad|overseas|from abroad|fewer|more women|internationally))",
    rf"{_ASKED}(?:are|is) (?:you|your (?:\w+ )?{_COMPANY}|the {_COMPANY}|they) (?:currently |actively )?looking (?:to hire|to fill|for (?:a |an |new |more |any |another |some |additional )?(?:\w+ ){{0,2}}?(?:interns?|employees?|engineers?|developers?|designers?|hires?|candidates?|someone like me|help|staff|assistants?|analysts?|people like me|people to join))\b",
    rf"\b(?:do|does|would|will|have|has|might|could) (?:you|your (?:\w+ )?{_COMPANY}|the {_COMPANY}|they|we)\b[^?.]{{0,50}}?\b{_OPENING}",
    rf"\b(?:are|is|will) there (?:be )?(?:any |a |an |currently |some )*(?:\w+ ){{0,3}}?{_OPENING}(?![^?]* in (?:this|the|your) (?:field|industry|profession|sector|area|market))",
    rf"\bwhat (?:\w+ ){{0,3}}?{_OPENING} (?:do you have|does your|are there (?:at|in|on|with) your|are (?:\w+ )?at your|is your|are you)\b|\b(?:what|which|any) (?:positions?|jobs|roles|internships) (?:are|do you have|does your {_COMPANY} have|is) (?:\w+ )?(?:open|available|vacant)\b|\b(?:do|does) (?:you|you guys|your (?:\w+ )?{_COMPANY}) (?:\w+ )?need (?:an? |any |more |another |some )*(?:interns?|help|assistants?|hands|people|developers?|employees?)\b",
    rf"\bknow (?:of |about |if there (?:are|is) |any(?:one|body|where) |someone )*(?:any |a |an |other |some )*(?:\w+ ){{0,3}}?(?:{_OPENING}|(?:jobs?|internships?|positions?) (?:that|for|i|available|open|in your)|hiring|looking to hire|looking for (?:an? |some )?(?:interns?|employees?|developers?|engineers?|someone))\b",
    rf"{_ASKED}(?:are|is|do|does|will|would) (?:you|your (?:\w+ )?{_COMPANY}|the {_COMPANY}|they) (?:\w+ )?(?:taking|bringing) on\b",
    r"\b(?:need|want|use|hire|employ|consider|take|take on|looking for) (?:someone|somebody|a person|people|an? \w+) (?:like me|with(?:out)? (?:\w+ ){1,3}like me)\b|\b(?:hiring|employing|taking on|recruiting) me\b|\b(?:chance|possible|possibility|way)(?: that)? i (?:could|can|might) (?:work|intern|join|start|get a job)\b(?! on (?:my|this))|\b(?:am|would) i (?:be )?(?:a|the) (?:good|right|strong|serious|kind of|sort of|type of) (?:\w+ ){0,3}?(?:candidate|hire|applicant|employ)\b|\b(?:am i|would i be) the (?:sort|kind|type) of (?:person|candidate|applicant) you(?:'d| would|\b)|\b(?:have|got) (?:anything|something|a place|a spot|room|work|a job|a role|a position) for me\b|\bcould i start (?:in|at|with|on) your\b",
    rf"\b(?:love|like|want|hope) to join your (?:\w+ )?(?:lab|{_COMPANY})\b",
    r"\b(?:hire|refer|consider|vouch for|endorse|employ|sponsor|nominate|shortlist) me\b(?! to (?:an(?:y|yone|ybody|other)|some|someone|others?|other|a|your (?:colleagues?|coworkers?|contacts?|friends?|network)|people|professionals|the right (?:person|people))\b)(?! (?:for|to) (?:a |an )?(?:talk|chat|conversation|people))",
    r"\b(?:recommend|suggest|submit|propose) me (?:for|to (?:your|the|hr|a recruiter|recruiters|human|them))\b|\bput me forward\b|\bput (?:in )?a (?:good |kind |nice )?word\b|\bgood word\b|\bwrite (?:me )?a (?:letter of )?(?:recommendation|reference)\b|\bbe (?:a |my )reference\b|\bgive me a (?:job )?(?:referral|reference|recommendation)\b|\b(?:an?|your|the|internal|employee|job) (?:employee |internal |job )?referral\b(?! (?:program|bonus|network|source|partner))",
    rf"\b(?:pass|forward|send|give|share|hand|submit|drop|circulate|deliver)(?: along| on| over| in)? my {_RESUME}(?! (?:to (?:improve|see)|stand|a (?:look|read|once|quick)))|\bmy {_RESUME} (?:along|on|forward|to (?:your|the|hr|human|a recruiter|recruiters|them|him|her|someone))\b",
    rf"\b(?:get|land|find|offer|give|secure|arrange|set up|line up|help me (?:get|find|land|secure)) me (?:a|an|the|any|some|in|hired|that|one|my first|your) ?(?:\w+ ){{0,3}}?(?:{_ROLE}|chance|shot|foot|hired|in\b)|\bget me (?:in|hired)\b|\bhelp me (?:get|find|land|secure|obtain) (?:a|an|the|any|my first|that|some|this) ?(?:\w+ ){{0,3}}?{_ROLE}\b",
    rf"\b(?:can|could|may|might|should|would) i (?:please |just |possibly |maybe |ever |also |be able to |have the chance to |come |get to )*(?:work (?:for|with|under) you|work (?:here|at your|on your|for your|in your)|join (?:you|your|the) ?(?:\w+ )?{_COMPANY}|join you\b|apply (?:here|to your|at your|for (?:a|an|the|your|this|that))|intern (?:here|with|for|at|under)|be (?:hired|considered)|get (?:a |an |the )?(?:job|internship|position|interview|offer|referral) (?:here|at your|with your|with you|from you|on your)|(?:have|get|interview for|be offered) (?:a|an|the|this|that) (?:\w+ )?(?:{_ROLE}))\b",
    r"\bhow (?:do|would|did|does|might) (?:i|my (?:\w+ )?(?:background|resume|résumé|experience|skills|profile|qualifications|application|portfolio)) (?:\w+ )?(?:compare|stack up|measure up|rank)\b|\bcompared? (?:me )?(?:to|with|against) (?:the )?(?:other|your other) (?:candidates|applicants|people you)",
    r"\b(?:be|become|being|act as|serve as) (?:my|a) mentor(?: (?:to|for) me)?\b(?! (?:to (?:others|students|junior|new|people)|in your|at))|\bmentor(?:ing)? me\b|\btake me (?:on|under)\b|\b(?:are you|would you) (?:\w+ )?(?:open|willing|available|able) to (?:be )?mentor(?:ing)?\b",
    r"\b(?:keep|have|bear) me in mind\b|\bthink of me (?:if|when|for|should|the next)\b|\blet me know (?:if|when|of|about|should)\b[^?]*\b(?:opens?|openings?|positions?|jobs?|opportunit\w+|hiring|vacanc\w+|internships?)\b|\b(?:call|contact|e-?mail|tell|alert|notify) me (?:if|when|should|about (?:any|new|future|open))\b[^?]*\b(?:opens?|openings?|positions?|jobs?|hiring|vacanc\w+|internships?)\b",
    rf"\b(?:hiring|create|make|making|find|have|there|is|be) (?:a |an |any |some )?(?:\w+ )?(?:{_ROLE}|place|room|spot|space) for me\b|\binterview me\b|\boffer me\b|\bif (?:something|anything|a (?:\w+ )?(?:position|job|spot|role|place)|an (?:opening|internship|opportunity)) (?:ever )?(?:opens?|comes?|came|opened|becomes?|became|were to open) ?(?:up|available|free|along)?\b|\b(?:better|stronger|best|good|right|worse) (?:fit|candidate|choice|match|applicant)s? (?:than|for (?:your|the|this) (?:team|company|role|position|job))\b|\bme (?:in (?:touch|contact) )?(?:to|with) (?:your |the |a |an )?(?:\w+ )?(?:hr\b|human resources|recruit\w+|hiring (?:manager|team)|talent team)|\bdo you think i (?:could|can|would|might) (?:\w+ )?(?:get|be|work|land|join)\b[^?]*\b(?:here|there|at your|with you|for you|your (?:team|company))\b|\b(?:any|some) (?:jobs?|work|role|position|internships?) (?:for me|i could (?:do|take|have))\b|\bany (?:chance|possibility|way) (?:of|for|i could (?:get|have)|you could (?:get|give|offer) me) (?:me |getting |a |an |the )*(?:\w+ )?(?:jobs?|internships?|interviews?|positions?|hired|offer|in)\b|\b(?:love|like|want|hope|hoping) to (?:come )?(?:work|intern) (?:for|at|with|under) (?:you|your)\b|\bknow (?:of )?(?:any |some |other )*(?:companies|places|firms|employers|people|teams) (?:that are |who are |currently )*(?:hiring|looking to hire)\b|\bwho(?:\'s| is) hiring\b|\b(?:job|internship) leads?\b|\bsend me (?:any |the |job |some |your )*(?:openings?|postings?|leads)\b|\bgive me a (?:chance|shot|try|job|position)\b|\b(?:am i|would i be) (?:hired|what you're looking for|the (?:right|kind of) (?:person|candidate))\b|\bdo i (?:get|have) the job\b|\bget my foot in the door (?:here|at your|with your)",
)
_ASK_SOFT = LowerPattern(
    rf"\b(?:how|what)\b(?![^?]*\b(?:move|moves|advance|promot\w+|progress|onboard\w*)\b)[^?]*\b(?:i|me|my|someone|one)\b[^?]*\b(?:work|working|job|jobs|hired|internship|interview|apply|applying|application|join|joining|position|positions|stand out|candidate|applicant|competitive|in the door|land|chance|chances|intern process|hiring process|get in|get into)\b[^?]*\b(?:here|(?:at|with|for|to|in|on|from|by) (?:your|this) (?:\w+ )?{_COMPANY}|your (?:\w+ )?{_COMPANY})\b",
    rf"\b(?:do|does|would|will|is|are) (?:you|your (?:\w+ )?{_COMPANY}|the {_COMPANY}|they|there)\b(?: \w+){{0,2}}? ?(?:offer|have|take|hire|run|provide|use|accept|host|any|bring on|employ|sponsor|recruit)\b[^?]{{0,25}}?\b(?:internships?|interns|co-?ops?|co-?op students|apprenticeships?|work placements?|volunteer(?:ing)? opportunit\w+|summer jobs?|student (?:jobs?|positions?|workers?|employees?|assistants?)|(?:research|teaching|lab) assistants|trainees|students for|working students|summer students|entry-level (?:jobs?|positions?|roles?|opportunit\w+)|(?:career|job|work) opportunit\w+)\b(?! in (?:this|the|your) (?:field|industry|profession))",
    rf"\b(?:may|can|could|should|would it be (?:ok|okay|possible) (?:if|to)) i? ?(?:\w+ )?(?:send|sent|give|gave|e-?mail|leave|left|forward) (?:you )?(?:\w+ )?(?:my|a copy of my) {_RESUME}(?![^?]*\b(?:feedback|review|look|critique|advice|comments|suggestions|thoughts|opinion)\b)",
    r"\b(?:my|are the|the) (?:chances|odds|prospects) (?:of|at|for|that)\b(?! finding)[^?]*\b(?:getting|being|landing|hired|job|internship|interview)\b(?![^?]*\b(?:field|industry|profession|program|school|sector)\b)",
    rf"\bwould (?:you|your (?:\w+ )?{_COMPANY}|they|a company like yours) (?:ever |even )?(?:hire|interview|consider (?:hiring )?|take on|look at) (?:someone|somebody|a person|people|anyone|an? \w+) (?:like|with) (?:me|my|this)\b",
    r"\b(?:contact|call|reach out to|e-?mail) you\b[^?]*\b(?:about|regarding|for|if)\b[^?]*\b(?:jobs?|openings?|positions?|opportunit\w+|internships?|employment|applying)\b",
    rf"\bwhat (?:would|will|does) it take (?:for me )?to (?:get|be|land|work|join)\b[^?]*\b(?:here|your (?:\w+ )?{_COMPANY}|for you|hired)\b|\b(?:intern|internship) process at your\b|\bwhat (?:is|are) your (?:\w+ )?(?:team|company|department)'?s? (?:hiring|recruiting|staffing) (?:plans|needs)\b",
    r"\b(?:help|assist|advise) me (?:with |in )?(?:applying|my application|apply)\b",
)
_ASK_WORDS = word_set(
    "something anything opens fit match choice hr human recruiter leads postings "
    "hiring hire hired hires recruiting recruit looking opening openings vacancy vacancies "
    "open available opportunity opportunities know refer consider vouch endorse employ "
    "sponsor nominate recommend suggest submit word reference referral resume résumé resumé "
    "cv application portfolio job jobs internship internships interview position positions "
    "role roles work join apply intern interns compare compared stack measure rank mentor "
    "mentoring mind think employment openings contact call tell chance chances odds prospects "
    "assistants trainees hiring me start taking take need want use "
    "co-op coop co-ops co coops apprenticeship apprenticeships candidate applicant stand "
    "place room spot offer take me shortlist placement"
)

_PRIVATE_HARD = LowerPattern(
    r"\bhow old (?:are|r|were) you\b(?! when)|\bhow old you are\b|\byou(?:\'re| are) (?:married|single|divorced|pregnant|religious|gay|straight|disabled)\b|\byour age\b|\bhow old were you\b(?! when)|\bwhich candidate\b|\bvoting for\b|\b(?:live|living) (?:alone|with (?:your|a) (?:family|partner|parents|boyfriend|girlfriend|husband|wife))\b|\bfirst (?:child|baby)\b|\bgreen card\b|\bthat (?:a|an) (?:\w+ )?accent\b|\b(?:when|what year) were you born\b|\b(?:your|date of) birth ?(?:day|date)?\b(?! off| as)|\bage if you don't mind\b",
    r"\b(?:are|were|is) you (?:\w+ )?(?:married|single(?! most)|dating|divorced|engaged(?: to be)?(?=\s*[?,]|$| to)|in a relationship|seeing (?:anyone|someone)|pregnant|expecting|gay|lesbian|straight|bisexual|transgender|trans|religious|christian|muslim|jewish|catholic|hindu|buddhist|an atheist|disabled|a (?:democrat|republican|liberal|conservative|christian|muslim|us citizen|u\.s\. citizen|citizen)|american|an immigrant|overweight|depressed|wealthy|rich|healthy)\b",
    r"\byour (?:wife|husband|spouse|divorce|girlfriend|boyfriend|fianc[ée]e?|significant other|marriage|marital status|love life|sex life|sexual orientation|sexuality|ex-?(?:wife|husband)|kids?|child|children|son|sons|daughter|daughters|baby|babies|pregnancy|religion|religious (?:beliefs?|background|views)|faith|church|nationality|ethnicity|ethnic (?:background|origin|heritage)|race\b(?! (?:car|condition))|accent|citizenship|immigration status|visa status|native (?:language|tongue)|mother tongue|disability|medical (?:history|condition|conditions|records?)|illness|health (?:problems?|issues?|conditions?|history|status)|weight|diet|political (?:views?|party|beliefs?|affiliation|opinions?|leanings?)|politics|vote|net worth|savings|mortgage|debts?|rent|student (?:loans?|debt)|credit (?:score|card)|bank|finances|financial situation|facebook|instagram|snapchat|tiktok|private (?:life|accounts?)|home address|criminal record|personal (?:facebook|instagram|finances|relationships?|life like))\b(?! (?:friendly|page for|projects? at))",
    r"\byour partner\b(?! (?:organi|compan|agenc|institution|firm|universit|school|at|in the|on|team|network|program|business))",
    r"\b(?:do|does|did|will|are|have|if|would) you (?:\w+ ){0,4}?(?:have|having|want|wanting|got|raise|plan|planning|going|thinking|hoping|expecting|expect|like|try|trying)\b (?:\w+ ){0,4}?(?:kids|children|a (?:baby|family|child|kid|wife|husband|partner|girlfriend|boyfriend|spouse)(?! (?:at|at work))|babies)\b(?<!as a child)(?<!as a kid)(?! (?:in your (?:class|classroom|program|school|care|practice|office)|who|with|at (?:work|school)|books?|programs?|of all|friendly))",
    r"\b(?:have|start|starting|having|raise|raising) a family\b(?=.*\b(?:you|your)\b)|\bhow many (?:kids|children) (?:do|have|did) you (?:have|got|want|raise)\b|\bhow old (?:is|are) your\b|\bany (?:kids|children)\s*(?:\?|$|yourself|of your own)|\bchildren of your own\b",
    r"\b(?:do|did|are|were) you (?:\w+ )?(?:go to|attend|practice|practise|follow|belong to|believe in) (?:\w+ )?(?:church|mosque|temple|synagogue|mass|god|religion|faith|services)\b|\bwhat (?:religion|church|faith|race|ethnicity|nationality|political party)\b|\bare you from (?:\w+ )?originally\b|\bwhere are you (?:really|actually|originally) from\b|\bwhere (?:is|are) your (?:family|parents|accent|people|ancestors) (?:really |originally )?from\b|\bwhat country (?:are|were|do|did) you\b|\bcountry of (?:origin|birth)\b|\bwhere were you born\b|\bfirst language\b(?=\s*[?]|$)",
    r"\b(?:do|did|have|are|were|had) you (?:\w+ ){0,3}?(?:have|had|suffer|suffered|diagnosed|struggle|struggled|take|taking|on|see|seeing|been|being)\b (?:\w+ ){0,3}?(?:disabilit(?:y|ies)|(?:medical|health) conditions?|illness|illnesses|health (?:problems?|issues?|conditions?)|mental (?:health|illness)|depression|anxiety|adhd|cancer|medications?|therapist|therapy|surgery|hospitali[sz]ed|arrested|convicted|in jail|sued|a criminal)\b|\b(?:do|did) you (?:smoke|drink(?! (?:coffee|tea))|use drugs|do drugs|vape|gamble)\b|\bhow (?:much do you weigh|tall are you)\b|\byou weigh\b",
    r"\b(?:who|whom|what) (?:did|do|will|would|are) you (?:\w+ )?(?:vote|voting|voted)\b|\b(?:did|do|will) you vote\b|\bwhat party\b|\bhow do you feel about (?:the president|trump|biden|abortion|gun control)\b",
    r"\b(?:do|did) you (?:own|rent) (?:a|your|the) (?:house|home|car|apartment|place|condo|flat)\b|\bhow much (?:\w+ )?(?:debt|rent|student loans?|savings|mortgage)\b|\b(?:can|could|do|did) you afford\b|\bhow much (?:is|was) your (?:house|rent|mortgage|home|car)\b|\bpaid off your\b|\bhow much are you worth\b|\bin debt\b|\bstudent debt do you\b|\bloans do you\b",
    r"\b(?:add|follow|friend|find|message|dm|connect with|request|tag|look) (?:you|me) (?:up )?(?:on|through|via) (?:your )?(?:personal )?(?:facebook|instagram|snapchat|tiktok|insta|whatsapp)\b|\b(?:facebook|instagram|snapchat|tiktok) (?:friend|handle|name|account)s?\b(?=.*\b(?:you|your|i|be)\b)|\b(?:be|become) friends on\b|\bare you on (?:facebook|instagram|snapchat|tiktok)\b|\bsaw on (?:your )?(?:facebook|instagram)\b",
    r"\b(?:tell me about|what(?:'s| is)|how(?:'s| is)|describe) your (?:personal|private|love|family|home) life\b|\b(?:would you|do you want to|will you) (?:go out|get (?:dinner|drinks|a drink)|date)\b(?! with)|\bwhat (?:do|does|did) your (?:parents?|father|mother|dad|mom|husband|wife|spouse|partner|family|siblings?|brother|sister)\b[^?]*\b(?:do for|make|earn|work|living)\b|\bchildren are you\b|\bplanning (?:a|your) (?:family|wedding)\b|\bbiological clock\b|\bsexual (?:orientation|preference)\b|\bmarital status\b|\bwhere (?:exactly )?do you live\b|\bwhat neighbou?rhood do you\b",
)
_PRIVATE_SOFT = LowerPattern(
    r"\bwhere (?:are|were|r) you (?:guys )?from\b|\bwhere did you grow up\b|\bwhere are you originally\b|\bwhere'd you grow up\b",
    r"\b(?:how|what|did|does|do|is|was|were) (?:\w+ ){0,3}?your (?:family|families)\b(?! (?:business|practice|firm|medicine|farm|owned|friendly|doctor))|\byour (?:family life|family background|home life)\b|\bwere your parents\b|\bas a (?:parent|mother|father|mom|dad|single (?:parent|mom))\b(?=.*\byou)|\b(?:being|become|became|becoming) a (?:parent|mother|father|mom|dad)\b",
    r"\b(?:your|own) mental health\b(?=.*\b(?:struggl|ever|history|like)\w*)|\bcultural (?:background|heritage)\b(?=.*\b(?:your|you)\b)|\byour (?:heritage|roots)\b",
)
_PRIVATE_WORDS = word_set(
    "candidate green voting living live alone "
    "old age born birth birthday married single dating divorced engaged relationship seeing "
    "pregnant expecting gay lesbian straight bisexual transgender trans religious christian "
    "muslim jewish catholic hindu buddhist atheist disabled democrat republican liberal "
    "conservative citizen american immigrant overweight depressed wealthy rich healthy wife "
    "husband spouse girlfriend boyfriend fiance fiancé fiancée significant marriage marital "
    "love sex sexual sexuality kids kid child children son sons daughter daughters baby "
    "babies pregnancy religion faith church nationality ethnicity ethnic race accent "
    "citizenship immigration visa native tongue disability disabilities medical illness "
    "health weight weigh diet political politics vote voted voting net savings mortgage debt "
    "debts divorce rent loans loan credit bank finances financial facebook instagram snapchat tiktok "
    "insta whatsapp private home criminal partner family mosque temple synagogue mass god "
    "from country origin language condition conditions mental depression anxiety adhd cancer "
    "medication therapist therapy surgery arrested convicted jail smoke drink drugs vape "
    "gamble tall party president house own afford worth personal date drinks dinner parents "
    "parent father mother dad mom siblings brother sister live neighborhood neighbourhood "
    "grow childhood upbringing heritage roots cultural wedding insta friends"
)
_WORK_SENSE = LowerPattern(
    r"\b(?:work(?:ing|ed)?|teach(?:ing)?|treat(?:ing)?|help(?:ing)?|serv(?:e|ing)|see(?:ing)?) (?:with )?(?:\w+ ){0,2}?(?:children|kids|babies|disabilit\w+|disabled)\b|\bfamily[- ](?:friendly|owned|business|medicine|practice|law|therap\w+|doctor)\b|\bwork(?: and |[-/ ]*)(?:family|life)\b|\bbalanc\w+|\bwhen (?:your|a) (?:child|kid)s? (?:is|are|gets?|falls?) (?:ill|sick)\b|\b(?:work|job|career|schedule|hours|role|profession|shifts)\b[^?]*\b(?:affect|impact|influence|intrude|spill|fit|leave)\w*\b|\b(?:advise|encourage|tell|let|want|push|allow|if) your (?:own )?(?:kids?|children|child|sons?|daughters?)\b"
)


def offlimits(text: Text, reading: Reading | None = None) -> OffLimits | None:
    """The off-limits topic of a question, if it has one.

    Clear words decide. With a *reading* of the question, words never seen before are weighed too, and
    what was seen is dropped again where everything else speaks against it.
    """
    seen = _seen(text)
    if reading is None:
        return seen
    best, number = reading.kind()
    if seen:
        return None if best < _DOUBT else seen
    if best < _TRUST:
        return None
    kind = KINDS[number]
    if kind == PERSONAL and _WORK_SENSE.search(text.lowered):
        return None
    return OffLimits(kind, _strength(kind, text.lowered), 0, len(text.raw.rstrip()))


# How sure the model must be to find what no clear word shows, and how sure that there is nothing.
_TRUST, _DOUBT = 0.2, -1.0


def _strength(kind: str, text: str) -> str:
    if kind == SALARY:
        return _pay_strength(text)
    return BORDERLINE if _is_general(text) else HARD


def _is_general(text: str) -> bool:
    return _FIELD.search(text) is not None and _AT_COMPANY.search(text) is None


def _seen(text: Text) -> OffLimits | None:
    vocabulary = text.vocabulary
    for words, finder in _FINDERS:
        if vocabulary.isdisjoint(words):
            continue
        found = finder(text.lowered)
        if found:
            return found
    return None


def _salary(text: str) -> OffLimits | None:
    found = _PAY.search(text)
    if not found:
        return None
    return OffLimits(SALARY, _pay_strength(text), *_trim(found))


def _pay_strength(text: str) -> str:
    if _OWN_FIGURES.search(text) or _AT_COMPANY.search(text):
        return HARD
    if _FIELD.search(text):
        return BORDERLINE
    return HARD


def _benefits(text: str) -> OffLimits | None:
    found = _PERK.search(text)
    if not found:
        return None
    soft = _SOFT_PERK.search(text) or _is_general(text)
    return OffLimits(BENEFITS, BORDERLINE if soft else HARD, *_trim(found))


def _job_ask(text: str) -> OffLimits | None:
    found = _ASK_HARD.search(text)
    if found:
        return OffLimits(JOB_ASK, HARD, *_trim(found))
    found = _ASK_SOFT.search(text)
    return OffLimits(JOB_ASK, BORDERLINE, *_trim(found)) if found else None


def _personal(text: str) -> OffLimits | None:
    found = _PRIVATE_HARD.search(text)
    if found and not _WORK_SENSE.search(text):
        return OffLimits(PERSONAL, HARD, *_trim(found))
    found = _PRIVATE_SOFT.search(text)
    if found and not _WORK_SENSE.search(text):
        return OffLimits(PERSONAL, BORDERLINE, *_trim(found))
    return None


def _trim(found: re.Match[str]) -> tuple[int, int]:
    piece = found.group()
    lead = len(piece) - len(piece.lstrip())
    return found.start() + lead, found.end() - (len(piece) - len(piece.rstrip()))


_Finder = Callable[[str], OffLimits | None]
_FINDERS: tuple[tuple[frozenset[str], _Finder], ...] = (
    (_PRIVATE_WORDS, _personal),
    (_PAY_WORDS, _salary),
    (_PERK_WORDS, _benefits),
    (_ASK_WORDS, _job_ask),
)
