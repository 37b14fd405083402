"""The quick way through a vCard file and the patient one give the same cards."""

import io

from hypothesis import example, given, settings
from hypothesis import strategies as st

from askwell.people.formats.decode import Encoding
from askwell.people.formats.vcard_cards import _Patient, _plain_card, read_cards
from askwell.people.formats.vcard_lines import Heads
from tests.people.formats.reading import SAMPLES, read

TEXT = st.text(st.sampled_from("aZ9é山\U0001f331:;,=\\\" \t'/.-"), max_size=30)
HEAD = st.sampled_from(
    [
        "N",
        "fn",
        "item1.EMAIL",
        "TEL;TYPE=cell",
        'TEL;TYPE="voice,home"',
        "ADR;HOME",
        "NOTE",
        "",
        " ",
        "PHOTO;ENCODING=b",
        "X-A",
        "EMAIL;PREF=1",
        "BDAY",
        "ORG",
        'X;A="b:c"',
        "9",
        "URL;TYPE=pref",
    ]
)
LINE = st.builds("{}:{}".format, HEAD, TEXT) | TEXT


@settings(max_examples=300)
@given(st.lists(LINE, max_size=12), st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
@example(["NOTE:a", " b", "\tc", "", "PHOTO:x", " AAAA"], "\r\n")
@example(['X;A="b:c"', '"'], "\n")
def test_both_ways_give_the_same_card(lines, end):
    text = end.join(["BEGIN:VCARD", *lines, "END:VCARD", ""])
    piece = text.replace("\r\n", "\n").replace("\r", "\n").encode()
    quick = _plain_card(piece, 1, Heads())
    patient = _Patient(Heads())
    slow = [c for n, line in enumerate(piece.split(b"\n"), 1) for c in patient.feed(n, line)]
    if quick:
        (card,) = slow
        assert (quick.line, quick.cut) == (card.line, card.cut)
        assert {k: v for k, v in quick.fields.items() if v} == card.fields


def test_block_borders_do_not_matter(monkeypatch):
    content = b"".join(
        (SAMPLES / "vcard" / name).read_bytes()
        for name in ("apple_icloud.vcf", "android21_qp.vcf", "outlook21.vcf", "vcard40.vcf")
    )
    whole = [(c.line, c.text) for c in read_cards(io.BytesIO(content), Encoding("utf-8"))]
    for size in (1, 7, 64, 1000):
        monkeypatch.setattr("askwell.people.formats.vcard_cards._BLOCK", size)
        cut = [(c.line, c.text) for c in read_cards(io.BytesIO(content), Encoding("utf-8"))]
        assert cut == whole


def test_lines_are_counted_across_both_ways():
    plain = b"BEGIN:VCARD\r\nFN:A%d\r\nEND:VCARD\r\n"
    quoted = b"BEGIN:VCARD\r\nFN;ENCODING=QUOTED-PRINTABLE:B=\r\n%d\r\nEND:VCARD\r\n"
    got = read(plain % 1 + quoted % 2 + b"\r\n\r\n" + plain % 3 + quoted % 4)
    assert [(p.display_name, p.line) for p in got.people] == [
        ("A1", 1), ("B2", 4), ("A3", 10), ("B4", 13)
    ]  # fmt: skip


def test_parameters_after_an_escaped_card_do_not_confuse():
    agent = b"AGENT:BEGIN:VCARD\\nFN:Secretary\\nEND:VCARD\\n\r\n"
    got = read(b"BEGIN:VCARD\r\nFN:Ana\r\n" + agent + b"TEL:12345\r\nEND:VCARD\r\n")
    assert [(p.display_name, p.phones) for p in got.people] == [("Ana", ("12345",))]


def test_a_file_that_ends_with_a_beginning():
    got = read(b"BEGIN:VCARD\nFN:Ana\nEND:VCARD\nx VCARD\nBEGIN:VCARD")
    assert [p.display_name for p in got.people] == ["Ana"]
