"""Room: activities. It talks to machines: files, books, stores, chat."""
