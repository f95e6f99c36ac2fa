"""Every workbook of the corpus by its name."""

from tests.appraisal.workbook.corpus import no_workbook, ours, sheets, theirs

CASES = {case.name: case for case in (*no_workbook.CASES, *sheets.CASES, *ours.CASES, *theirs.CASES)}
