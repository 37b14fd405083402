"""Mutates the samples and feeds them to the readers; `make fuzz` does it 20,000 times.

Whatever the bytes: no error but the declared one leaves a format module, no file takes more than a
second per megabyte, none takes more than twenty times its own size in memory. Sizes are those of
the unpacked content; very small files get the fixed allowances below.
"""

import io
import random
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from askwell.people.formats import FormatError, Problem, look_at, open_source
from tests.people.formats.reading import SAMPLES

SECONDS_PER_MB = 1.0
TIMES_ITS_SIZE = 20
LEAST_SECONDS = 0.06
SECONDS_PER_RECORD = 25e-6
"""A file of two-letter lines has half a million records per megabyte, each of which is answered."""
LEAST_MEMORY = 3 << 20
EVERY = 4
"""Memory is watched in every so many-th mutation: watching takes several times as long."""

NONE: dict[str, tuple[str, ...]] = {}

TOKENS = [
    b"BEGIN:VCARD\r\n", b"END:VCARD\r\n", b"AGENT:", b"=\r\n", b"\r\n ", b"\r", b"\n\n", b'"', b'""',
    b",", b";", b"\t", b":::", b"* ", b"\\", b"\\n", b"\x00", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff",
    b"\xff", b"\xc3", b"=C3", b"ENCODING=QUOTED-PRINTABLE:", b"CHARSET=utf-7:", b"CHARSET=hex:", b"[[",
    b"{", b"}", b"]", b"null", b"1e999", b"0/0/00", b"31 Feb 2023", b"99999999999999999999", b"--12-01",
    b"mailto:", b"https://[", b"https://www.linkedin.com/in/%", b"@", b"&#x110000;", b"&amp;", b"<p>",
    b"<", b"<!DOCTYPE x", b"<!ENTITY", "\u202e".encode(), "e\u0301\u0316".encode(), b"\xed\xa0\x80",
    b"sep=;\r\n", b"PREF=99999999999", b"../", b"PK\x03\x04", b"=1+1",
]  # fmt: skip


def samples() -> dict[str, bytes]:
    """The sample files by name."""
    found = sorted(p for p in SAMPLES.rglob("*") if p.is_file())
    return {
        str(p.relative_to(SAMPLES)): p.read_bytes()
        for p in found
        if p.name not in ("README.md", "expected.json") and p.stat().st_size
    }


# --- mutations: each takes bytes and gives bytes ---


def _flip(rng: random.Random, data: bytearray) -> None:
    for _ in range(rng.randint(1, 8)):
        data[rng.randrange(len(data))] = rng.randrange(256)


def _cut(rng: random.Random, data: bytearray) -> None:
    start = rng.randrange(len(data))
    del data[start : start + rng.randint(1, 200)]


def _truncate(rng: random.Random, data: bytearray) -> None:
    del data[rng.randrange(len(data)) :]


def _insert(rng: random.Random, data: bytearray) -> None:
    for _ in range(rng.randint(1, 4)):
        place = rng.randint(0, len(data))
        data[place:place] = rng.choice(TOKENS) * rng.choice((1, 1, 1, 2, 50))


def _swap_lines(rng: random.Random, data: bytearray) -> None:
    lines = data.split(b"\n")
    rng.shuffle(lines)
    data[:] = b"\n".join(lines)


def _repeat(rng: random.Random, data: bytearray) -> None:
    """Grow: this is where quadratic time and memory show."""
    start = rng.randrange(len(data))
    piece = bytes(data[start : start + rng.choice((1, 2, 7, 40, 300))])
    place = rng.randint(0, len(data))
    data[place:place] = piece * rng.choice((10, 1000, max(1, 60_000 // len(piece))))


def _recode(rng: random.Random, data: bytearray) -> None:
    text = data.decode("utf-8", "replace")
    codec = rng.choice(
        ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp932", "utf-8-sig")
    )
    data[:] = text.encode(codec, "replace")


MUTATIONS: list[Callable[[random.Random, bytearray], None]] = [
    _flip, _flip, _cut, _truncate, _insert, _insert, _insert, _swap_lines, _repeat, _recode,
]  # fmt: skip


def mutated(rng: random.Random, whole: list[bytes]) -> bytes:
    """One damaged file: one to four mutations of a sample, in a zip sometimes of a member of it."""
    data = rng.choice(whole)
    if data.startswith(b"PK") and rng.random() < 0.7:
        return _in_a_member(rng, data)
    return _damaged(rng, data, whole)


def _damaged(rng: random.Random, data: bytes, whole: list[bytes]) -> bytes:
    made = bytearray(data)
    if rng.random() < 0.1:  # two files grown together
        other = rng.choice(whole)
        made[rng.randint(0, len(made)) :] = other[rng.randrange(len(other)) :]
    for _ in range(rng.randint(1, 4)):
        if made:
            rng.choice(MUTATIONS)(rng, made)
    return bytes(made)


def _in_a_member(rng: random.Random, data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", 8) as new:
        names = [name for name in old.namelist() if not name.endswith("/")]
        hit = rng.choice(names)
        for name in names:
            content = old.read(name)
            new.writestr(
                name, _damaged(rng, content, [content]) if name == hit and content else content
            )
    return buffer.getvalue()


# --- much of the same: where quadratic time shows best ---

HEAD = b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
GROWN = {
    "rows": HEAD + b"A,B,,,C,D,1 Jan 2020\n",
    "empty rows": HEAD + b"\n",
    "commas": HEAD + b",",
    "cells": HEAD + b"ab,",
    "quotes": HEAD + b'"',
    "open quotes": HEAD + b'\n"a,',
    "mixed quotes": HEAD + b'a,"b\n',
    "nuls": HEAD + b"A\x00,",
    "blanks": HEAD + b" ",
    "accents": HEAD + "e\u0301\u0316".encode(),
    "one line of accents": HEAD + b"A,B," + "\u0301\u0316".encode(),
    "signs": HEAD + b"a@",
    "joined": b"Name,E-mail 1 - Value\nA," + b"a@b.cd ::: ",
    "labels": b"Name,Email,Labels\nA,a@b.cd," + b"x;",
    "begins": b"BEGIN:VCARD\n",
    "cards": b"BEGIN:VCARD\nFN:A\nEND:VCARD\n",
    "agents": b"BEGIN:VCARD\nAGENT:\n",
    "card lines": b"BEGIN:VCARD\nFN:A\n" + b"N:A\n",
    "folds": b"BEGIN:VCARD\nFN:A\n" + b" a\n",
    "soft breaks": b"BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:" + b"a=\n",
    "escapes": b"BEGIN:VCARD\nFN:" + b"\\;",
    "components": b"BEGIN:VCARD\nFN:A\nN:" + b"ab;",
    "categories": b"BEGIN:VCARD\nFN:A\nCATEGORIES:" + b"ab,",
    "parameters": b"BEGIN:VCARD\nFN;" + b"A=b;",
    "quoted parameters": b"BEGIN:VCARD\nFN;" + b'"a";',
    "picture": b"BEGIN:VCARD\nPHOTO;ENCODING=b:" + b"\n QUJD",
    "carriage returns": b"BEGIN:VCARD\rFN:A\r",
    "jcards": b'[["vcard",[["fn",{},"text","A"]]],',
    "brackets": b'["vcard",[' + b"[",
    "messages": b"CONVERSATION ID,FROM,TO,DATE,CONTENT,FOLDER\n1,A,B,2026-01-01,<p>&amp;,INBOX\n",
    "tags": b"CONVERSATION ID,FROM,TO,DATE,CONTENT,FOLDER\n1,A,B,2026-01-01," + b"<a ",
    "unknown": b"who,what\n" + b"x,y\n",
}
"""What a file begins with; its last line, or its last bytes, are then repeated to a megabyte."""
_LAST_CELL = frozenset(("joined", "labels", "tags"))
_PIECES = {"commas": 1, "cells": 3, "quotes": 1, "blanks": 1, "accents": 5, "signs": 2}


def grown(kind: str, most: int) -> bytes:
    """The beginning, then its last line or its last bytes again and again, `most` bytes in all."""
    start = GROWN[kind]
    mark = b"," if kind in _LAST_CELL else b"\n"
    size = _PIECES.get(kind) or max(len(start) - start.rfind(mark, 0, -1) - 1, 1)
    return start + start[-size:] * ((most - len(start)) // size)


# --- one file, read and watched ---


def size_of(content: bytes) -> int:
    """Bytes of the content, for a zip unpacked (as far as its own list can be believed)."""
    if content.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                return max(len(content), sum(i.file_size for i in archive.infolist()))
        except Exception:  # noqa: BLE001 - a damaged zip is as large as it is
            return len(content)
    return len(content)


def chosen_for(content: bytes, name: str) -> dict[str, tuple[str, ...]]:
    """Columns for a table that has to be named first, as a person would name them on the page."""
    try:
        preview = look_at(io.BytesIO(content), name)
    except FormatError:
        return {}
    return {preview.fingerprint: ("display", "email", "phone", "notes", "birthday")}


def consume(content: bytes, name: str, chosen: Mapping[str, tuple[str, ...]] = NONE) -> int:
    """Read a file to its end, how many records; the declared error is an answer, any other gets out."""
    records = 0
    try:
        for item in open_source(io.BytesIO(content), name, chosen=chosen).items():
            _look(item)
            records += 1
    except FormatError as error:
        if not str(error) or "\n" in str(error):
            raise AssertionError(f"no sentence: {error}") from error
    return records


def _look(item: object) -> None:
    """As an import does: a problem becomes a sentence."""
    if isinstance(item, Problem) and not str(item):
        raise AssertionError("no sentence")


def seconds(content: bytes, name: str) -> tuple[float, float]:
    """Processor time to read a file, and how much of it was allowed."""
    chosen = chosen_for(content, name)
    before = time.process_time()
    records = consume(content, name, chosen)
    took = time.process_time() - before
    size = size_of(content)
    allowed = max(LEAST_SECONDS, SECONDS_PER_MB * size / 1e6, SECONDS_PER_RECORD * records)
    return took, allowed


def patiently(content: bytes, name: str) -> tuple[float, float]:
    """As `seconds`, the best of up to four: the machine may be busy."""
    took, allowed = seconds(content, name)
    for _ in range(3):
        if took > allowed:
            took = min(took, seconds(content, name)[0])
    return took, allowed


def peak(content: bytes, name: str) -> int:
    """The most memory that reading a file took."""
    tracemalloc.start()
    try:
        consume(content, name, chosen_for(content, name))
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def allowed_memory(size: int) -> int:
    """Bytes that a file of this size may take."""
    return LEAST_MEMORY + TIMES_ITS_SIZE * size


def complaint(content: bytes, name: str) -> str:
    """What is wrong with reading a file, or ""."""
    took, allowed = patiently(content, name)
    if took > allowed:
        return f"{took:.2f} s for {len(content)} bytes"
    most = peak(content, name)
    too_much = most > allowed_memory(size_of(content))
    return f"{most} bytes of memory for {len(content)}" if too_much else ""


@dataclass
class Result:
    """What a run found."""

    tried: int = 0
    largest: float = 0.0
    slowest: float = 0.0
    failures: list[str] = field(default_factory=list)


def run(count: int, seed: int, keep: Callable[[int, bytes], None] | None = None) -> Result:
    """Read `count` mutations; `keep` is given every one that failed, with its number."""
    rng = random.Random(seed)
    known = samples()
    names, whole = list(known), list(known.values())
    for name, content in known.items():  # what is loaded once is no cost of a mutation
        consume(content, name)
    result = Result()
    for number in range(count):
        content, name = mutated(rng, whole), rng.choice(names)
        result.tried += 1
        size = size_of(content)
        try:
            took, allowed = patiently(content, name)
            if took > allowed:
                result.failures.append(f"#{number}: {took:.2f} s for {size} bytes")
            if size > 30_000:
                result.slowest = max(result.slowest, took / allowed)
            if number % EVERY == 0 or size > 30_000:
                most = peak(content, name)
                if most > allowed_memory(size):  # something may have been loaded just then
                    most = peak(content, name)
                result.largest = max(result.largest, most / allowed_memory(size))
                if most > allowed_memory(size):
                    result.failures.append(f"#{number}: {most} bytes of memory for {size}")
        except Exception as error:  # noqa: BLE001 - this is what is looked for
            result.failures.append(f"#{number}: {type(error).__name__}: {error}"[:300])
        if keep and result.failures and result.failures[-1].startswith(f"#{number}:"):
            keep(number, content)
    return result
