"""Every sample of every layout gives exactly what it should."""

from datetime import date
from pathlib import Path

import pytest

from askwell.people.formats import Outcome
from tests.people.formats.reading import SAMPLES, read, sample

CONNECTIONS = [
    "linkedin/Connections_current.csv",
    "linkedin/Connections_bom_crlf.csv",
    "linkedin/Basic_LinkedInDataExport_11-15-2026.zip",
    "linkedin/Complete_LinkedInDataExport_11-15-2026.zip",
]


@pytest.mark.parametrize("path", CONNECTIONS)
def test_current_connections(path):
    got = sample(path)
    assert [p.display_name for p in got.people] == [
        "Ines Okafor",
        "Tomás de la Cruz, PhD",
        "Zoë 🌱 Müller",
        "Priya S.",
        "Priya S.",
        "太郎山田",
    ]
    ines, tomas, zoe, priya, other, taro = got.people
    assert ines.links == ("https://www.linkedin.com/in/ines-okafor-demo",)
    assert (ines.organization, ines.role) == ("Brightwater Labs", "Staff Engineer")
    assert ines.connected_on == date(2026, 10, 30)
    assert tomas.emails == ("tomas@example.org",)
    assert tomas.organization == '"Nimbus" Health, Inc.'
    assert tomas.role == "VP, Data & AI"
    assert (tomas.given, tomas.family) == ("Tomás", "de la Cruz, PhD")
    assert zoe.links == ("https://www.linkedin.com/in/zoë-müller-demo",)
    assert zoe.greeting_name == "Zoë"
    assert priya.links != other.links
    assert taro.role == "エンジニア"
    (departed,) = got.problems(Outcome.SKIPPED)
    assert departed.line == 8
    assert (got.counts["PersonRecord"], got.counts["skipped"], got.counts["failed"]) == (6, 1, 0)


def test_records_know_their_place_and_raw_row():
    ines = sample("linkedin/Connections_current.csv").people[0]
    assert (ines.file, ines.line) == ("Connections_current.csv", 5)
    assert ines.raw["Connected On"] == "30 Oct 2026"
    assert "Email Address" not in ines.raw


def test_zip_knows_its_day_and_its_owner():
    got = sample(CONNECTIONS[2])
    assert got.exported_on == date(2026, 11, 15)
    assert got.me is not None
    assert (got.me.given, got.me.family) == ("Sam", "Rivera")
    assert got.me.emails[0] == "sam@example.org"
    assert len(got.me.positions) == 3
    assert [p.title for p in got.me.positions if not p.finished] == ["Operations Analyst"]
    assert len(got.me.skills) == 3
    assert len(got.me.follows) == 2
    assert got.me.education[0].school
    assert sample(CONNECTIONS[3]).me == got.me


def test_layout_of_2018():
    got = sample("linkedin/Connections_2018_nourl.csv")
    assert [p.connected_on for p in got.people] == [date(2018, 1, 8), date(2017, 11, 17)]
    assert got.people[0].emails == ("ines@example.org",)


def test_columns_in_another_order():
    (ines,) = sample("linkedin/Connections_reordered.csv").people
    assert ines.links == ("https://www.linkedin.com/in/ines-okafor-demo",)


def test_saved_again_by_german_excel():
    got = sample("linkedin/Connections_excel_resaved_de.csv")
    (tomas,) = got.people
    assert (tomas.display_name, tomas.organization) == ("Tomás Müller", "Grün GmbH")
    assert tomas.connected_on == date(2026, 10, 30)
    assert got.encoding_guessed


def test_french_headers():
    (chloe,) = sample("linkedin/Connections_localised_fr.csv").people
    assert (chloe.given, chloe.family, chloe.role) == ("Chloé", "Dubois", "Ingénieure")
    assert chloe.connected_on == date(2023, 3, 12)


def test_google_since_2024():
    got = sample("google/contacts_2024.csv")
    ines, nameless, taro = got.people
    assert ines.emails == (
        "ines@brightwater.example",
        "i.okafor@brightwater.example",
        "ines@example.org",
    )
    assert len(ines.phones) == 2
    assert ines.labels == ("Mentors",)
    assert ines.birthday == "--12-01"
    assert ines.notes == "Met at\nPyCon"
    assert nameless.display_name == ""
    assert nameless.label == "just-an-address@example.org"
    assert (taro.display_name, taro.birthday) == ("山田太郎", "1988-06-15")


@pytest.mark.parametrize("path", ["contacts_legacy.csv", "contacts_legacy_utf16.csv"])
def test_google_before_2024(path):
    (ines,) = sample(f"google/{path}").people
    assert ines.emails == ("ines@brightwater.example", "unlabelled@example.org")
    assert ines.labels == ("Mentors",)
    assert (ines.organization, ines.role) == ("Brightwater Labs", "Staff Engineer")
    assert ines.notes == 'said "hi"'


def test_google_takeout_cards():
    ines, nameless = sample("google/takeout_All_Contacts.vcf").people
    assert ines.emails == ("ines@brightwater.example", "ines@example.org")
    assert ines.links == ("https://www.linkedin.com/in/ines-okafor-demo",)
    assert ines.labels == ("Mentors",)
    assert ines.notes.startswith("Met at PyCon, 2025.\nLikes tea; hates")
    assert ines.notes.endswith("that has to be folded at seventy-five characters")
    assert (nameless.display_name, nameless.label) == ("", "just-an-address@example.org")


def test_classic_outlook():
    got = sample("outlook/contacts_classic_en_cp1252.csv")
    (jurgen,) = got.people
    assert jurgen.display_name == "Jürgen Weiß"
    assert jurgen.emails == ("jw@gruen.example",)
    assert jurgen.birthday == ""
    assert jurgen.labels == ("Mentor", "Alumni")
    assert jurgen.notes == "Zeile 1\nZeile 2"
    assert got.encoding_guessed
    assert not got.problems(Outcome.NOTED)


def test_german_outlook():
    (jurga,) = sample("outlook/contacts_de_cp1252.csv").people
    assert (jurga.role, jurga.birthday, jurga.honorific) == ("Leiterin", "1980-12-31", "Frau")


def test_outlook_com():
    (ines,) = sample("outlook/contacts_outlook_com_utf8bom.csv").people
    assert (ines.role, ines.honorific) == ("Staff Engineer", "Dr.")
    assert ines.birthday == "1985-06-15"


def test_icloud():
    got = sample("vcard/apple_icloud.vcf")
    (ines,) = got.people
    assert ines.birthday == "--12-01"
    assert ines.links == ("https://www.linkedin.com/in/ines-okafor-demo",)
    assert [c.name for c in got.companies] == ["Brightwater Labs"]
    assert [p.params["name"] for p in got.problems(Outcome.NOTED)] == ["Mentors"]
    assert "PHOTO" not in ines.raw["vcard"]


def test_android():
    zoe, nameless = sample("vcard/android21_qp.vcf").people
    assert zoe.display_name == "Zoë Müller — Lead Engineer"
    assert (zoe.given, zoe.family) == ("Zoë", "Müller")
    assert nameless.label == "no-name@example.org"


def test_outlook_card():
    (ines,) = sample("vcard/outlook21.vcf").people
    assert ines.emails == ("ines@brightwater.example",)
    assert "1 Pier\r\nSan Francisco, CA  94111" in ines.raw["vcard"].replace("=0D=0A", "\r\n")


def test_version_4():
    (ines,) = sample("vcard/vcard40.vcf").people
    assert ines.phones == ("+1-415-555-0111 ext 5",)
    assert ines.uid == "0b1f0d6e-0000-4000-8000-000000000001"
    assert (ines.display_name, ines.organization) == ("Ines Okafor", "Brightwater, Labs")
    assert ines.birthday == "--12-01"


def test_jcard():
    (ines,) = sample("vcard/jcard.json").people
    assert (ines.given, ines.organization, ines.birthday) == ("Ines", "Brightwater Labs", "--12-01")


def test_utf16_without_bom():
    (zoe,) = sample("vcard/utf16be_nobom.vcf").people
    assert zoe.display_name == "Zoë Müller"


def test_cut_card_keeps_what_is_there():
    got = sample("vcard/truncated.vcf")
    assert [p.display_name for p in got.people] == ["First Ok", "Cut Off"]
    assert got.people[1].emails == ("cut@example.org",)
    (note,) = got.problems(Outcome.NOTED)
    assert note.line == 5
    assert "ends in the middle" in str(note)


def test_no_sample_is_forgotten():
    tested = {p.name for p in SAMPLES.rglob("*") if p.is_file()} - {"README.md", "expected.json"}
    text = "".join(p.read_text(encoding="utf-8") for p in Path(__file__).parent.glob("test_*.py"))
    text += (SAMPLES / "expected.json").read_text(encoding="utf-8")
    assert [name for name in sorted(tested) if name not in text] == []


def test_content_decides_not_the_name():
    content = (SAMPLES / "vcard/vcard40.vcf").read_bytes()
    assert read(content, "contacts.csv").format == "vcard"
    content = (SAMPLES / CONNECTIONS[2]).read_bytes()
    assert read(content, "contacts.vcf").format == "linkedin-zip"
