"""What the columns of contact tables are called, in the languages that were seen (interop.md §2.2)."""

from .table import Vocabulary

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
        "place": "City|Location|Place|Town|Current City|Home City|Business City|Ort|Stadt|Wohnort|Ville"
        "|Ciudad|Città|Miasto|Cidade|Город|城市|Stad|Kaupunki|Město",
        "school": "School|University|College|Institution|Alma Mater|School Name|Hochschule"
        "|Universität|Université|École|Universidad|Università|Uniwersytet|Университет|学校|大学",
        "degree": "Degree|Degree Name|Programme|Program|Course|Major|Field of Study|Abschluss"
        "|Studiengang|Studienfach|Diplôme|Filière|Titulación|Carrera|Laurea|Kierunek",
        "graduated": "Graduation Year|Year of Graduation|Class Year|Class of|Class|Grad Year"
        "|Graduated|Graduation|Graduation Date|Abschlussjahr|Jahrgang|Promotion|Année de diplôme"
        "|Promoción|Año de graduación|Anno di laurea|Rok ukończenia",
        "may_be_asked": "May be asked|May be contacted|Can be contacted|OK to contact"
        "|Okay to contact|Contact allowed|Willing to help|Willing to talk|Happy to talk"
        "|Open to informational interviews|Informational interviews|Available for interviews"
        "|Darf gefragt werden|Kontakt erlaubt|Peut être contacté|Se puede contactar",
        "requests_per_term": "Maximum requests per term|Max requests per term|Requests per term"
        "|Max requests|Maximum requests|Maximum contacts per term|Contacts per term"
        "|Anfragen pro Semester|Demandes par semestre",
        "skills": "Skills|Expertise|Areas of Expertise|Kenntnisse|Compétences|Competencias",
        "how_met": "How we met|How I know them|How do you know them|Met at|Woher ich sie kenne",
    }
)
