"""The books: customers, items and the one draft sales order."""
