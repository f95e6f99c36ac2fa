"""`load_demo`: what `make run` shows, and nothing on a real site."""

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from appraisal.selectors import appraisals, snapshots
from organisations.models import AuditEvent, User
from organisations.roles import Role
from organisations.selectors import bodies_of, person_with
from tests import factories

pytestmark = pytest.mark.django_db

COUNTY, CORNWALL = "Somerset County Council", "Cornwall Council"
SIGN_INS = {
    "lead.officer@somerset.example": {(COUNTY, Role.LEAD_OFFICER), (CORNWALL, Role.LEAD_OFFICER)},
    "assessor@somerset.example": {(COUNTY, Role.ASSESSOR)},
    "panel@somerset.example": {(COUNTY, Role.PANEL_MEMBER)},
    "finance@somerset.example": {(COUNTY, Role.FINANCE_LEAD)},
    "admin@somerset.example": {(COUNTY, Role.ADMINISTRATOR)},
    "lead.officer@ccg.example": {("Somerset Clinical Commissioning Group", Role.LEAD_OFFICER)},
}


@pytest.fixture
def load(capsys, monkeypatch):
    """A function that loads the demo and gives what was printed."""
    monkeypatch.setenv("PORT", "8123")

    def run():
        call_command("load_demo")
        return capsys.readouterr().out

    return run


def test_both_cases_are_there_as_their_files_say(load):
    assert load().startswith("Imported cornwall-2018.\nImported somerset-2017.\n")
    for name in ("cornwall-2018", "somerset-2017"):
        assert snapshots.snapshot(appraisals.by_slug(name).id) == factories.fixture(name)


def test_everybody_of_the_demo_can_sign_in_and_holds_their_role(load):
    load()
    for email, held in SIGN_INS.items():
        person = authenticate(None, email=email, password="weighbridge-demo")
        assert person is not None, email
        assert {(body.name, role) for body in bodies_of(person) for role in body.roles} == held
    assert User.objects.count() == len(SIGN_INS)


def test_address_and_sign_ins_are_printed(load):
    said = load()
    assert "http://127.0.0.1:8123/" in said
    assert "password weighbridge-demo" in said
    assert (
        "lead.officer@somerset.example  Commissioning officer, Somerset County Council and Cornwall Council"
        in said
    )
    assert all(email in said for email in SIGN_INS)


def test_the_address_is_port_8000_unless_told(load, monkeypatch):
    monkeypatch.delenv("PORT")
    assert "http://127.0.0.1:8000/" in load()


def test_loading_again_changes_nothing_that_somebody_changed(load):
    load()
    somerset = appraisals.by_slug("somerset-2017").id
    factories.score(somerset, "option-1", "o1", 5, version=1)
    panel = person_with("panel@somerset.example")
    factories.give_role(panel, Role.ASSESSOR, COUNTY)
    events = AuditEvent.objects.count()
    assert "Imported" not in load()
    assert snapshots.snapshot(somerset).cell_at["option-1", "o1"].score == 5
    assert [body.roles for body in bodies_of(panel)] == [(Role.ASSESSOR, Role.PANEL_MEMBER)]
    assert AuditEvent.objects.count() == events


def test_what_is_absent_is_brought_in_beside_what_is_there(load):
    factories.somerset()
    assert load().startswith("Imported cornwall-2018.\n\n")
    assert len(SIGN_INS) == User.objects.count()


def test_somebody_without_any_role_is_given_the_one_of_the_demo(load):
    """As when a first loading was cut off between the person and the role."""
    factories.person(email="assessor@somerset.example", password="weighbridge-demo")
    load()
    [body] = bodies_of(person_with("assessor@somerset.example"))
    assert (body.name, body.roles) == (COUNTY, (Role.ASSESSOR,))


def refusal():
    with pytest.raises(CommandError) as refused:
        call_command("load_demo")
    assert not User.objects.filter(email__in=SIGN_INS).exists()
    return str(refused.value)


def test_a_site_in_production_is_refused(settings):
    settings.PRODUCTION = True
    assert refusal().startswith("Nothing was loaded: the demo's password is known to everybody")


def test_a_site_where_real_people_sign_in_is_refused():
    factories.person(email="ada@northshire.gov.uk")
    assert refusal() == (
        "Nothing was loaded: the demo's password is known to everybody, and real people sign in here. "
        "Give the demo a database of its own (DATABASE_URL)."
    )


def test_somebody_real_added_to_the_demo_does_not_stop_it(load):
    load()
    factories.person(email="ada@northshire.gov.uk")
    assert "Sign in with one of these" in load()
