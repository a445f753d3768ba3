"""The processes of production: bot, worker, codec."""
