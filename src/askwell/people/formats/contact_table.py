"""Contact tables whose columns are known by name: what LinkedIn, Outlook and others share."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from . import values
from .names import display_name, greeting_name
from .records import OrganizationRecord, Outcome, PersonRecord, Problem, gettext_noop
from .table import Header, Row, Table, Vocabulary

EXPECTED = "First Name, Last Name, Email Address, Company, Position"

BAD_DATE = gettext_noop("“%(value)s” in %(column)s is no date that exists; the rest was kept.")
NOTHING = gettext_noop("Neither a name nor an address, so there is nobody to add.")
OPEN_QUOTE = gettext_noop("A quotation mark is opened and never closed in this row.")
EITHER_WAY = gettext_noop(
    "“%(value)s” in %(column)s can be read in two ways; it was read as %(read)s."
)

WORDS = Vocabulary(
    {
        "given": "First Name|Given Name|Firstname|Forename|Vorname|Prénom|Nombre|Nome|Imię"
        "|Primeiro nome|Имя|Etunimi|Krstné meno|Jméno|Křestní jméno|名字|名|Förnamn|Fornavn|Voornaam",
        "middle": "Middle Name|Additional Name|Weitere Vornamen|Deuxième prénom|Segundo nombre"
        "|Second Name|Secondo nome|Drugie imię|Отчество",
        "family": "Last Name|Family Name|Surname|Lastname|Nachname|Nom|Nom de famille|Apellidos|Apellido"
        "|Cognome|Nazwisko|Último nome|Sobrenome|Фамилия|Sukunimi|Priezvisko|Příjmení|姓氏|姓"
        "|Efternamn|Etternavn|Achternaam",
        "display": "Name|Full Name|Display Name|Anzeigename|Nom complet|Nombre completo|Pseudo"
        "|Nome completo|Nome visualizzato|Отображаемое имя|Näyttönimi|姓名",
        "title": "Title|Titel|Titre|Título|Titolo|Tytuł",
        "honorific": "Name Prefix|Honorific|Anrede|Civilité|Titul|Tratamiento",
        "suffix": "Suffix|Name Suffix|Suffixe|Sufijo|Suffisso",
        "organization": "Company|Organization|Organisation|Organization Name|Employer|Firma|Unternehmen"
        "|Société|Entreprise|Organización|Empresa|Società|Azienda|Организация|Järjestö|Spoločnosť"
        "|Företag|Bedrijf|公司|会社",
        "role": "Position|Job Title|Role|Occupation|Jobtitel|Profession|Poste|Fonction|Puesto|Cargo"
        "|Qualifica|Posizione|Stanowisko|Должность|Ammattinimi|Funkcia|Funktion|職稱|Functie",
        "email": "Email|E-mail|Mail|E-mail Address|Email Address|Email Addresses|E-Mail-Adresse"
        "|Adresse e-mail|Adresse de messagerie|Dirección de correo electrónico|Correo electrónico"
        "|Indirizzo E-mail|Adres e-mail|Endereço de E-mail|Адрес электронной почты|E-mailová adresa"
        "|Ensisijainen sähköposti|電子郵件地址|Primary Email|Primäre E-Mail-Adresse|E-post"
        + "".join(
            f"|E-mail {n} Address|E-mail Address {n}|Email {n}|E-Mail {n}: Adresse"
            f"|Adresse de messagerie {n}|Dirección de correo electrónico {n}|Indirizzo E-mail {n}"
            f"|Adres e-mail {n}|Endereço de E-mail {n}|E-mailová adresa {n}|電子郵件 {n} 地址"
            for n in (2, 3)
        )
        + "|Secondary Email|Weitere E-Mail-Adresse|Zweite E-Mail-Adresse|Toissijainen sähköposti",
        "email_display": "E-mail Display Name|E-Mail: Angezeigter Name|E-mail 2 Display Name"
        "|E-mail 3 Display Name|E-Mail 2: Angezeigter Name|E-Mail 3: Angezeigter Name"
        "|Nom complet de l'adresse de messagerie",
        "phone": "Phone|Phone Number|Telephone|Telefon|Téléphone|Mobile|Mobile Phone|Mobiltelefon"
        "|Tél. mobile|Teléfono móvil|Telefono Mobile|Telefon komórkowy|Celular"
        "|Номер сотового телефона|Matkapuhelinnumero|Mobilný telefón|行動電話|Mobile Number"
        "|Business Phone|Business Phone 2|Work Phone|Telefon geschäftlich|Telefon geschäftlich 2"
        "|Téléphone (bureau)|Téléphone (bureau) 2|Teléfono del trabajo|Telefono di Lavoro"
        "|Telefon służbowy|Fone comercial|Рабочий телефон|Työpuhelin|Telefón do práce|商務電話"
        "|Home Phone|Home Phone 2|Primary Phone|Other Phone|Telefon (privat)|Telefon privat"
        "|Téléphone (domicile)|Company Main Phone",
        "url": "URL|Profile URL|LinkedIn|LinkedIn URL|LinkedIn Profile|Website|Web Page|Web Page 1"
        "|Web Page 2|Webseite|Page Web|Página web|Pagina Web|Strona sieci Web|Personal Web Page",
        "notes": "Notes|Note|Notizen|Remarques|Notas|Notatki|Заметки|Muistiinpanot|Poznámky|記事"
        "|Comments",
        "labels": "Categories|Labels|Tags|Kategorien|Catégories|Categorías|Categorie|Kategorie"
        "|Categorias|Категории|Kategórie|類別",
        "birthday": "Birthday|Birth Date|Geburtstag|Anniversaire|Cumpleaños|Compleanno|Urodziny"
        "|Aniversário|День рождения|Narodeniny|生日|Date de naissance",
        "connected": "Connected On|Date de connexion|Verbunden am|Hergestellt am|Kontakt seit"
        "|Fecha de conexión|Conectado el|Data di collegamento|Collegato il|Data da conexão"
        "|Conectado em|Verbonden op|Kontakt sedan",
        "birth_year": "Birth Year|Geburtsjahr",
        "birth_month": "Birth Month|Geburtsmonat",
    }
)
_IDENTITY = frozenset(("given", "family", "display", "email"))
_COMPANIONS = frozenset(
    ("given", "family", "display", "email", "phone", "url", "organization", "role", "connected")
)
_ENGLISH = frozenset(("firstname", "lastname", "givenname", "familyname", "name"))
_SYSTEM_GROUPS = frozenset(("mycontacts", "starred"))


def score(header: Header) -> int:
    """How much this line looks like the header of a contact table; 0 if it does not."""
    found = WORDS.columns(header)
    if not _IDENTITY & found.keys() or len(_COMPANIONS & found.keys()) < 2:
        return 0
    return len(found)


class ContactTable:
    """Reads rows of a table into people, companies and problems."""

    def __init__(self, table: Table, file: str) -> None:
        self.table = table
        self.file = file
        self.columns = _meanings(table.header)
        self.day_first = not any(values.fold(name) in _ENGLISH for name in table.header)

    def read(self) -> Iterator[PersonRecord | OrganizationRecord | Problem]:
        """Every row: a person, a company, or a problem; notes on dates come beside."""
        for row in self.table.rows:
            if row.broken:
                yield self.problem(row, OPEN_QUOTE)
                continue
            notes: list[Problem] = []
            yield self.item(row, notes)
            yield from notes

    def item(self, row: Row, notes: list[Problem]) -> PersonRecord | OrganizationRecord | Problem:
        """What one row holds; remarks on it are appended to `notes`."""
        fields = self.fields(row, notes)
        if not (fields["display_name"] or fields["emails"] or fields["phones"] or fields["links"]):
            if fields["organization"]:
                return OrganizationRecord(
                    self.file, row.line, fields["organization"], raw=fields["raw"]
                )
            return self.problem(row, NOTHING, Outcome.SKIPPED)
        return PersonRecord(file=self.file, line=row.line, **fields)

    def fields(self, row: Row, notes: list[Problem]) -> dict[str, Any]:
        """The fields of a PersonRecord that this row gives."""
        given = values.clean(self.first(row, "given"))
        family = values.clean(self.first(row, "family"))
        middle = values.clean(self.first(row, "middle"))
        shown = values.clean(self.first(row, "display"))
        shown = display_name(given, family, middle) or shown
        return {
            "raw": self.table.raw(row.cells),
            "given": given,
            "family": family,
            "display_name": shown,
            "greeting_name": greeting_name(given, shown),
            "honorific": values.clean(self.first(row, "honorific")),
            "emails": self._emails(row),
            "phones": distinct(values.phone(text) for text in self.all(row, "phone")),
            "links": distinct(values.link(text) for text in self.all(row, "url")),
            "organization": values.clean(self.first(row, "organization")),
            "role": values.clean(self.first(row, "role")),
            "notes": values.clean_lines(self.first(row, "notes")),
            "labels": labels(
                self.first(row, "labels"), ";" if self.table.delimiter != ";" else ","
            ),
            "birthday": self._birthday(row, notes),
            "connected_on": self._connected(row, notes),
        }

    def first(self, row: Row, meaning: str) -> str:
        """The first filled cell of this meaning."""
        for place in self.columns.get(meaning, ()):
            if place < len(row.cells) and row.cells[place]:
                return row.cells[place]
        return ""

    def all(self, row: Row, meaning: str) -> Iterator[str]:
        """All filled cells of this meaning."""
        for place in self.columns.get(meaning, ()):
            if place < len(row.cells) and row.cells[place]:
                yield row.cells[place]

    def problem(
        self, row: Row, reason: str, outcome: Outcome = Outcome.FAILED, **params: str
    ) -> Problem:
        """A problem with this row."""
        return Problem(self.file, row.line, reason, outcome, params, self.table.raw(row.cells))

    def _emails(self, row: Row) -> tuple[str, ...]:
        plain = distinct(values.email(text) for text in self.all(row, "email"))
        if plain or "email_display" not in self.columns:
            return plain
        return distinct(values.email_inside(text) for text in self.all(row, "email_display"))

    def _birthday(self, row: Row, notes: list[Problem]) -> str:
        if "birth_month" in self.columns:
            parts = ("birth_year", "birth_month", "birthday")
            text = _thunderbird_date(*(self.first(row, part) for part in parts))
        else:
            text = self.first(row, "birthday")
        return self.date(row, text, "birthday", notes) if text else ""

    def _connected(self, row: Row, notes: list[Problem]) -> date | None:
        text = self.first(row, "connected")
        iso = self.date(row, text, "connected", notes) if text else ""
        return values.whole_day(iso)

    def date(self, row: Row, text: str, meaning: str, notes: list[Problem]) -> str:
        """ISO text of a date cell; what does not exist becomes a note, never a guess."""
        column = next((self.table.header[p] for p in self.columns.get(meaning, ())), meaning)
        try:
            iso = values.partial_date(text, day_first=self.day_first)
        except ValueError:
            params = {"value": values.clean(text)[:40], "column": column}
            notes.append(self.problem(row, BAD_DATE, Outcome.NOTED, **params))
            return ""
        if meaning == "birthday" and not self.day_first and values.either_way(text):
            params = {"value": values.clean(text), "column": column, "read": iso}
            notes.append(self.problem(row, EITHER_WAY, Outcome.NOTED, **params))
        return iso


def _meanings(header: Header) -> dict[str, list[int]]:
    """Columns by meaning, with the words that mean different things in different programs settled."""
    columns = WORDS.columns(header)
    title = columns.pop("title", [])
    if title:  # Outlook's Title is "Dr."; in a hand-made table it is the job
        kind = "honorific" if {"role", "suffix"} & columns.keys() else "role"
        columns.setdefault(kind, []).extend(title)
    if "family" not in columns and "given" in columns and "display" in columns:
        plain = [p for p in columns["display"] if values.fold(header[p]) == "name"]
        if plain:  # German "Vorname, Name"
            columns["family"] = plain
            columns["display"] = [p for p in columns["display"] if p not in plain]
    return columns


def distinct(found: Iterable[str]) -> tuple[str, ...]:
    """Without blanks and repeats, in order."""
    return tuple(dict.fromkeys(filter(None, found)))


def labels(text: str, mark: str) -> tuple[str, ...]:
    """Labels of a cell without the groups that programs make by themselves."""
    return distinct(label(part) for part in text.split(mark)) if text else ()


def label(text: str) -> str:
    """One label, or "" for a system group (`* myContacts`, `My Contacts`)."""
    text = values.clean(text)
    if text.startswith("*") or values.fold(text) in _SYSTEM_GROUPS:
        return ""
    return text[:100]


def _thunderbird_date(year: str, month: str, day: str) -> str:
    if not (month and day):
        return year
    return f"{year or '-'}-{month.zfill(2)}-{day.zfill(2)}"
