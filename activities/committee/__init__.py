"""The committee that says which column serves which field."""
