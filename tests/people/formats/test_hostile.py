"""Bad files get one sentence; damaged ones keep what is whole."""

import io
import zipfile

import pytest

from askwell.people.formats import FormatError, Outcome, open_source
from tests.people.formats.reading import SAMPLES, read

HEAD = b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "Connections.csv", "empty"),
        (b"\xef\xbb\xbf\r\n", "Connections.csv", "empty"),
        (HEAD, "Connections.csv", "nobody in it"),
        (HEAD + b",,,,,,01 Jan 2023\n", "Connections.csv", "Nobody could be read"),
        (b"PK\x03\x04not really", "export.zip", "not a zip file"),
        (b"hello", "export.zip", "not a zip file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "people.csv", "picture"),
        (bytes(range(256)) * 40, "people.csv", "not text"),
        (b"%PDF-1.7\n", "people.csv", "PDF"),
        (b"<!DOCTYPE html><title>Sign in</title>", "Connections.csv", "web page"),
        (b'{"a": 1}', "contacts.csv", "data file"),
        (b'["vcard", [', "contacts.json", "damaged"),
        (b"Date,Amount\n2026-01-01,3\n", "bank.csv", "Date, Amount"),
        (b"just some words\n", "bank.csv", "Expected columns"),
        (b"BEGIN:VCARD\nEND:VCARD\n", "a.vcf", "Nobody could be read"),
        (b"BEGIN:VCARD\n", "a.vcf", "Nobody could be read"),
        (b"First Name,Last Name,Headline,Geo Location\n", "Profile.csv", "nobody in it"),
        (zipped({"a.txt": b"x"}), "a.zip", "neither a LinkedIn export nor contacts"),
        (zipped({"Profile.csv": b"x"}), "a.zip", "no Connections.csv"),
        (zipped({"Connections.csv": HEAD}), "a.zip", "nobody in it"),
        (zipped({"[Content_Types].xml": b"x", "xl/a.xml": b"x"}), "a.csv", "document"),
        (zipped({"people.csv": zipped({"x": b""})}), "a.zip", "zip inside the zip"),
    ],
)
def test_one_sentence(content, name, sentence):
    with pytest.raises(FormatError, match=sentence) as caught:
        read(content, name)
    assert "\n" not in str(caught.value)


def test_zip_bomb():
    bomb = zipped({"Connections.csv": b"0" * (30 << 20)})
    with pytest.raises(FormatError, match="unpacks to far more"):
        read(bomb, "LinkedIn.zip")


def test_zip_that_lies_about_its_size():
    honest = zipped({"Connections.csv": HEAD + b"A,B,,,,,\n" * 200_000})
    size = len(HEAD + b"A,B,,,,,\n" * 200_000).to_bytes(4, "little")
    with pytest.raises(FormatError):
        read(honest.replace(size, (100).to_bytes(4, "little")), "LinkedIn.zip")


def test_zip_with_too_many_members():
    many = zipped({f"{n}.csv": b"" for n in range(20_001)}, zipfile.ZIP_STORED)
    with pytest.raises(FormatError, match="unpacks to far more"):
        read(many, "LinkedIn.zip")


def test_climbing_paths_and_droppings_are_ignored():
    row = b"%s,B,https://www.linkedin.com/in/%s,,,,\n"
    got = read(
        zipped(
            {
                "../Connections.csv": HEAD + row % (b"Up", b"up"),
                "/Connections.csv": HEAD + row % (b"Root", b"root"),
                "__MACOSX/._Connections.csv": b"\x00\x05\x16\x07",
                "deep/folder/Connections (1).csv": HEAD + row % (b"Here", b"here"),
            }
        ),
        "a.zip",
    )
    assert [p.given for p in got.people] == ["Here"]


def test_damaged_member():
    good = bytearray(
        zipped({"Connections.csv": HEAD + b"Ana,Lima,,,,,\n" * 50}, zipfile.ZIP_STORED)
    )
    good[120] ^= 0xFF
    with pytest.raises(FormatError, match="damaged"):
        read(bytes(good), "a.zip")


class Sparse(io.RawIOBase):
    """A file of 200 MB that takes no room."""

    def __init__(self) -> None:
        self.place = 0

    def seek(self, offset, whence=0):
        self.place = (200 << 20) + offset if whence == 2 else offset
        return self.place

    def tell(self):
        return self.place

    def read(self, size=-1):
        raise AssertionError("a refused file is not read")


def test_two_hundred_megabytes():
    with pytest.raises(FormatError, match=r"200 MB; .* up to 100 MB"):
        open_source(Sparse(), "Connections.csv")


def test_endless_line():
    with pytest.raises(FormatError, match="far too long"):
        read(HEAD + b"A" * (5 << 20), "Connections.csv")


def test_open_quote_costs_one_row():
    rows = b'Ana,"Lima,,,,,\nBo,Berg,,,,,\nCy,Cole,,,,,\n'
    got = read(HEAD + rows)
    assert [p.given for p in got.people] == ["Bo", "Cy"]
    (failed,) = got.problems(Outcome.FAILED)
    assert failed.line == 2
    assert "never closed" in str(failed)


def test_inch_mark_is_no_quote():
    got = read(HEAD + b'Ana,Lima,,,Screens 5" Ltd,,\nBo,Berg,,,,,\n')
    assert [p.organization for p in got.people] == ['Screens 5" Ltd', ""]


def test_quote_in_the_preamble_swallows_nothing():
    got = read(b'Notes:\n"a stray quote\n\n' + HEAD + b"Ana,Lima,,,,,\n")
    assert [p.line for p in got.people] == [5]


def test_rows_shorter_and_longer_than_the_header():
    got = read(HEAD + b"Ana\nBo,Berg,,bo@b.example,,,1 Jan 2020,extra,more\n")
    assert [p.given for p in got.people] == ["Ana", "Bo"]
    assert got.people[1].raw["#8"] == "extra"


def test_lines_of_a_row_with_line_breaks_are_counted():
    text = b'First Name,Email,Notes\nAna,a@a.example,"one\ntwo"\nBo,b@b.example,\n'
    assert [p.line for p in read(text).people] == [2, 4]


def test_date_that_does_not_exist_is_said_and_the_person_kept():
    got = read(HEAD + b"Ana,Lima,,,,,31 Feb 2023\n")
    assert got.people[0].connected_on is None
    (note,) = got.problems(Outcome.NOTED)
    assert (note.line, str(note)) == (
        2,
        "“31 Feb 2023” in Connected On is no date that exists; the rest was kept.",
    )


def test_old_macintosh_line_ends():
    got = read(HEAD.replace(b"\n", b"\r") + b"Ana,Lima,,,,,\rBo,Berg,,,,,\r")
    assert [p.given for p in got.people] == ["Ana", "Bo"]


def test_damage_in_utf8_is_not_another_code_page():
    got = read(HEAD + "Zoë,Müller,,,Grün,Größe,\n".encode() + b"Ana,L\xffma,,,,,\n")
    assert got.people[0].family == "Müller"
    assert not got.encoding_guessed


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_encodings(codec):
    text = HEAD.decode() + "Zoë,Müller,,,Łódź Ltd,,\n"
    got = read(text.encode(codec))
    assert [p.organization for p in got.people] == ["Łódź Ltd"]
    assert not got.encoding_guessed


def test_code_page_that_makes_the_header_readable():
    text = "Имя,Фамилия,Адрес электронной почты\nОльга,Ивáнова,o@o.example\n".replace("á", "а")
    got = read(text.encode("cp1251"))
    assert got.people[0].display_name == "Ольга Иванова"
    assert got.encoding_guessed


def test_cards_with_a_lost_end_do_not_swallow_the_next():
    text = b"BEGIN:VCARD\nFN:Ana\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\n"
    got = read(text)
    assert [p.display_name for p in got.people] == ["Ana", "Bo"]


def test_nested_card_is_nobody():
    agent = b"AGENT:\nBEGIN:VCARD\nFN:Secretary\nEND:VCARD\n"
    got = read(b"BEGIN:VCARD\nFN:Ana\n" + agent + b"TEL:12345\nEND:VCARD\n")
    assert [(p.display_name, p.phones) for p in got.people] == [("Ana", ("12345",))]


def test_empty_line_after_every_line():
    content = (SAMPLES / "vcard/android21_qp.vcf").read_bytes().replace(b"\r\n", b"\r\n\r\n")
    assert read(content).people[0].display_name == "Zoë Müller — Lead Engineer"


def test_malformed_birthday_is_said():
    got = read(b"BEGIN:VCARD\nFN:Ana\nBDAY:1990-02-31\nEND:VCARD\n")
    assert got.people[0].birthday == ""
    assert "1990-02-31" in str(got.problems(Outcome.NOTED)[0])


def test_script_addresses_never_pass():
    got = read(b"BEGIN:VCARD\nFN:Ana\nURL:javascript:alert(1)\nEND:VCARD\n")
    assert got.people[0].links == ()


def test_zip_of_cards_takes_all_contacts_only():
    card = b"BEGIN:VCARD\nFN:%s\nEND:VCARD\n"
    got = read(
        zipped(
            {
                "Takeout/Contacts/All Contacts/All Contacts.vcf": card % b"Ana" + card % b"Bo",
                "Takeout/Contacts/Mentors/Mentors.vcf": card % b"Ana",
            }
        ),
        "takeout.zip",
    )
    assert [p.given or p.display_name for p in got.people] == ["Ana", "Bo"]
