"""How much of a workbook is read at most. Each limit has a margin over the largest appraisal there may be.

200 options on 200 sub-criteria are 40,000 rows of the scoring sheet; a hundred by a hundred with a paragraph
of reasons each is a file of about 2 MB.
"""

MOST_BYTES = 10 * 1024 * 1024
"""Of the file as it is sent."""

MOST_ENTRIES = 1_000
"""Parts in the file's packing list."""

MOST_UNPACKED = 60 * 1024 * 1024
"""Of all the parts that hold cells, unpacked."""

MOST_STYLES = 8 * 1024 * 1024
"""Of the part that says how cells look (a date is a number that looks like one)."""

MOST_RATIO = 250
"""How many times its packed size a part may unpack to, above ``SMALL_PART``."""

SMALL_PART = 1024 * 1024
MOST_SHEETS = 60
MOST_ROWS = 50_000
"""The last row that anything may stand in."""

MOST_COLUMNS = 1_000
"""The last column that anything may stand in."""

MOST_CELLS = 400_000
"""Cells with something in them, in the whole file."""

MOST_MERGED = 100_000
"""Cells under merged ranges, in the whole file."""

DEEPEST = 60
"""Elements inside each other in one part."""

MEMORY = 500 * 1024 * 1024
"""Of the process that reads, in bytes."""

SECONDS = 60
"""So long it may take by the clock, waiting for a busy machine included."""

PROCESSOR_SECONDS = 40
"""So much of a processor it may take."""
