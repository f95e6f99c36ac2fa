"""The corpus of workbooks that are refused: each case is made here, and says what is refused and where.

`python -m tests.appraisal.workbook.corpus` writes them to fixtures/workbooks/refused, with what is expected
of each in expected.json; a test holds that the files are what is made here.
"""
