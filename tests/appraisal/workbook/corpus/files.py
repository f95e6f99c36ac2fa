"""Where the corpus lies."""

from pathlib import Path

from tests.appraisal.workbook.corpus.cases import CASES

FOLDER = Path(__file__).resolve().parents[4] / "fixtures" / "workbooks" / "refused"
EXPECTED = FOLDER.parent / "expected.json"


def expected():
    """What each file is brought in as, and what is refused of it where."""
    return {
        f"{name}.xlsx": {
            "brought in as": case.into,
            "refused": [{"where": where, "says": says} for where, says in case.refused],
        }
        for name, case in CASES.items()
    }
