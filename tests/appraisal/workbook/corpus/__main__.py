"""Writes the corpus to fixtures/workbooks/refused, and what is expected of it."""

import json
import os

import django


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from tests.appraisal.workbook.corpus.cases import CASES
    from tests.appraisal.workbook.corpus.files import EXPECTED, FOLDER, expected

    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.xlsx"):
        old.unlink()
    for name, case in CASES.items():
        (FOLDER / f"{name}.xlsx").write_bytes(case.make())
    EXPECTED.write_text(json.dumps(expected(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"{len(CASES)} workbooks")  # noqa: T201


if __name__ == "__main__":
    main()
