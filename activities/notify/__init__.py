"""The one sender of cards."""
