"""Seeded address books for the benchmarks: names in eighteen languages, near-duplicates, notes.

`write(folder, base=…, dups=…, notes=…)` makes `Connections.csv`, `people.vcf`, `google.csv`,
`people.jsonl`, `notes.jsonl`, `truth.csv` (near-duplicate, original, what was changed) and
`queries.txt` (what somebody has typed so far). The same seed gives the same bytes.

By hand: `python bench/people_files.py DIR --base 28500 --dups 1500 --notes 5`. The benchmarks take
files made elsewhere from the folder that `ASKWELL_BENCH_INPUTS` names.
"""

import argparse
import csv
import datetime as dt
import json
import os
import random
import re
import sys
import unicodedata
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.people_words import (
    CITIES,
    GOOGLE,
    LIGATURE,
    MIX,
    NICK,
    PREAMBLE,
    SKILLS,
    SUFFIX,
    TEMPLATES,
    TITLES,
    TOPICS,
)

Pool = tuple[list[str], list[float]]
Row = dict[str, Any]


def made(base: int, *, dups: int = 0, notes: int = 0, seed: int = 7, cache: Path) -> Path:
    """A folder with the files: one named by `ASKWELL_BENCH_INPUTS`, else made below `cache`."""
    name = f"people-{base}-{dups}-{notes}-{seed}"
    given = os.environ.get("ASKWELL_BENCH_INPUTS")
    if given and (Path(given) / name / "Connections.csv").exists():
        return Path(given) / name
    write(cache / name, base=base, dups=dups, notes=notes, seed=seed)
    return cache / name


def write(folder: Path, *, base: int, dups: int = 0, notes: int = 0, seed: int = 7) -> None:
    """Write all files; `base` people and `dups` near-duplicates of some of them, shuffled."""
    folder.mkdir(parents=True, exist_ok=True)
    maker = _Maker(seed, base)
    rows = [maker.person(number) for number in range(base)]
    truth = [maker.near_duplicate(rows, base, number) for number in range(dups)]
    order = list(range(len(rows)))
    maker.draw.shuffle(order)
    rows = [rows[place] for place in order]
    _write_books(folder, maker, rows, notes, seed)
    with (folder / "truth.csv").open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["dup_id", "orig_id", "kind"])
        table.writerows(truth)
    queries = [maker.query(rows) for _ in range(300)]
    (folder / "queries.txt").write_text("".join(f"{k}\t{t}\n" for k, t in queries))


def fold(text: str) -> str:
    """Without accents; case stays."""
    text = "".join(LIGATURE.get(c, c) for c in text)
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def ascii_id(text: str) -> str:
    """What an address or a profile makes of a name."""
    return re.sub(r"[^a-z0-9]+", "", fold(text).lower())


class _Maker:
    """Draws people from one seeded source."""

    def __init__(self, seed: int, base: int) -> None:
        self.draw = random.Random(seed)
        self.names, self.words = _pools()
        self.locales = [name for name, _ in MIX]
        self.shares = list(accumulate(share for _, share in MIX))
        self.rarity = list(accumulate(1 / (n + 1) ** 0.9 for n in range(len(self.words))))
        surnames = self.names["en_US"][1][0]
        self.firms = [self._firm(surnames) for _ in range(max(200, base // 12))]
        self.firm_shares = list(accumulate(1 / (n + 1) ** 0.6 for n in range(len(self.firms))))

    def _pick(self, locale: str, family: bool) -> str:
        pool = self.names[locale][family]
        return self.draw.choices(pool[0], cum_weights=pool[1])[0]

    def _firm(self, surnames: list[str]) -> str:
        r, k = self.draw, self.draw.random()
        if k < 0.5:
            return f"{r.choice(surnames)} {r.choice(SUFFIX)}"
        if k < 0.7:
            return f"{r.choice(self.words).title()}{r.choice(self.words)}"
        if k < 0.85:
            return f"{r.choice(surnames)}, {r.choice(surnames)} & {r.choice(surnames)}"
        if k < 0.93:
            return f"{self._pick('de_DE', True)} {r.choice(['GmbH', 'AG'])}"
        if k < 0.97:
            return f"{self._pick('fr_FR', True)} et fils"
        return f"{self._pick('zh_CN', True)}{self._pick('zh_CN', False)}有限公司"

    def firm(self) -> str:
        """An employer: few large ones, many small ones."""
        return self.draw.choices(self.firms, cum_weights=self.firm_shares)[0]

    def person(self, number: int) -> Row:
        """Somebody with a name of one language, a job, and some ways to be reached."""
        r = self.draw
        locale = r.choices(self.locales, cum_weights=self.shares)[0]
        first, last = self._pick(locale, False), self._pick(locale, True)
        if locale == "en_IE" and r.random() < 0.3:
            last = r.choice(["O'Brien", "O'Connor", "O'Neill", "O'Sullivan", "D'Arcy", "O’Malley"])
        if r.random() < 0.03:
            last += "-" + self._pick(locale, True)
        firm = self.firm()
        slug = (ascii_id(first) + "-" + ascii_id(last)).strip("-") or "m"
        profile = f"{slug}-{r.randrange(16**8):08x}"
        return {
            "id": number,
            "first": first,
            "last": last,
            "company": firm,
            **self._reach(first, last, firm),
            "url": f"https://www.linkedin.com/in/{profile}",
            "city": r.choice(CITIES),
            "connected": self.day(),
            "locale": locale,
        }

    def _reach(self, first: str, last: str, firm: str) -> Row:
        r = self.draw
        domain = ascii_id(firm)[:18] or f"corp{r.randrange(999)}"
        email = phone = ""
        if r.random() < 0.75:
            if r.random() < 0.6:
                name = f"{ascii_id(first) or 'u'}.{ascii_id(last) or r.randrange(9999)}"
                email = f"{name}@{domain}.example"
            else:
                email = f"{ascii_id(first) or 'u'}{r.randrange(10000)}@mail.example"
        if r.random() < 0.6:
            land = r.choice([1, 44, 353, 49, 33, 48, 55, 86, 81, 91])
            phone = (
                f"+{land} {r.randrange(200, 999)} {r.randrange(100, 999)} {r.randrange(1000, 9999)}"
            )
        return {"title": r.choice(TITLES), "email": email, "phone": phone}

    def day(self) -> str:
        """When somebody connected."""
        return (dt.date(2012, 1, 1) + dt.timedelta(days=self.draw.randrange(5200))).isoformat()

    def near_duplicate(self, rows: list[Row], base: int, number: int) -> tuple[int, int, str]:
        """Somebody known, under a changed name, and perhaps another job, address or profile."""
        r = self.draw
        known = rows[r.randrange(base)]
        other = dict(known)
        other["id"] = base + number
        kinds = [self._change_name(known, other)]
        if r.random() < 0.35:
            other["company"], other["title"] = self.firm(), r.choice(TITLES)
            kinds.append("moved")
        if r.random() < 0.5:
            fresh = r.random() < 0.6
            name = ascii_id(other["first"]) or "u"
            other["email"] = f"{name}{r.randrange(10000)}@mail.example" if fresh else ""
            kinds.append("email")
        if known["phone"] and r.random() < 0.5:
            other["phone"] = re.sub(r"\D", "", known["phone"]) if r.random() < 0.6 else ""
            kinds.append("phone")
        if r.random() < 0.6:
            other["url"] = ""
        else:
            other["url"] = (
                f"https://www.linkedin.com/in/{ascii_id(other['first'])}{r.randrange(10**6)}"
            )
        other["connected"] = self.day()
        rows.append(other)
        return other["id"], known["id"], "+".join(kinds)

    def _change_name(self, known: Row, other: Row) -> str:
        k = self.draw.random()
        first, last = known["first"], known["last"]
        if k < 0.22 and fold(first + last) != first + last:
            other["first"], other["last"] = fold(first), fold(last)
            return "folded"
        if k < 0.45 and first in NICK:
            other["first"] = NICK[first]
            return "nick"
        if k < 0.62:
            other["last"] = self._typo(last)
            return "typo-last"
        if k < 0.74:
            other["first"] = self._typo(first)
            return "typo-first"
        if k < 0.82:
            other["first"], other["last"] = last, first
            return "swapped"
        if k < 0.88:
            other["first"] = first[:1] + "."
            return "initial"
        return "same-name"

    def _typo(self, text: str) -> str:
        if len(text) < 4:
            return text + text[-1:]
        place, kind = self.draw.randrange(1, len(text) - 1), self.draw.randrange(3)
        if kind == 0:
            return text[:place] + text[place + 1 :]
        if kind == 1:
            return text[:place] + text[place + 1] + text[place] + text[place + 2 :]
        return text[:place] + text[place] + text[place:]

    def note(self, rows: list[Row], day: dt.date) -> tuple[str, str]:
        """When, and a few sentences about others, firms, towns and subjects."""
        r, parts = self.draw, []
        for _ in range(r.randrange(3, 7)):
            other = r.choice(rows)
            parts.append(
                r.choice(TEMPLATES).format(
                    p=f"{other['first']} {other['last']}",
                    c=self.firm(),
                    c2=self.firm(),
                    city=r.choice(CITIES),
                    t=r.choice(TOPICS),
                    t2=r.choice(TOPICS),
                    s=r.choice(SKILLS),
                    title=r.choice(TITLES),
                    d=day,
                    w=r.choices(self.words, cum_weights=self.rarity)[0],
                    w2=r.choices(self.words, cum_weights=self.rarity)[0],
                )
            )
        when = day + dt.timedelta(days=r.randrange(900))
        return when.isoformat(), " ".join(parts)

    def query(self, rows: list[Row]) -> tuple[str, str]:
        """What somebody looking for a person, a firm or a word has typed so far."""
        r, one, k = self.draw, self.draw.choice(rows), self.draw.random()
        if k < 0.40:
            name = r.choice([one["first"], one["last"]])
            cut = max(2, r.randrange(2, len(name) + 1)) if len(name) > 2 else len(name)
            return "name", name[:cut]
        if k < 0.50:
            return "full", f"{one['first']} {one['last']}"
        if k < 0.60:
            name = fold(one["last"])
            return "folded", name[: max(3, len(name) - 1)]
        if k < 0.80:
            name = one["company"].split()[0]
            return "company", name[: max(3, r.randrange(2, len(name) + 1))]
        plain = r.random() < 0.6
        return "noteword", r.choice(self.words if plain else [t.split()[0] for t in TOPICS])


def _pools() -> tuple[dict[str, tuple[Pool, Pool]], list[str]]:
    """First and last names by language, and English words, from Faker's lists."""
    from faker import Faker

    found = {}
    for locale, _ in MIX:
        providers = Faker(locale).get_providers()
        person = next(p for p in providers if "person" in p.__provider__)
        first = _flat(person, "first_names_male", "first_names_female")
        last = _flat(person, "last_names")
        found[locale] = (
            first if first[0] else _flat(person, "first_names"),
            last if last[0] else _flat(person, "last_names_male"),
        )
    lorem = next(p for p in Faker("en_US").get_providers() if "lorem" in p.__provider__)
    return found, list(lorem.word_list)


def _flat(person: Any, *names: str) -> Pool:
    weights: dict[Any, float] = {}
    for name in names:
        values = getattr(person, name, None)
        if values is not None:
            weights |= values if isinstance(values, dict) else dict.fromkeys(values, 1)
    plain = {(k[1] if isinstance(k, tuple) else k): w for k, w in weights.items()}
    return list(plain), list(accumulate(plain.values()))


def _write_books(folder: Path, maker: _Maker, rows: list[Row], notes: int, seed: int) -> None:
    text: Callable[..., Any] = lambda name: (folder / name).open("w", newline="", encoding="utf-8")  # noqa: E731
    with (
        text("people.jsonl") as plain,
        (folder / "people.vcf").open("wb") as cards,
        text("Connections.csv") as linkedin,
        text("google.csv") as google,
        text("notes.jsonl") as told,
    ):
        linkedin.write(PREAMBLE)
        one, two = csv.writer(linkedin, lineterminator="\n"), csv.writer(google)
        one.writerow(
            [
                "First Name",
                "Last Name",
                "URL",
                "Email Address",
                "Company",
                "Position",
                "Connected On",
            ]
        )
        two.writerow(GOOGLE)
        count = 0
        for row in rows:
            other = maker.draw.choice(rows)["first"]
            row["note"] = f"Met through {other}; interested in {maker.draw.choice(TOPICS)}."
            plain.write(json.dumps(row, ensure_ascii=False) + "\n")
            day = dt.date.fromisoformat(row["connected"])
            one.writerow(_linkedin(row, day, shown=maker.draw.random() < 0.15))
            two.writerow(_google(row))
            cards.write(_card(row, seed))
            for _ in range(notes):
                when, sentences = maker.note(rows, day)
                note = {"id": count, "person": row["id"], "date": when, "text": sentences}
                told.write(json.dumps(note, ensure_ascii=False) + "\n")
                count += 1


def _linkedin(row: Row, day: dt.date, *, shown: bool) -> list[str]:
    names = ("first", "last", "url", "email", "company", "title")
    cells = [row[name] for name in names] + [day.strftime("%d %b %Y")]
    return cells if shown else [*cells[:3], "", *cells[4:]]


def _google(row: Row) -> list[str]:
    cells = [row["first"], "", row["last"], *[""] * 7, row["company"], row["title"], "", ""]
    cells += [row["note"], "", "* myContacts", "* Work" if row["email"] else "", row["email"]]
    cells += ["Mobile" if row["phone"] else "", row["phone"]]
    return [*cells, "Profile" if row["url"] else "", row["url"]]


def _card(row: Row, seed: int) -> bytes:
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"UID:urn-bench-{seed}-{row['id']}",
        f"FN:{_escaped(row['first'] + ' ' + row['last'])}",
        f"N:{_escaped(row['last'])};{_escaped(row['first'])};;;",
        f"ORG:{_escaped(row['company'])}",
        f"TITLE:{_escaped(row['title'])}",
    ]
    lines += [f"EMAIL;TYPE=INTERNET,WORK:{row['email']}"] if row["email"] else []
    lines += [f"TEL;TYPE=CELL:{row['phone']}"] if row["phone"] else []
    lines += [f"URL:{row['url']}"] if row["url"] else []
    lines += [f"ADR;TYPE=WORK:;;;{_escaped(row['city'])};;;", f"NOTE:{_escaped(row['note'])}"]
    lines += ["REV:" + row["connected"].replace("-", "") + "T120000Z", "END:VCARD"]
    return b"".join(_folded(line) for line in lines)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    rest, parts = line.encode(), []
    while len(rest) > 75:
        cut = 75
        while (rest[cut] & 0xC0) == 0x80:
            cut -= 1
        parts.append(rest[:cut])
        rest = b" " + rest[cut:]
    return b"\r\n".join([*parts, rest]) + b"\r\n"


def main() -> None:
    """Write the files into the folder named."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", type=Path)
    for name, default in (("base", 28_500), ("dups", 1500), ("notes", 5), ("seed", 7)):
        options.add_argument(f"--{name}", type=int, default=default)
    chosen = options.parse_args()
    write(chosen.folder, base=chosen.base, dups=chosen.dups, notes=chosen.notes, seed=chosen.seed)


if __name__ == "__main__":
    main()
