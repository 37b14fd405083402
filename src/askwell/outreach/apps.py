from django.apps import AppConfig


class OutreachConfig(AppConfig):
    name = "askwell.outreach"
    label = "outreach"
