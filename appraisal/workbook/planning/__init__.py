"""From what a file says to what it would change: pure, and told everything it needs."""

from appraisal.workbook.planning.asked import Choices, Lead, Now, Saved
from appraisal.workbook.planning.existing import plan_for
from appraisal.workbook.planning.files import plan_of_file
from appraisal.workbook.planning.fresh import plan_new

__all__ = ["Choices", "Lead", "Now", "Saved", "plan_for", "plan_new", "plan_of_file"]
