"""Measured ratios, never part of the tests: ``make bench`` runs them all and writes docs/figures.md."""
