"""Turns other people's files into a store: tables, JSON Lines, TimelineJS."""
