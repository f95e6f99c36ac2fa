"""Whatever is done to a set-up in whatever order: the file stays whole, every save has its one event."""

import random

import pytest

from appraisal.core.evaluation import evaluate
from appraisal.core.snapshot import Swot, canonical_json, load_json
from appraisal.selectors import snapshots
from appraisal.services import setup
from organisations.errors import Invalid, Missing, Refused, Stale
from organisations.selectors import history_length
from tests import factories
from tests.appraisal.services.setup.doing import do, state

pytestmark = pytest.mark.django_db

STEPS = 60
MARKS = setup.ValueInput("points", points=(("low", "1"), ("high", "3")), lo="0", hi="4")


class Officer:
    """Somebody who tries anything at all, wrong versions, names that are taken and things that are gone."""

    def __init__(self, seed, appraisal_id):
        self.random = random.Random(seed)
        self.id = appraisal_id
        self.now = snapshots.snapshot(appraisal_id)
        self.state = state(appraisal_id)

    def name(self):
        odd = ["", "ξ", "Béta, Gamma", "A very long name " * 8]
        return self.random.choice([*odd, *(f"Name {self.random.randint(1, 500)}" for _ in range(4))])

    def any(self, ids, removed=()):
        known = [*ids, *removed]
        return self.random.choice(known) if known and self.random.random() < 0.95 else "nothing"

    def gone(self, kind):
        return [each.id for each in self.state.removed if each.kind == kind]

    def version(self, versions, thing):
        return versions.get(thing, 1) if self.random.random() < 0.9 else 0

    def value(self, kind):
        scored = [setup.ValueInput(), setup.ValueInput(), MARKS]
        measured = [
            setup.ValueInput("range", worst="10", best="2.5"),
            setup.ValueInput("options-range", better="higher"),
            setup.ValueInput("ratio", better="lower"),
            MARKS,
        ]
        wrong = setup.ValueInput("points", points=(("low", "9"),), lo="0", hi="4")
        return self.random.choice([*(measured if kind == "measure" else scored), wrong])

    def line(self):
        kinds = ["score", "words", "gate"]
        if self.now.method.combine == "weighted-value" or self.random.random() < 0.1:
            kinds = ["measure"]
        kind = self.random.choice(["score", *kinds])
        return setup.SubCriterionInput(
            self.name(),
            kind=kind,
            unit=self.random.choice(["", "minutes"]),
            value=self.value(kind),
            scale=self.random.choice([None, None, setup.ScaleInput("0", "10", "0.5")]),
            not_applicable_rule=self.random.choice(["", "Never."]),
        )

    def option(self):
        return setup.OptionInput(
            self.name(),
            number=self.random.choice(["", "1", "7", "x"]),
            proposal=("One", "", "Two"),
            baseline=self.random.random() < 0.3,
        )

    def weights(self):
        by = self.random.choice(["sub-criteria", "groups"])
        suggested = setup.equal_weights(self.now, by)
        lines = {
            line: self.random.choice(["1", "0", "2.5", "40%", "1/4", "3"]) for line in suggested.sub_criteria
        }
        return setup.WeightsInput(self.name(), lines, suggested.groups)

    def step(self):
        """One thing tried; what the services say of it is as good as doing it."""
        kinds = [self.try_group, self.try_line, self.try_option, self.try_long_list, self.try_weights]
        try:
            self.random.choice([*kinds * 2, self.try_line, self.try_scale])()
        except (Invalid, Missing, Refused, Stale):
            return
        finally:
            self.now, self.state = snapshots.snapshot(self.id), state(self.id)

    def try_group(self):
        group = self.any([group.id for group in self.now.groups], self.gone("groups"))
        typed = setup.GroupInput(self.name())
        version = self.version(self.state.groups, group)
        self.random.choice(
            [
                lambda: do(setup.add_group, self.id, group=typed),
                lambda: do(setup.save_group, self.id, group_id=group, group=typed, version=version),
                lambda: do(setup.move_group, self.id, group_id=group, **self.step_of_order()),
                lambda: do(setup.remove_group, self.id, group_id=group, version=version),
                lambda: do(setup.restore_group, self.id, group_id=group),
            ]
        )()

    def try_line(self):
        line = self.any(self.now.line, self.gone("sub-criteria"))
        group = self.any([group.id for group in self.now.groups])
        here = {"sub_criterion_id": line}
        version = self.version(self.state.sub_criteria, line)
        self.random.choice(
            [
                lambda: do(setup.add_sub_criterion, self.id, group_id=group, sub_criterion=self.line()),
                lambda: do(
                    setup.save_sub_criterion,
                    self.id,
                    **here,
                    sub_criterion=self.line(),
                    version=version,
                    group_id=self.random.choice([None, group]),
                ),
                lambda: do(setup.move_sub_criterion, self.id, **here, **self.step_of_order()),
                lambda: do(setup.remove_sub_criterion, self.id, **here, version=version),
                lambda: do(setup.restore_sub_criterion, self.id, **here, unscore=self.random.random() < 0.5),
            ]
        )()

    def try_option(self):
        option = self.any(self.now.option, self.gone("options"))
        here = {"option_id": option, "version": self.version(self.state.options, option)}
        stage = self.random.choice(["long-list", "short-list", "dropped"])
        self.random.choice(
            [
                lambda: do(setup.add_option, self.id, option=self.option(), stage=stage, reason="So."),
                lambda: do(setup.save_option, self.id, **here, option=self.option()),
                lambda: do(setup.set_option_stage, self.id, **here, stage=stage, reason="So."),
                lambda: do(setup.move_option, self.id, option_id=option, **self.step_of_order()),
                lambda: do(setup.remove_option, self.id, **here),
                lambda: do(setup.restore_option, self.id, option_id=option, unscore=True),
            ]
        )()

    def try_long_list(self):
        option = self.any(self.now.option)
        factor = self.any([each.id for each in self.now.success_factors], self.gone("success-factors"))
        here = {"factor_id": factor, "version": self.version(self.state.success_factors, factor)}
        self.random.choice(
            [
                lambda: do(setup.add_success_factor, self.id, name=self.name(), kind="objective"),
                lambda: do(setup.save_success_factor, self.id, **here, name=self.name(), kind="objective"),
                lambda: do(setup.move_success_factor, self.id, factor_id=factor, **self.step_of_order()),
                lambda: do(setup.remove_success_factor, self.id, **here),
                lambda: do(setup.restore_success_factor, self.id, factor_id=factor),
                lambda: do(
                    setup.save_filter,
                    self.id,
                    option_id=option,
                    verdicts={factor: setup.VerdictInput(self.random.choice(["meets", "words"]), "Well.")},
                    version=self.version(self.state.filter, option),
                ),
                lambda: do(
                    setup.save_swot,
                    self.id,
                    option_id=option,
                    swot=Swot(strengths=("Strong.", "")),
                    version=self.version(self.state.swot, option),
                ),
            ]
        )()

    def try_weights(self):
        weight_set = self.any([each.id for each in self.now.weight_sets])
        here = {"weight_set_id": weight_set, "version": self.version(self.state.weight_sets, weight_set)}
        ways = ["sum", "weighted-sum", "weighted-mean", "weighted-value", "weighted-value"]
        combine = self.random.choice(ways)
        why = {"reason": self.random.choice(["", "Because.", "Because."])}
        self.random.choice(
            [
                lambda: do(setup.add_weight_set, self.id, weights=self.weights()),
                lambda: do(setup.save_weight_set, self.id, **here, weights=self.weights(), **why),
                lambda: do(setup.remove_weight_set, self.id, **here, **why),
                *[
                    lambda: do(
                        setup.choose_method,
                        self.id,
                        combine=combine,
                        weight_set=weight_set,
                        version=self.state.method,
                        **why,
                    )
                ]
                * 2,
            ]
        )()

    def try_scale(self):
        scale = self.random.choice(
            [None, setup.ScaleInput("1", "5", neutral="3"), setup.ScaleInput("0", "100", "0.5")]
        )
        do(setup.set_scale, self.id, scale=scale, version=self.state.scale)

    def step_of_order(self):
        return {"direction": self.random.choice(["up", "down"]), "place": self.random.randint(0, 2)}


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("make", [factories.appraisal, factories.complete_appraisal])
def test_whatever_is_done_the_file_stays_whole_and_every_save_has_one_event(make, seed):
    appraisal_id = make(stage="set-up")
    officer = Officer(seed, appraisal_id)
    for _ in range(STEPS):
        officer.step()
        found = snapshots.snapshot(appraisal_id)
        assert load_json(canonical_json(found)) == found
        evaluate(found)
        assert snapshots.live(appraisal_id).revision == history_length(appraisal_id)
    assert history_length(appraisal_id) > STEPS / 6, "too little of it was done to say anything"
