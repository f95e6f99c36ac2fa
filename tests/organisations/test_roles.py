"""Roles, kinds of body, and who may change people."""

import pytest

from organisations.errors import Refused
from organisations.roles import (
    BodyKind,
    Role,
    in_order,
    join,
    may_manage_people,
    must_keep_an_administrator,
)


def test_a_lead_officer_is_shown_as_a_commissioning_officer():
    assert [role.label for role in Role] == [
        "Commissioning officer",
        "Assessor",
        "Panel member",
        "Finance lead",
        "Administrator",
    ]


@pytest.mark.parametrize("role", Role)
def test_every_role_says_what_it_may_do(role):
    assert role.description.endswith(".")


def test_every_kind_of_body_has_a_label_of_its_own():
    assert len({kind.label for kind in BodyKind}) == len(BodyKind) == 6


def test_roles_are_listed_once_and_always_in_the_same_order():
    assert in_order(["administrator", "assessor", "administrator"]) == (Role.ASSESSOR, Role.ADMINISTRATOR)


def test_an_unknown_role_is_an_error():
    with pytest.raises(ValueError, match="moderator"):
        in_order(["moderator"])


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_may_change_people_and_the_refusal_says_what_one_is(role):
    with pytest.raises(Refused) as refused:
        may_manage_people([role], "Northshire Council")
    assert "Only an administrator of Northshire Council" in refused.value.reason
    assert f"You are {role.label} there." in refused.value.reason


def test_an_administrator_with_other_roles_may_change_people():
    assert may_manage_people([Role.ASSESSOR, Role.ADMINISTRATOR], "Northshire Council") is None


@pytest.mark.parametrize(
    ("held", "others", "kept"),
    [
        ([Role.ADMINISTRATOR], [], False),
        ([Role.ADMINISTRATOR], [[Role.ASSESSOR], [Role.LEAD_OFFICER]], False),
        ([Role.ADMINISTRATOR], [[Role.ASSESSOR, Role.ADMINISTRATOR]], True),
        ([Role.ASSESSOR], [], True),
    ],
)
def test_a_body_with_an_administrator_keeps_one(held, others, kept):
    if kept:
        assert must_keep_an_administrator(held, others, "Ada Reed", "Northshire Council") is None
        return
    with pytest.raises(Refused, match="Ada Reed is the only administrator of Northshire Council"):
        must_keep_an_administrator(held, others, "Ada Reed", "Northshire Council")


@pytest.mark.parametrize(
    ("words", "sentence"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_words_are_joined_as_in_a_sentence(words, sentence):
    assert join(words) == sentence
