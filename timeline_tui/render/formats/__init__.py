"""One writer a format, all with one signature."""
