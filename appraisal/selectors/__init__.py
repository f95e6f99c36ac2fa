"""Reading: always for a user, or of an appraisal that was reached through one.

Values come out, never rows.
"""
