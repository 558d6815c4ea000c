"""Events to lines of (text, role) and to formats; no Rich and no Textual."""
