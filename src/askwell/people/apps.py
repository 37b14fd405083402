from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "askwell.people"
    label = "people"
