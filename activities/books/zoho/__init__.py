"""Zoho Books API v3 over HTTP."""
