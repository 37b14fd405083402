from django.urls import path

from askwell.people.views import details, importing, listing, mapping, organizations, persons, same

app_name = "people"
urlpatterns = [
    path("people/", listing.listing, name="list"),
    path("people/new/", persons.new, name="new"),
    path("people/brainstorm/", listing.brainstorm, name="brainstorm"),
    path("people/import/", importing.start_page, name="import"),
    path("people/import/asked/", importing.asked, name="import_asked"),
    path("people/import/<uuid:uid>/", importing.batch, name="batch"),
    path("people/import/<uuid:uid>/add/", importing.add, name="batch_add"),
    path("people/import/<uuid:uid>/stop/", importing.stop, name="batch_stop"),
    path("people/import/<uuid:uid>/undo/", importing.undo, name="batch_undo"),
    path("people/import/<uuid:uid>/columns/", mapping.columns, name="batch_columns"),
    path("people/<uuid:uid>/edit/", persons.edit, name="edit"),
    path("people/<uuid:uid>/delete/", persons.delete, name="delete"),
    path("people/<uuid:uid>/known/", persons.known, name="known"),
    path("people/<uuid:uid>/same/", same.people, name="merge"),
    path("people/<uuid:uid>/contact/", details.contact_add, name="contact_add"),
    path("people/<uuid:uid>/job/", details.position_add, name="position_add"),
    path("people/<uuid:uid>/school/", details.education_add, name="education_add"),
    path("people/<uuid:uid>/reading/", details.reading_add, name="reading_add"),
    path("people/<uuid:uid>/note/", details.note_add, name="note_add"),
    path("contacts/<uuid:uid>/", details.contact_edit, name="contact_edit"),
    path("contacts/<uuid:uid>/delete/", details.contact_delete, name="contact_delete"),
    path("jobs/<uuid:uid>/delete/", details.position_delete, name="position_delete"),
    path("schools/<uuid:uid>/delete/", details.education_delete, name="education_delete"),
    path("readings/<uuid:uid>/", details.reading_edit, name="reading_edit"),
    path("readings/<uuid:uid>/delete/", details.reading_delete, name="reading_delete"),
    path("notes/<uuid:uid>/", details.note_edit, name="note_edit"),
    path("notes/<uuid:uid>/delete/", details.note_delete, name="note_delete"),
    path("organizations/<uuid:uid>/", organizations.page, name="organization"),
    path("organizations/<uuid:uid>/edit/", organizations.edit, name="organization_edit"),
    path("organizations/<uuid:uid>/same/", same.organizations, name="organization_merge"),
    path("same/<uuid:uid>/undo/", same.undo, name="unmerge"),
]
