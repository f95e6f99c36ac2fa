"""Adds somebody who can sign in, for example the first administrator of a body.

`manage.py create_person --email jo@example.gov.uk --name "Jo Field" --organisation "Somerset County Council"
--role administrator` prints a link where Jo sets a password; `--password-stdin` takes the password from a
pipe. Somebody who signs in here already is given the role, and keeps their name and password.
"""

import getpass
import sys
from argparse import ArgumentParser, ArgumentTypeError
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from organisations import selectors, services
from organisations.adapter import set_password_path
from organisations.errors import Invalid, Missing, Problem
from organisations.names import clean_email, clean_name
from organisations.roles import Role


def role(text: str) -> Role:
    """The role as typed, with a hyphen or an underscore; ArgumentTypeError names those there are."""
    try:
        return Role(text.lower().replace("-", "_"))
    except ValueError as error:
        raise ArgumentTypeError(f'"{text}" is no role. There are: {", ".join(Role)}.') from error


class Command(BaseCommand):
    """Adds a person, gives roles in a body, and prints a link to set a password unless one was given."""

    help = "Adds somebody who can sign in, with roles in a body. Prints a one-time link to set a password."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The options; nothing is asked for but the password of --password-stdin at a terminal."""
        parser.add_argument("--email", required=True, help="what the person signs in with")
        parser.add_argument("--name", default="", help="the person's name; needed for somebody new")
        parser.add_argument(
            "--organisation", default="", help="the full name of the body to which the roles belong"
        )
        parser.add_argument(
            "--role",
            action="append",
            type=role,
            default=[],
            dest="roles",
            help=f"one of {', '.join(Role)}; repeatable",
        )
        parser.add_argument(
            "--password-stdin", action="store_true", help="read the password from standard input"
        )
        parser.add_argument(
            "--site", default="", help="where the site is, for the link: https://weighbridge.example"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Does it; CommandError with every problem where it cannot, and nothing is stored."""
        if bool(options["organisation"]) != bool(options["roles"]):
            raise CommandError("Give --organisation and --role together, or neither.")
        password = self._password() if options["password_stdin"] else None
        try:
            user, created = self._write(timezone.now(), password, options)
        except (Invalid, Missing, ValueError) as error:
            raise CommandError(f"Nothing was changed. {error}") from error
        self.stdout.write(f"{user.name} <{user.email}> {'can sign in' if created else 'was here already'}.")
        if not user.has_usable_password():
            self.stdout.write("Set a password here, once, within three days:")
            self.stdout.write(f"{options['site'].rstrip('/') or _site()}{set_password_path(user)}")

    def _write(self, at: datetime, password: str | None, options: dict[str, Any]) -> tuple[Any, bool]:
        """The person, and whether they are new."""
        email, roles = clean_email(options["email"]), options["roles"]
        user = selectors.person_with(email)
        if user is not None and password is not None:
            raise Invalid([Problem("email", f"{user.name} signs in here already, with their own password.")])
        if not roles:
            return user or self._new(at, password, email, options["name"]), user is None
        body = selectors.organisation_id_named(options["organisation"])
        if user is None:
            name = clean_name(options["name"])
            added = services.add_person(
                actor=None,
                at=at,
                organisation_id=body,
                email=email,
                name=name,
                roles=roles,
                password=password,
            )
            return added.user, True
        for one in roles:
            services.add_membership(actor=None, at=at, organisation_id=body, user_id=user.pk, role=one)
        return user, False

    def _new(self, at: datetime, password: str | None, email: str, name: str) -> Any:
        return services.create_person(
            actor=None, at=at, email=email, name=clean_name(name), password=password
        )

    def _password(self) -> str:
        """One line of a pipe, or what is typed twice at a terminal without being shown."""
        if not sys.stdin.isatty():
            return sys.stdin.readline().rstrip("\r\n")
        password = getpass.getpass("Password: ")
        if getpass.getpass("Password again: ") != password:
            raise CommandError("The two passwords differ. Nothing was changed.")
        return password


def _site() -> str:
    """The address that this site answers to, as far as its settings say."""
    host = next((host for host in settings.ALLOWED_HOSTS if "*" not in host and not host.startswith(".")), "")
    if settings.SECURE_SSL_REDIRECT:
        return f"https://{host}"
    return f"http://{host or '127.0.0.1'}:8000"
