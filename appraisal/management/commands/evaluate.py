"""Prints the results of an appraisal as JSON: `manage.py evaluate SLUG [--weight-set ID]`."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from appraisal.core import evaluation
from appraisal.selectors import appraisals, snapshots
from organisations.errors import Invalid, Missing


class Command(BaseCommand):
    """Every figure of an appraisal as it stands now, exact, in rank order."""

    help = "Prints the results of an appraisal as JSON, options in rank order."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The appraisal, and which of its weight sets counts."""
        parser.add_argument("slug", help="the slug of the appraisal")
        parser.add_argument(
            "--weight-set", help="count with another of its weight sets (not with a plain total)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints the results; CommandError where the slug or the weight set is not there."""
        try:
            found = appraisals.by_slug(options["slug"])
            snapshot = snapshots.snapshot(found.id)
            results = evaluation.evaluate(snapshot, weight_set=options["weight_set"])
        except (Missing, Invalid) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(evaluation.to_json(results), ensure_ascii=False, indent=2))
