"""Every address of the site by every kind of person: one table, and an address without a row fails.

What the words of a refusal are, and that nothing is changed by one, is for the tests of each page to say.
"""

from contextlib import contextmanager

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse

from organisations.roles import Role
from tests import factories
from tests.config import options_answers, setup_answers

LEAD, PARTNER, ELSEWHERE = "Northshire Council", "Northshire Health Trust", "Southshire Council"
# Each kind of person: the role they hold and the body in which they hold it; () is signed in and of no body.
KINDS = {
    "anon": None,
    "alone": (),
    "away": (Role.LEAD_OFFICER, ELSEWHERE),
    "officer": (Role.LEAD_OFFICER, LEAD),
    "assessor": (Role.ASSESSOR, LEAD),
    "panel": (Role.PANEL_MEMBER, LEAD),
    "finance": (Role.FINANCE_LEAD, LEAD),
    "admin": (Role.ADMINISTRATOR, LEAD),
    "officer2": (Role.LEAD_OFFICER, PARTNER),
    "assessor2": (Role.ASSESSOR, PARTNER),
}
# A name with words behind it is one of several ways to ask one address; POST stands for a form sent in order.
# Outside a person's bodies a thing is not there (404), inside without the right refused (403). Who is not
# signed in is led to the sign-in (302), and a form of theirs is kept beside one (401).
ANSWERS = """
address                              anon alone away officer assessor panel finance admin officer2 assessor2
appraisal:home                       302  302   302  302     302      302   302     302   302      302
appraisal:list                       302  200   200  200     200      200   200     200   200      200
appraisal:overview                   302  404   404  200     200      200   200     200   200      200
appraisal:move                       302  405   405  405     405      405   405     405   405      405
appraisal:move POST                  401  404   404  302     403      403   403     403   403      403
appraisal:scoring                    302  404   404  302     302      302   302     302   302      302
appraisal:score_line                 302  404   404  200     200      200   200     200   200      200
appraisal:score_option               302  404   404  200     200      200   200     200   200      200
appraisal:save_cell                  302  404   404  302     302      302   302     302   302      302
appraisal:save_cell POST             401  404   404  302     302      403   403     403   302      302
appraisal:paste_column               302  404   404  200     200      403   403     403   200      200
appraisal:paste_column POST          401  404   404  302     302      403   403     403   302      302
appraisal:paste_column look POST     401  404   404  200     200      403   403     403   200      200
appraisal:paste_down                 302  404   404  200     200      403   403     403   200      200
appraisal:paste_down POST            401  404   404  302     302      403   403     403   302      302
appraisal:import_scores              302  404   404  200     200      403   403     403   200      200
appraisal:import_scores POST         401  404   404  422     422      403   403     403   422      422
appraisal:recommendation             302  404   404  200     200      200   200     200   200      200
appraisal:edit_recommendation        302  404   404  200     403      403   403     403   403      403
appraisal:edit_recommendation POST   401  404   404  302     403      403   403     403   403      403
appraisal:results                    302  404   404  200     200      200   200     200   200      200
appraisal:rationales                 302  404   404  200     200      200   200     200   200      200
appraisal:compare                    302  404   404  200     200      200   200     200   200      200
appraisal:cell                       302  404   404  200     200      200   200     200   200      200
appraisal:robustness                 302  404   404  200     200      200   200     200   200      200
appraisal:history                    302  404   404  200     200      200   200     200   200      200

reports:index                        302  404   404  200     200      200   200     200   200      200
reports:filling                      302  404   404  200     200      403   403     403   200      200
reports:download pdf                 302  404   404  200     403      200   200     403   200      403
reports:download xlsx                302  404   404  200     403      403   200     403   200      403
reports:download json                302  404   404  200     403      403   200     403   200      403
reports:download docx                302  404   404  404     404      404   404     404   404      404

organisations:account                302  200   200  200     200      200   200     200   200      200
organisations:sign_in_again          302  302   302  302     302      302   302     302   302      302
organisations:people                 302  404   404  403     403      403   403     200   404      404
organisations:people POST            401  405   405  405     405      405   405     405   405      405
organisations:add_person             302  404   404  403     403      403   403     200   404      404
organisations:add_person POST        401  404   404  403     403      403   403     302   404      404
organisations:change_roles           302  404   404  403     403      403   403     200   404      404
organisations:change_roles POST      401  404   404  403     403      403   403     302   404      404
organisations:remove_person          302  404   404  403     403      403   403     200   404      404
organisations:remove_person POST     401  404   404  403     403      403   403     302   404      404

account_login                        200  302   302  302     302      302   302     302   302      302
account_logout                       302  200   200  200     200      200   200     200   200      200
account_logout POST                  302  302   302  302     302      302   302     302   302      302
account_change_password              302  200   200  200     200      200   200     200   200      200
account_reset_password               200  200   200  200     200      200   200     200   200      200
account_reset_password_done          200  200   200  200     200      200   200     200   200      200
account_reset_password_from_key      200  200   200  200     200      200   200     200   200      200
account_reset_password_from_key_done 200  200   200  200     200      200   200     200   200      200
"""
SENT = {
    "appraisal:move": {"move_to": "agreeing"},
    "appraisal:save_cell": {"mark": "4", "rationale": "Because.", "version": "1", "by": "line"},
    "appraisal:paste_column": {"column": "4\n4\n4", "seen": "stay:1 move:1 share:1", "apply": "yes"},
    "appraisal:paste_column look": {"column": "4\n4\n4"},
    "appraisal:paste_down": {
        "column": "4\n4\n4\nWords",
        "seen": "reach:1 staff:1 cost:1 law:1",
        "apply": "yes",
    },
    "appraisal:edit_recommendation": {"option": "move", "statement": "Move.", "order": "", "version": "1"},
    "organisations:add_person": {"email": "n@northshire.example", "name": "Nia", "roles": ["assessor"]},
    "organisations:change_roles": {"roles": ["assessor", "panel_member"]},
}


def table():
    """{address: the answers in the order of KINDS}, without those of the set-up."""
    return read_table(ANSWERS)


def read_table(text):
    """{address: the answers in the order of KINDS} of a table as it is written."""
    head, *rows = (row for row in text.strip().splitlines() if row)
    assert head.split()[1:] == list(KINDS)
    answers = {}
    for row in rows:
        address, *codes = row.rsplit(maxsplit=len(KINDS))
        assert address not in answers
        answers[address] = [int(code) for code in codes]
    return answers


def routed(resolver=None, namespace=""):
    """The name of every address of the site, found by walking its resolvers; "" for one without a name."""
    for found in (resolver or get_resolver()).url_patterns:
        if hasattr(found, "url_patterns"):
            yield from routed(found, f"{namespace}{found.namespace}:" if found.namespace else namespace)
        else:
            yield f"{namespace}{found.name}" if found.name else ""


def test_every_address_of_the_site_has_a_name_and_a_row_and_no_row_is_of_another():
    apart = (setup_answers.ANSWERS, options_answers.ANSWERS)
    rows = [*table(), *(row for text in apart for row in read_table(text))]
    assert set(routed()) == {row.split()[0] for row in rows}


@pytest.fixture
def site(db):
    """{what an address needs to name: its value}, of an appraisal that is ready to be agreed."""
    appraisal_id = factories.complete_appraisal()
    colleague = factories.person("Cai Lee", role=Role.ASSESSOR, body=LEAD)
    factories.person("Una Ward", role=Role.ADMINISTRATOR, body=LEAD)
    return {
        "appraisal_id": appraisal_id,
        "organisation_id": factories.organisation(LEAD),
        "user_id": colleague.pk,
        "option": "stay",
        "line": "reach",
    }


def path(row, site):
    name, *way = row.removesuffix(" POST").split()
    if name == "account_reset_password_from_key":
        return "/password/abc-nonsense/"
    if name == "reports:download":
        return reverse(name, kwargs={"appraisal_id": site["appraisal_id"], "file_format": way[0]})
    needs = {
        "organisations:people": ("organisation_id",),
        "organisations:add_person": ("organisation_id",),
        "organisations:change_roles": ("organisation_id", "user_id"),
        "organisations:remove_person": ("organisation_id", "user_id"),
        "appraisal:score_line": ("appraisal_id", "line"),
        "appraisal:score_option": ("appraisal_id", "option"),
        "appraisal:save_cell": ("appraisal_id", "option", "line"),
        "appraisal:paste_column": ("appraisal_id", "line"),
        "appraisal:paste_down": ("appraisal_id", "option"),
        "appraisal:cell": ("appraisal_id", "option", "line"),
        "appraisal:home": (),
        "appraisal:list": (),
    }
    space = name.partition(":")[0]
    usual = ("appraisal_id",) if space in ("appraisal", "reports") else ()
    return reverse(name, kwargs={need: site[need] for need in needs.get(name, usual)})


@contextmanager
def undone():
    """Whatever is written inside is taken back, so that each row of the table begins from the same site."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize(("column", "kind"), list(enumerate(KINDS)))
def test_every_address_answers_this_kind_of_person_as_the_table_says(site, column, kind):
    client = Client()
    if KINDS[kind] is not None:
        role, body = KINDS[kind] or (None, LEAD)
        user = factories.person(role=role, body=body, password=factories.PASSWORD)
    answered = {}
    for row in table():
        with undone():
            if KINDS[kind] is not None:
                client.force_login(user)
            if row.endswith(" POST"):
                answer = client.post(path(row, site), SENT.get(row.removesuffix(" POST"), {}))
            else:
                answer = client.get(path(row, site))
            answered[row] = answer.status_code
    assert answered == {row: codes[column] for row, codes in table().items()}
