"""What stands of the things that an appraisal has one of: what it is about, and its scale."""

from dataclasses import dataclass
from uuid import UUID

from appraisal.core.snapshot import Snapshot
from appraisal.selectors import setup, snapshots


@dataclass(frozen=True)
class WholeToEdit:
    """The appraisal as it stands, and the version that the thing on the page was read at."""

    snapshot: Snapshot
    version: int


def about_to_edit(appraisal_id: UUID) -> WholeToEdit:
    """For the form of title, question, summary and paper. The version is read first."""
    version = setup.part_versions(appraisal_id).get("about", 1)
    return WholeToEdit(snapshots.snapshot(appraisal_id), version)


def scale_to_edit(appraisal_id: UUID) -> WholeToEdit:
    """For the form of the scale. The version is read first."""
    version = setup.part_versions(appraisal_id).get("scale", 1)
    return WholeToEdit(snapshots.snapshot(appraisal_id), version)
