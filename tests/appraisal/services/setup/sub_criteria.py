"""A sub-criterion added and saved, in short words for the tests of lines."""

from dataclasses import replace

from appraisal.services import setup
from tests.appraisal.services.setup.doing import do, now

LINE = setup.SubCriterionInput("Open longer", "Hours", "Count the hours.", not_applicable_rule="Closed.")
MARKS = setup.ValueInput("points", points=(("Low", "1"), ("", ""), ("High", "3")), lo="0", hi="4")


def add(appraisal_id, line=LINE, group="people", **changes):
    line = replace(line, **changes)
    return do(setup.add_sub_criterion, appraisal_id, group_id=group, sub_criterion=line)


def save(appraisal_id, line="reach", version=1, group=None, **changes):
    stands = setup.sub_criterion_input(now(appraisal_id).line[line].sub_criterion)
    return do(
        setup.save_sub_criterion,
        appraisal_id,
        sub_criterion_id=line,
        sub_criterion=replace(stands, **changes),
        version=version,
        group_id=group,
    )


def lines(appraisal_id, group=0):
    return [sub.id for sub in now(appraisal_id).groups[group].sub_criteria]
