"""A seeded address book with near-duplicates and the truth about them, names in several scripts.

Each entry and each twin get what a real book has: gaps, moves, other spellings, typing errors.
"""

import csv
import random
import re
import unicodedata
from itertools import accumulate
from pathlib import Path
from typing import Any

POOLS: list[tuple[int, str, str]] = [
    (
        40,
        "James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan "
        "Joseph Jessica Thomas Sarah Charles Karen Christopher Lisa Daniel Nancy Matthew Betty Anthony Sandra "
        "Mark Margaret Donald Ashley Steven Kimberly Andrew Emily Paul Donna Joshua Michelle Kenneth Carol "
        "Kevin Amanda Brian Melissa George Deborah Timothy Stephanie Ronald Rebecca Jason Laura Edward Sharon "
        "Jeffrey Cynthia Ryan Kathleen Jacob Amy Gary Angela Nicholas Shirley Eric Brenda Jonathan Emma",
        "Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Moore Jackson Martin Lee Harris "
        "Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Baker Nelson Carter "
        "Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards Collins Stewart Morris Murphy Cook Rogers "
        "Morgan Cooper Peterson Reed Bailey Bell Kelly Howard Ward Cox Richardson Wood Watson Brooks Bennett "
        "Gray Hughes Price Myers Long Foster Sanders Ross Powell Sullivan Russell Fisher Henderson Cole West "
        "Jordan Reynolds Fox Hamilton Graham Wallace Woods Hayes Ford Gibson Marshall Owens Harrison Palmer "
        "Hawthorne Pemberton Whitlock Ashdown Fairweather Thistlewood Oakenfull Tattersall Ravenscroft Uttley",
    ),
    (
        12,
        "Anna Lukas Marie Maximilian Sophie Jürgen Käthe Björn Günther Heike Wolfgang Ursula Matthias Sabine "
        "Stefan Claudia Andreas Birgit Thorsten Anke Sören Frauke Ulrich Dörte",
        "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter "
        "Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner "
        "Krause Lehmann Köhler Maier Kühn Groß Weiß Böttcher Lüdenscheidt Öztürk Jäger Vogel Strauß",
    ),
    (
        12,
        "María José Carmen Antonio Lucía Manuel Paula Francisco Elena Javier Inés Álvaro Sofía Ramón Nuria "
        "Andrés Pilar Íñigo Rocío Jesús João Beatriz Tiago Conceição",
        "García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández "
        "Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Serrano "
        "Silva Santos Ferreira Pereira Oliveira Costa Carvalho Araújo Magalhães Gonçalves Conceição",
    ),
    (
        8,
        "Zofia Jan Agnieszka Piotr Katarzyna Krzysztof Małgorzata Tomasz Łucja Paweł Grażyna Michał Jiří Zdeněk",
        "Nowak Kowalski Wiśniewski Wójcik Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski "
        "Jankowski Mazur Kwiatkowski Krawczyk Piotrowski Grabowski Pawłowski Łukaszewicz Dvořák Novotný Černý",
    ),
    (
        6,
        "Nguyễn Linh Minh Hương Tuấn Lan Đức Thảo Quân Mai",
        "Trần Lê Phạm Hoàng Đặng Bùi Đỗ Ngô Dương Lý",
    ),
    (
        6,
        "Mehmet Ayşe Mustafa Fatma Ahmet Çiğdem Hüseyin Gülşen İbrahim Şule",
        "Yılmaz Kaya Demir Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan",
    ),
    (
        5,
        "Иван Мария Александр Елена Сергей Ольга Дмитрий Наталья Алексей Татьяна Михаил Екатерина",
        "Иванов Смирнова Кузнецов Попова Васильев Петрова Соколов Михайлова Новиков Фёдорова Морозов Волкова",
    ),
    (
        3,
        "Γιώργος Μαρία Δημήτρης Ελένη Κωνσταντίνος Κατερίνα Νίκος Βασιλική",
        "Παπαδόπουλος Βλάχος Αγγελόπουλος Νικολαΐδης Γεωργίου Δημητρίου Κωνσταντίνου Οικονόμου",
    ),
    (
        3,
        "محمد أحمد فاطمة علي مريم عمر خالد سارة يوسف ليلى",
        "حسن إبراهيم محمود السيد عبدالله منصور الشريف سليم",
    ),
    (
        5,
        "伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀英 霞 平 建华 志强 丽娟 晓明",
        "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗",
    ),
]
PET = {
    "Robert": "Bob", "William": "Bill", "Elizabeth": "Liz", "Michael": "Mike", "Thomas": "Tom",
    "Katarzyna": "Kasia", "Александр": "Саша", "Francisco": "Paco", "José": "Pepe", "Rebecca": "Becky",
    "Christopher": "Chris", "Margaret": "Peggy", "Daniel": "Dan", "Susan": "Sue", "Richard": "Dick",
}  # fmt: skip
_SOUNDS = "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya e"
LATIN = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщыэюяё",
        _SOUNDS.split(),
        strict=True,
    )
)
_ROLES = (
    "Engineer|Product manager|Nurse|Teacher|Analyst|Designer|Founder|Recruiter|Journalist|Architect|Lecturer|"
    "Consultant|Solicitor|Researcher|Curator|Actuary|Planner|Account executive|Data scientist|Head of sales|"
    "Operations lead|Programme officer|Civil engineer|Marketing lead"
)
ROLES = _ROLES.split("|")
_PLACES = "Dublin|Kraków|Zürich|Lisbon|Leeds|Osaka|Köln|Toronto|Boston|Oslo|Accra|Pune|Austin|北京|"
_PLACES += (
    "Málaga|Łódź|Göteborg|Montréal|Nairobi|Ghent|Cork|Porto|Lyon|Graz|Turin|Leipzig|Utrecht|Basel"
)
PLACES = _PLACES.split("|")
FORMS = (
    "Labs",
    "Partners",
    "Health",
    "Energy",
    "Studio",
    "Analytics",
    "GmbH",
    "Ltd",
    "Inc",
    "Works",
)


def plain(text: str) -> str:
    """Without accents and case, Cyrillic in Latin letters."""
    text = "".join(LATIN.get(c, c) for c in text.lower().replace("ł", "l").replace("ı", "i"))
    flat = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("đ", "d"))
    return "".join(c for c in flat if not unicodedata.combining(c))


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", plain(text))


class Book:
    """Draws entries and twins of them."""

    def __init__(self, seed: int, size: int) -> None:
        self.draw = random.Random(seed)
        self.pools = [(w, g.split(), f.split()) for w, g, f in POOLS]
        self.cuts = list(accumulate(pool[0] for pool in self.pools))
        families = self.pools[0][2] + self.pools[1][2]
        self.firms = [
            f"{self.draw.choice(families)} {self.draw.choice(FORMS)} {n}"
            for n in range(max(100, size // 15))
        ]
        self.common = list(accumulate(1 / (n + 1) ** 0.6 for n in range(len(self.firms))))

    def entry(self) -> dict[str, Any]:
        """One person of the book."""
        draw = self.draw
        _weight, given, family = draw.choices(self.pools, cum_weights=self.cuts)[0]
        # Few names are frequent and many rare; every second family name is a double or made one.
        first, last = self._frequent(given), self._frequent(family)
        if last.isascii() and draw.random() < 0.75:
            last = draw.choice(_BEGINNINGS) + draw.choice(_MIDDLES) + draw.choice(_ENDINGS)
        firm = draw.choices(self.firms, cum_weights=self.common)[0]
        address = f"{_slug(first) or 'mail'}.{_slug(last) or draw.randrange(10**5)}"
        return {
            "given": first, "family": last, "firm": firm, "role": draw.choice(ROLES),
            "email": f"{address}{draw.randrange(100)}@{_slug(firm)[:18]}.example" if draw.random() < 0.6 else "",
            "phone": f"+{draw.choice((1, 44, 49, 33, 48, 86))}{draw.randrange(10**8, 10**9)}" if draw.random() < 0.5 else "",
            "place": draw.choice(PLACES) if draw.random() < 0.9 else "",
            "birthday": f"19{draw.randrange(50, 99)}-{draw.randrange(1, 13):02d}-{draw.randrange(1, 29):02d}"
            if draw.random() < 0.25 else "",
        }  # fmt: skip

    def _frequent(self, names: list[str]) -> str:
        return names[int(self.draw.expovariate(1 / len(names))) % len(names)]

    def twin(self, one: dict[str, Any]) -> tuple[dict[str, Any], str]:
        """The same person as another address book has them, and what was changed."""
        draw, other, changed = self.draw, dict(one), []
        change = draw.choice(("fold", "pet", "slip", "slip", "slip", "swap", "initial", "none"))
        if change == "fold":
            other["given"], other["family"] = (
                plain(one["given"]).title(),
                plain(one["family"]).title(),
            )
        elif change == "pet":
            other["given"] = PET.get(one["given"], one["given"])
        elif change == "slip":
            part = draw.choice(("given", "family", "family"))
            other[part] = self._slip(one[part])
        elif change == "swap":
            other["given"], other["family"] = one["family"], one["given"]
        elif change == "initial":
            other["given"] = one["given"][:1] + "."
        changed.append(change)
        for name, odds, new in (
            ("firm", 0.2, draw.choice(self.firms)),
            ("email", 0.3, ""),
            ("phone", 0.3, ""),
            ("place", 0.1, ""),
            ("birthday", 0.2, ""),
        ):
            if one[name] and draw.random() < odds:
                other[name] = new
                changed.append(name)
        if other["phone"] and draw.random() < 0.5:
            other["phone"] = "0" + other["phone"][-9:]
        if "firm" in changed:
            other["role"] = draw.choice(ROLES)
        return other, "+".join(changed)

    def _slip(self, word: str) -> str:
        draw, at = self.draw, self.draw.randrange(max(1, len(word) - 1))
        kind = draw.randrange(4)
        if len(word) < 4 or kind == 0:
            return word[: at + 1] + word[at:]
        if kind == 1:
            return word[:at] + word[at + 1 :]
        if kind == 2:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        return word[:at] + draw.choice("aeiounrst") + word[at + 1 :]


_STARTS = "Ash Brad Car Dal Ed Fal Gar Hal Kir Lang Mar Nor Os Pem Rad Sal Thorn Ux Wal York"
_BEGINNINGS = _STARTS.split()
_MIDDLES = (
    "",
    "a",
    "ber",
    "den",
    "e",
    "ing",
    "is",
    "ling",
    "mo",
    "na",
    "or",
    "ring",
    "sto",
    "ter",
    "vi",
)
_ENDINGS = (
    "ton",
    "son",
    "ley",
    "man",
    "ford",
    "well",
    "ham",
    "by",
    "worth",
    "sen",
    "berg",
    "wood",
    "ins",
)


def write(folder: Path, *, people: int, twins: int, seed: int = 7) -> None:
    """`people.vcf` and `truth.csv` (two card UIDs of one person, and how they differ)."""
    book = Book(seed, people)
    entries = [book.entry() for _ in range(people)]
    truth = []
    for number in range(twins):
        at = book.draw.randrange(people)
        other, changed = book.twin(entries[at])
        entries.append(other)
        truth.append((people + number, at, changed))
    order = list(range(len(entries)))
    book.draw.shuffle(order)
    with (folder / "people.vcf").open("w", encoding="utf-8", newline="") as file:
        for at in order:
            file.write(card(at, entries[at]))
    with (folder / "truth.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["dup_id", "orig_id", "kind"])
        writer.writerows(truth)


def card(number: int, one: dict[str, Any]) -> str:
    """One entry as a vCard."""
    lines = [
        "BEGIN:VCARD", "VERSION:3.0", f"UID:twin-{number}", f"FN:{one['given']} {one['family']}",
        f"N:{one['family']};{one['given']};;;", f"ORG:{one['firm']}", f"TITLE:{one['role']}",
    ]  # fmt: skip
    given = {
        "EMAIL": one["email"],
        "TEL": one["phone"],
        "BDAY": one["birthday"],
        "ADR": one["place"] and f";;;{one['place']};;;",
    }
    lines += [f"{name}:{value}" for name, value in given.items() if value]
    return "\r\n".join([*lines, "END:VCARD", ""])
