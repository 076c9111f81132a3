"""Measurements: speed against a peer in the same run, quality against labelled sets given as arguments."""
