"""States that tests begin from, reached through the real services: nothing here writes a row of its own."""

import json
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from appraisal.core.snapshot import from_dict, load_json, to_dict
from appraisal.services import appraisal_file, lifecycle, scoring
from organisations import services as people
from organisations.roles import Role

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "appraisals"
START = datetime(2026, 11, 2, 10, 0, tzinfo=ZoneInfo("Europe/London"))
PASSWORD = "a long enough password"

_numbers = count(1)


def at(minutes=0):
    """A moment of the tests' own day: ten o'clock on 2 November 2026, and so many minutes more."""
    return START + timedelta(minutes=minutes)


def organisation(name="Northshire Council", *, kind="council", short_name=""):
    """The id of the body of this name, which is started where there is none."""
    return people.find_or_create_organisation(
        actor=None, at=START, name=name, kind=kind, short_name=short_name
    )


def person(name="Ada Reed", *, role=None, body="Northshire Council", email=None, password=None):
    """Somebody who can sign in; with a `role`, or several, that they hold in the body of that name."""
    email = email or f"person-{next(_numbers)}@northshire.example"
    found = people.create_person(actor=None, at=START, email=email, name=name, password=password)
    roles = () if role is None else (role,) if isinstance(role, str) else role
    for each in roles:
        give_role(found, each, body)
    return found


def give_role(user, role, body="Northshire Council"):
    """One more role, in the body of that name."""
    people.add_membership(
        actor=None, at=START, organisation_id=organisation(body), user_id=user.pk, role=Role(role)
    )


def lead_officer(**options):
    """A commissioning officer of the council that leads `appraisal()`."""
    return person("Ada Reed", role=Role.LEAD_OFFICER, **options)


def file(**changes):
    """A small appraisal file in scoring.

    Three options, three scored lines and one in words, nothing scored yet.
    """
    data = {
        "format": "weighbridge/appraisal",
        "schema": 1,
        "slug": "small",
        "title": "Where the library goes",
        "stage": "scoring",
        "organisations": [
            {
                "id": "council",
                "name": "Northshire Council",
                "kind": "council",
                "lead": True,
                "role": "decides",
            },
            {"id": "trust", "name": "Northshire Health Trust", "kind": "nhs", "role": "consulted"},
        ],
        "scale": {
            "lo": "1",
            "hi": "5",
            "step": "1",
            "neutral": "3",
            "points": [{"value": str(value), "label": f"Point {value}"} for value in range(1, 6)],
        },
        "groups": [
            {
                "id": "people",
                "name": "People",
                "sub_criteria": [
                    {"id": "reach", "name": "Reach more readers"},
                    {"id": "staff", "name": "Keep the staff", "not_applicable_rule": "No staff move."},
                ],
            },
            {
                "id": "place",
                "name": "Place",
                "sub_criteria": [
                    {"id": "cost", "name": "Cost less"},
                    {"id": "law", "name": "Be lawful", "kind": "words"},
                ],
            },
        ],
        "options": [
            {"id": "stay", "number": 1, "name": "Stay", "stage": "short-list", "baseline": True},
            {"id": "move", "number": 2, "name": "Move", "stage": "short-list"},
            {"id": "share", "number": 3, "name": "Share", "stage": "short-list"},
        ],
    }
    return {**data, **changes}


def cells(scores, *, rationale="Because."):
    """The cells of a file from {option: {line: score}}.

    A score None is to be confirmed, a word is a state.
    """
    return [
        _cell(option, line, score, rationale) for option, row in scores.items() for line, score in row.items()
    ]


def _cell(option, line, score, rationale):
    cell = {"option": option, "sub_criterion": line, "rationale": rationale}
    if score is None:
        return {**cell, "state": "to-be-confirmed"}
    if isinstance(score, str) and not score[-1].isdigit():
        return {**cell, "state": score}
    return {**cell, "state": "scored", "score": str(score)}


COMPLETE = {
    "stay": {"reach": 3, "staff": 3, "cost": 3, "law": "words"},
    "move": {"reach": 5, "staff": 2, "cost": 4, "law": "words"},
    "share": {"reach": 4, "staff": 4, "cost": 2, "law": "words"},
}


def appraisal(**changes):
    """The id of `file(**changes)`, stored."""
    return stored(from_dict(file(**changes)))


def complete_appraisal(**changes):
    """The id of a small appraisal in which every cell is filled: 9, 11 and 10 points."""
    return appraisal(**{"cells": cells(COMPLETE), **changes})


def stored(snapshot, *, replace=False):
    """The id of a snapshot, stored by the command line."""
    found = appraisal_file.store(actor=None, at=START, snapshot=snapshot, replace=replace)
    return found.appraisal_id


def fixture(name):
    """The snapshot of a file of fixtures/appraisals: `somerset-2017` or `cornwall-2018`."""
    return load_json((FIXTURES / f"{name}.json").read_bytes())


def fixture_data(name):
    """The same file as plain data, to be changed."""
    return json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))


def canonical(name):
    """The same file in its canonical form."""
    return to_dict(fixture(name))


def somerset():
    """The id of Somerset's appraisal, stored."""
    return stored(fixture("somerset-2017"))


def cornwall():
    """The id of Cornwall's long list, stored."""
    return stored(fixture("cornwall-2018"))


def score(appraisal_id, option, line, score, *, rationale="Because.", version=0, actor=None, minutes=1):
    """One score saved, by the command line unless `actor` is given."""
    return scoring.save_cell(
        actor=actor,
        at=at(minutes),
        appraisal_id=appraisal_id,
        option=option,
        sub_criterion=line,
        state="scored",
        score=str(score),
        rationale=rationale,
        version=version,
    )


def move(appraisal_id, stage, *, reason="", actor=None, minutes=1):
    """The appraisal moved to the stage, by the command line unless `actor` is given."""
    return lifecycle.move(
        actor=actor, at=at(minutes), appraisal_id=appraisal_id, move_to=stage, reason=reason
    )


def at_stage(stage, **changes):
    """The id of a complete small appraisal that was moved to the stage, move by move."""
    appraisal_id = complete_appraisal(**{"stage": "set-up", **changes})
    for step in ("scoring", "agreeing", "agreed")[: ("set-up", "scoring", "agreeing", "agreed").index(stage)]:
        move(appraisal_id, step)
    return appraisal_id
