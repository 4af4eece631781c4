"""Recognise what a text does: the phrase notation, one search for all phrases, personal names."""
