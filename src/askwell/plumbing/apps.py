from django.apps import AppConfig


class PlumbingConfig(AppConfig):
    name = "askwell.plumbing"
    label = "plumbing"
