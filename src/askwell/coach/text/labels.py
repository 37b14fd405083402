"""Speaker labels: which "Name:" at the head of a line is somebody speaking, and which only prose."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from askwell.coach.text.tokens import word_set

LONGEST = 60
_MOST_WORDS = 8
_FEW = 3
_SHARE = 0.02
_MOST_SPEAKERS = 60

ASKING = word_set(
    "q question questioner interviewer host moderator presenter anchor facilitator researcher "
    "i int me student mentee seeker"
)
ANSWERING = word_set(
    "a answer interviewee guest participant respondent expert panelist subject p r mentor them"
)
_ROLES = (
    ASKING
    | ANSWERING
    | word_set(
        "narrator announcer voiceover speaker unknown caller audience everyone all both man woman male "
        "female cohost co-host producer operator translator interpreter coach client team you user voice"
    )
)
_GENERIC = re.compile(
    r"(?:unknown|unidentified|unnamed)\b.*|[a-z]|spk\W?\d*|"
    r"(?:speaker|person|participant|voice|guest|user|caller|channel|mic|room|male|female|man|woman|respondent|"
    r"interviewee|interviewer|host|moderator|narrator|announcer|student|audience)(?:\W*(?:\d+|[a-z]))?|"
    r"(?:me|them|you|all|both|everyone|question|answer|microphone|system|conference room|meeting room)\W*\d*|"
    r".*\b(?:iphone|ipad|galaxy|android|macbook|laptop|notetaker|note taker|presentation|conf(?:erence)? room)\b.*"
)
# Words that head a line with a colon and are nobody's name.
_PROSE = word_set(
    "note notes warning example examples tip tips update edit disclaimer reminder ps nb caution "
    "important summary topic topics date title time times timestamp timestamps location place "
    "duration length subject re fwd agenda attendees participants present invited recorded recording "
    "transcript transcription source sources link links url http https website web email e-mail phone "
    "twitter instagram facebook linkedin youtube episode ep season chapter section part step steps "
    "point number first second third fourth fifth firstly secondly one two three four five finally "
    "lastly also plus again remember look listen see basically meaning quote translation spoiler fact "
    "truth advice lesson lessons conclusion introduction background sponsor sponsors ad ads credits "
    "produced edited hosted tags category categories published author photo image caption read learn "
    "related follow subscribe contact copyright license licence keywords description language kind "
    "bonus correction fyi eg ie todo action actions next key takeaway takeaways decision decisions "
    "about resources references mentioned result results option options pros cons rule reason reasons "
    "problem solution context goal goals and but or so then because if when while although however the "
    "this that these those there here what why how who where which yes no yeah okay ok well now right "
    "oh um uh ah hmm like actually honestly anyway maybe sure exactly absolutely today yesterday bottom "
    "music intro outro full interview meeting version support website download listen watch share host's"
)
_CLAUSE = word_set(
    "i you he she it we they is are was were be been am do does did have has had said says say saying "
    "think thinking thought asked ask asks told tell tells goes went go know knows because that this "
    "these those there here my your his her their our its not just really even will would could should "
    "can may might must i'm i'd i've i'll you're you've we're we've they're he's she's it's that's "
    "there's here's what's let's don't didn't doesn't isn't wasn't can't won't"
)
_PARTICLES = word_set(
    "de da do del della dos das di du van von der den ter ten zu la le al el bin ibn bint of the and y e at "
    "from for with in on af av til"
)
_BEFORE_NAMES = word_set("de da di du van von der den ter ten la le al el bin ibn bint af")
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_ROLE_AFTER = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\Z")
_NUMBERED = re.compile(r"([QqAa])\s?\d{1,3}\Z")


@dataclass(frozen=True, slots=True)
class Head:
    """A possible label at the head of a line: what it says, and what marks it as one."""

    label: str
    marked: bool = False
    timed: bool = False
    weak: bool = False

    @property
    def shape(self) -> tuple[bool, bool, bool]:
        """What labels of one document have in common."""
        return self.marked, self.timed, self.weak


def canonical(label: str) -> str:
    """The label without marks, brackets around it, and doubled blanks."""
    label = " ".join(label.replace("*", " ").split()).strip("_~` \t#>|-–—")
    while label[:1] + label[-1:] in ("[]", "()", "<>", "{}"):
        label = label[1:-1].strip()
    numbered = _NUMBERED.match(label)
    if numbered:
        return numbered.group(1).upper()
    return label[:-1] if label in ("Q.", "A.") else label


def is_generic(label: str) -> bool:
    """Whether the label names a role, a device or nobody ("Speaker 1"); never a person to keep."""
    return _GENERIC.fullmatch(label.casefold().replace("_", " ")) is not None


def looks_like_label(label: str) -> bool:
    """Whether the words could be somebody's name or role, going by their shape alone."""
    words = _WORD.findall(label)
    if not words or len(label) > LONGEST or len(words) > _MOST_WORDS:
        return False
    first = words[0].lower()
    if len(words) <= 2 and (first in _ROLES or is_generic(label)):
        return True
    odd = any(char in label for char in '?!;…“”"=') or label.count(",") > 1
    if odd or first in _PROSE or not any(char.isalpha() for char in label):
        return False
    lower = words[0].islower() and "@" not in label and first not in _BEFORE_NAMES
    return not lower and _reads_like_a_name(label, words)


def _reads_like_a_name(label: str, words: list[str]) -> bool:
    # What follows a bar, a bracket or a dash is an addition people give themselves.
    own = _WORD.findall(_ADDITION.split(label, maxsplit=1)[0]) or words
    said = _WORD.findall(_ASIDE.split(label, maxsplit=1)[0])
    if not label.isupper() and any(word.lower().replace("’", "'") in _CLAUSE for word in said):
        return False
    return all(_starts_a_name(word) for word in own)


_ASIDE = re.compile(r"[|(\[]")
_ADDITION = re.compile(r"\s[|/@(\[–—-]|[|(\[]")


def _starts_a_name(word: str) -> bool:
    return not word[0].islower() or not word.islower() or word in _PARTICLES


def _ordinary(label: str, vocabulary: frozenset[str]) -> bool:
    """Whether the text uses the label's words as ordinary words too."""
    return all(word.lower() in vocabulary for word in _WORD.findall(label))


def choose(heads: Iterable[tuple[Head, int]], text: str) -> dict[str, str]:
    """The labels among the candidates and their numbers: each form with the name to show for it.

    A label is believed when it returns; one that stands only once or twice must look like the
    others of the document and not be made of words the document also uses as ordinary words.
    """
    counts: dict[str, int] = {}
    shapes: dict[str, dict[tuple[bool, bool, bool], int]] = {}
    forms: dict[str, list[str]] = {}
    for head, times in heads:
        key = _key(head.label)
        counts[key] = counts.get(key, 0) + times
        forms.setdefault(key, []).append(head.label)
        seen = shapes.setdefault(key, {})
        seen[head.shape] = seen.get(head.shape, 0) + times
    likely = [key for key in counts if _likely(forms[key][0], counts[key])]
    main = {key for key in likely if counts[key] >= _FEW}
    chosen = _accepted(likely, counts, shapes, forms, main, text)
    return _shown(chosen, forms, counts)


def _likely(label: str, count: int) -> bool:
    if looks_like_label(label):
        return True
    handle = count > _FEW and label.isalpha() and label.islower()
    return handle and label not in _PROSE and label not in _CLAUSE


def _accepted(
    likely: list[str],
    counts: dict[str, int],
    shapes: dict[str, dict[tuple[bool, bool, bool], int]],
    forms: dict[str, list[str]],
    main: set[str],
    text: str,
) -> list[str]:
    if not likely:
        return []
    total = sum(counts[key] for key in main)
    common = {shape for key in main for shape in shapes[key]}
    upper = bool(main) and all(forms[key][0].isupper() for key in main)
    vocabulary: frozenset[str] | None = None
    chosen = []
    for key in likely:
        label = forms[key][0]
        rare = counts[key] < _FEW or counts[key] < total * _SHARE
        if rare:
            if vocabulary is None:
                vocabulary = frozenset(word for word in set(_WORD.findall(text)) if word.islower())
            if main and (not common.intersection(shapes[key]) or (upper and not label.isupper())):
                continue
            if counts[key] < 2 and _doubtful(label, vocabulary, bool(main)):
                continue
        if all(shape[2] and not shape[1] for shape in shapes[key]) and counts[key] < _FEW:
            continue
        chosen.append(key)
    return chosen


def _doubtful(label: str, vocabulary: frozenset[str], others: bool) -> bool:
    """A label that stands once: a role word, or words the text uses otherwise."""
    if is_generic(label):
        return others and label.casefold() in ASKING | ANSWERING
    return _ordinary(label, vocabulary)


def _key(label: str) -> str:
    return label.casefold()


def _shown(
    chosen: list[str], forms: dict[str, list[str]], counts: dict[str, int]
) -> dict[str, str]:
    """Every written form with the name to show for it: one for all spellings of one speaker.

    "SHAPIRO" is "ARI SHAPIRO, HOST", "Sam" is "Sam Rivera (Host)", "SR" is "Sam Rivera (SR)" as long
    as nobody else could be meant; the form used most often is shown.
    """
    longer = dict.fromkeys(chosen, "")
    for key in chosen if len(chosen) <= _MOST_SPEAKERS else ():
        found = [other for other in chosen if other != key and _is_short_for(key, other)]
        longer[key] = found[0] if len(found) == 1 else ""
    groups: dict[str, list[str]] = {}
    for key in chosen:
        leader = key
        while longer[leader]:
            leader = longer[leader]
        groups.setdefault(leader, []).append(key)
    named: dict[str, str] = {}
    for members in groups.values():
        name = forms[max(members, key=lambda key: counts[key])][0]
        for key in members:
            named.update(dict.fromkeys(forms[key], name))
    return named


def _is_short_for(short: str, label: str) -> bool:
    """Whether one label is a shorter spelling of another: without a role, a title, a first or last name."""
    if is_generic(short):
        return False
    aside = _ROLE_AFTER.search(label)
    if aside and aside.group().strip(" ()[]") == short:
        return True
    bare = _ROLE_AFTER.sub("", label)
    name, _, role = bare.partition(",")
    if role and not _ROLES.isdisjoint(_WORD.findall(role)):
        bare = name
    words, others = _WORD.findall(short), _WORD.findall(bare)
    if words == others:
        return (len(short), short) < (len(label), label)
    return 0 < len(words) < len(others) and (
        others[: len(words)] == words or others[-len(words) :] == words
    )


def fold(name: str) -> str:
    """A name for comparing: no accents, no case, no punctuation."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c))))
