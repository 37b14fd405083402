"""The words of the generated address books: languages, jobs, subjects, towns, sentences."""

MIX = [
    ("en_US", 0.34),
    ("en_GB", 0.08),
    ("en_IE", 0.04),
    ("es_ES", 0.07),
    ("pt_BR", 0.06),
    ("fr_FR", 0.06),
    ("de_DE", 0.06),
    ("pl_PL", 0.04),
    ("sv_SE", 0.03),
    ("tr_TR", 0.03),
    ("cs_CZ", 0.02),
    ("vi_VN", 0.02),
    ("en_IN", 0.05),
    ("ar_EG", 0.03),
    ("zh_CN", 0.03),
    ("ja_JP", 0.02),
    ("ko_KR", 0.01),
    ("ru_RU", 0.01),
]
NICK = {
    "Robert": "Bob",
    "William": "Bill",
    "Elizabeth": "Liz",
    "Michael": "Mike",
    "Jennifer": "Jen",
    "Katherine": "Kate",
    "James": "Jim",
    "Christopher": "Chris",
    "Matthew": "Matt",
    "Daniel": "Dan",
    "David": "Dave",
    "Joseph": "Joe",
    "Thomas": "Tom",
    "Andrew": "Andy",
    "Samantha": "Sam",
    "Nicholas": "Nick",
    "Patricia": "Pat",
    "Steven": "Steve",
    "Rebecca": "Becky",
    "Jessica": "Jess",
    "Benjamin": "Ben",
    "Jonathan": "Jon",
    "Alexander": "Alex",
    "Susan": "Sue",
    "Kimberly": "Kim",
    "Margaret": "Maggie",
    "Richard": "Rick",
    "Edward": "Ed",
    "Timothy": "Tim",
    "Gregory": "Greg",
}
TITLES = [
    word.strip()
    for word in """
Product Manager, Software Engineer, Senior Software Engineer, Data Analyst, UX Researcher,
Head of Design, Staff Engineer, Engineering Manager, Policy Adviser, Programme Officer,
Nurse Practitioner, Research Scientist, Investment Associate, Founder, Chief Operating
Officer, Marketing Lead, Account Executive, Recruiter, Talent Partner, Journalist,
Curator, Architect, Civil Engineer, Postdoctoral Fellow, Lecturer, Consultant, Director of
Operations, Supply Chain Planner, Actuary, Solicitor, Clinical Trials Manager, Wind Farm
Technician
""".replace("\n", " ").split(",")
]
TOPICS = [
    word.strip()
    for word in """
remote onboarding, grid storage, clinical data, career change, graduate schemes, hiring
freeze, salary bands, user research, pricing, open source, portfolio review, visa
sponsorship, team culture, burnout, mentoring, procurement, machine learning, regulation,
fundraising, museum outreach, water policy, carbon accounting, accessibility, typography,
compilers, supply chains, public health, tax law, bioinformatics, urban planning
""".replace("\n", " ").split(",")
]
SKILLS = [
    word.strip()
    for word in """
SQL, statistics, negotiation, copywriting, Rust, Figma, grant writing, forecasting,
stakeholder mapping, Kubernetes, epidemiology, contract law, field work, teaching,
bookkeeping, photogrammetry
""".replace("\n", " ").split(",")
]
CITIES = [
    word.strip()
    for word in """
Dublin, São Paulo, Kraków, Zürich, Montréal, Łódź, Málaga, Nairobi, Lisbon, Austin, Leeds,
Osaka, القاهرة, 北京, Köln, Göteborg, İzmir, Hà Nội, Pune, Toronto, Boston, Oslo, Ghent,
Accra
""".replace("\n", " ").split(",")
]
SUFFIX = [
    word.strip()
    for word in """
Labs, Group, Partners, Health, Energy, Studio, Foundation, Analytics, GmbH, S.A., Ltd,
Inc, Capital, Works
""".replace("\n", " ").split(",")
]
TEMPLATES = [
    "Met {p} at the {c} meetup in {city}; we talked about {t} and {t2}.",
    "{p} said the team at {c} is hiring for {s} but slowly.",
    "Asked how a {title} spends the day: mostly {t}, some {s}.",
    "Follow up by {d} with the article on {t}.",
    "She suggested I speak to {p} at {c}.",
    "He warned that {t} is harder than it looks.",
    "Promised to send my portfolio and the note about {s}.",
    "Advice: learn {s} before applying, and ask about {t2}.",
    "Key quote: nobody reads the first page, they read the {w} one.",
    "Felt the {w} {w2} was the real reason they left {c}.",
    "They moved from {c2} to {c} because of {t}.",
    "Next step: draft a thank-you and ask for an introduction to {p}.",
]
LIGATURE = {
    "ß": "ss",
    "ł": "l",
    "Ł": "L",
    "ø": "o",
    "Ø": "O",
    "æ": "ae",
    "đ": "d",
    "Đ": "D",
    "ı": "i",
    "İ": "I",
}
GOOGLE = [
    word.strip()
    for word in """
First Name, Middle Name, Last Name, Phonetic First Name, Phonetic Middle Name, Phonetic
Last Name, Name Prefix, Name Suffix, Nickname, File As, Organization Name, Organization
Title, Organization Department, Birthday, Notes, Photo, Labels, E-mail 1 - Label, E-mail 1
- Value, Phone 1 - Label, Phone 1 - Value, Website 1 - Label, Website 1 - Value
""".replace("\n", " ").split(",")
]
PREAMBLE = (
    'Notes:\n"When exporting your connection data, you may notice that some of the ema'
    "il addresses are missing. You will only see email addresses for connections who "
    "have allowed their connections to see or download their email address using this"
    " setting https://www.linkedin.com/psettings/privacy/email. You can learn more he"
    're https://www.linkedin.com/help/linkedin/answer/261"\n\n'
)
