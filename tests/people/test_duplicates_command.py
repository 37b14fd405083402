"""`askwell duplicates`, `merge`, `unmerge`: files in, pairs out, and back."""

from uuid import uuid4

import pytest

CARD = """BEGIN:VCARD
VERSION:4.0
UID:{uid}
FN:{given} {family}
N:{family};{given};;;
ORG:{firm}
TEL:{phone}
END:VCARD
"""


def book(*rows):
    return "".join(
        CARD.format(uid=uuid4(), given=g, family=f, firm=o, phone=p) for g, f, o, p in rows
    )


@pytest.fixture
def imported(askwell):
    def bring_in(*rows):
        path = askwell.data / "people.vcf"
        path.write_text(book(*rows))
        askwell.json("import", str(path))
        return askwell.json("duplicates")

    return bring_in


def names(found):
    return [tuple(sorted(pair["names"])) for pair in found]


ALIKE = [
    (("Robert", "Ashdown"), ("Bob", "Ashdown"), "another form of the first name"),
    (("Zoë", "Müller"), ("Zoe", "Muller"), "the same name"),
    (("Tadeusz", "Kowalski"), ("Tadeusz", "Kowlaski"), "nearly the same name"),
    (("Ines", "Okafor"), ("Okafor", "Ines"), "the same names the other way round"),
    (("Ngozi", "Haddad"), ("N.", "Haddad"), "the same initial and family name"),
    (("María José", "García López"), ("María", "García"), "a shorter form of the name"),
    (("Иван", "Петров"), ("Ivan", "Petrov"), "the same name"),
    (("Γιώργος", "Βλάχος"), ("Giorgos", "Vlachos"), "the same name"),
    (("伟", "王"), ("Wei", "Wang"), "the same name"),
    (("민준", "김"), ("Minjun", "Kim"), "name"),
    (("محمد", "منصور"), ("Mohammed", "Mansour"), "name"),
]


def test_one_name_in_two_spellings_at_one_organization(imported):
    rows = []
    for number, (one, other, _reason) in enumerate(ALIKE):
        firm = f"Harbour Works {number}"
        rows += [(*one, firm, ""), (*other, f"{firm} Ltd", "")]
    found = {tuple(sorted(pair["names"])): pair for pair in imported(*rows)}
    wanted = {tuple(sorted((" ".join(a), " ".join(b)))): reason for a, b, reason in ALIKE}
    assert found.keys() == wanted.keys()
    for name, reason in wanted.items():
        assert reason in found[name]["reasons"][0], found[name]
        assert "the same organization" in found[name]["reasons"]
        assert 0.5 < found[name]["score"] <= 1


def test_one_telephone_in_several_notations(imported):
    numbers = ["+49 30 901820", "030 901820", "0049 (30) 901820"]
    found = imported(*(("Mira", "Adeyemi", f"Firm {n}", n) for n in numbers))
    assert len(found) == 3
    for pair in found:
        assert pair["reasons"] == ["the same name", "the same telephone number"]


def test_never_on_a_name_alone(imported):
    assert imported(("Mira", "Adeyemi", "Harbour", ""), ("Mira", "Adeyemi", "Museum", "")) == []


def test_a_couple_with_one_telephone_is_two_people(imported):
    rows = [("Mira", "Adeyemi", "", "+49 30 901820"), ("Jonas", "Adeyemi", "", "+49 30 901820")]
    assert imported(*rows) == []


def test_colleagues_are_not_the_same(imported):
    rows = [("Mira", "Adeyemi"), ("Mira", "Okafor"), ("Jonas", "Adeyemi"), ("Tom", "Lindqvist")]
    assert imported(*((*name, "Harbour Works", "+49 30 901800") for name in rows)) == []


def test_merged_and_two_again(askwell, imported):
    (pair,) = imported(("Bob", "Ashdown", "Tate", ""), ("Robert", "Ashdown", "Tate", ""))
    merged = askwell("merge", pair["a"], pair["b"]).stdout.strip()
    assert len(askwell.json("people")) == 1
    assert askwell.json("duplicates") == []
    told = askwell.json("unmerge", merged)
    assert (told["a"], told["b"], told["conflicts"]) == (pair["a"], pair["b"], [])
    assert len(askwell.json("people")) == 2
    assert askwell.json("duplicates") == [pair]


def test_what_is_not_there_cannot_be_merged(askwell, imported):
    imported(("Bob", "Ashdown", "Tate", ""))
    uid = askwell.json("people")[0]["uid"]
    assert askwell("merge", uid, str(uuid4()), status=1).stderr
    assert askwell("unmerge", str(uuid4()), status=1).stderr
    assert "same entry" in askwell("merge", uid, uid, status=1).stderr
