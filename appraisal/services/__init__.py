"""Changing: keyword-only, ``actor`` and ``at`` first, each one transaction.

Lock, policy, check, write, audit.

``actor`` None is the command line. A service raises Refused (not allowed, or not now), Invalid (every problem
at once), Stale (somebody saved it since) or Missing; whichever it is, nothing was stored.
"""
