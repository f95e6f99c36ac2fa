"""Criteria templates: the files that come with the product, files that are broken, and a body's own."""

import json

import pytest
from django.conf import settings

from appraisal.models import CriteriaTemplate
from appraisal.selectors.setup import own_templates
from appraisal.services import setup
from organisations.errors import Invalid, Missing, Refused
from organisations.roles import Role
from organisations.selectors import history
from tests import factories
from tests.appraisal.services.setup.doing import do, now, problems

FOLDER = settings.BASE_DIR / "fixtures" / "criteria_templates"
FILES = sorted(FOLDER.glob("*.json"))


def template(**changes):
    return {
        "format": "weighbridge/criteria-template",
        "schema": 1,
        "name": "Ours",
        "groups": [{"id": "g", "name": "Group", "sub_criteria": [{"id": "l", "name": "Line"}]}],
        **changes,
    }


pytestmark = pytest.mark.django_db


def wrong(data):
    with pytest.raises(Invalid) as refusal:
        setup.read_template("any", data)
    return [(problem.path, problem.message) for problem in refusal.value.problems]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_of_the_product_is_a_template(file):
    found = setup.read_template(file.stem, file.read_bytes())
    assert found in setup.built_in_templates()
    assert found.name
    assert found.description
    ids = [sub.id for group in found.groups for sub in group.sub_criteria]
    assert len(ids) == len(set(ids)) == found.lines


def test_the_templates_come_in_their_order_with_what_they_are_known_for():
    found = {each.id: each for each in setup.built_in_templates()}
    assert list(found) == ["somerset-four-aims", "cornwall-five", "green-book-csf", "blank"]
    assert [len(each.groups) for each in found.values()] == [4, 5, 1, 0]
    assert [each.lines for each in found.values()] == [15, 16, 5, 0]
    assert [each.scale is None for each in found.values()] == [False, True, True, True]
    assert [sub.short_name for sub in found["green-book-csf"].groups[0].sub_criteria] == [
        "Strategic fit",
        "Value for money",
        "Supplier capacity",
        "Affordability",
        "Achievability",
    ]
    assert len(found["green-book-csf"].success_factors) == 5


@pytest.mark.parametrize(
    ("slug", "template_id"), [("somerset-2017", "somerset-four-aims"), ("cornwall-2018", "cornwall-five")]
)
def test_the_criteria_of_the_real_cases_are_theirs(slug, template_id):
    [found] = [each for each in setup.built_in_templates() if each.id == template_id]
    case = factories.fixture(slug)
    assert (found.groups, found.scale) == (case.groups, case.scale)


@pytest.mark.parametrize(
    ("data", "path", "words"),
    [
        (template(options=[]), "options", "There is no field of this name in a template. Take it out."),
        (template(colour="red"), "colour", "There is no field of this name in a template."),
        (template(format="weighbridge/appraisal"), "format", "This must be “weighbridge/criteria-template”."),
        (template(schema=2), "schema", "This must be 1."),
        (template(name=""), "name", "A template needs a name."),
        (template(name=3), "name", "This must be text."),
        (template(groups="all"), "groups", "This must be a list, in square brackets"),
        (
            template(groups=[{"id": "g", "name": "Group", "weight": 3}]),
            "groups[0].weight",
            "There is no field",
        ),
        (template(groups=[{"id": "g", "name": ""}]), "groups[0].name", "This is empty."),
        (template(scale={"lo": "5", "hi": "1"}), "scale.lo", "The lowest score, 5, must be below"),
        (template(success_factors=[{"id": "f"}]), "success_factors[0].name", "This field is missing."),
        ([], "", "A template must be an object, with its fields in braces."),
        (b"{", "", "This is no JSON file"),
        (b"\xff", "", "This is no JSON file"),
    ],
)
def test_a_file_that_is_broken_is_refused_with_its_path(data, path, words):
    found = wrong(data)
    assert [each for each, _ in found] == [path]
    assert found[0][1].startswith(words)


def test_every_kind_of_line_may_stand_in_a_template():
    lines = [
        {"id": "a", "name": "A"},
        {"id": "b", "name": "B", "kind": "measure", "value": {"rule": "ratio", "better": "lower"}},
        {"id": "c", "name": "C", "kind": "gate"},
        {"id": "d", "name": "D", "kind": "words"},
    ]
    found = setup.read_template("any", template(groups=[{"id": "g", "name": "Group", "sub_criteria": lines}]))
    assert [sub.kind for sub in found.groups[0].sub_criteria] == ["score", "measure", "gate", "words"]


def save(appraisal_id, actor=None, name="Ours", body="Northshire Council", **options):
    return do(
        setup.save_own_template,
        appraisal_id,
        actor,
        organisation_id=factories.organisation(body),
        name=name,
        **options,
    )


def test_a_body_keeps_its_own_template(appraisal_id, officer):
    key = save(appraisal_id, officer, name=" Our  way ", description="For libraries.")
    [found] = own_templates(officer)
    assert (found.id, found.name, found.description, found.organisation) == (
        key,
        "Our way",
        "For libraries.",
        "Northshire Council",
    )
    assert (found.groups, found.lines) == (2, 4)
    event = history(factories.organisation())[0]
    assert (event.action, event.subject, event.actor) == ("template saved", "Our way", "Ada Reed")
    assert own_templates(factories.person(role=Role.LEAD_OFFICER, body="Elsewhere")) == ()


def test_its_content_is_a_template_file_like_any_other(appraisal_id, officer):
    save(appraisal_id, officer)
    content = CriteriaTemplate.objects.get().content
    found = setup.read_template("any", json.dumps(content))
    assert (found.groups, found.scale) == (now(appraisal_id).groups, now(appraisal_id).scale)


def test_a_name_is_used_once_in_a_body(appraisal_id):
    save(appraisal_id)
    body = factories.organisation()
    assert problems(setup.save_own_template, appraisal_id, organisation_id=body, name="Ours")[0][0] == "name"
    assert problems(setup.save_own_template, appraisal_id, organisation_id=body, name=" ") == [
        ("name", "Enter a name for the template.")
    ]
    save(appraisal_id, body="Southshire")


def test_only_commissioning_officers_of_the_body_keep_templates(appraisal_id, officer):
    with pytest.raises(Refused):
        save(appraisal_id, factories.person(role=Role.ADMINISTRATOR))
    with pytest.raises(Refused):
        save(appraisal_id, officer, body="Southshire")
    outside = factories.person(role=Role.LEAD_OFFICER, body="Southshire")
    with pytest.raises(Refused):
        save(appraisal_id, outside, body="Southshire")


def test_a_template_is_removed_and_the_history_keeps_it(appraisal_id, officer):
    key = save(appraisal_id, officer)
    remove = {"at": factories.at(3), "template_id": key}
    with pytest.raises(Refused):
        setup.remove_own_template(actor=factories.person(role=Role.ASSESSOR), **remove)
    setup.remove_own_template(actor=officer, **remove)
    assert own_templates(officer) == ()
    event = history(factories.organisation())[0]
    assert (event.action, event.before["name"]) == ("template removed", "Ours")
    with pytest.raises(Missing):
        setup.remove_own_template(actor=officer, **remove)
