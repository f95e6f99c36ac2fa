"""What the scoring journeys look at and do: one cell of a page, by the names that people hear."""

from playwright.sync_api import expect

from appraisal.selectors import snapshots
from tests.appraisal.pages.asking import address

STAY = "Option 1, Stay, on 1a Reach more readers"
MOVE = "Option 2, Move, on 1a Reach more readers"


def stored(appraisal_id, option="stay", line="reach"):
    """(score, rationale) of a cell as it stands."""
    cell = snapshots.snapshot(appraisal_id).cell_at.get((option, line))
    return cell and (cell.score, cell.rationale)


def line(appraisal_id, name="reach"):
    return address("score_line", appraisal_id, line=name)


def cell(page, option="stay", name="reach"):
    return page.locator(f"#cell-{option}-{name}")


def status(page, option="stay", name="reach"):
    return page.locator(f"#status-{option}-{name}")


def point(page, value, called=STAY):
    return page.get_by_role("radio", name=f"{value} Point {value}, for {called}")


def rationale(page, called=STAY):
    return page.get_by_role("textbox", name=f"Rationale for {called}")


def settled(page, option="stay"):
    """Waits until nothing of the cell is under way or unsaved."""
    expect(cell(page, option)).to_have_class("wb-cell")
    expect(status(page, option)).to_contain_text("Saved ")


def choose(page, value, called=STAY):
    """The box of a point, taken as with a mouse."""
    point(page, value, called).check()
