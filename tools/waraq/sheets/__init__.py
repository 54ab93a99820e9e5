"""Handouts: a page's text as a sheet to print, PDF/UA-1 by WeasyPrint."""
