"""Starts a body: `manage.py create_organisation --name "Somerset County Council" --kind council`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from organisations import services
from organisations.errors import Invalid
from organisations.names import clean_name
from organisations.roles import BodyKind


class Command(BaseCommand):
    """Starts a body and prints its id."""

    help = "Starts a body (a council, NHS body or other partner). Asks nothing; prints the body's id."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The options; nothing is asked for."""
        parser.add_argument("--name", required=True, help='the full name, such as "Somerset County Council"')
        parser.add_argument(
            "--kind", required=True, choices=[kind.value for kind in BodyKind], help="what it is"
        )
        parser.add_argument("--short-name", default="", help="what pages call it, where the name is long")

    def handle(self, *args: Any, name: str, kind: str, short_name: str, **options: Any) -> None:
        """Starts the body; CommandError with every problem where it cannot."""
        try:
            body = services.create_organisation(
                actor=None,
                at=timezone.now(),
                name=clean_name(name),
                kind=kind,
                short_name=clean_name(short_name) if short_name else "",
            )
        except (Invalid, ValueError) as error:
            raise CommandError(f"Nothing was created. {error}") from error
        self.stdout.write(str(body))
