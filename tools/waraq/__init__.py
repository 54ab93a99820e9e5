"""Waraq makes explainers that anyone can read: one source, every language, pages and handouts."""

__version__ = "0.1.0"
