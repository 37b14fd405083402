"""What a letter wants: why it is written, how much time it asks for, when and how to answer, thanks.

Written from how career guides, students and strangers really put it; labels as in playbook §7.
"""

from __future__ import annotations

import re

from askwell.coach.text.cues import Cue
from askwell.coach.text.patterns import ExactPattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from askwell.coach.text.letters import Sentence

_ASKING = ("request", "nudge", "forwardable", "intro-request", "who-do-you-know")
_AFTERWARDS = ("thanks", "update", "check-in", "answer", "decline-reply", "missed")

# -- time asked ---------------------------------------------------------------------------------

_NUMBER = r"(?:\d{1,3}|five|ten|twelve|fifteen|twenty(?:[- ]five)?|thirty|f(?:o|ou)rty(?:[- ]five)?|sixty|ninety)"
_MINUTES = (
    rf"\b{_NUMBER}(?: ?\(\w{{1,12}}\))?(?: ?(?:-|–|—|to|or|/|and) ?{_NUMBER}(?: ?\(\w{{1,12}}\))?)?"
    r"(?: |-|–|\+){0,3}(?:(?:short|quick|brief|spare|or so|or less|of your|free|extra|whole|more|full) ){0,2}(?:minutes?|mins?|minuets?)\b"
)
_HOURS = (
    r"\b(?:a |one )?half[- ](?:an |of an )?hour\b|\bquarter of an hour\b|(?:\b1/2|½) ?(?:an |of an )?hour\b"
    r"|\b(?:an|one|two|1|2|1-2|1\.5|one or two)[- ]?hours?\b|\bhour[- ]long\b|\b(?:30|45) ?m\b"
)
_NOT_ASKED = (
    r"\s*(?:ago|away|early|earlier|late|later|drive|walk|ride|commute|per|each|every|a (?:day|week|month|year)|from (?:now|here|campus|you|my|home|your)"
    r"|before|after (?:class|school|we|you|i|work|the (?:call|talk|meeting|class))|north|south|east|west|outside|down the|of research|of fame|into|prior|workout|presentation|lecture|documentary|podcast)\b"
)
_SPENT = ExactPattern(
    r"\b(?:thank(?:s|ed)?|appreciate[d]?|grateful|enjoyed|spent|spending|gave|took|talked|spoke|shared|sharing|was|were|met|lasted|flew)\b"
)
_WANTED = ExactPattern(
    r"\b(?:could|would|can|may|might|hop(?:e|ing)|wondering|if you|love to|like to|ask|request|need|only|schedule|set up|find|spare|available|another|again|please)\b"
)


def _asked(sentence: Sentence, match: re.Match[str]) -> bool:
    lowered = sentence.lowered
    if _NOT_A_REQUEST.match(lowered, match.end()):
        return False
    if _PACE.search(lowered, max(0, match.start() - 22), match.start()):
        return False
    after = sentence.letter.kind in _AFTERWARDS
    if not after and not _SPENT.search(lowered, 0, match.start()):
        return True
    return _WANTED.search(lowered) is not None and not _FOR_TIME_SPENT.search(lowered)


_NOT_A_REQUEST = ExactPattern(_NOT_ASKED)
_PACE = ExactPattern(
    r"\b(?:every|past|last|first|live|lived|waited|wait) (?:about |only |just )?\Z"
)
_FOR_TIME_SPENT = ExactPattern(
    r"\b(?:thank\w*|appreciate\w*|grateful)\b.{0,40}\b(?:for|the|those|that|your|you)\b.{0,45}\b(?:minutes?|mins?|hours?)\b(?!.{0,80}\b(?:could|would you|may i|can we)\b)"
)

TIME_ASK = (
    Cue("minute minutes min mins minuets", _MINUTES, test=_asked),
    Cue(
        "hour hours 30m 45m 1hr 1h hr hrs",
        _HOURS + r"|\b(?:an|one|1|half an|1/2) ?hrs?\b|\b(?:30|45)m\b|\b1h\b",
        test=_asked,
    ),
    Cue(
        " ".join(
            f"{n}{unit}"
            for n in (5, 10, 15, 20, 25, 30, 40, 45, 60)
            for unit in ("min", "mins", "minute", "minutes")
        ),
        r"\b\d{1,3}(?:min|mins|minute|minutes)\b",
        test=_asked,
    ),
)

# -- thanks -------------------------------------------------------------------------------------

THANKS = (
    Cue(
        "gracias merci danke cheers thank thanks thx thankyou tysm thnx",
        r"\b(?:thank(?:s|you)?|thx|tysm|thnx|gracias|merci|danke|cheers(?= (?:for|and thanks)))\b(?![- ]?you[- ](?:note|letter|card|e-?mail|message)s?\b)(?! to (?!you\b|your\b|all of you\b)\w)",
        unless=r"\bno,? thanks\b|\bby way of thanks\b",
    ),
    Cue(
        "thankful grateful gratefully gratitude indebted obliged debt",
        r"\bin your debt\b|\b(?:thankful|grateful(?:ly)?|gratitude|indebted|obliged)\b",
    ),
    Cue(
        "appreciate appreciated appreciates appreciating appreciative appreciation",
        r"\b(?:i|we|i'd|i'll|we'd|i've|much|greatly|really|very|truly|sincerely|deeply|most|highly|genuinely|so|would|be|is|am|was|also|and|my|express|extremely|always|definitely|certainly|still|do|absolutely|especially|particularly|sincere|deep) (?:\w+ ){0,2}?appreciat(?:e|ed|ive|ion)\b"
        r"(?! (?:that )?(?:you(?:'re| are| must| may| have| might)|how (?:busy|full)|this (?:is|may|might)|your schedule|the (?:fact|difficult)))",
        r"(?:^|[,;-] ?|– ?|— ?)appreciat(?:e|ed|ing)\b (?:you|your|the|it|all|any)",
        unless=r"\b(?:learn(?:ed|ing)?|come|came|grown|grew) to appreciate\b|\bappreciation (?:for|of) (?!your|you|the time|all)|\bappreciate (?:that )?you(?:'re| are) (?:very |so |extremely )?busy\b",
    ),
    Cue(
        "kind generous nice good gracious lot much world thoughtful value valued",
        r"\byou(?: were|'ve been| have been) (?:so|very|too|extremely|incredibly) (?:\w+ )?(?:kind|generous|gracious|helpful)\b|\bvalue[d]? the time you\b|\b(?:so|very|really|was|is|how|extremely|incredibly|that's) (?:\w+ )?(?:kind|generous|nice|gracious|thoughtful) of you\b|\bme(?:ans?|ant) (?:a lot|so much|the world|a great deal)\b",
    ),
)

# -- purpose ------------------------------------------------------------------------------------

_LEARN = (
    r"(?:learn(?:ing)?|hear(?:ing)?|know(?:ing)?|find(?:ing)? out|understand(?:ing)?|discover(?:ing)?|get(?:ting)? (?:a (?:better|clearer|real|good|fuller) )?(?:sense|idea|feel|picture|understanding|glimpse)"
    r"|gain(?:ing)?|explor(?:e|ing)|see(?:ing)? (?:how|what|whether|if)|read(?:ing)? (?:how|what)|figur(?:e|ing) out)"
)
_COUNSEL = r"(?:advice|insights?|guidance|perspectives?|thoughts|wisdom|feedback|input|tips|suggestions|opinions?|expertise|recommendations|questions?|information|experiences?|story|viewpoint|take|pointers|lessons|knowledge|brain|view)"
PURPOSE = (
    Cue(
        "learn learning hear hearing know knowing find finding understand understanding discover discovering get getting gain gaining explore exploring see figure figuring seeing",
        rf"\b(?:to|in|love|about|at|of|by|like|for|and|towards?|or|am|i'm|just|currently) (?:\w+ )?{_LEARN} (?:(?!back )[\w'-]+ ){{0,7}}?(?:about|from (?:you (?:about|how|what|on)|your|someone|people|those|a|an|somebody|professionals|others|experts)|how|what|why|whether|if|of|into|your|more|on|for|like|the|firsthand|first-hand|where|which)\b",
        unless=r"\b(?:enjoyed|thank\w*|was (?:great|good|nice|wonderful|an? \w+|fascinating|interesting|inspiring|lovely|encouraging|helpful|so \w+)|loved|glad|surprised|pleased|relieved|amazed|delighted) (?:\w+ ){0,6}?(?:learn|hear|know|understand|see|gett?)(?:ing)?\b|\blet me know\b(?!.*\b(?:learn|hear|advice)\b)|\b(?:forward|hope) to hear(?:ing)? (?:back )?from you\b(?!.*(?:learn|advice|about))|\bto see you\b|\bto get (?:to know each|back)\b",
    ),
    Cue(
        "advice insight insights guidance perspective perspectives thoughts wisdom feedback input tips suggestions opinion opinions expertise recommendations question questions information experience experiences story viewpoint pointers lessons knowledge brain view take",
        rf"\b(?:get|getting|ask|asking|seek|seeking|hear|hearing|gain|gaining|appreciate|welcome|share|sharing|love|like|have|hoping for|benefit from|value|offer|looking for|request|requesting|obtain|obtaining|gather|gathering|pick|picking|answer|answering|give me|provide|providing|discuss|talk about|interested in|for|any|draw on|grateful for|learn from|receive) (?:[\w'-]+ ){{0,6}}?{_COUNSEL}\b",
        unless=r"\b(?:thank\w*|grateful|enjoyed|appreciated|loved) (?:[\w'-]+ ){0,5}?(?:for|the|your|hearing|learning|you)\b(?!.*\b(?:in advance|hope|hoping|would|could|like to|love to)\b)|\bany questions\b|\blet me know if you (?:have|need)\b|\bif you (?:have|need) any\b",
        but=_AFTERWARDS,
    ),
    Cue(
        "bumping floating resurfacing writing reaching contacting emailing mailing messaging touch following checking touching dropping calling interested curious exploring considering researching investigating thinking looking hoping trying wondering seeking conducting working pursuing deciding interest phoning wondered intrigued",
        r"\b(?:i(?:'m| am| was|'ve been| have been| was just| will be)|we(?:'re| are)|just|am) (?:[\w'-]+ ){0,4}?(?:writing|reaching out|contacting|e-?mailing|messaging|getting in touch|following up|checking in|checking back|touching base|dropping (?:you )?(?:a|this)|bumping this|floating this|calling|phoning|circling back)\b",
        r"\b(?:i(?:'m| am| was|'ve been| have been)|we(?:'re| are)|am|currently|and|been) (?:[\w'-]+ ){0,3}?(?:interested (?:in|to)|curious|exploring|considering|researching|investigating|(?<!been[ ])thinking (?:of|about)|looking (?:into|at|to (?:learn|move|transition|get|understand|explore|switch|make))|hoping (?:to|you|that|for)|trying to|wondering|seeking (?:advice|information|to|guidance|out|your|insight)|conducting|pursuing|deciding|intrigued by)\b",
        r"\b(?:bumping|floating|resurfacing) this\b|\b(?:is|are) (?:thinking (?:of|about)|considering|exploring)\b",
        r"^(?:just )?(?:following up|checking in|reaching out|writing|touching base|circling back|wondering if)\b",
        r"\b(?:have|has|having|developed|with|my) (?:[\w'-]+ ){0,3}?interest in\b",
    ),
    Cue(
        "wanted want like love reason purpose hope write wish email note letter message update compare swap letting wanted did thought conversations people",
        r"\bdid you (?:\w+ )?(?:get|receive|see|have a chance|manage)\b|\bletting (?:you|everyone|you all) know\b|\b(?:thought|figured) i(?:'d| would| should) (?:\w+ )?(?:say|check|drop|write|share|send|let|ask|get|reach|touch|follow)\b|\b(?:talks?|conversations?|speak|chats?|interviews?)(?:ing)? (?:with|to) (?:people|someone|folks|professionals|anyone|those) (?:who|in|from|working)\b",
        r"\bi(?: just| also| really| only)? (?:wanted|want|wish(?:ed)?|would (?:just |really |also )?like|'d (?:just |really |also )?like)(?: you)?(?: to)? (?:just |also |quickly |personally |briefly |sincerely |again )?(?:ask|thank|follow|reach|see|share|update|talk|discuss|send|confirm|check|say|express|reconnect|touch|invite|request|write|drop|remind|let you know|you to|know how|know that|learn|hear|speak|chat|interview|meet|pick|set up|schedule|arrange|get)\b",
        r"\b(?:reason|purpose|point) (?:of|for|why|that|i)\b|\bthis (?:e-?mail|note|letter|message) is\b|\bi write (?:to|because|with|in|today)\b|\bi am hoping\b",
        r"\b(?:a|this) (?:quick|short|brief) (?:note|message|e-?mail|line) to\b|^(?:just )?a (?:quick|short|brief|little) update (?:since|on|about|to|from)\b|\b(?:compare|swap|trade) (?:\w+ )?(?:notes|ideas)\b|\bjust a (?:\w+ )?(?:note|line|reminder|message)\b",
        r"\bhope to (?:learn|become|work|pursue|enter|get|find|hear (?!from you)|talk|ask|move|break|transition|go into)\b",
    ),
    Cue(
        "tell share explain transitioning want guide send ask writing following like love re be weighing torn insight insights advice perspective guidance view input thoughts",
        rf"\bi(?:'d| would) be (?:\w+ )?(?:curious|interested|keen|eager|fascinated|glad|grateful|thankful|delighted) (?:to (?:know|hear|learn|understand|ask|get)|in (?:hearing|learning|knowing|your)|how|what|about|of|for (?:your|any|some))|\bi(?:'m| am) (?:\w+ )?(?:weighing|torn between|debating|contemplating|choosing between|considering)\b|\b(?:guide|advise) me\b|\b(?:would|could|can|will) you (?:\w+ ){{0,3}}?(?:tell|share with|explain to|describe to|teach|show|give) me\b|\btransitioning (?:from|into|to)\b|\bi want to (?:be|become|work|get|study)\b|, (?:just )?(?:writing|following up|checking in|reaching out)\b|\byour (?:\w+ )?{_COUNSEL} (?:\w+ )?(?:would|will|could) (?:\w+ )?(?:be|help|mean)\b",
        r"\bi(?:'d| would) (?:\w+ )?(?:like|love) to (?:\w+ )?(?:learn|hear|speak|talk|chat|interview|ask|meet|discuss|pick|set up|schedule|arrange|get|know|understand)\b",
        r"(?<!')\bre:? (?:how|your|the|what|working)\b",
        but=_AFTERWARDS,
    ),
    Cue(
        "interview wondered questions",
        r"\b(?:may|might|could|can) i (?:still |at least |instead )?(?:send|ask|e-?mail) (?:you )?(?:\w+ ){0,3}?questions?\b",
        r"\binterview (?:you|someone|somebody|people|a|professionals)\b(?! for)",
        r"\bi(?:'ve| have)? (?:\w+ )?wondered (?:about|how|what|whether|if|why)\b",
    ),
    Cue(
        "what how why which",
        r"^(?:so |and |but |also,? )?(?:what|how|why|which)\b(?! (?:time|times|day|days|date|about|are you|have you been|is your week|works|would work|suits|should))[^?]{0,80}\byou(?:r|'re|'ve)?\b[^?]*\?",
        kinds=_ASKING,
    ),
    Cue(
        "informational interview chat talk speak conversation discuss talking speaking chatting meet meeting calling call questions coffee connect ask minutes",
        r"\binformational (?:interview|chat|conversation|meeting|call|talk)s?\b",
        r"\b(?:talk|speak|chat|conversation|meet|call|talking|speaking|chatting|connect|discuss)(?:ing)? (?:[\w'-]+ ){0,6}?(?:about|regarding|concerning|on|to (?:learn|discuss|hear|ask|talk|understand|get)) (?!(?:mon|tues|wednes|thurs|fri|satur|sun)day|the phone|zoom|skype|linkedin|teams|\d)",
        r"\b(?:discuss(?:ing)?) (?:your|the|my|how|what|careers?|his|her|their)\b",
        r"\bask (?:you )?(?:[\w'-]+ ){0,3}?(?:about|questions?|how|what|whether|if|for|something)\b",
        unless=r"\b(?:thank\w*|enjoyed|appreciated|pleasure|loved|was (?:great|good|nice|wonderful)) (?:[\w'-]+ ){0,8}?(?:talk|speak|chat|conversation|meet|call|discuss|interview|ask)(?:ing)?\b|\b(?:looking|look) forward to (?:our|the|meeting|talking|speaking|chatting)\b",
        but=_AFTERWARDS,
    ),
    Cue(
        "introduce introduction introducing",
        r"\b(?:introduc(?:e|ing) me to|an introduction to|introduce you to|make an intro)\b",
        kinds=("intro-request", "who-do-you-know", "forwardable"),
    ),
    Cue(
        "whether decide deciding choose choosing transition switch break breaking career careers path",
        r"\b(?:whether|decid(?:e|ing)|choos(?:e|ing)|transition(?:ing)? (?:in|from|to)|switch(?:ing)? (?:in|from|to|careers)|break(?:ing)? into|career change|change careers)\b",
        but=("thanks",),
    ),
)

# -- availability or contact --------------------------------------------------------------------

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|tue|tues|wed|thu|thur|thurs|fri)\b|tomorrow|weekdays?|weekends?"
_CLOCK = r"\b\d{1,2}(?::\d\d)? ?(?:a\.?m\.?|p\.?m\.?)\b|\b\d{1,2}:\d\d\b|\bnoon\b|\bo'clock\b"
_WHEN = (
    r"\b(?:next|this|coming|following|upcoming) (?:\w+ )?(?:weeks?|months?|fortnight|spring|summer|fall|autumn|winter|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b"
    r"|\bin the (?:next|coming|following) (?:\w+ ){0,3}?(?:days?|weeks?|months?)\b|\b(?:sometime|any ?time|some time) (?:this|next|in|during|over|before|after|between|on|from|soon|that)\b"
    r"|\b(?:later|early|earlier) (?:this|next) (?:week|month)\b|\bthe week of\b|\bover (?:the|spring|winter|summer|fall|thanksgiving)\b[^.?!]{0,20}\bbreak\b|\bwithin the next\b"
)
_PAST = ExactPattern(
    r"\b(?:yesterday|last (?:week|month|night|mon|tues|wednes|thurs|fri)|ago|met|spoke|talked|enjoyed|was great|was nice|was wonderful|thank you for (?:taking|meeting|speaking|talking|your time|chatting|making|giving|coming|sharing|the)|thanks for|sent you|saw|attended|heard you|e-?mailed you|wrote (?:to )?you|reached out)\b"
)


def _not_past(sentence: Sentence, match: re.Match[str]) -> bool:
    if _PRINTED.match(sentence.lowered, match.end()):
        return False
    return _PAST.search(sentence.lowered) is None


_PRINTED = ExactPattern(
    r" (?:herald|times|post|paper|edition|magazine|newspaper|school|news|star|globe|tribune)\b"
)


AVAILABILITY = (
    Cue(
        "let available some few reply visit office stop diary hours some one reach call contact email mail text phone ring write message number cell reply reached respond telephone responding dm linkedin ping inbox",
        r"\b(?:reach|call|contact|e-?mail|text|phone|ring|telephone|ping|dm) me\b(?! (?:back )?a (?:job|position))|\b(?:write|reply|respond)(?:ing)? (?:back )?to (?:me|this)\b|\b(?:i|me) (?:can|may|could) be (?:reached|contacted)\b|\bbe reached (?:at|by|on|via)\b|\breach(?:ed)? (?:me )?(?:at|by|via|on|through)\b",
        r"\blet me know (?:what|when|which|if that|whatever) (?:\w+ ){0,3}?(?:works?|suits?|is (?:best|good|easiest)|fits?)\b|\b(?:hit|press|click) reply\b|\b(?:are|would) you (?:\w+ )?(?:be )?available (?:for|to|by)\b|\b(?:some|few|couple(?: of)?) (?:times|dates|days)\b[^.?!]{0,20}\b(?:works?|suit|convenient|good)\b",
        r"\b(?:an?|by|via) (?:\w+ )?(?:e-?mail )?(?:reply|answer) (?:by e-?mail )?(?:is|would be|works|will do)\b|\b(?:come|stop|drop) (?:by|in|to|into) (?:at )?your office\b|\b(?:come (?:by|to)|stop by|attend|visit|during|in|holding|have|hold) (?:your )?(?:\w+ )?office hours\b|\b(?:some|one) (?:morning|afternoon|evening|day)\b(?! (?:i|you|be|become)\b)|\byour (?:diary|schedule|calendar) (?:allows?|permits?)\b|\bif you(?:'d| would)? (?:rather|prefer) (?:to )?(?:e-?mail|write|reply)\b",
        r"\bmy (?:\w+ ){0,2}?(?:phone|number|cell|mobile|e-?mail|contact|telephone)(?: (?:address|number|info|information|details))?\b(?= ?(?:is|:|at|below|\(|are|\d))|\bcontact (?:info|information|details) (?:is|are|below)\b|\bfeel free to (?:e-?mail|call|text|contact|reach|message|reply|respond|write)\b(?!.{0,30}\bif (?:i|you ever need|there)\b)|\beither by (?:e-?mail|phone)\b",
        r"\bi(?: will|'ll| shall| plan to| am going to|'m going to| would like to|'d like to| may| hope to| can) (?:\w+ )?(?:call|phone|contact|ring|telephone|follow up|e-?mail|be in touch|get in touch|reach out|give you a (?:call|ring))(?: with)?(?: to)?(?: you| your office)?\b(?=[^.?!]{0,60}\b(?:week|day|days|tomorrow|mon|tues|wednes|thurs|fri|soon|shortly|set up|arrange|schedule|see if|find|month|april|may|june|morning|afternoon)\w*)",
    ),
    Cue(
        "morning mornings afternoon afternoons evening evenings time any after before until available availability free flexible open schedule calendar convenient convenience suits works work times slots time whenever day around suit fit date windows",
        r"\b(?:i|my)(?:'m| am|'d be| would be| will be|'ll be| have| can be|'ve got| schedule is| availability is| calendar is| afternoons?| mornings?| evenings?)? (?:\w+ ){0,4}?(?:available|free|flexible|open|availability)\b(?! (?:to (?:learn|any|feedback|all|suggestions|working|relocat|explor|talking about)|minded))(?!-)|\bmy (?:\w+ )?availability\b",
        r"\b(?:around|fit|accommodate|suit|with|to) (?:into |in )?your (?:\w+ )?(?:schedule|availability|calendar|timetable)\b|\byour (?:\w+ )?convenience\b|\bconvenient (?:for|to|time|with)\b|\bmost convenient\b|\b(?:times?|days?|dates?|slots?|hours?|whatever|what|whichever|which|something|that|when(?:ever)?|anything|place|it) (?:\w+ ){0,4}?(?:works?|suits?|is good|fits?|is (?:best|easiest|convenient)|are (?:best|good|convenient)) (?:\w+ )?(?:best |better |well )?(?:for |with )?(?:you|your|both|us)\b|\bsuits? you\b",
        r"\bwhen(?:ever)? (?:would|is|are|might|you|it)(?:'re|'s)? (?:\w+ ){0,3}?(?:free|available|convenient|good|work|best|suit)\b|\b(?:any|some) (?:\w+ )?(?:availability|openings?|free time|time(?: slots?)?) (?:on|in|this|next|over|during|coming up)\b|\b(?:are|would) you (?:\w+ )?(?:be )?(?:available|free|around) (?:\w+ ){0,5}?(?:this|next|on|in the|sometime|tomorrow|any ?time|mon|tues|wednes|thurs|fri|either|between|after|before|during|later|at)\w*",
        r"\bany (?:day|morning|afternoon|evening|time)s?\b|\b(?:after|before|until|from|on|by|between) the \d{1,2}(?:st|nd|rd|th)\b|\b(?:find|set|arrange|schedule|pick|choose|suggest|propose|offer)(?:ing)? (?:us )?a (?:\w+ )?(?:time|date|day)\b|\bwhat (?:time|day|times|days)\b|\ba (?:\w+ )?time (?:to|that|for|when|which)\b",
    ),
    Cue(
        "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays weekday weekdays weekend weekends tomorrow mon tue tues wed thu thur thurs fri week weeks month months sometime anytime morning mornings afternoon afternoons evening evenings lunch noon pm am days break spring summer fall autumn winter 00 15 30 45",
        rf"{_WHEN}|\b(?:{_DAY})\b|{_CLOCK}|\b(?:mornings|afternoons|evenings|lunchtime|lunch (?:hour|break))\b",
        but=("thanks", "update", "check-in", "answer", "decline-reply"),
        test=_not_past,
    ),
    Cue(
        "week weeks monday tuesday wednesday thursday friday month",
        rf"\b(?:meet|talk|call|speak|catch up|connect|available|free|coffee|schedule)\b[^.?!]{{0,60}}(?:{_WHEN}|\b(?:{_DAY})\b)",
        kinds=("thanks", "update", "check-in", "answer", "decline-reply"),
        test=_not_past,
    ),
    Cue(
        "calendly calendar booking",
        r"\b(?:calendly\.com|my calendar|booking (?:link|page)|cal\.com|book (?:a|any) (?:time|slot))\b",
    ),
)
CONTACT = ExactPattern(
    r"[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{2,30}|(?<![\w-])(?:\+?\d{1,3}[ .-]?)?\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}(?!\d)|\b\d{3}-\d{4}\b|\+\d{2}[\d ()-]{7,16}\d"
    r"|(?<=\n)[ \t]*(?:your )?(?:phone|cell|tel|mobile|e-?mail)(?: (?:number|address))?\b|\[[^\]\n]{0,20}(?:phone|e-?mail|contact info|contact details|number)[^\]\n]{0,20}\]|\b(?:xxx|###|555)[-.](?:xxx|###|\d{3,4})\b|\((?:xxx|###|555)\)"
)
