"""Events to lines of (text, role) and to formats; no Rich and no Textual."""

STYLES = ("note", "chicago", "apa", "bibtex", "csl")
"""The citation styles, the default first: each is a module of `render.citations`.

They stand here because the command line names them without importing any.
"""
