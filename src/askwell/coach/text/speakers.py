"""Transcripts of talks: whatever tool wrote them, turns of speakers with times and exact places.

One tokeniser for WebVTT (Zoom, Teams, YouTube), SubRip, SBV, Otter, Meet, chats, and the ways in which
people publish interviews. Nothing is guessed about who a speaker is; see `text.talks` for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from askwell.coach.text import captions, scripts
from askwell.coach.text.captions import Cue
from askwell.coach.text.labels import Head, canonical, choose, is_generic, looks_like_label
from askwell.coach.text.turns import Builder, Moment, Transcript, Turn


def read_transcript(text: str) -> Transcript:
    """Read a transcript in any of the text formats; a text without speakers gives turns without.

    Captions (`-->`) are told from written scripts by their content. Scrolling captions are read
    once, tags and entities are written out, the recorder's own lines are left out.
    """
    given = _unix(text)
    if captions.is_captions(given):
        turns = _of_captions(given)
        ended = None
    else:
        turns = _of_script(given)
        ended = scripts.duration(given)
    return Transcript(tuple(turns), ended or _duration(turns))


_INVISIBLE = str.maketrans(
    "\ufeff\u200b\u200e\u200f\u2060\xa0\u202f\u2028\x0b\x0c", "       \n\n\n"
)


def _unix(text: str) -> str:
    """The text with plain line ends and without invisible marks; every offset stays true."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return text if text.isascii() else text.translate(_INVISIBLE)


def _duration(turns: list[Turn]) -> float | None:
    starts = [turn.start for turn in turns if turn.start is not None]
    ends = [turn.end for turn in turns if turn.end is not None]
    if not starts:
        return None
    return max(0.0, max((*ends, starts[-1])) - starts[0]) or None


# Captions


def _of_captions(text: str) -> list[Turn]:
    found = captions.cues(text)
    if captions.rolling(found):
        found = list(captions.unrolled(found))
    heads = _CaptionHeads()
    ends = [heads.find(cue.words) for cue in found]
    names = choose(heads.counted(), text)
    by_prefix = heads.named(names)
    inside = _inside(names)
    builder = Builder(" ", merge=bool(names) or "<v" in text or ">>" in text)
    for cue, end in zip(found, ends, strict=True):
        name = by_prefix.get(cue.words[:end]) if end else None
        _say_cue(builder, cue, name, end + 1 if name else 0, inside, names)
    builder.close()
    return builder.turns


class _CaptionHeads:
    """What stands before the first colon of the cues, each spelling looked at once."""

    def __init__(self) -> None:
        self._heads: dict[str, Head | None] = {}
        self._counts: dict[str, int] = {}

    def find(self, words: str) -> int:
        """Where the colon after a possible label stands, or 0."""
        at = words.find("]", 0, 60) if words[0] == "[" else -1
        if at < 1 or words[at + 1 : at + 2] == ":":
            at = words.find(":", 0, 90)
        if at < 1:
            return 0
        prefix = words[:at]
        if prefix not in self._heads:
            self._heads[prefix] = _caption_head(prefix)
        if self._heads[prefix] is None or words[at + 1 : at + 2] not in _BLANK:
            return 0
        self._counts[prefix] = self._counts.get(prefix, 0) + 1
        return at

    def counted(self) -> Iterator[tuple[Head, int]]:
        """The possible labels and how often each stands."""
        for prefix, count in self._counts.items():
            head = self._heads[prefix]
            if head is not None:
                yield head, count

    def named(self, names: dict[str, str]) -> dict[str, str]:
        """The name for every spelling that is a label."""
        return {
            prefix: names[head.label]
            for prefix, head in self._heads.items()
            if head is not None and head.label in names
        }


_BLANK = (" ", "\n", "\t", "")


def _caption_head(prefix: str) -> Head | None:
    if prefix[0] == "[" and "]" not in prefix:
        label = canonical(prefix[1:])
        return Head(label, marked=True) if is_generic(label) or " " in label else None
    label = prefix.lstrip(">- ")
    if "<" in label or "&" in label:
        label = captions.plain(label).lstrip(">- ")
    label = canonical(label)
    return Head(label) if label and looks_like_label(label) else None


def _say_cue(
    builder: Builder,
    cue: Cue,
    name: str | None,
    head: int,
    inside: re.Pattern[str] | None,
    names: dict[str, str],
) -> None:
    words, place = cue.words, cue.place
    if name is None:
        if "<v" in words:
            for voice, part, at in captions.voices(words, place):
                builder.say(voice or builder.speaker, cue, _flat(part), at)
            return
        if words.lstrip()[0] in ">&-" and words.lstrip().startswith((">>", "&gt;&gt;", "- ")):
            _say_dashes(builder, cue)
            return
    speaker = name or builder.speaker
    if inside is None or ":" not in words[head:]:
        builder.say(speaker, cue, _flat(words[head:]), place + head, new=not builder.merges)
        return
    parts = _split(words[head:], place + head, inside, names, speaker)
    for who, part, at in parts:
        begins = cue.start + (cue.end - cue.start) * (at - place) / len(words)
        when = cue if len(parts) == 1 else Moment(begins, cue.end)
        builder.say(who, when, _flat(part), at)


_CHANGE = re.compile(r"(?:^|(?<=\s))(?:>>+|(?:&gt;){2,3}|-(?=\s))[ \t]*")


def _say_dashes(builder: Builder, cue: Cue) -> None:
    """Captions that mark a change of speaker without saying who: a turn of nobody each."""
    words, place = cue.words, cue.place
    changes = list(_CHANGE.finditer(words))
    dialogue = len(changes) > 1 or words.lstrip()[0] in ">&"
    if not dialogue:
        builder.say(builder.speaker, cue, _flat(words), place)
        return
    limits = [*(found.start() for found in changes[1:]), len(words)]
    for found, limit in zip(changes, limits, strict=True):
        said = _flat(words[found.end() : limit])
        builder.say(None, cue, said, place + found.end(), new=True)


def _flat(words: str) -> str:
    return words.replace("\n", " ") if "\n" in words else words


# A speaker who changes inside a line


def _inside(names: dict[str, str]) -> re.Pattern[str] | None:
    """An expression for the known labels inside a line, the longest first."""
    known = sorted((name for name in names if len(name) > 1), key=len, reverse=True)
    if not known:
        return None
    return re.compile(
        r"(?:(?<=[.?!…)\]\"”’*>–—-])|(?<=[.?!…)\]\"”’*>–—-]\s)|(?<=\s))[*_]{0,3}"
        rf"(?P<label>{'|'.join(map(re.escape, known[:200]))})[*_]{{0,3}}\s?:[*_]{{0,3}}(?=\s)"
    )


_TELLING = re.compile(
    r"\b(?:told|tells?|said|says|asked|asks|to|with|from|and|by|for|of|is|was|the|a|an|my|like|ask|about|called|named)\s+[*_]*\Z"
)


def _split(
    words: str,
    place: int,
    inside: re.Pattern[str] | None,
    names: dict[str, str],
    speaker: str | None,
) -> list[tuple[str | None, str, int]]:
    """The words with their speakers, where a known label stands inside them."""
    if inside is None or ":" not in words:
        return [(speaker, words, place)]
    parts: list[tuple[str | None, str, int]] = []
    at = 0
    for found in inside.finditer(words):
        if _TELLING.search(words, max(0, found.start() - 12), found.start()):
            continue
        if words[at : found.start()].strip():
            parts.append((speaker, words[at : found.start()], place + at))
        speaker, at = names[found["label"]], found.end()
    parts.append((speaker, words[at:], place + at))
    return parts


# Scripts


def _of_script(text: str) -> list[Turn]:
    found = _spoken_part(scripts.lines(text))
    names = _chosen(found, text)
    if len(set(names.values())) < 2:
        names |= _inline_names(text)
    if not names:
        return _unnamed(found)
    chat = any(line.head and line.time is not None and "\t" in line.text for line in found)
    builder = Builder("\n", merge=not chat)
    heads = [at for at, line in enumerate(found) if line.head and line.head.label in names]
    _say_lines(builder, found, heads[-1] if heads else len(found), names)
    return builder.turns


def _chosen(found: list[scripts.Line], text: str) -> dict[str, str]:
    return choose(((line.head, 1) for line in found if line.head), text)


def _spoken_part(found: list[scripts.Line]) -> list[scripts.Line]:
    """The lines up to the notes, links and credits that follow the last who speaks often."""
    counts: dict[str, int] = {}
    for line in found:
        if line.head:
            counts[line.head.label] = counts.get(line.head.label, 0) + 1
    often = [at for at, line in enumerate(found) if line.head and counts[line.head.label] > 2]
    for at in range(often[-1] + 1, len(found)) if often else ():
        if found[at].afterwards and not (found[at].head and found[at].time):
            return found[:at]
    return found


_INLINE = re.compile(
    r"(?:\A|[.?!…\"”)\]]\s{1,9}|\n[ \t]*)[*_]{0,3}([^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’.-]*){0,3}(?: \d+)?)[*_]{0,3}:[*_]{0,3}(?=\s)"
)


def _inline_names(text: str) -> dict[str, str]:
    """Labels of a talk that was written down in one piece."""
    return choose(((Head(canonical(label)), 1) for label in _INLINE.findall(text)), text)


# Interviews in which only the questions are marked.
_QUESTION_ONLY = {"q", "question"}
_QUESTION, _ANSWER = "Q", "A"
_MARKED_QUESTION = re.compile(
    r"[ \t>]*(?:\*\*|__|#{1,6}[ \t]|<(?:b|strong|h\d)>)[^\n]*\?[*_\s]*(?:</\w+>)*\s*\Z"
)


def _say_lines(
    builder: Builder, found: list[scripts.Line], last: int, names: dict[str, str]
) -> None:
    inside = _inside(names)
    when: float | None = None
    fresh = paragraph = False
    speaker: str | None = None
    answered = {name.casefold() for name in names.values()} <= _QUESTION_ONLY
    for at, line in enumerate(found):
        if line.blank:
            paragraph = True
            continue
        named = line.head is not None and line.head.label in names
        if named and line.head is not None:
            speaker, fresh = names[line.head.label], True
        elif answered and paragraph and speaker:
            speaker = _ANSWER
        elif at > last and line.afterwards:
            break
        elif line.drop:
            continue
        when = when if line.time is None else line.time
        skip = line.words if named or line.head is None else 0
        if not builder.merges and scripts.is_reaction(line.text[skip:]):
            continue
        for who, part, place in _split(line.text[skip:], line.place + skip, inside, names, speaker):
            speaker = who
            if who is None or not part.strip():
                continue
            new = fresh and not builder.merges
            joint = "\n\n" if paragraph else "\n"
            builder.say(who, Moment(when), part, place, new=new, joint=joint)
            when, fresh, paragraph = None, False, False
    builder.close()


def _unnamed(found: list[scripts.Line]) -> list[Turn]:
    """A text that names nobody: every paragraph a turn, unless its questions are set in bold."""
    builder = Builder("\n")
    when: float | None = None
    new = True
    speaker: str | None = None
    marked = [bool(_MARKED_QUESTION.match(line.text)) for line in found]
    interview = sum(marked) > 2
    for line, asks in zip(found, marked, strict=True):
        if line.blank:
            new = True
            continue
        if line.drop and not (interview and asks):
            continue
        if line.time is not None:
            when, new = line.time, True
        if interview:
            speaker = _QUESTION if asks else (speaker and _ANSWER)
        skip = 0 if line.head else line.words
        if line.text[skip:].strip() and (speaker or not interview):
            fresh = new and not interview
            builder.say(speaker, Moment(when), line.text[skip:], line.place + skip, new=fresh)
            when, new = None, False
    builder.close()
    return builder.turns
