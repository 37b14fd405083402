"""Patterns that say what clearly belongs to one of the twelve topics, in tie order."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache

from askwell.coach.text.patterns import LowerPattern

TOPICS = (
    "network-referral",
    "advice-on-me",
    "entry-advice",
    "education",
    "skills",
    "industry-trends",
    "career-path",
    "work-life",
    "culture",
    "day-to-day",
    "company",
    "other",
)
_ORG = r"(?:company|firm|organi[sz]ation|employer|business|startup|agency|institution|hospital|department|division|bank|corporation|foundation|nonprofit|non-profit|brand|group)"
_FIELD = r"(?:field|industry|profession|occupation|career|sector|line of work|discipline|business|trade|space|area)"

_SIGNS: dict[str, LowerPattern] = {
    "network-referral": LowerPattern(
        r"\b(?:reach out to you|contact you|keep you posted|in contact with|to meet people|meet people|talk(?:ing)? to you again|another conversation|follow up with you|shadow|permission to use|whom to)\b",
        r"\b(?:anyone|anybody|someone|somebody|who(?:m)?) (?:else )?\b[^?]{0,60}\b(?:talk|speak|contact|meet|reach|interview|connect|chat|touch|follow|introduc\w+|refer)\b",
        r"\bwho else\b|\banyone else\b|\b(?:introduce|connect|refer) me\b|\bintroductions?\b|\bin touch\b|\buse your name\b|\bmention (?:your name|you|that (?:you|we))\b|\bnetwork(?:ing|s)?\b(?! (?:engineer|security|admin|protocol|architect))",
        r"\b(?:names?|people|contacts|colleagues|professionals|alumni|coworkers)\b[^?]{0,50}\b(?:i (?:should|could|can|might|may)|talk(?:ing)? (?:to|with)|speak(?:ing)? (?:to|with)|contact|reach out|get in touch|interview)\b|\bother (?:people|professionals|contacts)\b[^?]*\b(?:talk|speak|contact|recommend|suggest|meet)\b|\breferrals?\b|\bmeetups?\b|\bmentors?\b[^?]*\b(?:find|found|finding|meet)\b|\bcontact you again\b|\bconnect (?:on|with you)\b|\blinkedin\b|\bkeep in contact\b",
    ),
    "advice-on-me": LowerPattern(
        r"\b(?:do you think i|would i|am i|for me\b|like me|i (?:am|have) (?:too|the right|enough|qualified)|i would (?:enjoy|fit|be)|see me|describe me|my (?:interests|story|gap|linkedin|case|age|candidacy|weaknesses|chances)|i(?:\'ve| have) (?:been|told)|if you were in my|present my|explain my)\b",
        r"\b(?:my|me)\b[^?]*\b(?:r[ée]sum[ée]|cv|portfolio|background|profile|cover letter|experience|skills|plan|fit|strengths?|weaknesses|gaps?|qualifications|application|degree|chances|situation|shoes|candidacy|answers?|presentation|pitch)\b",
        r"\bhow (?:do|did|would|could|can|might|should) (?:i|my)\b[^?]*\b(?:come across|compare|fit|look|improve|use my|stack up|leverage|transfer|position myself|present myself|market myself|apply my)\b|\b(?:in my (?:position|shoes|place|situation|case)|for someone (?:like me|with my)|a person like me|with my (?:background|degree|experience|skills)|someone with my|am i|do i (?:have|seem|sound|come|look|need to change)|would i (?:be|fit|do|enjoy|need)|should i (?:change|add|emphasi[sz]e|highlight|mention|present))\b|\bmy r[ée]sum[ée]\b|\bmy (?:plan|portfolio|background|cover letter)\b",
    ),
    "entry-advice": LowerPattern(
        r"\b(?:employable|get noticed|your own (?:kid|child|son|daughter)|tell yourself|gap year|cover letters? (?:still|necessary|matter)|time of year|for a first|first ninety|become a good|find out about jobs|way in|way to (?:get|find|learn|start|enter|prepare|become)|prepare|recruiters|someone (?:with|entering)|younger|early|before i graduate|before (?:going|entering)|build a portfolio|extracurricular|job interview|associations|good first|how (?:do|would|can|could|should) (?:i|somebody|someone|people|most people|one|newcomers) (?:get|break|enter|find|move|start|become|build|land|prepare|approach|learn|know)|should i (?:specialize|apply|take|learn|expect|ask|put)|i (?:should|can|could) do)\b",
        r"\b(?:advice|advise|tips?|words of wisdom|suggestions?|recommend(?:ations?|ed)?)\b|\b(?:get|getting|got|break|breaking|enter|entering|start|starting|started|transition(?:ing)?|move|moving|switch(?:ing)?|pivot(?:ing)?) (?:\w+ )?(?:in|into|out in|out as|to) (?:\w+ ){0,3}?(?:this|the|your|a|field|industry|career|profession|tech|job|area)\b",
        r"\b(?:new(?:comer|bie|ly|)s?|beginners?|student|students|graduates?|grads?|someone (?:just |who |starting|new|interested|looking|considering|entering|like me|in my)|somebody who|anyone (?:who|looking|interested)|people (?:just |who are )?(?:starting|entering|looking)|a person (?:who|entering|interested)|career changers?|aspiring|younger self|young people|entry[- ]level|internships?|first job|first steps?|entry points?|prepare for|job (?:search|hunt|seekers?)|break into|get hired|land (?:a|your|an|the)|foot in the door|apply for|applicants?|application|applying|stand out|interview(?:ing|s)? (?:for|tips|process|questions)|gain experience|get experience|get involved|get started|volunteer|where (?:should|do|would|can) (?:i|you|one|someone) (?:start|begin|look|find)|should i (?:read|start|join|avoid|do|focus|look|prepare|consider|know|be)|wish you(?:'d| had)? (?:\w+ )?(?:known|knew)|if you were (?:starting|me|a student|in college|just|to start|beginning)|start(?:ing)? (?:over|out|today)|avoid|resources|books?|journals|publications|blogs?|podcasts?|websites|professional (?:associations?|organi[sz]ations?|groups?|societies))\b",
    ),
    "education": LowerPattern(
        r"\b(?:majors?|minors?|train(?:ed)?\b(?= ?\?)|where did you (?:train|study|go)|did you study|electives?|dissertation|subjects|continuing education|law school|med school|student loans?|gpa|learn(?:ed|t)? in (?:school|college)|back to school|online courses|licensed)\b",
        r"\b(?:degrees?|major(?:ed|ing)?|minor|course(?:s|work)?|class(?:es)?|college|university|universities|school(?:ing)?|educat(?:ion|ional|ed)|certificat(?:e|es|ion|ions)|certified|licen[sc](?:e|es|ed|ure|ing)|graduate (?:school|program|degree|study|studies)|grad school|phd|doctorate|master'?s|mba|bachelor'?s|bootcamps?|boot camp|curriculum|studied|study|studies|thesis|gpa|academic(?:s|ally)? (?:background|preparation|training|program)|training|credentials?|diploma|apprenticeship|alma mater|lectures?|professors?|exam|exams|workshops?)\b",
    ),
    "skills": LowerPattern(
        r"\b(?:sort of person|what kind of people do well|personalit\w+|patience|patient|shy|creativity|necessary to (?:speak|know|be)|need to (?:know|be good|speak)|speak (?:spanish|another)|able to do|learn first|programming language should|hiring managers|employers (?:look|want|value|seek)|employers looking|important (?:skill|quality|trait)|required of|essential|drawing|writing skills|communication|current technically|well suited|suited (?:to|for)|get better at|what sets|strong candidate)\b",
        r"\b(?:skills?|skillset|abilit(?:y|ies)|qualit(?:y|ies)|traits?|attributes?|strengths?|talents?|competenc(?:y|ies|ies)|characteristics?|qualifications?|personality|temperament|personal (?:qualities|characteristics)|knowledge|know how to|expertise|what does it take|it takes? to (?:be|succeed|do well)|succeed|successful|excel|proficien\w+|what do you look for|look for in|looking for in|makes (?:someone|somebody|a person|a) (?:\w+ )?(?:good|great|successful|candidate|engineer|stand)|kind of person|type of person|ideal (?:candidate|person)|good at|great \w+ from|separates?|extrovert|introvert|math|second language|languages? (?:or tools )?(?:should|are worth|to learn))\b",
    ),
    "industry-trends": LowerPattern(
        r"\b(?:developments?|horizon|issues in|shortage|outsourc\w+|openings in|misunderst\w+|law (?:will|is|on)|headed|heading|emerging|prospects|foresee|threats?|overseas|stable|stability|supply|unsolved|respected|sectors?|nobody talks about|predictions?|play out|robots?|new roles|cities|regions?|job titles|settings|career options|leaders in|industry news|opinion on)\b",
        r"\b(?:trends?|outlook|future of|future (?:in|for|look|hold)|job market|labor market|labour market|demand|growth|growing|shrinking|declining|forecast|predict\w*|automation|artificial intelligence|ai\b|chatgpt|machine learning|technology (?:changing|changed|affect\w*)|regulations?|legislation|econom(?:y|ic|ics)|recession|pandemic|covid|misconceptions?|myths?|stereotypes?|specialt(?:y|ies)|speciali[sz]ations?|related (?:fields|occupations|careers|jobs)|turnover|competitive|saturated|unionized|opportunities (?:in|for|within) (?:this|the|your)|job openings|job prospects|landscape|evolv\w+|next (?:five|ten|few|\d+|decade)|coming years|types of (?:employers|companies|organi[sz]ations|jobs|settings|careers)|kinds of (?:employers|companies|organi[sz]ations|settings)|which (?:companies|industries|employers|areas)|state of the)\b",
        rf"\b(?:this|the|your|our) (?:\w+ )?(?:{_FIELD}|world|market)\b[^?]*\b(?:head(?:ed|ing)?|going|chang(?:e|ed|es|ing)|look like|facing|face|evolv\w+|different|challenges?|problems?|issues|future|years|moving|today)\b|\b(?:chang(?:e|ed|es|ing)|affect(?:ed|ing|s)?|impact(?:ed|ing|s)?|challenges?|issues|problems|facing|future|disrupt\w*|happening|developments?|innovations?)\b[^?]*\b(?:this|the|your|our) (?:\w+ )?(?:{_FIELD}|world|market)\b",
    ),
    "career-path": LowerPattern(
        r"\b(?:how (?:did|was|has) (?:that|this|it) (?:happen|come about|start)|looking (?:back|ahead)|along the way|before (?:this|that|you)|when you (?:started|were)|you(?:\'ve| have) held|have you (?:held|always been)|previous (?:experience|work)|choose again|same (?:career|field|path|route)|become interested|interested in|role models?|as a child|as a kid|what pushed|to where you are|professional(?:ly)? (?:mistake|story|journey|life)|in your career|of your career|your career|career (?:so far|change|changes|decision|choice)|laid off|moments?|decided? to|you ended up|inspir\w+|dream(?:ed)?)\b",
        rf"\b(?:career path|career|path|journey|your story|background|how (?:did|do|does|have) you (?:\w+ )?(?:get|got|end|become|find|land|decide|choose|come|arrive|make|move|enter|start|first|know|discover|wind|transition|go from|begin|fall|hear)\b|what (?:led|drew|brought|made|inspired|attracted|motivated|prompted|got|interested|pulled|drove|convinced|sparked|influenced|keeps?|kept|appealed) (?:you|your)|why did you|why (?:this|{_FIELD}|are you|do you do|you)|(?:first|last|previous|earlier|past|prior|other|present|current) (?:\w+ )?(?:jobs?|roles?|positions?|careers?|employers?|title)|next step|five years from now|see yourself|ten years|goals?|regrets?|proud(?:est)?|accomplishments?|achievements?|turning points?|milestones?|dream job|when did you|did you always|originally|been (?:in|with|at|working|doing)|how long have you|plan to stay|how many years|retire|do (?:it|things|anything) (?:all )?(?:over|differently)|worked (?:in|for|at|as)|job title|leave|left|quit|switch(?:ed)?|transition(?:ed)?|career change|become an?|experiences? (?:\w+ )?(?:prepared|led|shaped|helped)|yourself|who inspired|role models?|biggest (?:break|lesson|failure|mistake|success)|career move|promot(?:ed|ion) to)\b",
    ),
    "work-life": LowerPattern(
        r"\b(?:work late|pace|taking over|take over your|recover|boundaries|sleep|late|nights|routine after|breaks|for yourself|career and family|life outside|home life|relocate|cope|toll|time zones|unplug|evenings?|morning|weekend|at night|schedule)\b",
        r"\b(?:hours|work[- /]?life|life balance|balance|overtime|weekends?|evenings?|nights?|schedule|flexib(?:le|ility)|remote(?:ly)?|work(?:ing)? from home|from home|hybrid|telecommut\w*|commut\w+|travel(?:s|ing|ling)?|stress(?:ful|es|ed)?|burn(?:ed|t)?[- ]?out|burnout|vacations?|time off|part[- ]time|full[- ]time|nine[- ]to[- ]five|on[- ]call|free time|hobbies|outside (?:of )?(?:work|the office|your job)|lifestyle|personal life|family|families|unwind|switch off|recharge|relax|pressure|deadlines?|workload|relocat\w+|parental|parents?|kids|mental health|long days|well-?being|take work home|shift|shifts|sick)\b",
    ),
    "culture": LowerPattern(
        r"\b(?:everyone is heard|be heard|heard in|speak up|valued|rewarded here|behaviou?r|relationship between|get(?:s)? rewarded|rapport|gender|staff|employees (?:treated|feel|socialize)|workplace|new hires (?:supported|welcomed)|care about|feel (?:like )?(?:to|valued|supported|included|safe)|lunch|eat together|loud|quiet|open[- ]plan|fail here|youngest|supervise|who would be my manager|one to one|women on|trust)\b",
        r"\b(?:cultur(?:e|al|es)|atmosphere|environment|vibe|team|teams|teammates?|colleagues|coworkers?|co-workers?|boss|bosses|manager|managers|management style|managed|supervis\w+|leadership|leaders?|values?|diversity|inclusi(?:on|ve)|divers\w+|women|minorit\w+|lgbt\w*|people (?:you work|like|here|get|treat|at|in your|on your)|treat(?:ed|s)?|collaborat\w+|socialize|get along|dress code|dress|feedback|conflicts?|disagree\w*|supportive|support(?:ed)?|autonomy|freedom|trust|morale|friendly|what(?:'s| is) it like (?:to work|working|being)|feel like to work|recogni[sz]e\w*|mentor(?:s|ing|ship)?|onboard\w*|welcomed|formal|hierarch\w+|decisions (?:get )?made|who do you work|work (?:closely )?with|kinds? of people|types? of people|celebrat\w+|politics|communicat\w+|say in|belong|psychological|blame|mistakes?|one-on-ones?|1:1s?)\b",
    ),
    "day-to-day": LowerPattern(
        r"\b(?:cases|reports?|writing|environment\b(?=.*\b(?:staging|test|dev))|staging|pipeline|builds?|backlog|sprints?|incidents?|outages?|monitoring|source control|version control|continuous integration|contact with|shift|entails?|involves?|consists? of|grind|equipment|assignment|a (?:day|week) in|on a daily basis|how do you (?:handle|approach|decide|plan|run|solve|organi[sz]e|measure|document|spend|divide|work with|deal|keep|know)|when you are stuck|teach (?:children|adults)|contract|bill(?:able)?|spent (?:writing|on|in))\b",
        r"\b(?:typical|average|ordinary|normal|usual|regular) (?:\w+ )?(?:day|week|workday|month|morning|project)|\bday[- ]to[- ]day|\b(?:daily|routine|duties|duty|responsib\w+|tasks?|projects?|your (?:role|job|work|position)|what do you do|do you do|spend (?:\w+ ){0,3}?time|most of your (?:time|day)|time (?:do you )?spend|(?:like|enjoy|love|dislike|hate|favou?rite|satisf\w+|reward\w*|frustrat\w+|challeng\w+|interesting|difficult|hardest|toughest|rewarding|fulfilling|exciting|boring|fun)\b[^?]*\b(?:job|work|role|position|part|aspect|thing|about|do)|least favou?rite|favou?rite part|problems?|decisions?|process(?:es)?|tools?|software|technolog(?:y|ies)|stack|clients?|customers?|patients?|meetings?|deploy\w*|tests?|testing|code|bugs?|release|paperwork|priorit\w+|workflow|organized|alone|creative|repetitive|variety|handle|deal with|rewards|challenges|workday|workweek|agile|scrum|sprint|on-call|documentation|production|goals|performance)\b",
    ),
    "company": LowerPattern(
        r"\b(?:public company|move up|priorities|contractors|go public|set up|history of|financ(?:es|ial|ially)|known for|acquired|bought|training program|career ladder|evaluate employees|rounds|website|prices?|win new|budget|rivals|sell|offices?|countries|own(?:s|ed)|raised|earn its)\b",
        rf"\b(?:your|this|the|their|our) (?:\w+ )?{_ORG}(?:'s)?\b|\b(?:products?|services|competitors?|competition|revenue|business model|profitab\w+|strateg(?:y|ic)|mission|vision|headquarters|ceo|founders?|founded|investors?|funding|funded|layoffs?|reorgani[sz]\w+|merger|acqui\w+|employees|offices|hiring process|interview process|recruit\w*|advance(?:ment)?|promot(?:e|ed|ions?)|structure[d]?|organi[sz]ed|departments?|divisions?|customers choose|market share|stock|expand|expansion|launch\w*|are you hiring|openings?|vacanc\w+|hire|hiring|internships?|make money|roadmap|train(?:s|ed)? new)\b",
    ),
    "other": LowerPattern(
        r"\b(?:help you|help to you|for you in return|return the favou?r|hobbies|spare time|pets?|weekend (?:look|like)|have you read|magic wand|remembered|laugh|grateful|hear me|how are you|how was your|earnings|pension|commission|401|health plan|add\?|million|spell|luck|hero|music|marriage|church|diet)\b",
        r"\b(?:salar(?:y|ies)|pay|paid|compensation|earn|wage|wages|income|bonus(?:es)?|raise|raises|benefits package|benefits|insurance|401k|pto|perks|vacation|anything (?:else|i|you)|should i have asked|haven't asked|questions? (?:for|should|have)|good time|minutes|schedule a|follow[- ]up|record|take notes|how can i (?:help|repay|return)|for fun|favou?rite (?:book|movie|podcast|food|color|colour|song)|married|religio\w+|old are you|kids|children|boyfriend|girlfriend|husband|wife|vote|political|instagram|facebook|nationality|where are you from|grow up|advice question|meaning of|final thoughts)\b",
    ),
}


# "How did you get into the field?" asks for a story, not for advice.
_STORY = LowerPattern(
    r"\b(?:how|why|when|where) did you\b(?! (?:learn|study|train|meet|pay))",
    r"\bwhat (?:made|led|got|brought|drew|attracted|inspired|motivated|drove) you\b",
)


def signs(plain: str, words: Collection[str]) -> list[str]:
    """The topics shown in *plain* (lower case) or by one of its *words*, in tie order."""
    found = [
        name
        for name, single, rest in _all_parts()
        if not single.isdisjoint(words) or rest(plain) is not None
    ]
    if "entry-advice" in found and _STORY.search(plain):
        found.remove("entry-advice")
        if "career-path" not in found:
            found.append("career-path")
    return found


@cache
def _all_parts() -> list[tuple[str, frozenset[str], Callable[[str], object]]]:
    parts = [(name, *_parts(name)) for name in TOPICS]
    return [(name, single, rest.search) for name, single, rest in parts]


def _parts(name: str) -> tuple[frozenset[str], LowerPattern]:
    """The signs that are single words, for a look-up, and the rest as a pattern: far faster."""
    single: set[str] = set()
    rest: list[str] = []
    for part in _split(_SIGNS[name].source):
        listed = _LIST.compiled.fullmatch(part) is not None
        alternatives = _split(part[5:-3]) if listed else [part]
        left = [one for one in alternatives if not (listed and _is_word(one, single))]
        if left:
            rest.append(rf"\b(?:{'|'.join(left)})\b" if listed else part)
    return frozenset(single), LowerPattern(*rest or ["(?!)"])


def _is_word(alternative: str, single: set[str]) -> bool:
    found = _WORD_FORMS.compiled.fullmatch(alternative)
    if found:
        stem, last, endings = found.group("stem", "last", "endings")
        single.update(stem + ending for ending in (endings or "").split("|"))
        single.update([stem[:-1]] if last else [])
        single.update([stem] if found["maybe"] else [])
    return found is not None


# One group of alternatives between word borders, with at most one group inside another.
_LIST = LowerPattern(r"\\b\(\?:(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)\\b")
_WORD_FORMS = LowerPattern(
    r"(?P<stem>[a-z]+)(?:(?P<last>\?)|\(\?:(?P<endings>[a-z|]+)\)(?P<maybe>\?)?)?"
)


def _split(source: str) -> list[str]:
    """The alternatives of a pattern at its outermost level."""
    parts, depth, start = [], 0, 0
    for place, char in enumerate(source):
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            parts.append(source[start:place])
            start = place + 1
    return [*parts, source[start:]]
