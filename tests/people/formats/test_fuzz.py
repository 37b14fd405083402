"""Whatever the bytes, a reader ends in records or in the one declared error."""

import io
import zipfile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from askwell.people.formats import FormatError, Outcome, PersonRecord, Problem, open_source
from tests.people.formats.fuzz import GROWN, allowed_memory, grown, patiently, peak, run
from tests.people.formats.reading import SAMPLES

WHOLE = [p.read_bytes() for p in sorted(SAMPLES.rglob("*")) if p.is_file() and p.suffix != ".md"]
relaxed = settings(max_examples=150)


def survives(content: bytes, name: str) -> list[object]:
    """Read; the declared error is an answer too."""
    items: list[object] = []
    try:
        for item in open_source(io.BytesIO(content), name).items():
            items.append(item)
    except FormatError as error:
        assert str(error)
    for item in items:
        if isinstance(item, PersonRecord):
            assert item.label
            assert item.line > 0
        if isinstance(item, Problem):
            assert str(item)
    return items


@relaxed
@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.vcf", "a.zip", "a"]))
@example(b"\x00", "a.csv")
@example(b'["vcard"]', "a")
@example(b'[["vcard",[["fn",{},"text"]]]]', "a")
def test_any_bytes(content, name):
    survives(content, name)


@relaxed
@given(st.sampled_from(WHOLE), st.integers(0, 4000), st.binary(max_size=6), st.integers(0, 20))
def test_damaged_samples(content, place, patch, gap):
    place %= len(content)
    survives(content[:place] + patch + content[place + gap :], "sample")


@relaxed
@given(st.sampled_from(WHOLE), st.integers(0, 5000))
def test_cut_samples(content, place):
    survives(content[: place % len(content)], "sample")


LINE = st.text(st.sampled_from('ab;:=,\\"\t @.é\u3042\U0001f331'), max_size=20)
CARD_LINE = st.sampled_from(
    ["BEGIN:VCARD", "END:VCARD", "FN:A", "AGENT:", "N:A;B", "ORG:X", "KIND:org", " fold", ""]
) | st.builds(
    "{}:{}".format, st.sampled_from(['TEL;X="', "NOTE;ENCODING=QUOTED-PRINTABLE", "BDAY"]), LINE
)


@relaxed
@given(st.lists(CARD_LINE | LINE, max_size=30))
def test_any_card_lines(lines):
    survives("\r\n".join(["BEGIN:VCARD", *lines]).encode(), "a.vcf")


CELL = st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), max_size=12)


@relaxed
@given(st.lists(st.lists(CELL, max_size=9), max_size=20))
def test_every_row_is_accounted_for(rows):
    """read = records + skipped + failed: no row with something in it goes missing."""
    text = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    quoted = [",".join('"' + c.replace('"', '""') + '"' for c in row) for row in rows]
    items = survives((text + "\n".join(quoted) + "\n").encode(), "Connections.csv")
    filled = sum(any(row) for row in rows)
    counted = [i for i in items if not (isinstance(i, Problem) and i.outcome is Outcome.NOTED)]
    assert len(counted) == filled


@relaxed
@given(st.dictionaries(CELL, st.binary(max_size=60), max_size=4))
def test_any_zip(members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(f"{name}.csv", content)
        archive.writestr("Connections.csv", b"First Name,Last Name,URL\nA,B,\n")
    survives(buffer.getvalue(), "a.zip")


def test_a_share_of_the_mutations():
    assert run(250, seed=20261122).failures == []


@pytest.mark.parametrize("kind", GROWN)
def test_much_of_the_same(kind):
    content = grown(kind, 80_000)
    took, allowed = patiently(content, "grown")
    assert took <= allowed
    assert peak(content, "grown") <= allowed_memory(len(content))
