"""messages.csv of a LinkedIn archive, in all the layouts since 2018 (interop.md §1.4)."""

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from . import values
from .linkedin_rows import Cells, moment, open_rows, party
from .records import Item, MessageRecord, Outcome, Party, Problem, gettext_noop

DRAFTS = gettext_noop("Left out, drafts that were never sent: %(count)d.")
SPAM = gettext_noop("Left out, messages from the spam folder: %(count)d.")
SPONSORED = gettext_noop("Left out, advertisements: %(count)d.")
DEPARTED = gettext_noop("%(count)d messages of members who left LinkedIn were left out.")
NO_DATE = gettext_noop("“%(value)s” is no date that exists, so this message was left out.")
_TRUE = frozenset(("true", "yes", "1"))
_BREAK = re.compile(r"<(?:br\s*/?|/p|/div|/li)>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_HTML = re.compile(r"<(?:p|div|br|html|table|span|a)\b", re.IGNORECASE)
_MAX_OTHERS = 100


def read_messages(stream: BinaryIO, file: str, me: Party) -> Iterator[Item]:
    """Every message that was sent, then what was left out. `me` is what is known of the owner.

    Reads `stream` (seekable) twice: nobody says who "I" am, so the first time counts addresses.
    Raises FormatError if the columns are missing.
    """
    mine = _my_address(stream, me)
    stream.seek(0)
    left_out: Counter[str] = Counter()
    for line, cells in open_rows(stream, "content"):
        if reason := _why_not(cells):
            left_out[reason] += 1
            continue
        text = cells.get("date", "")
        at = moment(text)
        if at is None:
            params = {"value": values.clean(text)[:40]}
            yield Problem(file, line, NO_DATE, Outcome.NOTED, params)
            continue
        sender, others = _parties(cells, mine)
        yield MessageRecord(
            file=file,
            line=line,
            thread=values.clean(cells.get("conversationid", ""))[:200],
            at=at,
            mine=_is_mine(cells, sender, mine),
            sender=sender,
            others=others,
            subject=values.clean(html.unescape(cells.get("subject", "")))[:300],
            text=plain(cells.get("content", "")),
        )
    for reason, count in left_out.items():
        yield Problem(file, 1, reason, Outcome.NOTED, {"count": count})


def plain(text: str) -> str:
    """The words of a message: tags gone, line breaks kept, entities undone once."""
    text = text[: values.MAX_TEXT * 2]
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    text = html.unescape(text) if "&" in text else text
    return values.clean_lines(text.replace("\u00a0", " "))


def _why_not(cells: Cells) -> str:
    """The reason to leave a row out, or ""."""
    if cells.get("ismessagedraft", "").strip().lower() in _TRUE:
        return DRAFTS
    if cells.get("folder", "").strip().upper() == "SPAM":
        return SPAM
    if "sponsored" in cells.get("conversationtitle", "").casefold():
        return SPONSORED
    if "senderprofileurl" in cells and not cells["senderprofileurl"].strip():
        return SPONSORED if _HTML.search(cells.get("content", "")[:2000]) else DEPARTED
    return ""


def _parties(cells: Cells, mine: str) -> tuple[Party, tuple[Party, ...]]:
    """Who wrote, and everybody in the conversation but me."""
    sender = party(cells.get("from", ""), cells.get("senderprofileurl", ""))
    links = [link for link in cells.get("recipientprofileurls", "").split(",") if link.strip()]
    names = cells.get("to", "").split(",")
    if len(links) <= 1:
        names = [cells.get("to", "")]
    elif len(names) != len(links):  # names hold commas too: then the addresses have to do
        names = [""] * len(links)
    others = [party(n, link) for n, link in zip(names, links or [""], strict=False)][:_MAX_OTHERS]
    if cells.get("direction", "").strip().upper() == "OUTGOING":
        return sender, tuple(others)
    if "direction" in cells:
        return sender, (sender,)
    found = dict.fromkeys(p for p in (sender, *others) if (p.link or p.name) and p.link != mine)
    return sender, tuple(found)


def _is_mine(cells: Cells, sender: Party, mine: str) -> bool | None:
    direction = cells.get("direction", "").strip().upper()
    if direction in ("OUTGOING", "INCOMING"):
        return direction == "OUTGOING"
    return sender.link == mine if mine and sender.link else None


@dataclass(slots=True)
class _Seen:
    """In how many conversations an address stands, and under which name."""

    threads: Counter[str] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)
    pairs: set[tuple[str, str]] = field(default_factory=set)
    conversations: set[str] = field(default_factory=set)

    def add(self, cells: Cells) -> None:
        thread = cells.get("conversationid", "")
        self.conversations.add(thread)
        sender = values.profile_url(cells.get("senderprofileurl", "").strip())
        if sender:
            self.names.setdefault(sender, values.fold(cells.get("from", "")))
        links = cells.get("recipientprofileurls", "").split(",")[:_MAX_OTHERS]
        for link in (sender, *(values.profile_url(link.strip()) for link in links)):
            if link and (thread, link) not in self.pairs:
                self.pairs.add((thread, link))
                self.threads[link] += 1


def _my_address(stream: BinaryIO, me: Party) -> str:
    """My profile address: known, or under my name, or the one in nearly every conversation."""
    if me.link:
        return me.link
    seen = _Seen()
    for _line, cells in open_rows(stream, "content"):
        seen.add(cells)
    name = values.fold(me.name)
    named = [link for link in seen.threads if name and seen.names.get(link) == name]
    if named:
        return max(named, key=lambda link: seen.threads[link])
    best = seen.threads.most_common(2)
    if best and (len(best) == 1 or best[0][1] > best[1][1]):
        link, count = best[0]
        return link if count * 10 >= len(seen.conversations) * 7 else ""
    return ""
