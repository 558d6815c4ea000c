"""Queries as values: text to `Query` and back, periods, one fold."""
