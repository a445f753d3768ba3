"""The sentences people read, one YAML catalogue per language."""
