"""Where case files, audit, conversations and reservations are kept."""
