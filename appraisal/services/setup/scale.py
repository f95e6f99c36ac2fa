"""The appraisal's own scale: what a score may be, with descriptors and a neutral point."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from appraisal import policies
from appraisal.core.snapshot import Scale
from appraisal.core.snapshot.writing.parts import of_scale
from appraisal.models import Scale as ScaleRow
from appraisal.services.rows import write_scale
from appraisal.services.setup.fits import unfit
from appraisal.services.setup.frame import Change, Saved, begin
from appraisal.services.setup.inputs import ScaleInput, scale_input
from appraisal.services.setup.reading import Reading
from organisations.audit import Actor
from organisations.errors import Invalid, Problem


def set_scale(
    *, actor: Actor, at: datetime, appraisal_id: UUID, scale: ScaleInput | None, version: int
) -> Saved:
    """Sets the scale of the appraisal, or takes it away (None).

    Set-up alone, but for the descriptors, which may be mended until agreed. Raises Refused, Missing, Stale
    with a ScaleInput or None, or Invalid with the paths of ScaleInput, or with the path
    ``cells/OPTION/LINE`` for each score that would be off the scale.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id)
        wanted = None if scale is None else read_scale(scale)
        stands = change.part_version("scale")
        now = change.now.scale
        only_labels = wanted is not None and bounds(wanted) == bounds(now)
        change.may(policies.may_mend_texts if only_labels else policies.may_edit_setup)
        if wanted == now:
            return change.saved("scale", stands)
        change.refuse_stale(version, stands, "scale", None if now is None else scale_input(now))
        _refuse_unfit(change, wanted)
        ScaleRow.objects.filter(appraisal=change.id, sub_criterion=None).delete()
        write_scale(change.appraisal, None, wanted)
        before, after = {"scale": of_scale(now)}, {"scale": of_scale(wanted)}
        return change.done("scale", "scale set", "scale", before, after, parts=("scale",))


def bounds(scale: Scale | None) -> tuple[Any, ...] | None:
    """What of a scale a figure can rest on: everything but its descriptors."""
    return None if scale is None else (scale.lo, scale.hi, scale.step, scale.neutral)


def read_scale(scale: ScaleInput) -> Scale:
    """The scale that was typed; Invalid with the paths of ScaleInput."""
    reading = Reading()
    return reading.finish(scale_of(reading, scale, ""))


def scale_of(reading: Reading, scale: ScaleInput, head: str) -> Scale | None:
    """The scale that was typed, or None with its problems noted; ``head`` leads every path."""
    points = [(place, *pair) for place, pair in enumerate(scale.points) if any(map(str.strip, pair))]
    data = {
        "lo": reading.figure(f"{head}lo", scale.lo, missing="Enter the lowest score."),
        "hi": reading.figure(f"{head}hi", scale.hi, missing="Enter the highest score."),
        "step": reading.figure(f"{head}step", scale.step, missing="Enter the step between two scores."),
        "neutral": reading.figure(f"{head}neutral", scale.neutral) if scale.neutral.strip() else None,
        "points": [
            {
                "value": reading.figure(f"{head}points[{place}].value", value, missing="Enter the score."),
                "label": label,
            }
            for place, value, label in points
        ],
    }
    if reading.problems:
        return None
    paths = [
        *((f"scale.points[{index}]", f"{head}points[{place}]") for index, (place, *_) in enumerate(points)),
        ("scale.", head),
    ]
    found = reading.part({"scale": data}, paths)
    return found.scale if found else None


def _refuse_unfit(change: Change, wanted: Scale | None) -> None:
    """Invalid with every score that could not stand on the scale."""
    off = unfit(replace(change.now, scale=wanted), change.cells(sub_criterion__scale=None))
    if off:
        many = "1 score does" if len(off) == 1 else f"{len(off)} scores do"
        text = f"{many} not fit this scale. Change them first, or choose a scale on which they stand."
        raise Invalid([Problem("scale", text), *off])
