"""Weight sets added and chosen, in short words for the tests of weights."""

from appraisal.services import setup
from tests.appraisal.services.setup.doing import do, now, state

FLAT = setup.WeightsInput("As agreed", {"reach": "40", "staff": "35.5%", "cost": "1/4"})
TREE = setup.WeightsInput(
    "In two levels", {"reach": "3", "staff": "1", "cost": "1"}, {"people": "60", "place": "40"}
)


def add(appraisal_id, weights=FLAT, **options):
    return do(setup.add_weight_set, appraisal_id, weights=weights, **options)


def choose(appraisal_id, combine, weight_set=None, version=None, **options):
    version = state(appraisal_id).method if version is None else version
    return do(
        setup.choose_method, appraisal_id, combine=combine, weight_set=weight_set, version=version, **options
    )


def weights(appraisal_id, place=0):
    found = now(appraisal_id).weight_sets[place]
    return found.sub_criteria, found.groups
