"""Loads what `make run` shows: the appraisals of fixtures/appraisals, and people who can sign in.

Nothing that is there already is touched: an appraisal is imported only where its slug is absent, and a person
is added only where nobody signs in with the address. The password is known to everybody, so a real site is
refused.
"""

import json
import os
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from appraisal.core.snapshot import load_json
from appraisal.selectors import appraisals
from appraisal.services import appraisal_file
from organisations import selectors, services
from organisations.errors import Missing
from organisations.roles import Role

PASSWORD = "weighbridge-demo"  # noqa: S105 (it is printed for everybody)
ENDING = ".example"  # nobody's real address ends so (RFC 2606)
COUNTY = "Somerset County Council"
CORNWALL = "Cornwall Council"
CCG = "Somerset Clinical Commissioning Group"


@dataclass(frozen=True)
class DemoPerson:
    """Somebody who can sign in, with one role in some bodies."""

    email: str
    name: str
    role: Role
    bodies: tuple[str, ...]


PEOPLE = (
    DemoPerson("lead.officer@somerset.example", "Alex Marsh", Role.LEAD_OFFICER, (COUNTY, CORNWALL)),
    DemoPerson("assessor@somerset.example", "Bryn Castle", Role.ASSESSOR, (COUNTY,)),
    DemoPerson("panel@somerset.example", "Carol Levels", Role.PANEL_MEMBER, (COUNTY,)),
    DemoPerson("finance@somerset.example", "Dev Quantock", Role.FINANCE_LEAD, (COUNTY,)),
    DemoPerson("admin@somerset.example", "Ellis Parrett", Role.ADMINISTRATOR, (COUNTY,)),
    DemoPerson("lead.officer@ccg.example", "Farah Mendip", Role.LEAD_OFFICER, (CCG,)),
)


class Command(BaseCommand):
    """Brings the demo's appraisals and people in where they are absent, and says who can sign in where."""

    help = "Loads the appraisals of fixtures/appraisals and demo sign-ins, where absent. Not for a real site."
    requires_system_checks = ()  # `make setup` migrates, which checks; here they would double the time

    def handle(self, *args: Any, **options: Any) -> None:
        """Does it and prints address and sign-ins; CommandError on a real site, where nothing is changed."""
        _refuse_a_real_site()
        at = timezone.now()
        for slug in _import_what_is_absent(at):
            self.stdout.write(f"Imported {slug}.")
        for person in PEOPLE:
            _add_where_absent(person, at)
        self._say_who_can_sign_in()

    def _say_who_can_sign_in(self) -> None:
        self.stdout.write(f"\nWeighbridge: http://127.0.0.1:{os.environ.get('PORT', '8000')}/")
        self.stdout.write(f"Sign in with one of these and the password {PASSWORD}\n")
        width = max(len(person.email) for person in PEOPLE)
        for person in PEOPLE:
            where = " and ".join(person.bodies)
            self.stdout.write(f"  {person.email:<{width}}  {person.role.label}, {where}")


def _refuse_a_real_site() -> None:
    """CommandError in production, and where real people sign in and no demo was loaded before."""
    if settings.PRODUCTION:
        raise CommandError(
            "Nothing was loaded: the demo's password is known to everybody, and this site is a real one "
            "(WEIGHBRIDGE_MODE is production). Use create_organisation, create_person and import_appraisal."
        )
    if selectors.anybody_outside(ENDING) and selectors.person_with(PEOPLE[0].email) is None:
        raise CommandError(
            "Nothing was loaded: the demo's password is known to everybody, and real people sign in here. "
            "Give the demo a database of its own (DATABASE_URL)."
        )


def _import_what_is_absent(at: datetime) -> list[str]:
    """Stores each file of fixtures/appraisals whose slug is not there; gives the slugs it stored."""
    stored = []
    for file in sorted((settings.BASE_DIR / "fixtures" / "appraisals").glob("*.json")):
        content = file.read_bytes()
        try:
            appraisals.by_slug(json.loads(content)["slug"])
        except Missing:
            stored.append(appraisal_file.store(actor=None, at=at, snapshot=load_json(content)).slug)
    return stored


def _add_where_absent(person: DemoPerson, at: datetime) -> None:
    """The person with the demo's password, and their roles, unless somebody of this address has any role."""
    user = selectors.person_with(person.email)
    if user is None:
        user = services.create_person(
            actor=None, at=at, email=person.email, name=person.name, password=PASSWORD
        )
    elif selectors.bodies_of(user):
        return
    for body in person.bodies:
        organisation = selectors.organisation_id_named(body)
        services.add_membership(
            actor=None, at=at, organisation_id=organisation, user_id=user.pk, role=person.role
        )
