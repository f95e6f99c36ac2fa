"""Ends somebody's sign-in, for example of a leaver: `manage.py close_sign_in --email jo@example.gov.uk`.

What they wrote stays under their name, and so do their roles, until an administrator of the body takes those
away on its People page. `--reopen` lets them sign in again.
"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from organisations.errors import Missing
from organisations.names import clean_email
from organisations.services.signing_in import set_sign_in


class Command(BaseCommand):
    """Closes a sign-in with every session of it, or opens it again."""

    help = "Closes somebody's sign-in and ends their sessions; --reopen opens it again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The options; nothing is asked for."""
        parser.add_argument("--email", required=True, help="what the person signs in with")
        parser.add_argument("--reopen", action="store_true", help="let them sign in again")

    def handle(self, *args: Any, email: str, reopen: bool, **options: Any) -> None:
        """Does it; CommandError where nobody signs in with the address."""
        try:
            user = set_sign_in(actor=None, at=timezone.now(), email=clean_email(email), is_open=reopen)
        except Missing as missing:
            raise CommandError(f"Nothing was changed. {missing}") from missing
        self.stdout.write(f"{user.name} <{user.email}> {'can' if reopen else 'cannot'} sign in.")
