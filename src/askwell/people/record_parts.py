"""What a record tells of somebody beyond the plain fields: schools, earlier jobs, what they can."""

from django.utils.translation import gettext as _

from askwell.people.formats import PersonRecord

Stretch = tuple[str, str, str, str]
"""School and degree, or organization and title; when it began and ended, as given."""


def schools_of(record: PersonRecord) -> list[Stretch]:
    """Schools, those of an alumni directory first."""
    found = [(record.school, record.degree, "", record.graduated)] if record.school else []
    found += [(one.school, one.degree, one.started, one.finished) for one in record.educations]
    return list({school_key(one): one for one in found if one[0]}.values())


def school_key(one: Stretch) -> tuple[str, str]:
    """The same school and degree, however it is written."""
    return one[0].casefold(), one[1].casefold()


def past_jobs_of(record: PersonRecord) -> list[Stretch]:
    """Jobs beside the present one."""
    now = (record.organization.casefold(), record.role.casefold())
    found = [(job.organization, job.title, job.started, job.finished) for job in record.positions]
    return [job for job in found if (job[0].casefold(), job[1].casefold()) != now and any(job[:2])]


def labels_of(record: PersonRecord) -> tuple[str, ...]:
    """Labels, and skills as labels: that is where they are looked for."""
    if not record.skills:
        return record.labels
    return tuple(dict.fromkeys((*record.labels, *(skill[:100] for skill in record.skills))))


def note_of(record: PersonRecord) -> str:
    """The note of a record; how often somebody may be asked stands there as well."""
    if record.requests_per_term is None:
        return record.notes
    limit = _("May be asked at most %(count)d times a term.") % {"count": record.requests_per_term}
    return f"{record.notes}\n\n{limit}" if record.notes else limit
