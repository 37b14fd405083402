"""Why this person, how they were found, and the particular thing said, done, written or agreed.

Both count only when filled in (playbook §7): a blank in the clause disqualifies.
"""

from __future__ import annotations

import re

from askwell.coach.text.cues import Cue
from askwell.coach.text.patterns import ExactPattern
from askwell.coach.text.wordlists import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from askwell.coach.text.letters import Sentence

_MEETING = (
    "thanks",
    "update",
    "check-in",
    "answer",
    "decline-reply",
    "missed",
    "confirm",
    "reminder",
)
_WORK = (
    r"(?:articles?|posts?|blogs?|talks?|presentations?|books?|podcasts?|papers?|piece|webinars?|panel|interviews?|threads?|videos?|keynote|lectures?|essays?|newsletter|column"
    r"|portfolio|projects?|research|repo(?:sitory)?|story|thesis|sessions?|remarks|speech|guest|workshop|report|review|comments?|tweets?|dissertation|exhibit(?:ion)?|film|poster|feature|study|answer|write-up|tutorial|course|class|app|package|library|tool|design|work|campaign|episode|chapter|guide|AMA|op-ed|publications?|series)"
).replace("AMA", "ama")
_TAKEN_IN = r"(?:fans? of|read(?:ing)?|saw|seen|seeing|watched|watching|heard|hearing|listened to|listening to|attended|attending|enjoyed|loved|found|following|followed|came across|discovered|noticed|stumbled (?:up)?on|stumbled across|used|using|appreciated|admire[d]?|re-?read|finished|learned from|recommended|liked|quoted|remember)"
_MOVED = r"(?:route|road|rise|trajectory|transition(?:ed|ing)?|move[d]?|moving|switch(?:ed|ing)?|shift(?:ed)?|jump(?:ed)?|pivot(?:ed)?|change[d]?|path|journey|career change|leap)"


def _rest(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether something particular follows, or stands before: a name, a title, a topic."""
    after = sentence.raw[match.end() : match.end() + 120]
    return _PARTICULAR.search(after) is not None


_PARTICULAR = ExactPattern(
    r"(?:\b(?:in|at|on|about|for|from|with|as|of|called|titled|how|that|into|where|regarding|last|during)\b\s+\S|[\"'*_:(]\S|[A-Z0-9]\w)"
)
_NOT_A_PERSON = words(
    "I You We They It This That As The And But So When What She He Thank Thanks Your My Our Someone One "
    "LinkedIn Google Facebook Also There Hi Hello Dear If Last Since Everyone Everything Something I'm I've I'd I'll In On At"
)
_CLOCK = r"\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\b\d{1,2}:\d\d\b|\bnoon\b"
_TO_YOU = ExactPattern(r"\b(?:you|your|touch|contact|reach|name|talk|speak|write)\b")


_ASKED_TO = ExactPattern(r"\b(?:could|would|can|please|might|to) \Z")


def _someone_named(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a person with a name did it, and it leads to the reader."""
    if not _TO_YOU.search(sentence.lowered, max(0, match.start() - 60), match.end() + 60):
        return False
    before = sentence.raw[max(0, match.start() - 70) : match.start()]
    if _ASKED_TO.search(sentence.lowered, max(0, match.start() - 9), match.start()):
        return False
    for word in reversed(before.split()[-7:]):
        name = word.strip(",()")
        if name[:1].isupper() and name not in _NOT_A_PERSON:
            start = match.start() - len(before) + before.rindex(word)
            return not sentence.blank_in(start, start + len(word))
    return False


def _interested(sentence: Sentence, match: re.Match[str]) -> bool:
    """Interest and something particular: an organization, or what it is about."""
    return _rest(sentence, match) and _KEEN.search(sentence.lowered) is not None


def _not_busy(sentence: Sentence, match: re.Match[str]) -> bool:
    return _rest(sentence, match) and not _BUSY.search(sentence.lowered, match.start())


_BUSY = ExactPattern(
    r"\byou(?:'re| are| have)? (?:\w+ ){0,2}?(?:a (?:lot|busy|very|few|moment|minute|chance|free|time|second)|busy|an? (?:busy|full|hectic)|the time|time|any (?:questions|advice|time)|doing well|well|open to|willing)\b"
)
_KEEN = ExactPattern(
    r"\b(?:impress\w*|inspir\w*|struck|drawn|caught|intrigu\w*|fascinat\w*|admir\w*|interest\w*|lov(?:e|ed)|enjoy\w*|resonat\w*|stood out|stuck|similar\w*|noticed|saw|see that|read|excit\w*|curious|reason|because|given|since|noted|found|came across|path|mirror\w*|remind\w*|parallel\w*|exactly|appreciat\w*|relat\w*|appeal\w*|like)\b"
)

_WORKS = "article articles post posts blog blogs talk talks presentation presentations book books podcast podcasts paper papers piece webinar webinars panel interview interviews thread threads video videos keynote lecture lectures essay essays newsletter column portfolio project projects research repo repository story thesis session sessions remarks speech guest workshop report review comment comments tweet tweets dissertation exhibit exhibition film poster feature study answer write tutorial course class app package library tool design work campaign episode chapter guide ama op publication publications series"
_WORKS_READ = Cue(
    _WORKS,
    rf"\b{_TAKEN_IN} (?:[\w'-]+ ){{0,4}}?your (?!profile|name|linkedin|email|e-mail|contact|note|message)(?:[\w'&.-]+ ){{0,5}}?{_WORK}\b",
    rf"\b{_TAKEN_IN} (?:(?:the|a|an|about|of|that) )?(?:[\w'-]+ ){{0,3}}?{_WORK} (?:[\w'-]+ ){{0,4}}?(?:you|your)(?:'ve| have)? (?:\w+ )?(?:wrote|gave|published|posted|shared|made|did|were|hosted|recorded|presented|built|team|colleague|company)\b",
    filled=True,
    needs="you",
)
_HEARD = Cue(
    "read heard saw watched listened seen hearing seeing spoke presented gave guest talk presentation keynote panel",
    r"\b(?:read|heard|saw) (?:\w+ )?about (?:the \w+ you|your (?!profile|name|career|job|experiences?\b|company\b|organi[sz]ation\b|work (?!on|with|at|in)))",
    r"\b(?:heard|saw|watched|listened to|seen|hearing|seeing) you (?:\w+ )?(?:speak|talk|present|give|on|at|interviewed|lecture|discuss|perform|in)\b",
    r"\byou(?:r)? (?:spoke|presented|gave a talk|guest lecture\w*|were on (?:a|the) panel|talk at|presentation at|keynote at|panel at)\b",
    filled=True,
    needs="you",
)
_DONE = Cue(
    "moved made transitioned switched went left wrote write built founded co launched published designed started led lead "
    "created spoke presented gave organized organised helped worked developed won run studied majored transition "
    "route road rise trajectory transitioning move moving switch switching shifted shift jumped jump pivoted pivot changed change path journey leap "
    + _WORKS,
    r"\byou(?:'ve| have)? (?:\w+ )?(?:made (?:the|a|your) (?:\w+ )?(?:move|switch|transition|jump|leap|change|shift)|moved (?:from|to|into)|transitioned (?:from|to|into)|switched (?:from|to)|went from|left \w+ (?:for|to)|wrote|write (?:about|for)|built|founded|co-founded|launched|published|designed|started (?:as|at|your|the|a|out|in)|led|lead the|created|spoke (?:at|about|on|to)|presented|gave|organi[sz]ed|helped (?:build|launch|create|design|found|start)|worked (?:on|with|at|as|in|for)|developed|won|run the|studied|majored)\b",
    rf"\byour (?:own |recent |career )?(?:{_MOVED}) (?:\w+ )?(?:from|into|to|out of|between)\b",
    filled=True,
)


_PAST_VERB = r"(?:[a-z]{2,}[a-df-z]ed|agreed|freed|drew|wrote|told|said|taught|showed|ran|built|began|chose|thought|led|left|won|grew|brought|sent|lent|kept|broke|fought|went|came|fell|rose|sold|caught|held|stood|became|set up|put (?:it|me|up|together))"
_VAGUE_VERB = r"(?!(?:need|want|lik|wish|receiv|interview|help|provid|answer|shar|offer|support|work|us|invest|devot|dedicat|allow|afford|extend|interest|decid|enjoy|notic|chang|call|miss|schedul|propos|appreciat|believ|expect|show|graduat|studi|major)ed\b)"
_DID = rf"you(?<!\wyou)(?<!if[ ]you)(?<!hope[ ]you)(?<!whether[ ]you)(?<!thank[ ]you)(?<!once[ ]you)(?<!keep[ ]you)(?<!kept[ ]you)(?<!keeping[ ]you)(?<!how[ ]you)(?<!what[ ]you)(?<!why[ ]you)(?:'d|'ve| had| have| yourself)? (?:\w+ly |also |even |once |first |just |both |all )?{_VAGUE_VERB}{_PAST_VERB}\b(?! (?:interested|for the (?:job|position|role)|in (?:touch|contact)|me the (?:time|opportunity|chance)|the time)\b)"
_DEED = Cue(
    "you",
    _DID,
    unless=r"\b(?:everything|all|time|insights?|advice|information|knowledge|things) (?:that )?you(?:'ve| have)? (?:\w+ )?\w+(?: (?:with|to) me| me)?(?: (?:yesterday|today|on \w+|last \w+))?\s*[.!,]?\s*$",
    filled=True,
    needs="you",
    but=(
        "request",
        "nudge",
        "forwardable",
        "confirm",
        "reminder",
        "schedule",
        "intro-request",
        "who-do-you-know",
    ),
)
_DEED_BEFORE = Cue("you", _DID, filled=True, needs="you", kinds=("request", "nudge", "forwardable"))
_CHEERED = Cue(
    "congratulations congrats kudos love loved like liked admire admired enjoy enjoyed respect impressed struck inspired follow followed following appreciate",
    r"\b(?:congratulations|congrats|kudos)\b",
    r"\b(?:love[d]?|like[d]?|admire[d]?|enjoy(?:ed)?|respect|impressed (?:by|with)|struck by|inspired by|follow(?:ed|ing)?) (?:\w+ )?(?:what|how|the way|everything|the \w+(?: \w+)?) (?:that )?you(?!r (?:week|day|summer)|(?:'d| would| could)\b)",
    unless=r"\b(?:would|'d) (?:\w+ )?(?:love|like|appreciate|enjoy)\b",
    filled=True,
    but=_MEETING,
)


def _works_named(*but: str) -> Cue:
    """Their article on rivers, named without saying that it was read."""
    return Cue(
        _WORKS,
        rf"\byour (?:[\w'&-]+ ){{0,4}}?{_WORK} (?:\w+ )?(?:on|about|in|at|with|for|of|called|titled|\")",
        unless=r"\b(?:learn|hear|know|more|you|talk|chat|interested) (?:\w+ )?about your\b|\bdiscuss your\b",
        filled=True,
        but=but,
    )


def _no_mere_list(sentence: Sentence, match: re.Match[str]) -> bool:
    """An alumni list ties nobody to a reader whom the template has still to name."""
    if len(sentence.letter.blanks) < 2:
        return True
    return _LIST.search(sentence.lowered, match.start(), match.end() + 30) is None


_LIST = ExactPattern(
    r"alum\w* (?:\w+ )?(?:directory|database|network|association|list|site|website)\b"
)

PERSONAL = (
    _WORKS_READ,
    _HEARD,
    _DEED_BEFORE,
    _CHEERED,
    _works_named(*_MEETING),
    Cue(
        "alum alumni alumna alumnus alumnae alums overlapped name profile background bio experience page resume only one among audience class lecture seminar session workshop course another someone fellow both same also shared mutual common graduate graduated grad likewise too similar hometown classmate together",
        r"\b(?:fellow|both|as an?|another|you(?:'re| are) an?|a|the|through (?:the|our)|via (?:the|our)|from (?:the|our)|in (?:the|our)) (?:[\w'&.-]+ ){0,4}?(?:alum|alumni|alumna|alumnus|alumnae|alums|(?<=ellow[ ])grad|(?<=ellow[ ])graduate)\b(?! (?:school|student|program|degree|studies|work|course|research|level|(?:database|directory) (?:of|at) \[))",
        r"\b(?:in|at|on|from|through|with|to|share|played|sing|attend|belong to|went to) the same (?!(?:time|page|thing|way|boat|question|day|week|thread|industry|field|email|e-mail|token|vein|kind|position|situation|note|reason)s?\b)(?:\w+ ){0,2}?\w+",
        r"\b(?:your (?:name|profile|background|bio|experience|page|resume)) (?:\w+ ){0,5}?(?:came up|stood out|caught (?:my|our)|jumped out|popped up|is (?:just|exactly|what)|mirrors|matches|closely)\b|\byou(?:'re| are) (?:the only|one of the|among the)\b|\bwe (?:\w+ )?overlapped\b|\b(?:was|sat|been) in (?:the|your) (?:audience|class|lecture|seminar|session|workshop|course)\b",
        r"\bas another (?:\w+ ){1,5}?(?:who|in|from|trying|making|turned)\b|\bas someone (?:who )?(?:also|else who)\b|\bfellow (?:[\w'&.-]+)\b(?! at the)",
        r"\b(?:we|you and i|us) (?:\w+ )?both\b|\bboth (?:of us|went|attended|studied|graduated|worked|share|come|grew|from|are)\b|\b(?:the )?same (?:school|university|college|program|hometown|town|city|major|department|high school|degree|company|professor|team|class|conference|path|bootcamp|background|club|lab|title|role|job|position|career)\b",
        r"\b(?:our|a|in) (?:shared|mutual|common) (?:\w+ )?(?:interest|connection|friend|contact|background|love|passion|alma mater|school|acquaintance|hometown|colleague|experience)s?\b|\bin common\b",
        r"\byou(?:'re| are|'ve| have|'d)? (?:\w+ )?(?:also|too|likewise) (?:\w+ )?(?:a|an|went|studied|graduated|worked|attended|majored|grew|lived|came|started|from|volunteered|served|play|love|live|taught|moved|switched|transitioned|did|used|work|are|were|been)\b",
        r"\b(?:noticed|saw|see|learned|found|noted) (?:on \w+ )?(?:that )?(?:you|we)(?:'re| are| were|'ve| have)? (?:\w+ ){0,2}?(?:also|both|graduated|studied|attended|share|went to)\b|\byou (?:graduated|also graduated) (?:from|in|with)\b|\bi (?:also|too) (?:\w+ )?(?:studied|graduated|attended|worked|grew up|am from|majored|come from|played|volunteered|went)\b",
        filled=True,
        test=_no_mere_list,
        but=("confirm", "reminder"),
    ),
    Cue(
        "tells thinks suggested recommended mentioned referred told encouraged advised passed thought said gave put introduced connected pointed shared urged kindly speaks spoke",
        r"\b(?:suggested|recommended|mentioned|referred|tells|thinks|told|encouraged|advised|passed|thought|said|gave|put|introduced|connected|pointed|shared|urged|kindly|speaks|spoke)\b",
        test=_someone_named,
        but=_MEETING,
    ),
    Cue(
        "he she they suggestion recommendation referred recommended introduced given friend colleague professor advisor adviser mutual roommate manager boss cousin neighbor neighbour uncle aunt teacher mentor counselor coach name sister brother supervisor instructor suggested referral through",
        r"\b(?:at|on|upon) the (?:suggestion|recommendation|advice|urging) of\b|\b(?:was|were|been|got|am) (?:\w+ )?(?:referred|recommended|introduced|given|directed|pointed|passed) (?:to you|your name|your contact \w+|your \w+)?(?: ?by| from| through)\b|\bmutual (?:friend|contact|connection|acquaintance|colleague)\b|\b(?:he|she|they) (?:\w+ )?(?:said|told me|mentioned|thought|suggested|thinks|says) (?:that )?(?:you|i (?:\w+ )?(?:write|talk|speak|reach|contact|get in touch))\b",
        r"\b(?:got|received|have|was given|obtained) your (?:name|contact|number|e-?mail|details|information)(?: \w+){0,2}? (?:from|through|by|via) (?!the (?:internet|web)|a search|linkedin|(?:[\w'&.-]+ ){0,5}?(?:office|cent(?:er|re)|services?|bureau)\b|(?:[\w'&.-]+ ){0,6}?(?:directory|database|list|website|book|page)\b)",
        r"\b(?:friend|colleague|professor|advisor|adviser|roommate|manager|boss|cousin|neighbou?r|uncle|aunt|teacher|mentor|counselor|coach|sister|brother|supervisor|instructor|classmate|dad|mom|father|mother)s?\b[\w',. ]{0,40}?\b(?:suggested|recommended|mentioned|referred|told|encouraged|advised|passed|thought|said|gave|introduced|connected|pointed|speaks)\b",
        filled=True,
        but=_MEETING,
    ),
    Cue(
        "work team success passion focus interest contribution experience role career background path journey transition move expertise research project projects team experiences pathway trajectory roles profile accomplishments approach contributions story leadership combination",
        r"\byour (?!(?:name|number|contact|e-?mail|details|information|profile) (?:from|in|on|via|through) )(?:[\w'&-]+ ){0,3}?(?:work|experiences?|roles?|career|background|path|journey|transition|move|expertise|research|projects?|team|pathway|trajectory|accomplishments|approach|contributions?|story|leadership|combination|switch|focus|success|passion|interest)\b",
        unless=r"\b(?:thank\w*|(?:talk|speak|chat)(?:ing)? (?:with|to) you about your|learned? (?:more )?about your|hear(?:ing)? (?:more )?about your|know (?:more )?about your)\b(?!.*\b(?:impress|inspir|struck|drawn|caught|intrigu|fascinat|admir|noticed|saw|came across|resonat|stood)\w*)",
        filled=True,
        test=_interested,
        but=_MEETING,
    ),
    Cue(
        "because since given saw see noticed found who noted profile bio page website information",
        r"\b(?:because|since|given that|saw|see|noticed|found|who|noted) (?:that )?(?!you (?:may|might|probably|likely|must|through|via|on|in|at|by|from|while|when))you(?:'re| are|'ve| have|'d| had)? (?:\w+ ){0,2}?(?:work(?:ed|ing)?|moved|switched|transitioned|left|went|built|founded|started|led|lead|run|ran|wrote|write|created|designed|joined|spoke|gave|published|made|taught|a|an|the|one of|currently|now|been|spent|manage|managed|had|hold|do|specialize|came|used to|teach|organi[sz]e|volunteer|launched)\b",
        r"\b(?:came across|found|saw|read|looked at|looking at|viewed|reviewed) your (?:\w+ )?(?:profile|bio|page|website|information)\b.{0,60}\b(?:and|which|that) .{0,60}\byour\b.{0,60}\b(?:at|in|on|with|from|as)\b",
        filled=True,
        test=_not_busy,
        but=(*_MEETING, "intro-request", "who-do-you-know"),
    ),
    Cue(
        "met meeting meet chatted talked spoke introduced",
        r"\b(?:we|i|you) (?:\w+ )?(?:met|chatted|talked|spoke|connected)(?: \w+){0,3}? (?:at|during|after|in|through|on|last|when|briefly)\b|\b(?:nice|great|good|lovely|pleasure|wonderful|enjoyed) (?:to )?(?:meet(?:ing)?|talk(?:ing)?|chat(?:ting)?|speak(?:ing)?) (?:with |to )?you (?:\w+ )?(?:at|during|after|in|on|last|yesterday|today)\b",
        filled=True,
        kinds=("request", "nudge", "schedule", "forwardable", "intro-request", "who-do-you-know"),
    ),
    Cue(
        "yours made admire impressed inspired fascinated intrigued fan drawn resonated moved",
        r"\bsomething of yours\b|\bmade me write\b|\b(?:admire[d]?|impressed (?:by|with)|inspired by|fascinated (?:by|with)|intrigued by|(?:big |huge |long-?time )?fan of|drawn to|resonated)\b (?:\w+ ){0,3}?(?:your|how you|the way you|that you|you)\b",
        filled=True,
        test=_rest,
        but=_MEETING,
    ),
)

HOW_FOUND = (
    Cue(
        "mentioned told noticed watched listened passed club association newsletter faculty found came saw across through via name profile linkedin directory database website google met alumni stumbled discovered list searching heard read referred recommended suggested introduced gave attended contact network",
        r"\b(?:found|came across|discovered|stumbled (?:up)?on|stumbled across|saw|got|received|located|noticed|looked up|identified|obtained) (?:\w+ )?(?:you|your (?:\w+ )?(?:name|profile|contact|information|e-?mail|page|bio|website|article|post|talk|blog|work|linkedin))\b",
        r"\b(?:through|via|on|from|in|using) (?:the |our |my |a )?(?:[\w'&.-]+ ){0,4}?(?:alumni|directory|database|linkedin|network|website|faculty|club|association|newsletter|list)\b",
        r"\b(?:referred|recommended|introduced|suggested|mentioned|passed|gave me your|told me)\b|\b(?:we|i) met\b|\b(?:heard|saw) you (?:speak|talk|present)\b|\b(?:attended|read|watched|listened to) (?:\w+ )?your\b",
    ),
)

SPECIFIC = (
    _WORKS_READ,
    _HEARD,
    Cue(
        "said ran lent did mentioned suggested recommended told shared described talked explained pointed noted gave offered advised spoke taught showed introduced connected put sent walked helped encouraged wrote reminded say told recommended brought made raised answered forwarded passed agreed promised asked invited kindly",
        r"\b(?:that |what |as |when |how |which |where |things? |advice |way |book |article |person |people |something |everything |,|and |the \w+ )?you(?:'d| had|'ve| have)? (?:\w+ )?(?:said|mentioned|suggested|recommended|told me|shared|described|talked about|explained|pointed (?:out|me)|noted|gave(?! me\s*[.!,]?\s*$)|offered|advised|spoke (?:about|of)|taught|showed|introduced me|connected me|put me|sent|walked|encouraged|reminded|made (?:the|a) point|brought up|raised|answered|forwarded|passed|agreed|promised|asked|invited|warned|wrote|ran|lent|talked me|did with)\b",
        unless=r"\b(?:everything|all|time|insights?|advice|information|experiences?|knowledge) (?:that )?you(?:'ve| have)? (?:\w+ )?(?:shared|gave|offered|given)(?: (?:with|to) me| me)?(?: (?:yesterday|today|on \w+|last \w+|during \w+ \w+))?\s*[.!,]?\s*$",
        filled=True,
        but=("request", "forwardable"),
    ),
    Cue(
        "advice suggestion suggestions tip tips theory recommendation recommendations insight insights point comment comments story stories example explanation description thoughts feedback idea ideas perspective observation observations introduction words experience experiences work path journey transition career passion enthusiasm encouragement analogy role team approach information knowledge hearing learning knowing seeing promised told bit bits part line thing anecdote quote warning reminder trick distinction difference difficulty importance honesty candor candour discussion conversation talk chat exchange",
        r"\b(?:hearing|learning|knowing|seeing) (?:that|how|what|why|about) your?\b (?!(?:career|job|work|experiences?)\s*[.!,])",
        r"\bi (?:promised|said i would|told you)\b",
        r"\bthe (?:[\w'&-]+ ){0,3}?(?:advice|suggestions?|tips?|recommendations?|insights?|points?|comments?|stor(?:y|ies)|examples?|explanation|description|feedback|ideas?|analogy|bits?|part|line|thing|anecdote|quote|warning|reminder|trick|distinction|difference|difficulty|importance) (?:[\w'-]+ )?(?:about|on|to|that|of|regarding|for|into|how|when|from) (?!(?:me|us|today|yesterday|you|our (?:call|meeting|conversation|talk)|mon|tues|wednes|thurs|fri)\b)",
        r"\bour (?:\w+ ){0,2}?(?:discussion|conversation|talk|chat|exchange) (?:about|of|on|around|regarding|concerning) (?!(?:me|mon|tues|wednes|thurs|fri|zoom|(?:the|your|this|possible|potential) (?:\w+ )?(?:position|role|job|careers?|field|company|phone|opportunit\w+)\b|\d|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b))",
        r"\byour (?:[\w'&-]+ ){0,3}?(?:theory|advice|suggestions?|tips?|recommendations?|insights?|points?|comments?|stor(?:y|ies)|examples?|explanation|description|thoughts|feedback|ideas?|perspectives?|observations?|introduction|words|experiences?|work|path|journey|transition|career|passion|enthusiasm|encouragement|warning|reminder|honesty|candou?r|description|analogy|role|approach|information|knowledge|answers?|views?) (?:[\w'-]+ )?(?:about|on|to|that|of|regarding|for|into|how|when|from|with|in|as|at|concerning|around|working|managing|building|teaching) (?!(?:me|us|today|yesterday|you|our (?:call|meeting|conversation|talk)|mon|tues|wednes|thurs|fri)\b)",
        unless=r"\b(?:perspective|insights?|thoughts|views?|advice|information|knowledge) (?:on|about|into|of|regarding) (?:the|your|this) (?:\w+ )?(?:industry|field|profession|career|company|business|job market|process|role)\s*(?:[.!,;]|$|and )|\b(?:love|like|hope|hoping|hear|learn|know|ask you|curious|interested) (?:to )?(?:\w+ ){0,4}?(?:about|from|for) your\b(?!.*\b(?:enjoyed|thank\w*|helpful|great)\b)",
        filled=True,
        kinds=("thanks", "update", "check-in", "answer", "decline-reply"),
    ),
    Cue(
        "thanks enjoyed loved appreciated interesting great helpful fascinating wonderful nice struck particularly especially glad pleasure useful valuable inspiring inspired insightful learning hearing learned heard talking discussing discussion conversation chatting thank eye-opening",
        r"\b(?:enjoyed|loved|appreciated|interesting|great|helpful|fascinating|wonderful|nice|struck|glad|pleasure|useful|valuable|inspir\w+|insightful|thank\w*|fun|learned|delight\w*|fascinated|eye-opening|good|encourag\w+|reassuring|impressed)\b(?: [\w',-]+){0,6}? (?:hear(?:ing|d)?|learn(?:ing|ed)?|talk(?:ing|ed)?|speak(?:ing)?|discuss(?:ing|ed|ion)?|conversation|chat(?:ting)?|seeing|see|understand(?:ing)?|know(?:ing)?|telling me|sharing)\b(?: [\w',-]+){0,4}? (?:about|how|on|that|why|of|what|regarding) (?!(?:me|mon|tues|wednes|thurs|fri|zoom|the phone)\b)",
        unless=r"\babout (?:you|your (?:career|job|work|experiences?|role|company))\s*[.!,]?\s*$|\babout (?:your (?:career|job|work|experiences?|role|company)) (?:yesterday|today|on \w+|with me|and)\s*[.!]?\s*$|\b(?:would|i'd) (?:\w+ )?(?:love|like|enjoy)\b",
        filled=True,
        kinds=("thanks", "update", "check-in", "answer", "decline-reply"),
    ),
    Cue(
        "connecting introducing referring putting sending recommending telling showing explaining describing reviewing looking walking passing forwarding answering inviting suggesting offering naming introduction article link tour contact name book helping taking meeting agreeing giving pointing referral",
        r"\b(?:thank\w*|appreciat\w*|grateful|thx)\b(?: [\w',-]+){0,9}? (?:connecting|introducing|referring|putting|sending|recommending|telling|showing|explaining|describing|reviewing|looking over|walking|passing|forwarding|answering my (?:\w+ )?questions? about|inviting|suggesting|offering|naming|pointing|referral|the (?:\w+ )?(?:introduction|article|link|tour|contacts?|names?|book|referral|intro|tip))\b",
        unless=r"\bwould (?:\w+ )?appreciate\b|\b(?:be|am) (?:\w+ )?(?:grateful|thankful) (?:if|for (?:any|the name|an?))\b",
        filled=True,
    ),
    Cue(
        "connected introduced introduction put touch referred recommended suggested mentioned whom",
        r"\byou(?:'ve| have)? (?:\w+ )?(?:connected|introduced|referred) me\b|\b(?:spoke|talked|met|had (?:a|an) (?:\w+ )?(?:talk|chat|call|conversation|coffee)|call|chat(?:ted)?) (?:with |to )?[\w'.-]+(?: \w+)?,? (?:\w+ ){0,3}?(?:you (?:had )?(?:introduced|suggested|recommended|mentioned|connected))\b",
        filled=True,
    ),
    Cue(
        "call meeting talk conversation chat appointment interview coffee meet see confirm confirming booked scheduled monday tuesday wednesday thursday friday saturday tomorrow agreed speaking zoom",
        r"\b(?:our|the|a|my|your|for|to) (?:[\w'-]+ ){0,3}?(?:call|meeting|talk|conversation|chat|appointment|interview|coffee|discussion|visit|lunch)\b[^?]{0,40}?(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\btomorrow\b|\b\d{1,2}(?::\d\d)? ?[ap]\.?m|\b\d{1,2}:\d\d|\bat \d|\b(?:january|february|march|april|june|july|august|september|october|november|december) \d)",
        r"\b(?:see|meet|talk (?:to|with)|speak (?:to|with)|meeting|speaking with|talking (?:to|with)|call|find) you\b[^?]{0,40}?(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\btomorrow\b|\b\d{1,2}(?::\d\d)? ?[ap]\.?m|\b\d{1,2}:\d\d|\bat (?:noon|the \w+)\b)",
        r"\bas (?:we )?(?:agreed|discussed|planned|arranged)\b|\b(?:written down|confirm(?:ing)?)\b[^?]{0,40}?(?:day\b|tomorrow|\d{1,2}(?::\d\d)? ?[ap]\.?m|\d:\d\d)",
        r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b[^?]{0,40}?\b(?:at \d{1,2}|works|is perfect|sounds|\d{1,2}:\d\d)\b",
        unless=r"\b(?:how about|would|either|or)\b.*\?|\bwould \w+ work\b|\bi (?:could|can) (?:do|make)\b|\bany ?time\b|\b(?:i'm|i am) free\b",
        filled=True,
        kinds=("confirm", "reminder", "schedule", "missed"),
    ),
    Cue(
        "am pm noon at on " + " ".join(str(n) for n in range(60)),
        rf"{_CLOCK}|\bat \d{{1,2}}\b|\bon the \d{{1,2}}(?:st|nd|rd|th)\b",
        unless=r"\?|\bor\b|\bi(?:'m| am) (?:free|available|out|away)\b",
        filled=True,
        kinds=("confirm", "reminder"),
    ),
    _DONE,
    _DEED_BEFORE,
    _DEED,
    Cue(
        "congratulations congrats kudos",
        r"\b(?:congratulations|congrats|kudos) (?:\w+ )?(?:on|to|for) ",
        filled=True,
        kinds=("request", "nudge", "forwardable"),
    ),
    _works_named(),
    Cue(
        "knew struck surprised signed enrolled joined already registered ordered bought booked realized realised realize emailed written contacted thanks",
        r"\b(?:never|not|hadn't|didn't|no) (?:\w+ )?(?:knew|know|realized?|realised?|idea|thought|considered|occurred to me)\b(?: \w+)? (?:that|how|about|of|what)\b(?! (?:helpful|useful|much (?:this|it|your)|this|grateful))|\b(?:struck|surprised) (?:by|at|that)\b",
        r"\bi(?:'ve| have)? (?:\w+ )?(?:signed up|enrolled|registered|ordered|bought|booked|joined|e-?mailed|contacted|written to|downloaded|started reading|begun reading)\b(?! you\b)|\bthanks to you\b,? i",
        filled=True,
        kinds=("thanks",),
    ),
    Cue(
        "been promotion appointment award right mind put question questions stayed stays stuck sticks sticking resonated staying hit thinking",
        r"\byou(?:'re| are| were) (?:\w+ )?right (?:about|that|to)\b|\byou(?:'ve| have| were| had) (?:just |recently )?been (?:made|promoted|named|appointed|elected|awarded)\b|\byour (?:new |recent )?(?:promotion|appointment|award|new (?:job|role|position))\b|\b(?:been|still) (?:on|in) my mind\b|\b(?:stayed|stays|stuck|sticks|sticking|resonated|staying) with me\b|\bhit home\b|\bkeep thinking (?:about|of)\b",
        r"\bthe way you (?:put|said|described|explained|phrased) \b|\bas you put it\b|\byour questions?\b(?! (?:and|or) )",
        filled=True,
        kinds=("thanks", "update", "answer", "check-in"),
    ),
    Cue(
        "following advice suggestion recommendation followed took tried applied read signed enrolled based",
        r"\b(?:following|followed|took|taking|based on|tried|on|used|thanks to|per) (?:\w+ )?your (?:\w+ )?(?:advice|suggestion|recommendation|tip|lead|guidance|idea)s?\b",
        filled=True,
        kinds=("thanks", "update", "check-in", "answer", "nudge", "schedule"),
    ),
)
