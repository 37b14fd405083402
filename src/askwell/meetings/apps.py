from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "askwell.meetings"
    label = "meetings"
