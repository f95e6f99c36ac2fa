"""Most appraisals need no linear programme, so a worker serves its first page without importing scipy."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
ASKS = """
import sys
from pathlib import Path
from appraisal.core.evaluation import sensitivity
from appraisal.core.snapshot import load_json
found = sensitivity(load_json(Path("fixtures/appraisals/somerset-2017.json").read_bytes()))
print(*found.can_be_first, "scipy" in sys.modules, "numpy" in sys.modules)
"""


def test_who_can_come_first_in_somerset_is_known_without_it():
    asked = subprocess.run([sys.executable, "-c", ASKS], cwd=ROOT, check=True, capture_output=True, text=True)
    assert asked.stdout.split() == ["option-6", "option-4", "False", "False"]
