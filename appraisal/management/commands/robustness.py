"""Prints what would change the ranking: `manage.py robustness SLUG [--draws N] [--seed N] [--on LEVEL]`."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from appraisal.core import evaluation
from appraisal.selectors import appraisals, snapshots
from organisations.errors import Invalid, Missing


class Command(BaseCommand):
    """Everything that would change the ranking of an appraisal as it stands now, exact and simulated."""

    help = "Prints what would change the ranking of an appraisal as JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The appraisal, and how weights are drawn."""
        parser.add_argument("slug", help="the slug of the appraisal")
        parser.add_argument(
            "--draws", default=str(evaluation.DRAWS), help="how many weightings, 1 to 10,000,000"
        )
        parser.add_argument(
            "--seed", default=str(evaluation.SEED), help="the same seed gives the same figures"
        )
        parser.add_argument(
            "--on", default="sub-criteria", help="what carries weights: sub-criteria or groups"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints the results; CommandError with everything that is wrong."""
        try:
            found = appraisals.by_slug(options["slug"])
            draws, seed = _number(options["draws"]), _number(options["seed"])
            results = evaluation.robustness(snapshots.snapshot(found.id), draws, seed, options["on"])
        except (Missing, Invalid) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(evaluation.robustness_json(results), ensure_ascii=False, indent=2))


def _number(text: str) -> Any:
    """The whole number that a text writes; else the text, which is refused with everything else that is
    wrong.
    """
    try:
        return int(text) if text.isascii() and "_" not in text else text
    except ValueError:
        return text
