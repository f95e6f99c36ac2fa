"""The app of people and bodies."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Who: people, bodies, memberships and the history of changes."""

    name = "organisations"
    verbose_name = "Organisations"
