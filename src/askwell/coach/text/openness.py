"""How much room a question leaves: open, indirect-open or closed.

The definitions are binding: *closed* when a complete answer is yes or no, one of the offered
options or a single fact (a name, number, date, place, list of tools); *indirect-open* when the
form is yes/no but a helpful answer has content ("Can you tell me…"); *open* for the rest.
"""

from __future__ import annotations

import re

from askwell.coach.text.patterns import LowerPattern
from askwell.coach.text.phrases import head_noun
from askwell.coach.text.tokens import word_set

# A longer "sentence" has lost its full stops; its question stands at the end.
LONGEST = 900
OPEN, INDIRECT, CLOSED = "open", "indirect-open", "closed"

AUX = (
    r"(?:do|does|did|is|are|was|were|am|can|could|would|will|should|shall|may|might|must|have|has|had|"
    r"don't|doesn't|didn't|isn't|aren't|wasn't|weren't|can't|couldn't|wouldn't|won't|shouldn't|"
    r"haven't|hasn't|hadn't)"
)
SUBJECT = (
    r"(?:you|i|we|they|he|she|it|there|that|this|these|those|the|your|my|our|their|a|an|any|"
    r"anyone|anybody|anything|most|many|people|someone|one|some|all|everyone|y'all|folks)"
)
WH = r"(?:what|how|why|which|who|whom|whose|when|where)"

_LEAD = LowerPattern(
    r"(?:(?:so|and|well|ok|okay|now|then|also|but|um+|uh+|er+|hmm+|like|right|yeah|yes|no|great|alright|all right|hey|hi|hello|actually|basically|finally|lastly|last|first(?:ly)?(?: of all)?|second(?:ly)?|third(?:ly)?|next|anyway|oh|ah|i mean|i guess|you know|just|thanks|thank you|cool|wow|perfect|awesome|perhaps|maybe|please|kindly|overall|generally|honestly|specifically|ultimately|still|again|or|plus|similarly|"
    r"out of curiosity|just curious|curious|quick question|one last question|one more question|follow[- ]up|"
    r"in (?:your|you) (?:own )?(?:opinion|view|mind|eyes|experience|words)|looking back|in general|in hindsight|"
    r"for example|in other words|that is|more (?:specifically|generally|broadly)|on (?:that|a \w+) note|"
    r"if (?:i may ask|you don't mind(?: my| me)?(?: asking)?|you don't mind sharing|possible|applicable|any)|"
    r"(?:this|that) is (?:great|interesting|awesome|helpful))"
    r"(?:[\s,.:;…–—!-]+|(?=\?)))+"
)
_CLAUSE = LowerPattern(
    r"[,;:—–(…]+[\"')]*\s*|\s-{1,2}\s|\.{2,}\s*|\b(?:so|but)\s(?=(?:what|how|why|do|did|is|are|can)\b)"
)
_CONJUNCTION = LowerPattern(
    r"(?:(?:and|but|so|or|then|also|well|um+|uh+|you know|like|i mean|i guess)[\s,]+)+"
)
_WH_START = LowerPattern(
    r"(?:(?:in|at|to|for|from|with|on|by|of|about|under|during|through|until|since|over|against|into) )?"
    rf"(?P<wh>{WH})(?P<clitic>'(?:s|re|d|ve|ll))?(?![\w'])"
)
_SUBORDINATE = LowerPattern(
    r"(?:if|while|as|since|because|although|though|after|before|once|given|considering|assuming|suppose|until|"
    r"unless|whenever|wherever|whatever|even|besides|despite|apart|other|based|"
    rf"(?:when|where)(?!\s+{AUX}\b)(?!'s|'d|'re))\b"
)
_RELATIVE = LowerPattern(
    r"(?:which|who|whose|where|when)\s+(?!do\b|does\b|did\b|would\b|should\b|could\b|can\b)"
)
_YES_NO = LowerPattern(rf"{AUX}(?:n't)?\s+(?:{SUBJECT}\b|\w)")
_YES_NO_LATER = LowerPattern(rf"{AUX}\s+{SUBJECT}\b")
_YES_NO_ANYWHERE = LowerPattern(
    rf"(?<![\w'-]){AUX}\s+(?:you|i|we|they|it|there|he|she|your|this|that|the)\b"
)
_WH_ANYWHERE = LowerPattern(
    rf"(?<![\w'-]){WH}(?:'s|'re|'d|'ve|'ll)?(?=\s+(?:[\w'-]+\s+){{0,3}}?{AUX}\b)"
)
_EMBEDDED_WH = LowerPattern(rf"(?<![\w'-]){WH}\b")

_CONTENT = (
    r"(?:tell|describe|share|explain|walk|talk|give|elaborate|expand|speak|discuss|outline|provide|say|recommend|"
    r"suggest|name|point|offer|list|go (?:into|over|through|deeper)|break|take (?:me|us) through|compare|summari[sz]e|"
    r"comment|paint|define|clarify|unpack|think of|think back|recall|remember|show me how|show us how|run (?:me|us) through|"
    r"shed|let me know|dig|touch on|help (?:me|us) (?:to )?(?:understand|see|figure|learn|picture|get a (?:sense|feel|picture|better))|illustrate|identify|reflect|"
    r"sketch|introduce yourself|teach|advise|begin by|start by|characteri[sz]e|contrast|relate|recount|detail|mention|"
    r"guide|enlighten|educate|fill (?:me|us) in|tell)"
)
_GERUND = (
    r"(?:telling|describing|sharing|explaining|walking|talking|giving|elaborating|expanding|speaking|discussing|"
    r"outlining|providing|saying|recommending|suggesting|naming|pointing|offering|going (?:into|over|through)|breaking|"
    r"summari[sz]ing|commenting|clarifying|me asking|my asking|if i ask(?:ed)?|if i asked you)"
)
_SOFTENER = (
    r"(?:(?:please|perhaps|maybe|also|just|briefly|possibly|kindly|quickly|first|maybe|ever|then|both|each|all|"
    r"at all|a little|a bit|be able to|be willing to|be so kind as to|be open to|be happy to|be comfortable|like to|care to|want to|"
    r"start by|begin by|mind)\s+)*"
)
_ADVICE = (
    r"(?:advice|suggestions?|recommendations?|tips?|thoughts?|ideas?|insights?|examples?|resources?|wisdom|guidance|"
    r"feedback|pointers?|opinions?|reading|readings|lessons?|stor(?:y|ies)|anecdotes?|words?|warnings?|takeaways?|"
    r"strategies|tricks?|hints?|reflections?|predictions?|perspective|input|sense of|impressions?|favou?rites?|secrets?|"
    r"observations|comments|cautions|books?|blogs?|podcasts?|websites?|hacks?)"
)
_DEGREE = r"(?:any|some|a|an|one|other|additional|further|final|last|specific|particular|general|more|parting|good|great|helpful|useful|practical|special|best|career|professional|personal|key|words of|pieces? of|bits? of|kinds? of|sort of|interesting|favou?rite)"
_NO_CONTENT = LowerPattern(
    r"(?:can|could|would|will) you "
    + _SOFTENER
    + r"(?:describe|characteri[sz]e|define)\b[^?]*\bas\b|"
    r"would you go (?:in|into|back|through)\b|would you (?:share|tell) (?:my|your (?:pay|salary))|(?:would|could|can|will) you (?:please )?(?:give|let) (?:my|me know\b)|(?:would|do) you (?:say|recommend|suggest|advise)\b(?!\s+(?:more|a (?:bit|few|little|couple)|something|any|some|other|to (?:me|someone|somebody|a|people|students|anyone)\b|(?:i|we|that i) \w+ to\b))|"
    r"(?:can|could|would|will) you "
    + _SOFTENER
    + r"(?:give me (?:a (?:job|reference|chance|referral|call|tour|ride|recommendation)|your (?:card|number|e-?mail|phone))|recommend me|"
    r"talk to (?:your|the|him|her|them|hr)|speak to (?:your|the|him|her|them|hr)|share (?:my|this|it with)|point me out|offer me|say that|say you|suggest me for|"
    r"take me(?! (?:through|back|along))|pass|put|refer|connect|introduce me|think of me|let me know if (?:there|any|you hear|a|something|anything) )"
)
_INDIRECT = LowerPattern(
    r"(?:can|could|would|will) you [^?]{0,40}?\b(?:give|offer|share|send) (?:me |us )?(?:\w+ )?(?:feedback|comments|thoughts|advice|suggestions|pointers|tips)\b|"
    r"(?:can|could|would|will) you [^?]{0,60}?\band (?:(?:tell|let) me (?:know )?(?:what|which|how|where|if|whether)|suggest)\b|"
    r"(?:can|could|would|will|may|might|can't|couldn't|won't|wouldn't) (?:you|we) (?:guys )?"
    + _SOFTENER
    + _CONTENT
    + r"\b(?<!\bmention)|"
    r"(?:can|could|may|might) (?:i|we) "
    + _SOFTENER
    + rf"(?:ask|inquire|enquire|know|hear|learn|get (?:your|some|a sense))\b(?:[^?.,;]{{0,30}}?\b(?:{WH}|about|your (?:opinion|thoughts?|advice|take|view))\b)|"
    r"(?:would|do|did|are|were) you (?:\w+ )?(?:mind|be (?:willing|able|open|happy|comfortable|kind|up)|able|willing|happy|comfortable|open|like|care|want)\b(?: (?:to|enough to|if|for|with))? (?:please |perhaps |quickly |briefly )?(?:"
    + _CONTENT
    + r"|"
    + _GERUND
    + r")\b|"
    r"(?:do|did|would|have|might|could) you (?:\w+ ){0,2}?(?:have|got|offer|give) (?:me |us )?(?:"
    + _DEGREE
    + r"\s+)*"
    + _ADVICE
    + r"\b|"
    r"(?:is|was|are|were|would|isn't|might) there (?:be )?(?:anything|something|one thing|things|some things|any ?thing)\b(?! (?:wrong|like)\b)|"
    r"(?:is|was|are|were) there\b(?! (?:\w+ ){0,2}?(?:people|person|one|body|colleagues?|professionals|contacts?|alumni|individuals?|anyone|someone|anybody|others)\b)[^?]*?\b(?:recommend|suggest|advise|you(?:'d| would) (?:add|change|encourage|point|highlight|mention)|you wish|i (?:should|ought to) (?!(?:talk|speak|meet|contact|ask|interview|connect)\b)\w+|that stands? out|to avoid|i could (?:read|take|join|do))\b|"
    r"(?:is|are|was|were) there (?:"
    + _DEGREE
    + r"\s+)*(?:advice|tips|suggestions|recommendations|words of wisdom|lessons?|examples?|stor(?:y|ies)|misconceptions?|resources?|common mistakes|mistakes)\b|"
    r"(?:do|would|could|can|did) you (?:have |know of |know |recommend |suggest |think of )(?:any|some|other|of any)\b(?! (?:\w+ )?(?:one|body|people|person|colleagues?|professionals?|contacts?|alumni|individuals?|plans?|openings?|jobs?|positions?|questions?|experience|kids|children|regrets|family|siblings|hobbies|concerns|doubts|say|control|free|time|opportunit\w+|reservations|internships?|interns|part|pets|friends|vacanc\w+|friends|background|training|formal|degree|influence|control)\b)[^?]*?\b(?:recommend|suggest|resources?|books?|blogs?|courses?|class(?:es)?|websites?|publications?|organi[sz]ations?|associations?|groups?|events?|podcasts?|sites?|programs?|readings?|things?|ways?|skills?|tools?|articles?|journals?|communities|conferences|certifications?|mentorship programs)\b|"
    rf"(?:do|did|would|can|could) you (?:\w+ )?(?:know|remember|recall|think of|see|imagine|explain) (?:{WH}\b|(?:a|any|some|one|of a) (?:time|moment|instance|example|situation|project|story|day|case)\b)|"
    rf"(?:do|would) you (?:\w+ )?have (?:a|any|some) (?:sense|idea|thoughts|feeling|clue|opinion|view)\b|"
    r"(?:can|could|shall|may|should) we (?:\w+ )?(?:start|begin|talk|go back|dig|dive|discuss|get into|touch|hear|turn|switch|spend|explore|unpack|zoom|back up|rewind)\b(?! (?:recording|again|soon|later|next|on (?:mon|tue|wed|thu|fri)))|can you take (?:me|us)\b|"
    r"(?:care|mind|want|willing|able) to " + _CONTENT + r"\b|mind (?:if i ask|" + _GERUND + r")\b|"
    r"(?:is|would) it (?:be )?(?:possible|ok|okay|all right) (?:for you )?(?:to|if i asked?) (?:you )?(?:"
    + _CONTENT
    + r"|ask|hear|know)\b(?<!\bmention)|"
    r"(?:have|do) you (?:got )?a (?:favou?rite|memorable|particular) (?:\w+ )?(?:project|part|story|memory|moment|thing|aspect|experience|example|success)\b|"
    r"(?:have|has|did|do) (?:you|your \w+) (?:\w+ )?(?:learn(?:ed|t)?|notice[d]?|find|found|hear[d]?) anything\b|"
    r"anything (?:else |in particular |specific )?(?:you|i|we|a|people|new\w*|beginners|students|that|about|surpris|worth|to)\b|anything else\b|any (?:other |last |final |parting |specific |general |particular |additional |more |further |good |great |favou?rite |useful |words of |pieces of )*"
    + _ADVICE
    + r"\b|"
    r"any\b(?! (?:other )?(?:people|person|one|body|colleagues?|contacts?|alumni)\b)[^?]*\b(?:recommend|suggest|you(?:'d| would) (?:add|give|share)|i should)\b"
)
_WANTS_TO = LowerPattern(
    r"(?:do|would) you (?:want|like|care|mind) (?:to )?(?:share|tell|say|talk)(?:ing)?(?: me| us)?\s*,\s*"
)

_QUANTITY = LowerPattern(
    r"how (?:many|often|long|old|far|big|large|small|soon|frequent|frequently|common|rare|early|late|tall|fast|high|recently|quickly|regularly|likely|deep|wide)\b|"
    r"how much (?:(?:of|more|less|other|actual|total|extra|prior|previous|paid|weekly|daily|on-call|work|real|relevant|business|international) )*"
    r"(?:time|money|experience|vacation|holiday|salary|pay|travel|traveling|travelling|overtime|notice|schooling|pto|leave|"
    r"equity|debt|revenue|funding|runway|your|the|a|an|it|that|overlap time|on-call|"
    + AUX
    + r")\b|how much\s*\?|how much longer\b|how much will\b|how much (?:rent|tax|debt|interest) |how much (?:statistics|math|maths|coding|programming|paperwork|writing|travel|driving|reading|overtime|supervision) (?:do|does|did|is)\b|"
    r"on a scale\b"
)
_SCALE = LowerPattern(r"\bon a scale (?:of|from)\b")
_BE = r"(?:'s|'re| is| are| was| were| would be| will be|s|re)"
# What has one figure, name or short list for an answer, however it is described …
_FACTS = word_set(
    "salary salaries pay wage wages compensation income earnings bonus bonuses age size number percentage ratio turnover rate title titles name names "
    "e-mail email major minor degree gpa budget headcount timeline deadline stack stacks date location tenure hours ethnicity race color colour nationality "
    "religion hometown church birthday ceo headquarters revenue valuation runway price fee cost duration length editor ide split breakdown proportion "
    "percent share layout schedule frequency distance limit quota minimum maximum address affiliation leaning leanings nickname occupation employer weight "
    "height department location ticker acronym visa"
)
# … and what has one only when the word before it says so.
_FACT_PAIRS = {
    "balance": "gender",
    "range": "salary pay wage income price age compensation",
    "ranges": "salary pay wage income price age compensation",
    "status": "visa marital immigration citizenship",
    "stage": "funding",
    "code": "dress",
    "cap": "market",
    "cycle": "release sales",
    "factor": "bus",
    "language": "native first programming main primary",
    "languages": "programming main primary",
    "time": "response start finish lead turnaround waiting",
    "tongue": "mother native",
    "system": "operating control",
    "background": "ethnic",
    "mater": "alma",
    "sign": "zodiac",
    "statement": "mission vision",
    "number": "phone",
    "orientation": "sexual",
}
_WHAT_IS = LowerPattern(rf"what{_BE} ")
_FIRST = r"(?:very )?(?:first|last|previous|prior|original|current|present|most recent|next most recent) (?:\w+ )?(?:job|role|position|title|employer|company|major|degree|internship|language|programming language|programming job|computer|program|website|app|game|book|film|song|paper|article|line of code)"
_TOOLS = r"(?:programming languages?|languages?|technolog(?:y|ies)|frameworks?|tools?|software(?: packages| programs| tools)?|databases?|platforms?|stack|tech stack|operating systems?|editors?|ide|ides|systems?|apps?|equipment|version control(?: system)?|hardware|libraries|programs|cloud providers?)"
_NARROW_WHAT = LowerPattern(
    rf"what{_BE} (?:the |your |his |her )?{_FIRST}(?!\s+like\b)(?!'s)\b(?=\s*(?:[?.,;!]|$|in\b|at\b|after\b|and\b|out\b|you\b|before\b|as\b|title|when\b|within\b|there\b|here\b|with\b))|"
    rf"what{_BE} your (?:all-time |absolute |personal )?favou?rite (?:\w+ )?(?:language|book|food|colou?r|movie|film|tool|app|podcast|class|course|subject|place|city|restaurant|sport|editor|ide|framework|song|band|animal|show|series|game|author|hobby|website|blog|conference|library|device|gadget|drink|dish|meal|joke|team|dessert|season)\b|"
    r"what (?:church|mosque|temple|synagogue|party) |what (?:other |specific |exact |additional |graduate |undergraduate |particular )?(?:year|stage|round|date|day|time|month|city|country|state|school|schools|college|colleges|university|universities|company|companies|department|major|degree|degrees|percent|percentage|proportion|fraction|portion|share|age|size|salary|salaries|pay|gpa|title|job title|hours|number|price|version|religion|language|starting salary|salary range|level|grade|floor|team|unit|hotel|airline)\b(?! (?:of (?:\w+ )?(?:detail|involvement|support|autonomy|effort|commitment|skill|education|expertise|stress|knowledge|experience)|do you (?:think|wish)|would|should|could|can|might|is (?:best|important|most)|are (?:best|important|most|good|helpful|useful|valued)))|"
    rf"what (?:other |specific |types? of |kinds? of |sorts? of |main |particular |kind of )?{_TOOLS}(?: and (?:\w+ ){{0,2}}{_TOOLS}|, (?:\w+ ){{0,3}}?{_TOOLS})* (?:do|does|did|are|is|have|has) (?:you|they|your|the|most|people|we|used|being used|commonly|in use|typically|this|engineers|developers)\b(?![^?]*\b(?:recommend|suggest|like|love|enjoy|wish|value|think|most important|prefer|advise|important|useful|essential|worth|helpful)\b)|"
    r"what (?:other |previous |past |prior |different )?(?:jobs|job titles|roles|positions|companies|employers|titles|internships|careers|organi[sz]ations|departments|teams) (?:have|had|did) you (?:\w+ )?(?:held|hold|worked|work|had|have|been|done|belong)\b(?![^?]*\b(?:led|lead|prepared|helped|shaped)\b)|"
    r"what (?:book|film|movie|song|podcast|author|teacher|company) (?:has|have|had|inspired|influenced|changed)\b|"
    r"what (?:do|does|did) your (?:husband|wife|spouse|partner|parents?|father|mother|dad|mom|mum|brother|sister)s? do\b|"
    r"what (?:other )?(?:degrees?|certifications?|certificates?|licen[sc]es?|credentials?|qualifications) (?:do|did|have) you (?:\w+ )?(?:have|hold|earn|earned|get|got|complete|obtain)\b|"
    r"what (?:did|do) you (?:study|major in|make (?:per|a|an)\b|earn|weigh|get paid)|what (?:did|do) you make (?:at|in|there)\b|what (?:can|could|would|should|might|does|do|will) [^?]{0,40}?\bearn\b(?! from)|what (?:do|does|did|would|will) (?!you tell|you say)(?:(?!who\b|that\b)\w+ ){1,6}pay\s*(?:\?|$)|what was your (?:job|position|role|title) before\b|what would [^?]* be paid\b|what (?:hourly |day |daily )?rate do\b|what do you (?:currently )?make\s*(?:\?|$|in your|at your|annually|per|a year)|"
    r"what(?:'s| is) (?:your|the) (?:\w+ )?(?:salary|pay|compensation)\b(?! (?:structure|like|philosophy|negotiation|look|process|policy|model|strategy|system|package look))"
)
_PREFERENCE = LowerPattern(
    r"(?:what|which)\b[^?]*\b(?:more|better|prefer|harder|easier|bigger|first)\b[^?]*[,:–—-][^?]*\bor\b"
)
_OPEN_WHICH = LowerPattern(
    r"which (?:(?:of (?:your|the|these|those)|other|specific|particular|personal|professional|technical|key|soft|job|work|kinds? of|types? of|\w+al) )*(?:skills?|qualit(?:y|ies)|abilit(?:y|ies)|aspects?|parts?|trends?|challenges?|factors?|experiences?|areas?|steps?|values?|weaknesses|developments|moments|memories|methods|ways?|traits?|attributes|activities|tasks|strengths|changes|problems|responsibilities|resources|strategies|lessons|kinds|types|things|courses|classes|books|projects|mistakes)\b"
)
_ADVISES = LowerPattern(
    r"\b(?:should|recommend|suggest|advise|worth|important|useful|valuable|helpful|wish|help|helps|good for|best|most)\b"
)
_OPEN_WHERE = LowerPattern(
    r"where (?:do|did|will|would) you see (?:yourself|the|this|your)\b|where (?:do|would|should|could|can|will|does|might|else) (?!(?:you|people|listeners|readers|viewers|folks|customers|they) (?:live|work|study|come|go|find|reach|buy|get|follow|contact|see)\b|your office|the company\b(?! (?:want|see|plan|hope|expect|go)))|where(?:'s| is| are) (?:the|this|your|that|it|things|all|ai|tech) (?:\w+ ){0,4}?(?:heading|headed|going|moving|evolving)\b"
)
_FRAGMENT_OPEN = LowerPattern(
    r"\b(?:most|least|best|worst|biggest|greatest|hardest|toughest|favou?rite|proudest|main|typical|average|ideal|key|top|common|"
    r"advice|tips|thoughts|challenges?|highlights?|lessons?|reasons?|examples?|ways|skills|qualities|story|path|journey|"
    r"opinions?|impressions?|likes|dislikes|pros|cons|future|outlook|trends|background|process|plans for|steps|about|differences?|strategies|"
    r"mistakes|misconceptions|responsibilities|duties|goals|role|culture|motivations?|experiences?|regrets about|takeaways?|strengths|weaknesses|requirements|qualifications|opportunities)\b"
)
_IMPERATIVE = LowerPattern(
    r"(?:please )?(?:tell|describe|walk|explain|share|talk (?:me|us|to|about|a)|give (?:me|us|an|a|some|your|one|examples)|elaborate|expand on|"
    r"take (?:me|us)|run (?:me|us)|discuss|outline|help (?:me|us) understand|paint|compare|define|name (?:a|an|one|some|two|three|the|your|\d)|list|"
    r"summari[sz]e|introduce yourself|speak (?:to|about)|think (?:back|of)|reflect on|let's (?:talk|discuss|start|hear)|say (?:more|a|something)|"
    r"break down|go (?:into|back)|identify|sketch|show (?:me|us)|teach me|enlighten|recommend|suggest|mention|fill (?:me|us) in|remind me|catch (?:me|us) up|"
    r"dig into|start by|begin by|provide|state)\b"
)
_STATEMENT = LowerPattern(
    r"(?:i(?:'d| would|'ll| will)? (?:\w+ ){0,2}?(?:love|like|want(?:ed)?|hope|need|be (?:\w+ )?(?:interested|curious|keen|happy|eager|grateful)|appreciate|enjoy|hoping|hoped)\b(?: (?:to|if|in|for))? ?(?:you )?"
    r"(?:to )?(?:hear(?:ing)?|know(?:ing)?|learn(?:ing)?|understand(?:ing)?|ask(?:ing)?|see(?:ing)?|get(?:ting)?|find(?:ing)?|explore|discuss|talk|any|your|some|tell|share|pick|dig|have)\b|"
    r"i(?:'m| am| was|'ve been| have been) (?:\w+ ){0,2}?(?:curious|interested|wondering|keen|eager|trying to (?:understand|learn|figure)|hoping|looking (?:for|to))\b|"
    r"i(?:'ve)? (?:\w+ )?(?:wonder(?:ed)?|have (?:a|one|two|some) (?:\w+ )?questions?|have always wondered)\b|(?:curious|wondering|interested)\b|(?:would|'d)? ?love to (?:hear|know|learn|understand|get)\b|"
    r"(?:my|the|a|one|another) (?:\w+ ){0,2}?(?:question|thing i(?:'d| would)? \w+)\b|let me ask\b|what i(?:'d| would| really|'m| am) )"
)
# "…, if you can remember it" at the end is only polite.
_IF_YOU = LowerPattern(
    r"\b(?:if|whether)\b(?! (?:you (?:can|could|may)(?: (?:remember|recall|share|say|tell)\b[^,?]{0,20})?|you (?:don't|wouldn't) mind\b[^,?]{0,20}|i may)[.?!\s]*\Z)"
    r"\s*(?:or not )?(?P<rest>[\s\S]*)"
)
_SHORT_TAGS = LowerPattern(
    r"(?:so |and |but |yeah |yes |no |oh |well |,|\s)*(?:right|okay|ok|yeah|yes|no|really|you know(?: what i mean)?|know what i mean|huh|hm+|hmm+|eh|correct|true|what|sorry|pardon|"
    r"got it|see|you see|fair enough|make sense|makes sense|(?:does|do) (?:that|this) make (?:any )?sense|isn't it|don't you think|wouldn't you|aren't you|doesn't it|is it|"
    r"ready|shall we|sound good|sounds good|is that (?:ok|okay|all right)|seriously|like|agreed|deal|"
    r"how are you(?: doing)?(?: today)?|how's it going|how is it going|how are things|can you hear me(?: ok| okay| now)?|"
    r"(?:can|could|may) i ask (?:you )?(?:a (?:\w+ )?question|something|one more question|a few questions)|guess what|who knows|why not|you ready|are you ready)"
    r"[\s?!.…]*\Z"
)


def skip_lead(text: str, start: int = 0) -> int:
    """Where the words after "So, um, in your opinion," begin."""
    found = _LEAD.match(text, start)
    return found.end() if found else start


def is_tag(sentence: str) -> bool:
    """Whether the sentence only checks or greets: "Right?", "You know?", "Can I ask you something?"."""
    return _SHORT_TAGS.match(sentence.strip().lower()) is not None


def openness_of(sentence: str) -> str:
    """Openness of one sentence that asks, lower case and straight quotes expected."""
    text = sentence[-LONGEST:].strip().strip("\"'*_ ")
    first = skip_lead(text)
    for place, rank in _clauses(text, first):
        found = _at_clause(text, place, rank)
        if found:
            return found
    wh = _WH_ANYWHERE.search(text, first)
    aux = _YES_NO_ANYWHERE.search(text, first)
    if wh and (not aux or wh.start() < aux.start()):
        return _of_wh(text, wh.start())
    if aux:
        return _of_yes_no(text, aux.start())
    return _of_fragment(text[first:])


def _clauses(text: str, first: int) -> list[tuple[int, int]]:
    """Where clauses begin, each with its rank: the first, one set apart, one after a mere comma."""
    places = [(first, _FIRST_CLAUSE)]
    setting = _SETTING.match(text, first)
    for found in _CLAUSE.finditer(text, first):
        conjunction = _CONJUNCTION.match(text, found.end())
        place = conjunction.end() if conjunction else found.end()
        apart = setting or not found.group().startswith(",")
        places.append((place, _APART if apart else _LATER))
        setting = None
    return places


_FIRST_CLAUSE, _APART, _LATER = range(3)
# "Looking back over thirty years, which moments…": after these words the question begins.
_SETTING = LowerPattern(r"(?:looking|thinking|considering|of all|out of|among|over|across|in)\b")


def _at_clause(text: str, place: int, rank: int) -> str | None:
    later = rank != _FIRST_CLAUSE
    if _SUBORDINATE.match(text, place) or (rank == _LATER and _RELATIVE.match(text, place)):
        return None
    if later and text.startswith("what,", place):  # "for, what, ten years?"
        return None
    if _WH_START.match(text, place):
        return _of_wh(text, place)
    if (_YES_NO_LATER if later else _YES_NO).match(text, place):
        return _of_yes_no(text, place)
    return _at_statement(text, place, later)


def _at_statement(text: str, place: int, later: bool) -> str | None:
    if _IMPERATIVE.match(text, place) and (not later or text.startswith(_TELLING, place)):
        return OPEN
    statement = _STATEMENT.match(text, place)
    if statement:
        return _of_statement(text, statement)
    if not later and text.startswith(_SHORTENED, place):
        return INDIRECT if _INDIRECT.match(text, place) else CLOSED
    return None


_TELLING = ("tell", "please", "describe", "walk")
_SHORTENED = ("any ", "anything ", "mind ", "care to ", "willing to ", "want to ")


def _of_wh(text: str, place: int) -> str:
    found = _WH_START.match(text, place)
    if not found:
        return OPEN
    word, start = found["wh"], found.start("wh")
    if text.startswith("who or what", start):
        return OPEN
    if word in ("who", "whom", "whose", "when") or _PREFERENCE.match(text, start):
        return CLOSED
    return CLOSED if _is_narrow(word, text, start) else OPEN


def _is_narrow(word: str, text: str, start: int) -> bool:
    if word == "how":
        return bool(_SCALE.search(text) or _QUANTITY.match(text, start) or _QUANTITY.match(text))
    if word == "what":
        return _asks_fact(text, start) or _NARROW_WHAT.match(text, start) is not None
    if word == "which":
        return not (_OPEN_WHICH.match(text, start) or _ADVISES.search(text, start))
    return word == "where" and not _OPEN_WHERE.match(text, start)


def _asks_fact(text: str, start: int) -> bool:
    is_what = _WHAT_IS.match(text, start)
    if not is_what:
        return False
    before, head, after = head_noun(text, is_what.end())
    fact = head in _FACTS or before in _FACT_PAIRS.get(head, "").split()
    return fact and after not in ("like", "is", "are") and (head, after) != ("bonus", "of")


def _of_yes_no(text: str, place: int) -> str:
    wrapped = _WANTS_TO.match(text, place)
    if wrapped and _WH_START.match(text, wrapped.end()):
        return _of_wh(text, wrapped.end())
    if _NO_CONTENT.match(text, place):
        return CLOSED
    return INDIRECT if _INDIRECT.match(text, place) else CLOSED


def _of_statement(text: str, statement: re.Match[str]) -> str:
    rest = text[statement.end() :]
    embedded = _EMBEDDED_WH.search(rest)
    condition = _IF_YOU.search(rest)
    if condition and (not embedded or condition.start() < embedded.start()):
        return _of_condition(condition["rest"])
    if embedded:
        return _of_wh(rest, embedded.start())
    aux = _YES_NO_ANYWHERE.search(rest)
    return _of_yes_no(rest, aux.start()) if aux else OPEN


def _of_condition(rest: str) -> str:
    turned = re.sub(r"\A(you|there|i|we) (\w+(?:'\w+)?)", r"\2 \1", rest)
    if _INDIRECT.match(turned) or _INDIRECT.match("do " + rest):
        return INDIRECT
    return CLOSED


def _of_fragment(text: str) -> str:
    if re.search(r"\b(?:or|versus|vs)\b", text):
        return CLOSED
    words = len(text.split())
    if re.match(r"(?:you|i|we|they|he|she|it|that|this|these|there|ever|still)\b(?:'\w+)?\b", text):
        return CLOSED
    if words <= 12 and _FRAGMENT_OPEN.search(text):
        return OPEN
    if (
        re.search(r"\b(?:you|it|they|that)(?:'(?:re|ve|s|d|ll))?\s+\w+", text)
        or words <= 3
        or text.endswith("?")
    ):
        return CLOSED
    return OPEN
