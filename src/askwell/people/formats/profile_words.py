"""Words of profile pages in the languages that were seen: headings, the present, what is noise."""

import re

from .values import fold

_HEADINGS = {
    "contact": "Contact|Kontakt|Coordonnées|Contactar|Contatti|Contato|Contact gegevens|Контакты",
    "topskills": "Top Skills|Top-Kenntnisse|Principales compétences|Aptitudes principales"
    "|Principali competenze|Principais competências|Belangrijkste vaardigheden",
    "languages": "Languages|Sprachen|Langues|Idiomas|Languages|Lingue|Talen|Языки|Języki",
    "certifications": "Certifications|Licenses & certifications|Zertifizierungen"
    "|Bescheinigungen und Zertifikate|Certificaciones|Certificazioni|Certificações"
    "|Licences et certifications",
    "honors": "Honors-Awards|Honors & awards|Auszeichnungen|Prix et distinctions|Reconocimientos",
    "publications": "Publications|Veröffentlichungen|Publicaciones|Pubblicazioni|Publicações",
    "patents": "Patents|Patente|Brevets|Patentes",
    "summary": "Summary|About|Info|Zusammenfassung|Résumé|Infos|Extracto|Acerca de|Riepilogo"
    "|Informazioni|Resumo|Sobre|Über mich|À propos",
    "experience": "Experience|Berufserfahrung|Expérience|Experiencia|Esperienza|Experiência"
    "|Ervaring|Опыт работы|Doświadczenie|経験|工作经历",
    "education": "Education|Ausbildung|Formation|Educación|Formazione|Formação acadêmica"
    "|Opleiding|Образование|Wykształcenie|学歴|教育经历",
    "skills": "Skills|Kenntnisse|Kenntnisse und Fähigkeiten|Compétences|Aptitudes|Competenze"
    "|Competências|Vaardigheden|Навыки|Umiejętności",
    "other": "Activity|Featured|Interests|Recommendations|Volunteering|Volunteer experience"
    "|Projects|Courses|Organizations|People also viewed|People you may know|More profiles for you"
    "|Aktivitäten|Interessen|Empfehlungen|Ehrenamt|Activité|Centres d’intérêt|Recommandations"
    "|Actividad|Intereses|Recomendaciones|Languages & more",
}
SECTIONS = {fold(name): key for key, names in _HEADINGS.items() for name in names.split("|")}
SIDEBAR = frozenset(
    ("contact", "topskills", "languages", "certifications", "honors", "publications", "patents")
)


def _folded(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split("|")))


PRESENT = _folded(
    "Present|Now|Current|Heute|Gegenwart|Présent|Aujourd’hui|Actualidad|Presente|Actual|Atual"
    "|o momento|Heden|Obecnie|Настоящее время|現在|至今|Nu|Nåværende|Nykyinen"
)
NOISE = re.compile(
    r"""
    \A(?:
        Page\s\d+\sof\s\d+ | Seite\s\d+\svon\s\d+ | Page\s\d+\ssur\s\d+ | Página\s\d+\sde\s\d+
      | .{0,200}\slogo | logo\s.{0,200}
      | (?:Show|See)\s(?:all|more|less|credential)\b.{0,80} | …?\s*(?:see|show)\smore
      | (?:·\s*)?(?:1st|2nd|3rd\+?)(?:\s.{0,30})? | \(?(?:She/Her|He/Him|They/Them)\)?
      | [\d,.+]+\s(?:connections?|followers?|mutual\sconnections?|Kontakte|relations|contactos)\b.{0,40}
      | \d+\sendorsements? | Endorsed\sby\s.{0,200} | Contact\sinfo | Message | Connect | Follow | More
      | Skills:\s.{0,500} | Open\sto | Add\sprofile\ssection
    )\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
EMPLOYED = _folded(
    "Full-time|Part-time|Self-employed|Freelance|Contract|Internship|Apprenticeship|Seasonal"
    "|Permanent|Temporary|Vollzeit|Teilzeit|Selbstständig|Praktikum|Freiberuflich|Temps plein"
    "|Temps partiel|Indépendant|Stage|CDI|CDD|Alternance|Jornada completa|Media jornada"
    "|Autónomo|Prácticas|A tempo pieno|Part time|Tempo integral|Meio período|Estágio|Fulltime"
)
