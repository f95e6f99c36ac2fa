"""What was taken out of a set-up, as plain values."""

from typing import Any

from django.db.models import Q

from appraisal.models import Appraisal


def removed_content(row: Appraisal) -> dict[str, list[dict[str, Any]]]:
    """All that was removed from the set-up, as plain values for an audit event; empty where nothing was.

    ``removed`` are the options, groups, lines and success factors, ``removed_cells`` what stood in them.
    """
    gone = Q(removed_at__isnull=False)
    lists = {
        "options": row.options.filter(gone),
        "groups": row.groups.filter(gone),
        "sub-criteria": row.sub_criteria.filter(gone | Q(group__removed_at__isnull=False)),
    }
    removed = [
        {"what": kind, **each} for kind, rows in lists.items() for each in rows.order_by("pk").values()
    ]
    factors = [each for each in row.success_factors if each["removed_at"] is not None]
    removed += [{"what": "success-factors", **each} for each in factors]
    cells = row.cells.filter(
        Q(option__removed_at__isnull=False)
        | Q(sub_criterion__removed_at__isnull=False)
        | Q(sub_criterion__group__removed_at__isnull=False)
    )
    fields = ("option__slug", "sub_criterion__slug", "state", "score", "mark", "basis", "rationale")
    found = {"removed": removed, "removed_cells": list(cells.values(*fields))}
    return {part: held for part, held in found.items() if held}
