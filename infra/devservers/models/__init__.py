"""A stand-in for vendors of language models, in their own wire formats."""
