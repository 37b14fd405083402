from django.apps import AppConfig


class WorkspacesConfig(AppConfig):
    name = "askwell.workspaces"
    label = "workspaces"
