"""Starting an appraisal: by whom, from what, and what it then holds."""

import pytest

from appraisal.core.snapshot import canonical_json
from appraisal.selectors import appraisals, snapshots
from appraisal.services import setup
from organisations.errors import Invalid, Missing, Refused
from organisations.roles import Role
from organisations.selectors import history
from tests import factories
from tests.appraisal.services.setup.doing import do, now, state

pytestmark = pytest.mark.django_db


def start(actor=None, body="Northshire Council", title="Where the library goes", **options):
    found = setup.create_appraisal(
        actor=actor, at=factories.at(), organisation_id=factories.organisation(body), title=title, **options
    )
    return found.appraisal_id


def copy(source, actor=None, body="Northshire Council", title="Again", with_scores=True, **options):
    found = setup.copy_appraisal(
        actor=actor,
        at=factories.at(5),
        organisation_id=factories.organisation(body),
        source=source,
        title=title,
        with_scores=with_scores,
        **options,
    )
    return found.appraisal_id


def problems(call, *args, **options):
    with pytest.raises(Invalid) as refusal:
        call(*args, **options)
    return [(problem.path, problem.message) for problem in refusal.value.problems]


def test_a_commissioning_officer_starts_one_that_their_body_leads():
    officer = factories.lead_officer()
    appraisal_id = start(officer, title="  Where the   library goes ")
    found = now(appraisal_id)
    assert (found.slug, found.title, found.stage) == (
        "where-the-library-goes",
        "Where the library goes",
        "set-up",
    )
    [body] = found.organisations
    assert (body.name, body.kind, body.lead, body.role) == ("Northshire Council", "council", True, "decides")
    assert (found.groups, found.options, found.scale, found.cells) == ((), (), None, ())
    assert [row.id for row in appraisals.visible_to(officer)] == [appraisal_id]
    [event] = history(appraisal_id)
    assert (event.action, event.actor, event.after) == (
        "appraisal started",
        "Ada Reed",
        {"title": "Where the library goes", "template": ""},
    )


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.LEAD_OFFICER])
def test_nobody_else_starts_one(role):
    with pytest.raises(Refused) as refusal:
        start(factories.person(role=role))
    assert refusal.value.reason.startswith("You cannot start an appraisal for this body: only its commiss")


def test_nobody_starts_one_for_another_body():
    officer = factories.lead_officer()
    with pytest.raises(Refused):
        start(officer, body="Elsewhere")


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"title": " "}, ("title", "Enter the title of the appraisal.")),
        ({"title": "x" * 301}, ("title", "This has 301 characters; the most is 300. Shorten it by 1.")),
        ({"slug": "with space"}, ("slug", "An id is letters without accents, figures, hyphens and")),
        (
            {"template": "nonesuch"},
            ("template", "There is no such template. Choose one of those on the page."),
        ),
        ({"template": "3b241101-e2bb-4255-8caf-4136c566a962"}, ("template", "There is no such template.")),
    ],
)
def test_what_cannot_be_is_refused_in_words(options, found):
    [(path, message)] = problems(start, **options)
    assert path == found[0]
    assert message.startswith(found[1])


def test_a_slug_is_free_or_as_it_was_asked_for():
    first, second = start(), start()
    assert [now(each).slug for each in (first, second)] == [
        "where-the-library-goes",
        "where-the-library-goes-2",
    ]
    assert now(start(slug="library-2026")).slug == "library-2026"
    assert problems(start, slug="library-2026") == [
        ("slug", "There is an appraisal “library-2026” already. Choose another short name.")
    ]
    assert now(start(title="你好")).slug == "appraisal"


@pytest.mark.parametrize("template", setup.built_in_templates(), ids=lambda template: template.id)
def test_every_built_in_template_begins_an_appraisal(template):
    found = now(start(template=template.id))
    assert found.groups == template.groups
    assert found.scale == template.scale
    assert found.success_factors == template.success_factors


def test_a_template_with_raw_measures_brings_weights_that_nobody_has_given():
    appraisal_id = start()
    group = do(setup.add_group, appraisal_id, group=setup.GroupInput("Money")).id
    line = setup.SubCriterionInput("Cost")
    do(setup.add_sub_criterion, appraisal_id, group_id=group, sub_criterion=line)
    weights = setup.equal_weights(now(appraisal_id), "sub-criteria")
    chosen = do(setup.add_weight_set, appraisal_id, weights=weights).id
    do(setup.choose_method, appraisal_id, combine="weighted-value", weight_set=chosen, version=1)
    measure = setup.SubCriterionInput(
        "Minutes", kind="measure", unit="min", value=setup.ValueInput("ratio", better="lower")
    )
    do(setup.add_sub_criterion, appraisal_id, group_id=group, sub_criterion=measure)
    body = factories.organisation()
    own = do(setup.save_own_template, appraisal_id, organisation_id=body, name="Ours")
    started = start(template=str(own), title="Another")
    assert now(started).groups == now(appraisal_id).groups
    assert now(started).method.combine == "weighted-value"
    assert state(started).weights_to_give == {"weights": ("cost", "minutes")}
    assert not state(started).method_chosen


def test_the_names_of_an_own_template_of_another_body_do_not_exist():
    appraisal_id = factories.appraisal()
    own = do(setup.save_own_template, appraisal_id, organisation_id=factories.organisation(), name="Ours")
    officer = factories.person(role=Role.LEAD_OFFICER, body="Elsewhere")
    assert problems(start, officer, body="Elsewhere", template=str(own))[0][0] == "template"
    assert now(start(factories.lead_officer(), template=str(own))).groups == now(appraisal_id).groups


def test_a_copy_with_scores_holds_all_that_its_source_holds():
    source = factories.somerset()
    found = now(copy(source, body="Somerset County Council"))
    before = snapshots.snapshot(source)
    fields = {"slug": before.slug, "title": before.title, "stage": before.stage}
    assert (found.slug, found.title, found.stage) == ("again", "Again", "set-up")
    assert canonical_json(type(found)(**{**vars_of(found), **fields})) == canonical_json(before)


def vars_of(snapshot):
    return {field: getattr(snapshot, field) for field in type(snapshot).__dataclass_fields__}


def test_a_copy_without_scores_holds_what_was_set_up():
    source = factories.somerset()
    found, before = now(copy(source, body="NHS England", with_scores=False)), snapshots.snapshot(source)
    for part in ("groups", "scale", "options", "sections", "timeline", "document", "references"):
        assert getattr(found, part) == getattr(before, part)
    assert (found.cells, found.recommendation, found.printed) == ((), None, None)
    assert [note.about for note in found.notes if note.about.startswith("cells/")] == []
    assert [body.lead for body in found.organisations] == [True, True, True]


def test_a_body_that_had_no_part_leads_its_copy():
    source = factories.appraisal()
    officer = factories.person(role=Role.LEAD_OFFICER, body="Northshire Health Trust")
    factories.give_role(officer, Role.LEAD_OFFICER, "Southshire")
    found = now(copy(source, officer, body="Southshire"))
    assert [(body.name, body.lead) for body in found.organisations] == [
        ("Northshire Council", True),
        ("Northshire Health Trust", False),
        ("Southshire", True),
    ]
    assert snapshots.snapshot(source).slug == "small"


def test_a_copy_keeps_which_weights_nobody_gave():
    appraisal_id = factories.appraisal(stage="set-up")
    do(setup.add_weight_set, appraisal_id, weights=setup.equal_weights(now(appraisal_id), "groups"))
    line = setup.SubCriterionInput("New")
    do(setup.add_sub_criterion, appraisal_id, group_id="place", sub_criterion=line)
    waiting = {"equal-groups": ("new",)}
    assert state(appraisal_id).weights_to_give == waiting
    assert state(copy(appraisal_id)).weights_to_give == waiting


def test_what_was_removed_is_not_copied():
    appraisal_id = factories.complete_appraisal(stage="set-up")
    do(setup.remove_option, appraisal_id, option_id="move", version=1)
    found = copy(appraisal_id)
    assert [option.id for option in now(found).options] == ["stay", "share"]
    assert state(found).removed == ()


@pytest.mark.parametrize("role", [Role.ASSESSOR, Role.PANEL_MEMBER, Role.FINANCE_LEAD, Role.ADMINISTRATOR])
def test_only_commissioning_officers_copy(role):
    source = factories.appraisal()
    person = factories.person(role=role)
    factories.give_role(person, Role.LEAD_OFFICER, "Southshire")
    with pytest.raises(Refused) as refusal:
        copy(source, person, body="Southshire")
    assert refusal.value.reason.startswith(f"You cannot copy this appraisal: your role here is {role.label}")


def test_what_a_person_does_not_see_cannot_be_copied():
    source = factories.appraisal()
    person = factories.person(role=Role.LEAD_OFFICER, body="Southshire")
    with pytest.raises(Missing):
        copy(source, person, body="Southshire")
