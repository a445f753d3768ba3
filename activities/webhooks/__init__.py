"""Subscribers: events are sent, answers judged, dead letters kept."""
