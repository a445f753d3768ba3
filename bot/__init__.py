"""Room: bot. It hears and answers people in Teams."""
