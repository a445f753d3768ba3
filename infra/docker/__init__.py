"""The image of bot, worker and codec, and how it says that it is well."""
