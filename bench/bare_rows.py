"""Two tables of a notebook as a bare project would know them."""

from django.db import models


class Person(models.Model):
    """Somebody."""

    name = models.CharField(max_length=300)
    role = models.CharField(max_length=300)
    sort_key = models.CharField(max_length=300)
    workspace_id = models.BigIntegerField()
    merged_into_id = models.BigIntegerField(null=True)

    class Meta:
        app_label, managed, db_table = "bare", False, "people_person"

    def __str__(self) -> str:
        return self.name


class Note(models.Model):
    """A note about somebody."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="notes")
    text = models.TextField()
    created_at = models.DateTimeField()

    class Meta:
        app_label, managed, db_table = "bare", False, "people_note"

    def __str__(self) -> str:
        return self.text
