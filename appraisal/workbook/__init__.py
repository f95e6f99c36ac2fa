"""Workbooks that come in: guarded, read in a limited process, understood, and turned into an ImportPlan.

``reading`` is what a file says, ``planning`` what it would change, ``plan`` the value that is previewed,
stored and applied. Nothing here knows the database or the browser; openpyxl and pandas are imported where
they are used, in the limited process (``child``), so that no worker of the site loads them.
"""
